"""Keeps in a workspace how well a reader read, as counts: the site and the tables compute the shares from them."""

from __future__ import annotations

import csv
import io
import os
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import msgspec

from warifu.errors import BadInputError
from warifu.proposals import lists
from warifu.proposals.evaluation.report import ROWS
from warifu.proposals.evaluation.score import Scores
from warifu.proposals.lists import AccuracyRow

FILE: Final = "reference/accuracy.csv"


def keep(workspace: Path, scores: Scores, reader: str, version: str, texts: str) -> Path:
    """Write the scores of a reader on a marked set; what an earlier version of it scored there is replaced.

    Args:
        workspace: The folder with `programme.yaml`.
        scores: What was found.
        reader: The reader's name.
        version: Its version.
        texts: What the marked set is called.

    Raises:
        BadInputError: The file that is there cannot be read; nothing was written.
    """
    path = workspace / FILE
    before, problems = lists.read(path, AccuracyRow, FILE)
    if problems:
        raise BadInputError(problems)
    others = [row for row in (item.row for item in before) if (row.reader.split(" ")[0], row.set) != (reader, texts)]
    rows = sorted(
        [*others, *_rows(scores, f"{reader} {version}".strip(), texts)],
        key=lambda row: (row.reader, row.set, row.field, row.language),
    )
    told = io.StringIO(newline="")
    out = csv.writer(told, lineterminator="\n")
    out.writerow(AccuracyRow.__struct_fields__)
    out.writerows(msgspec.structs.astuple(row) for row in rows)
    path.parent.mkdir(exist_ok=True)
    part = path.with_name(f".{path.name}.part")
    part.write_text(told.getvalue(), encoding="utf-8", newline="\n")
    os.replace(part, path)
    return path


def _rows(scores: Scores, reader: str, texts: str) -> Iterator[AccuracyRow]:
    """What was scored at all, in each language."""
    for language, part in sorted(scores.parts.items()):
        for name, _, how in ROWS:
            rate = getattr(part, name)
            if rate.read or rate.marked:
                marked = None if how == "precision" else rate.marked
                yield AccuracyRow(
                    reader=reader, set=texts, language=language, field=name, right=rate.right, found=rate.read,
                    marked=marked,
                )  # fmt: skip
