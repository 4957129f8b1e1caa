/// What a picture's header says of its size.
struct PictureHeader {
  /// Pixels, or units of a vector drawing.
  var columns: Int
  var rows: Int
  /// Units to the inch.
  var horizontal: Double
  var vertical: Double
  var isVector = false

  init(columns: Int, rows: Int, horizontal: Double, vertical: Double, isVector: Bool = false) {
    self.columns = columns
    self.rows = rows
    self.horizontal = horizontal > 0 ? horizontal : 72
    self.vertical = vertical > 0 ? vertical : 72
    self.isVector = isVector
  }

  /// The size on paper, rounded down to whole units as python-docx does.
  var size: PictureSize {
    PictureSize(width: Self.emu(columns, horizontal), height: Self.emu(rows, vertical))
  }

  private static func emu(_ count: Int, _ perInch: Double) -> Int {
    let length = Double(count) / perInch * 914_400
    return Int(min(max(length, 1), Double(PictureSize.greatestLength)))
  }
}
