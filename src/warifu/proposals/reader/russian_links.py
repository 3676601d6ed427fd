"""How a name hangs in a Russian clause: by its preposition, else by the case that it, its adjective or its lead noun shows.

A nominative is the subject on either side of the verb ("кредит выделит Китай"), a dative gets, an instrumental after a
passive does, a genitive belongs to the noun before it, and after a noun for money it gives ("кредит Всемирного банка").
A form that is not told by its ending (an acronym, a Latin name) is the subject before the verb and the object after it.
"""
# ruff: noqa: E501 - patterns and tables read better on one line

from __future__ import annotations

import re
from typing import Final

from warifu.proposals.reader.mentions import Mention
from warifu.proposals.reader.table import default_table

NOM, GEN, DAT, ACC, INS, UNSURE = "nom", "gen", "dat", "acc", "ins", ""

_PREP: Final = re.compile(
    r"(?<![а-яё])(?P<prep>с|со|от|для|между|в|во|на|из|у|через|и|или|к|ко|при|по|о|об|перед|под|против|со стороны|за сч[её]т|из-за|за|при (?:участии|поддержке|содействии)|по линии|от имени|в лице|вместе с|совместно с|в пользу|при посредничестве)\s+"
    r"(?:(?:[а-яё-]+(?:ой|ым|им|ым|ого|его|ому|ми|ых|их|ей|ая|ую|ие|ые|ий|ый|ое)|(?:банк|компани|корпораци|фонд|сторон|правительств|групп|холдинг|концерн|госкорпораци|агентств|консорциум|взнос|средств|кредит|ресурс|дочерн|структур|предприяти|оператор|производител|власт|аналог|партн[её]р|министерств|завод)\w*|господином|её|ее|его|их)\s+){0,3}[«\"(]?$",
    re.I,
)
_MEANS: Final = {
    "с": "with", "со": "with", "вместе с": "with", "совместно с": "with", "от": "from", "со стороны": "from", "у": "from", "из": "from", "за счет": "from", "за счёт": "from", "по линии": "from", "для": "to", "к": "to", "ко": "to", "в пользу": "to",
    "между": "between", "в": "in", "во": "in", "на": "in", "и": "and", "или": "and", "через": "by", "при участии": "with", "при поддержке": "with", "при содействии": "with",
}  # fmt: skip
_NOUN_BEFORE: Final = re.compile(r"(?<![а-яё])(?P<word>[а-яё]{3,})\s+[«\"]?$", re.I)
_LEAD: Final = re.compile(r"(?<![а-яё])(?P<word>(?:компани|корпораци|госкорпораци|групп|холдинг|концерн|банк|фонд|агентств|консорциум|застройщик|оператор|производител|завод|структур|предприяти|госкомпани)[а-яё]{0,3})\s+(?:[А-ЯЁ]{2,4}\s)?[«\"]?$", re.I)  # fmt: skip
_ADJECTIVE: Final = re.compile(r"(?<![а-яё-])(?P<word>[а-яё-]+(?:ск|енн|льн|ый|ий|ой|ая|ое|ые|ие|ого|ому|ую|ым|ых|ыми)[а-яё]{0,3})\s+(?:[А-ЯЁ]{2,4}\s)?[«\"]?$", re.I)  # fmt: skip
_LEGAL_FORM: Final = re.compile(r"(?<![А-ЯЁа-яё])(?:АО|ПАО|ООО|ОАО|ЗАО|ФГУП|ГК|НК|ГУП)\s[«\"]?$")
_ORGAN: Final = re.compile(
    r"(?:директоров|правлени[а-яё]+|управляющих|руководств[а-яё]+|власт[а-яё]+|парламент[а-яё]*)$", re.I
)
_MONEY_NOUN: Final = re.compile(r"(?:кредит|за[её]м|займ|грант|средств|помощ|ссуд|гаранти|поручительств|поддержк|транш|вклад|субсиди|депозит|пожертвовани|взнос|инвестици|финансировани|лини)(?:[а-яё]{0,4})$", re.I)  # fmt: skip
_GIVEN: Final = re.compile(r"(?:предостав|выдел|выда|переда|постав|обеща|окаж|оказа|да(?:ст|л|ёт|ет)|одобр|направ|перечисл|выплат|кредит|прода|помощ|помо|предлож|гарант|списа|прост|пожертв|подар|ссуд|поруч)", re.I)  # fmt: skip
_GIVING_NOUN: Final = re.compile(r"(?:поставк|продаж|помощ|предоставлени|выделени|передач|оказани|кредитовани)[а-яё]{0,3}$", re.I)  # fmt: skip
_VERB: Final = re.compile(
    r"(?:ли|ла|ло|лся|лась|лись|ет|ют|ит|ят|ат|ать|ить|еть|ся|сь|ано|ено|ана|ена|аны|ены|ан|ен|ён|ал|ил|ел|ял|ут)$"
)
_PASSIVE: Final = re.compile(
    r"(?:ан|ен|ён|ана|ена|ано|ено|аны|ены|ят|ыт)(?:а|о|ы)?\b|ется\b|ются\b|ится\b|нн[а-яё]{2,3}\b", re.I
)

