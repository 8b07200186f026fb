"""An invented dossier to try things on: two valleys, a footbridge between them, and a town that lends its hall."""

from __future__ import annotations

import os
import random
import re
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import settings

from macros.begin import language as languages
from macros.record.dossier import Dossier
from macros.record.load import files, load
from macros.record.model import KINDS
from macros.record.problems import BadRecord, Problem, suggest_anew
from macros.render.author import Author
from macros.render.context import Context, Uses
from macros.rules.check import open_dossier

# The same examples in every run: no change is blamed for what a chance example found. A slow machine may be slow.
settings.register_profile("seeded", deadline=None, derandomize=True)
settings.load_profile("seeded")

HERE = Path(__file__).parent
REAL = HERE.parent
RECORD = HERE / "records" / "footbridge"
# Leaves out what is done after the pages are built, such as the PDF.
DRAFT = {"DOSSIER_DRAFT": "1"}
# What the invented dossier sets for MkDocs, until it gets the real site's settings.
SETTINGS = "hooks: [macros/hooks.py]\nplugins: [macros]\n"


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Begin with what needs the real site: one worker builds it while the others go on with what does not."""
    first = next((item for item in items if "site" in getattr(item, "fixturenames", ())), None)
    if first is not None:
        items.remove(first)
        items.insert(0, first)


@pytest.fixture(autouse=True)
def suggestions() -> None:
    """There are so many suggestions to a record; of one that several tests read, each has as many."""
    suggest_anew()


@dataclass
class Project:
    """A copy of the invented dossier that a test may spoil."""

    root: Path

    # Spoiling it

    def edit(self, file: str, old: str, new: str) -> int:
        """Replace the one place where `old` stands in a file; the line it stood on."""
        path = self.root / file
        text = path.read_text("utf-8")
        assert text.count(old) == 1, f"{old!r} stands {text.count(old)} times in {file}"
        path.write_text(text.replace(old, new), "utf-8")
        return text[: text.index(old)].count("\n") + 1

    def set(self, id_: str, field: str, value: object) -> None:
        """Give a field of an entry another value; `field` is a path of keys with dots, '' id for dossier.yml."""
        path = self.file_of(id_)
        data = read(path)
        node = data[id_] if id_ else data
        *parents, last = (int(key) if key.isdigit() else key for key in field.split("."))
        for key in parents:
            node = node[key]
        node[last] = value
        self._write(path, data)

    def drop(self, id_: str, field: str = "") -> None:
        """Take an entry out, or one field of it."""
        path = self.file_of(id_)
        data = read(path)
        del (data[id_] if field and id_ else data)[field or id_]
        self._write(path, data)

    def add(self, kind: str, id_: str, /, **fields: object) -> None:
        """Put another entry of a kind into the record."""
        path = self.root / "data" / f"{kind}.yml"
        data = read(path) if path.is_file() else {}
        self._write(path, {**data, id_: fields})

    def fields_of(self, id_: str) -> dict[str, Any]:
        """The fields of an entry as they are written."""
        fields: dict[str, Any] = read(self.file_of(id_))[id_]
        return fields

    def page(self, name: str, text: str) -> Path:
        """Write a page."""
        path = self.root / "docs" / name
        path.write_text(text, "utf-8")
        return path

    def file_of(self, id_: str) -> Path:
        """The file an entry stands in."""
        if not id_:
            return self.root / "data" / "dossier.yml"
        return next(path for kind in KINDS for path in files(self.root, kind) if id_ in read(path))

    def _write(self, path: Path, data: object) -> None:
        path.write_text(yaml.dump(data, Dumper=Dumper, sort_keys=False, allow_unicode=True), "utf-8")

    # Looking at it

    def problems(self) -> list[Problem]:
        """All that is wrong with the project, as `python -m macros check` finds it."""
        try:
            open_dossier(self.root)
        except BadRecord as error:
            return error.problems
        return []

    def dossier(self) -> Dossier:
        """The checked dossier; the invented record itself is read once."""
        return _untouched() if self.root == RECORD else open_dossier(self.root)

    def loaded(self) -> Dossier:
        """The dossier as it was read, unchecked."""
        return Dossier(load(self.root))

    def context(self, url: str = "", title: str = "Home") -> Context:
        """A page to render into."""
        return Context(self.dossier(), url, title, Uses())

    def author(self, url: str = "") -> Author:
        """The macros, on a page."""
        context = self.context(url)
        return Author(lambda: context)

    # Running it

    def make_site(self) -> Project:
        """Add what a build needs: the real site's settings, code and templates."""
        found = re.search(r"^language: (\w+)$", (self.root / "data/dossier.yml").read_text("utf-8"), re.MULTILINE)
        text = (REAL / "mkdocs.yml").read_text("utf-8")
        settings = yaml.safe_load(languages.settings(text, found[1], set()) if found else text)
        for plugin in settings["plugins"]:
            plugin.get("redirects", {}).pop("redirect_maps", None)  # they lead to the real site's pages
        self._write(self.root / "base.yml", settings)
        own = self.root / "mkdocs.yml"
        if "INHERIT" not in own.read_text("utf-8"):
            own.write_text(own.read_text("utf-8").replace(SETTINGS, "INHERIT: base.yml\n"), "utf-8")
        for name in ("macros", "overrides", "assets"):
            (self.root / name).symlink_to(REAL / name)
        return self

    def run(self, *arguments: str, timeout: float = 120, whole: bool = False) -> subprocess.CompletedProcess[str]:
        """Run `python -m ARGUMENTS` in the project's folder; MkDocs makes a draft, unless the `whole` is wanted."""
        return subprocess.run(
            [sys.executable, "-m", *arguments],
            cwd=self.root,
            env={**environment(), **({} if whole else DRAFT)},
            capture_output=True,
            text=True,
            timeout=timeout,
            check=False,
        )


