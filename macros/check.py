"""The rules of the record: small named functions, each with a message that teaches.

A rule takes the dossier and gives findings; `check` turns them into problems with file and line. Add a rule by writing
a function under `@rule`; the tests hold a passing and a failing example for each.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from . import pages, points, verify, words
from .dossier import LINKABLE, PLACEHOLDER, Dossier, own_texts, placeholders, references
from .exceptions import Exceptions
from .load import Path_, load
from .model import UNKNOWN, Claim, Entry, Person, Quotation, Verification
from .problem import BadRecord, Problem, suggestion
from .when import When


@dataclass(frozen=True)
class Finding:
    """Something a rule found: the id of the entry ('' for dossier.yml), the path of the field, and what is wrong."""

    id: str
    path: Path_
    message: str


Rule = Callable[[Dossier], Iterator[Finding]]
RULES: list[Rule] = []
WHOLE: list[Rule] = []


def rule(function: Rule) -> Rule:
    """Put a rule on the list that `check` goes through."""
    RULES.append(function)
    return function


def rule_of_whole(function: Rule) -> Rule:
    """The same for a rule that finds something missing, and so needs the whole record to be sound."""
    WHOLE.append(function)
    return function


def open_dossier(root: Path) -> Dossier:
    """The checked dossier under `root`. Raises BadRecord with every problem found, in one go."""
    loaded = load(root)
    problems = list(loaded.problems)
    if loaded.about is None:
        raise BadRecord(problems)
    dossier = Dossier(loaded)
    findings = [finding for each in IDS for finding in each(dossier)]
    if problems or findings:
        findings += _of_sound_entries(dossier, findings)
    else:
        findings = [finding for each in (*RULES, *WHOLE) for finding in each(dossier)]
    problems += [problem_of(dossier, finding) for finding in findings]
    problems += _of_our_words(Dossier(loaded))
    if problems:
        raise BadRecord(problems)
    return dossier


def _of_our_words(dossier: Dossier) -> list[Problem]:
    """What is wrong in the pages, and in the words of pages and record; exceptions that nothing needs."""
    exceptions = Exceptions.read(dossier.root)
    found = pages.problems(dossier, exceptions)
    found += words.problems(dossier, pages.prose(dossier.root), exceptions)
    return [*found, *exceptions.problems, *exceptions.unused()]


def _of_sound_entries(dossier: Dossier, findings: list[Finding]) -> list[Finding]:
    """What the rules find in the entries whose ids all resolve, so that one run names everything that is wrong.

    A rule goes on from references and needs them to resolve: entries that name a missing one are set aside, and those
    that name these. Rules that need the whole record wait until it is whole.
    """
    loaded = dossier.loaded
    sound = {kind: dict(entries) for kind, entries in loaded.kinds.items()}
    bad = {finding.id for finding in findings}
    if "" in bad:
        return []
    bad |= {id_ for id_, entry in dossier.entries.items() if _names_missing(dossier, entry)}
    while bad:
        sound = {kind: {i: e for i, e in entries.items() if i not in bad} for kind, entries in sound.items()}
        dossier = Dossier(replace(loaded, kinds=sound))
        bad = {id_ for id_, entry in dossier.entries.items() if _names_missing(dossier, entry)}
    if any(reference.id not in dossier.entries for reference in references(dossier.about)):
        return []
    return [finding for each in RULES for finding in each(dossier)]


def _names_missing(dossier: Dossier, entry: Entry) -> bool:
    """Whether an entry names, in a field or a placeholder, a record that is not there."""
    names = [name for text in own_texts(entry) for name in placeholders(text.text) if name in dossier.loaded.origins]
    return any(name not in dossier.entries for name in [*names, *(r.id for r in references(entry))])


def problem_of(dossier: Dossier, finding: Finding) -> Problem:
    """A finding with its file and line."""
    origin = dossier.loaded.origins[finding.id]
    where = ".".join(str(part) for part in (finding.id, *finding.path) if part != "")
    return Problem(origin.file, dossier.loaded.line(origin, finding.path), where, finding.message)


def _all_entries(dossier: Dossier) -> Iterator[tuple[str, object]]:
    yield "", dossier.about
    yield from dossier.entries.items()


# Ids


def known_ids(dossier: Dossier) -> Iterator[Finding]:
    """Every id that a field names exists and is of a kind the field takes."""
    for id_, entry in _all_entries(dossier):
        for reference in references(entry):  # type: ignore[arg-type]
            kind = dossier.kind_of.get(reference.id)
            if kind is not None and (kind in reference.kinds or "*" in reference.kinds):
                continue
            if kind is None and _may_exist(dossier, reference.id, reference.kinds):
                continue
            if kind is not None:
                message = f"{reference.id!r} is one of {kind}; this field takes {' or '.join(reference.kinds)}"
            else:
                kinds = dossier.kinds if "*" in reference.kinds else reference.kinds
                known = [name for each in kinds for name in dossier.kinds[each]]
                message = f"unknown id {reference.id!r}{suggestion(reference.id, known)}"
            yield Finding(id_, reference.path, message)


def known_placeholders(dossier: Dossier) -> Iterator[Finding]:
    """Every {placeholder} is a figure of the entry, or the id of something that can be linked."""
    linkable = {id_ for id_, kind in dossier.kind_of.items() if kind in LINKABLE}
    for id_, entry in _all_entries(dossier):
        figures = set(getattr(entry, "figures", ()))
        if comparison := dossier.comparisons.get(id_):
            if not all(claim in dossier.claims for claim in comparison.claims):
                continue  # whose figures these are is not known
            for name, claim in zip(("first", "second"), comparison.claims, strict=True):
                figures |= {f"{name}.{figure}" for figure in dossier.claims[claim].figures}
        for text in own_texts(entry):  # type: ignore[arg-type]
            names = placeholders(text.text)
            rest = PLACEHOLDER.sub("", text.text)
            if "{" in rest or "}" in rest:
                yield Finding(id_, text.path, "a brace without its partner; placeholders are written {name}")
            if names and not text.placeholders:
                yield Finding(id_, text.path, f"no placeholders here: write it without {{{names[0]}}}")
                continue
            for name in names:
                broken = name not in dossier.kind_of and _may_exist(dossier, name, LINKABLE)
                if name not in figures and name not in linkable and not broken:
                    near = suggestion(name, figures | linkable)
                    yield Finding(id_, text.path, f"{{{name}}} is no figure of this entry and no id{near}")


def _may_exist(dossier: Dossier, id_: str, kinds: Sequence[str]) -> bool:
    """Whether an id that no sound entry has may be that of another: what is wrong with that one is said there."""
    loaded = dossier.loaded
    return id_ in loaded.origins or bool(loaded.unread & set(loaded.kinds if "*" in kinds else kinds))


IDS: tuple[Rule, ...] = (known_ids, known_placeholders)


@rule
def nothing_named_twice(dossier: Dossier) -> Iterator[Finding]:
    """A list of ids names each once."""
    for id_, entry in _all_entries(dossier):
        seen: set[tuple[Path_, str]] = set()
        for reference in references(entry):  # type: ignore[arg-type]
            key = (reference.path[:-1], reference.id)
            if isinstance(reference.path[-1], int) and key in seen:
                yield Finding(id_, reference.path, f"{reference.id!r} stands twice in this list")
            seen.add(key)


@rule
def aliases_are_free(dossier: Dossier) -> Iterator[Finding]:
    """An old id is nobody's id now, and one entry's alone."""
    owner: dict[str, str] = {}
    for id_, entry in dossier.entries.items():
        for index, alias in enumerate(entry.aliases):
            if alias in dossier.entries or owner.setdefault(alias, id_) != id_:
                other = alias if alias in dossier.entries else owner[alias]
                yield Finding(id_, ("aliases", index), f"the alias {alias!r} is in use by {other!r}")


@rule
def figures_are_not_ids(dossier: Dossier) -> Iterator[Finding]:
    """A figure's name is not an id as well: a placeholder must mean one thing."""
    for claim in dossier.claims.values():
        for name in claim.figures:
            if name in dossier.entries:
                kind = dossier.kind_of[name]
                yield Finding(
                    claim.id,
                    ("figures", name),
                    f"{name!r} is the id of one of {kind}; call the figure otherwise",
                )


