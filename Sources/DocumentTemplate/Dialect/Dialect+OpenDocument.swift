import OfficeDocument
import XMLTree

extension Dialect {
  /// OpenDocument text (OASIS ODF 1.3 part 3). Elements not listed are objects.
  static let openDocument = Dialect(
    format: .odt,
    roles: elements + roles(fields, .uncuttable) + roles(shapes, .shape) + roles(pageParts, .story))

  private static func roles(_ names: [Name], _ role: Role) -> [(Name, Role)] { names.map { ($0, role) } }

  private static let elements: [(Name, Role)] = [
    (ODFText.p, .paragraph), (ODFText.h, .paragraph),
    (ODFTable.table, .table), (ODFTable.tableRow, .row), (ODFTable.tableCell, .cell),
    (ODFTable.tableHeaderRows, .group), (ODFTable.tableRows, .group), (ODFTable.tableRowGroup, .group),
    (ODFText.list, .group), (ODFText.listItem, .listItem), (ODFText.listHeader, .listItem),
    (ODFText.section, .story), (ODFText.indexBody, .story), (ODFText.noteBody, .story),
    (ODFOffice.text, .story), (ODFOffice.annotation, .story), (ODFDraw.textBox, .story),
    (ODFText.numberedParagraph, .story), (ODFText.indexTitle, .story),
    (ODFText.span, .inline), (ODFText.a, .inline),
    (ODFText.meta, .uncuttable), (ODFText.metaField, .uncuttable), (ODFText.ruby, .uncuttable),
    (ODFText.rubyBase, .uncuttable),
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
  ]

  /// The fields, which hold nothing but text (ODF 1.3 part 3, 7.3 to 7.7).
  static let fields: [Name] = [
    "text-input", "placeholder", "user-defined", "title", "subject", "keywords", "description",
    "initial-creator", "creator", "user-field-get", "user-field-input", "variable-set", "variable-get",
    "variable-input", "expression", "sequence", "conditional-text", "hidden-text", "hidden-paragraph",
    "bookmark-ref", "reference-ref", "sequence-ref", "note-ref", "chapter", "file-name", "template-name",
    "author-name", "author-initials", "sender-firstname", "sender-lastname", "sender-initials",
    "sender-title",
    "sender-position", "sender-email", "sender-phone-private", "sender-fax", "sender-company",
    "sender-phone-work", "sender-street", "sender-city", "sender-postal-code", "sender-country",
    "sender-state-or-province", "database-display", "execute-macro",
  ].map { Name(Namespace.text, $0) }

  /// The shapes that hold paragraphs (10.3).
  private static let shapes: [Name] = [
    "custom-shape", "rect", "line", "polyline", "polygon", "regular-polygon", "path", "circle", "ellipse",
    "caption", "connector", "measure",
  ].map { Name(Namespace.drawing, $0) }

  /// The headers and footers of master pages (16.10).
  private static let pageParts: [Name] = [
    "header", "header-left", "header-first", "footer", "footer-left", "footer-first",
  ].map { Name(Namespace.style, $0) }
}
