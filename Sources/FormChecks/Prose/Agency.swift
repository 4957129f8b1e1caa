/// What an agency's name says of it.
struct Agency {
  private let name: [Unicode.Scalar]

  init(_ name: String) {
    self.name = ProseText.normalised(name)
  }

  /// Whether its reports are about itself only, not about units below it: a department, a township.
  var isSingle: Bool {
    Self.singleEndings.contains { name.ends(with: $0) }
  }

  private static let singleEndings = [
    "局", "委员会", "委", "办公室", "办公厅", "厅", "乡人民政府", "镇人民政府", "街道办事处", "中心", "站", "大队", "支队",
  ]

  /// Whether a text speaks of an agency that is another than this one, or a part of it.
  func isOther(in text: [Unicode.Scalar]) -> Bool {
    let text = text.without(["政府信息", "政府网站", "人民政府门户网站", "政务公开办公室"])
    for word in Self.parts where text.mentions(word) { return true }
    for noun in Self.nouns {
      guard let index = text.firstIndex(of: noun) else { continue }
      let before = index > 0 ? text[index - 1] : "我"
      let own = String(String.UnicodeScalarView([before] + noun.unicodeScalars))
      guard !Self.ownMarks.contains(before), !name.mentions(own) else { continue }
      // 县政府 for 县人民政府 is the agency, but perhaps without the units that its report is about.
      return true
    }
    return false
  }

  private static let parts = ["本级", "部门", "县区", "区县", "各区", "各县", "各乡", "各镇", "乡镇", "街道", "各单位", "下属", "其余"]
  private static let nouns = ["办公室", "办公厅", "局", "委", "政府", "镇", "乡", "中心"]
  private static let ownMarks: Set<Unicode.Scalar> = ["我", "本", "全"]

  /// Whether it is certainly below a city that is divided into districts, and so makes no 规章.
  var isBelowCity: Bool {
    for index in name.indices {
      let next = index + 1 < name.count ? name[index + 1] : " "
      switch name[index] {
      // 新乡市 and 萍乡市 are cities.
      case "县" where next != "市": return true
      case "乡" where Self.isEnd(name, index): return true
      case "镇" where Self.isEnd(name, index): return true
      case "街" where name.has("街道办事处", at: index): return true
      case "旗" where name.has("旗人民政府", at: index): return true
      case "区" where isDistrict(index): return true
      default: break
      }
    }
    return false
  }

  private static func isEnd(_ name: [Unicode.Scalar], _ index: Int) -> Bool {
    index == name.count - 1 || name.has("人民政府", at: index + 1) || name.has("政府", at: index + 1)
  }

  /// 市辖区人民政府, not 自治区, 开发区 and the like.
  private func isDistrict(_ index: Int) -> Bool {
    guard Self.isEnd(name, index), index > 1 else { return false }
    return !Self.otherDistricts.contains { name.has($0, at: index + 1 - $0.unicodeScalars.count) }
  }

  private static let otherDistricts = ["自治区", "地区", "特区", "新区", "开发区", "园区", "行政区", "示范区", "合作区", "功能区"]
}
