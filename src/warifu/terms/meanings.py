"""Meanings: what each word of the codelists says, in English, Japanese and Russian, and the nearest term elsewhere.

Sources: IATI 2.03 codelists; OECD DAC types of finance; CAMEO 1.1 and PLOVER 2021, joined by PLOVER's own map of 2021
(057 "sign formal agreement" is SUPPORT there, not AGREE); AidData TUFF, in the words of its GCOF 1.0 release.
An empty cell says that the other list has nothing near.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from warifu.terms.words import (
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


@dataclass(frozen=True, slots=True)
class Meaning:
    """One word of a codelist.

    `text`, `text_ja` and `text_ru` say what it means; `ja` and `ru` are the word itself. The rest is the nearest term
    of other lists: IATI as codelist and code, OECD as the code of the type of finance, CAMEO as its code, PLOVER as the
    event that PLOVER's map gives for that code, TUFF as its word.
    """

    text: str
    ja: str
    ru: str
    text_ja: str
    text_ru: str
    iati: str = ""
    oecd: str = ""
    cameo: str = ""
    plover: str = ""
    tuff: str = ""


class Meanings(Mapping[StrEnum, Meaning]):
    """Words to meanings. Two lists may share a word ("unknown", "ceiling"), so the list is part of the key."""

    def __init__(self, found: Mapping[type[StrEnum], Mapping[StrEnum, Meaning]]) -> None:
        self._by_list = {kind: {word.name: meaning for word, meaning in own.items()} for kind, own in found.items()}

    def __getitem__(self, word: StrEnum) -> Meaning:
        return self._by_list[type(word)][word.name]

    def __iter__(self) -> Iterator[StrEnum]:
        return (kind[name] for kind, own in self._by_list.items() for name in own)

    def __len__(self) -> int:
        return sum(len(own) for own in self._by_list.values())


def _m(text: str, ja: str, ru: str, text_ja: str, text_ru: str, **near: str) -> Meaning:
    return Meaning(text, ja, ru, text_ja, text_ru, **near)


A09: Final = "DocumentCategory A09"
A11: Final = "DocumentCategory A11"

FORMS: Final[Mapping[StrEnum, Meaning]] = {
    Form.JOINT_STATEMENT: _m(
        "A text that leaders or ministers issue together.", "共同声明", "совместное заявление",
        "首脳や閣僚が連名で出す文書。", "Текст, который лидеры или министры издают вместе.",
        iati="DocumentCategory B13", cameo="030", plover="AGREE",
    ),
    Form.MEMORANDUM: _m(
        "A memorandum of understanding or of cooperation.", "覚書", "меморандум",
        "了解や協力の覚書。", "Меморандум о взаимопонимании или сотрудничестве.",
        iati=A09, cameo="031", plover="AGREE",
    ),
    Form.LETTER_OF_INTENT: _m(
        "A letter of intent, declaration of intent or term sheet.", "意向書", "письмо о намерениях",
        "意向書、意向表明、または条件概要書。", "Письмо или заявление о намерениях, перечень условий.",
        iati=A09, cameo="030", plover="AGREE",
    ),
    Form.EXCHANGE_OF_LETTERS: _m(
        "An exchange of letters or notes between governments.", "交換公文", "обмен письмами",
        "政府間の書簡または公文の交換。", "Обмен письмами или нотами между правительствами.",
        iati=A09, cameo="057", plover="SUPPORT",
    ),
    Form.FRAMEWORK_AGREEMENT: _m(
        "An agreement that frames later ones; it binds for the frame, not for the sum.",
        "枠組み協定", "рамочное соглашение",
        "後の協定の枠を定める協定。枠については拘束し、金額については拘束しない。",
        "Соглашение, задающее рамки для следующих; обязывает в отношении рамок, но не суммы.",
        iati=A09, cameo="057", plover="SUPPORT",
    ),
    Form.AGREEMENT: _m(
        "An agreement, convention or treaty.", "協定", "соглашение",
        "協定、条約、合意書。", "Соглашение, конвенция или договор.",
        iati=A11, cameo="057", plover="SUPPORT",
    ),
    Form.CONTRACT: _m(
        "A contract, share purchase, loan agreement or order between firms or banks.", "契約", "контракт",
        "企業や銀行の間の契約、株式取得、融資契約、発注。",
        "Контракт, покупка акций, кредитный договор или заказ между фирмами или банками.",
        iati=A11, cameo="057", plover="SUPPORT",
    ),
    Form.ANNOUNCEMENT: _m(
        "Made public, no signature told.", "発表", "объявление",
        "公表されたが、署名は伝えられていない。", "Объявлено публично, о подписи не сообщается.",
        cameo="033", plover="AGREE",
    ),
    Form.NONE: _m(
        "Talks, interest or plans without a paper.", "なし", "нет",
        "文書のない協議、関心、計画。", "Переговоры, интерес или планы без документа.",
        cameo="040", plover="CONSULT",
    ),
}  # fmt: skip

INSTRUMENTS: Final[Mapping[StrEnum, Meaning]] = {
    Instrument.GRANT: _m(
        "Money or service given without repayment.", "無償", "грант",
        "返済を伴わない資金または役務。", "Деньги или услуги без возврата.",
        iati="FinanceType 110", oecd="110", cameo="070", plover="AID", tuff="Grant",
    ),
    Instrument.LOAN: _m(
        "Money lent.", "融資", "кредит", "貸し付けられた資金。", "Деньги, данные в долг.",
        iati="FinanceType 421", oecd="421", cameo="061", plover="COOPERATE", tuff="Loan (excluding debt rescheduling)",
    ),
    Instrument.GUARANTEE: _m(
        "A promise to pay if another does not.", "保証", "гарантия",
        "他者が払わないときに払うという約束。", "Обещание заплатить, если не заплатит другой.",
        iati="FinanceType 1100", oecd="1100", cameo="061", plover="COOPERATE",
    ),
    Instrument.EQUITY: _m(
        "A share in a firm or joint venture.", "出資", "участие в капитале",
        "企業または合弁への出資持分。", "Доля в фирме или совместном предприятии.",
        iati="FinanceType 510", oecd="510", cameo="061", plover="COOPERATE",
    ),
    Instrument.FUND: _m(
        "A pot for several investments.", "基金", "фонд",
        "複数の投資のための資金枠。", "Общий котёл для нескольких вложений.",
        iati="FinanceType 520", oecd="520", cameo="061", plover="COOPERATE",
    ),
    Instrument.PURCHASE: _m(
        "Goods or services bought.", "購入", "закупка",
        "物品または役務の購入。", "Покупка товаров или услуг.",
        cameo="061", plover="COOPERATE",
    ),
    Instrument.SERVICE: _m(
        "Work done for the other side: building, technology, studies.", "役務", "услуги",
        "相手側のための建設、技術、調査などの役務。",
        "Работа для другой стороны: строительство, технологии, исследования.",
        cameo="060", plover="COOPERATE", tuff="Free-standing technical assistance",
    ),
    Instrument.MARKET_ACCESS: _m(
        "A rule made easier: visas, duties, standards, tax.", "市場アクセス", "доступ на рынок",
        "査証、関税、規格、税などの規則の緩和。", "Облегчённое правило: визы, пошлины, стандарты, налоги.",
        cameo="061", plover="COOPERATE",
    ),
    Instrument.EXCHANGE_OF_PEOPLE: _m(
        "Visits, training, culture, tourism.", "人的交流", "обмен людьми",
        "訪問、研修、文化、観光。", "Визиты, обучение, культура, туризм.",
        cameo="060", plover="COOPERATE", tuff="Scholarships/training in the donor country",
    ),
    Instrument.UNSPECIFIED: _m(
        "The sources do not say.", "不明", "не указано",
        "出典が述べていない。", "Источники не говорят.", tuff="Vague TBD",
    ),
}  # fmt: skip

STAGES: Final[Mapping[StrEnum, Meaning]] = {
    Stage.PROPOSED: _m(
        "Talked of, wished, planned.", "構想", "предложено",
        "話題にされ、望まれ、計画された。", "Обсуждается, желается, планируется.",
        iati="ActivityStatus 1", cameo="046", plover="CONSULT",
    ),
    Stage.ANNOUNCED: _m(
        "Made public as decided, offered or to come.", "発表", "объявлено",
        "決定、提案または予定として公表された。", "Объявлено как решённое, предложенное или предстоящее.",
        iati="ActivityStatus 1", cameo="033", plover="AGREE", tuff="Pipeline: Pledge",
    ),
    Stage.SIGNED: _m(
        "A paper was signed; whether it binds is another question.", "署名", "подписано",
        "文書が署名された。拘束するかは別の問い。", "Документ подписан; обязывает ли он, другой вопрос.",
        iati="ActivityStatus 1", cameo="057", plover="SUPPORT", tuff="Pipeline: Commitment",
    ),
    Stage.IN_FORCE: _m(
        "It entered into force, its conditions were met, or the final investment decision was made.",
        "発効", "вступило в силу",
        "発効した、条件が満たされた、または最終投資決定がなされた。",
        "Вступило в силу, условия выполнены или принято окончательное инвестиционное решение.",
        iati="ActivityStatus 2", cameo="057", plover="SUPPORT", tuff="Implementation",
    ),
    Stage.FINANCED: _m(
        "Money was drawn, paid in or shares were bought.", "実行", "профинансировано",
        "資金が引き出され、払い込まれ、または株式が取得された。", "Деньги выбраны, внесены или куплены акции.",
        iati="TransactionType 3", cameo="061", plover="COOPERATE", tuff="Implementation",
    ),
    Stage.DELIVERED: _m(
        "Opened, shipped, handed over, in operation.", "完成", "исполнено",
        "開業、出荷、引き渡し、または稼働した。", "Открыто, отгружено, передано, работает.",
        iati="ActivityStatus 4", cameo="060", plover="COOPERATE", tuff="Completion",
    ),
    Stage.CANCELLED: _m(
        "Refused, withdrawn or decided against.", "中止", "отменено",
        "拒まれ、撤回され、または行わないと決められた。", "Отказано, отозвано или решено не делать.",
        iati="ActivityStatus 5", cameo="120", plover="REJECT", tuff="Cancelled",
    ),
}  # fmt: skip

STATUSES: Final[Mapping[StrEnum, Meaning]] = {
    Status.NOT_STARTED: _m(
        "No work has begun.", "未着手", "не начато", "作業は始まっていない。", "Работа не начата.",
        iati="ActivityStatus 1",
    ),
    Status.UNDER_WAY: _m(
        "Work goes on.", "進行中", "идёт", "作業が続いている。", "Работа идёт.",
        iati="ActivityStatus 2", tuff="Implementation",
    ),
    Status.STALLED: _m(
        "Work stopped or a date passed unmet.", "停滞", "приостановлено",
        "作業が止まった、または期日が守られずに過ぎた。", "Работа остановилась или срок прошёл без исполнения.",
        iati="ActivityStatus 6", tuff="Suspended",
    ),
    Status.OVER: _m(
        "Nothing more is to come.", "終了", "завершено", "これ以上は何もない。", "Больше ничего не предстоит.",
        iati="ActivityStatus 4", tuff="Completion",
    ),
    Status.UNKNOWN: _m(
        "No source says.", "不明", "неизвестно",
        "どの出典も述べていない。", "Ни один источник не говорит.",
    ),
}  # fmt: skip

BINDINGS: Final[Mapping[StrEnum, Meaning]] = {
    Binding.YES: _m("The paper binds.", "拘束力あり", "обязывает", "文書は拘束する。", "Документ обязывает."),
    Binding.NO: _m(
        "The paper does not bind.", "拘束力なし", "не обязывает",
        "文書は拘束しない。", "Документ не обязывает.",
    ),
    Binding.CONTESTED: _m(
        "The sides or sources say different things.", "争いあり", "оспаривается",
        "双方または出典の言い分が異なる。", "Стороны или источники говорят разное.",
    ),
    Binding.UNKNOWN: _m(
        "Nothing found that says.", "不明", "неизвестно",
        "述べるものが見つからない。", "Не найдено ничего, что говорило бы об этом.",
    ),
}  # fmt: skip

BASES: Final[Mapping[StrEnum, Meaning]] = {
    Basis.PAPER: _m(
        "The text of the paper says so.", "文書", "документ",
        "文書の本文がそう述べる。", "Так сказано в тексте документа.",
    ),
    Basis.SIDES: _m(
        "One or both sides say so.", "当事者", "стороны",
        "一方または双方がそう述べる。", "Так говорит одна или обе стороны.",
    ),
    Basis.RULE: _m(
        "The codebook's rule for this form and stage.", "規則", "правило",
        "この形式と段階についての符号化規則。", "Правило кодировочной книги для этой формы и стадии.",
    ),
    Basis.CODER: _m(
        "The coder's judgement, which a note explains.", "判断", "решение кодировщика",
        "符号化した人の判断。注がその理由を述べる。", "Решение кодировщика, объяснённое в примечании.",
    ),
}  # fmt: skip

SUM_KINDS: Final[Mapping[StrEnum, Meaning]] = {
    SumKind.PLEDGE: _m(
        "Promised, not binding.", "表明額", "обещано", "約束されたが拘束しない。", "Обещано, но не обязывает.",
        iati="TransactionType 12", cameo="033", plover="AGREE", tuff="Pipeline: Pledge",
    ),
    SumKind.COMMITMENT: _m(
        "Firm and written.", "約束額", "обязательство", "確定し、文書化された。", "Твёрдо и письменно.",
        iati="TransactionType 2", cameo="057", plover="SUPPORT", tuff="Pipeline: Commitment",
    ),
    SumKind.DISBURSEMENT: _m(
        "At the receiver's disposal.", "実行額", "выплачено",
        "受け手が使える状態にある。", "В распоряжении получателя.",
        iati="TransactionType 3", cameo="061", plover="COOPERATE", tuff="Implementation",
    ),
    SumKind.REPAYMENT: _m("Paid back.", "返済", "возвращено", "返された。", "Возвращено.", iati="TransactionType 6"),
    SumKind.HOPED: _m(
        "What somebody hoped for; added to nothing.", "期待額", "ожидалось",
        "誰かが期待した額。何にも足さない。", "На что кто-то надеялся; ни с чем не складывается.",
    ),
    SumKind.COST: _m(
        "Cost of the whole project, whoever pays; added to nothing.", "総事業費", "стоимость проекта",
        "誰が払うかを問わない事業全体の費用。何にも足さない。",
        "Стоимость всего проекта, кто бы ни платил; ни с чем не складывается.",
    ),
    SumKind.CEILING: _m(
        "A bound on what may be drawn; added to nothing.", "上限", "предел",
        "引き出しうる額の上限。何にも足さない。", "Предел того, что можно выбрать; ни с чем не складывается.",
    ),
    SumKind.LOSS: _m(
        "Written off or lost on exit; added to nothing.", "損失", "убыток",
        "償却または撤退で失われた額。何にも足さない。", "Списано или потеряно при выходе; ни с чем не складывается.",
    ),
    SumKind.LAPSED: _m(
        "A promise that ended unmet.", "失効", "утратило силу",
        "果たされずに終わった約束。", "Обещание, закончившееся без исполнения.", tuff="Cancelled",
    ),
}  # fmt: skip

BOUNDS: Final[Mapping[StrEnum, Meaning]] = {
    Bound.EXACT: _m("The number as told.", "確定", "точно", "述べられたとおりの数。", "Число, как сказано."),
    Bound.ABOUT: _m(
        "About the number: read as 0.9 to 1.1 of it.", "約", "около",
        "およそその数。0.9倍から1.1倍と読む。", "Около числа: читается как от 0,9 до 1,1 его.",
    ),
    Bound.CEILING: _m("Up to the number.", "最大", "до", "その数まで。", "До этого числа."),
    Bound.FLOOR: _m("The number or more.", "以上", "не менее", "その数以上。", "Это число или больше."),
    Bound.RANGE: _m("Between two numbers.", "範囲", "от и до", "二つの数の間。", "Между двумя числами."),
}  # fmt: skip

STANDINGS: Final[Mapping[StrEnum, Meaning]] = {
    Standing.COUNTED: _m(
        "The sum that totals take.", "計上", "учитывается",
        "合計に入る額。", "Сумма, которую берут итоги.",
    ),
    Standing.VERSION: _m(
        "The same money told differently; it widens the range and is never added.", "別の言い方", "версия",
        "同じ資金の別の言い方。幅を広げるだけで、足されない。",
        "Те же деньги, сказанные иначе; расширяет диапазон и не складывается.",
    ),
    Standing.PART: _m(
        "Contained in a counted sum; never added.", "内数", "часть",
        "計上した額に含まれる。足されない。", "Содержится в учтённой сумме; не складывается.",
    ),
    Standing.WHOLE: _m(
        "Contains money that stands in other deals or with other lenders; never added.", "総額", "целое",
        "他の案件や他の貸し手の分を含む。足されない。",
        "Содержит деньги других сделок или кредиторов; не складывается.",
    ),
}  # fmt: skip

BELONGINGS: Final[Mapping[StrEnum, Meaning]] = {
    Belongs.CORE: _m(
        "Told as part of the programme, or plainly within an area and between its parties.", "中核", "основная",
        "計画の一部として述べられている、または明らかに分野と当事者の範囲にある。",
        "Названа частью программы или явно лежит в её области и между её сторонами.",
    ),
    Belongs.ADJACENT: _m(
        "Same years and parties, not told as part of the programme.", "周辺", "смежная",
        "年と当事者は同じだが、計画の一部とは述べられていない。",
        "Те же годы и стороны, но частью программы не названа.",
    ),
    Belongs.PREDATES: _m(
        "Agreed before the programme and later counted in, or worth comparing.", "以前から", "предшествует",
        "計画より前に合意され、後に数え入れられたか、比べる価値がある。",
        "Согласована до программы и позже в неё засчитана или достойна сравнения.",
    ),
}  # fmt: skip

ROLES: Final[Mapping[StrEnum, Meaning]] = {
    Role.PROVIDER: _m("Gives.", "供与側", "даёт", "与える。", "Даёт.", iati="OrganisationRole 1"),
    Role.RECEIVER: _m("Gets.", "受取側", "получает", "受け取る。", "Получает."),
    Role.SIGNATORY: _m("Signs.", "署名者", "подписывает", "署名する。", "Подписывает."),
    Role.IMPLEMENTER: _m("Carries out.", "実施者", "исполняет", "実施する。", "Исполняет.", iati="OrganisationRole 4"),
    Role.OVERSEER: _m("Answers for it.", "監督者", "отвечает", "責任を負う。", "Отвечает.", iati="OrganisationRole 2"),
}  # fmt: skip

PARTY_TYPES: Final[Mapping[StrEnum, Meaning]] = {
    PartyType.STATE_BODY: _m(
        "A ministry, agency or government bank.", "国家機関", "государственный орган",
        "省庁、機関、政府系銀行。", "Министерство, ведомство или государственный банк.",
        iati="OrganisationType 10",
    ),
    PartyType.STATE_OWNED: _m(
        "A company of which a state holds the control.", "国有企業", "государственная компания",
        "国が支配する企業。", "Компания под контролем государства.",
    ),
    PartyType.PRIVATE: _m(
        "A company of private owners.", "民間企業", "частная компания",
        "民間が所有する企業。", "Компания частных владельцев.",
        iati="OrganisationType 70",
    ),
    PartyType.UNKNOWN: _m("Not known.", "不明", "неизвестно", "分かっていない。", "Неизвестно."),
}  # fmt: skip

ANSWERS: Final[Mapping[StrEnum, Meaning]] = {
    Answer.FOUND: _m("Looked and found.", "判明", "найдено", "調べて見つかった。", "Искали и нашли."),
    Answer.NOTHING_FOUND: _m(
        "Looked, and nothing was found. That is not zero.", "調べたが見つからない", "искали, не нашли",
        "調べたが見つからなかった。ゼロではない。", "Искали и не нашли. Это не ноль.",
    ),
    Answer.NOT_LOOKED: _m(
        "No look for it is on record.", "未調査", "не искали", "調べた記録がない。", "Нет записи о том, что искали.",
    ),
    Answer.NO_RATE: _m(
        "Told in a currency for which no rate of the day is at hand.", "換算レートなし", "нет курса",
        "当日のレートがない通貨で伝えられている。", "Сообщено в валюте, курса которой на этот день нет.",
    ),
    Answer.NOT_APPLICABLE: _m(
        "The question has no meaning here.", "該当なし", "неприменимо",
        "この問いはここでは意味をなさない。", "Вопрос здесь не имеет смысла.",
    ),
    Answer.CONTESTED: _m("Voices differ.", "争いあり", "оспаривается", "声が食い違う。", "Голоса расходятся."),
}  # fmt: skip

SOURCE_KINDS: Final[Mapping[StrEnum, Meaning]] = {
    SourceKind.OFFICIAL: _m(
        "A government's own record.", "公的記録", "официальный",
        "政府自身の記録。", "Собственная запись правительства.",
    ),
    SourceKind.COMPANY: _m(
        "A firm's or implementing body's own word.", "企業", "компания",
        "企業や実施機関自身の言葉。", "Слово самой фирмы или исполнителя.",
    ),
    SourceKind.INTERNATIONAL: _m(
        "An international organisation.", "国際機関", "международная организация",
        "国際機関。", "Международная организация.",
    ),
    SourceKind.JOURNAL: _m(
        "A journal with peer review.", "査読誌", "рецензируемый журнал",
        "査読のある学術誌。", "Рецензируемый журнал.",
    ),
    SourceKind.ACADEMIC: _m(
        "A thesis, book or paper of scholars.", "学術", "научная работа",
        "論文や学術書。", "Диссертация, книга или статья учёных.",
    ),
    SourceKind.THINK_TANK: _m(
        "A think tank or association.", "研究機関", "аналитический центр",
        "シンクタンクや団体。", "Аналитический центр или объединение.",
    ),
    SourceKind.NEWS_AGENCY: _m(
        "A news agency.", "通信社", "информационное агентство",
        "通信社。", "Информационное агентство.",
    ),
    SourceKind.NEWSPAPER: _m(
        "A newspaper or broadcaster.", "新聞・放送", "газета или вещатель",
        "新聞または放送。", "Газета или вещатель.",
    ),
    SourceKind.TRADE_PRESS: _m(
        "The press of a trade.", "業界紙", "отраслевая пресса",
        "業界の報道。", "Отраслевая пресса.",
    ),
    SourceKind.SOCIAL_MEDIA: _m(
        "A post on social media.", "SNS", "социальные сети",
        "SNSの投稿。", "Запись в социальных сетях.",
    ),
    SourceKind.SECONDARY: _m(
        "A page that repeats others without saying how it knows.", "二次的なページ", "вторичная страница",
        "根拠を示さずに他を繰り返すページ。", "Страница, повторяющая других без ссылки на основание.",
    ),
    SourceKind.DATASET: _m(
        "A published table of data.", "データセット", "набор данных",
        "公表されたデータ表。", "Опубликованная таблица данных.",
    ),
    SourceKind.GENERAL_KNOWLEDGE: _m(
        "No page was consulted; unverified.", "一般知識", "общеизвестное",
        "ページは参照されておらず、未確認。", "Страница не смотрелась; не проверено.",
    ),
    SourceKind.UNKNOWN: _m("Not judged yet.", "不明", "неизвестно", "まだ判定されていない。", "Ещё не определено."),
}  # fmt: skip

SAID_KINDS: Final[Mapping[StrEnum, Meaning]] = {
    SaidKind.EXPECTATION: _m(
        "What the speaker expects to come.", "期待", "ожидание",
        "話し手が来ると見込むもの。", "Чего ждёт говорящий.",
        cameo="030", plover="AGREE",
    ),
    SaidKind.GOAL: _m("What the speaker wants.", "目標", "цель", "話し手が望むもの。", "Чего хочет говорящий."),
    SaidKind.CONDITION: _m(
        "What the speaker makes it depend on.", "条件", "условие",
        "話し手が前提とするもの。", "От чего говорящий ставит это в зависимость.",
        cameo="101", plover="REQUEST",
    ),
    SaidKind.COMPLAINT: _m(
        "What the speaker finds wanting.", "不満", "жалоба",
        "話し手が不足とするもの。", "Чем говорящий недоволен.",
        cameo="110", plover="ACCUSE",
    ),
    SaidKind.ASSESSMENT: _m(
        "How the speaker judges what came.", "評価", "оценка",
        "話し手による結果の評価。", "Как говорящий оценивает итог.",
    ),
}  # fmt: skip

MEANINGS: Final = Meanings(
    {
        Form: FORMS,
        Instrument: INSTRUMENTS,
        Stage: STAGES,
        Status: STATUSES,
        Binding: BINDINGS,
        Basis: BASES,
        SumKind: SUM_KINDS,
        Bound: BOUNDS,
        Standing: STANDINGS,
        Belongs: BELONGINGS,
        Role: ROLES,
        PartyType: PARTY_TYPES,
        Answer: ANSWERS,
        SourceKind: SOURCE_KINDS,
        SaidKind: SAID_KINDS,
    }
)
"""Every word of every codelist, in the order in which the lists are shown."""
