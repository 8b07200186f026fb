"""How the words of two texts are compared: letter by letter, without what typesetting changes, in any script."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections.abc import Iterator

_SAME = str.maketrans(
    {
        **dict.fromkeys("“”„‟«»", '"'),
        **dict.fromkeys("‘’‚‛‹›`´", "'"),
        **dict.fromkeys("‐‑‒–—―−", "-"),
        **dict.fromkeys("\u00ad\u200b\u200c\u200d\u2060\ufeff"),
    }
)
# Scripts that set no space between words. Tai and Burmese scripts, Tibetan, Khmer, Han and kana.
UNSPACED = (
    "\u0e00-\u0fff\u1000-\u109f\u1780-\u17ff\u1950-\u19df\u1a20-\u1aaf\u2e80-\u2fdf\u3005-\u3007\u3021-\u3029"
    "\u3031-\u3035\u3040-\u30ff\u3105-\u312f\u31a0-\u31bf\u31f0-\u31ff\u3400-\u4dbf\u4e00-\u9fff\ua000-\ua48f"
    "\ua9e0-\ua9ff\uaa60-\uaadf\uf900-\ufaff\U00020000-\U0003ffff"
)
# White space that is a matter of typesetting only.
BESIDE = re.compile(rf"(?<=[{UNSPACED}]) | (?=[{UNSPACED}])")
_UNIT = re.compile(rf"(?:[{UNSPACED}]|[^\s{UNSPACED}]+)\s*")
# A letter of a script that sets spaces: where two such stand side by side, one word goes on.
_SPACED = rf"[^\W{UNSPACED}]"


def normalise(text: str) -> str:
    """The words of a text without what typesetting changes: marks, dashes, ellipses, white space.

    Where a script sets no space between words, one that stands beside its letters is a matter of typesetting.
    """
    return BESIDE.sub("", " ".join(unicodedata.normalize("NFKC", text).translate(_SAME).split()))


def words_hash(text: str) -> str:
    """The hash of a text's normalised words, as its stamp holds it."""
    return hashlib.sha256(normalise(text).encode()).hexdigest()


def find(words: str, text: str, start: int = 0) -> int | None:
    """Where whole words stand in a text, from `start` on."""
    match = next(all_of(words, text, start), None)
    return match.start() if match else None


def all_of(words: str, text: str, start: int = 0, *, browser: bool = False) -> Iterator[re.Match[str]]:
    """Every place where whole words stand in a text.

    A word ends where a letter of a script with spaces meets none such, and never before a mark that belongs to its last
    letter. As a browser finds them (`browser`), case is no matter and an apostrophe between letters is of the word.
    """
    before, after = rf"(?<!{_SPACED})", rf"(?!{_SPACED})"
    if browser:
        before, after = rf"{before}(?<!{_SPACED}['’])", rf"(?!['’]?{_SPACED})"
    if re.match(rf"[{UNSPACED}]", words):
        before = ""
    if re.search(rf"[{UNSPACED}]$", words):
        after = ""
    pattern = re.compile(f"{before}{re.escape(words)}{after}", re.IGNORECASE if browser else re.NOFLAG)
    for match in pattern.finditer(text, start):
        if not _is_mark(text[match.end() : match.end() + 1]):
            yield match


def units(text: str) -> list[str]:
    """A text in words, or in letters where its script sets no spaces; each with the space after it."""
    return _UNIT.findall(text)


def _is_mark(letter: str) -> bool:
    """Whether a sign only adds to the letter before it, as a vowel or a tone does in Thai."""
    return bool(letter) and unicodedata.category(letter).startswith("M")
