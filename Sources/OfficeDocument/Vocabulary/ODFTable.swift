package import XMLTree

/// Names of OpenDocument's table: namespace (OASIS ODF 1.3 part 3, 9).
package enum ODFTable {
  package static let table = Name(Namespace.table, "table")
  package static let tableRow = Name(Namespace.table, "table-row")
  package static let tableCell = Name(Namespace.table, "table-cell")
  package static let coveredTableCell = Name(Namespace.table, "covered-table-cell")
  package static let tableColumn = Name(Namespace.table, "table-column")
  package static let tableColumns = Name(Namespace.table, "table-columns")
  package static let tableHeaderColumns = Name(Namespace.table, "table-header-columns")
  package static let tableHeaderRows = Name(Namespace.table, "table-header-rows")
  package static let tableRows = Name(Namespace.table, "table-rows")
  package static let tableRowGroup = Name(Namespace.table, "table-row-group")
  package static let numberColumnsRepeated = Name(Namespace.table, "number-columns-repeated")
  package static let numberRowsRepeated = Name(Namespace.table, "number-rows-repeated")
  package static let numberColumnsSpanned = Name(Namespace.table, "number-columns-spanned")
  package static let numberRowsSpanned = Name(Namespace.table, "number-rows-spanned")
  package static let tableColumnGroup = Name(Namespace.table, "table-column-group")
  package static let styleName = Name(Namespace.table, "style-name")
  package static let name = Name(Namespace.table, "name")
  package static let visibility = Name(Namespace.table, "visibility")
}
