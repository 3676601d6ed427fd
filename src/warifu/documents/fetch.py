"""The only module that opens a connection: gets a page from the public web, and refuses everything else.

A name is resolved once, every address it has is checked, and the connection goes to the checked address itself, so
a name that answers differently the second time gains nothing. Each redirect is checked anew. Size, time, redirects
and decompression are limited. No cookies, no credentials, no proxies, no scripts.
"""

from __future__ import annotations

import http.client
import ipaddress
import re
import socket
import ssl
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Final
from urllib.parse import urljoin, urlsplit, urlunsplit

from warifu.documents import media
from warifu.documents.archives import KEPT_HEADERS, Arrival, Dropped, Sizes, unpacked
from warifu.documents.text.feeds import feed_items
from warifu.errors import FetchError, RefusedAddressError, UnreadableError

AGENT: Final = "warifu (keeps documents for citation; one request at a time)"
Resolver = Callable[[str, int], list[str]]


@dataclass(frozen=True, slots=True)
class FetchLimits:
    """What one fetch may cost, redirects included."""

    seconds: float = 30.0
    redirects: int = 5
    sizes: Sizes = field(default_factory=Sizes)
    feed_items: int = 200


def resolve(host: str, port: int) -> list[str]:
    """Every address of a host, as the system's resolver gives them."""
    return list(dict.fromkeys(str(info[4][0]) for info in socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)))


def why_refused(address: str) -> str | None:
    """Why nothing may be fetched from an IP address; None for an address of the public internet.

    IPv4 addresses written inside IPv6 ones (mapped, compatible, 6to4, Teredo, NAT64) are judged by the IPv4 address.

    >>> why_refused("10.0.0.1"), why_refused("::ffff:127.0.0.1"), why_refused("93.184.215.14")
    ('a private address', 'a loopback address', None)
    """
    try:
        ip = ipaddress.ip_address(address.partition("%")[0])
    except ValueError:
        return "no address"
    if isinstance(ip, ipaddress.IPv6Address):
        if ip.ipv4_mapped is not None:
            return why_refused(str(ip.ipv4_mapped))
        for inner in _inner(ip):
            reason = why_refused(str(inner))
            if reason is not None:
                return reason
        if ip in ipaddress.ip_network("64:ff9b::/96") or ip.sixtofour is not None:
            return None
    for name in ("loopback", "link_local", "multicast", "unspecified"):
        if getattr(ip, f"is_{name}"):
            return f"{'an' if name[0] in 'u' else 'a'} {name.replace('_', '-')} address"
    if isinstance(ip, ipaddress.IPv6Address) and ip.is_site_local:
        return "a private address"
    if ip.is_private:
        return "a private address"
    if ip.is_reserved or not ip.is_global:
        return "a reserved address"
    return None


def _inner(ip: ipaddress.IPv6Address) -> list[ipaddress.IPv4Address]:
    found = [ip.sixtofour, *(ip.teredo or ())]
    packed = ip.packed
    if packed[:12] == ipaddress.IPv6Address("64:ff9b::").packed[:12]:
        found.append(ipaddress.IPv4Address(packed[12:]))
    if packed[:12] == bytes(12) and int(ip) > 1:
        found.append(ipaddress.IPv4Address(packed[12:]))
    return [inner for inner in found if inner is not None]


@dataclass(frozen=True, slots=True)
class Answer:
    """What came from an address, after redirects: the body without its content encoding, and the headers kept."""

    address: str
    data: bytes
    headers: dict[str, str]
    hops: tuple[str, ...]


