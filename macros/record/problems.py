"""What is wrong, where, and what was probably meant; as text, as JSON, and as the hosts of repositories read it."""

from __future__ import annotations

import difflib
import json
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import asdict, dataclass, field
from typing import Any


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
        at = f"{self.file}:{self.line}" if self.line else self.file
        return f"{at}: {self.path + ': ' if self.path else ''}{self.words}"

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


def report(problems: Sequence[Problem]) -> str:
    """All problems as text, one a line, with their number; drafts last, with how many each file has left."""
    drafts = [problem for problem in problems if problem.rule == DRAFTS]
    others = [problem for problem in problems if problem.rule != DRAFTS]
    lines = [*map(str, others), *map(str, drafts), f"{number_of(problems)} in the record"]
    if drafts:
        files = ", ".join(f"{number} in {file}" for file, number in Counter(p.file for p in drafts).items())
        lines.append(f"Drafts to finish: {len(drafts)} ({files})")
    return "\n".join(lines)


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


def suggestion(word: object, known: Iterable[str]) -> str:
    """A hint, `did you mean 'x'?`, for the known word nearest to `word`; nothing where none is near."""
    near = difflib.get_close_matches(str(word), list(known), n=1, cutoff=0.55)
    return f"did you mean '{near[0]}'?" if near else ""


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