class Dumper(yaml.CSafeDumper):
    """Writes what stands twice twice: the record knows no aliases."""

    def ignore_aliases(self, data: object) -> bool:
        return True


def read(path: Path) -> dict[str, Any]:
    """What a file of the record holds, as any YAML reader reads it."""
    return yaml.load(path.read_text("utf-8"), Loader=yaml.CSafeLoader) or {}


def environment() -> dict[str, str]:
    """What a program that we start sees: no notices, no bytecode left behind, one date in all that is built."""
    settings = {"NO_MKDOCS_2_WARNING": "true", "PYTHONDONTWRITEBYTECODE": "1", "SOURCE_DATE_EPOCH": "1924992000"}
    return {**os.environ, **settings}


def some(cases: Iterable[Any], number: int) -> list[Any]:
    """Cases to parametrize: `make test` tries so many, drawn by a seed (DOSSIER_SEED), `make test-all` every one."""
    every = list(cases)
    drawn = random.Random(int(os.environ.get("DOSSIER_SEED", "1"))).sample(range(len(every)), number)
    values = [each if isinstance(each, tuple) else (each,) for each in every]
    return [pytest.param(*each, marks=() if n in drawn else pytest.mark.slow) for n, each in enumerate(values)]


@cache
def _untouched() -> Dossier:
    return open_dossier(RECORD)


def copy_to(folder: Path) -> Project:
    """A copy of the invented dossier in a new folder."""
    shutil.copytree(RECORD, folder)
    return Project(folder)


@pytest.fixture
def make_project(tmp_path: Path) -> Callable[[], Project]:
    """Makes one copy after another, for tests that compare two."""
    count = iter(range(1000))
    return lambda: copy_to(tmp_path / f"footbridge-{next(count)}")


@pytest.fixture
def project(make_project: Callable[[], Project]) -> Project:
    """A copy of the invented dossier."""
    return make_project()


@pytest.fixture(scope="session")
def untouched() -> Project:
    """The invented dossier itself, for tests that only read."""
    return Project(RECORD)
