"""The codelists: every list of allowed words (`words`), and what each word means (`meanings`), behind one door."""

from warifu.terms.meanings import MEANINGS, Meaning
from warifu.terms.words import (
    RANKS,
    Answer,
    Basis,
    Belongs,
    Binding,
    Bound,
    Form,
    Instrument,
    PartyType,
    Role,
    SaidKind,
    SourceKind,
    Stage,
    Standing,
    Status,
    SumKind,
)

__all__ = [
    "MEANINGS",
    "RANKS",
    "Answer",
    "Basis",
    "Belongs",
    "Binding",
    "Bound",
    "Form",
    "Instrument",
    "Meaning",
    "PartyType",
    "Role",
    "SaidKind",
    "SourceKind",
    "Stage",
    "Standing",
    "Status",
    "SumKind",
]
