"""Citation: how a page is cited, in words, as BibTeX and as CSL-JSON; by the release where the tables are one."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from warifu.site import addresses
from warifu.site.writing import tame

ESCAPES: Final = {
    "\\": r"\textbackslash{}", "{": r"\{", "}": r"\}", "&": r"\&", "%": r"\%", "#": r"\#", "_": r"\_", "$": r"\$",
    "~": r"\textasciitilde{}", "^": r"\textasciicircum{}",
}  # fmt: skip
"""What TeX would act on."""


@dataclass(frozen=True, slots=True)
class Publication:
    """Who publishes the ledger, where, as which release; empty where the workspace does not say."""

    title: str
    publisher: str
    address: str
    contact: str
    licence: str
    release: str
    released: str
    as_of: str

    @classmethod
    def of(cls, title: str, as_of: str, meta: Mapping[str, str]) -> Publication:
        told = {
            name: meta.get(name, "") for name in ("publisher", "address", "contact", "licence", "release", "released")
        }
        return cls(title=title, as_of=as_of, **told)

    @property
    def version(self) -> str:
        return f"release {self.release}" if self.release else f"unreleased, as known on {self.as_of}"

    @property
    def dated(self) -> str:
        return self.released or self.as_of

    def url(self, path: str) -> str:
        """The address of a page, where the publisher gives one for the site."""
        base = addresses.outward(self.address)
        return f"{base.rstrip('/')}/{path}" if base else ""

    def words(self, title: str, path: str) -> str:
        parts = [self.publisher, f"{title}. In: {self.title}", f"warifu ledger, {self.version}", self.url(path)]
        return ". ".join(tame(part) for part in parts if part) + "."

    def bibtex(self, title: str, path: str) -> str:
        fields = {
            "title": _tex(f"{title}. {self.title}"),
            "author": "{" + _tex(self.publisher) + "}" if self.publisher else "",
            "year": self.dated[:4],
            "note": _tex(f"warifu ledger, {self.version}"),
            "url": self.url(path),
        }
        lines = [f"  {name} = {{{tame(value)}}}," for name, value in fields.items() if value]
        key = f"warifu-{addresses.slug(path.removesuffix('.html'))}-{self.dated}"
        return "\n".join([f"@misc{{{key},", *lines, "}"])

    def csl(self, title: str, path: str) -> str:
        item: dict[str, object] = {
            "id": f"warifu-{addresses.slug(path.removesuffix('.html'))}",
            "type": "webpage",
            "title": tame(title),
            "container-title": tame(self.title),
            "issued": {"date-parts": [[int(part) for part in self.dated.split("-")]]},
            "version": self.version,
        }
        if self.publisher:
            item |= {"author": [{"literal": tame(self.publisher)}], "publisher": tame(self.publisher)}
        if self.url(path):
            item["URL"] = self.url(path)
        return json.dumps([item], ensure_ascii=False, indent=1)


def _tex(text: str) -> str:
    return "".join(ESCAPES.get(letter, letter) for letter in text)
