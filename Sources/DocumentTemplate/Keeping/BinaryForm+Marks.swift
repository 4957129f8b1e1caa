import BinaryForms

extension Mark {
  private enum Form: CaseIterable {
    case guardBegin, present, absent, guardEnd, captureLevel, drawingID, round, identity, list, listNumber
    case listMember, noteBegin, noteEnd, notes, automaticStyles, cell, attribute, addressBegin, addressEnd
  }

  func write(to writer: inout BinaryWriter) {
    func begin(_ form: Form) { writer.write(case: form) }
    switch self {
    case .guardBegin: begin(.guardBegin)
    case .present: begin(.present)
    case .absent: begin(.absent)
    case .guardEnd(let remedy):
      begin(.guardEnd)
      remedy.write(to: &writer)
    case .captureLevel(let level):
      begin(.captureLevel)
      writer.write(case: level)
    case .drawingID: begin(.drawingID)
    case .round(let identities):
      begin(.round)
      writer.list(identities) { $1.write(to: &$0) }
    case .identity(let identity):
      begin(.identity)
      identity.write(to: &writer)
    case .list(let action):
      begin(.list)
      action.write(to: &writer)
    case .listNumber(let list):
      begin(.listNumber)
      writer.write(list)
    case .listMember(let list, let level, let prefix):
      begin(.listMember)
      writer.write(list)
      writer.write(level)
      writer.write(prefix)
    case .noteBegin(let entry):
      begin(.noteBegin)
      writer.write(entry)
    case .noteEnd(let kind, let identity, let isRepeated):
      begin(.noteEnd)
      writer.write(case: kind)
      identity.write(to: &writer)
      writer.write(isRepeated)
    case .notes(let kind):
      begin(.notes)
      writer.write(case: kind)
    case .automaticStyles(let place):
      begin(.automaticStyles)
      place.write(to: &writer)
    case .cell(let mark):
      begin(.cell)
      mark.write(to: &writer)
    case .attribute(let pieces, let kind):
      begin(.attribute)
      writer.list(pieces) { $1.write(to: &$0) }
      writer.write(case: kind)
    case .addressBegin: begin(.addressBegin)
    case .addressEnd: begin(.addressEnd)
    }
  }

  init(from reader: inout BinaryReader) throws(BinaryFormError) {
    self =
      switch try reader.oneCase() as Form {
      case .guardBegin: .guardBegin
      case .present: .present
      case .absent: .absent
      case .guardEnd: .guardEnd(try Remedy(from: &reader))
      case .captureLevel: .captureLevel(try reader.oneCase())
      case .drawingID: .drawingID
      case .round: .round(try reader.list(Identity.init(from:)))
      case .identity: .identity(try Identity(from: &reader))
      case .list: .list(try ListAction(from: &reader))
      case .listNumber: .listNumber(try reader.string())
      case .listMember:
        .listMember(try reader.string(), level: try reader.int(), prefix: try reader.string())
      case .noteBegin: .noteBegin(entry: try reader.string())
      case .noteEnd:
        .noteEnd(try reader.oneCase(), try Identity(from: &reader), isRepeated: try reader.bool())
      case .notes: .notes(try reader.oneCase())
      case .automaticStyles: .automaticStyles(try AutomaticStylesPlace(from: &reader))
      case .cell: .cell(try CellMark(from: &reader))
      case .attribute: .attribute(try reader.list(AttributePiece.init(from:)), try reader.oneCase())
      case .addressBegin: .addressBegin
      case .addressEnd: .addressEnd
      }
  }
}

extension Mark.Remedy {
  private enum Form: CaseIterable { case drop, fill }

  func write(to writer: inout BinaryWriter) {
    switch self {
    case .drop(let outside):
      writer.write(case: Form.drop)
      writer.write(case: outside)
    case .fill(let bytes):
      writer.write(case: Form.fill)
      writer.write(bytes)
    }
  }

  init(from reader: inout BinaryReader) throws(BinaryFormError) {
    self =
      switch try reader.oneCase() as Form {
      case .drop: .drop(outside: try reader.oneCase())
      case .fill: .fill(try reader.stretch())
      }
  }
}

extension Identity {
  func write(to writer: inout BinaryWriter) {
    writer.write(case: space)
    writer.write(text)
  }

  init(from reader: inout BinaryReader) throws(BinaryFormError) {
    self.init(space: try reader.oneCase(), text: try reader.string())
  }
}

extension AutomaticStylesPlace {
  func write(to writer: inout BinaryWriter) {
    writer.write(makesElement)
    writer.list(names.sorted()) { $0.write($1) }
  }

  init(from reader: inout BinaryReader) throws(BinaryFormError) {
    makesElement = try reader.bool()
    names = Set(try reader.strings())
  }
}

extension AttributePiece {
  private enum Form: CaseIterable { case text, tag, picture, checkBox, sheetType, mark }

  func write(to writer: inout BinaryWriter) {
    switch self {
    case .text(let text):
      writer.write(case: Form.text)
      writer.write(text)
    case .tag(let number):
      writer.write(case: Form.tag)
      writer.write(number)
    case .picture(let number, let frame):
      writer.write(case: Form.picture)
      writer.write(number)
      frame.write(to: &writer)
    case .checkBox(let number, let box):
      writer.write(case: Form.checkBox)
      writer.write(number)
      box.write(to: &writer)
    case .sheetType(let number):
      writer.write(case: Form.sheetType)
      writer.write(number)
    case .mark(let number):
      writer.write(case: Form.mark)
      writer.write(number)
    }
  }

  init(from reader: inout BinaryReader) throws(BinaryFormError) {
    self =
      switch try reader.oneCase() as Form {
      case .text: .text(try reader.string())
      case .tag: .tag(try reader.int())
      case .picture: .picture(try reader.int(), try PictureFrame(from: &reader))
      case .checkBox: .checkBox(try reader.int(), try CheckBox(from: &reader))
      case .sheetType: .sheetType(try reader.int())
      case .mark: .mark(try reader.int())
      }
  }
}

extension CellMark {
  private enum Form: CaseIterable { case note, loop, merge }

  func write(to writer: inout BinaryWriter) {
    switch self {
    case .note(let kind, let number):
      writer.write(case: Form.note)
      writer.write(case: kind)
      writer.write(number)
    case .loop(let number):
      writer.write(case: Form.loop)
      writer.write(number)
    case .merge(let kind, let loop):
      writer.write(case: Form.merge)
      writer.write(case: kind)
      writer.write(loop)
    }
  }

  init(from reader: inout BinaryReader) throws(BinaryFormError) {
    self =
      switch try reader.oneCase() as Form {
      case .note: .note(try reader.oneCase(), try reader.int())
      case .loop: .loop(try reader.int())
      case .merge: .merge(try reader.oneCase(), loop: try reader.int())
      }
  }
}
