"""The permanent address of every record: the page it stands on and its anchor there. Known nowhere else."""

from __future__ import annotations

from dataclasses import dataclass

from .dossier import Dossier

# The page on which all records of a kind stand, each with an anchor of its own.
PAGES = {
    "parties": "participants/",
    "events": "timeline/",
    "places": "places/",
    "terms": "glossary/",
    "corrections": "method/",
}
POINTS = "points/"
PEOPLE = "people/"
OUTLETS = "outlets/"
LINE_BY_LINE = "line-by-line/"


@dataclass(frozen=True)
class Address:
    """A page by its address from the site's root ('' is Home), and an anchor on it ('' is its top)."""

    page: str
    anchor: str = ""

    def __str__(self) -> str:
        return f"{self.page}#{self.anchor}" if self.anchor else self.page


def address(dossier: Dossier, id_: str) -> Address:
    """Where a record stands. Raises KeyError for an id that is not in the record."""
    kind = dossier.kind_of[id_]
    if kind in PAGES:
        return Address(PAGES[kind], id_)
    if kind == "points":
        return Address(f"{POINTS}{id_}/")
    if kind == "claims":
        return Address(f"{POINTS}{dossier.claims[id_].point}/", id_)
    if kind == "quotations":
        return Address(f"{POINTS}{dossier.claims[dossier.quotations[id_].claims[0]].point}/", id_)
    if kind == "comparisons":
        return Address(f"{POINTS}{dossier.claims[dossier.comparisons[id_].claims[0]].point}/", id_)
    if kind == "people":  # who neither speaks nor is quoted has a line on the page of all
        return Address(f"{PEOPLE}{id_}/") if id_ in dossier.speakers else Address(PEOPLE, id_)
    if kind == "sources":
        return Address(f"{OUTLETS}{dossier.sources[id_].outlet}/", id_)
    if kind == "sentences":  # at its paragraph
        sentence = dossier.sentences[id_]
        return Address(lines(dossier, sentence.source), sentence.place)
    return Address(f"{OUTLETS}{id_}/")


def lines(dossier: Dossier, source: str) -> str:
    """The page on which a primary source stands line by line: its own, below the index, where there are several."""
    return LINE_BY_LINE if len(dossier.about.primary) == 1 else f"{LINE_BY_LINE}{source}/"


def against(one: str, other: str) -> str:
    """The page on which two outlets stand against each other; the same whichever is named first."""
    first, second = sorted((one, other))
    return f"{OUTLETS}{first}/{second}/"
