"""What a slip in writing YAML comes to, in an author's words: a text that needed quotation marks, a tab, a comma."""

from __future__ import annotations

import re
import unicodedata

Words = tuple[str, str]

_VALUE = re.compile(r"\s*(?:- )*(?:[^\s:#\"'{\[]+:\s+)?(.*)")
# What no plain text begins with, by what closes it.
_CLOSED_BY = {"{": "}", "[": "]", '"': '"', "'": "'", "@": "", "`": "", "%": ""}

# Small letters of Cyrillic and Greek that look like Latin ones.
_ALIKE = str.maketrans("авеоикмнрстухіјѕαεικνορτυχ", "abeoukmhpctyxijsaeikvoptux")


def explained(problem: str, text: str, line: int) -> Words:
    """What is wrong on a line of a text that is no YAML, counted from 0, by what its reader says; and what to write."""
    message, hint = _explained(problem, text.split("\n"), line)
    return f"not valid YAML: {message}", hint


def _explained(problem: str, lines: list[str], line: int) -> Words:
    here, before = (lines[at] if 0 <= at < len(lines) else "" for at in (line, line - 1))
    if "\t" in here[: len(here) - len(here.lstrip())]:
        return "a tab stands in front", "indent with blanks"
    if "quoted scalar" in problem:
        return "a quotation mark does not close", "close the text that begins here"
    if "mapping values are not allowed" in problem and ": " in _value(here):
        return "a text with a colon and a blank in it stands without quotation marks", _quote(here)
    for each in (here, before):
        value = _value(each)
        closing = _CLOSED_BY.get(value[:1])
        if value[:1] in "{[" and closing and closing not in value:
            return "a bracket does not close", "close it; a text that begins with one stands in quotation marks"
        if closing is not None and not (closing and value.rstrip(",").endswith(closing)):
            return f"a text begins with {value[0]}, which no plain text does", _quote(each)
    if "mapping values are not allowed" in problem:
        return "this line is further in than the one above", "check indentation here"
    return problem, "check indentation and quotes here"


def _value(line: str) -> str:
    """What stands on a line behind its key."""
    match = _VALUE.fullmatch(line)
    return match[1].strip() if match else ""


def numbers(name: str, value: object) -> Words | None:
    """A number without a value where a field belongs is what stands behind a comma: `1,000` within braces."""
    if value is None and name.isdigit() and name.isascii():
        hint = "write 1000 without a comma, and decimals with a point: 12.5"
        if len(name) != 3:
            hint = "decimals stand behind a point: 12.5"
        return f"a comma stands in a number: {name} is read as a field of its own", hint
    return None


def as_id(text: str) -> str:
    """The id that was probably meant with a text that is none: `Ada_North` and letters that look like it; or ''."""
    plain = unicodedata.normalize("NFKD", text.casefold().translate(_ALIKE))
    found = re.sub(r"[\s_.\-‐-―]+", "-", "".join(sign for sign in plain if not unicodedata.combining(sign)))
    return found.strip("-") if re.fullmatch("-?[a-z0-9]+(-[a-z0-9]+)*-?", found) and len(found) <= 60 else ""


def _quote(line: str) -> str:
    """How the line is written with quotation marks, where that is short enough to show."""
    match = re.fullmatch(r"\s*((?:- )*[^\s:#]+:\s+)(.*?)\s*", line)
    if match is None or len(line) > 80 or '"' in match[2] or "\\" in match[2]:
        return "put the whole text in quotation marks"
    return f'put the whole text in quotation marks: {match[1]}"{match[2]}"'
