"""Renders templates with jinja2: what the differential tests hold the template language against.

Reads {"data": Python literal, "files": templates to include, "cases": [[template, lenient], …]} as JSON; writes a list of [text] or [null, error].
Exit status 3: there is no jinja2.
"""

import ast
import json
import sys
import types

try:
    import jinja2
    import jinja2.ext
except ImportError:
    sys.exit(3)


class Strict(jinja2.ChainableUndefined):
    """Members of what is unknown are unknown; to use it fails, unless it is an `if` without `else`."""

    __slots__ = ()

    def _use(self):
        if not (self._undefined_hint or "").startswith("the inline if-expression"):
            self._fail_with_undefined_error()

    def __str__(self):
        self._use()
        return ""

    def __iter__(self):
        self._use()
        return iter(())

    def __bool__(self):
        self._use()
        return False

    def __len__(self):
        self._use()
        return 0

    def __eq__(self, other):
        self._use()
        return type(self) is type(other)

    def __ne__(self, other):
        return not self == other

    def __hash__(self):
        self._use()
        return id(type(self))

    def __contains__(self, item):
        self._use()
        return False


def plain(value):
    """Tuples, generators and the like print as lists, none as nothing."""
    if value is None:
        return ""
    if isinstance(value, (types.GeneratorType, range, map, filter, zip)) or type(value).__name__ in (
        "dict_keys",
        "dict_values",
        "dict_items",
    ):
        value = list(value)
    if type(value) in (list, tuple):
        return inner(value)
    return value


def inner(value):
    if isinstance(value, (list, tuple)):
        return [inner(element) for element in value]
    if isinstance(value, dict):
        return {key: inner(element) for key, element in value.items()}
    return value


def environment(undefined):
    return jinja2.Environment(
        undefined=undefined,
        finalize=plain,
        extensions=[jinja2.ext.do, jinja2.ext.loopcontrols],
        loader=jinja2.DictLoader(request["files"]),
    )


request = json.load(sys.stdin)
environments = {False: environment(Strict), True: environment(jinja2.ChainableUndefined)}
answers = []
for template, lenient in request["cases"]:
    try:
        data = ast.literal_eval(request["data"])
        answers.append([environments[lenient].from_string(template).render(data)])
    except Exception as error:  # whatever Python objects to
        answers.append([None, f"{type(error).__name__}: {error}"])
json.dump(answers, sys.stdout)
