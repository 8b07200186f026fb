"""Macros that stand within a sentence: figures, marks, names that are links."""

from __future__ import annotations

from typing import Literal

from markupsafe import Markup

from ...locale import text as message
from ...record.model import (
    Claim,
    ClaimId,
    EventId,
    OutletId,
    PartyId,
    PersonId,
    PlaceId,
    PointId,
    QuotationId,
    SourceId,
    TermId,
)
from .. import account, text
from .. import mark as marks
from ..html import join, tag
from .page import Page, UnknownId


class InASentence(Page):
    """What a sentence of a page names from the record."""

    def figure(self, id: ClaimId, name: str = "", unit: bool = False) -> Markup:
        """A figure of a claim, linked to the claim. `name` may be left out where the claim has one figure.

        {{ figure("example-claim", "bodies") }}
        """
        context = self._use(id, "claims")
        claim = context.dossier.claims[id]
        figure = claim.figures[name_of_figure(claim, name)]
        inside = text.number(context, figure, with_unit=unit)
        return text.leading(context, id, inside)

    def mark(self, *ids: ClaimId) -> Markup:
        """The small mark that says whose word a sentence is, linked to the claim; of several, those alike are one.

        {{ mark("example-claim") }}
        """
        claims = [self._use(id_, "claims").dossier.claims[id_] for id_ in ids]
        return marks.marks(self._context(), claims)

    def claim(self, id: ClaimId) -> Markup:
        """What a claim says, in the record's words, with its mark.

        {{ claim("example-claim") }}
        """
        context = self._use(id, "claims")
        claim = context.dossier.claims[id]
        return tag(
            "span",
            account.words(context, claim),
            " ",
            marks.mark(context, claim),
            class_="claim-inline",
        )

    def quotation(self, id: QuotationId, inline: bool = False) -> Markup:
        """A quotation with its speaker, chain and place; `inline` gives the words alone, in quotation marks, linked.

        {{ quotation("example-quotation") }}
        """
        context = self._use(id, "quotations")
        item = context.dossier.quotations[id]
        if inline:
            words = tag("q", text.in_language(item.text, context.dossier.language_of(item)))
            return text.leading(context, id, words)
        return account.standalone(context, item)

    def person(self, id: PersonId, show: Literal["short", "name", "office"] = "short", words: str = "") -> Markup:
        """A person or body, linked: their short name, full name, or full name and office at the time.

        {{ person("example-person", show="office") }}
        """
        context = self._use(id, "people")
        if show == "office" and context.dossier.people[id].office != "unknown":
            office = text.prose(context, context.dossier.people[id].office)
            return join([text.link(context, id, words or text.full_name(context, id)), message("list.comma"), office])
        return text.link(context, id, words or (text.full_name(context, id) if show != "short" else None))

    def party(self, id: PartyId, words: str = "") -> Markup:
        """A party, linked.

        {{ party("example-party") }}
        """
        return text.link(self._use(id, "parties"), id, words or None)

    def place(self, id: PlaceId, words: str = "") -> Markup:
        """A place, linked.

        {{ place("example-place") }}
        """
        return text.link(self._use(id, "places"), id, words or None)

    def outlet(self, id: OutletId, words: str = "") -> Markup:
        """An outlet, linked.

        {{ outlet("example-outlet") }}
        """
        return text.link(self._use(id, "outlets"), id, words or None)

    def source(self, id: SourceId, words: str = "") -> Markup:
        """A published page, linked to its entry.

        {{ source("example-source") }}
        """
        context = self._use(id, "sources")
        return text.link(context, id, words or text.page_title(context, context.dossier.sources[id]))

    def term(self, id: TermId, words: str = "") -> Markup:
        """A term of the glossary, linked.

        {{ term("example-term", words="terms") }}
        """
        return text.link(self._use(id, "terms"), id, words or None)

    def event(self, id: EventId, show: Literal["title", "when"] = "title", words: str = "") -> Markup:
        """An event, linked: its title, or its date.

        {{ event("example-event", show="when") }}
        """
        context = self._use(id, "events")
        when = context.dossier.events[id].when
        if show == "when":
            inside = text.when(when) if when != "unknown" else Markup("date not known")
            return text.link(context, id, words or inside)
        return text.link(context, id, words or None)

    def point(self, id: PointId, words: str = "") -> Markup:
        """A point, linked by its title.

        {{ point("example-point") }}
        """
        return text.link(self._use(id, "points"), id, words or None)


def name_of_figure(claim: Claim, name: str) -> str:
    """The name of one of a claim's figures; it may be left out where there is one. Raises UnknownId."""
    name = name or (next(iter(claim.figures)) if len(claim.figures) == 1 else name)
    if name not in claim.figures:
        has = ", ".join(claim.figures) or "none"
        raise UnknownId(f"claim {claim.id!r} has no figure {name!r}; it has: {has}")
    return name
