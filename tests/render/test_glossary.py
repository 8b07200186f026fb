from macros.render.glossary import glossary

from .views import entry, ids, text, tree


def test_terms_stand_from_a_to_z_with_an_index(untouched):
    view = glossary(untouched.context())
    assert ids(view) == ["plank-rule", "toll"]
    assert tree(view).xpath(".//p[@class='terms-index']/a/@href") == ["#plank-rule", "#toll"]


def test_a_term_says_what_it_means_its_short_form_and_what_to_read_next(untouched):
    rule = entry(glossary(untouched.context("glossary/")), "plank-rule")
    assert text(rule).startswith("Rule of planks (RoP) Each valley mends the planks on its own half. See also Toll.")
    assert rule.xpath(".//abbr/@title") == ["Rule of planks"]


def test_a_term_says_where_it_is_used(untouched):
    view = glossary(untouched.context())
    assert "Named in 1 claim on 1 question" in text(entry(view, "plank-rule"))
    assert "<!--used-on:toll-->" in view
