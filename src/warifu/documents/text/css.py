"""The few properties of a page's own style sheets that can make text vanish, and which elements they reach.

This is no style engine. It reads `<style>` blocks and `style` attributes for the properties in `WATCHED`, matches
selectors made of tags, classes, ids and attributes (with descendants and children), and lets the more specific
rule win, the later among equals, as the cascade does. Selectors it cannot read are passed over.
"""

from __future__ import annotations

import re
from collections import defaultdict
from typing import Final, NamedTuple

from lxml.html import HtmlElement

WATCHED: Final = frozenset({
    "display", "visibility", "opacity", "font-size", "font", "color", "background", "background-color",
    "background-image", "position", "left", "right", "top", "bottom", "text-indent", "margin-left", "margin-top",
    "margin", "transform", "scale", "translate", "clip", "clip-path", "width", "height", "max-height", "max-width",
    "overflow", "overflow-x", "overflow-y", "z-index", "content-visibility", "filter", "-webkit-text-fill-color",
    "inset", "line-height",
})  # fmt: skip

Style = dict[str, str]

MAX_RULES: Final = 4000

_ESCAPE = re.compile(r"\\([0-9a-fA-F]{1,6})\s?")
_COMMENT = re.compile(r"/\*.*?\*/", re.S)
_SIMPLE = re.compile(
    r"""(?P<tag>[a-z][\w-]*|\*)|\.(?P<cls>-?[\w\u0080-\uffff-]+)|\#(?P<id>[\w\u0080-\uffff-]+)"""
    r"""|\[(?P<attr>[\w-]+)(?:(?P<op>[~|^$*]?=)["']?(?P<value>[^"'\]]*)["']?)?\]|(?P<pseudo>::?[\w-]+(?:\([^)]*\))?)""",
    re.I,
)
_HARMLESS_PSEUDO: Final = frozenset({":root", ":link", ":first-child", ":last-child", ":not(:focus)", ":not(:active)"})


class Compound(NamedTuple):
    tag: str | None
    ident: str | None
    classes: frozenset[str]
    attributes: tuple[tuple[str, str | None, str | None], ...]
    combinator: str

    def matches(self, element: HtmlElement) -> bool:
        if self.tag is not None and element.tag != self.tag:
            return False
        if self.ident is not None and element.get("id") != self.ident:
            return False
        if self.classes and not self.classes.issubset((element.get("class") or "").split()):
            return False
        return all(_has(element, *attribute) for attribute in self.attributes)


class Rule(NamedTuple):
    weight: tuple[int, int, int, int]
    chain: tuple[Compound, ...]
    style: Style


def _has(element: HtmlElement, name: str, op: str | None, value: str | None) -> bool:
    found = element.get(name)
    if found is None:
        return False
    if op is None or value is None:
        return True
    answers: dict[str, bool] = {
        "=": found == value,
        "~=": value in found.split(),
        "|=": found == value or found.startswith(value + "-"),
        "^=": found.startswith(value),
        "$=": found.endswith(value),
        "*=": value in found,
    }
    return answers[op]


def declarations(block: str) -> Style:
    """The watched properties of one block of declarations, `!important` kept at the end of the value."""
    style: Style = {}
    for line in _unescaped(_COMMENT.sub("", block)).split(";"):
        name, colon, value = line.partition(":")
        name = name.strip().lower()
        if colon and name in WATCHED:
            style[name] = value.strip().lower()
    return style


def _unescaped(block: str) -> str:
    """`d\\69splay` says display to a browser."""
    return _ESCAPE.sub(lambda found: chr(min(int(found.group(1), 16), 0x10FFFF)), block)