@rule
def figures_are_shown(dossier: Dossier) -> Iterator[Finding]:
    """A figure of a claim stands in what the claim says."""
    for claim in dossier.claims.values():
        shown = set(placeholders(claim.says))
        for name in claim.figures.keys() - shown:
            yield Finding(claim.id, ("figures", name), f"is not used: write {{{name}}} in `says`, or leave it out")


@rule
def units_are_declared(dossier: Dossier) -> Iterator[Finding]:
    """A figure's unit is one of those in dossier.yml."""
    for claim in dossier.claims.values():
        for name, figure in claim.figures.items():
            if figure.unit and figure.unit != "percent" and figure.unit not in dossier.about.units:
                near = suggestion(figure.unit, dossier.about.units)
                yield Finding(claim.id, ("figures", name, "unit"), f"unit {figure.unit!r} is not in dossier.yml{near}")


@rule
def matters_are_declared(dossier: Dossier) -> Iterator[Finding]:
    """What a number is promised or counted of is a matter of dossier.yml, which has all its numbers in one unit."""
    units: dict[str, str | None] = {matter.id: None for matter in dossier.about.matters}
    for claim in dossier.claims.values():
        for name, figure in claim.figures.items():
            for field in ("promised", "counted"):
                matter = getattr(figure, field)
                if matter is None:
                    continue
                if matter not in units:
                    near = suggestion(matter, units)
                    yield Finding(claim.id, ("figures", name, field), f"{matter!r} is no matter of dossier.yml{near}")
                    continue
                unit = units[matter] = units[matter] or figure.unit
                if unit != figure.unit:
                    message = f"{matter!r} is counted in {unit} elsewhere: what is compared has one unit"
                    yield Finding(claim.id, ("figures", name, "unit"), message)


