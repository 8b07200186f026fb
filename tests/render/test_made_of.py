"""The page on what the dossier is made of; its numbers counted again from the downloads."""

from __future__ import annotations

import csv
import io
import json
import re
from collections import Counter, defaultdict
from html.parser import HTMLParser
from typing import Any

import pytest

from macros.analysis.own_word import ORDER
from macros.locale import text
from macros.render.context import Context
from macros.render.made_of import SECTIONS, made_of
from macros.site import exports

from .. import saved
from ..conftest import REAL, Project

Rows = dict[str, list[dict[str, str]]]


class _Reader(HTMLParser):
    """The rows of the tables under each heading: what each row is, and its numbers; `heads` are its columns."""

    def __init__(self) -> None:
        super().__init__()
        self.section, self.cell, self.words = "", "", ""
        self.head: dict[str, list[str]] = defaultdict(list)
        self.rows: dict[str, list[list[str]]] = defaultdict(list)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "tr":
            self.rows[self.section].append([])
        if tag in ("th", "td"):
            self.words = ""

    def handle_endtag(self, tag: str) -> None:
        if tag in ("th", "td"):
            self.rows[self.section][-1].append(self.words.strip())

    def handle_data(self, data: str) -> None:
        for line in data.splitlines():
            if line.startswith("## "):
                self.section = line.partition("{ #")[2].removesuffix(" }")
        self.words += data.replace("■", "").replace("▲", "")


def read(html: str) -> dict[str, list[list[str]]]:
    reader = _Reader()
    reader.feed(html)
    return reader.rows


def by_row(rows: list[list[str]], heads: int = 1) -> dict[str, list[int]]:
    return {row[0]: [int(cell.replace(",", "")) for cell in row[1:]] for row in rows[heads:]}


def by_column(rows: list[list[str]]) -> dict[str, dict[str, int]]:
    """For each column its numbers by row."""
    return {
        name: {row[0]: int(row[number].replace(",", "")) for row in rows[1:]}
        for number, name in enumerate(rows[0])
        if number
    }


@pytest.fixture(scope="module")
def real() -> dict[str, list[list[str]]]:
    return read(str(Project(REAL).author().made_of()))


@pytest.fixture(scope="module")
def downloads() -> dict[str, str]:
    return exports.files(Project(REAL).dossier())


@pytest.fixture(scope="module")
def data(downloads: dict[str, str]) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(downloads["record.json"])
    return found


@pytest.fixture(scope="module")
def table(downloads: dict[str, str]) -> dict[str, list[dict[str, str]]]:
    """The rows of the tables, by the names of the tables."""
    return {
        name.removesuffix(".csv"): list(csv.DictReader(io.StringIO(text.removeprefix("\ufeff"))))
        for name, text in downloads.items()
        if name.endswith(".csv")
    }


# What the downloads say, by hand


def country_group(data: dict[str, Any], outlet: str) -> str:
    country = data["outlets"][outlet]["country"]
    sides = {c: p["short"] for p in data["parties"].values() if p["role"] == "side" for c in p.get("countries", [])}
    return sides.get(country, "A country not known" if country == "unknown" else "Other countries")


def party(data: dict[str, Any], speaker: str) -> str:
    found = speaker if speaker in data["parties"] else data["people"].get(speaker, {}).get("party", "")
    return str(data["parties"][found]["short"]) if data["parties"].get(found, {}).get("role") == "side" else ""


def speaking(data: dict[str, Any], item: dict[str, Any]) -> set[str]:
    by = [] if item["by"] == "unclear" else item["by"]
    return {side for speaker in by if (side := party(data, speaker))}


def quoted(item: dict[str, Any]) -> int:
    return len(item["text"].replace("[...]", " ").split())


def ground(data: dict[str, Any], event: dict[str, Any]) -> set[str]:
    """The side in whose country an event was, by the places that its place lies in."""
    place, found = data["places"].get(event.get("where")), set()
    while place:
        if place["kind"] == "country":
            found = {p["short"] for p in data["parties"].values() if place["name"] in p.get("countries", [])}
        place = data["places"].get(place.get("within"))
    return found


def others(data: dict[str, Any], kind: str) -> list[dict[str, Any]]:
    return [item for item in data[kind].values() if item["source"] not in data["dossier"]["primary"]]


