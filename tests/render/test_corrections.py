from macros.render.corrections import corrections

from .views import entry, text


def test_a_correction_says_what_was_what_is_and_why(untouched):
    shown = text(entry(corrections(untouched.context()), "planks-corrected"))
    assert shown == (
        "21 April 2031: planks-vane, figures.planks It was “6127 planks”, and is “6172 planks”. "
        "Two digits had changed places. (The Quill Gazette, second look)"
    )


def test_none_is_said(project):
    project.drop("planks-corrected")
    assert "No published record has been corrected" in corrections(project.context())
