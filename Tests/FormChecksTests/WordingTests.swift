import FormChecks
import Forms
import TestSupport
import Testing

/// The base report with another text on applications.
private func findings(_ text: String, disclosure: String = "") throws -> [String] {
  var source = try #require(TestFiles.text(fixtures + "/report.yaml"))
  source = source.replacing("全年新收政府信息公开申请182件，上年结转10件，办理完毕178件，结转下年度14件。", with: text)
  source = source.replacing("制发行政规范性文件7件，", with: disclosure)
  return rules(FormChecks.findings(in: try report(source)))
}

@Suite("Wordings of published reports")
struct WordingTests {
  @Test(
    "no alarm over what is no contradiction",
    arguments: [
      "全年共受理政府信息公开申请192件。", "收到并受理申请182件，答复178件，其中予以公开66件、部分公开19件。", "收办申请192件（上年结转10件）。",
      "线上收到申请150件，当面收到申请32件。", "县政府办公室收到申请12件。", "各部门收到申请140件。", "2022年收到申请150件，2023年收到申请182件。",
      "收到申请182件，较去年增加12件。", "收到公民、法人和其他组织申请182件。", "收到申请近200件。", "收到申请180余件。", "予以公开85件。",
      "不予公开国家秘密类1件。", "按期答复170件。", "收到行政复议申请300件。",
      "审理行政复议案件300件。", "通过“县长信箱”受理信件30件，办结信件30件。", "未收到行政许可申请。", "未收到法人申请。", "一季度未收到政府信息公开申请，全年收到申请182件。",
      "没有败诉的政府信息公开行政诉讼。", "信息公开行政复议维持14件，纠正3件，未审结1件。", "因政府信息公开被提起行政诉讼：未经复议直接起诉1件，复议后起诉7件。",
      "收到申请182件，其中自然人163件、企业11件。", "受理申请182件，其中网上120件，已办结178件，结转14件。",
    ])
  func silent(text: String) throws {
    #expect(try findings(text) == [])
  }

  @Test(
    "a contradiction is found however it is worded",
    arguments: [
      "全年共受理政府信息公开申请200件。", "全年共收到90份政府信息公开申请。", "本机关新收申请一百八十一件。", "收到申请200余件。", "我县未收到政府信息公开申请。",
      "未收到书面或其他形式要求公开政府信息的申请。", "上年度结转申请12件。", "另有12件申请顺延到下年度答复。", "转2024年办理的申请11件。", "自然人申请150件。",
      "法人或其他组织申请12件。", "有60件申请予以公开，部分公开19件。", "部分公开20件，涉及申请人11人。", "不予公开申请11件。", "未发生因政府信息公开引起的行政复议、行政诉讼。",
      "政府信息公开行政复议12件。", "信息公开类行政诉讼9件。", "信息公开行政复议20件，均获维持。",
    ])
  func found(text: String) throws {
    #expect(try findings(text).first == "(text-vs-table)")
    #expect(try findings(text).count == 1)
  }

  @Test(
    "table 2: a county may tell of a part of what it counts, but not of more",
    arguments: [
      ("制发行政规范性文件6件，", []), ("制定出台规范性文件9件，", ["(text-vs-table)"]), ("废止规范性文件4件，", ["(text-vs-table)"]),
      ("现行有效规范性文件40件，", []), ("公开规范性文件50件，", []), ("解读制发的规范性文件50件，", []), ("制发规范性文件比上年多20件，", []),
      ("作出行政处罚决定6127件，", ["(text-vs-table)"]), ("公开行政处罚结果信息8000条，", []), ("收取行政事业性收费1520.31万元，", []),
      ("收取行政事业性收费2520.31万元，", ["(text-vs-table)"]), ("制定规章制度3个，", []), ("制发、废止规范性文件30件，", []),
    ])
  func disclosure(text: String, expected: [String]) throws {
    #expect(
      try findings("全年新收政府信息公开申请182件。", disclosure: text) == expected)
  }

  @Test(
    "lists of parts",
    arguments: [
      ("公开信息73条，其中：统计数据12条，工作动态信息21条，会议信息40条。", false), ("公开信息73条，其中：统计数据12条，工作动态信息21条，会议信息41条。", true),
      ("公开信息73条。其中，数据12条、动态21条、会议39条。", true), ("公开信息73条，其中数据12条、动态21条等。", false),
      ("公开信息73条，其中数据1条、动态2条。", false),
      ("规章13件（新制定5件，修改4件，废止4件）。", false), ("规章13件（新制定5件，修改4件，废止3件）。", true), ("规章13件（含新制定5件，修改4件）。", false),
      ("公开信息8条，其中补贴性信息四条、惠民政策性信息三条。", true), ("公开信息约80条（动态30条、公告20条）。", false),
      ("公开信息80条（同比增长3条、较前年增长4条）。", false),
      ("收取25件的费用2950元。其中，甲局10件，收取950元；乙局15件，收取2000元。", false),
      ("收取25件的费用2950元。其中，甲局10件，收取950元；乙局14件，收取2000元。", true), ("公开信息100条，其中微博60条，微信41条，比上年多20条。", true),
      ("发布解读14篇，其中图解8篇、文字6篇，编发简报12篇。", false), ("收到留言60条，其中咨询30条、投诉20条，已办结60条。", false),
      ("公开信息60条（其中图解30条、其他30条，共公开栏目5个）。", false),
      ("引发争议11件，其中，复议7件，维持6件，审理中1件；诉讼4件，维持2件，审理中2件。", false),
      ("引发争议11件，其中复议7件，维持6件，审理中1件，诉讼4件。", false), ("引发争议12件，其中复议7件，维持6件，审理中1件，诉讼4件。", true),
      ("公开信息3862条次。其中网站公开818条、微信发布1468条、微博发布1576条。", false), ("公开信息34条，包括：人事信息12条，公告28条。", false),
    ])
  func parts(text: String, isFound: Bool) throws {
    #expect(try findings(text) == (isFound ? ["(text-vs-text)"] : []))
  }

  @Test(
    "a share is of some total, or it is found",
    arguments: [
      ("收到申请182件，予以公开66件，占36.3%。", false), ("予以公开66件，占37.1%，涉及申请人60人。", false),
      ("收到申请182件，予以公开66件，占37%。", false),
      ("收到申请182件，予以公开66件，占45.2%。", true), ("收到申请182件，予以公开66件，占比百分之七十三。", true),
      ("收到申请182件，予以公开66件，占比约百分之四十九。", false),
    ])
  func shares(text: String, isFound: Bool) throws {
    #expect(try findings(text) == (isFound ? ["(text-vs-text)"] : []))
  }
}
