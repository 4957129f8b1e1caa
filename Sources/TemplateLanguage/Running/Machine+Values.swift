import Diagnostics
import OrderedCollections

extension Machine {
  // MARK: Data

  /// What a data path is; `undefined` under the path's text if it or a part of it is missing.
  @inline(__always)
  mutating func path(_ number: Int) throws(ValueError) -> Value {
    if isPathKnown[number] { return pathValues[number] }
    return try lookUp(number)
  }

  @inline(never)
  private mutating func lookUp(_ number: Int) throws(ValueError) -> Value {
    let path = code.pools.paths[number]
    let parent = Int(path.parent)
    if parent >= 0, !isPathKnown[parent] { _ = try lookUp(parent) }
    let owner = parent < 0 ? Value.mapping(data) : pathValues[parent]
    if case .mapping(let mapping) = owner {
      lookUp(code.pathChildren[parent + 1], in: mapping)
      return pathValues[number]
    }
    var value: Value
    if owner.isUndefined {
      value = owner
    } else {
      if !path.isItem, case .string(let name) = path.key {
        value = Operators.member(name, of: owner)
      } else {
        value = try Operators.item(path.key, of: owner)
      }
      if value.isUndefined { value = .undefined(name: path.text) }
    }
    pathValues[number] = value
    isPathKnown[number] = true
    return value
  }

  /// Looks up all the paths that continue the path whose value is `mapping`; one by one would cost more.
  private mutating func lookUp(_ children: [Int32], in mapping: Mapping) {
    let keys = mapping.entries.keys.elements
    let values = mapping.entries.values.elements
    for child in children {
      let number = Int(child)
      let hint = Int(code.pools.paths[number].hint)
      let place = Int(pathHints[hint])
      if place < keys.count, case .string(let known) = keys[place],
        case .string(let name) = code.pools.paths[number].key, known.isSameText(as: name)
      {
        pathValues[number] = values[place]
      } else if let place = mapping.entries.index(forKey: code.pools.paths[number].key) {
        pathHints[hint] = Int32(truncatingIfNeeded: place)
        pathValues[number] = values[place]
      } else {
        pathValues[number] = .undefined(name: code.pools.paths[number].text)
      }
      isPathKnown[number] = true
    }
  }

  /// Member `number` of a value.
  @inline(__always)
  mutating func member(_ number: Int, of value: Value) -> Value {
    if case .mapping(let mapping) = value {
      let hint = Int(memberHints[number])
      if hint < mapping.entries.count, case .string(let key) = mapping.entries.keys[hint],
        key.isSameText(as: code.pools.members[number].name)
      {
        return mapping.entries.values[hint]
      }
    }
    return findMember(number, of: value)
  }

  @inline(never)
  private mutating func findMember(_ number: Int, of value: Value) -> Value {
    let member = code.pools.members[number]
    switch value {
    case .undefined: return value
    case .mapping(let mapping):
      if let index = mapping.entries.index(forKey: .string(member.name)) {
        memberHints[number] = Int32(truncatingIfNeeded: index)
        return mapping.entries.values[index]
      }
    default:
      let found = Operators.member(member.name, of: value)
      if !found.isUndefined { return found }
      if case .object(let object) = value, object is LoopObject { return found }
    }
    lastMiss = (member.text, value)
    return .undefined(name: member.text)
  }

  mutating func item(_ instruction: Instruction) throws(ValueError) {
    let key = stack.removeLast()
    let owner = stack.removeLast()
    var value = try Operators.item(key, of: owner)
    if value.isUndefined, !owner.isUndefined {
      let text = code.pools.constants[Int(instruction.a)].printed
      lastMiss = (text, owner)
      value = .undefined(name: text)
    }
    stack.append(value)
  }

  // MARK: Operators

  @inline(__always)
  mutating func binary(_ instruction: Instruction) throws(ValueError) {
    guard let operation = BinaryOperator(rawValue: UInt8(truncatingIfNeeded: instruction.a)) else { return }
    let right = stack.removeLast()
    let top = stack.count - 1
    stack[top] = try Operators.binary(operation, stack[top], right)
  }

  func compare(_ instruction: Instruction, _ left: Value, _ right: Value) throws(ValueError) -> Bool {
    guard let operation = ComparisonOperator(rawValue: UInt8(truncatingIfNeeded: instruction.a)) else {
      return false
    }
    return try Operators.compare(operation, left, right)
  }

  mutating func slice(_ instruction: Instruction) throws(ValueError) {
    let step = instruction.a & 4 != 0 ? stack.removeLast() : nil
    let to = instruction.a & 2 != 0 ? stack.removeLast() : nil
    let from = instruction.a & 1 != 0 ? stack.removeLast() : nil
    stack.append(try Operators.slice(stack.removeLast(), from: from, to: to, step: step))
  }

  mutating func makeMapping(_ count: Int) {
    var mapping = Mapping(minimumCapacity: count)
    let first = stack.count - 2 * count
    for index in 0..<count { mapping[stack[first + 2 * index]] = stack[first + 2 * index + 1] }
    stack.removeLast(2 * count)
    stack.append(.mapping(mapping))
  }

  // MARK: Assignments

  mutating func storeMember(_ instruction: Instruction) throws(ValueError) {
    let object = stack.removeLast()
    let value = stack.removeLast()
    if case .undefined(let name) = object { try require(name) }
    guard case .object(let object) = object, let namespace = object as? Namespace else {
      throw ValueError(.unsettableMember(object))
    }
    namespace.set(code.pools.constants[Int(instruction.a)].printed, to: value)
  }

  mutating func unpack(_ count: Int) throws(ValueError) {
    let value = stack.removeLast()
    if case .undefined(let name) = value { try require(name) }
    let elements = try Operators.elements(of: value)
    guard elements.count == count else { throw ValueError(.wrongCount(count, elements.count)) }
    stack.append(contentsOf: elements.reversed())
  }
}
