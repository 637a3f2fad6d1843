"""What happens when something happens that nobody thought of: a calm sentence and a log line."""

from __future__ import annotations

import logging
import sys
from types import TracebackType

from PySide6.QtCore import QTimer

from app.errors import Refused, Unavailable
from ui import wording
from ui.window import Window

log = logging.getLogger("heimathafen.ui")

TITLE = "Da ist etwas schiefgegangen."
REMEDY = (
    "Ihre letzte Eingabe wurde vielleicht nicht gespeichert, alles Frühere ist unversehrt. Sie "
    "können weiterarbeiten. Kommt es wieder vor, hilft der Systembetreuung die Protokolldatei; "
    "sie enthält keine Namen."
)


def watch(window: Window) -> None:
    """Catch what no slot caught. Words of a person never reach the log: only types and places."""

    def caught(
        kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        if issubclass(kind, KeyboardInterrupt):
            window.close()
            return
        log.error("crash %s", kind, exc_info=(kind, error, trace))
        title, remedy = TITLE, REMEDY
        if isinstance(error, Unavailable):
            title, remedy = wording.unavailable(error)
        elif isinstance(error, Refused):
            title, remedy = wording.refused(error), ""
        # Out of the slot that failed, so that the dialog's own loop does not run inside it.
        QTimer.singleShot(0, lambda: window.asking.tell(title, remedy))

    sys.excepthook = caught
