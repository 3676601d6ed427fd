"""The classes that the words of every language fall into, and how a table of them is compiled.

`events` are words for what happens (their class gives the stage), `papers` words for what is signed or how value moves
(their class is form or instrument), and the rest are the small words that turn a reading: negation, hedge, cost, hope.
The reader knows no other words than these tables.
"""
# ruff: noqa: E501 - patterns and tables read better on one line

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from warifu.documents.caseless import Pattern
from warifu.proposals.reader.lexicon.tables import Table

EVENTS: Final = (
    "sign", "force", "order", "approve", "pledge", "give", "buy", "invest", "draw", "work", "finish", "stall", "cancel", "refuse", "plan",
)  # fmt: skip
"""Classes of events, which `clauses.STAGE` maps to stages."""

PAPERS: Final = (
    "mou", "letter", "notes", "framework", "statement", "loan", "grant", "guarantee", "equity", "venture", "fund", "purchase", "contract", "agreement",
    "other", "papers", "project",
)  # fmt: skip
"""Classes of papers and instruments, which `clauses` maps to forms and instruments."""


NEVER: Final = re.compile(r"(?!x)x")
"""Matches nowhere: a row that a language has no words for."""


@dataclass(frozen=True, slots=True)
class Lexicon:
    """The words of one language. `joins` part what a clause enumerates and `opens` begins what is told anew; `verb_last`
    says that the verb that governs a clause ends it (Japanese, Korean)."""

    events: Table
    papers: Table
    negation: Pattern
    hedge: Pattern
    split: Pattern
    cost: Pattern
    hope: Pattern
    not_sum: Pattern
    definite: Pattern
    sides: Pattern
    unbinding: Pattern
    binding: Pattern
    contested: Pattern
    joins: Pattern = NEVER
    opens: Pattern = NEVER
    verb_last: bool = False
