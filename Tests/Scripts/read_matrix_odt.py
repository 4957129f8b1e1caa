#!/usr/bin/env python3
"""Reads the applicant matrix of an OpenDocument text with odfdo and holds it against the form.

usage: read_matrix_odt.py [--edition 2021|2021-transitional|2019] FILE.odt
Prints {edition, rows, columns, cells: [[{row, column, row_span, column_span, text}]]}; see applicant_matrix.run.
"""

import os
import sys
import zipfile

import odfdo

from applicant_matrix import MARK, BadGrid, Cell, Matrix, Unreadable, run


def number(element, name):
    return int(element.get_attribute(name) or 1)


def text_of(cell):
    return "\n".join(p.inner_text for p in cell.get_elements("text:p | text:h"))


def opened(elements, name):
    """Each element as often as it says it is repeated."""
    return [element for element in elements for _ in range(number(element, name))]


def cells_of(rows, columns):
    """The cells of the table; every covered cell must be covered by exactly one of them."""
    cells = []
    covered = set()
    for r, row in enumerate(rows):
        entries = opened(
            row.get_elements("table:table-cell | table:covered-table-cell"), "table:number-columns-repeated"
        )
        if len(entries) != columns:
            raise BadGrid(f"row {r} fills {len(entries)} of {columns} grid columns")
        for column, entry in enumerate(entries):
            if entry.tag == "table:covered-table-cell":
                if (r, column) not in covered:
                    raise BadGrid(f"row {r}, column {column}: a covered cell that no cell covers")
                if text_of(entry):
                    raise BadGrid(f"row {r}, column {column}: text in a covered cell")
                continue
            if (r, column) in covered:
                raise BadGrid(f"row {r}, column {column}: a cell under another one")
            down = number(entry, "table:number-rows-spanned")
            right = number(entry, "table:number-columns-spanned")
            area = {(y, x) for y in range(r, r + down) for x in range(column, column + right)}
            if r + down > len(rows) or column + right > columns or area & covered:
                raise BadGrid(f"row {r}, column {column}: spans over the table's edge or over another cell")
            covered |= area
            cells.append(Cell(r, column, down, right, text_of(entry)))
    return cells


def kept_together(document, row):
    """Whether the row's style forbids a page break inside it."""
    style = document.get_style("table-row", row.get_attribute("table:style-name"))
    properties = style and style.get_element("style:table-row-properties")
    return bool(properties) and properties.get_attribute("fo:keep-together") == "always"


def read(path):
    os.stat(path)
    try:
        document = odfdo.Document(path)
        tables = document.body.get_elements("//table:table")
    except (ValueError, KeyError, TypeError, zipfile.BadZipFile) as error:
        raise Unreadable(f"not an OpenDocument text: {error}") from error
    tables = [t for t in tables if any(text_of(c) == MARK for c in t.get_elements("descendant::table:table-cell"))]
    if len(tables) != 1:
        raise Unreadable(f"{len(tables)} tables with {MARK} in them instead of 1")
    table = tables[0]
    head = table.get_elements("table:table-header-rows/table:table-row")
    body = table.get_elements("table:table-row | table:table-rows/table:table-row")
    rows = opened(head + body, "table:number-rows-repeated")
    columns = len(
        opened(table.get_elements("descendant::table:table-column"), "table:number-columns-repeated")
    )
    return Matrix(
        rows=len(rows),
        columns=columns,
        cells=cells_of(rows, columns),
        head_rows=len(opened(head, "table:number-rows-repeated")),
        rows_cut=[r for r, row in enumerate(rows) if not kept_together(document, row)],
    )


if __name__ == "__main__":
    sys.exit(run(read, "The applicant matrix of an OpenDocument text as JSON."))
