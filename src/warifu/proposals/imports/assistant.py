"""The first-run assistant: proposes a mapping for a table that warifu has never seen.

It looks at the names of the columns and at their values, and writes a mapping file with the reason for each guess. It
is a proposal like any other: nothing is imported until a person has read it. What it could not guess it asks, in the
file, at the line where the answer goes.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Final

import msgspec

from warifu.proposals.imports import columns, frictionless, tables
from warifu.proposals.imports.columns import Column, Guess
from warifu.proposals.imports.iati import stream
from warifu.proposals.imports.mapping import TableMap
from warifu.proposals.imports.rows import id_of
from warifu.proposals.imports.tables import Table
from warifu.terms.codelist import MEANINGS, Instrument, Stage, Status, SumKind
from warifu.terms.problem import Problem

WORDS: Final[Mapping[str, tuple[str, Stage, Status | None]]] = {
    "cancelled": (r"cancel|withdrawn|terminat|abandon|中止|取消|撤回|отмен|прекращ", Stage.CANCELLED, Status.OVER),
    "suspended": (r"suspend|stall|frozen|on hold|停滞|中断|凍結|приостан|заморож", Stage.SIGNED, Status.STALLED),
    "completed": (
        r"complet|closed|delivered|finished|finali|operational|完了|完成|終了|稼働|заверш|выполнен|сдан|закрыт",
        Stage.DELIVERED,
        Status.OVER,
    ),
    "running": (
        r"implement|ongoing|active|under way|disburs|execution|construction|"
        r"実施中|進行|建設中|реализ|действу|исполн|строит",
        Stage.FINANCED,
        Status.UNDER_WAY,
    ),
    "in force": (r"in force|effective|ratified|発効|вступил", Stage.IN_FORCE, None),
    "signed": (
        r"commitment|committed|signed|agreed|contracted|approved|署名|締結|合意|подписан|согласован",
        Stage.SIGNED,
        None,
    ),
    "announced": (r"pledge|announc|promised|offered|表明|発表|объявл|обещ", Stage.ANNOUNCED, None),
    "proposed": (
        r"pipeline|identification|planned|proposed|negotiat|consider|構想|検討|計画|предлож|планир|переговор",
        Stage.PROPOSED,
        None,
    ),
}
"""Words of other ledgers for how far a deal came, tried in this order: "commitment" after "completed"."""

INSTRUMENTS: Final[Mapping[str, Instrument]] = {
    r"guarantee|保証|гарант": Instrument.GUARANTEE,
    r"equity|shares?\b|出資|株式|капитал|акци": Instrument.EQUITY,
    r"\bfund\b|基金|ファンド|фонд": Instrument.FUND,
    r"loan|credit|debt resched|融資|借款|円借|кредит|за[её]м": Instrument.LOAN,
    r"grant|forgiv|donation|無償|贈与|грант|безвозмезд": Instrument.GRANT,
    r"scholarship|training|exchange of people|研修|留学|招へい|обмен|стажир|стипенд": Instrument.EXCHANGE_OF_PEOPLE,
    r"technical assist|service|技術協力|役務|услуг|техническ": Instrument.SERVICE,
    r"purchase|購入|закупк|покупк": Instrument.PURCHASE,
    r"vague|tbd|unspecified|unknown|other|不明|その他|неизвест|проч": Instrument.UNSPECIFIED,
}

SCALES: Final[Mapping[str, int]] = {
    r"\bbn\b|billion|млрд|十億": 10**9,
    r"億": 10**8,
    r"\bmn\b|\bmln\b|million|(usd|eur|jpy|[$€¥])\s*m\b|\(m\)|млн|百万": 10**6,
    r"thousand|\b000s?\b|тыс|千": 10**3,
}


@dataclass(frozen=True, slots=True)
class Draft:
    """A proposed mapping: the text of its file, the guesses in it, what it asks, and what is wrong with the table."""

    text: str
    guesses: tuple[Guess, ...] = ()
    asks: tuple[str, ...] = ()
    rows: int = 0
    problems: tuple[Problem, ...] = ()


def propose(path: Path, today: date, sheet: str = "") -> Draft:
    """Propose a mapping for a file.

    Args:
        path: The table, data package or IATI file.
        today: The day of coding to write where the file tells none.
        sheet: The sheet of a workbook or the resource of a package, where there are several.
    """
    kind = tables.kind_of(path)
    if kind == "iati":
        return _for_iati(path, today)
    spec = _spec(path, kind, sheet)
    table = tables.read(path, spec, path.name)
    if not table.header:
        return Draft("", problems=tuple(table.problems))
    guesses = columns.guess(columns.look(table))
    asks: list[str] = []
    text = "".join(f"{line}\n" for line in _file(path, spec, table, guesses, today, asks))
    return Draft(text, tuple(guesses.values()), tuple(asks), len(table.rows), tuple(table.problems))


def _spec(path: Path, kind: str, sheet: str) -> TableMap:
    """How the table seems to be written: its encoding, its delimiter, the row of its header."""
    spec = TableMap(format=kind, sheet=sheet)
    if kind == "frictionless":
        names = list(frictionless.resources(path))
        return msgspec.structs.replace(spec, sheet=sheet or (names[0] if names else ""))
    if kind not in ("csv", "tsv"):
        return spec
    from warifu.documents.text import encoding as encodings

    head = tables.head(path)
    head = head[: head.rfind(b"\n") + 1] or head
    found = encodings.decode(head)
    lines = [line for line in found.text.splitlines()[:50] if line.strip()]
    least = {mark: min((line.count(mark) for line in lines), default=0) for mark in ",;\t|"}
    delimiter = max(least, key=lambda mark: (least[mark], lines[0].count(mark) if lines else 0))
    return msgspec.structs.replace(spec, encoding=found.encoding, delimiter=delimiter)


def _quoted(word: str) -> str:
    return json.dumps(word, ensure_ascii=False)


def _file(
    path: Path, spec: TableMap, table: Table, guesses: dict[str, Guess], today: date, asks: list[str]
) -> Iterator[str]:
    name = id_of(re.sub(r"(\.\w{2,5})+$", "", path.name) or path.name)
    yield f"# A mapping that warifu proposed for {path.name} on {today}. Every line is a guess: read it, and mend it."
    yield "# Lines with ??? are questions; nothing can be imported before they are answered."
    yield ""
    yield "release:                      # the table itself, as a source"
    yield f"  id: {name}"
    yield '  publisher: "???"            # who published it?'
    yield "  kind: dataset"
    yield '  published: "???"            # on which day, or in which year?'
    yield "  # url: https://…            # where?   side: third, or the ISO 3166-1 code of the side it speaks for"
    asks += ["who published the table (release, publisher)", "when it was published (release, published)"]
    yield 'coder: "???"                   # who coded its rows, and'
    yield f"coded: {today}               # when?"
    asks.append("who coded its rows (coder)")
    yield ""
    yield "table:"
    yield f"  format: {spec.format or tables.kind_of(path)}"
    if spec.sheet:
        yield f"  sheet: {_quoted(spec.sheet)}"
    if spec.delimiter != ",":
        yield f"  delimiter: {_quoted(spec.delimiter)}"
    if spec.encoding not in ("utf-8", "utf-8-sig"):
        yield f"  encoding: {spec.encoding}"
    yield f"  at_least: {len(table.rows)}            # fewer rows than today's would mean that the file is cut off"
    yield ""
    yield "deals:"
    yield from _deal(guesses, table, asks)
    unused = [name for name in table.header if name and name not in {one.column.name for one in guesses.values()}]
    if unused:
        yield ""
        yield "  # Columns that give nothing yet; those worth keeping as they are:"
        yield f"  # {', '.join(unused)}"
        yield "  # labels:"
        yield f"  #   {id_of(unused[0])}: {{column: {_quoted(unused[0])}}}"


def _deal(guesses: dict[str, Guess], table: Table, asks: list[str]) -> Iterator[str]:
    if "id" in guesses:
        yield from _line(guesses["id"], "  id")
    else:
        asks.append("which column names each deal by an id of its own (deals, id)")
        yield '  id: {column: "???"}     # no column is filled and different in every row: which one names the deal?'
    if "title" in guesses:
        yield from _line(guesses["title"], "  title")
    else:
        asks.append("which column is the title (deals, title)")
        yield '  title: {column: "???"}       # which column says what the deal is?'
    for field in ("umbrella", "place", "country", "note"):
        if field in guesses:
            yield from _line(guesses[field], f"  {field}")
    if "areas" in guesses:
        yield f"  # areas: {guesses['areas'].why}"
        yield "  areas:"
        yield f"    - {{column: {_quoted(guesses['areas'].column.name)}}}"
    if "instrument" in guesses:
        yield from _coded(guesses["instrument"], "  instrument", _instruments(guesses["instrument"].column), asks)
    yield from _parties(guesses)
    yield from _stages(guesses, asks)
    yield from _sums(guesses, asks)
    if "cited" in guesses:
        one = guesses["cited"]
        split = next(
            (mark for mark in ("; ", "\n", " | ", ", ") if any(mark in word for word in one.column.values)), ""
        )
        yield f"  # cited: {one.why}"
        yield "  cited:"
        yield f"    - address: {{column: {_quoted(one.column.name)}{f', split: {_quoted(split)}' if split else ''}}}"


def _line(guess: Guess, key: str) -> Iterator[str]:
    yield f"  # {key.strip()}: {guess.why}"
    yield f"{key}: {{column: {_quoted(guess.column.name)}}}"


def _parties(guesses: dict[str, Guess]) -> Iterator[str]:
    roles = [field for field in ("provider", "receiver", "implementer") if field in guesses]
    if roles:
        yield "  parties:"
    for field in roles:
        one = guesses[field]
        split = ', split: "; "' if any("; " in word for word in one.column.values) else ""
        yield f"    # {field}: {one.why}"
        yield f"    - name: {{column: {_quoted(one.column.name)}{split}}}"
        yield f"      roles: [{field}]"


def _on(guesses: dict[str, Guess]) -> str:
    if "on" not in guesses:
        return ""
    column = guesses["on"].column
    pattern = f", date: {_quoted(column.pattern)}" if column.pattern else ""
    return f"{{column: {_quoted(column.name)}{pattern}}}"


def _stages(guesses: dict[str, Guess], asks: list[str]) -> Iterator[str]:
    on = _on(guesses)
    if "status" not in guesses:
        yield "  stages:"
        yield "    - stage: {text: announced}   # no column tells how far each deal came: all are taken as announced"
        asks.append("how far the deals came (deals, stages): no column tells it")
        if on:
            yield f"      on: {on}          # {guesses['on'].why}"
        return
    one = guesses["status"]
    stages = {word: found[0] for word in one.column.values if (found := _how_far(word)) is not None}
    yield "  stages:"
    yield from _coded(one, "    - stage", stages, asks)
    if on:
        yield f"      on: {on}          # {guesses['on'].why}"
    going = {word: found[1] for word in one.column.values if (found := _how_far(word)) is not None and found[1]}
    if going:
        yield "  status:"
        silent = [word for word in sorted(one.column.values) if word not in going]
        yield from _coded(one, "    - status", {word: str(status) for word, status in going.items()}, [], silent)


def _sums(guesses: dict[str, Guess], asks: list[str]) -> Iterator[str]:
    if "amount" not in guesses:
        asks.append("which column is the sum (deals, sums), if there is one")
        yield "  # No column seems to be the sum. If one is:"
        yield '  # sums: [{kind: {text: pledge}, amount: {column: "???"}, currency: {text: USD}}]'
        return
    one = guesses["amount"]
    name = one.column.name
    yield f"  # sums: {one.why}"
    yield "  sums:"
    kinds = {}
    if "status" in guesses:
        for word in guesses["status"].column.values:
            found = _how_far(word)
            if found is not None:
                far = found[0] in (Stage.PROPOSED, Stage.ANNOUNCED)
                kinds[word] = SumKind.PLEDGE if far else SumKind.COMMITMENT
        yield from _coded(guesses["status"], "    - kind", kinds, [])
    else:
        yield "    - kind: {text: pledge}       # a pledge until something says that it is firm and written"
        asks.append("whether the sums are pledges or commitments (deals, sums, kind)")
    scale = next((number for words, number in SCALES.items() if re.search(words, name.lower().replace("_", " "))), 1)
    more = (f", times: {scale}" if scale != 1 else "") + _written(one.column)
    yield f"      amount: {{column: {_quoted(name)}{more}}}"
    if "currency" in guesses:
        yield f"      currency: {{column: {_quoted(guesses['currency'].column.name)}}}   # {guesses['currency'].why}"
    else:
        told = re.search(r"(?<![a-z])(usd|jpy|eur|rub|cny|gbp|krw)(?![a-z])", name.lower())
        code = told[1].upper() if told else "???"
        yield f"      currency: {{text: {_quoted(code)}}}"
        if told is None:
            asks.append("in which currency the sums are (deals, sums, currency)")
    on = _on(guesses)
    if on:
        yield f"      on: {on}"


def _written(column: Column) -> str:
    """How a column's numbers are written, where it is not plainly."""
    decimal = f", decimal: {_quoted(column.decimal)}" if column.decimal != "." else ""
    return decimal + (f", thousands: {_quoted(column.thousands)}" if column.thousands else "")


