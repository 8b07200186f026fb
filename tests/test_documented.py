"""What a maintainer can run is written down, with what it does."""

from __future__ import annotations

import re

import pytest

from macros.__main__ import COMMANDS

from .conftest import REAL

PAGE = (REAL / "docs" / "maintain.md").read_text("utf-8")
TARGETS = re.findall(r"^([a-z-]+):.*## ", (REAL / "Makefile").read_text("utf-8"), re.MULTILINE)


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_is_documented(name):
    assert re.search(rf"^\| `{name}[ `]", PAGE, re.MULTILINE), f"docs/maintain.md does not say what {name} does"


@pytest.mark.parametrize("name", TARGETS)
def test_every_make_target_is_documented(name):
    assert f"| `make {name}` |" in PAGE


def test_nothing_is_documented_that_is_not_there():
    commands = re.findall(r"^\| `(?!make )([a-z-]+)", PAGE, re.MULTILINE)
    targets = re.findall(r"^\| `make ([a-z-]+)`", PAGE, re.MULTILINE)
    assert set(commands) == set(COMMANDS)
    assert set(targets) == set(TARGETS)


def test_every_test_that_is_named_is_there():
    named = re.findall(r"tests/[\w/]+\.py", PAGE)
    assert named
    assert [path for path in named if not (REAL / path).is_file()] == []
