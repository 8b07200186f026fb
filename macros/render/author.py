"""The macros an author may call in a page, one typed function each.

The first argument of most is the id of a record; `words` replaces the words of a link. Every docstring ends with an
example that the author's guide shows and a test renders.
"""

from __future__ import annotations

import inspect
from collections.abc import Callable
from typing import Annotated, Any, Literal, get_args, get_origin, get_type_hints

from markupsafe import Markup

from ..record.model import (
    ClaimId,
    EventId,
    OutletId,
    PartyId,
    PersonId,
    PlaceId,
    PointId,
    QuotationId,
    Ref,
    SourceId,
    TermId,
)
from ..record.problems import hinted, suggestion
from . import (
    about,
    account,
    against,
    corrections,
    counts,
    differences,
    fields,
    glossary,
    guide,
    handout,
    line_by_line,
    made_of,
    outcomes,
    outlets,
    participants,
    people,
    pictures,
    places,
    questions,
    statements,
    text,
    timeline,
)
from . import mark as marks
from .context import Context
from .html import join, tag


class UnknownId(Exception):
    """A macro was given an id that is not in the record."""


class Author:
    """The macros, bound to the page being rendered by `context`."""

    def __init__(self, context: Callable[[], Context]) -> None:
        self._context = context

    def _use(self, id_: str, *kinds: str) -> Context:
        """The context, with the id noted as used on the page; raises UnknownId."""
        context = self._context()
        if context.dossier.kind_of.get(id_) not in kinds:
            known = [name for kind in kinds for name in context.dossier.kinds[kind]]
            message = f"{context.url or 'home'}: unknown id {id_!r}"
            raise UnknownId(hinted(message, suggestion(id_, known)))
        context.use(id_)
        return context

    # Within a sentence

    def figure(self, id: ClaimId, name: str = "", unit: bool = False) -> Markup:
        """A figure of a claim, linked to the claim. `name` may be left out where the claim has one figure.

        {{ figure("example-claim", "bodies") }}
        """
        context = self._use(id, "claims")
        claim = context.dossier.claims[id]
        name = name or (next(iter(claim.figures)) if len(claim.figures) == 1 else name)
        if name not in claim.figures:
            has = ", ".join(claim.figures) or "none"
            raise UnknownId(f"claim {id!r} has no figure {name!r}; it has: {has}")
        inside = text.number(context, claim.figures[name], with_unit=unit)
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
            return join([text.link(context, id, words or text.full_name(context, id)), ", ", office])
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

    # Views: what a page is built around

    def questions(self) -> Markup:
        """All questions by topic, a line each with status and who speaks, and a form to narrow them.

        {{ questions() }}
        """
        return questions.questions(self._context())

    def differences(self) -> Markup:
        """The questions on which accounts differ, ranked, both readings in a line.

        {{ differences() }}
        """
        return differences.differences(self._context())

    def disputes(self, number: int = 3) -> Markup:
        """The weightiest disputes, no two of a topic: each question with each side's nearest word, side by side.

        {{ disputes(3) }}
        """
        return differences.disputes(self._context(), number)

    def statements(self) -> Markup:
        """Every quotation by its speaker, parties in order, speakers folded; the way to what else is reported of each.

        {{ statements() }}
        """
        return statements.statements(self._context())

    def people(self) -> Markup:
        """All people and bodies by party, a line each, with the way to their pages. For their page alone.

        {{ people() }}
        """
        return people.people(self._context())

    def see(self, *ids: PointId) -> Markup:
        """Questions to read on, a line each with status and who speaks.

        {{ see("example-point") }}
        """
        context = self._context()
        return questions.lines(context, [self._use(id_, "points").dossier.points[id_] for id_ in ids])

    def line_by_line(self) -> Markup:
        """The source passage by passage: in whose voice it is, what it asserts, how others tell it. For its page alone.

        {{ line_by_line() }}
        """
        return line_by_line.line_by_line(self._context())

    def covered(self) -> Markup:
        """How much of the source the record takes up, in sentences and in words, where its sentences are stamped.

        {{ covered() }}
        """
        return line_by_line.covered(self._context())

    def left_out(self) -> Markup:
        """What the source leaves out of weight, with the account that has it; and what nobody but the source tells.

        {{ left_out() }}
        """
        return line_by_line.left_out(self._context())

    def participants(self) -> Markup:
        """The parties, each with an anchor, its role and who took part for it, a line each. For their page alone.

        {{ participants() }}
        """
        return participants.participants(self._context())

    def timeline(self) -> Markup:
        """All events by date, each with an anchor and the claims that tell of it. For the timeline's page alone.

        {{ timeline() }}
        """
        return timeline.timeline(self._context())

    def outcomes(self, group: outcomes.Outcome) -> Markup:
        """The questions on agreements, proposals (and demands) or refusals, folded, a line each.

        {{ outcomes("agreements") }}
        """
        return outcomes.outcomes(self._context(), group)

    def places(self) -> Markup:
        """Every place by kind, each with an anchor. For the places' page alone.

        {{ places() }}
        """
        return places.places(self._context())

    def glossary(self) -> Markup:
        """Every term from A to Z, each with an anchor. For the glossary's page alone.

        {{ glossary() }}
        """
        return glossary.glossary(self._context())

    def outlets(self) -> Markup:
        """Every outlet by who owns or controls it, a line each, leading to its page.

        {{ outlets() }}
        """
        return outlets.outlets(self._context())

    def against(self) -> Markup:
        """The source's outlet against others: links to each that differs from it, with on how many questions.

        {{ against() }}
        """
        return against.of_primary(self._context())

    def corrections(self) -> Markup:
        """What was corrected, the newest first. For the page on method alone.

        {{ corrections() }}
        """
        return corrections.corrections(self._context())

    def handout(self) -> Markup:
        """The weightiest points in a table that fits on one page, and what is open. For the hand-out's page alone.

        {{ handout() }}
        """
        return handout.handout(self._context())

    def made_of(self) -> Markup:
        """What the dossier is made of: outlets, pages, claims and quoted words by side, in short tables.

        {{ made_of() }}
        """
        return made_of.made_of(self._context())

    def exports(self) -> Markup:
        """Links to the downloads: the record as data, references for citing. Filled in when the whole site is built.

        {{ exports() }}
        """
        return Markup("<!--exports-->")

    def count_again(self) -> Markup:
        """A script that counts with the downloads, and what it prints. Filled in when the whole site is built.

        {{ count_again() }}
        """
        return Markup("<!--example-->")

    # Pictures: drawn from the record, with the same facts as a table under them

    def picture_timeline(self) -> Markup:
        """The events by date down a line, with a break where nothing is told of for long.

        {{ picture_timeline() }}
        """
        return pictures.timeline.timeline(self._context())

    def picture_map(self) -> Markup:
        """The places whose coordinates are known, on the outline of the land.

        {{ picture_map() }}
        """
        return pictures.atlas.atlas(self._context())

    def picture_stands(self, number: int = 12) -> Markup:
        """Who said what: a row for each of the weightiest questions in dispute, in it each party's stand as a mark.

        {{ picture_stands(12) }}
        """
        return pictures.stands.stands(self._context(), number)

    def picture_numbers(self) -> Markup:
        """What was promised beside what was counted, of matters that have both.

        {{ picture_numbers() }}
        """
        return pictures.numbers.numbers(self._context())

    def picture_chain(self, id: SourceId = "") -> Markup:
        """How words travelled from who speaks, through the outlets named on the way, to a source; to the first one.

        {{ picture_chain("example-source") }}
        """
        context = self._use(id, "sources") if id else self._context()
        return pictures.chain.chain(context, id or context.dossier.about.primary[0])

    # Numbers and the dossier itself

    def count(self, what: counts.What, party: str = "", primary: bool | None = None) -> Markup:
        """How many points, claims, quoted words, ...; of a party's speakers, of primary sources (or others) only.

        {{ count("quoted words", party="example-party", primary=True) }}
        """
        context = self._use(party, "parties") if party else self._context()
        return counts.number(context, what, party=party, primary=primary)

    def shares(self) -> Markup:
        """A table of how many words each party is quoted with, and how many of its statements are reported.

        {{ shares() }}
        """
        return counts.shares(self._context())

    def legend(self) -> Markup:
        """What the signs of the marks mean.

        {{ legend() }}
        """
        return about.legend(self._context())

    def reach(self, kind: Literal["about", "near"]) -> Markup:
        """How far 'about', or 'almost' and 'just over', reach where figures are compared.

        {{ reach("about") }}
        """
        return about.reach(kind)

    def edition(self) -> Markup:
        """The edition's number and date.

        {{ edition() }}
        """
        return about.edition(self._context())

    def citation(self) -> Markup:
        """How to cite the dossier.

        {{ citation() }}
        """
        return about.citation(self._context())

    def report_errors(self) -> Markup:
        """Where an error is reported, or how to mend a record where no place is set.

        {{ report_errors() }}
        """
        return about.report_errors(self._context())

    def record_guide(self) -> Markup:
        """Every kind of record with every field: what it means, what it takes, an example of each. For its page alone.

        {{ record_guide() }}
        """
        return fields.fields()

    def author_guide(self) -> Markup:
        """This list: every macro with its arguments and an example. For the page on writing a dossier.

        {{ author_guide() }}
        """
        return guide.author_guide(macros())


def macros() -> dict[str, Callable[..., Any]]:
    """The public functions of Author by name, in the order of the guide."""
    found = inspect.getmembers(Author, inspect.isfunction)
    public = [(name, function) for name, function in found if not name.startswith("_")]
    return dict(sorted(public, key=lambda item: item[1].__code__.co_firstlineno))


def _kinds(function: Callable[..., Any]) -> tuple[str, ...]:
    """The kinds of record the first argument of a macro names; () where it takes no id."""
    hints = get_type_hints(function, include_extras=True)
    hints.pop("return", None)
    first = next(iter(hints.values()), None)
    if get_origin(first) is Annotated:
        return next((extra.kinds for extra in get_args(first)[1:] if isinstance(extra, Ref)), ())
    return ()


ID_KINDS: dict[str, tuple[str, ...]] = {name: _kinds(function) for name, function in macros().items()}
# The macros of which every argument is an id.
SEVERAL = tuple(name for name, function in macros().items() if inspect.getfullargspec(function).varargs == "ids")
