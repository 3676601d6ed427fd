"""Who stands before a verb of wish or charge, and of which country: named, a pronoun, or "the government"."""
# ruff: noqa: E501 - patterns and tables read better on one line

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from warifu.proposals.reader.mentions import Mention
from warifu.proposals.reader.story import Story
from warifu.proposals.reader.words import Spoken

REACH: Final = 3
"""How many sentences back a pronoun may look for the one it stands for."""


@dataclass(frozen=True, slots=True)
class Side:
    """One side and the words that name it; `country` is empty for both sides together. Offsets are the body's."""

    country: str
    text: str
    start: int
    end: int
    named: bool = True


_ADVERBS: Final = r"(?:(?:also|now|then|still|however|has|have|had|would|will|is|are|was|were|both|again|earlier|therefore|separately|once|always|long|only|already|in turn|for (?:its|her|his|their) part|meanwhile|at first|first|have been|has been|had been|had always|further|repeatedly|clearly|openly|in (?:his|her|its) turn|particularly|especially|publicly|privately),?\s+)*"
_OFFICIALS: Final = r"(?:governments?|side|party|officials?|authorit(?:y|ies)|minist(?:ry|ries|er|ers)|presidents?|premier|chancellor|cabinet|leaders?(?:hip)?|diplomats?|negotiators?|delegation|embassy|parliament|lawmakers|treasury|spokes\w+|envoy|ambassador|secretary|regulators?|companies|company|firms?|banks?|lenders?|creditors?|investors?|business(?:es|men)?|makers?|industry|army|navy|military|source|capital|central bank|state|people|farmers|exporters|partners?|team|fund|group|agency|chief|head)"
_EN_ALL: Final = re.compile(
    rf"\b(?P<who>both (?:sides|parties|countries|leaders|governments|ministers|presidents)|(?:the )?two (?:sides|parties|countries|leaders|governments|ministers|presidents|nations|prime ministers)|the (?:sides|parties|leaders|presidents|ministers|heads of state|participants|members))\s+{_ADVERBS}$",
    re.I,
)
_EN_PRONOUN: Final = re.compile(rf"(?<![\w'])(?P<who>he|she|they|it|we|i)(?:['’](?:d|ll|s|ve|re))?\s+{_ADVERBS}$", re.I)
_EN_HOME: Final = re.compile(
    rf"(?<![\w'])(?P<who>(?:the|its|his|her)\s(?:[a-z-]+\s){{0,2}}?(?:government|ministry|minister|authorities|officials|kingdom|republic|president|premier|cabinet|country|central bank)|officials|ministers|(?:[A-Z][\w]+ )?Minister)\s+{_ADVERBS}$"
)
_EN_FIRM: Final = re.compile(
    rf"(?<![\w'])(?P<who>the (?:company|firm|bank|group|fund|lender|agency|consortium|operator|bloc|utility|trading house|maker|builder))\s+{_ADVERBS}$",
    re.I,
)
_EN_GAP: Final = re.compile(
    rf"^(?:['’]s?)?(?:\s*\([^)]{{1,40}}\))?(?:\s(?:[\w'-]+\s){{0,4}}?{_OFFICIALS})?(?:\s(?:of|for|in|on|at)\s[^,.;]{{1,40}})?(?:,[^,;]{{1,90}},)?(?:,?\swh(?:o|ich)\b)?\s*{_ADVERBS}$",
    re.I,
)
_EN_ADJECTIVE: Final = re.compile(rf"^\s(?:[\w'-]+\s){{0,3}}?[\w'-]+\s+{_ADVERBS}$")
_AND: Final = re.compile(rf"(?:\b(?:and|but|or|yet|nor)|[,;—-])\s+{_ADVERBS}$|\bto\s$", re.I)

_RU_ADVERBS: Final = r"(?:(?:также|уже|по-прежнему|теперь|тоже|в свою очередь|при этом|между тем|пока|давно|еще|ещё|все еще|и|же|вместе с тем|тем временем),?\s+)*"
_RU_ALL: Final = re.compile(
    rf"(?P<who>(?<![А-Яа-яё])(?:обе )?[Сс]тороны|[Оо]ба (?:президента|министра|лидера)|[Пп]резиденты|[Мм]инистры|[Дд]ве страны|[Пп]артн[её]ры)\s+{_RU_ADVERBS}$"
)
_RU_PRONOUN: Final = re.compile(rf"(?<![А-Яа-яё])(?P<who>он|она|они|мы|я)\s+{_RU_ADVERBS}$", re.I)
_RU_HOME: Final = re.compile(
    rf"(?<![А-Яа-яё])(?P<who>[Пп]равительство|[Вв]ласти|[Рр]еспублика|[Сс]трана|[Мм]инистр(?: [а-яё]+){{0,2}}|[Вв]ице-(?:премьер|министр)|[Мм]инистерство|[Кк]абинет министров|[Пп]резидент|[Пп]ремьер|[Гг]осударство)\s+{_RU_ADVERBS}$"
)
_RU_FIRM: Final = re.compile(
    rf"(?<![А-Яа-яё])(?P<who>[Кк]омпания|[Бб]анк|[Фф]онд|[Кк]онцерн|[Кк]орпорация|[Хх]олдинг|[Зз]аемщик|[Пп]редставитель [а-яё]+|[Сс]обеседник(?: [а-яё]+)?|[Ии]сточник)\s+{_RU_ADVERBS}$"
)
_RU_GAP: Final = re.compile(
    rf"^(?:\s*\([^)]{{1,40}}\))?(?:\s(?:власти|правительство|сторона|чиновники|компании|банки|премьер|министр))?(?:,[^,;]{{1,90}},)?(?:,?\sкотор\w+)?\s*{_RU_ADVERBS}$",
    re.I,
)

