"""Score the offline reader on the project descriptions of AidData's Global Chinese Official Finance Dataset 1.0.

`python eval/gcof/descriptions.py [--every N] [--misses FILE]` reads the title and description of every project that has an
amount (3,515) and compares what was read with what AidData's coders recorded. The data are not part of this
repository: they are looked for in `../shared/data/aiddata_gcof_1_0`, or in the folder that `GCOF` names.

Four figures, each over the projects whose text holds the answer at all (told by a plain search that shares nothing
with the reader):

- amount and currency: some sum of some proposal is the coders' amount in their currency, exactly;
- recipient: the recipient is a party or a place of some proposal of the text;
- year: a date of some proposal, or of its passage, is in the coders' year;
- stage: the furthest stage of the proposals is, like the coders' status, a pledge, a commitment, or beyond.
"""

from __future__ import annotations

# ruff: noqa: E501
import argparse
import csv
import gzip
import hashlib
import io
import os
import re
import sys
from collections import Counter
from decimal import Decimal
from pathlib import Path

from warifu.proposals.proposal import Kind, Proposal
from warifu.proposals.reader import Page, read
from warifu.proposals.reader.days import days
from warifu.proposals.reader.money import CURRENCY
from warifu.proposals.reader.table import default_table

HERE = Path(__file__).resolve()
BARS = {"amount": 0.97, "recipient": 0.97, "year": 0.95, "stage": 0.85}
SCALE = {"": 0, "thousand": 3, "million": 6, "mn": 6, "mln": 6, "m": 6, "mil": 6, "billion": 9, "bn": 9, "b": 9, "k": 3, "trillion": 12, "crore": 7, "lakh": 5}  # fmt: skip
NUMBER = re.compile(r"(?<![\d.,])(\d[\d,]*(?:\.\d+)?|\d[\d.]*(?:,\d+)?)\s*-?(thousand|million|mn|mln|mil|m|billion|bn|b|k|trillion|crore|lakh)?(?![a-z\d])", re.I)  # fmt: skip
_WORDS = {code: "|".join(words for own, words in CURRENCY if own == code) for code, _ in CURRENCY}
SIGNS = {code: re.compile(rf"(?<![A-Za-z])(?:{words})(?![A-Za-z])|\b{code}\b") for code, words in _WORDS.items()}
SIGNS["USD"] = re.compile(SIGNS["USD"].pattern + r"|\$")
STAGES = {"Pipeline: Pledge": "pledge", "Pipeline: Commitment": "commitment", "Implementation": "beyond", "Completion": "beyond"}  # fmt: skip
ORDER = ("pledge", "commitment", "beyond")


def folder() -> Path | None:
    for place in (os.environ.get("GCOF"), HERE.parents[3] / "shared" / "data" / "aiddata_gcof_1_0"):
        if place and (Path(place) / "gcof_v1.0.csv.gz").is_file():
            return Path(place)
    return None


def rows(place: Path) -> list[dict[str, str]]:
    data = gzip.decompress((place / "gcof_v1.0.csv.gz").read_bytes()).decode("utf-8", errors="replace")
    found = list(csv.DictReader(io.StringIO(data)))
    return [row for row in found if row["amount"].strip() and row["currency"].strip()]


def text_of(row: dict[str, str]) -> str:
    return f"{row['title'].strip()}.\n{row['description'].strip()}"


def stands(row: dict[str, str], text: str) -> bool:
    """Whether the amount and a sign of its currency are in the text, by a search of its own."""
    wanted = Decimal(row["amount"].strip())
    sign = SIGNS.get(row["currency"].strip())
    if sign is None or sign.search(text) is None:
        return False
    for match in NUMBER.finditer(text):
        digits = match[1].replace(",", "")
        try:
            if Decimal(digits) * Decimal(10) ** SCALE[(match[2] or "").lower()] == wanted:
                return True
        except ArithmeticError:
            continue
    return False


def stage_of(proposals: list[Proposal]) -> str:
    """Pledge, commitment or beyond, by AidData's convention: the furthest that the text tells.

    Three things differ from warifu's own stages (docs/evaluation.md): a signed memorandum, letter of intent, joint
    statement or framework is a pledge; what is approved or "committed" is a commitment, signed or not; and any work that
    has begun, money that has moved or thing handed over is beyond both.
    """
    reached = {"pledge"}
    for one in proposals:
        stage, status = one.value("stage"), one.value("status")
        told = one.fields.get("stage")
        words = told.quote.lower() if told is not None else ""
        if stage in {"financed", "delivered"} or status == "under way":
            reached.add("beyond")
        elif (
            stage == "in force"
            or (stage == "signed" and one.value("form") not in LOOSE)
            or (stage == "announced" and words.startswith(FIRM_WORDS))
        ):
            reached.add("commitment")
    return max(reached, key=ORDER.index)


