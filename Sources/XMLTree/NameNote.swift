import Synchronization

/// Something that follows from an element's name alone; every tree keeps it for each name it has, so that it is
/// found out once.
public struct NameNote: Sendable {
  /// How many there may be in a program.
  static let most = 16
  private static let made = Atomic<Int>(0)
  let number: Int
  private let note: @Sendable (Node) -> UInt8

  /// A kind of note, to be made once: `note` says what is noted of an element's name, 254 at most.
  public init(_ note: @escaping @Sendable (Node) -> UInt8) {
    number = Self.made.add(1, ordering: .relaxed).oldValue
    precondition(number < Self.most, "a program has no more notes")
    self.note = note
  }

  /// Notes a name's place among `names`, counted from 1, and 0 for any other.
  public init(among names: [Name]) {
    self.init { element in names.firstIndex { element.is($0) }.map { UInt8($0 + 1) } ?? 0 }
  }

  /// What is noted of an element's name. Every record of a name keeps it.
  fileprivate func value(of element: UnsafeMutablePointer<NodeRecord>, in tree: XMLTree) -> UInt8 {
    guard let name = unsafe element.pointee.name else { return 0 }
    let kept = unsafe name.pointee.notes[number]
    if kept != 0 { return kept - 1 }
    let noted = unsafe note(Node(tree, element))
    precondition(noted < 255, "a note is 254 at most")
    unsafe name.pointee.notes[number] = noted + 1
    return noted
  }

  /// Whether it notes anything of any name that the tree's elements have had.
  fileprivate func isNoted(in tree: XMLTree) -> Bool {
    unsafe tree.names.samples.contains { unsafe value(of: $0, in: tree) != 0 }
  }
}

extension Node {
  /// What is noted of the element's name; 0 for what is no element.
  public func note(_ kind: NameNote) -> UInt8 { isElement ? unsafe kind.value(of: pointer, in: tree) : 0 }

  /// The elements below this one of whose names `kind` notes something, and all instructions if they are asked for,
  /// in document order.
  public func descendants(noted kind: NameNote?, instructions: Bool = false) -> [Node] {
    var found: [Node] = []
    let kind = kind.flatMap { $0.isNoted(in: tree) ? $0 : nil }
    guard kind != nil || instructions, isElement, var node = unsafe pointer.pointee.first else {
      return found
    }
    let number = kind?.number ?? 0
    while true {
      switch unsafe node.pointee.kind {
      case .element:
        // Most names are known, and nothing is noted of them.
        if let kind, unsafe node.pointee.name?.pointee.notes[number] != 1,
          unsafe kind.value(of: node, in: tree) != 0
        {
          unsafe found.append(Node(tree, node))
        }
        if unsafe kind != nil || node.pointee.hasHeldInstruction, let child = unsafe node.pointee.first {
          unsafe node = unsafe child
          continue
        }
      case .instruction:
        if instructions { unsafe found.append(Node(tree, node)) }
      default: break
      }
      while unsafe node.pointee.next == nil {
        guard let parent = unsafe node.pointee.parent, unsafe parent != pointer else { return found }
        unsafe node = unsafe parent
      }
      if let next = unsafe node.pointee.next { unsafe node = unsafe next }
    }
  }
}