@rule
def no_typed_digits(dossier: Dossier) -> Iterator[Finding]:
    """Our own texts hold no digits outside quotation marks: figures are typed values."""
    for id_, entry in _all_entries(dossier):
        for text in own_texts(entry):  # type: ignore[arg-type]
            plain = QUOTED.sub("", PLACEHOLDER.sub("", text.text))
            if found := re.search(r"\S*\d\S*", plain):
                yield Finding(
                    id_,
                    text.path,
                    f"{found[0]!r} is a typed figure: give it under `figures` and write {{name}} here",
                )


QUOTED = re.compile(r"[“\"][^”\"]*[”\"]")


# Nothing loose


@rule_of_whole
def no_orphans(dossier: Dossier) -> Iterator[Finding]:
    """Every record is named by another record or by a page; what was said and the glossary stand by themselves."""
    named = set(dossier.mentions) | pages.named_ids(dossier.root) | {dossier.about.event, *dossier.about.primary}
    named |= set(dossier.about.parties)
    for id_, kind in dossier.kind_of.items():
        own = kind in ("points", "claims", "quotations", "comparisons", "corrections", "terms")
        entry = dossier.entries[id_]
        if not own and id_ not in named and not getattr(entry, "claims", None):
            yield Finding(id_, (), "nothing names this record: use it, or take it out")


@rule_of_whole
def points_have_claims(dossier: Dossier) -> Iterator[Finding]:
    """A matter at issue that nobody speaks on is none."""
    for id_ in dossier.points:
        if not dossier.claims_on[id_]:
            yield Finding(id_, (), "no claim is on this point: add one, or take the point out")


# Claims


