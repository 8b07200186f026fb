"""HTML as a value: what a record holds is escaped here, and nowhere is a tag glued together by hand."""

from __future__ import annotations

import re
from collections.abc import Iterable

from markupsafe import Markup

# Besides HTML's own, whatever Markdown or Jinja would read as markup: a record's text is text wherever it lands.
_SPECIAL = re.compile(r"[&<>\"'*_`\[\]{}\\~^=#+|!$]")
# The same within a tag, which Markdown leaves alone but for what it looks for first.
_IN_TAG = re.compile(r"[&<>\"'`\[\]{}\\]")
_SPACE = re.compile(r"\s{2,}|[^\S ]")  # white space that is not one blank already
VOID = frozenset({"br", "hr", "img", "input", "link", "meta", "wbr"})

Child = "str | Markup | None | Iterable[Child]"


def escape(text: object) -> Markup:
    """Text of the record as inert HTML, white space folded. Markup passes as it is."""
    if isinstance(text, Markup):
        return text
    return Markup(_SPECIAL.sub(_reference, _SPACE.sub(" ", str(text))))  # noqa: S704 (escaped right here)


def tag(name: str, /, *children: object, **attributes: object) -> Markup:
    """An element. Children that are not Markup are escaped; lists are joined; None is left out.

    Attributes: a trailing underscore is dropped (`class_`), others become hyphens (`data_party`); True gives a bare
    attribute; None and False leave it out.

    >>> tag("a", "R & D", href="x", class_="fig")
    Markup('<a href="x" class="fig">R &#38; D</a>')
    """
    given = "".join(_attribute(key, value) for key, value in attributes.items())
    if name in VOID:
        return Markup(f"<{name}{given}>")  # noqa: S704
    return Markup(f"<{name}{given}>{join(children)}</{name}>")  # noqa: S704


def join(children: Iterable[object], between: str = "") -> Markup:
    """Children in one piece, escaped where they are not Markup."""
    parts = (_piece(child) for child in children if child is not None)
    return Markup(str(escape(between)).join(part for part in parts if part))  # noqa: S704 (each is escaped)


def _piece(child: object) -> Markup:
    if isinstance(child, Markup):
        return child
    return join(child) if isinstance(child, Iterable) and not isinstance(child, str) else escape(child)


def out(words: object, address: str) -> Markup:
    """A link out of the site."""
    return tag("a", words, href=address, class_="out", rel="noopener")


def sentence_list(items: Iterable[object], last: str = "and") -> Markup:
    """'a, b and c'."""
    parts = [item if isinstance(item, Markup) else escape(item) for item in items]
    if len(parts) < 2:
        return join(parts)
    return join([Markup(", ").join(parts[:-1]), f" {last} ", parts[-1]])


def _reference(match: re.Match[str]) -> str:
    return f"&#{ord(match[0])};"


def _attribute(key: str, value: object) -> str:
    name = key.rstrip("_").replace("_", "-")
    if value is None or value is False:
        return ""
    return f" {name}" if value is True else f' {name}="{_IN_TAG.sub(_reference, _SPACE.sub(" ", str(value)))}"'
