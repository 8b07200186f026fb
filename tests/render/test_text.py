"""Our own texts with their placeholders filled in."""

import pytest
from lxml.html import fromstring

from macros.record.model import Figure
from macros.render.text import plain, prose


def test_the_space_after_a_number_stands_in_its_element(untouched):
    figures = {"planks": Figure(exact=12, unit="planks"), "day": Figure(date="2031-05-04")}
    html = prose(untouched.context(), "On {day} it took {planks} planks.", figures)
    assert '<span class="figure">12 </span>planks.' in html
    assert "</time> it took" in html


@pytest.mark.parametrize(
    ("says", "shown"),
    [
        ("{days} days passed.", "Two days passed."),
        ("After {days} days.", "After two days."),
        ("{a} and more.", "e-post and more."),
    ],
)
def test_a_figure_in_words_begins_a_sentence_with_a_capital(project, says, shown):
    values = {"days": Figure(exact=2, unit="days"), "a": Figure(name="e-post")}
    assert plain(project.context(), says, values) == shown
    assert fromstring(f"<p>{prose(project.context(), says, values)}</p>").text_content() == shown


def test_a_name_with_an_article_does_too(project):
    project.set("ombra-council", "short", "the council")
    assert plain(project.context(), "{ombra-council} said so.") == "The council said so."
    assert plain(project.context(), "So said {ombra-council}.") == "So said the council."
