import DocumentTemplate
public import Forms
public import TemplateLanguage

extension Report {
  /// The report as templates print it: its own values, and under `layout` what is laid out by GB/T 9704—2012.
  ///
  /// `layout.title`, a paragraph; `layout.ending`: `rows` (seals side by side, each row three cells of paragraphs;
  /// empty unless several agencies seal), `signers`, `date` and `hand_signature`, each paragraphs; `layout.draft`.
  public func printValues(_ options: PrintOptions = PrintOptions()) -> Mapping {
    var values = self.values
    values["layout"] = .mapping(
      Mapping([
        ("title", .object(TitleLayout(report: self).paragraph)),
        ("ending", .mapping(EndingLayout(report: self, options: options).values)),
        ("draft", .bool(options.isDraft)),
      ]))
    return values
  }

  /// The files of pictures that the report names, each once, with the path in the report file that names it.
  public var pictureFiles: [(name: String, path: String)] {
    var seen: Set<String> = []
    var files: [(name: String, path: String)] = []
    for (index, signer) in signers.enumerated() {
      let parent = signature.agencies.isEmpty ? "signature" : "signature.agencies[\(index)]"
      for (key, name) in [("seal", signer.seal), ("stamp", signer.stamp)] {
        if let name, seen.insert(name).inserted { files.append((name, "\(parent).\(key)")) }
      }
    }
    return files
  }
}
