"""Our own texts with their placeholders filled in."""

from macros.record.model import Figure
from macros.render.text import prose


def test_the_space_after_a_number_stands_in_its_element(untouched):
    figures = {"planks": Figure(exact=12, unit="planks"), "day": Figure(date="2031-05-04")}
    html = prose(untouched.context(), "On {day} it took {planks} planks.", figures)
    assert '<span class="figure">12 </span>planks.' in html
    assert "</time> it took" in html
