"""Movement in political talks that a text sets beside the money: the issue, and how it moved, from -2 to 2."""
# ruff: noqa: E501 - patterns and tables read better on one line

from __future__ import annotations

import re
from typing import Final

from warifu.proposals.proposal import Kind
from warifu.proposals.reader.expectations import Found
from warifu.proposals.reader.story import Story

ISSUES: Final[tuple[tuple[str, re.Pattern[str]], ...]] = (
    ("joint economic activity", re.compile(r"joint economic activit\w+|совместн\w+ (?:хозяйственн|экономическ)\w+ деятельност\w+|共同経済活動", re.I)),
    ("peace treaty", re.compile(r"peace treaty|мирн\w+ (?:договор|трактат)\w*|平和条約|和平条约|평화조약|Friedensvertrag", re.I)),
    ("sovereignty over the islands", re.compile(r"sovereignty|\b(?:disputed )?(?:isles|islands)\b(?! of)|territorial (?:issue|dispute|question)|Northern Territories|Kurils?|остров\w*(?= )|территориальн\w+ (?:вопрос|спор)\w*|Курил\w*|帰属|北方領土|北方四島|島の問題|領土問題|领土", re.I)),
    ("denuclearisation", re.compile(r"denucleari[sz]ation|денуклеаризац\w+|非核化|비핵화", re.I)),
    ("inter-Korean relations", re.compile(r"inter-Korean|межкорейск\w+|南北関係|남북", re.I)),
    ("defence treaty", re.compile(r"defen[cs]e treaty|security (?:treaty|pact|agreement)|防衛条約|安全保障条約", re.I)),
    ("nuclear programme", re.compile(r"nuclear (?:deal|talks|programme)|JCPOA|ядерн\w+ (?:сделк|программ)\w+|核合意", re.I)),
    ("Taiwan", re.compile(r"\bTaiwan\b|Тайван\w+|台湾|대만")),
    ("border", re.compile(r"border (?:talks|dispute|demarcation)|пограничн\w+ (?:спор|вопрос)\w*|делимитац\w+|демаркац\w+|国境(?:画定|問題)|边界", re.I)),
    ("ceasefire", re.compile(r"cease-?fire|peace talks|перемири\w+|停戦|和平交渉|휴전", re.I)),
    ("abductions", re.compile(r"abduct(?:ion|ee)s?\b|похищенн\w+ японц\w+|拉致", re.I)),
    ("normalisation of relations", re.compile(r"normali[sz](?:ation|ing|e) (?:of |the )?(?:ties|relations)|diplomatic (?:ties|relations)|нормализац\w+|дипломатическ\w+ отношени\w+|国交|関係正常化|建交|关系正常化|관계 정상화", re.I)),
    ("sanctions", re.compile(r"(?:eas|lift|remov|reliev)\w* (?:of )?(?:the )?sanctions|sanctions relief|снят\w+ санкци\w+|смягчени\w+ санкци\w+|制裁(?:の)?(?:解除|緩和)|제재 (?:해제|완화)", re.I)),
    ("prisoners", re.compile(r"prisoner (?:swap|exchange)|hostages?|detained (?:citizen|national)s?|обмен\w* (?:пленн|заключ[её]нн)\w+|заложник\w+|捕虜|人質|拘束された", re.I)),
    ("Nagorno-Karabakh", re.compile(r"Karabakh|Карабах\w*|カラバフ", re.I)),
    ("Kosovo", re.compile(r"Kosovo|Косов\w+|コソボ", re.I)),
    ("South China Sea", re.compile(r"South China Sea|Южно-Китайск\w+ мор\w+|南シナ海|南海", re.I)),
    ("Senkaku islands", re.compile(r"Senkaku|Diaoyu|Сэнкаку|尖閣|钓鱼岛")),
    ("Kashmir", re.compile(r"Kashmir|Кашмир\w*|カシミール", re.I)),
    ("Western Sahara", re.compile(r"Western Sahara|Западн\w+ Сахар\w+|西サハラ|Sahara occidental", re.I)),
    ("military base", re.compile(r"(?:military|naval|air) bases?|военн\w+ баз\w+|軍事基地|海軍基地|軍基地|军事基地", re.I)),
    ("accession to the Union", re.compile(r"EU (?:membership|accession)|accession (?:talks|to the)|вступлени\w+ в (?:ЕС|Евросоюз|НАТО)|ＥＵ加盟|EU加盟", re.I)),
    ("grain corridor", re.compile(r"grain (?:deal|corridor|initiative)|зернов\w+ сделк\w+|穀物合意|穀物輸出合意", re.I)),
    ("Palestinian state", re.compile(r"two-state|Palestinian state|палестинск\w+ государств\w+|パレスチナ国家|二国家", re.I)),
    ("human rights", re.compile(r"human rights|прав\w* человека|人権|人权|인권", re.I)),
    ("tariffs", re.compile(r"tariff (?:talks|negotiations)|пошлинам|関税(?:交渉|協議)|关税谈判|관세 협상", re.I)),
    ("fishing rights", re.compile(r"fish(?:ing|eries) (?:talks|rights|dispute)|漁業交渉|安全操業|рыболовн\w+ квот\w+", re.I)),
    ("visa-free travel", re.compile(r"visa-free (?:travel|visits|exchange)|безвизов\w+|ビザなし|免签|무비자", re.I)),
    ("migration", re.compile(r"readmission agreement|реадмисси\w+", re.I)),
)  # fmt: skip

