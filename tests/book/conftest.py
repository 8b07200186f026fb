"""The books that are tested, each made once: of the invented dossier, and of the real one."""

import functools
from io import BytesIO
from pathlib import Path
from typing import NamedTuple

import pikepdf
import pytest

from macros import book as pdf
from macros.record.dossier import Dossier
from macros.rules.check import open_dossier

from ..conftest import REAL, Project, copy_to
from .book import text_of_pages

# What `check` asks of the settings of any dossier.
CHECKED = "hooks: [macros/hooks.py]\nplugins: [macros]\n"
PAGES = {
    "handout": "# Hand-out\n\n{{ handout() }}",
    "places": "# Places\n\n{{ places() }}",
    "glossary": "# Glossary\n\n{{ glossary() }}",
    "participants": "# Participants\n\n{{ participants() }}",
    "timeline": "# Timeline\n\n{{ timeline() }}",
    "points": "# Questions\n\n{{ questions() }}",
    "differences": "# Where accounts differ\n\n{{ differences() }}",
    "people": "# People\n\n{{ people() }}",
    "outlets": "# Outlets\n\n{{ outlets() }}",
    "method": "# Method\n\n{{ legend() }}\n\n## Corrections { #corrections }\n\n{{ corrections() }}",
    "more": """# More

What was said. {{ mark('planks-vane', 'planks-orrin') }} {{ see('planks-number') }}

Words that a "reader" meets, [an outside page](https://example.org/one?a=b) and [the places](places.md).

<div class="screen-only" markdown>

## A button

Tap here.

</div>

??? note "A folded note"
    What it hid.

| Left | Right |
|---|---|
| one | two |

<img src="photograph.webp" alt="A red field">
""",
}


class Made(NamedTuple):
    """A dossier and the bytes of its book."""

    dossier: Dossier
    data: bytes

    @property
    def file(self) -> pikepdf.Pdf:
        """The book, opened."""
        return _opened(self.data)

    @property
    def pages(self) -> list[str]:
        """The text of every page."""
        return _pages(self.data)


@functools.cache
def _opened(data: bytes) -> pikepdf.Pdf:
    return pikepdf.open(BytesIO(data))


@functools.cache
def _pages(data: bytes) -> list[str]:
    return text_of_pages(data)


def made(project: Path, out: Path) -> Made:
    """The book of a project."""
    dossier = open_dossier(project)
    pdf.write(out, dossier)
    return Made(dossier, out.read_bytes())


@pytest.fixture(scope="session")
def bridge(tmp_path_factory) -> Project:
    """The invented dossier with a page of every kind."""
    from PIL import Image  # noqa: PLC0415

    project = copy_to(tmp_path_factory.mktemp("book") / "project")
    for name, text in PAGES.items():
        project.page(f"{name}.md", text)
    Image.new("RGB", (1200, 300), "red").save(project.root / "docs/photograph.webp")
    nav = "\n".join(f"  - {name.title()}: {name}.md" for name in ("index", *PAGES))
    extensions = "markdown_extensions: [attr_list, md_in_html, pymdownx.details, pymdownx.superfences, tables]"
    (project.root / "mkdocs.yml").write_text(f"site_name: bridge\nnav:\n{nav}\n{extensions}\n{CHECKED}", "utf-8")
    return project


@pytest.fixture(scope="session")
def small(bridge, tmp_path_factory) -> Made:
    """The book of the invented dossier."""
    return made(bridge.root, tmp_path_factory.mktemp("made") / "book.pdf")


@pytest.fixture(scope="session")
def real(tmp_path_factory) -> Made:
    """The book of the dossier that is shipped."""
    return made(REAL, tmp_path_factory.mktemp("real") / "book.pdf")
