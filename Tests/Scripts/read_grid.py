#!/usr/bin/env python3
"""Reads the first table of a .docx with python-docx, or of an .odt with odfdo.

usage: read_grid.py FILE
Prints {rows, columns, cells: [[row, column, row_span, column_span, text]]}; rows and columns count from 0.
"""

import json
import sys

import docx
import odfdo

import read_matrix_docx
import read_matrix_odt
from applicant_matrix import BadGrid


def word(path):
    table = docx.Document(path).tables[0]._tbl
    columns = len(table.tblGrid.gridCol_lst)
    return len(table.tr_lst), columns, read_matrix_docx.cells_of(table.tr_lst, columns)


def open_document(path):
    table = odfdo.Document(path).body.get_elements("//table:table")[0]
    opened = read_matrix_odt.opened
    rows = opened(table.get_elements("descendant::table:table-row"), "table:number-rows-repeated")
    columns = len(
        opened(table.get_elements("descendant::table:table-column"), "table:number-columns-repeated")
    )
    return len(rows), columns, read_matrix_odt.cells_of(rows, columns)


def main(path):
    try:
        rows, columns, cells = word(path) if path.endswith(".docx") else open_document(path)
    except BadGrid as error:
        print(f"{path}: {error}", file=sys.stderr)
        return 1
    found = [[c.row, c.column, c.row_span, c.column_span, c.text] for c in sorted(cells)]
    print(json.dumps({"rows": rows, "columns": columns, "cells": found}, ensure_ascii=False))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
