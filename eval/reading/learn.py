"""Learn from the marked texts what the offline reader weighs, and write `weighing/weights.json`.

    python eval/reading/learn.py                   learn from the tuning half and the sentences; write the weights
    python eval/reading/learn.py --folds           write nothing; print how well texts are read that were not learned from

The rules make drafts of each text; each draft is set beside the marked statement that it tells, if any (`aligned`). From
the signs of the drafts six questions are learned with logistic regression (scikit-learn): whether a text holds deals, whether
a draft is told, its stage, its paper, the role of everybody near it, the kind of its sums. The test half is never read here.

The printed figures are those to look at while signs are worked on: every text is read by weights that never saw it, though
whoever made the rules may have. They also give the table of confidence.
"""

from __future__ import annotations

# ruff: noqa: E501
import argparse
import json
import random
from collections import Counter
from collections.abc import Iterable, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, Final

from warifu.proposals.evaluation import evaluate, load, report
from warifu.proposals.evaluation.convert import statement_of
from warifu.proposals.evaluation.gold import Gold, GoldAmount, GoldParty, GoldStatement, GoldText
from warifu.proposals.evaluation.score import Scores, money, same_body
from warifu.proposals.reader import reader
from warifu.proposals.reader.deals import Deals
from warifu.proposals.reader.story import Story
from warifu.proposals.reader.weighing.pool import pool
from warifu.proposals.reader.weighing.signs import KEPT, Signs
from warifu.proposals.reader.weighing.weights import QUESTIONS, UNIT, Learned, Weights, kept, learned
from warifu.proposals.reader.words import Candidate

HERE: Final = Path(__file__).parent
OUT: Final = HERE.parents[1] / "src" / "warifu" / "proposals" / "reader" / "weighing" / "weights.json"
SOFT: Final = {"deals": 0.1, "told": 0.1, "stage": 0.2, "paper": 0.2, "party": 0.1, "kind": 0.1}
"""How far weights may go (C of logistic regression)."""
SEEN: Final = 3
"""Times that a sign must stand in the texts to be learned."""
FOLDS: Final = 4
"""Parts of the texts, each of which is read with what the others taught."""
LIGHT: Final = 3
"""Weights, in hundredths, under which a sign is left out."""
TELLS: Final = 1.3
"""Points from which a draft tells a marked statement."""

Examples = dict[str, list[tuple[list[str], str]]]


def stories() -> list[GoldText]:
    """The texts of the tuning half, and the sentences as texts of their own."""
    return load(HERE / "tuning") + [
        one for file in sorted((HERE / "sentences").glob("*.jsonl")) for one in passages(file)
    ]


def passages(file: Path) -> Iterable[GoldText]:
    for number, line in enumerate(file.read_text(encoding="utf-8").splitlines()):
        told = json.loads(line)
        statements = tuple(
            GoldStatement(
                one["i"], one["g"], tuple(GoldParty(name, role, None) for role, name in one["p"]),
                tuple(GoldAmount(*amount) for amount in one.get("a", ())), None, None, None, None, None,
            )
            for one in told["s"]
        )  # fmt: skip
        identity, language = f"{file.stem}-{number:04d}", file.stem[:2]
        yield GoldText(Gold(identity, language, "sentence", None, statements), "", told.get("published"), told["text"])


# -- which draft tells which statement --------------------------------------------------------------------------------


def aligned(gold: Sequence[GoldStatement], story: Story, candidates: Sequence[Candidate]) -> list[int | None]:
    """For each draft the number of the marked statement that it tells: by sums, names near it, stage, paper and day."""
    points = [
        (-_points(one, story, draft), mine, theirs)
        for theirs, draft in enumerate(candidates)
        for mine, one in enumerate(gold)
    ]
    found: dict[int, int] = {}
    for minus, mine, theirs in sorted(points):
        if -minus >= TELLS and theirs not in found and mine not in found.values():
            found[theirs] = mine
    return [found.get(at) for at in range(len(candidates))]


def _points(one: GoldStatement, story: Story, candidate: Candidate) -> float:
    draft = candidate.draft
    read = statement_of(reader.proposal_of(draft, story))
    here = [mention.text for mention in story.spoken[draft.sentence].mentions] + [
        party.mention.text for party in draft.parties
    ]
    before = [mention.text for mention in story.spoken[draft.sentence - 1].mentions] if draft.sentence else []
    mine, theirs = {money(amount) for amount in one.amounts}, {money(amount) for amount in read.amounts}
    points = 0.05 * (candidate.by in KEPT)
    if mine & theirs:
        points += 2.0 * len(mine & theirs) / max(len(mine), len(theirs)) + 0.5
    elif mine:
        points -= 0.7 if theirs else 0.3
    if one.parties:
        near = sum(any(same_body(party.name, name) for name in here) for party in one.parties) / len(one.parties)
        far = sum(any(same_body(party.name, name) for name in before) for party in one.parties) / len(one.parties)
        points += 1.5 * near + 0.4 * max(0.0, far - near) - 0.6 * (not near and not far)
    points += 0.5 * (one.instrument == read.instrument) + 0.5 * (one.stage == read.stage)
    if one.date and read.date:
        points += 0.3 * (one.date == read.date) - 0.1 * (one.date[:4] != read.date[:4])
    if one.count or read.count:
        points += 0.8 * (one.count == read.count) - 0.3 * (one.count is None)
    return points + 0.2 * (one.area is not None and one.area == read.area)


# -- examples ---------------------------------------------------------------------------------------------------------


