import Diagnostics

extension Compiler {
  mutating func macro(_ block: TemplateBlock, _ name: String, _ parameters: Statement.Parameters) {
    let number = Int32(functions.count)
    functions.append(Function(name: name, kind: .macro))
    guard case .variable(let variable, 0) = scopes.find(name, from: scopes.current) else { return }
    // Whoever calls it, itself included, finds it assigned.
    scopes.assign(variable)
    scopes[variable].reference = nil
    function(number, parameters, block.branches[0].nodes)
    tag = tags[block.tag]
    emit(.macro, number)
    emit(.storeSlot, scopes[variable].slot)
  }

  mutating func callBlock(_ block: TemplateBlock, _ parameters: Statement.Parameters, _ call: ID) {
    if block.site < 0 { fault(.blockCannotStandHere("call")) }
    let number = Int32(functions.count)
    functions.append(Function(name: "caller", kind: .callBody))
    function(number, parameters, block.branches[0].nodes)
    tag = tags[block.tag]
    guard case .call(let callee, let arguments) = tag.tree[call] else { return }
    recovering { compiler in
      _ = compiler.call(call, callee, arguments, caller: number)
      compiler.emit(.print, Int32(block.site), at: call)
    }
  }

  private mutating func function(
    _ number: Int32, _ parameters: Statement.Parameters, _ nodes: [TemplateNode]
  ) {
    let own = tag
    functions[Int(number)].parameters = parameters.names
    functions[Int(number)].required = parameters.names.count - parameters.defaults.count
    let mark = scopes.mark
    asFunction(number, storing: []) { compiler in
      let first = compiler.functions[Int(number)].required
      for name in parameters.names {
        let variable = compiler.declare(name, isAssigned: true)
        if name == "caller" { compiler.functions[Int(number)].caller = compiler.scopes[variable].slot }
      }
      for (index, id) in parameters.defaults.enumerated() {
        let given = compiler.newLabel()
        let slot = Int32(first + index)
        compiler.emit(.skipDefault, slot, given.number)
        let failed = compiler.newLabel()
        compiler.recovering(at: failed) { compiler in
          compiler.expression(id)
          compiler.emit(.storeSlot, slot)
        }
        compiler.emit(.jump, given.number)
        compiler.set(failed)
        compiler.emit(.poison, slot)
        compiler.set(given)
      }
      compiler.declareStores(of: nodes)
      compiler.body(nodes)
      compiler.tag = own
    }
    _ = scopes.takeBack(to: mark)
  }
}
