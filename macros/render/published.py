"""An outlet's published pages: what is known of each, and the claims that were drawn from it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from markupsafe import Markup

from ..analysis import outlets as analysis
from ..locale import listing, say
from ..record.dates import When
from ..record.model import UNKNOWN, Claim, Source
from . import line
from .context import Context
from .html import join, out, tag
from .parts import aliases, fold
from .text import in_language, language_name, link, prose, when

# A page with more claims than this, such as a source taken apart, is told by its questions: its claims are elsewhere.
MANY = 30
# Of fewer, this many stand in sight, or one more where that is all; where there are many pages, one.
SHOWN = 3
MANY_PAGES = 24
LONGEST = 60  # characters of an address that are shown


def pages(context: Context, id_: str) -> Markup | None:
    """Its pages by date. The day on which all or most were seen is said once, and so is that titles were not."""
    found = analysis.pages(context.dossier, id_)
    if not found:
        return None
    day, count = Counter(page.seen for page in found).most_common(1)[0]
    seen = day if count > len(found) / 2 else None
    shown = SHOWN if len(found) <= MANY_PAGES else 1
    untitled = sum(page.title == UNKNOWN for page in found)
    said = [
        _seen(seen, count, len(found)) if seen else None,
        say("outlet.untitled", count=untitled) if untitled else None,
    ]
    return join(
        [
            tag("p", join([each for each in said if each], " "), class_="by") if any(said) else None,
            [_page(context, each, seen=None if each.seen == seen else each.seen, shown=shown) for each in found],
        ]
    )


def _seen(day: When, count: int, number: int) -> Markup:
    """That so many of so many pages, which are most or all, were seen on a day."""
    if count == number:
        return say("outlet.all-seen", count=number, date=when(day))
    return say("outlet.most-seen", date=when(day))


def _page(context: Context, source: Source, *, seen: When | None, shown: int) -> Markup:
    """A published page: title and link, what is known of it, and the claims drawn from it."""
    claims = analysis.drawn(context.dossier, source.id)
    facts = [
        when(source.date) if isinstance(source.date, When) and source.title != UNKNOWN else None,
        _address(source) if source.title == UNKNOWN else None,
        language_name(source.language) if source.language != context.dossier.about.language else None,
        say("outlet.seen", date=when(seen)) if seen else None,
        out(say("outlet.archived"), source.archived) if source.archived != UNKNOWN else None,
    ]
    return tag(
        "section",
        aliases(source),
        tag("h3", _title(source)),
        tag("p", join([fact for fact in facts if fact], " · "), class_="by") if any(facts) else None,
        tag("p", prose(context, source.note)) if source.note else None,
        _drawn(context, claims, shown),
        _wordings(context, source),
        class_="page",
        id=source.id,
    )


def _drawn(context: Context, claims: Sequence[Claim], shown: int) -> Markup | None:
    if len(claims) > MANY:
        number = len({claim.point for claim in claims})
        summary = say("outlet.by-question", claims=say("count.claims", count=len(claims)), count=number)
        return fold(summary, questions(context, claims))
    shown = shown if shown == 1 or len(claims) > shown + 1 else len(claims)
    rest = claims[shown:]
    return join(
        [
            _lines(context, claims[:shown]),
            fold(say("count.more-claims", count=len(rest)), _lines(context, rest)) if rest else None,
        ]
    )


def _wordings(context: Context, source: Source) -> Markup | None:
    """The ways to the quotations of other pages whose words this page has in the speaker's own language."""
    dossier = context.dossier
    items = [item for item in dossier.quotations.values() if item.original and item.original.source == source.id]
    if not items:
        return None
    titles = {item.id: dossier.points[dossier.claims[item.claims[0]].point].title for item in items}
    links = (tag("a", title, href=context.link(id_)) for id_, title in titles.items())
    words = say("outlet.wordings", language=language_name(source.language), questions=listing(links))
    return tag("p", words, class_="by")


def _lines(context: Context, claims: Iterable[Claim]) -> Markup | None:
    """Claims in a line each, leading to their questions."""
    items = [tag("li", line.leading(context, claim)) for claim in claims]
    return tag("ul", items, class_="plain") if items else None


def questions(context: Context, claims: Iterable[Claim]) -> Markup:
    """The questions that claims are on, each with how many of them are."""
    points = context.dossier.points
    items = [
        tag("li", link(context, id_, points[id_].question), f" ({count})" if count > 1 else None)
        for id_, count in Counter(claim.point for claim in claims).items()
    ]
    return tag("ul", items, class_="plain")


def _title(source: Source) -> Markup:
    """The title, linked to the page; the day where the title was not seen."""
    if source.title != UNKNOWN:
        title = in_language(source.title, source.language)
    elif isinstance(source.date, When):
        title = say("outlet.page-of", date=when(source.date))
    else:
        title = say("outlet.page-undated")
    return out(title, source.url) if source.url != UNKNOWN else title


def _address(source: Source) -> Markup:
    """The address for the eye, cut after a few words of its path, which often tell what a page is about."""
    if source.url == UNKNOWN:
        return say("way.no-page")
    short = source.url.split("://", 1)[1].removeprefix("www.").rstrip("/")
    return tag("span", short if len(short) <= LONGEST else f"{short[:LONGEST]}…", class_="address")
