"""Ids and placeholders lead somewhere, aliases are free, nothing is loose."""

from __future__ import annotations

import re
from collections.abc import Collection, Container, Iterator, Mapping, Sequence
from itertools import accumulate, chain
from typing import Any

from pydantic import BaseModel

from ..record.accounts import Wording
from ..record.actors import OwnName
from ..record.dossier import LINKABLE, Dossier
from ..record.fields import NOT_BLANK, Entry
from ..record.load import SET_WORDS, reserved_for
from ..record.problems import suggestion
from ..record.reader import Path_
from ..record.references import PLACEHOLDER, own_texts, placeholders, references
from . import pages
from .rule import Finding, Rule, all_entries, rule, rule_of_whole
from .vocabularies import known_words


def known_ids(dossier: Dossier) -> Iterator[Finding]:
    """Every id that a field names exists and is of a kind the field takes."""
    for id_, entry in all_entries(dossier):
        for reference in references(entry):
            kind = dossier.kind_of.get(reference.id)
            if kind is not None and (kind in reference.kinds or "*" in reference.kinds):
                continue
            if kind is None and _may_exist(dossier, reference.id, reference.kinds):
                continue
            if reference.id in SET_WORDS:
                message = f"{reference.id!r} will not do here"
                hint = f"this field needs the id of one of {' or '.join(reference.kinds)}"
            elif kind is not None:
                message = f"{reference.id!r} is one of {kind}"
                hint = f"this field takes {' or '.join(reference.kinds)}"
            else:
                kinds = dossier.kinds if "*" in reference.kinds else reference.kinds
                known = (name for each in kinds for name in dossier.kinds[each])
                message, hint = f"unknown id {reference.id!r}", suggestion(reference.id, known)
                if id_ in dossier.sentences:
                    hint = "where it was renamed or taken out, run `stamp-sentences` anew"
            yield Finding(id_, reference.path, message, hint)


def known_placeholders(dossier: Dossier) -> Iterator[Finding]:
    """Every {placeholder} is a figure of the entry, or the id of something that can be linked."""
    linkable = {id_ for id_, kind in dossier.kind_of.items() if kind in LINKABLE}
    for id_, entry in all_entries(dossier):
        figures = set(getattr(entry, "figures", ()))
        if comparison := dossier.comparisons.get(id_):
            if not all(claim in dossier.claims for claim in comparison.claims):
                continue  # whose figures these are is not known
            for name, claim in zip(("first", "second"), comparison.claims, strict=True):
                figures |= {f"{name}.{figure}" for figure in dossier.claims[claim].figures}
        for text in own_texts(entry):
            names = placeholders(text.text)
            rest = PLACEHOLDER.sub("", text.text)
            if "{" in rest or "}" in rest:
                yield Finding(id_, text.path, "a brace without its partner", "placeholders are written {name}")
            if names and not text.placeholders:
                yield Finding(id_, text.path, f"no placeholders here: write it without {{{names[0]}}}")
                continue
            for place in PLACEHOLDER.finditer(text.text):
                if wrong := _half_written(place, figures):
                    yield Finding(id_, text.path, *wrong)
                    continue
                name = place[1]
                broken = name not in dossier.kind_of and _may_exist(dossier, name, LINKABLE)
                if name not in figures and name not in linkable and not broken:
                    near = suggestion(name, chain(figures, linkable))
                    yield Finding(id_, text.path, f"{{{name}}} is no figure of this entry and no id", near)


def _half_written(place: re.Match[str], figures: Container[str]) -> tuple[str, str] | None:
    """What a placeholder lacks, or has too much of, and what to write; None where it is whole."""
    name, words = place[1], place[2]
    if not name.strip():
        return f"{place[0]} names nothing", "write the name of a figure of this entry, or an id, in the braces"
    if words is not None and not re.search(NOT_BLANK, words):
        return f"no words stand behind the bar of {place[0]}", f"write them there, or {{{name}}}"
    if words is not None and name in figures:
        return f"{place[0]} is a figure, and is shown as its value", f"write {{{name}}}: words of ours are for links"
    return None


def _may_exist(dossier: Dossier, id_: str, kinds: Sequence[str]) -> bool:
    """Whether an id that no sound entry has may be that of another: what is wrong with that one is said there."""
    loaded = dossier.loaded
    return id_ in loaded.origins or bool(loaded.unread & set(loaded.kinds if "*" in kinds else kinds))


IDS: tuple[Rule, ...] = (known_words, known_ids, known_placeholders)


