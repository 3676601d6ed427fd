"""Which paper or way of value the event of a clause is about."""
# ruff: noqa: E501 - patterns and tables read better on one line

from __future__ import annotations

import re
from typing import Final

from warifu.proposals.reader import cues, english_papers, japanese_papers
from warifu.proposals.reader.clauses import Clause, Happened, Hit
from warifu.proposals.reader.lexicon import Lexicon
from warifu.proposals.reader.lexicon.english import ENGLISH
from warifu.proposals.reader.lexicon.japanese import JAPANESE
from warifu.proposals.reader.money import Amount
from warifu.proposals.reader.words import SPECIFIC, WEAK

_PURPOSE: Final = re.compile(r"\b(?:to|for|help(?:ing)?|towards?)\s(?:the\s)?(?:\w+ly\s)?$")
_GOODS: Final = re.compile(
    r"\b(?:for|of|to (?:supply|deliver|sell|provide|buy|export))\s(?:(?:up to|about|some|at least|over|nearly|around|an?|the|its|more|new|additional|\d[\d,.]*|two|three|four|five|six|eight|ten|twelve|twenty|dozens? of)\s){0,3}(?:[\w█-]+\s){0,4}?(?:fighters?|jets?|tanks?|howitzers?|missiles?|aircraft|planes?|airliners?|helicopters?|drones?|submarines?|frigates?|corvettes?|warships?|(?:patrol |coast ?guard )?(?:vessels?|boats?|ships?)|tankers?|locomotives?|trains?|railcars?|carriages?|wagons?|buses|trams|trucks|tractors?|vehicles|rifles|ammunition|shells|radars?|vaccines?|doses|liquefied natural gas|LNG|crude|natural gas|gas|oil|coal|wheat|grain|corn|maize|soy ?beans?|rice|sugar|fertili[sz]er|potash|uranium|fuel|steel|copper|electricity|turbines?|satellites?)\b",
    re.I,
)  # fmt: skip
_GOODS_RU: Final = re.compile(
    r"\b(?:самол[её]т|вертол[её]т|истребител|штурмовик|бомбардировщик|авиалайнер|лайнер|борт(?:ов|а)\b|танк|гаубиц|ракет|бронемашин|бронетранспорт[её]р|миномет|миномёт|гранатом[её]т|подводн\w+ лод|подлод|субмарин|фрегат|корвет|сторожевик|тральщик|катер|корабл|сухогруз|паром|балкер|ледокол|локомотив|тепловоз|электровоз|электропоезд|дизель-поезд|поезд|состав(?:ов|а)\b|вагон|автобус|электробус|трамва|троллейбус|грузовик|самосвал|бульдозер|трактор|комбайн|экскаватор|автомобил|внедорожник|машин(?:а|у|ы|е)?\b|автомат(?:а|ов|ы)?\b|винтов(?:ок|к)|боеприпас|снаряд|патрон|радар|беспилотник|дрон|спутник(?:а|ов|и)?\b|вакцин|доз(?:а|ы|у)?\b|лекарств|препарат|газ(?:а|у|ом|е)?\b|нефт(?:ь|и|ью)\b|СПГ\b|СУГ\b|уг(?:оль|ля|лем|лю)\b|пшениц|зерн(?:о|а|ом)\b|кукуруз|ячмен|мук(?:а|и|у)\b|рис(?:а|ом)?\b|сахар|бананов?\b|мяс(?:о|а)\b|говядин|хлоп(?:ок|ка)\b|удобрени|калийн|уран(?:а|у|ом)?\b|урановый|топлив(?:о|а|ом)\b|бензин|дизел|дизтоплив|мазут|керосин|сталь\b|стали\b|рельс|труб(?:ы|у)?\b|мед(?:ь|и)\b|алюмини|глинозем|глинозём|руд(?:а|ы|у)\b|электроэнерги|турбин|генератор|трансформатор|двигател|оборудовани|сельхозтехник|спецтехник|бронетехник|вооружени|зенитн\w+ (?:ракетн\w+ )?(?:комплекс|систем)|комплекс\w* С-)",
    re.I,
)  # fmt: skip
_WORKS_RU: Final = re.compile(
    r"строи(?!тельн\w+ (?:машин|техник))|постро|сооруж|возвед|возвод|завод|станци|провод|реконстр|модерн|ремонт|обслуж|сервис|перекачк|развед|добы|месторожд|транзит|\bпорт(?:а|у|е)?\b|терминал|дорог|бурен|проектир|подряд|эксплуатаци|управлени|хранени|перевалк|перевозк|транспортиров|монтаж|разработк|аренд|лизинг|производств|\bпуск|обучени",
    re.I,
)  # fmt: skip
_CHOSEN: Final = re.compile(
    r"\b(?:chosen|chose|selected|picked|tapped|named|hired|commissioned)\b[^.;]{0,60}\bto (?:build|construct|lead|supply|run|operate|develop|design)\b",
    re.I,
)


