"""Rows of a table: each with a party and a sum or a state is a deal in the terms of the table's head and of the text above it."""
# ruff: noqa: E501 - patterns and tables read better on one line

from __future__ import annotations

import re
from typing import Final, NamedTuple

from warifu.documents.caseless import Caseless
from warifu.proposals.reader import cues
from warifu.proposals.reader.areas import area_near
from warifu.proposals.reader.clauses import STAGE, Clause, Happened, Hit
from warifu.proposals.reader.events import happened
from warifu.proposals.reader.lexicon import Lexicon
from warifu.proposals.reader.mentions import Mention
from warifu.proposals.reader.story import Story
from warifu.proposals.reader.sums import sum_kind
from warifu.proposals.reader.words import SPECIFIC, Draft, PartyWords, Spoken, SumWords, Words

ABOVE: Final = 4
"""Sentences above a table that tell what it lists."""
_FUND: Final = re.compile(r"\bFund\b|基金|Фонд")
_HEAD_STAGES: Final = {"sign": "signed", "approve": "announced", "draw": "financed", "pledge": "announced", "finish": "delivered", "work": "under way"}  # fmt: skip
_TOTAL: Final = Caseless(r"(?:sub-?total|total|sum|others?|all|итого|всего|прочие|合計|総計|小計|計|その他)\b")
_HEAD_PAPERS: Final[tuple[tuple[str, Caseless], ...]] = (
    ("loan", Caseless(r"\b(?:lenders?|creditors?|borrowers?|debtors?)\b|кредитор|за[её]мщик|貸し手|借入|借り手|債権者|債務者|融資機関")),
    ("purchase", Caseless(r"\b(?:suppliers?|sellers?|buyers?|recipient = )|поставщик|покупател|продавец|供給元|売り手|買い手")),
    ("guarantee", Caseless(r"\bguarantors?\b|гарант\b|получатель гарантии|保証")),
    ("loan", Caseless(r"\b(?:swaps?|deposits?|currency lines?)\b|своп|депозит|スワップ|預金")),
    ("equity", Caseless(r"\b(?:stakes?|share of|\d+(?:\.\d+)? ?(?:%|per cent) of)\b|доля|пакет акций|出資比率|持ち分")),
)  # fmt: skip
"""What a table's rows are, by the words of its head, its title or the row itself, where no paper is named."""
_OWN: Final = frozenset({"loan", "grant", "guarantee", "equity", "venture", "mou", "letter", "fund", "relief"})
"""Papers that a row names for itself, though the table is headed with another."""
_AND: Final = re.compile(r",|;|/|&|\b(?:and|with|и|с)\b|と|、|・")
_THROUGH: Final = re.compile(r"\b(?:through|via)\b|через|経由|通じ", re.I)
_MONEYED: Final = Caseless(r".*(?:\bbank\b|\bfund\b|eximbank|банк|фонд|銀行|基金|公庫)")
_COLUMNS: Final[tuple[tuple[str, Caseless], ...]] = (
    ("paid", Caseless(r".*(?:\b(?:paid|disburs|received|drawn|spent|released|transferred|reimbursed)|перечислен|выплачен|освоен|выбран|внесен|использован|実行額|支払|払込|拠出済|執行)")),
    ("state", Caseless(r".*(?:\b(?:status|state|stage|remarks?|comments?|notes?|progress|outcome)\b|состояни|статус|примечани|стади|положени|ход\b|状況|状態|備考|進捗|段階|現状)")),
    ("owed", Caseless(r".*(?:\b(?:outstanding|balance|remaining|owed)\b|остаток|задолженность|残高|残額)")),
    ("sides", Caseless(r".*(?:\b(?:parties|sides|companies)\b|стороны|участник|当事者|関係者|企業名)")),
    ("giver", Caseless(r".*(?:\b(?:donors?|lenders?|creditors?|suppliers?|providers?|funders?|financiers?|source|contributors?|sellers?|investors?|guarantors?|partner)\b|кредитор|донор|поставщик|источник|инвестор|вкладчик|партн[её]р|продавец|гарант\b|供与国|貸し手|ドナー|債権者|出し手|拠出国|出資者|融資機関|支援国|支援元|投資家|売り手|供給元)")),
    ("taker", Caseless(r".*(?:\b(?:beneficiar\w+|borrowers?|recipients?|receivers?|debtors?|clients?|buyers?|members?|country|countries|customers?)\b|за[её]мщик|получател|стран[аы]\b|бенефициар|покупател|должник|заказчик|国名|供与先|借入|借り手|受取|相手国|対象国|債務者|受益|買い手|国・地域|国$)")),
)  # fmt: skip
"""What a column holds, by its head."""
_STATES: Final[tuple[tuple[str, str, Caseless], ...]] = (
    ("cancelled", "cancel", Caseless(r"\b(?:cancel\w+|withdrawn|dropped|terminated|lapsed|refused|rejected|declined|expired|called off|abandoned|annulled|scrapped)\b|аннулирован|отмен[её]н|отозван|снят[аоы]?\b|расторгнут|отказ|прекращен|не состоял|取り消し|取消|撤回|中止|打ち切り|破棄|解約|失効|断念|見送り")),
    ("stalled", "stall", Caseless(r"\b(?:suspended|on hold|frozen|stalled|postponed|delayed|halted|paused|deferred|blocked)\b|приостановлен|заморожен|отложен|задерж|не начат|停止|凍結|延期|中断|保留|見合わせ|遅延|停滞")),
    ("announced", "pledge", Caseless(r"\bnot (?:yet )?(?:signed|started|effective|disbursed|paid)\b|\bawaiting\b|не подписан|не перечислен|не предоставлен|未署名|未着手|未実行|未払い")),
    ("proposed", "plan", Caseless(r"\b(?:under (?:consideration|study|negotiation|discussion|appraisal|review)|requested|proposed|(?:in )?talks|negotiat\w+|in preparation|planned|feasibility|appraisal|identified|application)\b|рассматрива|запрошен|переговор|предложен|в подготовке|планиру|изучает|検討|協議中|要請|交渉|準備|調査中|審査中|予定")),
    ("financed", "give", Caseless(r"\b(?:disbursed|disbursing|paid|drawn|fully used|released|transferred|in use|reimbursed|placed|received|settled)\b|перечислен|выплачен|предоставлен|внесен|оплачен|освоен|払い込み|支払|送金|拠出済|貸付済|実行済")),
    ("delivered", "finish", Caseless(r"\b(?:delivered|completed?|handed over|finished|opened|in (?:operation|service)|operational|operating|commissioned|inaugurated|closed|installed|done)\b|заверш[её]н|сдан|передан|открыт|поставлен|введ[её]н|работает|выполнен|построен|完了|完成|引き渡|開業|開通|供用|稼働|終了|納入|竣工")),
    ("under way", "work", Caseless(r"\b(?:under ?way|on-?going|in progress|under (?:construction|implementation)|being|implementation|active|works|on track|(?:tranche|phase|batch|lot) \w+)\b|реализуется|вед[её]тся|строится|начат|исполняется|в работе|в реализации|実施中|建設中|工事中|進行中|着工|施工|継続")),
    ("signed", "sign", Caseless(r"\b(?:signed|in force|effective|concluded|ratif\w+|MOU|exchanged)\b|подписан|заключ[её]н|ратификац|вступил|меморандум|署名|締結|調印|契約済|発効|書簡交換")),
    ("announced", "approve", Caseless(r"\b(?:approved|pledged|promised|agreed|announced|adopted|offered|committed)\b|одобрен|утвержд[её]н|обещан|объявлен|согласован|承認|表明|決定|約束|合意")),
)  # fmt: skip
"""What a cell tells of a deal's state, the first of them that it has; ends and halts before all else."""


