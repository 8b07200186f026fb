"""Every macro an author may call: its example renders, what is unknown is named, what is odd is escaped."""

from __future__ import annotations

import inspect
import re

import jinja2
import pytest
from lxml import html
from markupsafe import Markup

from macros.render.author import SIGNATURES, UnknownId, macros

from ..conftest import copy_to

IDS_FIRST = {name: next((p.kinds for p in each.parameters.values()), ()) for name, each in SIGNATURES.items()}
EXAMPLE = re.compile(r"\{\{ .+ \}\}")
# What the guide's examples name, as it is called in the invented record.
IDS = {
    "example-claim": "planks-vane",
    "example-quotation": "gate-words",
    "example-person": "vane",
    "example-party": "ombra",
    "example-place": "quill-town",
    "example-outlet": "quill-gazette",
    "example-source": "gazette-article",
    "example-term": "toll",
    "example-event": "bridge-talks",
    "example-point": "planks-number",
    '"bodies"': '"planks"',
}
HOSTILE = '<script>alert("1")</script> *a* _b_ `c` [d](e) {{ f }} & \\ ~x~ ^y^ | #'


def example_of(name):
    """The example in a macro's docstring."""
    (example,) = EXAMPLE.findall(inspect.getdoc(macros()[name]) or "") or [""]
    for word, ours in IDS.items():
        example = example.replace(word, ours)
    return example


def render(project, template, url="page/"):
    """A page's template, rendered with every macro, as the macros plugin does."""
    return with_macros(project.author(url), template)


def with_macros(bound, template):
    environment = jinja2.Environment(undefined=jinja2.StrictUndefined)
    return environment.from_string(template).render({name: getattr(bound, name) for name in macros()})


@pytest.mark.parametrize("name", macros())
def test_a_macro_shows_how_it_is_called(name):
    assert re.match(r"\{\{ " + name + r"\(", example_of(name)), "its docstring ends with an example"
    assert "example" not in example_of(name), "the example names what tests/test_author.py does not know"


@pytest.mark.parametrize("name", macros())
def test_the_example_renders(name, untouched):
    shown = render(untouched, example_of(name))
    assert "{{" not in shown
    tree = html.fragment_fromstring(shown, create_parent="div")
    assert tree.text_content().strip() or tree.xpath("./comment()"), "words, or a place that is filled after the build"
    assert "None" not in " ".join(tree.xpath(".//text()[not(ancestor::code)]"))


@pytest.mark.parametrize("name", macros())
def test_what_a_macro_gives_is_markup_of_whole_elements(name, untouched):
    shown = Markup(render(untouched, example_of(name)))
    for tag in set(re.findall(r"<([a-z][a-z0-9]*)[ >]", shown)) - {"br", "hr", "img", "input", "wbr", "path", "line"}:
        opened = len(re.findall(rf"<{tag}[ >]", shown)) - len(re.findall(rf"<{tag}[^>]*/>", shown))
        assert opened == shown.count(f"</{tag}>"), tag


@pytest.mark.parametrize("name", macros())
def test_a_macro_is_typed(name):
    signature = inspect.signature(macros()[name])
    assert signature.return_annotation == "Markup"
    for parameter in list(signature.parameters.values())[1:]:
        assert parameter.annotation is not inspect.Parameter.empty


@pytest.mark.parametrize("name", [name for name, kinds in IDS_FIRST.items() if kinds])
def test_an_unknown_id_gets_a_suggestion(name, untouched):
    known = next(id_ for id_, ours in IDS.items() if ours in example_of(name) and id_.startswith("example-"))
    near = IDS[known][:-1] + ("x" if IDS[known][-1] != "x" else "y")
    with pytest.raises(UnknownId, match=rf"unknown id '{near}'; did you mean '{IDS[known]}'"):
        render(untouched, example_of(name).replace(IDS[known], near, 1))


@pytest.mark.parametrize("name", [name for name, each in SIGNATURES.items() if each.takes_several])
def test_every_one_of_several_ids_is_looked_at(name, untouched):
    known = IDS["example-claim" if IDS_FIRST[name] == ("claims",) else "example-point"]
    with pytest.raises(UnknownId, match="did you mean"):
        render(untouched, f'{{{{ {name}("{known}", "{known[:-1]}") }}}}')


def test_an_id_of_another_kind_is_unknown(untouched):
    with pytest.raises(UnknownId, match="unknown id 'toll'"):
        render(untouched, '{{ person("toll") }}')


def test_a_figure_is_named_where_a_claim_has_several(untouched):
    with pytest.raises(UnknownId, match="has no figure ''; it has: planks, days, share"):
        render(untouched, '{{ figure("planks-vane") }}')
    with pytest.raises(UnknownId, match="has no figure 'logs'"):
        render(untouched, '{{ figure("planks-vane", "logs") }}')
    with pytest.raises(UnknownId, match="it has: none"):
        render(untouched, '{{ figure("mood-gazette") }}')
    assert "about one hour" in render(untouched, '{{ figure("length-gazette", unit=true) }}')
    assert ">about one<" in render(untouched, '{{ figure("length-gazette") }}')


