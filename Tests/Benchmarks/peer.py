"""docxtpl on the benchmarks' workload.

    python peer.py TEMPLATE report.json COUNT     so many renders in one process: load, render, save
    python peer.py TEMPLATE ROWS                  one render of a table of so many rows

Prints the CPU seconds of each render and the most memory in KiB as a JSON object.
"""

import io
import json
import resource
import sys
import time

from docxtpl import DocxTemplate

from workload import big_row


def render(template, data):
    document = DocxTemplate(template)
    document.render(data)
    document.save(io.BytesIO())


template, what = sys.argv[1:3]
if what.endswith(".json"):
    with open(what, encoding="utf-8") as file:
        data, count = json.load(file), int(sys.argv[3])
else:
    data, count = {"rows": [big_row(index) for index in range(int(what))]}, 1
times = []
for _ in range(count):
    start = time.process_time()
    render(template, data)
    times.append(time.process_time() - start)
print(json.dumps({"cpu": times, "peak_kib": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss}))
