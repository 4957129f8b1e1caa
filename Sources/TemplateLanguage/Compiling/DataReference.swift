/// A piece of data a template uses.
public struct DataReference: Sendable, Hashable {
  /// How it is used.
  public enum Kind: Sendable, Hashable, CaseIterable {
    /// Printed, compared or tested.
    case value
    /// Gone through or indexed; `members` are those of its items.
    case list
    /// Asked for members.
    case mapping
  }

  /// Its name in the mapping around it; `*` for the values of a mapping that is gone through; empty for the items
  /// of a list.
  public let name: String
  /// How it is used.
  public let kind: Kind
  /// The members used, in order of first use.
  public let members: [DataReference]
  /// The items of a list, if the template does something with them: one reference, or none.
  public let items: [DataReference]
  /// What its uses say of it.
  public let hints: DataHints
  /// The host's number of the first tag that needs it in every document: that uses it outside of every condition,
  /// with nothing to stand in for it.
  public let requiredBy: Int?
  /// The host's numbers of the tags that use it, in their order.
  public let uses: [Int]
  /// Those in which it need not exist, such as `x | default('')` and `x is defined`.
  public let guardedUses: [Int]

  /// The host's number of the tag that uses it first.
  public var origin: Int { uses.first ?? 0 }
}

/// What the uses of a piece of data say of it.
public struct DataHints: OptionSet, Sendable, Hashable {
  public let rawValue: Int

  public init(rawValue: Int) { self.rawValue = rawValue }

  /// It is printed.
  public static let printed = DataHints(rawValue: 1)
  /// It is calculated with, or formatted as a number.
  public static let number = DataHints(rawValue: 2)
  /// It is handled as text.
  public static let text = DataHints(rawValue: 4)
  /// It is formatted as a date.
  public static let date = DataHints(rawValue: 8)
  /// It is a condition.
  public static let condition = DataHints(rawValue: 16)
  /// It is handed on as a whole, with all its members.
  public static let whole = DataHints(rawValue: 32)

  /// What a filter says of the value it is used on.
  static func filter(_ name: String) -> DataHints {
    switch name {
    case "abs", "int", "float", "round", "filesizeformat", "number", "cn_number", "cn_money", "wan", "zero":
      .number
    case "date", "date_cn": .date
    case "lower", "upper", "capitalize", "title", "trim", "center", "replace", "wordcount", "urlencode",
      "indent", "truncate", "wordwrap", "striptags", "escape", "e", "format":
      .text
    case "default", "d", "items", "dictsort", "list", "reverse", "unique", "select", "reject", "sort",
      "selectattr", "rejectattr", "groupby", "map", "sum", "first", "last", "random", "min", "max", "length",
      "count", "join", "batch", "slice":
      []
    default: .whole
    }
  }

  /// What a test says of the value it is used on.
  static func test(_ name: String) -> DataHints {
    switch name {
    case "odd", "even", "divisibleby": .number
    case "lower", "upper": .text
    case "true", "false", "boolean": .condition
    default: []
    }
  }

  /// What the call of a method says of its object.
  static func method(_ name: String) -> DataHints {
    switch name {
    case "strftime", "isoformat", "weekday", "isoweekday", "isocalendar", "toordinal": .date
    case "items", "keys", "values", "get", "copy": []
    case "upper", "lower", "title", "capitalize", "strip", "lstrip", "rstrip", "replace", "split", "rsplit",
      "splitlines", "startswith", "endswith", "zfill", "ljust", "rjust", "center", "join", "find", "rfind",
      "format", "removeprefix", "removesuffix", "partition", "rpartition":
      .text
    default: .whole
    }
  }
}
