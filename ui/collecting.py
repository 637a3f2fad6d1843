"""Reference cycles are collected on the window's thread alone.

Python collects wherever it happens to be when enough has been made, so also on the thread of a job;
a dialog or a timer that ends there is taken from under the event loop, and the program falls.
"""

from __future__ import annotations

import gc

from PySide6.QtCore import QObject, QTimer

EVERY = 1_000  # milliseconds between two looks at what has gathered


class Collector(QObject):
    """Takes the collector out of Python's hands as soon as it is made; it works from `begin` on."""

    _has_frozen = False

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        gc.disable()
        self._timer = QTimer(self, interval=EVERY)
        self._timer.timeout.connect(self.look)

    def begin(self) -> None:
        """Look regularly from now on. What has been imported lives as long as the program and is
        not walked again: a look at everything takes 160 ms with it. Counting walks it, too."""
        if not Collector._has_frozen:
            Collector._has_frozen = True
            if not gc.get_freeze_count():
                gc.freeze()
        self._timer.start()

    def look(self) -> None:
        """Collect the oldest generation whose threshold is passed, as Python itself would."""
        for generation, (count, most) in reversed(
            list(enumerate(zip(gc.get_count(), gc.get_threshold(), strict=True)))
        ):
            if count > most:
                gc.collect(generation)
                return