@rule
def voice_fits_speaker(dossier: Dossier) -> Iterator[Finding]:
    """A speaker's voice is a person's, body's or party's; report and opinion are an outlet's; unclear is nobody's."""
    for claim in dossier.claims.values():
        if (claim.by == "unclear") != (claim.voice == "unclear"):
            yield Finding(claim.id, ("voice",), "`by: unclear` and `voice: unclear` go together")
        elif claim.by != "unclear":
            outlet = {dossier.kind_of[id_] == "outlets" for id_ in claim.by}
            if claim.voice == "speaker" and True in outlet:
                yield Finding(claim.id, ("voice",), "an outlet speaks: its voice is `report` or `opinion`")
            if claim.voice in ("report", "opinion") and False in outlet:
                yield Finding(claim.id, ("voice",), f"{claim.voice!r} is an outlet's voice, and a speaker is named")
        if claim.within and claim.voice != "unclear":
            yield Finding(claim.id, ("within",), "stands only where the speaker is unclear")


@rule
def place_is_in_source(dossier: Dossier) -> Iterator[Finding]:
    """A paragraph is one of its source's; what is from a primary source names one."""
    for item in _sourced(dossier):
        paragraphs = dossier.paragraphs(item.source)
        if item.place != UNKNOWN and item.place not in paragraphs:
            near = suggestion(item.place, paragraphs)
            yield Finding(item.id, ("place",), f"{item.place!r} is no paragraph of {item.source!r}{near}")
        if item.place == UNKNOWN and dossier.is_primary(item):
            yield Finding(item.id, ("place",), "is missing: a claim of a primary source names its paragraph")


@rule
def primary_claims_have_passages(dossier: Dossier) -> Iterator[Finding]:
    """A claim of a primary source leads to the very passage."""
    for claim in dossier.claims.values():
        if dossier.is_primary(claim) and claim.passage is None:
            yield Finding(claim.id, ("passage",), "is missing: give the first and last few words of the passage")


@rule
def said_before_published(dossier: Dossier) -> Iterator[Finding]:
    """Nothing is published before it is said."""
    for claim in dossier.claims.values():
        published = dossier.sources[claim.source].date
        if isinstance(claim.date, When) and isinstance(published, When) and claim.date.first > published.last:
            yield Finding(claim.id, ("date",), f"is after its source was published ({published.text})")


@rule
def chain_leads_to_publisher(dossier: Dossier) -> Iterator[Finding]:
    """A chain names the outlets on the way, each once; the publisher itself is the source's outlet."""
    for item in _sourced(dossier):
        if item.chain == UNKNOWN:
            continue
        if dossier.sources[item.source].outlet in item.chain:
            yield Finding(item.id, ("chain",), "names the publisher itself: leave it out; [] means at first hand")


@rule
def speakers_words_are_said(dossier: Dossier) -> Iterator[Finding]:
    """A word declared as the speaker's choice stands in what the claim says."""
    for claim in dossier.claims.values():
        for index, word in enumerate(claim.speakers_words):
            if word.lower() not in claim.says.lower():
                yield Finding(claim.id, ("speakers_words", index), f"{word!r} is not in `says`: take it out here")
            if word in claim.speakers_words[:index]:
                yield Finding(claim.id, ("speakers_words", index), f"{word!r} stands twice")


@rule
def claims_are_distinct(dossier: Dossier) -> Iterator[Finding]:
    """No assertion is recorded twice: same point, words, speaker and source."""
    seen: dict[tuple[object, ...], str] = {}
    for claim in dossier.claims.values():
        key = (
            claim.point,
            claim.says,
            str(claim.by),
            claim.source,
            claim.place,
            str(sorted(claim.figures.items())),
        )
        if (other := seen.setdefault(key, claim.id)) != claim.id:
            yield Finding(claim.id, (), f"says the same as {other!r}: take one out")


# Quotations


@rule
def quotation_fits_claims(dossier: Dossier) -> Iterator[Finding]:
    """A quotation carries claims of the same speaker from the same source."""
    for quotation in dossier.quotations.values():
        for index, id_ in enumerate(quotation.claims):
            claim = dossier.claims[id_]
            if claim.source != quotation.source:
                message = f"{id_!r} is from {claim.source!r}, the quotation from {quotation.source!r}"
                yield Finding(quotation.id, ("claims", index), message)
            elif claim.by != quotation.by:
                message = f"{id_!r} is by {_names(claim)}, the quotation by {_names(quotation)}"
                yield Finding(quotation.id, ("claims", index), message)


