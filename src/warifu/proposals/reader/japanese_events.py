"""Which of the events of a Japanese clause governs it, told from what follows each verb.

The last verb that ends its clause governs. A verb that stands right before a noun ("署名した覚書") does not, and a verb of
telling ("と発表した", "ことを明らかにした") yields to what it tells: a past as having happened, a plain form as promised or
planned. What ends in "予定", "方針", "見通し" is planned; a form in "ない" or "ず" denies.
"""
# ruff: noqa: E501 - patterns and tables read better on one line

from __future__ import annotations

import re
from typing import Final

from warifu.proposals.reader.clauses import STAGE, Clause, Happened, Hit

FINITE, QUOTED, ADNOMINAL, NOUN = "finite", "quoted", "adnominal", "noun"

_TAIL: Final = re.compile(r"(?:を(?:行|実施)|が(?:行わ|実施))?(?:て|で)?(?:し|さ|せ|れ|られ|す|する|した|しま|ま|され|て|で|いる|いた|おり|おら|い|た|だ|る|ん|わ|っ|済み?|ず|ない|なかっ|なく|ません|でした|ました|ます|ある|あり|です|たい|った|っ|み|り|き|け|め|え|べ|む|う|く|ぶ|つ|ぐ)*")  # fmt: skip
_VERBAL: Final = re.compile(r"[済しすさせれるたいうくむぶつぐだでりきみけめえまんずな]")
_ENDS: Final = re.compile(r"^(?:[。、」』)）!?\s]|に(?=[\s。]|$)|$|が、|ものの|ため|ほか|一方|うえ|上で|けれど|ので|から[、。]|とともに|ばかり|ところ|のに対し|模様|とみられ|そうだ|ようだ|という|とい[うっ]|と(?:した|して|する|さ|み|の見|伝)|も?のとみられ|段階|と同時)")  # fmt: skip
_QUOTED: Final = re.compile(r"^(?:と|こと(?:で|を|が|に|と|など|も|は|や|、)|旨|よう(?:に|求|要)|との|のを|のが|のは|案(?:を|が|で)|方向|方針|考え|意向|計画|予定|見通し|見込み|構え|方向で)")  # fmt: skip
_MODIFIES: Final = re.compile(r"[るただいうくむぶつぐ]$|ない$|の$")
_NEXT_NOUN: Final = re.compile(r"^[一-龥ァ-ヴA-Za-z0-9█「『〇]")
_DENIED: Final = re.compile(r"(?:ない|なかっ|なく|ず|ません|ぬ)$|(?:ない|なかっ|ず|ません)(?=で|た|、|。|$)")
_DENIED_AFTER: Final = re.compile(r"(?:に|は|が|を|も|には|にも|では|とは|まで|の|へ|さえ){0,2}(?:至ら|至って(?:いない|おらず|いません)|達して(?:いない|おらず)|して(?:いない|おらず|いません)|されて(?:いない|おらず)|決まって(?:いない|おらず|いません)|でき(?:ない|ず|て(?:いない|おらず))|行われ(?:ない|なかっ|ず)|なかった|ない|ありません|せず|されず|未定|否定|見送|当たらない|含まれ(?:ない|ず)|示さ(?:ない|なかっ|ず)|応じ(?:ない|なかっ|ず))")  # fmt: skip
_PAST: Final = re.compile(r"済|(?:た|だ|ました|でした|でいる|でおり|でいます|でい|ている|ており|てい|ています|てある)$")
_PLAIN: Final = re.compile(r"(?:する|します|される|されます|る|ます|う|く|む|ぶ|つ|す)$")
_GOES_ON: Final = re.compile(r"[しりみきえけめせれ]$")
_FINAL: Final = re.compile(
    r"(?:(?P<plain>する|される|します|[えけげせてねべめれ]る|う|く)|した|しました|った|いた|んだ|ている|ています|れた)(?:と(?:発表|明らか|表明|述べ|説明)|こと[をで](?:決|表明|発表|明|約|合)|方針を|計画を|。|$)"
)
_LIGHT: Final = re.compile(
    r"(?:に|が|は|を|も|には|の\S{0,6}[がを]|(?:及び|や|・|、)[^。]{0,24}?を)(?:\S{0,8})?(?:達|至|行|あ[っりる]|出|続|進|入|得|受|な[いかくさ]|重ね|示|な[っる]|応|寄せ|立|急|決|求|見|歓迎|祝|評価|始|終|よ[りっる]|努|及|強)"
)
_BEGINS: Final = re.compile(r"(?:本格的に|引き続き)?(?:入|始|続|進|急|重ね|行|開始|着手)")
_NONE_OF: Final = re.compile(r".{1,6}は(?:まだ|一?つも)?(?:ない|なく|なかった|ゼロ)")
_TELLS: Final = re.compile(
    r"発表|明らかに|表明|公表|打ち出|発言|説明|述べ|宣言|確認|合意|決め|決定|了承|約束|申し出|発|밝|一致|示され|決断|認め|謝意|表し|告知|通告|通知|明かし|請け合"
)
_CEREMONY: Final = re.compile(r"式$")
_OF_WHAT: Final = re.compile(
    r"(?:の)?(?:手続き?|作業|式)?[をがはもに、]?(?:正式に|本格的に|再び|新たに|ようやく|引き続き|近く|全て|すべて|ほぼ|既に|先月|昨年|今月|█)?"
)
_TOWARDS: Final = re.compile(r"へ(?=[\s。」]|$)")
_HALTS: Final = frozenset({"stall", "cancel", "refuse"})
_INTO: Final = re.compile(r"に|のまま|のうちに|で")
_WISH: Final = re.compile(r"たい$|たい(?=と|考|意)|[おこそとのほもよろ]う$")
_PARTLY: Final = re.compile(
    r"一部|半分|3分の|[\d█一二三四五六七八九]割|これまでに|うち█|このうち|(?:機|隻|両|台|基|カ所|校|件)のうち"
)
_FINISHED: Final = re.compile(r"終|済|完了|完遂")
_FACTS: Final = frozenset({"sign", "order", "force", "finish", "work"})
_NEED_A_VERB: Final = frozenset({"give", "buy", "invest", "draw", "work", "finish"})
_GIVES: Final = frozenset({"give", "buy", "invest", "draw"})


