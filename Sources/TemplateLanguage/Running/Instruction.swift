/// One step of a program. The machine has a stack of values, frames of slots, and a stack of loops.
struct Instruction: Sendable {
  var operation: Operation
  var a: Int32 = 0
  var b: Int32 = 0
  var c: Int32 = 0

  init(_ operation: Operation, _ a: Int32 = 0, _ b: Int32 = 0, _ c: Int32 = 0) {
    self.operation = operation
    self.a = a
    self.b = b
    self.c = c
  }

  enum Operation: UInt8, Sendable {
    // MARK: Output
    /// Writes the host's literal a.
    case literal
    /// Carries out the host's mark a.
    case mark
    /// Pops a value and prints it at site a.
    case print
    /// Prints data path a at site b.
    case printPath
    /// Prints slot a at site b.
    case printSlot
    /// Prints member b of slot a at site c.
    case printSlotMember

    // MARK: Values
    /// Pushes constant a.
    case constant
    /// Pushes slot a.
    case loadSlot
    /// Pushes slot b of the frame a functions out.
    case loadOuter
    /// Pushes data path a.
    case loadPath
    /// Pushes what an `if` without `else` yields when it does not apply.
    case noValue
    /// Faults if the top does not exist.
    case require
    /// Drops the top.
    case pop
    /// Pops a value, pushes its member a.
    case member
    /// Pushes member b of slot a.
    case slotMember
    /// Pops key and value, pushes the item, called constant a if it is missing.
    case item
    /// Pops the bounds that bits 0–2 of a say are given, last first, and a value; pushes the part.
    case slice
    /// Pops a values, pushes their list.
    case list
    /// Pops a pairs of key and value, pushes their mapping.
    case mapping

    // MARK: Operators
    /// Pops two values, pushes what binary operator a makes of them.
    case binary
    /// Pops two values, pushes what comparison a makes of them.
    case compare
    /// As `compare`, but if true pushes the right operand for the next comparison, else false and jumps to b.
    case compareChained
    case negate
    case plus
    case not

    // MARK: Control
    case nothing
    /// Goes to a.
    case jump
    /// Pops a value and goes to a if it is false.
    case jumpIfFalse
    /// Goes to a if the top is false, else pops it.
    case jumpIfFalseElsePop
    /// Goes to a if the top is true, else pops it.
    case jumpIfTrueElsePop
    case halt

    // MARK: Calls; b is the shape of the arguments on the stack
    /// Filter a of the value below the arguments; what does not exist is called constant c.
    case filter
    /// Test a of the value below the arguments.
    case test
    /// Calls the value below the arguments.
    case call
    /// Calls method a of the value below the arguments.
    case callMethod
    /// Calls what data path a, which is a plain name, or else the global function c (-1: none) says.
    case callName
    /// Pushes macro a.
    case macro
    /// Goes to b if parameter slot a was given.
    case skipDefault
    /// Ends the function.
    case leave

    // MARK: Variables
    /// Pops into slot a.
    case storeSlot
    /// Pops an object and a value, sets the object's member constant a.
    case storeMember
    /// Pops a value of b elements and pushes them, first on top.
    case unpack
    /// Marks slot a as the result of something that has failed and was reported.
    case poison
    /// Slot a becomes slot c of the frame b functions out.
    case copySlot
    /// Slot a becomes data path b.
    case copyPath

    // MARK: Loops; a loop is found by how many functions out (a) and its number in that frame (b)
    /// Pops what to go through; begins loop a, or goes to b if there is nothing.
    case loopBegin
    /// Stores the next item in slot a (-1: pushes it), or goes to b after the last; for a loop's condition.
    case filterNext
    /// Pops whether the item stays.
    case filterKeep
    /// Begins the loop over the items kept, or ends it and goes to a if there are none.
    case filterDone
    /// Stores the next item in slot a (-1: pushes it), or goes to b after the last.
    case loopNext
    case loopEnd
    /// Pushes member c of a loop.
    case loopMember
    /// Pushes a loop as a value.
    case loopValue
    /// `loop.cycle`, with c arguments.
    case loopCycle
    /// `loop.changed`, with c arguments.
    case loopChanged
    /// Pops what to go through and enters recursive loop a.
    case enterLoop
    /// Pops what to go through and enters the recursive loop of frame a again, capturing its output.
    case callLoop

    // MARK: Other templates
    /// Pops the variables around and a template's name, and prints what it makes of them at site a; b says whether
    /// one that is missing is passed over (1) and whether it knows the variables (2).
    case include
    /// Pops the variables around and a template's name, and pushes the template with what it defines.
    case importTemplate
    /// Replaces the template on top by what it calls constant a.
    case exported

    // MARK: Captures
    case beginCapture
    /// Ends the capture and pushes it.
    case endCapture
    /// Ends the capture and forgets it.
    case dropCapture
  }
}
