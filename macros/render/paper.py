"""The medium of a book: nothing can be tapped, so whatever leads somewhere prints the number that it leads to."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field

from markupsafe import Markup

from .html import join, tag


@dataclass(frozen=True)
class Paper:
    """What the book numbers, and where its names stand.

    `questions`, `claims` ('12.3') and `notes` (of sources) are numbers by id; `pages` are the ids of parts of the book
    by the page of the site that they stand for; `mentions` fills up while the book is rendered: by record, the ids of
    the elements that name it.
    """

    questions: Mapping[str, int]
    claims: Mapping[str, str]
    notes: Mapping[str, int]
    pages: Mapping[str, str] = field(default_factory=dict)
    mentions: dict[str, list[str]] = field(default_factory=lambda: defaultdict(list))

    def anchor(self, id_: str) -> str:
        """The id in the book of the element that tells of a record; '' where it has none of its own."""
        for kind, known in (("q", self.questions), ("c", self.claims), ("n", self.notes)):
            if id_ in known:
                return f"{kind}-{id_}"
        return ""

    def named(self, id_: str, words: object) -> Markup:
        """A record where it is named: a question with its page, a source with its note; any other enters the index."""
        if id_ in self.questions:
            return join([tag("a", words, href=f"#q-{id_}"), self.at(f"q-{id_}")])
        if id_ in self.claims:
            return join([words, " (", self.claim(id_), ")"])
        if id_ in self.notes:
            return join([words, " ", self.note(id_)])
        self.mentions[id_].append(f"m{len(self.mentions[id_])}-{id_}")
        return tag("span", words, id=self.mentions[id_][-1])

    def at(self, anchor: str) -> Markup:
        """' (page 12)': the page on which an element stands. The style sheet writes the number."""
        return tag("span", class_="at", data_at=f"#{anchor}")

    def claim(self, id_: str) -> Markup:
        """The number of a claim, leading to it."""
        return tag("a", self.claims[id_], href=f"#c-{id_}", class_="mark")

    def note(self, source: str) -> Markup:
        """The number of the note on a source, leading to it."""
        return tag("a", f"[{self.notes[source]}]", href=f"#n-{source}", class_="note")
