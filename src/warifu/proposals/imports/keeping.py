"""Keeping an import: the table and its mapping, pinned, in the workspace's `imports/` folder."""

from __future__ import annotations

import os
import re
import shutil
from collections.abc import Sequence
from pathlib import Path

from warifu.proposals.imports import frictionless, tables
from warifu.proposals.imports.workspace import FOLDER


def keep(
    workspace: Path, table: Path, mapping: str, name: str, rows: int, *, link: bool = False, sheet: str = ""
) -> tuple[Path, Path]:
    """Keep a table and its mapping; either both are written, or the old ones stay.

    Args:
        workspace: The workspace's folder.
        table: The table.
        mapping: The text of the mapping; its comments are kept.
        name: What the mapping is called in the workspace.
        rows: The rows read: with fewer the table will be refused from now on.
        link: Leave the table where it is, and pin it there.
        sheet: The resource of a data package, whose file is kept with it.

    Returns:
        The mapping file, and the table that it names.
    """
    folder = workspace / FOLDER
    folder.mkdir(parents=True, exist_ok=True)
    resource = frictionless.resource_file(table, sheet) if tables.kind_of(table) == "frictionless" else None
    kept = table
    if not link and table.resolve().parent != folder.resolve():
        kept = _copied(table, folder / table.name)
        if resource is not None:
            _copied(resource, folder / resource.relative_to(table.parent))
    where = kept.name if not link else Path(os.path.relpath(table.resolve(), folder.resolve())).as_posix()
    path = folder / f"{name}.yaml"
    part = folder / f".{name}.part"
    digests = [f"digest: {tables.digest_of(kept)}"]
    if resource is not None:
        digests.append(f"resource_digest: {tables.digest_of(resource)}")
    part.write_text(pinned(mapping, where, digests, rows), encoding="utf-8")
    os.replace(part, path)
    return path, kept


def _copied(source: Path, target: Path) -> Path:
    """A copy that is there as a whole or not at all."""
    target.parent.mkdir(parents=True, exist_ok=True)
    part = target.with_name(f".{target.name}.part")
    shutil.copyfile(source, part)
    os.replace(part, target)
    return target


def pinned(mapping: str, file: str, digests: Sequence[str], rows: int) -> str:
    """The mapping's text with the table's place, digests and number of rows under `table:`; all else stays as it is."""
    lines = mapping.splitlines()
    start = next((number for number, line in enumerate(lines) if re.match(r"table:\s*(#.*)?$", line)), None)
    told = [f'  file: "{file}"', *(f"  {digest}" for digest in digests)]
    if start is None:  # `table: {…}` on one line, or none at all
        lines = [_opened(line) for line in lines]
        start = next((number for number, line in enumerate(lines) if line.startswith("table:")), None)
        if start is None:
            return "\n".join([*lines, "table:", *told, f"  at_least: {rows}", ""])
        lines[start : start + 1] = lines[start].split("\n")
    end = next(
        (n for n in range(start + 1, len(lines)) if re.match(r"\S", lines[n]) and lines[n][0] != "#"), len(lines)
    )
    block = [line for line in lines[start + 1 : end] if not re.match(r"  (file|digest|resource_digest):", line)]
    least = next((n for n, line in enumerate(block) if re.match(r"  at_least:", line)), None)
    if least is None:
        told.append(f"  at_least: {rows}")
    else:
        number = re.search(r"at_least:\s*(\d+)", block[least])
        if number is not None and int(number[1]) < rows:
            block[least] = block[least].replace(number[1], str(rows), 1)
    return "\n".join([*lines[: start + 1], *told, *block, *lines[end:], ""])


def _opened(line: str) -> str:
    """`table: {format: csv, sheet: A}` as a block of lines."""
    match = re.match(r"table:\s*\{(.*)\}\s*(#.*)?$", line)
    if match is None:
        return line
    return "\n".join(["table:", *(f"  {part.strip()}" for part in match[1].split(",") if part.strip())])
