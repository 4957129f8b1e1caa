"""Measures this engine, docxtpl and the floor in one run, interleaved, and prints tables.

    python bench.py CHENGWEN CHENGWEN-BENCH FLOOR FOLDER [--rounds N] [--report DOCX JSON] [--rows DOCX] [--full]

FOLDER has what workload.py writes. All times are CPU time of one core unless a line says otherwise; nothing is asserted.
--full also runs docxtpl on 100,000 rows (minutes, and gigabytes).
"""

import argparse
import json
import os
import pathlib
import statistics
import subprocess
import sys
import time

from workload import big_row

HERE = pathlib.Path(__file__).parent


def run(*command, cores=None, kept="off"):
    """Runs a program, with a folder for compiled templates: its output, CPU seconds, wall seconds and peak memory in KiB."""
    # Only where it is needed: a fork of Python counts among what the program takes.
    def pin():
        os.sched_setaffinity(0, set(sorted(os.sched_getaffinity(0))[:cores]))
    start = time.perf_counter()
    process = subprocess.Popen(
        [str(word) for word in command], stdout=subprocess.PIPE, stderr=subprocess.PIPE, preexec_fn=pin if cores else None,
        env=dict(os.environ, CHENGWEN_CACHE=str(kept)))
    output = process.stdout.read()
    errors = process.stderr.read()
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        sys.exit(f"{' '.join(map(str, command))}: {process.returncode}\n{errors.decode()}")
    return output.decode(), usage.ru_utime + usage.ru_stime, time.perf_counter() - start, usage.ru_maxrss


