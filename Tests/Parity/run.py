"""Runs docxtpl's own templates through chengwen and compares with what docxtpl made of them.

usage: run.py CHENGWEN CASES-FOLDER    exit 0 when every case is the same or differs as intended"""

import json
import pathlib
import subprocess
import sys
import tempfile

from compare import differences

# Where docxtpl's result is defective, or where this engine means to differ: a word that stands in every line that
# differs, and why.
INTENDED = {
    "header_footer_inline_image": ("picture", "text behind a picture keeps its formatting; docxtpl loses it"),
    "richtext": (
        "", "the data does not hold the hyperlink's address; shading is complete; text behind {{r }} keeps its formatting"),
    "richtext_paragraph": ("P ", "styles are found by name or id; docxtpl writes names that are no ids"),
    "richtext_and_if": ("", "text behind {{r }} keeps its formatting; docxtpl loses it"),
    "word2016": ("Test tabs in template", "docxtpl loses the tabs of a string literal"),
}
NOT_SAYABLE = "can't be said in JSON"


def main(chengwen, folder):
    folder = pathlib.Path(folder)
    failed = 0
    with tempfile.TemporaryDirectory() as scratch:
        for case in json.loads((folder / "cases.json").read_text()):
            name = case["name"]
            if not case.get("data") or case.get("needs"):
                print(f"{name:32} -          {NOT_SAYABLE}: {case.get('needs')}")
                continue
            data = json.loads((folder / case["data"]).read_text())
            own = pathlib.Path(scratch) / "data"
            own.mkdir(exist_ok=True)
            for picture in (folder / "media").iterdir():
                target = own / picture.name
                if not target.exists():
                    target.write_bytes(picture.read_bytes())
            (own / "data.json").write_text(json.dumps(data, ensure_ascii=False))
            out = pathlib.Path(scratch) / f"{name}.docx"
            run = subprocess.run(
                [chengwen, "fill", folder / case["template"], own / "data.json", "--lenient", "-o", out],
                capture_output=True, text=True)
            if name == "template_error":
                is_same = run.returncode == 1 and "endif" in run.stderr
                print(f"{name:32} {'same' if is_same else 'DIFFERENT'}")
                failed += not is_same
                continue
            if run.returncode != 0:
                print(f"{name:32} FAILED     {run.stderr.splitlines()[0] if run.stderr else run.returncode}")
                failed += 1
                continue
            found = differences(folder / case["expected"], out)
            word, why = INTENDED.get(name, ("", ""))
            if not found:
                print(f"{name:32} same")
            elif why and all(word in line for line in found):
                print(f"{name:32} intended   {why}")
            else:
                failed += 1
                print(f"{name:32} DIFFERENT")
                for line in found[:8]:
                    print("    " + line[:200])
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:3]))