def governing(clause: Clause, bare: str) -> Happened | None:
    """What a Japanese clause says happened."""
    read = [(hit, *form(bare, hit, clause.end)) for hit in clause.events]
    verbs = [one for one in read if one[1] != NOUN or one[0].name not in _NEED_A_VERB]
    if not verbs and all(hit.name in _GIVES for hit, _, _ in read):
        return None
    read = verbs or read
    if not any(how in {FINITE, QUOTED} for _, how, _ in read) and not any(
        _acts(bare, hit, words, clause.end) or _TOWARDS.match(bare, hit.start + len(words)) for hit, _, words in read
    ):
        return None
    finite = [
        at
        for at, (hit, how, words) in enumerate(read)
        if how == FINITE
        or (
            hit.name == "plan" and how == NOUN and _BEGINS.match(bare, hit.start + len(words)) and words[-1] in "にをが"
        )
    ]
    quoted = [at for at, (_, how, _) in enumerate(read) if how == QUOTED]
    nouns = [at for at, (_, how, _) in enumerate(read) if how == NOUN]
    at = (finite or quoted or nouns or [len(read) - 1])[-1]
    hit, how, tail = read[at]
    inner = next((number for number in reversed(range(at)) if read[number][1] == QUOTED and hit.start - read[number][0].end < 40), None)  # fmt: skip
    if how == NOUN and _TOWARDS.match(bare, hit.start + len(tail)):
        planned = hit.name in _FACTS
        return (
            Happened(
                "plan" if planned else "pledge", "proposed" if planned else "announced", hit.start, hit.end, False, True
            )
            if hit.name in _FACTS | _GIVES
            else Happened(hit.name, STAGE[hit.name], hit.start, hit.end)
        )
    whole = _phase_of(bare, read[at - 1] if at else None, hit)
    if whole is not None:
        return whole
    refused = _refused(bare, hit, tail, clause.end)
    if inner is not None and not refused and hit.name in {"pledge", "approve", "plan"} and _TELLS.search(bare[hit.start : hit.end]):  # fmt: skip
        told, _, words = read[inner]
        return _told(bare, told, words, hit, clause.end)
    halted = next((one for one, _, _ in reversed(read[:at]) if one.name in {"stall", "cancel", "refuse"} and hit.start - one.end < 12), None)  # fmt: skip
    if hit.name == "pledge" and halted is not None and _TELLS.search(bare[hit.start : hit.end]):
        return Happened(halted.name, STAGE[halted.name], halted.start, halted.end)
    aside = how == ADNOMINAL
    return _in_time(bare, hit, tail, refused, aside)


