import TestSupport
import Testing

/// A page as it is printed, to measure what has no text: rules, dashes, seals.
struct PageInk {
  /// Dots in a millimetre.
  static let scale = 5.0

  private let width: Int
  private let height: Int
  private let bytes: ArraySlice<UInt8>

  /// What the ink is.
  enum Kind {
    case black
    case red

    fileprivate func holds(_ red: UInt8, _ green: UInt8, _ blue: UInt8) -> Bool {
      switch self {
      case .black: max(red, green, blue) < 150
      case .red: red > 120 && Int(red) - Int(max(green, blue)) > 60
      }
    }
  }

  /// A part of the page in millimetres from its upper left corner.
  struct Area: Equatable {
    var left: Double
    var top: Double
    var right: Double
    var bottom: Double
  }

  /// Prints a page of a PDF, the first being 1.
  init(_ page: Int, of pdf: [UInt8]) throws {
    let scratch = ScratchFolder()
    scratch.write("pages.pdf", pdf)
    let result = Command([
      "pdftoppm", "-r", "127", "-f", "\(page)", "-l", "\(page)", "-singlefile", "\(scratch.path)/pages.pdf",
      "\(scratch.path)/page",
    ])
    try #require(result.status == 0, "\(result.errors)")
    let data = scratch.bytes("page.ppm")
    let head = data.prefix(64).split(separator: 0x0A, maxSplits: 3)
    let size = String(decoding: try #require(head.dropFirst().first), as: UTF8.self).split(separator: " ")
    try #require(head.first.map(Array.init) == Array("P6".utf8) && size.count == 2)
    width = try #require(Int(size[0]))
    height = try #require(Int(size[1]))
    bytes = data.suffix(width * height * 3)
  }

  /// The smallest part of `area` that has all ink of a kind in it; nil if there is none.
  func bounds(_ kind: Kind, in area: Area) -> Area? {
    var found: (left: Int, top: Int, right: Int, bottom: Int)?
    for y in range(area.top, area.bottom, height) {
      for x in range(area.left, area.right, width) where isInked(x, y, kind) {
        let known = found ?? (x, y, x, y)
        found = (min(known.left, x), min(known.top, y), max(known.right, x), max(known.bottom, y))
      }
    }
    return found.map {
      Area(
        left: Double($0.left) / Self.scale, top: Double($0.top) / Self.scale,
        right: Double($0.right + 1) / Self.scale, bottom: Double($0.bottom + 1) / Self.scale)
    }
  }

  private func range(_ from: Double, _ to: Double, _ limit: Int) -> Range<Int> {
    let start = min(max(0, Int(from * Self.scale)), limit)
    return start..<max(start, min(limit, Int(to * Self.scale)))
  }

  private func isInked(_ x: Int, _ y: Int, _ kind: Kind) -> Bool {
    let index = bytes.startIndex + (y * width + x) * 3
    return kind.holds(bytes[index], bytes[index + 1], bytes[index + 2])
  }
}
