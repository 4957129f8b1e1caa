import OfficeDocument

extension Dialect {
  /// WordprocessingML (ISO/IEC 29500-1, 17). Elements not listed are objects.
  static let word = Dialect(
    format: .docx,
    roles: [
      (W.p, .paragraph), (W.tbl, .table), (W.tr, .row), (W.tc, .cell),
      (W.body, .story), (W.hdr, .story), (W.ftr, .story), (W.footnote, .story), (W.endnote, .story),
      (W.comment, .story), (W.txbxContent, .story),
      (W.sdtContent, .group), (W.footnotes, .group), (W.endnotes, .group), (W.comments, .group),
      (W.document, .group), (W.sdt, .uncuttable),
      (W.r, .inline), (W.hyperlink, .inline), (W.ins, .inline), (W.moveTo, .inline), (W.smartTag, .inline),
      (W.customXml, .inline), (W.dir, .inline), (W.bdo, .inline), (W.fldSimple, .uncuttable),
      (W.ruby, .uncuttable), (W.rubyBase, .uncuttable),
      (W.t, .characters),
      (W.tab, .character(UInt8(ascii: "\t"))), (W.ptab, .character(UInt8(ascii: "\t"))),
      (W.br, .character(UInt8(ascii: "\n"))), (W.cr, .character(UInt8(ascii: "\n"))),
      (W.noBreakHyphen, .character(UInt8(ascii: "-"))),
      (W.bookmarkStart, .rangeMark), (W.bookmarkEnd, .rangeMark), (W.commentRangeStart, .rangeMark),
      (W.commentRangeEnd, .rangeMark), (W.permStart, .rangeMark), (W.permEnd, .rangeMark),
      (W.pPr, .silent), (W.rPr, .silent), (W.tblPr, .silent), (W.tblGrid, .silent), (W.trPr, .silent),
      (W.tcPr, .silent), (W.sdtPr, .silent), (W.sectPr, .silent), (W.del, .silent), (W.moveFrom, .silent),
      (W.delText, .silent), (W.instrText, .silent), (W.proofErr, .silent), (W.softHyphen, .silent),
      (A.p, .paragraph), (A.r, .inline), (A.t, .characters), (A.br, .character(UInt8(ascii: "\n"))),
      (A.pPr, .silent), (A.rPr, .silent), (A.endParaRPr, .silent), (A.fld, .silent), (C.v, .plainText),
      (C.rich, .story),
      (W.lastRenderedPageBreak, .silent), (W.rt, .silent),
    ])
}
