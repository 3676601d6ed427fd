"""Write each half's `gold.jsonl`, sorted by id, from the objects in `gold/`.

Run from anywhere: `python eval/reading/join.py`.
"""

import json
from pathlib import Path

HALVES = ("test", "tuning")


def join(half: Path) -> int:
    """Write `half/gold.jsonl` from `half/gold/*.json`; the number of objects is returned."""
    objects = [json.loads(path.read_text(encoding="utf-8")) for path in sorted((half / "gold").glob("*.json"))]
    lines = [json.dumps(gold, ensure_ascii=False, separators=(",", ":")) + "\n" for gold in objects]
    (half / "gold.jsonl").write_text("".join(lines), encoding="utf-8", newline="\n")
    return len(lines)


if __name__ == "__main__":
    for name in HALVES:
        print(f"{name}: {join(Path(__file__).parent / name)} objects")
