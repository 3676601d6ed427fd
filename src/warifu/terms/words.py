"""Words: every list of allowed words. What each means, in three languages, is in `terms.meanings`.

Five questions have five fields (form, instrument, stage, status, binding); most trackers answer several with one list,
and then nobody can say what "committed" means.
"""

from __future__ import annotations

from enum import StrEnum
from typing import Final


class Form(StrEnum):
    """What paper is it?"""

    JOINT_STATEMENT = "joint statement"
    MEMORANDUM = "memorandum"
    LETTER_OF_INTENT = "letter of intent"
    EXCHANGE_OF_LETTERS = "exchange of letters"
    FRAMEWORK_AGREEMENT = "framework agreement"
    AGREEMENT = "agreement"
    CONTRACT = "contract"
    ANNOUNCEMENT = "announcement"
    NONE = "none"


class Instrument(StrEnum):
    """How does value move?"""

    GRANT = "grant"
    LOAN = "loan"
    GUARANTEE = "guarantee"
    EQUITY = "equity"
    FUND = "fund"
    PURCHASE = "purchase"
    SERVICE = "service"
    MARKET_ACCESS = "market access"
    EXCHANGE_OF_PEOPLE = "exchange of people"
    UNSPECIFIED = "unspecified"


class Stage(StrEnum):
    """What has happened?"""

    PROPOSED = "proposed"
    ANNOUNCED = "announced"
    SIGNED = "signed"
    IN_FORCE = "in force"
    FINANCED = "financed"
    DELIVERED = "delivered"
    CANCELLED = "cancelled"


class Status(StrEnum):
    """How does the work go?"""

    NOT_STARTED = "not started"
    UNDER_WAY = "under way"
    STALLED = "stalled"
    OVER = "over"
    UNKNOWN = "unknown"


class Binding(StrEnum):
    """Does the paper bind, as the paper or a side says?"""

    YES = "yes"
    NO = "no"
    CONTESTED = "contested"
    UNKNOWN = "unknown"


class Basis(StrEnum):
    """On what ground is the answer about binding given?"""

    PAPER = "paper"  # the text of the paper says so
    SIDES = "sides"  # one or both sides say so
    RULE = "rule"  # the codebook's rule for this form and stage
    CODER = "coder"  # the coder's judgement, which the note explains


class SumKind(StrEnum):
    """What kind of sum is it? Kinds are never added to each other."""

    PLEDGE = "pledge"
    COMMITMENT = "commitment"
    DISBURSEMENT = "disbursement"
    REPAYMENT = "repayment"
    HOPED = "hoped"
    COST = "cost"
    CEILING = "ceiling"
    LOSS = "loss"
    LAPSED = "lapsed"


class Bound(StrEnum):
    """How does the source limit the number?"""

    EXACT = "exact"
    ABOUT = "about"
    CEILING = "ceiling"
    FLOOR = "floor"
    RANGE = "range"


class Standing(StrEnum):
    """How does a sum stand to the other sums told of the same deal and kind?"""

    COUNTED = "counted"  # the sum that totals take
    VERSION = "version"  # the same money told differently: widens the range, is never added
    PART = "part"  # contained in a counted sum
    WHOLE = "whole"  # contains money that stands in other deals or with other lenders


class Belongs(StrEnum):
    """How does the deal belong to its programme?"""

    CORE = "core"
    ADJACENT = "adjacent"
    PREDATES = "predates"


class Role(StrEnum):
    """What does a party do in a deal?"""

    PROVIDER = "provider"
    RECEIVER = "receiver"
    SIGNATORY = "signatory"
    IMPLEMENTER = "implementer"
    OVERSEER = "overseer"


class PartyType(StrEnum):
    STATE_BODY = "state body"
    STATE_OWNED = "state-owned company"
    PRIVATE = "private company"
    UNKNOWN = "unknown"


class Answer(StrEnum):
    """Answers that are not zero, and `contested` beside them."""

    FOUND = "found"
    NOTHING_FOUND = "looked, nothing found"
    NOT_LOOKED = "not looked"
    NO_RATE = "told, no rate"
    NOT_APPLICABLE = "not applicable"
    CONTESTED = "contested"


class SourceKind(StrEnum):
    OFFICIAL = "official"
    COMPANY = "company"
    INTERNATIONAL = "international organisation"
    JOURNAL = "journal"
    ACADEMIC = "academic"
    THINK_TANK = "think tank"
    NEWS_AGENCY = "news agency"
    NEWSPAPER = "newspaper"
    TRADE_PRESS = "trade press"
    SOCIAL_MEDIA = "social media"
    SECONDARY = "secondary page"
    DATASET = "dataset"
    GENERAL_KNOWLEDGE = "general knowledge"
    UNKNOWN = "unknown"


RANKS: Final[dict[SourceKind, int | None]] = {
    SourceKind.OFFICIAL: 1,
    SourceKind.COMPANY: 2,
    SourceKind.INTERNATIONAL: 3,
    SourceKind.JOURNAL: 4,
    SourceKind.ACADEMIC: 4,
    SourceKind.DATASET: 5,
    SourceKind.THINK_TANK: 6,
    SourceKind.NEWS_AGENCY: 7,
    SourceKind.NEWSPAPER: 7,
    SourceKind.TRADE_PRESS: 7,
    SourceKind.SOCIAL_MEDIA: 8,
    SourceKind.SECONDARY: None,
    SourceKind.GENERAL_KNOWLEDGE: None,
    SourceKind.UNKNOWN: None,
}
"""Rank of a source by its kind (CODEBOOK). None: no rank. Rank never silently decides a clash."""


class SaidKind(StrEnum):
    """What does a statement about the programme express?"""

    EXPECTATION = "expectation"
    GOAL = "goal"
    CONDITION = "condition"
    COMPLAINT = "complaint"
    ASSESSMENT = "assessment"
