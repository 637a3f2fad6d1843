"""A result that is shown with its first rows at once and completed between keystrokes."""

from __future__ import annotations

import time
from array import array
from collections.abc import Iterator
from itertools import islice

from PySide6.QtCore import QObject, QTimer, Signal

FIRST = 256  # rows shown at once: more than the tallest screen has
_SLICE = 0.008  # seconds of searching before the window has its turn
_PORTION = 512


class Growing(QObject):
    """`began(ids)`: the first of more than are told at once; `complete(ids)`: all of them. A new
    result drops what was still to come of the one before."""

    began = Signal(object)
    complete = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._ids: array[int] = array("q")
        self._rest: Iterator[int] = iter(())
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.timeout.connect(self._go_on)

    def show_result(self, found: array[int] | Iterator[int]) -> None:
        self._soon.stop()
        if isinstance(found, array):
            self._ids, self._rest = found, iter(())
            self.complete.emit(self._ids)
            return
        self._rest = found
        self._ids = array("q", islice(found, FIRST))
        if len(self._ids) < FIRST:
            self.complete.emit(self._ids)
            return
        self.began.emit(self._ids)
        self._soon.start(0)

    def finish(self) -> None:
        """Take what is still to come now."""
        if self._soon.isActive():
            self._soon.stop()
            self._ids = self._ids + array("q", self._rest)
            self.complete.emit(self._ids)

    def _go_on(self) -> None:
        until = time.perf_counter() + _SLICE
        while time.perf_counter() < until:
            more = array("q", islice(self._rest, _PORTION))
            self._ids = self._ids + more
            if len(more) < _PORTION:
                self.complete.emit(self._ids)
                return
        self._soon.start(0)
