# ruff: noqa: E501  tables of cases read best with one case a line
"""The planted set: a sentence hidden in every way the room knows must never reach a body, and must be flagged."""

from __future__ import annotations

import papers
import pytest
from openpyxl import Workbook
from openpyxl.styles import Font

from warifu.documents import hidden, media
from warifu.documents.text import read

PLANTED = "The minister confirmed that ninety billion had already been paid"
SEEN = "Japan and Russia signed a memorandum on energy in December."
AFTER = "The sum was not stated by either side."


def page(planted: str, head: str = "") -> bytes:
    return (
        f"<html><head><title>Energy</title>{head}</head><body><article><h1>Energy</h1><p>{SEEN}</p>{planted}<p>{AFTER}</p>"
        "</article></body></html>"
    ).encode()


HTML = {
    "display none": (f'<p style="display:none">{PLANTED}</p>', "", "not-displayed"),
    "display none, important, spaced": (f'<p style="DISPLAY : NONE !important">{PLANTED}</p>', "", "not-displayed"),
    "the hidden attribute": (f"<p hidden>{PLANTED}</p>", "", "not-displayed"),
    "a class of the page's style sheet": (f'<p class="x q">{PLANTED}</p>', "<style>.q{display:none}</style>", "not-displayed"),
    "a descendant rule": (f'<div id="a"><p>{PLANTED}</p></div>', "<style>#a > p{visibility:hidden}</style>", "invisible"),
    "a class hidden by custom": (f'<span class="sr-only">{PLANTED}</span>', "", "not-displayed"),
    "visibility hidden": (f'<div style="visibility:hidden"><p>{PLANTED}</p></div>', "", "invisible"),
    "aria-hidden": (f'<p aria-hidden="true">{PLANTED}</p>', "", "aria-hidden"),
    "opacity": (f'<p style="opacity:0.01">{PLANTED}</p>', "", "invisible"),
    "font size nought": (f'<p style="font-size:0">{PLANTED}</p>', "", "tiny"),
    "font size one pixel, inherited": (f'<div style="font-size:1px"><p>{PLANTED}</p></div>', "", "tiny"),
    "white on white": (f'<p style="color:#fff">{PLANTED}</p>', "", "same-colour"),
    "nearly white on white": (f'<p style="color:rgb(250,251,252)">{PLANTED}</p>', "", "same-colour"),
    "the font tag": (f'<p><font color="white">{PLANTED}</font></p>', "", "same-colour"),
    "black on black": (f'<p style="background:#000;color:black">{PLANTED}</p>', "", "same-colour"),
    "transparent": (f'<p style="color:transparent">{PLANTED}</p>', "", "invisible"),
    "left of the page": (f'<p style="position:absolute;left:-9999px">{PLANTED}</p>', "", "off-page"),
    "a far indent": (f'<p style="text-indent:-9999px">{PLANTED}</p>', "", "off-page"),
    "moved by a transform": (f'<p style="transform:translateX(-200vw)">{PLANTED}</p>', "", "off-page"),
    "clipped by rect": (f'<p style="position:absolute;clip:rect(0,0,0,0)">{PLANTED}</p>', "", "invisible"),
    "clipped by a path": (f'<p style="clip-path:inset(100%)">{PLANTED}</p>', "", "invisible"),
    "no height": (f'<div style="height:0;overflow:hidden"><p>{PLANTED}</p></div>', "", "invisible"),
    "scaled to nothing": (f'<p style="transform:scale(0)">{PLANTED}</p>', "", "invisible"),
    "behind": (f'<p style="position:absolute;z-index:-1">{PLANTED}</p>', "", "behind"),
    "a comment": (f"<!-- {PLANTED} -->", "", "comment"),
    "a template": (f"<template><p>{PLANTED}</p></template>", "", "not-displayed"),
    "noscript": (f"<noscript><p>{PLANTED}</p></noscript>", "", "fallback"),
    "an escaped property": (f'<p style="d\\69splay:none">{PLANTED}</p>', "", "not-displayed"),
    "tag characters": (
        f"<p>Yes{''.join(chr(0xE0000 + ord(char)) for char in PLANTED)}.</p>", "", "zero-width",
    ),
}  # fmt: skip

