"""Reads documents in a process of its own, with a limit on time and memory, so that one bad file harms nobody.

The parent (`Reader`) sends one request at a time down a pipe; the child answers with a `Text` or a sentence. A child
that computes too long, grows too large or dies is ended, and the next request starts a new one. Time is the child's own
computing time, so that a busy machine reads what an idle one reads. The child cannot write larger files than a language
model needs, and nothing in it opens a connection.
"""

from __future__ import annotations

import os
import select
import signal
import struct
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO, Final

import msgspec

from warifu.documents.text.model import Text

_LENGTH: Final = struct.Struct(">I")


@dataclass(frozen=True, slots=True)
class Limits:
    """What one document may cost: seconds of computing, and bytes of address space for the whole process."""

    seconds: float = 30.0
    patience: float = 20.0
    """By the clock a document may take this many times longer, for the machine may be busy."""
    memory: int = 2 << 30
    documents: int = 500
    """After so many documents the process is started anew, so that nothing can pile up in it."""


class _Request(msgspec.Struct, frozen=True):
    path: str
    media_type: str | None
    said: str | None
    address: str | None


class _Answer(msgspec.Struct, frozen=True):
    text: Text | None = None
    fault: str | None = None


class Reader:
    """Hands documents to the bounded process. Not for use by two threads at once."""

    def __init__(self, limits: Limits | None = None) -> None:
        self.limits = limits or Limits()
        self._child: subprocess.Popen[bytes] | None = None
        self._served = 0

    def read(
        self, path: Path, media_type: str | None = None, said: str | None = None, address: str | None = None
    ) -> Text | str:
        """The text of the file at `path`, or a sentence that says why there is none."""
        child = self._running()
        request = msgspec.msgpack.encode(_Request(str(path), media_type, said, address))
        try:
            assert child.stdin is not None
            child.stdin.write(_LENGTH.pack(len(request)) + request)
            child.stdin.flush()
            raw = self._answer(child, time.monotonic() + self.limits.seconds * self.limits.patience)
        except TimeoutError:
            self.close()
            return f"reading took more than {self.limits.seconds * self.limits.patience:g} s by the clock"
        except (BrokenPipeError, EOFError):
            code = child.wait(timeout=60)
            self.close()
            if code == -signal.SIGPROF:
                return f"reading took more than {self.limits.seconds:g} s"
            return f"the reading process died ({_death(code)})"
        answer = msgspec.msgpack.decode(raw, type=_Answer)
        self._served += 1
        if self._served >= self.limits.documents or answer.fault == _OUT_OF_MEMORY:
            self.close()
        if answer.text is not None:
            return answer.text
        if answer.fault == _OUT_OF_MEMORY:
            return f"reading took more than {self.limits.memory >> 20} MB"
        return answer.fault or "no answer"

    def close(self) -> None:
        """End the process; the next `read` starts another."""
        child, self._child, self._served = self._child, None, 0
        if child is not None:
            child.kill()
            child.wait()
            for pipe in (child.stdin, child.stdout):
                if pipe is not None:
                    try:
                        pipe.close()
                    except BrokenPipeError:
                        continue

    def _running(self) -> subprocess.Popen[bytes]:
        if self._child is not None and self._child.poll() is None:
            return self._child
        self.close()
        limits = [str(self.limits.memory), str(self.limits.seconds)]
        command = [sys.executable, "-m", "warifu.documents.worker", *limits]
        places = [str(Path(__file__).resolve().parents[2]), os.environ.get("PYTHONPATH", "")]
        environment = {**os.environ, "PYTHONPATH": os.pathsep.join(place for place in places if place)}
        self._child = subprocess.Popen(
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, env=environment
        )
        return self._child

    def _answer(self, child: subprocess.Popen[bytes], deadline: float) -> bytes:
        assert child.stdout is not None
        size = _LENGTH.unpack(_receive(child.stdout.fileno(), _LENGTH.size, deadline))[0]
        return _receive(child.stdout.fileno(), size, deadline)


def _receive(handle: int, size: int, deadline: float) -> bytes:
    parts: list[bytes] = []
    while size > 0:
        ready, _, _ = select.select([handle], [], [], max(0.0, deadline - time.monotonic()))
        if not ready:
            raise TimeoutError
        part = os.read(handle, min(size, 1 << 20))
        if not part:
            raise EOFError
        parts.append(part)
        size -= len(part)
    return b"".join(parts)


_OUT_OF_MEMORY: Final = "out of memory"
_LARGEST_FILE: Final = 512 << 20  # the language model is unpacked into a temporary file


def _death(code: int) -> str:
    return f"signal {-code}" if code < 0 else f"exit code {code}"


def _serve(requests: BinaryIO, answers: BinaryIO, seconds: float) -> None:
    from warifu.documents.text.reading import read
    from warifu.errors import WarifuError

    while len(head := requests.read(_LENGTH.size)) == _LENGTH.size:
        request = msgspec.msgpack.decode(requests.read(_LENGTH.unpack(head)[0]), type=_Request)
        signal.setitimer(signal.ITIMER_PROF, seconds)  # nothing catches it: when it runs out, the process dies
        try:
            data = Path(request.path).read_bytes()
            answer = _Answer(text=read(data, request.media_type, said=request.said, address=request.address))
        except MemoryError:
            answer = _Answer(fault=_OUT_OF_MEMORY)
        except (WarifuError, RecursionError, OSError) as error:
            answer = _Answer(fault=str(error) or type(error).__name__)
        except Exception as error:  # noqa: BLE001  a fault inside a library must not end the run; it is told by name
            answer = _Answer(fault=f"the reader failed on it ({type(error).__name__}: {error})")
        signal.setitimer(signal.ITIMER_PROF, 0)
        raw = msgspec.msgpack.encode(answer)
        answers.write(_LENGTH.pack(len(raw)) + raw)
        answers.flush()


def _main(memory: int, seconds: float) -> None:
    import resource

    resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    resource.setrlimit(resource.RLIMIT_FSIZE, (_LARGEST_FILE, _LARGEST_FILE))
    answers = os.fdopen(os.dup(1), "wb")
    os.dup2(os.open(os.devnull, os.O_WRONLY), 1)  # a library that prints must not garble the answers
    sys.setrecursionlimit(4000)
    _serve(sys.stdin.buffer, answers, seconds)


if __name__ == "__main__":
    _main(int(sys.argv[1]), float(sys.argv[2]))
