"""The record to take along: as data, as a table, and as references for those who cite it.

Everything is in the order of the record and dated by its edition, so that equal records make equal files.
"""

from __future__ import annotations

import csv
import io
import json
import posixpath
import re
from collections.abc import Iterable, Iterator
from pathlib import Path, PurePath
from typing import Any

import yaml
from markupsafe import Markup

from .. import locale
from ..analysis.status import status
from ..record import figures
from ..record.addresses import address
from ..record.dates import When
from ..record.dossier import Dossier
from ..record.model import UNKNOWN, Claim, Source
from ..render.context import Context
from ..render.html import tag
from ..render.text import full_name, plain
from ..render.way import passage_url

FOLDER = "exports"
LICENCE = "CC-BY-4.0"
MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_LATEX = {"\\": r"\textbackslash{}", "~": r"\textasciitilde{}", "^": r"\textasciicircum{}"}
_LATEX |= {character: "\\" + character for character in "{}$&#%_"}


# What a reader is told each file is.
FILES = {
    "record.json": "the whole record (JSON)",
    "claims.csv": "all claims as a table (CSV)",
    "dossier.bib": "this dossier as a reference (BibTeX)",
    "dossier.csl.json": "the same (CSL-JSON)",
    "sources.bib": "every source as a reference (BibTeX)",
    "sources.csl.json": "the same (CSL-JSON)",
}
PLACE = "<!--exports-->"


def write(site: Path, dossier: Dossier) -> list[Path]:
    """Write all downloads into a built site, and links to them where pages have a place for it; the paths written."""
    folder = site / FOLDER
    folder.mkdir(parents=True, exist_ok=True)
    texts = {
        "record.json": _json(record(dossier)),
        "claims.csv": claims_table(dossier),
        "dossier.bib": _bibtex([dossier_reference(dossier)]),
        "dossier.csl.json": _json([dossier_reference(dossier)]),
        "sources.bib": _bibtex(source_references(dossier)),
        "sources.csl.json": _json(list(source_references(dossier))),
    }
    for name, text in texts.items():
        (folder / name).write_text(text, "utf-8", newline="")
    for page in sorted(site.rglob("*.html")):
        text = page.read_text("utf-8")
        if PLACE in text:
            page.write_text(text.replace(PLACE, _links(page.relative_to(site).parent)), "utf-8")
    return [folder / name for name in texts]


def _links(page: PurePath) -> Markup:
    """The list of downloads, with links from a page in this folder of the site."""
    to = posixpath.relpath(FOLDER, page.as_posix())
    return tag("ul", [tag("li", tag("a", what, href=f"{to}/{name}")) for name, what in FILES.items()], class_="exports")


# The record


def record(dossier: Dossier) -> dict[str, Any]:
    """The whole record as data: what is written, and the text of claims with their figures filled in."""
    kinds: dict[str, Any] = {
        kind: {id_: entry.model_dump(mode="json", exclude_defaults=True) for id_, entry in entries.items()}
        for kind, entries in dossier.kinds.items()
    }
    for claim in dossier.claims.values():
        kinds["claims"][claim.id]["text"] = text_of(dossier, claim)
    return {"dossier": dossier.about.model_dump(mode="json", exclude_defaults=True), **kinds}


def text_of(dossier: Dossier, claim: Claim) -> str:
    """What a claim says as plain text."""
    return plain(Context(dossier), claim.says, claim.figures)


def claims_table(dossier: Dossier) -> str:
    """All claims as CSV, point by point in reading order."""
    out = io.StringIO()
    rows = [_row(dossier, claim) for claims in dossier.claims_on.values() for claim in claims]
    writer = csv.DictWriter(out, fieldnames=list(rows[0]) if rows else ["id"], lineterminator="\r\n")
    writer.writeheader()
    writer.writerows({name: _cell(value) for name, value in row.items()} for row in rows)
    return out.getvalue()


def _row(dossier: Dossier, claim: Claim) -> dict[str, str]:
    context = Context(dossier)
    source = dossier.sources[claim.source]
    point = dossier.points[claim.point]

    def names(ids: Iterable[str]) -> str:
        return "; ".join(full_name(context, id_) for id_ in ids)

    return {
        "id": claim.id,
        "link": permalink(dossier, claim.id),
        "topic": point.topic,
        "point": point.id,
        "question": point.question,
        "standing": status(dossier, point.id).kind,
        "text": text_of(dossier, claim),
        "figures": "; ".join(
            f"{name}: {figures.text_of(figure, dossier.about.units, with_unit=True)}"
            for name, figure in claim.figures.items()
        ),
        "by": "unclear" if claim.by == "unclear" else names(claim.by),
        "party": names(dossier.parties_of(claim)),
        "voice": claim.voice,
        "act": claim.act,
        "of": names(claim.of),
        "through": UNKNOWN if claim.chain == UNKNOWN else names(claim.chain),
        "outlet": full_name(context, source.outlet),
        "title": source.title,
        "address": UNKNOWN if source.url == UNKNOWN else passage_url(source.url, claim.passage),
        "place": dossier.place_in_words(claim.source, claim.place),
        "date": _iso(claim.date),
        "published": _iso(source.date),
        "occasion": UNKNOWN if claim.occasion == UNKNOWN else full_name(context, claim.occasion),
    }