class Samples(dict):
    def __init__(self):
        self.rounds = {}

    def add(self, name, values):
        self.setdefault(name, []).extend(values)
        self.rounds.setdefault(name, []).append(statistics.median(values))

    def quotient(self, name, other):
        """How many times the one takes what the other does: round by round, so that a slow spell of the machine hits both."""
        own, theirs = self.rounds.get(name), self.rounds.get(other)
        if not own or not theirs:
            return None
        if len(own) != len(theirs):
            return self.middle(name) / self.middle(other)
        return statistics.median(one / two for one, two in zip(own, theirs))

    def middle(self, name):
        return statistics.median(self[name]) if self.get(name) else None

    def text(self, name):
        """The median with the range that the middle half lies in."""
        values = sorted(self.get(name, []))
        if not values:
            return "–"
        low, high = values[len(values) // 4], values[(3 * len(values)) // 4]
        return f"{seconds(statistics.median(values))} ({seconds(low)}–{seconds(high)})"


def seconds(value):
    if value >= 1:
        return f"{value:.2f} s"
    return f"{value * 1000:.3g} ms" if value >= 0.001 else f"{value * 1000:.3f} ms"


def rows_file(folder, count):
    path = folder / f"rows-{count}.json"
    if not path.exists():
        with open(path, "w", encoding="utf-8") as file:
            file.write('{"rows": [')
            for index in range(count):
                file.write((",\n" if index else "") + json.dumps(big_row(index), ensure_ascii=False))
            file.write("]}")
    return path


def lines_file(folder, count):
    path = folder / f"rows-{count}.jsonl"
    if not path.exists():
        with open(path, "w", encoding="utf-8") as file:
            for index in range(count):
                file.write(json.dumps(big_row(index), ensure_ascii=False) + "\n")
    return path


def measure(options, samples):
    folder, report, data = options.folder, *options.report
    ours, bench, peer = options.chengwen, options.bench, [sys.executable, HERE / "peer.py"]
    out = folder / "out.docx"
    cpu = lambda text: [times[1] for times in json.loads(text)["times"]]
    for number in range(options.rounds):
        print(f"round {number + 1} of {options.rounds}", file=sys.stderr)
        samples.add("steady", cpu(run(bench, "steady", report, data, 40, out)[0])[1:])
        floor = json.loads(run(options.floor, out, "word/document.xml", 20, folder / "floor.docx")[0])
        for step in ["copy", "crc", "deflate", "libzip"]:
            samples.add("floor " + step, floor[step])
        samples.add("peer steady", json.loads(run(*peer, report, data, 3)[0])["cpu"])
        samples.add("zlib", cpu(run(bench, "steady", report, data, 20, out, "zlib")[0])[1:])
        samples.add("whole", cpu(run(bench, "whole", report, data, 8, out)[0])[1:])
        # The first of them keeps the compiled template if an earlier round hasn't.
        run(ours, "fill", report, data, "-o", out, kept=folder / "kept")
        for _ in range(3):
            samples.add("fresh", [run(ours, "fill", report, data, "-o", out, kept=folder / "kept")[1]])
            samples.add("fresh first", [run(ours, "fill", report, data, "-o", out)[1]])
        samples.add("peer fresh", [run(*peer, report, data, 1)[1]])
        for count in [10_000, 100_000]:
            samples.add(f"rows {count}", cpu(run(bench, "rows", options.rows, count, out)[0]))
            samples.add(f"json {count}", [run(ours, "fill", options.rows, rows_file(folder, count), "-o", out)[1]])
            samples.add(
                f"stream {count}",
                [run(ours, "fill", options.rows, folder / "none.json", "--stream", f"rows={lines_file(folder, count)}", "-o", out)[1]])
    samples.add("peer rows 10000", json.loads(run(*peer, options.rows, 10_000)[0])["cpu"])
    if options.full:
        samples.add("peer rows 100000", json.loads(run(*peer, options.rows, 100_000)[0])["cpu"])
    for number in range(options.rounds):
        batch = ["batch", folder / "report.docx", folder / "records.jsonl", "-o", folder / "batch", "--jobs", 2, "--name", "{{ record.number }}"]
        samples.add("batch", [run(ours, *batch, cores=2)[2]])


# What docxtpl took where the goals were set, in seconds: by it they are carried over to another machine.
REFERENCE = {"peer steady": 0.26, "peer fresh": 0.54, "peer rows 10000": 3.6}


def times_table(samples):
    lines = [
        ("report, steady state, written to a file", "steady", "peer steady", "floor libzip", 0.0004),
        ("the same, compressed by zlib 6", "zlib", "peer steady", "floor libzip", None),
        ("report, compile + render + save", "whole", "peer steady", "floor libzip", 0.01),
        ("report, fresh process", "fresh", "peer fresh", "floor libzip", 0.02),
        ("report, fresh process, the first with this template", "fresh first", "peer fresh", "floor libzip", 0.02),
        ("10,000 rows, data parsed", "rows 10000", "peer rows 10000", None, 0.08),
        ("100,000 rows, data parsed", "rows 100000", "peer rows 100000", None, None),
        ("10,000 rows, from a JSON file", "json 10000", "peer rows 10000", None, None),
        ("100,000 rows, from a JSON file", "json 100000", "peer rows 100000", None, 0.8),
        ("100,000 rows, streamed", "stream 100000", "peer rows 100000", None, None),
        ("10,000 reports, two cores, wall", "batch", None, None, 3),
    ]
    print("| | chengwen | docxtpl | docxtpl / chengwen | floor (libzip) | chengwen / floor | goal | the goal here | taken of it |\n"
          "|---|---|---|---|---|---|---|---|---|")
    for label, own, peer, floor, goal in lines:
        reference = peer if peer in REFERENCE else "peer steady" if own == "batch" else "peer rows 10000"
        here, taken = "", ""
        if goal:
            here = f"≤ {seconds(goal * samples.middle(reference) / REFERENCE[reference])}"
            taken = f"{samples.quotient(own, reference) * REFERENCE[reference] / goal:.0%}"
        faster, above = samples.quotient(peer, own), samples.quotient(own, floor)
        print(f"| {label} | {samples.text(own)} | {samples.text(peer)} | {f'{faster:,.0f}×' if faster else '–'} "
              f"| {samples.text(floor)} | {f'{above:.2f}×' if above else '–'} | {f'≤ {seconds(goal)}' if goal else ''} | {here} | {taken} |")
    growth = samples.middle("rows 100000") / samples.middle("rows 10000")
    print("\nThe goals were set on a machine on which docxtpl takes 260 ms for the report; the last columns are what they are on this one, "
          "by what docxtpl takes here, and the part of them that is taken, round by round.")
    print(f"\nGrowth from 10,000 to 100,000 rows: ×{growth:.1f} (goal ≤ ×10.5).")
    print("The floor of the report's main part: " + ", ".join(
        f"{step} {seconds(samples.middle('floor ' + step))}" for step in ["copy", "crc", "deflate", "libzip"]) + ".")


def memory_table(options):
    folder, out = options.folder, options.folder / "out.docx"
    print("\n| rows | peak memory, streamed | document |\n|---|---|---|")
    for count in [1_000, 10_000, 100_000, 1_000_000]:
        peak = run(options.chengwen, "fill", options.rows, folder / "none.json", "--stream", f"rows={lines_file(folder, count)}", "-o", out)[3]
        print(f"| {count:,} | {peak / 1024:.1f} MiB | {out.stat().st_size / 1e6:.1f} MB |")
    lines_file(folder, 1_000_000).unlink()
    for count in [100_000]:
        path = rows_file(folder, count)
        peak = run(options.chengwen, "fill", options.rows, path, "-o", out)[3]
        data = json.loads(run(options.bench, "data", path)[0])["peak_kib"]
        print(f"\nFrom a JSON file of {count:,} rows: {peak / 1024:.1f} MiB, of which reading the data alone takes {data / 1024:.1f} MiB "
              f"(goal ≤ 64 MB more).")


def main():
    parser = argparse.ArgumentParser()
    for name in ["chengwen", "bench", "floor", "folder"]:
        parser.add_argument(name, type=pathlib.Path)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--report", nargs=2, type=pathlib.Path)
    parser.add_argument("--rows", type=pathlib.Path)
    parser.add_argument("--full", action="store_true")
    options = parser.parse_args()
    options.report = options.report or [options.folder / "report.docx", options.folder / "report.json"]
    options.rows = options.rows or options.folder / "rows.docx"
    (options.folder / "none.json").write_text("{}")
    samples = Samples()
    measure(options, samples)
    print(f"{os.cpu_count()} processors, {options.rounds} rounds; medians, the middle half of the measurements in brackets\n")
    times_table(samples)
    memory_table(options)


if __name__ == "__main__":
    main()
