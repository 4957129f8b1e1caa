/// Cells of a sheet, from one corner to the other, as references say them (ISO/IEC 29500-1, 18.17.2.3).
struct CellRange: Sendable, Hashable {
  /// Columns from 1.
  var columns: ClosedRange<Int>
  /// Rows from 1.
  var rows: ClosedRange<Int>

  /// Reads `B2`, `$B$2` or `A1:B5`; nil for anything else.
  init?(_ text: Substring) {
    let corners = text.split(separator: ":", omittingEmptySubsequences: false).map(Self.corner)
    guard (1...2).contains(corners.count), let first = corners[0], let last = corners[corners.count - 1],
      first.column <= last.column, first.row <= last.row
    else { return nil }
    columns = first.column...last.column
    rows = first.row...last.row
  }

  /// How one cell is named, as in `B2`.
  static func name(column: Int, row: Int) -> String { letters(column) + String(row) }

  /// The reference, with `$` before each part if it is to stay when copied.
  func text(isAbsolute: Bool) -> String {
    let dollar = isAbsolute ? "$" : ""
    let corners = [(columns.lowerBound, rows.lowerBound), (columns.upperBound, rows.upperBound)].map {
      "\(dollar)\(Self.letters($0.0))\(dollar)\($0.1)"
    }
    return corners[0] == corners[1] ? corners[0] : corners[0] + ":" + corners[1]
  }

  private static func corner(_ text: Substring) -> (column: Int, row: Int)? {
    var (column, row, isInRow) = (0, 0, false)
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "$"): continue
      case UInt8(ascii: "A")...UInt8(ascii: "Z") where !isInRow && column < 1000:
        column = column * 26 + Int(byte - UInt8(ascii: "A")) + 1
      case UInt8(ascii: "0")...UInt8(ascii: "9") where column > 0 && row < 10_000_000:
        isInRow = true
        row = row * 10 + Int(byte - UInt8(ascii: "0"))
      default: return nil
      }
    }
    return row > 0 ? (column, row) : nil
  }

  private static func letters(_ column: Int) -> String {
    var (rest, text) = (column, "")
    while rest > 0 {
      text = String(UnicodeScalar(UInt8(ascii: "A") + UInt8((rest - 1) % 26))) + text
      rest = (rest - 1) / 26
    }
    return text
  }
}