def _own(clause: Clause, told: Happened, papers: list[Hit]) -> list[Hit]:
    """The papers that the event can be about: not what money is for ("1 billion to buy gas"), nor the frame it comes under."""
    kept = []
    for one in papers:
        at = one.start - clause.start
        before = clause.text[max(0, at - 24) : at]
        late = one.start > told.end and any(told.end <= sum_.start < one.start for sum_ in clause.amounts)
        if one.name == "purchase" and late and told.event in _GIVING and _PURPOSE.search(before):
            continue
        if one.start < told.start and one.name in _FRAMES and cues.UNDER.search(clause.text[:at]) and len(papers) > 1:
            continue
        kept.append(one)
    return kept


_BUILT: Final = re.compile(
    r"\b(?:build|construct|explor|develop|drill|cooperat|trade|free|pipeline|transit|border|plant|plants|field|fields|terminal|mine|deposit|reserves|invest)\w*\b",
    re.I,
)
_GIVING: Final = frozenset({"pledge", "give", "present", "draw", "approve"})
_FRAMES: Final = frozenset({"mou", "agreement", "framework", "statement", "other"})


_TO_BUILD: Final = re.compile(r"\bto (?:re)?(?:build|construct)\b|\bfor the construction of\b")
_AGREED: Final = re.compile(
    r"(?:have |has |had )?(?:also )?agree(?:d|s)? (?:in \w+ |on \w+ |last \w+ )?(?:to|on|that)\b|agreed\b", re.I
)
_ONLY_TALK: Final = re.compile(
    r"\b(?:continue|hold|meet|discuss|talks?|consult\w*|strengthen|deepen|expand|enhance|promote|speed|step up|work (?:closely|together)|cooperat\w*|co-operat\w*|negotiat\w*|look into|intensify|boost|explore|maintain|keep)\b",
    re.I,
)


_AGREED_RU: Final = re.compile(r"(?:договорил|условил|согласил|сошлись|подтвердил\w* согласие)", re.I)
_ONLY_TALK_RU: Final = re.compile(
    r"\b(?:продолж|обсуд|обсужда|консультац|встреч|укреп|углуб|активизир|нарастить|наращива|развива|расшир|изуч|рассмотр|совместно работать|ускор|интенсифицир)\w*",
    re.I,
)


def _two_states(clause: Clause) -> bool:
    return len({one.country for one in clause.mentions if one.country and one.sort in {"country", "government"}}) > 1


def goods(clause: Clause) -> Hit | None:
    """The goods that a contract or agreement of the clause is for, as a paper: "for 48 fighter jets"."""
    found = _GOODS.search(clause.text)
    if found is not None and _BUILT.search(clause.text) is None:
        return Hit("purchase", clause.start + found.start(), clause.start + found.end())
    found = _GOODS_RU.search(clause.text) if _CYRILLIC.search(clause.text) else None
    if found is None or _WORKS_RU.search(clause.text) or not any(one.name == "contract" for one in clause.papers):
        return None
    return Hit("purchase", clause.start + found.start(), clause.start + found.end())


def paper_of(
    lexicon: Lexicon, clause: Clause, told: Happened, papers: list[Hit], sums: list[tuple[Amount, bool]]
) -> Hit | None:
    """The paper or way of value that the clause's event is about."""
    found = _paper_of(lexicon, clause, told, papers, sums)
    if lexicon is ENGLISH and (found is None or found.name in {"project", "papers"}):
        found = english_papers.unnamed(clause, told) or english_papers.things(clause, told, papers, sums) or found
    return japanese_papers.turned(clause, told, papers, sums, found) if lexicon is JAPANESE else found


