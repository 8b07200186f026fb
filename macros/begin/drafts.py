"""The first files of a record, made from an article: its outlet, the source, a stub claim a sentence, its quotations.

Everything that takes judgement is left to write, as `TODO`; what the page does not say is `unknown`.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml

from ..record import defaults, splitting
from ..record.drafts import TODO
from ..record.fields import UNKNOWN
from .article import Article
from .passages import ends, quoted

SAVED = "saved"
# What is of any dossier; of every other kind the example stays, as comments to copy from.
KEPT = ("words.yml",)

_HEADS = {
    "dossier": "The dossier as a whole.",
    "outlets": "Publishers. Who owns or controls one is given as somebody says it, with the page; else it is unknown.",
    "sources": "Published pages. Take out of `sections` what is not of the article, with the claims on it.",
    "claims": (
        "A stub for each sentence: `python -m macros check` says what each still lacks. Of a sentence that asserts two "
        "things make two claims; take out one that asserts nothing. Under `defaults` goes what most of them share; a "
        "claim says for itself what is otherwise. Give each an id that tells what it is of, before you publish."
    ),
    "quotations": (
        "Every string in quotation marks. Say whose words they are; take out what is no quotation, such as a title. "
        "The claims named are the stubs of the sentences it stands in; keep those of the same speaker."
    ),
}


def record(article: Article, language: str) -> dict[str, str]:
    """The files of a record that an article gives, by their names, of a site in a language."""
    outlet = article.says.outlet
    outlet_id = _slug(outlet) if outlet else TODO
    source = f"{outlet_id}-article" if outlet else "article"
    files = {
        "dossier": _dossier(source, language),
        "outlets": {outlet_id: _outlet(outlet, article.says.language)} if outlet else {},
        "sources": {source: _source(article, outlet_id)},
        "claims": {defaults.KEY: _shared(source, "voice", "act", "chain", "date"), **dict(_claims(article))},
        "quotations": {defaults.KEY: _shared(source, "chain"), **dict(_quotations(article))},
    }
    return {f"{kind}.yml": _text(kind, data) for kind, data in files.items()}


def source_of(article: Article) -> str:
    """The id its source gets, after which the saved copies are named."""
    return f"{_slug(article.says.outlet)}-article" if article.says.outlet else "article"


def saved(article: Article) -> dict[Path, bytes]:
    """The copies to save: the page as it is, and its text as `verify-quotes` and `stamp-sentences` read it."""
    name, lines, ids = source_of(article), [], iter(article.paragraphs)
    for section in article.sections:
        lines += [f"## {section.heading}"] if section.heading else []
        lines += [f"[{next(ids)}] {text}" for text in section.paragraphs]
    return {
        Path(SAVED, f"{name}.txt"): "".join(f"{line}\n" for line in lines).encode(),
        Path(SAVED, "pages", f"{name}{article.suffix}"): article.data,
    }


def as_example(text: str) -> str:
    """A file of the invented record with its entries as comments, to be copied from."""
    head, _, entries = text.partition("\n\n")
    lines = "\n".join(f"# {line}".rstrip() for line in entries.rstrip().split("\n"))
    return f"{head}\n\n{lines}\n"


def as_draft(page: str, ids: set[str]) -> str:
    """A page of the invented dossier; what tells of that one's records, is still to be written."""
    front, *parts = re.split(r"\n{2,}", page.rstrip())
    is_example = [any(f'("{id_}"' in part for id_ in ids) for part in parts]
    if not any(is_example):
        return page
    kept = [
        TODO if example else part
        for part, example, before in zip(parts, is_example, [False, *is_example], strict=False)
        if not (example and before)
    ]
    title = re.search(r"^title: (.*)$", front, re.MULTILINE)
    if title and kept[0] != f"# {title[1]}":
        kept[0] = f"# {TODO}"
    front = re.sub(r"^description: .*$", f"description: {TODO}", front, flags=re.MULTILINE)
    return "\n\n".join([front, *kept]) + "\n"


def _dossier(source: str, language: str) -> dict[str, Any]:
    return {
        "title": TODO,
        "summary": TODO,
        "event": TODO,
        "edition": {"number": 1, "date": TODO},
        "language": language,
        "primary": [source],
        "topics": [{"id": TODO, "title": TODO, "summary": TODO}],
        "parties": [TODO],
    }


def _outlet(name: str, language: str | None) -> dict[str, Any]:
    languages = {"languages": [language]} if language else {}
    return {"name": name, "short": name[:60], "kind": UNKNOWN, "country": UNKNOWN, **languages, "owner": UNKNOWN}


def _source(article: Article, outlet: str) -> dict[str, Any]:
    says, ids = article.says, iter(article.paragraphs)
    return {
        "outlet": outlet,
        "title": says.title or UNKNOWN,
        "url": says.url or UNKNOWN,
        "date": says.date or UNKNOWN,
        "language": says.language or TODO,
        "sections": [
            {"title": section.heading or TODO, "paragraphs": [next(ids) for _ in section.paragraphs]}
            for section in article.sections
        ],
    }


def _shared(source: str, *to_write: str) -> dict[str, Any]:
    return {"source": source, **dict.fromkeys(to_write, TODO)}


def _claims(article: Article) -> Iterator[tuple[str, dict[str, Any]]]:
    whole = "\n".join(article.paragraphs.values())
    for place, paragraph in article.paragraphs.items():
        for number, (start, end) in enumerate(splitting.sentences(paragraph), 1):
            first, last = ends(whole, paragraph, start, end)
            passage = {"start": first} | ({"end": last} if last else {})
            yield (
                f"{place}-{number}",
                {"point": TODO, "says": TODO, "by": TODO, "place": place, "passage": _OneLine(passage)},
            )


def _quotations(article: Article) -> Iterator[tuple[str, dict[str, Any]]]:
    for place, paragraph in article.paragraphs.items():
        sentences = splitting.sentences(paragraph)
        for number, (start, end) in enumerate(quoted(paragraph), 1):
            claims = [f"{place}-{n}" for n, (first, last) in enumerate(sentences, 1) if first < end and last > start]
            text = paragraph[start:end].strip().removesuffix(",")
            yield f"{place}-quote-{number}", {"text": text, "by": TODO, "claims": claims, "place": place}


def _slug(name: str) -> str:
    """An id made of a name; `outlet` where its letters are not Latin."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[:40].strip("-") or "outlet"


class _OneLine(dict[str, Any]):
    """A mapping that is written on one line."""


class _Dumper(yaml.SafeDumper):
    def ignore_aliases(self, data: Any) -> bool:  # noqa: ARG002 (the record has none)
        return True


_Dumper.add_representer(
    _OneLine, lambda dumper, data: dumper.represent_mapping("tag:yaml.org,2002:map", data, flow_style=True)
)


def _text(kind: str, data: dict[str, Any]) -> str:
    """A file of the record, an empty line between its entries."""
    head = [f"# yaml-language-server: $schema=schema/{kind}.json", *_wrapped(_HEADS[kind])]
    parts = [data] if kind == "dossier" else [{id_: entry} for id_, entry in data.items()]
    written = [yaml.dump(part, Dumper=_Dumper, sort_keys=False, allow_unicode=True, width=10**6) for part in parts]
    return "\n".join(["\n".join(head) + "\n", *written])


def _wrapped(text: str, width: int = 118) -> list[str]:
    lines = [""]
    for word in text.split():
        if len(lines[-1]) + 1 + len(word) > width:
            lines.append("")
        lines[-1] = f"{lines[-1]} {word}".strip()
    return [f"# {line}" for line in lines]
