"""The pages of the measures: one a measure, from its docstrings, with a worked example that is run as the page is made.

So a method page cannot say other than the code does, and an example cannot show what the code does not give.
"""

from __future__ import annotations

import contextlib
import importlib
import inspect
import io
import pkgutil
from collections.abc import Iterator
from types import FunctionType, ModuleType
from typing import Final, NamedTuple

FOLDER: Final = "measures"


class Entry(NamedTuple):
    """One page: its name in a report, its title, the question, the modules of its formulas, and the example.

    `page` is the module that lays it out for a programme; the example is Python that anybody can paste and run.
    """

    name: str
    title: str
    question: str
    modules: tuple[str, ...]
    page: str
    told: str
    example: str


ENTRIES: Final = (
    Entry(
        "scorecard",
        "Scorecard",
        "What was promised, signed, made binding, paid and delivered?",
        ("measures.scorecard",),
        "score",
        "Three of twelve deals bind. What may that say of deals like them?",
        "from warifu.measures.scorecard import wilson\n\nlow, high = wilson(3, 12)\nprint(low, high)",
    ),
    Entry(
        "conversion",
        "From promise to delivery",
        "How many of the promises became binding, were paid, and were delivered?",
        ("measures.conversion",),
        "conversion",
        "Six promises. Two ended in one way, two in another, two were still open when last heard of. Treating the "
        "other way of ending as “still open” would say .667; the right share is .400.",
        "from warifu.measures.conversion import incidence\n\n"
        "curve = incidence([(1, 0), (2, 1), (3, 1), (4, 2), (5, 2), (6, 0)])\n"
        "print(round(curve.share(['2'], 6), 3))\nends = curve.interval('2', 6)\n"
        "print(round(ends.low, 3), round(ends.high, 3), ends.method)",
    ),
    Entry(
        "expectations",
        "What each side expected",
        "Did the two sides tie the same things together, and hope for the same?",
        ("measures.mismatch",),
        "expectations",
        "One side ties the economy to the territory, the other denies the tie; each speaks of one more tie on which "
        "the other is silent.",
        "from warifu.measures.mismatch import Span, link_mismatch\n\n"
        "yes, no = Span(1, 1), Span(0, 0)\n"
        "found = link_mismatch(\n"
        "    {('economy', 'territory'): yes, ('visas', 'economy'): yes},\n"
        "    {('economy', 'territory'): no, ('security', 'treaty'): yes},\n)\n"
        "print(found.gap, round(found.coverage, 3), round(found.interval.low, 3), found.interval.high)",
    ),
    Entry(
        "versions",
        "Both sides' versions",
        "Where do the two sides tell one agreement differently?",
        ("deals.versions",),
        "versions",
        "A question on which sources differ gets the name of its gap from its words.",
        "from warifu.measures.board.versions import field_of\nfrom warifu.proposals.lists import QuestionRow\n\n"
        "rows = [QuestionRow(id='q', topic='profit', question='Split of profits', version=v, claim=c)\n"
        "        for v, c in (('a', '90 to 10'), ('b', 'half each'))]\nprint(field_of(rows))",
    ),
    Entry(
        "dependence",
        "Dependence",
        "How much hangs on a few deals, areas or parties?",
        ("measures.dependence",),
        "dependence",
        "Five of eight areas list 71 of 80 documents; nobody says where the other nine lie.",
        "from warifu.measures.dependence import herfindahl, with_rest\n\n"
        "listed = [23, 15, 14, 13, 6]\nprint(round(herfindahl(listed), 3), 'for the listed alone')\n"
        "bounds = with_rest(listed, 9)\nprint(round(bounds.low, 4), round(bounds.high, 4))",
    ),
    Entry(
        "shift",
        "Shift of strategy",
        "Did the programme turn from small projects to large ones, or from one kind of owner to another?",
        ("measures.shift",),
        "shift",
        "Two mixes of three kinds, and how far they lie apart in bits.",
        "from warifu.measures.shift import divergence\n\n"
        "before = {'health': .4, 'city': .4, 'energy': .2}\nafter = {'health': .1, 'city': .3, 'energy': .6}\n"
        "print(round(divergence(before, after), 6))",
    ),
    Entry(
        "rivals",
        "Rivals",
        "What did other investors do in the same region meanwhile?",
        ("measures.rivals",),
        "rivals",
        "A plan is not set beside what came, whatever the sums.",
        "from decimal import Decimal\nfrom warifu.measures.rivals import Basis, Told, ratio\n\n"
        "plan = Basis('Far East', '2019', 'investment', 'planned', 'RUB')\n"
        "came = Basis('Far East', '2019', 'investment', 'actual', 'RUB')\n"
        "one = Told('r1', 'CN', plan, Decimal('33.6'), Decimal('33.6'), 'agency')\n"
        "other = Told('r2', 'JP', came, Decimal('1.4'), Decimal('1.4'), 'agency')\n"
        "print(ratio(one, other).message)",
    ),
    Entry(
        "linkage",
        "Deals and the talks",
        "Did movement in the talks differ after binding deals?",
        ("measures.linkage",),
        "talks",
        "Twenty-five meetings, eight of them after a deal. All relabellings within runs of five are counted.",
        "from warifu.measures.linkage import chance, power\n\n"
        "moved = [0, 0, 1, 0, -1, 0, 0, 2, 1, 0, 0, -1, 0, 0, 1, 0, 0, -1, 0, 1, 0, 0, 0, -1, 0]\n"
        "after = [mark == '1' for mark in '0110001110001010000100000']\n"
        "test = chance.within_strata(moved, after, [str(place // 5) for place in range(25)])\n"
        "print(round(chance.difference(moved, after), 4), test.p, test.ways)\n"
        "print(round(power.smallest_effect(8, 17), 2), 'standard deviations could have been seen')",
    ),
    Entry(
        "bargain",
        "What if",
        "Could money for the concession have been a deal that nobody gains by breaking?",
        ("measures.bargain",),
        "bargain",
        "Tranches of 1, 1 and .6 with everything due at the end: the conceder gains by not doing it.",
        "from warifu.measures.bargain.setting import Setting\n"
        "from warifu.measures.bargain.tranches import check_schedule\n\n"
        "found = check_schedule(Setting(v=10, k=4), pay=[1, 1, .6], concede=[0, 0, 1])\n"
        "print(found.breaks)\n"
        "kept = check_schedule(Setting(v=10, k=4, r_conceder=5), pay=[1, 1, .6], concede=[0, 0, 1])\n"
        "print(kept.breaks, round(kept.slack, 3))",
    ),
    Entry(
        "choices",
        "Under other choices",
        "Would another careful tracker, who chose otherwise, have said something else?",
        ("measures.choices",),
        "choices",
        "Two choices of two options each; the verdict turns in one of four combinations.",
        "from warifu.measures.choices import Choice, specification_curve\n\n"
        "choices = [Choice('currency', ('day', 'year'), 'day'), Choice('frames', ('parts', 'frames'), 'parts')]\n"
        "def share(options):\n"
        "    return {'paid': .4 + .1 * (options['currency'] == 'year') + .1 * (options['frames'] == 'frames')}\n\n"
        "found = specification_curve(choices, share, {'over half': lambda values: str(values['paid'] > .5)})\n"
        "print(found.n, found.curves[0].low, round(found.curves[0].high, 1), found.flips[0].share)",
    ),
    Entry(
        "delivery",
        "Delivery by independent statistics",
        "What came of it, by somebody else's count?",
        ("measures.delivery",),
        "delivery",
        "A promise of 63.9 more than a base of 78.77, and what had come by March.",
        "from decimal import Decimal\nfrom warifu.measures.delivery import Promise, due\n\n"
        "promise = Promise('p', 'goods', '2020', 'US exports', 'USD bn', Decimal('63.9'), Decimal('78.77'))\n"
        "expected = due(promise.target, through=3)\n"
        "print(promise.target, expected, f'{Decimal(\"14.49\") / expected:.1%}')",
    ),
    Entry(
        "claims",
        "Published numbers",
        "Do the published numbers hold in themselves?",
        ("measures.claims",),
        "claims",
        "A total said to have fallen by more than either of its parts.",
        "from decimal import Decimal\nfrom warifu.measures.claims import Breakdown, Claim, check\n\n"
        "def claim(name, value):\n"
        "    return Claim(name, '2020', 'ministry', 'trade', name, Decimal(value), 'percent')\n\n"
        "rows = [claim('trade', '-33'), claim('exports', '-15.5'), claim('imports', '-29.4')]\n"
        "found = check(rows, lambda one, other, on: None, [Breakdown('trade', ('exports', 'imports'), True)])\n"
        "print(found.problems[0].message)",
    ),
)
"""Every page, in the order of the report."""

