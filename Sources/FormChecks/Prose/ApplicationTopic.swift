/// Figures of the applicant matrix of which the prose of a report usually speaks.
enum ApplicationTopic: Hashable, Sendable, CaseIterable {
  case new, handled, carriedIn, carriedOut, results
  case granted, partlyGranted, grantedOrPartly, refused, notAvailable, notProcessed, other
  case natural, organisations

  /// Whether it is a kind of result.
  var isResult: Bool {
    switch self {
    case .granted, .partlyGranted, .grantedOrPartly, .refused, .notAvailable, .notProcessed, .other: true
    default: false
    }
  }

  /// The topic of a quantity by the words around it; nil where they leave a doubt.
  init?(_ quantity: Quantity, in sentence: Sentence, year: Int, agency: Agency) {
    let label = quantity.label
    if let topic = Self.carried(label + quantity.follows, year: year) {
      // 收到25件，结转下年2件: what follows belongs to the next number only where a mark is between.
      self = topic
      return
    }
    guard !label.mentions(anyOf: Comparison.words) else { return nil }
    guard !label.mentions(anyOf: Self.foreign) else { return nil }
    if let topic = Self.result(label) {
      self = topic
      return
    }
    // 其中12件予以公开
    if label.count <= 4, let topic = Self.result(quantity.follows) {
      self = topic
      return
    }
    guard sentence.text.mentions("申请"), !agency.isOther(in: label) else { return nil }
    if let topic = Self.applicant(label) ?? Self.intake(label, quantity.follows) {
      self = topic
    } else {
      return nil
    }
  }

  /// What is no application for disclosure.
  private static let foreign = [
    "复议", "诉讼", "起诉", "应诉", "投诉", "举报", "咨询", "意见", "建议", "留言", "信访", "来信", "提案", "议案", "许可", "热线", "信件",
    "邮件",
    "投稿", "主动公开", "解读", "补正", "撤回", "信息数",
  ]

  private static func carried(_ text: [Unicode.Scalar], year: Int) -> ApplicationTopic? {
    let moves = ["结转", "转入", "转结", "顺延", "转下", "延至", "继续办理", "上年转", "上年度转", "转至", "转到", "转\(year + 1)年"]
    guard text.mentions(anyOf: moves) else { return nil }
    let isNext = text.mentions(anyOf: ["下年", "下一年", "次年", "明年", "\(year + 1)年"])
    let isLast = text.mentions(anyOf: ["上年", "上一年", "去年", "\(year - 1)年"])
    if isNext == isLast { return nil }
    return isNext ? .carriedOut : .carriedIn
  }

  private static func result(_ text: [Unicode.Scalar]) -> ApplicationTopic? {
    let kinds: [(ApplicationTopic, words: [String], rows: [String])] = [
      (.granted, ["予以公开", "同意公开"], ["主动公开", "不予公开"]),
      (.partlyGranted, ["部分公开"], []),
      (.refused, ["不予公开"], ["秘密", "法律", "法规", "安全", "第三方", "内部", "过程性", "案卷", "查询", "个人隐私", "商业"]),
      (.notAvailable, ["无法提供", "不能提供"], ["不掌握", "不存在", "现成", "补正", "制作"]),
      (.notProcessed, ["不予处理"], ["信访", "投诉", "举报", "重复", "出版", "大量", "反复", "确认", "重新"]),
      (.other, ["其他处理", "其它处理"], ["逾期", "补正", "缴"]),
    ]
    var found: [ApplicationTopic] = []
    for kind in kinds where text.mentions(anyOf: kind.words) {
      // A single row of a group, unless it stands for all: 因本机关不掌握等原因.
      if text.mentions(anyOf: kind.rows), !text.mentions("等") { return nil }
      found.append(kind.0)
    }
    if found == [.granted, .partlyGranted] || text.mentions("公开及部分公开") || text.mentions("公开和部分公开") {
      return found.allSatisfy { $0 == .granted || $0 == .partlyGranted } ? .grantedOrPartly : nil
    }
    return found.count == 1 ? found[0] : nil
  }

  private static func applicant(_ label: [Unicode.Scalar]) -> ApplicationTopic? {
    let isNatural = label.mentions(anyOf: ["自然人", "公民", "个人"])
    let isOrganisation = label.mentions(anyOf: ["法人", "组织"])
    guard isNatural != isOrganisation, !label.mentions(anyOf: ["商业", "科研", "公益", "法律服务", "答复", "办结"])
    else { return nil }
    return isNatural ? .natural : .organisations
  }

  private static func intake(_ label: [Unicode.Scalar], _ follows: [Unicode.Scalar]) -> ApplicationTopic? {
    let kinds = label.mentions(anyOf: ["自然人", "公民", "个人"]) == label.mentions(anyOf: ["法人", "组织"])
    guard kinds, !label.mentions(anyOf: channels), !follows.mentions(anyOf: channels) else { return nil }
    let isDone = label.mentions(anyOf: ["办结", "办理完", "处理完毕", "答复", "办复"])
    let isTaken = label.mentions(anyOf: ["收到", "接收", "接到", "受理", "收办", "收件", "新收", "新增"])
    if isDone {
      return isTaken || label.mentions("率") || label.mentions(anyOf: ["延期", "逾期"]) ? nil : .results
    }
    guard label.mentions("申请") || follows.mentions("申请") else { return nil }
    if label.mentions(anyOf: ["受理", "收办"]) || label.mentions("办理") { return .handled }
    return isTaken ? .new : nil
  }

  /// Ways by which applications come in; such figures are parts.
  private static let channels = [
    "网络", "在线", "线上", "线下", "网上", "平台", "信函", "当面", "传真", "邮寄", "邮箱", "现场", "书面", "口头", "微信", "窗口", "来访",
    "电子",
    "互联网", "信箱", "电话", "系统", "渠道",
  ]
}
