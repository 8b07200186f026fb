"""What a catalog of another language lacks, and what in it does not fit the English one."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from babel.messages.pofile import read_po

from . import HERE, PLACE, SOURCE, catalog


def languages() -> list[str]:
    """The languages there is a catalog of, the source aside."""
    return sorted(path.stem for path in HERE.glob("*.po") if path.stem != SOURCE)


def problems(language: str) -> Iterator[str]:
    """A line for each message that is missing, left over, or does not name the values of the English one."""
    path, at = HERE / f"{language}.po", f"macros/locale/{language}.po"
    if not path.is_file():
        yield f"{at}: there is no catalog of this language; all is said in English"
        return
    source, found = catalog(SOURCE).messages, catalog(language).messages
    forms = _number_of_forms(path)
    lines = {_id(message.id): message.lineno for message in _read(path)}
    for key, english in source.items():
        if not any(found.get(key, ())):
            yield f"{at}: {key}: missing; the English is said ({english[-1]!r})"
            continue
        named = {name for form in english for name in PLACE.findall(form)}
        for form in found[key]:
            if odd := set(PLACE.findall(form)) - named:
                yield f"{at}:{lines[key]}: {key}: names {', '.join(sorted(odd))}, which the English does not"
        if lost := named - {name for form in found[key] for name in PLACE.findall(form)}:
            yield f"{at}:{lines[key]}: {key}: leaves out {', '.join(sorted(lost))}"
        if len(english) > 1 and len([form for form in found[key] if form]) < forms:
            yield f"{at}:{lines[key]}: {key}: needs {forms} forms for numbers"
    for key in found.keys() - source.keys():
        yield f"{at}:{lines[key]}: {key}: nobody says this any more"


def _read(path: Path) -> list:  # type: ignore[type-arg]
    with path.open("rb") as file:
        return [message for message in read_po(file, locale=path.stem) if message.id]


def _number_of_forms(path: Path) -> int:
    with path.open("rb") as file:
        return int(read_po(file, locale=path.stem).num_plurals)


def _id(id_: str | list[str] | tuple[str, ...]) -> str:
    return id_ if isinstance(id_, str) else id_[0]
