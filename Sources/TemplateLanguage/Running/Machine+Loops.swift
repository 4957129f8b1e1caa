import Diagnostics

extension Machine {
  func checkNesting() -> Bool { frames.count + loops.count <= options.limits.nesting }

  mutating func beginLoop(_ instruction: Instruction) throws(ValueError) {
    let list = stack.removeLast()
    if case .object(let object) = list, let streamed = object as? any StreamedList {
      return try beginLoop(instruction, over: streamed)
    }
    let items = try Operators.elements(of: list)
    if items.isEmpty {
      address = Int(instruction.b)
      return
    }
    let depth0 = frames[frames.count - 1].depth0
    loops.append(LoopState(items: items, header: instruction.a, depth0: depth0))
    if !checkNesting() { throw over(.nestedTooDeeply(options.limits.nesting)) }
  }

  private mutating func beginLoop(
    _ instruction: Instruction, over list: any StreamedList
  ) throws(ValueError) {
    let stream = try LoopStream(list)
    guard !stream.isLast else {
      address = Int(instruction.b)
      return
    }
    var state = LoopState(items: [], header: instruction.a, depth0: frames[frames.count - 1].depth0)
    state.stream = stream
    loops.append(state)
    if !checkNesting() { throw over(.nestedTooDeeply(options.limits.nesting)) }
  }

  mutating func nextStreamed(_ instruction: Instruction) throws(ValueError) {
    let top = loops.count - 1
    guard let item = try loops[top].stream?.advance() else {
      address = Int(instruction.b)
      return
    }
    loops[top].index += 1
    if instruction.a >= 0 { slots[slotBase + Int(instruction.a)] = item } else { stack.append(item) }
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
