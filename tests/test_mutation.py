"""The real record, broken one field at a time: every breakage is refused with file and line, or a reader sees it."""

from __future__ import annotations

import random
import shutil
from collections import Counter, defaultdict
from pathlib import Path

import pytest
import yaml

from macros.record import load as loading
from macros.record.problems import BadRecord
from macros.record.reader import read_file
from macros.rules.check import open_dossier

from .conftest import REAL
from .mutations import GONE, Mutation, Record

# Fields that no page shows: what is changed there is refused, or stays in the record for those who keep it.
NOT_SHOWN: dict[tuple[str, str], str] = {
    ("quotations", "verified.date"): "when the words were held against a copy is for those who keep the record",
    ("points", "weight"): "orders the points, and another weight may leave the order as it is",
    # They tell which outlets are a party's own, which matters where both that party's and others have its word.
    **{("parties", f"countries{rest}"): "may leave every choice as it is" for rest in ("", ".*")},
    ("claims", "figures.*.as_of"): "keeps a figure from being held against one of another time, and there may be none",
    ("dossier", "units.*.one"): "stands with a figure of one, and there may be none",
    ("dossier", "units.*.many"): "stands with a figure that is shown with its unit, and there may be none",
}


@pytest.fixture(scope="module")
def record() -> Record:
    return Record(REAL)


def classes(record: Record) -> dict[tuple[object, ...], list[Mutation]]:
    """All mutations by kind of record, field and kind of breakage; all figures are one field, and so are all units."""
    found = defaultdict(list)
    for id_ in record.raw:
        for mutation in record.mutations(id_):
            found[record.kind_of[id_], field_of(mutation), mutation.breakage].append(mutation)
    return found


def field_of(mutation: Mutation) -> str:
    named = ("figures", "units")
    path = enumerate(mutation.path)
    return ".".join("*" if isinstance(key, int) or (i and mutation.path[i - 1] in named) else key for i, key in path)


def try_all(record: Record, mutations: list[Mutation]) -> Counter[str]:
    """What came of each; fails with those that a check should have refused or a reader should have seen."""
    counts: Counter[str] = Counter()
    bad = []
    for mutation in mutations:
        result = record.result(mutation)
        counts[result.outcome] += 1
        unseen = result.outcome == "unseen" and (record.kind_of[mutation.id], field_of(mutation)) not in NOT_SHOWN
        if unseen or result.outcome == "raw":
            bad.append(f"{mutation}: {result.outcome} {result.by}")
        elif result.problem and not (result.problem.file.startswith("data/") and result.problem.line):
            bad.append(f"{mutation}: no place named: {result.problem}")
    assert not bad, "\n".join(bad)
    return counts


def test_some_breakages_of_every_kind(record: Record) -> None:
    chosen = random.Random(20250602)
    by_breakage = defaultdict(list)
    for (_, _, breakage), mutations in classes(record).items():
        by_breakage[breakage] += mutations
    counts = try_all(record, [m for each in by_breakage.values() for m in chosen.sample(each, 5)])
    assert counts["refused"] > 30
    assert counts["seen"] > 5


@pytest.mark.slow
def test_every_breakage_of_every_field(record: Record, capsys: pytest.CaptureFixture[str]) -> None:
    """Each field of each kind of record, broken in each way, at an entry drawn by a seed."""
    chosen = random.Random(2025)
    found = classes(record)
    counts = try_all(record, [chosen.choice(each) for each in found.values()])
    with capsys.disabled():
        total = sum(len(each) for each in found.values())
        print(f"\n{sum(counts.values())} of {total} breakages, each field in each way once: {dict(counts)}")


def test_the_same_comes_of_it_in_the_files(record: Record, tmp_path: Path) -> None:
    """What is broken in memory is broken in the files, too, and named there with the same file."""
    chosen = random.Random(16)
    candidates = [m for each in classes(record).values() for m in chosen.sample(each, 1)]
    refused = (
        m for m in chosen.sample(candidates, len(candidates)) if m.path and record.result(m).outcome == "refused"
    )
    for number, mutation in zip(range(4), refused, strict=False):
        root = tmp_path / str(number)
        for folder in ("data", "docs"):
            shutil.copytree(REAL / folder, root / folder, ignore=shutil.ignore_patterns("assets"))
        put(root, record, mutation)
        problem = record.result(mutation).problem
        assert problem is not None
        with pytest.raises(BadRecord) as caught:
            open_dossier(root)
        assert (problem.file, problem.message) in {(each.file, each.message) for each in caught.value.problems}
        assert all(each.line for each in caught.value.problems)


def put(root: Path, record: Record, mutation: Mutation) -> None:
    """Write a mutation into the files of a record."""
    origin = record.loaded.origins[mutation.id]
    path = root / origin.file
    data = node = read_file(path).data
    *parents, last = (*origin.keys, *mutation.path)
    for key in parents:
        node = node[key]
    if mutation.value is GONE:
        del node[last]
    else:
        node[last] = mutation.value
    path.write_text(yaml.safe_dump(data, sort_keys=False, allow_unicode=True), "utf-8")


def test_a_field_or_an_entry_written_twice_is_refused(record: Record, tmp_path: Path) -> None:
    chosen = random.Random(24)
    for file in sorted({origin.file for origin in record.loaded.origins.values()} - {"data/dossier.yml"}):
        path = tmp_path / file
        path.parent.mkdir(parents=True, exist_ok=True)
        text = (REAL / file).read_text("utf-8")
        id_ = chosen.choice([id_ for id_, origin in record.loaded.origins.items() if origin.file == file])
        field = chosen.choice(list(record.raw[id_]))
        start = text.index(f"\n{id_}:\n") + len(f"\n{id_}:\n")
        for change in (f"{text}\n{id_}: {{}}\n", f"{text[:start]}  {field}: twice\n{text[start:]}"):
            path.write_text(change, "utf-8")
            problems = [each for each in loading.load(tmp_path).problems if "stands twice" in each.message]
            assert [each.file for each in problems] == [file]
            assert problems[0].line > 1
        path.unlink()
