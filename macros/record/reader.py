"""The one reader of YAML, for every file of the project: a small and strict part of the language.

A value is a text, or where it is written plainly a number, `true`, `false` or nothing; keys are texts. What YAML would
let pass in silence or could blow up is refused: equal keys, a text that `#` cuts off, anchors, tags, two documents, a
nest without end. It goes over a file once for what it holds, and again for line numbers only where something is wrong.
"""

from __future__ import annotations

import re
from contextlib import suppress
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from pathlib import Path
from typing import Any

import yaml
from yaml.representer import SafeRepresenter

from . import tree
from .slips import GLUED, Stop, explained, without_colon

Path_ = tuple[str | int, ...]

# The fast C parser where PyYAML was built with it; the Python one reads the same.
_Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
# YAML 1.2's numbers in the one way everybody writes them: `010`, `1_000`, `1e3`, `.inf` and `on` are texts.
_NUMBER = re.compile(r"[-+]?(?:0|[1-9][0-9]*)(\.[0-9]+)?")
_FIRST = frozenset("-+0123456789")
_WORDS = {"true": True, "false": False, "null": None, "~": None, "": None}
_LONGEST_NUMBER = 30
# A comment behind a plain value: meant where the value is an id, a number, a date or nothing, and a blank follows `#`.
_COMMENT = re.compile(r"\s+(#[^\n]*)")
_MEANT = re.compile(r"(?:[a-z0-9+.~-]\S*|TODO)?\n#(?:\s.*)?")
OR_QUOTE = "write the value out; where it is a text, put it in quotation marks"
_DEEPEST = 50
# What no page, and no XML, can hold; and what turns the direction of all that stands behind it: the site sees to that.
NO_TEXT = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufffe\uffff]")

# What ends a line to YAML, and to no editor: a comment would become a record, and every line below have another number.
_BREAKS = "\x85\u2028\u2029"


@dataclass(frozen=True)
class Fault:
    """Something in a text that is refused: the line, counted from 1, what is wrong, and what to write."""

    line: int
    message: str
    hint: str = ""


class Unreadable(Exception):
    """A text cannot be read at all; `fault` says where and why."""

    def __init__(self, line: int, message: str, hint: str = "") -> None:
        self.fault = Fault(line, message, hint)
        super().__init__(f"line {line}: {message}")


@dataclass
class Read:
    """What a text holds, and what in it is refused: of equal keys the first counts."""

    data: Any = None
    faults: list[Fault] = field(default_factory=list)


def read(text: str, *, lenient: bool = False) -> Read:
    """What a YAML text holds. Raises Unreadable. `lenient` lets pass what MkDocs' settings may hold: anchors, tags."""
    found = Read()
    _Builder(text, found, {} if lenient else None).go()
    return found


def read_file(path: Path, *, lenient: bool = False) -> Read:
    """The same of a file."""
    return read(text_of(path), lenient=lenient)


def text_of(path: Path) -> str:
    """The text of a file. Raises Unreadable."""
    if path.exists() and not path.is_file():
        raise Unreadable(0, "cannot be read: it is no file", "take it out")  # a pipe would let us wait for ever
    try:
        return path.read_text("utf-8-sig")
    except UnicodeDecodeError as error:
        line = error.object[: error.start].count(b"\n") + 1
        raise Unreadable(line, "not UTF-8 text", "save it as UTF-8") from error
    except OSError as error:
        raise Unreadable(0, f"cannot be read: {error.strerror}") from error


def lines_of(text: str) -> dict[Path_, int]:
    """The line, counted from 1, of every key and every item of a list, as far as the text can be read."""
    lines: dict[Path_, int] = {}
    with suppress(Unreadable):
        _Builder(text, Read(), {}, lines).go()
    return lines


def line_of(path: Path, keys: Path_) -> int:
    """The line of what `keys` lead to in a YAML file; of its nearest parent if absent."""
    lines = _lines(path, path.stat().st_mtime_ns) if tree.is_file(path) else {}
    return next((lines[keys[:end]] for end in range(len(keys), 0, -1) if keys[:end] in lines), 1)


