"""Small real workspaces with documents and proposals, for the tests of decisions, statements and the desk.

A reading is written as the words of the document: every quote is looked up in the text that was really read, so that
its offsets are true; ids, runs and files come from the same code that the readers use.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable, Mapping
from pathlib import Path

import msgspec

from warifu.decisions import log
from warifu.decisions.judgement import Change, encoded
from warifu.decisions.log import Decision
from warifu.documents import intake, store
from warifu.documents.intake import Details
from warifu.proposals import runs
from warifu.proposals.proposal import Kind, Match, PartyRead, Proposal, SumRead, Told

PROGRAMME = """\
id: harbour
names: {en: Harbour Programme, ja: 港湾計画, ru: Портовая программа}
sides: [JP, ID]
account_currency: USD
begin: 2023-04-02
looked_until: 2026-06-30
areas:
  - id: ports
    names: {en: Ports, ja: 港湾, ru: Порты}
  - id: power
    names: {en: Power, ja: 電力, ru: Энергетика}
"""

CRANES = """\
deal: cranes
title: Cranes for the east quay
programme: harbour
areas: [ports]
coder: mori
coded: 2024-01-10
parties:
  - {party: jbic, roles: [provider]}
instrument: loan
papers:
  - {form: memorandum, on: 2023-04-02, binding: no, sources: [ministry-2023]}
stages:
  - {stage: announced, on: 2023-04-02, sources: [ministry-2023]}
sums:
  - {kind: pledge, amount: "300,000,000 USD", on: 2023-04-02, sources: [ministry-2023]}
