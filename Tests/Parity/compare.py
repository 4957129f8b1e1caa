"""Compares two .docx the way the parity notes say: the text of every paragraph and cell in order, the table
structure, run formatting, pictures with their sizes, relationships' targets. Prints the differences."""

import difflib
import hashlib
import sys

import docx
from docx.oxml.ns import qn

IGNORED_TEXT = {qn("w:delText"), qn("w:instrText")}


def runs(paragraph):
    """(text, formatting) of each stretch of equal formatting."""
    found = []
    for run in paragraph.iter(qn("w:r")):
        if next(iter(run.iterancestors(qn("w:p"))), None) is not paragraph:
            continue
        text = ""
        for child in run:
            if child.tag == qn("w:t"):
                text += child.text or ""
            elif child.tag == qn("w:tab"):
                text += "\t"
            elif child.tag in (qn("w:br"), qn("w:cr")):
                text += "\f" if child.get(qn("w:type")) == "page" else "\n"
            elif child.tag in (qn("w:drawing"), qn("w:pict")):
                sizes = [(e.get("cx"), e.get("cy")) for e in child.iter(qn("wp:extent"))]
                text += f"[picture {sizes}]"
        if not text:
            continue
        properties = run.find(qn("w:rPr"))
        style = () if properties is None else tuple(sorted(
            (child.tag.split("}")[1],) + tuple(sorted((k.split("}")[-1], v.lower()) for k, v in child.attrib.items()))
            for child in properties if child.tag not in (qn("w:lang"), qn("w:noProof"), qn("w:rtl"))))
        link = next(iter(run.iterancestors(qn("w:hyperlink"))), None)
        if found and found[-1][1:] == (style, link is not None):
            found[-1] = (found[-1][0] + text,) + found[-1][1:]
        else:
            found.append((text, style, link is not None))
    return found


def lines(container, formatting, indent=""):
    for element in container.iterchildren():
        if element.tag == qn("w:p"):
            stretches = runs(element)
            properties = element.find(qn("w:pPr"))
            style = properties.find(qn("w:pStyle")) if properties is not None else None
            name = style.get(qn("w:val")) if style is not None else ""
            yield indent + f"P {name} " + repr("".join(stretch[0] for stretch in stretches))
            if formatting:
                for stretch in stretches:
                    if stretch[0].strip():
                        yield indent + "  R " + repr(stretch)
            for box in element.iter(qn("w:txbxContent")):
                yield from lines(box, formatting, indent + "  ")
        elif element.tag == qn("w:tbl"):
            yield indent + f"T {len(element.find(qn('w:tblGrid')))} columns"
            for row in element.iter(qn("w:tr")):
                if next(iter(row.iterancestors(qn("w:tbl")))) is not element:
                    continue
                yield indent + " row"
                for cell in row.iterchildren(qn("w:tc")):
                    properties = cell.find(qn("w:tcPr"))
                    kept = [] if properties is None else sorted(
                        child.tag.split("}")[1] + str(sorted((k.split("}")[-1], v.lower()) for k, v in child.attrib.items()))
                        for child in properties if child.tag in (qn("w:gridSpan"), qn("w:vMerge"), qn("w:shd"))
                        and (child.tag != qn("w:gridSpan") or child.get(qn("w:val")) != "1"))
                    yield indent + "  cell " + " ".join(kept)
                    yield from lines(cell, formatting, indent + "    ")
        elif element.tag == qn("w:sdt"):
            yield from lines(element.find(qn("w:sdtContent")), formatting, indent)


def files(relationship):
    """What a relationship leads to: an address, or a picture's or an embedded file's contents."""
    kind = relationship.reltype.rsplit("/", 1)[1]
    if kind not in ("hyperlink", "image", "package", "oleObject"):
        return []
    if relationship.is_external:
        return [f"{kind} {relationship.target_ref}"]
    return [f"{kind} {hashlib.sha256(relationship.target_part.blob).hexdigest()[:12]}"]


def summary(path, formatting):
    document = docx.Document(path)
    result = list(lines(document.element.body, formatting))
    targets = []
    for relationship in document.part.rels.values():
        kind = relationship.reltype.rsplit("/", 1)[1]
        if kind in ("header", "footer", "footnotes"):
            result.append(f"== {kind}")
            part = relationship.target_part
            element = getattr(part, "element", None)
            if element is None:
                from lxml import etree
                element = etree.fromstring(part.blob)
            for inner in getattr(part, "rels", {}).values():
                targets += files(inner)
            for block in [element] if kind != "footnotes" else list(element):
                result += list(lines(block, formatting))
        else:
            targets += files(relationship)
    return result + sorted(targets)


def differences(expected, actual, formatting=True):
    return difference(summary(expected, formatting), summary(actual, formatting))


def difference(left, right):
    return [line for line in difflib.unified_diff(left, right, lineterm="", n=0) if not line.startswith(("---", "+++", "@@"))]


if __name__ == "__main__":
    found = differences(sys.argv[1], sys.argv[2], "--text" not in sys.argv)
    print("\n".join(found))
    sys.exit(1 if found else 0)
