"""The kinds of record: what may stand in `data/`, field by field.

Each file under `data/` maps stable ids to entries of one kind (`dossier.yml` alone is a single entry). The published
JSON Schema under `data/schema/` is generated from these models, so a field's description here is what an editor shows
while one types, and what the reference page says.

Texts of our own (`says`, `meaning`, `summary`, ...) may hold placeholders in braces: `{name}` is a figure of the same
entry, `{id}` a linked person, party, place, term or event of the record, `{id|words}` the same link under other words.
"""

from __future__ import annotations

from .about import About, Matter
from .accounts import (
    At,
    Claim,
    Comparison,
    Correction,
    Difference,
    Inference,
    Original,
    Passage,
    Point,
    Quotation,
    Relation,
    SoughtWord,
    Verification,
)
from .actors import Coordinates, Event, OwnName, Party, Person, Place, Term
from .fields import (
    UNKNOWN,
    ClaimId,
    Entry,
    EventId,
    Id,
    Line,
    Model,
    OutletId,
    PartyId,
    PersonId,
    PlaceId,
    PointId,
    QuotationId,
    SourceId,
    TermId,
    Text,
    Words,
)
from .figures import Figure, Unit
from .outlets import Outlet, Owner, Section, Sought, Source
from .references import OwnWords, Ref
from .sentences import Sentence, Span
from .vocabularies import Meaning, Role, Vocabularies

__all__ = [
    "KINDS",
    "UNKNOWN",
    "About",
    "At",
    "Claim",
    "ClaimId",
    "Comparison",
    "Coordinates",
    "Correction",
    "Difference",
    "Entry",
    "Event",
    "EventId",
    "Figure",
    "Id",
    "Inference",
    "Line",
    "Matter",
    "Meaning",
    "Model",
    "Original",
    "Outlet",
    "OutletId",
    "OwnName",
    "OwnWords",
    "Owner",
    "Party",
    "PartyId",
    "Passage",
    "Person",
    "PersonId",
    "Place",
    "PlaceId",
    "Point",
    "PointId",
    "Quotation",
    "QuotationId",
    "Ref",
    "Relation",
    "Role",
    "Section",
    "Sentence",
    "Sought",
    "SoughtWord",
    "Source",
    "SourceId",
    "Span",
    "Term",
    "TermId",
    "Text",
    "Unit",
    "Verification",
    "Vocabularies",
    "Words",
]

KINDS: dict[str, type[Entry]] = {
    kind.kind_of_record: kind
    for kind in (
        Outlet,
        Source,
        Party,
        Person,
        Place,
        Event,
        Term,
        Point,
        Claim,
        Quotation,
        Comparison,
        Correction,
        Sentence,
    )
}
