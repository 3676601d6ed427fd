"""Reports: all that the measures room found about one programme, ready to be stored, drawn and asked `why`.

    Report
    ├── figures     numbers, each with its range, n, method and what it was made from
    ├── sections    one a measure: the question, what it says in a sentence, how sure that is
    ├── series      flat rows that a picture is drawn from; `chart` names the kind of picture
    ├── tables      rows of words that stand beside the pictures
    └── grids       figures computed beforehand for a page with sliders, as JSON

Everything here is plain: text, numbers, and tuples of these. Whatever was made from something names it in `made_from`
(or `deals`, `sums`, `sources`, `rows` of a figure): ids of deals, of sums ("ep-001/sums-1"), of statements, of rows of
the lists ("ep-s012", "ep-t03", "ep-r04"), of sources, or of other figures.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from warifu.terms.figure import Figure


class Chart(StrEnum):
    """What kind of picture a series is drawn as."""

    BARS = "bars"  # a bar for each `at`, one colour a group; low and high are a thin line on it
    LINES = "lines"  # y over x (a number or a day), one line a group, low to high as a band
    STEPS = "steps"  # as lines, but each value holds until the next
    INTERVALS = "intervals"  # a dot at y with a line from low to high, one row for each `at`, one colour a group
    CALENDAR = "calendar"  # marks on days (x and `at`), one lane a group; y, where given, is the height of the mark
    MATRIX = "matrix"  # a square for each `at` (row) and group (column), y its shade, label the words in it
    CURVE = "curve"  # points in order of value; mark "published" is the one that the site prints elsewhere


class Axis(StrEnum):
    """What `x` is."""

    CATEGORY = "category"  # no number: `at` names the place, in the order of the points
    NUMBER = "number"
    DAY = "day"  # `at` is an ISO date, `x` its proleptic ordinal


class Verdict(StrEnum):
    """What sort of answer a section gives. Three of the four are no number, and none of them is zero."""

    SAYS = "says"
    CANNOT_TELL = "cannot tell"
    NOT_ASKED = "not asked"  # the workspace lacks what it needs, such as a second coder or a reasoned prior
    NOT_APPLICABLE = "not applicable"


@dataclass(frozen=True, slots=True)
class Point:
    """One row of a series.

    `low` and `high` are the ends of its range; None is an open or unknown end, and `y` None is no value: neither is 0.
    `mark` sets a point apart: "thin" (few cases: draw it grey), "published", "planned", "bundled", "told" or empty.
    """

    at: str
    x: float | None = None
    y: float | None = None
    low: float | None = None
    high: float | None = None
    group: str = ""
    label: str = ""
    mark: str = ""
    made_from: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Series:
    """One picture. `id` is programme/slice/name; `says` is what a reader sees in it, in one sentence."""

    id: str
    programme: str
    measure: str
    title: str
    chart: Chart
    axis: Axis
    x_title: str
    y_title: str
    unit: str
    says: str
    points: tuple[Point, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """One table of words. Every row has as many cells as there are columns, and names what it was made from."""

    id: str
    programme: str
    measure: str
    title: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    made_from: tuple[tuple[str, ...], ...]
    says: str = ""


@dataclass(frozen=True, slots=True)
class Quote:
    """Somebody's words as evidence. `quoted` is False where they are the coder's paraphrase."""

    row: str
    who: str
    side: str
    on: str
    words: str
    quoted: bool
    sources: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Section:
    """What one measure has to say of a programme.

    `question` is asked in a reader's words and `says` answers in one or two sentences, without jargon; `details` go on.
    `assumption` must hold for it to mean what it says; `warnings` must be printed wherever `says` is. `method` names
    the module whose docstring is the method page. The rest are ids of what belongs on the page, in order.
    """

    programme: str
    measure: str
    title: str
    question: str
    verdict: Verdict
    says: str
    n: int
    method: str
    assumption: str = ""
    details: tuple[str, ...] = ()
    warnings: tuple[str, ...] = ()
    figures: tuple[str, ...] = ()
    series: tuple[str, ...] = ()
    tables: tuple[str, ...] = ()
    grids: tuple[str, ...] = ()
    quotes: tuple[Quote, ...] = ()
    made_from: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Grid:
    """Figures computed beforehand for sliders; `json` is canonical (sorted keys) and says what it holds."""

    id: str
    programme: str
    measure: str
    title: str
    json: str


@dataclass(frozen=True, slots=True)
class Report:
    """Everything the measures say of one programme as known on a day, each part in the order of its id or page."""

    programme: str
    as_of: date
    figures: tuple[Figure, ...]
    sections: tuple[Section, ...]
    series: tuple[Series, ...]
    tables: tuple[Table, ...]
    grids: tuple[Grid, ...]

    def figure(self, name: str) -> Figure | None:
        """The figure of that id; None where there is none."""
        return next((item for item in self.figures if item.id == name), None)

    def section(self, measure: str) -> Section | None:
        return next((item for item in self.sections if item.measure == measure), None)
