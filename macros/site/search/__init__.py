"""The search index of a built site: scripts, since a page read from a folder may load scripts and nothing else.

What becomes a result and which words it is found by is decided here; how a query is read and results are ranked is the
browser's part (docs/assets/javascripts/search/). What the browser says to a reader is handed over with the index.
"""

from __future__ import annotations

import gzip
import json
import re
import unicodedata
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from anyascii import anyascii

from ...locale import catalog, text
from ...record.addresses import address
from ...record.dates import When
from ...record.dossier import Dossier
from .prose import sections
from .record import results, script
from .result import Result, told_apart
from .usual import usual

__all__ = ["BETWEEN", "Result", "about", "columns", "on_pages", "results", "write"]

FOLDER = "search"
FILE = f"{FOLDER}/index.js"
USUAL = f"{FOLDER}/usual.js"
THEIRS = f"{FOLDER}/search_index.json"
# Bytes, compressed: what a reader on a slow line (0.5 Mbit/s) waits a second for, less what the names of scripts get.
SHARD = 60_000 - 100
SAID = (
    *("one", "other", "accounts.one", "accounts.other", "side", "silence", "none", "strange", "nearest", "unmet"),
    *("silent", "asking", "comparing", "counting", "office"),
)
ELSEWHERE = ("silent", "asking", "counting", "office")  # what a browser knows of other languages
# Texts that stand one below the other are one text, which compresses better; no text has the sign between them.
BETWEEN, WITHIN = "\x7f", "|"
ITSELF = "="  # a name that is the title
CALLED = "~"  # in an address, what the thing is called, as addresses are written; in an anchor, before a word's number
ON_PAGES = ("back", "beside", "found", "more", "failed")
# What is alike stands near, since what compresses a script looks back no further than 32 kB.
FIELDS = ("names", "title", "heading", "teaser", "also", "address", "page", "sides", "weight", "kind")
KINDS = ("question", "person", "body", "unnamed", "party", "place", "event", "term", "outlet", "page")


def write(site: Path, dossier: Dossier) -> None:
    """Write the index of a built site into it, in place of the theme's: one script, or several where one is too long.

    The first says what the others are called. For readers who type more than a few words, other readers' ways to ask
    for a claim are a script of their own; for those who type a word that nobody here knows, so are what is asked in
    each other language, the names in other scripts and the usual words of the dossier's own language. Each script hands
    what it has to `window.dossierIndex`.
    """
    (site / FOLDER).mkdir(exist_ok=True)
    (site / THEIRS).unlink(missing_ok=True)
    found = told_apart([*results(dossier), *sections(site, dossier)])
    asked = in_other_words(found, dossier.about.language)
    own = _asked_in(dossier.about.language)
    head = {
        "words": words(),
        "language": dossier.about.language,
        "about": about(dossier, found),
        "own": [name for name in asked if name == own],
        "asked": [name for name in asked if name != own],
    }
    first, *rest = shards(found, head=head)
    more = {f"{FOLDER}/index-{number}.js": columns(shard) for number, shard in enumerate(rest, 2)}
    for name, shard in {FILE: {**head, "more": list(more), **columns(first)}, **more, **asked}.items():
        (site / name).write_text(_script(shard), "utf-8")


def about(dossier: Dossier, found: Sequence[Result]) -> dict[str, object]:
    """What the whole dossier is about and all its questions are on: an event, where and on which day it was.

    Gives the numbers of the results for the event and for the places around it, below a country; the day as MM/DD; the
    outlets whose articles the dossier is on, as a claim's line names them.
    """
    event = dossier.events[dossier.about.event]
    places = [place.id for place in dossier.around(event.where) if not dossier.is_country(place)]
    outlets = {dossier.outlets[dossier.sources[id_].outlet].short for id_ in dossier.about.primary}
    own = {str(address(dossier, id_)) for id_ in (event.id, *places)}
    day = event.when.first if isinstance(event.when, When) and event.when.precision in ("day", "instant") else None
    return {
        "results": [number for number, result in enumerate(found) if result.address in own],
        "day": f"{day:%m/%d}" if day else "",
        "outlets": sorted(outlets),
    }


def in_other_words(found: Sequence[Result], language: str) -> dict[str, Mapping[str, object]]:
    """The scripts of other words than pages have, by name: one a language, one of names, one of usual words."""
    asked = [(number, *each) for number, result in enumerate(found) for each in result.asked]
    scripts: dict[str, Mapping[str, object]] = {}
    for theirs in dict.fromkeys(each[1] for each in asked):
        others = [each for each in asked if each[1] == theirs]
        said = {"others": others, "little": little(theirs) if theirs != language else {}}
        scripts[_asked_in(theirs)] = {**said, "letters": letters(said)}
    if common := unwritten(usual(language), found):
        scripts[USUAL] = {"usual": " ".join(common)}
    return scripts


def _asked_in(language: str) -> str:
    return f"{FOLDER}/asked-{language or 'names'}.js"


def on_pages() -> dict[str, str]:
    """What is said on the page that a search leads to, where the index is not loaded; by the names of attributes."""
    later = {name: f"{{{name}}}" for name in ("query", "who", "says", "number")}  # filled in there
    return {f"data-{key}": text(f"search.{key}", count=None, **later) for key in ON_PAGES}