LOOSE = {"memorandum", "letter of intent", "joint statement", "framework agreement"}
FIRM_WORDS = ("commit", "approv", "ratif", "allocat", "earmark")


def years_of(proposals: list[Proposal]) -> set[str]:
    """The years told of the deals: of the latest stage, which a proposal is dated by, and of earlier ones in its passage.

    AidData dates a project by its commitment, warifu a deal by its latest stage, so that of "agreed in 2007, finished in
    2010" one takes the first year and the other the second.
    """
    found = {one.value("on")[:4] for one in proposals if one.value("on")}
    for one in proposals:
        found |= {day.edtf[:4] for day in days(one.passage, None)}
    return found


def half_of(row: dict[str, str]) -> str:
    """The half of the projects that a row falls in, by the parity of a digest of its id: one may be tuned on."""
    return HALVES[hashlib.sha256(row["project_id"].encode()).digest()[-1] % 2]


HALVES = ("tuned", "kept")


def main() -> int:
    parser = argparse.ArgumentParser()
    parser.add_argument("--every", type=int, default=1, help="read only each Nth project")
    parser.add_argument("--misses", type=Path, help="write what was missed here")
    arguments = parser.parse_args()
    place = folder()
    if place is None:
        print("skipped: the dataset is not here (looked in ../shared/data/aiddata_gcof_1_0 and $GCOF)")
        return 0
    chosen = rows(place)[:: arguments.every]
    for half in ("all", *HALVES):
        figures = score(
            [row for row in chosen if half in {"all", half_of(row)}], arguments.misses if half == HALVES[0] else None
        )
        print(
            {
                "all": "all projects",
                "tuned": "the half that rules were made with",
                "kept": "the other half (its misses of stage were not looked at)",
            }[half]
        )
        for name, (right, total) in figures.items():
            bar = BARS.get(name)
            share = right / total if total else 0.0
            told = f"  bar {bar} {'met' if share >= bar else 'MISSED'}" if bar else ""
            print(f"  {name:22} {share:.4f}  {right}/{total}{told}")
    return 0


def score(chosen: list[dict[str, str]], misses: Path | None = None) -> dict[str, tuple[int, int]]:
    right: Counter[str] = Counter()
    total: Counter[str] = Counter()
    lines: list[str] = []
    table = default_table()
    for row in chosen:
        text = text_of(row)
        page = Page(row["project_id"], text, row["title"], None, "en", spun="none")
        proposals = [one for one in read(page) if one.kind in {Kind.DEAL, Kind.BUNDLE}]
        total["found at all"] += 1
        right["found at all"] += bool(proposals)
        if stands(row, text):
            total["amount"] += 1
            wanted = (Decimal(row["amount"].strip()), row["currency"].strip())
            ok = any((sum_.value, sum_.currency) == wanted for one in proposals for sum_ in one.sums)
            right["amount"] += ok
            if not ok:
                lines.append(f"amount {row['project_id']} wanted {wanted} got {[(s.number, s.currency) for p in proposals for s in p.sums]} :: {text[:500]!r}")  # fmt: skip
        iso = row["recipient_iso2"].strip()
        named = {hit[2].country for hit in table.find(text) if hit[2].sort in {"country", "adjective"}}
        if iso and iso in named:
            total["recipient"] += 1
            seen = {party.country for one in proposals for party in one.parties if party.role != "provider" or party.country != "CN"}  # fmt: skip
            seen |= {one.value("place") for one in proposals}
            ok = iso in seen
            right["recipient"] += ok
            if not ok:
                lines.append(f"recipient {row['project_id']} wanted {iso} got {sorted(seen)} :: {text[:500]!r}")
        if row["year"].strip() in text:
            total["year"] += 1
            ok = row["year"].strip() in years_of(proposals)
            right["year"] += ok
            if not ok:
                lines.append(f"year {row['project_id']} wanted {row['year']} got {sorted(years_of(proposals))} :: {text[:500]!r}")  # fmt: skip
        status = STAGES.get(row["status"].strip())
        if status is not None:
            total["stage"] += 1
            found = stage_of(proposals)
            ok = found == status
            right["stage"] += ok
            total[f"stage: {status}"] += 1
            right[f"stage: {status}"] += ok
            if not ok:
                lines.append(f"stage {row['project_id']} wanted {status} got {found} {[(p.value('stage'), p.value('status')) for p in proposals]} :: {text[:600]!r}")  # fmt: skip
    if misses is not None:
        misses.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return {name: (right[name], total[name]) for name in ("found at all", "amount", "recipient", "year", "stage", "stage: pledge", "stage: commitment", "stage: beyond")}  # fmt: skip


if __name__ == "__main__":
    sys.exit(main())
