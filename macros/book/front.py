"""What stands before the text: the cover, how to read the book, its contents."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from markupsafe import Markup

from ..locale import listing, say, text
from ..record.dates import When
from ..record.dossier import Dossier
from ..record.model import UNKNOWN
from ..render import about as of_dossier
from ..render.context import Context
from ..render.html import join, tag
from ..render.text import page_title, plain
from .chapter import Chapter

CONTENTS, HOW_TO, COVER = "contents", "how-to", "cover"


def cover(context: Context) -> Markup:
    """What the book is on and made of, which edition it is, who may use it. An address only where the site has one."""
    about = context.dossier.about
    when = context.dossier.events[about.event].when
    address = tag("a", about.site_url, href=about.site_url) if about.site_url else text("handout.no-address")
    return tag(
        "section",
        tag("p", str(when), class_="date") if when != UNKNOWN else None,
        tag("h1", about.title, id=COVER),
        tag("p", plain(Context(context.dossier), about.summary), class_="summary"),
        tag("p", say("book.taken-apart", sources=listing(_source(context.dossier, id_) for id_ in about.primary))),
        tag("p", say("book.edition", number=about.edition.number, date=str(about.edition.date)), class_="edition"),
        tag("p", say("book.licence", authors=text("about.authors"))),
        tag("p", address),
        class_="cover",
    )


def _source(dossier: Dossier, id_: str) -> str:
    """An article as a reader would name it: title, outlet, date."""
    source = dossier.sources[id_]
    outlet = dossier.outlets[source.outlet].name
    title = page_title(Context(dossier), source)
    words = [text("quotation.words", words=title), outlet] if title != outlet else [outlet]
    return text("list.comma").join([*words, str(source.date)] if isinstance(source.date, When) else words)


def how_to(context: Context) -> Markup:
    """How to read the book, on a page: what a claim's entry holds, what numbers and signs mean, what it can't show."""
    lines = ("claim", "status", "numbers", "notes", "sides", "words", "index")
    return tag(
        "section",
        tag("h1", text("book.how-to"), id=HOW_TO),
        tag(
            "dl", [[tag("dt", text(f"book.how-to.{name}")), tag("dd", say(f"book.how-to.{name}.is"))] for name in lines]
        ),
        tag("h2", text("book.how-to.signs")),
        of_dossier.legend(context),
        class_="chapter how-to",
    )


def contents(chapters: Iterable[Chapter], pages: Mapping[str, int]) -> Markup:
    """The contents: parts and what they hold, each with the page it begins on."""
    rows = []
    for each in chapters:
        rows.append(_row(each.id, each.title, "part", pages))
        rows += [_row(id_, title, "row", pages) for id_, title in each.sections]
    return tag(
        "section",
        tag("h1", text("book.contents"), id=CONTENTS),
        tag("div", join(rows), class_="columns", data_tag="TOC"),
        class_="chapter contents",
    )


def _row(id_: str, title: str, class_: str, pages: Mapping[str, int]) -> Markup:
    number = tag("span", f"{pages.get(id_, 0)}", class_="page")
    return tag("p", tag("a", title, href=f"#{id_}"), " ", number, class_=class_, data_tag="TOCI")
