"""The marked format: a folder with `texts/<id>.txt` and `gold.jsonl`, one object a text."""

from __future__ import annotations

from pathlib import Path

import msgspec

from warifu.errors import BadInputError
from warifu.proposals.reader.page import Page
from warifu.terms.problem import Problem, Severity


class GoldParty(msgspec.Struct, frozen=True):
    name: str
    role: str = "signatory"
    country: str | None = None


class GoldAmount(msgspec.Struct, frozen=True):
    value: str
    currency: str
    kind: str = "pledged"
    bound: str | None = None


class GoldStatement(msgspec.Struct, frozen=True):
    """What the text says of one undertaking; `instrument` mixes form and instrument, as trackers do."""

    instrument: str
    stage: str
    parties: tuple[GoldParty, ...] = ()
    amounts: tuple[GoldAmount, ...] = ()
    date: str | None = None
    area: str | None = None
    binding: str | None = None
    count: int | None = None
    programme: str | None = None


class GoldExpectation(msgspec.Struct, frozen=True):
    side: str | None = None
    goal: str | None = None
    target_value: str | None = None
    currency: str | None = None
    speaker: str | None = None


class GoldMandate(msgspec.Struct, frozen=True):
    person: str | None = None
    office: str | None = None
    body: str | None = None
    country: str | None = None
    charge: str | None = None


class GoldTalk(msgspec.Struct, frozen=True):
    issue: str
    movement: int = 0


class Gold(msgspec.Struct, frozen=True):
    """Everything marked in one text, or, in the same format, everything that a reader read in it."""

    id: str
    lang: str = ""
    kind: str = ""
    copy_group: str | None = None
    statements: tuple[GoldStatement, ...] = ()
    expectations: tuple[GoldExpectation, ...] = ()
    mandates: tuple[GoldMandate, ...] = ()
    linked_talks: tuple[GoldTalk, ...] = ()


class GoldText(msgspec.Struct, frozen=True):
    """A marked text: the object and the page it was made from."""

    gold: Gold
    title: str
    published: str | None
    body: str

    @property
    def page(self) -> Page:
        return Page(self.gold.id, self.body, self.title, self.published, self.gold.lang or None)


_GOLD = msgspec.json.Decoder(Gold, strict=False)


def load(folder: Path) -> list[GoldText]:
    """Read a marked folder, in the order of the ids.

    Raises:
        BadInputError: A file is missing, or a line is not in the format; the problem names it.
    """
    path = folder / "gold.jsonl"
    problems: list[Problem] = []
    found: list[GoldText] = []
    if not path.is_file():
        message = "no such file. A marked folder holds texts/<id>.txt and gold.jsonl (docs/evaluation.md)"
        raise BadInputError([Problem(folder.name, "no-gold", message, Severity.SEVERE, str(path))])
    for number, line in enumerate(path.read_bytes().splitlines(), start=1):
        if not line.strip():
            continue
        where = f"{path}:{number}"
        try:
            gold = _GOLD.decode(line)
        except msgspec.DecodeError as error:
            problems.append(Problem(folder.name, "broken-gold", f"not in the format ({error})", Severity.SEVERE, where))
            continue
        text = folder / "texts" / f"{gold.id}.txt"
        if not text.is_file():
            problems.append(Problem(gold.id, "no-text", f"{text} is not there", Severity.SEVERE, where))
            continue
        title, published, body = parted(text.read_text(encoding="utf-8"))
        found.append(GoldText(gold, title, published, body))
    if problems:
        raise BadInputError(problems)
    return sorted(found, key=lambda one: one.gold.id)


def parted(text: str) -> tuple[str, str | None, str]:
    """Title, day of publication and body of a marked text: its first lines `Title:` and `Published:` are no body."""
    title, published = "", None
    lines = text.split("\n")
    at = 0
    while at < len(lines) and at < 4:
        line = lines[at]
        if line.startswith("Title:"):
            title = line[6:].strip()
        elif line.startswith("Published:"):
            published = line[10:].strip() or None
        elif line.strip():
            break
        at += 1
    return title, published, "\n".join(lines[at:])
