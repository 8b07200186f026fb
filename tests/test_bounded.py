"""Whatever stands in a record or a page, twice as much of it takes `check` about twice the time, and no more."""

from __future__ import annotations

import time
from collections.abc import Callable
from functools import cache

import pytest

from .conftest import RECORD, Project, some

MARKS = ["[", "]", "(", '"', "“", "”", "'", "`", "```\n", "~~~\n", "<", "<!--", "{", "{{", "{%", "{##", "{{ mark(", "}"]
MARKS += [
    "*",
    "_",
    "&",
    "&#",
    "](",
    "![",
    "[^",
    "[^1]: ",
    "{: ",
    '{ a="',
    "=",
    "a",
    "1",
    "1. ",
    "- ",
    "> ",
    "|",
    "\\",
    " ",
]
MARKS += [
    "\n",
    " \n",
    "a\n",
    "http://",
    "hill ",
    "ban",
    "bandit ",
    '" "',
    ' "a"',
    "[a]: b '",
    '!!! a "',
    "é",
    "\u200b",
    "़",
]
TRIES = 3


def seconds(project: Project) -> float:
    """The time of the processor that a check takes."""
    begun = time.process_time()
    project.problems()
    return time.process_time() - begun


@cache
def least() -> float:
    """The time that a check of the invented record takes as it is."""
    return min(seconds(Project(RECORD)) for _ in range(3))


def in_proportion(project: Project, write: Callable[[int], object], size: int) -> None:
    """Fails where four times as much takes far more than four times as long, once a check's own time is taken off.

    What takes too long does so every time it is tried; what else the machine does makes it take longer now and then.
    """
    alone = least()
    write(size)
    once = max(seconds(project) - alone, 0.05)
    write(4 * size)
    assert any(seconds(project) - alone < 8 * once + 0.2 for _ in range(TRIES))


@pytest.mark.parametrize("mark", some(MARKS, 15))
def test_a_page_of_one_mark(project: Project, mark: str) -> None:
    """In one paragraph: within what is read, and far beyond it."""
    in_proportion(project, lambda size: project.page("page.md", f"# A\n\n{mark * (size // len(mark))}"), 40_000)


@pytest.mark.parametrize("mark", some(MARKS, 15))
def test_a_page_of_paragraphs_of_one_mark(project: Project, mark: str) -> None:
    block = mark * (2000 // len(mark)) + "\n\n"
    in_proportion(project, lambda size: project.page("page.md", "# A\n\n" + block * (size // 2000)), 40_000)


@pytest.mark.parametrize("mark", some([mark for mark in MARKS if "\n" not in mark], 12))
def test_a_field_of_one_mark(project: Project, mark: str) -> None:
    in_proportion(project, lambda size: project.set("damage", "title", mark * (size // len(mark))), 200_000)


RECORDS: dict[str, Callable[[int], str]] = {
    "an id": lambda size: "a-" * size + "a: {}",
    "ids that are none": lambda size: "".join(f"Term {i}: {{}}\n" for i in range(size // 40)),
    "unknown fields": lambda size: "toll:\n" + "".join(f"  field{i}: 1\n" for i in range(size // 40)),
    "unknown ids": lambda size: "toll:\n  name: Toll\n  meaning: A.\n  see: [" + "nobody, " * (size // 40) + "]",
    "the same key": lambda size: "toll: {}\n" * (size // 20),
    "nested lists": lambda size: "[" * size,
    "nested mappings": lambda size: "{a: " * size,
    "nested dashes": lambda size: "- " * size,
    "question marks": lambda size: "? " * size,
    "aliases of aliases": lambda size: (
        "a0: &a0 x\n" + "".join(f"a{i + 1}: &a{i + 1} [*a{i}, *a{i}]\n" for i in range(size // 40))
    ),
    "merged mappings": lambda size: (
        "a0: &a0 {x: 1}\n" + "".join(f"a{i + 1}: &a{i + 1} {{<<: [*a{i}, *a{i}]}}\n" for i in range(size // 40))
    ),
    "a long number": lambda size: "toll: " + "9" * size,
    "quotation marks": lambda size: 'toll: "' + '\\"' * size,
    "blanks": lambda size: "toll:" + " " * size + "x",
    "comments": lambda size: "# x\n" * (size // 4),
    "flow items": lambda size: "toll: [" + "a, " * (size // 4) + "]",
}


@pytest.mark.parametrize("what", some(RECORDS, 8))
@pytest.mark.parametrize("file", ["terms", "words", "exceptions"])
def test_a_file_of_the_record(project: Project, file: str, what: str) -> None:
    path = project.root / "data" / f"{file}.yml"
    in_proportion(project, lambda size: path.write_text(RECORDS[what](size), "utf-8"), 40_000)


@pytest.mark.parametrize("field", ["inferred", "tags", "by"])
@pytest.mark.parametrize("id_", ["planks-vane", "damage"])
def test_anchors_within_an_entry_are_refused_at_once(project: Project, id_: str, field: str) -> None:
    path = project.file_of(id_)
    text = path.read_text("utf-8")
    many = f"  {field}:\n    - &a [x]\n" + "".join(f"    - &a{i} [*a, *a]\n" for i in range(100))
    path.write_text(text.replace(f"{id_}:\n", f"{id_}:\n{many}", 1), "utf-8")
    assert any("names a place in the file" in problem.message for problem in project.problems())
