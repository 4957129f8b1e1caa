extension Value {
  /// What kind of value it is, in English words, for messages.
  public var typeName: String {
    switch self {
    case .undefined: "an unknown name"
    case .none: "none"
    case .bool: "true or false"
    case .int, .bigInt: "an integer"
    case .decimal: "a decimal"
    case .string: "text"
    case .list: "a list"
    case .mapping: "a mapping"
    case .date(let date): date.secondOfDay == nil ? "a date" : "a date with a time"
    case .object(let object): object.typeName
    }
  }

  /// What kind of value it is, in Chinese words, for messages.
  public var chineseTypeName: String {
    switch self {
    case .undefined: "未知名称"
    case .none: "空值"
    case .bool: "真假值"
    case .int, .bigInt: "整数"
    case .decimal: "小数"
    case .string: "文本"
    case .list: "列表"
    case .mapping: "映射"
    case .date(let date): date.secondOfDay == nil ? "日期" : "日期时间"
    case .object(let object): object.chineseTypeName
    }
  }
}
