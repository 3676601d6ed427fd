"""The split tally: a board split in two, one notch a deal, cut into the half of each side that tells of it.

A cut is as deep as the stage that the side's voices tell; dark where the side's government speaks itself. On the split
stands a mark wherever voices of the two sides differ by name. Drawn from rows alone; the table behind it says the same.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from typing import Final, NamedTuple

from markupsafe import Markup

from warifu.site import addresses, svg
from warifu.site.book import ORDER
from warifu.site.halves import Half, Notch
from warifu.site.pen import Pen

WIDTH: Final = 400.0
MARGIN: Final = 40.0
MIDDLE: Final = 220.0
GAP: Final = 5.0
STEP: Final = 25.0
STUB: Final = 9.0
HEAD: Final = 62.0
FOOT: Final = 40.0
MOST: Final = 160
"""More deals than this are cut several to a notch: thinner notches cannot be told apart."""


class Cut(NamedTuple):
    """A notch to draw: the deals in it, how deep on each side, and whether the sides differ."""

    deals: tuple[Notch, ...]
    left: Half
    right: Half
    differ: bool


def cuts(notches: Sequence[Notch]) -> tuple[list[Cut], int]:
    """The notches to draw, and how many deals each stands for."""
    each = max(1, -(-len(notches) // MOST))
    groups = [tuple(notches[start : start + each]) for start in range(0, len(notches), each)]
    return [_cut(group) for group in groups], each


def _cut(group: tuple[Notch, ...]) -> Cut:
    return Cut(
        group,
        _middle([item.left for item in group]),
        _middle([item.right for item in group]),
        any(item.kind == "differ" for item in group),
    )


def _middle(halves: Sequence[Half]) -> Half:
    """The middle one by depth of the halves that tell anything; a side silent on most of them is silent here."""
    told = sorted((item for item in halves if item.told), key=lambda item: (item.depth, item.stage, item.on_text))
    if len(told) * 2 < len(halves) or not told:
        return Half(False, "", "", 0, False)
    return told[len(told) // 2]


def headline(pen: Pen, tallied: Mapping[str, int], count: int) -> Markup:
    """What the picture shows, in one sentence."""
    both = tallied["match"] + tallied["differ"]
    if not both:
        return pen.w.t("tally.head.none", all=count)
    if not tallied["differ"]:
        return pen.w.t("tally.head.agree", both=both, all=count)
    return pen.w.t("tally.head", both=both, all=count, differ=tallied["differ"])


def draw(pen: Pen, notches: Sequence[Notch], title: str, says: str) -> Markup:
    """The tally of a programme."""
    found, _ = cuts(notches)
    pitch = max(6.4, min(16.0, 720.0 / max(1, len(found))))
    body = max(120.0, pitch * len(found))
    height = HEAD + body + FOOT
    left, right = (pen.w.country(side) for side in pen.sides)
    marks = [_board(height), _grain(height), _names(left, right), _guides(pen, height)]
    year: int | None = None
    for place, cut in enumerate(found):
        top = HEAD + place * pitch
        first = cut.deals[0]
        if first.year is not None and first.year != year:
            year = first.year
            marks.append(svg.text(MARGIN - 8, top + pitch * 0.5 + 4, str(year), "year", "end"))
        marks.append(_notch(pen, cut, top, pitch))
    return svg.picture("tally", title, says, WIDTH, height, *marks, class_="tally")


def _split(height: float, sideways: float) -> list[tuple[float, float]]:
    """The line along which the board broke: uneven as wood breaks, and the same each time."""
    count = max(6, int(height / 14))
    points = []
    for place in range(count + 1):
        y = height * place / count
        sway = 2.2 * math.sin(place * 1.7) + 1.4 * math.sin(place * 0.61 + 2)
        points.append((MIDDLE + sideways + sway, y))
    return points


def _path(points: Sequence[tuple[float, float]]) -> str:
    return " ".join(
        f"{'M' if place == 0 else 'L'}{svg.number(x)} {svg.number(y)}" for place, (x, y) in enumerate(points)
    )


def _board(height: float) -> Markup:
    """The two halves: rounded ends outside, the broken edge inside."""
    far, near = MARGIN, WIDTH - 2.0
    left = _path(_split(height, -GAP / 2)) + f" L{far + 12} {svg.number(height)} Q{far} {svg.number(height)} {far} "
    left += f"{svg.number(height - 12)} L{far} 12 Q{far} 0 {far + 12} 0 Z"
    right = _path(_split(height, GAP / 2)) + f" L{near - 12} {svg.number(height)} Q{near} {svg.number(height)} {near} "
    right += f"{svg.number(height - 12)} L{near} 12 Q{near} 0 {near - 12} 0 Z"
    return svg.mark("path", class_="wood", d=left) + svg.mark("path", class_="wood", d=right)


def _grain(height: float) -> Markup:
    """A few long fibres on each half."""
    lines = Markup("")
    for start in (
        MARGIN + 16,
        MARGIN + 44,
        MARGIN + 83,
        MARGIN + 128,
        MIDDLE + 40,
        MIDDLE + 79,
        MIDDLE + 121,
        MIDDLE + 160,
    ):
        points = [
            (start + 2.6 * math.sin(y / 96 + start) + 1.3 * math.sin(y / 41 + start * 2), y)
            for y in [6 + (height - 12) * place / 24 for place in range(25)]
        ]
        lines += svg.mark("path", class_="grain", d=_path(points))
    return lines


def _names(left: str, right: str) -> Markup:
    """Each half's side, burnt into its head beside the hole for the cord."""
    middle_left, middle_right = (MARGIN + MIDDLE) / 2, (WIDTH + MIDDLE) / 2
    return (
        svg.mark("circle", class_="hole", cx=middle_left, cy=15.0, r=4.0)
        + svg.mark("circle", class_="hole", cx=middle_right, cy=15.0, r=4.0)
        + svg.text(middle_left, 40, left, "head left", "middle")
        + svg.text(middle_right, 40, right, "head right", "middle")
    )


