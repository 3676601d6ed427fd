# ruff: noqa: E501  tables of cases read best with one case a line
"""Readers: the main text, tables whole, letters right in every encoding, and the document's own days."""

from __future__ import annotations

import datetime
import shutil

import papers
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from openpyxl import Workbook

from warifu.documents import media
from warifu.documents.text import read
from warifu.documents.text.dates import dates_in, iso, line_dates
from warifu.documents.text.encoding import decode
from warifu.documents.text.language import language_of
from warifu.documents.text.pdf import ocr_rows
from warifu.errors import UnreadableError

PROSE = (
    "The two governments agreed to cooperate in energy, health and small business, and signed the papers in Tokyo. " * 3
)
NEWS = f"""<!DOCTYPE html><html lang="en"><head><title>Plan agreed | Daily</title><meta property="og:site_name" content="Daily">
<script type="application/ld+json">{{"@type":"NewsArticle","datePublished":"2016-12-16T08:00:00Z","dateModified":"2016-12-17"}}</script>
</head><body><header><a href="/">Daily</a> <a href="/sub">Subscribe</a></header>
<nav><ul><li><a href="/w">World</a></li><li><a href="/b">Business</a></li></ul></nav>
<article><h1>Plan agreed</h1><p>{PROSE}</p><p>{PROSE.replace("energy", "farming")}</p>
<table><tr><th>Area</th><th>Sum</th><th></th></tr><tr><td>Energy</td><td><p>100</p><p>million</p></td><td>signed</td></tr>
<tr><td>Health</td><td></td><td>proposed</td></tr></table>
<p>{PROSE.replace("energy", "tourism")}</p></article>
<aside><h3>Most read</h3><ul><li><a href="/1">Ten things to know</a></li></ul></aside>
<footer>Copyright 1999 Daily. All rights reserved.</footer></body></html>"""


def test_the_article_is_read_and_the_furniture_left() -> None:
    text = read(NEWS.encode(), media.HTML)
    lines = text.body.split("\n")
    assert lines[0] == "Plan agreed"
    assert sum(line.startswith("The two governments") for line in lines) == 3
    for furniture in ("Subscribe", "World", "Most read", "Copyright"):
        assert furniture not in text.body
    assert (text.title, text.site, text.language) == ("Plan agreed", "Daily", "en")
    assert (text.published, text.modified, text.stated) == ("2016-12-16", "2016-12-17", None)


def test_a_row_of_a_table_is_one_line() -> None:
    lines = read(NEWS.encode(), media.HTML).body.split("\n")
    assert "Energy | 100 million | signed" in lines
    assert "Health |  | proposed" in lines


def test_a_page_laid_out_in_a_table_is_read_as_paragraphs() -> None:
    page = f"<html><body><table><tr><td>Menu</td><td><p>{PROSE}</p><p>{PROSE[::-1]}</p></td></tr></table></body></html>"
    assert PROSE.strip() in read(page.encode(), media.HTML).body.split("\n")


def test_a_ministrys_page_in_japanese_is_read_with_its_day() -> None:
    page = (
        "<html lang='ja'><head><meta charset='Shift_JIS'><title>日露首脳会談｜外務省</title></head><body>"
        "<div id='menu'><a href='/'>本文へ</a></div><div id='main'><h1>日露首脳会談</h1><p>平成28年12月16日</p>"
        + "<p>安倍総理大臣は、プーチン大統領と会談を行い、8項目の「協力プラン」の具体化について合意した。</p>" * 3
        + "</div></body></html>"
    )
    text = read(page.encode("cp932"), media.HTML)
    assert text.body.startswith("日露首脳会談\n平成28年12月16日\n安倍総理大臣は")
    assert (text.language, text.published, text.stated, text.encoding) == ("ja", "2016-12-16", "2016-12-16", "cp932")