_JA_ALL: Final = re.compile(r"(?:両(?:国|首脳|者|大臣|政府|社|外相|氏|首相|大統領)|双方|両国政府)(?=は|が|、|とも)")
_JA_OTHER: Final = re.compile(r"先方(?:政府)?(?=から|は|が|の)")
_JA_HOME: Final = re.compile(
    r"(?<![一-龥ァ-ヴー])(?:政府(?:関係者|高官|筋|内)?|[一-龥]{1,8}省(?:幹部|関係者|側)?|[一-龥]{1,8}庁(?:幹部)?|外務省|官邸|当局)(?=は|が|から|で)"
)
_JA_FIRM: Final = re.compile(r"(?:当社|同社|同行|同機構|同基金|当行|当機構)(?=は|が|から)")
_JA_TOPIC: Final = re.compile(
    r"^(?:側|政府|当局|国営\S{0,6}|(?:政府|州政府|政権)?(?:高官|幹部|関係者|閣僚|政権|首相|大統領|外相|大臣|総裁|氏|社長|会長)?)*(?:自身)?(?:は|が|から|では|でも|も|の(?:閣僚|高官|幹部|首相|大統領|外相|大臣)(?:は|が|から))"
)

_TITLE: Final = re.compile(
    r"\b(?:[Mm]inister|[Pp]resident|[Pp]remier|[Cc]hancellor|[Ss]ecretary|[Gg]overnor|[Ss]pokes\w+|[Aa]mbassador|[Ee]nvoy|[Cc]ommissioner|[Ll]eader|[Kk]ing|[Pp]rince)\b|министр|президент|премьер|посол|представител|глав[аы]|首相|大統領|大臣|外相|長官|次官|大使|相$"
)


