"""A stamp changes its own lines and nothing else of a file."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
import yaml

from macros.record.dates import When
from macros.record.load import Origin
from macros.record.model import Verification
from macros.rules import stamps, verify

NEW = Verification(result="exact", sha256="b" * 64, date=When("2031-05-01"), words="c" * 64)
OLD = f"""\
    result: exact
    sha256: {"a" * 64}  # of the page as printed
    # the day
    date: 2031-04-10
    words: {"d" * 64}
"""
FILES = {
    "a stamp before": f"# head\nfirst:\n  text: a  # b\n  verified:  # by hand\n{OLD}  by: vane\n\nlast:\n  text: x\n",
    "no stamp": "first:\n  text: one\n  by: vane  # who\n\n# of the last\nlast:\n  text: x\n",
    "no stamp, at the end, no line end": "last:\n  text: x\nfirst:\n  text: one",
    "another value": "first:\n  text: one\n  verified: no copy seen  # not yet\n  by: vane\nlast:\n  text: x\n",
    "a block text last": "first:\n  by: vane\n  text: >-\n    one\n    two\n\n# of the last\nlast:\n  text: x\n",
    "a list last": "first:\n  text: one\n  chain:\n    - wire\n    - post\nlast:\n  text: x\n",
    "another script": "first:\n  text: 两艘渡船 — один\n  by: 𝔳ane\nlast:\n  text: x\n",
}


@pytest.mark.parametrize("end", ["\n", "\r\n"], ids=["unix", "windows"])
@pytest.mark.parametrize("mark", ["", "\ufeff"], ids=["bare", "marked"])
@pytest.mark.parametrize("name", FILES)
def test_all_else_of_a_file_stays_as_it_is(name, mark, end):
    before = mark + FILES[name].replace("\n", end)
    after = stamps.with_stamp(before, Origin("data/quotations.yml", ("first",)), NEW)
    stamped = yaml.load(after.removeprefix("\ufeff"), yaml.BaseLoader)
    was = yaml.load(before.removeprefix("\ufeff"), yaml.BaseLoader)
    assert stamped["first"].pop("verified") == {key: str(value) for key, value in NEW.model_dump().items()}
    was["first"].pop("verified", None)
    assert stamped == was
    assert list(stamped) == list(was)
    assert comments(before) == comments(after)
    assert after.startswith("\ufeff") == bool(mark)
    assert after.count("\r") == (after.count("\n") if end == "\r\n" else 0)
    kept = [line for line in before.split(end) if "verified" not in line and line not in OLD.split("\n")]
    assert [line for line in after.split(end) if line in kept] == kept


def comments(text):
    return [line.partition("#")[2].strip() for line in text.splitlines() if "#" in line]


def test_stamping_twice_is_stamping_once():
    once = stamps.with_stamp(FILES["no stamp"], Origin("x", ("first",)), NEW)
    assert stamps.with_stamp(once, Origin("x", ("first",)), NEW) == once


def test_where_one_quotation_cannot_be_stamped_none_is(project):
    file = project.root / "data" / "quotations.yml"
    loaded = project.loaded()
    held = [verify.Held(item, "exact") for item in loaded.quotations.values()]
    last = held[-1].item.id
    text = file.read_text("utf-8")
    at = text.index(f"{last}:\n")
    fields = yaml.safe_load(text[at:])[last]
    flow = yaml.safe_dump(
        {k: str(v) for k, v in fields.items() if k != "verified"}, default_flow_style=True, width=9999
    )
    file.write_text(f"{text[:at]}{last}: {flow}", "utf-8")
    before = file.read_bytes()
    with pytest.raises(stamps.BadRecord, match="write one field a line"):
        stamps.stamp(loaded, held, b"copy", date(2031, 5, 1))
    assert file.read_bytes() == before
    assert [path.name for path in file.parent.glob(".*")] == []


def test_a_file_that_cannot_be_written_is_named_itself(project, monkeypatch):
    def fails(path, data):
        raise PermissionError(13, "Permission denied", str(path))

    loaded = project.loaded()
    held = [verify.Held(item, "exact") for item in loaded.quotations.values()]
    monkeypatch.setattr(Path, "write_bytes", fails)
    with pytest.raises(PermissionError) as raised:
        stamps.stamp(loaded, held, b"copy", date(2031, 5, 1))
    assert raised.value.filename == str((project.root / "data/quotations.yml").resolve())
