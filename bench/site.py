"""How fast the site of a large ledger is made, made again, and read.

    .venv/bin/python bench/site.py [DEALS]

Makes rows of a programme with that many deals (20,000 where none is given), then prints: seconds of CPU, pages and peak
memory of the first build; the same of a build of which nothing changed and of one after one deal changed; and, in a
real Chromium where there is one, the first paint of the list and the latency of a search over all deals. Beside it
stands the plain alternative: the same rows through a bare template loop, one page a deal, with no links, no languages
and no figures, which is the floor of what a template engine can do.
"""

from __future__ import annotations

import random
import resource
import statistics
import sys
import tempfile
import time
from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any

import jinja2

from warifu.site import build
from warifu.tables import contract as c
from warifu.tables import files
from warifu.tables.files import Tables

EMPTY: Mapping[str, Any] = {
    "text": "", "whole": 0, "decimal": Decimal(0), "number": 0.0, "yes-no": False, "day": date(2020, 1, 1), "list": (),
}  # fmt: skip
STAGES = ("proposed", "announced", "signed", "in force", "financed", "delivered")
FORMS = ("memorandum", "contract", "agreement", "announcement")


def row(kind: type[Any], /, **told: Any) -> Any:
    return kind(
        **{field.name: told.get(field.name, None if field.empty else EMPTY[field.kind]) for field in c.fields(kind)}
    )


