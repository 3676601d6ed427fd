"""Serves the site and the files of a build with nothing but Python, and without the API."""

from __future__ import annotations

import functools
import http.server
import webbrowser
from collections.abc import Callable
from http import HTTPStatus
from pathlib import Path
from typing import Final
from urllib.parse import unquote, urlsplit

import click

SHOWN: Final = ("site", "exports", "tables", "warifu.duckdb")
"""What of a build is served; the rest is nobody's business."""

HEADERS: Final = {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cache-Control": "no-cache",
}

LOCAL: Final = frozenset({"127.0.0.1", "localhost", "::1"})
"""Hosts that mean this machine. Bound to one of them, only requests that name one of them are answered: a page
elsewhere must not read an unpublished ledger through the reader's browser."""


def shown(path: str) -> bool:
    """Whether a path of a request leads to something that is served."""
    parts = [part for part in unquote(urlsplit(path).path).split("/") if part]
    return bool(parts) and parts[0] in SHOWN and not any(part.startswith(".") or "\\" in part for part in parts)


def host_of(header: str) -> str:
    """The host that a request names, without its port."""
    if header.startswith("["):
        return header[1:].partition("]")[0]
    return header.partition(":")[0]


class Handler(http.server.SimpleHTTPRequestHandler):
    """Answers GET and HEAD for what is shown; everything else is refused."""

    protocol_version = "HTTP/1.1"
    local = True

    def send_head(self):  # type: ignore[no-untyped-def]
        if self.local and host_of(self.headers.get("Host", "")) not in LOCAL:
            self.send_error(HTTPStatus.MISDIRECTED_REQUEST, "This server answers for this machine alone")
            return None
        if urlsplit(self.path).path == "/":
            self.send_response(HTTPStatus.TEMPORARY_REDIRECT)
            self.send_header("Location", "/site/index.html")
            self.send_header("Content-Length", "0")
            self.end_headers()
            return None
        if not shown(self.path):
            self.send_error(HTTPStatus.NOT_FOUND, "Nothing is served here; the site is at /site/index.html")
            return None
        return super().send_head()

    def list_directory(self, path):  # type: ignore[no-untyped-def]
        self.send_error(HTTPStatus.NOT_FOUND, "Name a file; the site is at /site/index.html")
        return None

    def end_headers(self) -> None:
        for name, value in HEADERS.items():
            self.send_header(name, value)
        super().end_headers()

    def log_message(self, format: str, *words: object) -> None:
        """Requests are not logged: who read what is the reader's business."""


def server(build: Path, host: str, port: int) -> http.server.ThreadingHTTPServer:
    """A server that is bound and not yet running."""
    handler = type("Bound", (Handler,), {"local": host in LOCAL})
    return http.server.ThreadingHTTPServer((host, port), functools.partial(handler, directory=str(build)))


def serve(build: Path, host: str, port: int, browser: bool) -> None:
    """Serve until Ctrl-C."""
    with server(build, host, port) as running:
        told(host, running.server_address[1], browser, api=False)
        try:
            running.serve_forever()
        except KeyboardInterrupt:
            click.echo("Ended.")


def told(host: str, port: int, browser: bool, *, api: bool, opened: Callable[[str], object] = webbrowser.open) -> None:
    """Say where it is served, and open a browser there when asked."""
    address = f"http://{'localhost' if host in LOCAL else host}:{port}/"
    click.echo(f"The site:  {address}site/index.html")
    if api:
        click.echo(f"The API:   {address}api/ (described by {address}api/openapi.json)")
    else:
        click.echo("The API is not served: install the extra `serve` for it: pip install 'warifu[serve]'")
    click.echo("Ctrl-C ends it.")
    if browser:
        opened(f"{address}site/index.html")