MOVES: Final[tuple[tuple[int, re.Pattern[str]], ...]] = (
    (-2, re.compile(r"not (?:intend to )?continue|break(?:s|ing)? off|broke off|ended? (?:the )?talks|withdr[ae]w\w* from|не намерен\w* продолжать|прекра\w+|выходит из|пересмотр\w*|継続しない|打ち切|撤退|中断|断绝|중단", re.I)),
    (2, re.compile(r"(?:treaty|agreement|statement)\W+(?:was|were) signed|agreed on a (?:new )?basis|подписан\w* (?:мирн|договор)|共同宣言を基礎|加速させ(?:ること)?(?:で|に)合意|署名した平和", re.I)),
    (0, re.compile(r"no progress|without (?:progress|movement|result)|not (?:touch|discuss|mention|move|come up)|no breakthrough|made no|stood without|did not (?:touch|discuss|mention)|не произошло|без (?:прорыв|прогресс|движени|продвижени)\w*|не случилось|не удалось|остались там же|прогресса не|進展(?:は|が)?(?:なかった|なく|せず|ない)|打開(?:は|が)?な|平行線|同じ場所|没有进展|진전.{0,6}없", re.I)),
    (-1, re.compile(r"stalled|set ?back|suspend\w*|not right|postpone\w*|cooled|harden\w*|overshadow\w*|осложн\w+|приостанов\w+|отлож\w+|停滞|難航|後退|厳しい|冷え込|교착", re.I)),
    (1, re.compile(r"agreed to|open(?:ed)? consultations|progress|step|moved|conclude consultations|set a date|resum\w+|speed up|accelerat\w+|договорил\w+|ускор\w+|возобнов\w+|продвину\w+|шаг\w*|начать|合意|開始|前進|加速|再開|進める|重启|推进|재개|합의", re.I)),
)  # fmt: skip

_TALKED: Final = re.compile(
    r"\b(?:talk(?:s|ed)?|discuss\w*|raised|rais(?:es|ing)|touch(?:ed|es) on|spoke (?:about|of)|negotiat\w+)\b|обсуди\w+|обсужда\w+|переговор\w+|затрон\w+|подня(?:л|ли) вопрос|協議|会談|議論|言及|取り上げ|交渉|讨论|谈及|논의|협의",
    re.I,
)


def read(story: Story) -> list[Found]:
    """One talk an issue: how its last telling in the text says that it moved."""
    last: dict[str, Found] = {}
    previous_issue: tuple[str, re.Match[str]] | None = None
    for spoken in story.spoken:
        text, base = spoken.sentence.text, spoken.sentence.start
        for issue, pattern in ISSUES:
            match = pattern.search(text)
            if match is None:
                continue
            move = _move(text, match)
            if move is None:
                continue
            value, start, end = move
            fields = {
                "issue": (issue, base + match.start(), base + match.end(), "talk:issue"),
                "movement": (str(value), base + start, base + end, "talk:movement"),
            }
            last[issue] = (Kind.TALK, fields, [], spoken.sentence.start, spoken.sentence.end)
            previous_issue = issue, match
    del previous_issue
    return [last[issue] for issue, _ in ISSUES if issue in last]


def _move(text: str, issue: re.Match[str]) -> tuple[int, int, int] | None:
    pieces = [(match.start(), match.end()) for match in re.finditer(r"[^,;，、。:]+(?:[,;，、。:]|$)", text)] or [
        (0, len(text))
    ]
    mine = next((number for number, (start, end) in enumerate(pieces) if start <= issue.start() < end), 0)
    talked = _TALKED.search(text)
    for window in ((mine, mine + 1), (mine, mine + 2), (max(0, mine - 1), mine + 2), (0, len(pieces))):
        start, end = pieces[window[0]][0], pieces[min(window[1], len(pieces)) - 1][1]
        for value, pattern in MOVES:
            match = pattern.search(text, start, end)
            if match is not None:
                return value, match.start(), match.end()
    return None if talked is None else (0, talked.start(), talked.end())
