"""The codelists: every list of allowed words, each word with its meaning and the nearest term of other lists.

Five questions have five fields (form, instrument, stage, status, binding); most trackers answer several with one list,
and then nobody can say what "committed" means.

Sources: IATI 2.03 codelists; OECD DAC finance types; PLOVER 2021; AidData TUFF 3.0.
"""

from __future__ import annotations

from dataclasses import dataclass
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
    """Four answers that are not zero, and `contested` beside them."""

    FOUND = "found"
    NOTHING_FOUND = "looked, nothing found"
    NOT_LOOKED = "not looked"
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


@dataclass(frozen=True, slots=True)
class Meaning:
    """One word of a codelist: what it means, and the nearest term elsewhere (empty: none is near)."""

    text: str
    iati: str = ""
    oecd: str = ""
    plover: str = ""
    tuff: str = ""
    ja: str = ""
    ru: str = ""


MEANINGS: Final[dict[StrEnum, Meaning]] = {
    Form.JOINT_STATEMENT: Meaning(
        "A text that leaders or ministers issue together.", "DocumentCategory B13", "", "AGREE", "", "共同声明",
        "совместное заявление"
    ),
    Form.MEMORANDUM: Meaning(
        "A memorandum of understanding or of cooperation.", "DocumentCategory A09", "", "AGREE", "MOU", "覚書",
        "меморандум"
    ),
    Form.LETTER_OF_INTENT: Meaning(
        "A letter of intent, declaration of intent or term sheet.", "DocumentCategory A09", "", "AGREE",
        "letter of intent", "意向書", "письмо о намерениях"
    ),
    Form.EXCHANGE_OF_LETTERS: Meaning(
        "An exchange of letters or notes between governments.", "DocumentCategory A09", "", "SUPPORT",
        "exchange of letters", "交換公文", "обмен письмами"
    ),
    Form.FRAMEWORK_AGREEMENT: Meaning(
        "An agreement that frames later ones; it binds for the frame, not for the sum.", "DocumentCategory A09", "",
        "SUPPORT", "framework agreement", "枠組み協定", "рамочное соглашение"
    ),
    Form.AGREEMENT: Meaning(
        "An agreement, convention or treaty.", "DocumentCategory A11", "", "SUPPORT", "agreement", "協定", "соглашение"
    ),
    Form.CONTRACT: Meaning(
        "A contract, share purchase, loan agreement or order between firms or banks.", "DocumentCategory A11", "",
        "SUPPORT", "commercial contract", "契約", "контракт"
    ),
    Form.ANNOUNCEMENT: Meaning(
        "Made public, no signature told.", "", "", "AGREE", "pledge", "発表", "объявление"
    ),
    Form.NONE: Meaning("Talks, interest or plans without a paper.", "", "", "CONSULT", "", "なし", "нет"),
    Instrument.GRANT: Meaning(
        "Money or service given without repayment.", "FinanceType 110", "110", "AID", "grant", "無償", "грант"
    ),
    Instrument.LOAN: Meaning("Money lent.", "FinanceType 421", "421", "COOPERATE", "loan", "融資", "кредит"),
    Instrument.GUARANTEE: Meaning(
        "A promise to pay if another does not.", "FinanceType 1100", "1100", "COOPERATE", "guarantee", "保証",
        "гарантия"
    ),
    Instrument.EQUITY: Meaning(
        "A share in a firm or joint venture.", "FinanceType 510", "510", "COOPERATE", "equity investment", "出資",
        "участие в капитале"
    ),
    Instrument.FUND: Meaning(
        "A pot for several investments.", "FinanceType 530", "530", "COOPERATE", "fund", "基金", "фонд"
    ),
    Instrument.PURCHASE: Meaning(
        "Goods or services bought.", "", "", "COOPERATE", "export purchase", "購入", "закупка"
    ),
    Instrument.SERVICE: Meaning(
        "Work done for the other side: building, technology, studies.", "", "", "COOPERATE", "", "役務", "услуги"
    ),
    Instrument.MARKET_ACCESS: Meaning(
        "A rule made easier: visas, duties, standards, tax.", "", "", "CONCEDE", "", "市場アクセス", "доступ на рынок"
    ),
    Instrument.EXCHANGE_OF_PEOPLE: Meaning(
        "Visits, training, culture, tourism.", "", "", "COOPERATE", "scholarships/training", "人的交流", "обмен людьми"
    ),
    Instrument.UNSPECIFIED: Meaning("The sources do not say.", "", "", "", "vague", "不明", "не указано"),
    Stage.PROPOSED: Meaning(
        "Talked of, wished, planned.", "ActivityStatus 1", "", "CONSULT", "pipeline", "構想", "предложено"
    ),
    Stage.ANNOUNCED: Meaning(
        "Made public as decided, offered or to come.", "ActivityStatus 1; TransactionType 12", "", "AGREE",
        "pipeline: pledge", "発表", "объявлено"
    ),
    Stage.SIGNED: Meaning(
        "A paper was signed; whether it binds is another question.", "ActivityStatus 1", "", "SUPPORT",
        "pipeline: commitment", "署名", "подписано"
    ),
    Stage.IN_FORCE: Meaning(
        "It entered into force, its conditions were met, or the final investment decision was made.",
        "ActivityStatus 2", "", "SUPPORT", "pipeline: commitment", "発効", "вступило в силу"
    ),
    Stage.FINANCED: Meaning(
        "Money was drawn, paid in or shares were bought.", "TransactionType 3", "", "AID", "implementation", "実行",
        "профинансировано"
    ),
    Stage.DELIVERED: Meaning(
        "Opened, shipped, handed over, in operation.", "ActivityStatus 4", "", "AID", "completion", "完成", "исполнено"
    ),
    Stage.CANCELLED: Meaning(
        "Refused, withdrawn or decided against.", "ActivityStatus 5", "", "REJECT", "cancelled", "中止", "отменено"
    ),
    Status.NOT_STARTED: Meaning("No work has begun.", "ActivityStatus 1", "", "", "", "未着手", "не начато"),
    Status.UNDER_WAY: Meaning(
        "Work goes on.", "ActivityStatus 2", "", "", "implementation", "進行中", "идёт"
    ),
    Status.STALLED: Meaning(
        "Work stopped or a date passed unmet.", "ActivityStatus 6", "", "", "suspended", "停滞", "приостановлено"
    ),
    Status.OVER: Meaning("Nothing more is to come.", "ActivityStatus 4", "", "", "completion", "終了", "завершено"),
    Status.UNKNOWN: Meaning("No source says.", "", "", "", "", "不明", "неизвестно"),
    Binding.YES: Meaning("The paper binds.", "", "", "", "", "拘束力あり", "обязывает"),
    Binding.NO: Meaning("The paper does not bind.", "", "", "", "", "拘束力なし", "не обязывает"),
    Binding.CONTESTED: Meaning("The sides say different things.", "", "", "", "", "争いあり", "оспаривается"),
    Binding.UNKNOWN: Meaning("Nothing found that says.", "", "", "", "", "不明", "неизвестно"),
    SumKind.PLEDGE: Meaning(
        "Promised, not binding.", "TransactionType 12 or 13", "", "AGREE", "pledge", "表明額", "обещано"
    ),
    SumKind.COMMITMENT: Meaning(
        "Firm and written.", "TransactionType 2 or 11", "commitment", "SUPPORT", "commitment", "約束額",
        "обязательство"
    ),
    SumKind.DISBURSEMENT: Meaning(
        "At the receiver's disposal.", "TransactionType 3", "disbursement", "AID", "disbursement", "実行額", "выплачено"
    ),
    SumKind.REPAYMENT: Meaning("Paid back.", "TransactionType 6", "repayment", "", "repayment", "返済", "возвращено"),
    SumKind.HOPED: Meaning("What somebody hoped for; added to nothing.", "", "", "", "", "期待額", "ожидалось"),
    SumKind.COST: Meaning(
        "Cost of the whole project, whoever pays; added to nothing.", "", "", "", "", "総事業費", "стоимость проекта"
    ),
    SumKind.CEILING: Meaning("A bound on what may be drawn; added to nothing.", "", "", "", "", "上限", "предел"),
    SumKind.LOSS: Meaning("Written off or lost on exit; added to nothing.", "", "", "", "", "損失", "убыток"),
    SumKind.LAPSED: Meaning("A promise that ended unmet.", "", "", "", "cancelled", "失効", "утратило силу"),
    Bound.EXACT: Meaning("The number as told."),
    Bound.ABOUT: Meaning("About the number: read as 0.9 to 1.1 of it."),
    Bound.CEILING: Meaning("Up to the number."),
    Bound.FLOOR: Meaning("The number or more."),
    Bound.RANGE: Meaning("Between two numbers."),
    Standing.COUNTED: Meaning("The sum that totals take."),
    Standing.VERSION: Meaning("The same money told differently; it widens the range and is never added."),
    Standing.PART: Meaning("Contained in a counted sum; never added."),
    Standing.WHOLE: Meaning("Contains money that stands in other deals or with other lenders; never added."),
    Belongs.CORE: Meaning("Told as part of the programme, or plainly within an area and between its parties."),
    Belongs.ADJACENT: Meaning("Same years and parties, not told as part of the programme."),
    Belongs.PREDATES: Meaning("Agreed before the programme and later counted in, or worth comparing."),
    Role.PROVIDER: Meaning("Gives.", "OrganisationRole 1"),
    Role.RECEIVER: Meaning("Gets."),
    Role.SIGNATORY: Meaning("Signs."),
    Role.IMPLEMENTER: Meaning("Carries out.", "OrganisationRole 4"),
    Role.OVERSEER: Meaning("Answers for it.", "OrganisationRole 2"),
}
