"""`warifu read` and `warifu evaluate`: turn documents into proposals, and say how well a reader does that."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from warifu.errors import BadInputError, NoWorkspaceError
from warifu.terms.problem import Problem, Severity

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from warifu.proposals.proposal import Proposal
    from warifu.proposals.reader import Page
    from warifu.terms.document import DocumentRecord


@click.command()
@click.argument("folder", type=click.Path(path_type=Path), default=Path())
@click.argument("documents", nargs=-1)
@click.option("--show", is_flag=True, help="Print each proposal with its words, and write nothing.")
@click.option("--model", "endpoint", help="Address of an OpenAI-compatible service; it reads instead of the rules.")
@click.option("--model-name", default="", help="Which model of the service.")
@click.option("--key-from", default="OPENAI_API_KEY", show_default=True, help="Environment variable with the key.")
def read(
    folder: Path, documents: tuple[str, ...], show: bool, endpoint: str | None, model_name: str, key_from: str
) -> None:
    """Read the documents of a workspace and file what they say as proposals, believed by nobody.

    Every field of a proposal is tied to the exact words it was read from. Reading again gives the same file. Judge the
    proposals at the review desk: warifu desk.

    \b
      warifu read my-tracker                     every document
      warifu read my-tracker c8be9cfc 02a1       these alone
      warifu read my-tracker --show              look, and write nothing
      warifu read my-tracker --model http://127.0.0.1:8080/v1 --model-name qwen
    """
    from warifu.proposals import runs
    from warifu.proposals.runs import Run

    if not (folder / "programme.yaml").exists():
        raise NoWorkspaceError(folder)
    reader, name, version, settings, counts = _chosen(folder, endpoint, model_name, key_from)
    pages = list(_pages(folder, documents))
    if not pages:
        click.echo(f"{folder}: no document to read. Add some: warifu add FILE --to {folder}")
        return
    run = runs.run_id(name, version, settings, (page.document for page in pages))
    matcher = _matcher(folder)
    found: list[Proposal] = []
    with _progress(len(pages)) as done:
        for page in pages:
            read_now = reader(page, run)
            counts["documents with none"] = counts.get("documents with none", 0) + (not read_now)
            found += [matcher(one) for one in read_now]
            done()
    if show:
        for proposal in found:
            click.echo(_lines(proposal))
        return
    settled = Run(run, name, version, settings, tuple(sorted(page.document for page in pages)), counts)
    path = runs.write(folder, settled, found)
    kinds: dict[str, int] = {}
    for proposal in found:
        kinds[proposal.kind] = kinds.get(proposal.kind, 0) + 1
    told = ", ".join(f"{count} {kind}{'s' if count != 1 else ''}" for kind, count in sorted(kinds.items())) or "nothing"
    click.echo(f"{len(pages)} documents read: {told}")
    doubtful = sum(proposal.doubtful for proposal in found)
    if doubtful:
        click.echo(f"{doubtful} from spun or garbled text: marked doubtful, never to be accepted alone")
    for what, count in sorted(counts.items()):
        click.echo(f"{count} {what}")
    click.echo(f"filed in {path}; judge them: warifu desk {folder}")


@click.command()
@click.argument("gold", type=click.Path(path_type=Path))
@click.option("--misses", is_flag=True, help="List what was missed and invented, text by text.")
@click.option("--out", type=click.Path(path_type=Path), help="Write the report here instead of printing it.")
@click.option("--to", "workspace", type=click.Path(path_type=Path), help="Keep the scores in this workspace too.")
@click.option("--model", "endpoint", help="Score a model behind an OpenAI-compatible service instead of the rules.")
@click.option("--model-name", default="", help="Which model of the service.")
@click.option("--key-from", default="OPENAI_API_KEY", show_default=True, help="Environment variable with the key.")
def evaluate(
    gold: Path,
    misses: bool,
    out: Path | None,
    workspace: Path | None,
    endpoint: str | None,
    model_name: str,
    key_from: str,
) -> None:
    """Score a reader on marked texts, by language and field, as a report that can be published.

    GOLD is a folder with texts/<id>.txt and gold.jsonl (docs/evaluation.md says what stands in them).

    \b
      warifu evaluate eval/reading/test
      warifu evaluate my-marked-set --misses --out report.md
      warifu evaluate my-marked-set --to my-tracker      its site then tells how well it was read
    """
    from warifu.proposals.evaluation import evaluate as score
    from warifu.proposals.evaluation import keep, load, report

    if not gold.is_dir():
        message = "no such folder. A marked folder holds texts/<id>.txt and gold.jsonl (docs/evaluation.md)"
        raise BadInputError([Problem(gold.name, "no-gold", message, Severity.SEVERE, str(gold))])
    if workspace is not None and not (workspace / "programme.yaml").exists():
        raise NoWorkspaceError(workspace)
    texts = load(gold)
    reader, name, version, _, _ = _chosen(None, endpoint, model_name, key_from)
    with _progress(len(texts)) as done:

        def one(page: Page) -> Sequence[Proposal]:
            done()
            return reader(page, "")

        scores = score(texts, one)
    if workspace is not None:
        marked = "/".join(gold.resolve().parts[-2:])
        kept = keep(workspace, scores, name, version, marked)
        click.echo(f"kept in {kept}; show it: warifu build {workspace}", err=True)
    page = report(scores, f"Reading quality on {gold.name}", f"{name} {version}", misses)
    if out is None:
        click.echo(page, nl=False)
    else:
        out.write_text(page, encoding="utf-8", newline="\n")
        click.echo(f"{len(texts)} texts scored: {out}")


def _chosen(
    folder: Path | None, endpoint: str | None, model_name: str, key_from: str
) -> tuple[Callable[[Page, str], list[Proposal]], str, str, dict[str, str], dict[str, int]]:
    """The reader that was asked for, its name, version, settings, and its counts as they grow."""
    from warifu.proposals.reader import NAME, VERSION
    from warifu.proposals.reader import read as read_page
    from warifu.proposals.reader.table import default_table, table_for

    if endpoint is None:
        table = default_table() if folder is None else table_for(folder / "sheets" / "parties.csv")
        return (lambda page, run: read_page(page, table, run)), NAME, VERSION, {}, {}
    import os

    from warifu.proposals.model_reader import ModelReader

    cache = None if folder is None else folder / "build" / "model-answers"
    model = ModelReader(endpoint, model_name, os.environ.get(key_from, ""), cache)
    return model.read, "model", model.version, {"model": model_name, "prompt": model.prompt_digest}, model.counts


def _pages(folder: Path, wanted: tuple[str, ...]) -> Iterator[Page]:
    """The documents of a workspace that have a text, as pages, one a digest."""
    from warifu.documents.records import records
    from warifu.documents.store import open_store
    from warifu.errors import UnreadableError
    from warifu.proposals.reader import Page

    known = records(folder)
    groups = {record.digest: record.group for record in known}
    spun = {record.digest: _spun(record) for record in known}
    with open_store(folder) as store:
        chosen = {store.find(prefix).digest for prefix in wanted}
        for capture, text in store.texts():
            if chosen and capture.digest not in chosen:
                continue
            try:
                yield Page(
                    capture.digest,
                    text.body,
                    capture.title or text.title or "",
                    capture.published or text.published or capture.stated or text.stated,
                    capture.language or text.language,
                    capture.source,
                    groups.get(capture.digest, ""),
                    spun.get(capture.digest),
                )
            except UnreadableError:
                continue


def _spun(record: DocumentRecord) -> str:
    """What the documents' room found of a text: "spun", "suspect" or "none"."""
    return "spun" if record.spun else "suspect" if any(flag.name == "suspect" for flag in record.flags) else "none"