@rule
def quotation_fits_occasion(dossier: Dossier) -> Iterator[Finding]:
    """A quotation was said when the claims it carries were: on one occasion."""
    for quotation in dossier.quotations.values():
        for id_ in quotation.claims:
            occasion = dossier.claims[id_].occasion
            if occasion != quotation.occasion:
                yield Finding(
                    quotation.id, ("occasion",), f"is {quotation.occasion!r}; that of {id_!r} is {occasion!r}"
                )
                break


@rule
def no_outer_marks(dossier: Dossier) -> Iterator[Finding]:
    """A quotation is stored without its outer quotation marks: the site sets them."""
    for quotation in dossier.quotations.values():
        if quotation.text[0] in '“"' and quotation.text[-1] in '”"':
            yield Finding(quotation.id, ("text",), "take the outer quotation marks off: the site sets them")


@rule
def stamps_hold(dossier: Dossier) -> Iterator[Finding]:
    """A quotation that was held against a saved copy still has the words it had then."""
    for quotation in dossier.quotations.values():
        stamp = quotation.verified
        if isinstance(stamp, Verification) and stamp.words != verify.words_hash(quotation.text):
            message = "the words changed after they were held against a saved copy: run `verify-quotes --stamp` anew"
            yield Finding(quotation.id, ("text",), message)
        published = dossier.sources[quotation.source].date
        if isinstance(stamp, Verification) and isinstance(published, When) and stamp.date.last < published.first:
            yield Finding(quotation.id, ("verified", "date"), "is before the source was published")


def _sourced(dossier: Dossier) -> Iterator[Claim | Quotation]:
    """All that has a source and a chain."""
    yield from dossier.claims.values()
    yield from dossier.quotations.values()


def _names(item: Claim | Quotation) -> str:
    return "unclear" if item.by == "unclear" else " and ".join(item.by)


# Points and comparisons


@rule
def topics_are_declared(dossier: Dossier) -> Iterator[Finding]:
    """A point's topic is one of those in dossier.yml, which names each once."""
    topics = [topic.id for topic in dossier.about.topics]
    for index, topic in enumerate(topics):
        if topic in topics[:index]:
            yield Finding("", ("topics", index, "id"), f"the topic {topic!r} stands twice")
        if topic in dossier.entries:
            yield Finding("", ("topics", index, "id"), f"{topic!r} is also the id of one of {dossier.kind_of[topic]}")
    for point in dossier.points.values():
        if point.topic not in topics:
            near = suggestion(point.topic, topics)
            yield Finding(point.id, ("topic",), f"{point.topic!r} is no topic of dossier.yml{near}")


@rule
def points_tell_apart(dossier: Dossier) -> Iterator[Finding]:
    """No two points have one title, or one question: a reader chooses by these."""
    for field in ("title", "question"):
        seen: dict[str, str] = {}
        for point in dossier.points.values():
            text = getattr(point, field)
            if (other := seen.setdefault(text.casefold(), point.id)) != point.id:
                yield Finding(point.id, (field,), f"is that of {other!r} too: say what sets the two apart")


@rule
def sought_where_silent(dossier: Dossier) -> Iterator[Finding]:
    """A word is sought for a side, once, and only while the side has none of its own on the point."""
    for point in dossier.points.values():
        sought = [each.side for each in point.sought]
        for index, side in enumerate(sought):
            if side not in dossier.sides:
                message = f"{side!r} is no side: only a side's own word is sought"
            elif side in points.said_by(dossier, point.id):
                message = f"{side!r} has a word of its own on this point: take this out"
            elif side in sought[:index]:
                message = f"{side!r} stands twice: put both in one `where`"
            else:
                continue
            yield Finding(point.id, ("sought", index, "side"), message)


