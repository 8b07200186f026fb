"""The catalogs of other languages are whole, and what they lack is told."""

from __future__ import annotations

from pathlib import Path

import pytest

from macros import locale
from macros.__main__ import main
from macros.locale import report

ENGLISH = """msgid ""
msgstr "Language: en\\n"

msgid "a.whole"
msgstr "{who} said so"

msgid "a.number"
msgid_plural "a.number"
msgstr[0] "{count} claim"
msgstr[1] "{count} claims"
"""
TURKISH = """msgid ""
msgstr "Language: tr\\n"

msgid "a.whole"
msgstr "{kim} söyledi"

msgid "a.left"
msgstr "artık yok"
"""


@pytest.fixture
def catalogs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "en.po").write_text(ENGLISH, "utf-8")
    (tmp_path / "tr.po").write_text(TURKISH, "utf-8")
    monkeypatch.setattr(locale, "HERE", tmp_path)
    monkeypatch.setattr(report, "HERE", tmp_path)
    locale.catalog.cache_clear()
    yield tmp_path  # type: ignore[misc]
    locale.catalog.cache_clear()
    locale.use("en")


def test_what_a_catalog_lacks_is_told(catalogs: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["messages"]) == 1
    told = capsys.readouterr().out
    assert "a.number: missing; the English is said ('{count} claims')" in told
    assert "a.whole: names kim, which the English does not" in told
    assert "a.whole: leaves out who" in told
    assert "a.left: nobody says this any more" in told


def test_a_language_without_a_catalog_is_named(catalogs: Path) -> None:
    assert list(report.problems("eo")) == [
        "macros/locale/eo.po: there is no catalog of this language; all is said in English"
    ]


def test_what_is_missing_is_said_in_english(catalogs: Path) -> None:
    locale.use("tr")
    assert locale.text("a.number", count=2) == "2 claims"


@pytest.mark.parametrize("language", report.languages())
def test_a_catalog_is_whole(language: str) -> None:
    assert list(report.problems(language)) == []
