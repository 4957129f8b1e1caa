"""Runs docxtpl's own templates through chengwen and compares with what docxtpl made of them.

usage: run.py CHENGWEN FILLER CASES-FOLDER [VERIFY]    exit 0 when every case is the same or differs as intended

VERIFY is the folder of the validators: they must find nothing in a result that its template does not have, and
LibreOffice must show the merged words. FILLER fills as chengwen does, with the filters and functions that docxtpl's
scripts register. Where the cases have no data because docxtpl's script makes values in code, the data are in Data, in
the form that chengwen reads."""

import json
import pathlib
import shutil
import subprocess
import sys
import tempfile

from compare import differences
import outsiders

# Where docxtpl's result is defective, or where this engine means to differ: a word that stands in every line that
# differs, and why.
INTENDED = {
    "escape_auto": ("-P  ''", "a paragraph that holds nothing but a loop's tag goes; docxtpl leaves it empty"),
    "header_footer_inline_image": ("picture", "text behind a picture keeps its formatting; docxtpl loses it"),
    "richtext": (
        "", "the data does not hold the hyperlink's address; shading is complete; text behind {{r }} keeps its formatting"),
    "richtext_paragraph": ("P ", "styles are found by name or id; docxtpl writes names that are no ids"),
    "word2016": ("Test tabs in template", "docxtpl loses the tabs of a string literal"),
}

# What the scripts replace in their templates: docxtpl's replace_pic, replace_media, replace_embedded, replace_zipname.
REPLACED = {
    "header_footer_image": {"dummy_pic_for_header.png": "python.png"},
    "header_footer_image_file_obj": {"dummy_pic_for_header.png": "python.png"},
    "replace_picture": {"python_logo.png": "python.png"},
    "embedded": {
        "embedded_dummy.docx": "embedded_static_docx.docx",
        "embedded_dummy2.docx": "embedded_embedded_docx.docx",
        "word/embeddings/Feuille_Microsoft_Office_Excel3.xlsx": "real_Excel.xlsx",
        "word/embeddings/Pr_sentation_Microsoft_Office_PowerPoint4.pptx": "real_PowerPoint.pptx",
    },
}

WITH_FUNCTIONS = {"custom_jinja_filters", "escape_auto"}


def prepare(folder, own):
    """Puts beside the data whatever they may name."""
    own.mkdir()
    for place in ("media", "templates"):
        for file in (folder / place).iterdir():
            shutil.copy(file, own / file.name)
    shutil.copy(folder / "expected" / "embedded_embedded_docx.docx", own / "embedded_embedded_docx.docx")


def fill(programs, case, folder, own, out):
    name = case["name"]
    made = pathlib.Path(__file__).parent / "Data" / f"{name}.json"
    data = json.loads((made if made.exists() else folder / case["data"]).read_text())
    if name in REPLACED:
        data["$replace"] = REPLACED[name]
    (own / "data.json").write_text(json.dumps(data, ensure_ascii=False))
    template = folder / case["template"]
    if name in WITH_FUNCTIONS:
        command = [programs[1], template, own / "data.json", out]
    else:
        command = [programs[0], "fill", template, own / "data.json", "--lenient", "-o", out]
    return subprocess.run(command, capture_output=True, text=True)


def verdict(programs, case, folder, own, scratch):
    """('same', 'intended', 'DIFFERENT' or 'FAILED', why)"""
    name = case["name"]
    out = scratch / f"{name}.docx"
    run = fill(programs, case, folder, own, out)
    if name == "template_error":
        return ("same" if run.returncode == 1 and "endif" in run.stderr else "DIFFERENT"), ""
    if run.returncode != 0:
        return "FAILED", (run.stderr or run.stdout).strip() or str(run.returncode)
    shutil.copy(folder / case["template"], scratch / f"{name}.template.docx")
    found = differences(folder / case["expected"], out)
    word, why = INTENDED.get(name, ("", ""))
    if not found:
        return "same", ""
    if why and all(word in line for line in found):
        return "intended", why
    return "DIFFERENT", "\n    ".join(line[:200] for line in found[:12])


def judged(results, scratch, verify):
    """The results, with what the validators and LibreOffice say against a document in the place of the verdict."""
    invalid = outsiders.new_findings(scratch, verify)
    lost = outsiders.not_shown(scratch) if shutil.which("soffice") and shutil.which("pdftotext") else {}
    for name, result, why in results:
        if name in invalid:
            yield name, "INVALID", "\n    ".join(invalid[name])
        elif name in lost:
            yield name, "NOT SHOWN", "not opened" if lost[name] is None else " ".join(lost[name])
        else:
            yield name, result, why


def names_agree(chengwen, folder):
    """docxtpl's get_undeclared_template_variables, live."""
    from docxtpl import DocxTemplate

    template = folder / "templates" / "get_undeclared_variables.docx"
    wanted = DocxTemplate(str(template)).get_undeclared_template_variables()
    run = subprocess.run([chengwen, "inspect", template, "--format", "json"], capture_output=True, text=True)
    found = set(json.loads(run.stdout)["names"])
    return ("same", "") if found == wanted else ("DIFFERENT", f"{sorted(found ^ wanted)}")


def main(chengwen, filler, folder, verify=None):
    folder = pathlib.Path(folder)
    counts = {}
    with tempfile.TemporaryDirectory() as scratch:
        scratch = pathlib.Path(scratch)
        prepare(folder, scratch / "data")
        results = [
            (case["name"], *verdict((chengwen, filler), case, folder, scratch / "data", scratch))
            for case in json.loads((folder / "cases.json").read_text())
        ]
        if verify:
            results = list(judged(results, scratch, verify))
    results.append(("get_undeclared_variables", *names_agree(chengwen, folder)))
    for name, result, why in results:
        counts[result] = counts.get(result, 0) + 1
        print(f"{name:32} {result:10} {why}".rstrip())
    print(", ".join(f"{count} {result}" for result, count in sorted(counts.items())))
    return 0 if set(counts) <= {"same", "intended"} else 1


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
