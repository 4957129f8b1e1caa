import TestSupport

/// Report files of units, made at random, in which every rule holds.
struct UnitFiles {
  static let columns = ["natural", "business", "research", "welfare", "legal", "other"]
  private static let results: [(group: String?, rows: [String])] = [
    (nil, ["granted", "partly_granted"]),
    (
      "refused",
      [
        "state_secret", "forbidden_by_law", "security", "third_party", "internal_affairs",
        "process_information",
        "enforcement_file", "query_matter",
      ]
    ),
    ("not_available", ["not_held", "must_be_created", "unclear"]),
    ("not_processed", ["complaint", "repeated", "publication", "excessive", "reissue"]),
    ("other", ["not_corrected", "fee_unpaid", "other"]),
  ]

  private var random = SeededGenerator(seed: 200)

  /// Writes units and returns their names, `u001.json` to `uNNN.json`; their agencies are 第001号单位 and so on.
  mutating func write(_ count: Int, to scratch: ScratchFolder) -> [String] {
    (1...count).map { index in
      let number = String(String(1000 + index).dropFirst())
      scratch.write("u\(number).json", Array(report(agency: "第\(number)号单位").utf8))
      return "u\(number).json"
    }
  }

  private mutating func number(_ most: Int) -> Int { Int.random(in: 0...most, using: &random) }

  private mutating func row(_ most: Int) -> [Int] { Self.columns.map { _ in number(most) } }

  private static func text(_ row: [Int]) -> String { "\(row + [row.reduce(0, +)])" }

  private mutating func report(agency: String) -> String {
    var sums = [0, 0, 0, 0, 0, 0]
    var groups: [String] = []
    for (group, rows) in Self.results {
      let texts = rows.map { name in
        let row = row(900)
        for (index, figure) in row.enumerated() { sums[index] += figure }
        return "\"\(name)\": \(Self.text(row))"
      }
      let joined = texts.joined(separator: ", ")
      groups.append(group.map { "\"\($0)\": {\(joined)}" } ?? joined)
    }
    let carriedOut = row(90)
    let carriedIn = zip(sums, carriedOut).map { min(number(90), $0 + $1) }
    let new = zip(zip(sums, carriedOut), carriedIn).map { $0.0 + $0.1 - $1 }
    let places = number(4)
    let fraction = places == 0 ? "" : "." + (0..<places).map { _ in String(number(9)) }.joined()
    func review() -> String {
      let row = [number(9), number(9), number(9), number(9)]
      return "\(row + [row.reduce(0, +)])"
    }
    return """
      {"form": "annual-report", "edition": "2021", "agency": "\(agency)", "year": 2023, "date": "2024-01-20",
      "opening": ["本报告所列数据的统计期限自2023年1月1日起至2023年12月31日止。电话：0871-60000000。"],
      "sections": {"overview": ["公开情况良好。"], "problems": ["无。"], "other": ["本年度未收取信息处理费。"]},
      "tables": {"disclosure": {"regulations": {"issued": 0, "repealed": 0, "in_force": 0},
      "normative_documents": {"issued": \(number(99)), "repealed": \(number(99)), "in_force": \(number(999))},
      "licences": \(number(9_999_999)), "penalties": \(number(99_999)), "enforcement": \(number(999)),
      "fees": \(number(99_999))\(fraction)},
      "applications": {"new": \(Self.text(new)), "carried_in": \(Self.text(carriedIn)),
      "results": {\(groups.joined(separator: ", ")), "total": \(Self.text(sums))},
      "carried_out": \(Self.text(carriedOut))},
      "review": {"reconsideration": \(review()), "litigation_direct": \(review()),
      "litigation_after_reconsideration": \(review())}}}

      """
  }
}
