"""What a rule is: a small named function with a message that teaches, and the lists of them.

A rule takes the dossier and gives findings; `check` turns them into problems with file and line. Add a rule by writing
a function under `@rule` in the module of its family; the tests hold a passing and a failing example for each.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Iterator
from dataclasses import dataclass
from typing import TypeVar

from ..record.dossier import Dossier
from ..record.fields import Entry
from ..record.model import Model
from ..record.reader import Path_


@dataclass(frozen=True)
class Finding:
    """Something a rule found: the entry's id ('' for dossier.yml), the field, what is wrong, what to do; by which."""

    id: str
    path: Path_
    message: str
    hint: str = ""
    rule: str = ""


AnEntry = TypeVar("AnEntry", bound=Entry)
Rule = Callable[[Dossier], Iterator[Finding]]
RULES: list[Rule] = []
WHOLE: list[Rule] = []


def rule(function: Rule) -> Rule:
    """Put a rule on the list that `check` goes through."""
    RULES.append(function)
    return function


def rule_of_whole(function: Rule) -> Rule:
    """The same for a rule that finds something missing, and so needs the whole record to be sound."""
    WHOLE.append(function)
    return function


def all_entries(dossier: Dossier) -> Iterator[tuple[str, Model]]:
    """Every entry by id, and the dossier as a whole under ''."""
    yield "", dossier.about
    yield from dossier.entries.items()


def repeated(entries: Iterable[AnEntry], key: Callable[[AnEntry], Hashable]) -> Iterator[tuple[AnEntry, str]]:
    """Each entry with the key of one before it, and the id of that one; what has no key (None) repeats nothing."""
    first: dict[Hashable, str] = {}
    for entry in entries:
        found = key(entry)
        if found is not None and (other := first.setdefault(found, entry.id)) != entry.id:
            yield entry, other
