"""Puts rendered documents to the validators, each beside its template: what the template has too does not count.

usage: judge.py VERIFY FOLDER [--sdk]     with NAME.template.docx beside NAME.docx, or .odt; prints what is new.
--sdk asks Microsoft's Open XML SDK instead of the schemas. exit 0 when nothing is new"""

import pathlib
import sys

sys.dont_write_bytecode = True
sys.setrecursionlimit(20000)


def schema_findings(verify):
    sys.path.insert(0, str(verify / "bin"))
    import docx_check
    import odt_check
    schema, understood = docx_check.load(), docx_check.known()

    def find(path):
        if path.suffix == ".odt":
            found = []
            odt_check.check(str(path), lambda *finding: found.append(finding), True)
        else:
            found = docx_check.findings(str(path), schema, None, understood, True)
        return [(level, text) for level, _, text in found if level != "info"]

    return find


def sdk_findings(verify):
    sys.path.insert(0, str(verify / "bin"))
    import sdk_validate
    sdk_validate.start()
    return lambda path: [finding[1:3] for finding in sdk_validate.findings(str(path), "Microsoft365")]


def main(verify, folder, *options):
    find = (sdk_findings if "--sdk" in options else schema_findings)(pathlib.Path(verify))
    bad = 0
    for template in sorted(pathlib.Path(folder).glob("*.template.*")):
        if template.suffix == ".odt" and "--sdk" in options:
            continue
        document = template.with_name(template.name.replace(".template", ""))
        known = set(find(template))
        for finding in dict.fromkeys(find(document)):
            if finding not in known:
                print(document.name, *finding, sep="\t")
                bad += 1
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
