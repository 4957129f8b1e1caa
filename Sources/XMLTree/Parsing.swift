import CLibXML2

/// Parses with libxml2, which hands what it reads to a builder, taking every error at the call that makes it.
enum Parsing {
  /// libxml2 is not made for being set up by two threads at once.
  private static let isReady: Bool = {
    xmlInitParser()
    return true
  }()

  /// What was parsed, and whether the XML declaration said `standalone="yes"`.
  static func parse(
    _ source: [UInt8], _ limits: XMLLimits
  ) throws(XMLError) -> (builder: TreeBuilder, isStandalone: Bool) {
    guard source.count <= limits.bytes else { throw .tooLarge(limit: limits.bytes) }
    let text = try SourceText.utf8(source)
    guard text.count < Int(Int32.max) else { throw .tooLarge(limit: Int(Int32.max)) }
    if let excess = MarkupScan.firstExcess(in: text, limits) { throw excess }
    guard isReady, let context = unsafe xmlNewParserCtxt() else { throw .outOfMemory }
    defer { unsafe xmlFreeParserCtxt(context) }
    let builder = TreeBuilder(limits, sourceSize: text.count)
    unsafe install(in: context, builder)
    let options = Int32(
      XML_PARSE_NONET.rawValue | XML_PARSE_BIG_LINES.rawValue | XML_PARSE_IGNORE_ENC.rawValue)
    // A document without nodes, which libxml2 can't do without.
    let document = unsafe withExtendedLifetime(builder) {
      unsafe text.withUnsafeBufferPointer { buffer in
        unsafe buffer.withMemoryRebound(to: CChar.self) {
          unsafe xmlCtxtReadMemory(context, $0.baseAddress, Int32($0.count), nil, nil, options)
        }
      }
    }
    if let document = unsafe document { unsafe xmlFreeDoc(document) }
    guard unsafe document != nil, unsafe context.pointee.wellFormed == 1, builder.error == nil else {
      throw builder.error ?? .notWellFormed(line: nil, column: nil)
    }
    return (builder, unsafe context.pointee.standalone == 1)
  }

  private static func install(in context: UnsafeMutablePointer<xmlParserCtxt>, _ builder: TreeBuilder) {
    unsafe context.pointee._private = Unmanaged.passUnretained(builder).toOpaque()
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
      // Set only here, as reading sets all options anew. Without it, `&amp;` in an attribute's value stays a reference.
      // No other entities can be declared.
      unsafe context.pointee.replaceEntities = 1
      unsafe xmlSAX2StartDocument(userData)
    }
    // A second line of defence behind `MarkupScan`. A document type that is passed over leaves no node.
    unsafe sax.pointee.internalSubset = { userData, _, _, _ in
      if unsafe Parsing.withBuilder(userData, { $0.passesOverDocumentType }) != true {
        unsafe Parsing.stop(userData, .documentType)
      }
    }
    unsafe sax.pointee.externalSubset = { _, _, _, _ in }
    unsafe sax.pointee.entityDecl = { userData, _, _, _, _, _ in unsafe Parsing.stop(userData, .documentType)
    }
    unsafe installContent(in: sax)
  }

  private static func installContent(in sax: UnsafeMutablePointer<xmlSAXHandler>) {
    unsafe sax.pointee.startElementNs = {
      userData, local, prefix, address, declarationCount, declarations, attributeCount, _, attributes in
      guard let local = unsafe local else { return }
      unsafe Parsing.withBuilder(userData) { builder in
        let element = unsafe builder.open(
          local: local, prefix: prefix, address: address, line: Parsing.line(userData))
        if let declarations = unsafe declarations {
          unsafe builder.declare(declarations, Int(declarationCount), of: element)
        }
        if let attributes = unsafe attributes {
          unsafe builder.add(attributes, Int(attributeCount), to: element)
        }
      }
    }
    unsafe sax.pointee.endElementNs = { userData, _, _, _ in
      unsafe Parsing.withBuilder(userData) { $0.close() }
    }
    unsafe sax.pointee.characters = { userData, text, length in
      guard let text = unsafe text else { return }
      unsafe Parsing.withBuilder(userData) {
        unsafe $0.add(
          Stretch(text, Int(length)), as: .text, line: Parsing.line(userData))
      }
    }
    // The same function, or else libxml2 asks of every blank whether it can be ignored.
    unsafe sax.pointee.ignorableWhitespace = unsafe sax.pointee.characters
    unsafe sax.pointee.cdataBlock = { userData, text, length in
      guard let text = unsafe text else { return }
      unsafe Parsing.withBuilder(userData) {
        unsafe $0.add(
          Stretch(text, Int(length)), as: .cdata, line: Parsing.line(userData))
      }
    }
    unsafe sax.pointee.comment = { userData, text in
      unsafe Parsing.withBuilder(userData) {
        unsafe $0.addComment(
          text.map { unsafe Stretch(cString: $0) } ?? .empty, line: Parsing.line(userData))
      }
    }
    unsafe sax.pointee.processingInstruction = { userData, target, data in
      guard let target = unsafe target else { return }
      unsafe Parsing.withBuilder(userData) {
        unsafe $0.addInstruction(
          target: Stretch(cString: target), data: data.map { unsafe Stretch(cString: $0) } ?? .empty,
          line: Parsing.line(userData))
      }
    }
  }

  private static func line(_ userData: UnsafeMutableRawPointer?) -> Int {
    guard let context = unsafe userData?.assumingMemoryBound(to: xmlParserCtxt.self),
      let input = unsafe context.pointee.input
    else { return 0 }
    return unsafe Int(input.pointee.line)
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

  /// Lends the builder to `body`; to count references for each piece of markup would take longer than most pieces.
  @inline(__always)
  private static func withBuilder<Result>(
    _ userData: UnsafeMutableRawPointer?, _ body: (TreeBuilder) -> Result
  ) -> Result? {
    guard let context = unsafe userData?.assumingMemoryBound(to: xmlParserCtxt.self),
      let builder = unsafe context.pointee._private
    else { return nil }
    return unsafe Unmanaged<TreeBuilder>.fromOpaque(builder)._withUnsafeGuaranteedRef { body($0) }
  }

  /// Keeps the first error; libxml2 would read on to the end, for further ones.
  private static func stop(_ userData: UnsafeMutableRawPointer?, _ error: XMLError) {
    let isFirst = unsafe withBuilder(userData) { builder in
      guard builder.error == nil else { return false }
      builder.error = error
      return true
    }
    if isFirst == true { unsafe xmlStopParser(userData?.assumingMemoryBound(to: xmlParserCtxt.self)) }
  }
}
