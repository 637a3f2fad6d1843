"""Many folders at once, each built in a process of its own making: frozen contents go in, files
and what is told of them come out."""

from __future__ import annotations

import contextlib
import gc
import logging
import os
import signal
from collections import Counter, deque
from collections.abc import Callable, Iterator
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass, replace
from multiprocessing import get_context
from pathlib import Path
from typing import TypeAlias

from app.content.county_map import CountyMap
from app.errors import Refused, Unavailable
from app.folder.editions import Edition, Extras
from app.progress import finish
from app.records.folders import FolderMade

_log = logging.getLogger(__name__)
_AHEAD = 2  # folders gathered for each process, so that none waits for the next
_OFTEN = 0.1  # seconds after which a cancel is heard


@dataclass(frozen=True)
class Wanted:
    """A folder to be written: which case, everything printed, where to."""

    case: int
    edition: Edition
    extras: Extras
    path: Path


Built: TypeAlias = "FolderMade | Exception | None"
"""A folder, what it failed for, or None where its process died."""
Gather: TypeAlias = "Callable[[int], Wanted]"


def processes(folders: int) -> int:
    """How many processes are worth while: one a core, none without work."""
    try:
        cores = len(os.sched_getaffinity(0))
    except AttributeError:  # not on Windows
        cores = os.cpu_count() or 1
    return max(1, min(cores, folders))


class Batch:
    """Builds folders, in processes that are started with the first and ended by `close`.

    `built` yields (case, Built) as they are ready and (0, None) while nothing is, so that the
    caller can look around. What was under way when a process died is built once more, alone: only
    a folder that ends its process by itself is given up.

    Each process is a pool of its own. A pool of several starts one while it may be ending another
    that died; the one just started is then waited for and never told to end.
    """

    def __init__(self, fonts: Path, workers: int) -> None:
        self._fonts = fonts
        self._workers = workers
        self._lanes: list[ProcessPoolExecutor] = []
        self._county: CountyMap | None = None
        self._running: dict[Future[FolderMade], tuple[Wanted, ProcessPoolExecutor]] = {}
        self._alone: deque[Wanted] = deque()
        self._is_alone = False

    def built(self, cases: Iterator[int], gather: Gather) -> Iterator[tuple[int, Built]]:
        """Gather and build the cases; what `gather` raises (`Refused`, `Unavailable`) is theirs."""
        more = True
        while more or self._running or self._alone:
            while more and not self._waits and len(self._running) < self._workers * _AHEAD:
                case = next(cases, None)
                if case is None:
                    more = False
                    break
                try:
                    self._start(gather(case))
                except (Refused, Unavailable) as error:
                    yield case, error
            if not self._running:
                self._is_alone = bool(self._alone)
                if self._alone:
                    self._start(self._alone.popleft())
            ready = self._ready()
            yield from ready
            if not ready:
                yield 0, None

    def finished(self) -> Iterator[tuple[int, Built]]:
        """Take back what has not begun, wait for what has, and give what is ready."""
        for future in list(self._running):
            if future.cancel():
                del self._running[future]
        while self._running:
            wait(self._running)
            yield from self._ready()

    def close(self) -> None:
        """End the processes and leave no part file."""
        for lane in list(self._lanes):
            self._end(lane)

    @property
    def _waits(self) -> bool:
        return self._is_alone or bool(self._alone)

    def _start(self, wanted: Wanted) -> None:
        lane = self._freest(wanted.extras.county)
        try:
            future = lane.submit(_written, self._sent(wanted), self._fonts)
        except BrokenProcessPool:  # it died with nothing to do
            self._end(lane)
            self._alone.append(wanted)
        else:
            self._running[future] = wanted, lane

    def _freest(self, county: CountyMap | None) -> ProcessPoolExecutor:
        """The process with least to do; a new one where all have something and one may be added."""
        if not self._lanes:
            self._county = county
        load = Counter(lane for _, lane in self._running.values())
        freest = min(self._lanes, key=load.__getitem__, default=None)
        if freest is None or (load[freest] and len(self._lanes) < self._workers):
            given = self._fonts, self._county
            freest = ProcessPoolExecutor(1, get_context("spawn"), _begin, given)
            self._lanes.append(freest)
        return freest

    def _end(self, lane: ProcessPoolExecutor) -> None:
        lane.shutdown(wait=True, cancel_futures=True)
        if lane in self._lanes:
            self._lanes.remove(lane)

    def _sent(self, wanted: Wanted) -> Wanted:
        """Without the map, which each process has from its beginning: it is two thirds of what a
        folder is made of, and what is computed of it is kept only for the same map."""
        if wanted.extras.county is not self._county:
            return wanted
        return replace(wanted, extras=replace(wanted.extras, county=None))

    def _ready(self) -> list[tuple[int, Built]]:
        found: list[tuple[int, Built]] = []
        for future in wait(self._running, _OFTEN, FIRST_COMPLETED).done:
            wanted, lane = self._running.pop(future)
            error = future.exception()
            if not isinstance(error, BrokenProcessPool):
                found.append((wanted.case, future.result() if error is None else _known(error)))
                continue
            self._end(lane)
            _clear(wanted.path)
            if self._is_alone:
                _log.error("the process that built the folder of case %d died", wanted.case)
                found.append((wanted.case, None))
            else:
                self._alone.append(wanted)
        return found


def _known(error: BaseException) -> Built:
    if isinstance(error, Refused | Unavailable):
        return error
    _log.error("a folder could not be built", exc_info=error)
    return error if isinstance(error, Exception) else None


def _clear(path: Path) -> None:
    with contextlib.suppress(OSError):
        path.with_name(path.name + ".part").unlink(missing_ok=True)


_held: dict[str, CountyMap | None] = {}
"""In a process of a batch: the map of all its folders."""


def _begin(fonts: Path, county: CountyMap | None) -> None:
    """In the new process: an interrupt at the terminal is the parent's, fonts are read, and what
    stays until the end is no matter of the collector."""
    from app.folder.build import faces_of

    signal.signal(signal.SIGINT, signal.SIG_IGN)
    faces_of(fonts)
    _held["county"] = county
    gc.collect()
    gc.freeze()


def _written(wanted: Wanted, fonts: Path) -> FolderMade:
    from app.folder.compose import compose
    from app.folder.writing import write

    extras = wanted.extras
    if extras.county is None:
        extras = replace(extras, county=_held.get("county"))
    return finish(write(compose, wanted.edition, fonts, wanted.path, extras))
