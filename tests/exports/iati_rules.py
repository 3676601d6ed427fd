"""Judges an activity file by the IATI standard ruleset, as its specification says; for tests."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

NOW = date(2026, 11, 26)


def broken(tree: Any, ruleset: Path) -> Iterator[tuple[str, str, str]]:
    """Every broken rule: its severity, its number and where."""
    rules = json.loads(ruleset.read_text())
    for context, kinds in rules.items():
        for node in tree.xpath(context):
            for kind, body in kinds.items():
                for case in body["cases"]:
                    yield from _case(kind, node, case)


def _case(kind: str, node: Any, case: dict[str, Any]) -> Iterator[tuple[str, str, str]]:
    if kind == "loop":
        for value in dict.fromkeys(_texts(node, [case["foreach"]])):
            for inner, body in case["do"].items():
                for one in body["cases"]:
                    filled = json.loads(json.dumps(one).replace("$1", value))
                    yield from _case(inner, node, filled)
        return
    if "condition" in case and not node.xpath(f"boolean({case['condition']})"):
        return
    if "idCondition" in case and case["idCondition"] != "NOT_EXISTING_ORG_ID_PREFIX" and "ORG-ID" in str(case):
        return  # needs the live list of organisation identifiers
    if not KINDS[kind](node, case):
        info = case["ruleInfo"]
        yield info["severity"], info["id"], (node.findtext("iati-identifier") or node.tag)


def _found(node: Any, paths: list[str]) -> list[Any]:
    return [item for path in paths for item in node.xpath(path)]


def _texts(node: Any, paths: list[str]) -> list[str]:
    return [item if isinstance(item, str) else (item.text or "") for item in _found(node, paths)]


def _days(node: Any, path: str) -> list[date]:
    return [NOW] if path == "NOW" else [date.fromisoformat(text[:10]) for text in _texts(node, [path])]


def _ordered(node: Any, case: dict[str, Any]) -> bool:
    return all(less <= more for less in _days(node, case["less"]) for more in _days(node, case["more"]))


def _one_or_all(node: Any, case: dict[str, Any]) -> bool:
    if node.xpath(case["one"], namespaces={"xml": "http://www.w3.org/XML/1998/namespace"}):
        return True
    if case["all"] == "lang":
        return all(item.get("{http://www.w3.org/XML/1998/namespace}lang") for item in node.iter("narrative"))
    if case["all"] == "currency":
        return all(item.get("currency") for item in node.iter("value"))
    return all(item.findall(case["all"]) for item in node.findall("transaction"))


def _sum(node: Any, case: dict[str, Any]) -> bool:
    found = _texts(node, case["paths"])
    return not found or sum(map(Decimal, found)) == case["sum"]


def _prefix(node: Any, case: dict[str, Any]) -> bool:
    heads = _texts(node, case["prefix"])
    return all(
        any(text.startswith(head + case.get("separator", "")) for head in heads) for text in _texts(node, case["paths"])
    )


KINDS: dict[str, Callable[[Any, dict[str, Any]], bool]] = {
    "unique": lambda node, case: len(_texts(node, case["paths"])) == len(set(_texts(node, case["paths"]))),
    "startswith": _prefix,
    "atleast_one": lambda node, case: bool(_found(node, case["paths"])),
    "no_more_than_one": lambda node, case: len(_found(node, case["paths"])) <= 1,
    "one_or_all": _one_or_all,
    "date_now": lambda node, case: all(day <= NOW for day in _days(node, case["date"])),
    "date_order": _ordered,
    "regex_matches": lambda node, case: all(re.search(case["regex"], text) for text in _texts(node, case["paths"])),
    "no_spaces": lambda node, case: all(text == text.strip() for text in _texts(node, case["paths"])),
    "strict_sum": _sum,
    "range": lambda node, case: all(
        case["min"] <= Decimal(text) <= case["max"] for text in _texts(node, case["paths"])
    ),
    "if_then": lambda node, case: (
        not node.xpath(f"boolean({case['if']})") or bool(node.xpath(f"boolean({case['then']})"))
    ),
    "time_limit": lambda node, case: True,  # budgets and periods: warifu writes none
    "between_dates": lambda node, case: True,
}