@rule
def nothing_named_twice(dossier: Dossier) -> Iterator[Finding]:
    """A list of ids names each once."""
    for id_, entry in all_entries(dossier):
        seen: set[tuple[Path_, str]] = set()
        for reference in references(entry):
            key = (reference.path[:-1], reference.id)
            if isinstance(reference.path[-1], int) and key in seen:
                yield Finding(id_, reference.path, f"{reference.id!r} stands twice in this list")
            seen.add(key)


@rule
def aliases_are_free(dossier: Dossier) -> Iterator[Finding]:
    """An old id is nobody's id now, and one entry's alone."""
    owner: dict[str, str] = {}
    for id_, entry in dossier.entries.items():
        for index, alias in enumerate(entry.aliases):
            if reserved := reserved_for(alias):
                yield Finding(id_, ("aliases", index), f"no record ever had this id: {reserved}", "take it out")
            if alias in dossier.entries or owner.setdefault(alias, id_) != id_:
                other = alias if alias in dossier.entries else owner[alias]
                yield Finding(id_, ("aliases", index), f"the alias {alias!r} is in use by {other!r}")


@rule_of_whole
def no_orphans(dossier: Dossier) -> Iterator[Finding]:
    """Every record is named by another record or by a page; what was said and the glossary stand by themselves."""
    named = set(dossier.mentions) | pages.named_ids(dossier.root) | {dossier.about.event, *dossier.about.primary}
    named |= set(dossier.about.parties)
    for id_, kind in dossier.kind_of.items():
        own = kind in ("points", "claims", "quotations", "comparisons", "corrections", "terms", "sentences")
        entry = dossier.entries[id_]
        if not own and id_ not in named and not getattr(entry, "claims", None):
            yield Finding(id_, (), "nothing names this record: use it, or take it out")


@rule_of_whole
def points_have_claims(dossier: Dossier) -> Iterator[Finding]:
    """A matter at issue that nobody speaks on is none."""
    for id_ in dossier.points:
        if not dossier.claims_on[id_]:
            yield Finding(id_, (), "no claim is on this point: add one, or take the point out")


@rule
def corrections_are_of_their_record(dossier: Dossier) -> Iterator[Finding]:
    """A correction says what changed: two texts that differ, in a field the record has, since it was published."""
    editions = sorted([*dossier.about.earlier, dossier.about.edition], key=lambda edition: edition.number)
    first = editions[0].date if editions[0].number == 1 else None
    for correction in dossier.corrections.values():
        if correction.was == correction.now:
            yield Finding(correction.id, ("now",), "is what it was: a correction changes something")
        if first and correction.date.last < first.first:
            message = f"is before the first edition ({first.text}): nothing was published that could be corrected"
            yield Finding(correction.id, ("date",), message)
        around, known = _way_to(dossier.entries[correction.record], correction.field)
        # What was taken out, or renamed, since: the correction of what it stood in tells so.
        told = {each.field for each in dossier.corrections_of[correction.record]}
        if known is not None and not (told & set(accumulate(around, "{}.{}".format))):
            near = suggestion(correction.field.split(".")[len(around)], known)
            hint = near or f"where it was taken out, name what it stood in: `{'.'.join(around)}`" * bool(around)
            yield Finding(correction.id, ("field",), f"{correction.record!r} has no such field", hint)


def _way_to(entry: Entry, field: str) -> tuple[list[str], Collection[str] | None]:
    """The names on the way to a field, such as `figures.boats`, as far as it leads; what there is where it ends."""
    node: Any = entry
    names = field.split(".")
    for at, name in enumerate(names):
        inner = _fields_of(node)
        if name not in inner:
            return names[:at], inner
        node = inner[name]
    return names, None


def _fields_of(node: object) -> Mapping[str, Any]:
    """What stands in a piece of the record, by name; of a list by number."""
    if isinstance(node, BaseModel):
        return {name: getattr(node, name) for name in type(node).model_fields}
    if isinstance(node, list | tuple):
        return {str(number): item for number, item in enumerate(node)}
    return node if isinstance(node, dict) else {}


@rule
def spellings_are_one_thing(dossier: Dossier) -> Iterator[Finding]:
    """No spelling, country, wording in one language or other text stands twice in one list of an entry."""
    for id_, entry in dossier.entries.items():
        for name in type(entry).model_fields:
            value = getattr(entry, name)
            texts = [text for each in value if (text := _text(each))] if isinstance(value, list) else []
            if len(texts) > len(set(texts)) and not any(each.path[0] == name for each in references(entry)):
                twice = next(text for index, text in enumerate(texts) if text in texts[:index])
                yield Finding(id_, (name,), f"{twice!r} stands twice")


def _text(value: object) -> str:
    """A text as it is, one of another language with its language; '' for what is neither."""
    if isinstance(value, OwnName | Wording):
        return f"{value.text} ({value.lang})"
    return value if isinstance(value, str) else ""
