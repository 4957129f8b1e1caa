extension Operators {
  /// Python's `value[from:to:step]` on texts and lists.
  static func slice(
    _ value: Value, from: Value?, to: Value?, step: Value?
  ) throws(ValueError) -> Value {
    switch value {
    case .list(let elements):
      return .list(try sliced(elements, from, to, step))
    case .string(let text):
      var scalars = String.UnicodeScalarView()
      scalars.append(contentsOf: try sliced(Array(text.unicodeScalars), from, to, step))
      return .string(String(scalars))
    case .object(let object):
      if let elements = object.elements { return .list(try sliced(elements, from, to, step)) }
    case .undefined(let name): throw ValueError(.unknownName(name))
    default: break
    }
    throw ValueError(.notSliceable(value))
  }

  private static func sliced<Element>(
    _ elements: [Element], _ from: Value?, _ to: Value?, _ step: Value?
  ) throws(ValueError) -> [Element] {
    let stride = try bound(step) ?? 1
    guard stride != 0 else { throw ValueError(.sliceStepZero) }
    let count = elements.count
    let isForward = stride > 0
    func clamped(_ bound: Int) -> Int {
      let index = bound < 0 ? bound + count : bound
      return isForward ? min(max(index, 0), count) : min(max(index, -1), count - 1)
    }
    let start = try bound(from).map(clamped) ?? (isForward ? 0 : count - 1)
    let end = try bound(to).map(clamped) ?? (isForward ? count : -1)
    if stride == 1 { return start < end ? Array(elements[start..<end]) : [] }
    return Swift.stride(from: start, to: end, by: stride).map { elements[$0] }
  }

  /// A bound as an `Int` too small or too large for any list if it is beyond `Int`'s range.
  private static func bound(_ value: Value?) throws(ValueError) -> Int? {
    guard let value, !value.isNone else { return nil }
    guard let integer = value.integer else { throw ValueError(.sliceBound(value)) }
    let limit = Int.max / 4
    return min(max(integer.small ?? integer.signum * limit, -limit), limit)
  }
}
