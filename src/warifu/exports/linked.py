"""Linked data: the words that the JSON-LD exports share."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any, Final

from warifu.exports.book import HOME

TERMS: Final = f"{HOME}/terms#"
"""warifu's own terms, for what no vocabulary has."""

Json = dict[str, Any]


def write_json(path: Path, value: Json) -> None:
    path.write_text(json.dumps(value, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


def told(value: Json) -> Json:
    """The same without what is not told."""
    return {name: item for name, item in value.items() if item not in (None, "", [], {})}


def edtf_type(text: str) -> Json:
    """A date as linked data has it: a year, a month or a day with its type, anything else as EDTF."""
    kinds = {4: "xsd:gYear", 7: "xsd:gYearMonth", 10: "xsd:date"}
    plain = text.replace("-", "").isdigit() and len(text) in kinds
    return {"@value": text, "@type": kinds[len(text)] if plain else "http://id.loc.gov/datatypes/edtf/EDTF"}
