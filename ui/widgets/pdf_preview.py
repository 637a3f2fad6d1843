"""A PDF of bytes on the screen, drawn as it would be printed."""

from __future__ import annotations

from PySide6.QtCore import QBuffer, QByteArray, QEvent, QIODevice
from PySide6.QtGui import QPalette
from PySide6.QtPdf import QPdfDocument
from PySide6.QtPdfWidgets import QPdfView
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui import theme


class PdfPreview(QWidget):
    """All pages below each other; other bytes keep the place. The document is older than its
    `view`, so that it goes first."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.pages = QPdfDocument(self)
        self._buffer = QBuffer(self)
        self._bytes = b""
        self.view = QPdfView(self)
        self.view.setAccessibleName(name)
        self.view.setPageMode(QPdfView.PageMode.MultiPage)
        self.view.setZoomMode(QPdfView.ZoomMode.FitInView)
        self.view.setPageSpacing(theme.px(self, 12))
        self.view.setDocument(self.pages)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.view)
        self.setFocusProxy(self.view)

    @property
    def shown(self) -> bytes:
        """The file shown."""
        return self._bytes

    def show_bytes(self, data: bytes) -> bool:
        """Show this file; False where it is the one shown already."""
        if data == self._bytes:
            return False
        self._bytes = data
        place = self.view.verticalScrollBar().value()
        # The view draws in a thread of its own: the document lets go of its buffer before that
        # one goes, and no buffer changes under it.
        self.pages.close()
        former, self._buffer = self._buffer, QBuffer(self)
        former.deleteLater()
        self._buffer.setData(QByteArray(data))
        self._buffer.open(QIODevice.OpenModeFlag.ReadOnly)
        self.pages.load(self._buffer)
        self.view.verticalScrollBar().setValue(place)
        return True

    def event(self, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.Polish):
            self._calm_ground()
        return super().event(event)

    def _calm_ground(self) -> None:
        """The ground around the pages is the window's: QPdfView takes its palette's Dark."""
        palette = self.view.palette()
        ground = self.palette().color(QPalette.ColorRole.Window)
        if palette.color(QPalette.ColorRole.Dark) != ground:
            palette.setColor(QPalette.ColorRole.Dark, ground)
            self.view.setPalette(palette)
