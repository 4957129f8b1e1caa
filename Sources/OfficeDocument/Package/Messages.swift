import Diagnostics

extension Message {
  static let noContentTypes = Message(
    "no-content-types", chinese: "缺少 [Content_Types].xml，不是 Word 文档",
    english: "[Content_Types].xml is missing; this is not a Word document")

  static let unknownPackage = Message(
    "unknown-format", chinese: "既不是 .docx 也不是 .odt 文档",
    english: "this is neither a .docx nor an .odt document",
    hint: Hint(
      chinese: "请用 Word 或 WPS 另存为 .docx，或用 LibreOffice 另存为 .odt",
      english: "save it as .docx from Word or WPS, or as .odt from LibreOffice"))

  static let compoundFile = Message(
    "compound-file", chinese: "这是旧版 .doc/.wps 文档，或有密码保护的文档",
    english: "this is an old .doc or .wps document, or a password-protected one",
    hint: Hint(
      chinese: "请在 Word 或 WPS 中取消密码，另存为 .docx",
      english: "remove the password in Word or WPS and save it as .docx"))

  static let noMainPart = Message(
    "no-main-part", chinese: "文档主体部件缺失",
    english: "the package has no main document part")

  static let twoMainParts = Message(
    "two-main-parts", chinese: "有两个文档主体部件，无法确定用哪一个",
    english: "the package names two main document parts")

  static func notWordprocessing(_ type: String) -> Message {
    Message(
      "wrong-format", chinese: "主体部件的类型是 \(type)，不是 Word 文档",
      english: "the main part is of type \(type), not a Word document")
  }

  static let macros = Message(
    "macro-document", chinese: "文档带有宏，不接受", english: "the document carries macros, which is not accepted",
    hint: Hint(
      chinese: "请在 Word 中另存为“Word 文档 (*.docx)”", english: "save it from Word as “Word Document (*.docx)”"))

  static let strict = Message(
    "strict-format", chinese: "这是“严格 Open XML”格式，不支持",
    english: "the document is in the Strict Open XML format, which is not supported",
    hint: Hint(
      chinese: "请在 Word 中另存为“Word 文档 (*.docx)”", english: "save it from Word as “Word Document (*.docx)”"))

  static func notText(_ type: String) -> Message {
    Message(
      "wrong-format", chinese: "文档类型是 \(type)，不是 OpenDocument 文本",
      english: "the document is of type \(type), not an OpenDocument text")
  }

  static let encrypted = Message(
    "encrypted", chinese: "文档有密码保护，无法读取", english: "the document is password-protected",
    hint: Hint(chinese: "请先取消密码再使用", english: "remove the password first"))

  static func climbingTarget(_ target: String) -> Message {
    Message(
      "climbing-target", chinese: "关系目标 \(target) 越出了文档包",
      english: "the relationship target \(target) climbs out of the package")
  }

  static let incompleteRelationship = Message(
    "bad-relationship", chinese: "关系缺少 Id、Type 或 Target",
    english: "a relationship lacks its Id, Type or Target")

  static func duplicateRelationship(_ id: String) -> Message {
    Message(
      "duplicate-relationship", chinese: "关系 \(id) 出现了两次", english: "the relationship \(id) is there twice")
  }

  static func missingPart(_ name: String) -> Message {
    Message("missing-part", chinese: "文档包中没有 \(name)", english: "the package has no part \(name)")
  }

  static func nameTaken(_ name: String) -> Message {
    Message(
      "name-taken", chinese: "文档包中已有 \(name)", english: "the package has a part \(name) already")
  }

  static let unknownPicture = Message(
    "unknown-picture", chinese: "不是可识别的图片",
    english: "this is not a picture of a known kind",
    hint: Hint(
      chinese: "可用 PNG、JPEG、GIF、BMP、TIFF、SVG、EMF、WMF",
      english: "PNG, JPEG, GIF, BMP, TIFF, SVG, EMF and WMF can be used"))

  static func damagedPicture(_ format: PictureFormat) -> Message {
    Message(
      "damaged-picture", chinese: "\(format.rawValue.uppercased()) 图片已损坏，或没有尺寸",
      english: "the \(format.rawValue.uppercased()) picture is damaged, or has no size")
  }

  static let pictureTooLarge = Message(
    "picture-too-large", chinese: "图片过大（上限 64 MiB、2.5 亿像素）",
    english: "the picture is too large (64 MiB and 250 million pixels at most)")

  static let activePicture = Message(
    "active-picture", chinese: "SVG 图片含脚本或引用外部内容",
    english: "the SVG picture holds scripts or loads something from elsewhere")
}
