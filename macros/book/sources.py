"""The sources: every outlet with who owns it, and a numbered note for each of its pages, which leads back to claims."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from markupsafe import Markup

from ..analysis.against import against
from ..locale import say, text
from ..record.dates import When
from ..record.model import UNKNOWN, Claim, Outlet, Owner, Source
from ..render import way
from ..render.context import Context
from ..render.html import join, tag
from ..render.paper import Paper
from ..render.text import page_title, prose, when
from . import runs
from .chapter import Chapter, entry, titled
from .numbers import order, outlets, sources_of

ID = "sources"


def chapter(context: Context, paper: Paper, pages: Mapping[str, int]) -> Chapter:
    """All outlets by name; `pages` are the pages of the book by the id of what stands there."""
    claims: dict[str, list[Claim]] = {}
    for point in order(context.dossier):
        for claim in context.dossier.claims_on[point.id]:
            claims.setdefault(claim.source, []).append(claim)
    shown = [each for each in outlets(context.dossier) if sources_of(context.dossier, each)]
    return titled(
        ID,
        text("book.sources"),
        tag("p", say("book.sources.about")),
        join(_outlet(context, paper, each, claims, pages) for each in shown),
    )


def _outlet(
    context: Context, paper: Paper, item: Outlet, claims: Mapping[str, list[Claim]], pages: Mapping[str, int]
) -> Markup:
    beside = [tag("b", item.name), tag("br"), way.kind(context.dossier, item)]
    return entry(
        beside,
        *(tag("p", line, class_="by") for line in _about(context, paper, item)),
        *(_note(context, paper, each, claims.get(each.id, []), pages) for each in sources_of(context.dossier, item)),
        class_="entry outlet",
    )


def _about(context: Context, paper: Paper, item: Outlet) -> Iterator[Markup]:
    """Whose it is and who says so; on which questions it differs from the outlet of a source taken apart."""
    if isinstance(item.owner, Owner):
        seen = tag("a", _short(item.owner.seen), href=item.owner.seen)
        yield say("book.owner", says=prose(context, item.owner.says), publisher=item.owner.publisher, address=seen)
    else:
        yield say("book.owner-sought") if item.owner_sought else say("book.owner-unknown")
    primary = {context.dossier.sources[id_].outlet for id_ in context.dossier.about.primary}
    for pair in against(context.dossier, item.id):
        other = pair.other(item.id)
        if other in primary and pair.differing:
            numbers = sorted(paper.questions[each.point.id] for each in pair.differing)
            questions = join((_number(paper, number) for number in numbers), text("list.comma"))
            yield say(
                "book.differs-from",
                count=len(numbers),
                outlet=context.dossier.outlets[other].short,
                questions=questions,
            )


def _number(paper: Paper, number: int) -> Markup:
    id_ = next(id_ for id_, known in paper.questions.items() if known == number)
    return tag("a", f"{number}", href=f"#q-{id_}")


def _note(context: Context, paper: Paper, item: Source, claims: list[Claim], pages: Mapping[str, int]) -> Markup:
    """The note: title, date, address; then the pages of the book on which its claims stand."""
    title = page_title(context, item)
    day = when(item.date) if isinstance(item.date, When) else say("way.no-date")
    address = tag("a", _short(item.url), href=item.url) if item.url != UNKNOWN else say("way.no-page")
    foreign = item.language if item.language != context.dossier.about.language else None
    parts = [
        tag("b", f"[{paper.notes[item.id]}]", class_="number"),
        " ",
        [say("quotation.words", words=tag("span", title, lang=foreign)), ", "] if item.title != UNKNOWN else None,
        day,
        ". ",
        address,
    ]
    back = back_links(
        {pages[f"c-{claim.id}"]: f"c-{claim.id}" for claim in reversed(claims) if f"c-{claim.id}" in pages}
    )
    return tag(
        "p", parts, [" ", say("book.claims-on", pages=back)] if back else None, id=f"n-{item.id}", class_="source"
    )


def back_links(places: Mapping[int, str]) -> Markup:
    """Page numbers in order, each leading to what stands there; runs of three and more joined."""
    parts = []
    for first, last in runs.runs(places):
        ends = [first] if first == last else [first, last]
        parts.append(join((tag("a", f"{number}", href=f"#{places[number]}") for number in ends), "–"))
    return join(parts, text("list.comma"))


def _short(url: str) -> str:
    """An address as it is printed: complete but for the scheme that every browser adds."""
    return url.removeprefix("https://").removesuffix("/")
