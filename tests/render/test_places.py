import pytest

from macros.render.places import degrees, places

from .views import entry, ids, text


def test_every_place_has_one_entry_by_kind(untouched):
    assert ids(places(untouched.context())) == ["larch-bridge", "quill-hall", "quill-town"]


def test_a_place_says_where_it_lies_and_who_says_so(untouched):
    view = places(untouched.context())
    assert "10.50° N, 20.25° W, for the city. From made up." in text(entry(view, "quill-town"))
    assert "In Quill. Coordinates not known." in text(entry(view, "quill-hall"))


def test_a_place_says_what_happened_there(untouched):
    assert "Talks on the bridge" in text(entry(places(untouched.context()), "quill-hall"))


@pytest.mark.parametrize(("value", "shown"), [(0.0, "0.00° N"), (-12.345, "12.35° S"), (59.5, "59.50° N")])
def test_degrees(value, shown):
    assert degrees(value, "north", "south") == shown
