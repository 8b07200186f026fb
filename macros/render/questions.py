"""The index of all questions: topics folded, a line each with its status and who speaks; a form to narrow it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable

from markupsafe import Markup

from ..analysis.sides import said_by
from ..analysis.status import status
from ..locale import listing, say, text
from ..record.about import Topic
from ..record.dossier import Dossier
from ..record.model import Point
from . import status as status_words
from .context import Context
from .html import join, tag
from .mark import OUTLET_SIGN, party_sign
from .text import full_name, link, short_name
from .words import act_noun


def questions(context: Context) -> Markup:
    """The form, then every topic with its questions. Without scripts the list is whole and the form is hidden."""
    dossier = context.dossier
    topics = [topic for topic in dossier.about.topics if dossier.points_on[topic.id]]
    return join([form(context), [_topic(context, topic) for topic in topics]])


def _topic(context: Context, topic: Topic) -> Markup:
    """A topic, folded, with what it covers. Its anchor stands inside, so that a link to it opens the fold."""
    points = context.dossier.points_on[topic.id]
    return tag(
        "details",
        tag(
            "summary",
            tag("b", topic.title),
            " ",
            tag("span", say("count.questions", count=len(points)), class_="count"),
        ),
        tag("p", topic.summary, class_="by"),
        lines(context, points, id=topic.id, narrowed=True),
        class_="topic",
    )


def lines(context: Context, points: Iterable[Point], *, narrowed: bool = False, id: str | None = None) -> Markup:
    """Questions, a line each. `narrowed` gives each what the form narrows them by."""
    return tag("ul", [line(context, point, narrowed=narrowed) for point in points], id=id, class_="questions")


def line(context: Context, point: Point, *, narrowed: bool = False) -> Markup:
    """A question in a line: the link, its status in few words, the signs of those who speak."""
    values = fields(context.dossier, point) if narrowed else {}
    return tag(
        "li",
        link(context, point.id, point.question),
        " ",
        tag(
            "span",
            status_words.short(context, point.id),
            class_="status",
            data_status=_kind(context.dossier, point),
        ),
        " ",
        _speaking(context, point),
        **{f"data_{field}": " ".join(found) or None for field, found in values.items()},
    )


def _speaking(context: Context, point: Point) -> Markup:
    """The signs of the parties that speak on a question, and of outlets in their own voice, named to those who hear."""
    claims = context.dossier.claims_on[point.id]
    parties = list(said_by(context.dossier, point.id))
    outlets = any(claim.voice in ("report", "opinion") for claim in claims)
    signs = [party_sign(context, party) for party in parties]
    names = [short_name(context, party) for party in parties]
    if outlets:
        signs.append(tag("span", OUTLET_SIGN, class_="sign", aria_hidden="true"))
        names.append(text("questions.outlets"))
    heard = tag("span", say("questions.speaking", names=listing(names)), class_="hidden")
    return tag("span", signs, heard, class_="speaking")


def _kind(dossier: Dossier, point: Point) -> str:
    return status(dossier, point.id).kind.replace(" ", "-")


def fields(dossier: Dossier, point: Point) -> dict[str, list[str]]:
    """What a question is narrowed by: the values of all its claims, each once."""
    claims = dossier.claims_on[point.id]
    found: dict[str, list[str]] = {
        "topic": [point.topic],
        "status": [_kind(dossier, point)],
        "party": [party for claim in claims for party in dossier.parties_of(claim)],
        "speaker": [by for claim in claims for by in (["unclear"] if claim.by == "unclear" else claim.by)],
        "outlet": [dossier.sources[claim.source].outlet for claim in claims],
        "voice": [claim.voice for claim in claims],
        "act": [claim.act for claim in claims],
    }
    return {field: list(dict.fromkeys(values)) for field, values in found.items()}


def _status_name(context: Context, kind: str) -> str:
    """What a status is called where questions are narrowed by it; a dossier of one side names it."""
    if context.dossier.only_side and kind in ("one", "none"):
        return str((status_words.one_side if kind == "one" else status_words.no_side)(context).unescape())
    return text(f"status.name.{kind}")


def form(context: Context) -> Markup:
    """A box for words and a choice per field, each with how many questions it leaves."""
    dossier = context.dossier
    counts: dict[str, Counter[str]] = {}
    for point in dossier.points.values():
        for field, values in fields(dossier, point).items():
            counts.setdefault(field, Counter()).update(values)
    names: dict[str, Callable[[str], str]] = {
        "topic": {topic.id: topic.title for topic in dossier.about.topics}.__getitem__,
        "status": lambda value: _status_name(context, value),
        "party": lambda id_: dossier.parties[id_].name,
        "speaker": lambda id_: text("way.unclear") if id_ == "unclear" else full_name(context, id_),
        "outlet": lambda id_: dossier.outlets[id_].name,
        "voice": lambda value: text(f"voice.{value}"),
        "act": lambda value: act_noun(context.dossier, value),
    }
    # Topics and parties stand in the order of the record, everything else by its name.
    ranks = {id_: rank for rank, id_ in enumerate([*(topic.id for topic in dossier.about.topics), *dossier.parties])}
    choices = []
    for field, name in names.items():
        ordered = sorted(
            counts.get(field, ()), key=lambda value: (ranks.get(value, len(ranks)), name(value).casefold())
        )
        options = [
            tag("option", say("questions.option", name=name(value), count=counts[field][value]), value=value)
            for value in ordered
        ]
        every = tag("option", text("questions.every"), value="")
        choices.append(
            tag("label", tag("span", text(f"questions.field.{field}")), tag("select", every, options, name=field))
        )
    total = len(dossier.points)
    return tag(
        "form",
        tag(
            "label",
            tag("span", text("questions.words")),
            tag("input", type="search", name="words", autocomplete="off"),
            class_="words",
        ),
        tag(
            "details",
            tag("summary", text("questions.more")),
            tag("div", choices, class_="choices"),
            class_="filters-more",
        ),
        tag(
            "p",
            tag(
                "output",
                say("questions.shown", shown=total, total=total),
                role="status",
                data_message=text("questions.shown", shown="{shown}", total="{total}"),
            ),
            " ",
            tag("button", text("questions.reset"), type="reset"),
        ),
        class_="filters",
        aria_label=text("questions.form"),
    )
