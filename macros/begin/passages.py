"""Where in an article something stands: the first and last words of a sentence, and the strings in quotation marks."""

from __future__ import annotations

import re

from ..record.splitting import UNSPACED

FEWEST, MOST_WORDS = 3, 5
LONGEST = 60
# A script without spaces: so many signs are as good as a few words.
SIGNS = 6
_MARKS = "\"'“”„‟‘’‚«»‹›「」『』()[]{}.,;:!?…–—-،؛؟。、，！？：；（）"
# Opening marks, each with those that may close it.
PAIRS = {
    "“": "”",
    "„": "“”",
    "«": "»",
    "»": "«",
    "「": "」",
    "『": "』",
    "‹": "›",
    "›": "‹",
    "‘": "’",
    '"': '"',
}
_SINGLE = "‘›‹"


def ends(article: str, paragraph: str, start: int, end: int) -> tuple[str, str | None]:
    """The first words of a sentence, as few as stand nowhere else in the article, and its last, if any are left.

    No more than five each; marks around them are left out.
    """
    words = _words(paragraph[start:end])
    firsts = [_join(words[:count]) for count in range(FEWEST, MOST_WORDS + 1)]
    first = next((some for some in firsts if article.casefold().count(some.casefold()) == 1), firsts[-1])
    rest = words[len(_words(first)) :]
    if not rest:
        return first, None
    lasts = [_join(rest[-count:], from_end=True) for count in range(FEWEST, MOST_WORDS + 1)]
    after, found = paragraph.find(first, start) + len(first), paragraph[:end].casefold()
    last = next(
        (some for some in lasts if found.find(some.casefold(), after) == found.rfind(some.casefold())), lasts[-1]
    )
    return first, last or None


def quoted(paragraph: str) -> list[tuple[int, int]]:
    """Where strings in quotation marks begin and end, without the marks; one that nothing closes goes to the end.

    An apostrophe is no mark, and of marks within marks the outer ones count.
    """
    found, at = [], 0
    while at < len(paragraph):
        closing = PAIRS.get(paragraph[at])
        if closing is None or (at and paragraph[at - 1].isalnum()):
            at += 1
            continue
        end = _closing(paragraph, at + 1, closing)
        if end is None and paragraph[at] in "“„«「":
            end = len(paragraph)
        if end is None or (paragraph[at] in _SINGLE and " " not in paragraph[at:end]):
            at += 1
            continue
        if paragraph[at + 1 : end].strip(_MARKS + " "):
            found.append((at + 1, end))
        at = end + 1
    return found


def _closing(text: str, start: int, closing: str) -> int | None:
    """Where a mark closes: one between two letters is an apostrophe."""
    for match in re.finditer(f"[{re.escape(closing)}]", text[start:]):
        at = start + match.start()
        if not (match[0] in "’'" and text[at + 1 : at + 2].isalnum()):
            return at
    return None


def _words(text: str) -> list[str]:
    """The words of a text without the marks at its two ends."""
    text = text.strip(_MARKS + " ")
    if re.search(f"[{UNSPACED}]", text):
        return [text[at : at + SIGNS // 3] for at in range(0, len(text), SIGNS // 3)]
    return text.split()


def _join(words: list[str], *, from_end: bool = False) -> str:
    """Words as they stand beside each other, without marks at either end and within the length of a passage."""
    between = "" if re.search(f"[{UNSPACED}]", "".join(words)) else " "
    while len(words) > 1 and len(between.join(words)) > LONGEST:
        words = words[1:] if from_end else words[:-1]
    return between.join(words).strip(_MARKS + " ")[:LONGEST]
