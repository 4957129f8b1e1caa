/// What the instructions of a program refer to by number.
struct Pools: Sendable {
  var constants: [Value] = []
  var members: [MemberName] = []
  var paths: [DataPath] = []
  /// How many different last names the paths have.
  var pathHintCount = 0
  var natives: [Native] = []
  var shapes: [CallShape] = []

  /// A filter, test or function of the environment.
  struct Native: Sendable {
    let kind: Kind
    /// The name it was asked for by.
    let name: String
    let function: NativeFunction

    enum Kind: Sendable, Hashable, CaseIterable { case filter, test, global }
  }
}
