import DataFiles
import DocumentTemplate
import TemplateLanguage
import TestSupport

extension RandomDrawing {
  /// The data as YAML; each call gives others of the same shape.
  mutating func data() -> String {
    """
    a: \(chance(2))
    b: \(chance(2))
    n: \(number(0...99))
    e: ""
    t: "<甲> & \\"乙\\"\(chance(4) ? "\\nsecond" : "")"
    xs: \(list(2) { String($0.number(0...1)) })
    us: \(units(depth: 0))
    r: {$richtext: [plain, {text: bold, bold: true}, {text: " \\n&", color: "#C00000"}]}
    p: {$paragraphs: \(list(2) { $0.chance(2) ? "one" : "{text: two, italic: true}" })}
    l: {$link: "https://example.org/?a=1&b=2", text: here}
    g: {$pagebreak: \(chance(2))}
    i: {$image: board.png, width_mm: 5}

    """
  }

  private mutating func list(_ most: Int, _ element: (inout RandomDrawing) -> String) -> String {
    var elements: [String] = []
    for _ in 0..<number(0...most) { elements.append(element(&self)) }
    return "[\(elements.joined(separator: ", "))]"
  }

  private mutating func units(depth: Int) -> String {
    list(depth == 0 ? 3 : 2) { drawing in
      let inner = depth < 2 ? drawing.units(depth: depth + 1) : "[]"
      let values = drawing.list(2) { String($0.number(0...1)) }
      let flag = drawing.chance(2)
      return
        "{k: \(drawing.number(0...1)), t: 局\(drawing.number(0...1)), f: \(flag), xs: \(values), us: \(inner)}"
    }
  }

  /// What the engine makes of data.
  static func mapping(_ data: String) throws -> Mapping {
    guard case .mapping(let mapping) = try DataFile.read(Array(data.utf8), name: "data.yaml").value else {
      return Mapping()
    }
    return try DocumentValues.resolve(mapping) { _ in SmallPicture.png }
  }
}
