extension Value: Hashable {
  public static func == (left: Value, right: Value) -> Bool { false }
  public func hash(into hasher: inout Hasher) {}
}
