"""How well two names are told to be one body: labelled pairs of organisations, and the table's own scripts.

`python eval/names/run.py`. The pairs (266 of organisations, many made up to be hard) are looked for in
`../shared/data/entity_names`, or in the folder that `NAMES` gives. A false match would join two bodies into one, which
is worse than a miss.
"""

from __future__ import annotations

import csv
import os
import sys
from pathlib import Path

from warifu.proposals.reader.likeness import alike
from warifu.proposals.reader.page import folded
from warifu.proposals.reader.table import default_table

HERE = Path(__file__).resolve()
ORGANISATIONS = {"Company", "LegalEntity", "Organization", "PublicBody"}


def folder() -> Path | None:
    for place in (os.environ.get("NAMES"), HERE.parents[3] / "shared" / "data" / "entity_names"):
        if place and (Path(place) / "name_match_cases.csv").is_file():
            return Path(place)
    return None


def pairs(place: Path) -> tuple[int, int, int, int]:
    """Right matches, false matches, misses and right refusals among the labelled pairs of organisations."""
    right = false = missed = refused = 0
    with (place / "name_match_cases.csv").open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines):
            if row["schema"] not in ORGANISATIONS:
                continue
            same, said = row["is_match"] == "true", alike(row["name1"], row["name2"])
            right += same and said
            false += said and not same
            missed += same and not said
            refused += not same and not said
    return right, false, missed, refused


def scripts() -> tuple[int, int]:
    """Of the names in the reader's table, how many lead back to their own body when they stand alone."""
    from warifu.proposals.reader.table import _bodies

    found = total = 0
    for form, name in _bodies():
        hits = default_table().find(folded(form))
        total += 1
        found += any(hit[2].id == name.id for hit in hits)
    return found, total


def main() -> int:
    found, total = scripts()
    print(f"names of the table that find their body   {found}/{total}  {found / total:.4f}")
    place = folder()
    if place is None:
        print("labelled pairs skipped: not here (looked in ../shared/data/entity_names and $NAMES)")
        return 0
    right, false, missed, refused = pairs(place)
    print(f"pairs of organisations  {right + false + missed + refused}")
    precision, recall = right / max(1, right + false), right / max(1, right + missed)
    print(f"precision {precision:.4f} ({false} false matches)   recall {recall:.4f}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
