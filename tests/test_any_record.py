"""Whatever stands in a record, the answer is a list of problems or a dossier, never a traceback."""

from __future__ import annotations

import copy
import tempfile
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as some

from macros.record.dossier import Dossier
from macros.record.load import load
from macros.record.model import KINDS
from macros.record.problems import BadRecord
from macros.rules.check import open_dossier

from .conftest import RECORD
from .everything import fragments

DATA = {
    path.relative_to(RECORD).as_posix(): yaml.safe_load(path.read_text("utf-8"))
    for path in sorted((RECORD / "data").rglob("*.yml"))
}
# Words that mean something somewhere in a record, among others that mean nothing.
IDS = [id_ for file, entries in DATA.items() if isinstance(entries, dict) for id_ in entries]
FIELDS = sorted({name for model in KINDS.values() for name in model.model_fields})
WORDS = some.one_of(
    some.text(max_size=20),
    some.sampled_from(
        [*IDS, *FIELDS, "unknown", "unclear", "none", "", "{", "{ombra}", "{days|}", "2031-04-31", "[...]"]
    ),
)
VALUES = some.recursive(
    some.one_of(some.none(), some.booleans(), some.integers(), some.floats(), some.dates(), WORDS),
    lambda inner: some.one_of(some.lists(inner, max_size=3), some.dictionaries(WORDS, inner, max_size=3)),
    max_leaves=8,
)
QUICK = settings(max_examples=40, suppress_health_check=list(HealthCheck))
LONG = settings(QUICK, max_examples=1500)


def places(node: Any, path: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    """The way to every value below a node."""
    found = [path] if path else []
    if isinstance(node, dict | list):
        for key, value in node.items() if isinstance(node, dict) else enumerate(node):
            found += places(value, (*path, key))
    return found


@some.composite
def broken_records(draw: some.DrawFn) -> dict[str, Any]:
    """The invented record with some values, anywhere in it, put in the place of others."""
    data = copy.deepcopy(DATA)
    for _ in range(draw(some.integers(1, 4))):
        file = draw(some.sampled_from(sorted(data)))
        *parents, last = draw(some.sampled_from(places(data[file]) or [(file,)]))
        node = data[file]
        try:
            for key in parents:
                node = node[key]
            node[last] = draw(VALUES)
        except (KeyError, IndexError, TypeError):
            data[file] = draw(VALUES)
    return data


def try_it(data: dict[str, Any] | None = None, raw: dict[str, bytes] | None = None) -> None:
    """Write a record, check it, and render it if nothing is wrong: a problem is an answer, anything else is not."""
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        for file, value in {**DATA, **(data or {})}.items():
            (root / file).parent.mkdir(parents=True, exist_ok=True)
            (root / file).write_text(yaml.safe_dump(value, allow_unicode=True), "utf-8")
        for file, content in (raw or {}).items():
            (root / file).write_bytes(content)
        problems = []
        try:
            dossier = open_dossier(root)
        except BadRecord as error:
            problems = error.problems
        if problems:
            assert all(problem.file and problem.message for problem in problems)
        else:
            assert all(isinstance(text, str) for _, text in fragments(dossier))


@QUICK
@given(broken_records())
def test_a_broken_record_is_answered(data: dict[str, Any]) -> None:
    try_it(data)


@QUICK
@given(some.sampled_from(sorted(DATA)), some.one_of(some.binary(max_size=60), some.text(max_size=60).map(str.encode)))
def test_any_bytes_are_answered(file: str, content: bytes) -> None:
    try_it(raw={file: content})


@pytest.mark.slow
@LONG
@given(broken_records())
def test_many_broken_records_are_answered(data: dict[str, Any]) -> None:
    try_it(data)


@pytest.mark.parametrize(
    "content",
    [
        b"a: &x [*x]\n",
        b"a: &x {b: *x}\n",
        b"? [a, b]\n: c\n",
        b"a: !!python/object/apply:os.system [echo]\n",
        b"<<: {a: 1}\n",
        b"[" * 3000,
        b"\x00",
        b"\xff\xfe\x00",
        b"a: 1\n---\nb: 2\n",
        b"planks-vane: {figures: {planks: {exact: .inf, unit: planks}}}\n",
        b"planks-vane: {figures: {planks: {exact: 1e400, unit: planks}}}\n",
        b"1: {}\n",
        b"null: {}\n",
        b'a:\n  "\\ud800": 1\n',
    ],
)
@pytest.mark.parametrize("file", ["data/claims.yml", "data/dossier.yml", "data/words.yml", "data/exceptions.yml"])
def test_odd_yaml_is_answered(content: bytes, file: str) -> None:
    try_it(raw={file: content})


def test_the_invented_record_itself_is_sound() -> None:
    assert isinstance(open_dossier(RECORD), Dossier)
    assert not load(RECORD).problems
