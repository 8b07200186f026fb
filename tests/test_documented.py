"""What a maintainer can run is written down, with what it does."""

from __future__ import annotations

import re

import jsonschema
import pytest

from macros.__main__ import COMMANDS, main
from macros.begin import language
from macros.record import schema
from macros.record.reader import read

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


GUIDE = (REAL / "docs" / "write.md").read_text("utf-8")


@pytest.mark.parametrize("kind", sorted(schema.schemas()))
def test_every_file_of_the_record_is_in_the_guide(kind):
    assert re.search(rf"^\| `{kind}(?:\.yml|/)` \|", GUIDE, re.MULTILINE)


def test_what_the_guide_shows_of_corrections_and_exceptions_fits_their_schema():
    blocks = re.findall(r"^```yaml\n(.*?)^```", GUIDE, re.MULTILINE | re.DOTALL)
    found = {
        kind: read(next(block for block in blocks if field in block)).data
        for kind, field in (("corrections", "\n  was: "), ("exceptions", "- page: "))
    }
    for kind, data in found.items():
        jsonschema.validate(data, schema.schemas()[kind])


def test_every_option_of_new_is_in_the_guide(capsys):
    with pytest.raises(SystemExit):
        main(["new", "--help"])
    options = set(re.findall(r"--[a-z]+", capsys.readouterr().out)) - {"--help"}
    assert options == set(re.findall(r"^\| `(--[a-z]+)", GUIDE, re.MULTILINE))


def test_the_guide_names_every_language_to_begin_in():
    (line,) = re.findall(r"^\| `--language xx` .*$", GUIDE, re.MULTILINE)
    assert sorted(re.findall(r"`([a-z]{2})`", line)) == sorted(language.languages())