INDEX: Final = """# Measures

After reading this page you know what every figure of warifu carries beside it, and where its method is told.

Each measure answers one question about a programme. `warifu score` prints all answers, `warifu score --measure NAME`
one in full, `warifu compare` sets programmes side by side, and `warifu why` walks from any figure back to the words.

What every figure carries:

- **n**, on how many cases it rests; **missing**, the deals that belong in it and tell no value. Missing is never 0.
- **low** and **high**, the ends of its range: what bounds ("up to", "more than") and versions leave open, what silence
  could hide, or how far a share of so few deals could lie from that of more like them. An empty end is open.
- an **answer** where there is no value: looked, nothing found · not looked · told, no rate ·
  not applicable · contested.
- its **method**, the page below; what it **assumes**; and warnings, which are printed wherever it is.

"Cannot tell" is an answer, and with so few deals often the right one. A section says it in those words.

| measure | question |
|---|---|
{rows}

Not here: what a column of a table means ([tables](../tables.md)), what a code means ([codelists](../codelists.md)).

This page and those it leads to are made by `python -m warifu.manual`; change the docstrings instead of them.
"""


def pages() -> dict[str, str]:
    """Every page by its file name below `docs/`."""
    rows = "\n".join(f"| [{entry.title}]({entry.name}.md) | {entry.question} |" for entry in ENTRIES)
    made = {f"{FOLDER}/index.md": INDEX.format(rows=rows)}
    for entry in ENTRIES:
        made[f"{FOLDER}/{entry.name}.md"] = page(entry)
    return made


