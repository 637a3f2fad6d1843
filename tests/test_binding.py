"""PySide6 must give back what it takes: the reference test of the pinned version.

PySide6 6.12.0 takes one reference to None with every call that returns nothing; on Python 3.11,
where None is not immortal, the interpreter dies of it after some thousand calls. pip does not
protect against that version, so this test does.
"""

import os
import subprocess
import sys

import pytest

CALLS = 1_000

# In a process of its own: a bad binding may end the interpreter and not only fail.
PROGRAM = f"""
import gc, sys
from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QImage, QPainter, QPen, QStandardItemModel
from PySide6.QtWidgets import QApplication, QLabel

class Bell(QObject):
    rung = Signal(int)
    answered = Signal(object, bool)

app = QApplication([])
bell, label, model = Bell(), QLabel(), QStandardItemModel(3, 3)
image = QImage(8, 8, QImage.Format.Format_ARGB32)
heard = []

def hear(number):
    heard.append(number)

def answer(nothing, yes):
    return None

def calls():
    painter = QPainter(image)
    for number in range({CALLS}):
        bell.setObjectName("x")
        label.setText("x")
        label.setEnabled(True)
        painter.setPen(QPen(QColor(Qt.GlobalColor.red)))
        painter.fillRect(0, 0, 4, 4, Qt.GlobalColor.white)
        model.setItem(0, 0, None)
        label.isEnabled()
        label.setBuddy(None)
        bell.parent()
    painter.end()

def signals():
    for number in range({CALLS}):
        bell.rung.connect(hear)
        bell.answered.connect(answer)
        bell.rung.emit(number)
        bell.answered.emit(None, True)
        bell.rung.disconnect(hear)
        bell.answered.disconnect(answer)

def held(work):
    work()  # caches of the first round are not leaks
    heard.clear()
    gc.collect()
    before = [sys.getrefcount(None), sys.getrefcount(True), sys.getrefcount(False)]
    work()
    heard.clear()
    gc.collect()
    after = [sys.getrefcount(None), sys.getrefcount(True), sys.getrefcount(False)]
    return [b - a for a, b in zip(before, after)]

print(*held({{work}}))
"""


def drift(work: str, program: str = PROGRAM) -> list[int]:
    """How the references to None, True and False change over a thousand rounds of the work."""
    done = subprocess.run(
        [sys.executable, "-c", program.replace("{work}", work)],
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return [int(word) for word in done.stdout.split()]


@pytest.mark.parametrize("work", ["calls", "signals"])
def test_qt_takes_and_leaves_no_reference_to_a_constant(work):
    # One lost per call would be a thousand and more; a cache or two may still move a handful.
    assert max(map(abs, drift(work))) < CALLS / 20


@pytest.mark.skipif(sys.version_info >= (3, 12), reason="None is immortal from 3.12 on")
def test_the_reference_test_sees_a_reference_that_is_not_given_back():
    program = PROGRAM.replace("heard = []", "kept = []; heard = []", 1)
    assert drift(f"lambda: kept.extend([None] * {CALLS})", program)[0] >= CALLS
