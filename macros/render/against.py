"""One outlet against another: every question on which both have an account, what each has, and where they differ."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from markupsafe import Markup

from ..analysis import outlets
from ..analysis.against import Against, Shared, pairs_of_outlets
from ..analysis.against import against as of
from ..locale import say, text
from ..locale.sorting import sort_key
from ..record.addresses import against as address
from ..record.model import Claim
from . import way
from .compared import comparison_words
from .context import Context
from .differences import KINDS, reading
from .html import join, tag
from .parts import fold, heading
from .text import link, short_name

# Of one outlet's claims on a question this many stand in sight; its page has the others.
CLAIMS = 2
# Other outlets and questions without a difference: so many stand in sight, the rest is folded.
SHOWN = 6


# On an outlet's page, and for the outlet of the source


def of_outlet(context: Context, id_: str) -> Markup | None:
    """The other outlets it can be held against, those that differ most first; a line each, the rest folded."""
    items = [_line(context, pair, id_) for pair in of(context.dossier, id_)]
    if not items:
        return None
    shown, rest = items[:SHOWN], items[SHOWN:]
    return join(
        [
            tag("ul", shown, class_="plain"),
            fold(say("against.more", count=len(rest)), tag("ul", rest, class_="plain")) if rest else None,
        ]
    )


def of_primary(context: Context) -> Markup:
    """The outlets of the sources taken apart, each with the others that differ from it and have a page with it."""
    dossier = context.dossier
    primary = dict.fromkeys(dossier.sources[id_].outlet for id_ in dossier.about.primary)
    found = [_against(context, id_) for id_ in primary if of(dossier, id_)]
    return join([tag("p", say("against.primary-about")), *found]) if found else Markup("")


def _against(context: Context, id_: str) -> Markup:
    """In one paragraph: the other outlets, each with on how many questions the two differ."""
    others = [
        say(
            "against.other",
            outlet=tag("a", short_name(context, pair.other(id_)), href=context.page(address(id_, pair.other(id_)))),
            count=len(pair.differing),
        )
        for pair in of(context.dossier, id_)
        if pair.has_page and pair.differing
    ]
    every = tag("a", text("against.all"), href=f"{context.link(id_)}#against")
    name = tag("b", short_name(context, id_))
    return tag("p", say("against.primary", outlet=name, others=join([*others, every], " · ")), class_="against")


def _line(context: Context, pair: Against, id_: str) -> Markup:
    """The other outlet and on how many questions the two differ, leading to their page; or the few questions."""
    other = pair.other(id_)
    if pair.has_page:
        return tag("li", _named(context, pair, id_))
    questions = (
        join([link(context, each.point.id, each.point.question), " ", tag("span", _kind(each), class_="by")])
        for each in pair.questions
    )
    return tag("li", tag("b", link(context, other)), ": ", join(questions, " · "))


def _named(context: Context, pair: Against, id_: str) -> Markup:
    """The page of a pair by its name, with on how many questions the two differ."""
    other = pair.other(id_)
    name = tag("a", _title(context, id_, other), href=context.page(address(id_, other)))
    return join([tag("b", name), " ", tag("span", _number(pair), class_="by")])


def _number(pair: Against) -> Markup:
    differing = len(pair.differing)
    total = len(pair.questions)
    return say("against.number", count=differing, total=total) if differing else say("against.number-none", count=total)


def _kind(shared: Shared) -> str:
    return text(f"against.kind.{shared.kind or 'none'}")


def _title(context: Context, one: str, other: str) -> str:
    return text("against.title", one=short_name(context, one), other=short_name(context, other))


# The page of a pair


def title(context: Context, pair: Against) -> str:
    """'A against B'."""
    return _title(context, pair.first, pair.second)


def description(context: Context, pair: Against) -> str:
    """What the page of a pair holds, as plain text."""
    names = [context.dossier.outlets[id_].name for id_ in (pair.first, pair.second)]
    return text("against.description", one=names[0], other=names[1], count=len(pair.questions))


def page(context: Context, pair: Against) -> Markup:
    """All below the title: in how much the two differ; the questions by kind of difference; then all others, folded."""
    by_kind = {
        kind: [_shared(context, each) for each in pair.questions if each.kind == kind] for kind in (*KINDS, None)
    }
    alike = by_kind.pop(None)
    parts = [
        _head(context, pair),
        *(join([heading(2, text(f"differences.{k}"), str(k)), _list(found)]) for k, found in by_kind.items() if found),
        _alike(alike) if alike else None,
    ]
    return Markup("\n\n").join(part for part in parts if part)


def _alike(items: Sequence[Markup]) -> Markup:
    shown = items if len(items) <= SHOWN + 1 else items[:SHOWN]
    rest = items[len(shown) :]
    more = fold(say("against.more-questions", count=len(rest)), _list(rest)) if rest else None
    return join([heading(2, text("against.alike"), "alike"), _list(shown), more])


def _head(context: Context, pair: Against) -> Markup:
    both = (pair.first, pair.second)
    kinds = [
        say(
            "against.outlet",
            outlet=tag("b", link(context, id_)),
            kind=way.kind(context.dossier, context.dossier.outlets[id_]),
        )
        for id_ in both
    ]
    passed = [_passed(context, pair, *each) for each in (both, both[::-1])]
    return join(
        [
            tag("p", _lead(pair)),
            tag("ul", [tag("li", each) for each in kinds], class_="plain"),
            [tag("p", each, class_="by") for each in passed if each],
        ]
    )


def _lead(pair: Against) -> Markup:
    total = say("count.questions", count=len(pair.questions))
    differing = len(pair.differing)
    return say("against.lead", total=total, count=differing) if differing else say("against.lead-none", total=total)


def _passed(context: Context, pair: Against, source: str, publisher: str) -> Markup | None:
    """How many of one outlet's claims here came through the other: these are no second account."""
    claims = {claim.id for shared in pair.questions for claim in (*shared.first, *shared.second)}
    found = [c for c in outlets.carried(context.dossier, source).get(publisher, []) if c.id in claims]
    if not found:
        return None
    return say(
        "against.passed", count=len(found), publisher=short_name(context, publisher), source=short_name(context, source)
    )


