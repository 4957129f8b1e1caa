import CLibXML2

/// What happens while a document is parsed; libxml2's callbacks find it through the parser context.
final class ParseState {
  let passesOverDocumentType: Bool
  var error: XMLError?

  init(_ limits: XMLLimits) { passesOverDocumentType = limits.passesOverDocumentType }
}

/// Parses with libxml2, taking every error at the call that makes it.
enum Parsing {
  /// libxml2 is not made for being set up by two threads at once.
  private static let isReady: Bool = {
    xmlInitParser()
    return true
  }()

  /// The parsed document; the caller owns it.
  static func document(_ source: [UInt8], _ limits: XMLLimits) throws(XMLError) -> UnsafeMutablePointer<
    xmlDoc
  > {
    guard source.count <= limits.bytes else { throw .tooLarge(limit: limits.bytes) }
    let text = try SourceText.utf8(source)
    guard text.count < Int(Int32.max) else { throw .tooLarge(limit: Int(Int32.max)) }
    if let excess = MarkupScan.firstExcess(in: text, limits) { throw excess }
    guard isReady, let context = unsafe xmlNewParserCtxt() else { throw .outOfMemory }
    defer { unsafe xmlFreeParserCtxt(context) }
    let state = ParseState(limits)
    unsafe install(in: context, state)
    let options = Int32(
      XML_PARSE_NONET.rawValue | XML_PARSE_BIG_LINES.rawValue | XML_PARSE_IGNORE_ENC.rawValue)
    let document = unsafe withExtendedLifetime(state) {
      unsafe text.withUnsafeBufferPointer { buffer in
        unsafe buffer.withMemoryRebound(to: CChar.self) {
          unsafe xmlCtxtReadMemory(context, $0.baseAddress, Int32($0.count), nil, nil, options)
        }
      }
    }
    guard let document = unsafe document, unsafe context.pointee.wellFormed == 1, state.error == nil else {
      if let document = unsafe document { unsafe xmlFreeDoc(document) }
      throw state.error ?? .notWellFormed(line: nil, column: nil)
    }
    return unsafe document
  }

  private static func install(in context: UnsafeMutablePointer<xmlParserCtxt>, _ state: ParseState) {
    unsafe context.pointee._private = Unmanaged.passUnretained(state).toOpaque()
    guard let sax = unsafe context.pointee.sax else { return }
    unsafe sax.pointee.serror = { userData, error in
      // An address that is no URI is only a pity.
      guard let error = unsafe error, unsafe error.pointee.level.rawValue >= XML_ERR_ERROR.rawValue,
        unsafe error.pointee.code != XML_WAR_NS_URI.rawValue
      else { return }
      unsafe Parsing.stop(userData, Parsing.error(error.pointee))
    }
    unsafe sax.pointee.startDocument = { userData in
      guard let context = unsafe userData?.assumingMemoryBound(to: xmlParserCtxt.self) else { return }
      // Set only here, as reading sets all options anew. A table of ids would dangle when attributes are changed,
      // and would refuse what a template repeats.
      unsafe context.pointee.loadsubset |= XML_SKIP_IDS
      // Without it, `&amp;` in a namespace's address stays a reference. No other entities can be declared.
      unsafe context.pointee.replaceEntities = 1
      unsafe xmlSAX2StartDocument(userData)
    }
    // A second line of defence behind `MarkupScan`. A document type that is passed over leaves no node.
    unsafe sax.pointee.internalSubset = { userData, _, _, _ in
      if unsafe Parsing.state(userData)?.passesOverDocumentType != true {
        unsafe Parsing.stop(userData, .documentType)
      }
    }
    unsafe sax.pointee.externalSubset = { _, _, _, _ in }
    unsafe sax.pointee.entityDecl = { userData, _, _, _, _, _ in unsafe Parsing.stop(userData, .documentType)
    }
  }

  private static func error(_ error: xmlError) -> XMLError {
    let line = unsafe error.line > 0 ? Int(error.line) : nil
    let column = unsafe error.int2 > 0 ? Int(error.int2) : nil
    return switch unsafe xmlParserErrors(UInt32(error.code)) {
    case XML_NS_ERR_UNDEFINED_NAMESPACE: .undeclaredPrefix(line: line, column: column)
    case XML_ERR_UNDECLARED_ENTITY, XML_WAR_UNDECLARED_ENTITY: .undeclaredEntity(line: line, column: column)
    case XML_ERR_NO_MEMORY: .outOfMemory
    default: .notWellFormed(line: line, column: column)
    }
  }

  private static func state(_ userData: UnsafeMutableRawPointer?) -> ParseState? {
    guard let context = unsafe userData?.assumingMemoryBound(to: xmlParserCtxt.self),
      let state = unsafe context.pointee._private
    else { return nil }
    return unsafe Unmanaged<ParseState>.fromOpaque(state).takeUnretainedValue()
  }

  /// Keeps the first error; libxml2 would read on to the end, for further ones.
  private static func stop(_ userData: UnsafeMutableRawPointer?, _ error: XMLError) {
    guard let state = unsafe state(userData), state.error == nil else { return }
    state.error = error
    unsafe xmlStopParser(userData?.assumingMemoryBound(to: xmlParserCtxt.self))
  }
}
