"""Validation: an activity file judged by the IATI standard's own schema, codelists and ruleset.

The standard's files are not part of warifu: name the folder they lie in (`xsd-2.03/`, `codelists-embedded/`,
`codelists-nonembedded/`, `rulesets/`), as its makers publish them. A fault says which of the three it breaks; only a
fault of the schema makes a file invalid, the others are told with the severity that the ruleset gives.
"""

from __future__ import annotations

import gzip
import json
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal, InvalidOperation
from functools import lru_cache
from pathlib import Path
from typing import Any, Final

from lxml import etree

from warifu.errors import HostileXmlError
from warifu.proposals.imports.iati import stream
from warifu.terms.problem import Problem, Severity

LARGE: Final = 64 << 20
"""Files longer than this are judged activity by activity, so that memory stays flat."""

SEVERITY: Final = {"critical": Severity.SEVERE, "error": Severity.SEVERE, "warning": Severity.LOOK}


@dataclass(frozen=True, slots=True)
class _Listed:
    """Where a codelist is used: the elements, the attribute, and the condition under which it holds."""

    find: etree.XPath
    condition: etree.XPath | None
    path: str
    codelist: str
    codes: frozenset[str]
    complete: bool


@dataclass(frozen=True, slots=True)
class Rulebook:
    """The standard's files, read and made ready.

    `ids` are the prefixes of organisation identifiers that the standard's registration agencies give.
    """

    schema: etree.XMLSchema
    listed: tuple[_Listed, ...]
    rules: tuple[_Rule, ...]
    ids: frozenset[str]

    @classmethod
    def read(cls, folder: Path) -> Rulebook:
        """Read the standard's files.

        Args:
            folder: The folder with `xsd-2.03`, `codelists-embedded`, `codelists-nonembedded` and `rulesets`.
        """
        schema = etree.XMLSchema(etree.parse(folder / "xsd-2.03" / "iati-activities-schema.xsd", _parser()))
        codelists = _codelists(folder)
        listed = _listed(folder / "codelists-embedded" / "mapping.xml", codelists)
        rules = _rules(json.loads((folder / "rulesets" / "standard.json").read_text(encoding="utf-8")))
        return cls(schema, listed, rules, codelists.get(AGENCIES, _NONE).codes)

    def check(self, path: Path, today: date) -> list[Problem]:
        """Everything that a file breaks: schema first, then codelists, then ruleset.

        Args:
            path: The activity file, packed or not.
            today: The reader's day, for rules about days to come.
        """
        found = self.schema_faults(path)
        if any(problem.rule in UNREADABLE for problem in found):
            return found
        for tree in _trees(path):
            found += self._codelist_faults(tree, path.name)
            found += self._rule_faults(tree, path.name, today)
        return found

    def schema_faults(self, path: Path) -> list[Problem]:
        """What breaks the schema; nothing: the file is valid IATI 2.03."""
        found: list[Problem] = []
        try:
            for tree in _trees(path):
                if not self.schema.validate(tree):
                    log: Any = self.schema.error_log
                    found += [_schema_fault(path.name, error) for error in log]
        except HostileXmlError as error:
            found.append(Problem(path.name, "hostile-xml", str(error), Severity.SEVERE, path.name))
        except etree.XMLSyntaxError as error:
            message = f"not well formed: {error.msg}"
            found.append(Problem(path.name, "broken-xml", message, Severity.SEVERE, f"{path.name}:{error.lineno}"))
        return found

    def _codelist_faults(self, tree: etree._ElementTree, name: str) -> Iterator[Problem]:
        for one in self.listed:
            for value in _xpath(one.find, tree):
                element = value.getparent()
                if str(value) in one.codes or (one.condition is not None and not _xpath(one.condition, element)):
                    continue
                message = (
                    f"{str(value)!r} is not on the codelist {one.codelist} ({one.path}): look the code up there, "
                    "or say another vocabulary"
                )
                severity = Severity.LOOK if one.complete else Severity.NOTE  # a list that is not complete may lack it
                yield Problem(_about(element), "iati-codelist", message, severity, f"{name}:{element.sourceline}")

    def _rule_faults(self, tree: etree._ElementTree, name: str, today: date) -> Iterator[Problem]:
        for rule in self.rules:
            for element in _xpath(rule.find, tree):
                if not rule.holds(element, self, today):
                    where = f"{name}:{element.sourceline}"
                    yield Problem(_about(element), f"iati-rule-{rule.id}", rule.message, rule.severity, where)


