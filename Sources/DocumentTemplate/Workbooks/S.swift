import XMLTree

/// SpreadsheetML (ISO/IEC 29500-1, 18).
enum S {
  private static let main: StaticString = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"

  static let sheet = Name(main, "sheet")
  static let sheetData = Name(main, "sheetData")
  static let dimension = Name(main, "dimension")
  static let mergeCell = Name(main, "mergeCell")
  static let autoFilter = Name(main, "autoFilter")
  static let row = Name(main, "row")
  static let c = Name(main, "c")
  static let v = Name(main, "v")
  static let `is` = Name(main, "is")
  static let si = Name(main, "si")
  static let t = Name(main, "t")
  static let rPh = Name(main, "rPh")

  static let r = Name("", "r")
  static let ref = Name("", "ref")
  static let type = Name("", "t")
  static let name = Name("", "name")
}