ENDINGS: Final[tuple[tuple[str, str], ...]] = (
    (r"(?:ая|яя|ое|ее|ый|ие|ые)$", NOM), (r"(?:ого|его|ых|их)$", GEN), (r"(?:ому|ему|ам|ям)$", DAT), (r"(?:ую|юю)$", ACC), (r"(?:ым|им|ыми|ими)$", INS),
    (r"(?:ство|ние|тие|ия|ция)$", NOM), (r"(?:ства|ния|тия)$", GEN), (r"(?:ству|нию|тию)$", DAT), (r"(?:ством|нием|ией|цией|ом|ем|ами|ями)$", INS), (r"ию$", ACC),
    (r"ии$", "gen-dat"), (r"(?:[бвгджзклмнпрстфхцчшщй]|сть|ань|ось)$", NOM), (r"[ую]$", DAT), (r"[аяыи]$", GEN), (r"ой$|ей$", "gen-dat"), (r"е$", DAT),
)  # fmt: skip
_ENDINGS: Final = tuple((re.compile(pattern), case) for pattern, case in ENDINGS)


_OBLIQUE: Final = {
    form: case
    for stem, endings in {"египт": ("а", "у", "ом", "е"), "грузи": ("и", "и", "ей", "и"), "киев": ("а", "у", "ом", "е"), "хано": ("я", "ю", "ем", "е"), "дуба": ("я", "ю", "ем", "е")}.items()
    for form, case in zip((stem + ending for ending in endings), (GEN, "gen-dat" if stem == "грузи" else DAT, INS, DAT), strict=True)
} | {"грузию": ACC}  # fmt: skip
"""Forms in oblique cases that stand in the table of names because their stems differ from the nominative's."""


def case_of(word: str) -> str:
    """The case that a word's ending shows, a form of the table being the nominative; unsure for what is not declined."""
    plain = word.strip('«»"“”().,').lower()
    if not plain or not ("а" <= plain[0] <= "я") or (word.isupper() and len(word) > 1):
        return UNSURE
    if plain in _OBLIQUE:
        return _OBLIQUE[plain]
    if plain in default_table().forms:
        return UNSURE if plain[-1] in "оеэуюи" else NOM
    return next((case for pattern, case in _ENDINGS if pattern.search(plain)), UNSURE)


