"""Cycles that hold widgets end on the window's thread, whoever is at work meanwhile."""

from __future__ import annotations

import gc
from threading import get_ident
from weakref import ref

from PySide6.QtCore import QObject, QTimer

from app.progress import Step
from ui.collecting import Collector
from ui.jobs import Job, Workshop


class Clock(QObject):
    """Holds itself, so only the collector ends it; its timer must not end on another thread."""

    def __init__(self) -> None:
        super().__init__()
        self.itself = self
        self.timer = QTimer(self, interval=1)
        self.timer.start()


def left_behind(ended_on: list[int] | None = None) -> ref[Clock]:
    """A clock only the collector ends; `ended_on` is told on which thread."""
    told = ended_on if ended_on is not None else []
    return ref(Clock(), lambda _: told.append(get_ident()))


def busy(seen: list[int]):
    """Work that makes far more cycles than Python lets gather."""
    for number in range(20):
        for _ in range(20_000):
            itself: list[object] = []
            itself.append(itself)
        seen.append(get_ident())
        yield Step(number, 20)


def test_a_job_never_ends_what_the_window_left_behind(qtbot):
    gc.enable()
    collector, shop = Collector(), Workshop()
    seen: list[int] = []
    ended_on: list[int] = []
    clock = left_behind(ended_on)
    job = Job(busy(seen), "Zählen")
    with qtbot.waitSignal(shop.emptied, timeout=20_000):
        shop.start(job)
    shop.close()
    assert seen
    assert get_ident() not in seen
    collector.look()
    assert clock() is None
    assert ended_on == [get_ident()]


def test_it_looks_by_itself_once_begun(qtbot):
    collector = Collector()
    collector.begin()
    clock = left_behind()
    garbage = [[] for _ in range(2 * gc.get_threshold()[0])]
    for part in garbage:
        part.append(part)
    del garbage, part
    qtbot.waitUntil(lambda: clock() is None, timeout=5_000)


def test_the_program_collects_nowhere_else(request):
    gc.enable()
    request.getfixturevalue("window")
    assert not gc.isenabled()
