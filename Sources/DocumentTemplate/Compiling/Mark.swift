import XMLTree

/// An instruction of the engine's own in a program.
enum Mark: Sendable, Equatable {
  /// What follows is guarded: unless something required is written before the matching `guardEnd`, the end's
  /// remedy applies.
  case guardBegin
  /// Something the innermost guard requires has been written.
  case present
  /// The innermost guard's requirement is open again: the last thing in a cell is not a paragraph.
  case absent
  case guardEnd(Remedy)
  /// The capture just begun, if one has, holds markup of this level.
  case captureLevel(Level)
  /// Writes a number no other drawing in the package has.
  case drawingID
  /// A round of a loop begins: what it holds that must be unique is another than the round's before.
  case round([Identity])
  /// Writes what stands for a number or name of the template in the round under way.
  case identity(Identity)
  /// A list begins anew, or goes on.
  case list(ListAction)
  /// Writes the number that the template's list has now.
  case listNumber(String)
  /// Puts a paragraph whose style is numbered into the list that stands for the style's now.
  case listMember(String, level: Int, prefix: String)
  /// What follows is a note, which is written into a part of its own.
  case noteBegin(entry: String)
  /// The note ends; it has the number of `Identity`, or what stands for it where a block repeats it.
  case noteEnd(NoteKind, Identity, isRepeated: Bool)
  /// The notes that were written while the body was come here.
  case notes(NoteKind)
  /// New automatic styles go here.
  case automaticStyles(AutomaticStylesPlace)
  /// Something about the cells of a table.
  case cell(CellMark)
  /// An attribute's value with tags in it; the emitter turns it into literals and instructions.
  case attribute([AttributePiece], WrittenAttribute.Kind)
  /// What follows is the address of a hyperlink.
  case addressBegin
  /// Takes the address back and writes the id of a relationship that leads to it.
  case addressEnd

  /// What happens when a guard's requirement was not met.
  enum Remedy: Sendable, Equatable {
    /// What was written since the guard began goes; if it stays, it has an effect on the guard around it.
    case drop(outside: Effect)
    /// These bytes are written.
    case fill([UInt8])
  }

  /// What something that is written does to the guard around it.
  enum Effect: Sendable, Equatable, CaseIterable {
    case nothing
    case present
    case absent
  }

  static let target = "chengwen-mark"
  /// The target under which the serializer reports a placeholder in an attribute value.
  static let attributeTarget = "attribute"
}

/// The marks of a part while it is being compiled; a mark is known by its number.
struct MarkTable {
  private(set) var marks: [Mark] = []

  mutating func add(_ mark: Mark) -> Int {
    marks.append(mark)
    return marks.count - 1
  }

  /// Puts another mark in the place of number `number`.
  mutating func replace(_ number: Int, by mark: Mark) {
    marks[number] = mark
  }

  /// A node that stands for the mark in the tree.
  mutating func node(_ mark: Mark, in tree: XMLTree) -> Node {
    tree.makeInstruction(target: Mark.target, data: String(add(mark)))
  }
}
