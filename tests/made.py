"""Records made by chance: in every script, with extremes of numbers, dates and places, of one side or nine.

A seed makes the same record each time. What is made keeps to the rules as far as they are easily kept; where a record
is refused all the same, the test that asked for it looks at the next one.
"""

from __future__ import annotations

from pathlib import Path
from random import Random
from typing import Any

import yaml

from .conftest import SETTINGS, Dumper

SCRIPTS = (
    "the bridge was closed by order of both towns and nobody crossed it",
    "мост был закрыт по решению обеих сторон и никто не перешёл реку",
    "الجسر مغلق بقرار من الجانبين ولم يعبره أحد",
    "הגשר נסגר בהחלטת שני הצדדים ואיש לא עבר בו",
    "สะพาน ถูก ปิด ตาม คำสั่ง ของ ทั้งสอง ฝ่าย",
    "两 岸 的 桥 已 关闭 没有 人 过 河",
    "橋 は 両町 の 決定 で 閉じられた",
    "पुल दोनों पक्षों के निर्णय से बंद था",
    "η γέφυρα έκλεισε με απόφαση και των δύο πλευρών",
    "cầu đã đóng theo quyết định của hai bên",
    "İstanbul'da ığdır Straße Łódź Ødegård naïve coöperate ﬁne",
    "a&b <i>c</i> *d* _e_ `f` [g] \\i ~j~ ^k^ |l| #m $n$ <!-- o --> &amp; p:q",
    "👩‍👩‍👧 🏳️‍🌈 é ﷽ \u200fabc\u200e a\u0301\u0302\u0303",
)
LANGUAGES = ("en", "ru", "ar", "he", "th", "zh-Hans", "ja", "hi", "el", "vi", "tr", "de", "mul")
WHEN = (
    "2031-04-02", "2031-04", "2031", "0001-01-01", "9999-12-31", "-0043", "1850~", "1914/..", "../1914",
    "2031-04-02T23:59+14:00", "2031-04-02T00:00Z", "2024-02-29", "2030-12-31/2031-01-01", "unknown",
)  # fmt: skip
NUMBERS = (0, 1, -1, 2, 12, 0.5, -0.001, 1000, 999_999, 10**15, -(10**15), 33.333333, 0.001)
SIGNS = ("triangle", "square", "circle", "diamond", "hexagon", "cross")
COLOURS = ("#6b2c91", "#006158", "#9a4a00", "#8c1d40", "#00548f", "#5c5c00", "#3f3f9f", "#7a3b2e", "#2e5e2e")
DARK = ("#ca7fff", "#73e4a3", "#ffb570", "#ff9db5", "#8cc8ff", "#d8d870", "#b0b0ff", "#e0a090", "#a0d8a0")
FACTS = ("fact", "agreement", "proposal", "demand", "refusal", "opinion")
ACTS = ("states", "proposes", "demands", "agrees", "declines", "denies", "opines")


