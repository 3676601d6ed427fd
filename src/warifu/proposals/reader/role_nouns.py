"""Bodies and states spoken of by what they are: "the lender", "the company", "the kingdom", 同行, 同社, "банк".

Each row is a pattern and whom it can stand for; it stands for the one of these that the text named last. A row that
finds nobody named stands for nobody.
"""
# ruff: noqa: E501 - tables read better on one line

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final

from warifu.documents.caseless import quick
from warifu.proposals.reader.mentions import GUESSED, SHAPED, Mention

LENDER, FIRM, MINISTRY, FUND, STATE, BLOC, AGENCY = "lender", "firm", "ministry", "fund", "state", "bloc", "agency"

ROWS: Final[dict[str, tuple[tuple[str, re.Pattern[str]], ...]]] = {
    "en": (
        (LENDER, re.compile(r"\b(?:[Tt]he|[Tt]his|[Tt]hat) (?:\w+-based |development |multilateral |policy |state )?(?:lender|bank)(?='s|\s)")),
        (FUND, re.compile(r"\b(?:[Tt]he) (?:sovereign |wealth )?fund(?='s|\s)(?! of| for)")),
        (FIRM, re.compile(r"\b(?:[Tt]he) (?:\w+ )?(?:company|firm|group|trading house|miner|utility|carrier|shipyard|contractor|developer|operator|oil major|carmaker|conglomerate|manufacturer|shipbuilder|borrower)(?='s|\s)(?! of)")),
        (MINISTRY, re.compile(r"\b(?:[Tt]he|[Ii]ts) (?:finance |foreign |energy |defence |economy |trade )?ministry(?='s|\s)(?! of)")),
        (AGENCY, re.compile(r"\b(?:[Tt]he) (?:aid |credit |export credit )?agency(?='s|\s)")),
        (BLOC, re.compile(r"\b[Tt]he (?:27-nation |27-member )?bloc(?='s|\s)")),
        (STATE, re.compile(r"\b(?:[Tt]he) (?:\w+(?:ern|an|ese|ish|ked|land|poor|rich|hit) )?(?:kingdom|country|island nation|archipelago|republic|nation|emirate|sultanate|government)(?='s|\s)(?! of)")),
    ),
    "ru": (
        (LENDER, re.compile(r"(?<![а-яё-])(?:[Бб]анк|[Кк]редитор)(?:а|ом|у)?(?=[\s,.](?!разв|«|[А-ЯЁ]))")),
        (FIRM, re.compile(r"(?<![а-яё-])(?:[Кк]омпани|[Кк]орпораци|[Гг]оскорпораци)(?:я|и|ю|ей)(?=[\s,.](?!«|\"|[А-ЯЁA-Z]))")),
        (STATE, re.compile(r"(?<![а-яё-])(?:[Рр]еспублик(?:а|е|у|ой)|[Кк]оролевств(?:о|у)|[Сс]трана)(?=\s(?![А-ЯЁ]))")),
    ),
    "ja": (
        (LENDER, re.compile(r"同行(?!者|す|し)")), (FIRM, re.compile(r"同社|当社|同グループ")), (MINISTRY, re.compile(r"同省|同庁")), (AGENCY, re.compile(r"(?<![共合協])同(?:機構|公社)")),
        (FUND, re.compile(r"(?<![共合協])同(?:基金|ファンド)")), (STATE, re.compile(r"同国(?:政府|側)?")),
    ),
}  # fmt: skip