def _schema_fault(name: str, error: Any) -> Problem:
    return Problem(name, "iati-schema", error.message, Severity.SEVERE, f"{name}:{error.line}")


def _parser() -> etree.XMLParser:
    return etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)


def _trees(path: Path) -> Iterator[etree._ElementTree]:
    """The file as one tree, or, where it is large, as one small tree an activity."""
    with path.open("rb") as raw:
        packed = raw.read(2) == b"\x1f\x8b"
    if path.stat().st_size <= (LARGE >> 4 if packed else LARGE):
        with gzip.open(path) if packed else path.open("rb") as source:
            tree = etree.parse(source, _parser())  # type: ignore[arg-type] # the stubs do not know packed files
        document: Any = tree.docinfo.internalDTD
        if document is not None and document.entities():
            raise HostileXmlError(path.name, "it declares entities of its own")
        yield tree
        return
    file = stream.File(path, path.name)
    for activity in stream.activities(file):
        root = etree.Element(stream.ROOT, {"version": file.version or "2.03"})
        root.append(etree.fromstring(etree.tostring(activity)))
        yield root.getroottree()


@dataclass(frozen=True, slots=True)
class _Codelist:
    codes: frozenset[str]
    complete: bool


_NONE: Final = _Codelist(frozenset(), False)
AGENCIES: Final = "OrganisationRegistrationAgency"
UNREADABLE: Final = frozenset({"hostile-xml", "broken-xml"})


def _codelists(folder: Path) -> Mapping[str, _Codelist]:
    found: dict[str, _Codelist] = {}
    for path in sorted(folder.glob("codelists-*/*.xml")):
        root = etree.parse(path, _parser()).getroot()
        if root.tag == "codelist":
            codes = frozenset((item.text or "").strip() for item in root.iter("code"))
            found[root.get("name", path.stem)] = _Codelist(codes, root.get("complete") == "1")
    return found


def _listed(path: Path, codelists: Mapping[str, _Codelist]) -> tuple[_Listed, ...]:
    found = []
    for mapping in etree.parse(path, _parser()).getroot().iter("mapping"):
        where = (mapping.findtext("path") or "").strip()
        reference = mapping.find("codelist")
        name = "" if reference is None else reference.get("ref", "")
        condition = (mapping.findtext("condition") or "").strip()
        if name in codelists and "iati-organisation" not in where:
            held = etree.XPath(condition) if condition else None
            own = codelists[name]
            found.append(_Listed(etree.XPath(where), held, where, name, own.codes, own.complete))
    return tuple(found)


# --- the ruleset ------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Rule:
    """One case of a rule: where it holds, what it asks, how bad it is."""

    find: etree.XPath
    kind: str
    case: Mapping[str, Any]
    id: str
    message: str
    severity: Severity

    def holds(self, element: etree._Element, book: Rulebook, today: date) -> bool:
        return _holds(self.kind, self.case, element, book, today)


def _rules(ruleset: Mapping[str, Mapping[str, Mapping[str, Any]]]) -> tuple[_Rule, ...]:
    found = []
    for selector, kinds in ruleset.items():
        if "iati-organisation" in selector:
            continue
        for kind, told in kinds.items():
            for case in told["cases"]:
                info = case.get("ruleInfo") or _inner_info(case)
                severity = SEVERITY.get(info.get("severity", "error"), Severity.LOOK)
                words = info.get("message", f"{kind} of {selector}")
                found.append(_Rule(etree.XPath(selector), kind, case, str(info.get("id", kind)), words, severity))
    return tuple(found)


