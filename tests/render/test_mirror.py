"""Pictures on a page from right to left: time runs as the words do, and in print the letters join."""

import re

import pytest
from lxml import etree
from markupsafe import Markup

from macros import locale
from macros.render.pictures import frame
from macros.render.pictures.mirror import mirrored, visual
from macros.render.pictures.shapes import words


@pytest.fixture(autouse=True)
def english():
    yield
    locale.use("en")


@pytest.mark.parametrize(
    ("words_", "seen"),
    [
        ("باب", "ﺏﺎﺑ"),
        ("سلام", "ﻡﻼﺳ"),
        ("لا", "ﻻ"),
        ("25 أبريل", "ﻞﻳﺮﺑﺃ 25"),
        ("4,500 دينار (نحو)", "(ﻮﺤﻧ) ﺭﺎﻨﻳﺩ 4,500"),
        ("حُدِّد", "ﺩﺪﺣ"),
        ("Vane, 25 May", "Vane, 25 May"),
    ],
)
def test_letters_have_the_forms_that_join_and_stand_as_they_are_seen(words_, seen):
    assert visual(words_) == seen


@pytest.mark.parametrize(("anchor", "turned"), [(None, "end"), ("end", None), ("middle", "middle")])
def test_a_mirrored_word_is_upright_and_begins_where_it_ended(anchor, turned):
    group = etree.fromstring(str(mirrored(words("Vane", 30, 10, anchor=anchor), 100)))
    (text,) = group.iter("text")
    assert text.get("text-anchor") == turned
    across, _, _, _, shift, _ = map(float, re.findall(r"-?[\d.]+", text.get("transform")))
    assert (across * float(text.get("x")) + shift, across) == (30, -1)


def test_lines_of_a_word_stay_at_their_own_places():
    drawn = Markup('<text font-size="9"><tspan x="40" y="1">a</tspan><tspan x="52" y="2">b</tspan></text>')
    text = next(etree.fromstring(str(mirrored(drawn, 100))).iter("text"))
    shift = float(re.findall(r"-?[\d.]+", text.get("transform"))[4])
    assert [shift - float(line.get("x")) for line in text] == [40, 52]


@pytest.mark.parametrize(("language", "is_turned"), [("ar", True), ("uk", False)])
def test_only_time_is_mirrored_and_only_where_words_run_from_the_right(language, is_turned):
    locale.use(language)

    def drawn(of_time):
        drawing = frame.Drawing(10, 10, [Markup("<path></path>")])
        return "matrix(-1" in frame.picture(
            "x", title="x", about="x", draw=lambda _: drawing, table=Markup(), of_time=of_time
        )

    assert (drawn(of_time=True), drawn(of_time=False)) == (is_turned, False)
