"""The package is a tool for any dossier: it knows none, and it knows no more of MkDocs than it must."""

from __future__ import annotations

import ast
import re

import pytest

from macros.rules.check import open_dossier

from .conftest import REAL

MODULES = sorted((REAL / "macros").rglob("*.py"))
NAMED = ("parties", "people", "places", "outlets")  # their names and spellings are the dossier's own
MATTERS = ("points", "terms", "events", "claims", "quotations")  # their words are anyone's, their ids are not
# A library of ours that has the name of an outlet.
ORDINARY = frozenset({"babel"})


@pytest.fixture(scope="module")
def names():
    """Every id, and every name and spelling that has a capital letter, of the dossier: what could only be its own."""
    dossier = open_dossier(REAL)
    found = {id_ for kind in (*NAMED, *MATTERS) for id_ in dossier.kinds[kind] if kind in NAMED or "-" in id_}
    for kind in NAMED:
        for entry in dossier.kinds[kind].values():
            words = {getattr(entry, "short", ""), entry.name, *entry.spellings}
            words |= {name.text for name in getattr(entry, "own_names", [])}
            found |= {word for word in words if word != word.lower()}
    return {name.lower() for name in found if len(name) > 3} - ORDINARY


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.relative_to(REAL).as_posix())
def test_no_name_of_the_dossier_stands_in_the_code(path, names):
    text = path.read_text("utf-8").lower()
    pattern = "|".join(re.escape(name) for name in sorted(names, key=len, reverse=True))
    assert sorted(set(re.findall(rf"(?<![\w-])(?:{pattern})(?![\w-])", text))) == []


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.relative_to(REAL).as_posix())
def test_only_the_hooks_and_what_serves_know_mkdocs(path):
    if path.name in ("hooks.py", "serving.py"):
        return
    imported = {
        name
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.Import | ast.ImportFrom)
        for name in ([alias.name for alias in node.names] if isinstance(node, ast.Import) else [node.module or ""])
    }
    assert not {name for name in imported if name.split(".")[0] in ("mkdocs", "mkdocs_macros", "material")}