@lru_cache(maxsize=64)
def _lines(path: Path, stamp: int) -> dict[Path_, int]:  # noqa: ARG001 (the cache's key)
    return lines_of(path.read_text("utf-8", "replace"))


class Written(float):
    """A number with decimals; it knows with how many it was written."""

    decimals = 0

    @classmethod
    def of(cls, text: str) -> Written:
        """The number of a text such as `12.50`."""
        self = cls(text)
        _, _, behind = text.partition(".")
        self.decimals = len(behind) if behind.isdigit() else 0
        return self


# Whoever writes YAML again writes it as the number that it is.
SafeRepresenter.add_representer(Written, SafeRepresenter.represent_float)


class _Builder:
    """Goes through a text once. The node at hand is put into `container`, under `key` where that is a mapping.

    `anchors` are those met so far, None where there may be none; `lines` is filled where it is given.
    """

    def __init__(
        self, text: str, found: Read, anchors: dict[str, Any] | None, lines: dict[Path_, int] | None = None
    ) -> None:
        self.text, self.found, self.anchors, self.lines = text, found, anchors, lines
        self.top: list[Any] = []
        self.container: Any = self.top
        self.is_mapping = False
        self.key: Any = None  # None: a key comes next
        self.named = 0  # the character behind the last key
        self.column = 0  # of the last key
        self.stack: list[tuple[Any, bool, Any]] = []

    def go(self) -> None:
        """Read the whole text into `found`."""
        steps = {
            yaml.ScalarEvent: self.scalar,
            yaml.MappingStartEvent: self.begin,
            yaml.SequenceStartEvent: self.begin,
            yaml.MappingEndEvent: self.end,
            yaml.SequenceEndEvent: self.end,
            yaml.AliasEvent: self.alias,
            yaml.DocumentStartEvent: self.document,
        }
        if bad := next((sign for sign in _BREAKS if sign in self.text), None):
            line = self.text.count("\n", 0, self.text.index(bad)) + 1
            raise Unreadable(line, f"the character {bad!r} ends a line of YAML where none is seen", "put a blank there")
        event: Any = None
        try:
            for event in yaml.parse(self.text, _Loader):
                if step := steps.get(type(event)):
                    step(event)
        except yaml.YAMLError as error:
            raise Unreadable(*explained(_stop(error, self.text, event))) from error
        self.found.data = self.top[0] if self.top else None

    def scalar(self, event: Any) -> None:
        """A key, or a text, number, truth value or nothing."""
        value = event.value
        if self.is_mapping and self.key is None:
            self.name(value, event)
            return
        if event.implicit[0]:
            if not value and self.key and event.start_mark.index == self.named and self.anchors is None:
                value = self.without_colon(self.key, event)
            else:
                value = self.whole(value, event)
            if value in _WORDS:
                value = _WORDS[value]
            elif value[0] in _FIRST and (number := _NUMBER.fullmatch(value)):
                if len(value) > _LONGEST_NUMBER:
                    raise Unreadable(_line(event), "a number of more than 30 digits")
                value = Written.of(value) if number[1] else int(value)
        if isinstance(value, str) and (bad := NO_TEXT.search(value)):
            raise Unreadable(_line(event), f"the character {bad[0]!r} cannot stand in a text", "take it out")
        self.put(value, event)

    def whole(self, value: str, event: Any) -> str:
        """A plain value; where `#` cuts a text off that is told, and what stands on the line is taken for the text.

        What stands further in on the lines below would go on with the text, and so is cut off as well.
        """
        end = event.end_mark.index
        comment = _COMMENT.match(self.text, end) if self.anchors is None else None
        if comment is None or _MEANT.fullmatch(f"{value}\n{comment[1]}"):
            return value
        at = comment.start(1)
        is_below = "\n" in self.text[end:at]
        column = at - self.text.rfind("\n", 0, at) - 1
        if is_below and column < (self.column + 1 if self.is_mapping else event.start_mark.column):
            return value
        message = "behind a blank and `#` everything is a comment, and the text is cut off there"
        hint = "put the text in quotation marks, or the comment on a line above it"
        self.found.faults.append(Fault(self.text.count("\n", 0, at) + 1, message, hint))
        return value if is_below else f"{value}{comment[0]}".strip()

    def name(self, key: str, event: Any) -> None:
        """A key of the mapping at hand; the second of two equal ones is told, and what stands under it dropped."""
        self.column = event.start_mark.column
        if self.lines is not None:
            self.lines.setdefault((*self.path(), key), _line(event))
        if key in self.container:
            self.key = _DROPPED
            if self.lines is None:
                message = f"the key {key!r} stands twice here (first on line {self.firsts[(*self.path(), key)]})"
                self.found.faults.append(Fault(_line(event), message, "take one out"))
        else:
            self.key = key
        self.named = event.end_mark.index

    def without_colon(self, key: Any, event: Any) -> str:
        """The value of a key that no colon follows, as it was meant where that can be seen; else it is dropped."""
        if key is _DROPPED:
            return ""
        self.found.faults.append(Fault(_line(event), *without_colon(key)))
        glued = GLUED.fullmatch(key)
        self.key = glued[1] if glued and glued[1] not in self.container else _DROPPED
        return glued[2] if glued else ""

    def begin(self, event: Any) -> None:
        """A mapping or a list."""
        inner: Any = {} if type(event) is yaml.MappingStartEvent else []
        if len(self.stack) >= _DEEPEST:
            raise Unreadable(_line(event), "is nested too deep")
        key = self.key
        self.put(inner, event)
        self.stack.append((self.container, self.is_mapping, key))
        self.container, self.is_mapping, self.key = inner, isinstance(inner, dict), None

    def end(self, event: Any) -> None:  # noqa: ARG002 (as the other steps)
        """The end of the mapping or list at hand."""
        self.container, self.is_mapping, _ = self.stack.pop()
        self.key = None

    def alias(self, event: Any) -> None:
        """Something that stands elsewhere in the text."""
        if self.anchors is None:
            raise Unreadable(_line(event), f"*{event.anchor} stands for another place", OR_QUOTE)
        self.put(self.anchors.get(event.anchor), event)

    def document(self, event: Any) -> None:
        """The one document of a text."""
        if self.top:
            raise Unreadable(_line(event), "a second document begins here (---)", "put it into a file of its own")

    def put(self, value: Any, event: Any) -> None:
        """Put a value where the walk stands."""
        if self.is_mapping and self.key is None:
            raise Unreadable(_line(event), "a key is a text, not a list or mapping")
        if type(event) is not yaml.AliasEvent:
            self.mark(value, event)
        if not self.is_mapping:
            if self.lines is not None and self.stack:
                self.lines[(*self.path(), len(self.container))] = _line(event)
            self.container.append(value)
        else:
            if self.key is not _DROPPED:
                self.container[self.key] = value
            self.key = None

    def mark(self, value: Any, event: Any) -> None:
        """Refuse what would give a value another name or another type than the plain one."""
        if event.anchor is not None:
            if self.anchors is None:
                raise Unreadable(_line(event), f"&{event.anchor} names a place in the file", OR_QUOTE)
            self.anchors[event.anchor] = value
        if event.tag is not None and self.anchors is None:
            raise Unreadable(_line(event), f"the tag {event.tag!r} is not read", OR_QUOTE)

    @cached_property
    def firsts(self) -> dict[Path_, int]:
        """Where keys stand first; gone for only where one stands twice."""
        return lines_of(self.text)

    def path(self) -> Path_:
        """The keys and indexes that lead to the container at hand."""
        return tuple(key if is_mapping else len(container) - 1 for container, is_mapping, key in self.stack[1:])


_DROPPED = object()


def _stop(error: Any, text: str, last: Any) -> Stop:
    """Where the parser stopped, `last` being what it read before."""
    at, began = (getattr(error, name, None) for name in ("problem_mark", "context_mark"))
    position = at.index if at else getattr(error, "position", 0)
    context, problem = (getattr(error, name, None) for name in ("context", "problem"))
    says = f"{context or ''} {problem or 'a character that no text has'}".strip()
    is_value = isinstance(last, yaml.ScalarEvent)
    span = (last.start_mark.index, last.end_mark.index) if is_value else (-1, -1)
    return Stop(text, says, position, began.index if began else position, span)


def _line(event: Any) -> int:
    return int(event.start_mark.line) + 1
