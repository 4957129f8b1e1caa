"""The applicant matrix (收到和处理政府信息公开申请情况) as a grid of cells, and what the official one looks like.

Shared by read_matrix_docx.py and read_matrix_odt.py, which read a finished document with programs that have nothing
to do with Chengwen and hold what they find against the form. Standard library only; rows and columns count from 0.
"""

import argparse
import dataclasses
import json
import sys

NUMBER_COLUMNS = 7
LABEL_COLUMNS = 3
COLUMNS = LABEL_COLUMNS + NUMBER_COLUMNS
HEAD_ROWS = 3
MARK = "申请人情况"  # stands in the head of this table and in no other


@dataclasses.dataclass(frozen=True, order=True)
class Cell:
    """A cell at its upper left corner, with the rows and columns it covers."""

    row: int
    column: int
    row_span: int
    column_span: int
    text: str = dataclasses.field(compare=False)

    def __str__(self):
        return (
            f"{self.text!r} at row {self.row}, column {self.column}, over {self.row_span} row(s)"
            f" and {self.column_span} column(s)"
        )


@dataclasses.dataclass
class Matrix:
    """What a reader found: every cell, and what each row says about page breaks."""

    rows: int
    columns: int
    cells: list[Cell]
    head_rows: int  # rows at the top that repeat on each page
    rows_cut: list[int]  # rows that may be cut in two by a page break


class Unreadable(Exception):
    """The file is not a document of its kind, or has no applicant matrix."""


class BadGrid(Exception):
    """The cells of the table do not fill its grid."""


# The labels of an edition, as (text, children); a row without children is a row of numbers.
REFUSED = (
    "（三）不予公开",
    [
        "1.属于国家秘密",
        "2.其他法律行政法规禁止公开",
        "3.危及“三安全一稳定”",
        "4.保护第三方合法权益",
        "5.属于三类内部事务信息",
        "6.属于四类过程性信息",
        "7.属于行政执法案卷",
        "8.属于行政查询事项",
    ],
)
NOT_AVAILABLE = (
    "（四）无法提供",
    ["1.本机关不掌握相关政府信息", "2.没有现成信息需要另行制作", "3.补正后申请内容仍不明确"],
)
NOT_PROCESSED = (
    "（五）不予处理",
    [
        "1.信访举报投诉类申请",
        "2.重复申请",
        "3.要求提供公开出版物",
        "4.无正当理由大量反复申请",
        "5.要求行政机关确认或重新出具已获取信息",
    ],
)
OTHER = (
    "（六）其他处理",
    [
        "1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请",
        "2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请",
        "3.其他",
    ],
)
OTHER_AS_PUBLISHED = (OTHER[0], [text.replace("处理其政府", "处理其他政府") for text in OTHER[1]])

NOTE = "（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）"
PARTLY = "（二）部分公开（区分处理的，只计这一情形，不计其他情形）"

EDITIONS = {
    "2021": (NOTE, PARTLY, OTHER),
    "2021-transitional": (
        "（本列数据的勾稽关系为：第一项加第二项之和等于第三项加第四项之和）",
        "（二）部分公开（区分处理的，只记这一情形）",
        OTHER_AS_PUBLISHED,
    ),
    "2019": (NOTE, PARTLY, (OTHER[0], [])),
}


def official(edition):
    """The labels of an edition as cells, and the number of rows."""
    note, partly, other = EDITIONS[edition]
    first = LABEL_COLUMNS
    organisations = ["商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他"]
    cells = [
        Cell(0, 0, HEAD_ROWS, LABEL_COLUMNS, note),
        Cell(0, first, 1, NUMBER_COLUMNS, MARK),
        Cell(1, first, 2, 1, "自然人"),
        Cell(1, first + 1, 1, len(organisations), "法人或其他组织"),
        Cell(1, COLUMNS - 1, 2, 1, "总计"),
    ]
    cells += [Cell(2, first + 1 + i, 1, 1, text) for i, text in enumerate(organisations)]

    row = HEAD_ROWS
    for text in ["一、本年新收政府信息公开申请数量", "二、上年结转政府信息公开申请数量"]:
        cells.append(Cell(row, 0, 1, LABEL_COLUMNS, text))
        row += 1
    top = row
    results = [("（一）予以公开", []), (partly, []), REFUSED, NOT_AVAILABLE, NOT_PROCESSED, other, ("（七）总计", [])]
    for text, children in results:
        cells.append(Cell(row, 1, max(len(children), 1), 1 if children else 2, text))
        cells += [Cell(row + i, 2, 1, 1, child) for i, child in enumerate(children)]
        row += max(len(children), 1)
    cells.append(Cell(top, 0, row - top, 1, "三、本年度办理结果"))
    cells.append(Cell(row, 0, 1, LABEL_COLUMNS, "四、结转下年度继续办理"))
    return sorted(cells), row + 1


def differences(matrix, edition):
    """Everything in which the matrix is not the official one, as sentences."""
    labels, rows = official(edition)
    found = []
    if matrix.rows != rows:
        found.append(f"{matrix.rows} rows instead of {rows}")
    if matrix.columns != COLUMNS:
        found.append(f"{matrix.columns} grid columns instead of {COLUMNS}")
    if matrix.head_rows != HEAD_ROWS:
        found.append(f"{matrix.head_rows} head rows repeat on each page instead of {HEAD_ROWS}")
    if matrix.rows_cut:
        found.append(f"rows that a page break may cut: {', '.join(map(str, matrix.rows_cut))}")

    cells = {(cell.row, cell.column): cell for cell in matrix.cells}
    for label in labels:
        cell = cells.pop((label.row, label.column), None)
        if cell is None:
            found.append(f"no cell begins where there should be {label}")
        elif cell != label or cell.text != label.text:
            found.append(f"{cell} instead of {label}")
    for cell in sorted(cells.values()):
        if cell.row < HEAD_ROWS or cell.column < LABEL_COLUMNS:
            found.append(f"{cell} has no place in the form")
        elif (cell.row_span, cell.column_span) != (1, 1):
            found.append(f"a number is merged: {cell}")
    return found


def run(read, description):
    """The command: reads the one file named, prints its matrix as JSON, says what is wrong with it.

    Exit status: 0 the official structure, 1 another one, 2 no such document or no such table in it.
    """
    parser = argparse.ArgumentParser(description=description)
    parser.add_argument("file")
    parser.add_argument(
        "--edition", choices=sorted(EDITIONS), help="otherwise 2021 or 2021-transitional, whichever it is"
    )
    arguments = parser.parse_args()
    try:
        matrix = read(arguments.file)
    except OSError as error:
        print(f"{arguments.file}: {error.strerror}", file=sys.stderr)
        return 2
    except Unreadable as error:
        print(f"{arguments.file}: {error}", file=sys.stderr)
        return 2
    except BadGrid as error:
        print(f"{arguments.file}: {error}", file=sys.stderr)
        return 1

    editions = [arguments.edition] if arguments.edition else ["2021", "2021-transitional"]
    edition, found = min(((e, differences(matrix, e)) for e in editions), key=lambda pair: len(pair[1]))
    if found:
        for sentence in found:
            print(f"{arguments.file}: edition {edition}: {sentence}", file=sys.stderr)
        return 1
    rows = [[dataclasses.asdict(c) for c in matrix.cells if c.row == row] for row in range(matrix.rows)]
    result = {"edition": edition, "rows": matrix.rows, "columns": matrix.columns, "cells": rows}
    json.dump(result, sys.stdout, ensure_ascii=False, indent=1)
    print()
    return 0
