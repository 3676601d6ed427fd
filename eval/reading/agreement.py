"""How far two markers agree: texts of the tuning half that a second one marked without seeing the first one's marks.

`python eval/reading/agreement.py` scores the marks in `second/` against those of the tuning half by the rules that a
reader is scored by. What two careful readers reach is the most that any reader can be asked for. Where a check
afterwards found an error, the first marks were corrected; the second ones were left as they had been made.
"""

from __future__ import annotations

from pathlib import Path

import msgspec

from warifu.proposals.evaluation import load, report
from warifu.proposals.evaluation.gold import Gold
from warifu.proposals.evaluation.score import Scores, score_text

HERE = Path(__file__).parent


def agreement() -> Scores:
    """The scores of the second marks against the first, by language and for all."""
    scores = Scores()
    for text in load(HERE / "tuning"):
        file = HERE / "second" / f"{text.gold.id}.json"
        if file.is_file():
            second = msgspec.json.decode(file.read_bytes(), type=Gold, strict=False)
            for part in (scores.part(text.gold.lang), scores.part("all")):
                score_text(part, text, second, [])
    return scores


if __name__ == "__main__":
    print(report(agreement(), "How far two markers agree", "a second marker"))
