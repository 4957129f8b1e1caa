import OfficeDocument
import TemplateLanguage
import XMLTree

/// Prepares Word's content controls that hold tags: what would put something else in the place of a value when Word
/// opens the document goes (ISO/IEC 29500-1, 17.5.2).
struct ContentControls {
  let records: [TagRecord]
  private(set) var marks: MarkTable

  init(records: [TagRecord], marks: MarkTable) {
    self.records = records
    self.marks = marks
  }

  mutating func prepare(_ tree: XMLTree, _ markers: [MarkerList.Marker]) {
    var seen: Set<Node> = []
    for marker in markers {
      var node = marker.node.parent
      while let current = node {
        if current.is(W.sdt), seen.insert(current).inserted, let properties = current.firstElement(W.sdtPr) {
          prepare(current, properties, tree)
        }
        node = current.parent
      }
    }
  }

  private mutating func prepare(_ control: Node, _ properties: Node, _ tree: XMLTree) {
    for element in properties.elements {
      switch element.localName {
      // Word fills a bound control from what it is bound to, as soon as it opens the document.
      case "dataBinding": element.remove()
      // What is no placeholder does not vanish at the first click.
      case "showingPlcHdr":
        element.remove()
        showAsText(control)
      case "date": element.removeAttribute(Name(Namespace.wordprocessing, "fullDate"))
      case "dropDownList", "comboBox": element.removeAttribute(Name(Namespace.wordprocessing, "lastValue"))
      case "checkbox": bind(element, of: control, properties)
      default: continue
      }
    }
  }

  /// Takes the style of placeholders away from the control's text.
  private func showAsText(_ control: Node) {
    for node in Array(control.descendants) where node.is(W.rPr) && node.parent?.is(W.r) == true {
      node.firstElement(Name(Namespace.wordprocessing, "rStyle"))?.remove()
    }
  }

  /// Lets the box be ticked by the one value that stands in it.
  private mutating func bind(_ box: Node, of control: Node, _ properties: Node) {
    guard var state = CheckBox(properties), let content = control.firstElement(W.sdtContent) else { return }
    let markers = MarkerList(below: content).markers
    guard markers.count == 1, let origin = markers.first?.origin, records[origin].parsed?.role == .output,
      let checked = box.elements.first(where: { $0.localName == "checked" })
    else { return }
    state.isState = true
    checked.setAttribute(CheckBox.value, marker: marks.add(.attribute([.checkBox(origin, state)], .text)))
  }
}
