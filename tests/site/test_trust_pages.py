"""How far the ledger can be trusted stands on pages of its own: agreement, accuracy, corrections."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path
from typing import Any

import lxml.html
from harbour_rows import HOSTILE, harbour, row, tables

from warifu.site import build
from warifu.site.addresses import slug
from warifu.tables import contract as c


def text_of(page: Path) -> str:
    return " ".join(lxml.html.parse(page).getroot().find(".//main").text_content().split())


def told(**comment: Any) -> dict[type[Any], list[Any]]:
    found = harbour()
    found[c.AgreementRow] = [
        row(c.AgreementRow, field="stage", units=40, coders=2, alpha=Decimal("0.7012"), low=Decimal("0.55"),
            high=Decimal("0.84"), reading="tentative"),
        row(c.AgreementRow, field="sums", units=3, coders=2, alpha=Decimal("0.9"), reading="firm"),
        row(c.AgreementRow, field="form", units=3, coders=2, alpha=Decimal(1), reading="no variation"),
    ]  # fmt: skip
    found[c.AccuracyRow] = [
        row(c.AccuracyRow, reader="rules 3", set="reading/test", language=language, field="statements", n=12, found=8,
            right=6, precision=Decimal("0.75"), recall=Decimal("0.5"), f1=Decimal("0.6"), marked=12)
        for language in ("all", "ru")
    ]  # fmt: skip
    found[c.AccuracyRow].append(
        row(c.AccuracyRow, reader="rules 3", set="reading/test", language="all", field="stages", n=10, found=10,
            right=9, precision=Decimal("0.9"))
    )  # fmt: skip
    given = {
        "number": "7", "about": "h-1/sums-1", "deal": "h-1", "kind": "dispute", "by": "A reader",
        "on_text": "2024-06-01", "words": "It was six billion", "answer": "We look into it\n\nYou are right",
        "source": "https://example.org/loan", "answered_by": "ann", "answered_text": "2024-06-03",
        "release": "2", "status": "upheld",
    }  # fmt: skip
    found[c.CommentRow] = [
        row(c.CommentRow, **{**given, **comment}),
        row(c.CommentRow, number="8", about="h-0", kind="comment", by="ito", on_text="2024-06-02", words="Gone?",
            status="open"),
    ]  # fmt: skip
    found[c.ReleaseRow] = [row(c.ReleaseRow, release=2)]
    return found


def test_where_nothing_was_measured_the_page_says_so(small: Path) -> None:
    page = text_of(small / "accuracy.html")
    assert "Not measured: one coder." in page
    assert "Not measured. This ledger keeps no score" in page
    assert "does not mean that nothing is wrong" in text_of(small / "corrections.html")
    assert "未測定：記録者が一人" in text_of(small / "ja" / "accuracy.html")
    assert "Не измерено: один кодировщик" in text_of(small / "ru" / "accuracy.html")


def test_agreement_has_its_interval_and_accuracy_its_language_and_number(tmp_path: Path) -> None:
    build(tables(told(), tmp_path), tmp_path / "site")
    page = text_of(tmp_path / "site" / "accuracy.html")
    assert "Stage0.700.55 … 0.8440Tentative" in page
    assert "by convention. With so few readings" in page
    assert "Good enough" not in page, "three readings are nothing to build on"
    cells = lxml.html.parse(tmp_path / "site" / "accuracy.html").findall(".//tbody/tr/td")
    assert [cell.text_content() for cell in cells[-4:]] == [
        "0.600.75 / 0.50 · n = 12", "0.600.75 / 0.50 · n = 12", "0.90n = 10", "not measured",
    ]  # fmt: skip


def test_a_correction_stands_with_answer_and_release_and_its_deal_leads_to_it(tmp_path: Path) -> None:
    build(tables(told(), tmp_path), tmp_path / "site")
    page = lxml.html.parse(tmp_path / "site" / "corrections.html").getroot()
    section = page.get_element_by_id("n-7").getparent()
    text = " ".join(section.text_content().split())
    for words in ("No. 7: dispute upheld", "Harbour cranes", "It was six billion", "You are right", "Release 2"):
        assert words in text
    links = {link.get("href") for link in section.iterfind(".//a")}
    assert f"deals/h-1.html#{slug('h-1/sums-1')}" in links
    assert {"releases.html#r-2", "https://example.org/loan"} <= links
    deal = lxml.html.parse(tmp_path / "site" / "deals" / "h-1.html")
    assert "../corrections.html#n-7" in {link.get("href") for link in deal.iterfind(".//main//a")}
    assert "Not answered yet" in text_of(tmp_path / "site" / "corrections.html")


def test_what_a_reader_wrote_in_cannot_act(tmp_path: Path) -> None:
    found = told(by=HOSTILE, words=HOSTILE, answer=HOSTILE, source=HOSTILE, release=HOSTILE, about=HOSTILE)
    build(tables(found, tmp_path), tmp_path / "site")
    for name in ("corrections.html", "deals/h-1.html"):
        tree = lxml.html.parse(tmp_path / "site" / name).getroot().find(".//main")
        assert not tree.findall(".//script"), name
        assert not tree.findall(".//img"), name
        assert "onerror" in tree.text_content(), name


def test_a_figure_bears_the_mark_of_what_was_questioned_in_it_and_where_to_report(tmp_path: Path) -> None:
    """At the figure itself and on its page of reasons: a correction of its own, or a doubt in a deal that it adds."""
    found = told(status="open", answer="", release="")
    found[c.CommentRow].append(
        row(c.CommentRow, number="9", about="all/signed", kind="correction", by="abe", on_text="2024-06-04",
            words="One more", status="upheld", answer="Yes", answered_by="ann", answered_text="2024-06-05"),
    )  # fmt: skip
    found[c.MetaRow] = [row(c.MetaRow, name="contact", value="desk@ledger.example")]
    build(tables(found, tmp_path), tmp_path / "site")
    why = lxml.html.parse(tmp_path / "site" / "why" / "all.html").getroot()
    standing = {part.get("id"): " ".join(part.find("p[@class='small standing']").text_content().split())
                for part in why.findall(".//section[@class='reason']")}  # fmt: skip
    assert standing["signed"].startswith("No. 7: dispute open")
    assert "No. 9: correction upheld" in standing["signed"]
    assert standing["paid"].startswith("Nobody has questioned this figure.")
    letters = [link.get("href") for link in why.iterfind(".//a") if (link.get("href") or "").startswith("mailto:")]
    assert "mailto:desk@ledger.example?subject=harbour/all/signed" in letters
    score = lxml.html.parse(tmp_path / "site" / "scorecard.html").getroot()
    marks = score.findall(".//a[@class='questioned open']")
    assert marks
    assert marks[0].get("href") == "corrections.html#n-7"
    assert marks[0].get("title") == "No. 7: dispute: open"
    deal = lxml.html.parse(tmp_path / "site" / "deals" / "h-1.html").getroot()
    assert deal.find(".//table[@class='grid sums']//a[@class='questioned open']") is not None


def test_what_a_machine_read_is_marked_before_and_after_a_person_judged_it(tmp_path: Path) -> None:
    found = harbour()
    first, *rest = found[c.StatementRow]
    found[c.StatementRow] = [first._replace(read_by="rules 3", by="mori"), *rest]
    found[c.ReadingRow] = [
        row(c.ReadingRow, reading="ab12", deal=first.deal, kind="deal", says="stage: signed", quote="they signed",
            source="https://example.org/a", document="d" * 64, reader="rules 3", confidence=0.7, state="waiting"),
        row(c.ReadingRow, reading="cd34", kind="deal", says=HOSTILE, quote=HOSTILE, source="javascript:alert(1)",
            reader="rules 3", state="open"),
    ]  # fmt: skip
    build(tables(found, tmp_path), tmp_path / "site")
    page = text_of(tmp_path / "site" / "deals" / f"{slug(first.deal)}.html")
    assert "read by machine" in page
    assert "Read by a machine, judged by nobody yet (1)" in page
    assert "stage: signed" in page
    assert "機械・未判定" in text_of(tmp_path / "site" / "ja" / "deals" / f"{slug(first.deal)}.html")
    accuracy = text_of(tmp_path / "site" / "accuracy.html")
    assert "rules 312" in accuracy
    other = next(row_.deal for row_ in found[c.DealRow] if row_.deal != first.deal)
    assert "machine" not in text_of(tmp_path / "site" / "deals" / f"{slug(other)}.html")
