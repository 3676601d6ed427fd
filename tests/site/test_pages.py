"""The pages as files: their bytes, links, figures, words and marks."""

from __future__ import annotations

import html
import os
import re
import subprocess
import sys
from collections import Counter
from decimal import Decimal
from pathlib import Path
from urllib.parse import unquote, urldefrag

import lxml.html
import pytest
from harbour_rows import HOSTILE, figure, harbour, pages, row, tables
from lxml import etree

from warifu.site import build
from warifu.tables import contract as c

HERE = Path(__file__).parent
GOLDEN = ("index.html", "deals/h-1.html", "ja/deals/h-2.html", "why/all.html", "ru/sources/s-2.html")


@pytest.mark.parametrize("name", GOLDEN)
def test_a_page_comes_out_as_it_did_before(small: Path, name: str, rewrite_golden: bool) -> None:
    """`pytest tests/site --rewrite-golden` writes them anew; read the diff."""
    made, kept = small / name, HERE / "golden" / name
    if rewrite_golden:
        kept.parent.mkdir(parents=True, exist_ok=True)
        kept.write_bytes(made.read_bytes())
    assert made.read_text(encoding="utf-8") == kept.read_text(encoding="utf-8")


def test_the_same_tables_give_the_same_bytes_whatever_the_hash_seed(tmp_path: Path) -> None:
    tables(harbour(), tmp_path)
    program = (
        "import sys; from pathlib import Path; from warifu.site import build; from warifu.tables.files import Tables; "
        "build(Tables(Path(sys.argv[1])), Path(sys.argv[2]))"
    )
    made = []
    for seed in ("0", "4711"):
        out = tmp_path / seed / "site"
        environment = {**os.environ, "PYTHONHASHSEED": seed}
        subprocess.run([sys.executable, "-c", program, str(tmp_path), str(out)], check=True, env=environment)
        made.append({path.relative_to(out): path.read_bytes() for path in out.rglob("*") if path.is_file()})
    assert made[0] == made[1]


def test_a_second_build_writes_nothing(tmp_path: Path) -> None:
    first = build(tables(harbour(), tmp_path), tmp_path / "site")
    again = build(tables(harbour(), tmp_path), tmp_path / "site")
    assert first.written > 50
    assert (again.written, again.removed) == (0, 0)


def test_after_a_change_only_the_pages_that_show_it_are_written(tmp_path: Path) -> None:
    build(tables(harbour(), tmp_path), tmp_path / "site")
    before = {path: path.stat().st_mtime_ns for path in pages(tmp_path / "site")}
    found = harbour()
    found[c.DealRow][1] = found[c.DealRow][1]._replace(note="Seen again.")
    report = build(tables(found, tmp_path), tmp_path / "site")
    touched = {
        path.relative_to(tmp_path / "site").as_posix()
        for path, when in before.items()
        if path.stat().st_mtime_ns != when
    }
    assert touched == {"deals/h-2.html", "ja/deals/h-2.html", "ru/deals/h-2.html", *DOWNLOADS}
    assert report.written == len(touched)


DOWNLOADS = {f"{folder}downloads.html" for folder in ("", "ja/", "ru/")}
"""They tell the size of every file, so that any change shows there."""


def test_a_deal_that_is_no_more_leaves_no_page_and_strange_files_stay(tmp_path: Path) -> None:
    build(tables(harbour(), tmp_path), tmp_path / "site")
    (tmp_path / "site" / "CNAME").write_text("ledger.example")
    found = harbour()
    del found[c.DealRow][1]
    report = build(tables(found, tmp_path), tmp_path / "site")
    assert not (tmp_path / "site" / "deals" / "h-2.html").exists()
    assert report.removed == 3
    assert (tmp_path / "site" / "CNAME").exists()


def test_a_build_that_was_broken_off_is_made_whole_by_the_next(tmp_path: Path) -> None:
    """A page half-written when the power went kept its place in the manifest, and was never mended."""
    build(tables(harbour(), tmp_path), tmp_path / "site")
    page = tmp_path / "site" / "deals" / "h-1.html"
    whole = page.read_bytes()
    (tmp_path / "site.manifest.json").unlink()  # what the build does before it writes its first page
    page.write_bytes(whole[:100])
    build(tables(harbour(), tmp_path), tmp_path / "site")
    assert page.read_bytes() == whole


def test_an_address_that_was_given_up_leads_on(tmp_path: Path) -> None:
    found = harbour()
    found[c.RedirectRow] = [row(c.RedirectRow, old="h-0", new=("h-1",), by="ann", why="the same cranes")]
    build(tables(found, tmp_path), tmp_path / "site")
    page = (tmp_path / "site" / "deals" / "h-0.html").read_text(encoding="utf-8")
    assert 'href="../deals/h-1.html"' in page
    assert "the same cranes" in page


