"""A kind, an act, a role is one that the dossier has, and what readers see of it is given."""

from __future__ import annotations

from collections.abc import Iterator

from ..record.dossier import Dossier
from ..record.model import UNKNOWN
from ..record.problems import suggestion
from ..record.vocabularies import KNOWN
from .rule import Finding, rule

# Where a word of a vocabulary stands: the kind of record, its field, the vocabulary.
FIELDS = (
    ("events", "kind", "events"),
    ("outlets", "kind", "outlets"),
    ("places", "kind", "places"),
    ("claims", "act", "acts"),
    ("parties", "role", "roles"),
)
# What readers see of a word, so that a word of the dossier's own has to give it.
SHOWN = {
    "events": ("name",),
    "outlets": (),
    "places": ("one", "many"),
    "acts": ("verb", "noun"),
    "roles": ("name",),
}


def known_words(dossier: Dossier) -> Iterator[Finding]:
    """Every kind, act and role is a word of the dossier's vocabularies."""
    for kind, field, name in FIELDS:
        words = getattr(dossier.vocabularies, name)
        for entry in dossier.kinds[kind].values():
            word = getattr(entry, field)
            if word in words or (kind == "outlets" and word == UNKNOWN):
                continue
            near = suggestion(word, words)
            hint = f"{near}; " if near else ""
            hint += f"this dossier has {', '.join(words)}; more are declared in dossier.yml, `vocabularies: {name}`"
            yield Finding(entry.id, (field,), f"{word!r} is none of the {name} of this dossier", hint)


@rule
def own_words_are_shown(dossier: Dossier) -> Iterator[Finding]:
    """A word of the dossier's own says what readers see; a known one need not."""
    for name, fields in SHOWN.items():
        for word, entry in getattr(dossier.about.vocabularies, name).items():
            missing = [f"`{field}`" for field in fields if getattr(entry, field) is None]
            if missing and word not in getattr(KNOWN, name):
                message = f"is a word of this dossier's own: give its {' and '.join(missing)}"
                yield Finding("", ("vocabularies", name, word), message)
