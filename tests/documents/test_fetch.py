# ruff: noqa: E501  tables of cases read best with one case a line
"""Fetching: only the public web, also after redirects and under changing names, and never without limit."""

from __future__ import annotations

import gzip
import threading
import time
from collections.abc import Iterator
from datetime import UTC, datetime
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from ipaddress import IPv4Address, IPv6Address

import pytest
from hypothesis import given
from hypothesis import strategies as st

from warifu.documents.archives import Arrival, Dropped, Sizes
from warifu.documents.fetch import Fetcher, FetchLimits, why_refused
from warifu.errors import FetchError, RefusedAddressError

FEED = """<rss version="2.0"><channel><title>News</title>
<item><title>First</title><link>/page</link><pubDate>Fri, 16 Dec 2016 10:00:00 GMT</pubDate></item>
<item><title>Second</title><link>/missing</link></item></channel></rss>"""


class Pages(BaseHTTPRequestHandler):
    seen: list[str] = []  # noqa: RUF012

    def do_GET(self) -> None:
        self.seen.append(self.path)
        body, headers, status = b"<html><body><p>Signed in Tokyo.</p></body></html>", {"Content-Type": "text/html"}, 200
        if self.path == "/loop":
            status, headers = 302, {"Location": "/loop"}
        elif self.path.startswith("/to?"):
            status, headers = 302, {"Location": self.path[4:]}
        elif self.path == "/bomb":
            body, headers = gzip.compress(bytes(80 << 20)), {"Content-Encoding": "gzip"}
        elif self.path == "/packed":
            body, headers = gzip.compress(body), {"Content-Encoding": "gzip", "ETag": '"1"', "Set-Cookie": "secret=1"}
        elif self.path == "/large":
            body = bytes(3 << 20)
        elif self.path == "/slow":
            self.send_response(200)
            self.end_headers()
            for _ in range(50):
                try:
                    self.wfile.write(b"x")
                    self.wfile.flush()
                except OSError:
                    return
                time.sleep(0.1)
            return
        elif self.path == "/feed":
            body, headers = FEED.encode(), {"Content-Type": "application/rss+xml"}
        elif self.path == "/missing":
            status = 404
        elif self.path == "/cut":
            headers = {"Content-Length": "99999"}
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name, value)
        if "Content-Length" not in headers:
            self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        """Keep quiet."""


@pytest.fixture(scope="module")
def server() -> Iterator[str]:
    served = ThreadingHTTPServer(("127.0.0.1", 0), Pages)
    thread = threading.Thread(target=served.serve_forever, daemon=True)
    thread.start()
    yield f"127.0.0.1:{served.server_port}"
    served.shutdown()
    served.server_close()


def fetcher(server: str, **limits: object) -> Fetcher:
    return Fetcher(
        FetchLimits(**limits),  # type: ignore[arg-type]
        allowed_hosts=frozenset({server}),
        now=lambda: datetime(2026, 1, 2, tzinfo=UTC),
    )


PRIVATE = (
    "127.0.0.1", "127.8.8.8", "10.0.0.1", "172.16.0.1", "172.31.255.255", "192.168.1.1", "169.254.169.254", "0.0.0.0",
    "100.64.0.1", "192.0.0.1", "192.0.2.1", "198.18.0.1", "198.51.100.1", "203.0.113.1", "224.0.0.1", "239.255.255.250",
    "240.0.0.1", "255.255.255.255", "::", "::1", "::ffff:127.0.0.1", "::ffff:10.0.0.1", "::ffff:a9fe:a9fe", "::7f00:1",
    "64:ff9b::7f00:1", "64:ff9b::a00:1", "2002:7f00:1::", "2002:a00:1::", "fe80::1", "fe80::1%eth0", "fc00::1", "fd12::1",
    "fec0::1", "ff02::1", "2001:db8::1", "100::1",
)  # fmt: skip


@pytest.mark.parametrize("address", PRIVATE)
def test_no_address_inside_a_network_is_fetched(address: str) -> None:
    assert why_refused(address) is not None
    host = f"[{address.partition('%')[0]}]" if ":" in address else address
    with pytest.raises(RefusedAddressError, match="never fetched"):
        Fetcher(resolver=lambda *_: [address]).get(f"http://{host}/")


@pytest.mark.parametrize("address", ["93.184.215.14", "2606:2800:21f:cb07::1", "8.8.8.8", "::ffff:8.8.8.8"])
def test_addresses_of_the_public_web_are_not_refused(address: str) -> None:
    assert why_refused(address) is None


@given(st.ip_addresses(v=4))
def test_an_ipv4_address_is_judged_the_same_inside_an_ipv6_one(address: IPv4Address) -> None:
    mapped = IPv6Address(b"\0" * 10 + b"\xff\xff" + address.packed)
    assert (why_refused(str(address)) is None) == (why_refused(str(mapped)) is None)
    if why_refused(str(address)) is not None:
        for prefix in ("2002:{:x}:{:x}::", "64:ff9b::{:x}:{:x}"):
            high, low = int(address) >> 16, int(address) & 0xFFFF
            assert why_refused(prefix.format(high, low)) is not None