def link_of(before: str, after: str, one: Mention, event: tuple[int, int], verb: str) -> str:
    """How a mention hangs in its clause; `verb` is the event's words."""
    near = before[-90:]
    found = _PREP.search(near)
    if found:
        return _by_preposition(found["prep"].lower(), near, after, one)
    if _SHARE.search(near):
        return "of"
    case = _case(near, one)
    noun = _NOUN_BEFORE.search(near)
    bound = noun is not None and noun["word"][0].islower() and not _VERB.search(noun["word"]) and noun["word"].lower() not in {"что", "который", "которую", "которое", "которые", "если", "где", "когда", "также", "затем", "однако", "пока", "уже", "лишь", "только", "год", "году", "года"}  # fmt: skip
    if noun is not None and _GIVING_NOUN.search(noun["word"]) and case in {DAT, GEN, "gen-dat", UNSURE}:
        return "to"
    if noun is not None and case in {GEN, "gen-dat", UNSURE}:
        if _ASKING_NOUN.search(noun["word"]):
            return "to"
        if _PAPER_NOUN.search(noun["word"]) and _TWO_SIDES.match(after):
            return "subject"
        if case == UNSURE and _BY_WHOM.search(noun["word"]):
            return "by"
    if case == NOM:
        return "subject"
    if case == ACC:
        return "object"
    if case == INS:
        return "by" if _PASSIVE.search(verb) or _PASSIVE.search(near[-60:]) else "with"
    given = _GIVEN.search(near) is not None or _GIVEN.search(verb) is not None or _GIVEN.search(after[:60]) is not None
    if case == DAT or (case == "gen-dat" and given and not bound):
        return "to" if given or case == DAT else "of"
    if case in {GEN, "gen-dat"} and noun is not None and _ORGAN.search(noun["word"]):
        return "subject" if one.start < event[0] else "by" if _PASSIVE.search(verb) else "object"
    if case in {GEN, "gen-dat"}:
        if noun is not None and _MONEY_NOUN.search(noun["word"]):
            if one.sort == "body":
                return "from"
            if one.sort in {"country", "government"}:
                return "from" if case == GEN else "of"
        return "of"
    if given and one.start > event[0] and _LAST.match(after) and noun is not None and _VERB.search(noun["word"]):
        return "subject"
    return "subject" if one.start < event[0] else "object"


def _by_preposition(prep: str, near: str, after: str, one: Mention) -> str:
    if prep == "за":
        return "to" if _VOUCHES.search(near) else "of"
    if prep in {"к", "ко"} and _TURNED_TO.search(near):
        return "from"
    if prep in {"в", "во"} and one.sort == "capital" and _THEY_WISH.match(after):
        return "subject"
    return _MEANS.get(prep, "of")


_VOUCHES: Final = re.compile(r"гаранти|поруч", re.I)
_TURNED_TO: Final = re.compile(r"\bобра(?:тил|щал|тит|щени)\w*\s(?:[а-яё]+\s)?ко?\s[^,.;]*$", re.I)
_THEY_WISH: Final = re.compile(r"\s(?:[а-яё]+\s)?(?:хотят|готовы|намерены|рассчитывают|планируют|предлагают|ожидают|просят|решили|согласились|надеются|обещают|одобрили|отказались|признали, что)\b")  # fmt: skip
_SHARE: Final = re.compile(r"(?:%|\bпроцент\w{0,3}|\b(?:пакет|акци)\w*|\bдол(?:я|и|ю|ей|ями))\s(?:[а-яё-]+(?:ого|ой|их|ых)\s){0,2}(?:(?:компании|банка|фирмы|группы|оператора|производителя|холдинга)\s)?[«\"]?$", re.I)  # fmt: skip
_ASKING_NOUN: Final = re.compile(r"^(?:заявк|запрос|просьб|ходатайств)", re.I)
_PAPER_NOUN: Final = re.compile(r"^(?:сделк|соглашени|договор|меморандум|контракт|пакт|протокол|переговор|сво[пб]|сотрудничеств|партн[её]рств|план|программ|проект|карт|диалог)", re.I)  # fmt: skip
_TWO_SIDES: Final = re.compile(r"[»\"]?\s(?:с|и|со)\s(?:[а-яё-]+\s){0,2}[«\"]?[А-ЯЁA-Z]")
_BY_WHOM: Final = re.compile(r"(?:[аяе]нн|[оеыи]т)(?:ый|ая|ое|ые|ого|ой|ую|ых|ым|ыми|ом)$", re.I)
_LAST: Final = re.compile(r"\s*(?:[.;:!?]|$)")


def _case(before: str, one: Mention) -> str:
    if _LEGAL_FORM.search(before):
        return UNSURE
    case = case_of(one.text.split()[0])
    lead = _LEAD.search(before)
    if lead is not None:
        return case_of(lead["word"])
    if case == UNSURE:
        adjective = _ADJECTIVE.search(before)
        return case_of(adjective["word"]) if adjective is not None else UNSURE
    return case
