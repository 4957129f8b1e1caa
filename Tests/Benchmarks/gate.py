"""Counts the instructions of a fixed set of renders and compares them with the numbers kept beside this file.

    python3 gate.py CHENGWEN-BENCH FOLDER [--update]

Exit 1 when a render takes over 5 % more, or less, than its number: less is to be kept, with --update. The counts are
callgrind's, of one thread, with hashing, environment and the C library's choice of functions fixed; what still differs
is the compiler and the machine's kind, so that numbers of another one are not compared with.
"""

import json
import pathlib
import platform
import re
import subprocess
import sys

HERE = pathlib.Path(__file__).parent
NUMBERS = HERE / "instructions.json"
TOLERANCE = 0.05
ENVIRONMENT = {
    "PATH": "/usr/bin:/bin", "LC_ALL": "C", "SWIFT_DETERMINISTIC_HASHING": "1",
    # Without these the C library copies memory in another way on each kind of processor.
    "GLIBC_TUNABLES": "glibc.cpu.hwcaps=-AVX_Usable,-AVX2_Usable,-AVX512F_Usable,-AVX2,-AVX512F,-ERMS,-FSRM",
}
# The renders: the arguments for few and for many, and how many more. What both do is left out by taking the difference.
RENDERS = {
    "report, steady state": (["steady", "report.docx", "report.json", "2"], ["steady", "report.docx", "report.json", "12"], 10),
    "report, compiled, rendered and saved": (["whole", "report.docx", "report.json", "1"], ["whole", "report.docx", "report.json", "3"], 2),
    "report, made again from its compiled form": (["kept", "report.docx", "report.json", "1"], ["kept", "report.docx", "report.json", "3"], 2),
    "report, zlib": (["steady", "report.docx", "report.json", "1", "zlib"], ["steady", "report.docx", "report.json", "3", "zlib"], 2),
    "1,000 rows": (["rows", "rows.docx", "100"], ["rows", "rows.docx", "1100"], 1),
    "1,000 rows, streamed": (["stream", "rows.docx", "rows-100.jsonl"], ["stream", "rows.docx", "rows-1100.jsonl"], 1),
}


def count(program, folder, arguments):
    words = arguments[:-1] + ["gate.docx", "zlib"] if arguments[-1] == "zlib" else arguments + ["gate.docx"]
    command = ["valgrind", "--tool=callgrind", "--callgrind-out-file=/dev/null", str(program)] + words
    result = subprocess.run(command, cwd=folder, env=ENVIRONMENT, capture_output=True, text=True)
    found = re.search(r"Collected : (\d+)", result.stderr)
    if result.returncode or not found:
        sys.exit(f"{' '.join(command)}: {result.returncode}\n{result.stderr[-2000:]}")
    return int(found[1])


def machine():
    compiler = subprocess.run(["swift", "--version"], capture_output=True, text=True).stdout
    version = re.search(r"Swift version (\S+)", compiler)
    return f"Swift {version[1] if version else '?'}, {platform.machine()}, {' '.join(platform.libc_ver())}"


def main():
    program, folder = pathlib.Path(sys.argv[1]).resolve(), pathlib.Path(sys.argv[2])
    from workload import big_row
    for rows in [100, 1100]:
        lines = [json.dumps(big_row(index), ensure_ascii=False) + "\n" for index in range(rows)]
        (folder / f"rows-{rows}.jsonl").write_text("".join(lines), encoding="utf-8")
    counts = {}
    for name, (few, many, more) in RENDERS.items():
        counts[name] = (count(program, folder, many) - count(program, folder, few)) // more
    own = machine()
    if "--update" in sys.argv:
        NUMBERS.write_text(json.dumps({"machine": own, "instructions": counts}, ensure_ascii=False, indent=2) + "\n", encoding="utf-8")
    kept = json.loads(NUMBERS.read_text(encoding="utf-8")) if NUMBERS.exists() else {"machine": "no machine", "instructions": {}}
    is_comparable = kept["machine"] == own
    if not is_comparable:
        print(f"the numbers kept are those of {kept['machine']}; this is {own}: nothing is compared")
    failed = False
    for name, found in counts.items():
        wanted = kept["instructions"].get(name)
        change = (found / wanted - 1) if wanted else None
        is_wrong = is_comparable and (change is None or abs(change) > TOLERANCE)
        failed = failed or is_wrong
        print(f"{name:40} {found:>14,} {'' if change is None else f'{change:+.2%}':>9}{'  <-- beyond 5 %' if is_wrong else ''}")
    if failed:
        sys.exit("make bench-gate UPDATE=1 keeps the new numbers, if they are meant")


if __name__ == "__main__":
    main()