def _guides(pen: Pen, height: float) -> Markup:
    """How deep a cut for `signed` and for `delivered` is."""
    found = Markup("")
    for stage in ("signed", "delivered"):
        depth = ORDER[stage] * STEP
        for way in (-1, 1):
            x = MIDDLE + way * (depth + GAP / 2)
            found += svg.mark("line", class_="guide", x1=x, x2=x, y1=HEAD - 8, y2=height - FOOT + 8)
            words = pen.w.plain_code("Stage", stage)
            place = max(MARGIN + 4 + 3.2 * len(words), min(WIDTH - 6 - 3.2 * len(words), x))
            found += svg.text(place, height - FOOT + 22, words, "guide-name", "middle")
    return found


def _notch(pen: Pen, cut: Cut, top: float, pitch: float) -> Markup:
    high = pitch * 0.72
    y = top + (pitch - high) / 2
    marks = [svg.mark("title", _words(pen, cut))]
    marks.append(svg.mark("rect", class_="row", x=MARGIN, y=top, width=WIDTH - MARGIN - 2, height=pitch))
    marks.append(_wedge(cut.left, -1, y, high, "left"))
    marks.append(_wedge(cut.right, 1, y, high, "right"))
    if cut.differ:
        size = min(5.0, pitch * 0.62)
        centre = y + high / 2
        marks.append(
            svg.mark(
                "path",
                class_="differ",
                d=f"M{MIDDLE} {svg.number(centre - size)} L{svg.number(MIDDLE + size)} {svg.number(centre)} "
                f"L{MIDDLE} {svg.number(centre + size)} L{svg.number(MIDDLE - size)} {svg.number(centre)} Z",
            )
        )
    if not cut.left.told and not cut.right.told:
        marks.append(svg.mark("circle", class_="neither", cx=MIDDLE, cy=y + high / 2, r=1.6))
    inside = Markup("").join(mark for mark in marks if mark)
    if len(cut.deals) > 1:
        return svg.mark("g", inside, class_="notch")
    return svg.mark("a", inside, class_="notch", href=pen.to(addresses.deal(cut.deals[0].deal)), tabindex="-1")


