"""The page of a question: its status, what each side says, every account, what came of it, how they compare."""

from __future__ import annotations

from collections.abc import Iterable

from markupsafe import Markup

from ..analysis.course import as_of, by_time, then_and_later
from ..analysis.disputes import disputed
from ..analysis.independence import Agreement, agreements
from ..analysis.relations import differences, pairs
from ..analysis.status import status
from ..locale import listing, say, text
from ..record.about import Topic
from ..record.model import Claim, Point
from . import parts, way
from . import status as status_words
from .account import accounts
from .compared import pair, told
from .context import Context
from .html import join, tag
from .sides import sides
from .sides import title as title_of_sides
from .text import link, prose, when
from .used_on import place as used_on

# More accounts than this, and those that nobody disputes are folded: a question is read on a phone in eight screens.
SHOWN = 6
LATER = 3  # of what came of it
PAIRS = 3


def question(context: Context, point: Point) -> Markup:
    """All below the title of a question's page."""
    then, later = then_and_later(context.dossier, point.id)
    sections = [
        ("", _head(context, point)),
        ("sides", sides(context, point)),
        ("accounts", _accounts(context, then, SHOWN)),
        ("later", _accounts(context, later, LATER)),
        ("compared", _compared(context, point)),
        ("more", _more(context, point)),
    ]
    return Markup("\n\n").join(
        join([parts.heading(2, _title(context, point, id_), id_) + "\n\n" if id_ else None, body])
        for id_, body in sections
        if body
    )


def _title(context: Context, point: Point, id_: str) -> str:
    return str(title_of_sides(context, point).unescape()) if id_ == "sides" else text(f"question.{id_}")


def way_back(context: Context, point: Point) -> Markup:
    """Where the page stands: the dossier, the questions, the topic."""
    topic, questions = _topic(context, point), context.page("points/")
    return parts.way_back(
        context, tag("a", text("question.all"), href=questions), tag("a", topic.title, href=f"{questions}#{topic.id}")
    )


def _topic(context: Context, point: Point) -> Topic:
    return next(each for each in context.dossier.about.topics if each.id == point.topic)


def _head(context: Context, point: Point) -> Markup:
    """What a reader is warned of; the status in words, the state last reported and by whom, our sentence."""
    last = as_of(context.dossier, point.id)
    state = _state(context, point) if point.state != "reported" else None
    latest = say("question.last", date=when(last)) if last else None
    return join(
        [
            tag("p", note, class_="note") if (note := _topic(context, point).note) else None,
            tag(
                "p",
                [tag("span", id=alias, class_="alias") for alias in point.aliases],
                status_words.long(context, point.id),
                class_="status",
                data_status=status(context.dossier, point.id).kind.replace(" ", "-"),
            ),
            tag("p", join([part for part in (state, latest) if part], " · "), class_="by") if state or latest else None,
            tag("p", prose(context, point.state_note)) if point.state_note else None,
        ]
    )


def _state(context: Context, point: Point) -> Markup:
    """The state and, by the marks of the claims that it rests on, who tells of it: a mark is not whose doing it is."""
    state = status_words.state(point)
    return say("state.told", state=state, marks=parts.marks(context, point.state_from)) if point.state_from else state


def _accounts(context: Context, claims: list[Claim], most: int) -> Markup | None:
    """The accounts in order of time; of many, those in dispute, or else those that differ, before a fold."""
    if not claims:
        return None
    contested = disputed(context.dossier)
    claims = by_time(context.dossier, claims)
    in_dispute = [claim for claim in claims if claim.id in contested]
    different = {each.id for pair in differences(context.dossier, claims[0].point) for each in pair.all}
    differing = [claim for claim in claims if claim.id in different]
    first = claims if len(claims) <= most + 1 else (in_dispute or differing or claims)[:most]
    rest = [claim for claim in claims if claim not in first]

    more = say("question.more-accounts", count=len(rest))
    return join(
        [
            accounts(context, first, contested),
            parts.fold(more, *accounts(context, rest, contested)),
            _silence(context, claims),
        ]
    )


def _silence(context: Context, claims: list[Claim]) -> Markup | None:
    """Said once: the outlets that do not say through whom they have these words."""
    outlets = way.silent_outlets(context, claims)
    if not outlets:
        return None
    return tag(
        "p",
        say("question.silent", count=len(outlets), outlets=listing(link(context, id_) for id_ in outlets)),
        class_="by",
    )


def _compared(context: Context, point: Point) -> Markup | None:
    """Our sentences on pairs; then, once, which of the accounts that agree are really one."""
    items = [pair(context, each) for each in told(pairs(context.dossier, point.id))]
    shown = items if len(items) <= PAIRS + 1 else items[:PAIRS]
    rest = items[len(shown) :]
    lines = [line for each in agreements(context.dossier, point.id) for line in _independence(context, each)]
    return (
        join(
            [
                tag("ul", shown, class_="pairs") if shown else None,
                parts.fold(say("question.more-pairs", count=len(rest)), tag("ul", rest, class_="pairs"))
                if rest
                else None,
                tag("h3", text("independence.heading"), id="independence") if lines else None,
                tag("ul", [tag("li", line) for line in lines], class_="independence") if lines else None,
            ]
        )
        or None
    )


def _independence(context: Context, found: Agreement) -> Iterable[Markup]:
    """What accounts that agree are worth as accounts, a sentence each."""

    def names(claims: Iterable[Claim]) -> Markup:
        first = {str(way.account_name(context, claim)): claim for claim in reversed(list(claims))}
        return listing(tag("a", Markup(name), href=f"#{claim.id}") for name, claim in reversed(first.items()))  # noqa: S704

    if found.independent:
        yield say("independence.independent", accounts=listing(names(each.claims[:1]) for each in found.independent))
    for account_ in found.one:
        if account_.outlet:
            named = {way.account_name(context, claim) for claim in account_.claims}
            if len(named) > 1:  # what one outlet says twice needs no telling
                outlet = link(context, account_.outlet)
                yield say("independence.one", outlet=outlet, accounts=names(account_.claims))
        else:
            yield say("independence.utterance", accounts=names(account_.claims))
    if found.not_known:
        yield say("independence.unknown", count=len(found.not_known), accounts=names(found.not_known))


def _more(context: Context, point: Point) -> Markup:
    """Other questions of the topic, the pages that use this one, and how to report an error."""
    others = [each for each in context.dossier.points_on[point.topic] if each.id != point.id]
    return join(
        [
            tag("ul", [tag("li", link(context, each.id, each.question)) for each in others[:6]], class_="questions"),
            used_on(point.id),
            tag(
                "p",
                say(
                    "question.report",
                    id=tag("code", point.id),
                    how=tag("a", text("question.report-how"), href=f"{context.page('method/')}#corrections"),
                ),
                class_="by",
            ),
        ]
    )
