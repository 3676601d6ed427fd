"""Who is put in charge: a verb of charge with a person, an office or a body."""
# ruff: noqa: E501 - patterns and tables read better on one line

from __future__ import annotations

import re
from typing import Final

from warifu.proposals.proposal import Kind
from warifu.proposals.reader.expectations import Found
from warifu.proposals.reader.mentions import Mention
from warifu.proposals.reader.story import Story

_CHARGE: Final[dict[str, re.Pattern[str]]] = {
    "en": re.compile(r"\b(?:will |is to |would )?(?:oversee[s]?|overseeing|supervis(?:e[sd]?|ing)|co-?ordinat(?:e[sd]?|ing|or)|in charge of|responsible for|appointed|named as|put in charge|entrusted|task(?:ed)? with|chaired by|chairs?|heads?\b(?= the)|manages?|led by|special representative|special envoy)\b|\bministerial post for\b|\bminister for (?:economic )?co-?operation", re.I),
    "ru": re.compile(r"\bкоординир\w+|\bкоординаци\w+|\bответственн\w+ за|\bвозложен\w* на|\bназначен\w*|\bкурир\w+|\bвозглав\w+|\bспециальн\w+ представител\w+|\bконтроль за\b|\bотвечает за|\bпоручен\w*|\bминистр\w* (?:по|особый по)", re.I),
    "ja": re.compile(r"担当(?:相|大臣)|兼務|特別代表|統括|所管|責任者|議長を務め|取りまとめ|担当する|任命"),
    "zh": re.compile(r"负责|牵头|任命|主管|协调工作"), "ko": re.compile(r"총괄|담당|임명|책임자|주관"), "de": re.compile(r"\bzuständig\b|\bkoordinier\w+|\bverantwortlich\b|\bleitet\b|\bbeauftragt\w*", re.I),
    "fr": re.compile(r"\bchargée? de\b|\bresponsable de\b|\bcoordonn\w+|\bpilot\w+|\bnommée?\b", re.I), "es": re.compile(r"\bencargad[oa] de\b|\bresponsable de\b|\bcoordin\w+|\bsupervis\w+|\bnombrad[oa]\b", re.I), "ar": re.compile(r"مسؤول|تنسيق|يشرف|تشرف|عيّن|كلف"),
}  # fmt: skip
_OFFICE_EN: Final = re.compile(r"(?:(?:[A-Z][\w'-]+|deputy|trade|finance|foreign|economy|commerce|development|energy|industry|prime|chief|special) )*(?:[Mm]inister|[Ss]ecretary|[Rr]epresentative|[Ee]nvoy|[Pp]resident|[Dd]irector|[Cc]hairman|[Cc]ommissioner|[Cc]oordinator)(?: (?:for|of) (?:[A-Z][\w-]+(?:,? (?:and |the |of )?)?)+)?|\bministerial post for [\w -]+?(?=,)")  # fmt: skip
_OFFICE_RU: Final = re.compile(r"(?:заместител\w+ |перв\w+ |вице-|специальн\w+ )*(?:министр\w*|премьер\w*|представител\w+|президент\w*|директор\w*)(?: [А-Яа-яё-]+(?:ого|ой|ых|их|ам|ия|ий|ии|ов|ва|ти|ей|ю|и|у|ам)){0,9}", re.I)  # fmt: skip
_OFFICE_JA: Final = re.compile(r"[一-龥ァ-ヴー・]{2,24}(?:担当相|担当大臣|大臣|特別代表|長官|次官|局長|代表|総裁)")
_DENIED: Final = re.compile(r"\bnot\s$|не\s$", re.I)


def read(story: Story) -> list[Found]:
    """One mandate a person or body that a sentence puts in charge."""
    pattern = _CHARGE.get(story.language)
    if pattern is None or not story.countries:
        return []
    found: list[Found] = []
    seen: set[str] = set()
    for spoken in story.spoken:
        match = pattern.search(spoken.bare) or (
            pattern.search(spoken.sentence.text) if story.language in {"ja", "ru", "en"} else None
        )
        if match is None or spoken.sentence.row:
            continue
        text, base = spoken.sentence.text, spoken.sentence.start
        persons = [one for one in spoken.mentions if one.sort == "person"]
        bodies = [
            one
            for one in spoken.mentions
            if one.sort == "body" and one.work not in {"firm"} and one.type == "state body"
        ]
        near = min(persons, key=lambda one: (abs(one.start - match.start()), one.start), default=None)
        body = min(bodies, key=lambda one: (abs(one.start - match.start()), one.start), default=None)
        if near is None and body is None:
            continue
        office = _office(story.language, text, near, match)
        fields: dict[str, tuple[str, int, int, str]] = {}
        if near is not None:
            fields["person"] = (near.text, base + near.start, base + near.end, "mandate:person")
        if office is not None:
            fields["office"] = (office[0], base + office[1], base + office[2], "mandate:office")
        if near is None and body is not None:
            fields["body"] = (body.text, base + body.start, base + body.end, "mandate:body")
        around = [one for one in spoken.mentions if one.country]
        anchor = near or body
        if around and anchor is not None:
            country = min(around, key=lambda one: (abs(one.start - anchor.start), one.start))
            fields["country"] = (country.country, base + country.start, base + country.end, "mandate:country")
        end = re.search(r"[,.;。、]", text[match.end() :])
        stop = match.end() + (end.start() if end else len(text) - match.end())
        charge = (match.start(), max(stop, match.end()))
        fields["charge"] = (text[charge[0] : charge[1]], base + charge[0], base + charge[1], "mandate:charge")
        key = (near or body).text if (near or body) is not None else ""  # type: ignore[union-attr]
        if key in seen or "country" not in fields:
            continue
        seen.add(key)
        found.append((Kind.MANDATE, fields, [], spoken.sentence.start, spoken.sentence.end))
    return found


def _office(language: str, text: str, near: Mention | None, match: re.Match[str]) -> tuple[str, int, int] | None:
    pattern = {"ru": _OFFICE_RU, "ja": _OFFICE_JA}.get(language, _OFFICE_EN)
    hits = [(hit[0].strip(), hit.start(), hit.start() + len(hit[0].rstrip())) for hit in pattern.finditer(text)]
    if not hits:
        return None
    anchor = near.start if near is not None else match.start()
    return min(hits, key=lambda hit: (abs(hit[1] - anchor), hit[1]))
