"""A hundred hostile documents in a real Chromium: nothing in them runs, calls out, hides or breaks the page."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import msgspec
import pytest
from visitors import listening

import readings
from readings import Desk
from warifu.desk import marks
from warifu.desk.marks import Mark
from warifu.proposals import runs
from warifu.proposals.proposal import Proposal

CANARY = "window.canary=(window.canary||0)+1;fetch('http://evil.example/')"

ATTACKS = (
    f"<script>{CANARY}</script>",
    f"<img src=x onerror=\"{CANARY}\">",
    f"<svg xmlns='http://www.w3.org/2000/svg' onload=\"{CANARY}\"><script>{CANARY}</script></svg>",
    f"<iframe srcdoc=\"<script>parent.{CANARY}</script>\"></iframe>",
    "<object data='data:text/html;base64,PHNjcmlwdD5hbGVydCgxKTwvc2NyaXB0Pg=='></object>",
    f"\"><script>{CANARY}</script>",
    f"' onmouseover='{CANARY}' autofocus onfocus='{CANARY}' x='",
    "<a href='javascript:window.canary=1'>click</a>",
    "<meta http-equiv=refresh content='0;url=http://evil.example/'>",
    "<base href='http://evil.example/'><form action='http://evil.example/'>",
    "<style>body{display:none}*{background:url(http://evil.example/)}</style>",
    "</textarea></select></title></style></script><script>window.canary=1</script>",
    "<math><mtext><table><mglyph><style><!--</style><img title=\"--&gt;&lt;img src=1 onerror=window.canary=1&gt;\">",
    "<div hx-get='/logout' hx-trigger='load' hx-post='/undo'>htmx</div>",
    "<div hx-on:load='window.canary=1' data-hx-trigger='load' data-hx-get='http://evil.example/'>htmx</div>",
    "<button form='judge' name='action' value='accept'>x</button>",
    "{{ 7 * 7 }} {% for x in y %} ${7*7} #{7*7}",
    "\u202eсыьтсаз ьтунреворп\u202c \u2066\u2067\u2068 left and right \u2069",
    "\u200bzero\u200dwidth\ufeff\u00adhyphens\u2060",
    "Jаpаn Bаnk fоr Intеrnаtiоnаl Cооpеrаtiоn",  # Cyrillic letters among Latin ones
    "Z̸̡̛͎̺̱͈̦͔̳̣̗̥̮̯̜̝̗̟̥̥̥̖̦̱͎̥̱̼̥̹̲͍̥̞͕̱̓̈́͋̈̒̇̎̂̈́̈́̏̽͌̌̒̄͆̌̕͜͝͝ͅa̵l̶g̷o̸" * 20,
    "W" * 4_000,
    "\u0000\u0001\u001b[31m\u0007\u0085\u2028\u2029",
    "𝕊𝕔𝕣𝕚𝕡𝕥 😀👩‍👩‍👧‍👦" * 50,
    "data:text/html,<script>window.canary=1</script>",
)  # fmt: skip


def hostile(desk: Desk, count: int) -> list[Proposal]:
    """Documents and proposals in which every text that a page shows is an attack."""
    found = []
    papers: dict[str, tuple[str | bytes, dict[str, str]]] = {}
    attacks: dict[str, tuple[str, str]] = {}
    for number in range(count):
        attack = ATTACKS[number % len(ATTACKS)]
        other = ATTACKS[(number * 7 + 3) % len(ATTACKS)]
        text = f"On 3 March {number} {attack} signed a loan {other} agreement for USD 5 million."
        kind = ("txt", "html", "md")[number % 3]
        if kind == "html":
            text = f"<html><head><title>{attack}</title></head><body><p>{text}</p>{other}</body></html>"
        name = f"hostile-{number}.{kind}"
        known = {"title": attack[:300], "publisher": other[:300], "language": "en", "published": "2024-03-04"}
        papers[name], attacks[name] = (text, known), (attack, other)
    for name, digest in desk.take_in(papers).items():
        attack, other = attacks[name]
        body = desk.body(digest)
        if "signed" not in body:
            continue
        start = max(0, body.index("signed") - 200)
        passage = body[start : body.index("signed") + 300]
        one = readings.reading(
            body,
            passage,
            document=digest,
            source=desk.source(digest),
            fields={"stage": ("signed", "signed"), "place": (attack, "loan")},
            parties=[("provider", "signed", "")],
        )
        hurt = msgspec.structs.replace(
            one,
            parties=(msgspec.structs.replace(one.parties[0], name=other, role="provider"),),
            reasons=(attack, other),
            confidence=0.1,
        )
        found.append(msgspec.structs.replace(hurt, id=runs.proposal_id(hurt)))
    return desk.read(found)


@pytest.fixture
def watched(chromium: Any) -> Iterator[tuple[Any, list[str]]]:
    """A page on which everything that should not happen is noted."""
    context = chromium.new_context(viewport={"width": 1280, "height": 900})
    page = context.new_page()
    wrong: list[str] = []
    page.on("dialog", lambda dialog: (wrong.append(f"dialog {dialog.message}"), dialog.dismiss()))
    page.on("pageerror", lambda fault: wrong.append(f"error {fault}"))
    page.on("console", lambda said: wrong.append(f"console {said.text}") if said.type == "error" else None)
    page.on("popup", lambda opened: wrong.append(f"popup {opened.url}"))
    page.on("request", lambda sent: None if "127.0.0.1" in sent.url else wrong.append(f"request {sent.url}"))
    yield page, wrong
    context.close()


def unharmed(page: Any) -> list[str]:
    """What is wrong with the page as it stands."""
    return list(page.evaluate(CHECKS))


CHECKS = """() => {
    const wrong = [];
    const all = (selector) => document.querySelectorAll(selector).length;
    if (window.canary) wrong.push('a script ran');
    const wide = document.documentElement.scrollWidth;
    if (wide > innerWidth) wrong.push('wider than the window: ' + wide);
    const top = document.querySelector('.top').getBoundingClientRect();
    if (!all('#desk') || top.height > 140 || top.y > 1) wrong.push('the frame moved');
    for (const name of ['script', 'iframe', 'object', 'embed', 'style', 'base', 'meta'])
        if (all('#desk ' + name)) wrong.push('a ' + name + ' came out of a document');
    if (all('[hx-on\\\\:load], #text [hx-get], #text a, #text img')) wrong.push('markup in the text');
    if (getComputedStyle(document.body).display === 'none') wrong.push('hidden');
    for (const link of document.querySelectorAll('a'))
        if (!link.href.startsWith(location.origin)) wrong.push(link.href);
    const acts = document.querySelector('#judge .acts')?.getBoundingClientRect();
    if (acts && (acts.height < 20 || acts.height > 160)) wrong.push('buttons ' + acts.height);
    return wrong;
}"""
"""What is looked at on each page; the answer is empty where nothing is wrong."""


def tour(tmp_path: Path, watched: tuple[Any, list[str]], count: int) -> None:
    desk = readings.workspace(tmp_path / "harbour")
    found = hostile(desk, count)
    assert len(found) > count * 0.8
    page, wrong = watched
    with listening(desk) as served:
        page.goto(served.link)
        faults = [f"queue: {one}" for one in unharmed(page)]
        for one in found:
            page.goto(f"{served.address}/proposals/{one.id}")
            page.mouse.move(300, 300)
            faults += [f"{one.source}: {fault}" for fault in unharmed(page)]
        for one in found[: max(3, count // 10)]:
            page.goto(f"{served.address}/documents/{one.document}")
            faults += [f"{one.source}: {fault}" for fault in unharmed(page)]
            served.book.decide(served.gate.person(_token(page)), [_accept(one)])  # type: ignore[arg-type]
        for path in ("/deals", "/log", "/history", "/release"):
            page.goto(served.address + path)
            faults += [f"{path}: {fault}" for fault in unharmed(page)]
        shown = page.evaluate("document.cookie")
    assert faults == []
    assert wrong == []
    assert "warifu_desk" not in shown


def _token(page: Any) -> str:
    return str(next(one["value"] for one in page.context.cookies() if one["name"] == "warifu_desk"))


def _accept(one: Proposal) -> Any:
    from warifu.desk.book import Draft

    return Draft(one.id, "accept")


@pytest.mark.browser
def test_hostile_documents_harm_nothing(tmp_path: Path, watched: tuple[Any, list[str]]) -> None:
    tour(tmp_path, watched, len(ATTACKS))


@pytest.mark.browser
@pytest.mark.slow
def test_a_hundred_hostile_documents_harm_nothing(tmp_path: Path, watched: tuple[Any, list[str]]) -> None:
    tour(tmp_path, watched, 100)


def test_what_turns_or_hides_text_is_shown_as_a_sign_and_moves_no_offset() -> None:
    body = "pay \u202e001\u202c yen\u200b now"
    (line,) = marks.shown(body, [Mark(10, 13, "sum")], 0, len(body)).lines
    text = "".join(piece.text for piece in line.pieces)
    assert len(text) == len(body)
    assert not set(text) & set("\u202e\u202c\u200b")
    assert "⇄" in text


def test_a_word_of_two_scripts_is_marked() -> None:
    assert marks.mixed_words("the Jаpаn bank") == [(4, 9)]
    assert marks.mixed_words("Банк Japan 銀行 Ω") == []


def test_marks_may_overlap_and_every_character_is_shown_once() -> None:
    body = "signed a loan agreement\nfor USD 5 million"
    shown = marks.shown(body, [Mark(0, 40, "passage"), Mark(9, 23, "form"), Mark(14, 35, "sum")])
    assert "\n".join("".join(piece.text for piece in line.pieces) for line in shown.lines) == body
    assert all(
        body[piece.at : piece.at + len(piece.text)] == piece.text for line in shown.lines for piece in line.pieces
    )
    assert {piece.names for line in shown.lines for piece in line.pieces} >= {("passage", "form", "sum")}


def test_a_long_text_is_cut_around_the_passage_and_says_by_how_much() -> None:
    body = "\n".join(f"line {number} of the paper" for number in range(5_000))
    at = body.index("line 2500 ")
    shown = marks.shown(body, [Mark(at, at + 9, "stage")], at, at + 9)
    size = sum(len(piece.text) + 1 for line in shown.lines for piece in line.pieces)
    assert size < 10_000
    assert shown.before + shown.after + size - 1 == len(body) + sum(len(line.pieces) - 1 for line in shown.lines)
