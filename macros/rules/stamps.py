"""Stamps of quotations: that their words were found in a saved copy of the source. A stamp holds hashes only."""

from __future__ import annotations

import hashlib
import re
import shutil
from collections.abc import Iterable
from datetime import date
from pathlib import Path

import yaml

from ..record.dates import When
from ..record.dossier import Dossier
from ..record.load import Origin
from ..record.model import Quotation, Verification
from ..record.problems import BadRecord, Problem
from .letters import words_hash
from .verify import Held

_LINE_END = re.compile(r"\r\n|\n|\r")


def stamp(dossier: Dossier, held: Iterable[Held], saved: bytes, day: date) -> list[str]:
    """Write the verification of every exact quotation into its file; the ids of those that had none like it.

    Only the lines of the stamp change: comments, order, line ends and all else of the file stay. Files are written once
    all stamps are made, each in one step. Raises BadRecord where a quotation has no lines of its own.
    """
    sha256 = hashlib.sha256(saved).hexdigest()
    texts: dict[Path, str] = {}
    stamped = []
    for each in held:
        if each.result != "exact" or each.field != "text" or not isinstance(each.item, Quotation):
            continue
        new = Verification(result="exact", sha256=sha256, date=When(day.isoformat()), words=words_hash(each.item.text))
        old = each.item.verified
        if isinstance(old, Verification) and (old.sha256, old.words) == (new.sha256, new.words):
            continue
        origin = dossier.loaded.origins[each.item.id]
        path = (dossier.root / origin.file).resolve()
        text = texts[path] if path in texts else path.read_bytes().decode("utf-8")
        texts[path] = with_stamp(text, origin, new)
        stamped.append(each.item.id)
    for path, text in texts.items():
        _replace(path, text)
    return stamped


def with_stamp(text: str, origin: Origin, new: Verification) -> str:
    """The text of a file with the stamp of one entry: its values written over, or its lines put below the entry's."""
    entry = _value(yaml.compose(text, yaml.SafeLoader), origin.keys[0])
    if entry.flow_style:
        line = entry.start_mark.line + 1
        raise BadRecord([Problem(origin.file, line, str(origin.keys[0]), "write one field a line to have it stamped")])
    values = {name: str(value) for name, value in new.model_dump().items()}
    key, old = next(((key, value) for key, value in entry.value if key.value == "verified"), (None, None))
    if isinstance(old, yaml.MappingNode) and [name.value for name, _ in old.value] == list(values):
        for name, value in reversed(old.value):
            text = f"{text[: value.start_mark.index]}{values[name.value]}{text[value.end_mark.index :]}"
        return text
    indent = " " * entry.value[0][0].start_mark.column
    end = _line_end_of(text)
    lines = "".join(f"{end}{indent}  {name}: {value}" for name, value in values.items())
    if key is None or old is None:
        at = _end_of_line(text, _end(entry, text))
        return f"{text[:at]}{end}{indent}verified:{lines}{text[at:]}"
    text = f"{text[: key.start_mark.index]}verified:{text[_end(old, text) :]}"
    at = _end_of_line(text, key.start_mark.index)
    return f"{text[:at]}{lines}{text[at:]}"


def _value(node: yaml.Node | None, key: str | int) -> yaml.MappingNode:
    pairs = node.value if node else ()
    found: yaml.MappingNode = next(value for name, value in pairs if name.value == key)
    return found


def _end(node: yaml.Node, text: str) -> int:
    """Where a node's own text ends; the end mark of a block is that of what follows it."""
    if isinstance(node, yaml.CollectionNode) and not node.flow_style and node.value:
        last = node.value[-1]
        return _end(last[1] if isinstance(node, yaml.MappingNode) else last, text)
    return len(text[: node.end_mark.index].rstrip())


def _end_of_line(text: str, at: int) -> int:
    found = _LINE_END.search(text, at)
    return found.start() if found else len(text)


def _line_end_of(text: str) -> str:
    """What ends the lines of a file."""
    found = _LINE_END.search(text)
    return found[0] if found else "\n"


def _replace(path: Path, text: str) -> None:
    """Write a file in one step, so that a full disk leaves it as it was."""
    new = path.with_name(f".{path.name}.new")
    try:
        new.write_bytes(text.encode("utf-8"))
        shutil.copymode(path, new)
        new.replace(path)
    except OSError as error:  # whoever reads of it knows the file, not the one beside it
        raise OSError(error.errno, error.strerror, str(path)) from error
    finally:
        new.unlink(missing_ok=True)