def _inner_info(case: Mapping[str, Any]) -> Mapping[str, Any]:
    """The words of a loop stand in the rule inside it."""
    for told in (case.get("do") or {}).values():
        for inner in told["cases"]:
            return dict(inner.get("ruleInfo") or {})
    return {}


def _holds(kind: str, case: Mapping[str, Any], element: etree._Element, book: Rulebook, today: date) -> bool:
    condition = case.get("condition")
    if condition and not _find(element, condition):
        return True
    if case.get("idCondition") == "NOT_EXISTING_ORG_ID":
        # The rule is for identifiers of registration agencies; one given by IATI itself is not on their lists.
        own = [_word(value) for path in case["paths"] for value in _find(element, path)]
        if any(not re.match(r"[A-Z]{2,3}-|XI-|XM-", word) for word in own):
            return True
    return KINDS[kind](case, element, book, today)


Kind = Callable[[Mapping[str, Any], etree._Element, Rulebook, date], bool]


def _values(case: Mapping[str, Any], element: etree._Element) -> list[str]:
    return [_word(value) for path in case["paths"] for value in _find(element, path)]


def _atleast_one(case: Mapping[str, Any], element: etree._Element, book: Rulebook, today: date) -> bool:
    return any(_find(element, path) for path in case["paths"])


def _no_more_than_one(case: Mapping[str, Any], element: etree._Element, book: Rulebook, today: date) -> bool:
    return sum(len(_find(element, path)) for path in case["paths"]) <= 1


def _one_or_all(case: Mapping[str, Any], element: etree._Element, book: Rulebook, today: date) -> bool:
    """Either the one is told on the element, or every part that needs it tells its own."""
    if _find(element, case["one"]):
        return True
    needed = case["all"]
    if needed == "currency":
        return all(item.get("currency") for tag in ("value", "loan-status") for item in element.iter(tag))
    if needed == "lang":
        return all(item.get("{http://www.w3.org/XML/1998/namespace}lang") for item in element.iter("narrative"))
    if needed == "sector":
        return all(item.find("sector") is not None for item in element.iter("transaction"))
    return bool(_find(element, needed))


def _date_order(case: Mapping[str, Any], element: etree._Element, book: Rulebook, today: date) -> bool:
    less, more = _day_of(element, case["less"], today), _day_of(element, case["more"], today)
    return less is None or more is None or less <= more


def _date_now(case: Mapping[str, Any], element: etree._Element, book: Rulebook, today: date) -> bool:
    day = _day_of(element, case["date"], today)
    return day is None or day <= today


def _time_limit(case: Mapping[str, Any], element: etree._Element, book: Rulebook, today: date) -> bool:
    start, end = _day_of(element, case["start"], today), _day_of(element, case["end"], today)
    return start is None or end is None or end - start <= timedelta(days=366)


def _between_dates(case: Mapping[str, Any], element: etree._Element, book: Rulebook, today: date) -> bool:
    start, end = _day_of(element, case["start"], today), _day_of(element, case["end"], today)
    days = [_day(_word(value)) for value in _find(element, case["date"])]
    return start is None or end is None or all(day is None or start <= day <= end for day in days)


def _regex_matches(case: Mapping[str, Any], element: etree._Element, book: Rulebook, today: date) -> bool:
    return all(re.search(case["regex"], word) for word in _values(case, element))


def _no_spaces(case: Mapping[str, Any], element: etree._Element, book: Rulebook, today: date) -> bool:
    return all(word == word.strip() for path in case["paths"] for word in map(_raw, _find(element, path)))


def _startswith(case: Mapping[str, Any], element: etree._Element, book: Rulebook, today: date) -> bool:
    told = case["prefix"] if isinstance(case["prefix"], list) else [case["prefix"]]
    prefixes = [_word(value) for path in told if path != "ORG-ID-PREFIX" for value in _find(element, path)]
    if "ORG-ID-PREFIX" in told:
        prefixes += sorted(book.ids)
    separator = case.get("separator", "")
    words = _values(case, element)
    return not words or not prefixes or all(word.startswith(tuple(p + separator for p in prefixes)) for word in words)


