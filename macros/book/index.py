"""The indexes at the back: people, bodies and places by name, claims by id, each with the pages it stands on."""

from __future__ import annotations

import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Mapping

from markupsafe import Markup

from ..record.dossier import Dossier
from ..record.model import Person
from ..render.html import join, tag
from . import runs
from .chapter import Chapter

NAMES_ID, CLAIMS_ID = "index-names", "index-claims"
NAMES, CLAIMS = "Index of people, bodies and places", "Index of claims by id"
NAMED = ("people", "parties", "places")
BLOCKS = ("p", "li", "dt", "dd", "td", "th", "h2", "h3", "h4", "figcaption", "div", "section")
Places = Mapping[str, list[str]]


def anchor_mentions(chapters: Iterable[Chapter], dossier: Dossier) -> dict[str, list[str]]:
    """The ids of what mentions each name, in reading order: of an entry, or of a paragraph, which gets one for it."""
    found: dict[str, list[str]] = defaultdict(list)
    for chapter in chapters:
        for element in chapter.body.xpath(".//*[@data-card or @id]"):
            own = element.get("id", "").removeprefix(f"{chapter.key}/")
            record = element.get("data-card") or own
            if dossier.kind_of.get(record) in NAMED:
                place = element if own else next(element.iterancestors(*BLOCKS))
                if not place.get("id"):
                    place.set("id", f"{chapter.key}/mention-{len(found)}-{len(found[record])}")
                found[record].append(place.get("id", ""))
            if element.tag == "span" and not own:
                element.drop_tag()
    return found


def names(dossier: Dossier, mentions: Places, pages: Mapping[str, int]) -> Markup:
    """People, bodies, parties and places by name; the name leads to the first page, most often its entry."""
    rows = sorted(((_sorted_name(dossier, id_), ids) for id_, ids in mentions.items()), key=lambda row: _key(row[0]))
    items: list[Markup] = []
    letter = ""
    for name, ids in rows:
        if _key(name)[:1] != letter:
            letter = _key(name)[:1]
            items.append(tag("p", letter.upper(), class_="letter"))
        numbers = runs.text(pages[id_] for id_ in ids)
        items.append(tag("p", tag("a", name, href=f"#{ids[0]}"), runs.GAP, numbers, class_="row"))
    return _section(NAMES_ID, NAMES, items, "names")


def claims(dossier: Dossier, chapters: Iterable[Chapter], pages: Mapping[str, int]) -> Markup:
    """Claims by id, with the page on which the full entry stands."""
    where = {
        id_.rpartition("/")[2]: id_
        for chapter in chapters
        for id_ in chapter.body.xpath(".//article/@id")
        if id_.rpartition("/")[2] in dossier.claims
    }
    items = [
        tag("p", tag("a", id_, href=f"#{id_at}"), runs.GAP, str(pages[id_at]), class_="row")
        for id_, id_at in sorted(where.items())
    ]
    return _section(CLAIMS_ID, CLAIMS, items, "claims")


def _section(id_: str, title: str, items: list[Markup], kind: str) -> Markup:
    columns = tag("div", join(items), class_=f"columns {kind}")
    return tag("section", tag("h1", title), columns, id=id_, class_="chapter index")


def _sorted_name(dossier: Dossier, id_: str) -> str:
    """A person by the name they are known by, with the rest after a comma; others as they are called."""
    entry = dossier.entries[id_]
    name = str(getattr(entry, "name", id_))
    if isinstance(entry, Person) and entry.kind == "person" and name.endswith(f" {entry.short}"):
        return f"{entry.short}, {name.removesuffix(entry.short).strip()}"
    return name


def _key(name: str) -> str:
    """Upper and lower case, and letters with and without marks, stand together."""
    folded = unicodedata.normalize("NFKD", name.casefold())
    return "".join(letter for letter in folded if not unicodedata.combining(letter))
