"""The record beside an earlier edition of it: what changed without a correction, what was published and is gone.

Records are compared as they are written, so that an edition made before the kinds of record changed can be read.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml

from ..record.editions import RULE, Edition, Written, at, read
from ..record.model import UNKNOWN, Correction
from ..record.problems import Problem
from ..record.reader import line_of

# The fields a correction is owed for: what readers cite. Figures, words, who says it, through whom, when, on which
# question; what we infer, and how we say that two accounts compare; where a matter stands; what we say of those who
# speak, of events, outlets and their pages, and of words. What was unknown may be filled in, and what only helps to
# find a thing (titles, spellings, notes) may be bettered.
OWED = {
    "claims": (
        *("point", "says", "figures", "by", "within", "of", "act", "voice", "chain", "source", "date"),
        *("occasion", "inferred"),
    ),
    "quotations": ("text", "by", "chain", "source", "occasion", "spoken", "original", "translation"),
    "comparisons": ("claims", "says", "relation", "differs", "left_out"),
    "points": ("question", "state"),
    "people": ("kind", "office", "party", "delegation", "attendance"),
    "parties": ("role",),
    "events": ("when", "where", "who"),
    "outlets": ("kind", "country", "speaks_for", "owner"),
    "sources": ("outlet", "date"),
    "terms": ("meaning",),
}
# Of these nothing was said while they were left out.
FILLED_IN = ("occasion", "inferred", "spoken", "original", "translation", "who", "speaks_for", "left_out", "state")


def problems(root: Path, revision: str) -> list[Problem]:
    """What the record under `root` owes to the edition of a git revision. Raises BadRecord where one is unreadable."""
    return sorted(compare(root, at(root, revision), read(root), revision))


def compare(root: Path, before: Edition, now: Edition, revision: str) -> Iterator[Problem]:
    """What of an earlier edition is gone or changed, with no correction that says so."""
    for old, page in sorted((page, f"docs/{page}") for page in before.pages - now.pages - now.moved):
        hint = f"send it on: `redirect_maps` in mkdocs.yml, {old!r}"
        yield Problem(page, 0, "", f"was published in {revision}", hint, RULE)
    for topic in sorted(before.topics - now.topics):
        if f"topics/{topic}.md" not in now.moved:
            message = f"the topic {topic!r} was published in {revision}; send its page on in mkdocs.yml"
            yield Problem(
                "data/dossier.yml", line_of(root / "data/dossier.yml", ("topics",)), "topics", message, rule=RULE
            )
    for old in sorted(before.renamed):
        if old not in now.renamed and old not in now.entries:
            owner = before.renamed[old]
            yield _gone(before.entries[owner], old, revision)
    for id_, written in before.entries.items():
        new = now.renamed.get(id_, id_)
        if new not in now.entries:
            yield _gone(written, id_, revision)
        elif written.kind == Correction.kind_of_record:
            yield from _edited(root, id_, written, now.entries[new], revision)
        else:
            yield from _uncorrected(root, (id_, new), before, now, revision)


def _gone(written: Written, id_: str, revision: str) -> Problem:
    """A published id that leads nowhere. Corrections are never taken out; other records may be renamed."""
    if written.kind == Correction.kind_of_record:
        message = f"this correction was published in {revision}: corrections are appended, never taken out"
    else:
        message = f"was published in {revision} and is gone: keep it, or name it in the `aliases` of what it is now"
    return Problem(written.file, 0, id_, message, rule=RULE)


def _edited(root: Path, id_: str, before: Written, now: Written, revision: str) -> Iterator[Problem]:
    for name in sorted(before.fields.keys() | now.fields.keys()):
        if _folded(before.fields.get(name)) != _folded(now.fields.get(name)):
            message = f"this correction was published in {revision}: append another instead of changing it"
            yield Problem(now.file, line_of(root / now.file, (id_, name)), f"{id_}.{name}", message, rule=RULE)


def _uncorrected(root: Path, names: tuple[str, str], before: Edition, now: Edition, revision: str) -> Iterator[Problem]:
    """Fields of one record, under its name then and now, that changed with no correction appended since."""
    old, new = names
    was, is_ = before.entries[old], now.entries[new]
    corrected = [
        str(each.fields.get("field", ""))
        for id_, each in now.entries.items()
        if each.kind == Correction.kind_of_record
        and id_ not in before.entries
        and each.fields.get("record") in (old, new)
    ]
    for name, a, b in _changes(was, is_, now.renamed):
        if not any(f"{name}.".startswith(f"{each}.") or f"{each}.".startswith(f"{name}.") for each in corrected):
            message = f"changed since {revision}, from {_shown(a)} to {_shown(b)}, and no correction says so"
            line = line_of(root / is_.file, (new, *name.split(".")))
            yield Problem(is_.file, line, f"{new}.{name}", message, rule=RULE)


def _changes(was: Written, is_: Written, renamed: dict[str, str]) -> Iterator[tuple[str, Any, Any]]:
    """The fields that differ, with the values then and now; a claim's figures one by one."""
    for name in OWED.get(was.kind, ()):
        a, b = (_as_named_now(entry.fields.get(name), renamed) for entry in (was, is_))
        if name == "figures":
            a, b = (value if isinstance(value, dict) else {} for value in (a, b))
            for figure in sorted(a.keys() | b.keys()):
                if _folded(a.get(figure)) != _folded(b.get(figure)):
                    yield f"figures.{figure}", a.get(figure), b.get(figure)
        elif a != UNKNOWN and _folded(a) != _folded(b) and not (a is None and name in FILLED_IN):
            yield name, a, b


def _as_named_now(value: Any, renamed: dict[str, str]) -> Any:
    """A value with the ids that its records have now."""
    if isinstance(value, list):
        return [_as_named_now(item, renamed) for item in value]
    return renamed.get(value, value) if isinstance(value, str) else value


def _folded(value: Any) -> Any:
    """A value without what makes no difference: white space, brackets around one item, an empty list."""
    if isinstance(value, str):
        return " ".join(value.split())
    if isinstance(value, list):
        items = [_folded(item) for item in value]
        return items[0] if len(items) == 1 else items or None
    if isinstance(value, dict):
        return {key: _folded(item) for key, item in value.items()}
    return value


def _shown(value: Any) -> str:
    text = "nothing" if value is None else " ".join(yaml.safe_dump(value, default_flow_style=True, width=999).split())
    text = text.removesuffix(" ...")
    return text if len(text) <= 60 else text[:57] + "..."