class Cell(NamedTuple):
    start: int
    end: int
    text: str


class Rows:
    """Reads the rows of one story, in order."""

    def __init__(self, story: Story) -> None:
        self.story = story
        self._head: Spoken | None = None
        self._columns: list[str] = []
        self._titled: list[Mention] | None = None

    def over(self) -> None:
        """The table has ended."""
        self._head, self._columns = None, []

    def read(self, number: int, spoken: Spoken) -> Draft | None:
        """The deal of a row, or None: a row without figures or a state is the table's head."""
        cells = cells_of(spoken.sentence.text)
        sums = [one for one in spoken.amounts if not one.per and self._column_at(cells, one.start) != "owed"]
        named = [_column(cell.text) for cell in cells]
        if not sums and self._head is None and (any(named) or not any(char.isdigit() for char in spoken.sentence.text)):
            self._head, self._columns = spoken, named
            return None
        told = self._state(cells)
        above = [one for one in self.story.spoken[max(0, number - 40) : number] if not one.sentence.row][-ABOVE:]
        givers, takers = self._named(cells, spoken)
        if not (sums or told) or not (givers or takers or sums):
            return None
        base = spoken.sentence.start
        place = sums[0] if sums else cells[0]
        paper = self._paper(spoken, above, Hit("pledge", place.start, place.end))
        event, shift = (told, base) if told is not None else self._paid(cells, spoken) or self._event(spoken, above, place.start, place.end)  # fmt: skip
        draft = Draft(paper, event, Words(event.stage, shift + event.start, shift + event.end, "stage:table"), number, base, spoken.sentence.end)  # fmt: skip
        draft.board = (
            cues.BOARD.search(self.story.page.title + "".join(one.bare for one in above)) is not None
            or event.event == "approve"
        )
        whole = _TOTAL.match(spoken.sentence.text) is not None
        for one, role in [*((one, "provider") for one in givers), *((one, "receiver") for one in takers)] if not whole else ():  # fmt: skip
            draft.parties.append(PartyWords(one, role, base + one.start, base + one.end, "party:row"))
        self._others(draft, above, givers, takers, whole)
        if not draft.parties:
            return None
        where = next((cell for cell in cells if cell.start <= event.start < cell.end), None) if told is not None else None  # fmt: skip
        able = [one for one in spoken.days if where is None or where.start <= one.start < where.end or event.stage in {"signed", "announced"}]  # fmt: skip
        if able:
            day = able[-1]
            draft.day = Words(day.edtf, base + day.start, base + day.end, "date:row")
        for amount in sums:
            column = self._column_at(cells, amount.start)
            kind = "disbursement" if column == "paid" else "total" if whole else sum_kind(draft)
            if column != "paid" and kind == "disbursement" and "paid" in self._columns:
                kind = "commitment"
            draft.sums.append(SumWords(amount, kind, base + amount.start, base + amount.end, amount.rule))
        found = area_near(self.story, number, 0, len(spoken.sentence.text))
        if found is not None:
            draft.area = Words(*found, "area")
        return draft

    def _column_at(self, cells: list[Cell], at: int) -> str:
        place = next((place for place, cell in enumerate(cells) if cell.start <= at < cell.end), len(self._columns))
        return self._columns[place] if place < len(self._columns) and len(self._columns) == len(cells) else ""

    def _state(self, cells: list[Cell]) -> Happened | None:
        """What the cell of the state tells, else the last cell after the first that tells any."""
        columns = [self._column_at(cells, cell.start) for cell in cells]
        first = [cell for cell, column in zip(cells, columns, strict=True) if column == "state"]
        for cell in [*first, *reversed(cells[1:])]:
            for stage, event, pattern in _STATES:
                match = pattern.search(cell.text)
                if match is not None:
                    return Happened(event, stage, cell.start + match.start(), cell.start + match.end())
        return None

    def _paid(self, cells: list[Cell], spoken: Spoken) -> tuple[Happened, int] | None:
        """A sum in the column of what was paid, or is still owed: the money has moved."""
        one = next((one for one in spoken.amounts if self._column_at(cells, one.start) in {"paid", "owed"}), None)
        return (Happened("give", "financed", one.start, one.end), spoken.sentence.start) if one is not None else None

    def _named(self, cells: list[Cell], spoken: Spoken) -> tuple[list[Mention], list[Mention]]:
        """Who gives and who gets, by the columns' heads; without these a lender gives, and anybody else gets."""
        givers: list[Mention] = []
        takers: list[Mention] = []
        for cell in cells:
            column = self._column_at(cells, cell.start)
            if column in {"giver", "taker"} and not _TOTAL.match(cell.text):
                here = [one for one in spoken.mentions if cell.start <= one.start < cell.end and (one.party or one.sort == "capital")]  # fmt: skip
                if not here and 2 < len(cell.text) < 60 and cell.text[0].isalpha() and not cell.text[0].islower():
                    here = [Mention(cell.start, cell.end, cell.text, "body")]
                (givers if column == "giver" else takers).extend(_of_cell(here, cell))
            elif column == "sides":
                here = [one for one in spoken.mentions if cell.start <= one.start < cell.end and one.party]
                givers += here[:1]
                takers += here[1:3]
        if not givers and not takers:
            first = next((one for one in spoken.mentions if one.party or one.sort == "capital"), None)
            if first is not None:
                lends = first.start < cells[0].end and (first.work in {"lender", "insurer"} or (self._head is None and first.sort == "body" and _MONEYED.match(first.text) is not None))  # fmt: skip
                (givers if lends else takers).append(first)
        return givers, takers

    def _others(
        self, draft: Draft, above: list[Spoken], givers: list[Mention], takers: list[Mention], whole: bool
    ) -> None:
        """Whom the rows leave out: the one named above the table, or in its title."""
        if self._titled is None:
            self._titled = [one for one in self.story.titled if one.party or one.sort == "capital"]  # fmt: skip
        if not givers and not (whole and "giver" in self._columns):
            giver = self._giver(above, takers[0] if takers else None)
            if giver is not None:
                where, one = giver
                draft.parties.append(PartyWords(one, "provider", where + one.start, where + one.end, "party:table"))
            else:
                mine = {one.country for one in takers if one.sort != "body"}
                able = [one for one in self._titled if one.work in {"lender", "insurer"}] + [one for one in self._titled if one.sort == "body"] + [one for one in self._titled if one.country not in mine]  # fmt: skip
                draft.parties += [PartyWords(one, "provider", draft.paper.start, draft.paper.end, "party:title") for one in able[:1]]  # fmt: skip
        if not takers:
            taken = {one.mention.country for one in draft.parties if one.mention.sort != "body"} | {one.mention.text for one in draft.parties}  # fmt: skip
            able = [one for one in reversed(self._titled) if one.country not in taken and one.text not in taken]
            able.sort(key=lambda one: _FUND.search(one.text) is None)
            draft.parties += [PartyWords(one, "receiver", draft.paper.start, draft.paper.end, "party:title") for one in able[:1]]  # fmt: skip

    def _paper(self, spoken: Spoken, above: list[Spoken], money: Hit) -> Words:
        """The paper that a row names, else the one that its table does."""
        base = spoken.sentence.start
        own = _papers(spoken.clauses)
        sure = next((one for one in own if one.name in _OWN), None)
        if sure is not None:
            return Words(sure.name, base + sure.start, base + sure.end, "paper:row")
        named = self._listed(spoken)
        if named:
            return Words(named, base + money.start, base + money.end, "paper:title")
        for one in reversed(above):
            papers = _papers(one.clauses)
            if papers:
                return Words(papers[0].name, one.sentence.start + papers[0].start, one.sentence.start + papers[0].end, "paper:table")  # fmt: skip
        if own:
            return Words(own[0].name, base + own[0].start, base + own[0].end, "paper:row")
        return Words("pledge", base + money.start, base + money.end, "paper:table")

    def _listed(self, spoken: Spoken) -> str:
        """The class of paper that the head or the title of a table names, or its columns and the row by other words."""
        if self._head is not None:
            papers = _papers(self._head.clauses)
            if papers:
                return papers[0].name
        title = self.story.page.title
        bare = title
        for one in self.story.names.read(title):
            bare = bare[: one.start] + " " * (one.end - one.start) + bare[one.end :]
        told = self.story.lexicon.papers.search(bare)
        if told is not None and told.lastgroup in SPECIFIC:
            return told.lastgroup or ""
        for words in (self._head.sentence.text if self._head is not None else "", title, spoken.sentence.text):
            for name, pattern in _HEAD_PAPERS:
                if pattern.search(words):
                    return name
        return ""

    def _event(self, spoken: Spoken, above: list[Spoken], start: int, end: int) -> tuple[Happened, int]:
        lexicon: Lexicon = self.story.lexicon
        for clause in reversed(spoken.clauses):
            own = happened(clause, spoken.bare, lexicon)
            if own is not None and not own.denied:
                return own, spoken.sentence.start
        if self._head is not None:
            hit = next(
                (hit for clause in self._head.clauses for hit in clause.events if hit.name in _HEAD_STAGES), None
            )
            if hit is not None:
                return Happened(hit.name, _HEAD_STAGES[hit.name], hit.start, hit.end), self._head.sentence.start
        for one in reversed(above):
            for clause in one.clauses:
                told = happened(clause, one.bare, lexicon)
                if told is not None and not told.denied and told.event not in {"plan", "stall", "cancel", "refuse"}:
                    return told, one.sentence.start
        return Happened("approve", STAGE["approve"], start, end), spoken.sentence.start

    def _giver(self, above: list[Spoken], receiver: Mention | None) -> tuple[int, Mention] | None:
        """Who gives what the rows list: a lender or fund named above before any other body, then a state."""
        named = [(one.sentence.start, mention) for one in reversed(above) for mention in one.mentions]
        lenders = [pair for pair in named if pair[1].work in {"lender", "insurer"} or _FUND.search(pair[1].text)]
        bodies = [pair for pair in named if pair[1].sort == "body" and pair[1].type == "state body"]
        states = [pair for pair in named if pair[1].sort in {"government", "country"} and (receiver is None or pair[1].country != receiver.country)]  # fmt: skip
        return next(iter([*lenders, *bodies, *states]), None)