def test_nought_paid_is_written_as_none_told(small: Path) -> None:
    """A page that printed 0 would accuse someone; no source tells of a payment, which is another thing."""
    tree = lxml.html.parse(small / "index.html")
    words = {
        link.get("href"): link.text_content() for link in tree.iterfind(".//a[@class]") if "fig" in link.get("class")
    }
    assert words["why/all.html#paid"] == "none told"
    assert words["why/all.html#money-paid"] == "looked, nothing found"
    assert "No source tells of a payment." in tree.getroot().text_content()


def test_a_sum_without_a_rate_is_said_to_be_in_no_total(small: Path) -> None:
    text = lxml.html.parse(small / "deals" / "h-1.html").getroot().text_content()
    assert "no rate of the day at hand, so it is in no total" in text
    assert "1 JPY = 0.0093 USD, 4 March 2021, central bank" in text


def test_a_side_that_is_silent_is_said_to_be_silent(small: Path) -> None:
    text = lxml.html.parse(small / "deals" / "h-2.html").getroot().text_content()
    assert "No voice of Japan in the ledger tells of this deal. That is silence, not denial." in text


def test_no_link_inside_the_site_is_dead(eight: Path) -> None:
    """Every page, in every language: the file is there, and so is the place in it. (An empty link is a page's own.)"""
    places: dict[Path, set[str]] = {}
    links: list[tuple[Path, Path, str]] = []
    for page in pages(eight):
        text = page.read_text(encoding="utf-8")
        places[page] = {html.unescape(name) for name in re.findall(r' id="([^"]*)"', text)}
        for address in dict.fromkeys(re.findall(r' (?:href|src)="([^"]*)"', text)):
            if not address.startswith(("http:", "https:", "mailto:")):
                path, fragment = urldefrag(html.unescape(address))
                target = Path(os.path.normpath(page.parent / unquote(path))) if path else page
                links.append((page, target, unquote(fragment)))

    def lives(target: Path, fragment: str) -> bool:
        if target.suffix != ".html":
            return target.exists()
        return target in places and (not fragment or fragment in places[target])

    dead = [f"{page.relative_to(eight)} -> {to} #{at}" for page, to, at in links if not lives(to, at)]
    assert dead == []
    assert len(links) > 50_000


def test_every_figure_links_to_how_it_came_about(eight: Path) -> None:
    """And the page it leads to holds its value: the very number, not another."""
    index = lxml.html.parse(eight / "index.html")
    figures = [link for link in index.iterfind(".//a[@class]") if "fig" in link.get("class").split()]
    assert len(figures) > 40
    for link in figures:
        path, anchor = urldefrag(link.get("href"))
        section = lxml.html.parse(eight / path).getroot().get_element_by_id(anchor)
        assert link.text_content() in section.text_content()


KNOWN_BY_THE_PARSER = "Tag"


def test_html_is_well_formed_and_no_id_stands_twice(eight: Path) -> None:
    for page in [*pages(eight)][::7]:
        parser = etree.HTMLParser(recover=True)
        tree = etree.parse(str(page), parser)
        faults = [fault.message for fault in parser.error_log if not re.match(r"Tag \w+ invalid", fault.message)]
        assert faults == [], page
        twice = [
            name for name, times in Counter(item.get("id") for item in tree.iterfind(".//*[@id]")).items() if times > 1
        ]
        assert twice == [], page
        headings = [int(item.tag[1]) for item in tree.iter("h1", "h2", "h3", "h4")]
        assert headings.count(1) == 1, page


def test_every_picture_has_a_title_or_is_hidden_from_readers_by_ear(eight: Path) -> None:
    seen = 0
    for page in [*pages(eight)][::5]:
        tree = lxml.html.parse(page)
        assert not tree.findall(".//img")
        for drawing in tree.iterfind(".//svg"):
            seen += 1
            titled = drawing.find("title") is not None and drawing.find("desc") is not None
            assert titled or drawing.get("aria-hidden") == "true", page
    assert seen > 1000


def test_every_chart_has_its_table_behind_it(eight: Path) -> None:
    for page in [*pages(eight / "measures")]:
        for drawing in lxml.html.parse(page).iterfind(".//figure"):
            assert drawing.findall(".//table//tr"), page