def test_a_page_without_a_day_has_none_and_a_year_in_the_footer_is_no_day() -> None:
    page = f"<html><body><article><p>{PROSE}</p></article><footer>© 2016</footer></body></html>"
    text = read(page.encode(), media.HTML, address="https://example.com/2017/03/04/plan")
    assert (text.published, text.modified, text.stated) == (None, None, None)


BROKEN = [
    "",
    "<",
    "<p",
    "<p>&#xD800;&bogus;&amp",
    "<table><td><table>",
    "<!-- open",
    "<script>never closed",
    "\x00\x01",
]


@pytest.mark.parametrize("page", BROKEN)
def test_broken_markup_is_read_as_far_as_it_goes(page: str) -> None:
    text = read(page.encode(), media.HTML)
    at = 0
    for segment in text.segments:
        assert segment.start == at
        at = segment.end
    assert at == len(text.body)


SENTENCES = {
    "utf-8": "Договор подписан в Токио.", "cp1251": "Правительства подписали меморандум о сотрудничестве в энергетике.",
    "koi8_r": "Правительства подписали меморандум о сотрудничестве в энергетике.",
    "cp932": "経済産業省は、ロシアとの協力プランについて発表しました。", "euc_jp": "経済産業省は、ロシアとの協力プランについて発表しました。",
    "iso2022_jp": "経済産業省は、ロシアとの協力プランについて発表しました。", "gb18030": "中国和俄罗斯在北京签署了经济合作的协议，双方表示满意。",
    "big5": "中國和俄羅斯在北京簽署了經濟合作的協議，雙方表示滿意。", "euc_kr": "한국과 러시아는 서울에서 경제 협력에 관한 양해각서를 체결하였다.",
    "cp1256": "وقعت الحكومتان مذكرة تفاهم بشأن التعاون الاقتصادي في طوكيو", "utf-16": "Signed in 東京.", "cp1252": "Le café signé à Genève — déjà vu",
}  # fmt: skip


@pytest.mark.parametrize("encoding", SENTENCES)
def test_letters_are_right_when_nobody_says_the_encoding(encoding: str) -> None:
    assert decode(SENTENCES[encoding].encode(encoding)).text == SENTENCES[encoding]


@pytest.mark.parametrize("encoding", SENTENCES)
def test_every_character_knows_its_first_byte(encoding: str) -> None:
    sentence = SENTENCES[encoding] * 40
    data = sentence.encode(encoding)
    decoded = decode(data, encoding)
    assert decoded.text == sentence
    offsets = [decoded.byte_at(at) for at in range(len(sentence) + 1)]
    assert offsets == sorted(offsets)
    assert offsets[-1] == len(data)
    if encoding not in {"iso2022_jp", "utf-16"}:
        for at in (0, 7, 511, 512, 513):
            assert data[offsets[at] : offsets[at + 1]].decode(encoding) == sentence[at]


def test_bytes_that_fit_nowhere_become_one_mark_each_and_move_nothing() -> None:
    data = "Договор подписан ".encode() + b"\xff\xfe" + " в Токио и во Владивостоке".encode()
    text = read(data, media.PLAIN)
    assert text.body.count("\ufffd") == 2
    start = text.body.index("в Токио")
    (place,) = text.places(start, start + 7)
    assert data[place.byte_start : place.byte_end].decode() == "в Токио"


@pytest.mark.parametrize(("line", "edtf"), [
    ("2016年12月16日", "2016-12-16"), ("２０１６年１２月１６日", "2016-12-16"), ("平成28年12月16日", "2016-12-16"),
    ("平成二十八年十二月十六日", "2016-12-16"), ("令和元年5月", "2019-05"), ("二〇一六年十二月", "2016-12"), ("2016年", "2016"),
    ("16 декабря 2016 года", "2016-12-16"), ("в декабре 2016 г.", "2016-12"), ("16.12.2016", "2016-12-16"),
    ("2016년 12월 16일", "2016-12-16"), ("December 16, 2016", "2016-12-16"), ("16 Dec. 2016", "2016-12-16"),
    ("May 2017", "2017-05"), ("2016-12-16", "2016-12-16"), ("12/16/2016", "2016-12-16"), ("2016/12/16", "2016-12-16"),
])  # fmt: skip
def test_a_date_is_read_as_full_as_it_is_and_no_fuller(line: str, edtf: str) -> None:
    assert [found.edtf for found in dates_in(line)] == [edtf]