def _matcher(folder: Path) -> Callable[[Proposal], Proposal]:
    """Gives each proposal the deal of the workspace that it seems to be about."""
    import csv

    import msgspec

    from warifu.proposals import matching, sheets

    files = [sheets.read(path, path.name)[0] for path in sheets.paths(folder / "sheets" / "deals")]
    countries: dict[str, str] = {}
    parties = folder / "sheets" / "parties.csv"
    if parties.exists():
        with parties.open(encoding="utf-8", newline="") as lines:
            countries = {row.get("id") or "": row.get("country") or "" for row in csv.DictReader(lines)}
    matcher = matching.Matcher(matching.known([file for file in files if file is not None], countries))
    return lambda proposal: msgspec.structs.replace(proposal, match=matcher.match(proposal))


def _lines(proposal: Proposal) -> str:
    """One proposal as a person reads it: the passage, then a line a field with its words."""
    doubt = "  DOUBTFUL" if proposal.doubtful else ""
    head = f"{proposal.kind} {proposal.id}  confidence {proposal.confidence:.2f}{doubt}"
    lines = [head, f"  “{' '.join(proposal.passage.split())}”"]
    lines += [
        f"  {name}: {told.value}  ← “{told.quote}” [{told.rule}]" for name, told in sorted(proposal.fields.items())
    ]
    lines += [f"  {one.role}: {one.name} {one.country}  ← “{one.quote}” [{one.rule}]" for one in proposal.parties]
    lines += [
        f"  {one.kind}: {one.number} {one.currency} ({one.bound})  ← “{one.quote}” [{one.rule}]"
        for one in proposal.sums
    ]
    if proposal.match is not None:
        lines.append(
            f"  deal: {proposal.match.deal or 'new'} ({proposal.match.score:.2f}) {'; '.join(proposal.match.reasons)}"
        )
    return "\n".join(lines)


class _progress:
    """A bar while documents are read, where somebody watches; calling it says that one more is done."""

    def __init__(self, total: int) -> None:
        self._total = total
        self._bar: Any = None

    def __enter__(self) -> Callable[[], None]:
        if not sys.stderr.isatty():
            return lambda: None
        from rich.console import Console
        from rich.progress import Progress

        self._bar = Progress(console=Console(stderr=True), transient=True)
        self._bar.start()
        task = self._bar.add_task("reading", total=self._total)
        return lambda: self._bar.advance(task)

    def __exit__(self, *_: object) -> None:
        if self._bar is not None:
            self._bar.stop()
