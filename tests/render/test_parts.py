import pytest

from macros.record.model import OwnName
from macros.render import parts
from macros.render.text import language_name

from .views import text, tree


@pytest.mark.parametrize(("code", "name"), [("uk", "Ukrainian"), ("zh-Hant", "Traditional Chinese"), ("qq", "qq")])
def test_a_language_goes_by_its_english_name(code, name):
    assert name.split()[-1] in language_name(code)


def test_a_heading_is_inert_markdown():
    assert parts.heading(2, "a *b* `c`", "x") == "\n\n## a &#42;b&#42; &#96;c&#96; { #x }\n\n"


def test_nothing_is_not_folded():
    assert parts.fold("More", None) is None


def test_a_name_that_two_languages_write_alike_says_which():
    names = [OwnName(text="Μύλος", lang="el"), OwnName(text="Ларч", lang="ru"), OwnName(text="Ларч", lang="be")]
    view = tree(parts.own_names(names))
    assert text(view) == "Μύλος · Ларч (Belarusian, Russian)"
    assert parts.own_names([]) is None
