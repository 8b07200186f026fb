"""How the browser reads a query and ranks: its scripts over a small index of our own, each rule with a case."""

import json
from dataclasses import asdict
from itertools import count, zip_longest

import pytest

from macros.site import search

from .browsing import ENGINE, LIBRARIES, SCRIPTS

pytestmark = pytest.mark.browser

# So many questions on nothing in particular that a word which a few have tells something.
OTHERS = [
    search.Result(kind="question", title=f"Entry {number}", address=f"points/{number}/#sides") for number in range(60)
]


@pytest.fixture(scope="module")
def page(chromium):
    page = chromium.new_page()
    for name in LIBRARIES:
        page.add_script_tag(path=SCRIPTS / name)
    yield page
    page.close()


@pytest.fixture
def ask(page):
    """Search for a query in an index of these results: what it finds, as titles."""

    def searched(query, *results, others=(), little=None, usual="", about=None):
        for name in ENGINE:
            page.add_script_tag(path=SCRIPTS / name)
        index = {
            "words": search.words(),
            "language": "en",
            "more": [],
            "asked": [],
            **({"about": {"results": [], "day": "", "outlets": [], **about}} if about else {}),
            **search.columns([*results, *OTHERS]),
        }
        page.evaluate("index => dossierIndex(index)", index)
        if others or usual:
            asked = {"others": list(others), "little": little or {}, "usual": usual}
            asked["letters"] = search.letters(asked)
            page.evaluate("asked => dossierIndex(asked)", asked)
        return page.evaluate(
            """query => {
            const {items, unmet, strange, near, marks} = dossierSearch(query);
            const titles = list => list.map(({result}) => result.title);
            const told = items.map(({found, lines, others, isLed}) => ({found, lines, others, isLed}));
            return {items: titles(items), unmet, strange, near: titles(near), marks, told};
        }""",
            query,
        )

    searched.page = page
    return searched


_numbers = count()


def question(title, *said, of=(), against=(), **fields):
    """A question with claims that say so; `of` has the number of each one's side, `against` pairs that differ."""
    claims = [
        [
            f"c{next(_numbers)}",
            "Vane in Herald, 3 May 2020",
            each,
            "",
            side,
            [other for pair in against if number in pair for other in pair if other != number],
        ]
        for number, (each, side) in enumerate(zip_longest(said, of, fillvalue=-1))
    ]
    return search.Result(kind="question", title=title, address="points/x/#sides", claims=claims, **fields)


def thing(kind, *names, **fields):
    return search.Result(kind=kind, title=names[0], names=names, address="people/#x", **fields)


# The index


def test_results_are_read_as_they_were_written(page, untouched):
    results = list(search.results(untouched.dossier()))
    for name in ENGINE:
        page.add_script_tag(path=SCRIPTS / name)
    page.evaluate("index => dossierIndex(index)", {"words": search.words(), **search.columns(results)})
    read = page.evaluate(
        """count => Array.from({length: count}, (_, n) => dossierStore.result(n)).map(
            ({said, sayings, called, words, asks, ...result}) => result)""",
        len(results),
    )
    for each, found in zip(results, read, strict=True):
        kept = {
            name: value for name, value in asdict(each).items() if value and name != "asked"
        }  # that is written apart
        assert {name: value for name, value in found.items() if value} == json.loads(json.dumps(kept))


# Words


def split(page, text):
    words = page.evaluate("text => dossierWords.split(text)", text)
    return [" ".join([word["text"], *word["parts"]]) for word in words]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Ukraine's list", ["Ukraines Ukraine", "list"]),
        ("l’ONU", ["lONU ONU"]),
        ("all-for-all", ["allforall all for all"]),
        ("6,000 bodies at 14:43", ["6000", "bodies", "at", "14:43"]),
        ("1.5 hours", ["1.5", "hours"]),
        ("停戦協定", ["停戦", "協定"]),
        ("การหยุดยิง", ["การ", "หยุด", "ยิง"]),
    ],
)
def test_a_text_falls_into_words_and_their_parts(page, text, words):
    assert split(page, text) == words


@pytest.mark.parametrize(
    ("word", "folded"),
    [("Łódź", "lodz"), ("Ørsted", "orsted"), ("Straße", "strasse"), ("Çırağan", "ciragan"), ("Zelenskyï", "zelenskyi")],
)
def test_marks_and_letters_without_a_key_do_not_matter(page, word, folded):
    assert page.evaluate("word => dossierWords.fold(word)", word) == folded


@pytest.mark.parametrize(
    ("one", "other"),
    [("exchanged", "exchanges"), ("пленных", "пленными"), ("полонених", "полонені"), ("esirler", "esirlerin")],
)
def test_words_of_one_stem_are_one_word(page, one, other):
    stems = [set(page.evaluate("word => dossierWords.stems(word)", word)) for word in (one, other)]
    assert stems[0] & stems[1]


@pytest.mark.parametrize(
    "text",
    [
        "16 June",
        "June 16th",
        "the 16th of June",
        "2025-06-16",
        "16.06.2025",
        "16/06",
        "16 июня",
        "16 червня",
        "16 Haziran",
    ],
)
def test_a_day_is_the_same_however_it_is_written(page, text):
    days = page.evaluate("text => dossierWords.split(text).flatMap(({days}) => days)", text)
    assert "06/16" in days


@pytest.mark.parametrize("text", ["1.5 hours", "14:43", "1,200", "31 people"])
def test_a_number_is_no_day(page, text):
    assert page.evaluate("text => dossierWords.split(text).flatMap(({days}) => days)", text) == []


# Where a word is met