@pytest.mark.parametrize(
    "line", ["03/04/2017", "2016年13月40日", "31.02.2016", "第28年", "3000円", "in 2016 the sum", "12-16"]
)
def test_what_can_be_read_two_ways_or_none_is_no_date(line: str) -> None:
    assert dates_in(line) == []


def test_kinds_of_date_lines_are_kept_apart() -> None:
    lines = [
        "Title",
        "Published: 16 December 2016",
        "Last updated 20 January 2017",
        "The plan of 2 May 2016 was agreed.",
    ]
    assert line_dates(lines) == ("2016-12-16", "2017-01-20", None)
    assert iso("2016-12-16T23:59:59-05:00") == "2016-12-16"


@pytest.mark.parametrize(("text", "language"), [
    ("Подписан меморандум о сотрудничестве в области энергетики.", "ru"), ("Підписано меморандум про співробітництво у галузі енергетики.", "uk"),
    ("協力プランに署名した。", "ja"), ("双方签署了合作协议，表示满意。", "zh"), ("양해각서를 체결하였다.", "ko"), ("وقعت الحكومتان مذكرة تفاهم", "ar"),
    (PROSE, "en"), ("Les deux gouvernements ont signé un mémorandum sur la coopération économique.", "fr"),
    ("123 456", None), ("", None), ("OK", None),
])  # fmt: skip
def test_the_language_is_told_or_left_open(text: str, language: str | None) -> None:
    assert language_of(text) == language


def test_a_declared_language_decides_only_where_the_script_allows() -> None:
    assert language_of("外務省", "ja") == "ja"
    assert language_of("Договор", "ja") is None


def test_rows_of_a_pdf_table_drawn_by_columns_are_whole_and_columns_of_prose_stay_apart() -> None:
    cells = b"".join(
        papers.words(word, x, 600 - 16 * row)
        for x, column in [(72, "Area Energy Health"), (250, "2016 100 5"), (400, "2017 200 7")]
        for row, word in enumerate(column.split())
    )
    left, right = "words of the left column that run on", "words of the right column that go on"
    prose = b"".join(papers.words(f"{row} {left}", 40, 400 - 14 * row, 10) for row in range(3))
    prose += b"".join(papers.words(f"{row} {right}", 310, 400 - 14 * row, 10) for row in range(3))
    lines = read(papers.pdf(cells + prose), media.PDF).body.split("\n")
    assert lines[:3] == ["Area 2016 2017", "Energy 100 200", "Health 5 7"]
    assert lines[3:] == [f"{row} {left}" for row in range(3)] + [f"{row} {right}" for row in range(3)]


def test_a_scanned_page_is_recognised_and_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    scan = b"q 595 0 0 842 0 0 cm /Im Do Q\n" + papers.words("a machine's reading of the scan", 72, 700, more="3 Tr")
    data = papers.pdf(scan, scan, resources=b"/XObject << /Im 10 0 R >>", extra=(papers.GREY_DOT,))
    text = read(data, media.PDF)
    assert (text.body, text.pages) == ("", 2)
    flags = {flag.name: flag for flag in text.flags}
    assert flags["needs-ocr"].amount == 2
    assert "Tesseract" in flags["needs-ocr"].sample


