/// What nodes of one tree consist of, to tell whether two places would be written the same without writing them.
@safe
public struct Fingerprint: Hashable {
  private var words: [UInt64] = []

  /// A fingerprint of nothing.
  public init() { words.reserveCapacity(1 << 7) }

  /// Adds an element's name, its declarations, and its attributes but for those called one of `names`.
  public mutating func add(startTagOf element: Node, without names: [Name] = []) {
    unsafe add(startTagOf: element.pointer, without: names)
  }

  /// Adds a node with all below it.
  public mutating func add(_ node: Node) {
    let top = unsafe node.pointer
    var current = unsafe top
    while true {
      unsafe add(record: current)
      if let child = unsafe current.pointee.first {
        unsafe current = unsafe child
        continue
      }
      while unsafe current != top, unsafe current.pointee.next == nil,
        let parent = unsafe current.pointee.parent
      {
        // Tells an end from a next child.
        words.append(0)
        unsafe current = unsafe parent
      }
      guard unsafe current != top, let next = unsafe current.pointee.next else { return }
      unsafe current = unsafe next
    }
  }

  /// Adds which namespaces are declared around a node.
  public mutating func add(declarationsAround node: Node) {
    var current = unsafe node.pointer.pointee.parent
    while let element = unsafe current, unsafe element.pointee.declarations == nil {
      unsafe current = unsafe element.pointee.parent
    }
    add(UInt(bitPattern: current))
  }

  /// Hashes all words at once; an array would hash them one by one.
  public func hash(into hasher: inout Hasher) {
    unsafe words.withUnsafeBytes { unsafe hasher.combine(bytes: $0) }
  }

  private mutating func add(record: UnsafeMutablePointer<NodeRecord>) {
    unsafe words.append(UInt64(record.pointee.kind.rawValue))
    if unsafe record.pointee.kind == .element {
      unsafe add(startTagOf: record, without: [])
    } else {
      unsafe add(UInt(bitPattern: record.pointee.name))
      unsafe add(record.pointee.content)
    }
  }

  private mutating func add(startTagOf record: UnsafeMutablePointer<NodeRecord>, without names: [Name]) {
    unsafe add(UInt(bitPattern: record.pointee.name))
    var declared = unsafe record.pointee.declarations
    while let one = unsafe declared {
      unsafe add(UInt(bitPattern: one.pointee.namespace))
      unsafe declared = unsafe one.pointee.next
    }
    add(0)
    var attribute = unsafe record.pointee.attributes
    while let one = unsafe attribute {
      let name = unsafe one.pointee.name
      if !names.contains(where: { unsafe $0.matches(name) }) {
        add(UInt(bitPattern: name))
        unsafe add(one.pointee.value)
      }
      unsafe attribute = unsafe one.pointee.next
    }
    add(0)
  }

  private mutating func add(_ text: Stretch) {
    add(UInt(text.count))
    let bytes = unsafe UnsafeRawPointer(text.start)
    var place = 0
    while place + 8 <= text.count {
      unsafe words.append(bytes.loadUnaligned(fromByteOffset: place, as: UInt64.self))
      place += 8
    }
    guard place < text.count else { return }
    var last: UInt64 = 0
    while place < text.count {
      last = unsafe last &<< 8 | UInt64(text.start[place])
      place += 1
    }
    words.append(last)
  }

  private mutating func add(_ number: UInt) { words.append(UInt64(number)) }
}
