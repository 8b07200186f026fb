"""Search as a reader meets it: words are typed into the box in Chromium, and the first result is followed.

`questions.yml` is what readers typed; a half of it, drawn anew with each SEED, runs with `make test`. `queries.yml` is
ours, by kind. Both run in full, over http and from a folder, with `make test-all`.
"""

from __future__ import annotations

import random
import re
from pathlib import Path

import pytest
import yaml

pytestmark = pytest.mark.browser

HERE = Path(__file__).parent
SEED = 20250602
QUESTIONS = yaml.safe_load((HERE / "questions.yml").read_text("utf-8"))["queries"]
QUERIES = yaml.safe_load((HERE / "queries.yml").read_text("utf-8"))
DESKTOP = {"width": 1280, "height": 800}
PHONE = {"width": 375, "height": 667}
LONGEST = 1200  # characters that a result may open

HASH = re.compile(r"\.[0-9a-f]{8}(?=\.js$)")  # in the names of our files
BOX = "[data-md-component=search-query]"
RESULTS = "[...document.querySelectorAll('a.md-search-result__link')].map(link => link.href)"
STATUS = ".md-search-result__meta"
# The text that an address opens - an entry, or all up to the next heading of the same level - and what of it a reader
# sees without scrolling.
OPENED = """id => {
  const start = document.getElementById(id);
  if (!start) return {text: "", seen: ""};
  const parts = [start];
  if (/^H[1-6]$/.test(start.tagName)) {
    for (let next = start.nextElementSibling; next; next = next.nextElementSibling) {
      if (/^H[1-6]$/.test(next.tagName) && next.tagName <= start.tagName) break;
      parts.push(next);
    }
  }
  let seen = "";
  const range = document.createRange();
  for (const part of parts) {
    const walker = document.createTreeWalker(part, NodeFilter.SHOW_TEXT);
    for (let text = walker.nextNode(); text; text = walker.nextNode()) {
      for (const word of text.data.matchAll(/\\S+\\s*/g)) {
        range.setStart(text, word.index);
        range.setEnd(text, word.index + word[0].length);
        const box = range.getBoundingClientRect();
        if (box.width && box.top >= 0 && box.bottom <= innerHeight) seen += word[0];
      }
      seen += " ";
    }
  }
  return {text: parts.map(part => part.innerText).join(" ").replace(/\\s+/g, " "), seen: seen.replace(/\\s+/g, " ")};
}"""


def wait_until_ready(page):
    """Wait for the engine. Not by wait_for_function, which would eval a string, and the policy forbids that."""
    for _ in range(100):
        if page.evaluate("!!window.dossierSearch"):
            return
        page.wait_for_timeout(100)
    raise TimeoutError("search was not loaded")


class Reader:
    """Somebody with the site open, on a desk and on a phone."""

    def __init__(self, browser, start):
        self.contexts = [
            browser.new_context(viewport=DESKTOP, reduced_motion="reduce"),
            browser.new_context(viewport=PHONE, reduced_motion="reduce", is_mobile=True, has_touch=True),
        ]
        self.box = self.contexts[0].new_page()
        self.screens = [context.new_page() for context in self.contexts]
        self.box.goto(start)
        self.box.click(BOX)
        wait_until_ready(self.box)

    def find(self, query):
        """The addresses of the results, best first."""
        self.box.focus(BOX)
        self.box.keyboard.press("Control+A")
        self.box.keyboard.press("Delete")
        self.box.keyboard.type(query)
        return self.box.evaluate(RESULTS)

    def follow(self, url):
        """What an address opens on each screen: {text, seen}. A page that is open already is not loaded again."""
        plain = re.sub(r"\?h=[^#]*", "", url)
        for page in self.screens:
            page.goto(plain, wait_until="load")
            page.wait_for_timeout(100)
        return [page.evaluate(OPENED, url.partition("#")[2]) for page in self.screens]

    def close(self):
        for context in self.contexts:
            context.close()


@pytest.fixture(scope="module", params=["http", "file"])
def reader(request, site, address, chromium):
    start = address if request.param == "http" else (site.folder / "index.html").as_uri()
    found = Reader(chromium, start)
    yield found
    found.close()