_ORGAN: Final = re.compile(r"ministr|treasury|bank|compan|corporation|operator|authority|agency|railway|fund|board|commission|committee|council|army|navy|force|guard|police|municipal|utility|holding|airline|hospital")  # fmt: skip
_UNNAMED: Final = re.compile(
    r"\b(?:[Tt]he|[Ii]ts|[Tt]heir|[Aa]|[Aa]n) (?P<name>"
    r"(?:finance|foreign|energy|defen[cs]e|economy|trade|transport|health|education|agriculture|interior|justice|environment|planning|industry|commerce|communications?|labou?r|culture|tourism|water|oil|petroleum|electricity|power|mining|mines|housing|infrastructure|works|fisheries|forestry|development|investment|railways?|aviation|science|digital|technology|sports?|information|antiquities|irrigation|youth)(?: and [a-z]+)? ministry"
    r"|ministry (?:of|for) (?:the )?[a-z]+(?:(?:,| and) [a-z]+)?"
    r"|(?:national |state |federal |finance )?treasury|(?:state|national|land|development|export|postal|agricultural|savings|commercial|investment|central) bank"
    r"|(?P<firm>(?:joint |state |state-owned |national |local |public )?(?:state|state-owned|national|project|joint|operating|concession|railways?|metro|ports?|electricity|oil|gas|water|power|mining|phosphate|grid|holding|airport|cable|insurance|shipping|telecoms?|fertili[sz]er|sugar|cement|steel|road|toll|bus|fishing|fisheries) (?:company|corporation|holding|utility|operator))"
    r"|(?:state|national) (?:oil|gas|power|electricity|grid|railway|phosphate|mining|water|airline|insurance|shipping|fisheries|fund|wealth fund|holding|utility|operator|railways)(?: company| corporation| operator)?"
    r"|(?:roads?|ports?|railways?|space|nuclear|energy|power|water|electricity|health|aid|export credit|investment|development|procurement|privati[sz]ation|tax|customs|civil aviation|maritime|planning|statistics|transport|sewerage|housing|food|disaster|tender|regional|city|municipal|town|district|provincial) (?:agency|authority|board|office|administration|commission|committee|council)"
    r"|armed forces|army|navy|air force|coast guard|police force|municipality|(?:municipal|military|state|university|children's|district|regional) hospital|(?:reconstruction|recovery|climate|development|trust|pension|social security|sovereign wealth|investment) fund)"
    r"(?='s|[\s,.;:)]|$)(?! of [A-Z])"
)
"""A state's body or a firm told by nothing but its task: "the transport ministry", "the project company"."""
_ANY: Final = {
    language: re.compile(quick("|".join(pattern.pattern for _, pattern in rows))) for language, rows in ROWS.items()
}
"""All rows of a language as one pattern, since most sentences have none of them."""


def _is(one: Mention, sort: str) -> bool:
    match sort:
        case "lender":
            return one.sort == "body" and one.work in {"lender", "insurer"}
        case "firm":
            return one.sort == "body" and one.work not in {"lender", "insurer", "ministry"} and one.type != "state body"
        case "ministry":
            return one.sort == "body" and one.work == "ministry"
        case "fund":
            return one.sort == "body" and re.search(r"[Ff]und|[Фф]онд|基金|ファンド", one.text) is not None
        case "agency":
            return one.sort == "body" and re.search(r"[Aa]genc|Corporation|[Аа]гентств|機構|公社", one.text) is not None
        case "bloc":
            return one.country == "EU"
        case _:
            return one.sort in {"country", "government"}


class RoleNouns:
    """Whom the role nouns of one text stand for; keeps the bodies and states named so far."""

    def __init__(self, language: str) -> None:
        self.language = language
        self.rows = ROWS.get(language, ())
        self.any = _ANY.get(language)
        self.named: list[Mention] = []

    def read(self, line: str, mentions: list[Mention]) -> list[Mention]:
        """The mentions of a line, with those told by role nouns, in order."""
        out = list(mentions)
        for sort, pattern in self.rows if self.any is not None and self.any.search(line) else ():
            for match in pattern.finditer(line):
                if any(one.start < match.end() and one.end > match.start() for one in mentions):
                    continue
                before = [*self.named, *(one for one in mentions if one.end <= match.start())]
                own = match[0].startswith(("当", "弊"))  # "our company" is the one that the text names first
                known = next((one for one in (before if own else reversed(before)) if _is(one, sort)), None)
                if known is not None:
                    out.append(replace(known, start=match.start(), end=match.end(), strength=SHAPED))
        for match in _UNNAMED.finditer(line) if self.language == "en" and _ORGAN.search(line) else ():
            start, end = match.span("name")
            if all(one.start >= match.end() or one.end <= match.start() for one in out):
                work = "ministry" if "ministr" in match["name"] else "lender" if match["name"].endswith("bank") else ""
                sort = "unknown" if match["firm"] else "state body"
                out.append(Mention(start, end, match["name"], "body", "", "", sort, work, GUESSED))
        self.named += [one for one in mentions if one.party]
        return sorted(out, key=lambda one: one.start)
