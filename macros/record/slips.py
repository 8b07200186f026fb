"""What a slip in writing YAML comes to, in an author's words: a text that needed quotation marks, a tab, a comma.

A reader stops where it can no longer go on, which may be lines behind the slip: each kind of slip finds its own place.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from ..locale.casing import without_marks

Words = tuple[str, str]


@dataclass(frozen=True)
class Stop:
    """Where a reader of YAML stops, by the characters of the text.

    `says` are its words; what it was reading began at `began`; `last` is where the last value it read begins and ends.
    """

    text: str
    says: str
    at: int
    began: int
    last: tuple[int, int]

    def line(self, at: int) -> str:
        """The line that a character stands on."""
        return self.before(at) + self.text[at:].partition("\n")[0]

    def before(self, at: int) -> str:
        """What stands on its line before a character."""
        return self.text[self.text.rfind("\n", 0, at) + 1 : at]


Slip = tuple[int, str, str]

_VALUE = re.compile(r"\s*(?:- )*(?:[^\s:#\"'{\[]+:\s+)?(.*)")
# What no plain text begins with, by what closes it.
_CLOSED_BY = {"{": "}", "[": "]", '"': '"', "'": "'"} | dict.fromkeys("@`%&*|>?,", "")
_CONFLICT = re.compile(r"^(?:[<>]{7}(?: .*)?|={7})$", re.MULTILINE)
_ESCAPE = re.compile(r"\\(?:[xuU][0-9A-Fa-f]*|.?)")
# A field or an item of a list within a text that a quotation mark began: it was meant to end above.
_WITHIN = re.compile(r"\n *(?:- |(?:- )*[\w-]+:(?:\s|$))")
_WITHIN_BRACES = re.compile(r", *[\w-]+: |\n")
_TWO_COLONS = re.compile(r":\s.*:(?:\s|$)")
THOUSANDS = 3  # digits behind the comma of a number such as 1,000
GLUED = re.compile(r"([\w-]+):(\S.*)")
_UNLIKE_COLON = re.compile(r"([\w-]+)\s*[;=]\s*(\S.*)")

# Small letters of Cyrillic and Greek that look like Latin ones.
_ALIKE = str.maketrans("авеоикмнрстухіјѕαεικνορτυχ", "abeoukmhpctyxijsaeikvoptux")


def explained(stop: Stop) -> tuple[int, str, str]:
    """The line of what is wrong in a text that is no YAML, counted from 1, what it is, and what to write."""
    at, message, hint = next(slip for find in _SLIPS if (slip := find(stop)))
    return stop.text.count("\n", 0, at) + 1, f"not valid YAML: {message}", hint


def _conflict(stop: Stop) -> Slip | None:
    if not (found := _CONFLICT.search(stop.text)):
        return None
    hint = "keep what is right of the two, and take out the lines that git put in (`<<<<<<<`, `=======`, `>>>>>>>`)"
    return found.start(), "an unresolved merge", hint


def _tab(stop: Stop) -> Slip | None:
    here = stop.line(stop.at)
    if "\t" not in here[: _indent(here)]:
        return None
    return stop.at, "a tab stands in front", "indent with blanks"


def _escape(stop: Stop) -> Slip | None:
    """A backslash in double quotation marks, before what it gives no other meaning to."""
    at = stop.text.rfind("\\", 0, stop.at + 1)
    if at < 0 or not ("escape" in stop.says or "hexdecimal" in stop.says or "hexadecimal" in stop.says):
        return None
    escape = _ESCAPE.match(stop.text, at)
    sign = escape[0] if escape else "\\"
    plain = sign[1:2] and not sign[1:2].isalnum()
    hint = f"write `{sign[1:]}`" if plain else r"for a backslash write two, `\\`"
    return at, f"`{sign}` is no escape", hint


def _quotation(stop: Stop) -> Slip | None:
    """A quotation mark too few or too many: the text that it leaves open ends where another begins."""
    start, end = stop.last
    mark = stop.text[start : start + 1]
    if mark and mark in "\"'" and (end == stop.began or not stop.text[end : stop.at].strip()):
        within = _WITHIN_BRACES if "flow" in stop.says else _WITHIN
        if within.search(stop.text, start, end):
            return _not_closed(start)
        rest = stop.text[end:].partition("\n")[0]
        if rest.startswith(mark) or rest.rstrip(" ]},").endswith(mark):
            return _mark_within(end, mark)
    if "quoted scalar" not in stop.says:
        return None
    mark = stop.text[stop.began]
    before = stop.text[max(stop.began - 1, 0) : stop.began]
    return _mark_within(stop.began, mark) if before == mark else _not_closed(stop.began)


def _not_closed(at: int) -> Slip:
    return at, "a quotation mark does not close", "close the text that begins here"


def _mark_within(at: int, mark: str) -> Slip:
    written = "double it" if mark == "'" else 'write it as `\\"`'
    return at, "a quotation mark within a text ends it", f"put the other kind around the whole text, or {written}"


def _list_behind(stop: Stop) -> Slip | None:
    if "sequence entries" not in stop.says:
        return None
    message = "a list begins on the line of its field"
    return stop.at, message, "begin it on the next line, or put it in brackets; where it is a text, in quotation marks"


def _name(stop: Stop) -> Slip | None:
    """A line that has no field's name with its colon and a blank."""
    at = stop.began
    if "simple key" not in stop.says:
        at, end = stop.last
        is_first = not stop.before(at).strip(" -")
        if "mapping values" not in stop.says or end != stop.at or "\n" not in stop.text[at:end] or not is_first:
            return None
    words = stop.line(at).strip().removeprefix("- ")
    return at, *(without_blank(words) or _no_colon(words))


