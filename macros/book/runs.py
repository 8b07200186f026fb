"""Page numbers as a reader wants them: each once, runs joined."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from markupsafe import Markup

from .. import locale

# What stands between words and the number of their page.
GAP = Markup("&ensp; ")


def runs(pages: Iterable[int]) -> Iterator[tuple[int, int]]:
    """First and last of every run of three pages or more; other pages by themselves."""
    numbers = sorted(set(pages))
    start = 0
    for end in range(1, len(numbers) + 1):
        if end == len(numbers) or numbers[end] != numbers[end - 1] + 1:
            run = numbers[start:end]
            yield from [(run[0], run[-1])] if len(run) > 2 else [(number, number) for number in run]
            start = end


def text(pages: Iterable[int]) -> str:
    """'12, 15–18'."""
    comma = locale.text("list.comma")
    return comma.join(f"{first}–{last}" if last > first else str(first) for first, last in runs(pages))