def _paper_of(
    lexicon: Lexicon, clause: Clause, told: Happened, papers: list[Hit], sums: list[tuple[Amount, bool]]
) -> Hit | None:
    condition = cues.CONDITION.search(clause.text)
    if condition is not None and condition.start() + clause.start > told.start:
        papers = [one for one in papers if one.start < condition.start() + clause.start]
    papers = _own(clause, told, papers)
    if lexicon is ENGLISH:
        turned = english_papers.turned(clause, told, papers, sums)
        if turned is not None:
            return turned
    names = {one.name for one in papers}
    near = sorted(papers, key=lambda one: (abs(one.start - told.start), one.start))

    def first(name: str) -> Hit:
        return next(one for one in near if one.name == name)

    signing = told.event in {"sign", "force"}
    if told.event == "order" or told.event == "buy":
        if "equity" in names:
            return first("equity")
        if told.event == "order" and "contract" in names:
            return first("contract")
        return first("purchase") if "purchase" in names else Hit("purchase", told.start, told.end)
    if lexicon.verb_last and signing:
        before = [
            one for one in papers if one.end <= told.start and told.start - one.end <= 14 and one.name not in WEAK
        ]
        if before:
            last = before[-1]
            wider = next(
                (
                    one
                    for one in reversed(papers)
                    if one.end <= last.start and last.start - one.end <= 4 and one.name in SPECIFIC
                ),
                None,
            )
            if last.name in {"contract", "agreement", "notes"}:
                return wider or next(
                    (
                        one
                        for one in papers
                        if one.name in {"loan", "equity", "purchase", "grant", "guarantee", "venture", "fund"}
                        and abs(one.start - last.start) < 30
                    ),
                    last,
                )
            return last
    for name in ("mou", "letter"):
        if name in names and abs(first(name).start - told.start) < 90:
            return first(name)
    specific = [
        one for one in near if one.name in {"guarantee", "equity", "venture", "loan", "grant", "fund", "relief"}
    ]
    if told.event == "relieve":
        return next((one for one in near if one.name == "relief"), Hit("relief", told.start, told.end))
    specific = [
        one
        for one in specific
        if one.name != "relief" or "debt " in clause.text[one.start - clause.start : one.end - clause.start].lower()
    ]
    if specific:
        vouched = next((one for one in papers if one.name == "guarantee"), None)
        if vouched is not None and any(one.name == "loan" and 0 < one.start - vouched.end < 70 for one in papers) and _CYRILLIC.search(clause.text):  # fmt: skip
            return vouched
        if "loan" in names and specific[0].name == "fund" and signing:
            return first("loan")
        if specific[0].name == "grant" and "loan" in names and abs(first("loan").start - first("grant").start) < 16:
            return first("loan")
        if specific[0].name == "equity" and "venture" in names:
            return first("venture")
        return specific[0]
    if "purchase" in names and told.event == "plan" and abs(first("purchase").start - told.end) > 44:
        names.discard("purchase")
    moves = {"plan", "pledge", "present", "approve", "work", "finish", "stall", "cancel", "refuse", "draw", "give"}
    built = "contract" in names and re.search(r"\bbuild|\bconstruct|\bпостро|\bстроит|建設", clause.text, re.I)
    if "purchase" in names and (signing or told.event in moves) and not built:
        return first("purchase")
    if _CHOSEN.search(clause.text):
        return first("contract") if "contract" in names else Hit("contract", told.start, told.end)
    for name in ("notes", "framework", "contract", "agreement", "statement"):
        if name in names:
            if name == "contract" and _treaty(clause, first(name)):
                return Hit("agreement", *_span(first(name)))
            sold = (
                goods(clause) if name in {"contract", "agreement"} and not built and told.event != "approve" else None
            )
            if sold is not None:
                return sold
            return first(name)
    if (
        not sums
        and told.event == "cancel"
        and cues.LEAVES.search(clause.text)
        and re.search(
            r"подрядчик|contractor|\b(?:offers?|bids?|requests?|funds?|grants?|aid|talks?|projects?)\b|請負|施工",
            clause.text,
        )
        is None
        and any(one.sort == "body" for one in clause.mentions)
    ):
        return Hit("equity", told.start, told.end)
    if told.event == "pledge" and _built_by_a_firm(clause):
        return Hit("contract", told.start, told.end)
    if told.event in {"work", "finish"} and _built_by_a_firm(clause):
        return Hit("contract", told.start, told.end)
    if sums and told.event == "draw" and _PAID_RU.match(clause.text, told.start - clause.start):
        sold = _goods_ru(clause, told)
        if sold is not None:
            return sold
    if (
        sums
        and told.event
        in {
            "give",
            "present",
            "build",
            "relieve",
            "pledge",
            "approve",
            "invest",
            "draw",
            "plan",
            "stall",
            "cancel",
            "finish",
            "work",
        }
        and not all(cost for _, cost in sums)
    ):
        if told.event == "plan" and not (
            cues.INVESTS.search(clause.text)
            or any(one.party or one.sort == "capital" for one in clause.mentions)
            or re.search(
                r"\b(?:provide|give|lend|finance|fund|pay|предостав\w+|выдел\w+|профинансир\w+)\b|拠出|供与|支援|提供",
                clause.text,
            )
        ):
            return None
        amount = sums[0][0]
        into = next((one for one in clause.mentions if one.start > told.end and _FUND_NAME.search(one.text) and _INTO.search(clause.text[: one.start - clause.start])), None)  # fmt: skip
        if into is not None:
            return Hit("fund", into.start, into.end)
        handed = told.event == "finish" and _HANDED.search(clause.text) is not None
        return Hit("grant" if handed else "pledge", amount.start, amount.end)
    if told.event == "build" and any(one.sort in {"country", "government"} for one in clause.mentions) and len({one.country for one in clause.mentions if one.country}) > 1:  # fmt: skip
        return next((one for one in near if one.name in {"project", "papers"}), Hit("project", told.start, told.end))
    helped = told.event == "plan" and "project" in names and cues.HELPED.search(clause.text) is not None
    if helped and len({one.country for one in clause.mentions if one.country}) > 1:
        return first("project")
    if (
        told.event == "pledge"
        and "project" in names
        and re.search(r"\bto (?:build|construct)\b|\bпостроит\b|建設する", clause.text)
        and any(one.sort == "body" for one in clause.mentions)
    ):
        return Hit("contract", told.start, told.end)
    if told.event in {"work", "finish", "stall", "cancel"} and "project" in names and _built_by_a_firm(clause):
        return Hit("contract", *_span(first("project")))
    for name in ("other", "papers", "project"):
        if name in names and (
            (
                name != "project"
                and told.event
                in {"sign", "work", "finish", "stall", "cancel", "pledge", "build", "present", "give", "approve"}
            )
            or (
                name == "project"
                and told.event in {"work", "finish", "stall", "cancel", "sign", "build", "present", "give", "approve"}
            )
            or (
                name == "project"
                and told.event == "pledge"
                and (cues.BUILDS.search(clause.text) is not None or _two_states(clause))
            )
        ):
            return first(name)
    if (
        "pledge" in names
        and told.event in {"plan", "pledge", "give", "draw", "work", "stall", "cancel", "refuse"}
        and _two_states(clause)
    ):
        return first("pledge")
    if told.event in {"plan", "pledge", "approve", "finish", "work", "draw", "give", "stall", "cancel", "refuse"}:
        sold = _goods_ru(clause, told)
        if sold is not None:
            return sold
    if told.event in {"pledge", "plan"} and _TO_BUILD.search(clause.text) and any(one.sort == "body" and one.work not in {"lender", "ministry"} for one in clause.mentions):  # fmt: skip
        return Hit("contract", told.start, told.end)
    agreed = _AGREED_RU.match(clause.text, told.start - clause.start) if told.event == "pledge" else None
    if agreed is not None and _ONLY_TALK_RU.search(clause.text) is None:
        sides = {one.country for one in clause.mentions if one.country and one.sort in {"country", "government", "capital"}}  # fmt: skip
        if len(sides) > 1:
            return Hit("agreement", told.start, told.end)
    sided = _two_states(clause) or lexicon.sides.search(clause.text) is not None
    if (
        told.event == "pledge"
        and sided
        and _AGREED.match(clause.text, told.start - clause.start)
        and not _ONLY_TALK.search(clause.text)
    ):
        return Hit("agreement", told.start, told.end)
    states = {one.country for one in clause.mentions if one.country and one.sort in {"country", "government", "body"}}
    if told.event in {"pledge", "present", "approve"} and len(states) > 1 and cues.DOES.search(clause.text):
        return Hit("other", told.start, told.end)
    return None


