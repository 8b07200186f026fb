"""The pages, the navigation and the invented record that a dossier begins with, in its language.

A language is a folder of `macros/starter/docs`: its pages, `nav.yml` with what stands in MkDocs' settings, and
`record.yml` with what stands in the invented record. English has no such files: its navigation and record are the ones
that the others are made from.
"""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

from ..locale import SOURCE
from ..record.reader import read, read_file

STARTER = Path(__file__).parent.parent / "starter"
DOCS = STARTER / "docs"
_NAV = re.compile(r"^nav:\n(?:[ #].*\n|\n(?=[ ]))+", re.MULTILINE)
_COPYRIGHT = re.compile(r"^copyright: >-\n(?:  .*\n)+", re.MULTILINE)


def languages() -> list[str]:
    """The languages that a dossier may be begun in, English first."""
    return sorted((path.name for path in DOCS.iterdir() if path.is_dir()), key=lambda name: (name != SOURCE, name))


def pages(language: str) -> dict[str, str]:
    """The pages of a language by the names of their files."""
    return {path.name: path.read_text("utf-8") for path in sorted((DOCS / language).glob("*.md"))}


def record(language: str) -> dict[str, str]:
    """The files of the invented record by their names, in a language."""
    files = {path.name: path.read_text("utf-8") for path in sorted((STARTER / "data").glob("*.yml"))}
    if language == SOURCE:
        return files
    words = _own(language, "record.yml")
    for english in sorted(words, key=len, reverse=True):
        files = {name: text.replace(english, words[english]) for name, text in files.items()}
    files = {
        name: re.sub(r"^(  languages?:) en$", rf"\1 {language}", text, flags=re.MULTILINE)
        for name, text in files.items()
    }
    files["dossier.yml"] = files["dossier.yml"].replace("edition:", f"language: {language}\nedition:")
    return files


def settings(mkdocs: str, language: str, there: set[str]) -> str:
    """MkDocs' settings with the navigation of the pages that are there, by the titles that these have themselves."""
    nav = read(mkdocs, lenient=True).data["nav"]
    own = _own(language, "nav.yml") if language != SOURCE else {}
    lines = [line for item in nav for line in _lines(item, own.get("sections", {}), there, named=language == SOURCE)]
    text = _NAV.sub(lambda _: "\n".join(["nav:", *lines]) + "\n", mkdocs)
    if "copyright" in own:
        text = _COPYRIGHT.sub(lambda _: f"copyright: {_text(own['copyright'])}\n", text)
    for english, words in own.get("colours", {}).items():
        text = text.replace(f"name: {english}\n", f"name: {_text(words)}\n")
    return text


def _lines(item: dict[str, Any], sections: dict[str, str], there: set[str], *, named: bool) -> list[str]:
    """The lines of an item of the navigation: a page that is there, or a section of such."""
    ((title, value),) = item.items()
    if isinstance(value, str):
        return [f"  - {title}: {value}" if named else f"  - {value}"] if value in there else []
    inner = [f"    {line}" for each in value for line in _lines(each, sections, there, named=named)]
    return [f"  - {_text(sections.get(title, title))}:", *inner] if inner else []


def _own(language: str, name: str) -> dict[str, Any]:
    found: dict[str, Any] = read_file(DOCS / language / name).data
    return found


def _text(words: str) -> str:
    """A text as YAML takes it whatever is in it."""
    return words if re.fullmatch(r"[\w ]+", words) else json.dumps(words, ensure_ascii=False)
