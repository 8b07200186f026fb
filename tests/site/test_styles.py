from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
import tinycss2

from macros.site import styles

# What Markdown can make of an author's text, though no page has it today.
POSSIBLE = {".footnote", ".tabbed-labels", "caption"}
SHEETS = sorted((Path(__file__).parents[2] / "docs/assets/stylesheets").glob("*.css"))
NAMES = styles.names_in('<p class="here"></p><table dir="ltr" data-md-color-scheme="default">')


@pytest.mark.parametrize(
    ("selector", "kept"),
    [
        (".here", True),
        (".gone", False),
        (".here .gone", False),
        (".here>.gone", False),
        (".here:not(.gone)", True),
        (":is(.gone, .here) p", True),
        (":is(.gone, .lost) p", False),
        ("p:has(> .gone)", False),
        (":is(.gone, p:where(.here))", True),
        ("p > .here::before", True),
        ("table.here:hover", True),
        ("ul.here", False),
        ("[dir=ltr] .here", True),
        ("[dir=rtl] .here", False),
        ("[data-md-color-scheme=slate] p", False),
        ("[align] p", False),
        (".here[data-any=thing]", True),
    ],
)
def test_a_rule_stays_where_its_selector_may_match(selector: str, kept: bool) -> None:
    assert bool(styles.needed(f"{selector} {{ color: red }}", NAMES)) is kept


@pytest.mark.parametrize("attribute", ['class="a b"', "class='a b'", "class=b"])
def test_classes_are_read_however_they_are_quoted(attribute: str) -> None:
    assert ".b" in styles.names_in(f"<p {attribute}>")


def test_a_list_keeps_the_selectors_that_may_match() -> None:
    assert styles.joined({"x.min.css": ".gone, .here, .gone.here { margin: 0 }"}, NAMES) == ".here{margin:0}"


def test_rules_within_conditions_are_cut_too() -> None:
    css = "@media print { .gone { margin: 0 } .here { margin: 0 } } @supports (gap: 0) { .gone { gap: 0 } }"
    assert styles.joined({"x.min.css": css}, NAMES) == "@media print{.here{margin:0}}"


def test_a_sheet_of_a_kind_of_page_stands_apart() -> None:
    sheets = {
        "theme.min.css": ".note { margin: 0 }",
        "fonts.css": "@font-face { font-family: X }",
        "site.css": ".card { margin: 0 }",
        "x.css": "@media print { .x { margin: 0 } }",
    }
    assert list(styles.apart(sheets)) == ["x.css"]


def test_our_own_rules_are_not_cut() -> None:
    assert ".gone" in styles.joined({"ours.css": ".gone { margin: 0 }"}, NAMES)


def test_a_property_stays_while_something_uses_it() -> None:
    css = ":root { --chain: var(--used); --used: 1px; --lost: var(--never); --never: 1px } .here { gap: var(--chain) }"
    found = styles.joined({"x.css": css}, NAMES)
    assert "--used" in found
    assert "--never" not in found
    assert "--page" in styles.joined(
        {"x.css": ":root { --page: 1px }"}, styles.names_in('<p style="gap: var(--page)">')
    )


def test_the_theme_does_not_set_what_we_set() -> None:
    sheets = {
        "theme.min.css": ".here { --c: red; color: var(--c); margin: 0 }",
        "ours.css": ".here { --c: blue }",
    }
    found = styles.joined(sheets, NAMES)
    assert found.count("--c:") == 1
    assert "margin:0" in found


def test_an_animation_stays_where_it_is_used() -> None:
    css = "@keyframes in-use { to { opacity: 1 } } @keyframes idle { to { opacity: 1 } } .here { animation: in-use 1s }"
    found = styles.joined({"x.css": css}, NAMES)
    assert "@keyframes in-use" in found
    assert "idle" not in found


def test_what_scripts_set_is_known_but_for_parts_that_no_page_has() -> None:
    names = styles.names_of_scripts('a("md-search__item"),b("md-mermaid"),c("--md-tooltip-width"),d("--md-scroll")')
    assert {".md-search__item", "--md-scroll"} <= names
    assert names.isdisjoint({".md-mermaid", "--md-tooltip-width"})


RTL = '[dir="rtl"]'  # of dossiers that are written from right to left


def test_our_styles_are_for_something(site) -> None:
    """No rule outlives what it was for: every reader would load it."""
    pages = "".join(page.source for page in site.all_pages.values())
    cards = "".join(path.read_text("utf-8") for path in sorted((site.folder / "assets").rglob("cards.*/**/*.js")))
    own = "".join(path.read_text("utf-8") for path in sorted((site.folder / "assets/javascripts").rglob("*.js")))
    words = {f".{word}" for word in re.findall(r"[\w-]+", own)}  # the theme's scripts and ours
    names = styles.names_in(pages) | styles.names_in(cards.replace('\\"', '"')) | words | styles.SCRIPTED | POSSIBLE
    dead = [
        f"{sheet.name}: {tinycss2.serialize(selector).strip()}"
        for sheet in SHEETS
        for rule in styles.style_rules(tinycss2.parse_stylesheet(sheet.read_text("utf-8"), skip_comments=True))
        for selector in styles.selectors(rule.prelude)
        if not styles.may_match(selector, names) and not tinycss2.serialize(selector).strip().startswith(RTL)
    ]
    assert dead == []


def declarations(rules: list[tinycss2.ast.Node]) -> Iterator[tuple[str, list[str]]]:
    """Each declaration's name and the values it lists."""
    for rule in rules:
        if rule.type == "at-rule" and rule.content and rule.lower_at_keyword in ("media", "supports"):
            yield from declarations(tinycss2.parse_rule_list(rule.content))
        elif rule.type in ("qualified-rule", "at-rule") and rule.content:
            for each in tinycss2.parse_blocks_contents(rule.content):
                if each.type == "declaration":
                    yield (
                        each.lower_name,
                        [v.serialize() for v in each.value if v.type not in ("whitespace", "comment")],
                    )


@pytest.mark.parametrize("sheet", SHEETS, ids=lambda path: path.name)
def test_our_styles_hold_in_either_direction_of_writing(sheet: Path) -> None:
    """Nothing is left or right: the start and the end of a line are where the language has them."""
    physical = [
        (name, values)
        for name, values in declarations(tinycss2.parse_stylesheet(sheet.read_text("utf-8"), skip_comments=True))
        if re.search(r"(^|-)(left|right)(-|$)", name)
        or (name in ("text-align", "float", "clear") and {"left", "right"} & {*values})
        or (name in ("margin", "padding", "inset") and len(values) == 4 and values[1] != values[3])
    ]
    assert physical == []
