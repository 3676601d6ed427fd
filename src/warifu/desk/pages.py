"""A page of a PDF as a picture, made in a process of its own with a limit on time and memory; nothing in it can act.

Pictures are kept under `build/desk/pages`, where they may be deleted at any time.
"""

from __future__ import annotations

import json
import os
import resource
import struct
import subprocess
import sys
import zlib
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from warifu.errors import UnreadableError

FOLDER: Final = "build/desk/pages"
SCALE: Final = 2.0
LARGEST: Final = 2400
"""Most pixels of the longer edge."""
SECONDS: Final = 20
MEMORY: Final = 2 << 30


@dataclass(frozen=True, slots=True)
class Picture:
    """A page as PNG; `width` and `height` are the page's, in points."""

    path: Path
    width: float
    height: float


def picture(workspace: Path, digest: str, document: Path, number: int) -> Picture:
    """The picture of page `number` (from 1), made now if it is not there.

    Raises:
        UnreadableError: The page is not there, or cannot be drawn within the limits.
    """
    path = workspace / FOLDER / digest[:2] / f"{digest[2:]}-{number}.png"
    size = path.with_suffix(".json")
    if not size.exists():
        path.parent.mkdir(parents=True, exist_ok=True)
        _draw(document, number, path)
    width, height = json.loads(size.read_text("utf-8"))
    return Picture(path, width, height)


def _draw(document: Path, number: int, path: Path) -> None:
    command = [sys.executable, "-m", "warifu.desk.pages", str(document), str(number), str(path)]
    place = str(Path(__file__).resolve().parents[2])
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, (place, os.environ.get("PYTHONPATH"))))}
    try:
        done = subprocess.run(command, env=environment, capture_output=True, timeout=SECONDS, check=False)
    except subprocess.TimeoutExpired as fault:
        raise UnreadableError("a page of a PDF", f"drawing took more than {SECONDS} s") from fault
    if done.returncode != 0:
        raise UnreadableError("a page of a PDF", f"page {number} cannot be drawn")


def png(pixels: bytes, width: int, height: int, stride: int, channels: int) -> bytes:
    """A PNG of red, green and blue bytes (a fourth channel is left out)."""
    rows = bytearray()
    for line in range(height):
        row = pixels[line * stride : line * stride + width * channels]
        if channels == 4:
            kept = bytearray(width * 3)
            kept[0::3], kept[1::3], kept[2::3] = row[0::4], row[1::4], row[2::4]
            row = bytes(kept)
        rows += b"\0" + row
    header = struct.pack(">IIBBBBB", width, height, 8, 0 if channels == 1 else 2, 0, 0, 0)
    chunks = ((b"IHDR", header), (b"IDAT", zlib.compress(bytes(rows), 6)), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data)) for name, data in chunks
    )


def _in_the_process(document: str, number: int, path: Path) -> None:
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))
    import pypdfium2

    page = pypdfium2.PdfDocument(document)[number - 1]
    width, height = page.get_width(), page.get_height()
    scale = min(SCALE, LARGEST / max(width, height, 1.0))
    part = path.with_name(f".{path.name}.{os.getpid()}")
    bitmap = page.render(scale=scale, may_draw_forms=False, rev_byteorder=True)
    part.write_bytes(png(bytes(bitmap.buffer), bitmap.width, bitmap.height, bitmap.stride, bitmap.n_channels))
    part.replace(path)
    size = path.with_suffix(".json")
    part.write_text(json.dumps([width, height]), "utf-8")
    part.replace(size)


if __name__ == "__main__":
    _in_the_process(sys.argv[1], int(sys.argv[2]), Path(sys.argv[3]))
