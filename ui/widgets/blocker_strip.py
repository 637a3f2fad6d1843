"""The strip of what bars the first working day, above a page: what, what is missing, who acts."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QRect, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPalette,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from app.records.cases import BlockerView
from ui import theme
from ui.theme import Tone
from ui.widgets import blocker_words
from ui.widgets.runs import Run, paint_runs, width_of

HIGH, LINE, EDGE = 36, 24, 4
LEFT, GAP, INSET = 16, 12, 6


class BlockerStrip(QWidget):
    """36 pixels at 100 %, shown only while something bars the first working day. It says as much
    of each as one line has room for, and takes more lines before it cuts a state.

    Enter or a click on one leads on: `fact_wanted(key)` where a fact has to be found out,
    `step_wanted(id)` where a step of the plan clears it. Left and right walk the entries.
    """

    step_wanted = Signal(int)
    fact_wanted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._blockers: tuple[BlockerView, ...] = ()
        self._entries: list[_Entry] = []
        self._head: tuple[Run, ...] = ()
        self._end: tuple[Run, ...] = ()
        self._end_at: QRect | None = None
        self.hide()

    def set_blockers(self, blockers: Sequence[BlockerView]) -> None:
        """Show these; nothing is shown where none of them bars."""
        blockers = tuple(sorted(blockers, key=lambda blocker: not blocker.bars))
        barred = blocker_words.barring(blockers)
        if blockers != self._blockers:
            focused = next((at for at, each in enumerate(self._entries) if each.hasFocus()), -1)
            self._blockers = blockers
            self._fill(focused)
        self.setVisible(bool(barred))

    def entries(self) -> Sequence[QAbstractButton]:
        """The entry of each blocker, in order."""
        return tuple(self._entries)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        lines = self._placed(width)[1]
        return theme.px(self, HIGH) + (lines - 1) * theme.px(self, LINE)

    def sizeHint(self) -> QSize:
        return QSize(600, self.heightForWidth(max(self.width(), 1)))

    def minimumSizeHint(self) -> QSize:
        return QSize(0, self.sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._lay()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._lay()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        way = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()), 0)
        at = next((at for at, each in enumerate(self._entries) if each.hasFocus()), -1)
        if way and at >= 0:
            entry = self._entries[(at + way) % len(self._entries)]
            entry.setFocus(Qt.FocusReason.TabFocusReason)
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        colours = theme.colours_of(self.palette())
        painter.fillRect(self.rect(), QColor(colours.red_tint))
        painter.fillRect(0, 0, theme.px(self, EDGE), self.height(), QColor(colours.red))
        head = QRect(theme.px(self, LEFT), 0, self.width(), theme.px(self, HIGH))
        paint_runs(painter, head, self._head, self.palette())
        if self._end_at is not None:
            paint_runs(painter, self._end_at, self._end, self.palette())

    def _fill(self, focused: int) -> None:
        for old in self._entries:
            old.hide()
            old.deleteLater()
        self._entries = [_Entry(blocker, self) for blocker in self._blockers]
        for entry in self._entries:
            entry.clicked.connect(lambda _checked=False, b=entry.blocker: self._lead(b))
            entry.show()
        if 0 <= focused < len(self._entries):
            self._entries[focused].setFocus()
        end = blocker_words.needed_by(self._blockers)
        self._end = (Run(end, tone=Tone.SECOND),) if end else ()
        told = ". ".join(blocker_words.spoken(blocker) for blocker in self._blockers)
        self.setAccessibleName(f"{blocker_words.HEADS[0]}. {told}")
        self._lay()

    def _lead(self, blocker: BlockerView) -> None:
        if blocker_words.asks(blocker):
            self.fact_wanted.emit(blocker.ask[0])
        elif blocker.step is not None:
            self.step_wanted.emit(blocker.step)

    def _lay(self) -> None:
        places, lines, head, fullness, end_x = self._placed(self.width())
        self._head = head
        high, line = theme.px(self, HIGH), theme.px(self, LINE)
        for entry, (x, row, wide) in zip(self._entries, places, strict=True):
            entry.set_fullness(fullness)
            entry.setGeometry(x, (high - line) // 2 + row * line, wide, line)
        self._end_at = None
        if self._end and end_x >= 0:
            self._end_at = QRect(end_x, (lines - 1) * line, self.width() - end_x, high)
        self.updateGeometry()
        self.update()

    def _placed(
        self, width: int
    ) -> tuple[list[tuple[int, int, int]], int, tuple[Run, ...], int, int]:
        """x, line and width of each entry; lines; the heading; how full; where the end begins."""
        last = len(blocker_words.HEADS) - 1
        for fullness in range(3):
            for number, name in enumerate(blocker_words.HEADS):
                head = (Run(name, strong=True, tone=Tone.RED),)
                places, lines, end = self._flowed(width, head, fullness)
                if lines == 1 or (fullness == 2 and number == last):
                    return places, lines, head, fullness, end
        raise AssertionError("the last way is always taken")

    def _flowed(
        self, width: int, head: Sequence[Run], fullness: int
    ) -> tuple[list[tuple[int, int, int]], int, int]:
        left, gap = theme.px(self, LEFT), theme.px(self, GAP)
        x, line = left + width_of(head) + gap, 0
        places = []
        for entry in self._entries:
            wide = entry.width_at(fullness)
            if x + wide > width - gap and x > left:
                x, line = left, line + 1
            places.append((x, line, min(wide, max(width - x - gap, 1))))
            x += wide + gap
        if not self._end:
            return places, line + 1, -1
        wide = width_of(self._end) + left
        if x + wide > width:
            # a day that is the same in the header does not cost a line of its own
            return places, line + 1 + (fullness < 1), -1
        return places, line + 1, width - wide


class _Entry(QAbstractButton):
    """One blocker: a line of words that is pressed like a link."""

    def __init__(self, blocker: BlockerView, parent: BlockerStrip) -> None:
        super().__init__(parent)
        self.blocker = blocker
        self._ways = blocker_words.entries(blocker)
        self._fullness = 0
        told = blocker_words.spoken(blocker)
        self.setAccessibleName(told)
        self.setToolTip(told)
        leads = blocker.step is not None or blocker_words.asks(blocker)
        self.setAccessibleDescription("Eingabe führt dorthin" if leads else "")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        if leads:
            self.setCursor(Qt.CursorShape.PointingHandCursor)

    def set_fullness(self, fullness: int) -> None:
        """0 says all, 2 the state alone."""
        self._fullness = fullness
        self.update()

    def width_at(self, fullness: int) -> int:
        """How wide it is then, in pixels."""
        return width_of(self._ways[fullness]) + 2 * theme.px(self, INSET) + 1

    def sizeHint(self) -> QSize:
        return QSize(self.width_at(self._fullness), theme.px(self, LINE))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        elif event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            event.ignore()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        palette = self.palette()
        inset = theme.px(self, INSET)
        rect = self.rect().adjusted(inset, 0, -inset // 2, 0)
        paint_runs(painter, rect, self._ways[self._fullness], palette)
        if self.hasFocus() or self.underMouse():
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            role = QPalette.ColorRole.Link if self.hasFocus() else QPalette.ColorRole.Mid
            painter.setPen(QPen(palette.color(role), 2 if self.hasFocus() else 1))
            painter.drawRoundedRect(self.rect().adjusted(1, 1, -1, -1), 4, 4)