def scanned(*lines: str) -> bytes:
    """A PDF whose one page is a picture of the lines: what a scanner makes of a printed page."""
    import pypdfium2

    printed = b"".join(papers.words(line, 72, 700 - 40 * at, 20) for at, line in enumerate(lines))
    page = pypdfium2.PdfDocument(papers.pdf(printed))[0]
    bitmap = page.render(scale=2, grayscale=True)
    rows = bytes(bitmap.buffer)
    pixels = b"".join(rows[at * bitmap.stride :][: bitmap.width] for at in range(bitmap.height))
    picture = (
        b"<< /Type /XObject /Subtype /Image /Width %d /Height %d /ColorSpace /DeviceGray /BitsPerComponent 8 /Length %d >>\n"
        b"stream\n%s\nendstream" % (bitmap.width, bitmap.height, len(pixels), pixels)
    )
    return papers.pdf(b"q 595 0 0 842 0 0 cm /Im Do Q\n", resources=b"/XObject << /Im 10 0 R >>", extra=(picture,))


def test_a_scanned_page_is_read_by_tesseract_and_its_words_are_placed() -> None:
    if shutil.which("tesseract") is None:
        pytest.skip("Tesseract is not installed on this machine")
    text = read(scanned("The contract was signed in Vladivostok", "for 300 million dollars."), media.PDF)
    assert "signed in Vladivostok" in text.body
    assert "300 million dollars" in text.body
    assert [(flag.name, flag.amount) for flag in text.flags] == [("read-by-ocr", 1)]
    start = text.body.index("Vladivostok")
    (place,) = text.places(start, start + len("Vladivostok"))
    assert place.page == 1
    assert place.box is not None
    left, bottom, right, top = place.box
    assert 300 < left < right < 500
    assert 690 < bottom < top < 730


def test_words_that_tesseract_tells_are_placed_on_the_page() -> None:
    head = "level\tpage\tblock\tpar\tline\tword\tleft\ttop\twidth\theight\tconf\ttext"
    table = f"{head}\n5\t1\t1\t1\t1\t1\t300\t300\t600\t50\t96\tSigned\n5\t1\t1\t1\t1\t2\t950\t300\t300\t50\t91\ttoday"
    (row,) = ocr_rows(table, 842)
    assert row.text() == "Signed today"
    assert row.box() == (72.0, 758.0, 300.0, 770.0)


def test_paragraphs_tables_and_notes_of_a_word_document_are_lines() -> None:
    def cell(word: str) -> str:
        return f"<w:tc>{papers.paragraph(papers.run(word))}</w:tc>"

    table = f"<w:tbl><w:tr>{cell('Energy')}{cell('100')}</w:tr><w:tr>{cell('Health')}{cell('5')}</w:tr></w:tbl>"
    notes = f"<w:footnotes xmlns:w='{papers.W}'><w:footnote>{papers.paragraph(papers.run('A note.'))}</w:footnote></w:footnotes>"
    body = (
        papers.paragraph(papers.run("日本 &amp; Россия "), papers.run("signed."))
        + table
        + papers.paragraph(papers.run("End."))
    )
    data = papers.docx(body, word__footnotes_xml=notes)
    text = read(data, media.DOCX)
    assert text.body.split("\n") == ["日本 & Россия signed.", "Energy | 100", "Health | 5", "End.", "A note."]
    start = text.body.index("Россия")
    (place,) = text.places(start, start + 6)
    import zipfile
    from io import BytesIO

    assert place.part is not None
    part = zipfile.ZipFile(BytesIO(data)).read(place.part)
    assert part[place.byte_start : place.byte_end].decode() == "Россия"


def test_an_open_document_and_rtf_are_lines_too() -> None:
    odt = papers.odt(
        "<text:h>Title</text:h><text:p>Договор<text:s/>signed.</text:p><table:table><table:table-row><table:table-cell>"
        "<text:p>Energy</text:p></table:table-cell><table:table-cell><text:p>100</text:p></table:table-cell>"
        "</table:table-row></table:table>"
    )
    assert read(odt, media.ODT).body.split("\n") == ["Title", "Договор signed.", "Energy | 100"]
    rtf = (
        rb"{\rtf1\ansi\ansicpg1251{\fonttbl{\f0 Times;}}\'c4\'ee\'e3\'ee\'e2\'ee\'f0 \u26085?\u26412? signed\par End.}"
    )
    text = read(rtf, media.RTF)
    assert text.body.split("\n") == ["Договор 日本 signed", "End."]
    start = text.body.index("日")
    (place,) = text.places(start, start + 1)
    assert rtf[place.byte_start : place.byte_end] == rb"\u26085"


