extension ReportFileWriter {
  mutating func signature() {
    let signature = draft.signature
    line("")
    line("signature:")
    line(
      "  mode: \(signature.mode.rawValue)"
        + (comments ? "   # 落款：seal 盖公章，plain 不盖章，stamp 签名章" : ""))
    for entry in entries(of: signature.own) { line("  \(entry)") }
    if !signature.agencies.isEmpty { line("  agencies:") }
    for agency in signature.agencies {
      let entries = (["name: \(YAMLScalar.text(agency.name))"] + entries(of: agency)).joined(separator: ", ")
      line("    - {\(entries)}")
    }
    if signature.sealDiameter != Report.Signature.usualSealDiameter {
      line("  seal_diameter: \(signature.sealDiameter)")
    }
    if signature.stampSize != Report.Signature.usualStampSize {
      line("  stamp_width: \(signature.stampSize.width)")
      line("  stamp_height: \(signature.stampSize.height)")
    }
    if let hand = signature.handSignature {
      line(
        "  hand_signature: " + (hand == Report.Signature.usualHandSignature ? "true" : YAMLScalar.text(hand)))
    }
    if signature.hasGuide { line("  guide: true") }
  }

  mutating func layout() {
    let turned = draft.definition.turnableTables.filter { draft.layout.landscape.contains($0.id) }
    guard !turned.isEmpty else { return }
    line("")
    line("layout:")
    for table in turned { line("  \(table.id): landscape" + (comments ? "   # 此表横排，单独成页" : "")) }
  }

  private func entries(of signer: Report.Signer) -> [String] {
    [("head_title", signer.headTitle), ("seal", signer.seal), ("stamp", signer.stamp)].compactMap { entry in
      entry.1.map { "\(entry.0): \(YAMLScalar.text($0))" }
    }
  }
}