_HANDED: Final = re.compile(r"\bпереда(?:л|н)|\bдостав(?:ил|лен)|引き渡|贈[っらり]|寄贈")
_BUILDING: Final = re.compile(
    r"стро(?:ит|ят|ил)|построил|постро(?:ен|ит)|строящ|достраива|достро|возвод|возв[её]л|возвед|сооруж|сооруд|проклад|пролож|копа(?:ет|ют)|бур(?:ит|ят)|пробурил|тян(?:ет|ут)|монтиру|монтаж|смонтир|реконструир|ремонтир|модернизир|укладыва|уложил|проектиру|спроектир|обслужива|эксплуатиру|расширя(?:ет|ют)|перестр|реставрир|электрифицир|укладк|приступил\w* к (?:работ|строит|монтаж|бурен|проход)|обустраив|\bсда(?:л|ла|ли)\b|建設|施工|工事|\b(?:re)?(?:build|built|construct|dig\b|digg|dug\b|lay\b|laid|laying|pav(?:e|ing)|dredg|refurbish|repair|renovat|overhaul|erect|drill|operat|widen|excavat|tunnel|moderni[sz]|upgrad|electrif|hand(?:ed|s)? over|finish|complet|run\b|ran\b|runs\b)",
    re.I,
)


_FUND_NAME: Final = re.compile(r"\b(?:[Ff]und|[Ff]acility)\b(?! for)")
_INTO: Final = re.compile(r"\b(?:to|into|in|for|towards)\s(?:the\s|its\s|a\s)?(?:new\s|joint\s|same\s)?$")