def test_cells_are_text_and_no_formula_is_run(tmp_path) -> None:  # type: ignore[no-untyped-def]
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = "Deals"
    sheet.append(["Energy", 2600.0, datetime.date(2016, 12, 16), None, "signed"])
    sheet.append(['=HYPERLINK("http://x.example","go")', "=1+1", True])
    book.save(tmp_path / "x.xlsx")
    text = read((tmp_path / "x.xlsx").read_bytes(), media.XLSX)
    assert text.body == "Energy | 2600 | 2016-12-16 |  | signed\nTRUE" or text.body.endswith(" | TRUE")
    assert "HYPERLINK" not in text.body
    (place,) = text.places(9, 13)
    assert place.part == "Deals!B1"


def test_a_letter_is_read_with_its_heading_and_day() -> None:
    letter = (
        b"From: Office <a@mofa.go.jp>\r\nSubject: =?UTF-8?B?5Y2U5Yqb?=\r\nDate: Fri, 16 Dec 2016 10:00:00 +0900\r\n"
        b"Content-Type: text/plain; charset=koi8-r\r\n\r\n" + "Договор подписан сегодня в Токио.".encode("koi8_r")
    )
    text = read(letter, media.MAIL)
    assert text.body.startswith("Subject: 協力\nFrom: Office <a@mofa.go.jp>\nDate:")
    assert text.body.endswith("Договор подписан сегодня в Токио.")
    assert (text.title, text.published, text.language) == ("協力", "2016-12-16", "ru")
    start = text.body.index("подписан")
    (place,) = text.places(start, start + 8)
    payload = letter.partition(b"\r\n\r\n")[2]
    assert payload[place.byte_start : place.byte_end].decode("koi8_r") == "подписан"


def test_of_two_versions_of_a_letter_the_one_that_is_shown_is_read() -> None:
    letter = (
        b"From: a@b.c\nSubject: Signing\nMIME-Version: 1.0\nContent-Type: multipart/alternative; boundary=B\n\n--B\n"
        b"Content-Type: text/plain\n\nNinety billion was paid.\n--B\nContent-Type: text/html\n\n"
        b"<p>The memorandum was signed.</p><p hidden>Ninety billion was paid.</p>\n--B--\n"
    )
    text = read(letter, media.MAIL)
    assert text.body == "Subject: Signing\nFrom: a@b.c\nThe memorandum was signed."
    assert [flag.name for flag in text.flags] == ["hidden:not-displayed"]


def test_readings_beside_ruby_letters_do_not_break_the_words() -> None:
    page = "<p><ruby>協力<rp>(</rp><rt>きょうりょく</rt><rp>)</rp></ruby>プランに合意した。</p>"
    assert read(f"<html><body>{page}</body></html>".encode(), media.HTML).body == "協力プランに合意した。"


def test_a_feed_is_its_titles_and_summaries() -> None:
    feed = "<feed xmlns='http://www.w3.org/2005/Atom'><title>News</title><entry><title>Signed &amp; sealed</title><summary>In Tokyo.</summary></entry></feed>"
    assert read(feed.encode(), media.ATOM).body == "News\nSigned & sealed\nIn Tokyo."


LAUGHS = (
    "<?xml version='1.0'?><!DOCTYPE x [<!ENTITY a 'ha'><!ENTITY b '&a;&a;&a;&a;&a;&a;&a;&a;'><!ENTITY c '&b;&b;&b;&b;&b;&b;'>]>"
    "<feed xmlns='http://www.w3.org/2005/Atom'><title>&c;</title></feed>"
)
OUTSIDE = "<?xml version='1.0'?><!DOCTYPE x [<!ENTITY a SYSTEM 'file:///etc/passwd'>]><rss><channel><title>&a;</title></channel></rss>"


