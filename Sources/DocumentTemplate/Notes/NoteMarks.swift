import OfficeDocument
import XMLTree

/// Puts marks around the notes that stand in a compiled body, so that they are written into their own parts.
struct NoteMarks {
  private(set) var marks: MarkTable

  init(_ marks: MarkTable) { self.marks = marks }

  /// Takes each note out of its reference, and lets both have the number that the note is given.
  ///
  /// - Parameter entries: the parts of the notes.
  mutating func place(in tree: XMLTree, entries: [NoteKind: String]) {
    guard !entries.isEmpty else { return }
    for reference in tree.root.descendants(noted: NoteKind.references) {
      guard let kind = NoteKind.allCases.first(where: { reference.is($0.reference) }),
        let note = reference.firstElement(kind.element), let id = reference.attribute(W.id),
        let entry = entries[kind]
      else { continue }
      let (identity, isRepeated) = identity(id, kind)
      reference.insertBefore(marks.node(.noteBegin(entry: entry), in: tree))
      reference.insertBefore(note)
      reference.insertBefore(marks.node(.noteEnd(kind, identity, isRepeated: isRepeated), in: tree))
    }
  }

  /// What the number in an attribute stands for, which may be marked already because a block repeats it.
  private func identity(_ value: String, _ kind: NoteKind) -> (Identity, isRepeated: Bool) {
    if let number = XMLTree.marker(of: value), case .identity(let identity) = marks.marks[number] {
      return (identity, true)
    }
    return (Identity(space: kind.space, text: value), false)
  }

  /// Marks where the notes that stand in the body come back into their own part.
  mutating func makeRoom(for kind: NoteKind, in tree: XMLTree) {
    tree.root.append(marks.node(.notes(kind), in: tree))
  }
}
