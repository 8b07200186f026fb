"""Every rule of the record, with what passes it and what fails it."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

import pytest

from macros.record.model import Claim
from macros.record.problems import BadRecord, Problem
from macros.rules.check import problem_of
from macros.rules.ids import IDS
from macros.rules.rule import RULES, WHOLE

from .. import saved
from ..conftest import Project

Change = Callable[[Project], object]
ALL = {each.__name__: each for each in (*IDS, *RULES, *WHOLE)}


def put(id_: str, field: str, value: object) -> Change:
    return lambda project: project.set(id_, field, value)


def drop(id_: str, field: str = "") -> Change:
    return lambda project: project.drop(id_, field)


def like(kind: str, model: str, id_: str, **fields: object) -> Change:
    """Another entry, like one there is but for some fields."""
    return lambda project: project.add(kind, id_, **{**project.fields_of(model), "aliases": [], **fields})


def both(*changes: Change) -> Change:
    return lambda project: [change(project) for change in changes]


@dataclass(frozen=True)
class Case:
    """A change that a rule lets pass or refuses; `where` and `says` are of the problem it makes."""

    rule: str
    change: Change
    where: str = ""
    says: str = ""

    def __str__(self) -> str:
        return f"{self.rule}-{self.where}-{self.says}"


def fails(rule: str, change: Change, where: str, says: str) -> Case:
    return Case(rule, change, where, says)


FAILING = [
    # Ids
    fails(
        "known_ids", put("planks-vane", "by", "vaine"), "planks-vane.by.0", "unknown id 'vaine'; did you mean 'vane'?"
    ),
    fails("known_ids", put("planks-vane", "by", "xyzzyq"), "planks-vane.by.0", "unknown id 'xyzzyq'"),
    fails(
        "known_ids", put("planks-vane", "by", "toll"), "planks-vane.by.0", "'toll' is one of terms; this field takes"
    ),
    fails(
        "known_ids",
        put("planks-vane", "occasion", "vane-brief"),
        "planks-vane.occasion",
        "did you mean 'vane-briefing'",
    ),
    fails("known_ids", put("vane", "party", "ombre"), "vane.party", "did you mean 'ombra'?"),
    fails("known_ids", put("", "event", "bridge-talk"), "event", "did you mean 'bridge-talks'?"),
    fails("known_ids", put("", "primary", ["gazette"]), "primary.0", "did you mean 'gazette-article'?"),
    fails("known_ids", put("planks-corrected", "record", "planks-van"), "planks-corrected.record", "'planks-vane'?"),
    fails(
        "known_placeholders",
        put("planks-vane", "says", "{plank}, {days}, {share}, {planks}"),
        "says",
        "did you mean 'planks'?",
    ),
    fails("known_placeholders", put("toll", "meaning", "What {quil} asks."), "toll.meaning", "did you mean 'quill'?"),
    fails(
        "known_placeholders",
        put("toll", "meaning", "Of {planks-vane}."),
        "toll.meaning",
        "no figure of this entry and no id",
    ),
    fails(
        "known_placeholders", put("toll", "meaning", "What {quill asks."), "toll.meaning", "a brace without its partner"
    ),
    fails(
        "known_placeholders", put("toll", "meaning", "What quill} asks."), "toll.meaning", "a brace without its partner"
    ),
    fails("known_placeholders", put("damage", "title", "Of {quill}"), "damage.title", "no placeholders here"),
    fails("known_placeholders", put("damage-unclear", "says", "A {} broke."), "says", "{} names nothing; write the"),
    fails("known_placeholders", put("vane", "office", "Warden of { }"), "vane.office", "{ } names nothing"),
    fails("known_placeholders", put("length-compared", "says", "So {}."), "length-compared.says", "{} names nothing"),
    fails("known_placeholders", put("", "summary", "On {|x}."), "summary", "{|x} names nothing"),
    fails("known_placeholders", put("toll", "meaning", "Of {quill|}."), "meaning", "no words stand behind the bar"),
    fails("known_placeholders", put("toll", "meaning", "Of {quill|\u200b}."), "meaning", "or {quill}"),
    fails(
        "known_placeholders",
        put("bought-orrin", "says", "{bought|So many} planks."),
        "bought-orrin.says",
        "{bought|So many} is a figure, and is shown as its value; write {bought}",
    ),
    fails(
        "known_placeholders",
        put("length-compared", "says", "Gives {third.length}."),
        "length-compared.says",
        "first.length",
    ),
    fails("known_placeholders", put("", "summary", "On {quil}."), "summary", "did you mean 'quill'?"),
    fails("aliases_are_free", put("hall", "aliases", ["planks-vane"]), "hall.aliases.0", "in use by 'planks-vane'"),
    fails("aliases_are_free", put("hall", "aliases", ["talks-duration"]), "aliases.0", "is in use by"),
    fails("aliases_are_free", put("hall", "aliases", ["con"]), "aliases.0", "no page of its own can be called 'con'"),
    fails("aliases_are_free", put("hall", "aliases", ["unknown"]), "aliases.0", "'unknown' has a meaning of its own"),
    # Figures
    fails(
        "figures_are_not_ids",
        both(
            put("bought-orrin", "figures", {"toll": {"exact": 3, "unit": "planks"}}),
            put("bought-orrin", "says", "{toll} planks."),
        ),
        "bought-orrin.figures.toll",
        "'toll' is the id of one of terms",
    ),
    fails(
        "figures_are_shown", put("bought-orrin", "says", "Some had been."), "bought-orrin.figures.bought", "is not used"
    ),
    fails(
        "no_word_stands_before_a_figure_twice",
        both(
            put("bought-council", "says", "Up to {bought} planks."),
            put("bought-council", "figures.bought", {"up_to": 4, "unit": "planks"}),
        ),
        "bought-council.says",
        "take it out: the site writes it",
    ),
    fails(
        "no_word_stands_before_a_figure_twice",
        put("bought-council", "says", "No fewer than {bought} planks had been bought."),
        "bought-council.says",
        "'fewer than' stands beside {bought}, which is `almost`",
    ),
    fails(
        "no_word_stands_before_a_figure_twice",
        put("planks-compared", "says", "Vane gives {first.planks}, Orrin At  Least {second.planks}."),
        "planks-compared.says",
        "take it out",
    ),
    fails(
        "units_count_what_is_known",
        put("", "units.planks", {"one": "plank", "many": "planks", "of": "bords", "times": 2}),
        "units.planks.of",
        "unit 'bords' is not in dossier.yml",
    ),
    fails(
        "units_count_what_is_known",
        put("", "units.planks", {"one": "plank", "many": "planks", "of": "planks", "times": 2}),
        "units.planks.of",
        "'planks' counts 'planks' itself",
    ),
    fails("quotation_has_words", put("sunny-words", "text", "“ [...] ”"), "sunny-words.text", "holds no word"),
    fails(
        "units_are_declared",
        put("bought-orrin", "figures.bought.unit", "plank"),
        "bought-orrin.figures.bought.unit",
        "unit 'plank' is not in dossier.yml; did you mean 'planks'?",
    ),
    fails(
        "matters_are_declared",
        put("bought-orrin", "figures.bought.counted", "planks-mend"),
        "bought-orrin.figures.bought.counted",
        "'planks-mend' is no matter of dossier.yml; did you mean 'planks-mended'?",
    ),
    fails(
        "matters_are_declared",
        put("bought-orrin", "figures.bought.unit", "crossings"),
        "bought-orrin.figures.bought.unit",
        "'planks-mended' is counted in planks elsewhere",
    ),
    fails(
        "known_words", put("bridge-talks", "kind", "meetings"), "bridge-talks.kind", "'meetings' is none of the events"
    ),
    fails("known_words", put("quill-gazette", "kind", "paper"), "quill-gazette.kind", "'paper' is none of the outlets"),
    fails("known_words", put("quill-hall", "kind", "hall"), "quill-hall.kind", "'hall' is none of the places"),
    fails("known_words", put("planks-vane", "act", "says"), "planks-vane.act", "'says' is none of the acts"),
    fails("known_words", put("quill", "role", "sides"), "quill.role", "'sides' is none of the roles"),
    fails(
        "own_words_are_shown",
        put("", "vocabularies.acts", {"hints": {"verb": "hints"}}),
        "vocabularies.acts.hints",
        "give its `noun`",
    ),
    fails(
        "translations_are_needed",
        put("sunny-words", "translation", "bright"),
        "sunny-words.translation",
        "already in the site's language",
    ),
    fails(
        "originals_are_in_their_language",
        put("sunny-words", "original", {"text": "bright", "source": "tin-radio-late"}),
        "sunny-words.original",
        "the quotation is in this language itself",
    ),
    fails(
        "originals_are_in_their_language",
        put("sunny-words", "original", {"text": "ηλιόλουστη", "source": "ombra-herald-planks"}),
        "sunny-words.original",
        "is in 'el'; the words were spoken in 'en'",
    ),
    fails(
        "quotation_has_words",
        put("gate-words", "original", {"text": "[...]", "source": "ombra-herald-planks"}),
        "gate-words.original.text",
        "holds no word",
    ),
    fails("no_typed_digits", put("damage", "title", "Cause 12"), "damage.title", "'12' is a typed figure"),
    fails(
        "no_typed_digits", put("damage-unclear", "says", "Goats ate 1,000 planks."), "damage-unclear.says", "'1,000'"
    ),
    fails("no_typed_digits", put("", "summary", "In 2031."), "summary", "'2031.' is a typed figure"),
    fails("no_typed_digits", put("", "topics.0.title", "Part 2"), "topics.0.title", "'2' is a typed figure"),
    fails(
        "no_typed_digits", put("start-gazette", "inferred.0.basis", "Day 2."), "start-gazette.inferred.0.basis", "'2.'"
    ),
    # Nothing loose
    fails("no_orphans", like("places", "quill-hall", "ferry"), "ferry", "nothing names this record"),
    fails("no_orphans", like("people", "lysk", "nobody"), "nobody", "nothing names this record"),
    fails("points_have_claims", like("points", "damage", "fog"), "fog", "no claim is on this point"),
    # Claims
    fails("voice_fits_speaker", put("damage-unclear", "voice", "speaker"), "damage-unclear.voice", "go together"),
    fails("voice_fits_speaker", put("planks-wire", "voice", "unclear"), "planks-wire.voice", "go together"),
    fails("voice_fits_speaker", put("mood-gazette", "voice", "speaker"), "mood-gazette.voice", "an outlet speaks"),
    fails("voice_fits_speaker", put("planks-vane", "voice", "report"), "planks-vane.voice", "and a speaker is named"),
    fails("voice_fits_speaker", put("planks-vane", "voice", "opinion"), "planks-vane.voice", "and a speaker is named"),
    fails(
        "voice_fits_speaker",
        put("planks-vane", "within", "vane"),
        "planks-vane.within",
        "only where the speaker is unclear",
    ),
    fails("place_is_in_source", put("repair-vane", "place", "g9"), "repair-vane.place", "'g9' is no paragraph of"),
    fails("place_is_in_source", put("sunny-words", "place", "g44"), "sunny-words.place", "did you mean 'g4'?"),
    fails("place_is_in_source", drop("repair-vane", "place"), "repair-vane.place", "names its paragraph"),
    fails(
        "primary_claims_have_passages",
        drop("repair-vane", "passage"),
        "repair-vane.passage",
        "the first and last few words",
    ),
    fails("said_before_published", put("repair-vane", "date", "2031-04-04"), "repair-vane.date", "(2031-04-03)"),
    fails("seen_once_published", put("gazette-article", "seen", "2031-04-01"), "seen", "was published (2031-04-03)"),
    fails(
        "sources_are_distinct",
        put("ridge-wire-planks", "url", "http://gazette.invalid/valleys-talk/"),
        "ridge-wire-planks.url",
        "is the address of 'gazette-article' as well",
    ),
    fails("seen_once_published", put("gazette-article", "seen", "2030"), "gazette-article.seen", "is before the page"),
    fails(
        "chain_leads_to_publisher",
        put("planks-orrin", "chain", ["quill-gazette"]),
        "planks-orrin.chain",
        "publisher itself",
    ),
    fails("nothing_named_twice", put("planks-orrin", "chain", ["ridge-wire"] * 2), "planks-orrin.chain.1", "twice"),
    fails(
        "another_outlet_comes_first",
        put("mood-gazette", "by", "ridge-wire"),
        "mood-gazette.chain",
        "begin the chain with it",
    ),
    fails(
        "chain_leads_to_publisher",
        put("sunny-words", "chain", ["quill-gazette"]),
        "sunny-words.chain",
        "publisher itself",
    ),
    fails(
        "speakers_words_are_quoted",
        put("repair-vane", "speakers_words", ["stolen"]),
        "speakers_words.0",
        "not in `says`",
    ),
    fails(
        "speakers_words_are_quoted",
        put("repair-vane", "speakers_words", ["repair"]),
        "repair-vane.speakers_words.0",
        "without quotation marks",
    ),
    fails(
        "own_words_are_not_quoted",
        put("damage-unclear", "says", "“He confirms that goats had damaged it.”"),
        "damage-unclear.says",
        "stands as a whole in “”, and so is shown as words of another; use straight quotation marks",
    ),
    fails("own_words_are_not_quoted", put("", "summary", "„Of {ombra}“"), "summary", "stands as a whole in"),
    fails("own_words_are_not_quoted", put("vane", "office", "«The ‘warden’»"), "vane.office", "stands as a whole in"),
    fails(
        "own_words_are_not_quoted", put("damage", "title", "‘The goat’s own’"), "damage.title", "stands as a whole in"
    ),
    fails(
        "own_words_are_not_quoted", put("toll", "meaning", "”A “fee” of it”"), "toll.meaning", "stands as a whole in"
    ),
    fails(
        "inferences_are_distinct",
        put("start-gazette", "inferred", [{"what": "A.", "basis": "B."}, {"what": "A.", "basis": "C."}]),
        "start-gazette.inferred.1",
        "says the same",
    ),
    fails("claims_are_distinct", like("claims", "hall-pell", "hall-pell-again"), "hall-pell", "says the same as"),
    fails(
        "what_has_two_ends_runs_forward",
        put("planks-vane", "figures.days", {"between": [3, 2], "unit": "days"}),
        "planks-vane.figures.days.between",
        "from the smaller to the larger",
    ),
    fails(
        "what_has_two_ends_runs_forward",
        put("repair-vane", "date", "2031-04-02/2031-04-01"),
        "repair-vane.date",
        "ends before it begins",
    ),
    fails(
        "what_has_two_ends_runs_forward",
        put("bridge-talks", "when", "2031-04/2031-03"),
        "bridge-talks.when",
        "ends before it begins",
    ),
    fails(
        "owners_are_found_or_sought",
        put("quill-gazette", "owner_sought", {"where": "the town", "day": "2031"}),
        "quill-gazette.owner_sought",
        "this one is given",
    ),
    # Quotations
    fails(
        "quotation_fits_claims",
        put("sunny-words", "claims", ["planks-wire"]),
        "sunny-words.claims.0",
        "is from 'ridge-wire-planks'",
    ),
    fails("quotation_fits_claims", put("sunny-words", "claims", ["planks-vane"]), "sunny-words.claims.0", "is by vane"),
    fails(
        "quotation_fits_occasion",
        put("gate-words", "occasion", "unknown"),
        "gate-words.occasion",
        "is 'unknown'; that of 'planks-vane' is 'vane-briefing'",
    ),
    fails(
        "stamps_hold", put("kidnapped-words", "verified.date", "2031-04-01"), "kidnapped-words.verified.date", "before"
    ),
    fails("stamps_hold", put("kidnapped-words", "verified.date", "2031-03"), "kidnapped-words.verified.date", "before"),
    fails(
        "speakers_words_are_quoted",
        put("planks-orrin", "speakers_words", ["kidnapped", "kidnapped"]),
        "planks-orrin.speakers_words.1",
        "stands twice",
    ),
    fails(
        "nothing_named_twice",
        put("", "parties", ["ombra", "tessel", "quill", "ombra"]),
        "parties.3",
        "'ombra' stands twice in this list",
    ),
    fails(
        "quotations_hide_nothing",
        put("sunny-words", "text", "sun\u00adny"),
        "sunny-words.text",
        "holds a sign that nobody sees (soft hyphen)",
    ),
    fails(
        "quotations_are_distinct",
        like("quotations", "gate-words", "gate-again", text='The bridge is "not a gate", it is a path [...] & no more'),
        "gate-again.text",
        "quotes the same as",
    ),
    fails(
        "no_outer_marks",
        put("sunny-words", "text", "“sunny”"),
        "sunny-words.text",
        "take the outer quotation marks off",
    ),
    fails(
        "no_outer_marks",
        put("sunny-words", "text", '"sunny"'),
        "sunny-words.text",
        "take the outer quotation marks off",
    ),
    fails("stamps_hold", put("kidnapped-words", "text", "stolen"), "kidnapped-words.text", "the words changed"),
    # Points and comparisons
    fails("topics_are_declared", put("damage", "topic", "bridges"), "damage.topic", "did you mean 'bridge'?"),
    fails("topics_are_declared", put("", "topics.1.id", "talks"), "topics.1.id", "the topic 'talks' stands twice"),
    fails("topics_are_declared", put("", "topics.2.id", "toll"), "topics.2.id", "also the id of one of terms"),
    fails(
        "outlets_are_named",
        put("length-compared", "says", "The other account gives the length in minutes."),
        "length-compared.says",
        "'The other account' names nobody: write Gazette or Tin Radio",
    ),
    fails(
        "outlets_are_named",
        put("length-compared", "says", "The Tesselian agency gives the length in minutes."),
        "length-compared.says",
        "'The Tesselian agency' names nobody",
    ),
    fails("points_tell_apart", put("damage", "title", "The Hall"), "damage.title", "is that of 'hall' too"),
    fails(
        "spellings_are_one_thing",
        put("hall", "asked", [{"text": "Wo?", "lang": "de"}, {"text": "Wo?", "lang": "de"}]),
        "hall.asked",
        "'Wo? (de)' stands twice",
    ),
    fails(
        "spellings_are_one_thing",
        put("planks-vane", "asked", [{"text": "Tien.", "lang": "nl"}, {"text": "Tien.", "lang": "nl"}]),
        "planks-vane.asked",
        "'Tien. (nl)' stands twice",
    ),
    fails("points_tell_apart", put("damage", "question", "Who lent the hall?"), "damage.question", "'hall' too"),
    fails("sought_where_silent", put("hall", "sought.0.side", "quill"), "hall.sought.0.side", "'quill' is no side"),
    fails("sought_where_silent", put("hall-pell", "by", ["orrin"]), "hall.sought.0.side", "has a word of its own"),
    fails(
        "sought_where_silent",
        put("hall", "sought", [{"side": "tessel", "where": "A shelf", "day": "2031-05-01"}] * 2),
        "hall.sought.1.side",
        "'tessel' stands twice",
    ),
    fails(
        "state_rests_on_claims", drop("repair-date", "state_from"), "repair-date.state", "name claims in `state_from`"
    ),
    fails(
        "state_rests_on_claims",
        put("repair-date", "state_from", "night-vane"),
        "state_from.0",
        "is on the point 'night-closing'",
    ),
    fails(
        "state_rests_on_claims", put("damage", "state_of", "planks for Tessel"), "damage.state_of", "there is no state"
    ),
    fails("agreed_by_all_sides", put("waiver-gazette", "of", ["ombra"]), "toll-waiver.state", "has tessel agreeing"),
    fails(
        "agreed_by_all_sides",
        put("waiver-gazette", "act", "states"),
        "toll-waiver.state",
        "has ombra or tessel agreeing",
    ),
    fails(
        "comparisons_are_on_a_point",
        put("planks-compared", "claims", ["planks-vane"] * 2),
        "planks-compared.claims",
        "itself",
    ),
    fails(
        "comparisons_are_on_a_point",
        put("length-compared", "claims", ["length-gazette", "night-vane"]),
        "claims",
        "on one point",
    ),
    fails(
        "comparisons_are_on_a_point",
        like("comparisons", "length-compared", "again"),
        "again.claims",
        "compares these two already",
    ),
    fails("relation_fits_figures", drop("length-compared", "relation"), "length-compared.relation", "share no figure"),
    fails(
        "relation_fits_figures",
        put("planks-compared", "relation", "supports"),
        "planks-compared.relation",
        "cannot both hold",
    ),
    fails(
        "differences_have_a_kind",
        both(put("planks-compared", "relation", "adds"), put("planks-compared", "differs", "detail")),
        "planks-compared.differs",
        "goes with claims that differ",
    ),
    fails(
        "differences_have_a_kind",
        put("length-compared", "relation", "differs"),
        "length-compared.differs",
        "is missing: these two share no figure that differs",
    ),
    fails(
        "differences_have_a_kind",
        both(put("length-compared", "relation", "differs"), put("length-compared", "differs", "number")),
        "length-compared.differs",
        "is `number`",
    ),
    fails(
        "rivals_do_not_differ",
        both(put("night-left-out", "relation", "differs"), put("night-left-out", "differs", "detail")),
        "night-left-out.relation",
        "write `relation: adds`",
    ),
    fails(
        "sentence_goes_with_its_figures",
        put("planks-compared", "says", "Both give {first.planks}."),
        "planks-compared.says",
        "show {second.planks} too",
    ),
    # People, parties, places, events
    fails(
        "people_are_told_of",
        drop("vane", "told_by"),
        "vane.told_by",
        "name the claims that office and attendance rest on",
    ),
    fails(
        "people_are_told_of",
        put("vane", "told_by", "mood-gazette"),
        "vane.told_by.0",
        "'mood-gazette' does not name 'vane'",
    ),
    fails(
        "people_are_told_of",
        put("vane", "later", "mood-gazette"),
        "vane.later.0",
        "'mood-gazette' does not name 'vane'",
    ),
    fails("editions_follow_what_they_hold", put("", "edition.date", "2031-03-31"), "edition.date", "is before every"),
    fails(
        "editions_follow_what_they_hold",
        both(put("", "edition.number", 2), put("", "earlier", [{"number": 1, "date": "2031-04-21"}])),
        "earlier.0.date",
        "is after the edition at hand (2031-04-20)",
    ),
    fails("an_edition_has_its_day", put("", "edition.date", "2031-04"), "edition.date", "'2031-04' is no day"),
    fails("an_edition_has_its_day", put("", "edition.date", "2031-04-20~"), "edition.date", "'2031-04-20~' is no day"),
    fails("an_edition_has_its_day", put("", "edition.date", "2031-04-20T10:00"), "edition.date", "is no day"),
    fails("parties_tell_apart", put("tessel", "sign", "square"), "tessel.sign", "is the same as that of 'ombra'"),
    fails("parties_tell_apart", put("tessel", "colour", "#6b2c91"), "tessel.colour", "is the same as that of 'ombra'"),
    fails(
        "parties_tell_apart", put("tessel", "colour_dark", "#ca7fff"), "tessel.colour_dark", "is the same as that of"
    ),
    fails(
        "parties_tell_apart",
        both(put("ombra", "role", "other"), put("tessel", "role", "other")),
        "parties",
        "no party has the role",
    ),
    fails(
        "parties_tell_apart", put("", "parties", ["ombra", "tessel"]), "parties", "'quill' is missing from the order"
    ),
    fails("places_lie_somewhere", put("quill-town", "within", "quill-hall"), "quill-town.within", "lies within itself"),
    fails("places_lie_somewhere", put("quill-town", "within", "quill-town"), "quill-town.within", "lies within itself"),
    fails(
        "primary_sources_have_sections",
        put("", "primary", ["gazette-article", "tin-radio-late"]),
        "primary.1",
        "has no `sections`",
    ),
    fails(
        "primary_sources_have_sections",
        put("gazette-article", "sections.0.paragraphs", ["g1", "g2"]),
        "sections",
        "twice",
    ),
    fails(
        "corrections_are_of_their_record",
        put("planks-corrected", "now", "6127 planks"),
        "planks-corrected.now",
        "is what it was",
    ),
    fails(
        "corrections_are_of_their_record",
        put("planks-corrected", "field", "figure"),
        "planks-corrected.field",
        "'figures'?",
    ),
    fails(
        "corrections_are_of_their_record",
        put("planks-corrected", "field", "figures.plank"),
        "planks-corrected.field",
        "'planks-vane' has no such field; did you mean 'planks'?",
    ),
    fails(
        "corrections_are_of_their_record",
        put("planks-corrected", "field", "figures.xyzzyq"),
        "planks-corrected.field",
        "where it was taken out, name what it stood in: `figures`",
    ),
    fails("corrections_are_of_their_record", put("planks-corrected", "field", "says.planks"), "field", "no such field"),
    fails("corrections_are_of_their_record", put("planks-corrected", "field", "by.1"), "field", "no such field"),
    fails(
        "corrections_are_of_their_record",
        put("planks-corrected", "date", "2031-04-19"),
        "planks-corrected.date",
        "is before the first edition (2031-04-20)",
    ),
    fails(
        "spellings_are_one_thing",
        put("quill-town", "spellings", ["Quille", "Quille"]),
        "quill-town.spellings",
        "stands twice",
    ),
    # Coverage
    fails(
        "sentences_are_as_stamped",
        both(saved.stamp, put("gazette-article-g1-2", "opening", "They started at")),
        "gazette-article-g1-2.stamp",
        "(start-gazette), changed since; run",
    ),
    fails(
        "sentences_are_as_stamped",
        both(saved.stamp, put("gazette-article-g1-2", "source", "ridge-wire-planks")),
        "gazette-article-g1-2.source",
        "is no primary source",
    ),
    fails(
        "passages_have_sentences",
        both(saved.stamp, like("claims", "mood-gazette", "mood-again", says="The mood could be better.")),
        "mood-again.passage",
        "stands in no stamped sentence",
    ),
    fails(
        "passages_have_sentences",
        both(saved.stamp, like("quotations", "sunny-words", "sunny-again")),
        "sunny-again.text",
        "stands in no stamped sentence",
    ),
    fails(
        "sentences_are_accounted_for",
        lambda project: saved.stamp(project, saved.SAVED.replace("[g4] ", "[g4] Birds sang all day. ")),
        "gazette-article-g4-1",
        "nobody claims this sentence (“Birds sang all ...”, 4 words)",
    ),
    fails(
        "sentences_are_accounted_for",
        both(saved.stamp, put("gazette-article-g1-1", "aside", "It is no news.")),
        "gazette-article-g1-1.aside",
        "'length-gazette' takes it up",
    ),
]

PASSING = [
    Case("known_ids", put("planks-vane", "by", "tessel")),
    Case("known_ids", put("planks-vane", "chain", "unknown")),
    Case("known_placeholders", put("toll", "meaning", "What {quill|they} ask {vane} at {bridge-talks}.")),
    Case("known_placeholders", put("length-compared", "says", "Gives {first.length} and {second.length}.")),
    Case("what_has_two_ends_runs_forward", put("repair-vane", "date", "2031-04-01/2031-04-02")),
    Case("what_has_two_ends_runs_forward", put("planks-vane", "figures.days", {"between": [2, 3], "unit": "days"})),
    Case("owners_are_found_or_sought", put("tin-radio", "owner_sought", {"where": "the town", "day": "2031"})),
    Case("stamps_hold", put("kidnapped-words", "verified.date", "2031-04-02")),
    Case("stamps_hold", put("kidnapped-words", "verified.date", "9999")),
    Case("aliases_are_free", put("hall", "aliases", ["the-hall", "old-hall"])),
    Case("figures_are_not_ids", put("length-gazette", "figures.length.about", 2)),
    Case("figures_are_shown", put("bought-orrin", "says", "{bought} and {bought} again.")),
    Case("matters_are_declared", put("bought-orrin", "figures.bought", {"just_over": 370, "unit": "planks"})),
    Case("units_are_declared", put("bought-orrin", "figures.bought.unit", "percent")),
    Case("known_words", put("quill-gazette", "kind", "unknown")),
    Case("known_words", put("planks-vane", "act", "promises")),
    Case("own_words_are_shown", put("", "vocabularies.acts", {"hints": {"verb": "hints", "noun": "hint"}})),
    Case("own_words_are_shown", put("", "vocabularies.outlets", {"town crier": {}})),
    Case("no_typed_digits", put("damage-unclear", "says", "Goats called “Gang 12” had damaged it.")),
    Case("no_typed_digits", put("damage-unclear", "says", 'Goats called "Gang 12" had damaged it.')),
    Case("no_orphans", both(like("places", "quill-hall", "ferry"), put("larch-bridge", "within", "ferry"))),
    Case("no_orphans", lambda p: (like("places", "quill-hall", "ferry")(p), p.page("new.md", '{{ place("ferry") }}'))),
    Case("no_orphans", like("terms", "toll", "ferry")),
    Case("points_have_claims", both(like("points", "damage", "fog"), put("hall-pell", "point", "fog"), drop("hall"))),
    Case("voice_fits_speaker", put("planks-vane", "by", "ombra")),
    Case("voice_fits_speaker", drop("damage-unclear", "within")),
    Case("place_is_in_source", put("sunny-words", "place", "g1")),
    Case("primary_claims_have_passages", put("repair-vane", "passage", {"start": "Vane proposed"})),
    Case("said_before_published", put("planks-wire", "date", "2031-04-30")),
    Case("said_before_published", put("repair-vane", "date", "unknown")),
    Case("sources_are_distinct", put("ridge-wire-planks", "url", "https://gazette.invalid/valleys-talk#planks")),
    Case("sources_are_distinct", put("ridge-wire-planks", "url", "unknown")),
    Case("seen_once_published", put("gazette-article", "seen", "2031-04-02")),
    Case("seen_once_published", put("gazette-article", "seen", "2031")),
    Case("chain_leads_to_publisher", put("planks-orrin", "chain", ["tin-radio", "ridge-wire"])),
    Case(
        "another_outlet_comes_first",
        both(put("mood-gazette", "by", "ridge-wire"), put("mood-gazette", "chain", ["ridge-wire"])),
    ),
    Case(
        "another_outlet_comes_first",
        both(put("mood-gazette", "by", "ridge-wire"), put("mood-gazette", "chain", "unknown")),
    ),
    Case("speakers_words_are_quoted", put("planks-orrin", "speakers_words", ["Kidnapped"])),
    Case("own_words_are_not_quoted", put("damage-unclear", "says", "“Goats” had come, he says, and “eaten”")),
    Case("own_words_are_not_quoted", put("damage-unclear", "says", '"Goats"')),
    Case("own_words_are_not_quoted", put("damage", "title", "‘Goats’ and ‘sheep’")),
    Case("own_words_are_not_quoted", put("damage", "title", "„Goats“ and „sheep“")),
    Case("inferences_are_distinct", put("start-gazette", "inferred", [{"what": "A.", "basis": "B."}])),
    Case("claims_are_distinct", like("claims", "hall-pell", "hall-pell-again", by="vane")),
    Case("quotation_fits_claims", put("gate-words", "claims", "repair-vane")),
    Case("nothing_named_twice", put("night-vane", "by", ["ombra-council", "vane"])),
    Case("quotation_fits_occasion", put("sunny-words", "occasion", "unknown")),
    Case("quotations_are_distinct", like("quotations", "sunny-words", "sunny-again", place="g3")),
    Case("quotations_are_distinct", like("quotations", "sunny-words", "sunny-again", place="unknown")),
    Case("no_outer_marks", put("sunny-words", "text", "“sunny” or not")),
    Case("quotations_hide_nothing", put("sunny-words", "text", "می\u200cخواهم, \u200fabc and 👩\u200d👧")),
    Case(
        "translations_are_needed",
        both(put("sunny-words", "language", "el"), put("sunny-words", "translation", "sunny")),
    ),
    Case(
        "originals_are_in_their_language",
        put("gate-words", "original", {"text": "Δεν είναι πύλη", "source": "ombra-herald-planks"}),
    ),
    Case("stamps_hold", put("sunny-words", "text", "rainy")),
    Case("stamps_hold", put("kidnapped-words", "text", " kidnapped ")),
    Case("topics_are_declared", put("damage", "topic", "wording")),
    Case("outlets_are_named", put("length-compared", "says", "By {orrin}'s account the radio gives minutes.")),
    Case("points_tell_apart", put("damage", "title", "The other hall")),
    Case("sought_where_silent", put("hall", "sought.0.side", "ombra")),
    Case("editions_follow_what_they_hold", put("", "edition.date", "2031-04-01")),
    Case("an_edition_has_its_day", put("", "edition.date", "2024-02-29")),
    Case("no_word_stands_before_a_figure_twice", put("bought-council", "says", "It spoke roundabout {bought} planks.")),
    Case(
        "units_count_what_is_known", put("", "units.days", {"one": "day", "many": "days", "of": "hours", "times": 24})
    ),
    Case("quotation_has_words", put("sunny-words", "text", "☀!")),
    Case("state_rests_on_claims", both(put("repair-date", "state", "reported"), drop("repair-date", "state_from"))),
    Case("agreed_by_all_sides", put("waiver-gazette", "of", ["vane", "orrin"])),
    Case(
        "comparisons_are_on_a_point", like("comparisons", "planks-compared", "b", claims=["planks-vane", "planks-wire"])
    ),
    Case("relation_fits_figures", put("planks-compared", "relation", "differs")),
    Case("differences_have_a_kind", put("planks-compared", "differs", "detail")),
    Case(
        "differences_have_a_kind",
        both(put("length-compared", "relation", "differs"), put("length-compared", "differs", "contradicts")),
    ),
    Case(
        "rivals_do_not_differ",
        both(
            put("night-declined-orrin", "of", ["ombra"]),
            put("night-left-out", "relation", "differs"),
            put("night-left-out", "differs", "contradicts"),
        ),
    ),
    Case("sentence_goes_with_its_figures", put("planks-compared", "says", "The two name their numbers.")),
    Case("people_are_told_of", put("vane", "told_by", ["planks-vane", "night-vane"])),
    Case("people_are_told_of", put("orrin", "told_by", "damage-unclear")),
    Case("parties_tell_apart", put("tessel", "sign", "cross")),
    Case("places_lie_somewhere", put("larch-bridge", "within", "quill-hall")),
    Case("primary_sources_have_sections", put("gazette-article", "sections.0.paragraphs", ["g1", "g0"])),
    Case("corrections_are_of_their_record", put("planks-corrected", "field", "figures.planks.exact")),
    Case("corrections_are_of_their_record", put("planks-corrected", "field", "by.0")),
    Case(
        "corrections_are_of_their_record",
        both(
            put("planks-corrected", "field", "figures.boards"),
            like("corrections", "planks-corrected", "renamed", field="figures"),
        ),
    ),
    Case(
        "corrections_are_of_their_record",
        both(put("planks-corrected", "date", "2031-04-19"), put("", "edition.number", 2)),
    ),
    Case("spellings_are_one_thing", put("quill-town", "spellings", ["Quille", "Quilla"])),
    Case(
        "spellings_are_one_thing",
        put(
            "hall",
            "asked",
            [{"text": "Wo?", "lang": "de"}, {"text": "Wer?", "lang": "de"}, {"text": "Wo?", "lang": "nl"}],
        ),
    ),
    Case("sentences_are_as_stamped", saved.stamp),
    Case("passages_have_sentences", both(saved.stamp, like("claims", "planks-wire", "planks-wire-again"))),
    Case(
        "sentences_are_accounted_for",
        both(
            lambda project: saved.stamp(project, saved.SAVED.replace("[g4] ", "[g4] Birds sang all day. ")),
            put("gazette-article-g4-1", "aside", "It tells of the weather."),
        ),
    ),
]


def test_the_invented_record_passes(untouched):
    assert untouched.problems() == []


@pytest.mark.parametrize("case", FAILING, ids=str)
def test_a_rule_refuses(case, project):
    case.change(project)
    record = project.loaded()
    found = [problem_of(record, finding) for finding in ALL[case.rule](record)]
    assert [p for p in found if p.path.endswith(case.where.split(".")[-1]) and case.says in p.words], found
    assert set(found) <= set(project.problems())
    text = (project.root / found[0].file).read_text("utf-8").split("\n")
    key = found[0].path.split(".")[0]
    assert any(key in line for line in text[max(0, found[0].line - 40) : found[0].line])


@pytest.mark.parametrize("case", PASSING, ids=str)
def test_a_rule_lets_pass(case, project):
    case.change(project)
    assert list(ALL[case.rule](project.loaded())) == []


@pytest.mark.parametrize("cases", [FAILING, PASSING], ids=["failing", "passing"])
def test_every_rule_has_an_example(cases):
    assert {case.rule for case in cases} == ALL.keys()


def test_every_rule_says_what_it_is_for():
    assert [name for name, function in ALL.items() if not (function.__doc__ or "").strip()] == []


def test_three_errors_in_three_files_are_all_named_in_one_run(project):
    expected = {
        (
            "data/people.yml",
            project.edit("data/people.yml", "party: ombra\n  office: Bridge", "party: ombre\n  office: Bridge"),
        ),
        ("data/claims/gazette.yml", project.edit("data/claims/gazette.yml", "within: orrin", "within: orin")),
        ("data/terms.yml", project.edit("data/terms.yml", "abbreviation: RoP", "abbreviated: RoP")),
        ("docs/timeline.md", project.edit("docs/timeline.md", 'event("bridge-talks")', 'event("bridge-talk")')),
        ("docs/index.md", project.edit("docs/index.md", "was waived", "was waived 3 times")),
    }
    assert {(problem.file, problem.line) for problem in project.problems()} == expected


def test_errors_of_all_kinds_are_named_together(project):
    """A field nobody knows, an id nobody knows and a broken rule, in one run: nobody mends one to meet the next."""
    project.edit("data/terms.yml", "abbreviation: RoP", "abbreviated: RoP")
    project.edit("data/claims/gazette.yml", "within: orrin", "within: orin")
    project.edit("data/quotations.yml", "text: sunny", "text: “sunny”")
    assert {problem.path for problem in project.problems()} == {
        "plank-rule.abbreviated",
        "damage-unclear.within",
        "sunny-words.text",
    }


def test_a_record_that_is_broken_itself_is_not_also_called_unknown(project):
    project.edit("data/people.yml", "name: Mira Vane", "nam: Mira Vane")
    assert {problem.path for problem in project.problems()} == {"vane.nam", "vane.name"}


def test_a_bad_list_of_the_dossier_is_named_alone(project):
    project.set("", "event", "bridge-walk")
    project.set("sunny-words", "text", "“sunny”")
    assert [problem.path for problem in project.problems()] == ["event"]


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("title", 5),
        ("summary", ""),
        ("edition.number", 0),
        ("edition.date", "soon"),
        ("earlier", [{}]),
        ("site_url", "x"),
        ("report_errors", "x"),
        ("titel", "x"),
    ],
)
def test_what_is_wrong_in_the_head_hides_nothing_that_does_not_rest_on_it(
    project: Project, field: str, value: object
) -> None:
    project.set("", field, value)
    assert {problem.file for problem in project.problems()} == {"data/dossier.yml"}
    project.set("planks-vane", "act", "sings")
    project.set("planks-wire", "source", "nowhere")
    project.page("more.md", '# More\n\n{{ figure("nobody") }} of 3 boats\n')
    told = " ".join(str(problem) for problem in project.problems())
    assert all(word in told for word in ("'sings'", "'nowhere'", "'nobody'", "'3'", "data/dossier.yml"))


def test_no_record_can_be_opened_without_its_head(project):
    (project.root / "data/dossier.yml").unlink()
    with pytest.raises(BadRecord, match=r"data/dossier.yml: is missing"):
        project.dossier()


def test_a_problem_reads_as_a_place_and_a_sentence():
    assert str(Problem("data/a.yml", 3, "b.c", "is bad")) == "data/a.yml:3: b.c: is bad"
    assert str(Problem("data/a.yml", 0, "", "is bad")) == "data/a.yml: is bad"
    assert (
        str(BadRecord([Problem("b", 0, "", "x"), Problem("a", 0, "", "y")])) == "a: y\nb: x\n2 problems in the record"
    )
    assert str(BadRecord([Problem("b", 0, "", "x")])).endswith("1 problem in the record")


def exchanged(project: Project, one: str, other: str) -> None:
    """Exchange two parties' ids wherever they are named but where they are described."""
    for path in (project.root / "data").rglob("*.yml"):
        text = path.read_text("utf-8")
        if path.name != "parties.yml":
            path.write_text(swap(text, one, other), "utf-8")


def swap(text: str, one: str, other: str) -> str:
    words = {one: other, other: one}
    return re.sub(rf"(?<![\w-])({one}|{other})(?![\w-])", lambda match: words[match[1]], text)


@pytest.mark.parametrize(
    "case",
    [None, *(case for case in FAILING if "tessel" not in case.where and case.rule != "parties_tell_apart")],
    ids=str,
)
def test_exchanging_the_sides_changes_no_finding(case, make_project):
    """Parties are treated alike: the same problems, with the two names exchanged."""
    plain, turned = make_project(), make_project()
    for project in (plain, turned):
        if case:
            case.change(project)
    exchanged(turned, "ombra", "tessel")
    expected = {(p.file, p.line, swap(p.path, "ombra", "tessel")) for p in plain.problems()}
    assert {(p.file, p.line, p.path) for p in turned.problems()} == expected


def test_what_a_claim_must_have_is_what_the_design_asks():
    required = {name for name, field in Claim.model_fields.items() if field.is_required()}
    assert {"point", "says", "by", "voice", "act", "chain", "source", "date"} == required