@pytest.mark.parametrize("address", [
    "file:///etc/passwd", "ftp://example.com/", "gopher://example.com/", "http://user:pw@example.com/",
    "http://exa mple.com/", "http://example.com/\r\nHost: inner", "http://example.com\\@inner/", "javascript:alert(1)",
])  # fmt: skip
def test_only_plain_web_addresses_are_fetched(address: str) -> None:
    with pytest.raises(FetchError):
        Fetcher(resolver=lambda *_: ["93.184.215.14"]).get(address)


@pytest.mark.parametrize("host", ["2130706433", "0x7f000001", "0177.0.0.1", "127.1", "localhost"])
def test_odd_spellings_of_this_machine_are_refused(host: str) -> None:
    with pytest.raises(FetchError):
        Fetcher().get(f"http://{host}/")


def test_a_host_with_one_private_address_among_public_ones_is_refused() -> None:
    with pytest.raises(RefusedAddressError):
        Fetcher(resolver=lambda *_: ["93.184.215.14", "10.0.0.1"]).get("http://example.com/")


def test_a_page_comes_with_its_headers_and_no_cookies(server: str) -> None:
    answer = fetcher(server).get(f"http://{server}/packed#part")
    assert b"Signed in Tokyo" in answer.data
    assert answer.headers["etag"] == '"1"'
    assert "set-cookie" not in answer.headers


def test_a_redirect_into_the_network_is_refused(server: str) -> None:
    """The first host is allowed, the one it points to is this machine under another port."""
    with pytest.raises(RefusedAddressError, match="loopback"):
        fetcher(server).get(f"http://{server}/to?http://127.0.0.1:9/admin")


def test_a_redirect_to_another_scheme_is_refused(server: str) -> None:
    with pytest.raises(RefusedAddressError, match="only http and https"):
        fetcher(server).get(f"http://{server}/to?file:///etc/passwd")


def test_a_name_that_changes_its_answer_is_resolved_once_and_pinned(server: str) -> None:
    """The checked address is the one connected to: the second, private answer is never asked for."""
    answers = iter([["192.0.2.55"], ["127.0.0.1"]])
    asked = []

    def rebinding(host: str, _port: int) -> list[str]:
        asked.append(host)
        return next(answers)

    Pages.seen.clear()
    port = server.partition(":")[2]
    with pytest.raises(RefusedAddressError, match=r"reserved|private"):
        Fetcher(resolver=rebinding).get(f"http://rebind.example:{port}/page")
    assert asked == ["rebind.example"]
    assert Pages.seen == []


def test_the_connection_goes_to_the_resolved_address_under_the_asked_name(server: str) -> None:
    port = int(server.partition(":")[2])
    asked = []

    def once(host: str, _port: int) -> list[str]:
        asked.append(host)
        return ["127.0.0.1"]

    pinned = Fetcher(resolver=once, allowed_hosts=frozenset({f"name.example:{port}"}))
    assert b"Signed" in pinned.get(f"http://name.example:{port}/page").data
    assert asked == ["name.example"]


def test_redirects_without_end_are_given_up(server: str) -> None:
    with pytest.raises(FetchError, match="more than 3 times"):
        fetcher(server, redirects=3).get(f"http://{server}/loop")


def test_an_answer_that_swells_is_given_up(server: str) -> None:
    with pytest.raises(FetchError, match="unpacks to more than"):
        fetcher(server).get(f"http://{server}/bomb")


def test_a_large_answer_is_given_up(server: str) -> None:
    with pytest.raises(FetchError, match="larger than 1 MB"):
        fetcher(server, sizes=Sizes(document=1 << 20)).get(f"http://{server}/large")


def test_a_server_that_drips_is_given_up_in_time(server: str) -> None:
    begun = time.monotonic()
    with pytest.raises(FetchError, match=r"took more than 0.5 s"):
        fetcher(server, seconds=0.5).get(f"http://{server}/slow")
    assert time.monotonic() - begun < 2


def test_an_answer_that_breaks_off_is_not_taken_for_whole(server: str) -> None:
    with pytest.raises(FetchError):
        fetcher(server, seconds=1.0).get(f"http://{server}/cut")


def test_a_feed_brings_itself_and_its_pages_with_their_days(server: str) -> None:
    came = list(fetcher(server).arrivals(f"http://{server}/feed"))
    pages = [one for one in came if isinstance(one, Arrival)]
    assert [(page.title, page.published, page.captured) for page in pages] == [
        (None, None, "2026-01-02"),
        ("First", "2016-12-16", "2026-01-02"),
    ]
    assert [one for one in came if isinstance(one, Dropped)] == [
        Dropped(f"http://{server}/missing", "the server answered 404")
    ]