def _list(items: Sequence[Markup]) -> Markup:
    return tag("ul", items, class_="differences")


def _shared(context: Context, shared: Shared) -> Markup:
    """A question: what each of the two has on it, and our sentences on where they differ."""
    sides = [_readings(context, shared, claims) for claims in (shared.first, shared.second)]
    sentences = [comparison_words(context, pair.comparison) for pair in shared.differing if pair.comparison]
    return tag(
        "li",
        tag("p", link(context, shared.point.id, shared.point.question), class_="question"),
        tag("div", sides, class_="readings"),
        [tag("p", each, class_="by") for each in sentences],
        data_kind=shared.kind,
    )


def _readings(context: Context, shared: Shared, claims: Iterable[Claim]) -> Markup:
    """What one outlet has, what differs first; how many claims more are on the question's page."""
    differing = [claim.id for pair in shared.differing for claim in (pair.first, pair.second)]
    ordered = sorted(claims, key=lambda c: differing.index(c.id) if c.id in differing else len(differing))
    more = len(ordered) - CLAIMS
    return tag(
        "div",
        [reading(context, claim) for claim in ordered[:CLAIMS]],
        tag("p", say("count.more-claims", count=more), class_="by") if more > 0 else None,
    )


def all_with_page(context: Context) -> list[Against]:
    """The pairs of outlets that have a page, by the names of the two."""
    found = [pair for pair in pairs_of_outlets(context.dossier) if pair.has_page]
    return sorted(found, key=lambda pair: sort_key(title(context, pair)))