def test_a_title_comes_before_other_words_for_it_and_these_before_what_somebody_says(ask):
    found = ask(
        "planks",
        question("Who paid?", "The planks were dear.", "Nobody."),
        question("What was bought?", "Timber.", also=["planks"]),
        question("How many planks?", "Ten."),
    )
    assert found["items"] == ["How many planks?", "What was bought?", "Who paid?"]


def test_one_claim_with_all_of_it_comes_before_a_page_where_it_is_scattered(ask):
    scattered = question("What happened?", "The planks were wet.", "The ropes were dry.")
    together = question("What came of it?", "The planks and the ropes were sold.", "Nothing.")
    assert ask("planks and ropes in the market planks", scattered, together)["items"][:1] != ["What happened?"]


def test_the_more_of_the_claims_have_it_the_better(ask):
    one = question("What happened?", "The planks were wet.", "It rained.")
    both = question("What came of it?", "The planks were sold.", "Some planks were kept.")
    assert ask("planks", one, both)["items"][0] == "What came of it?"


def test_a_name_in_another_script_does_not_hide_what_is_asked_in_it(ask):
    court = thing("term", "Bridge court", "суд мосту")
    term = thing("term", "Toll order", "ордер на мито", "ордер")
    asked = question("What did the Bridge court order?")
    others = [[2, "uk", "суд мосту, ордер"]]
    assert ask("ордер суд", term, court, asked, others=others)["items"][0] == asked.title


def test_a_title_that_says_only_what_is_asked_comes_first(ask):
    found = ask("the hall", question("Who lent the hall and the rope to the guild?"), question("Who lent the hall?"))
    assert found["items"][0] == "Who lent the hall?"


def test_between_equals_the_weightier_question_comes_first(ask):
    found = ask("hall", question("Who lent the hall?", weight=1), question("Who swept the hall?", weight=5))
    assert found["items"][0] == "Who swept the hall?"


def test_of_one_word_the_weightiest_question_comes_first_and_of_more_the_one_that_has_them(ask):
    lent = question("Who lent the hall?", "Vane did, to Ost and Weir alike.", weight=1)
    swept = question("Who swept the stairs of the hall, and who the yard?", weight=5)
    assert ask("hall", lent, swept)["items"][0] == swept.title
    assert ask("hall lent", lent, swept)["items"][0] == lent.title


def test_the_event_of_the_whole_dossier_and_its_day_tell_questions_apart_little(ask):
    found = [
        question("Who came to the meeting of 3 May?", "Vane came."),
        question("What was sold?", "Planks."),
        thing("event", "Meeting"),
    ]
    query = "planks, meeting of 3 May"
    assert ask(query, *found)["items"][0] == found[0].title
    assert ask(query, *found, about={"results": [2], "day": "05/03"})["items"][0] == found[1].title
    assert ask("meeting 3 May", *found, about={"results": [2], "day": "05/03"})["items"][:1] == [found[0].title]


def test_a_question_comes_before_prose_that_says_the_same(ask):
    prose = search.Result("page", "meeting/#hall", "The hall")
    assert ask("who lent the hall", prose, question("Who lent the hall?"))["items"][0] == "Who lent the hall?"


def test_a_claim_with_a_figure_answers_how_many(ask):
    asked = question("What was bought?", "Ropes, of course.", "9 ropes.", sides=[["Ost", -1]])
    assert ask("how many ropes", asked)["told"][0]["found"][0] == asked.claims[1][0]


def test_what_is_far_worse_than_the_best_is_left_out(ask):
    found = ask("planks ropes nails hall", question("Planks, ropes, nails, hall"), question("Who paid?", "The hall."))
    assert found["items"] == ["Planks, ropes, nails, hall"]


# In which form


def test_another_name_of_the_same_thing_finds_it(ask):
    found = ask("truce terms", thing("term", "Ceasefire", "truce"), question("What are the terms of the ceasefire?"))
    assert found["items"][0] == "What are the terms of the ceasefire?"


def test_a_word_is_found_by_its_beginning_only_while_it_is_typed(ask):
    hall = question("Who lent the carpenters?")
    assert ask("carp", hall)["items"] == ["Who lent the carpenters?"]
    assert ask("carp ", hall)["items"] == []


@pytest.mark.parametrize("slip", ["capenters", "carpenetrs", "carpentrs", "carepnter"])
def test_a_slip_is_forgiven(ask, slip):
    assert ask(f"{slip} ", question("Who paid the carpenters?"))["items"] == ["Who paid the carpenters?"]


def test_a_slip_that_has_the_stem_of_another_word_may_still_be_a_slip(ask):
    found = [question("What identification is asked for?"), question("Who had been identified?", "Ropes were.")]
    assert set(ask("identifed ", *found)["items"]) == {each.title for each in found}


@pytest.mark.parametrize("word", ["bell", "tall", "hxyl"])
def test_another_word_is_no_slip(ask, word):
    assert ask(f"{word} ", question("Who lent the hall?"))["items"] == []


def test_a_slip_in_a_word_that_says_nothing_is_not_looked_for(ask):
    assert ask("wich hall", question("Who lent the hall?"))["items"] == ["Who lent the hall?"]


def test_a_day_finds_what_was_said_of_it(ask):
    found = ask(
        "what happened on june 4", question("What was seen?", "A fire on 4 June."), question("Who?", "On 5 June.")
    )
    assert found["items"] == ["What was seen?"]


def test_a_month_in_another_language_is_that_month(ask):
    assert ask("в июне", question("What was planned for June?"))["items"] == ["What was planned for June?"]


