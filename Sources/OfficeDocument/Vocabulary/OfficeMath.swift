package import XMLTree

/// Names of Office Math (ISO/IEC 29500-1, 22.1).
package enum OfficeMath {
  package static let oMath = Name(Namespace.officeMath, "oMath")
  package static let oMathPara = Name(Namespace.officeMath, "oMathPara")
  package static let t = Name(Namespace.officeMath, "t")
}
