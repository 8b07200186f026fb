"""What the dossier is made of: short computed tables, each with a sentence on what it does not show."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import get_args

from markupsafe import Markup

from ..analysis import balance, outlets
from ..analysis.balance import OTHER, Known, Made
from ..analysis.coverage import SHARES, coverage
from ..analysis.own_word import ORDER
from ..analysis.sides import said_by
from ..locale import listing, numbers, say, text
from ..locale.casing import begin
from ..record.dossier import Dossier
from ..record.model import UNKNOWN
from .context import Context
from .html import join, tag
from .mark import party_sign
from .parts import fold, heading, scrolled
from .text import link
from .words import event_kind, outlet_kind_name

Row = tuple[object, Sequence[int]]
# The sections that speak of each side, or of one beside another: where there is one, they say it otherwise.
SHOWN_OF_ONE = ("speakers", "through", "questions", "wording", "loaded")
OF_OTHERS = ("across", "alone", "first", "told-of", "reported-by-another-sides-outlet")
NOT_SHOWN_OF_ONE = ("wording", "loaded")


def made_of(context: Context) -> Markup:
    """Every table under its heading, in order."""
    return join(
        [
            None if context.dossier.only_side else tag("p", say("made-of.order-here")),
            *(_section(context, _named(context, name), make) for name, make in SECTIONS.items()),
        ],
        "\n\n",
    )


def _named(context: Context, name: str) -> str:
    """The messages of a section: of words alone where the dossier has no kind of event that is done to somebody."""
    return "loaded" if name == "wording" and not balance.kinds_done_to(context.dossier) else name


def _section(context: Context, name: str, make: Callable[[Context], Markup]) -> Markup:
    one = ".one" if context.dossier.only_side else ""
    shows = f"shows{one if name in SHOWN_OF_ONE else ''}"
    not_shown = f"not{one if name in NOT_SHOWN_OF_ONE else ''}"
    return join(
        [
            heading(2, text(f"made-of.{name}.title"), name),
            tag("p", say(f"made-of.{name}.{shows}")),
            make(context),
            tag("p", say("made-of.does-not-show", what=say(f"made-of.{name}.{not_shown}")), class_="by"),
        ],
        "\n\n",
    )


# Outlets and words


def _pages(context: Context) -> Markup:
    made = balance.by_side_of_outlet(context.dossier)
    return _table(
        _made_head(), _of_groups(context, {group: _numbers(each) for group, each in made.items()}), "made-of.outlets-of"
    )


def _kinds(context: Context) -> Markup:
    made = balance.by_kind_of_outlet(context.dossier)
    rows = [(_kind(context.dossier, kind), _numbers(each)) for kind, each in made.items()]
    return join([fold(say("made-of.kinds.fold", count=len(rows)), _table(_made_head(), rows, "made-of.kind"))])


def _kind(dossier: Dossier, kind: str) -> Markup:
    name = outlet_kind_name(dossier, kind)
    return say("made-of.kind-unknown") if kind == UNKNOWN else join([begin(name)])


def _speakers(context: Context) -> Markup:
    here, elsewhere = (balance.by_speaker(context.dossier, primary=primary) for primary in (True, False))
    numbers = {
        side: [here[side].claims, here[side].words, elsewhere[side].claims, elsewhere[side].words] for side in here
    }
    head = [say("made-of.claims"), say("made-of.quoted-words")] * 2
    groups = [say("made-of.in-source"), say("made-of.in-others")]
    return _table(head, _of_groups(context, numbers, of="made-of.speaker"), "made-of.speaker", groups)


def _through(context: Context) -> Markup:
    found, alone = balance.through(context.dossier), outlets.carrying_alone(context.dossier)
    columns = {
        side: [
            counts[side],
            sum(counts[other] for other in context.dossier.sides if other != side),
            counts[OTHER],
            counts[UNKNOWN],
            alone[side].total(),
        ]
        for side, counts in found.items()
    }
    rows = ("own", "across", "other", "unknown", "alone")
    table = _by_side(context, columns, {n: say(f"made-of.through.{n}") for n in rows})
    return join([table, None if context.dossier.only_side else _carrying_alone(context, alone)], "\n\n")


def _carrying_alone(context: Context, alone: Mapping[str, Counter[str]]) -> Markup | None:
    """Which outlets these are, those with most claims first."""

    def named(outlet: str, claims: int) -> Markup:
        return say("made-of.through.alone.outlet", outlet=link(context, outlet), claims=numbers.number(claims))

    items = [
        say(
            "made-of.through.alone.of",
            side=context.dossier.parties[side].short,
            outlets=listing(named(*each) for each in counts.most_common()),
        )
        for side, counts in alone.items()
        if counts
    ]
    return tag("p", say("made-of.through.alone.which", which=join(items, "; ")), class_="by") if items else None


def _owners(context: Context) -> Markup:
    found = balance.owners(context.dossier)
    numbers = {group: [counts[known] for known in get_args(Known)] for group, counts in found.items()}
    head = [say(f"made-of.{known.replace(' ', '-')}") for known in get_args(Known)]
    return _table(head, _of_groups(context, numbers), "made-of.outlets-of")


# Questions


def _questions(context: Context) -> Markup:
    dossier = context.dossier
    speaking = [len(balance.said_by_sides(dossier, point)) for point in dossier.points]
    some = sum(0 < number < len(dossier.sides) for number in speaking)
    every = sum(number == len(dossier.sides) for number in speaking)
    columns, first = {}, balance.first(dossier)
    for side in dossier.sides:
        looked, not_looked = balance.silent(dossier, side)
        own = sum(side in said_by(dossier, point) for point in dossier.points)
        columns[side] = [own, first[side], len(looked), len(not_looked), len(balance.told_of(dossier, side))]
    rows = {n: say(f"made-of.questions.{n}") for n in ("own", "first", "looked", "not-looked", "told-of")}
    none = speaking.count(0)
    if dossier.only_side:
        sentence = say("made-of.questions.speaking.one", count=len(dossier.points), every=every, none=none)
    else:
        counted = say("made-of.questions.speaking", count=len(dossier.points), every=every, some=some, none=none)
        sentence = join([counted, " ", say("made-of.order-of-sides")])
    return join([tag("p", sentence), _by_side(context, columns, rows)], "\n\n")


def _nearest(context: Context) -> Markup:
    found = balance.nearest(context.dossier, context.dossier.points)
    columns = {side: [counts[nearness] for nearness in ORDER] for side, counts in found.items()}
    keys = [nearness.replace("'", "").replace(" ", "-") for nearness in ORDER]
    table = _by_side(context, columns, {key: say(f"made-of.nearest.{key}") for key in keys})
    return join([fold(say("made-of.nearest.fold.one" if context.dossier.only_side else "made-of.nearest.fold"), table)])


def _wording(context: Context) -> Markup:
    dossier = context.dossier
    done, words, kinds = balance.events_done_to(dossier), balance.loaded(dossier), balance.kinds_done_to(dossier)
    columns = {
        side: [words[side], *(sum(event.kind == kind for event in done[side]) for kind in kinds)]
        for side in dossier.sides
    }
    rows = {
        "loaded": say("made-of.wording.loaded"),
        **{kind: dossier.vocabularies.events[kind].done_to for kind in kinds},
    }
    unknown = len(done.get(None, ()))
    more = tag("p", say("made-of.wording.not-known", count=unknown)) if unknown else None
    notes = [
        tag("p", say("made-of.wording.kind", kind=event_kind(dossier, kind), note=note), class_="by")
        for kind in kinds
        if (note := dossier.vocabularies.events[kind].note)
    ]
    return join([*notes, _by_side(context, columns, rows), more], "\n\n")


# The source itself


def _source(context: Context) -> Markup:
    return join(
        [
            part
            for source in context.dossier.about.primary
            for part in (_titled(context, source), _coverage(context.dossier, source))
            if part
        ],
        "\n\n",
    )


def _titled(context: Context, source: str) -> Markup | None:
    """Which source a table is of, where there is more than one."""
    several = len(context.dossier.about.primary) > 1
    return tag("p", tag("b", link(context, context.dossier.sources[source].outlet))) if several else None


def _coverage(dossier: Dossier, source: str) -> Markup:
    found = coverage(dossier, source)
    if found is None:
        return tag("p", say("made-of.source.unknown"))
    rows: list[Row] = [
        (say(f"made-of.source.{share}"), [found.sentences[share], found.words[share]])
        for share in SHARES
        if found.words[share]
    ]
    rows.append((say("made-of.source.all"), [found.sentences.total(), found.words.total()]))
    aside = [tag("li", say("lines.opening", words=each.opening), ": ", each.aside) for each in found.aside]
    table = _table([say("made-of.sentences"), say("made-of.words")], rows, "made-of.source.what")
    return join(
        [table, tag("p", say("made-of.source.aside-list")) if aside else None, tag("ul", aside) if aside else None]
    )


SECTIONS: dict[str, Callable[[Context], Markup]] = {
    "pages": _pages,
    "kinds": _kinds,
    "speakers": _speakers,
    "through": _through,
    "owners": _owners,
    "questions": _questions,
    "nearest": _nearest,
    "wording": _wording,
    "source": _source,
}


# Tables


def _made_head() -> list[Markup]:
    return [say("made-of.outlets"), say("made-of.pages"), say("made-of.claims"), say("made-of.quoted-words")]


def _numbers(made: Made) -> list[int]:
    return [made.outlets, made.pages, made.claims, made.words]


def _largest_first(numbers: Mapping[str, Sequence[int]]) -> list[str]:
    """Sides by their first number, the largest first; of equals, as the record has them."""
    return sorted(numbers, key=lambda side: -numbers[side][0])


def _of_groups(context: Context, numbers: Mapping[str, Sequence[int]], of: str = "made-of.outlets") -> list[Row]:
    """A row for each side, the largest first, then those of no side."""
    sides = _largest_first({side: numbers[side] for side in context.dossier.sides})
    rows: list[Row] = [(_side(context, side), numbers[side]) for side in sides]
    return [*rows, *((say(f"{of}-{group}"), numbers[group]) for group in (OTHER, UNKNOWN) if group in numbers)]


def _by_side(context: Context, columns: Mapping[str, Sequence[int]], names: Mapping[str, object]) -> Markup:
    """A table with a column for each side, the largest first, and a row for each name; of one side, none of others."""
    sides = _largest_first(columns)
    others = OF_OTHERS if context.dossier.only_side else ()
    rows = [
        (name, [columns[side][index] for side in sides])
        for index, (key, name) in enumerate(names.items())
        if key not in others
    ]
    return _table([_side(context, side) for side in sides], rows, "made-of.what")


def _side(context: Context, side: str) -> Markup:
    return join([party_sign(context, side), " ", link(context, side)])


def _table(head: Iterable[object], rows: Iterable[Row], first: str, groups: Sequence[object] = ()) -> Markup:
    """A table: what its rows are, the heads of its columns, under `groups` where two columns belong together."""
    columns = [tag("th", cell, scope="col") for cell in head]
    corner = tag("th", say(first), scope="col", rowspan=2 if groups else None)
    above = [tag("th", group, scope="colgroup", colspan=len(columns) // len(groups)) for group in groups]
    heads = [tag("tr", corner, above), tag("tr", columns)] if groups else [tag("tr", corner, columns)]
    body = [
        tag("tr", tag("th", name, scope="row"), [tag("td", numbers.number(each)) for each in counted])
        for name, counted in rows
    ]
    table = tag("table", tag("thead", heads), tag("tbody", body))
    return scrolled(table, text(first))