def test_a_question_is_found_in_another_language_and_a_name_in_another_script(ask):
    hall, vane = question("Who lent the hall?"), thing("person", "Mira Vane", "Vane")
    others = [[0, "ru", "Кто предоставил зал?"], [1, "", "Мира Вейн"]]
    assert ask("зала предоставили", hall, vane, others=others)["items"] == ["Who lent the hall?"]
    assert ask("Мира Вейн", hall, vane, others=others)["items"] == ["Mira Vane"]


HALL = question("Who lent the hall?")
THEIRS = [[0, "ru", "Кто предоставил зал?"], [0, "uk", "Хто позичив приміщення у червні?"]]


@pytest.mark.parametrize(
    "query",
    ["kto predostavil zal", "zal predostavlen", "hto pozychyv prymischennia", "prymishchennja pozychyly", "zal"],
)
def test_a_word_of_another_script_is_found_in_latin_letters_however_one_writes_it(ask, query):
    assert ask(query, HALL, question("Who paid?"), others=THEIRS)["items"] == [HALL.title]


def test_a_number_beside_words_of_another_script_is_of_no_language(ask):
    lent = question("Who lent the hall?", "There were 6000 planks in it.")
    for query in ("zal predostavlen sale", "zal predostavlen sale 6000"):
        assert ask(query, lent, question("Who paid?"), others=THEIRS, usual="sale")["items"] == [lent.title], query


def test_a_word_of_both_languages_does_not_tell_which_of_them_it_is(ask):
    lent = question("Who lent the hall?", "It was for sale.")
    others = [*THEIRS, [0, "uk", "сале"]]
    for query in ("zal sale", "sale zal"):
        assert ask(query, lent, question("Who paid?"), others=others, usual="sale")["unmet"] == [], query


def test_in_words_of_another_script_typed_in_latin_letters_none_names_what_nobody_heard_of(ask):
    found = ask("zal predostavlen brbrbrbr", HALL, question("Who paid?"), others=THEIRS, usual="colour")
    assert (found["items"], found["strange"], found["unmet"]) == ([HALL.title], [], ["brbrbrbr"])
    found = ask("zal brbrbrbr", HALL, question("Who paid?"), others=THEIRS, usual="colour")  # one word may be a name
    assert (found["items"], found["strange"]) == ([], ["brbrbrbr"])


def test_words_of_another_script_typed_in_latin_letters_are_met_in_readers_words_and_not_in_quotations_alone(ask):
    quoted = question("What did Vane say?")
    quoted.claims[:] = [["c", "Vane in Herald", "Nothing.", "зал предоставлен", -1, []]]
    assert ask("zal predostavlen", quoted, HALL, others=[[1, "ru", "зал предоставлен"]])["items"][0] == HALL.title


def test_a_name_beside_a_word_of_another_script_is_of_no_language(ask):
    found = ask("Fidan zala", HALL, thing("person", "Hakan Fidan", "Fidan"), others=THEIRS)
    assert (found["items"][0], found["unmet"]) == (HALL.title, [])


def test_a_month_in_latin_letters_is_that_month(ask):
    others = [[0, "uk", "червень, листопад"], [0, "ru", "июнь"]]
    months = question("Which month?"), question("Was it June?"), question("Was it November?")
    assert ask("v iyune", *months, others=others)["items"] == ["Was it June?"]
    assert ask("the list", *months, others=others)["items"] == []  # no month cut short


def test_a_word_of_another_script_that_sounds_like_a_month_cut_short_is_none(ask):
    others = [[0, "uk", "нова зустріч"]]
    months = question("Would they meet again?"), question("Was it November?")
    assert ask("нову", *months, others=others)["items"] == ["Would they meet again?"]


def test_little_words_in_latin_letters_ask_nothing(ask):
    found = ask("kakoy zal", HALL, others=THEIRS, little={"ru": {"silent": "какой"}})
    assert (found["items"], found["unmet"]) == ([HALL.title], [])


def test_a_word_is_found_without_its_marks_though_its_ending_is_another_then(ask):
    others = [[0, "tr", "üçüncü görüşmeler"]]
    for query in ("üçüncü görüşme", "ucuncu gorusmeler", "ucuncu"):
        assert ask(query, HALL, question("Who paid?"), others=others)["items"] == [HALL.title], query


def test_who_asks_in_another_language_how_many_gets_the_question_that_asks_so(ask):
    lent, number = question("Was a hall lent?"), question("How many halls were lent?")
    others = [[0, "ru", "зал предоставлен"], [1, "ru", "зал предоставлен"]]
    little = {"ru": {"asking": "сколько", "counting": "сколько | когда | долго"}}
    for query in ("сколько предоставлено залов", "skolko predostavleno zalov"):
        assert ask(query, lent, number, others=others, little=little)["items"][0] == number.title, query
    assert ask("зал предоставлен", lent, number, others=others, little=little)["items"][0] == lent.title


def test_words_that_only_ask_in_another_language_tell_which_it_is(ask):
    others = [[0, "tr", "salonu kim verdi"]]
    query = "salonu nerede vermisti"
    assert ask(query, HALL, others=others, usual="colour")["strange"]
    assert ask(query, HALL, others=others, usual="colour", little={"tr": {"asking": "nerede"}})["strange"] == []


def test_a_name_in_another_script_that_nothing_here_has_is_told(ask):
    found = ask("зал для Азовсталя", HALL, others=THEIRS, usual="colour")
    assert (found["items"], found["strange"]) == ([], ["Азовсталя"])
    assert ask("зал для азовсталя", HALL, others=THEIRS, usual="colour")["strange"] == []


def test_in_the_own_language_no_word_is_taken_for_one_in_latin_letters(ask):
    found = ask("planks sale", HALL, question("Who bought planks?"), others=THEIRS, usual="sale")
    assert found["items"] == ["Who bought planks?"]
    assert ask("Zaliv", HALL, others=THEIRS)["items"] == []  # a name that begins like a word