def unwritten(usual: Sequence[str], found: Sequence[Result]) -> list[str]:
    """Those of some words that no result has as they stand: the others a browser knows already."""
    written = {word for result in found for said in result.searched() for word in re.findall(r"\w+", said.lower())}
    return [word for word in usual if word not in written]


def little(language: str) -> dict[str, dict[str, str]]:
    """The words that say nothing, or only ask, in a language in which something is asked, if it has a catalog."""
    found = catalog(language).messages if language else {}
    return {language: {key: found[f"search.{key}"][0] for key in ELSEWHERE}} if "search.silent" in found else {}


def letters(said: object) -> dict[str, str]:
    """How the letters in some texts are written in Latin ones, those of other scripts: "щ": "shch".

    Who has no keys for a script types it so; anyascii has one Latin spelling for each sign of Unicode. Letters are
    without case and marks, as the browser compares them.
    """
    text_ = unicodedata.normalize("NFKD", json.dumps(said, ensure_ascii=False).lower())
    signs = sorted({sign for sign in text_ if script(sign) not in ("", "LATIN")})
    return {sign: anyascii(sign).lower() for sign in signs}


def words() -> dict[str, str]:
    """What the browser says to a reader, or listens for; it fills in the names in braces."""
    as_they_are: dict[str, Any] = {
        name: f"{{{name}}}" for name in ("number", "party", "says", "query", "results", "words")
    }
    return {
        **{f"kind.{kind}": text(f"search.kind.{kind}") for kind in KINDS},
        **{key: text(f"search.{key}", **as_they_are) for key in SAID},
    }


def shards(
    found: Sequence[Result], longest: int = SHARD, head: Mapping[str, object] | None = None
) -> list[Sequence[Result]]:
    """Results cut into as few runs as there must be, each with the head of the first at most so many bytes compressed.

    Runs get shorter until all fit; a result that is too long by itself is a run of its own.
    """

    def size(run: Sequence[Result]) -> int:
        return len(gzip.compress(_script({**(head or {}), **columns(run)}).encode(), 6))

    number = max(1, -(-size(found) // longest))
    while True:
        length = -(-len(found) // number)
        runs = [found[start : start + length] for start in range(0, len(found), length)] or [[]]
        if length <= 1 or all(size(run) <= longest for run in runs):
            return runs
        number += 1


def columns(found: Sequence[Result]) -> dict[str, object]:
    """Results as a script holds them: field by field, then the claims of all of them, part by part.

    What is alike stands together, and a name is not written where it stands anyway: that of a thing in its address, and
    who says it and in which outlet in the anchor of a claim. The browser makes rows of it again. What a result is
    called in other languages is written apart.
    """
    by_field: dict[str, list[Any]] = {name: [getattr(result, name) for result in found] for name in FIELDS}
    by_field["address"] = [_address(result) for result in found]
    by_field["also"] = [WITHIN.join(result.also) for result in found]
    by_field["names"] = [_names(result) for result in found]
    by_field["sides"] = [WITHIN.join(f"{party}{WITHIN}{_number(at)}" for party, at in result.sides) for result in found]
    by_field["claims"] = [len(result.claims) for result in found]
    said = [
        (
            f"{_anchor(_short(anchor, result), f'{line} {says}')}{WITHIN}{line}",
            says,
            quoted,
            _number(side),
            WITHIN.join(map(str, against)),
        )
        for result in found
        for anchor, line, says, quoted, side, against in result.claims
    ]
    return {
        "results": {name: _column(values) for name, values in by_field.items()},
        "said": [_column(values) for values in zip(*said, strict=True)],
    }


def _number(at: int) -> str:
    return "" if at < 0 else str(at)


def _column(values: Sequence[Any]) -> str | Sequence[Any]:
    return BETWEEN.join(values) if values and all(isinstance(each, str) for each in values) else values


def _names(result: Result) -> str:
    return WITHIN.join(ITSELF if name == result.title else name for name in result.names)


def _address(result: Result) -> str:
    """An address with a sign for what its thing is called: `people/~/` for `people/vane/` of Vane."""
    called = re.sub("[^a-z0-9]+", "-", (result.names[0] if result.names else result.title).lower()).strip("-")
    return re.sub(rf"(?<![\w-]){called}(?![\w-])", CALLED, result.address, count=1) if called else result.address


def _anchor(anchor: str, told: str) -> str:
    """An anchor with the numbers of its words in what is told: `-~0-~2` for `-vane-gazette` of `Vane in Gazette …`."""
    words = re.findall("[a-z0-9]+", told.lower())
    return "-".join(f"{CALLED}{words.index(part)}" if part in words else part for part in anchor.split("-"))


def _short(anchor: str, result: Result) -> str:
    """An anchor without the name of its question, where it begins with it: `-vane-post` for `length-vane-post`."""
    name = result.address.partition("#")[0].rstrip("/").rpartition("/")[2]
    return anchor.removeprefix(name) if anchor.startswith(f"{name}-") else anchor


def _script(shard: Mapping[str, object]) -> str:
    return f"window.dossierIndex({json.dumps(shard, ensure_ascii=False, separators=(',', ':'))});\n"
