"""A result of a search: what it shows, where it leads, the words it is found by."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from ...locale import text as message

_WORD = re.compile(r"\w+(?:[-'’.,:]\w+)*")

# Anchor; whose words, in which outlet, when; what is said; other words quoted; number of the side whose word it is, -1
# for nobody's or several; the numbers of the claims under the question that it stands against.
Said = tuple[str, str, str, str, int, tuple[int, ...]]
# A language, a text in it and, where that says what a claim does, the number of the claim.
Asked = tuple[str, str] | tuple[str, str, int]


@dataclass(frozen=True)
class Result:
    """A question, a thing of the record, or a piece of a page of prose.

    `heading` is a shorter title if it has other words, `also` are other words for it; `names` what a thing is called:
    whoever types one of them means the thing. `asked` is the title of a question, or a claim on it, in other languages,
    or a name in another script, with no language. `claims` stand folded under a question; `sides` are the lines that it
    shows at once: a party and the number of its claim, -1 where none was found. `page` is what a section is part of.
    `weight` decides between near equals.
    """

    kind: str
    address: str
    title: str
    teaser: str = ""
    heading: str = ""
    also: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
    asked: tuple[Asked, ...] = ()
    sides: tuple[tuple[str, int], ...] = ()
    claims: tuple[Said, ...] = ()
    page: str = ""
    weight: int = 0

    def searched(self) -> Iterator[str]:
        """The texts it is found by, besides those in other languages."""
        yield from (self.title, self.heading, self.teaser, *self.also, *self.names)
        for _, line, says, quoted, *_ in self.claims:
            yield from (line, says, quoted)


def told_apart(results: Iterable[Result]) -> list[Result]:
    """The same results, no two with one title: where they have one, each names its page or its kind too."""
    found = list(results)
    for name in (_page_or_kind, _number):
        titles = Counter(result.title for result in found)
        found = [replace(r, title=name(r, n)) if titles[r.title] > 1 else r for n, r in enumerate(found)]
    return found


def _page_or_kind(result: Result, _: int) -> str:
    return f"{result.title} ({result.page or message(f'search.kind.{result.kind}').lower()})"


def _number(result: Result, number: int) -> str:
    return f"{result.title} ({number})"


def telling(sayings: Iterable[str], *, shown: str = "") -> tuple[str, ...]:
    """The words of each saying that tell something and are not shown, no saying twice: in them a question is found."""
    silent = {*message("search.silent").split(), *_WORD.findall(shown.lower())}
    found = (" ".join(word for word in saying.split() if word.lower() not in silent) for saying in sayings)
    return tuple(dict.fromkeys(filter(None, found)))


def words_once(text: str, *, shown: str = "") -> str:
    """The words of a text that a result is found by and does not show: each once, none shown, none silent."""
    seen = {*_WORD.findall(shown.lower()), *message("search.silent").split()}
    return " ".join(word for word in dict.fromkeys(_WORD.findall(text.lower())) if word not in seen)