# A name alone


def test_little_words_of_another_language_ask_nothing(ask):
    fidan = thing("person", "Hakan Fidan")
    others = [[0, "tr", "kim ne dedi"]]
    asked = question("Who said what?")
    assert ask("hakan fidan ne dedi", asked, fidan, others=others)["items"][0] == asked.title
    little = {"tr": {"silent": "ne dedi"}}
    assert ask("hakan fidan ne dedi", asked, fidan, others=others, little=little)["items"][0] == fidan.title


def test_a_query_in_another_language_is_met_in_readers_words_though_all_of_it_are_names_here(ask):
    fidan, round_ = thing("person", "Hakan Fidan", "Fidan"), thing("term", "Round", "toplantı")
    hoped = question("What did the host hope for?", "Soon.")
    others = [[0, "tr", "Fidan toplantıda ne umdu"]]
    little = {"tr": {"silent": "ne dedi"}}
    assert hoped.title in ask("Fidan toplantıda ne dedi", hoped, fidan, round_, others=others, little=little)["items"]
    assert hoped.title not in ask("Fidan toplantı", hoped, fidan, round_, others=others, little=little)["items"]


def test_a_name_alone_means_the_thing_and_with_more_the_question(ask):
    vane = thing("person", "Mira Vane", "Vane")
    asked = question("What did Vane say of the planks?", "Ten.", weight=5)
    assert ask("Vane", vane, asked)["items"] == ["Mira Vane", "What did Vane say of the planks?"]
    assert ask("who is Vane", vane, asked)["items"][0] == "Mira Vane"
    assert ask("Vane planks", vane, asked)["items"][0] == "What did Vane say of the planks?"


def test_who_asks_for_somebodys_office_and_nothing_else_gets_the_person(ask):
    vane = thing("person", "Mira Vane", "Vane", teaser="Keeper")
    offices = question("Which offices did others hold?", "Vane kept the gate.", also=["post"], weight=5)
    assert ask("Vane - what post does she hold?", vane, offices)["items"][0] == "Mira Vane"
    assert ask("Vane, post at the gate", vane, offices)["items"][0] == offices.title
    assert ask("Mill post", thing("place", "Mill"), offices)["items"] == [offices.title]
    russian = {"others": [[0, "", "Вейн"]], "little": {"ru": {"office": "должность"}}}
    assert ask("должность Вейн", vane, offices, **russian)["items"] == ["Mira Vane"]


def test_the_person_is_meant_beside_a_word_that_most_results_have(ask):
    vane = thing("person", "Mira Vane", "Vane")
    briefed = question("Who spoke to the press?", "Vane did, behind the talks.", weight=5)
    everywhere = [question(f"Point {number}", "On it they held talks.") for number in range(300)]
    assert ask("Vane in the talks", vane, briefed, *everywhere)["items"][0] == "Mira Vane"
    assert ask("Vane in the talks", vane, briefed)["items"][0] == briefed.title


def test_a_question_with_a_rare_name_in_its_title_is_a_result_beside_another_thing(ask):
    mill, flood = thing("place", "Mill"), thing("event", "Flood")
    at_the_mill = question("Was anything agreed at Mill?", "No.")
    assert at_the_mill.title in ask("Mill before the flood", mill, flood, at_the_mill)["items"]
    in_passing = question("What was paid?", "Ten, at Mill.")
    assert in_passing.title not in ask("Mill before the flood", mill, flood, in_passing)["items"]


def test_a_question_on_a_body_comes_first_where_one_asks_who_or_when(ask):
    body, on_it = thing("body", "Guild", "Guild"), question("Who led the Guild, and who was in it?")
    assert ask("Guild", body, on_it)["items"][0] == "Guild"
    assert ask("who was in the Guild", body, on_it)["items"][0] == on_it.title
    assert ask("what is the Guild", body, on_it)["items"][0] == "Guild"
    assert ask("who is the Guild", body, question("Was anything sold?", "The Guild sold it."))["items"][0] == "Guild"


def test_what_bears_a_name_as_its_own_comes_before_what_is_also_called_so(ask):
    found = ask("Ford", thing("place", "Market", "Ford"), thing("outlet", "Ford"))
    assert found["items"] == ["Ford", "Market"]


def test_a_term_comes_first_unless_a_question_is_on_it_and_always_when_one_asks_what_it_is(ask):
    term, on_it = thing("term", "Ceasefire", "truce"), question("Was there a ceasefire?", weight=1)
    said = question("What was said?", "There was a ceasefire.")
    assert ask("ceasefire", term, said)["items"][0] == "Ceasefire"
    assert ask("ceasefire", term, on_it)["items"][0] == "Was there a ceasefire?"
    assert ask("what is a ceasefire", term, on_it)["items"][0] == "Ceasefire"


# Enough


def test_most_words_of_a_long_query_may_be_unknown(ask):
    query = "my grandmother zealously remembers gorgeous sunsets over planks and nails"
    assert ask(query, question("How many planks and nails?"))["items"] == ["How many planks and nails?"]


def test_where_something_asked_is_unknown_two_words_in_passing_make_no_answer(ask):
    passing = question("Who met?", "The plank was on the pier.")
    assert ask("plank pier colour sugar", passing)["items"] == [passing.title]
    assert ask("plank pier colour sugar tea", passing)["items"] == []
    titled = question("Who met on the plank pier?")
    assert ask("plank pier colour sugar tea", titled)["items"] == [titled.title]


