"""The report: what was measured, on what, how it is counted, and the figures, as Markdown."""
# ruff: noqa: E501 - tables read better on one line

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from warifu.proposals.evaluation.score import Part, Rate, Scores

ROWS: Final[tuple[tuple[str, str, str], ...]] = (
    ("statements", "Statements (instrument-or-form, stage and main parties agree)", "f1"),
    ("loose", "Statements found at all (about the same thing)", "f1"),
    ("instruments", "Instrument-or-form of found statements", "precision"),
    ("stages", "Stage of found statements", "precision"),
    ("main_parties", "Main parties of found statements", "precision"),
    ("parties", "Parties of found statements", "f1"),
    ("roles", "Roles of matched parties", "precision"),
    ("amounts", "Amounts (value and currency, exact)", "f1"),
    ("amount_kinds", "Kind of matched amounts", "precision"),
    ("amount_bounds", "Bound of matched amounts", "precision"),
    ("dates", "Dates of found statements", "f1"),
    ("counts", "Counts of bundles", "f1"),
    ("areas", "Areas of found statements", "precision"),
    ("binding", "Binding of found statements", "precision"),
    ("expectations", "Expectations (side and target)", "f1"),
    ("mandates", "Mandates", "f1"),
    ("talks", "Linked talks (issue and movement)", "f1"),
    ("quotes", "Quotes that stand letter for letter where they say", "precision"),
    ("no_deal", "Texts with no deal in which none was found", "precision"),
)


def report(scores: Scores, title: str, reader: str, misses: bool = False) -> str:
    """The page, in Markdown; the same scores give the same bytes."""
    languages = sorted(name for name in scores.parts if name != "all")
    columns = ["all", *languages]
    lines = [f"# {title}", "", f"Reader: {reader}. Texts: {scores.part('all').texts}.", ""]
    lines.append("Precision / recall / F1 where something can be missed and invented; a single share elsewhere.")
    lines.append("")
    lines.append("| | " + " | ".join(columns) + " |")
    lines.append("|---|" + "---|" * len(columns))
    lines.append("| Texts | " + " | ".join(str(scores.part(name).texts) for name in columns) + " |")
    for name, label, how in ROWS:
        lines.append(
            f"| {label} | " + " | ".join(_cell(getattr(scores.part(code), name), how) for code in columns) + " |"
        )
    lines.append("| False statements in texts with no deal | " + " | ".join(str(scores.part(code).false_statements) for code in columns) + " |")  # fmt: skip
    lines += ["", "## Confidence", "", *_calibration(scores.confidence)]
    if misses and scores.misses:
        lines += ["", "## What was missed and invented", "", *(f"- {line}" for line in scores.misses)]
    return "\n".join(lines) + "\n"


def _cell(rate: Rate, how: str) -> str:
    if how == "precision":
        return "–" if rate.precision is None else f"{rate.precision:.3f} ({rate.right}/{rate.read})"
    if rate.f1 is None:
        return "–"
    shown = [f"{value:.2f}" if value is not None else "–" for value in (rate.precision, rate.recall)]
    return f"{shown[0]} / {shown[1]} / **{rate.f1:.3f}**"


def _calibration(pairs: Sequence[tuple[float, bool]]) -> list[str]:
    """Proposals by the confidence they carried, and how many of them were right."""
    if not pairs:
        return ["No statement was read."]
    lines = ["| Confidence | Proposals | Right |", "|---|---|---|"]
    for low in range(0, 100, 20):
        inside = [right for figure, right in pairs if low <= figure * 100 < low + 20 + (low == 80)]
        if inside:
            lines.append(
                f"| {low / 100:.1f}–{(low + 20) / 100:.1f} | {len(inside)} | {sum(inside) / len(inside):.2f} |"
            )
    error = sum((figure - right) ** 2 for figure, right in pairs) / len(pairs)
    lines += ["", f"Brier score {error:.3f}."]
    return lines


def floors(scores: Scores) -> dict[str, float]:
    """The figures that floors are put under, by name."""
    found: dict[str, float] = {}
    for code, part in sorted(scores.parts.items()):
        found |= {f"{code}.{name}": value for name, value in _figures(part).items() if value is not None}
    return found


def _figures(part: Part) -> dict[str, float | None]:
    return {
        "statements": part.statements.f1, "amounts": part.amounts.f1, "quotes": part.quotes.precision,
        "no_deal": part.no_deal.precision, "parties": part.parties.f1,
    }  # fmt: skip
