"""What an import contract cannot see: clocks, disks, chance and connections reached through a harmless import."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

PACKAGE = Path(__file__).resolve().parents[2] / "src" / "warifu"
JUDGING = ("terms", "statements", "deals", "measures")

CLOCKS = frozenset({"today", "now", "utcnow", "fromtimestamp"})
DISKS = frozenset({"open", "input", "print", "breakpoint", "exec", "eval", "compile", "__import__"})
WRITERS = frozenset({"read_text", "read_bytes", "write_text", "write_bytes"})
CHANCE = frozenset({"random", "randint", "choice", "choices", "shuffle", "sample", "gauss", "uniform", "SystemRandom"})
OUTWARD = ("urllib.request", "http.client", "xmlrpc", "imaplib", "poplib", "nntplib", "asyncio.streams")
DIALLING = frozenset({"create_connection", "connect_ex", "urlopen"})
FETCHERS = frozenset({Path("documents/fetch.py"), Path("documents/service.py")})
"""What opens connections: the fetcher, and beside it the call to a model that the user runs."""


def impure(tree: ast.AST) -> Iterator[tuple[int, str]]:
    """Where a judging room reads a clock, a disk or unseeded chance."""
    for node in ast.walk(tree):
        if not isinstance(node, ast.Call):
            continue
        match node.func:
            case ast.Name(id=name) if name in DISKS:
                yield node.lineno, f"{name}()"
            case ast.Attribute(attr=name) if name in CLOCKS or name in WRITERS:
                yield node.lineno, f".{name}()"
            case ast.Attribute(value=ast.Name(id="random"), attr=name) if name in CHANCE:
                yield node.lineno, f"random.{name}()"
            case ast.Name(id="Random") | ast.Attribute(attr="Random") if not node.args:
                yield node.lineno, "Random() without a seed"


def outward(tree: ast.AST) -> Iterator[tuple[int, str]]:
    """Where a module reaches for the network."""
    for node in ast.walk(tree):
        match node:
            case ast.Import(names=names):
                found = [name.name for name in names]
            case ast.ImportFrom(module=str(module), names=names):
                found = [module, *(f"{module}.{name.name}" for name in names)]
            case ast.Call(func=ast.Attribute(attr=name)) if name in DIALLING:
                found = []
                yield node.lineno, f".{name}()"
            case _:
                found = []
        for name in found:
            if name.startswith(OUTWARD):
                yield node.lineno, name


def modules(*rooms: str) -> list[Path]:
    return sorted(path for room in rooms for path in (PACKAGE / room).rglob("*.py"))


@pytest.mark.parametrize("room", JUDGING)
def test_a_judging_room_reads_no_clock_no_disk_and_no_unseeded_chance(room: str) -> None:
    found = {
        f"{path.relative_to(PACKAGE)}:{line}": what
        for path in modules(room)
        for line, what in impure(ast.parse(path.read_text("utf-8")))
    }
    assert found == {}


def test_only_the_fetchers_reach_for_the_network() -> None:
    found = {
        f"{path.relative_to(PACKAGE)}:{line}": what
        for path in sorted(PACKAGE.rglob("*.py"))
        if path.relative_to(PACKAGE) not in FETCHERS
        for line, what in outward(ast.parse(path.read_text("utf-8")))
    }
    assert found == {}


@pytest.mark.parametrize(
    "planted",
    [
        "from datetime import date\nday = date.today()",
        "import datetime\nat = datetime.datetime.now()",
        "text = open('rates.csv').read()",
        "from random import Random\ndice = Random()",
        "import random\ndice = random.Random()",
        "import random\nx = random.choice([1, 2])",
        "def f(path): return path.read_text()",
        "print('hello')",
    ],
)
def test_a_planted_impurity_is_caught(planted: str) -> None:
    assert list(impure(ast.parse(planted))) != []


@pytest.mark.parametrize(
    "planted",
    [
        "import urllib.request",
        "from urllib import request",
        "from urllib.request import urlopen",
        "import http.client as h",
        "def f(socket): socket.create_connection(('example.org', 80))",
    ],
)
def test_a_planted_connection_is_caught(planted: str) -> None:
    assert list(outward(ast.parse(planted))) != []


def test_what_is_pure_passes() -> None:
    pure = "from random import Random\nfrom datetime import date\n\ndef f(seed: int) -> date:\n    Random(seed)\n"
    assert list(impure(ast.parse(pure))) == []
    assert list(outward(ast.parse("from urllib.parse import urlsplit\nimport http.server\n"))) == []
