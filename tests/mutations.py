"""Every way to break a record one field at a time, and what comes of it: refused, seen by a reader, or neither."""

from __future__ import annotations

import copy
import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import Path
from typing import Any, Literal, get_args, get_origin

from pydantic import BaseModel

from macros.pages.assets import MANIFEST
from macros.record import load as loading
from macros.record.dossier import Dossier
from macros.record.load import Loaded
from macros.record.model import KINDS, About
from macros.record.problems import Problem
from macros.record.reader import read_file
from macros.record.references import references
from macros.render import card
from macros.render.context import Context
from macros.render.question import question
from macros.rules import wording as words
from macros.rules.check import problem_of
from macros.rules.exceptions import Exceptions
from macros.rules.ids import IDS
from macros.rules.rule import RULES, WHOLE
from macros.site import exports

from .everything import fragments

Keys = tuple[str | int, ...]
MARKUP = ' <img src=x onerror="document.title=1">'
RAW = "<img src=x"
# Views that are data (JSON, CSV), in which markup is text: where they are shown, tests/site/test_injection.py looks.
PLAIN = ("search", "sources.csl.json", MANIFEST, *(table.name for table in exports.TABLES))
GONE = object()


@dataclass(frozen=True)
class Mutation:
    """A breakage of one field: the entry, the way to it, what kind it is, and the value put there (GONE: none)."""

    id: str
    path: Keys
    breakage: str
    value: Any = field(compare=False, hash=False)

    def __str__(self) -> str:
        return f"{self.breakage} {'.'.join(map(str, (self.id or 'dossier', *self.path)))}"


@dataclass(frozen=True)
class Result:
    """`refused` with a problem, `seen` in the named view, the `same` thing written otherwise, or neither of them.

    `unseen` is another value that no reader sees; `raw` is markup that reached a view as markup.
    """

    outcome: Literal["refused", "seen", "same", "unseen", "raw"]
    by: str
    problem: Problem | None = None


class SameThing(Exception):
    """The change makes no difference: what was written is the default, or the same in other words."""


