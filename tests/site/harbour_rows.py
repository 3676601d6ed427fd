"""Rows of a tiny programme, and the same with every text hostile."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

from warifu.tables import contract as c
from warifu.tables import files
from warifu.tables.files import Tables

EMPTY: Mapping[str, Any] = {
    "text": "", "whole": 0, "decimal": Decimal(0), "number": 0.0, "yes-no": False, "day": date(2020, 1, 1), "list": (),
}  # fmt: skip

D = Decimal


def row(kind: type[Any], /, **told: Any) -> Any:
    """A row with what a test tells of it; every other column is as empty as the contract allows."""
    return kind(
        **{field.name: told.get(field.name, None if field.empty else EMPTY[field.kind]) for field in c.fields(kind)}
    )


def tables(found: Mapping[type[Any], Sequence[Any]], folder: Path) -> Tables:
    files.write({name: found.get(kind, ()) for name, kind in c.TABLES.items()}, folder)
    return Tables(folder)


def figure(measure: str, value: object, part: str = "all", **told: Any) -> c.FigureRow:
    number = None if value is None else D(str(value))
    given = {
        "figure": f"harbour/{part}/{measure}", "slice": part, "slice_label": "All", "measure": measure,
        "label": measure.capitalize(), "value": number, "unit": "deals", "low": number, "high": number,
        "answer": "found" if value is not None else "looked, nothing found", "method": f"scorecard.{measure}", "n": 2,
    }  # fmt: skip
    made: c.FigureRow = row(c.FigureRow, **{**given, **told})
    return made


def harbour() -> dict[type[Any], list[Any]]:
    """Two deals: cranes, of which both sides speak and differ; a school, of which one side speaks alone."""
    return {
        c.ProgrammeRow: [
            row(
                c.ProgrammeRow, programme="harbour", name_en="Harbour Plan", name_ja="港湾計画", side_left="JP",
                side_right="RU", currency="USD", binding="no", begin_text="2020-01", looked_until="2024-05-01",
                as_of=date(2024, 5, 1), summary_en="Cranes and a school.",
            )
        ],
        c.AreaRow: [row(c.AreaRow, area="1", name_en="Ports", name_ja="港湾", name_ru="Порты")],
        c.DealRow: [
            row(
                c.DealRow, deal="h-1", title="Harbour cranes", areas=("1",), belongs="core", counted=True,
                instrument="loan", form="contract", binding="yes", basis="paper", stage="signed",
                stage_text="2021-03-04", status="under way", first_text="2021-03-04", year=2021, place="Vladivostok",
                country="RU", confidence="high", support=2, versions=2, gaps=1, health_sources=4, health_completeness=5,
                health_follow_up=3, health_agreement=2, coder="ann", coded="2024-05-01", file="sheets/deals/h-1.yaml",
                line=1, last_text="2021-03-04",
            ),
            row(
                c.DealRow, deal="h-2", title="A school", areas=("1",), belongs="core", counted=True, instrument="grant",
                form="announcement", binding="no", stage="announced", status="unknown", confidence="low", support=1,
                versions=1, coder="ann", coded="2024-05-01", file="sheets/deals/h-2.yaml", line=1,
            ),
        ],
        c.PartyRow: [row(c.PartyRow, party="bank", name="Harbour Bank", country="JP", type="state body", deals=1)],
        c.DealPartyRow: [row(c.DealPartyRow, deal="h-1", party="bank", role="provider", place=1)],
        c.StageRow: [
            row(
                c.StageRow, deal="h-1", number=1, stage="signed", on_text="2021-03-04", sources=("s-1",),
                statements=("h-1/stages-1/s-1",),
            )
        ],
        c.SumRow: [
            row(
                c.SumRow, sum="h-1/sums-1", deal="h-1", kind="commitment", amount=D(5_000_000_000), currency="JPY",
                bound="about", standing="counted", counted=True, on_text="2021-03-04", converted=D("46500000"),
                converted_low=D("41850000"), converted_high=D("51150000"), rate=D("0.0093"), rate_on="2021-03-04",
                rate_source="central bank", support=1, sources=("s-1",),
            ),
            row(
                c.SumRow, sum="h-1/sums-2", deal="h-1", kind="cost", amount=D(10), currency="XYZ", bound="exact",
                standing="counted", counted=True, sources=("s-2",), support=1,
            ),
        ],
        c.StatementRow: [
            row(
                c.StatementRow, statement="h-1/stages-1/s-1", deal="h-1", field="stage", says="signed",
                on_text="2021-03-04", source="s-1", voice="JP government", side="JP", quote="署名した", by="ann",
            ),
            row(
                c.StatementRow, statement="h-1/sums-1/s-1", deal="h-1", field="sum",
                says="commitment, about: 5,000,000,000 JPY", source="s-1", voice="JP government", side="JP", by="ann",
            ),
        ],
        c.VersionRow: [
            row(c.VersionRow, deal="h-1", voice="JP government", side="JP", stage="signed", stage_text="2021-03-04"),
            row(c.VersionRow, deal="h-1", voice="RU press", side="RU", stage="announced", stage_text="2021"),
            row(c.VersionRow, deal="h-2", voice="RU press", side="RU", stage="announced"),
        ],
        c.GapRow: [
            row(
                c.GapRow, deal="h-1", number=1, field="form", left_voice="JP government", left="contract",
                right_voice="RU press", right="memorandum",
            )
        ],
        c.SourceRow: [
            row(
                c.SourceRow, source="s-1", publisher="Ministry of Ports", published_text="2021-03-05", language="ja",
                kind="official", side="JP", rank=1, voice="JP government", url="https://example.org/1", origin="s-1",
                statements=2,
            ),
            row(
                c.SourceRow, source="s-2", publisher="Port News", published_text="2021", language="ru",
                kind="newspaper", side="RU", rank=7, voice="RU press", url="http://example.org/2", origin="s-1",
                doubtful=True,
            ),
        ],
        c.FigureRow: [
            figure("deals", 2, deals=("h-1", "h-2")),
            figure("promised", 2, deals=("h-1", "h-2")),
            figure("signed", 1, deals=("h-1",)),
            figure("binding", 1, deals=("h-1",), missing=("h-2",), high=D(2)),
            figure("paid", 0),
            figure("delivered", 0),
            figure("money-committed", "46500000", unit="USD", low=D("41850000"), high=D("51150000"), deals=("h-1",),
                   sums=("h-1/sums-1",), n=1),
            figure("money-paid", None, unit="USD", n=0),
        ],
        c.ProblemRow: [
            row(c.ProblemRow, number=1, about="h-1", rule="missing-rate", severity="note", message="no rate of XYZ")
        ],
        c.CodeRow: [
            row(c.CodeRow, codelist="Stage", code="announced", meaning="Made public.", name_ja="発表",
                name_ru="объявлено"),
            row(c.CodeRow, codelist="Stage", code="signed", meaning="Signed.", name_ja="署名", name_ru="подписано"),
        ],
        c.MethodRow: [row(c.MethodRow, method="scorecard.paid", text="Money drawn.\n\nBinding is not paid.")],
    }  # fmt: skip


HOSTILE = (
    '"><script>window.__acted = 1</script><img src=x onerror="window.__acted=1">'
    "'</script><style>*{display:none}</style>\u202eevil\u202c\u0007{{ 7*7 }}javascript:alert(1)"
)


def hostile() -> dict[type[Any], list[Any]]:
    """The harbour programme in which every free text tries to act."""
    found = harbour()
    codelists = {"codelist", "stage", "form", "binding", "instrument", "status", "kind", "bound", "standing", "belongs"}
    bound_to = {"deal", "party", "source", "area", "figure", "slice", "measure", "statement", "sum", "origin", "rule",
                "side", "side_left", "side_right", "language", "severity", "role", "field", "programme", "country",
                "currency", "answer", "code", "method", "unit", "type", "basis", "document", "part_of"}  # fmt: skip

    def spoil(item: Any) -> Any:
        changed = {}
        for field in c.fields(type(item)):
            told = getattr(item, field.name)
            dated = field.name.endswith("_text") and not field.name.startswith("summary")
            if field.kind == "text" and field.name not in codelists | bound_to and not dated:
                changed[field.name] = told + HOSTILE
        if isinstance(item, c.SourceRow):
            changed["url"] = "javascript:window.__acted=1//" if item.source == "s-1" else 'https://ok.example/"onx=1'
        return item._replace(**changed)

    return {kind: [spoil(item) for item in items] for kind, items in found.items()}


def pages(site: Path) -> Iterator[Path]:
    yield from sorted(site.rglob("*.html"))