def items():
    """Every query with an answer; those of the half that is drawn are not slow."""
    drawn = random.Random(SEED).sample(QUESTIONS, len(QUESTIONS) // 2)
    for item in QUESTIONS:
        yield pytest.param(item, id=item["q"], marks=[] if item in drawn else [pytest.mark.slow])
    for kind, queries in QUERIES.items():
        for item in queries:
            if "answer" in item:
                yield pytest.param(item, id=f"{kind}: {item['q']}", marks=[pytest.mark.slow])


@pytest.mark.parametrize("item", list(items()))
def test_the_first_result_answers(reader, item):
    found = reader.find(item["q"])
    assert found, "nothing found"
    opened = reader.follow(found[0])
    for screen, where in zip(opened, ("desk", "phone"), strict=True):
        assert re.search(item["answer"], screen["text"], re.IGNORECASE), f"{found[0]} says: {screen['text']}"
        assert re.search(item["answer"], screen["seen"], re.IGNORECASE), f"{found[0]}: not in sight on a {where}"
    assert len(opened[0]["text"]) <= LONGEST


@pytest.mark.parametrize("item", [item for item in QUERIES["not in the record"] if item.get("nothing")], ids=str)
def test_what_is_not_in_the_record_is_not_found(reader, item):
    assert reader.find(item["q"]) == []


def test_where_nothing_is_found_the_topics_are_offered(reader, record):
    reader.find("Napoleon")
    assert reader.box.inner_text(STATUS) == "Nothing found in the record"
    offered = reader.box.eval_on_selector_all(".search-near a", "links => links.map(link => link.innerText)")
    assert [topic.title for topic in record.about.topics] == offered[-len(record.about.topics) :]


def test_the_count_is_announced(reader):
    assert len(reader.find("ceasefire")) >= 10  # the rest is shown as one scrolls
    assert reader.box.get_attribute(STATUS, "role") == "status"
    assert re.fullmatch(r"\d\d results", reader.box.inner_text(STATUS))


def test_text_that_comes_without_keys_is_searched_for(reader):
    reader.find("")
    reader.box.keyboard.insert_text("ceasefire")  # pasted, spoken, or from an input method
    assert reader.box.evaluate(RESULTS)


def test_the_word_found_is_marked_on_the_page(reader):
    page = reader.screens[0]
    page.goto(reader.find("ceasefire")[0])
    assert "ceasefire" in page.inner_text("mark").casefold()
    assert "h=" not in page.url  # so that the address may be copied


def test_by_keyboard_alone(chromium, address):
    page = chromium.new_page(viewport=DESKTOP)
    page.goto(address)
    page.keyboard.press("/")
    wait_until_ready(page)
    page.keyboard.type("ceasefire")
    second = page.evaluate(RESULTS)[1]
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    with page.expect_navigation():
        page.keyboard.press("Enter")
    assert page.url.partition("#")[2] == second.partition("#")[2]
    page.keyboard.press("/")
    wait_until_ready(page)
    page.keyboard.press("Escape")
    assert not page.is_checked("#__search")
    page.close()


def test_a_search_can_be_linked(chromium, address):
    page = chromium.new_page(viewport=DESKTOP)
    page.goto(f"{address}?q=ceasefire")
    page.wait_for_selector("a.md-search-result__link")
    assert page.input_value(BOX) == "ceasefire"
    page.keyboard.type(" short")
    page.wait_for_url("**/?q=ceasefire+short")
    page.close()


def test_nothing_is_loaded_before_search_is_wanted(chromium, address):
    page = chromium.new_page(viewport=DESKTOP)
    asked = []
    page.on("request", lambda request: asked.append(HASH.sub("", request.url.removeprefix(address))))
    page.goto(address, wait_until="networkidle")
    ours = {"search/index.js", "assets/javascripts/search-engine.js", "assets/javascripts/vendor/minisearch.min.js"}
    assert not [url for url in asked if url in ours or "search_index" in url or "/workers/" in url]
    page.click(BOX)
    wait_until_ready(page)
    assert ours <= set(asked)
    page.close()
