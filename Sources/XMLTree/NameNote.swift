import CLibXML2
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

  fileprivate func made(of element: Node) -> UInt8 {
    let noted = note(element)
    precondition(noted < 255, "a note is 254 at most")
    return noted
  }
}

extension Node {
  /// What is noted of the element's name; 0 for what is no element.
  public func note(_ kind: NameNote) -> UInt8 {
    guard isElement else { return 0 }
    return unsafe tree.names.note(kind, of: pointer, in: self.tree)
  }

  /// The elements below this one of whose names `kind` notes something, and all instructions if they are asked for,
  /// in document order.
  public func descendants(noted kind: NameNote?, instructions: Bool = false) -> [Node] {
    var found: [Node] = []
    guard isElement, var node = unsafe pointer.pointee.children else { return found }
    let names = tree.names
    while true {
      switch unsafe node.pointee.type {
      case XML_ELEMENT_NODE:
        if let kind, unsafe names.note(kind, of: node, in: tree) != 0 {
          unsafe found.append(Node(tree, node))
        }
        if let child = unsafe node.pointee.children {
          unsafe node = unsafe child
          continue
        }
      case XML_PI_NODE:
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

/// The names of a tree's elements, numbered, with what is noted of each.
@safe
final class NameNotes {
  /// One more than what is noted, by the name's number and the kind's; 0 for what was not asked for yet.
  private var notes: [UInt8] = []
  private var numbers: [NameIdentity: Int] = [:]
  /// Names met of late, by where they and their declarations lie.
  private var recent = [Recent](repeating: Recent(), count: 256)

  private struct Recent {
    var name: UInt = 0
    var declaration: UInt = 0
    var number = 0
  }

  func note(_ kind: NameNote, of element: UnsafeMutablePointer<xmlNode>, in tree: XMLTree) -> UInt8 {
    let place = unsafe number(of: element, in: tree) * NameNote.most + kind.number
    if notes[place] != 0 { return notes[place] - 1 }
    let noted = unsafe kind.made(of: Node(tree, element))
    notes[place] = noted + 1
    return noted
  }

  /// The number of an element's name. It is kept in a field that libxml2 has for schemas, which are not used here.
  private func number(of element: UnsafeMutablePointer<xmlNode>, in tree: XMLTree) -> Int {
    if let kept = unsafe element.pointee.psvi { return Int(bitPattern: kept) - 1 }
    let name = unsafe UInt(bitPattern: element.pointee.name)
    let declaration = unsafe UInt(bitPattern: element.pointee.ns)
    let slot = Int((name &>> 3 ^ name &>> 11 ^ declaration &>> 5) & 255)
    if recent[slot].name != name || recent[slot].declaration != declaration {
      let number = unsafe number(ofIdentity: Node(tree, element).nameIdentity)
      recent[slot] = Recent(name: name, declaration: declaration, number: number)
    }
    let number = recent[slot].number
    unsafe element.pointee.psvi = unsafe UnsafeMutableRawPointer(bitPattern: number + 1)
    return number
  }

  private func number(ofIdentity name: NameIdentity) -> Int {
    if let known = numbers[name] { return known }
    let number = numbers.count
    numbers[name] = number
    notes.append(contentsOf: repeatElement(0, count: NameNote.most))
    return number
  }
}