def _cell(value: str) -> str:
    """A text as a spreadsheet shows it; one that begins like a formula is marked as text."""
    return f"'{value}" if value[:1] in ("=", "+", "-", "@", "\t") else value


def permalink(dossier: Dossier, id_: str) -> str:
    """Where an entry stands: its full address where the site has one, else its path from the site's root."""
    path = str(address(dossier, id_))
    return f"{dossier.about.site_url.rstrip('/')}/{path}" if dossier.about.site_url else path


# References, as CSL-JSON items; BibTeX is made from these


def dossier_reference(dossier: Dossier) -> dict[str, Any]:
    """How to cite the dossier."""
    about = dossier.about
    item = {
        "id": "dossier",
        "type": "webpage",
        "title": about.title,
        "author": [{"literal": locale.text("about.authors")}],
        "edition": str(about.edition.number),
        "issued": _issued(about.edition.date),
        "language": about.language,
        "URL": about.site_url,
    }
    return _known(item)


def source_references(dossier: Dossier) -> Iterator[dict[str, Any]]:
    """How to cite each source, in the order of the record."""
    for source in dossier.sources.values():
        yield _source_reference(dossier, source)


def _source_reference(dossier: Dossier, source: Source) -> dict[str, Any]:
    outlet = dossier.outlets[source.outlet].name
    item = {
        "id": source.id,
        "type": "article-newspaper",
        "title": source.title if source.title != UNKNOWN else f"Page of {outlet}, title not recorded",
        "container-title": outlet,
        "issued": _issued(source.date) if isinstance(source.date, When) else None,
        "language": source.language,
        "URL": source.url if source.url != UNKNOWN else None,
        "archive_location": source.archived if source.archived != UNKNOWN else None,
        "accessed": _issued(source.seen) if source.seen else None,
    }
    return _known(item)


def _known(item: dict[str, Any]) -> dict[str, Any]:
    """Without what is not known: no date, title or address is made up."""
    return {name: value for name, value in item.items() if value}


def _issued(when: When) -> dict[str, Any]:
    """A date as CSL holds it: one or two lists of year, month, day, as many as are known."""
    return {"date-parts": [[int(part) for part in end[:10].split("-")] for end in when.ends]}


def _iso(when: When | str) -> str:
    return when.text if isinstance(when, When) else when


def _bibtex(items: Iterable[dict[str, Any]]) -> str:
    return "\n".join(_bibtex_entry(item) for item in items)


def _bibtex_entry(item: dict[str, Any]) -> str:
    fields = {
        "title": f"{{{_latex(item['title'])}}}",
        "author": f"{{{_latex(item['author'][0]['literal'])}}}" if "author" in item else None,
        "organization": _latex(item["container-title"]) if "container-title" in item else None,
        "edition": item.get("edition"),
        "language": item["language"],
        "url": re.sub(r"[{}\\\s]", "", item["URL"]) if "URL" in item else None,
    }
    date = item.get("issued", {}).get("date-parts", [[]])[0]
    fields |= dict(zip(("year", "month", "day"), map(str, date), strict=False))
    lines = [f"  {name} = {{{value}}}," for name, value in fields.items() if value and name != "month"]
    if "month" in fields:
        lines.append(f"  month = {MONTHS[int(str(fields['month'])) - 1]},")
    return "\n".join([f"@misc{{{item['id']},", *lines, "}"]) + "\n"


def _latex(text: str) -> str:
    return "".join(_LATEX.get(character, character) for character in " ".join(text.split()))


def _json(data: object) -> str:
    return json.dumps(data, ensure_ascii=False, indent=1) + "\n"


# The file that code hosts read


def citation_file(dossier: Dossier) -> str:
    """CITATION.cff, as it stands beside the record."""
    about = dossier.about
    fields = {
        "cff-version": "1.2.0",
        "message": "If you use this dossier, please cite it as below, and the sources it names for what they say.",
        "type": "dataset",
        "title": about.title,
        "abstract": plain(Context(dossier), about.summary),
        "authors": [{"name": locale.text("about.authors")}],
        "version": str(about.edition.number),
        "date-released": about.edition.date.last.isoformat(),
        "license": LICENCE,
        "url": about.site_url,
    }
    known = {name: value for name, value in fields.items() if value}
    return "# Made from the record by `python -m macros citation`.\n" + yaml.safe_dump(
        known, sort_keys=False, allow_unicode=True, width=110
    )
