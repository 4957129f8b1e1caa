public import OfficeDocument

/// LibreOffice, which turns documents into PDF.
public struct LibreOffice: Sendable {
  /// The program.
  public let path: String

  private static let names = ["soffice", "libreoffice"]

  /// Finds the program.
  ///
  /// - Parameter path: where it is; without, where the shell would find it.
  /// - Throws: `ConversionError` if there is none.
  public init(at path: String? = nil) throws(ConversionError) {
    if let path {
      guard ChildProcess.isProgram(path) else { throw ConversionError(.noLibreOffice(at: path)) }
      self.path = path
    } else {
      guard let found = Self.names.lazy.compactMap(ChildProcess.find).first else {
        throw ConversionError(.noLibreOffice)
      }
      self.path = found
    }
  }

  /// A document to convert.
  public struct Document: Sendable {
    /// What messages call it.
    public let name: String
    /// The .docx or .odt.
    public let bytes: [UInt8]
    /// Which of the two it is.
    public let format: OfficeFormat

    /// Makes a document.
    public init(name: String, bytes: [UInt8], format: OfficeFormat) {
      self.name = name
      self.bytes = bytes
      self.format = format
    }
  }

  /// The documents as PDFs, in their order. All are converted in one run of the program, with a profile of its own,
  /// so that a LibreOffice that is open is neither asked nor disturbed.
  ///
  /// - Parameter seconds: how long it may take; by default a minute and two seconds a document.
  /// - Throws: `ConversionError` if it takes longer, or a document is not converted.
  public func convert(_ documents: [Document], seconds: Int? = nil) throws(ConversionError) -> [[UInt8]] {
    guard !documents.isEmpty else { return [] }
    let limit = seconds ?? 60 + 2 * documents.count
    let folder = try TemporaryFolder()
    try folder.makeFolder("pdf")
    try folder.write(Array(FontAlternates.configuration.utf8), to: "fonts.conf")
    var files: [String] = []
    for (index, document) in documents.enumerated() {
      let name = "\(index).\(document.format.rawValue)"
      try folder.write(document.bytes, to: name)
      files.append("\(folder.path)/\(name)")
    }
    let arguments = [
      "-env:UserInstallation=file://\(Self.escaped(folder.path))/profile", "--headless", "--nologo",
      "--norestore",
      "--convert-to", "pdf", "--outdir", "\(folder.path)/pdf",
    ]
    let status: Int
    let variables = ["FONTCONFIG_FILE": "\(folder.path)/fonts.conf"]
    switch ChildProcess.run(path, arguments + files, variables: variables, seconds: limit) {
    case .ended(let code): status = code
    case .timedOut: throw ConversionError(.conversionTimedOut(limit))
    case .notStarted: throw ConversionError(.noLibreOffice(at: path))
    }
    var converted: [[UInt8]] = []
    for (index, document) in documents.enumerated() {
      guard let bytes = folder.read("pdf/\(index).pdf"), bytes.starts(with: Array("%PDF-".utf8)) else {
        throw ConversionError(.notConverted(document.name, status: status))
      }
      converted.append(bytes)
    }
    return converted
  }

  /// A path as part of an address.
  private static func escaped(_ path: String) -> String {
    var address = ""
    for byte in path.utf8 {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "/"), UInt8(ascii: "-"), UInt8(ascii: "_"),
        UInt8(ascii: "."), UInt8(ascii: "~"):
        address.unicodeScalars.append(Unicode.Scalar(byte))
      default:
        let digits = String(byte, radix: 16, uppercase: true)
        address += "%" + (digits.utf8.count == 1 ? "0" : "") + digits
      }
    }
    return address
  }
}
