"""From the start of the process to the first rows on the screen, against a bare window."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

from tests.bench.office import cases_file

ROOT = Path(__file__).parent.parent.parent

BARE = """
import sys, time
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QLabel, QMainWindow
class Window(QMainWindow):
    def paintEvent(self, event):
        super().paintEvent(event)
        print(time.time(), flush=True)
        QTimer.singleShot(0, app.quit)
app = QApplication([])
window = Window()
window.setCentralWidget(QLabel("Moin"))
window.show()
app.exec()
"""

PROGRAM = """
import sys, time
from pathlib import Path
from app.__main__ import doors
from app.paths import resources
from ui import start
from ui.settings import Settings
app = start.application()
settings = Settings(parent=app)
start.dress(app, resources(), settings)
window = start.compose(doors(resources()), settings)
window.files.open(Path(sys.argv[1]))
def painted():
    print(time.time(), flush=True)
    print(*sorted(sys.modules), flush=True)
    app.quit()
window.painted.connect(painted)
window.show()
app.exec()
"""


def timed(script: str, *arguments: str) -> tuple[float, set[str]]:
    """Milliseconds from spawning to the first paint, and the modules imported by then."""
    environment = dict(os.environ, QT_QPA_PLATFORM="offscreen")
    began = time.time()
    told = subprocess.run(
        [sys.executable, "-c", script, *arguments],
        cwd=ROOT,
        env=environment,
        capture_output=True,
        text=True,
        check=True,
    ).stdout.splitlines()
    return (float(told[0]) - began) * 1000, set(told[1].split()) if len(told) > 1 else set()


def run(rounds: int) -> str:
    """Pairs of runs in turn; the ratio of each pair, its median."""
    with TemporaryDirectory() as folder:
        path = cases_file(Path(folder), 200)
        timed(BARE), timed(PROGRAM, str(path))
        pairs = [(timed(BARE)[0], timed(PROGRAM, str(path))[0]) for _ in range(rounds)]
    floor = median(bare for bare, _ in pairs)
    ours = median(program for _, program in pairs)
    ratio = median(program / bare for bare, program in pairs)
    return (
        f"Erste Zeilen gemalt: {ours:.0f} ms, leeres Fenster {floor:.0f} ms, "
        f"Verhältnis {ratio:.2f} (Ziel ≤ 1,15)"
    )