class Sheet:
    """All rules of a page, kept by the tag, class or id that an element must have to be reached."""

    def __init__(self, sources: list[str]) -> None:
        self._rules: dict[str, list[Rule]] = defaultdict(list)
        self._count = 0
        for source in sources:
            self._read(_COMMENT.sub("", source).replace("<!--", "").replace("-->", ""))

    def _read(self, source: str, depth: int = 0) -> None:
        at = 0
        while (opened := source.find("{", at)) >= 0 and self._count < MAX_RULES and depth < 8:
            head = source[at:opened].rpartition(";")[2].strip()
            closed = _closing(source, opened)
            inner = source[opened + 1 : closed]
            if head.startswith("@"):
                if _applies(head):
                    self._read(inner, depth + 1)
            elif style := declarations(inner):
                for selector in head.split(","):
                    self._add(selector.strip(), style)
            at = closed + 1

    def _add(self, selector: str, style: Style) -> None:
        chain = _chain(selector)
        if chain is None:
            return
        self._count += 1
        ids = sum(part.ident is not None for part in chain)
        classes = sum(len(part.classes) + len(part.attributes) for part in chain)
        tags = sum(part.tag is not None for part in chain)
        last = chain[-1]
        key = f"#{last.ident}" if last.ident else f".{min(last.classes)}" if last.classes else last.tag or "*"
        self._rules[key].append(Rule((ids, classes, tags, self._count), chain, style))

    def style(self, element: HtmlElement) -> Style:
        """What the page's own rules and the element's `style` attribute say of it."""
        keys = ["*", str(element.tag)]
        keys += [f".{name}" for name in (element.get("class") or "").split()]
        if (ident := element.get("id")) is not None:
            keys.append(f"#{ident}")
        reached = [rule for key in dict.fromkeys(keys) for rule in self._rules.get(key, ()) if _reaches(rule, element)]
        layers = [rule.style for rule in sorted(reached, key=lambda rule: rule.weight)]
        if (own := element.get("style")) is not None:
            layers.append(declarations(own))
        style: Style = {}
        for layer in layers:
            for name, value in layer.items():
                if "!important" not in style.get(name, "") or "!important" in value:
                    style[name] = value
        return {name: value.replace("!important", "").strip() for name, value in style.items()}


def _closing(source: str, opened: int) -> int:
    depth = 0
    for found in re.finditer(r"[{}]", source[opened:]):
        depth += 1 if found.group() == "{" else -1
        if depth == 0:
            return opened + found.start()
    return len(source)


def _applies(head: str) -> bool:
    """Whether an at-rule's inside holds on a wide screen without conditions."""
    head = head.lower()
    if head.startswith(("@supports", "@layer", "@container")):
        return True
    media = head.removeprefix("@media").strip()
    return head.startswith("@media") and all(
        part.strip() in {"all", "screen", "only screen"} for part in media.split(",")
    )


def _chain(selector: str) -> tuple[Compound, ...] | None:
    parts: list[Compound] = []
    combinator = " "
    for word in re.findall(r"[>+~]|(?:\[[^\]]*\]|\([^)]*\)|[^\s>+~\[(])+", selector):
        if word in "+~":
            return None
        if word == ">":
            combinator = ">"
            continue
        part = _compound(word, combinator)
        if part is None:
            return None
        parts.append(part)
        combinator = " "
    return tuple(parts) or None


def _compound(word: str, combinator: str) -> Compound | None:
    tag = ident = None
    classes: set[str] = set()
    attributes: list[tuple[str, str | None, str | None]] = []
    at = 0
    while at < len(word):
        found = _SIMPLE.match(word, at)
        if found is None:
            return None
        at = found.end()
        if found["pseudo"] is not None:
            if found["pseudo"].lower() not in _HARMLESS_PSEUDO:
                return None
        elif found["tag"] is not None:
            tag = None if found["tag"] == "*" else found["tag"].lower()
        elif found["id"] is not None:
            ident = found["id"]
        elif found["cls"] is not None:
            classes.add(found["cls"])
        else:
            attributes.append((found["attr"].lower(), found["op"], found["value"]))
    return Compound(tag, ident, frozenset(classes), tuple(attributes), combinator)


def _reaches(rule: Rule, element: HtmlElement) -> bool:
    return rule.chain[-1].matches(element) and _above(rule.chain, len(rule.chain) - 1, element)


def _above(chain: tuple[Compound, ...], at: int, element: HtmlElement) -> bool:
    if at == 0:
        return True
    parent = element.getparent()
    while parent is not None:
        if chain[at - 1].matches(parent) and _above(chain, at - 1, parent):
            return True
        if chain[at].combinator == ">":
            return False
        parent = parent.getparent()
    return False
