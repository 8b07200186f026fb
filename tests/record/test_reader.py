"""The one reader of YAML: what it reads as what, what it refuses, and where things stand."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as some

from macros.record.reader import NO_TEXT, Unreadable, line_of, lines_of, read, read_file

from ..conftest import REAL, RECORD, Dumper

FILES = [path for root in (REAL, RECORD) for path in sorted((root / "data").rglob("*.yml"))]


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("5", 5),
        ("-5", -5),
        ("+5", 5),
        ("5.50", 5.5),
        ("true", True),
        ("false", False),
        ("null", None),
        ("~", None),
        ("", None),
        ('"5"', "5"),
        ("'true'", "true"),
        ('""', ""),
        ("|\n  5\n", "5\n"),
        *((same, same) for same in ("010", "1_000", "1e3", ".inf", ".nan", "0x1F", "0o7", ".5", "5.", "1:30")),
        *((same, same) for same in ("yes", "on", "True", "NULL", "2031-04-02", "2031-04-02T09:05", "５", "=")),
    ],
)
def test_a_scalar_is_what_it_looks_like(written: str, value: object) -> None:
    data = read(f"x: {written}").data
    assert data == {"x": value}
    assert isinstance(data["x"], type(value))
    assert isinstance(data["x"], bool) is isinstance(value, bool)


def test_keys_are_texts_as_they_are_written() -> None:
    assert read("1: a\n2.0: b\ntrue: c\n~: d\n010: e\n'': f\n").data == dict(
        zip(["1", "2.0", "true", "~", "010", ""], "abcdef", strict=True)
    )


@pytest.mark.parametrize("path", FILES, ids=lambda path: f"{path.parents[1].name}-{path.name}")
def test_it_reads_what_every_reader_reads(path: Path) -> None:
    assert not read_file(path).faults
    as_text = yaml.load(path.read_text("utf-8"), yaml.CBaseLoader)
    assert texts(read_file(path).data) == texts(as_text)


def texts(value: object) -> object:
    """A value with all its scalars as texts, numbers in one way of writing."""
    if isinstance(value, dict):
        return {key: texts(item) for key, item in value.items()}
    if isinstance(value, list):
        return [texts(item) for item in value]
    if isinstance(value, bool) or value is None:
        return {True: "true", False: "false", None: ""}[value]
    try:
        return f"{float(str(value)):g}"
    except ValueError:
        return value


PRINTED = some.characters(exclude_categories=("Cc", "Cs")).filter(lambda sign: not NO_TEXT.search(sign))
TREES = some.recursive(
    some.one_of(some.booleans(), some.integers(-(10**9), 10**9), some.text(PRINTED, max_size=9)),
    lambda inner: some.one_of(
        some.lists(inner, max_size=3), some.dictionaries(some.text("abc 12", max_size=4), inner, max_size=3)
    ),
)


@given(TREES)
def test_what_is_written_is_read(tree: object) -> None:
    written = yaml.dump({"x": tree}, Dumper=Dumper, allow_unicode=True)
    assert read(written).data == {"x": tree}


@pytest.mark.parametrize(
    ("text", "line", "says"),
    [
        ("a: 1\nb: [1, 2\n", 2, "not valid YAML"),
        ("a: 1\n b: 2\n", 2, "not valid YAML"),
        ("a: 1\nb\x07: 2\n", 2, "a character that no text has"),
        ("a: 1\nb: &x 2\n", 2, "&x names a place"),
        ("a: 1\nb: *x\n", 2, "*x stands for another place"),
        ("a: 1\nb: !!set {}\n", 2, "the tag"),
        ("a: 1\nb: !mine 2\n", 2, "the tag"),
        ("a: 1\n---\nb: 2\n", 2, "a second document"),
        ("a: 1\n? [b]\n: 2\n", 2, "a key is a text"),
        ("a: 1\n{b: 2}: 3\n", 2, "a key is a text"),
        ('a: 1\nb: "Ada\\x08North"\n', 2, "cannot stand in a text"),
        ('a: 1\nb: "\\uFFFF"\n', 2, "cannot stand in a text"),
        ('a: 1\nb: "\\u202Eevil"\n', 2, "cannot stand in a text"),
        ("a: 1\nb: of \u2067the\u2069 bridge\n", 2, "cannot stand in a text"),
        ("a: 1\nb: " + "9" * 31 + "\n", 2, "more than 30 digits"),
        ("a: 1\nb: " + "[" * 60 + "]" * 60, 2, "nested too deep"),
        ("[" * 300_000, 1, "nested too deep"),
        ("- " * 300_000, 1, "nested too deep"),
        ("[" * 2000 + "\n]", 1, "nested too deep"),
    ],
)
def test_what_blows_up_or_hides_is_refused_with_its_line(text: str, line: int, says: str) -> None:
    with pytest.raises(Unreadable) as refused:
        read(text)
    assert refused.value.fault.line == line
    assert says in refused.value.fault.message


def test_of_equal_keys_the_first_counts_and_the_second_is_told_at_any_depth() -> None:
    found = read("a:\n  b: 1\n  c:\n    - d: 2\n      d: {e: 3}\n  b: [4]\na: 5\nf: 6\n")
    assert found.data == {"a": {"b": 1, "c": [{"d": 2}]}, "f": 6}
    assert [(fault.line, fault.message) for fault in found.faults] == [
        (5, "the key 'd' stands twice here (first on line 4)"),
        (6, "the key 'b' stands twice here (first on line 2)"),
        (7, "the key 'a' stands twice here (first on line 1)"),
    ]


@pytest.mark.parametrize(
    ("text", "line", "whole"),
    [
        ("a: Two boats #2 and not one fewer.\n", 1, "Two boats #2 and not one fewer."),
        ("a: Two boats # and not one fewer.\n", 1, "Two boats # and not one fewer."),
        ("a: It was {b} #1 pick\nc: d\n", 1, "It was {b} #1 pick"),
        ("a: boats #2\n", 1, "boats #2"),
        ("a: Човни # два\n", 1, "Човни # два"),
        ("a: #006158\n", 1, "#006158"),
        ("a:\n  Two\n  boats #2\n", 3, "Two boats #2"),
        ("a: Two boats\n  #2 and not one fewer.\n", 2, "Two boats"),
    ],
)
def test_a_text_that_a_comment_cuts_off_is_told(text: str, line: int, whole: str) -> None:
    found = read(text)
    assert [(fault.line, fault.message.partition(" and")[0]) for fault in found.faults] == [(line, "behind a blank")]
    assert "in quotation marks" in found.faults[0].hint
    assert found.data["a"] == whole, "so that nothing else is said of it"


def test_a_text_in_a_list_is_cut_off_alike() -> None:
    found = read("a:\n  - #1\n  - Two boats #2\n  - Two boats\n    #2\n  - One\n  # meant\n")
    assert [fault.line for fault in found.faults] == [2, 3, 5]


@pytest.mark.parametrize(
    "text",
    [
        "a: ada-north  # who says so\n",
        "a: 5 # how early\n",
        "a: 2031-04-02T09:05 # by the page\n",
        "a: 1914/.. #\n",
        "a: https://herald.invalid/A # seen\n",
        "a: # nothing known\n",
        "a:\n  # nothing known\nb: c\n",
        'a: "Two boats" # two\n',
        "a: [Two boats] # two\n",
        "a: Two boats#2\n",
        "a: Two boats\n# of the next\nb: c\n",
        "a:\n  b: Two boats\n  # of the next\n  c: d\n",
        "a:\n  - b: Two boats\n    # of the next\n    c: d\n",
        "a: >-\n  Two boats\n  #2\n",
    ],
)
def test_a_comment_that_is_meant_passes(text: str) -> None:
    assert not read(text).faults


def test_what_mkdocs_may_hold_passes_where_it_is_asked_for() -> None:
    text = "a: &x {b: 1}\nc: *x\nd: !ENV [HOME, none]\ne: !!python/name:os.path\n"
    assert read(text, lenient=True).data == {"a": {"b": 1}, "c": {"b": 1}, "d": ["HOME", "none"], "e": ""}
    assert read("a: 1\na: 2\n", lenient=True).faults


def test_lines_are_those_of_keys_and_items_as_far_as_a_text_can_be_read() -> None:
    text = "a:\n  - b: 1\n    c: 2\n  - d\ne: {f: 3,\n  g: 4}\nh: [\n"
    assert lines_of(text) == {
        ("a",): 1,
        ("a", 0): 2,
        ("a", 0, "b"): 2,
        ("a", 0, "c"): 3,
        ("a", 1): 4,
        ("e",): 5,
        ("e", "f"): 5,
        ("e", "g"): 6,
        ("h",): 7,
    }


def test_a_file_that_changed_has_other_lines(tmp_path: Path) -> None:
    path = tmp_path / "a.yml"
    path.write_text("a: 1\n", "utf-8")
    assert line_of(path, ("a",)) == 1
    path.write_text("\n\n\na: 1\n", "utf-8")
    path.touch()
    assert line_of(path, ("a", "b")) == 4


def test_a_byte_order_mark_is_no_part_of_a_key(tmp_path: Path) -> None:
    (tmp_path / "a.yml").write_bytes(b"\xef\xbb\xbfa: 1\n")
    assert read_file(tmp_path / "a.yml").data == {"a": 1}


def test_a_folder_is_no_file(tmp_path: Path) -> None:
    with pytest.raises(Unreadable, match="cannot be read: it is no file"):
        read_file(tmp_path)
