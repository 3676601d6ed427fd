"""How often matching takes two linked projects of the GCOF for one: every such merge would be wrong.

`python eval/gcof/linked_pairs.py [--every N]`. For each pair that the dataset says is linked, the text of one is
read and matched against a ledger that holds both. Right: its own project. New: none. False merge: another project whose
sum the proposal does not tell (a text may well tell of its linked project too).
"""

from __future__ import annotations

# ruff: noqa: E501
import argparse
import csv
import sys
from collections import Counter
from decimal import Decimal
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
from descriptions import folder, rows, text_of

from warifu.proposals.matching import KnownDeal, Matcher
from warifu.proposals.reader import Page, read
from warifu.terms.dates import PartialDate

FLOWS = {"Loan (excluding debt rescheduling)": "loan", "Grant": "grant", "Export credits (excluding debt rescheduling)": "loan", "Debt forgiveness": "grant"}  # fmt: skip


def deal_of(row: dict[str, str]) -> KnownDeal:
    amount = row["amount"].strip()
    parties = {"CN", row["recipient_iso2"].strip()}
    agency = row["funding_agency"].lower()
    parties |= {
        name for word, name in (("export-import", "exim-china"), ("china development", "cdb")) if word in agency
    }
    return KnownDeal(
        row["project_id"],
        row["title"],
        frozenset(parties - {""}),
        frozenset({"CN", row["recipient_iso2"].strip()} - {""}),
        frozenset({(Decimal(amount), row["currency"].strip())} if amount else ()),
        (PartialDate.parse(row["year"].strip()),),
        FLOWS.get(row["flow"].strip(), "unspecified"),
    )


def measure(every: int = 1) -> Counter[str]:
    place = folder()
    if place is None:
        return Counter()
    by_id = {row["project_id"]: row for row in rows(place)}
    with (place / "linked_pairs.csv").open(encoding="utf-8") as lines:
        pairs = [(row["project_id"], row["linked_id"]) for row in csv.DictReader(lines)]
    pairs = [pair for pair in pairs if pair[0] in by_id and pair[1] in by_id and pair[0] != pair[1]][::every]
    matcher = Matcher([deal_of(by_id[name]) for name in sorted({name for pair in pairs for name in pair})])
    counts: Counter[str] = Counter()
    for mine in sorted({pair[0] for pair in pairs}):
        counts["texts"] += 1
        named: set[str] = set()
        wrong = False
        for one in read(Page(mine, text_of(by_id[mine]), language="en")):
            deal = matcher.match(one).deal
            if deal and deal != mine:
                told = {(sum_.value, sum_.currency) for sum_ in one.sums}
                wrong = wrong or (Decimal(by_id[deal]["amount"].strip()), by_id[deal]["currency"].strip()) not in told
            elif deal:
                named.add(deal)
        counts["right"] += bool(named) and not wrong
        counts["new"] += not named and not wrong
        counts["false merge"] += wrong
    return counts


def main() -> int:
    parser = argparse.ArgumentParser()
    parser.add_argument("--every", type=int, default=1, help="take only each Nth pair")
    counts = measure(parser.parse_args().every)
    if not counts:
        print("skipped: the dataset is not here (looked in ../shared/data/aiddata_gcof_1_0 and $GCOF)")
        return 0
    for name in ("texts", "right", "new", "false merge"):
        print(f"{name:12} {counts[name]:5} {counts[name] / counts['texts']:.4f}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
