"""How to cite the ledger: BibTeX and CSL-JSON, by the release where there is one."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any, Final

from warifu.exports.book import Book

BIBTEX: Final = "citation.bib"
CSL: Final = "citation.csl.json"

ESCAPES: Final = {
    "\\": r"\textbackslash{}", "{": r"\{", "}": r"\}", "&": r"\&", "%": r"\%", "#": r"\#", "_": r"\_", "$": r"\$",
    "~": r"\textasciitilde{}", "^": r"\textasciicircum{}",
}  # fmt: skip
"""What TeX would act on."""


def write(book: Book, folder: Path) -> None:
    """Write both."""
    (folder / BIBTEX).write_text(bibtex(book), encoding="utf-8")
    (folder / CSL).write_text(json.dumps([csl(book)], ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


def _version(book: Book) -> str:
    release = book.publication.release
    return f"Release {release}" if release else f"Unreleased, as known on {book.programme.as_of}"


def csl(book: Book) -> dict[str, Any]:
    """The ledger as an item of CSL."""
    year, month, day = (int(part) for part in book.dated.split("-"))
    return {
        "id": f"{book.programme.programme}-{book.version}",
        "type": "dataset",
        "title": f"{book.programme.name_en}: the ledger",
        "author": [{"literal": book.publication.publisher}],
        "publisher": book.publication.publisher,
        "issued": {"date-parts": [[year, month, day]]},
        "version": _version(book),
        "URL": book.publication.address,
    }


def bibtex(book: Book) -> str:
    """The ledger as an entry of BibTeX."""
    item = csl(book)
    fields = {
        "title": item["title"],
        "author": "{" + _tex(book.publication.publisher) + "}",
        "year": book.dated[:4],
        "month": str(int(book.dated[5:7])),
        "version": item["version"],
        "url": item["URL"],
        "publisher": book.publication.publisher,
    }
    raw = {"author", "url", "year", "month"}
    lines = [f"  {name} = {{{value if name in raw else _tex(str(value))}}}," for name, value in fields.items()]
    return "\n".join([f"@misc{{{item['id']},", *lines, "}", ""])


def _tex(text: str) -> str:
    return "".join(ESCAPES.get(sign, sign) for sign in text)
