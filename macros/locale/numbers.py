"""Numbers and ordinals as the language in use writes them."""

from __future__ import annotations

from decimal import Decimal, localcontext

from babel import numbers

from . import current, locale_of, text

# Up to here a number stands in words, where the language's grammar lets it stand so in any sentence.
IN_WORDS = 9
# So many digits are written; a unit of a million millions, so often, needs more than the 28 that are usual.
EXACT = 400


def number(value: float, *, decimals: int | None = None, in_words: bool = False) -> str:
    """A number with its marks of thousands and decimals: '6,000', '−16.9', '12.50' where two decimals are asked for.

    `in_words` gives one up to nine in words.

    >>> number(12.5, decimals=2)
    '12.50'
    """
    if in_words and stands_in_words(value) and not decimals:
        return text(f"number.{int(value)}")
    exact = Decimal(repr(value))
    places = max(decimals or 0, -int(exact.normalize().as_tuple().exponent), 0)
    pattern = f"#,##0.{'0' * places}" if places else "#,##0"
    with localcontext(prec=EXACT):
        written: str = numbers.format_decimal(exact, pattern, locale=locale_of(current()))
    return written.replace("-", "\N{MINUS SIGN}")


def stands_in_words(value: float) -> bool:
    """Whether a number is one that stands in words: a whole one up to nine."""
    return value == int(value) and 0 <= value <= IN_WORDS


def plural(value: float) -> str:
    """The form of a word behind a number, as CLDR names it: `one`, `few`, `many`, `other`."""
    return str(locale_of(current()).plural_form(Decimal(repr(value)) if value != int(value) else int(value)))


def ordinal(value: int, *, in_words: bool = False) -> str:
    """A place in an order: 'third', '21st'.

    >>> ordinal(22)
    '22nd'
    """
    if in_words and 1 <= value <= IN_WORDS:
        return text(f"ordinal.{value}")
    return text(f"ordinal.{locale_of(current()).ordinal_form(value)}", number=number(value))