def _coded(
    guess: Guess, key: str, found: Mapping[str, str], asks: list[str], silent: list[str] | None = None
) -> Iterator[str]:
    """A value with its table of words; those not guessed stand in comments, each with its number of rows."""
    indent = " " * (len(key) - len(key.lstrip()) + (2 if key.lstrip().startswith("- ") else 0))
    yield f"{' ' * (len(key) - len(key.lstrip()))}# {key.strip(' -')}: {guess.why}"
    yield f"{key}:"
    yield f"{indent}  column: {_quoted(guess.column.name)}"
    yield f"{indent}  values:"
    for word in sorted(found):
        yield f"{indent}    {_quoted(word)}: {found[word]}"
    if not found:
        yield f'{indent}    "???": unknown'
    rest = sorted(set(guess.column.values) - set(found) - set(silent or ()))
    for word in rest:
        yield f"{indent}    # {_quoted(word)}: ???     ({guess.column.values[word]} rows looked at)"
    if rest:
        asks.append(f"what {', '.join(map(repr, rest[:5]))} of {guess.column.name!r} mean (deals, {key.strip(' -')})")
    if silent:
        yield f"{indent}  none: [{', '.join(map(_quoted, silent))}]"


def _how_far(word: str) -> tuple[Stage, Status | None] | None:
    flat = word.strip().lower()
    for stage in Stage:
        meaning = MEANINGS[stage]
        if flat in (stage.value, meaning.ja, meaning.ru, meaning.tuff):
            found = next((one[2] for one in WORDS.values() if one[1] is stage), None)
            return stage, found
    for words, stage, status in WORDS.values():
        if re.search(words, flat):
            return stage, status
    return None