@pytest.mark.parametrize(
    ("template", "words"),
    [
        ('{{ person("vane") }}', "Vane"),
        ('{{ person("vane", show="name") }}', "Mira Vane"),
        ('{{ person("vane", show="office") }}', "Mira Vane, Bridge warden of Ombra"),
        ('{{ person("lysk", show="office") }}', "Ada Lysk"),
        ('{{ person("vane", words="the warden") }}', "the warden"),
        ('{{ party("tessel") }}', "Tessel"),
        ('{{ place("quill-hall", words="the hall") }}', "the hall"),
        ('{{ outlet("quill-gazette") }}', "Gazette"),
        ('{{ source("gazette-article") }}', "Valleys talk about a bridge"),
        ('{{ source("ridge-wire-planks") }}', "Ridge Wire Service"),
        ('{{ term("toll") }}', "Toll"),
        ('{{ event("bridge-talks") }}', "Talks on the bridge"),
        ('{{ event("bridge-talks", show="when") }}', "2 April 2031"),
        ('{{ event("plank-broke", show="when") }}', "date not known"),
        ('{{ point("talks-length") }}', "Length of the talks"),
        ('{{ figure("repair-vane") }}', "4 to 6 May 2031"),
        ('{{ figure("start-gazette", "start") }}', "14:43"),
        ('{{ figure("planks-vane", "share") }}', "15%"),
    ],
)
def test_what_a_reader_sees(template, words, untouched):
    tree = html.fragment_fromstring(render(untouched, template), create_parent="div")
    assert " ".join(tree.text_content().split()) == words
    assert tree.xpath(".//a/@href")


def test_a_mark_is_words_and_a_shape(untouched):
    tree = html.fragment_fromstring(render(untouched, '{{ mark("planks-vane", "damage-unclear") }}'), create_parent="p")
    first, second = tree.xpath("./a")
    assert "Ombra" in first.text_content()
    assert "in dispute" in first.text_content()
    assert "no speaker named" in second.text_content()
    assert all(mark.xpath("./*[@aria-hidden='true']") for mark in (first, second))


def test_a_quotation_keeps_its_own_marks(untouched):
    assert "“not a gate”" in html.fromstring(render(untouched, '{{ quotation("gate-words") }}')).text_content()
    inline = html.fromstring(render(untouched, '{{ quotation("gate-words", inline=true) }}'))
    assert inline.xpath(".//q") or inline.tag == "q"


def test_links_are_relative_to_the_page(untouched):
    def target(url):
        return html.fromstring(render(untouched, '{{ mark("planks-vane") }}', url)).get("href")

    assert target("page/") == "../points/planks-number/#planks-vane"
    assert target("topics/page/") == "../../points/planks-number/#planks-vane"
    assert target("") == "points/planks-number/#planks-vane"
    assert target("points/planks-number/") == "#planks-vane"


def test_what_an_author_names_is_noted_as_used(untouched):
    bound = untouched.author("page/")
    bound.person("vane")
    bound.mark("planks-vane", "planks-orrin")
    assert set(bound._context().uses.pages) == {"vane", "planks-vane", "planks-orrin"}


@pytest.fixture(scope="module")
def hostile(tmp_path_factory):
    """A record whose texts are markup of every kind."""
    project = copy_to(tmp_path_factory.mktemp("hostile") / "record")
    for id_, field in [
        ("vane", "name"),
        ("vane", "short"),
        ("ombra", "name"),
        ("ombra", "short"),
        ("quill-gazette", "name"),
        ("quill-gazette", "short"),
        ("quill-town", "name"),
        ("toll", "name"),
        ("gazette-article", "title"),
        ("gate-words", "text"),
        ("planks-corrected", "was"),
        ("quill-gazette", "owner.says"),
    ]:
        project.set(id_, field, HOSTILE[:60] if field == "short" else HOSTILE)
    bad = HOSTILE.replace("{{ f }}", "").replace('"1"', "'one'")
    for id_, field in [("toll", "meaning"), ("mood-gazette", "says"), ("bridge-talks", "title"), ("damage", "title")]:
        project.set(id_, field, bad)
    for id_, field in [("planks-number", "question"), ("vane", "office"), ("", "title")]:
        project.set(id_, field, bad)
    project.set("", "topics.1.title", bad)
    return project.author("page/")


@pytest.mark.parametrize("name", macros())
def test_what_a_record_holds_is_escaped(name, hostile):
    """Neither HTML nor Markdown nor Jinja in the record comes alive, wherever it lands."""
    shown = with_macros(hostile, example_of(name))
    for live in ("<script", "*a*", "_b_", "`c`", "[d]", "{{", "\\", "~x~", "^y^"):
        assert live not in shown, shown[max(0, shown.find(live) - 80) : shown.find(live) + 80]


def test_public_functions_are_macros():
    assert "figure" in macros()
    assert not [name for name in macros() if name.startswith("_")]
    assert IDS_FIRST["mark"] == ("claims",)
    assert IDS_FIRST["questions"] == ()
