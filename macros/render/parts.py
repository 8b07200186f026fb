"""Pieces that the entries of people, places, events and terms have in common."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from markupsafe import Markup

from ..analysis.speakers import told_of
from ..locale import text
from ..record.model import Entry, OwnName
from . import mark
from .context import Context
from .html import escape, join, tag
from .text import in_language, language_name, link


def heading(level: int, title: str | Markup, id_: str) -> Markup:
    """A heading in Markdown, so that it stands in the page's table of contents; blank lines set it apart."""
    return Markup(f"\n\n{'#' * level} {escape(title)} {{ #{escape(id_)} }}\n\n")  # noqa: S704 (escaped right here)


def fold(summary: object, *content: object) -> Markup | None:
    """What a reader opens if they want to; None where there is nothing to fold."""
    inside = join(content)
    return tag("details", tag("summary", summary), inside, class_="more") if inside else None


def scrolled(table: Markup, label: str) -> Markup:
    """A table of numbers in a box that scrolls where it is too wide, and that the keyboard reaches."""
    return tag("div", table, class_="scroll shares", tabindex="0", role="group", aria_label=label)


def named_permalinks(content: str) -> str:
    """The links of headings to themselves with a name in place of a title, which would show to whoever points there."""
    title = text("page.to-section")
    return content.replace(f'title="{title}"', f'aria-label="{title}"')


def aliases(entry: Entry) -> list[Markup]:
    """Anchors of the ids an entry had before."""
    return [tag("span", id=alias, class_="alias") for alias in entry.aliases]


def own_names(names: Sequence[OwnName]) -> Markup | None:
    """Names as their bearers' languages write them, each marked with its language; told where two write the same."""
    codes: dict[str, list[str]] = {}
    for name in names:
        codes.setdefault(name.text, []).append(name.lang)
    written = [
        [in_language(text, found[0]), f" ({', '.join(sorted(map(language_name, found)))})" if len(found) > 1 else None]
        for text, found in codes.items()
    ]
    return tag("p", join(written, " · "), class_="own-name") if written else None


def spelling(words: str) -> Markup:
    """A word that readers search by; of what language it is, is not recorded, and said so where its letters differ."""
    return tag("span", words, lang="und") if any(ord(letter) > 0x24F for letter in words) else escape(words)


def spellings(words: Sequence[str], what: str = "") -> Markup | None:
    """Other spellings and words readers search by, folded."""
    return fold(what or text("entry.spellings"), tag("p", text("list.comma").join(words))) if words else None


def named_on(context: Context, id_: str) -> Markup | None:
    """The points on which claims name a record: a line that says how many, the points folded."""
    claims = told_of(context.dossier, id_)
    on = list(dict.fromkeys(claim.point for claim in claims))
    if not on:
        return None
    links = join((link(context, point, context.dossier.points[point].title) for point in on), " · ")
    points = text("count.questions", count=len(on))
    return fold(text("entry.named", count=len(claims), questions=points), tag("p", links))


def way_back(context: Context, *steps: Markup) -> Markup:
    """Where a made page stands: the dossier, then the links given."""
    home = tag("a", context.dossier.about.title, href=context.page(""))
    return tag("nav", join([home, *steps], " › "), class_="way-back", aria_label=text("way-back"))


def marks(context: Context, ids: Iterable[str]) -> Markup:
    """The marks of claims in a row."""
    return mark.marks(context, (context.dossier.claims[id_] for id_ in ids))
