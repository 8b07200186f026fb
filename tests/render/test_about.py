import pytest

from macros.render import about

from .views import text, tree


def test_a_citation_makes_up_no_address(untouched, project):
    assert text(tree(about.citation(untouched.context()))) == (
        "The dossier's contributors: The Larch Bridge talks, edition 1 of 20 April 2031."
    )
    project.set("", "site_url", "https://larch.invalid/")
    assert text(tree(about.citation(project.context()))).endswith(" https://larch.invalid/")


def test_without_a_place_for_reports_it_says_how_to_mend_a_record(untouched, project):
    assert "make check" in about.report_errors(untouched.context())
    project.set("", "report_errors", "https://larch.invalid/errors")
    assert "make check" not in about.report_errors(project.context())
    assert 'href="https://larch.invalid/errors"' in about.report_errors(project.context())


def test_the_legend_tells_every_party_and_voice(untouched):
    context = untouched.context()
    shown = text(tree(about.legend(context)))
    assert [party.short for party in context.dossier.parties.values() if party.short not in shown] == []
    for line in ("? the sentence names no speaker", "≠ behind one of these"):
        assert line in shown


def test_how_far_a_loose_word_reaches(untouched):
    assert text(tree(about.reach("about"))) == "5%"
    with pytest.raises(ValueError, match="'exact' is none of about, near"):
        about.reach("exact")