def _papers(clauses: list[Clause]) -> list[Hit]:
    return [one for clause in clauses for one in clause.papers if one.name in SPECIFIC]


def cells_of(text: str) -> list[Cell]:
    """The cells of a row, parted by what its line parts them with."""
    parts = next((one for one in _PARTINGS if one.search(text)), _PARTINGS[0])
    cells, at = [], 0
    for match in [*parts.finditer(text), None]:
        end = match.start() if match is not None else len(text)
        inner = text[at:end]
        start = at + len(inner) - len(inner.lstrip())
        cells.append(Cell(start, max(start, at + len(inner.rstrip())), inner.strip()))
        at = match.end() if match is not None else end
    return cells


def _of_cell(here: list[Mention], cell: Cell) -> list[Mention]:
    """Whom a cell names: everybody in a list; of "Japan (JICA)" the body, of "Japan (through UNDP)" the state."""
    if len(here) < 2 or _AND.search(cell.text):
        return here[:3]
    inner = here[0].sort != "body" and here[1].sort == "body" and not _THROUGH.search(cell.text)
    return here[1:2] if inner else here[:1]


def _column(head: str) -> str:
    return next((name for name, pattern in _COLUMNS if len(head) < 50 and pattern.match(head)), "")


_PARTINGS: Final = (
    re.compile(r"\|"),
    re.compile(r"\t"),
    re.compile(r"\s/\s"),
    re.compile(r"\s[–—-]\s"),
    re.compile(r"\s{3,}"),
)
