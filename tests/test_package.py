"""The package is a tool for any dossier: it knows none, and it knows no more of MkDocs than it must."""

from __future__ import annotations

import ast
import re

import pytest

from macros.check import open_dossier

from .conftest import REAL

MODULES = sorted((REAL / "macros").rglob("*.py"))
KINDS = ("parties", "people", "places", "terms", "points", "outlets")
# Words of the record that are ordinary English, or words of the trade this tool is for.
ORDINARY = frozenset({
    "babel",  # a library
    "bodies", "borders", "children", "diplomats", "draft", "front", "lists", "meeting", "refused", "region", "regions",
    "round", "rounds", "source", "state news agency", "talks",
})  # fmt: skip


@pytest.fixture(scope="module")
def names():
    """Every id, name and spelling of the dossier that could only be its own."""
    dossier = open_dossier(REAL)
    found = set()
    for kind in KINDS:
        for id_, entry in dossier.kinds[kind].items():
            found |= {id_, getattr(entry, "short", ""), getattr(entry, "name", ""), *getattr(entry, "spellings", [])}
            found |= {name.text for name in getattr(entry, "own_names", [])}
    return {name.lower() for name in found if len(name) > 3} - ORDINARY


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.relative_to(REAL).as_posix())
def test_no_name_of_the_dossier_stands_in_the_code(path, names):
    text = path.read_text("utf-8").lower()
    pattern = "|".join(re.escape(name) for name in sorted(names, key=len, reverse=True))
    assert sorted(set(re.findall(rf"(?<![\w-])(?:{pattern})(?![\w-])", text))) == []


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.relative_to(REAL).as_posix())
def test_only_the_hooks_know_mkdocs(path):
    if path.name == "hooks.py":
        return
    imported = {
        name
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.Import | ast.ImportFrom)
        for name in ([alias.name for alias in node.names] if isinstance(node, ast.Import) else [node.module or ""])
    }
    assert not {name for name in imported if name.split(".")[0] in ("mkdocs", "mkdocs_macros", "material")}
