"""References as BibTeX, whatever a title holds."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
# BibTeX counts braces, also those behind a backslash: a title with one of a pair would run on to the end of the file.
_LATEX = {
    "\\": r"\textbackslash{}",
    "{": r"\textbraceleft{}",
    "}": r"\textbraceright{}",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
    **{character: "\\" + character for character in "$&#%_"},
}


def bibtex(items: Iterable[dict[str, Any]]) -> str:
    """CSL-JSON items as one BibTeX file."""
    return "\n".join(_entry(item) for item in items)


def _entry(item: dict[str, Any]) -> str:
    fields = {
        "title": f"{{{_latex(item['title'])}}}",
        "author": f"{{{_latex(item['author'][0]['literal'])}}}" if "author" in item else None,
        "organization": _latex(item["container-title"]) if "container-title" in item else None,
        "edition": item.get("edition"),
        "language": item["language"],
        "url": _address(item["URL"]) if "URL" in item else None,
    }
    date = item.get("issued", {}).get("date-parts", [[]])[0]
    fields |= dict(zip(("year", "month", "day"), map(str, date), strict=False))
    lines = [f"  {name} = {{{value}}}," for name, value in fields.items() if value and name != "month"]
    if "month" in fields:
        lines.append(f"  month = {MONTHS[int(str(fields['month'])) - 1]},")
    return "\n".join([f"@misc{{{item['id']},", *lines, "}"]) + "\n"


def _latex(text: str) -> str:
    return "".join(_LATEX.get(character, character) for character in " ".join(text.split()))


def _address(url: str) -> str:
    """An address as it stands, but for what would end the field or begin a command."""
    return re.sub(r"[{}\\]", lambda match: f"%{ord(match[0]):02X}", url)
