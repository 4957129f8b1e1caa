import Diagnostics
import TemplateLanguage

extension Message {
  static func outsideCell(_ statement: ParsedTag.CellStatement) -> Message {
    Message(
      "outside-cell", chinese: "`\(statement.keyword)` 只能用在表格的单元格里",
      english: "`\(statement.keyword)` works on a table cell, and this is none")
  }

  static func mergeWithoutLoop(_ statement: ParsedTag.CellStatement) -> Message {
    let isVertical = statement == .verticalMerge
    return Message(
      "merge-without-loop",
      chinese: isVertical
        ? "`vm` 合并循环写出的各行，但这一行不在循环里" : "`hm` 合并循环写出的各格，但这一格不在本行的循环里",
      english: isVertical
        ? "`vm` merges the rows that a loop writes, and this row is in no loop"
        : "`hm` merges the cells that a loop writes, and this cell is in no loop within its row",
      hint: Hint(
        chinese: "要按值合并，请写 `\(statement.keyword) 表达式`",
        english: "to merge cells with equal values, write `\(statement.keyword) EXPRESSION`"))
  }

  static func spanIsNoNumber(_ value: Value) -> Message {
    Message(
      "wrong-span", chinese: "`colspan` 需要整数，这里是\(value.chineseTypeName)",
      english: "`colspan` needs a whole number, and this is \(value.typeName)")
  }

  static func spanOutOfRange(_ span: Int) -> Message {
    Message(
      "wrong-span", chinese: "`colspan` 需要 1 至 \(CellValue.greatestSpan) 的整数，这里是 \(span)",
      english: "`colspan` needs a number from 1 to \(CellValue.greatestSpan), and this is \(span)")
  }

  /// - Parameters:
  ///   - others: the columns that the other cells of the row take.
  ///   - columns: the columns of the table.
  static func spanTooWide(_ span: Int, others: Int, columns: Int) -> Message {
    Message(
      "wrong-span",
      chinese: "此格要占 \(span) 列，同一行的其他格占 \(others) 列，而表格只有 \(columns) 列",
      english:
        "the cell is to take \(span) columns and the others of its row take \(others), but the table has \(columns)"
    )
  }

  static func notAColor(_ value: Value) -> Message {
    Message(
      "wrong-color", chinese: "`cellbg` 需要颜色，如 'FF0000' 或 '#FF0000'；这里的值（\(value.chineseTypeName)）不是颜色",
      english: "`cellbg` needs a colour such as 'FF0000' or '#FF0000', and this, \(value.typeName), is none")
  }
}

extension ParsedTag.CellStatement {
  var keyword: String {
    switch self {
    case .background: "cellbg"
    case .columnSpan: "colspan"
    case .horizontalMerge: "hm"
    case .verticalMerge: "vm"
    }
  }
}