SILENT = {
    "an alt text": f'<img src="x.png" alt="{PLANTED}">',
    "a title attribute": f'<p title="{PLANTED}">Visible.</p>',
    "a script": f'<script>var x = "{PLANTED}"</script>',
    "a data attribute": f'<p data-note="{PLANTED}">Visible.</p>',
    "a hidden input": f'<input type="hidden" value="{PLANTED}">',
    "an svg description": f"<svg><desc>{PLANTED}</desc></svg>",
}


@pytest.mark.parametrize("way", HTML)
def test_a_sentence_hidden_on_a_page_is_cut_off_and_flagged(way: str) -> None:
    planted, head, reason = HTML[way]
    text = read(page(planted, head), media.HTML)
    assert PLANTED not in text.body
    assert "ninety" not in text.body
    assert SEEN in text.body
    assert AFTER in text.body
    flags = {flag.name: flag for flag in text.flags}
    assert flags[f"hidden:{reason}"].amount >= len(PLANTED)


@pytest.mark.parametrize("way", SILENT)
def test_what_is_never_drawn_as_text_is_no_text(way: str) -> None:
    text = read(page(SILENT[way]), media.HTML)
    assert "ninety" not in text.body
    assert SEEN in text.body


def test_a_style_that_another_overrides_hides_nothing() -> None:
    head = "<style>p{display:none} article p{display:block}</style>"
    text = read(page(f"<p>{PLANTED}</p>", head), media.HTML)
    assert PLANTED in text.body


def test_light_words_on_a_dark_ground_are_seen() -> None:
    text = read(page(f'<div style="background-color:#123"><p style="color:#fff">{PLANTED}</p></div>'), media.HTML)
    assert PLANTED in text.body


def test_a_rule_for_small_screens_or_paper_hides_nothing() -> None:
    head = "<style>@media print{p{display:none}} @media (max-width:600px){p{display:none}}</style>"
    assert PLANTED in read(page(f"<p>{PLANTED}</p>", head), media.HTML).body


def test_joiners_inside_persian_words_and_soft_hyphens_stay() -> None:
    text = read(page("<p>می\u200cخواهم از همکاری اقتصادی بگویم و co\u00adoperation</p>"), media.HTML)
    assert "می\u200cخواهم" in text.body
    assert "co\u00adoperation" in text.body


LINE = papers.words(SEEN, 72, 760) + papers.words(AFTER, 72, 740)
WHITE = "1 1 1 rg"
IMAGE = b"/XObject << /Im 10 0 R >>"
COVER = b"q 400 0 0 40 60 490 cm /Im Do Q\n"
PDF = {
    "invisible mode": (papers.words(PLANTED, 72, 500, more="3 Tr") + b"0 Tr\n", "invisible"),
    "clip mode": (papers.words(PLANTED, 72, 500, more="7 Tr") + b"0 Tr\n", "invisible"),
    "white": (papers.words(PLANTED, 72, 500, more=WHITE), "same-colour"),
    "nearly white": (papers.words(PLANTED, 72, 500, more=".97 .97 .97 rg"), "same-colour"),
    "grey on grey": (b".6 g 60 490 400 40 re f\n" + papers.words(PLANTED, 72, 500, more=".6 .6 .6 rg"), "same-colour"),
    "tiny": (papers.words(PLANTED, 72, 500, size=1), "tiny"),
    "shrunk by the matrix": (b"q .05 0 0 .05 72 500 cm\n" + papers.words(PLANTED, 0, 0) + b"Q\n", "tiny"),
    "below the page": (papers.words(PLANTED, 72, -100), "off-page"),
    "right of the page": (papers.words(PLANTED, 700, 500), "off-page"),
    "behind an image": (papers.words(PLANTED, 72, 500) + COVER, "behind"),
    "behind a filled area": (papers.words(PLANTED, 72, 500) + b"0 0 1 rg 60 490 400 40 re f\n", "behind"),
    "in the colour of the image it stands on": (COVER + papers.words(PLANTED, 72, 500, more=".502 g"), "same-colour"),
    "outside the clip": (b"q 0 0 5 5 re W n\n" + papers.words(PLANTED, 72, 500) + b"Q\n", "invisible"),
    "transparent": (b"q /G0 gs\n" + papers.words(PLANTED, 72, 500) + b"Q\n", "invisible"),
    "a reading text over other letters": (
        f"/Span << /ActualText ({PLANTED}) >> BDC\n".encode() + papers.words("x", 72, 500) + b"EMC\n", "replaced",
    ),
}  # fmt: skip


