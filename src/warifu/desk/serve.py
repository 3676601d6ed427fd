"""Runs the desk: on this machine with a link that works once, or for a team with users."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from warifu.decisions.log import Decision
from warifu.desk.app import make_app
from warifu.desk.book import Book
from warifu.desk.people import Gate, Users
from warifu.desk.transient import FILE, Transient


def serve(
    folder: Path,
    *,
    analyst: str,
    address: str = "127.0.0.1",
    port: int = 8712,
    users: Path | None = None,
    hosts: tuple[str, ...] = (),
    secure: bool = False,
    told: Callable[[str], None] | None = None,
    publish: Callable[[Decision], object] | None = None,
) -> None:
    """Serve a workspace until interrupted.

    Args:
        folder: The workspace.
        analyst: Who works here, where there are no users: the name of the log.
        address: What to listen on; another than loopback only with users.
        port: The port; 0 takes a free one.
        users: The file of a team's users.
        hosts: Names under which it is served, besides loopback's.
        secure: Whether browsers reach it by HTTPS.
        told: Told the address once it listens; for one person it holds the link.
        publish: Makes a release when one is signed off.
    """
    import uvicorn

    gate = Gate(Transient(folder / FILE), time.time, alone=analyst, users=None if users is None else Users(users))
    names = ("127.0.0.1", "localhost", "::1", *hosts)
    app = make_app(Book(folder, publish=publish), gate, names, secure)

    class Told(uvicorn.Server):
        async def startup(self, sockets: Any = None) -> None:
            await super().startup(sockets)
            if told is not None and self.started:
                own = self.servers[0].sockets[0].getsockname()[1]
                word = f"enter?word={gate.link}" if gate.link else "login"
                told(f"http://{address if address != '0.0.0.0' else 'localhost'}:{own}/{word}")

    config = uvicorn.Config(
        app, host=address, port=port, log_level="warning", access_log=False, server_header=False, lifespan="on",
        timeout_graceful_shutdown=5, proxy_headers=False,
    )  # fmt: skip
    Told(config).run()
