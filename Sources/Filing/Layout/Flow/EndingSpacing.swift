import Forms

/// The spacing before a signature that finds no room on the page where its text ends: "当公文排版后所剩空白处不能容下印章或签发人签名章、成文日期时，可以采取调整行距、字距的措施解决"
/// (GB/T 9704—2012, 7.3.5.5). Lines of running text behind the last table are set closer, and a seal closer to the
/// text, if that saves a page.
struct EndingSpacing {
  /// The height of lines of running text behind the last table, in points; nil for the usual one.
  var line: Double?
  /// Whether a seal's top is brought up to the text.
  var isSealClose = false

  /// The least height of a line, in points: seven in a hundred less than usual.
  static let leastLine = 27.0
  private static let step = 0.15
  /// What is left free of a page, in points, in case that an editor sets some rows higher.
  private static let reserve = 2.0

  init() {}

  /// The least that must be adjusted, nothing if the signature has room or no adjustment within bounds gives it any.
  init(for report: Report) {
    guard !report.definition.keepsSpacing else { return }
    let flow = ReportFlow(report)
    func endingHeight(_ isClose: Bool) -> Double {
      EndingLayout(report: report, options: PrintOptions(), isSealClose: isClose).height
    }
    let (loose, close) = (endingHeight(false), endingHeight(true))
    let pages = flow.pageCount(pageHeight: PageGrid.textHeight, line: PageGrid.line, ending: loose)
    let height = PageGrid.textHeight - Self.reserve
    for step in 0...Int(((PageGrid.line - Self.leastLine) / Self.step).rounded()) {
      let line = PageGrid.line - Double(step) * Self.step
      for (isClose, ending) in [(false, loose), (true, close)]
      where flow.pageCount(pageHeight: height, line: line, ending: ending) < pages {
        self.line = step > 0 ? line : nil
        isSealClose = isClose
        return
      }
    }
  }
}
