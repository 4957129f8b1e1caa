import OfficeDocument
import TestSupport

/// Documents to be merged, with something of everything that must come along.
enum MergeFiles {
  private static let office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
  private static let word = "application/vnd.openxmlformats-officedocument.wordprocessingml."

  /// A Word package of parts: what each root holds, by name; `links` by part, each an id, a kind and a target.
  static func word(
    _ body: String, styles: String = "", numbering: String = "", footnotes: String = "",
    comments: String = "",
    files: [(name: String, type: String, bytes: [UInt8])] = [],
    links: [String: [(String, String, String)]] = [:]
  ) throws(OfficeError) -> OfficePackage {
    var parts: [(name: String, root: String, content: String)] = [
      ("document", "document", "<w:body>\(body)</w:body>")
    ]
    var own = links["document"] ?? []
    for (name, content) in [
      ("styles", styles), ("numbering", numbering), ("footnotes", footnotes), ("comments", comments),
    ] where !content.isEmpty {
      parts.append((name, name, content))
      own.append(("rId9\(parts.count)", name, "\(name).xml"))
    }
    var types =
      "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
      + "<Default Extension=\"xml\" ContentType=\"application/xml\"/>"
      + "<Default Extension=\"png\" ContentType=\"image/png\"/>"
    var all: [(name: String, bytes: [UInt8])] = []
    for part in parts {
      let kind = part.name == "document" ? "document.main" : part.name
      types += "<Override PartName=\"/word/\(part.name).xml\" ContentType=\"\(word)\(kind)+xml\"/>"
      all.append(
        (
          "word/\(part.name).xml",
          Array(
            ("<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n<w:\(part.root) \(WordFile.namespaces)"
              + " mc:Ignorable=\"w14\">"
              + "\(part.content)</w:\(part.root)>").utf8)
        ))
    }
    for file in files {
      if !file.type.isEmpty { types += "<Override PartName=\"/\(file.name)\" ContentType=\"\(file.type)\"/>" }
      all.append((file.name, file.bytes))
    }
    var links = links
    links["document"] = own
    for (part, list) in links.sorted(by: { $0.key < $1.key }) where !list.isEmpty {
      let steps = part.split(separator: "/")
      let folder = steps.dropLast().map { "\($0)/" }.joined()
      all.append(("word/\(folder)_rels/\(steps.last ?? "").xml.rels", relationships(list)))
    }
    all.append(
      (
        "[Content_Types].xml",
        Array(
          "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">\(types)</Types>"
            .utf8)
      ))
    all.append(("_rels/.rels", relationships([("rId1", "officeDocument", "word/document.xml")])))
    return try OfficePackage(files: all)
  }

  private static func relationships(_ list: [(String, String, String)]) -> [UInt8] {
    let items = list.map { id, kind, target in
      "<Relationship Id=\"\(id)\" Type=\"\(office)/\(kind)\" Target=\"\(target)\""
        + (target.contains("://") ? " TargetMode=\"External\"" : "") + "/>"
    }
    return Array(
      ("<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
        + items.joined() + "</Relationships>").utf8)
  }

  static func paragraph(_ text: String, _ properties: String = "") -> String {
    "<w:p>\(properties.isEmpty ? "" : "<w:pPr>\(properties)</w:pPr>")<w:r><w:t>\(text)</w:t></w:r></w:p>"
  }

  static func style(_ id: String, _ name: String, _ rest: String = "", type: String = "paragraph") -> String {
    "<w:style w:type=\"\(type)\" w:styleId=\"\(id)\"><w:name w:val=\"\(name)\"/>\(rest)</w:style>"
  }

  /// A list of one level under the number `id`.
  static func list(_ id: Int, _ text: String = "%1.") -> (design: String, list: String) {
    (
      "<w:abstractNum w:abstractNumId=\"\(id)\"><w:nsid w:val=\"12345678\"/><w:multiLevelType w:val=\"singleLevel\"/>"
        + "<w:lvl w:ilvl=\"0\"><w:start w:val=\"3\"/><w:numFmt w:val=\"decimal\"/><w:lvlText w:val=\"\(text)\"/>"
        + "<w:lvlJc w:val=\"left\"/></w:lvl></w:abstractNum>",
      "<w:num w:numId=\"\(id)\"><w:abstractNumId w:val=\"\(id)\"/></w:num>"
    )
  }

  static let numbered = "<w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\"1\"/></w:numPr>"

  static func picture(_ id: String) -> String {
    "<w:r><w:drawing><wp:inline><wp:extent cx=\"360000\" cy=\"360000\"/><wp:docPr id=\"1\" name=\"徽标\" descr=\"公章\"/>"
      + "<a:graphic><a:graphicData uri=\"http://schemas.openxmlformats.org/drawingml/2006/picture\">"
      + "<pic:pic xmlns:pic=\"http://schemas.openxmlformats.org/drawingml/2006/picture\"><pic:nvPicPr>"
      + "<pic:cNvPr id=\"0\" name=\"logo.png\"/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill>"
      + "<a:blip r:embed=\"\(id)\"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr><a:xfrm>"
      + "<a:off x=\"0\" y=\"0\"/><a:ext cx=\"360000\" cy=\"360000\"/></a:xfrm><a:prstGeom prst=\"rect\"><a:avLst/>"
      + "</a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>"
  }