def _wedge(half: Half, way: int, y: float, high: float, side: str) -> Markup:
    """A cut from the broken edge into the wood, with a point at its end."""
    if not half.told:
        return Markup("")
    deep = half.depth * STEP if half.depth else STUB
    edge, end = MIDDLE + way * GAP / 2, MIDDLE + way * (deep + GAP / 2)
    shoulder = end - way * min(6.0, deep / 2)
    points = [(edge, y), (shoulder, y), (end, y + high / 2), (shoulder, y + high), (edge, y + high)]
    return svg.mark("path", class_=f"cut {side}{' own' if half.government else ''}", d=_path(points) + " Z")


def _words(pen: Pen, cut: Cut) -> str:
    if len(cut.deals) > 1:
        return f"{cut.deals[0].title} … {cut.deals[-1].title} ({len(cut.deals)})"
    item = cut.deals[0]
    halves = "; ".join(
        f"{pen.w.country(side)}: {half_words(pen, half)}"
        for side, half in zip(pen.sides, (item.left, item.right), strict=True)
    )
    return f"{item.title} — {halves}"


def half_words(pen: Pen, half: Half) -> str:
    """One side's word on a deal, in a few words; silence is said to be silence."""
    if not half.told:
        return str(pen.w.t("untold"))
    stage = pen.w.plain_code("Stage", half.stage) if half.stage else "…"
    return f"{stage} {pen.w.plain_day(half.on_text)}".strip()


def legend(pen: Pen, kind: str) -> Markup:
    """A sample of a mark, for the key under the picture."""
    inside = {
        "left": svg.mark("path", class_="cut left", d="M30 3 L8 3 L2 8 L8 13 L30 13 Z"),
        "left own": svg.mark("path", class_="cut left own", d="M30 3 L8 3 L2 8 L8 13 L30 13 Z"),
        "right": svg.mark("path", class_="cut right", d="M2 3 L24 3 L30 8 L24 13 L2 13 Z"),
        "right own": svg.mark("path", class_="cut right own", d="M2 3 L24 3 L30 8 L24 13 L2 13 Z"),
        "differ": svg.mark("path", class_="differ", d="M16 2 L22 8 L16 14 L10 8 Z"),
    }[kind]
    return svg.mark(
        "svg", inside, class_="tally sample", viewBox="0 0 32 16", width="32", height="16", aria_hidden="true",
        focusable="false",
    )  # fmt: skip


def pair(pen: Pen, item: Notch) -> Markup:
    """The tally of one deal: its single notch across a short piece of the board."""
    left, right = (pen.w.country(side) for side in pen.sides)
    says = "; ".join(
        f"{name}: {half_words(pen, half)}" for name, half in zip((left, right), (item.left, item.right), strict=True)
    )
    height = 78.0
    cut = Cut((item,), item.left, item.right, item.kind == "differ")
    marks = [
        _board(height),
        svg.text((MARGIN + MIDDLE) / 2, 22, left, "head left", "middle"),
        svg.text((WIDTH + MIDDLE) / 2, 22, right, "head right", "middle"),
        _wedge(cut.left, -1, 38.0, 22.0, "left"),
        _wedge(cut.right, 1, 38.0, 22.0, "right"),
    ]
    if cut.differ:
        marks.append(
            svg.mark("path", class_="differ", d=f"M{MIDDLE} 39 L{MIDDLE + 10} 49 L{MIDDLE} 59 L{MIDDLE - 10} 49 Z")
        )
    left_edge = MARGIN - 2
    return svg.picture("notch", item.title, says, WIDTH - left_edge, height, *marks, class_="tally one", left=left_edge)