def _unique(case: Mapping[str, Any], element: etree._Element, book: Rulebook, today: date) -> bool:
    words = _values(case, element)
    return len(words) == len(set(words))


def _range(case: Mapping[str, Any], element: etree._Element, book: Rulebook, today: date) -> bool:
    numbers = [_number(word) for word in _values(case, element)]
    low, high = Decimal(str(case.get("min", "-Infinity"))), Decimal(str(case.get("max", "Infinity")))
    return all(number is None or low <= number <= high for number in numbers)


def _strict_sum(case: Mapping[str, Any], element: etree._Element, book: Rulebook, today: date) -> bool:
    numbers = [_number(word) for word in _values(case, element)]
    known = [number for number in numbers if number is not None]
    return not known or sum(known, Decimal(0)) == Decimal(str(case["sum"]))


def _if_then(case: Mapping[str, Any], element: etree._Element, book: Rulebook, today: date) -> bool:
    return not _find(element, case["if"]) or bool(_find(element, case["then"]))


def _loop(case: Mapping[str, Any], element: etree._Element, book: Rulebook, today: date) -> bool:
    """The rules inside, once for each of the words that `foreach` finds, which stands in them as $1."""
    for word in dict.fromkeys(_word(value) for value in _find(element, case["foreach"])):
        if "'" in word:
            continue
        for kind, told in case["do"].items():
            for inner in told["cases"]:
                if not _holds(kind, _with_word(inner, word), element, book, today):
                    return False
    return True


def _with_word(value: Any, word: str) -> Any:
    if isinstance(value, str):
        return value.replace("$1", word)
    if isinstance(value, list):
        return [_with_word(item, word) for item in value]
    if isinstance(value, dict):
        return {key: _with_word(item, word) for key, item in value.items()}
    return value


KINDS: Final[Mapping[str, Kind]] = {
    "atleast_one": _atleast_one,
    "no_more_than_one": _no_more_than_one,
    "one_or_all": _one_or_all,
    "date_order": _date_order,
    "date_now": _date_now,
    "time_limit": _time_limit,
    "between_dates": _between_dates,
    "regex_matches": _regex_matches,
    "no_spaces": _no_spaces,
    "startswith": _startswith,
    "unique": _unique,
    "range": _range,
    "strict_sum": _strict_sum,
    "if_then": _if_then,
    "loop": _loop,
}


@lru_cache(maxsize=4096)
def _compiled(path: str) -> etree.XPath:
    return etree.XPath(path)


def _find(element: etree._Element, path: str) -> list[Any]:
    return _xpath(_compiled(path), element)


def _xpath(path: etree.XPath, where: Any) -> list[Any]:
    found = path(where)
    if isinstance(found, list):
        return found
    return [found] if found not in (False, "") else []


def _raw(value: Any) -> str:
    return value if isinstance(value, str) else "".join(value.itertext())


def _word(value: Any) -> str:
    return _raw(value).strip()


def _number(word: str) -> Decimal | None:
    try:
        return Decimal(word)
    except InvalidOperation:
        return None


def _day_of(element: etree._Element, path: str, today: date) -> date | None:
    if path == "NOW":
        return today
    found = _find(element, path)
    return _day(_word(found[0])) if found else None


def _day(word: str) -> date | None:
    try:
        return date.fromisoformat(word[:10])
    except ValueError:
        return None


def _about(element: etree._Element) -> str:
    """The activity that an element stands in."""
    while element is not None and element.tag != stream.ACTIVITY:
        parent = element.getparent()
        if parent is None:
            return "the file"
        element = parent
    return " ".join((element.findtext("iati-identifier") or "an activity").split())


def worst(problems: Sequence[Problem]) -> Severity | None:
    """The gravest of the problems; None where there are none."""
    order = list(Severity)
    return max((problem.severity for problem in problems), key=order.index, default=None)
