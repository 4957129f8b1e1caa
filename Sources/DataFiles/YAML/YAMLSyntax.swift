import Diagnostics

/// Says what libyaml's errors mean for someone who wrote the file.
struct YAMLSyntax {
  let lines: YAMLLines

  /// The fault for an error of libyaml.
  func fault(for error: YAMLError) -> DataFault {
    switch error.stage {
    case .scanner: scannerFault(error)
    case .parser: parserFault(error)
    case .other: fault(.yamlSyntax, at: .start)
    }
  }

  private func fault(_ message: Message, at position: Position) -> DataFault {
    DataFault(message, at: lines.offset(of: position))
  }

  private func scannerFault(_ error: YAMLError) -> DataFault {
    let position = error.position
    let start = error.context == nil ? position : error.contextPosition
    switch error.problem {
    case "could not find expected ':'":
      return fault(.yamlMissingColon(colonReason(from: lines.offset(of: start), line: start.line)), at: start)
    case "found unexpected ':'": return fault(.yamlMissingColon(.noBlank), at: position)
    case "mapping values are not allowed in this context": return unexpectedColon(at: position)
    case "block sequence entries are not allowed in this context":
      return fault(.yamlBlockOnKeyLine, at: position)
    case "mapping keys are not allowed in this context", "found character that cannot start any token":
      return unexpectedCharacter(at: position)
    case "found a tab character that violates indentation",
      "found a tab character where an indentation space is expected":
      return fault(.tabIndentation, at: position)
    case "found unexpected end of stream", "found unexpected document indicator":
      return fault(.unterminatedString, at: start)
    case "found unknown escape character", "did not find expected hexdecimal number",
      "found invalid Unicode character escape code":
      return fault(.invalidEscape, at: position)
    default:
      return scannerFault(while: error.context ?? "", at: position, from: start)
    }
  }

  private func scannerFault(while context: String, at position: Position, from start: Position) -> DataFault {
    if context == "while scanning a block scalar" { return fault(.yamlBlockHeader, at: position) }
    if context == "while scanning an anchor" { return fault(.yamlBadAnchor, at: start) }
    if context.hasSuffix("directive") { return fault(.yamlUnsupported(.directive), at: start) }
    if context.hasSuffix(" tag") { return fault(.yamlUnsupported(.tag), at: start) }
    return fault(.yamlSyntax, at: position)
  }

  private func parserFault(_ error: YAMLError) -> DataFault {
    let position = error.position
    let opened = error.context == nil ? nil : error.contextPosition
    switch error.problem {
    case "did not find expected ',' or ']'":
      return bracketFault(closing: "]", at: position, opened: opened)
    case "did not find expected ',' or '}'":
      return bracketFault(closing: "}", at: position, opened: opened)
    case "did not find expected node content": return unexpectedCharacter(at: position)
    case "did not find expected key" where lines.isFirst(position):
      switch lines.byte(at: lines.offset(of: position)) {
      case UInt8(ascii: "-"): return fault(.yamlItemAmongKeys, at: position)
      case UInt8(ascii: ":"): return fault(.yamlEmptyKey, at: position)
      default: return fault(.yamlIndentation, at: position)
      }
    case "did not find expected '-' indicator" where lines.isFirst(position):
      return fault(.yamlIndentation, at: position)
    case "did not find expected key", "did not find expected '-' indicator",
      "did not find expected <document start>":
      return fault(.yamlUnexpectedContent, at: position)
    case "found undefined tag handle": return fault(.yamlUnsupported(.tag), at: position)
    case "found duplicate %YAML directive", "found incompatible YAML document",
      "found duplicate %TAG directive":
      return fault(.yamlUnsupported(.directive), at: position)
    default: return fault(.yamlSyntax, at: position)
    }
  }

  private func unexpectedCharacter(at position: Position) -> DataFault {
    switch lines.byte(at: lines.offset(of: position)) {
    case 0: fault(.unexpectedEnd, at: position)
    case 0x09: fault(.tabIndentation, at: position)
    case let byte: fault(.yamlReservedCharacter(byte), at: position)
    }
  }

  /// Something other than a comma or the end within brackets: on a later line it is that the bracket was never
  /// closed.
  private func bracketFault(closing: String, at position: Position, opened: Position?) -> DataFault {
    let offset = lines.offset(of: position)
    if let opened, position.line > opened.line || offset >= lines.bytes.count {
      return fault(.yamlUnclosedBracket, at: opened)
    }
    return DataFault(.yamlExpectedInBrackets(closing: closing), at: offset)
  }

  // MARK: Colons

  /// A colon after what cannot be a key: a second one on its line; or what stands before it has run on from the
  /// line above, which lacks a colon, or is indented less.
  private func unexpectedColon(at position: Position) -> DataFault {
    let line = lines.line(position.line)
    if hasColon(line.lowerBound..<lines.offset(of: position)) { return fault(.yamlSecondColon, at: position) }
    let above = lines.line(position.line - 1)
    if !hasColon(above) {
      let start = above.first { lines.bytes[$0] != 0x20 && lines.bytes[$0] != 0x09 } ?? above.lowerBound
      let reason = colonReason(from: start, line: position.line - 1)
      if reason != .none { return DataFault(.yamlMissingColon(reason), at: start) }
    }
    return fault(.yamlIndentation, at: position)
  }

  /// Whether there is a colon with a blank after it.
  private func hasColon(_ range: Range<Int>) -> Bool {
    range.contains { index in
      guard lines.bytes[index] == UInt8(ascii: ":") else { return false }
      switch lines.byte(at: index + 1) {
      case 0, 0x20, 0x09, 0x0A, 0x0D: return true
      default: return false
      }
    }
  }

  /// Why no colon was found in the rest of a line.
  private func colonReason(from start: Int, line: Int) -> Message.MissingColon {
    let fullWidthColon: [UInt8] = [0xEF, 0xBC, 0x9A]
    for index in start..<max(start, lines.line(line).upperBound) {
      if lines.bytes[index] == UInt8(ascii: ":") { return .noBlank }
      if lines.bytes[index...].starts(with: fullWidthColon) { return .fullWidth }
    }
    return .none
  }
}
