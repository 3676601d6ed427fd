"""Which sums of a clause are a deal's, and of which kind they are."""
# ruff: noqa: E501 - patterns and tables read better on one line

from __future__ import annotations

import re
from typing import Final

from warifu.proposals.reader.clauses import Clause
from warifu.proposals.reader.lexicon import Lexicon
from warifu.proposals.reader.money import Amount
from warifu.proposals.reader.words import Draft, Spoken, SumWords

NEXT: Final = 60
"""Characters within which a sum goes on from the one before it ("grew to 14 billion from 13 billion")."""


def sums_of(lexicon: Lexicon, spoken: Spoken, clause: Clause) -> list[tuple[Amount, bool]]:
    """The sums of a clause that can be a deal's, each with whether it is the cost of a whole."""
    kept: list[tuple[Amount, bool]] = []
    if not clause.amounts:
        return kept
    relief = any(one.name == "relief" for one in clause.papers) or _TREATED.search(clause.text) is not None
    passed: Amount | None = None
    for amount in clause.amounts:
        around = spoken.bare[max(clause.start, amount.start - 46) : min(clause.end, amount.end + 28)]
        follows = passed is not None and amount.start - passed.end < NEXT and not any(passed.end <= one.start < amount.start for one in (*clause.events, *clause.papers))  # fmt: skip
        if amount.per or ((follows or lexicon.not_sum.search(around)) and not relief):
            passed = amount
            continue
        near = spoken.bare[max(clause.start, amount.start - 60) : amount.start] + " " + spoken.bare[amount.end : min(clause.end, amount.end + 24)]  # fmt: skip
        kept.append((amount, lexicon.cost.search(near) is not None))
    return kept


_TREATED: Final = re.compile(
    r"refinanc|cancel|forg[ai]v|waive|restructur|reschedul|settlement of|settl(?:e|es|ed|ing) (?:the |its |a )?(?:debt|\$|€|£|\d|arrears)|roll(?:s|ed|ing)? over|rollover|stretch|debt[- ](?:for|swap|treatment|relief|service suspension)|"
    r"писал|реструктур|урегулир|обмен\w* «?долг|долг\w* (?:в обмен|на развитие)|по долгу|отсроч|рефинанс|пролонг|免除|繰り延べ|債務(?:再編|救済|スワップ|の(?:株式化|返済))|借り換え|返済(?:を|の)?(?:延長|猶予)",
    re.I,
)


def sum_words(draft: Draft, spoken: Spoken, amount: Amount, cost: bool) -> SumWords:
    """A sum as the deal's, of the kind that its stage and paper make it and the words beside it turn."""
    base = spoken.sentence.start
    sold = draft.paper.value in {"contract", "purchase"}
    kind = "cost" if cost and not sold else sum_kind(draft)
    lead = spoken.bare[max(0, amount.start - 34) : amount.start]
    after = spoken.bare[amount.end : amount.end + 24]
    if kind == "disbursement" and len(spoken.amounts) > 1 and (_OUT_OF.search(lead) or _WHOLE_AFTER.match(after)):
        kind = "commitment"
    elif kind in {"pledge", "commitment"} and (_TOTAL_BEFORE.search(lead) or _TOTAL_AFTER.match(after)):
        kind = "total"
    if kind in {"pledge", "disbursement"} and _BUDGET.search(spoken.bare) and not _SPENT.search(after):
        kind = "commitment"
    return SumWords(amount, kind, base + amount.start, base + amount.end, f"{amount.rule}+{kind}")


_OUT_OF: Final = re.compile(r"\b(?:of|out of|from|in|under|part of|из|от)\s(?:the\s|an?\s|its\s|this\s)?$", re.I)
_WHOLE_AFTER: Final = re.compile(
    r"\s(?:[a-z-]+\s){0,2}(?:loan|programme|program|facility|package|credit|line|pledge|grant|deal)\b|のうち|中", re.I
)
_TOTAL_BEFORE: Final = re.compile(
    r"\b(?:together|altogether|in all|combined(?: value)?(?: of)?|aggregat\w+|the whole(?: at)?|total value of|bring the total to|совокупн\w+ (?:стоимост|объ[её]м|сумм)\w+|в общей сложности|на общую сумму)\s(?:some |about |of |to |at |более |около |свыше )?$|(?:総額|合わせて|合計|計)(?:で|約)?$",
    re.I,
)
_TOTAL_AFTER: Final = re.compile(r",? (?:in all|altogether|together|in total|в общей сложности)\b", re.I)
_BUDGET: Final = re.compile(r"\bbudget|\bбюджет|予算")
_SPENT: Final = re.compile(r"^.{0,12}(?:執行|spent|исполнен)")


def sum_kind(draft: Draft) -> str:
    """The kind of sum that the stage and paper of a deal make it (CODEBOOK, "From paper to stage")."""
    if draft.count is not None:
        return "total"
    stage, paper = draft.stage.value, draft.paper.value
    if stage == "proposed":
        return "hoped"
    if stage == "announced":
        lender = any(one.mention.work == "lender" and one.role == "provider" for one in draft.parties)
        return "commitment" if (draft.board or lender) and draft.event.event == "approve" else "pledge"
    if stage == "financed":
        return "disbursement"
    if stage == "signed":
        return "pledge" if paper in {"mou", "letter", "statement", "papers", "other"} else "commitment"
    if stage == "stalled" and not draft.signed and draft.event.event == "stall":
        return "hoped" if paper in {"loan", "pledge", "grant", "purchase"} else "pledge"
    if stage == "delivered" and paper in {"loan", "grant"}:
        return "disbursement"
    return "pledge" if paper in {"pledge", "mou", "other", "papers"} and stage != "under way" else "commitment"
