import OfficeDocument

extension Dialect {
  /// OpenDocument text (OASIS ODF 1.3 part 3). Elements not listed are objects.
  static let openDocument = Dialect(
    format: .odt,
    roles: [
      (ODFText.p, .paragraph), (ODFText.h, .paragraph),
      (ODFTable.table, .table), (ODFTable.tableRow, .row), (ODFTable.tableCell, .cell),
      (ODFTable.tableHeaderRows, .group), (ODFTable.tableRows, .group), (ODFTable.tableRowGroup, .group),
      (ODFText.list, .group), (ODFText.listItem, .listItem), (ODFText.listHeader, .listItem),
      (ODFText.section, .story), (ODFText.indexBody, .story), (ODFText.noteBody, .story),
      (ODFOffice.text, .story), (ODFOffice.annotation, .story), (ODFDraw.textBox, .story),
      (ODFText.numberedParagraph, .story),
      (ODFText.span, .inline), (ODFText.a, .inline),
      (ODFText.meta, .uncuttable), (ODFText.textInput, .uncuttable), (ODFText.placeholder, .uncuttable),
      (ODFText.ruby, .uncuttable), (ODFText.rubyBase, .uncuttable), (ODFText.userDefined, .uncuttable),
      (ODFText.s, .character(UInt8(ascii: " "))), (ODFText.tab, .character(UInt8(ascii: "\t"))),
      (ODFText.lineBreak, .character(UInt8(ascii: "\n"))),
      (ODFText.bookmark, .rangeMark), (ODFText.bookmarkStart, .rangeMark), (ODFText.bookmarkEnd, .rangeMark),
      (ODFText.changeStart, .rangeMark), (ODFText.changeEnd, .rangeMark), (ODFText.change, .rangeMark),
      (ODFOffice.annotationEnd, .rangeMark),
      (ODFDraw.title, .plainText), (ODFDraw.description, .plainText),
      (ODFText.softPageBreak, .silent), (ODFText.trackedChanges, .silent), (ODFText.rubyText, .silent),
      (ODFText.noteCitation, .silent), (ODFTable.tableColumn, .silent), (ODFTable.tableColumns, .silent),
      (ODFTable.tableHeaderColumns, .silent), (ODFTable.coveredTableCell, .silent),
      (ODFOffice.automaticStyles, .silent), (ODFOffice.styles, .silent), (ODFOffice.forms, .silent),
    ])
}
