import Diagnostics

extension Machine {
  func checkNesting() -> Bool { frames.count + loops.count <= options.limits.nesting }

  mutating func beginLoop(_ instruction: Instruction) throws(ValueError) {
    let items = try Operators.elements(of: stack.removeLast())
    if items.isEmpty {
      address = Int(instruction.b)
      return
    }
    let depth0 = frames[frames.count - 1].depth0
    loops.append(LoopState(items: items, header: instruction.a, depth0: depth0))
    if !checkNesting() { throw over(.nestedTooDeeply(options.limits.nesting)) }
  }

  mutating func filterKeep() {
    let stays = stack.removeLast().isTrue
    let top = loops.count - 1
    guard stays else { return }
    let index = loops[top].index
    loops[top].kept.append(loops[top].items[index])
    loops[top].keptNumbers.append(index)
  }

  mutating func filterDone(_ instruction: Instruction) {
    let top = loops.count - 1
    if loops[top].kept.isEmpty {
      loops.removeLast()
      address = Int(instruction.a)
      return
    }
    loops[top].items = loops[top].kept
    loops[top].numbers = loops[top].keptNumbers
    loops[top].kept = []
    loops[top].index = -1
  }

  mutating func pushLoop(_ instruction: Instruction) {
    let index = loop(instruction)
    if let known = loops[index].object {
      stack.append(.object(known))
      return
    }
    let object = LoopObject(loops[index])
    loops[index].object = object
    stack.append(.object(object))
  }

  mutating func loopMethod(_ instruction: Instruction) {
    let count = Int(instruction.c)
    let arguments = Array(stack[(stack.count - count)...])
    stack.removeLast(count)
    let index = loop(instruction)
    if instruction.operation == .loopCycle {
      stack.append(loops[index].cycle(arguments))
    } else {
      stack.append(.bool(loops[index].changed(arguments)))
    }
  }
}
