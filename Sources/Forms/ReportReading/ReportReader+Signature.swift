import DataFiles
import Diagnostics

extension ReportReader {
  private static let signerKeys = ["head_title", "seal", "stamp"]
  private static let signatureKeys =
    ["mode", "agencies", "hand_signature", "guide", "seal_diameter", "stamp_width", "stamp_height"]
    + signerKeys

  /// The most agencies that issue a report together.
  private static let mostAgencies = 30

  mutating func signature(_ entry: DataNode.Entry?) -> Report.Signature {
    var signature = Report.Signature()
    guard let entry, let fields = nodes.mapping(entry.value, "signature", allowed: Self.signatureKeys) else {
      return signature
    }
    for (key, field) in fields { source.note("signature.\(key)", field.value.position) }
    if let mode = fields["mode"] { signature.mode = self.mode(mode.value) }
    signature.own = signer(named: "", fields, "signature")
    if let agencies = fields["agencies"] { signature.agencies = self.agencies(agencies.value) }
    if !signature.agencies.isEmpty {
      for key in Self.signerKeys {
        guard let field = fields[key] else { continue }
        nodes.report(.belongsToAgency("signature.\(key)"), at: field.keyPosition)
      }
    }
    if let hand = fields["hand_signature"] { signature.handSignature = self.hand(hand.value) }
    if let guide = fields["guide"] { signature.hasGuide = flag(guide.value, "signature.guide") }
    let sizes: [(String, ClosedRange<Int>, WritableKeyPath<Report.Signature, Int>)] = [
      ("seal_diameter", 30...60, \.sealDiameter), ("stamp_width", 10...80, \.stampSize.width),
      ("stamp_height", 5...40, \.stampSize.height),
    ]
    for (key, range, size) in sizes {
      if let field = fields[key] {
        signature[keyPath: size] =
          millimetres(field.value, "signature.\(key)", range) ?? signature[keyPath: size]
      }
    }
    return signature
  }

  private mutating func mode(_ node: DataNode) -> Report.Signature.Mode {
    if let mode = node.text.flatMap(Report.Signature.Mode.init(rawValue:)) { return mode }
    nodes.report(
      .oneOfExpected("signature.mode", Report.Signature.Mode.allCases.map(\.rawValue)), at: node.position)
    return .seal
  }

  /// Names, or mappings of a name and what that agency signs with.
  private mutating func agencies(_ node: DataNode) -> [Report.Signer] {
    let items = nodes.list(node, "signature.agencies")
    if items.count > Self.mostAgencies {
      nodes.report(.tooManyAgencies(Self.mostAgencies), at: node.position)
    }
    var signers: [Report.Signer] = []
    for (index, item) in items.enumerated() {
      let path = "signature.agencies[\(index)]"
      source.note(path, item.position)
      guard item.entries != nil else {
        if let name = nodes.line(item, path) { signers.append(Report.Signer(name: name)) }
        continue
      }
      guard let fields = nodes.mapping(item, path, allowed: ["name"] + Self.signerKeys),
        let name = nodes.requiredLine(fields, "name", in: item, path: path + ".")
      else { continue }
      signers.append(signer(named: name, fields, path))
    }
    return signers
  }

  private mutating func signer(
    named name: String, _ fields: [String: DataNode.Entry], _ path: String
  ) -> Report.Signer {
    var signer = Report.Signer(name: name)
    for (key, part) in [
      ("head_title", \Report.Signer.headTitle), ("seal", \.seal), ("stamp", \.stamp),
    ] {
      guard let field = fields[key] else { continue }
      source.note("\(path).\(key)", field.value.position)
      signer[keyPath: part] = nodes.line(field.value, "\(path).\(key)")
    }
    return signer
  }

  /// `true` for the usual words, `false` for no line, or other words.
  private mutating func hand(_ node: DataNode) -> String? {
    if case .bool(let isOn) = node.scalar { return isOn ? Report.Signature.usualHandSignature : nil }
    return nodes.line(node, "signature.hand_signature")
  }

  private mutating func flag(_ node: DataNode, _ path: String) -> Bool {
    if case .bool(let isOn) = node.scalar { return isOn }
    nodes.report(.flagExpected(path), at: node.position)
    return false
  }

  private mutating func millimetres(_ node: DataNode, _ path: String, _ range: ClosedRange<Int>) -> Int? {
    if case .integer(let number) = node.scalar, range.contains(number) { return number }
    nodes.report(.millimetresExpected(path, range), at: node.position)
    return nil
  }
}