class Record:
    """A sound record, read once, to be broken in memory again and again."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.loaded = loading.load(root)
        self.dossier = Dossier(self.loaded)
        files = {origin.file for origin in self.loaded.origins.values()}
        written = {file: read_file(root / file).data for file in files}
        self.raw = {id_: _at(written[origin.file], origin.keys) for id_, origin in self.loaded.origins.items()}
        self.kind_of = {"": About.kind_of_record, **self.dossier.kind_of}
        self.references = {
            id_: {reference.path: reference.kinds for reference in references(self.model_of(id_))} for id_ in self.raw
        }

    def model_of(self, id_: str) -> BaseModel:
        return self.dossier.entries[id_] if id_ else self.dossier.about

    @cached_property
    def seen(self) -> dict[str, str]:
        return dict(fragments(self.dossier))

    # Breaking it

    def mutations(self, id_: str) -> Iterator[Mutation]:
        """Every breakage of every field of an entry."""
        if id_:
            yield Mutation(id_, (), "rename", f"{id_}-renamed"[-60:])
            yield Mutation(id_, (), "drop entry", GONE)
        for path, value in _walk(self.raw[id_]):
            if isinstance(value, dict):
                yield Mutation(id_, (*path, "odd_field"), "unknown field", "odd")
            if path:
                for breakage, other in self._breakages(id_, path, value):
                    if other != value:
                        yield Mutation(id_, path, breakage, other)

    def _breakages(self, id_: str, path: Keys, value: Any) -> Iterator[tuple[str, Any]]:
        yield "drop", GONE
        if isinstance(value, dict | list):
            yield "retype", "words"
            yield "empty", type(value)()
            if isinstance(value, list) and value:
                yield "duplicate", [*value, copy.deepcopy(value[0])]
        elif isinstance(value, str):
            yield "retype", {"odd": "words"}
            yield "empty", ""
            yield "overlong", value + " and so on" * 400
            yield "markup", value + MARKUP
            yield from self._others(id_, path, value)
        elif isinstance(value, bool):
            yield "other value", not value
        else:
            yield "retype", "words"
            yield "other value", value + 1

    def _others(self, id_: str, path: Keys, value: str) -> Iterator[tuple[str, Any]]:
        """Other texts of the kind that stands there."""
        kinds = self.references[id_].get(path) or self.references[id_].get((*path, 0))
        options = OPTIONS.get((KINDS.get(self.kind_of[id_], About), str(path[-1])))
        if kinds and value not in ("unknown", "unclear", "none"):
            ids = [
                other
                for kind in self.dossier.kinds
                if kind in kinds or "*" in kinds
                for other in self.dossier.kinds[kind]
            ]
            yield "unknown id", f"{value}-odd"
            yield "swap", ids[(ids.index(value) + 1) % len(ids)]
        elif re.fullmatch(r"\d{4}(-\d\d)?(-\d\d)?([T/].*)?", value):
            yield "wrong date", "2025-13-45"
            yield "other value", "1999-01-02"
        elif options and value in options:
            yield "unknown word", f"{value}y"
            yield "other value", options[(options.index(value) + 1) % len(options)]
        else:
            yield "other value", f"{value} altered" if " " in value else f"{value}a"

    # What comes of it

    def result(self, mutation: Mutation) -> Result:
        """Whether a check refuses it, or which view shows it."""
        loaded = replace(
            self.loaded,
            kinds={k: dict(e) for k, e in self.loaded.kinds.items()},
            problems=[],
            origins=dict(self.loaded.origins),
        )
        try:
            self._apply(mutation, loaded)
        except SameThing:
            return Result("same", "model")
        if problem := next(iter(loaded.problems), None):
            return Result("refused", "model", problem)
        dossier = Dossier(loaded)
        for rules in (IDS, (*RULES, *WHOLE)):
            for rule in rules:
                if finding := next(iter(rule(dossier)), None):
                    return Result("refused", rule.__name__, problem_of(dossier, finding))
        for problem in self._words(mutation.id, dossier):
            return Result("refused", "words", problem)
        for name, text, before in self._views(mutation, dossier):
            if mutation.breakage == "markup" and RAW in text and name not in PLAIN:
                return Result("raw", name)
            if text != before:
                return Result("seen", name)
        return Result("unseen", "")

    def _apply(self, mutation: Mutation, loaded: Loaded) -> None:
        id_, path = mutation.id, mutation.path
        kind = self.kind_of[id_]
        if not path:
            origin, each = loaded.origins.pop(id_), loaded.kinds[kind].pop(id_)
            if mutation.value is not GONE:
                loaded.origins[mutation.value] = origin
                loaded.kinds[kind][mutation.value] = each.model_copy(update={"id": mutation.value})
            return
        data = copy.deepcopy(self.raw[id_])
        *parents, last = path
        node = _at(data, parents)
        if mutation.value is GONE:
            del node[last]
        else:
            node[last] = mutation.value
        origin = self.loaded.origins[id_]
        model = KINDS.get(kind, About)
        made: Any = loading._validate(model, data, self.root / origin.file, origin.keys, loaded)
        if made == self.model_of(id_):
            raise SameThing
        if made is not None and id_:
            loaded.kinds[kind][id_] = made
        elif made is not None:
            loaded.about = made

    def _words(self, id_: str, dossier: Dossier) -> Iterator[Problem]:
        """What the list of words finds in the one entry that changed."""
        kinds = {
            kind: {i: e for i, e in entries.items() if i == id_ or kind == "parties"}
            for kind, entries in dossier.kinds.items()
        }
        one = Dossier(replace(dossier.loaded, kinds=kinds))
        return words.problems(one, {}, Exceptions.read(self.root))

    def _views(self, mutation: Mutation, dossier: Dossier) -> Iterator[tuple[str, str, str]]:
        """Each view now and before; the entry's own first, since it most often tells."""
        id_ = mutation.id
        if id_ in dossier.entries:
            for name, render in (("entry", _entry), ("card", _card)):
                yield name, render(dossier, id_), render(self.dossier, id_)
        for name, text in fragments(dossier):
            yield name, text, self.seen.get(name, "")


def _entry(dossier: Dossier, id_: str) -> str:
    point = dossier.claims[id_].point if id_ in dossier.claims else id_
    return str(question(Context(dossier), dossier.points[point])) if point in dossier.points else ""


def _card(dossier: Dossier, id_: str) -> str:
    return (
        str(card.card(Context(dossier), id_)) if dossier.kind_of[id_] in ("people", "places", "terms", "events") else ""
    )


def _at(node: Any, path: Any) -> Any:
    for key in path:
        node = node[key]
    return node


def _walk(node: Any, path: Keys = ()) -> Iterator[tuple[Keys, Any]]:
    """Every value in an entry, with the way to it."""
    yield path, node
    if isinstance(node, dict | list):
        for key, value in node.items() if isinstance(node, dict) else enumerate(node):
            yield from _walk(value, (*path, key))


def _options(model: type[BaseModel]) -> dict[tuple[type[BaseModel], str], list[str]]:
    """The set words a field takes, by model and field."""
    found = {}
    for name, info in model.model_fields.items():
        words_ = _literals(info.annotation)
        if len(words_) > 1:
            found[model, name] = words_
    return found


def _literals(annotation: Any) -> list[str]:
    if get_origin(annotation) is Literal:
        return list(get_args(annotation))
    return [word for part in get_args(annotation) for word in _literals(part)]


OPTIONS = {key: value for model in (*KINDS.values(), About) for key, value in _options(model).items()}