def _instruments(column: Column) -> dict[str, str]:
    found: dict[str, str] = {}
    for word in column.values:
        flat = word.strip().lower()
        exact = next((one for one in Instrument if flat in (one.value, MEANINGS[one].ja, MEANINGS[one].ru)), None)
        guessed = exact or next((one for words, one in INSTRUMENTS.items() if re.search(words, flat)), None)
        if guessed is not None:
            found[word] = str(guessed)
    return found


def _for_iati(path: Path, today: date) -> Draft:
    """An IATI file says itself what everything is: only its publisher and its day are looked up."""
    file = stream.File(path, path.name)
    publisher, first = "", None
    for activity in stream.activities(file):
        if first is None:
            first = activity
            org = activity.find("reporting-org")
            told = "" if org is None else org.findtext("narrative") or org.text or org.get("ref")
            publisher = (told or "").strip()
    generated = file.generated[:10] if re.match(r"\d{4}-\d{2}-\d{2}", file.generated) else str(today)
    name = id_of(re.sub(r"(\.\w{2,5})+$", "", path.name) or path.name)
    text = f"""# A mapping for the IATI file {path.name} (version {file.version or "not told"}).
# The file says itself what is what.

release:
  id: {name}
  publisher: {_quoted(publisher or "???")}
  published: {generated}
  kind: dataset
coder: {_quoted(publisher or "???")}
coded: {generated}

table:
  format: iati
  at_least: {max(file.count, 1)}

iati: {{programme: ""}}
"""
    return Draft(text, (), () if publisher else ("who published it",), file.count, tuple(file.problems))
