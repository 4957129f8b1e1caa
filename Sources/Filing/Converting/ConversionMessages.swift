import Diagnostics

/// What is wrong with conversions.
extension Message {
  static let noLibreOffice = Message(
    "no-libreoffice", chinese: "没有找到 LibreOffice，不能生成 PDF",
    english: "LibreOffice was not found, so no PDF can be made",
    hint: Hint(
      chinese: "请安装 LibreOffice Writer，或用 --soffice 指出 soffice 的位置；.docx 和 .odt 不需要它",
      english: "install LibreOffice Writer, or name soffice with --soffice; .docx and .odt do without it"))

  static func noLibreOffice(at path: String) -> Message {
    Message(
      "no-libreoffice", chinese: "不能运行 \(path)", english: "\(path) can't be run",
      hint: Hint(
        chinese: "--soffice 应是 LibreOffice 的 soffice 程序", english: "--soffice names LibreOffice's soffice"))
  }

  static func conversionTimedOut(_ seconds: Int) -> Message {
    Message(
      "conversion-timeout", chinese: "LibreOffice 在 \(seconds) 秒内没有完成，已停止",
      english: "LibreOffice did not finish within \(seconds) seconds and was stopped")
  }

  static func notConverted(_ name: String, status: Int) -> Message {
    Message(
      "not-converted", chinese: "LibreOffice 没有把 \(name) 转换成 PDF（退出状态 \(status)）",
      english: "LibreOffice did not turn \(name) into a PDF (exit status \(status))")
  }

  static func noTemporaryFolder(_ path: String) -> Message {
    Message(
      "no-temporary-folder", chinese: "不能在 \(path) 写临时文件",
      english: "temporary files can't be written in \(path)")
  }

  /// Fonts that a PDF does not have, though its document names them.
  static func substitutedFonts(_ names: [String], instead fonts: [String]) -> Message {
    let (missing, used) = (names.joined(separator: "、"), fonts.joined(separator: ", "))
    return Message(
      "font-substituted", chinese: "没有这些字体：\(missing)；PDF 里换成了别的（\(used)）",
      english:
        "these fonts are not there: \(names.joined(separator: ", ")); the PDF has others instead (\(used))",
      hint: Hint(
        chinese: "换行和分页可能与办公电脑上不同；正式打印请在办公电脑上打开 .docx 或 .odt",
        english:
          "lines and pages may differ from those of a machine that has them; print the .docx or .odt there"))
  }

  static let unknownFonts = Message(
    "unknown-fonts", chinese: "看不出 PDF 用了哪些字体，请自行核对",
    english: "it can't be told which fonts the PDF uses; check them")
}