class Fetcher:
    """Gets addresses from the public web.

    Args:
        limits: Size, time, redirects.
        resolver: How names become addresses.
        now: The clock, for the capture day.
        allowed_hosts: For tests only: `host:port` pairs that may be fetched although they are not on the public web.
    """

    def __init__(
        self,
        limits: FetchLimits | None = None,
        *,
        resolver: Resolver = resolve,
        now: Callable[[], datetime] = lambda: datetime.now(UTC),
        allowed_hosts: frozenset[str] = frozenset(),
    ) -> None:
        self.limits = limits or FetchLimits()
        self._resolver = resolver
        self._now = now
        self._allowed = allowed_hosts

    def arrivals(self, address: str) -> Iterator[Arrival | Dropped]:
        """The document at an address; if it is a feed, the feed and each page that it lists."""
        try:
            answer = self.get(address)
        except FetchError as error:
            yield Dropped(address, error.why)
            return
        arrival = self._arrival(address, answer)
        yield arrival
        kind = media.media_type(answer.data, answer.address, answer.headers.get("content-type"))
        if kind in {media.RSS, media.ATOM}:
            yield from self._items(answer, kind)

    def _items(self, feed: Answer, kind: str) -> Iterator[Arrival | Dropped]:
        try:
            items = feed_items(feed.data, kind)
        except UnreadableError as error:
            yield Dropped(feed.address, str(error))
            return
        listed = [item for item in items if item.address is not None]
        for item in listed[: self.limits.feed_items]:
            address = urljoin(feed.address, item.address or "")
            try:
                yield self._arrival(address, self.get(address), item.title, item.published, item.modified)
            except FetchError as error:
                yield Dropped(address, error.why)
        for item in listed[self.limits.feed_items :]:
            yield Dropped(item.address or "", f"the feed lists more than {self.limits.feed_items} pages")

    def _arrival(
        self,
        address: str,
        answer: Answer,
        title: str | None = None,
        published: str | None = None,
        modified: str | None = None,
    ) -> Arrival:
        return Arrival(
            data=answer.data,
            source=address.partition("#")[0],
            came="fetch",
            name=address,
            address=answer.address,
            said=answer.headers.get("content-type"),
            title=title,
            published=published,
            modified=modified,
            captured=self._now().astimezone(UTC).date().isoformat(),
            headers=answer.headers,
        )

    def get(self, address: str) -> Answer:
        """Get one address, following redirects.

        Raises:
            RefusedAddressError: It, or an address it redirects to, is not on the public web.
            FetchError: It could not be got, or not within the limits.
        """
        deadline = time.monotonic() + self.limits.seconds
        hops: list[str] = []
        current = address.partition("#")[0]
        while True:
            status, headers, raw = self._once(current, deadline)
            target = headers.get("location")
            if status in {301, 302, 303, 307, 308} and target is not None:
                hops.append(current)
                if len(hops) > self.limits.redirects:
                    raise FetchError(address, f"redirected more than {self.limits.redirects} times")
                current = urljoin(current, target).partition("#")[0]
                continue
            if status != 200:
                raise FetchError(address, f"the server answered {status}")
            data = unpacked(raw, headers.get("content-encoding", ""), self.limits.sizes)
            if isinstance(data, str):
                raise FetchError(address, f"the answer {data}")
            kept = {name: headers[name] for name in sorted(KEPT_HEADERS & headers.keys())}
            return Answer(current, data, kept, tuple(hops))

    def _once(self, address: str, deadline: float) -> tuple[int, dict[str, str], bytes]:
        scheme, host, port, path = _parts(address)
        try:
            addresses = self._resolver(host, port)
        except (OSError, UnicodeError) as error:
            raise FetchError(address, f"the name {host} is not found ({error})") from error
        if not addresses:
            raise FetchError(address, f"the name {host} has no address")
        if f"{host}:{port}" not in self._allowed:
            for one in addresses:
                reason = why_refused(one)
                if reason is not None:
                    raise RefusedAddressError(address, f"{host} is {reason} ({one}), which is never fetched")
        connection = _Pinned(host, port, addresses[0], scheme == "https", deadline)
        try:
            connection.request("GET", path, headers={"User-Agent": AGENT, "Accept-Encoding": "gzip, deflate"})
            answer = connection.getresponse()
            headers = {name.lower(): " ".join(value.split()) for name, value in answer.getheaders()}
            return answer.status, headers, self._body(address, connection, answer, deadline)
        except TimeoutError as error:
            raise FetchError(address, f"took more than {self.limits.seconds:g} s") from error
        except (OSError, http.client.HTTPException, ValueError) as error:
            raise FetchError(address, f"could not be got ({type(error).__name__}: {error})") from error
        finally:
            connection.close()

    def _body(self, address: str, connection: _Pinned, answer: http.client.HTTPResponse, deadline: float) -> bytes:
        cap = self.limits.sizes.document
        parts: list[bytes] = []
        size = 0
        while True:
            left = deadline - time.monotonic()
            if left <= 0:
                raise TimeoutError
            if connection.sock is not None:
                connection.sock.settimeout(left)
            part = answer.read1(1 << 16)
            if not part:
                break
            parts.append(part)
            size += len(part)
            if size > cap:
                raise FetchError(address, f"is larger than {cap >> 20} MB")
        if answer.length:
            raise FetchError(address, "the answer broke off")
        return b"".join(parts)


def _parts(address: str) -> tuple[str, str, int, str]:
    """Scheme, host, port and path of an address that may be fetched."""
    if re.search(r"[\x00-\x20\x7f\\]", address):
        raise RefusedAddressError(address, "the address holds characters that none may hold")
    try:
        split = urlsplit(address)
        port = split.port
    except ValueError as error:
        raise FetchError(address, f"is no address ({error})") from error
    if split.scheme not in {"http", "https"}:
        raise RefusedAddressError(address, "only http and https addresses are fetched")
    if split.username is not None or split.password is not None:
        raise RefusedAddressError(address, "addresses with a user name are not fetched")
    if not split.hostname:
        raise FetchError(address, "names no host")
    try:
        host = split.hostname if ":" in split.hostname else split.hostname.encode("idna").decode("ascii")
    except UnicodeError as error:
        raise FetchError(address, f"the host is no name ({error})") from error
    path = urlunsplit(("", "", split.path or "/", split.query, ""))
    quoted = "".join(char if char.isascii() else "".join(f"%{byte:02X}" for byte in char.encode()) for char in path)
    return split.scheme, host, port or (443 if split.scheme == "https" else 80), quoted


class _Pinned(http.client.HTTPConnection):
    """A connection to one checked address, under the name that was asked for."""

    def __init__(self, host: str, port: int, address: str, secure: bool, deadline: float) -> None:
        super().__init__(host, port, timeout=max(deadline - time.monotonic(), 0.01))
        self.default_port = 443 if secure else 80
        self._address = address
        self._secure = secure

    def connect(self) -> None:
        self.sock = socket.create_connection((self._address, self.port), self.timeout)
        if self._secure:
            self.sock = ssl.create_default_context().wrap_socket(self.sock, server_hostname=self.host)
