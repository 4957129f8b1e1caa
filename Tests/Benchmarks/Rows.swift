import TemplateLanguage

/// The rows of a big table, the same in every run.
enum Rows {
  static func data(_ count: Int) -> Mapping {
    let units = ["县教育局", "县财政局", "色帕巴依乡人民政府", "县卫生健康委员会", "县住房和城乡建设局"]
    let states = ["已办结", "办理中", "已公开", "不予公开"]
    let rows = (0..<count).map { row -> Value in
      .mapping([
        "a": .int(row + 1), "b": .string("申请人\(row % 997)"), "c": .string(units[row % 5]),
        "d": .string("\(1000 + row * 7919 % 90_000).\(twoDigits(row % 100))"),
        "e": .string("2021-\(twoDigits(row % 12 + 1))-\(twoDigits(row % 28 + 1))"),
        "f": .string(states[row % 4]), "g": .int(row * 31 % 1000), "h": .string("第\(row + 1)号申请，按期答复"),
      ])
    }
    return ["rows": .list(rows)]
  }

  private static func twoDigits(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
}
