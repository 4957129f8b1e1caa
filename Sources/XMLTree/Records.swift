/// A node as it lies in the tree's memory. Texts, comments and instructions have content, elements have what is in them.
@safe
struct NodeRecord: BitwiseCopyable {
  enum Kind: UInt8 {
    /// What the document's element stands in, and the comments and instructions beside it.
    case document
    case element
    case text
    case cdata
    case comment
    case instruction
  }

  let kind: Kind
  /// Whether an instruction stands, or has stood, somewhere below it.
  private(set) var hasHeldInstruction = false
  let line: UInt32
  /// An element's name or an instruction's target.
  var name: UnsafeMutablePointer<NameRecord>?
  var parent: UnsafeMutablePointer<NodeRecord>?
  var previous: UnsafeMutablePointer<NodeRecord>?
  var next: UnsafeMutablePointer<NodeRecord>?
  var first: UnsafeMutablePointer<NodeRecord>?
  var last: UnsafeMutablePointer<NodeRecord>?
  /// The first attribute.
  var attributes: UnsafeMutablePointer<AttributeRecord>?
  /// The first declaration of a namespace.
  var declarations: UnsafeMutablePointer<DeclarationRecord>?
  var content = Stretch.empty

  init(_ kind: Kind, _ name: UnsafeMutablePointer<NameRecord>? = nil, line: Int = 0) {
    self.kind = kind
    unsafe self.name = unsafe name
    self.line = UInt32(clamping: line)
  }

  /// Puts a node that stands nowhere behind the last one in `holder`.
  static func append(_ node: UnsafeMutablePointer<NodeRecord>, to holder: UnsafeMutablePointer<NodeRecord>) {
    unsafe node.pointee.parent = unsafe holder
    unsafe node.pointee.previous = unsafe holder.pointee.last
    if let last = unsafe holder.pointee.last {
      unsafe last.pointee.next = unsafe node
    } else {
      unsafe holder.pointee.first = unsafe node
    }
    unsafe holder.pointee.last = unsafe node
    unsafe noteInstructions(of: node, in: holder)
  }

  /// Notes, of `holder` and all around it, that they hold what `node` is or has held.
  static func noteInstructions(
    of node: UnsafeMutablePointer<NodeRecord>, in holder: UnsafeMutablePointer<NodeRecord>
  ) {
    guard unsafe node.pointee.kind == .instruction || node.pointee.hasHeldInstruction else { return }
    var current: UnsafeMutablePointer<NodeRecord>? = unsafe holder
    while let record = unsafe current, unsafe !record.pointee.hasHeldInstruction {
      unsafe record.pointee.hasHeldInstruction = true
      unsafe current = unsafe record.pointee.parent
    }
  }
}

@safe
struct AttributeRecord: BitwiseCopyable {
  let name: UnsafeMutablePointer<NameRecord>
  /// References resolved; it may be the mark of an instruction.
  var value: Stretch
  var next: UnsafeMutablePointer<AttributeRecord>?
}

/// A declaration that an element makes (Namespaces in XML 1.0, 3).
@safe
struct DeclarationRecord: BitwiseCopyable {
  let namespace: UnsafeMutablePointer<NamespaceRecord>
  var next: UnsafeMutablePointer<DeclarationRecord>?
}

/// A prefix that stands for an address; there is one record for each such pair in a tree.
@safe
struct NamespaceRecord: BitwiseCopyable {
  /// Empty for the default namespace.
  let prefix: Stretch
  /// Empty where a default namespace is taken back.
  let address: Stretch
  /// Tells the prefix from others of the tree.
  let prefixNumber: Int
  /// Tells the address from others of the tree.
  let addressNumber: Int
  /// Whether it is the one of `xml:space` and the like, which needs no declaration.
  let isBuiltIn: Bool
}

/// A name as it is written; there is one record for each in a tree.
@safe
struct NameRecord: BitwiseCopyable {
  let local: Stretch
  let namespace: UnsafeMutablePointer<NamespaceRecord>?
  /// The prefix, if it has one, and the local name.
  let written: Stretch
  /// The first element that was called so.
  var sample: UnsafeMutablePointer<NodeRecord>?
  /// One more than what is noted of the name, by the note's number; 0 for what was not asked for yet.
  var notes = [16 of UInt8](repeating: 0)

  /// Notes an element of its name.
  static func note(_ element: UnsafeMutablePointer<NodeRecord>) {
    if let name = unsafe element.pointee.name, unsafe name.pointee.sample == nil {
      unsafe name.pointee.sample = unsafe element
    }
  }
}
