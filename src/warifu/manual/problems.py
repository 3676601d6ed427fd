"""The page of problems, made from the gallery: each rule, what it means, an input that shows it, its message."""

from __future__ import annotations

import inspect
from pathlib import Path
from typing import Final

from warifu.statements import checks

INTRO: Final = """# Problems

After reading this page you know what each problem means that `warifu check` tells, and what to do about it.

A *problem* is a fault in the evidence or in a file; it never stops the reading of the rest: all are told in one run.
A **severe** one keeps a release back, and a fault of a file keeps the build back, for what was meant cannot be known. A
**look** wants a person; a **note** is worth knowing. Nothing is mended by itself.

This page is made by `python -m warifu.manual` from the folders of `tests/problems`: change those instead of it.
"""

SOUND: Final = "a-sound-workspace"
AROUND: Final = 1
"""How many lines are shown before and after the one that a message names."""


def page(gallery: Path) -> str:
    """The whole page as Markdown, from the folders of the gallery in the order of their names."""
    folders = sorted(path.parent for path in gallery.glob("*/message.txt") if path.parent.name != SOUND)
    index = "\n".join(f"- [{folder.name}](#{folder.name}): {meaning(folder)}" for folder in folders)
    return "\n".join([INTRO, f"{index}\n", *(section(folder, gallery / SOUND) for folder in folders)])


def meaning(folder: Path) -> str:
    """What the rule says: the first sentence of its check, or of the folder's `why.txt`."""
    check = checks.RULES.get(folder.name)
    if check is not None:
        return (inspect.getdoc(check) or "").partition("\n")[0]
    return (folder / "why.txt").read_text("utf-8").strip()


def section(folder: Path, sound: Path) -> str:
    lines = (folder / "message.txt").read_text("utf-8").splitlines()
    told = [(where, said) for where, said in zip(lines[::2], lines[1::2], strict=True) if f" {folder.name}: " in said]
    parts = [f"## {folder.name}\n", f"{meaning(folder)}\n"]
    for where, said in told:
        severity, _, message = said.partition(f" {folder.name}: ")
        parts.append(f"{excerpt(folder, sound, where)}\n\n> **{severity}** `{where}` {message}\n")
    return "\n".join(parts)


def excerpt(folder: Path, sound: Path, where: str) -> str:
    """The lines of the input round the one that the message names."""
    name, _, number = where.rpartition(":")
    path = folder / "input" / name
    data = (path if path.exists() else sound / "input" / name).read_bytes()
    line = int(number)
    lines = data.decode("utf-8", errors="replace").splitlines()
    shown = lines[max(0, line - 1 - AROUND) : line + AROUND]
    text = "\n".join(one if len(one) <= 110 else f"{one[:107]}…" for one in shown if one.isprintable())
    return f"```{'yaml' if path.suffix == '.yaml' else 'text'}\n{text}\n```"