def examples(text: GoldText) -> Examples:
    """What one marked text teaches: for each question signs with the right answer."""
    taught: Examples = {name: [] for name in QUESTIONS}
    story = reader.story_of(text.page)
    deals = Deals(story)
    candidates = deals.candidates()
    signs = Signs(story)
    drafts = [one.draft for one in candidates]
    if candidates:
        taught["deals"].append((signs.deals(candidates), "deals" if text.gold.statements else "none"))
    for one, at in zip(candidates, aligned(text.gold.statements, story, candidates), strict=True):
        own = signs.draft(one.draft)
        taught["told"].append(([*own, *signs.told(one, drafts)], "not" if at is None else "told"))
        if at is None:
            continue
        statement = text.gold.statements[at]
        taught["stage"].append((own, statement.stage))
        taught["paper"].append((own, statement.instrument))
        for chance in pool(story, deals.parties, signs, one.draft):
            role = next(
                (party.role for party in statement.parties if same_body(party.name, chance.words.mention.text)), "none"
            )
            taught["party"].append((chance.signs, role))
        kinds = {money(amount): amount.kind for amount in statement.amounts}
        read = statement_of(reader.proposal_of(one.draft, story))
        for sum_, amount in zip(sorted(one.draft.sums, key=lambda sum_: sum_.start), read.amounts, strict=True):
            kind = kinds.get(money(amount))
            if kind is not None:
                taught["kind"].append((signs.sum(one.draft, sum_), kind))
    return taught


def gathered(texts: Sequence[GoldText]) -> list[Examples]:
    with ProcessPoolExecutor() as workers:
        return list(workers.map(examples, texts, chunksize=20))


# -- learning ---------------------------------------------------------------------------------------------------------


def learn(taught: Sequence[Examples]) -> Learned:
    return Learned(*(fitted([pair for one in taught for pair in one[name]], SOFT[name]) for name in QUESTIONS))


def fitted(pairs: Sequence[tuple[list[str], str]], soft: float) -> Weights:
    """Weights of one question, from signs with the right answer."""
    from scipy.sparse import csr_matrix
    from sklearn.linear_model import LogisticRegression

    often = Counter(sign for signs, _ in pairs for sign in set(signs))
    known = {sign: at for at, sign in enumerate(sorted(sign for sign, times in often.items() if times >= SEEN))}
    columns: list[int] = []
    edges = [0]
    for signs, _ in pairs:
        columns += sorted({known[sign] for sign in signs if sign in known})
        edges.append(len(columns))
    table = csr_matrix(([1.0] * len(columns), columns, edges), shape=(len(pairs), len(known)))
    model = LogisticRegression(C=soft, max_iter=2000).fit(table, [answer for _, answer in pairs])
    answers = tuple(str(one) for one in model.classes_)
    rows: Any = model.coef_.T
    base = [float(one) for one in model.intercept_]
    if len(answers) == 2:
        rows = [(-row[0] / 2, row[0] / 2) for row in rows]
        base = [-base[0] / 2, base[0] / 2]
    of = {}
    for sign, at in known.items():
        row = tuple(round(float(weight) * UNIT) for weight in rows[at])
        if sign == "one":
            row = tuple(weight + round(start * UNIT) for weight, start in zip(row, base, strict=True))
        if sign == "one" or max(abs(weight) for weight in row) >= LIGHT:
            of[sign] = row
    return Weights(answers, of)


# -- reading what was not learned from ---------------------------------------------------------------------------------


@dataclass(frozen=True)
class Fold:
    taught: list[Examples]
    texts: list[GoldText]


def read_fold(fold: Fold) -> Scores:
    weights = learn(fold.taught)
    return evaluate(fold.texts, lambda page: reader.read(page, weights=weights))


def unseen(texts: Sequence[GoldText], taught: Sequence[Examples]) -> Scores:
    """Read each part of the texts with what the others taught."""
    order = list(range(len(texts)))
    random.Random(7).shuffle(order)
    made = []
    for part in (set(order[at::FOLDS]) for at in range(FOLDS)):
        held = [texts[at] for at in sorted(part) if texts[at].gold.kind != "sentence"]
        made.append(Fold([one for at, one in enumerate(taught) if at not in part], held))
    scores = Scores()
    with ProcessPoolExecutor() as workers:
        for one in workers.map(read_fold, made):
            scores.take(one)
    return scores


def shares_of(scores: Scores) -> tuple[tuple[float, float], ...]:
    """The table of `calibration`: how sure, and how many of those as sure were right, never falling (isotonic regression)."""
    from sklearn.isotonic import IsotonicRegression

    pairs = sorted(scores.confidence)
    model = IsotonicRegression(y_min=0.0, y_max=1.0).fit([sure for sure, _ in pairs], [right for _, right in pairs])
    steps = [at / 20 for at in range(1, 20)]
    return tuple(
        (step, round(float(share), 3))
        for step, share in zip(steps, model.predict(steps), strict=True)
        if share == share
    )


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument(
        "--folds",
        action="store_true",
        help="write nothing: only print how well texts are read that were not learned from",
    )
    parser.add_argument("--quick", action="store_true", help="only learn: print nothing, keep the table of confidence")
    arguments = parser.parse_args()
    texts = stories()
    taught = gathered(texts)
    if arguments.quick:
        OUT.write_bytes(kept(replace(learn(taught), sure=learned().sure)))
        return
    scores = unseen(texts, taught)
    print(report(scores, "Texts that the weights did not see", reader.READER))
    if arguments.folds:
        return
    OUT.write_bytes(kept(replace(learn(taught), sure=shares_of(scores))))
    print(f"{OUT.name}: {OUT.stat().st_size:,} bytes from {len(texts)} texts and sentences")


if __name__ == "__main__":
    main()