@pytest.mark.parametrize("section", ["pages", "kinds"])
def test_outlets_pages_claims_and_words(real: Any, data: dict[str, Any], section: str) -> None:
    def group(item: dict[str, Any]) -> str:
        outlet = data["sources"][item["source"]]["outlet"]
        kind = str(data["outlets"][outlet]["kind"]).capitalize()
        return country_group(data, outlet) if section == "pages" else kind.replace("Unknown", "Kind not known")

    pages: dict[str, set[str]] = defaultdict(set)
    claims: Counter[str] = Counter()
    words: Counter[str] = Counter()
    for claim in others(data, "claims"):
        claims[group(claim)] += 1
        pages[group(claim)].add(claim["source"])
    for quotation in others(data, "quotations"):
        words[group(quotation)] += quoted(quotation)
    outlets = {name: {data["sources"][page]["outlet"] for page in found} for name, found in pages.items()}
    assert by_row(real[section]) == {
        name: [len(outlets[name]), len(pages[name]), claims[name], words[name]] for name in pages
    }


def test_whose_words(real: Any, data: dict[str, Any]) -> None:
    rows: dict[str, list[int]] = defaultdict(lambda: [0] * 4)
    for kind in ("claims", "quotations"):
        for item in data[kind].values():
            at = (item["source"] not in data["dossier"]["primary"]) * 2 + (kind == "quotations")
            for side in speaking(data, item) or {"Others and outlets"}:
                rows[side][at] += quoted(item) if kind == "quotations" else 1
    assert by_row(real["speakers"], heads=2) == rows


def test_through_whom(real: Any, data: dict[str, Any]) -> None:
    sides = {p["short"] for p in data["parties"].values() if p["role"] == "side"}
    found: dict[str, Counter[str]] = {side: Counter() for side in sides}
    for claim in others(data, "claims"):
        group = country_group(data, data["sources"][claim["source"]]["outlet"])
        for side in speaking(data, claim):
            found[side]["own" if group == side else "across" if group in sides else group] += 1
    carried: dict[str, set[str]] = defaultdict(set)
    for claim in others(data, "claims"):
        carried[data["sources"][claim["source"]]["outlet"]] |= speaking(data, claim)
    alone = {
        side: sum(
            country_group(data, outlet) == "A country not known" and carried[outlet] == {side}
            for claim in others(data, "claims")
            if side in speaking(data, claim)
            for outlet in [data["sources"][claim["source"]]["outlet"]]
        )
        for side in sides
    }
    assert {side: list(numbers.values()) for side, numbers in by_column(real["through"]).items()} == {
        side: [n["own"], n["across"], n["Other countries"], n["A country not known"], alone[side]]
        for side, n in found.items()
    }


def test_owners(real: Any, data: dict[str, Any]) -> None:
    rows: dict[str, list[int]] = defaultdict(lambda: [0] * 4)
    for id_, outlet in data["outlets"].items():
        if outlet["owner"] != "unknown":
            column = 1 if outlet["owner"]["held_by"] == "not clear" else 0
        else:
            column = 2 if "owner_sought" in outlet else 3
        rows[country_group(data, id_)][column] += 1
    assert by_row(real["owners"]) == rows


def test_questions_with_a_word_of_each_side(real: Any, data: dict[str, Any], table: Rows) -> None:
    """From the table of claims alone: a side has a word where the column of parties names it."""
    sides = {id_: p["short"] for id_, p in data["parties"].items() if p["role"] == "side"}
    speak: dict[str, set[str]] = {row["point"]: set() for row in table["claims"]}
    for row in table["claims"]:
        speak[row["point"]] |= {short for id_, short in sides.items() if id_ in row["parties"].split("; ")}
    own = Counter(side for found in speak.values() for side in found)
    shown = by_column(real["questions"])
    assert {side: next(iter(numbers.values())) for side, numbers in shown.items()} == own
    several = sum(len(found) > 1 for found in speak.values())
    assert sum(list(numbers.values())[1] for numbers in shown.values()) == several
    none = sum(not found for found in speak.values())
    sentence = text(
        "made-of.questions.speaking", count=len(speak), every=several, some=len(speak) - several - none, none=none
    )
    assert sentence in str(Project(REAL).author().made_of())


def test_contested_questions_without_a_word(real: Any, data: dict[str, Any], table: Rows) -> None:
    sides = {id_: p for id_, p in data["parties"].items() if p["role"] == "side"}
    shown = by_column(real["questions"])
    for id_, side in sides.items():
        silent = {row["point"] for row in table["answers"] if row["party"] == id_ and not row["claim"]}
        contested = silent & {row["id"] for row in table["points"] if row["contested"] == "true"}
        looked = {p for p in contested if any(each["side"] == id_ for each in data["points"][p].get("sought", []))}
        told = {
            claim["point"]
            for claim in data["claims"].values()
            if claim["point"] in silent and speaking(data, claim) and side["short"] in acting(data, claim)
        }
        numbers = list(shown[side["short"]].values())
        assert numbers[2:] == [len(looked), len(contested - looked), len(told)]


def acting(data: dict[str, Any], claim: dict[str, Any]) -> set[str]:
    """The sides whose act a claim tells of: as it says, or whom its sentence begins with."""
    begins = re.match(r"\{([^|}]*)", claim["says"])
    return {party(data, who) for who in [*claim.get("of", []), *([begins[1]] if begins else [])]}


