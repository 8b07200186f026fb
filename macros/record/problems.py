"""What is wrong, where, and what was probably meant."""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, order=True)
class Problem:
    """One thing wrong in a file. `file` is relative to the project; `line` counts from 1, 0 where no line applies."""

    file: str
    line: int
    where: str
    message: str

    def __str__(self) -> str:
        at = f"{self.file}:{self.line}" if self.line else self.file
        return f"{at}: {self.where + ': ' if self.where else ''}{self.message}"


class BadRecord(Exception):
    """The record can't be used; `problems` says all that is wrong with it, sorted by file and line."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = sorted(set(problems))
        super().__init__(report(self.problems))


def report(problems: Sequence[Problem]) -> str:
    """All problems as text, one a line, with their number."""
    return "\n".join([*map(str, problems), f"{number_of(problems)} in the record"])


def number_of(problems: Sequence[Problem]) -> str:
    """'1 problem', '2 problems'."""
    return f"{len(problems)} problem{'' if len(problems) == 1 else 's'}"


def suggestion(word: object, known: Iterable[str]) -> str:
    """`; did you mean 'x'?` for the known word nearest to `word`, or nothing where none is near."""
    near = difflib.get_close_matches(str(word), list(known), n=1, cutoff=0.55)
    return f"; did you mean '{near[0]}'?" if near else ""