@pytest.mark.parametrize("way", PDF)
def test_a_sentence_hidden_in_a_pdf_is_cut_off_and_flagged(way: str) -> None:
    content, reason = PDF[way]
    data = papers.pdf(
        b"0 g\n" + content + b"0 g\n" + LINE,
        resources=IMAGE + b" /ExtGState << /G0 << /ca 0 >> >>",
        extra=(papers.GREY_DOT,),
    )
    text = read(data, media.PDF)
    assert "ninety" not in text.body
    assert SEEN in text.body
    assert AFTER in text.body
    assert f"hidden:{reason}" in {flag.name for flag in text.flags}


def test_the_covered_part_of_a_line_of_a_pdf_is_cut_off() -> None:
    line = (
        papers.words("Signed in Tokyo today and ninety billion paid at once", 72, 500)
        + b"0 0 1 rg 192 490 400 40 re f\n"
    )
    text = read(papers.pdf(line), media.PDF)
    assert text.body.startswith("Signed in Tokyo")
    assert "ninety" not in text.body
    assert [flag.name for flag in text.flags] == ["hidden:behind"]


def test_white_words_under_black_ones_of_a_pdf_are_cut_off() -> None:
    text = read(papers.pdf(papers.words(PLANTED, 72, 760, more=WHITE) + b"0 g\n" + LINE), media.PDF)
    assert sorted(text.body.split("\n")) == sorted([SEEN, AFTER])


def test_white_words_on_a_dark_bar_of_a_pdf_are_seen() -> None:
    bar = b"0 0 .4 rg 60 490 400 40 re f\n" + papers.words(PLANTED, 72, 500, more=WHITE)
    assert PLANTED in read(papers.pdf(bar + b"0 g\n" + LINE), media.PDF).body


def test_metadata_and_notes_of_a_pdf_are_no_text() -> None:
    note = f"<< /Type /Annot /Subtype /Text /Rect [0 0 9 9] /Contents ({PLANTED}) >>".encode()
    assert "ninety" not in read(papers.pdf(LINE, extra=(note,)), media.PDF).body


SHADED = "<w:shd w:val='clear' w:fill='112233'/>"
DOCX = {
    "vanish": (papers.paragraph(papers.run(PLANTED, "<w:vanish/>")), "not-displayed"),
    "white": (papers.paragraph(papers.run(PLANTED, "<w:color w:val='FFFFFF'/>")), "same-colour"),
    "the theme's background": (
        papers.paragraph(papers.run(PLANTED, "<w:color w:val='auto' w:themeColor='background1'/>")), "same-colour"),
    "tiny": (papers.paragraph(papers.run(PLANTED, "<w:sz w:val='2'/>")), "tiny"),
    "a hidden style": (papers.paragraph(papers.run(PLANTED, "<w:rStyle w:val='Veil'/>")), "not-displayed"),
    "a style based on it": (papers.paragraph(papers.run(PLANTED), looks="<w:pStyle w:val='Child'/>"), "not-displayed"),
    "deleted by a change": (
        f"<w:p><w:del><w:r><w:delText>{PLANTED}</w:delText></w:r></w:del></w:p>", "deleted"),
    "a box far off the page": (
        "<w:p><w:r><wp:anchor><wp:positionH><wp:posOffset>-9144000</wp:posOffset></wp:positionH>"
        f"<w:txbxContent>{papers.paragraph(papers.run(PLANTED))}</w:txbxContent></wp:anchor></w:r></w:p>", "off-page"),
}  # fmt: skip
STYLES = (
    "<w:style w:styleId='Veil'><w:rPr><w:vanish/></w:rPr></w:style>"
    "<w:style w:styleId='Child'><w:basedOn w:val='Veil'/></w:style>"
)


@pytest.mark.parametrize("way", DOCX)
def test_a_sentence_hidden_in_a_word_document_is_cut_off_and_flagged(way: str) -> None:
    body, reason = DOCX[way]
    data = papers.docx(papers.paragraph(papers.run(SEEN)) + body + papers.paragraph(papers.run(AFTER)), STYLES)
    text = read(data, media.DOCX)
    assert "ninety" not in text.body
    assert text.body.split("\n") == [SEEN, AFTER]
    assert f"hidden:{reason}" in {flag.name for flag in text.flags}


