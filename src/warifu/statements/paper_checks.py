"""Checks of papers and of words: what a signature, a verb or a percentage was taken to mean."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from decimal import Decimal
from typing import Final

from warifu.statements.reading import Reading
from warifu.statements.rules import Evidence, at_deal, at_row
from warifu.terms.codelist import Basis, Binding, Form, Stage, SumKind
from warifu.terms.problem import Problem, Severity
from warifu.terms.statement import PaperTold, StageTold, Statement, SumTold

SOFT: Final = frozenset({Form.MEMORANDUM, Form.LETTER_OF_INTENT, Form.JOINT_STATEMENT, Form.ANNOUNCEMENT, Form.NONE})
"""Papers that do not bind unless the paper or both sides say so; no rule of the codebook makes them bind."""

VAGUE: Final = re.compile(
    r"\b(agree[ds]?|agreeing|pact|approv(?:e[ds]?|al|ing)|extend(?:s|ed|ing)?|earmark(?:s|ed|ing)?)\b"
    r"|договорил\w*|одобрил\w*|продлил\w*|合意|承認|延長",
    re.IGNORECASE,
)
"""CODEBOOK: "agree, pact, approve, extend, earmark" without more tell no signature."""

FIRM_WORDS: Final = re.compile(
    r"\b(sign\w*|inked?|contract\w*|conclud\w*|exchang\w*|memorand\w*|letters?|treat(?:y|ies)|agreements?|protocol\w*"
    r"|enter\w* into force|in force|ratif\w*|paid|pay\w*|disburs\w*|financ\w*|bought|buy\w*|purchas\w*|acquir\w*|issued"
    r"|drew|drawn|established|registered|set up|complet\w*|clos\w*|open\w*|launch\w*|decision|deal|MoU|joint venture"
    r"|fund\w*|loan\w*|shares?)\b"
    r"|подпис\w*|контракт\w*|договор(?!и)\w*|соглашени\w*|меморандум\w*|кредит\w*|署名|締結|契約|調印|覚書|融資|協定",
    re.IGNORECASE,
)

PART_OF_WHOLE: Final = re.compile(
    r"(?P<part>[0-9][0-9,]*) (?:out )?of (?:the |its |their |some |about )?(?P<whole>[0-9][0-9,]*)\b[^.;%]{0,40}?"
    r"[(,:=] ?(?:or |that is |about )?(?P<share>[0-9]{1,3}(?:\.[0-9]+)?) ?(?:%|per cent|percent)"
)


def signed_without_paper(evidence: Evidence) -> Iterator[Problem]:
    """Something was signed, and no paper is coded."""
    for reading in evidence.readings:
        if not reading.papers and reading.at(Stage.SIGNED):
            yield at_deal(reading.case, "signed-without-paper", (
                "something was signed, but no paper is coded: add papers with its form, or none with a note"
            ))  # fmt: skip


def binding_off_signature(evidence: Evidence) -> Iterator[Problem]:
    """A paper that does not bind by any rule, coded as binding by rule: signed was taken for binding."""
    for reading in evidence.readings:
        for item, told in reading.papers:
            if told.binding is Binding.YES and told.basis is Basis.RULE and told.form in SOFT:
                what = "nothing on paper" if told.form is Form.NONE else f"a paper of the form {told.form}"
                yield at_row(item, "binding-off-signature", (
                    f"{what} is coded as binding by rule, and no rule makes it bind: write binding: no, or basis: "
                    "paper or sides with the words that say so"
                ))  # fmt: skip


def frame_alone(evidence: Evidence) -> Iterator[Problem]:
    """A deal that stands on a frame alone and is no umbrella: it counts as binding, though no sum of it is bound."""
    for reading in evidence.readings:
        forms = {told.form for _, told in reading.papers if told.binding is Binding.YES}
        if forms == {Form.FRAMEWORK_AGREEMENT} and not reading.case.umbrella:
            item = next(item for item, told in reading.papers if told.binding is Binding.YES)
            yield at_row(item, "frame-alone", (
                "the deal stands on a framework agreement alone, which binds for the frame and not for a sum: "
                "write umbrella: true, or add the agreement that followed"
            ))  # fmt: skip


def vague_verb(evidence: Evidence) -> Iterator[Problem]:
    """More than an announcement was read off words that tell only that something was agreed, approved or extended."""
    for reading in evidence.readings:
        for item in reading.statements:
            words = item.quote or item.note
            if not words or not _firm(item):
                continue
            found = VAGUE.search(words)
            if found is not None and FIRM_WORDS.search(words) is None:
                yield at_row(item, "vague-verb", (
                    f"“{found[0]}” tells no signature, and the words show no more: code announced, binding unknown and "
                    "a pledge, or quote the words that tell what was signed"
                ))  # fmt: skip


def _firm(item: Statement) -> bool:
    match item.told:
        case StageTold(stage=stage):
            return stage in (Stage.SIGNED, Stage.IN_FORCE)
        case PaperTold(form=form):
            return form not in (Form.ANNOUNCEMENT, Form.NONE)
        case SumTold(kind=kind):
            return kind is SumKind.COMMITMENT
        case _:
            return False


def impossible_percentage(evidence: Evidence) -> Iterator[Problem]:
    """Words that tell a part, a whole and a percentage which that part and whole cannot give."""
    for reading in evidence.readings:
        for item in reading.statements:
            for words in (item.quote, item.note):
                for found in PART_OF_WHOLE.finditer(words) if "of" in words else ():
                    part, whole = (Decimal(found[name].replace(",", "")) for name in ("part", "whole"))
                    if cannot_give(part, whole, found["share"]):
                        yield at_row(item, "impossible-percentage", (
                            f"“{found[0]}”: {part:,} of {whole:,} is {_share(part, whole)}, not {found['share']} %: "
                            "one of the three is garbled"
                        ))  # fmt: skip


def cannot_give(part: Decimal, whole: Decimal, share: str) -> bool:
    """Whether no usual rounding of part / whole gives the percentage, as printed."""
    digit = Decimal(1).scaleb(-len(share.partition(".")[2]))
    return whole == 0 or abs(100 * part / whole - Decimal(share)) >= digit


def _share(part: Decimal, whole: Decimal) -> str:
    return "no share" if whole == 0 else f"{(100 * part / whole).quantize(Decimal('0.1'))} %"


def doubtful_alone(evidence: Evidence) -> Iterator[Problem]:
    """Something that only a spun or garbled source says."""
    for reading in _weakly_told(evidence):
        for items in _rows(reading):
            known = [evidence.sources[item.source] for item in items if item.source in evidence.sources]
            if known and all(source.doubtful for source in known):
                yield at_row(items[0], "doubtful-alone", (
                    f"only {', '.join(source.id for source in known)} says so, a spun or garbled text: "
                    "it supports nothing alone, so find a sound source"
                ))  # fmt: skip


def unranked_alone(evidence: Evidence) -> Iterator[Problem]:
    """Rows that only general knowledge or pages without attribution support; one problem a deal."""
    for reading in _weakly_told(evidence):
        alone: list[Statement] = []
        names: set[str] = set()
        for items in _rows(reading):
            known = [evidence.sources[item.source] for item in items if item.source in evidence.sources]
            if known and all(source.rank is None and not source.doubtful for source in known):
                alone.append(items[0])
                names.update(source.id for source in known)
        if alone:
            rows = "a row rests" if len(alone) == 1 else f"{len(alone)} rows rest"
            yield at_row(alone[0], "unranked-alone", (
                f"{rows} on {', '.join(sorted(names))} only, which no rank of sources knows: find a source that has one"
            ), Severity.NOTE)  # fmt: skip


def _weakly_told(evidence: Evidence) -> Iterator[Reading]:
    """The deals of which some source without a rank tells anything."""
    weak = {name for name, source in evidence.sources.items() if source.rank is None}
    if weak:
        yield from (
            reading
            for reading in evidence.readings
            if not weak.isdisjoint([item.source for item in reading.statements])
        )


def _rows(reading: Reading) -> Iterable[list[Statement]]:
    """The statements of each row of the sheet."""
    rows: dict[str, list[Statement]] = {}
    for item in reading.statements:
        if item.source:
            rows.setdefault(item.id.partition("@")[0], []).append(item)
    return rows.values()
