"""Adds up report files and compares the sums with those of another: the check of `chengwen rollup` by other means.

Usage: sum_units.py TOTAL UNIT...; JSON units, a YAML total. Prints how many figures were compared, or what differs.
"""

import json
import sys
from decimal import Decimal

import yaml

COLUMNS = {
    "applications": ["natural", "business", "research", "welfare", "legal", "other", "total"],
    "review": ["maintained", "corrected", "other", "pending", "total"],
    "disclosure": ["issued", "repealed", "in_force"],
}


def figures(node, table, path=()):
    """Each figure of a table by its path, as a Decimal."""
    if isinstance(node, dict):
        for key, value in node.items():
            yield from figures(value, table, path + (key,))
    elif isinstance(node, list):
        for column, value in zip(COLUMNS[table], node):
            yield path + (column,), Decimal(str(value))
        if len(node) == len(COLUMNS[table]) - 1:
            yield path + ("total",), sum(Decimal(str(value)) for value in node)
    else:
        yield path, Decimal(str(node))


def tables(report):
    return {
        (table,) + path: figure
        for table, rows in report["tables"].items()
        for path, figure in figures(rows, table)
    }


def main():
    total_path, *unit_paths = sys.argv[1:]
    with open(total_path, encoding="utf-8") as file:
        # Every scalar as the text that stands there: no amount becomes a binary fraction.
        total = tables(yaml.load(file, Loader=yaml.BaseLoader))
    sums = {}
    places = {}
    for path in unit_paths:
        with open(path, encoding="utf-8") as file:
            for key, figure in tables(json.load(file, parse_float=Decimal)).items():
                sums[key] = sums.get(key, Decimal(0)) + figure
                places[key] = max(places.get(key, 0), -figure.as_tuple().exponent)
    for key in sums.keys() | total.keys():
        if sums.get(key) != total.get(key):
            print(".".join(key), total.get(key), sums.get(key))
        elif -total[key].as_tuple().exponent != places[key]:
            print(".".join(key), total[key], "has other places")
    print(len(sums), "figures of", len(unit_paths), "units")


main()
