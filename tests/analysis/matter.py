"""A question of its own in the invented dossier, on which any number of sides say what a test lets them."""

from __future__ import annotations

from ..conftest import Project

SIDES = ["ombra", "tessel", "quill", "fen", "moor"]
POINT = "gate"


def with_sides(project: Project, count: int) -> Project:
    """The project with so many sides; its first parties are they, any other is of another role."""
    for id_, sign in zip(SIDES[3:], ("diamond", "hexagon"), strict=True):
        fields = project.fields_of("quill") | {"name": f"Parish of {id_}", "short": id_.capitalize(), "sign": sign}
        project.add("parties", id_, **fields)
    for number, id_ in enumerate(SIDES):
        project.set(id_, "role", "side" if number < count else "other")
    project.set("", "parties", SIDES)
    project.add("points", POINT, title="A gate", question="Is there to be a gate?", topic="bridge", kind="fact")
    return project


def say(project: Project, id_: str, by: str, says: str = "There is a gate.", **fields: object) -> str:
    """A claim on the question by a party, person or outlet; its id."""
    given = {"voice": "speaker", "act": "states", "chain": [], "source": "tin-radio-late", "date": "2031-04-09"}
    project.add("claims/others", id_, point=POINT, by=by, says=says, **given | fields)
    return id_


def compare(project: Project, first: str, second: str, relation: str, **fields: object) -> None:
    """Our sentence on two of the claims."""
    project.add(
        "comparisons", f"{first}-{second}", claims=[first, second], relation=relation, says="They compare.", **fields
    )