def test_a_picture_may_be_taken_along_and_runs_nothing(eight: Path) -> None:
    """Each stands as a file of its own, with its colours in it and nothing that it fetches."""
    found = sorted((eight / "pictures").glob("*.svg"))
    assert len(found) > 20
    for picture in found:
        tree = etree.parse(picture)
        names = {etree.QName(item).localname for item in tree.iter() if isinstance(item.tag, str)}
        assert names <= {"svg", "style", "title", "desc", "g", "path", "rect", "line", "circle", "text"}, picture
        assert b"--paper:" in picture.read_bytes()
        assert b"http" not in picture.read_bytes().replace(b'xmlns="http://www.w3.org/2000/svg"', b""), picture


def test_pages_say_which_language_they_are_in(eight: Path) -> None:
    for folder, language in (("", "en"), ("ja", "ja"), ("ru", "ru")):
        tree = lxml.html.parse(eight / folder / "deals" / "ep-001.html").getroot()
        assert tree.get("lang") == language
        title = tree.find(".//h1/bdi")
        assert title.get("lang") == (None if language == "en" else "en")


def test_the_interface_is_in_the_language_of_the_page(eight: Path) -> None:
    """English words may stand in a Japanese or Russian page only where they are marked as English."""
    for folder in ("ja", "ru"):
        tree = lxml.html.parse(eight / folder / "deals" / "ep-001.html").getroot()
        for marked in tree.xpath('//*[@lang="en"] | //code | //pre | //cite | //svg | //section[@class="cite"]'):
            marked.drop_tree()
        body = tree.find(".//main").text_content()
        english = set(re.findall(r"\b(?:the|of|and|not|told|source|signed|none)\b", body))
        assert english == set(), folder


def test_nothing_on_a_page_may_act_but_our_own_scripts(spoiled: Path) -> None:
    """Every text of this programme tries to break out: tags, quotes, template marks, addresses, turned text."""
    found = 0
    for page in pages(spoiled):
        text = page.read_text(encoding="utf-8")
        tree = lxml.html.fromstring(text)
        for script in tree.iter("script"):
            assert re.fullmatch(r"(\.\./)*assets/(theme|site|list|deals|whatif)\.js", script.get("src")), page
            assert not (script.text or "").strip()
        assert not [1 for _ in tree.iter("style", "iframe", "object", "embed", "form") if _.tag != "form"]
        for element in tree.iter():
            if isinstance(element.tag, str):
                assert not [name for name in element.attrib if name.startswith("on") or name == "style"], page
                for name in ("href", "src"):
                    assert not element.get(name, "").lower().startswith(("javascript", "data", "vbscript")), page
        assert "\u202e" not in text
        assert "\u0007" not in text
        found += text.count("{{ 7*7 }}")
        assert "49javascript" not in text
    assert found > 30
    assert HOSTILE.startswith('"><script>')


def test_an_address_that_is_no_plain_web_page_is_shown_and_not_linked(spoiled: Path) -> None:
    page = (spoiled / "sources" / "s-1.html").read_text(encoding="utf-8")
    assert "javascript:window.__acted" in page
    assert 'href="javascript' not in page


def test_links_out_tell_nobody_who_reads(small: Path) -> None:
    tree = lxml.html.parse(small / "sources" / "s-1.html")
    (link,) = [item for item in tree.iterfind(".//a") if item.get("href") == "https://example.org/1"]
    assert link.get("rel") == "noopener nofollow"


def test_a_name_cannot_lead_out_of_the_site(tmp_path: Path) -> None:
    found = harbour()
    found[c.DealRow].append(found[c.DealRow][1]._replace(deal="../../etc/passwd", title="Out"))
    build(tables(found, tmp_path), tmp_path / "site")
    outside = [path for path in tmp_path.rglob("*.html") if tmp_path / "site" not in path.parents]
    assert outside == []


def test_a_ledger_too_long_for_one_page_is_turned_in_pages(tmp_path: Path) -> None:
    found = harbour()
    found[c.DealRow] = [found[c.DealRow][0]._replace(deal=f"h-{number}") for number in range(600)]
    found[c.FigureRow] = [figure("deals", 600, deals=tuple(f"h-{number}" for number in range(600)))]
    build(tables(found, tmp_path), tmp_path / "site")
    first = lxml.html.parse(tmp_path / "site" / "deals.html")
    assert len(first.findall(".//tbody/tr")) == 250
    assert (tmp_path / "site" / "deals-3.html").exists()
    why = lxml.html.parse(tmp_path / "site" / "why" / "all.html").getroot().text_content()
    assert "200 more are in the table figures" in why


def test_a_count_of_deals_is_the_same_on_card_and_why_page(small: Path) -> None:
    text = lxml.html.parse(small / "why" / "all.html").getroot().get_element_by_id("binding").text_content()
    assert "Binding: 1 1–2" in " ".join(text.split())
    assert Decimal(1) == harbour()[c.FigureRow][3].value
