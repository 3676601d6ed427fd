# ruff: noqa: E501  tables of cases read best with one case a line
"""Quote to anchor and back, exactly, whatever the script; and from the anchor to the document's own bytes."""

from __future__ import annotations

import json
import unicodedata

import papers
import pytest
from hypothesis import assume, example, given
from hypothesis import strategies as st

from warifu.documents import anchors, media
from warifu.documents.text import Text, read
from warifu.errors import AnchorError

DIGEST = "ab" * 32
SCRIPTS = st.sampled_from(
    "abcxyz éñüß 日本国際協力銀行がガ サハリン Договор ёй 经济合作 협력한국 ١٢٣اتفاقية العَرَبِيَّة שלום กำ हिन्दी ไทย "
    "0123456789.,«»“”‘’—–-()%$€ e\u0301 か\u3099 \u1112\u1161\u11ab co\u00adop می\u200cخ 👩\u200d👩 𠮷野 ①㎞ﬁ\u3000\u00a0\t"
)
BODIES = st.lists(SCRIPTS | st.characters(blacklist_categories=("Cs", "Cc")), min_size=1, max_size=80).map("".join)


def text_of(body: str) -> Text:
    return read(b"\xef\xbb\xbf" + body.encode(), media.PLAIN)


@given(BODIES, st.data())
def test_every_range_of_every_text_anchors_and_resolves_to_itself(body: str, data: st.DataObject) -> None:
    text = text_of(body)
    assume(text.body)
    start = data.draw(st.integers(0, len(text.body) - 1))
    end = data.draw(st.integers(start + 1, len(text.body)))
    anchor = anchors.anchor_at(text, DIGEST, start, end)
    assert anchors.resolve(text, anchor) == (start, end)
    assert text.body[start:end] == anchor.exact
    sent = json.loads(json.dumps(anchors.selectors(text, anchor)))
    assert anchors.from_selectors(DIGEST, sent) == anchor
    if anchor.exact.strip():
        assert (start, end) in anchors.find_all(text, anchor.exact)


@given(BODIES, st.data())
@example("e\u0301", None)
def test_the_bytes_of_an_anchor_decode_to_its_words(body: str, data: st.DataObject | None) -> None:
    raw = b"\xef\xbb\xbf" + body.encode()
    text = read(raw, media.PLAIN)
    assume(text.body)
    start = 0 if data is None else data.draw(st.integers(0, len(text.body) - 1))
    end = len(text.body) if data is None else data.draw(st.integers(start + 1, len(text.body)))
    anchor = anchors.anchor_at(text, DIGEST, start, end)
    found = "".join(raw[place.byte_start : place.byte_end].decode() for place in anchors.places(text, anchor))
    assert found == anchor.exact


@given(BODIES)
def test_composed_and_decomposed_quotes_find_the_same_words(body: str) -> None:
    text = text_of(body)
    assume(text.body.strip())
    whole = text.body.strip()
    for form in ("NFC", "NFD"):
        quote = unicodedata.normalize(form, whole)
        assume(quote.strip() == quote)
        found = anchors.find_all(text, quote)
        assert [text.body[start:end].strip("\u00ad\u200c\u200d") for start, end in found][:1] == [
            whole.strip("\u00ad\u200c\u200d")
        ]


def test_segments_cover_a_page_without_gap_or_overlap() -> None:
    page = "<html><body><p>Signed &amp; sealed: <b>契約</b> &#x2014; Договор</p><p>Second.</p></body></html>".encode()
    text = read(page, media.HTML)
    at = 0
    for segment in text.segments:
        assert segment.start == at
        at = segment.end
    assert at == len(text.body)


JAPANESE = "日本と\u30ed\u30b7\u30a2は、2016年12月16日に8項目の「協力プラン」に署名した。"