def test_what_is_on_nothing_here_finds_nothing_and_the_nearest_questions_are_offered(ask):
    found = ask("weather in Ford", thing("place", "Ford"), question("Who met in Ford?"))
    assert (found["items"], found["near"]) == ([], ["Who met in Ford?"])
    assert ask("xylophone", question("Who lent the hall?"))["items"] == []


def test_words_that_nothing_has_are_told_and_slips_are_not(ask):
    found = ask("wet planks in Quito, rottn", question("What of the wet planks?", "They were rotten."))
    assert found["items"] == ["What of the wet planks?"]
    assert found["unmet"] == ["Quito"]


def test_words_that_nothing_has_are_told_as_they_were_typed(ask):
    wet = question("What of the wet planks?", "They were rotten.")
    assert ask("wet planks on the 5th of October", wet)["unmet"] == ["5th of October"]
    assert ask("wet planks 4.5.1999", wet)["unmet"] == ["4.5.1999"]
    assert ask("half-sunk wet planks", wet)["unmet"] == ["half-sunk"]


def test_a_short_word_that_is_none_of_the_language_does_not_hide_what_the_others_find(ask):
    asked, usual = question("What of the wet planks?", "They dried."), "cup tea price cloth"
    assert ask("wht lng planks", asked, usual=usual)["items"] == ["What of the wet planks?"]
    for query in ("cup tea planks", "price cloth planks"):
        assert ask(query, asked, usual=usual)["items"] == [], query


def test_what_the_whole_dossier_is_on_does_not_make_a_query_enough(ask):
    hall = thing("place", "Ford")
    asked = question("Who met?", "They met in Ford, to a mixed reaction.", also=["reaction"])
    others = [question(f"What was done {n}?", "It was done in Ford.") for n in range(5)]
    about = {"results": [len(others) + 1]}
    assert ask("reaction in Ford", asked, *others, hall, about=about)["items"][0] == asked.title
    assert ask("zinc crude reaction in Ford", asked, *others, hall, about=about)["items"] == []


def test_words_that_ask_for_what_every_question_shows_count_little(ask):
    asked, compared = question("How long were the planks?", "Ten feet."), question("How do sources differ in figures?")
    others = [question(f"What was done {n}?", "It was done.") for n in range(5)]
    assert ask("planks, figures differ by source", asked, compared, *others)["items"][0] == asked.title
    assert ask("sources differ", asked, compared, *others)["items"] == [compared.title]


def test_who_asks_how_many_or_when_gets_the_question_that_asks_so(ask):
    sold, number = (
        question("Were planks sold?", "Planks were sold."),
        question("How many planks were there?", "Planks."),
    )
    day = question("When were planks sold, and how many?", "Planks were sold on a day.")
    assert ask("planks sold", sold, number)["items"][0] == sold.title
    assert ask("number of planks", sold, number)["items"][0] == number.title
    assert ask("planks many", day, number)["items"][0] == number.title
    assert ask("planks date", number, day)["items"][0] == day.title


def test_a_word_of_parts_that_nothing_has_together_is_met_in_one(ask):
    asked = question("What of the wet planks?", "In June they were dry.", "It was the mid season.")
    found = ask("wet planks by mid-June", asked, usual="colour")
    assert (found["items"], found["strange"]) == ([asked.title], [])


def test_a_query_finds_the_same_whatever_was_loaded_for_another_language(ask):
    hall, paid = question("Who lent the hall?", "The hall in Ford."), question("Who paid in Ford?", "Ford paid.")
    alone = ask("Ford hall", hall, paid)
    others = [[1, "tr", "Ford hall kim"], [1, "tr", "Ford salonu"]]
    assert ask("Ford hall", hall, paid, others=others)["items"] == alone["items"]


ROPE = question("What became of the rope?", "The rope was mislaid.", "It was found again.")
READERS = [[0, "en", "lost cable misplaced", 0], [0, "en", "cable turned up", 1]]


def test_who_types_more_than_a_few_words_is_understood_as_other_readers_were(ask):
    other = question("Was the cable car open?", "The cable car had turned.")
    found = ask("where was the lost cable misplaced", ROPE, other, others=READERS)
    assert (found["items"][0], found["told"][0]["others"][0]) == (ROPE.title, 0)
    assert ask("cable turned up somewhere again", ROPE, other, others=READERS)["told"][0]["others"][0] == 1
    assert ask("where was the lost cable misplaced", ROPE, other)["items"] != found["items"]


def test_the_claim_for_which_readers_ask_so_is_told_first(ask):
    long = question("How long was the rope?", "The rope was as long as the hall.", "Nine ells.")
    readers = [[0, "en", "full length cable", 1]]
    assert ask("how long was that full length of cable", long, others=readers)["told"][0]["others"][0] == 1


def test_who_types_a_few_words_that_pages_have_finds_those_pages_alone(ask):
    other = question("Was the cable car open?", "The cable car had turned.")
    alone = ask("cable turned", ROPE, other)
    assert ask("cable turned", ROPE, other, others=READERS) == alone
    assert ask("misplaced", ROPE, other)["items"] == []
    assert ask("misplaced", ROPE, other, others=READERS)["items"] == [ROPE.title]


def test_what_readers_type_makes_no_word_of_a_page_commoner(ask):
    weighed = "dossierStore.rarity(dossierWords.stem('cable', 'en'))"
    other = question("Was the cable car open?")
    ask("cable", ROPE, other)
    before = ask.page.evaluate(weighed)
    ask("cable", ROPE, other, others=READERS)
    assert ask.page.evaluate(weighed) == before


def test_a_usual_word_is_no_slip(ask):
    asked = question("Who was the planter?")
    assert ask("plaster", asked)["items"] == [asked.title]
    assert ask("plaster", asked, usual="plaster")["items"] == []
    waived = question("Who would waive the price?")
    assert ask("waiver", waived, usual="waiver")["items"] == [waived.title]  # the same with an ending