class Made:
    """The files of one made record: `files` by path, their data or a page's text."""

    def __init__(self, seed: int) -> None:
        self.random = Random(seed)
        self.sides = self.random.choice((1, 2, 2, 2, 3, 4, 5, 6, 9))
        self.primary = self.random.choice((1, 1, 2, 3))
        self.is_small = self.random.random() < 0.25
        self.files: dict[str, Any] = {}
        self.make()

    def write(self, root: Path) -> Path:
        """Write all files below a folder; the folder."""
        for name, content in self.files.items():
            path = root / name
            path.parent.mkdir(parents=True, exist_ok=True)
            is_text = isinstance(content, str)
            text = content if is_text else yaml.dump(content, Dumper=Dumper, allow_unicode=True, sort_keys=False)
            path.write_text(text, "utf-8")
        return root

    # Values

    def words(self, most: int = 8) -> str:
        """Some words of one script, or of two."""
        several = self.random.choice(SCRIPTS).split() + self.random.choice(SCRIPTS).split() * self.maybe(0.2)
        return " ".join(self.random.choices(several, k=self.random.randint(1, most)))

    def maybe(self, chance: float = 0.5) -> bool:
        """True in so many cases."""
        return self.random.random() < chance

    def one(self, several: Any) -> Any:
        """One of several."""
        return self.random.choice(list(several))

    def some(self, several: Any, most: int = 3) -> list[Any]:
        """A few of several, none twice."""
        known = list(several)
        return self.random.sample(known, self.random.randint(0, min(most, len(known))))

    def number(self, most: int) -> int:
        """How many of something there are: few in a small record."""
        return self.random.randint(0, 1 if self.is_small else most)

    def figure(self) -> dict[str, Any]:
        """A figure of any kind."""
        kind = self.one(
            (
                "exact",
                "at_least",
                "up_to",
                "about",
                "almost",
                "just_over",
                "more_than",
                "fewer_than",
                "less_than",
                "between",
                "other",
            )
        )
        if kind == "other":
            when = self.one(WHEN[:-1])
            return self.one(({"date": when}, {"time": "23:59"}, {"name": "Channel 5"}, {"ordinal": 10**6}))
        value = sorted(self.random.sample(NUMBERS, 2)) if kind == "between" else self.one(NUMBERS)
        return {kind: value, "unit": self.one(("planks", "percent", "thousands"))}

    # Kinds

    def make(self) -> None:
        """Make every kind, each from those that it names."""
        parties = [f"party-{i}" for i in range(max(self.sides, min(6, self.sides + self.number(2))))]
        self.kind("parties", parties, self.party)
        outlets = [f"outlet-{i}" for i in range(1 + self.number(4))]
        self.kind("outlets", outlets, lambda _, id_: self.outlet(parties))
        sources = [f"source-{i}" for i in range(self.primary + self.number(5))]
        self.kind("sources", sources, lambda i, id_: self.source(i, outlets))
        people = [f"person-{i}" for i in range(self.number(8))]
        self.kind("people", people, lambda _, id_: self.person(parties) | {"told_by": "claim-0"})
        places = [f"place-{i}" for i in range(self.number(6))]
        self.kind("places", places, lambda i, id_: self.place(places[:i]))
        events = [f"event-{i}" for i in range(1 + self.number(6))]
        topics = [f"topic-{i}" for i in range(self.random.randint(1, 3))]
        points = [f"point-{i}" for i in range(max(len(topics), self.number(6)))]
        claims = [f"claim-{i}" for i in range(len(points) + self.number(20))]
        self.speakers = [*parties, *people]
        self.kind("claims", claims, lambda i, id_: self.claim(points[i % len(points)], outlets, sources, events))
        self.files["data/claims.yml"]["claim-0"]["says"] += "".join(f" With {{{id_}}}." for id_ in people)
        self.kind("events", events, lambda _, id_: self.event(places, claims))
        self.kind("points", points, lambda i, id_: self.point(topics[i % len(topics)]))
        terms = [f"term-{i}" for i in range(self.number(4))]
        self.kind("terms", terms, lambda _, id_: self.term())
        self.kind(
            "quotations", [f"quotation-{i}" for i in range(self.number(4))], lambda i, id_: self.quotation(claims)
        )
        self.files["data/dossier.yml"] = {
            "title": self.words(),
            "summary": self.words(20),
            "event": events[0],
            "edition": {"number": self.one((1, 10**15)), "date": "9999-12-31"},
            "primary": sources[: self.primary],
            "topics": [{"id": id_, "title": self.words(), "summary": self.words(12)} for id_ in topics],
            "parties": parties,
            "units": {"planks": {"one": "plank", "many": "planks"}}
            | {"thousands": {"one": "thousand", "many": "thousands", "of": "planks", "times": 1000}},
        }
        self.files["mkdocs.yml"] = f"{SETTINGS}nav:\n  - Home: index.md\n"
        self.files["docs/index.md"] = self.page(
            {"claims": claims, "person": people, "party": parties, "place": places, "outlet": outlets}
            | {"source": sources, "event": events, "term": terms}
        )

    def kind(self, name: str, ids: list[str], make: Any) -> None:
        """Make the entries of a kind; an empty kind has an empty file, or none."""
        self.entries = {id_: make(i, id_) for i, id_ in enumerate(ids)}
        if ids or self.maybe():
            self.files[f"data/{name}.yml"] = self.entries

    def party(self, index: int, id_: str) -> dict[str, Any]:
        role = "side" if index < self.sides else self.one(("host", "other"))
        return {
            "name": f"{self.words()} {chr(65 + index)}",
            "short": f"{self.words(2)[:40]} {chr(65 + index)}",
            "role": role,
            "colour": COLOURS[index % len(COLOURS)],
            "colour_dark": DARK[index % len(DARK)],
            "sign": SIGNS[index % len(SIGNS)],
            "own_names": [{"text": self.words(), "lang": self.one(LANGUAGES)}] * self.maybe(),
        }

    def outlet(self, parties: list[str]) -> dict[str, Any]:
        owner = {"says": self.words(), "held_by": "private", "seen": "https://owner.invalid/a", "publisher": "X"}
        made = {
            "name": self.words(),
            "short": self.words(2)[:60],
            "kind": self.one(("newspaper", "blog", "unknown")),
            "country": self.one(("Ombra", "unknown")),
            "owner": self.one(("unknown", owner | {"date": self.one(WHEN)})),
        }
        return made | ({"speaks_for": self.one(parties)} if self.maybe(0.2) else {})

    def source(self, index: int, outlets: list[str]) -> dict[str, Any]:
        made = {
            "outlet": self.one(outlets),
            "title": self.one((self.words(), "unknown")),
            "url": self.one(
                (f"https://x.invalid/{'a' * 300}{index}", f"https://مثال.invalid/صفحة?q=%20#f{index}", "unknown")
            ),
            "date": self.one(("9999-12-31", "9999", "unknown")),
            "language": self.one(LANGUAGES),
        }
        if index < self.primary:
            made["sections"] = [
                {"title": self.words(), "paragraphs": ["p1", "p2"]},
                {"title": "B", "paragraphs": ["p3"]},
            ]
        return made

    def person(self, parties: list[str]) -> dict[str, Any]:
        return {
            "name": self.words(5),
            "short": self.words(2)[:60],
            "kind": self.one(("person", "body", "unnamed")),
            "party": self.one((*parties, "none", "unknown")),
            "office": self.one((self.words(), "unknown")),
            "own_names": [{"text": self.words(4), "lang": self.one(LANGUAGES)}] * self.maybe(),
        }

    def place(self, others: list[str]) -> dict[str, Any]:
        extremes = {"lat": self.one((90, -90, 0, 89.999, 48.5)), "lon": self.one((180, -180, 0, 13.4, 179.9999))}
        made = {
            "name": self.words(3),
            "kind": self.one(("city", "building", "country", "region", "water")),
            "coordinates": self.one((extremes | {"precision": "city", "origin": "a gazetteer"}, "unknown")),
        }
        return made | ({"within": self.one(others)} if others and self.maybe() else {})

    def event(self, places: list[str], claims: list[str]) -> dict[str, Any]:
        return {
            "title": self.words(),
            "kind": self.one(("meeting", "statement", "happening", "ruling")),
            "when": self.one(WHEN),
            "where": self.one((*places, "unknown")),
            "who": self.some(self.speakers),
            "claims": self.some(claims),
        }

    def claim(self, point: str, outlets: list[str], sources: list[str], events: list[str]) -> dict[str, Any]:
        figures = {name: self.figure() for name in ("one", "two")[: self.random.randint(0, 2)]}
        source = self.one(sources)
        publisher = self.files["data/sources.yml"][source]["outlet"]
        voice = self.one(("speaker", "speaker", "report", "opinion", "unclear"))
        by = {"speaker": self.one(self.speakers), "unclear": "unclear"}.get(voice, publisher)
        made = {
            "point": point,
            "says": " ".join((self.words(), *(f"{{{name}}}" for name in figures), f"and {self.words(12)}.")),
            "figures": figures,
            "by": by,
            "voice": voice,
            "act": self.one(ACTS),
            "chain": self.one(([], "unknown", [id_ for id_ in self.some(outlets) if id_ != publisher])),
            "source": source,
            "date": self.one(("unknown", "2031-04-02", "0001-01-01")),
            "occasion": self.one(("unknown", "unknown", *events)),
        }
        if int(source.split("-")[1]) < self.primary:
            made |= {"place": self.one(("p1", "p2", "p3")), "passage": {"start": "The first words"}}
        return made if self.maybe(0.8) else made | {"inferred": [{"what": self.words(), "basis": self.words()}]}

    def point(self, topic: str) -> dict[str, Any]:
        return {
            "title": self.words(),
            "question": f"{self.words(10)}?",
            "topic": topic,
            "kind": self.one(FACTS),
            "weight": self.random.randint(1, 5),
            "spellings": [self.words(3)] * self.maybe(),
        }

    def term(self) -> dict[str, Any]:
        return {"name": self.words(3), "meaning": self.words(20), "abbreviation": self.words(1)[:60]}

    def quotation(self, claims: list[str]) -> dict[str, Any]:
        id_ = self.one(claims)
        claim = self.files["data/claims.yml"][id_]
        shared = {name: claim[name] for name in ("by", "source", "chain", "occasion")}
        made = {"text": self.words(40) + "!", "claims": [id_], "language": self.one(LANGUAGES), **shared}
        return made | ({"place": claim["place"]} if "place" in claim else {})

    def page(self, kinds: dict[str, list[str]]) -> str:
        """A page with a call of most macros, among words of every script."""
        calls = ["questions()", "differences()", "statements()", "timeline()", "participants()", "places()", "people()"]
        calls += [
            "outlets()",
            "against()",
            "handout()",
            "made_of()",
            "picture_timeline()",
            "picture_map()",
            "glossary()",
        ]
        calls += [
            "picture_stands()",
            "picture_numbers()",
            "picture_chain()",
            "line_by_line()",
            "left_out()",
            "legend()",
        ]
        calls += [f'mark("{id_}")' for id_ in kinds["claims"][:5]] + [f'claim("{id_}")' for id_ in kinds["claims"][:5]]
        chosen = self.some(calls, 8)
        for kind in ("person", "party", "place", "outlet", "source", "term", "event"):  # each is named somewhere
            chosen += [f'{kind}("{id_}", words="é")' if self.maybe() else f'{kind}("{id_}")' for id_ in kinds[kind]]
        title = self.words(4).replace("`", "").replace('"', "")
        prose = (f"{self.words(20)} {{{{ {call} }}}}" for call in chosen)
        return (
            "\n\n".join(["---\ndescription: A page\n---", f"# {title}", *prose, f"- {self.words()}\n- {self.words()}"])
            + "\n"
        )
