"""How much of AidData's status stands in its own descriptions: a classifier taught with the coders' answers tells.

`python eval/gcof/stage_ceiling.py` learns pledge, commitment or beyond from the words of the half of the projects that
may be tuned on, with the status that AidData's coders gave them, and guesses that of the other half. No reader takes
part. What a learner that was shown 1,700 right answers cannot tell from the words is mostly not in them: coders knew
from other sources how projects went on.
"""

from __future__ import annotations

import sys
from collections import Counter
from pathlib import Path

from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.linear_model import LogisticRegression

sys.path.insert(0, str(Path(__file__).parent))
from descriptions import STAGES, folder, half_of, rows, text_of


def main() -> int:
    place = folder()
    if place is None:
        print("skipped: the dataset is not here (looked in ../shared/data/aiddata_gcof_1_0 and $GCOF)")
        return 0
    chosen = [row for row in rows(place) if row["status"].strip() in STAGES]
    status = {row["project_id"]: STAGES[row["status"].strip()] for row in chosen}
    tuned = [row for row in chosen if half_of(row) == "tuned"]
    other = [row for row in chosen if half_of(row) != "tuned"]
    words = TfidfVectorizer(ngram_range=(1, 3), min_df=2, sublinear_tf=True)
    table = words.fit_transform([text_of(row) for row in tuned])
    best = 0.0
    for strength in (1, 3, 10, 30):
        model = LogisticRegression(C=strength, max_iter=3000).fit(table, [status[row["project_id"]] for row in tuned])
        told = model.predict(words.transform([text_of(row) for row in other]))
        share = sum(one == status[row["project_id"]] for one, row in zip(told, other, strict=True)) / len(other)
        print(f"C={strength:<4} {share:.4f} of {len(other)} right")
        best = max(best, share)
    often = Counter(status.values()).most_common(1)[0]
    print(f"best {best:.4f}; always saying {often[0]!r} gives {often[1] / len(chosen):.4f}; the bar is 0.85")
    return 0


if __name__ == "__main__":
    sys.exit(main())
