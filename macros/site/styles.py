"""The style sheets of the site: what of the theme's no page can use is cut, the rest becomes one sheet for all pages.

Which names occur is asked of all pages together, once, so that a page costs nothing more. What shows the record, and
our sheets for a kind of page, stay apart, and are loaded where a page has something that they style: who comes by
another page need not wait for them.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping

import lightningcss
import tinycss2
from tinycss2.ast import Node

# Our sheets for what any page may have, or a script may make on it. Those that show the record become one sheet, which
# Home does without; of the others, each is for a kind of page.
SHARED = ("fonts.css", "dossier.css", "site.css", "mark.css", "reading.css", "copy.css", "search.css")
RECORD = ("record.css", "question.css", "people.css", "outlets.css", "event.css", "prose.css")
# Parts of the theme that no page of ours has, though its script could make them.
PARTS = frozenset(
    {"annotation", "banner", "code", "consent", "feedback", "highlight", "mermaid", "source", "status", "tabs"}
    | {"tag", "tags", "tooltip", "tooltip2", "version"}
)
# What scripts set on elements that are in the pages, or make: elements, classes, the scheme.
SCRIPTED = frozenset(
    {"b", "button", "mark", "q", "small", "span", "time", ".js", ".focus-visible"}
    | {f"[data-md-color-scheme={name}]" for name in ("default", "slate")}
)
# Attributes that no script sets to what is in no page: a rule that asks for another value matches nowhere.
FIXED = ("align", "data-md-color-accent", "data-md-color-primary", "data-md-color-scheme", "dir", "role", "type")

THEME = ".min.css"
CHOICES = ("is", "where", "has")  # what a selector may ask for by a list
CONDITIONS = ("media", "supports", "layer")

_CLASSES = re.compile(r"\bclass=(?:\"([^\"]*)\"|'([^']*)'|([^\s>]+))")
_ATTRIBUTES = re.compile(rf"\s({'|'.join(FIXED)})=[\"']?([\w-]+)")
_ELEMENTS = re.compile(r"<([a-z][a-z0-9]*)")
_USED = re.compile(r"var\(\s*(--[\w-]+)")
_SET = re.compile(r"(--[\w-]+)\s*:")
_ANIMATION = re.compile(r"@keyframes\s+([\w-]+)")


def names_in(html: str) -> set[str]:
    """What a rule may ask for and a page has: elements, `.class`, `[attribute=value]`, custom properties it uses."""
    classes = {f".{name}" for groups in _CLASSES.findall(html) for name in " ".join(groups).split()}
    attributes = {part for name, value in _ATTRIBUTES.findall(html) for part in (f"[{name}]", f"[{name}={value}]")}
    return {*classes, *attributes, *_ELEMENTS.findall(html), *_USED.findall(html)}


def used_by(sheets: Mapping[str, str]) -> set[str]:
    """The custom properties that sheets of ours use: one may be set in another sheet."""
    return {name for sheet, text in sheets.items() if not sheet.endswith(THEME) for name in _USED.findall(text)}


def names_of_scripts(scripts: str) -> set[str]:
    """What scripts may ask the theme's styles for: every word that looks like a class or property of the theme."""
    words = {word for word, part in re.findall(r"((?:--)?md-([a-z0-9]+)[\w-]*)", scripts) if part not in PARTS}
    return {*SCRIPTED} | {word if word.startswith("--") else f".{word}" for word in words}


def is_shared(sheet: str) -> bool:
    """Whether every page loads a sheet of this name."""
    return sheet.endswith((THEME, *SHARED))


def apart(sheets: Mapping[str, str]) -> dict[str, str]:
    """The sheets that pages load where they need them, by name; those that show the record as one."""
    found = {name: text for name, text in sheets.items() if not is_shared(name)}
    record = [name for name in found if name.endswith(RECORD)]
    return {**({record[0]: "\n".join(found.pop(name) for name in record)} if record else {}), **found}