@rule
def state_rests_on_claims(dossier: Dossier) -> Iterator[Finding]:
    """A state other than `reported` rests on claims on that very point."""
    for point in dossier.points.values():
        if point.state != "reported" and not point.state_from:
            yield Finding(
                point.id,
                ("state",),
                f"{point.state!r} says more than `reported`: name claims in `state_from`",
            )
        for index, id_ in enumerate(point.state_from):
            if dossier.claims[id_].point != point.id:
                message = f"{id_!r} is on the point {dossier.claims[id_].point!r}, not on this one"
                yield Finding(point.id, ("state_from", index), message)


@rule_of_whole
def agreed_by_all_sides(dossier: Dossier) -> Iterator[Finding]:
    """`agreed` needs every side to be reported as agreeing: two stories that match are no deal."""
    for point in dossier.points.values():
        if point.state == "agreed":
            missing = [side for side, said in points.agreeing(dossier, point.id).items() if not said]
            if missing:
                message = f"no claim with the act `agrees` has {' or '.join(missing)} agreeing"
                yield Finding(point.id, ("state",), message)


@rule
def comparisons_are_on_a_point(dossier: Dossier) -> Iterator[Finding]:
    """A comparison is of two claims on one point, and each pair is compared once."""
    seen: dict[frozenset[str], str] = {}
    for comparison in dossier.comparisons.values():
        first, second = (dossier.claims[id_] for id_ in comparison.claims)
        if first is second:
            yield Finding(comparison.id, ("claims",), "compares a claim with itself")
        elif first.point != second.point:
            message = f"{first.id!r} is on {first.point!r}, {second.id!r} on {second.point!r}: compare on one point"
            yield Finding(comparison.id, ("claims",), message)
        elif (other := seen.setdefault(frozenset(comparison.claims), comparison.id)) != comparison.id:
            yield Finding(comparison.id, ("claims",), f"{other!r} compares these two already")


@rule
def relation_fits_figures(dossier: Dossier) -> Iterator[Finding]:
    """Figures that cannot both hold do not support each other; without figures a relation is given."""
    for comparison in dossier.comparisons.values():
        first, second = (dossier.claims[id_] for id_ in comparison.claims)
        agree = points.figures_agree(first, second)
        if comparison.relation is None and agree is None:
            yield Finding(comparison.id, ("relation",), "is missing: these two share no figure to compute it from")
        if comparison.relation == "supports" and agree is False:
            yield Finding(comparison.id, ("relation",), "is `supports`, but the two figures cannot both hold")


@rule
def differences_have_a_kind(dossier: Dossier) -> Iterator[Finding]:
    """Claims that differ say how; where figures show that they do, it is a number unless something else is said."""
    for comparison in dossier.comparisons.values():
        first, second = (dossier.claims[id_] for id_ in comparison.claims)
        computed = points.figures_agree(first, second) is False
        if (comparison.relation or ("differs" if computed else None)) != "differs":
            if comparison.differs:
                yield Finding(
                    comparison.id, ("differs",), "goes with claims that differ: take it out, or mend `relation`"
                )
        elif not computed and comparison.differs is None:
            message = "is missing: these two share no figure that differs; say `contradicts` or `detail`"
            yield Finding(comparison.id, ("differs",), message)
        elif not computed and comparison.differs == "number":
            message = "is `number`, and these two share no figure that differs; say `contradicts` or `detail`"
            yield Finding(comparison.id, ("differs",), message)


@rule
def rivals_do_not_differ(dossier: Dossier) -> Iterator[Finding]:
    """Two sides that each want something else do not give differing accounts."""
    for comparison in dossier.comparisons.values():
        first, second = (dossier.claims[id_] for id_ in comparison.claims)
        says_so = comparison.relation == "differs" or comparison.differs == "contradicts"
        if says_so and points.rivals(dossier, first, second):
            message = "is `differs`, but each side only says what it wants: write `relation: adds`"
            yield Finding(comparison.id, ("relation",), message)


