/// The names and namespaces of a tree, each once.
@safe
final class NameTable {
  private let memory: TreeMemory
  private var names: [NameKey: UnsafeMutablePointer<NameRecord>] = unsafe [:]
  private var namespaces: [NamespaceKey: UnsafeMutablePointer<NamespaceRecord>] = unsafe [:]
  private var numbers: [Stretch: Int] = [.empty: 0]

  private struct NameKey: Hashable {
    let local: Stretch
    let namespace: UInt
  }

  private struct NamespaceKey: Hashable {
    let prefix: Stretch
    let address: Stretch
  }

  init(_ memory: TreeMemory) { self.memory = memory }

  func name(
    _ local: Stretch, _ namespace: UnsafeMutablePointer<NamespaceRecord>?
  ) -> UnsafeMutablePointer<NameRecord> {
    let place = UInt(bitPattern: namespace)
    if let known = unsafe names[NameKey(local: local, namespace: place)] { return unsafe known }
    var written = Stretch.empty
    if let prefix = unsafe namespace?.pointee.prefix, !prefix.isEmpty {
      written = memory.extend(memory.extend(memory.copy(prefix), by: Stretch(":")), by: local)
    } else {
      written = memory.copy(local)
    }
    let kept = unsafe Stretch(written.start + (written.count - local.count), local.count)
    let made = unsafe memory.make(NameRecord(local: kept, namespace: namespace, written: written))
    unsafe names[NameKey(local: kept, namespace: place)] = unsafe made
    return unsafe made
  }

  /// - Parameters:
  ///   - prefix: empty for the default namespace.
  ///   - address: empty to take the default namespace back.
  func namespace(prefix: Stretch, address: Stretch) -> UnsafeMutablePointer<NamespaceRecord> {
    if let known = unsafe namespaces[NamespaceKey(prefix: prefix, address: address)] { return unsafe known }
    let (prefix, address) = (memory.copy(prefix), memory.copy(address))
    let made = unsafe memory.make(
      NamespaceRecord(
        prefix: prefix, address: address, prefixNumber: number(of: prefix),
        addressNumber: number(of: address),
        isBuiltIn: prefix == Stretch("xml")))
    unsafe namespaces[NamespaceKey(prefix: prefix, address: address)] = unsafe made
    return unsafe made
  }

  private func number(of kept: Stretch) -> Int {
    if let known = numbers[kept] { return known }
    let number = numbers.count
    numbers[kept] = number
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
