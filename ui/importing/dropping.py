"""Files dropped from outside: on the dialog, on the tab of providers."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QEvent, QMimeData, QObject, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QWidget


def dropped_path(given: QMimeData) -> Path | None:
    """The one file or folder that is dragged here, None for anything else."""
    paths = [url.toLocalFile() for url in given.urls() if url.isLocalFile()]
    return Path(paths[0]) if len(paths) == 1 else None


class DropTarget(QObject):
    """Makes a widget take files: `dropped(Path)`."""

    dropped = Signal(object)

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        widget.setAcceptDrops(True)
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QDropEvent) and dropped_path(event.mimeData()) is not None:
            event.acceptProposedAction()
            if event.type() is QEvent.Type.Drop and not isinstance(event, QDragEnterEvent):
                path = dropped_path(event.mimeData())
                self.dropped.emit(path)
            return True
        return super().eventFilter(watched, event)