def all_selectors(css: str) -> list[list[Node]]:
    """The selectors of all rules of a sheet, so that it is read once however many pages are held against it."""
    rules = style_rules(tinycss2.parse_stylesheet(css, skip_comments=True, skip_whitespace=True))
    return [selector for rule in rules for selector in selectors(rule.prelude)]


def is_styled_by(every: Iterable[list[Node]], names: set[str]) -> bool:
    """Whether one of a sheet's selectors can match where only these names occur."""
    return any(may_match(selector, names) for selector in every)


def joined(sheets: Mapping[str, str], names: set[str]) -> str:
    """The sheets, by name and in their order, as one; what of the theme's (`*.min.css`) needs other names is cut."""
    own = {name for sheet, text in sheets.items() if not sheet.endswith(THEME) for name in _SET.findall(text)}
    css = "\n".join(
        # A property that we set for every scheme need not be set by the theme as well.
        _without(needed(text, names), own) if sheet.endswith(THEME) else text
        for sheet, text in sheets.items()
    )
    words = Counter(re.findall(r"[\w-]+", css))
    unused = {name for name in _ANIMATION.findall(css) if words[name] == 1}
    # A property may be used by another one only.
    while more := set(_SET.findall(css)) - set(_USED.findall(css)) - names - unused:
        unused |= more
        css = _without(css, unused)
    return lightningcss.process_stylesheet(css, unused_symbols=unused)


def _without(css: str, symbols: set[str]) -> str:
    return lightningcss.process_stylesheet(css, unused_symbols=symbols, minify=False)


def needed(css: str, names: set[str]) -> str:
    """The rules of a style sheet that can match where only these names occur."""
    return _needed(tinycss2.parse_stylesheet(css, skip_comments=True, skip_whitespace=True), names)


def _needed(rules: list[Node], names: set[str]) -> str:
    parts = []
    for rule in rules:
        if rule.type == "qualified-rule":
            kept = [s for s in selectors(rule.prelude) if may_match(s, names)]
            if kept:
                prelude = ",".join(tinycss2.serialize(selector) for selector in kept)
                parts.append(f"{prelude}{{{tinycss2.serialize(rule.content)}}}")
        elif rule.type == "at-rule" and rule.lower_at_keyword in CONDITIONS and rule.content:
            inside = tinycss2.parse_rule_list(rule.content, skip_comments=True, skip_whitespace=True)
            if text := _needed(inside, names):
                parts.append(f"@{rule.at_keyword}{tinycss2.serialize(rule.prelude)}{{{text}}}")
        else:
            parts.append(rule.serialize())
    return "".join(parts)


def style_rules(rules: list[Node]) -> Iterator[Node]:
    """The rules with selectors, those within conditions too."""
    for rule in rules:
        if rule.type == "qualified-rule":
            yield rule
        elif rule.type == "at-rule" and rule.lower_at_keyword in CONDITIONS and rule.content:
            yield from style_rules(tinycss2.parse_rule_list(rule.content, skip_comments=True))


def selectors(prelude: list[Node]) -> Iterator[list[Node]]:
    """The selectors of a list; a comma within brackets is inside a node of its own."""
    selector: list[Node] = []
    for node in prelude:
        if node == ",":
            yield selector
            selector = []
        else:
            selector.append(node)
    yield selector


def may_match(selector: list[Node], names: set[str]) -> bool:
    """Whether a selector can match where only these names occur: all it asks for, and one of each list of choices."""
    choices = (token for token in selector if token.type == "function" and token.lower_name in CHOICES)
    return names.issuperset(asked(selector)) and all(
        any(may_match(choice, names) for choice in selectors(token.arguments)) for token in choices
    )


def asked(selector: list[Node]) -> Iterator[str]:
    """What a selector cannot match without; what is in :not() and in lists of choices is no demand."""
    before = ""
    for token in selector:
        if token.type == "ident" and before != ":":
            yield f".{token.value}" if before == "." else token.value
        elif token.type == "[] block":
            parts = [part.value for part in token.content if part.type in ("ident", "string")]
            if parts[0] in FIXED:
                yield f"[{'='.join(parts)}]"
        before = token.value if token.type == "literal" else ""
