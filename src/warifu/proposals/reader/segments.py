"""One clause, several undertakings: where "… a loan of 8 million to Fiji and a grant of 3 million to Tonga" is cut.

A clause is cut at a joining word when both sides hold a sum or a paper, and the right side has a party, a paper of
another class or a lender of its own. What is cut off is told at the event of the clause that it was cut from.
"""
# ruff: noqa: E501 - patterns and tables read better on one line

from __future__ import annotations

from typing import Final

from warifu.proposals.reader.clauses import Clause, Hit
from warifu.proposals.reader.lexicon import Lexicon
from warifu.proposals.reader.mentions import GUESSED
from warifu.proposals.reader.words import SPECIFIC

_JOINED_NOUNS: Final = frozenset({"mou", "letter", "notes", "statement", "loan", "grant", "guarantee", "equity", "venture", "fund", "contract", "agreement", "framework", "purchase"})  # fmt: skip


def segments(clause: Clause, bare: str, lexicon: Lexicon) -> list[Clause]:
    """The clause itself, or its pieces in order; all but the first are `carried`."""
    papers = [one for one in clause.papers if one.name in SPECIFIC]
    sums = [one for one in clause.amounts if not one.per]
    if len(sums) + len(papers) < 2 or len({one.money for one in sums}) + len(papers) < 2:
        return [clause]
    joins = [match for match in lexicon.joins.finditer(bare, clause.start, clause.end) if match.start() > clause.start]
    cuts: list[int] = []
    begin = clause.start
    for number, match in enumerate(joins):
        stop = joins[number + 1].start() if number + 1 < len(joins) else clause.end
        if _parts(clause, bare, begin, match.start(), match.end(), stop, lexicon):
            cuts.append(match.start())
            begin = match.start()
    if not cuts:
        return [clause]
    edges = [clause.start, *cuts, clause.end]
    return [_piece(clause, bare, edges[at], edges[at + 1], at > 0) for at in range(len(edges) - 1)]


def _parts(clause: Clause, bare: str, begin: int, left: int, right: int, stop: int, lexicon: Lexicon) -> bool:
    """Whether the joining word between `left` and `right` parts two undertakings."""
    own = [one for one in clause.amounts if begin <= one.start < left and not one.per]
    told = [one for one in clause.papers if begin <= one.start < left and one.name in _JOINED_NOUNS]
    further = [one for one in clause.amounts if right <= one.start < stop and not one.per]
    nouns = [one for one in clause.papers if right <= one.start < stop and one.name in _JOINED_NOUNS]
    vouched = bool(nouns) and nouns[0].name == "guarantee" and any(one.name == "loan" for one in told)
    if any(right + 2 * vouched <= one.start < stop and one.name not in {"plan"} for one in clause.events) and not lexicon.verb_last:  # fmt: skip
        return False
    if vouched and any(one.party and right <= one.start < stop for one in clause.mentions):
        return nouns[0].start - right <= 40 and lexicon.opens.match(bare, right) is not None
    if not (own or told):
        return False
    if further and own:
        if further[0].money == own[-1].money or lexicon.cost.search(bare[right:stop]):
            return False
        if any(one.party and one.strength > GUESSED and right <= one.start < stop for one in clause.mentions):
            return True
        return bool(nouns) and {one.name for one in nouns} != {one.name for one in told}
    if further and not own and told and nouns:
        return {one.name for one in nouns} != {one.name for one in told}
    if told and nouns and bare[left] == ";" and nouns[0].start - right <= 24:
        return True
    return bool(told) and bool(nouns) and _fresh(bare, told[-1], nouns[0], left, right, lexicon)


def _fresh(bare: str, before: Hit, after: Hit, left: int, right: int, lexicon: Lexicon) -> bool:
    """Whether the noun after the joining word opens an undertaking of its own rather than goes on with the one before."""
    if before.name == after.name or {before.name, after.name} in ({"loan", "relief"}, {"mou", "letter"}):
        return False
    if lexicon.verb_last:
        return left - before.end <= 3 and after.name != "equity"
    return after.start - right <= 40 and lexicon.opens.match(bare, right) is not None


def _piece(clause: Clause, bare: str, start: int, end: int, carried: bool) -> Clause:
    return Clause(
        start, end, bare[start:end],
        [one for one in clause.mentions if start <= one.start < end],
        [one for one in clause.amounts if start <= one.start < end],
        [one for one in clause.days if start <= one.start < end],
        [one for one in clause.events if start <= one.start < end],
        [one for one in clause.papers if start <= one.start < end],
        [one for one in clause.negations if start <= one[0] < end],
        clause.depth, carried,
    )  # fmt: skip
