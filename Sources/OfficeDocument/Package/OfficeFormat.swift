/// The two kinds of office document.
public enum OfficeFormat: String, Sendable, Hashable, CaseIterable {
  /// WordprocessingML in an OPC package.
  case docx
  /// OpenDocument text in an ODF package.
  case odt
}
