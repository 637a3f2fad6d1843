"""A list and what is chosen in it: side by side where there is room, one at a time where not."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QSplitter, QStackedWidget, QVBoxLayout, QWidget

from ui import theme
from ui.widgets.buttons import link

ROOM = 820  # pixels at 100 % from which both are shown


class SideBySide(QWidget):
    """The master at the left, the side at the right. F4 shows or hides the side; where there is no
    room for both (below `room` pixels at 100 %), it takes the master's place and a link leads back.
    `narrowed` when that changes. With `side_grows` more room goes to the side, not to the master.
    With `master_wide` the master gets so many pixels, two fifths of the room at most.
    """

    narrowed = Signal()

    def __init__(
        self,
        master: QWidget,
        side: QWidget,
        side_wide: int,
        parent: QWidget | None = None,
        *,
        room: int = ROOM,
        side_grows: bool = False,
        master_wide: int = 0,
    ) -> None:
        super().__init__(parent)
        self._room = room
        self._master = master
        self._room = room
        self._side_wide = side_wide
        self._master_wide = master_wide
        self._narrow = False
        self._wanted = True
        self.side = QStackedWidget()
        self._back = link("Zurück zur Liste (F4)", self.show_master, "chevron-left")
        holder = QWidget()
        holder.setAutoFillBackground(True)
        holder.setBackgroundRole(self.palette().ColorRole.Base)
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._back, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self.side, 1)
        self._holder = holder
        self._splitter = QSplitter()
        self._splitter.setHandleWidth(1)
        self._splitter.setChildrenCollapsible(False)
        self._splitter.addWidget(master)
        self._splitter.addWidget(holder)
        self._splitter.setStretchFactor(0, 0 if side_grows else 1)
        self._splitter.setStretchFactor(1, 1 if side_grows else 0)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._splitter)
        QShortcut(QKeySequence("F4"), self, self.toggle, context=Qt.ShortcutContext.WindowShortcut)
        self.side.addWidget(side)
        self._spread = False
        self._show()

    @property
    def is_narrow(self) -> bool:
        """Whether only one of the two fits."""
        return self._narrow

    def show_side(self) -> None:
        """Bring the side into view."""
        self._wanted = True
        self._show()

    def show_master(self) -> None:
        """Back to the list where both do not fit; with room it stays as it is."""
        if self._narrow:
            self._wanted = False
            self._show()
            self._master.setFocus(Qt.FocusReason.OtherFocusReason)

    def toggle(self) -> None:
        """Show the side, or hide it."""
        self._wanted = not self._wanted
        self._show()
        (self.side if self._wanted else self._master).setFocus(Qt.FocusReason.OtherFocusReason)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        narrow = self.width() < theme.px(self, self._room)
        if narrow is not self._narrow:
            self._narrow = narrow
            self._wanted = not narrow
            self._show()
            self.narrowed.emit()
        if not self._spread and not narrow:
            self._spread = True
            side = theme.px(self, self._side_wide)
            if self._master_wide:
                most = self.width() * 2 // 5
                side = self.width() - min(theme.px(self, self._master_wide), most)
            self._splitter.setSizes([max(self.width() - side, 1), side])

    def _show(self) -> None:
        self._holder.setVisible(self._wanted)
        self._master.setVisible(not (self._narrow and self._wanted))
        self._back.setVisible(self._narrow)
