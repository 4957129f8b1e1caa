import CLibXML2

/// Makes a tree of what libxml2 reads, and keeps the first error. libxml2's callbacks find it through the parser
/// context.
@safe
final class TreeBuilder {
  let memory: TreeMemory
  let names: NameTable
  let document: UnsafeMutablePointer<NodeRecord>
  let passesOverDocumentType: Bool
  var error: XMLError?
  /// What comes next stands in here.
  private var holder: UnsafeMutablePointer<NodeRecord>
  /// Names met of late, by where libxml2 keeps what they consist of.
  private let recent: UnsafeMutablePointer<Recent>
  private static let recentCount = 512

  /// libxml2 keeps each name once: it is told by its place.
  @safe
  private struct Recent: BitwiseCopyable {
    var local: UInt = 0
    var prefix: UInt = 0
    var address: UInt = 0
    var record: UnsafeMutablePointer<NameRecord>?
  }

  init(_ limits: XMLLimits, sourceSize: Int) {
    memory = TreeMemory(about: 3 * sourceSize)
    names = NameTable(memory)
    unsafe document = unsafe memory.make(NodeRecord(.document))
    unsafe holder = unsafe document
    passesOverDocumentType = limits.passesOverDocumentType
    unsafe recent = .allocate(capacity: Self.recentCount)
    unsafe recent.initialize(repeating: Recent(), count: Self.recentCount)
  }

  deinit { unsafe recent.deallocate() }

  func open(
    local: UnsafePointer<xmlChar>, prefix: UnsafePointer<xmlChar>?, address: UnsafePointer<xmlChar>?,
    line: Int
  ) -> UnsafeMutablePointer<NodeRecord> {
    let element = unsafe memory.make(NodeRecord(.element, name(local, prefix, address), line: line))
    unsafe NameRecord.note(element)
    unsafe NodeRecord.append(element, to: holder)
    unsafe holder = unsafe element
    return unsafe element
  }

  func close() {
    if let parent = unsafe holder.pointee.parent { unsafe holder = unsafe parent }
  }

  /// Adds `count` declarations, each a prefix and an address.
  func declare(
    _ declared: UnsafeMutablePointer<UnsafePointer<xmlChar>?>, _ count: Int,
    of element: UnsafeMutablePointer<NodeRecord>
  ) {
    var last: UnsafeMutablePointer<DeclarationRecord>?
    for index in 0..<count {
      let namespace = unsafe namespace(declared[2 * index], declared[2 * index + 1])
      let made = unsafe memory.make(DeclarationRecord(namespace: namespace))
      if let last = unsafe last {
        unsafe last.pointee.next = unsafe made
      } else {
        unsafe element.pointee.declarations = unsafe made
      }
      unsafe last = unsafe made
    }
  }

  /// Adds `count` attributes, each a local name, a prefix, an address, and where its value begins and ends.
  func add(
    _ attributes: UnsafeMutablePointer<UnsafePointer<xmlChar>?>, _ count: Int,
    to element: UnsafeMutablePointer<NodeRecord>
  ) {
    var last: UnsafeMutablePointer<AttributeRecord>?
    for index in 0..<count {
      let parts = unsafe attributes + 5 * index
      guard let local = unsafe parts[0], let start = unsafe parts[3], let end = unsafe parts[4] else {
        continue
      }
      let value = unsafe memory.copy(Stretch(start, end - start))
      let made = unsafe memory.make(AttributeRecord(name: name(local, parts[1], parts[2]), value: value))
      if let last = unsafe last {
        unsafe last.pointee.next = unsafe made
      } else {
        unsafe element.pointee.attributes = unsafe made
      }
      unsafe last = unsafe made
    }
  }

  /// Adds text; libxml2 hands it over in pieces.
  func add(_ text: Stretch, as kind: NodeRecord.Kind, line: Int) {
    if let last = unsafe holder.pointee.last, unsafe last.pointee.kind == kind {
      unsafe last.pointee.content = unsafe memory.extend(last.pointee.content, by: text)
      return
    }
    unsafe append(kind, nil, text, line)
  }

  func addComment(_ text: Stretch, line: Int) { unsafe append(.comment, nil, text, line) }

  func addInstruction(target: Stretch, data: Stretch, line: Int) {
    unsafe append(.instruction, names.name(target, nil), data, line)
  }

  private func append(
    _ kind: NodeRecord.Kind, _ name: UnsafeMutablePointer<NameRecord>?, _ content: Stretch, _ line: Int
  ) {
    let node = unsafe memory.make(NodeRecord(kind, name, line: line))
    // Behind its node, where what comes next can be added to it.
    unsafe node.pointee.content = memory.copy(content)
    unsafe NodeRecord.append(node, to: holder)
  }

  private func namespace(
    _ prefix: UnsafePointer<xmlChar>?, _ address: UnsafePointer<xmlChar>?
  ) -> UnsafeMutablePointer<NamespaceRecord> {
    unsafe names.namespace(
      prefix: prefix.map { unsafe Stretch(cString: $0) } ?? .empty,
      address: address.map { unsafe Stretch(cString: $0) } ?? .empty)
  }

  private func name(
    _ local: UnsafePointer<xmlChar>, _ prefix: UnsafePointer<xmlChar>?, _ address: UnsafePointer<xmlChar>?
  ) -> UnsafeMutablePointer<NameRecord> {
    let places = (UInt(bitPattern: local), UInt(bitPattern: prefix), UInt(bitPattern: address))
    // The places of short names lie close together.
    let mixed = (places.0 ^ places.1 &<< 32) &* 0x9E37_79B9_7F4A_7C15
    let slot = unsafe recent + Int(mixed &>> 55)
    if unsafe slot.pointee.local == places.0 && slot.pointee.prefix == places.1
      && slot.pointee.address == places.2, let record = unsafe slot.pointee.record
    {
      return unsafe record
    }
    let space = unsafe address == nil ? nil : unsafe namespace(prefix, address)
    let record = unsafe names.name(Stretch(cString: local), space)
    unsafe slot.pointee = Recent(local: places.0, prefix: places.1, address: places.2, record: record)
    return unsafe record
  }
}
