#!/usr/bin/env python3
"""Reads the applicant matrix of a Word document with python-docx and holds it against the form.

usage: read_matrix_docx.py [--edition 2021|2021-transitional|2019] FILE.docx
Prints {edition, rows, columns, cells: [[{row, column, row_span, column_span, text}]]}; see applicant_matrix.run.
"""

import os
import sys
import zipfile

import docx
from docx.opc.exceptions import PackageNotFoundError
from docx.oxml.ns import qn

from applicant_matrix import MARK, BadGrid, Cell, Matrix, Unreadable, run


def text_of(tc):
    return "\n".join("".join(t.text or "" for t in p.iter(qn("w:t"))) for p in tc.p_lst)


def has(row, name):
    """Whether an on/off property of the row is on."""
    properties = row.find(qn("w:trPr"))
    mark = None if properties is None else properties.find(qn(name))
    return mark is not None and mark.get(qn("w:val"), "1") not in ("0", "false", "off")


def cells_of(rows, columns):
    """The cells of the table, those merged downwards put together."""
    cells = []
    above = {}  # column -> index in cells of the cell that a w:vMerge there continues
    for r, row in enumerate(rows):
        column = 0
        merged = {}
        for tc in row.tc_lst:
            span = tc.grid_span
            if tc.vMerge == "continue":
                at = above.get(column)
                if at is None or cells[at].column_span != span:
                    raise BadGrid(f"row {r}, column {column}: continues no cell of the same width above it")
                old = cells[at]
                cells[at] = Cell(old.row, old.column, old.row_span + 1, span, old.text)
                if text_of(tc):
                    raise BadGrid(f"row {r}, column {column}: text in a cell covered from above")
                merged[column] = at
            else:
                if tc.vMerge == "restart":
                    merged[column] = len(cells)
                cells.append(Cell(r, column, 1, span, text_of(tc)))
            column += span
        if column != columns:
            raise BadGrid(f"row {r} fills {column} of {columns} grid columns")
        above = merged
    return cells


def read(path):
    os.stat(path)  # python-docx has one message for a missing file and for a file of another kind
    try:
        document = docx.Document(path)
    except (PackageNotFoundError, KeyError, ValueError, zipfile.BadZipFile) as error:
        raise Unreadable(f"not a Word document: {error}") from error
    tables = [t._tbl for t in document.tables if any(text_of(c) == MARK for r in t._tbl.tr_lst for c in r.tc_lst)]
    if len(tables) != 1:
        raise Unreadable(f"{len(tables)} tables with {MARK} in them instead of 1")
    rows = tables[0].tr_lst
    columns = len(tables[0].tblGrid.gridCol_lst)
    repeated = [has(row, "w:tblHeader") for row in rows]
    return Matrix(
        rows=len(rows),
        columns=columns,
        cells=cells_of(rows, columns),
        # only an unbroken run from the first row repeats
        head_rows=(repeated + [False]).index(False),
        rows_cut=[r for r, row in enumerate(rows) if not has(row, "w:cantSplit")],
    )


if __name__ == "__main__":
    sys.exit(run(read, "The applicant matrix of a Word document as JSON."))
