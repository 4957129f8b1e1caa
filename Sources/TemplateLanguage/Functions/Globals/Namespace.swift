import Synchronization

/// Jinja2's `namespace`: the one value whose members a template can set, `{% set ns.count = 1 %}`.
final class Namespace: TemplateObject {
  private let members: Mutex<Mapping>

  init(_ members: Mapping = Mapping()) { self.members = Mutex(members) }

  var typeName: String { "a namespace" }
  var chineseTypeName: String { "命名空间" }

  func member(_ name: String) -> Value? { members.withLock { $0.lookup(name) } }

  /// Sets a member.
  func set(_ name: String, to value: Value) { members.withLock { $0[name] = value } }
}
