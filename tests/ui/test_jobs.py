"""Long work on one worker: in order, with the result last, cancelled for good."""

from __future__ import annotations

import threading

import pytest
from PySide6.QtCore import QObject, Slot

from app.progress import Step
from ui.jobs import Job, Workshop


@pytest.fixture
def workshop(qapp):
    made = Workshop()
    yield made
    made.close()


def count(to, ended=None):
    try:
        for done in range(to):
            yield Step(done, to)
    finally:
        if ended is not None:
            ended.append(threading.current_thread().name)
    return to


class Ear(QObject):
    def __init__(self):
        super().__init__()
        self.heard = []

    @Slot()
    def began(self):
        self.heard.append(("began", threading.current_thread() is threading.main_thread()))

    @Slot(object)
    def finished(self, result):
        self.heard.append((result, threading.current_thread() is threading.main_thread()))


@pytest.mark.parametrize("_again", range(30))
def test_the_result_comes_last_and_on_the_windows_thread(qtbot, workshop, _again):
    ear, job = Ear(), Job(count(3))
    job.began.connect(ear.began)
    job.finished.connect(ear.finished)
    with qtbot.waitSignal(workshop.emptied):
        workshop.start(job)
    assert ear.heard == [("began", True), (3, True)]


def test_a_cancelled_job_closes_its_work_on_the_worker_and_tells_no_result(qtbot, workshop):
    ended, finished = [], []
    job = Job(count(10_000_000, ended))
    job.finished.connect(finished.append)
    with qtbot.waitSignal(job.stepped):
        workshop.start(job)
    with qtbot.waitSignal(job.cancelled):
        job.cancel()
    assert ended[0].startswith("job")
    assert finished == []


def test_a_quick_generator_does_not_flood_the_window(qtbot, workshop):
    steps = []
    job = Job(count(200_000))
    job.stepped.connect(steps.append)
    with qtbot.waitSignal(job.finished, timeout=10_000):
        workshop.start(job)
    assert 1 <= len(steps) < 400


def test_a_failure_comes_back_as_the_exception(qtbot, workshop):
    def broken():
        yield Step(0, 1)
        raise FileNotFoundError("x")

    job = Job(broken())
    with qtbot.waitSignal(job.failed) as failed:
        workshop.start(job)
    assert isinstance(failed.args[0], FileNotFoundError)


def test_jobs_run_one_after_the_other(qtbot, workshop):
    order = []
    jobs = [Job(count(50)) for _ in range(3)]
    for number, job in enumerate(jobs):
        job.began.connect(lambda number=number: order.append(("began", number)))
        job.finished.connect(lambda _result, number=number: order.append(("ended", number)))
    with qtbot.waitSignal(workshop.emptied):
        for job in jobs:
            workshop.start(job)
    assert order == [(word, number) for number in range(3) for word in ("began", "ended")]
