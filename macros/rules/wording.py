"""Words our own texts do without: loaded ones, and verbs that vouch for what somebody said. The list is data.

Quoted text is exempt; anything else that has to stand is declared in `data/exceptions.yml` with a reason.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import chain
from pathlib import Path
from typing import Annotated, Any, Literal
from urllib.parse import urlsplit

from pydantic import Field, TypeAdapter

from ..record import settings
from ..record.dossier import Dossier
from ..record.model import Line, Model, PartyId, Text, Words
from ..record.problems import Problem, suggestion
from ..record.reader import Path_, line_of
from ..record.references import PLACEHOLDER, own_texts
from .exceptions import Exceptions
from .ours import as_read, disguised, mixed, of_two_scripts, unquoted

FILE = "data/words.yml"
RULE = "wording"
WHAT = {"loaded": "a loaded word", "vouching": "a word that vouches", "doubting": "a word that doubts"}


class Word(Model):
    """A word to do without, in all its forms."""

    forms: Annotated[list[Words], Field(min_length=1)] = Field(description="As it is written; case does not matter.")
    kind: Literal["loaded", "vouching", "doubting"] = Field(
        description="`loaded` takes sides or judges; `vouching` says that a thing is so, `doubting` that it is not."
    )
    used_by: PartyId | Literal["any", "none"] = Field(
        description="The party whose word it is; `any` where every side uses it, `none` where it is an outlet's habit."
    )
    reason: Text = Field(description="Why our own texts do without it.")
    instead: Line = Field(description="What to write.")


LIST = TypeAdapter(dict[str, Word])


@dataclass(frozen=True)
class WordList:
    """The words of `data/words.yml` by form, and what is wrong with the file."""

    words: dict[str, Word]
    problems: tuple[Problem, ...] = ()

    def find(self, text: str) -> Iterator[tuple[int, str, Word]]:
        """Each listed word that stands in a text: where, as written, and its entry."""
        for match in self._forms.finditer(text.replace("’", "'")) if self.words else ():
            yield match.start(), match[0], self._word_of(match[0])

    def _word_of(self, found: str) -> Word:
        """The entry of a form as it was found: small letters of some alphabets have more than one capital."""
        form = " ".join(found.lower().split())
        known = (each for each in self.words if re.fullmatch(re.escape(each), form, re.IGNORECASE))
        return self.words.get(form) or self.words[next(known)]

    @cached_property
    def _forms(self) -> re.Pattern[str]:
        forms = "|".join(
            r"\s+".join(map(re.escape, form.split())) for form in sorted(self.words, key=len, reverse=True)
        )
        return re.compile(rf"(?<!\w)(?:{forms})(?!\w)", re.IGNORECASE)


def read(dossier: Dossier) -> WordList:
    """The list of a dossier; an absent file forbids nothing."""
    entries, problems = settings.read(dossier.root, FILE, LIST, Word, {})
    path = dossier.root / FILE
    words: dict[str, Word] = {}
    for name, word in entries.items():
        known = (*dossier.parties, *(dossier.loaded.origins.keys() - dossier.kind_of), "any", "none")
        if word.used_by not in known and "parties" not in dossier.loaded.unread:  # of an unsound one, that is said
            near = suggestion(word.used_by, dossier.parties)
            problems.append(_problem(path, (name, "used_by"), f"unknown party {word.used_by!r}", near))
        twice = [form for form in word.forms if words.setdefault(" ".join(form.lower().split()), word) is not word]
        problems += [_problem(path, (name, "forms"), f"{form!r} stands in another entry as well") for form in twice]
    return WordList(words, tuple(problems))


def _problem(path: Path, at: tuple[int | str, ...], message: str, hint: str = "") -> Problem:
    return Problem(FILE, line_of(path, at), ".".join(str(part) for part in at), message, hint, RULE)


def problems(dossier: Dossier, pages: dict[str, str], exceptions: Exceptions) -> Iterator[Problem]:
    """Every listed word in our own texts: those of the record, and the prose of `pages`, by file."""
    listed = read(dossier)
    yield from listed.problems
    yield from _of_record(dossier, listed, exceptions)
    for file, prose in pages.items():
        ours = "\n".join(as_read(exceptions.without(file, line)) for line in unquoted(prose).split("\n"))
        for start, found, word in listed.find(ours):
            yield Problem(file, ours.count("\n", 0, start) + 1, "", *_message(found, word), RULE)


# The fields that hold names, and those that hold addresses.
NAMES = ("name", "short", "abbreviation", "country")
ADDRESSES = ("url", "archived", "site_url", "report_errors")


def _of_record(dossier: Dossier, listed: WordList, exceptions: Exceptions) -> Iterator[Problem]:
    for id_, entry in (("", dossier.about), *dossier.entries.items()):
        origin = dossier.loaded.origins[id_]
        for path, message in chain(_of_texts(id_, entry, listed, exceptions), _of_names(id_, entry, exceptions)):
            where = ".".join(str(part) for part in (id_, *path) if part != "")
            yield Problem(origin.file, dossier.loaded.line(origin, path), where, *message, RULE)


Found = tuple[Path_, tuple[str, str]]


def _of_texts(id_: str, entry: Model, listed: WordList, exceptions: Exceptions) -> Iterator[Found]:
    for text in own_texts(entry):
        shown = exceptions.without(id_, unquoted(PLACEHOLDER.sub(lambda match: match[2] or "", text.text)))
        yield from ((text.path, _message(found, word)) for _, found, word in listed.find(as_read(shown)))
        yield from ((text.path, wrong) for wrong in of_two_scripts(shown))


def _of_names(id_: str, entry: Model, exceptions: Exceptions) -> Iterator[Found]:
    """Names that are not as they look, in their own script as well, and hosts of addresses."""
    ours = {text.path for text in own_texts(entry)}
    names: list[tuple[Path_, Any]] = [((name,), getattr(entry, name, None)) for name in NAMES]
    names += [(("own_names", index, "text"), each.text) for index, each in enumerate(getattr(entry, "own_names", ()))]
    for path, name in names:
        if isinstance(name, str) and path not in ours:
            yield from ((path, wrong) for wrong in disguised(exceptions.without(id_, name)))
    addresses: list[tuple[Path_, Any]] = [((name,), getattr(entry, name, None)) for name in ADDRESSES]
    addresses.append((("owner", "seen"), getattr(getattr(entry, "owner", None), "seen", None)))
    for path, address in addresses:
        for word in mixed(urlsplit(address).netloc) if address else ():
            yield path, (f"{word!r} in the host mixes letters of two scripts that look alike", "copy the address anew")


def _message(found: str, word: Word) -> tuple[str, str]:
    hint = f"write {word.instead}. {word.reason} Words of others stand in quotation marks."
    return f"{found!r} is {WHAT[word.kind]}", hint
