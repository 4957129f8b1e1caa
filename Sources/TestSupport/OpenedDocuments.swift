/// Documents as LibreOffice shows them.
public enum OpenedDocuments {
  /// Whether LibreOffice and what reads its pages are here.
  public static let canBeShown =
    Command(["sh", "-c", "command -v soffice && command -v pdftotext"]).status == 0

  /// The text on the pages of documents, by file name, all turned into pages by one run of LibreOffice; one it
  /// does not open is missing.
  public static func text(of names: [String], in folder: ScratchFolder) -> [String: String] {
    let profile = "-env:UserInstallation=file://\(folder.path)/profile"
    let pages = folder.path + "/pages"
    _ = Command(
      ["timeout", "500", "soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", pages] + names,
      in: folder.path)
    let stems = names.map { (name: $0, stem: String($0[..<($0.lastIndex(of: ".") ?? $0.endIndex)])) }
    _ = Command(["sh", "-c", "for page in *.pdf; do pdftotext -raw \"$page\"; done"], in: pages)
    var texts: [String: String] = [:]
    for (name, stem) in stems { texts[name] = TestFiles.text("\(pages)/\(stem).txt") }
    return texts
  }
}