def test_white_words_in_a_dark_cell_of_a_word_document_are_seen() -> None:
    white = papers.run(PLANTED, "<w:color w:val='FFFFFF'/>")
    table = f"<w:tbl><w:tr><w:tc><w:tcPr>{SHADED}</w:tcPr>{papers.paragraph(white)}</w:tc></w:tr></w:tbl>"
    assert PLANTED in read(papers.docx(table), media.DOCX).body


def test_comments_and_properties_of_a_word_document_are_no_text() -> None:
    comment = f"<w:comments xmlns:w='{papers.W}'>{papers.paragraph(papers.run(PLANTED))}</w:comments>"
    text = read(papers.docx(papers.paragraph(papers.run(SEEN)), word__comments_xml=comment), media.DOCX)
    assert text.body.strip() == SEEN


ODT = {
    "display none": ("<text:p text:style-name='n'>{}</text:p>", "not-displayed"),
    "hidden text": ("<text:p>.<text:hidden-text>{}</text:hidden-text></text:p>", "not-displayed"),
    "white": ("<text:p><text:span text:style-name='w'>{}</text:span></text:p>", "same-colour"),
    "a tracked deletion": (
        "<text:tracked-changes><text:deletion><text:p>{}</text:p></text:deletion></text:tracked-changes>", "deleted"),
}  # fmt: skip


@pytest.mark.parametrize("way", ODT)
def test_a_sentence_hidden_in_an_open_document_is_cut_off_and_flagged(way: str) -> None:
    body, reason = ODT[way]
    styles = (
        "<style:style style:name='n'><style:text-properties text:display='none'/></style:style>"
        "<style:style style:name='w'><style:text-properties fo:color='#ffffff'/></style:style>"
    )
    text = read(papers.odt(f"<text:p>{SEEN}</text:p>" + body.format(PLANTED), styles), media.ODT)
    assert "ninety" not in text.body
    assert SEEN in text.body
    assert f"hidden:{reason}" in {flag.name for flag in text.flags}


RTF = {
    "hidden": (r"{\v %s}", "not-displayed"),
    "white": (r"{\cf1 %s}", "same-colour"),
    "tiny": (r"{\fs2 %s}", "tiny"),
    "deleted": (r"{\deleted %s}", "deleted"),
}


@pytest.mark.parametrize("way", RTF)
def test_a_sentence_hidden_in_rtf_is_cut_off_and_flagged(way: str) -> None:
    body, reason = RTF[way]
    planted = body.replace("%s", PLANTED)
    data = rf"{{\rtf1\ansi{{\colortbl;\red255\green255\blue255;}}{SEEN}\par {planted}\par {AFTER}}}"
    text = read(data.encode(), media.RTF)
    assert "ninety" not in text.body
    assert text.body.split("\n") == [SEEN, AFTER]
    assert f"hidden:{reason}" in {flag.name for flag in text.flags}


def test_hidden_sheets_rows_columns_and_white_cells_are_cut_off(tmp_path) -> None:  # type: ignore[no-untyped-def]
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet["A1"], sheet["B1"], sheet["A2"], sheet["A3"] = SEEN, "in a column " + PLANTED, "in a row " + PLANTED, PLANTED
    sheet["A3"].font = Font(color="FFFFFFFF")
    sheet.column_dimensions["B"].hidden = True
    sheet.row_dimensions[2].hidden = True
    veiled = book.create_sheet("veiled")
    veiled["A1"] = PLANTED
    veiled.sheet_state = "veryHidden"
    book.save(tmp_path / "x.xlsx")
    text = read((tmp_path / "x.xlsx").read_bytes(), media.XLSX)
    assert text.body == SEEN
    assert {flag.name for flag in text.flags} == {"hidden:hidden-sheet", "hidden:same-colour"}


def test_every_reason_has_its_explanation() -> None:
    used = {reason for *_, reason in [*HTML.values(), *PDF.values(), *DOCX.values(), *ODT.values(), *RTF.values()]}
    assert used <= hidden.REASONS.keys()