  static let chart =
    "<w:r><w:drawing><wp:inline><wp:extent cx=\"360000\" cy=\"360000\"/><wp:docPr id=\"1\" name=\"图表\"/><a:graphic>"
    + "<a:graphicData uri=\"http://schemas.openxmlformats.org/drawingml/2006/chart\"><c:chart r:id=\"rId2\"/>"
    + "</a:graphicData></a:graphic></wp:inline></w:drawing></w:r>"

  static func footnote(_ id: Int, _ text: String) -> String {
    "<w:footnote w:id=\"\(id)\"><w:p><w:r><w:footnoteRef/></w:r><w:r><w:t>\(text)</w:t></w:r></w:p></w:footnote>"
  }

  static let separators =
    "<w:footnote w:type=\"separator\" w:id=\"-1\"><w:p><w:r><w:separator/></w:r></w:p></w:footnote>"
    + "<w:footnote w:type=\"continuationSeparator\" w:id=\"0\"><w:p><w:r><w:continuationSeparator/></w:r></w:p>"
    + "</w:footnote>"

  /// A document with a style, a list, a picture, a chart with its workbook, a footnote, a comment, a bookmark with a
  /// reference, a link, a table at its end.
  static func everything() throws(OfficeError) -> OfficePackage {
    let list = list(1)
    let chartPart =
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<c:chartSpace xmlns:c=\"http://schemas.openxmlformats.org/"
      + "drawingml/2006/chart\" xmlns:r=\"\(office)\"><c:chart><c:plotArea><c:layout/><c:pieChart><c:varyColors val=\"1\"/></c:pieChart></c:plotArea></c:chart>"
      + "<c:externalData r:id=\"rId1\"/></c:chartSpace>"
    return try word(
      paragraph("附件标题", "<w:pStyle w:val=\"Annex\"/>") + paragraph("第一项", numbered)
        + paragraph("第二项", numbered)
        + "<w:p>\(picture("rId1"))\(chart)</w:p>"
        + "<w:p w14:paraId=\"12345678\" w:rsidR=\"00AA0000\"><w:bookmarkStart w:id=\"0\" w:name=\"place\"/><w:r><w:t>注</w:t></w:r>"
        + "<w:r><w:footnoteReference w:id=\"1\"/></w:r><w:bookmarkEnd w:id=\"0\"/><w:commentRangeStart w:id=\"0\"/>"
        + "<w:r><w:t>批</w:t></w:r><w:commentRangeEnd w:id=\"0\"/><w:r><w:commentReference w:id=\"0\"/></w:r></w:p>"
        + "<w:p><w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText> REF place \\h </w:instrText></w:r>"
        + "<w:r><w:fldChar w:fldCharType=\"separate\"/></w:r><w:r><w:t>注</w:t></w:r><w:r><w:fldChar w:fldCharType=\"end\"/></w:r>"
        + "<w:hyperlink w:anchor=\"place\"><w:r><w:t>见注</w:t></w:r></w:hyperlink>"
        + "<w:hyperlink r:id=\"rId3\"><w:r><w:t>网址</w:t></w:r></w:hyperlink></w:p>"
        + "<w:tbl><w:tblPr><w:tblW w:w=\"0\" w:type=\"auto\"/></w:tblPr><w:tblGrid><w:gridCol w:w=\"2000\"/></w:tblGrid>"
        + "<w:tr><w:tc><w:tcPr><w:tcW w:w=\"2000\" w:type=\"dxa\"/></w:tcPr>\(paragraph("{{ 不是标签 }}"))</w:tc></w:tr></w:tbl>"
        + "<w:sectPr/>",
      styles: style("Base", "Annex Base", "<w:rPr><w:i/></w:rPr>")
        + style(
          "Annex", "Annex Title", "<w:basedOn w:val=\"Base\"/><w:next w:val=\"Annex\"/><w:rPr><w:b/></w:rPr>"),
      numbering: list.design + list.list,
      footnotes: separators + footnote(1, "附件的脚注"),
      comments: "<w:comment w:id=\"0\" w:author=\"甲\"><w:p><w:r><w:t>附件的批注</w:t></w:r></w:p></w:comment>",
      files: [
        ("word/media/image1.png", "", SmallPicture.png),
        (
          "word/charts/chart1.xml", "application/vnd.openxmlformats-officedocument.drawingml.chart+xml",
          Array(chartPart.utf8)
        ),
        (
          "word/embeddings/book1.xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
          Array("PK\u{3}\u{4}book".utf8)
        ),
      ],
      links: [
        "document": [
          ("rId1", "image", "media/image1.png"), ("rId2", "chart", "charts/chart1.xml"),
          ("rId3", "hyperlink", "https://example.cn/"),
        ], "charts/chart1": [("rId1", "package", "../embeddings/book1.xlsx")],
      ])
  }
}
