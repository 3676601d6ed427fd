"""IATI's codes in warifu's words, for every version from 1.01 to 2.03.

Version 1 has letters and words where version 2 has numbers; both stand in one table. What warifu has no word for is
kept as a sum that is added to nothing, with IATI's name in its note: nothing that a file tells is dropped.

Sources: IATI 2.03 and 1.05 codelists TransactionType, ActivityStatus, OrganisationRole, FinanceType, DocumentCategory.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from warifu.terms.codelist import Form, Instrument, PartyType, Role, Stage, Status, SumKind


@dataclass(frozen=True, slots=True)
class Meant:
    """What a type of transaction means. `incoming` is money seen from the receiver: the provider's money again."""

    code: str
    name: str
    kind: SumKind
    stage: Stage | None = None
    incoming: bool = False


GUARANTEED: Final = "10"
"""A guarantee that was signed is a commitment, as in the codebook: firm, written, and worth that much."""

_TRANSACTIONS: Final = (
    (Meant("1", "incoming funds", SumKind.DISBURSEMENT, None, True), "IF"),
    (Meant("2", "outgoing commitment", SumKind.COMMITMENT, Stage.SIGNED), "C"),
    (Meant("3", "disbursement", SumKind.DISBURSEMENT, Stage.FINANCED), "D"),
    (Meant("4", "expenditure", SumKind.COST), "E"),
    (Meant("5", "interest payment", SumKind.REPAYMENT), "IR"),
    (Meant("6", "loan repayment", SumKind.REPAYMENT), "LR"),
    (Meant("7", "reimbursement", SumKind.REPAYMENT), "R"),
    (Meant("8", "purchase of equity", SumKind.DISBURSEMENT, Stage.FINANCED), "QP"),
    (Meant("9", "sale of equity", SumKind.REPAYMENT), "QS"),
    (Meant(GUARANTEED, "credit guarantee", SumKind.COMMITMENT, Stage.SIGNED), "CG"),
    (Meant("11", "incoming commitment", SumKind.COMMITMENT, Stage.SIGNED, True), ""),
    (Meant("12", "outgoing pledge", SumKind.PLEDGE, Stage.ANNOUNCED), ""),
    (Meant("13", "incoming pledge", SumKind.PLEDGE, Stage.ANNOUNCED, True), ""),
)

TRANSACTIONS: Final[Mapping[str, Meant]] = {
    code: meant for meant, letters in _TRANSACTIONS for code in (meant.code, letters) if code
}
"""Transaction types by number (version 2) and by letters (version 1)."""

STATUS: Final[Mapping[str, Status]] = {
    "1": Status.NOT_STARTED,
    "2": Status.UNDER_WAY,
    "3": Status.UNDER_WAY,
    "4": Status.OVER,
    "5": Status.OVER,
    "6": Status.STALLED,
}
CANCELLED: Final = "5"
ONLY_PLANNED: Final = "1"

ROLES: Final[Mapping[str, Role]] = {
    "1": Role.PROVIDER,
    "2": Role.OVERSEER,
    "3": Role.PROVIDER,
    "4": Role.IMPLEMENTER,
    "funding": Role.PROVIDER,
    "accountable": Role.OVERSEER,
    "extending": Role.PROVIDER,
    "implementing": Role.IMPLEMENTER,
}
"""Who pays and who passes it on both give; who answers for it oversees. Version 1 writes the words."""

TYPES: Final[Mapping[str, PartyType]] = {
    "10": PartyType.STATE_BODY,
    "11": PartyType.STATE_BODY,
    "15": PartyType.STATE_BODY,
    "70": PartyType.PRIVATE,
    "71": PartyType.PRIVATE,
    "72": PartyType.PRIVATE,
    "73": PartyType.PRIVATE,
}

STARTS: Final = frozenset({"2", "start-actual"})
ENDS: Final = frozenset({"4", "end-actual"})

PAPERS: Final[Mapping[str, Form]] = {"A09": Form.MEMORANDUM, "A11": Form.CONTRACT}
"""Categories of linked documents that are papers of a deal."""

CRS: Final = frozenset({"", "1", "2", "DAC", "DAC-3"})
"""Sector vocabularies of the OECD's creditor reporting system; without one it is this, says the standard."""


def instrument_of(finance: str) -> Instrument:
    """The instrument of a finance type (OECD): the group is told by its first digits."""
    for start, found in FINANCE.items():
        if finance.startswith(start):
            return found
    return Instrument.UNSPECIFIED


FINANCE: Final[Mapping[str, Instrument]] = {
    "1100": Instrument.GUARANTEE,
    "530": Instrument.FUND,
    "11": Instrument.GRANT,
    "21": Instrument.GRANT,
    "31": Instrument.GRANT,
    "4": Instrument.LOAN,
    "51": Instrument.EQUITY,
}
