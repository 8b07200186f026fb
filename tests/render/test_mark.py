import pytest

from macros.render.mark import bound, mark, marks

from .views import text, tree


def shown(project, id_):
    context = project.context()
    return tree(mark(context, context.dossier.claims[id_]))[0]


@pytest.mark.parametrize(
    ("claim", "words"),
    [
        ("planks-vane", "■Ombra, in dispute"),
        ("planks-orrin", "▲Tessel, in dispute"),
        ("waiver-gazette", "○Gazette"),
        ("mood-gazette", "○Gazette: opinion"),
        ("damage-unclear", "?no speaker named"),
        ("hall-pell", "●Quill"),
        ("planks-herald", "–a source at the bridge"),
    ],
)
def test_a_mark_says_whose_voice_it_is_in_words_and_shape(untouched, claim, words):
    assert text(shown(untouched, claim)) == words


def test_a_mark_leads_to_the_entry(untouched):
    assert shown(untouched, "planks-vane").get("href") == "points/planks-number/#planks-vane"


def test_a_mark_shows_its_sign_alone_and_says_its_words_to_those_who_hear_it(untouched):
    sign, words = shown(untouched, "planks-vane")
    assert (sign.text, sign.get("aria-hidden")) == ("■", "true")
    assert (words.text, words.get("class"), words.get("aria-hidden")) == ("Ombra, in dispute", "mark-words", None)


def test_neighbours_that_look_alike_are_one_mark_and_each_is_reached(untouched):
    context = untouched.context()
    claims = [context.dossier.claims[id_] for id_ in ("planks-vane", "planks-wire", "hall-pell")]
    first, second, other = tree(marks(context, claims)).iter("a")
    assert [text(each) for each in (first, second, other)] == [
        "■Ombra, in dispute",
        "2Ombra, in dispute, 2 of 2",
        "●Quill",
    ]
    assert second.get("href") == "points/planks-number/#planks-wire"


def test_a_row_of_marks_keeps_to_the_word_before_it(untouched):
    context = untouched.context()
    row = marks(context, [context.dossier.claims[id_] for id_ in ("planks-vane", "hall-pell")])
    found = bound(f"<p>Some\nwords\n{row} and <b>more</b> {row}</p>")
    assert found == f"<p>Some\nwords&nbsp;{row} and <b>more</b>&nbsp;{row}</p>"


def test_a_party_lends_its_colour_only_where_it_speaks_alone(project):
    project.set("planks-wire", "by", ["vane", "orrin"])
    assert shown(project, "planks-wire").get("data-party") is None
    assert shown(project, "hall-pell").get("data-party") == "quill"
