"""Renders each template in a folder with docxtpl and compares with what chengwen made of it.

usage: oracle.py FOLDER     with data.json, and N.docx beside N.out.docx
prints JSON: {"compared": how many, "lines": how many lines of text and structure, "different": [[N, what differs], ...]}"""

import json
import pathlib
import sys
import tempfile

from docxtpl import DocxTemplate

from compare import difference, summary


def main(folder):
    folder = pathlib.Path(folder)
    data = json.loads((folder / "data.json").read_text())
    found, compared, count = [], 0, 0
    with tempfile.TemporaryDirectory() as scratch:
        expected = pathlib.Path(scratch) / "expected.docx"
        for actual in sorted(folder.glob("*.out.docx")):
            name = actual.name.split(".")[0]
            try:
                template = DocxTemplate(folder / f"{name}.docx")
                template.render(data)
                template.save(expected)
            except Exception as error:
                found.append([int(name), [f"docxtpl: {type(error).__name__}: {error}"]])
                continue
            left = summary(expected, True)
            compared += 1
            count += len(left)
            lines = difference(left, summary(actual, True))
            if lines:
                found.append([int(name), lines])
    print(json.dumps({"compared": compared, "lines": count, "different": found}, ensure_ascii=False))


if __name__ == "__main__":
    main(sys.argv[1])