@pytest.mark.parametrize(("kind", "data"), [(media.ATOM, LAUGHS), (media.RSS, OUTSIDE)])
def test_entities_are_neither_expanded_nor_followed(kind: str, data: str) -> None:
    with pytest.raises(UnreadableError, match="entities"):
        read(data.encode(), kind)


def test_a_web_page_cannot_include_a_file() -> None:
    page = (
        "<!DOCTYPE html [<!ENTITY a SYSTEM 'file:///etc/passwd'>]><html><body><p>Signed &a; in Tokyo.</p></body></html>"
    )
    assert "root:" not in read(page.encode(), media.HTML).body


def test_parts_of_an_office_file_cannot_swell_or_nest_without_end() -> None:
    swelling = papers.docx("<w:p/>" + " " * (60 << 20))
    deep = papers.docx("<w:x>" * 3000 + "</w:x>" * 3000)
    for data, why in [(swelling, "unpacks to more"), (deep, "nests too deep")]:
        with pytest.raises(UnreadableError, match=why):
            read(data, media.DOCX)


SEEDS = {
    media.HTML: NEWS.encode(),
    media.PDF: papers.pdf(b"q .5 0 0 .5 9 9 cm\n" + papers.words("Signed.", 72, 700, more="1 g") + b"0 0 9 9 re f Q"),
    media.RTF: rb"{\rtf1\ansi\ansicpg1251{\fonttbl{\f0 Times;}}\'c4 {\v x}\u26085? signed\par End.}",
    media.MAIL: b"From: a@b.c\r\nDate: Fri, 16 Dec 2016 10:00:00 +0900\r\nContent-Type: text/plain; charset=koi8-r\r\n\r\n\xc4",
    media.ATOM: b"<feed><title>a&amp;</title><entry><link href='x'/><title>b</title></entry></feed>",
    media.PLAIN: "日本".encode("cp932") + b"\x1b$B\x25",
    media.DOCX: papers.docx(papers.paragraph(papers.run("Signed", "<w:sz w:val='2'/>"))),
    media.ODT: papers.odt("<text:p>Signed<text:s/></text:p>"),
}
EDITS = st.lists(st.tuples(st.integers(0, 10_000), st.integers(0, 12), st.binary(max_size=4)), min_size=1, max_size=8)


@settings(deadline=None, max_examples=150)
@given(st.sampled_from(sorted(SEEDS)), EDITS)
@example(media.MAIL, [(80, 0, b"\0")])
def test_damaged_bytes_are_read_or_refused_and_never_anything_else(
    kind: str, edits: list[tuple[int, int, bytes]]
) -> None:
    data = SEEDS[kind]
    for place, length, new in edits:
        at = place % (len(data) + 1)
        data = data[:at] + new + data[at + length :]
    try:
        text = read(data, kind)
    except UnreadableError:
        return
    at = 0
    for segment in text.segments:
        assert segment.start == at
        at = segment.end
    assert at == len(text.body)
    assert text.body.encode() is not None


def test_a_kind_that_nobody_reads_is_said() -> None:
    with pytest.raises(UnreadableError, match="no reader"):
        read(b"\x7fELF", "application/x-elf")


def test_a_plain_page_reads_the_same_word_by_word_and_letter_by_letter(monkeypatch: pytest.MonkeyPatch) -> None:
    """A page on which nothing can be hidden is read by words, which is several times faster."""
    pages = [papers.words(f"Memorandum {at}: 2.6 billion yen, 12 areas", 60, 700 - 20 * at, 11) for at in range(9)]
    data = papers.pdf(b"".join(pages), papers.words("Annex", 60, 700, 12))
    quick = read(data, media.PDF)
    monkeypatch.setattr("warifu.documents.text.pdf._Sheet._all_plain", lambda *_: False)
    slow = read(data, media.PDF)
    assert (quick.body, quick.segments) == (slow.body, slow.segments)
    assert "Memorandum 8: 2.6 billion yen" in quick.body
