from __future__ import annotations

import re
from pathlib import Path

import pytest
import tinycss2

from macros.site import light

PAGE = """<!doctype html>
<html class="no-js"><head>
  <link rel="stylesheet" href="../assets/stylesheets/theme.css">
  <link rel="stylesheet" href="../assets/stylesheets/ours.css">
</head>
<body dir="ltr" data-md-color-scheme="default">
  <p class="used">text</p>
  <pre>
    code
  </pre>
  <a href="../record/#one" class="ref" data-card="one">1</a><a href="#two" data-card="three">2</a>
  <script src="../assets/javascripts/bundle.min.js"></script>
  <script src="../assets/javascripts/cards.js" defer></script>
</body></html>
"""
THEME = """
:root { --md-used: 1px; --md-chain: var(--md-used); --md-never: url("data:image/svg+xml;charset=utf-8,<svg/>"); }
.used { margin: var(--md-chain) } /* a note */
.unused, .used + .gone { color: red }
[dir=rtl] .used { color: red }
table { color: red }
@media print { .unused { color: red } .used:not(.unused) { color: blue } }
@media screen { .unused { color: red } }
"""
OURS = '@font-face { font-family: X; src: url("../fonts/x.woff2") }\n.used::before { content: "a  ;  b" }\n'


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A built site of one page, lightened."""
    for name, text in {
        "a/index.html": PAGE,
        "moved/index.html": "<!doctype html><title>Moved</title>",
        "assets/stylesheets/theme.css": THEME,
        "assets/stylesheets/ours.css": OURS,
        "assets/javascripts/bundle.min.js": "x",
        "assets/javascripts/bundle.min.js.map": "{}",
        "assets/javascripts/lunr/a.js": "x",
    }.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text, "utf-8")
    light.lighten(tmp_path)
    return tmp_path


@pytest.fixture
def page(site: Path) -> str:
    return (site / "a/index.html").read_text("utf-8")


def test_styles_stand_in_the_page(page: str) -> None:
    assert "<link" not in page
    assert page.count("<style>") == 1


def test_rules_for_what_is_not_there_are_left_out(page: str) -> None:
    assert "red" not in page
    assert "@media print{.used:not(.unused){color: blue}}" in page.replace("color:blue", "color: blue")
    assert "@media screen" not in page


def test_properties_are_kept_while_something_uses_them(page: str) -> None:
    assert "--md-used:1px" in page
    assert "--md-never" not in page


def test_addresses_hold_from_where_the_page_is(page: str) -> None:
    assert 'url("../assets/fonts/x.woff2")' in page


def test_quoted_text_stays_as_it_is(page: str) -> None:
    assert '"a  ;  b"' in page
    assert "<pre>\n    code\n  </pre>" in page


def test_scripts_wait_in_their_order(page: str) -> None:
    late = re.findall(r'data-late="([^"]*)"', page)
    assert late == ["../assets/javascripts/bundle.min.js ../assets/javascripts/cards.js"]
    assert "<script src" not in page


def test_what_nothing_loads_is_gone(site: Path) -> None:
    assert not (site / "assets/javascripts/lunr").exists()
    assert not (site / "assets/javascripts/bundle.min.js.map").exists()


def test_a_page_without_styles_stays_as_it_is(site: Path) -> None:
    assert (site / "moved/index.html").read_text("utf-8") == "<!doctype html><title>Moved</title>"


def test_lightening_twice_changes_nothing(site: Path, page: str) -> None:
    light.lighten(site)
    assert (site / "a/index.html").read_text("utf-8") == page


@pytest.mark.parametrize(
    ("selector", "kept"),
    [
        (".here", True),
        (".gone", False),
        (".here .gone", False),
        (".here:not(.gone)", True),
        (":is(.gone, .here) p", True),
        ("p > .here::before", True),
        ("table.here", False),
        ("[dir=ltr] .here", True),
        ("[dir=rtl] .here", False),
        (".here[data-any=thing]", True),
    ],
)
def test_a_rule_stays_where_its_selector_may_match(selector: str, kept: bool) -> None:
    rules = tinycss2.parse_stylesheet(f"{selector} {{ color: red }}")
    assert bool(light.needed(rules, {"here", "<p", "dir=ltr"})) is kept


def test_a_card_with_the_id_of_its_link_is_named_once(page: str) -> None:
    assert '<a href="../record/#one" class="ref" data-card>1</a>' in page
    assert '<a href="#two" data-card="three">2</a>' in page
