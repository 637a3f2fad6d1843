"""A form on its own, over the room it belongs to."""

from __future__ import annotations

from PySide6.QtCore import QEvent
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from app.done import Done
from ui import theme
from ui.widgets.form import Form

WIDE = 560


class FormDialog(QDialog):
    """Closes when its form was saved or left; what is typed is asked about first."""

    def __init__(self, title: str, form: Form, parent: QWidget) -> None:
        super().__init__(parent)
        self.form = form
        self.setWindowTitle(title)
        self.setModal(True)
        self.setAutoFillBackground(True)
        self.setBackgroundRole(QPalette.ColorRole.Base)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 12)
        column.addWidget(form)
        column.addStretch(1)
        form.saved.connect(self._saved)
        form.left.connect(self._left)
        self._column = column
        self.resize(theme.px(self, WIDE), self._high(theme.px(self, WIDE)))
        form.focus_first()

    def event(self, event: QEvent) -> bool:
        """A reason below a field makes it higher, so that nothing is cut off."""
        if event.type() == QEvent.Type.LayoutRequest and self._high(self.width()) > self.height():
            self.resize(self.width(), self._high(self.width()))
        return super().event(event)

    def _high(self, wide: int) -> int:
        return max(self._column.heightForWidth(wide), 0) or self.sizeHint().height()

    def reject(self) -> None:
        """Close; the form asks where something is typed that is not kept."""
        self.form.leave()

    def done(self, result: int) -> None:
        super().done(result)
        self.deleteLater()

    def _saved(self, _done: Done) -> None:
        self.accept()

    def _left(self) -> None:
        self.done(QDialog.DialogCode.Rejected)
