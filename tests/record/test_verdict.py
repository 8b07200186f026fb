"""Model and published schema give one verdict: an editor underlines what the check refuses, and nothing else."""

from __future__ import annotations

import copy
import random
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from jsonschema import validators
from pydantic import TypeAdapter, ValidationError

from macros.record import defaults, schema
from macros.record import load as loading
from macros.record.load import Loaded
from macros.record.model import KINDS, About
from macros.record.reader import read, read_file
from macros.rules import exceptions, wording

from ..conftest import RECORD

# Values that somewhere, by some reader, were taken for what they are not.
TEXTS = """
010 1_000 1e3 1e400 0x1F .inf .nan nan inf -5 +5 5 5.0 6,000 yes no on off y n true false True null ~
unknown unclear none defaults TODO 1 01 2 2.5 2025 2025.0 0000 0999 2025-02-29 2024-02-29 1900-02-29 2000-02-29 2025-13
2025-00 2025-06-31 2025-6-2
2025-06-02 2025-06-02/2025-06-01 2025/2026 2025-06-02T14:43 2025-06-02T24:00 2025-06-02T14:43Z 2025-06-02T14:43+25:00
2025-06-02T14:43:10 14:43 24:00 9:05 #ffffff #FFFFFF #fff en sr-Latn e EN https://a.example/x http:// ftp://a.example
a-b A a--b -a a_b vane ombra planks days state side fact
""".split()  # noqa: SIM905
VALUES: tuple[Any, ...] = (
    *TEXTS,
    *(
        "Head TODO of",
        "",
        " ",
        "\n",
        "\t",
        " x ",
        "x\n",
        "\u00a0",
        "two words",
        "１",
        "２０３１",
        "é",
        "a b c d e",
        "a b c d e f",
    ),
    *("a" * 60, "a" * 61, "x" * 160, "x" * 161, "x" * 700, "x" * 701, "x" * 1501, f"https://a.example/{'x' * 400}"),
    *(None, True, False, 0, 1, -1, 2, 5, 6, 90, 91, -181, 999, 1000, 2025, 9999, 10000, 10**15, 10**15 + 1, -(10**16)),
    *(0.0, 1.0, 1.5, 2025.0, 2025.5, -90.5, 1e300),
    *(
        [],
        {},
        [""],
        ["a"],
        ["a", "b"],
        ["unknown"],
        ["unclear"],
        [1],
        [1, 2],
        [2, 1],
        [1, 2.5],
        [1, 2, 3],
        [1, "2"],
        [True, 2],
    ),
    *({"a": 1}, {"exact": 1}, {"exact": 1, "unit": "x"}, {"exact": True, "unit": "x"}, {"exact": "2", "unit": "x"}),
    *(
        {"date": "2025"},
        {"date": "2025", "unit": "x"},
        {"exact": 1, "about": 1, "unit": "x"},
        {"between": [1, 2], "unit": "x"},
    ),
    *({"time": "14:43"}, {"time": "24:00"}, {"name": "x", "counted": "a"}, {"exact": 1, "unit": "x", "promised": "a"}),
    *(
        {"exact": 1, "unit": "x", "promised": "a", "counted": "a"},
        {"text": "x", "lang": "en"},
        [{"text": "x", "lang": "en"}],
    ),
    *(
        {"id": "a", "title": "x"},
        {"where": "x", "day": 2031},
        {"one": "x", "many": "xs"},
        [{"what": "x", "basis": "y"}],
    ),
)


def pattern(validator: Any, patterns: str, instance: Any, rules: Any) -> Iterator[jsonschema.ValidationError]:
    """A schema's `$` is the end of the text; Python's is also before a last line break."""
    if isinstance(instance, str) and not re.search(re.sub(r"\$$", r"\\Z", patterns), instance):
        yield jsonschema.ValidationError(f"{instance!r} does not match {patterns!r}")


Validator = validators.extend(jsonschema.Draft202012Validator, {"pattern": pattern})
FILES = {
    path: path.relative_to(RECORD / "data").parts[0].removesuffix(".yml") for path in (RECORD / "data").rglob("*.yml")
}
SETTINGS: dict[str, TypeAdapter[Any]] = {"words": wording.LIST, "exceptions": exceptions.LIST}


@cache
def validator(kind: str) -> Any:
    return Validator(schema.schemas()[kind])


def by_schema(kind: str, data: Any) -> bool:
    """Whether the published schema takes what a file holds."""
    valid: bool = validator(kind).is_valid(data)
    return valid


def by_model(kind: str, data: Any, path: Path) -> bool:
    """Whether the model does, as it is asked when a record is read."""
    if data is None and kind != About.kind_of_record:
        return True
    if kind in SETTINGS:
        try:
            SETTINGS[kind].validate_python(data)
        except ValidationError:
            return False
        return True
    loaded = Loaded(RECORD)
    if kind == About.kind_of_record:
        return loading._validate(About, data, path, (), loaded) is not None
    if isinstance(data, dict):
        loading._take(kind, KINDS[kind], data, path, loaded)
    return isinstance(data, dict) and not loaded.problems


