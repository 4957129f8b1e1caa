"""What programs that know nothing of chengwen say of rendered documents, which lie in a folder as NAME.docx beside
their templates, NAME.template.docx."""

import os
import pathlib
import re
import subprocess
import sys

import docx
from compare import runs
from docx.oxml import parse_xml
from docx.oxml.ns import qn

JUDGE = pathlib.Path(__file__).parent.parent / "Scripts" / "judge.py"


def outputs(folder):
    for template in sorted(folder.glob("*.template.docx")):
        yield template, template.with_name(template.name.replace(".template", ""))


def new_findings(folder, verify):
    """Name of document: what the schemas, and Microsoft's SDK if SDK_PYTHON names its Python, find in it that its
    template does not have."""
    judges = [(sys.executable, [])]
    if os.access(os.environ.get("SDK_PYTHON", ""), os.X_OK):
        judges.append((os.environ["SDK_PYTHON"], ["--sdk"]))
    found = {}
    for python, options in judges:
        run = subprocess.run([python, JUDGE, verify, folder, *options], capture_output=True, text=True)
        if run.returncode not in (0, 1) or run.stderr:
            raise RuntimeError(run.stderr)
        for line in run.stdout.splitlines():
            name, finding = line.split("\t", 1)
            found.setdefault(name.removesuffix(".docx"), []).append(finding)
    return found


def words(path):
    """The words of a document's body, headers, footers and notes."""
    document = docx.Document(path)
    containers = [document.element.body]
    for relationship in document.part.rels.values():
        if relationship.reltype.rsplit("/", 1)[1] in ("header", "footer", "footnotes"):
            part = relationship.target_part
            element = getattr(part, "element", None)
            containers.append(parse_xml(part.blob) if element is None else element)
    found = set()
    for container in containers:
        for paragraph in container.iter(qn("w:p")):
            text = "".join(stretch[0] for stretch in runs(paragraph))
            found.update(re.sub(r"\[picture \[.*?\]\]", " ", text).split())
    return found


def not_shown(folder):
    """Name of document: the merged words, which the template lacks, that are not on the pages that LibreOffice makes
    of it; None if it makes none."""
    pages = folder / "pages"
    documents = list(outputs(folder))
    subprocess.run(
        ["soffice", f"-env:UserInstallation={(folder / 'profile').as_uri()}", "--headless", "--convert-to", "pdf",
         "--outdir", pages, *(document for _, document in documents)], capture_output=True)
    found = {}
    for template, document in documents:
        page = pages / f"{document.stem}.pdf"
        if not page.exists():
            found[document.stem] = None
            continue
        shown = subprocess.run(["pdftotext", "-raw", page, "-"], capture_output=True, text=True).stdout
        shown = "".join(shown.split())
        missing = sorted(word for word in words(document) - words(template) if word not in shown)
        if missing:
            found[document.stem] = missing
    return found
