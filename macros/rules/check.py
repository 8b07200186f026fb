"""The checked dossier: every rule of record and pages held, all problems at once."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

from .. import locale
from ..record.dossier import Dossier
from ..record.load import load
from ..record.model import Entry
from ..record.problems import BadRecord, Problem
from ..record.references import own_texts, placeholders, references
from . import (
    actors,
    answers,
    attribution,
    coverage,
    figures,
    ids,
    pages,
    points,
    project,
    quotations,
    vocabularies,
    wording,
)
from .exceptions import Exceptions
from .ids import IDS
from .rule import RULES, WHOLE, Finding, Rule

# The families: importing them puts their rules on the lists.
FAMILIES = (ids, figures, attribution, quotations, points, actors, coverage, vocabularies)


def open_dossier(root: Path) -> Dossier:
    """The checked dossier under `root`. Raises BadRecord with every problem found, in one go."""
    loaded = load(root)
    problems = list(loaded.problems)
    if loaded.about is None:
        raise BadRecord([*problems, *pages.drafts(root)])
    dossier = Dossier(loaded)
    locale.use(dossier.about.language)
    findings = run(IDS, dossier)
    if problems or findings:
        findings += _of_sound_entries(dossier, findings)
    else:
        findings = run((*RULES, *WHOLE), dossier)
    problems += [problem_of(dossier, finding) for finding in findings]
    problems += [*_of_our_words(Dossier(loaded)), *project.problems(Dossier(loaded))]
    if problems:
        raise BadRecord(problems)
    return dossier


def run(rules: Iterable[Rule], dossier: Dossier) -> list[Finding]:
    """What some rules find, each finding with the name of its rule."""
    return [replace(finding, rule=each.__name__) for each in rules for finding in each(dossier)]


def _of_our_words(dossier: Dossier) -> list[Problem]:
    """What is wrong in the pages, and in the words of pages and record; exceptions that nothing needs."""
    exceptions = Exceptions.read(dossier.root)
    found = pages.problems(dossier, exceptions)
    prose = pages.prose(dossier.root)
    found += wording.problems(dossier, prose, exceptions)
    unread = {problem.file for problem in found} - prose.keys()
    _, of_answers = answers.read(dossier.root)
    return [*found, *exceptions.problems, *exceptions.unused(unread), *of_answers]


def _of_sound_entries(dossier: Dossier, findings: list[Finding]) -> list[Finding]:
    """What the rules find in the entries whose ids all resolve, so that one run names everything that is wrong.

    A rule goes on from references and needs them to resolve: entries that name a missing one are set aside, and those
    that name these. Rules that need the whole record wait until it is whole.
    """
    loaded = dossier.loaded
    sound = {kind: dict(entries) for kind, entries in loaded.kinds.items()}
    bad = {finding.id for finding in findings}
    if "" in bad:
        return []
    bad |= {id_ for id_, entry in dossier.entries.items() if _names_missing(dossier, entry)}
    while bad:
        sound = {kind: {i: e for i, e in entries.items() if i not in bad} for kind, entries in sound.items()}
        dossier = Dossier(replace(loaded, kinds=sound))
        bad = {id_ for id_, entry in dossier.entries.items() if _names_missing(dossier, entry)}
    if any(reference.id not in dossier.entries for reference in references(dossier.about)):
        return []
    return run(RULES, dossier)


def _names_missing(dossier: Dossier, entry: Entry) -> bool:
    """Whether an entry names, in a field or a placeholder, a record that is not there."""
    names = [name for text in own_texts(entry) for name in placeholders(text.text) if name in dossier.loaded.origins]
    return any(name not in dossier.entries for name in [*names, *(r.id for r in references(entry))])


def problem_of(dossier: Dossier, finding: Finding) -> Problem:
    """A finding with its file and line."""
    origin = dossier.loaded.origins[finding.id]
    where = ".".join(str(part) for part in (finding.id, *finding.path) if part != "")
    line = dossier.loaded.line(origin, finding.path)
    return Problem(origin.file, line, where, finding.message, finding.hint, finding.rule)
