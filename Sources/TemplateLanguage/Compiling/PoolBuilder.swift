/// Collects what instructions refer to by number, each thing once.
struct PoolBuilder {
  private(set) var pools = Pools()
  private var strings: [String: Int32] = [:]
  private var memberNumbers: [MemberName: Int32] = [:]
  private var pathNumbers: [PathKey: Int32] = [:]
  private var hintNumbers: [Value: Int32] = [:]
  private var nativeNumbers: [NativeKey: Int32] = [:]
  private var shapeNumbers: [CallShape: Int32] = [:]

  private struct PathKey: Hashable {
    let parent: Int32
    let isItem: Bool
    let key: Value
  }

  private struct NativeKey: Hashable {
    let kind: Pools.Native.Kind
    let name: String
  }

  mutating func constant(_ value: Value) -> Int32 {
    guard case .string(let text) = value else {
      pools.constants.append(value)
      return Int32(pools.constants.count - 1)
    }
    if let known = strings[text] { return known }
    pools.constants.append(value)
    strings[text] = Int32(pools.constants.count - 1)
    return Int32(pools.constants.count - 1)
  }

  mutating func member(_ name: String, text: String) -> Int32 {
    let member = MemberName(name: name, text: text)
    if let known = memberNumbers[member] { return known }
    pools.members.append(member)
    memberNumbers[member] = Int32(pools.members.count - 1)
    return Int32(pools.members.count - 1)
  }

  /// The path's number, and whether it is new.
  mutating func path(_ parent: Int32, _ key: Value, isItem: Bool) -> (number: Int32, isNew: Bool) {
    let pathKey = PathKey(parent: parent, isItem: isItem, key: key)
    if let known = pathNumbers[pathKey] { return (known, false) }
    let before = parent < 0 ? "" : pools.paths[Int(parent)].text
    let text: String =
      switch key {
      case .string(let name) where parent < 0: name
      case .string(let name) where !isItem: "\(before).\(name)"
      default: "\(before)[\(key.representation)]"
      }
    let hint = hintNumbers[key] ?? Int32(hintNumbers.count)
    hintNumbers[key] = hint
    pools.pathHintCount = hintNumbers.count
    pools.paths.append(DataPath(parent: parent, key: key, isItem: isItem, text: text, hint: hint))
    pathNumbers[pathKey] = Int32(pools.paths.count - 1)
    return (Int32(pools.paths.count - 1), true)
  }

  mutating func native(_ kind: Pools.Native.Kind, _ function: NativeFunction, name: String) -> Int32 {
    let key = NativeKey(kind: kind, name: name)
    if let known = nativeNumbers[key] { return known }
    pools.natives.append(Pools.Native(kind: kind, name: name, function: function))
    nativeNumbers[key] = Int32(pools.natives.count - 1)
    return Int32(pools.natives.count - 1)
  }

  mutating func shape(_ shape: CallShape) -> Int32 {
    if let known = shapeNumbers[shape] { return known }
    pools.shapes.append(shape)
    shapeNumbers[shape] = Int32(pools.shapes.count - 1)
    return Int32(pools.shapes.count - 1)
  }
}