def places(node: Any) -> Iterator[tuple[Any, Any]]:
    """Every place below a node: the container and the key or index in it."""
    if isinstance(node, dict | list):
        for key, value in node.items() if isinstance(node, dict) else enumerate(node):
            yield node, key
            yield from places(value)


def fields_of(kind: str) -> list[str]:
    """All field names that stand anywhere in the schema of a kind."""
    return sorted(set(re.findall(r"'(\w+)': \{", str(schema.schemas()[kind]))))


def shared(chosen: random.Random, kind: str, entry: Any, id_: str) -> Any:
    """The entry with some of its fields in `defaults`; of a kind that has none, that is refused."""
    names = sorted(entry) if isinstance(entry, dict) else []
    moved = set(chosen.sample(names, k=min(len(names), chosen.randrange(1, 3))))
    rest = {name: value for name, value in entry.items() if name not in moved} if names else entry
    return {defaults.KEY: {name: entry[name] for name in names if name in moved}, id_: rest}


def broken(chosen: random.Random, kind: str, data: Any) -> Any:
    """One entry of a file with something in it put in the place of something else, once or twice."""
    if isinstance(data, dict) and kind != About.kind_of_record:
        id_ = chosen.choice(sorted(data))
        data = {id_: data[id_]}
        if chosen.random() < 0.3:
            data = shared(chosen, kind, data[id_], id_)
    data = copy.deepcopy(data)
    for _ in range(chosen.choice((1, 1, 2))):
        container, key = chosen.choice(list(places(data)) or [([data], 0)])
        match chosen.choice(("value", "value", "value", "drop", "key", "more")):
            case "value":
                container[key] = copy.deepcopy(chosen.choice(VALUES))
            case "drop":
                del container[key]
            case "key" if isinstance(container, dict):
                container[chosen.choice([*TEXTS, "x" * 70, "", " "])] = container.pop(key)
            case "more" if isinstance(container, dict):
                container[chosen.choice(fields_of(kind))] = copy.deepcopy(chosen.choice(VALUES))
            case _:
                pass
    return data


def try_all(seed: int, number: int) -> None:
    chosen = random.Random(seed)
    files = {path: (kind, read_file(path).data) for path, kind in sorted(FILES.items())}
    verdicts = {True: 0, False: 0}
    apart = []
    for _ in range(number):
        path = chosen.choice(list(files))
        kind, data = files[path]
        data = broken(chosen, kind, data)
        model, published = by_model(kind, data, path), by_schema(kind, data)
        verdicts[model] += 1
        if model != published:
            apart.append(f"{kind}: {'taken' if model else 'refused'} by the model alone: {data}"[:600])
    assert not apart, "\n".join(apart[:10])
    assert min(verdicts.values()) > number / 20, "both verdicts are met"


def test_model_and_schema_give_one_verdict() -> None:
    try_all(3, 500)


@pytest.mark.slow
def test_model_and_schema_give_one_verdict_thousands_of_times() -> None:
    try_all(2025, 10_000)


@pytest.mark.parametrize("kind", sorted(set(FILES.values())))
def test_whole_files_and_empty_ones_have_one_verdict(kind: str) -> None:
    path = next(path for path, each in FILES.items() if each == kind)
    for data in (read_file(path).data, *VALUES):
        assert by_model(kind, data, path) == by_schema(kind, data), data


@pytest.mark.parametrize("field", ["figures.planks.exact", "coordinates.lat", "edition.number", "weight"])
@pytest.mark.parametrize(
    "written", [*TEXTS, '"5"', "'5'", "[5]", "{a: 5}", "12.50", ".5", "5.", "0o17", "1:30", "９", "++5"]
)
def test_nothing_but_a_number_is_a_number(field: str, written: str) -> None:
    """As it is written in the file: what YAML of any version, or Python, would make a number of."""
    kind, id_ = {"figures": ("claims", "planks-vane"), "coordin": ("places", "quill-town")}.get(field[:7], ("", ""))
    kind, id_ = ("points", "hall") if field == "weight" else (kind or About.kind_of_record, id_)
    for path in (path for path, each in FILES.items() if each == kind):
        data = read_file(path).data
        if id_ and id_ not in data:
            continue
        node = data[id_] if id_ else data
        *parents, last = field.split(".")
        for key in parents:
            node = node[key]
        node[last] = value = read(f"x: {written}").data["x"]
        plain = re.fullmatch(r"[-+]?(0|[1-9][0-9]*)(\.[0-9]+)?", written)
        assert isinstance(value, int | float) == bool(plain or written in ("true", "false"))
        verdict = by_model(kind, data, path)
        assert verdict == by_schema(kind, data)
        if verdict:
            assert plain


@pytest.mark.parametrize("written", ["yes", "on", "True", "1", '"true"', "~", ""])
def test_nothing_but_true_and_false_is_a_truth_value(written: str) -> None:
    path = RECORD / "data/comparisons.yml"
    data = read_file(path).data
    next(iter(data.values()))["left_out"] = read(f"x: {written}").data["x"]
    assert not by_model("comparisons", data, path)
    assert not by_schema("comparisons", data)
