/// Documents as LibreOffice shows them.
public enum OpenedDocuments {
  /// Whether LibreOffice is here.
  public static let canBeOpened = Command(["sh", "-c", "command -v soffice"]).status == 0

  /// Whether LibreOffice and what reads its pages are here.
  public static let canBeShown = canBeOpened && Command(["sh", "-c", "command -v pdftotext"]).status == 0

  /// The text on the pages of documents, by file name, all turned into pages by one run of LibreOffice; one it
  /// does not open is missing.
  public static func text(of names: [String], in folder: ScratchFolder) -> [String: String] {
    let pages = convert(names, to: "pdf", in: folder)
    _ = Command(["sh", "-c", "for page in *.pdf; do pdftotext -raw \"$page\"; done"], in: pages)
    return texts(of: names, in: pages)
  }

  /// The text of documents' bodies, by file name, as LibreOffice saves it, which takes half as long as pages; one it
  /// does not open is missing.
  public static func bodies(of names: [String], in folder: ScratchFolder) -> [String: String] {
    texts(of: names, in: convert(names, to: "txt:Text (encoded):UTF8", in: folder))
  }

  /// The folder with what LibreOffice makes of documents in one run.
  private static func convert(_ names: [String], to filter: String, in folder: ScratchFolder) -> String {
    let profile = "-env:UserInstallation=file://\(folder.path)/profile"
    let results = folder.path + "/opened"
    _ = Command(
      ["timeout", "500", "soffice", profile, "--headless", "--convert-to", filter, "--outdir", results]
        + names,
      in: folder.path)
    return results
  }

  private static func texts(of names: [String], in folder: String) -> [String: String] {
    var texts: [String: String] = [:]
    for name in names {
      texts[name] = TestFiles.text("\(folder)/\(name[..<(name.lastIndex(of: ".") ?? name.endIndex)]).txt")
    }
    return texts
  }
}
