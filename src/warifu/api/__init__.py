"""API: the tables over HTTP and in Python, read-only.

In:   built tables; in Python, a workspace
Out:  pages and files as they are; every table, deal and figure as JSON, described by OpenAPI; Arrow tables in Python
Not here: any rule or figure; building (`cli`); the desk, which alone writes (`desk`)

    workspace   `warifu.open(folder).as_of(day)`: tables as Arrow, figures, the way back to the words
    answers     what the API answers: a pure function of the tables and the question
    openapi     the description of the API, made from the column contracts
    app         the same over HTTP, with conditional requests; needs the extra `serve`
    plain       the site and the files alone, with nothing but Python
"""

from __future__ import annotations

from pathlib import Path


def serve(build: Path, host: str = "127.0.0.1", port: int = 8000, browser: bool = False) -> None:
    """Serve a build until Ctrl-C: with the API where the extra `serve` is installed, else the files alone.

    Args:
        build: The workspace's `build` folder.
        host: 127.0.0.1 is this machine alone.
        port: 0 takes any free port.
        browser: Whether to open a browser.
    """
    try:
        import starlette  # noqa: F401
        import uvicorn  # noqa: F401
    except ImportError:
        from warifu.api import plain

        plain.serve(build, host, port, browser)
    else:
        from warifu.api import app

        app.serve(build, host, port, browser)