def _phase_of(bare: str, before: tuple[Hit, str, str] | None, hit: Hit) -> Happened | None:
    """What "finished", "began" or "goes on" is said of, where that is itself an event: "署名を終えた", "協議が続く"."""
    if before is None or hit.name not in {"finish", "work"}:
        return None
    what, how, words = before
    if what.name in _HALTS and hit.name == "finish" and _INTO.fullmatch(bare, what.start + len(words), hit.start):
        return Happened(what.name, STAGE[what.name], what.start, what.end)
    compound = what.start + len(words) == hit.start
    if (how == ADNOMINAL and not compound) or _OF_WHAT.fullmatch(bare, what.start + len(words), hit.start) is None:
        return None
    done = hit.name == "finish" and _FINISHED.search(bare, hit.start, hit.end) is not None
    if what.name == "plan" or (
        done and what.name in _FACTS | _GIVES | {"approve"} and what.name not in {"finish", "work"}
    ):
        return Happened(what.name, STAGE[what.name], what.start, what.end)
    return None


def _acts(bare: str, hit: Hit, words: str, end: int) -> bool:
    """Whether a noun is what a light verb does ("合意に達した", "書簡の交換が行われた") rather than part of a name."""
    return _LIGHT.match(bare, hit.start + len(words), end) is not None or _VERBAL.match(bare, hit.end) is not None


def form(bare: str, hit: Hit, end: int) -> tuple[str, str]:
    """The form of the word at a hit, and the verb's own words to their end."""
    tail = _TAIL.match(bare, hit.end)
    stop = tail.end() if tail is not None else hit.end
    words = bare[hit.start : stop]
    verbal = stop > hit.end and _VERBAL.search(bare, hit.end, stop) is not None
    verbal = verbal or re.search(r"(?:った|[したるいむみりきれえめっんずだ])$", bare[hit.start : hit.end]) is not None
    rest = bare[stop:] if stop >= end else bare[stop:end]
    if re.search(r"(?:中|済み?|案件)$", words):
        return FINITE, words
    if _ENDS.match(rest) and (verbal or hit.name in {"plan", "pledge", "approve", "work", "stall", "cancel", "finish", "sign"}):  # fmt: skip
        return FINITE, words
    if _CEREMONY.search(bare, hit.start, hit.end):
        return FINITE, words
    if verbal and _QUOTED.match(rest):
        return QUOTED, words
    if verbal and _NEXT_NOUN.match(rest) and _MODIFIES.search(words):
        return ADNOMINAL, words
    return (FINITE, words) if verbal else (NOUN, words)


def _told(bare: str, told: Hit, words: str, teller: Hit, end: int) -> Happened:
    """What a verb of telling tells: the past as it is, a plain form as promised or planned."""
    refused = _DENIED.search(words) is not None
    name = told.name
    past = _PAST.search(words) is not None
    if past or name in {"plan", "stall", "cancel", "refuse", "pledge", "approve"}:
        return Happened(name, STAGE[name], told.start, told.end, refused)
    if name in _FACTS:
        return Happened("plan", "proposed", told.start, told.end, refused, True)
    return Happened("pledge", "announced", told.start, teller.end, refused, True)


def _in_time(bare: str, hit: Hit, words: str, refused: bool, aside: bool) -> Happened:
    """The event as its tense turns it: what is not yet done is planned or promised."""
    name = hit.name
    plain = _PLAIN.search(words) is not None and not _PAST.search(words)
    if name == "sign" and (words.endswith("れ") or bare.startswith("一方", hit.start + len(words))):
        plain = False
    if _WISH.search(words) and name in _FACTS | _GIVES:
        return Happened("plan", "proposed", hit.start, hit.end, refused, True)
    if plain and name in {"sign", "order"} and not aside and not bare.rstrip().endswith(("。", "」", "）", ")")):
        return Happened(name, STAGE[name], hit.start, hit.end, refused)
    if _GOES_ON.search(words):  # "…し、" takes the tense of the verb that ends the sentence
        ends = _FINAL.search(bare, hit.start + len(words))
        plain = ends is not None and ends["plain"] is not None
    if plain and not aside and name in {"sign", "order", "force", "finish"}:
        return Happened("plan", "proposed", hit.start, hit.end, refused, True)
    if plain and not aside and name in _GIVES:
        return Happened("pledge", "announced", hit.start, hit.end, refused, True)
    if not refused and name in {"draw", "finish"} and _PARTLY.search(bare, max(0, hit.start - 40), hit.start):
        return Happened("work", STAGE["work"], hit.start, hit.end, aside=aside)
    if refused and name in {"pledge", "plan"}:
        return Happened(name, "proposed", hit.start, hit.end, refused, aside=aside)
    stage = "stalled" if refused and name in _FACTS | _GIVES | {"approve"} else STAGE[name]
    return Happened(name, stage, hit.start, hit.end, refused, aside=aside)


def _refused(bare: str, hit: Hit, words: str, end: int) -> bool:
    tail = words[hit.end - hit.start :]
    if _DENIED.search(tail) or _NONE_OF.match(bare, hit.start + len(words), end):
        return True
    return _DENIED_AFTER.match(bare, hit.start + len(words), end) is not None