def test_how_near_the_statements_are(real: Any, data: dict[str, Any], table: Rows) -> None:
    """From the table of answers alone: of each side, how many statements are how near to it."""
    for side, numbers in by_column(real["nearest"]).items():
        found = Counter(
            row["nearness"]
            for row in table["answers"]
            if data["parties"][row["party"]]["short"] == side and row["claim"]
        )
        assert list(numbers.values()) == [found[nearness] for nearness in ORDER]
        assert found.total() == next(iter(by_column(real["questions"])[side].values()))


def test_who_stands_first(real: Any, data: dict[str, Any], table: Rows) -> None:
    several = {p for p, n in Counter(row["point"] for row in table["answers"] if row["claim"]).items() if n > 1}
    first = Counter(
        data["parties"][row["party"]]["short"]
        for row in table["answers"]
        if row["place"] == "1" and row["point"] in several
    )
    assert {side: list(numbers.values())[1] for side, numbers in by_column(real["questions"]).items()} == first


def test_loaded_words(real: Any, data: dict[str, Any]) -> None:
    found: Counter[str] = Counter()
    for claim in data["claims"].values():
        for side in speaking(data, claim):
            found[side] += len(claim.get("speakers_words", []))
    shown = by_column(real["wording"])
    assert {side: numbers["Loaded words of its speakers"] for side, numbers in shown.items()} == found


def test_what_was_done_to_whom(real: Any, data: dict[str, Any]) -> None:
    """By the country it was in; where none is given, to the one side that did not do it."""
    done: Counter[str] = Counter()
    sides = {p["short"] for p in data["parties"].values() if p["role"] == "side"}
    for event in data["events"].values():
        if event["kind"] == "attack":
            others_ = ground(data, event) or sides - {party(data, who) for who in event.get("who", [])}
            done[others_.pop() if len(others_) == 1 else "not known"] += 1
    shown = by_column(real["wording"])
    assert {side: shown[side]["Attacks on its ground"] for side in sides} == {side: done[side] for side in sides}
    told = text("made-of.wording.not-known", count=done["not known"])
    assert (told in str(Project(REAL).author().made_of())) == (done["not known"] > 0)


def test_the_source_in_sentences_and_words(real: Any, data: dict[str, Any]) -> None:
    order = ["quoted", "claimed", "opinion", "between", "aside", "nobody"]
    sentences: Counter[str] = Counter()
    words: Counter[str] = Counter()
    for each in data["sentences"].values():
        rest = "between" if "spans" in each else "aside" if "aside" in each else "nobody"
        found = [rest] * each["words"]
        for span in each.get("spans", []):
            opinion = data["claims"].get(span["of"], {}).get("voice") == "opinion"
            what = "quoted" if span["of"] in data["quotations"] else "opinion" if opinion else "claimed"
            for number in range(span["first"] - 1, span["last"]):
                found[number] = min(found[number], what, key=order.index)
        words.update(found)
        sentences[min(found, key=order.index)] += 1
    expected = {text(f"made-of.source.{name}"): [sentences[name], words[name]] for name in order if words[name]}
    assert by_row(real["source"]) == {**expected, "All of it": [sentences.total(), words.total()]}


# The page itself


def test_every_section_says_what_it_does_not_show(untouched: Project) -> None:
    html = str(untouched.author().made_of())
    assert html.count("What this does not show:") == html.count("\n## ") == len(SECTIONS)


def test_the_side_with_the_larger_number_comes_first(real: Any) -> None:
    for name in ("through", "questions", "nearest", "wording"):
        numbers = [next(iter(column.values())) for column in by_column(real[name]).values()]
        assert numbers == sorted(numbers, reverse=True)


def test_what_is_not_known_is_said(untouched: Project) -> None:
    assert text("made-of.source.unknown") in str(untouched.author().made_of())


def test_what_is_left_aside_stands_with_its_reason(project: Project) -> None:
    saved.stamp(project, saved.SAVED.replace("[g4] ", "[g4] Birds sang all day. "))
    project.set("gazette-article-g4-1", "aside", "It tells of the weather.")
    html = str(project.author().made_of())
    assert "<li>“Birds sang all …”: It tells of the weather.</li>" in html


def test_with_several_sources_each_is_named(project: Project) -> None:
    project.set("", "primary", ["gazette-article", "tin-radio-late"])
    html = str(made_of(Context(project.loaded())))
    assert html.count(text("made-of.source.unknown")) == 2
    assert "Tin Radio</a></b>" in html


def test_three_sides_have_three_columns(project: Project) -> None:
    project.set("quill", "role", "side")
    rows = read(str(made_of(Context(project.loaded()))))
    assert len(rows["through"][0]) == 4
