"""The shape of a page: settings at its top that MkDocs and we read alike, and text that Markdown gets through in time.

Markdown goes over a paragraph once for each bracket in it, and calls itself for each list within a list.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import groupby
from typing import Any, Literal
from urllib.parse import urlsplit

import yaml
from pydantic import Field, ValidationError

from ..record.fields import Line, Maybe, Model, Several, Text
from ..record.messages import messages, noun
from ..record.problems import Problem
from ..record.reader import NO_TEXT, Unreadable, lines_of, read

RULE = "pages"
HEAD = re.compile(r"---[ \t]*\n(.*?\n)(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.DOTALL)
# What MkDocs takes for settings where a page begins with it, and does not show.
SETTING = re.compile(r"\s{0,3}([A-Za-z0-9_-]+):")
IN_FRONT = re.compile(r"(?:[ \t]*(?:>|[-+*](?=\s)|\d{1,9}[.)](?=\s)|[:!?=]{1,3}(?=\s)))*[ \t]*")
ADDRESS = re.compile(r"""(?:https?:|(?<=[(<"']))//(?:\[[^\]\s)]*\]?)?[^\s<>"')\]]*""")
LONGEST_PAGE, LONGEST_BLOCK, MOST_BRACKETS, WIDEST_INDENT, DEEPEST = 200_000, 10_000, 300, 40, 8


class Head(Model):
    """What may stand at the top of a page, between two lines of `---`."""

    title: Maybe[Line] = Field(default=None, description="What the page is called.")
    description: Maybe[Text] = Field(default=None, description="What it holds, for search engines.")
    hide: Several[Literal["navigation", "toc", "path", "footer"]] = Field(default=[], description="What it leaves out.")
    book: bool = Field(default=True, description="Whether the PDF has it; `false` keeps a page to the screen.")
    robots: Maybe[Line] = Field(default=None, description="What search engines are told of it: `noindex`.")


def problems(file: str, text: str) -> Iterator[Problem]:
    """All that is wrong with the shape of a page."""
    for line, where, message, hint in [
        *_of_characters(text),
        *_of_head(text),
        *_of_lengths(text),
        *_of_addresses(text),
    ]:
        yield Problem(file, line, where, message, hint, RULE)


Wrong = tuple[int, str, str, str]


def _of_characters(text: str) -> Iterator[Wrong]:
    if found := NO_TEXT.search(text):
        yield _line(text, found.start()), "", f"the character {found[0]!r} cannot stand in a page", "take it out"


def _of_addresses(text: str) -> Iterator[Wrong]:
    for found in ADDRESS.finditer(text):
        try:
            urlsplit(found[0]).port  # noqa: B018 (reads the host, and what stands behind it)
        except ValueError:
            yield (
                _line(text, found.start()),
                "",
                f"{found[0][:60]!r} is no address",
                "write it as your browser shows it",
            )


def _of_head(text: str) -> Iterator[Wrong]:
    match = HEAD.match(text)
    if match is None:
        if text.startswith("---"):
            yield 1, "", "the settings at the top do not end", "put a line of --- after them"
        elif setting := SETTING.match(text):
            hint = "let the page begin with its heading, or put settings between two lines of ---"
            yield 1, "", f"MkDocs takes {setting[1] + ':'!r} for a setting, and does not show the line", hint
        return
    head = f"\n{match[1]}"  # below the line of ---, so that its lines are those of the page
    try:
        found = read(head)
    except Unreadable as error:
        yield error.fault.line, "", error.fault.message, error.fault.hint
        return
    if found.faults:
        yield from ((fault.line, "", fault.message, fault.hint) for fault in found.faults)
        return
    if not isinstance(found.data, dict):
        yield 2, "", f"expected settings such as `title: A page`, found {noun(found.data)}", ""
        return
    lines = lines_of(head)
    try:
        Head.model_validate(found.data)
    except ValidationError as error:
        for at, (message, hint) in messages(error, found.data, Head).items():
            yield lines.get(at, lines.get(at[:1], 2)), ".".join(map(str, at)), message, hint
        return
    if _as_mkdocs(head) != found.data:
        yield 2, "", "MkDocs reads something else in these settings than text", "put each text in quotation marks"


def _as_mkdocs(text: str) -> Any:
    """What MkDocs' reader finds: a date or `yes` is no text to it."""
    try:
        return yaml.safe_load(text)
    except (yaml.YAMLError, ValueError):  # a day that no month has
        return None


def _of_lengths(text: str) -> Iterator[Wrong]:
    if len(text) > LONGEST_PAGE:
        yield 0, "", f"the page is {len(text)} characters long; at most {LONGEST_PAGE} are read", "make several of it"
        return
    for line, block in _blocks(text):
        if len(block) > LONGEST_BLOCK:
            message = f"a paragraph, list or table of {len(block)} characters; at most {LONGEST_BLOCK} are read"
            yield line, "", message, "put a blank line in between"
        for mark in "[<":
            if (number := block.count(mark)) > MOST_BRACKETS:
                message = f"{number} times {mark!r} in one paragraph; at most {MOST_BRACKETS} are read"
                yield line, "", message, "put a blank line in between"
    for number, each in enumerate(text.split("\n"), 1):
        front = IN_FRONT.match(each)
        before = front[0] if front else ""
        if len(before.expandtabs(4)) > WIDEST_INDENT or len(before.split()) > DEEPEST:
            yield number, "", "a list within a list within a list, too deep to read", "make fewer levels of it"
            return


def is_too_long(text: str) -> bool:
    """Whether a text, or a paragraph of it, is longer than is read."""
    return len(text) > LONGEST_PAGE or any(len(block) > LONGEST_BLOCK for _, block in _blocks(text))


def _blocks(text: str) -> Iterator[tuple[int, str]]:
    """What stands between blank lines, each with its first line."""
    lines = enumerate(text.split("\n"), 1)
    for is_blank, several in groupby(lines, key=lambda numbered: not numbered[1].strip()):
        if not is_blank:
            block = list(several)
            yield block[0][0], "\n".join(line for _, line in block)


def _line(text: str, at: int) -> int:
    return text.count("\n", 0, at) + 1
