/// The names and namespaces of a tree, each once.
@safe
final class NameTable {
  private let memory: TreeMemory
  private var names: [Key: UnsafeMutablePointer<NameRecord>] = unsafe [:]
  private var namespaces: [Key: UnsafeMutablePointer<NamespaceRecord>] = unsafe [:]
  private var numbers: [Key: Int] = [Key(text: .empty): 0]

  /// One type for all three: to make a dictionary for another kind of key takes a search of the whole program.
  private struct Key: Hashable {
    let text: Stretch
    var second = 0
  }

  init(_ memory: TreeMemory) { self.memory = memory }

  func name(
    _ local: Stretch, _ namespace: UnsafeMutablePointer<NamespaceRecord>?
  ) -> UnsafeMutablePointer<NameRecord> {
    let place = Int(bitPattern: namespace)
    if let known = unsafe names[Key(text: local, second: place)] { return unsafe known }
    var written = Stretch.empty
    if let prefix = unsafe namespace?.pointee.prefix, !prefix.isEmpty {
      written = memory.extend(memory.extend(memory.copy(prefix), by: Stretch(":")), by: local)
    } else {
      written = memory.copy(local)
    }
    let kept = unsafe Stretch(written.start + (written.count - local.count), local.count)
    let made = unsafe memory.make(NameRecord(local: kept, namespace: namespace, written: written))
    unsafe names[Key(text: kept, second: place)] = unsafe made
    return unsafe made
  }

  /// - Parameters:
  ///   - prefix: empty for the default namespace.
  ///   - address: empty to take the default namespace back.
  func namespace(prefix: Stretch, address: Stretch) -> UnsafeMutablePointer<NamespaceRecord> {
    let number = number(of: address)
    if let known = unsafe namespaces[Key(text: prefix, second: number)] { return unsafe known }
    let (prefix, address) = (memory.copy(prefix), memory.copy(address))
    let made = unsafe memory.make(
      NamespaceRecord(
        prefix: prefix, address: address, prefixNumber: self.number(of: prefix), addressNumber: number,
        isBuiltIn: prefix == Stretch("xml")))
    unsafe namespaces[Key(text: prefix, second: number)] = unsafe made
    return unsafe made
  }

  /// An element for each name that elements have had.
  var samples: [UnsafeMutablePointer<NodeRecord>] {
    unsafe names.values.compactMap { unsafe $0.pointee.sample }
  }

  private func number(of text: Stretch) -> Int {
    if let known = numbers[Key(text: text)] { return known }
    let number = numbers.count
    numbers[Key(text: memory.copy(text))] = number
    return number
  }

  func name(
    _ local: String, _ namespace: UnsafeMutablePointer<NamespaceRecord>?
  ) -> UnsafeMutablePointer<NameRecord> {
    unsafe local.withStretch { unsafe name($0, namespace) }
  }

  func namespace(prefix: String, address: String) -> UnsafeMutablePointer<NamespaceRecord> {
    unsafe prefix.withStretch { prefix in
      unsafe address.withStretch { unsafe namespace(prefix: prefix, address: $0) }
    }
  }
}
