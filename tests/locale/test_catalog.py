"""The catalog: whole messages, filled in and escaped, and none that nobody says."""

from __future__ import annotations

import ast
import re

import pytest
from markupsafe import Markup

from macros import locale
from macros.locale import catalog, listing, say, text
from tests.conftest import REAL

CODE = sorted((REAL / "macros").rglob("*.py"))
TEMPLATES = sorted((REAL / "overrides").rglob("*.html"))


def said() -> dict[str, set[str]]:
    """The keys that the code says, with the names of the values it gives; a key made of parts ends with '*'."""
    found: dict[str, set[str]] = {}
    for path in CODE:
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in ("say", "text"):
                key = node.args[0] if node.args else None
                if isinstance(key, ast.Constant) and isinstance(key.value, str):
                    found.setdefault(key.value, set()).update(each.arg or "**" for each in node.keywords)
                elif isinstance(key, ast.JoinedStr) and isinstance(key.values[0], ast.Constant):
                    found.setdefault(f"{key.values[0].value}*", set()).add("**")
    return found


def test_every_message_that_is_said_is_in_the_catalog_with_the_values_it_needs():
    known = catalog("en").messages
    for key, values in said().items():
        if key.endswith("*"):
            assert any(each.startswith(key[:-1]) for each in known), key
            continue
        assert key in known, f"{key} is said and stands in no catalog"
        needed = {name for form in known[key] for name in re.findall(r"\{([a-z_]+)\}", form)}
        assert "**" in values or needed <= values, f"{key} needs {needed - values}"


def test_no_message_stands_in_the_catalog_that_nobody_says():
    keys = said()
    starts = tuple(key[:-1] for key in keys if key.endswith("*"))
    unsaid = [key for key in catalog("en").messages if key not in keys and not key.startswith(starts)]
    assert not [key for key in unsaid if not any(f'"{key}"' in path.read_text("utf-8") for path in (*CODE, *TEMPLATES))]


def test_values_are_escaped_unless_they_are_markup():
    assert say("list.and", rest="<b>", last=Markup("<i>c</i>")) == "&#60;b&#62; and <i>c</i>"
    assert text("list.and", rest="<b>", last="c") == "<b> and c"


def test_a_number_chooses_its_form():
    assert [str(say("count.claims", count=number)) for number in (0, 1, 2)] == ["0 claims", "1 claim", "2 claims"]


def test_lists_read_as_in_a_sentence():
    assert [listing("abc"[:number]) for number in range(4)] == ["", "a", "a and b", "a, b and c"]
    assert listing("ab", last="or") == "a or b"


def test_what_is_missing_is_said():
    with pytest.raises(locale.UnknownMessage, match="no-such"):
        say("no-such")
    with pytest.raises(locale.UnknownMessage, match="no value is given for"):
        say("list.and", rest="a")


def test_a_language_without_the_message_falls_back_to_the_source():
    locale.use("xx")
    try:
        assert text("list.or", rest="a", last="b") == "a or b"
    finally:
        locale.use("en")
