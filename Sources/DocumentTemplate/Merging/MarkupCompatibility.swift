import OfficeDocument
import XMLTree

/// What a document's root says of its namespaces, said again on elements that go elsewhere (ISO/IEC 29500-3, 7).
struct MarkupCompatibility {
  private static let ignorable = Name(Namespace.markupCompatibility, "Ignorable")
  private static let requires = Name("", "Requires")
  /// The prefixes of the namespaces that readers may pass over, by address.
  private let passedOver: [String: String]

  init(of root: Node) {
    var passedOver: [String: String] = [:]
    for prefix in (root.attribute(Self.ignorable) ?? "").split(separator: " ") {
      if let address = root.namespace(ofPrefix: String(prefix)) { passedOver[address] = String(prefix) }
    }
    self.passedOver = passedOver
  }

  /// Makes an element and what is below it stand for themselves.
  func complete(_ top: Node) {
    var used: Set<String> = []
    for node in top.descendants where node.kind == .element {
      if node.is(MC.choice) { declareRequired(node) }
      guard !passedOver.isEmpty else { continue }
      for address in [node.namespace] + node.attributes.map(\.namespace) where passedOver[address] != nil {
        used.insert(address)
      }
    }
    let prefixes = used.compactMap { address in passedOver[address].map { (prefix: $0, address) } }
      .sorted { $0.prefix < $1.prefix }
    guard !prefixes.isEmpty else { return }
    for (prefix, address) in prefixes { top.declareNamespace(address, prefix: prefix) }
    top.setAttribute(Self.ignorable, prefixes.map(\.prefix).joined(separator: " "))
  }

  private func declareRequired(_ choice: Node) {
    for prefix in (choice.attribute(Self.requires) ?? "").split(separator: " ").map(String.init) {
      if let address = choice.namespace(ofPrefix: prefix) { choice.declareNamespace(address, prefix: prefix) }
    }
  }
}