def ledger(count: int) -> dict[type[Any], list[Any]]:
    """Rows of a programme with so many deals, always the same."""
    rng = random.Random(4711)
    sources = max(10, count // 4)
    parties = max(10, count // 20)
    found: dict[type[Any], list[Any]] = {
        c.ProgrammeRow: [
            row(
                c.ProgrammeRow, programme="big", name_en="A Large Programme", side_left="JP", side_right="RU",
                currency="USD", begin_text="2010-01", looked_until="2024-01-01", as_of=date(2024, 1, 1),
            )
        ],
        c.AreaRow: [row(c.AreaRow, area=str(n), name_en=f"Area {n}") for n in range(1, 9)],
        c.SourceRow: [
            row(
                c.SourceRow, source=f"src-{n}", publisher=f"Publisher {n % 300}", published_text=_day(rng), side="JP",
                kind="newspaper", rank=7, voice="JP press", url=f"https://example.org/{n}", origin=f"src-{n}",
                language="en",
            )
            for n in range(sources)
        ],
        c.PartyRow: [
            row(c.PartyRow, party=f"party-{n}", name=f"Firm {n}", country="JP", type="private company", deals=20)
            for n in range(parties)
        ],
        c.CodeRow: [
            *(row(c.CodeRow, codelist="Stage", code=word, meaning=word) for word in STAGES),
            *(row(c.CodeRow, codelist="Form", code=word, meaning=word) for word in FORMS),
        ],
    }  # fmt: skip
    for n in range(count):
        _deal(found, rng, n, sources, parties)
    ids = [item.deal for item in found[c.DealRow]]
    found[c.FigureRow] = [
        row(
            c.FigureRow, figure=f"big/all/{name}", slice="all", slice_label="All", measure=name, label=name,
            unit="deals", value=Decimal(len(ids)), low=Decimal(len(ids)), high=Decimal(len(ids)), n=count,
            answer="found", method=f"scorecard.{name}", deals=tuple(ids),
        )
        for name in ("deals", "promised", "signed", "binding", "paid", "delivered")
    ]  # fmt: skip
    return found


def _day(rng: random.Random) -> str:
    return (date(2010, 1, 1) + timedelta(days=rng.randrange(5000))).isoformat()


def _deal(found: dict[type[Any], list[Any]], rng: random.Random, n: int, sources: int, parties: int) -> None:
    deal, day = f"d-{n:06}", _day(rng)
    stage, form = rng.choice(STAGES), rng.choice(FORMS)
    found.setdefault(c.DealRow, []).append(
        row(
            c.DealRow, deal=deal, title=f"Deal {n} on {rng.choice(('gas', 'ports', 'clinics', 'rail'))}", counted=True,
            areas=(str(1 + n % 8),), belongs="core", instrument="loan", form=form, binding=rng.choice(("yes", "no")),
            stage=stage, stage_text=day, status="under way", first_text=day, year=int(day[:4]), support=2, versions=2,
            confidence="high", coder="bench", coded="2024-01-01", file=f"sheets/deals/{deal}.yaml", line=1,
        )
    )  # fmt: skip
    for place in range(2):
        found.setdefault(c.DealPartyRow, []).append(
            row(
                c.DealPartyRow, deal=deal, party=f"party-{rng.randrange(parties)}", place=place + 1,
                role=("provider", "receiver")[place],
            )
        )  # fmt: skip
    names = [f"src-{rng.randrange(sources)}" for _ in range(3)]
    found.setdefault(c.StageRow, []).append(
        row(c.StageRow, deal=deal, number=1, stage=stage, on_text=day, sources=tuple(names))
    )
    found.setdefault(c.SumRow, []).append(
        row(
            c.SumRow, sum=f"{deal}/sums-1", deal=deal, kind="pledge", amount=Decimal(rng.randrange(10**6, 10**9)),
            currency="USD", bound="exact", standing="counted", counted=True, on_text=day, rate=Decimal(1),
            converted=Decimal(rng.randrange(10**6, 10**9)), support=1, sources=(names[0],),
        )
    )  # fmt: skip
    for place, name in enumerate(names):
        found.setdefault(c.StatementRow, []).append(
            row(
                c.StatementRow, statement=f"{deal}/stages-{place}/{name}", deal=deal, field="stage", says=stage,
                on_text=day, source=name, voice=("JP government", "RU press")[place % 2], side=("JP", "RU")[place % 2],
                by="bench",
            )
        )  # fmt: skip
    for side, voice in (("JP", "JP government"), ("RU", "RU press")):
        found.setdefault(c.VersionRow, []).append(
            row(c.VersionRow, deal=deal, voice=voice, side=side, stage=stage, stage_text=day, form=form)
        )


def write(found: Mapping[type[Any], Sequence[Any]], folder: Path) -> Tables:
    files.write({name: found.get(kind, ()) for name, kind in c.TABLES.items()}, folder)
    return Tables(folder)


def timed(what: str, tables: Tables, out: Path) -> None:
    wall, cpu = time.perf_counter(), time.process_time()
    report = build(tables, out)
    spent, waited = time.process_time() - cpu, time.perf_counter() - wall
    every = report.written + report.unchanged
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    each = f"{spent / report.written * 1000:6.2f} ms each" if report.written > 100 else ""
    print(
        f"{what:32} {spent:8.1f} s CPU {waited:8.1f} s wall  {report.written:7,} written of {every:7,} pages  "
        f"{each:14}  peak {peak:6.0f} MiB"
    )


def plain(found: Mapping[type[Any], Sequence[Any]], out: Path) -> None:
    """The floor: one bare page a deal."""
    page = jinja2.Environment(autoescape=True).from_string(
        "<!doctype html><title>{{ d.title }}</title><h1>{{ d.title }}</h1><table>{% for s in told %}<tr>"
        "<td>{{ s.says }}</td><td>{{ s.on_text }}</td><td>{{ s.voice }}</td><td>{{ s.source }}</td></tr>"
        "{% endfor %}</table>"
    )
    told: dict[str, list[Any]] = {}
    for item in found[c.StatementRow]:
        told.setdefault(item.deal, []).append(item)
    out.mkdir(parents=True)
    cpu = time.process_time()
    for deal in found[c.DealRow]:
        (out / f"{deal.deal}.html").write_text(page.render(d=deal, told=told[deal.deal]), encoding="utf-8")
    spent = time.process_time() - cpu
    count = len(found[c.DealRow])
    each = spent / count * 1000
    print(f"{'plain: a bare page a deal':32} {spent:8.1f} s CPU {'':15}  {count:7,} written {each:8.2f} ms each")


def browse(site: Path) -> None:
    sys.path.insert(0, str(Path(__file__).parents[1] / "tests"))
    from chromium import CHROMIUM, FLAGS

    if not CHROMIUM.exists():
        print("in a browser: not measured, there is no chromium")
        return
    from playwright.sync_api import sync_playwright

    with sync_playwright() as play:
        browser = play.chromium.launch(executable_path=str(CHROMIUM), args=FLAGS)
        page = browser.new_page()
        for name in ("index.html", "deals.html"):
            page.goto((site / name).as_uri(), wait_until="load")
            page.wait_for_function("performance.getEntriesByName('first-contentful-paint').length")
            paint = page.evaluate("performance.getEntriesByName('first-contentful-paint')[0]?.startTime")
            loaded = page.evaluate("performance.getEntriesByType('navigation')[0].loadEventEnd")
            print(f"{name:32} first paint {paint:6.0f} ms, loaded {loaded:6.0f} ms")
        spent = []
        for words in ("gas", "firm 77", "ports clinics", "d-0123", "rail", "nothing such"):
            spent.append(
                page.evaluate(
                    """words => { const box = document.getElementById('q'); box.value = words;
                       const begin = performance.now(); box.dispatchEvent(new Event('input', {bubbles: true}));
                       document.body.offsetHeight; return performance.now() - begin; }""",
                    words,
                )
            )
        told = page.inner_text("[data-deals-found]")
        print(
            f"{'search over all deals':32} median {statistics.median(spent):.1f} ms, most {max(spent):.1f} ms ({told})"
        )
        size = (site / "assets" / "deals.js").stat().st_size / 1024**2
        print(f"{'the data it searches':32} {size:.1f} MiB")
        browser.close()


def main() -> None:
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 20_000
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch)
        found = ledger(count)
        print(f"{count:,} deals, {len(found[c.StatementRow]):,} statements, {len(found[c.SourceRow]):,} sources")
        plain(found, folder / "plain")
        timed("first build", write(found, folder / "build"), folder / "build" / "site")
        timed("nothing changed", Tables(folder / "build"), folder / "build" / "site")
        found[c.DealRow][7] = found[c.DealRow][7]._replace(note="Looked at again.")
        timed("one note changed", write(found, folder / "build"), folder / "build" / "site")
        browse(folder / "build" / "site")


if __name__ == "__main__":
    main()