def test_two_slips_are_looked_for_in_a_word_of_seven_letters(ask):
    asked = question("Which prisoner was wet?")
    assert ask("wet prisnor", asked)["unmet"] == []
    assert ask("wet prisnr", asked)["unmet"] == ["prisnr"]


def test_two_letters_swapped_in_a_usual_word_name_nobody(ask):
    asked = question("What of the wet planks?")
    assert ask("my husbnad wet planks", asked, usual="husband")["items"] == [asked.title]


def test_a_country_that_nothing_here_has_is_not_found_though_its_name_is_a_usual_word(ask):
    found = ask("planks chad", question("What of the planks?"), usual="chad")
    assert (found["items"], found["strange"]) == ([], ["chad"])


def test_on_somebody_whom_nothing_here_names_nothing_is_found(ask):
    asked = question("What of the wet planks?", "They were rotten.")
    usual = "colour propaganda level deliver"
    found = ask("kellogg on wet planks", asked, usual=usual)
    assert (found["items"], found["strange"], found["near"]) == ([], ["kellogg"], ["What of the wet planks?"])
    for way_of_asking in (
        "wet planks colour",
        "wet planks propoganda",
        "wet rottne planks",
        "wet fir planks",
        "colour-level wet planks",
        "wet planks deliverables",
    ):
        assert ask(way_of_asking, asked, usual=usual)["items"] == ["What of the wet planks?"], way_of_asking
    assert ask("kellogg on wet planks", asked)["items"] == ["What of the wet planks?"]  # no list of usual words


def test_a_word_typed_twice_counts_once(ask):
    hall, gate = question("Who lent the hall?"), question("In whose view is the gate?")
    assert ask("hall, in the view of one, in the view of all", hall, gate)["items"][0] == hall.title


def test_of_near_equals_that_comes_first_which_has_the_day_of_the_event_where_one_asks_for_it(ask):
    earlier = question("When did the gate open?", "It opened at noon.", weight=2)
    later = question("When was the gate opened?", "On 9 June it opened late.")
    about = {"day": "06/09"}
    assert ask("gate opened", earlier, later, about=about)["items"] == [earlier.title, later.title]
    assert ask("gate opened 9 June", earlier, later, about=about)["items"] == [later.title, earlier.title]


def test_of_near_equals_one_on_another_event_than_the_dossiers_comes_after_unless_that_is_asked_for(ask):
    other, ours = question("How long did the spring fair last?"), question("How long did the music fair last?")
    events = thing("event", "Autumn fair"), thing("event", "Spring fair")
    about = {"results": [2]}
    assert ask("fair, how long", other, ours, *events, about=about)["items"][:2] == [ours.title, other.title]
    assert ask("fair, how long", other, ours, events[0], about=about)["items"][:2] == [other.title, ours.title]
    assert ask("fair on 5 May, how long", other, ours, *events, about=about)["items"][:2] == [other.title, ours.title]
    assert ask("spring fair, how long", ours, other, *events, about=about)["items"][0] == other.title


@pytest.mark.parametrize("marks", ['""', "“”", "«»", "„“", "''", "‘’"])
def test_what_stands_in_quotation_marks_counts_twice(ask, marks):
    begin, end = marks
    planks, rope = question("Who paid?", "The planks were wet and rotten."), question("Who lent it?", "A new rope.")
    assert ask("wet rotten planks or new rope", rope, planks)["items"][0] == planks.title
    assert ask(f"wet rotten planks or {begin}new rope{end}", rope, planks)["items"][0] == rope.title
    assert ask("Vane's wet rotten planks or Ford's new rope", rope, planks)["items"][0] == planks.title


def test_of_near_equals_that_comes_first_in_whose_words_what_is_asked_is_likelier(ask):
    much = question("Who paid for it?", "The rope was new.", "Vane asked for planks, nails, glue, paint and a saw.")
    little = question("Who lent it?", "The rope was new.", "Nobody did.")
    assert ask("new rope", much, little)["items"] == [little.title, much.title]


def test_a_word_that_nobody_has_heard_of_names_nobody_where_three_others_are_answered_together(ask):
    asked = question("What of the wet rotten planks?", "They were sawn.")
    others = [[0, "tr", "ahşap"]]
    for query, strange in {
        "kellogg on wet planks": ["kellogg"],
        "kellogg on wet rotten planks": [],
        "sawn wet planks and kellogg": [],
        "wet rotten planks for Kellogg": ["Kellogg"],  # a capital says that it is a name
        "wet rotten planks for chad": ["chad"],  # so does the list of countries
    }.items():
        found = ask(query, asked, others=others, usual="colour chad")
        assert (found["items"], found["strange"]) == ([] if strange else [asked.title], strange), query


def test_in_another_language_no_word_is_taken_for_a_name(ask):
    asked, little = question("What of the wet planks?", "They were rotten."), {"tr": {"silent": "kaç ne"}}
    others = [[0, "tr", "ahşap"]]
    for query in ("planks takasında kaç", "wet planks görüşme", "wet planks мосты"):
        assert ask(query, asked, others=others, little=little, usual="colour")["strange"] == [], query


def test_what_a_word_of_the_glossary_is_on_is_found_with_other_words_unknown(ask):
    term, on_it = thing("term", "Ceasefire", "truce"), question("Was there a ceasefire?")
    assert "Was there a ceasefire?" in ask("truce xylophone", term, on_it)["items"]


