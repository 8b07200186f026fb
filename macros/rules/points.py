"""Points and comparisons: topics, states, relations."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..analysis.agreement import agreeing
from ..analysis.relations import figures_agree, rivals
from ..analysis.sides import said_by
from ..record.dossier import Dossier
from ..record.problems import suggestion
from ..record.references import placeholders
from .rule import Finding, rule, rule_of_whole

# An account of which a reader has to guess whose it is.
UNNAMED = re.compile(
    r"\b(?:(?:the|an?|one|this|these|another) (?:(?:first|second|other|\w+ian) )?(?:agency|accounts?|outlets?)"
    r"|(?:the|an)other (?:page|report|site))\b(?! of\b)",
    re.IGNORECASE,
)


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
            yield Finding(point.id, ("topic",), f"{point.topic!r} is no topic of dossier.yml", near)


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
        if point.state == "reported" and point.state_of:
            yield Finding(
                point.id, ("state_of",), "names what a state is said of, and there is no state but `reported`"
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
            missing = [side for side, said in agreeing(dossier, point.id).items() if not said]
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
        agree = figures_agree(dossier, first, second)
        if comparison.relation is None and agree is None:
            yield Finding(comparison.id, ("relation",), "is missing: these two share no figure to compute it from")
        if comparison.relation == "supports" and agree is False:
            yield Finding(comparison.id, ("relation",), "is `supports`, but the two figures cannot both hold")


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


@rule
def outlets_are_named(dossier: Dossier) -> Iterator[Finding]:
    """A sentence on two accounts names them: it is read beside others, where "the other account" is nobody's."""
    for comparison in dossier.comparisons.values():
        if found := UNNAMED.search(comparison.says):
            names = [dossier.outlets[dossier.sources[dossier.claims[id_].source].outlet] for id_ in comparison.claims]
            message = f"{found[0]!r} names nobody: write {' or '.join(dict.fromkeys(each.short for each in names))}"
            yield Finding(comparison.id, ("says",), message)


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
            elif side in said_by(dossier, point.id):
                message = f"{side!r} has a word of its own on this point: take this out"
            elif side in sought[:index]:
                message = f"{side!r} stands twice: put both in one `where`"
            else:
                continue
            yield Finding(point.id, ("sought", index, "side"), message)


@rule
def differences_have_a_kind(dossier: Dossier) -> Iterator[Finding]:
    """Claims that differ say how; where figures show that they do, it is a number unless something else is said."""
    for comparison in dossier.comparisons.values():
        first, second = (dossier.claims[id_] for id_ in comparison.claims)
        computed = figures_agree(dossier, first, second) is False
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
        if says_so and rivals(dossier, first, second):
            message = "is `differs`, but each side only says what it wants: write `relation: adds`"
            yield Finding(comparison.id, ("relation",), message)
