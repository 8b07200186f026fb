"""The words a reader may not know, from A to Z."""

from __future__ import annotations

from markupsafe import Markup

from ..locale import listing, say, text
from ..locale.sorting import sort_key
from ..record.model import Term
from .context import Context
from .html import join, tag
from .parts import aliases, named_on, spellings
from .text import link, prose
from .used_on import place as used_on


def glossary(context: Context) -> Markup:
    """All terms by name, led by a line that links to each."""
    terms = sorted(context.dossier.terms.values(), key=lambda term: sort_key(term.name))
    index = tag("p", join((tag("a", t.name, href=f"#{t.id}") for t in terms), " · "), class_="terms-index")
    return join([index, *(entry(context, term) for term in terms)], "\n\n")


def entry(context: Context, term: Term) -> Markup:
    """A term: what it means here, its short form, what to read next, and where it is used."""
    short = [" (", tag("abbr", term.abbreviation, title=term.name), ")"] if term.abbreviation else None
    return tag(
        "article",
        aliases(term),
        tag("h2", term.name, short),
        tag("p", prose(context, term.meaning)),
        tag("p", say("glossary.see", names=listing(link(context, id_) for id_ in term.see))) if term.see else None,
        named_on(context, term.id),
        spellings(term.spellings, text("glossary.spellings")),
        used_on(term.id),
        class_="entry term",
        id=term.id,
    )
