import CLibXML2

/// What happens while a document is parsed; libxml2's callbacks find it through the parser context.
final class ParseState {
  let limits: XMLLimits
  var depth = 0
  var nodes = 0
  var error: XMLError?

  init(_ limits: XMLLimits) { self.limits = limits }
}

/// Parses with libxml2, taking every error at the call that makes it.
enum Parsing {
  /// The parsed document; the caller owns it.
  static func document(_ source: [UInt8], _ limits: XMLLimits) throws(XMLError) -> UnsafeMutablePointer<
    xmlDoc
  > {
    guard source.count <= limits.bytes else { throw .tooLarge(limit: limits.bytes) }
    let text = try SourceText.utf8(source)
    guard text.count < Int(Int32.max) else { throw .tooLarge(limit: Int(Int32.max)) }
    guard let context = unsafe xmlNewParserCtxt() else { throw .outOfMemory }
    defer { unsafe xmlFreeParserCtxt(context) }
    let state = ParseState(limits)
    unsafe install(in: context, state)
    let options = Int32(XML_PARSE_NONET.rawValue | XML_PARSE_BIG_LINES.rawValue | XML_PARSE_HUGE.rawValue)
    let document = unsafe withExtendedLifetime(state) {
      unsafe text.withUnsafeBufferPointer { buffer in
        unsafe buffer.withMemoryRebound(to: CChar.self) {
          unsafe xmlCtxtReadMemory(context, $0.baseAddress, Int32($0.count), nil, "UTF-8", options)
        }
      }
    }
    let isWellFormed = unsafe context.pointee.wellFormed == 1 && context.pointee.nsWellFormed == 1
    guard let document = unsafe document, isWellFormed, state.error == nil else {
      if let document = unsafe document { unsafe xmlFreeDoc(document) }
      throw state.error ?? .notWellFormed(line: nil, column: nil)
    }
    return unsafe document
  }

  private static func install(in context: UnsafeMutablePointer<xmlParserCtxt>, _ state: ParseState) {
    unsafe context.pointee._private = Unmanaged.passUnretained(state).toOpaque()
    guard let sax = unsafe context.pointee.sax else { return }
    unsafe sax.pointee.serror = { userData, error in
      guard let error = unsafe error, unsafe error.pointee.level.rawValue >= XML_ERR_ERROR.rawValue,
        let state = unsafe Parsing.state(userData), state.error == nil
      else { return }
      let line = unsafe error.pointee.line > 0 ? Int(error.pointee.line) : nil
      let column = unsafe error.pointee.int2 > 0 ? Int(error.pointee.int2) : nil
      switch unsafe xmlParserErrors(UInt32(error.pointee.code)) {
      case XML_NS_ERR_UNDEFINED_NAMESPACE: state.error = .undeclaredPrefix(line: line, column: column)
      case XML_ERR_UNDECLARED_ENTITY, XML_WAR_UNDECLARED_ENTITY:
        state.error = .undeclaredEntity(line: line, column: column)
      case XML_ERR_NO_MEMORY: state.error = .outOfMemory
      default: state.error = .notWellFormed(line: line, column: column)
      }
    }
    unsafe sax.pointee.internalSubset = { userData, _, _, _ in
      guard let state = unsafe Parsing.state(userData), !state.limits.passesOverDocumentType else { return }
      unsafe Parsing.stop(userData, state, .documentType)
    }
    unsafe sax.pointee.entityDecl = { userData, _, _, _, _, _ in
      guard let state = unsafe Parsing.state(userData) else { return }
      unsafe Parsing.stop(userData, state, .documentType)
    }
    unsafe sax.pointee.startElementNs = {
      userData, local, prefix, address, namespaceCount, namespaces, attributeCount, defaulted, attributes in
      guard let state = unsafe Parsing.state(userData) else { return }
      state.depth += 1
      state.nodes += 2
      let line = unsafe Parsing.line(userData)
      if state.depth > state.limits.depth {
        unsafe Parsing.stop(userData, state, .tooDeep(limit: state.limits.depth, line: line))
      } else if state.nodes > state.limits.nodes {
        unsafe Parsing.stop(userData, state, .tooManyNodes(limit: state.limits.nodes, line: line))
      } else if Int(namespaceCount) + Int(attributeCount) > state.limits.attributes {
        unsafe Parsing.stop(userData, state, .tooManyAttributes(limit: state.limits.attributes, line: line))
      } else {
        unsafe xmlSAX2StartElementNs(
          userData, local, prefix, address, namespaceCount, namespaces, attributeCount, defaulted, attributes)
      }
    }
    unsafe sax.pointee.endElementNs = { userData, local, prefix, address in
      unsafe Parsing.state(userData)?.depth -= 1
      unsafe xmlSAX2EndElementNs(userData, local, prefix, address)
    }
  }

  private static func state(_ userData: UnsafeMutableRawPointer?) -> ParseState? {
    guard let context = unsafe userData?.assumingMemoryBound(to: xmlParserCtxt.self),
      let state = unsafe context.pointee._private
    else { return nil }
    return unsafe Unmanaged<ParseState>.fromOpaque(state).takeUnretainedValue()
  }

  private static func line(_ userData: UnsafeMutableRawPointer?) -> Int? {
    guard let input = unsafe userData?.assumingMemoryBound(to: xmlParserCtxt.self).pointee.input else {
      return nil
    }
    return unsafe Int(input.pointee.line)
  }

  private static func stop(_ userData: UnsafeMutableRawPointer?, _ state: ParseState, _ error: XMLError) {
    if state.error == nil { state.error = error }
    unsafe xmlStopParser(userData?.assumingMemoryBound(to: xmlParserCtxt.self))
  }
}