def without_blank(words: str) -> Words | None:
    """That a field is written without a blank after its colon; None where it is not."""
    if not (glued := GLUED.fullmatch(words)):
        return None
    return "a blank is missing after the colon", f"write `{glued[1]}: {glued[2]}`"


def _no_colon(words: str) -> Words:
    message = "a colon and a blank are missing after the name of a field"
    if other := _UNLIKE_COLON.fullmatch(words):
        return message, f"write `{other[1]}: {other[2]}`"
    return message, "write `field: value`; a text that goes on here stands further in than its field"


def _bracket(stop: Stop) -> Slip | None:
    """A bracket that is still open where the next field or entry begins, or closes what none has opened."""
    if "flow" not in stop.says:
        hint = "take it out; a text with brackets in it stands in quotation marks"
        is_closing = stop.text[stop.at : stop.at + 1] in ("]", "}")
        return (stop.at, "a bracket closes that nothing opened", hint) if is_closing else None
    opens = _opening(stop.text, stop.at)
    is_below = "\n" in stop.text[opens : stop.at] and _indent(stop.line(stop.at)) <= _indent(stop.line(opens))
    if is_below or not stop.text[stop.at :].strip():
        hint = "close it; a text that begins with one stands in quotation marks"
        return opens, "a bracket does not close", hint
    return None


def _opening(text: str, at: int) -> int:
    """Where the bracket stands that is still open at a place."""
    closed = 0
    for found in re.finditer(r"[\[\]{}]", text[:at][::-1]):
        closed += 1 if found[0] in "]}" else -1
        if closed < 0:
            return at - found.end()
    return at


def _colon(stop: Stop) -> Slip | None:
    here = stop.line(stop.at)
    if "mapping values" not in stop.says or not _TWO_COLONS.search(here):
        return None
    return stop.at, "a text with a colon and a blank in it stands without quotation marks", _quote(here)


def _sign(stop: Stop) -> Slip | None:
    here = stop.line(stop.at)
    value = _value(here)
    closing = _CLOSED_BY.get(value[:1])
    if closing is None or (closing and value.rstrip(",").endswith(closing)):
        return None
    return stop.at, f"a text begins with {value[0]}, which no plain text does", _quote(here)


def _comma(stop: Stop) -> Slip | None:
    if "flow" not in stop.says:
        return None
    hint = "a text with a comma, colon, bracket or quotation mark in it stands in quotation marks"
    return stop.at, "a comma or a bracket is missing here, or too many", hint


def _indentation(stop: Stop) -> Slip | None:
    if "mapping values" in stop.says:
        return stop.at, "this line is further in than the one above", "check indentation here"
    is_first = not stop.before(stop.at).strip()
    if is_first and "expected" in stop.says:
        return stop.at, "this line is indented otherwise than those it belongs to", "check indentation here"
    return None


def _anything(stop: Stop) -> Slip:
    return stop.at, stop.says, "check indentation and quotes here"


_SLIPS: tuple[Callable[[Stop], Slip | None], ...] = (
    _conflict,
    _escape,
    _quotation,
    _tab,
    _list_behind,
    _name,
    _bracket,
    _colon,
    _sign,
    _comma,
    _indentation,
    _anything,
)


def without_colon(name: str) -> Words:
    """What a name without a colon comes to, among fields in braces: it follows a comma that was meant otherwise."""
    if name.isdigit() and name.isascii():
        hint = "write 1000 without a comma, and decimals with a point: 12.5"
        if len(name) != THOUSANDS:
            hint = "decimals stand behind a point: 12.5"
        return f"a comma stands in a number: {name} is read as a field of its own", hint
    message = f"a comma stands before {name!r}, which is read as a field of its own"
    return without_blank(name) or (message, "put a text with a comma in it in quotation marks")


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip())


def _value(line: str) -> str:
    """What stands on a line behind its key."""
    match = _VALUE.fullmatch(line)
    return match[1].strip() if match else ""


def as_id(text: str) -> str:
    """The id that was probably meant with a text that is none: `Ada_North` and letters that look like it; or ''."""
    found = re.sub(r"[\s_.\-‐-―]+", "-", without_marks(text.casefold().translate(_ALIKE)))
    return found.strip("-") if re.fullmatch("-?[a-z0-9]+(-[a-z0-9]+)*-?", found) and len(found) <= 60 else ""


def _quote(line: str) -> str:
    """How the line is written with quotation marks, where that is short enough to show."""
    match = re.fullmatch(r"\s*((?:- )*[^\s:#]+:\s+)(.*?)\s*", line)
    if match is None or len(line) > 80 or '"' in match[2] or "\\" in match[2]:
        return "put the whole text in quotation marks"
    return f'put the whole text in quotation marks: {match[1]}"{match[2]}"'