@pytest.mark.parametrize(("body", "quote", "found"), [
    ("The eco\u00adno\u00admic plan", "economic plan", "eco\u00adno\u00admic plan"),
    ("The eco\u00ad\nnomic plan", "economic", "eco\u00ad\nnomic"),
    ("a memo-\u00adrandum of\nunderstanding", "memorandum of understanding", None),
    ("caf\u0065\u0301 in Paris", "café", "cafe\u0301"),
    ("café in Paris", "cafe\u0301", "café"),
    ("“signed” in\u3000Tokyo", '"signed" in Tokyo', "“signed” in\u3000Tokyo"),
    ("協力\nプラン", "協力プラン", "協力\nプラン"),
    ("が合意した", "か", None),
    ("か\u3099合意した", "が合意", "か\u3099合意"),
    ("Договор подписан — сегодня", "подписан - сегодня", "подписан — сегодня"),
    ("اتفاقية\u200fتعاون", "اتفاقيةتعاون", "اتفاقية\u200fتعاون"),
    ("한국과 협력", unicodedata.normalize("NFD", "한국과"), "한국과"),
    ("经济合作协议", "合作", "合作"),
])  # fmt: skip
def test_what_the_eye_does_not_see_is_forgiven_and_nothing_else(body: str, quote: str, found: str | None) -> None:
    text = text_of(body)
    if found is None:
        with pytest.raises(AnchorError, match="not in the text"):
            anchors.find(text, DIGEST, quote)
    else:
        assert anchors.find(text, DIGEST, quote).exact == found


def test_words_that_stand_twice_need_what_stands_around_them() -> None:
    text = text_of("Tokyo said 100 million. Moscow said 100 million.")
    with pytest.raises(AnchorError, match="2 times"):
        anchors.find(text, DIGEST, "100 million")
    assert anchors.find(text, DIGEST, "100 million", prefix="Moscow said ").start == 36
    with pytest.raises(AnchorError, match="2 times"):
        anchors.find(text, DIGEST, "100 million", prefix="Beijing")


def test_an_anchor_finds_its_words_again_after_the_text_has_moved() -> None:
    old = text_of("Signed in Tokyo. Signed in Moscow.")
    anchor = anchors.anchor_at(old, DIGEST, 17, 23)
    new = text_of("A new first line.\nSigned in Tokyo. Signed in Moscow.")
    start, end = anchors.resolve(new, anchor)
    assert new.body[start:end] == "Signed"
    assert new.body[end:].startswith(" in Moscow")
    with pytest.raises(AnchorError, match="no longer"):
        anchors.resolve(text_of("Withdrawn."), anchor)


@pytest.mark.parametrize("encoding", ["utf-8", "cp932", "euc_jp", "iso2022_jp", "utf-16"])
def test_a_quote_of_a_page_leads_back_to_its_bytes_in_every_encoding(encoding: str) -> None:
    page = f"<html><head><meta charset='{encoding}'></head><body><p>外務省</p><p>{JAPANESE}</p></body></html>".encode(
        encoding
    )
    text = read(page, media.HTML)
    anchor = anchors.find(text, DIGEST, "8項目の「協力プラン」")
    (place,) = anchors.places(text, anchor)
    cut = page[place.byte_start : place.byte_end]
    if encoding == "iso2022_jp":
        assert "協力" in (b"\x1b$B" + cut.partition(b"\x1b$B")[2]).decode(encoding, "ignore")
    else:
        assert cut.decode("utf-16-le" if encoding == "utf-16" else encoding) == anchor.exact


def test_an_entity_maps_to_all_of_its_bytes() -> None:
    page = b"<html><body><p>Mitsui &amp; Co. signed a contract in Tokyo.</p></body></html>"
    text = read(page, media.HTML)
    (place,) = anchors.places(text, anchors.find(text, DIGEST, "Mitsui & Co."))
    assert page[place.byte_start : place.byte_end] == b"Mitsui &amp; Co."


def test_a_quote_of_a_pdf_leads_to_its_page_and_box() -> None:
    data = papers.pdf(papers.words("First page.", 72, 700), papers.words("Signed for 2.6 billion dollars.", 72, 500))
    text = read(data, media.PDF)
    anchor = anchors.find(text, DIGEST, "2.6 billion")
    (place,) = anchors.places(text, anchor)
    assert place.page == 2
    assert place.box is not None
    left, bottom, right, top = place.box
    assert 72 < left < right < 300
    assert 495 < bottom < top < 512
    fragment = anchors.selectors(text, anchor)[2]
    assert fragment["value"].startswith("page=2&viewrect=")


def test_selectors_follow_the_recommendation() -> None:
    text = text_of("Japan signed a memorandum.")
    target = anchors.annotation_target(text, anchors.find(text, DIGEST, "signed"))
    assert target == {
        "source": f"urn:sha256:{DIGEST}",
        "selector": [
            {"type": "TextQuoteSelector", "exact": "signed", "prefix": "Japan ", "suffix": " a memorandum."},
            {"type": "TextPositionSelector", "start": 6, "end": 12},
            {"type": "DataPositionSelector", "start": 9, "end": 15},
        ],
    }