class Sides:
    """The sides of one document: whose country a person, a pronoun or a bare "the government" stands for."""

    def __init__(self, story: Story) -> None:
        self.story = story
        top = [code for code in story.top() if story.countries[code] > 0]
        self.home = top[0] if top else ""
        self.other = next((code for code in top if code != "JP"), "") if story.language == "ja" else ""
        if story.language == "ja" and "JP" in top:
            self.home = "JP"
        self.homes: dict[str, str] = {}
        for spoken in story.spoken:
            for one in spoken.mentions:
                if one.sort == "person" and (country := self._beside(spoken, one)):
                    self.homes.setdefault(self._key(one.text), country)

    @staticmethod
    def _key(name: str) -> str:
        return name.split()[-1].rstrip("'’s.")

    def country(self, spoken: Spoken, one: Mention) -> str:
        """The country of a mention; of a person it is told beside the name somewhere, or an office makes it the home's."""
        if one.country or one.sort != "person":
            return one.country
        known = self.homes.get(self._key(one.text))
        if known:
            return known
        text = spoken.sentence.text
        return self.home if _TITLE.search(text[max(0, one.start - 40) : one.end + 40]) else ""

    def _beside(self, spoken: Spoken, one: Mention) -> str:
        text = spoken.sentence.text
        for near in reversed(spoken.mentions):
            gap = text[near.end : one.start]
            if near.country and near.end <= one.start and len(gap) < 60 and not re.search(r"[;:]|\b(?:and|with|said|from|met|told|in|to|by)\b|,.*,| и | с |と", gap):  # fmt: skip
                return near.country
        for near in spoken.mentions:
            gap = text[one.end : near.start]
            if near.country and near.start >= one.end and len(gap) < 50 and re.match(r"(?:,|\s\(|\sof\b|\sfrom\b)", gap) and not re.search(r"\b(?:and|with|said|met|told|to)\b|,.*,", gap):  # fmt: skip
                return near.country
        return ""

    def side(self, spoken: Spoken, one: Mention) -> Side:
        base = spoken.sentence.start
        return Side(self.country(spoken, one), one.text, base + one.start, base + one.end, one.sort != "adjective")

    def before(self, number: int, at: int, last: Side | None = None) -> Side | None:
        """The side that stands before character `at` of a sentence as the subject of what begins there."""
        if self.story.language == "ja":
            return self._japanese(number, at)
        russian = self.story.language == "ru"
        spoken = self.story.spoken[number]
        text, base = spoken.sentence.text, spoken.sentence.start
        head = text[:at]
        both = (_RU_ALL if russian else _EN_ALL).search(head)
        if both is not None:
            return Side("", both["who"], base + both.start("who"), base + both.end("who"))
        pronoun = (_RU_PRONOUN if russian else _EN_PRONOUN).search(head)
        if pronoun is not None:
            return self._antecedent(number, pronoun.start("who"), pronoun["who"].lower())
        for one in reversed(spoken.mentions):
            if one.end > at or one.sort == "place":
                continue
            gap = text[one.end : at]
            fits = _RU_GAP if russian else (_EN_ADJECTIVE if one.sort == "adjective" else _EN_GAP)
            if fits.match(gap):
                return self.side(spoken, one)
            break
        if last is not None and _AND.search(head):
            return last
        firm = (_RU_FIRM if russian else _EN_FIRM).search(head)
        if firm is not None:
            named = self._last_body(number, firm.start())
            country = named.country if named is not None else ""
            return Side(country or self.home, firm["who"], base + firm.start("who"), base + firm.end("who"))
        generic = (_RU_HOME if russian else _EN_HOME).search(head)
        if generic is not None:
            return Side(self._nearest(number, generic.start()) or self.home, generic["who"], base + generic.start("who"), base + generic.end("who"))  # fmt: skip
        return None

    def _nearest(self, number: int, at: int) -> str:
        """The country last named as a state before a bare "the ministry": in its own sentence only."""
        named = [
            one for one in self.story.spoken[number].mentions if one.end <= at and one.sort in {"country", "government"}
        ]
        return named[0].country if len({one.country for one in named}) == 1 else ""

    def _last_body(self, number: int, at: int) -> Mention | None:
        for back in range(number, max(-1, number - REACH - 1), -1):
            for one in reversed(self.story.spoken[back].mentions):
                if one.sort == "body" and (back < number or one.end <= at):
                    return one
        return None

    def _antecedent(self, number: int, at: int, word: str) -> Side | None:
        """Whom a pronoun stands for: a person for "he", any party for "it"; in speech, the one who speaks."""
        spoken = self.story.spoken[number]
        person = word in {"he", "she", "he's", "i", "он", "она", "я"}
        if word in {"we", "i", "мы", "я"}:
            after = [one for one in spoken.mentions if one.start > at and one.sort in {"person", "body", "government"}]
            if after:
                return self.side(spoken, after[0])
        for back in range(number, max(-1, number - REACH - 1), -1):
            line = self.story.spoken[back]
            pool = [
                one
                for one in line.mentions
                if (back < number or one.end <= at) and one.sort not in {"place", "adjective"}
            ]
            wanted = [one for one in pool if (one.sort == "person") == person] if word != "they" else pool
            if wanted:
                return self.side(line, wanted[0])
            home = _EN_OFFICE.search(line.sentence.text[: at if back == number else None]) if person else None
            if home is not None:
                base = line.sentence.start
                near = [one for one in line.mentions if one.country and one.end <= home.start() + 1]
                return Side(near[-1].country if near else self.home, home[0], base + home.start(), base + home.end())
        return None

    def _japanese(self, number: int, at: int) -> Side | None:
        spoken = self.story.spoken[number]
        text, base = spoken.sentence.text, spoken.sentence.start
        head = text[:at]
        found: list[tuple[int, Side]] = []
        for pattern, country in ((_JA_ALL, ""), (_JA_OTHER, self.other), (_JA_HOME, self.home)):
            for match in pattern.finditer(head):
                found.append((match.start(), Side(country, match[0], base + match.start(), base + match.end())))
        for match in _JA_FIRM.finditer(head):
            body = self._last_body(number, match.start())
            country = body.country if body is not None else ""
            found.append(
                (match.start(), Side(country or self.home, match[0], base + match.start(), base + match.end()))
            )
        for one in spoken.mentions:
            if one.end <= at and one.sort != "place" and _JA_TOPIC.match(text[one.end : at]):
                found.append((one.start, self.side(spoken, one)))
        if found:
            near = [pair for pair in found if pair[1].country or not pair[1].named] or found
            return max(near, key=lambda pair: pair[0])[1]
        return None


_EN_OFFICE: Final = re.compile(r"\b(?:prime |foreign |finance |economy |energy |trade |defen[cs]e )?(?:minister|president|premier|chancellor|governor|spokesman|spokeswoman|secretary)\b", re.I)  # fmt: skip
