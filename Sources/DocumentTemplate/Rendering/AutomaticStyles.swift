/// An automatic style of OpenDocument but for its name (ODF 1.3 part 3, 16.2).
struct AutomaticStyle: Sendable, Hashable {
  /// What stands before and after the name.
  let wrap: Wrap
}

/// The automatic styles one part gains.
struct AutomaticStyles {
  /// The styles as they stand in `office:automatic-styles`.
  private(set) var markup: [UInt8] = []
  private var names: [AutomaticStyle: String] = [:]
  private var used: Set<String> = []

  mutating func reserve(_ names: Set<String>) { used.formUnion(names) }

  mutating func name(of style: AutomaticStyle) -> String {
    if let known = names[style] { return known }
    var number = names.count + 1
    while !used.insert("Chengwen\(number)").inserted { number += 1 }
    let name = "Chengwen\(number)"
    names[style] = name
    markup += style.wrap.before + Array(name.utf8) + style.wrap.after
    return name
  }
}
