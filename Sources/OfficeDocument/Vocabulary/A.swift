package import XMLTree

/// Names of DrawingML's text (ISO/IEC 29500-1, 21.1.2), in charts and SmartArt.
package enum A {
  package static let p = Name(Namespace.drawingML, "p")
  package static let pPr = Name(Namespace.drawingML, "pPr")
  package static let r = Name(Namespace.drawingML, "r")
  package static let rPr = Name(Namespace.drawingML, "rPr")
  package static let t = Name(Namespace.drawingML, "t")
  package static let br = Name(Namespace.drawingML, "br")
  package static let fld = Name(Namespace.drawingML, "fld")
  package static let endParaRPr = Name(Namespace.drawingML, "endParaRPr")
}

/// Names of DrawingML charts (ISO/IEC 29500-1, 21.2).
package enum C {
  package static let f = Name(Namespace.chart, "f")
  package static let formatCode = Name(Namespace.chart, "formatCode")
  package static let numCache = Name(Namespace.chart, "numCache")
  package static let numRef = Name(Namespace.chart, "numRef")
  package static let pt = Name(Namespace.chart, "pt")
  package static let ptCount = Name(Namespace.chart, "ptCount")
  package static let strCache = Name(Namespace.chart, "strCache")
  package static let strRef = Name(Namespace.chart, "strRef")
  package static let v = Name(Namespace.chart, "v")
  package static let rich = Name(Namespace.chart, "rich")
}
