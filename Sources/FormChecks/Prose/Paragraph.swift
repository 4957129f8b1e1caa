import Forms

/// A paragraph read for its sentences and quantities.
struct Paragraph: Sendable {
  /// Where it is, such as `sections.overview[1]`.
  let path: String
  let spot: FormSpot
  /// What it is called in messages: its section and its number.
  let name: LocalizedText
  /// The text as `ProseText` has it.
  let text: [Unicode.Scalar]
  let sentences: [Sentence]

  init(_ text: String, path: String, heading: LocalizedText, spot: FormSpot) {
    self.path = path
    name = LocalizedText(
      chinese: "\(heading.chinese)第\(spot.item + 1)段",
      english: "\(heading.english), paragraph \(spot.item + 1)")
    self.spot = spot
    self.text = ProseText.normalised(text)
    sentences = self.text.split(whereSeparator: \.endsSentence).enumerated().map { index, slice in
      Sentence(Array(slice), number: index + 1)
    }
  }

  /// Whether it speaks of applications for disclosure, and not of what is disclosed unasked.
  var isAboutApplications: Bool {
    let heading = Array(text.prefix(16))
    return text.mentions("申请") && (!heading.mentions("主动公开") || heading.mentions("依申请"))
  }
}

/// A sentence with its quantities.
struct Sentence: Sendable {
  let text: [Unicode.Scalar]
  /// Its number in the paragraph, from 1.
  let number: Int
  let quantities: [Quantity]
  /// The years that it names, in order, each with its place.
  let years: [(year: Int, at: Int)]

  init(_ text: [Unicode.Scalar], number: Int) {
    self.text = text
    self.number = number
    quantities = QuantityScanner.quantities(in: text)
    years = ProseDate.years(in: text)
  }

  /// The sentence cut at commas and the like.
  var clauses: [[Unicode.Scalar]] {
    text.split { $0 == "，" || $0 == "；" || $0 == "：" }.map { Array($0) }
  }
}
