"""What is wrong, where, and what was probably meant; as text, as JSON, and as the hosts of repositories read it."""

from __future__ import annotations

import difflib
import heapq
import json
import re
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from contextvars import ContextVar
from dataclasses import asdict, dataclass, field
from functools import lru_cache
from itertools import pairwise
from typing import Any

# Beyond this nobody meant a known word; to compare longer ones takes long.
LONGEST_WORD = 100
# So many known words are held against an unknown one letter by letter, and so many problems of a record get a hint.
CLOSEST, SUGGESTIONS = 20, 100
_suggested: ContextVar[int] = ContextVar("suggested", default=0)


@dataclass(frozen=True, order=True)
class Problem:
    """One thing wrong in a file.

    `file` is relative to the project; `line` counts from 1, 0 where no line applies; `path` leads to the field, with
    dots; `hint` says what to write, or what was probably meant; `rule` names the check that found it.
    """

    file: str
    line: int
    path: str
    message: str
    hint: str = ""
    rule: str = field(default="", compare=False)

    def __str__(self) -> str:
        return f"{self.at}: {self.path + ': ' if self.path else ''}{self.words}"

    @property
    def at(self) -> str:
        """The file, with the line where one applies."""
        return f"{self.file}:{self.line}" if self.line else self.file

    @property
    def words(self) -> str:
        """The message with its hint."""
        return hinted(self.message, self.hint)


class BadRecord(Exception):
    """The record can't be used; `problems` says all that is wrong with it, sorted by file and line."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = sorted(set(problems))
        super().__init__(report(self.problems))


# The rule that finds what an author has still to write.
DRAFTS = "drafts"
# So many alike are told under their cause; fewer one by one.
MANY = 5
_PARTICULAR = re.compile(r"'[^']*'|\"[^\"]*\"|[0-9]+")


def report(problems: Sequence[Problem]) -> str:
    """All problems as text, with their number. Many alike stand under their cause; drafts last, counted."""
    drafts = [problem for problem in problems if problem.rule == DRAFTS]
    causes: dict[tuple[str, str], list[Problem]] = {}
    for problem in [*(each for each in problems if each.rule != DRAFTS), *drafts]:
        causes.setdefault((_PARTICULAR.sub("", problem.message), problem.rule), []).append(problem)
    lines: list[str] = []
    for several in causes.values():
        if len(several) < MANY:
            lines += map(str, several)
            continue
        lines.append(f"{len(several)} times alike: {several[0].words}")
        lines += [
            f"  {each.at}{': ' if each.path else ''}{each.path}{_differing(each, several[0])}" for each in several
        ]
    lines.append(f"{number_of(problems)} in the record")
    if drafts:
        files = ", ".join(f"{number} in {file}" for file, number in Counter(p.file for p in drafts).items())
        lines.append(f"Drafts to finish: {len(drafts)} ({files})")
    return "\n".join(lines)


def _differing(problem: Problem, first: Problem) -> str:
    """What of a problem's message is not as in the first of its kind."""
    particular = _PARTICULAR.findall(problem.message)
    return f" ({', '.join(particular)})" if particular != _PARTICULAR.findall(first.message) else ""


def as_json(problems: Sequence[Problem]) -> str:
    """A list of objects with the fields of Problem."""
    return json.dumps([asdict(problem) for problem in problems], indent=2, ensure_ascii=False)


def as_github(problems: Sequence[Problem]) -> str:
    """Workflow commands, which GitHub shows beside the line concerned."""
    return "\n".join(
        f"::error file={_property(p.file)},line={p.line or 1},title={_property(p.path or p.rule)}::{_data(p.words)}"
        for p in problems
    )


def as_sarif(problems: Sequence[Problem]) -> str:
    """SARIF 2.1.0, which hosts and editors import."""
    driver = {"name": "dossier", "rules": [{"id": rule} for rule in sorted({p.rule for p in problems})]}
    run = {"tool": {"driver": driver}, "results": [_result(problem) for problem in problems]}
    schema = "https://json.schemastore.org/sarif-2.1.0.json"
    return json.dumps({"$schema": schema, "version": "2.1.0", "runs": [run]}, indent=2, ensure_ascii=False)


def _result(problem: Problem) -> dict[str, Any]:
    place = {"artifactLocation": {"uri": problem.file}, "region": {"startLine": problem.line or 1}}
    text = f"{problem.path}: {problem.words}" if problem.path else problem.words
    return {
        "ruleId": problem.rule,
        "level": "error",
        "message": {"text": text},
        "locations": [{"physicalLocation": place}],
    }


FORMS: dict[str, Callable[[Sequence[Problem]], str]] = {
    "text": report,
    "json": as_json,
    "github": as_github,
    "sarif": as_sarif,
}


def number_of(problems: Sequence[Problem]) -> str:
    """'1 problem', '2 problems'."""
    return f"{len(problems)} problem{'' if len(problems) == 1 else 's'}"


def hinted(message: str, hint: str) -> str:
    """A message and what to do about it, in one sentence."""
    return f"{message}; {hint}" if hint else message


def listed(words: Iterable[object]) -> str:
    """The values that something may have: `a`, `b` or `c`."""
    *first, last = [f"`{word}`" for word in words] or [""]
    return f"{', '.join(first)} or {last}" if first else last


def suggest_anew() -> None:
    """A record is read: from here on there may be as many suggestions again."""
    _suggested.set(0)


def suggestion(word: object, known: Iterable[str]) -> str:
    """A hint, `did you mean 'x'?`, for the known word nearest to `word`; nothing where none is near.

    Only the first so many problems of a record get one, since each looks through all that is known.
    """
    _suggested.set(_suggested.get() + 1)
    if _suggested.get() > SUGGESTIONS:
        return ""
    word = str(word)[:LONGEST_WORD]
    letters = _pairs(word)
    alike = heapq.nlargest(CLOSEST, dict.fromkeys(known), key=lambda each: _likeness(letters, _pairs(each)))
    near = difflib.get_close_matches(word, alike, n=1, cutoff=0.55)
    return f"did you mean '{near[0]}'?" if near else ""


def _likeness(one: frozenset[str], other: frozenset[str]) -> float:
    return len(one & other) / (len(one) + len(other) or 1)


@lru_cache(maxsize=100_000)
def _pairs(word: str) -> frozenset[str]:
    """The pairs of letters that stand side by side in a word, its beginning and end among them."""
    word = f" {word[:LONGEST_WORD]} "
    return frozenset(map("".join, pairwise(word)))


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