def page(entry: Entry) -> str:
    """One measure: its question, its method, a worked example, and every function with what it says of itself."""
    parts = [f"# {entry.title}", f"*{entry.question}*"]
    for name in entry.modules:
        parts.append(_text(importlib.import_module(f"warifu.{name}")))
    layout = importlib.import_module(f"warifu.measures.board.{entry.page}")
    parts += ["## On the page of a programme", _text(layout), _text(layout.page)]
    parts += [
        "## A worked example",
        entry.told,
        f"```python\n{entry.example}\n```",
        f"```text\n{run(entry.example)}\n```",
    ]
    parts.append("## How it is computed")
    for name in entry.modules:
        for module in _modules(name):
            parts += _functions(module)
    parts.append("[All measures](index.md)")
    return "\n\n".join(part for part in parts if part) + "\n"


def run(example: str) -> str:
    """What an example prints."""
    out = io.StringIO()
    with contextlib.redirect_stdout(out):
        exec(compile(example, "<example>", "exec"), {})  # the examples above, and nothing else
    return out.getvalue().rstrip()


def _modules(name: str) -> Iterator[ModuleType]:
    """A module, or every module of a room."""
    found = importlib.import_module(f"warifu.{name}")
    yield found
    for inner in sorted(pkgutil.iter_modules(getattr(found, "__path__", ())), key=lambda item: item.name):
        yield importlib.import_module(f"{found.__name__}.{inner.name}")


def _functions(module: ModuleType) -> Iterator[str]:
    """Every public function with a docstring, in the order of the file."""
    own = [
        (function.__code__.co_firstlineno, name, function)
        for name, function in vars(module).items()
        if isinstance(function, FunctionType) and function.__module__ == module.__name__ and not name.startswith("_")
    ]
    told = [(name, function) for _, name, function in sorted(own) if function.__doc__]
    if told:
        short = module.__name__.removeprefix("warifu.")
        yield f"### `{short}`"
    for name, function in told:
        names = ", ".join(inspect.signature(function).parameters)
        yield f"**`{name}({names})`**"
        yield _text(function)


def _text(thing: object) -> str:
    """A docstring as Markdown: its lists of arguments as lists."""
    lines = inspect.cleandoc(thing.__doc__ or "").splitlines()
    made: list[str] = []
    for line in lines:
        if line.strip() in ("Args:", "Raises:", "Returns:", "Attributes:"):
            made += ["", f"*{line.strip()}*", ""]
        elif line.startswith("    ") and not line.startswith("     ") and ":" in line:
            name, _, rest = line.strip().partition(":")
            made.append(f"- `{name}`:{rest}")
        elif line.startswith("    "):
            made.append(f"  {line.strip()}")
        else:
            made.append(line)
    return "\n".join(made).strip().replace("|", "\\|")