sources: [ministry-2023]
"""

SOURCES = """\
id,publisher,published,language,kind,side,url
ministry-2023,Ministry of Examples,2023-04-02,en,official,JP,https://ministry.example/2023
"""

PARTIES = """\
id,name,country,type,name_ja,name_ru
jbic,Japan Bank for International Cooperation,JP,state body,国際協力銀行,ЯБМС
pelindo,Pelindo,ID,state-owned company,,
"""

ENGLISH = (
    "On 3 March 2024 the Japan Bank for International Cooperation signed a loan agreement with Pelindo for "
    "USD 450 million to build cranes on the east quay. The agreement is legally binding, officials said. "
    "Earlier the two had signed a memorandum of understanding on a USD 300 million loan. "
    "A power station of USD 2.5 billion is being discussed."
)
JAPANESE = "国際協力銀行は2024年3月3日、プリンド社と4億5000万米ドルの融資契約に署名した。契約は法的拘束力を持つ。"
RUSSIAN = (
    "3 марта 2024 года Японский банк международного сотрудничества подписал с компанией Pelindo кредитный договор "
    "на 450 млн долларов США. Договор имеет обязательную силу."
)


@dataclasses.dataclass
class Desk:
    """A workspace in a temporary folder."""

    folder: Path

    def document(self, name: str, text: str | bytes, **details: str) -> str:
        """Take in a document; its digest."""
        return self.take_in({name: (text, details)})[name]

    def take_in(self, documents: Mapping[str, tuple[str | bytes, Mapping[str, str]]]) -> dict[str, str]:
        """Take in documents by name, each with what is known of it, in one go; their digests by name."""
        folder = self.folder.parent / "incoming"
        folder.mkdir(exist_ok=True)
        digests, given = {}, {}
        for name, (text, details) in documents.items():
            data = text if isinstance(text, bytes) else text.encode()
            (folder / name).write_bytes(data)
            digests[name] = store.digest_of(data)
            given[str(folder / name)] = Details(**details)
        intake.add(self.folder, [folder / name for name in documents], details=given)
        return digests

    def body(self, digest: str) -> str:
        with store.open_store(self.folder) as kept:
            return kept.text_of(digest).body

    def source(self, digest: str) -> str:
        with store.open_store(self.folder) as kept:
            return kept.find(digest).source

    def read(self, proposals: Iterable[Proposal], reader: str = "rules", version: str = "1") -> list[Proposal]:
        """Write the file of a run with these proposals."""
        kept = list(proposals)
        documents = tuple(sorted({one.document for one in kept}))
        run = runs.Run(runs.run_id(reader, version, {}, documents), reader, version, {}, documents)
        kept = [msgspec.structs.replace(one, run=run.id) for one in kept]
        runs.write(self.folder, run, kept)
        return kept

    def decide(self, analyst: str, action: str, about: str, value: str | Change = "", **more: str) -> Decision:
        """Append a decision to the log of an analyst."""
        text = encoded(value) if isinstance(value, Change) else value
        more.setdefault("at", "2026-06-01T10:00:00+00:00")
        if action in ("reject", "correct"):
            more.setdefault("reason", "as the source says")
        decision = Decision(about=about, action=action, analyst=analyst, value=text, **more)
        path = log.path_of(self.folder / "decisions", analyst)
        log.append(path, decision, after=log.head(path))
        return decision


def workspace(folder: Path) -> Desk:
    """A workspace of one programme and one coded deal, in a new folder."""
    (folder / "sheets" / "deals").mkdir(parents=True)
    (folder / "reference").mkdir()
    (folder / "programme.yaml").write_text(PROGRAMME, "utf-8")
    (folder / "sheets" / "deals" / "cranes.yaml").write_text(CRANES, "utf-8")
    (folder / "sheets" / "parties.csv").write_text(PARTIES, "utf-8")
    (folder / "reference" / "sources.csv").write_text(SOURCES, "utf-8")
    return Desk(folder)


def told(body: str, value: str, quote: str, rule: str = "test") -> Told:
    start = body.index(quote)
    return Told(value, quote, start, start + len(quote), rule)


def reading(
    body: str,
    passage: str,
    *,
    document: str = "d" * 64,
    source: str = "file:a.txt",
    kind: Kind = Kind.DEAL,
    fields: Mapping[str, tuple[str, str]] | None = None,
    parties: Iterable[tuple[str, str, str]] = (),
    sums: Iterable[tuple[str, str, str, str]] = (),
    reader: str = "rules 1",
    match: str | None = None,
    confidence: float = 0.8,
    doubtful: bool = False,
    copy_group: str = "",
) -> Proposal:
    """A proposal read from a passage.

    Args:
        body: The text.
        passage: The words it was read from.
        fields: Value and quote of each field.
        parties: Role, quote and id in the workspace's list (or empty) of each party.
        sums: Kind, number, currency and quote of each sum.
    """
    at = body.index(passage)
    proposal = Proposal(
        id="",
        kind=kind,
        document=document,
        source=source,
        run="",
        reader=reader,
        start=at,
        end=at + len(passage),
        passage=passage,
        fields={name: told(body, value, quote) for name, (value, quote) in (fields or {}).items()},
        parties=tuple(
            PartyRead(quote, role, quote, body.index(quote), body.index(quote) + len(quote), "test", name)
            for role, quote, name in parties
        ),
        sums=tuple(
            SumRead(number, currency, what, "exact", quote, body.index(quote), body.index(quote) + len(quote), "test")
            for what, number, currency, quote in sums
        ),
        confidence=confidence,
        reasons=("the sentence names a signature, a sum and two parties",),
        doubtful=doubtful,
        copy_group=copy_group,
        match=None if match is None else Match(match, 0.9, ("same parties and area",)),
    )
    return msgspec.structs.replace(proposal, id=runs.proposal_id(proposal))


def loan(
    document: str = "d" * 64, source: str = "file:a.txt", match: str | None = "cranes", **more: object
) -> Proposal:
    """The loan of the English text."""
    return reading(
        ENGLISH,
        ENGLISH.partition(". Earlier")[0] + ".",
        document=document,
        source=source,
        match=match,
        fields={
            "form": ("agreement", "loan agreement"),
            "instrument": ("loan", "loan agreement"),
            "stage": ("signed", "signed"),
            "binding": ("yes", "legally binding"),
            "basis": ("sides", "officials said"),
            "on": ("2024-03-03", "3 March 2024"),
            "area": ("ports", "east quay"),
        },
        parties=[("provider", "Japan Bank for International Cooperation", "jbic"), ("receiver", "Pelindo", "pelindo")],
        sums=[("commitment", "450000000", "USD", "USD 450 million")],
        **more,  # type: ignore[arg-type]
    )


def memorandum(document: str = "d" * 64, source: str = "file:a.txt", **more: object) -> Proposal:
    """The memorandum that the English text tells of."""
    return reading(
        ENGLISH,
        "Earlier the two had signed a memorandum of understanding on a USD 300 million loan.",
        document=document,
        source=source,
        match="cranes",
        fields={"form": ("memorandum", "memorandum of understanding")},
        sums=[("pledge", "300000000", "USD", "USD 300 million")],
        **more,  # type: ignore[arg-type]
    )


def power_station(document: str = "d" * 64, source: str = "file:a.txt", **more: object) -> Proposal:
    """The power station that is only talked of."""
    return reading(
        ENGLISH,
        "A power station of USD 2.5 billion is being discussed.",
        document=document,
        source=source,
        fields={"stage": ("proposed", "being discussed"), "area": ("power", "power station")},
        sums=[("hoped", "2500000000", "USD", "USD 2.5 billion")],
        **more,  # type: ignore[arg-type]
    )