def _goods_ru(clause: Clause, told: Happened) -> Hit | None:
    """Goods told in Russian with no paper: given by a state to another, else sold."""
    found = _GOODS_RU.search(clause.text)
    if found is None or _WORKS_RU.search(clause.text) or not any(one.party or one.sort == "capital" for one in clause.mentions):  # fmt: skip
        return None
    firm = any(one.sort == "body" and one.type != "state body" for one in clause.mentions)
    if not firm and len({one.country for one in clause.mentions if one.country}) < 2:
        return None
    given = _GIVEN_RU.search(clause.text) is not None and not firm and told.event != "plan"
    return Hit("grant" if given else "purchase", clause.start + found.start(), clause.start + found.end())


_PAID_RU: Final = re.compile(r"рассчит|расплат|заплат|оплат|уплат|плат", re.I)
_GIVEN_RU: Final = re.compile(r"переда(?:л|н|ст|дут|ч)|достав(?:ил|лен)|подар|даром|отправил|вручил|помощ", re.I)


def _treaty(clause: Clause, hit: Hit) -> bool:
    """Whether a Russian "договор" is one of states: two of them are named, and no firm or lender."""
    if clause.text[hit.start - clause.start : hit.end - clause.start].lower()[:7] != "договор":
        return False
    firms = [one for one in clause.mentions if one.sort == "body" and one.type != "state body" and one.work != "ministry"]  # fmt: skip
    return not firms and (_two_states(clause) or _SIDES_RU.search(clause.text) is not None)


_CYRILLIC: Final = re.compile("[а-яё]")
_SIDES_RU: Final = re.compile(r"\b(?:[Сс]торон\w*|президент\w*|премьер\w*|министр\w*|правительств\w*|парламент\w*)\b")


def _built_by_a_firm(clause: Clause) -> bool:
    """Whether works in another country are carried out by a firm: that is its contract."""
    firms = [one for one in clause.mentions if one.sort == "body" and one.work not in {"lender", "insurer", "ministry", "fund"} and one.type != "state body"]  # fmt: skip
    sorts = {"country", "government", "capital", "place", "adjective"}
    abroad = {one.country for one in clause.mentions if one.sort in sorts and one.country}
    return bool(firms) and bool(abroad) and _BUILDING.search(clause.text) is not None


def _span(hit: Hit) -> tuple[int, int]:
    return hit.start, hit.end
