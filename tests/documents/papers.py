"""Small whole documents, made byte by byte, for the tests of the documents room."""

from __future__ import annotations

import zipfile
from io import BytesIO

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def pdf(*contents: bytes, before: bytes = b"", resources: bytes = b"", extra: tuple[bytes, ...] = ()) -> bytes:
    """A PDF of one page a content stream, 595 by 842 points, with Helvetica as /F1; `extra` are objects from 10 on."""
    objects: dict[int, bytes] = {
        1: b"<< /Type /Catalog /Pages 2 0 R " + before + b">>",
        3: b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
    }
    for number, one in enumerate(extra, start=10):
        objects[number] = one
    kids = []
    for number, content in enumerate(contents):
        at = 100 + 2 * number
        kids.append(b"%d 0 R" % at)
        objects[at] = (
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents %d 0 R "
            b"/Resources << /Font << /F1 3 0 R >> %s >> >>" % (at + 1, resources)
        )
        objects[at + 1] = b"<< /Length %d >>\nstream\n%s\nendstream" % (len(content), content)
    objects[2] = b"<< /Type /Pages /Count %d /Kids [%s] >>" % (len(kids), b" ".join(kids))
    out = bytearray(b"%PDF-1.7\n")
    places = {}
    for number in sorted(objects):
        places[number] = len(out)
        out += b"%d 0 obj\n%s\nendobj\n" % (number, objects[number])
    start = len(out)
    top = max(objects) + 1
    out += b"xref\n0 %d\n0000000000 65535 f \n" % top
    for number in range(1, top):
        out += b"%010d 00000 n \n" % places[number] if number in places else b"0000000000 65535 f \n"
    out += b"trailer << /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (top, start)
    return bytes(out)


def words(text: str, x: float, y: float, size: float = 12, more: str = "") -> bytes:
    """A content stream that writes `text` at x, y; `more` are operators inside the text object."""
    return f"BT /F1 {size} Tf {more} 1 0 0 1 {x} {y} Tm ({text}) Tj ET\n".encode("latin-1")


GREY_DOT = (
    b"<< /Type /XObject /Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceGray /BitsPerComponent 8 /Length 1 >>\n"
    b"stream\n\x80\nendstream"
)


def docx(body: str, styles: str = "", **parts: str) -> bytes:
    """A Word document whose `w:body` holds `body`; further parts by name, with `__` for `/` and `_` for `.`."""
    files = {
        "[Content_Types].xml": "<Types xmlns='http://schemas.openxmlformats.org/package/2006/content-types'/>",
        "word/document.xml": (
            f"<?xml version='1.0' encoding='UTF-8'?><w:document xmlns:w='{W}' "
            "xmlns:wp='http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing' "
            "xmlns:mc='http://schemas.openxmlformats.org/markup-compatibility/2006' "
            f"xmlns:v='urn:schemas-microsoft-com:vml'><w:body>{body}</w:body></w:document>"
        ),
        "word/styles.xml": f"<w:styles xmlns:w='{W}'>{styles}</w:styles>",
    }
    files |= {name.replace("__", "/").replace("_xml", ".xml"): text for name, text in parts.items()}
    return zipped({name: text.encode() for name, text in files.items()})


def run(text: str, looks: str = "") -> str:
    return f"<w:r><w:rPr>{looks}</w:rPr><w:t xml:space='preserve'>{text}</w:t></w:r>"


def paragraph(*runs: str, looks: str = "") -> str:
    return f"<w:p><w:pPr>{looks}</w:pPr>{''.join(runs)}</w:p>"


def odt(body: str, styles: str = "") -> bytes:
    names = " ".join(
        f"xmlns:{short}='urn:oasis:names:tc:opendocument:xmlns:{long}:1.0'"
        for short, long in [("office", "office"), ("text", "text"), ("table", "table"), ("style", "style")]
    )
    names += " xmlns:fo='urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0'"
    content = (
        f"<office:document-content {names}><office:automatic-styles>{styles}</office:automatic-styles>"
        f"<office:body><office:text>{body}</office:text></office:body></office:document-content>"
    )
    return zipped({"mimetype": b"application/vnd.oasis.opendocument.text", "content.xml": content.encode()})


def zipped(files: dict[str, bytes]) -> bytes:
    out = BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            archive.writestr(zipfile.ZipInfo(name, (2016, 12, 16, 0, 0, 0)), data, zipfile.ZIP_DEFLATED)
    return out.getvalue()


def warc(*records: tuple[str, bytes, bytes]) -> bytes:
    """A WARC of responses: address, HTTP headers (without the status line), body."""
    out = b""
    for number, (address, headers, body) in enumerate(records):
        block = b"HTTP/1.1 200 OK\r\n" + headers + b"\r\n" + body
        out += (
            b"WARC/1.0\r\nWARC-Type: response\r\nWARC-Record-ID: <urn:uuid:00000000-0000-0000-0000-%012d>\r\n"
            b"WARC-Target-URI: %s\r\nWARC-Date: 2016-12-17T01:02:03Z\r\n"
            b"Content-Type: application/http; msgtype=response\r\n"
            b"Content-Length: %d\r\n\r\n%s\r\n\r\n" % (number, address.encode(), len(block), block)
        )
    return out