@rule
def sentence_goes_with_its_figures(dossier: Dossier) -> Iterator[Finding]:
    """Where the relation is computed, a sentence that shows a shared figure of one claim shows the other's beside it.

    Else it would go on saying that both are alike after one of them has changed.
    """
    for comparison in dossier.comparisons.values():
        shared = set.intersection(*(set(dossier.claims[id_].figures) for id_ in comparison.claims))
        shown = set(placeholders(comparison.says))
        for name in sorted(shared):
            one, two = f"first.{name}" in shown, f"second.{name}" in shown
            if comparison.relation is None and one != two:
                missing = f"{{{'second' if one else 'first'}.{name}}}"
                yield Finding(
                    comparison.id, ("says",), f"shows one of two figures: show {missing} too, or give `relation`"
                )


# People, parties, events


@rule_of_whole
def people_are_told_of(dossier: Dossier) -> Iterator[Finding]:
    """What the record holds of a person rests on a claim that names them."""
    for person in dossier.people.values():
        known = person.office != UNKNOWN or person.delegation or person.attendance != UNKNOWN
        if known and not person.told_by and person.kind == "person":
            yield Finding(person.id, ("told_by",), "is missing: name the claims that office and attendance rest on")
        for index, id_ in enumerate(person.told_by):
            if not _names_person(dossier, dossier.claims[id_], person):
                yield Finding(person.id, ("told_by", index), f"{id_!r} does not name {person.id!r}")


def _names_person(dossier: Dossier, claim: Claim, person: Person) -> bool:
    speakers = [] if claim.by == "unclear" else claim.by
    return person.id in (*speakers, *claim.of, claim.within, *dossier.mentioned_in(claim))


@rule_of_whole
def parties_tell_apart(dossier: Dossier) -> Iterator[Finding]:
    """Parties differ in sign and colour; at least two are sides; dossier.yml orders them all."""
    for field in ("sign", "colour", "colour_dark"):
        seen: dict[str, str] = {}
        for party in dossier.parties.values():
            if (other := seen.setdefault(getattr(party, field), party.id)) != party.id:
                yield Finding(party.id, (field,), f"is the same as that of {other!r}")
    if len(dossier.sides) < 2:
        yield Finding("", ("parties",), "at least two parties have the role `side`")
    for id_ in dossier.parties:
        if id_ not in dossier.about.parties:
            yield Finding("", ("parties",), f"{id_!r} is missing from the order")


@rule
def places_lie_somewhere(dossier: Dossier) -> Iterator[Finding]:
    """A place does not lie within itself, by however many steps."""
    for place in dossier.places.values():
        seen, at = {place.id}, place.within
        while at is not None:
            if at in seen:
                yield Finding(place.id, ("within",), "lies within itself")
                break
            seen.add(at)
            at = dossier.places[at].within


@rule_of_whole
def primary_sources_have_sections(dossier: Dossier) -> Iterator[Finding]:
    """A primary source lists its paragraphs, each once."""
    for index, id_ in enumerate(dossier.about.primary):
        if not dossier.sources[id_].sections:
            yield Finding("", ("primary", index), f"{id_!r} has no `sections`: list its paragraphs")
    for source in dossier.sources.values():
        paragraphs = dossier.paragraphs(source.id)
        if len(set(paragraphs)) < len(paragraphs):
            yield Finding(source.id, ("sections",), "names a paragraph twice")


@rule
def corrections_are_of_their_record(dossier: Dossier) -> Iterator[Finding]:
    """A correction says what changed: two texts that differ, in a field the record's kind has."""
    for correction in dossier.corrections.values():
        if correction.was == correction.now:
            yield Finding(correction.id, ("now",), "is what it was: a correction changes something")
        fields = type(dossier.entries[correction.record]).model_fields
        if correction.field.split(".")[0] not in fields:
            near = suggestion(correction.field, fields)
            yield Finding(correction.id, ("field",), f"{correction.record!r} has no such field{near}")


@rule
def spellings_are_one_thing(dossier: Dossier) -> Iterator[Finding]:
    """No spelling stands twice in one entry."""
    for id_, entry in dossier.entries.items():
        spellings = getattr(entry, "spellings", [])
        counts: dict[str, int] = defaultdict(int)
        for spelling in spellings:
            counts[spelling] += 1
        for spelling, count in counts.items():
            if count > 1:
                yield Finding(id_, ("spellings",), f"{spelling!r} stands twice")
