import Diagnostics

/// A text template that was run for what it defines.
final class TemplateModule: Sendable {
  let template: TextTemplate
  let data: Mapping
  /// What its variables and macros are at its end.
  let slots: [Value]
  /// The serial number of its run, by which its macros know it.
  let serial: Int

  init(_ template: TextTemplate, data: Mapping, slots: [Value], serial: Int) {
    self.template = template
    self.data = data
    self.slots = slots
    self.serial = serial
  }

  /// What the template calls `name`; nil if it defines no such thing.
  func exported(_ name: String) -> Value? {
    guard let export = template.program.code.exports.first(where: { $0.name == name }) else { return nil }
    let value = slots[Int(export.slot)]
    if value.isUndefined { return nil }
    guard case .object(let object) = value, let macro = object as? MacroObject else { return value }
    return .object(ModuleMacro(module: self, macro: macro))
  }

  /// The names it defines.
  var names: [String] { template.program.code.exports.map(\.name) }
}

/// An imported template as a value.
struct ModuleObject: TemplateObject {
  let module: TemplateModule

  var typeName: String { "a template" }
  var chineseTypeName: String { "模板" }

  func member(_ name: String) -> Value? { module.exported(name) }
}

/// A macro of another template.
struct ModuleMacro: TemplateObject {
  let module: TemplateModule
  let macro: MacroObject

  var typeName: String { "a macro" }
  var chineseTypeName: String { "宏" }

  func member(_ name: String) -> Value? { macro.member(name) }
}

/// The body of a `call` block as another template's macro sees it: what it has written.
struct WrittenCaller: CallableObject {
  let content: Value

  var typeName: String { "a macro" }
  var chineseTypeName: String { "宏" }

  func call(_ arguments: Arguments) throws(ValueError) -> Value {
    guard arguments.isEmpty else {
      throw ValueError(.tooManyArguments("caller", takes: 0, given: arguments.positional.count))
    }
    return content
  }
}
