/// Methods of Python's texts, whose characters are code points.
extension String {
  init(_ scalars: some Sequence<Unicode.Scalar>) {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars)
    self.init(view)
  }

  /// How many code points it has: Python's `len`.
  var length: Int { unicodeScalars.count }

  /// The first letter as in a title, the rest in small letters.
  var capitalizedPython: String {
    guard let first = unicodeScalars.first else { return "" }
    return first.properties.titlecaseMapping + String(unicodeScalars.dropFirst()).lowercased()
  }

  /// Every letter after one that is none as in a title, the others small: `str.title()`.
  var titledPython: String {
    var result = ""
    var followsLetter = false
    for scalar in unicodeScalars {
      result += followsLetter ? scalar.properties.lowercaseMapping : scalar.properties.titlecaseMapping
      followsLetter = scalar.properties.isCased
    }
    return result
  }

  /// Without the characters of `set` at either end; blanks of any kind if it is nil.
  func stripped(_ set: String? = nil, start: Bool = true, end: Bool = true) -> String {
    let dropped = set.map { Set($0.unicodeScalars) }
    func isDropped(_ scalar: Unicode.Scalar) -> Bool { dropped?.contains(scalar) ?? scalar.isPythonSpace }
    var view = unicodeScalars[...]
    if start { while let first = view.first, isDropped(first) { view.removeFirst() } }
    if end { while let last = view.last, isDropped(last) { view.removeLast() } }
    return String(Substring(view))
  }

  /// Its lines, by Python's `splitlines`, which knows more line ends than \n.
  func lines(keepingEnds: Bool = false) -> [String] {
    var lines: [String] = []
    let scalars = unicodeScalars
    var start = scalars.startIndex
    var index = start
    while index < scalars.endIndex {
      let scalar = scalars[index]
      let next = scalars.index(after: index)
      guard scalar.isLineBreak else {
        index = next
        continue
      }
      var end = next
      if scalar == "\r", end < scalars.endIndex, scalars[end] == "\n" { end = scalars.index(after: end) }
      lines.append(String(scalars[start..<(keepingEnds ? end : index)]))
      start = end
      index = end
    }
    if start < scalars.endIndex { lines.append(String(scalars[start...])) }
    return lines
  }

  /// The first `count` places where `old` stands, all if it is nil, taken by `new`; an empty `old` stands
  /// before every character and at the end.
  func replacing(_ old: String, by new: String, count: Int? = nil) -> String {
    if old.isEmpty {
      var result = ""
      var left = count ?? .max
      for scalar in unicodeScalars {
        if left > 0 {
          result += new
          left -= 1
        }
        result.unicodeScalars.append(scalar)
      }
      return left > 0 ? result + new : result
    }
    let bytes = Array(utf8)
    let places = ByteSearch(old.utf8).all(in: bytes, limit: count ?? .max)
    if places.isEmpty { return self }
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count + places.count * (new.utf8.count - old.utf8.count))
    var start = 0
    for place in places {
      result.append(contentsOf: bytes[start..<place])
      result.append(contentsOf: new.utf8)
      start = place + old.utf8.count
    }
    result.append(contentsOf: bytes[start...])
    return String(decoding: result, as: UTF8.self)
  }

  /// With `fill` on both sides up to a width, as Python's `center` shares it out.
  func centered(_ width: Int, fill: String = " ") -> String {
    let missing = width - length
    guard missing > 0 else { return self }
    let left = missing / 2 + (missing & width & 1)
    return String(repeating: fill, count: left) + self + String(repeating: fill, count: missing - left)
  }

  func leftJustified(_ width: Int, fill: String = " ") -> String {
    self + String(repeating: fill, count: max(0, width - length))
  }

  func rightJustified(_ width: Int, fill: String = " ") -> String {
    String(repeating: fill, count: max(0, width - length)) + self
  }

  /// The first `count` code points.
  func leading(_ count: Int) -> String { String(unicodeScalars.prefix(max(count, 0))) }
}
