"""Reads PDFs of others in a process of its own, which may fail, hang or ask for too much memory.

The process has limits: time on every system, memory where the system sets one (POSIX). It ends with
the answer, when the work is given up, or when its time is over.
"""

from __future__ import annotations

import contextlib
import multiprocessing
import sys
import time
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess

from app.errors import Reason, Refused
from app.progress import Step, Steps
from app.records.brochures import LARGEST, BrochureFound

READING = "reading_brochure"

_LONGEST = 40.0  # seconds from the beginning to the answer
_MEMORY = 2_000_000_000  # bytes of address space
_PAUSE = 0.05
_ENDING = 2.0


def read_apart(data: bytes, password: str = "", longest: float = _LONGEST) -> Steps[BrochureFound]:
    """A brochure made ready; steps count pages where these are drawn. Raises `Refused`:
    BROCHURE_TOO_LARGE before anything is read, NOT_A_PDF, PASSWORD_NEEDED, PASSWORD_WRONG,
    BROCHURE_TOO_LONG, BROCHURE_BROKEN (also where the process died or its time was over)."""
    not_too_large(len(data))
    spawn = multiprocessing.get_context("spawn")
    ours, theirs = spawn.Pipe()
    worker = spawn.Process(target=_work, args=(theirs,), daemon=True)
    worker.start()
    theirs.close()
    until = time.monotonic() + longest
    try:
        with contextlib.suppress(OSError):
            ours.send((data, password))
        step = Step(0, 1, READING)
        while time.monotonic() < until:
            yield step
            if not ours.poll(_PAUSE):
                continue
            try:
                said = ours.recv()
            except (EOFError, OSError):
                break
            if isinstance(said, BrochureFound):
                return said
            if isinstance(said, Step):
                step = said
            else:
                reason, field, facts = said
                raise Refused(reason, field, **facts)
        raise Refused(Reason.BROCHURE_BROKEN, "file")
    finally:
        ours.close()
        _end(worker)


def not_too_large(size: int) -> None:
    """Raises `Refused(BROCHURE_TOO_LARGE)` where a file has more bytes than are read."""
    if size > LARGEST:
        found, most = -(-size // 10**6), LARGEST // 10**6
        raise Refused(Reason.BROCHURE_TOO_LARGE, "file", megabytes=found, most=most)


def _end(worker: BaseProcess) -> None:
    worker.join(_PAUSE)
    if worker.is_alive():
        worker.kill()
    worker.join(_ENDING)
    if not worker.is_alive():
        worker.close()


def _work(ours: Connection) -> None:
    """The other process: one file in, one answer out."""
    from app.folder.brochures.opening import limited
    from app.folder.brochures.ready import ready

    _confine()
    limited()
    data, password = ours.recv()
    try:
        told = ready(data, password, lambda done, total: ours.send(Step(done, total, READING)))
        ours.send(told)
    except Refused as refused:
        ours.send((refused.reason, refused.field, refused.facts))
    except MemoryError:
        ours.send((Reason.BROCHURE_BROKEN, "file", {}))


def _confine() -> None:
    """Limit the memory and the processor's time of this process."""
    if sys.platform == "win32":
        return
    import resource

    seconds = int(_LONGEST) + 5
    for what, most in ((resource.RLIMIT_AS, _MEMORY), (resource.RLIMIT_CPU, seconds)):
        _, hard = resource.getrlimit(what)
        wanted = most if hard == resource.RLIM_INFINITY else min(most, hard)
        with contextlib.suppress(ValueError, OSError):
            resource.setrlimit(what, (wanted, hard))