def test_an_unknown_word_in_another_script_tells_nothing_unless_only_a_place_is_known(ask):
    term, on_it = thing("term", "Ceasefire", "truce"), question("Was there a ceasefire?")
    others = [[0, "", "перемирие"], [2, "", "Форд"]]
    records = (term, on_it, thing("place", "Ford"), question("Who met in Ford?"))
    assert ask("перемирие два-три ежа", *records, others=others)["items"][0] == "Was there a ceasefire?"
    asked = [[3, "ru", "кто встретился"]]  # there readers ask in it: that nothing has a word tells something
    assert ask("перемирие два-три ежа", *records, others=[*others, *asked])["items"] == []
    assert ask("погода Форд", *records, others=others)["items"] == []


def test_a_short_word_taken_for_another_makes_no_answer_by_itself(ask):
    ruled, usual = question("Who set the ruler?", "Ford."), "rate"
    assert ask("rulr rate", ruled, usual=usual)["items"] == []
    assert ask("ruler rate", ruled, usual=usual)["items"] == [ruled.title]
    timber = question("Who paid for the carriage?", "Ford.")
    assert ask("cariage rate", timber, usual=usual)["items"] == [timber.title]


def test_two_telling_words_in_one_claim_make_an_answer(ask):
    assert ask("was timber traded for rope", question("Who paid?", "Timber for rope."))["items"] == ["Who paid?"]


def test_a_word_that_somebody_says_once_does_not_make_an_answer(ask):
    assert ask("price of timber abroad", question("Who paid?", "The price was fair."))["items"] == []


def test_words_that_only_ask_find_what_answers_them(ask):
    assert ask("how long", question("How long did it last?"))["items"] == ["How long did it last?"]


# What a question answers


SIDES = [["Ost", 0], ["West", 1]]


def told(ask, query, *said, of, **fields):
    """The claims that are the lines of each side, those of others, and those that go along to the page, by number."""
    asked = question("What of the timber?", *said, of=of, sides=SIDES, also=["planks"], **fields)
    shown = ask(query, asked)["told"][0]
    ids = [claim[0] for claim in asked.claims]
    return shown["lines"], shown["others"], [ids.index(id_) for id_ in shown["found"]]


def test_a_side_answers_with_the_claim_that_has_most_of_what_is_asked(ask):
    lines, _, found = told(ask, "wet planks", "They had nails.", "Sold.", "The planks were wet.", of=[0, 1, 0])
    assert (lines[0][0], lines[1], found[0]) == (2, [1], 2)


def test_of_near_equals_a_side_answers_with_what_stands_against_the_other_and_then_with_its_own_word(ask):
    said = ("Old planks.", "Sold.", "New planks.")
    assert told(ask, "planks", *said, of=[0, 1, 0])[0][0][0] == 0
    assert told(ask, "planks", *said, of=[0, 1, 0], against=[(1, 2)])[0][0][0] == 2


def test_a_side_answers_in_another_language_with_the_claim_that_says_it_there(ask):
    russian = [[0, "ru", "Доски были старые", 0], [0, "ru", "Доски промокли под дождём", 2]]
    asked = question("What of the timber?", "Old.", "Sold.", "Wet.", of=[0, 1, 0], sides=SIDES)
    found = ask("промокли доски", asked, others=russian)
    assert found["items"] == [asked.title]
    assert found["told"][0]["lines"][0][0] == 2
    assert ask("какие доски старые", asked, others=russian)["told"][0]["lines"][0][0] == 0


def test_of_equals_a_side_answers_with_what_its_question_is_on(ask):
    lines, _, _ = told(ask, "planks", "Nails.", "Sold.", "Some planks.", "Planks of timber.", of=[0, 1, 0, 0])
    assert lines[0][0] == 3


def test_of_equals_a_side_answers_with_what_is_said_in_the_other_words_that_were_typed(ask):
    said = ("Sold.", "Kept.", "Some nails.", "Others spoiled it.")
    asked = question(
        "What of the timber?", *said, of=[0, 1, 0, 0], sides=[["Ost", -1], ["West", -1]], also=["who spoiled timber"]
    )
    assert ask("who wrecked the timber", asked)["told"][0]["lines"][0][0] == 3


def test_of_equals_a_side_answers_with_what_the_article_of_the_dossier_has(ask):
    asked = question(
        "What of the timber?", "New planks.", "Sold.", "Old planks.", of=[0, 1, 0], sides=[["Ost", -1], ["West", -1]]
    )
    asked.claims[2][1] = "Vane in Gazette, 3 May 2020"
    assert ask("planks", asked)["told"][0]["lines"][0][0] == 0
    assert ask("planks", asked, about={"outlets": ["Gazette"]})["told"][0]["lines"][0][0] == 2


def test_a_side_has_four_lines_at_most_and_none_that_says_one_again(ask):
    said = ("The planks were wet.", "Sold.", "The planks were wet then.", "Nails and planks.", "Planks and rope.")
    more = ("Planks and tar.", "Planks and glue.", "Kept.")
    lines, _, _ = told(ask, "wet planks nails rope", *said, *more, of=[0, 1, 0, 0, 0, 0, 0, 1])
    assert len(lines[0]) == 4
    assert not {0, 2} <= set(lines[0])


def test_a_side_has_two_lines_more_than_another_at_most(ask):
    said = ("Planks and nails.", "Sold.", "Planks and rope.", "Planks and tar.", "Planks and glue.")
    lines, _, _ = told(ask, "planks", *said, of=[0, 1, 0, 0, 0])
    assert [len(each) for each in lines] == [3, 1]


def test_a_line_that_tells_something_new_comes_before_one_that_repeats(ask):
    said = ("The planks were wet.", "Sold.", "Wet planks were brought.", "Planks warped, cracked, split and rotted.")
    lines, _, _ = told(ask, "planks", *said, of=[0, 1, 0, 0])
    assert lines[0] == [0, 3, 2]


