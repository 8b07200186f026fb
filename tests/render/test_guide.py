from macros.render.author import macros
from macros.render.guide import author_guide

from .views import text, tree


def test_every_macro_is_in_the_guide_with_an_example():
    found = tree(author_guide(macros()))
    names = [text(term).split("(")[0] for term in found.iter("dt")]
    assert names == list(macros())
    for name, body in zip(names, found.iter("dd"), strict=True):
        assert f"{{{{ {name}(" in text(body)


def test_arguments_are_shown_as_an_author_writes_them():
    def several(self, *ids: str, show: str = "short") -> str:
        """Names, `short` or long.

        {{ several("a", "b") }}
        """

    assert text(tree(author_guide({"several": several}))) == (
        'several(*ids, show=\'short\') Names, short or long. {{ several("a", "b") }}'
    )