def test_what_is_said_with_another_figure_is_not_said_yet(ask):
    said = ("The planks of the old pier were wet.", "Sold.")
    assert told(ask, "planks", *said, "All the planks of the old pier were wet.", of=[0, 1, 0])[0][0] == [0]
    assert told(ask, "planks", *said, "All 40 planks of the old pier were wet.", of=[0, 1, 0])[0][0] == [0, 2]


def test_who_is_on_no_side_is_heard_where_it_tells_as_much_as_the_sides_or_is_faced_by_them(ask):
    said = ("Planks.", "Sold.", "Wet planks.", "Rain.")
    assert told(ask, "wet planks", *said, of=[0, 1, -1, -1])[1] == [2]
    assert told(ask, "wet planks", "Wet planks.", "Sold.", "Planks.", of=[0, 1, -1])[1] == []
    assert told(ask, "wet planks", "Wet planks.", "Sold.", "Dry.", of=[0, 1, -1], against=[(0, 2)])[1] == [2]


def test_where_a_side_is_silent_who_is_on_no_side_is_heard(ask):
    said = ("Wet planks.", "Sold.", "Dry nails.")
    assert told(ask, "wet planks", *said, of=[0, 0, -1])[1] == [2]
    assert told(ask, "wet planks", *said, of=[0, 1, -1])[1] == []


def test_the_same_words_with_another_figure_say_something_else(ask):
    said = ("Ost had returned 22 planks.", "Sold.", "West had returned 101 planks.", "West had returned planks.")
    lines, _, _ = told(ask, "planks returned", *said, of=[0, 1, 0, 0])
    assert set(lines[0]) == {0, 2}


def test_a_figure_that_is_told_already_answers_no_more(ask):
    said = [
        "101 wet planks came back.",
        "The office of Ford told us: 101 wet planks came back.",
        "Ost gave 20 wet planks back.",
    ]
    lines, _, _ = told(ask, "how many wet planks came back", *said, "None.", of=[0, 0, 0, 1])
    assert lines[0][:2] == [0, 2]


def test_what_is_told_goes_along_to_the_page_in_its_order(ask):
    lines, _, found = told(ask, "wet planks", "The wet planks.", "Sold.", "Planks of rain.", of=[0, 1, 0])
    assert lines[0][0] == 0
    assert found == [*lines[0], *lines[1]]


def test_who_is_heard_before_the_sides_goes_along_before_them(ask):
    found = question("Who met?", "Yes.", "Wet planks were in Ford.", of=[0, -1], sides=[["Ost", 0]])
    (first,) = ask("wet planks in Ford", found)["told"]
    assert first["isLed"]
    assert first["found"] == [found.claims[1][0], found.claims[0][0]]


def test_what_others_say_in_other_words_goes_along_to_the_page_and_is_no_line(ask):
    _, others, found = told(ask, "wet planks", "Wet planks.", "Sold.", "Nine ropes.", of=[0, 1, -1])
    assert (others, found) == ([], [0, 1, 2])


def test_the_words_to_mark_are_all_forms_of_those_asked_for(ask):
    found = ask("exchange of the planks", question("Who exchanged the plank?", "An exchange."))
    assert {"exchange", "exchanged", "plank"} <= set(found["marks"])
    assert "the" not in json.dumps(found["marks"]).split('"')


def test_a_word_that_says_nothing_is_not_marked_where_a_name_has_it(ask):
    assert ask("the guild", thing("body", "The guild"), question("Who are the guild?"))["marks"] == ["guild"]
    everywhere = [question(f"Point {number}", "A word on planks.") for number in range(300)]
    assert ask("planks", *everywhere)["marks"] == ["planks"]  # nothing else is asked
    assert ask("planks flood", *everywhere, question("Was there a flood?"))["marks"] == ["flood"]


def led(ask, query, *said, of, about=None, **fields):
    """Whether an account of no side's comes first of what a question tells, and how many lines each side has."""
    sides = [["Fen", of.index(0)], ["Moor", of.index(1) if 1 in of else -1]]
    shown = ask(query, question("What of the pier?", *said, of=of, sides=sides, **fields), about=about)["told"][0]
    return shown["isLed"], [len(lines) for lines in shown["lines"]]


def test_an_account_of_no_sides_that_tells_far_more_comes_first_and_each_side_has_a_line(ask):
    said = ("They had nails.", "They had 40 ropes.", "Sold.", "The planks were wet and rotten.")
    assert led(ask, "wet rotten planks", *said, of=[0, 0, 1, -1]) == (True, [1, 1])
    assert led(ask, "wet rotten planks", "Wet planks.", *said[1:], of=[0, 0, 1, -1])[0] is False


def test_nothing_comes_before_the_sides_where_anything_is_contested(ask):
    said = ("They had nails.", "Sold.", "The planks were wet and rotten.")
    assert led(ask, "wet rotten planks", *said, of=[0, 1, -1])[0] is True
    for against in [(0, 1)], [(1, 2)]:
        assert led(ask, "wet rotten planks", *said, of=[0, 1, -1], against=against)[0] is False


def test_the_article_has_no_word_before_two_sides_that_speak(ask):
    here, said = {"outlets": ["Herald"]}, ("They had nails.", "Sold.", "The planks were wet and rotten.")
    assert led(ask, "wet rotten planks", *said, of=[0, 1, -1])[0] is True
    assert led(ask, "wet rotten planks", *said, of=[0, 1, -1], about=here)[0] is False
    assert led(ask, "wet rotten planks", *said[::2], of=[0, -1], about=here)[0] is True
