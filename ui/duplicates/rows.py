"""Rows of the comparison: what both say of a matter, and a choice where they differ."""

from __future__ import annotations

from enum import Enum

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import (
    QButtonGroup,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QRadioButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from ui import theme
from ui.theme import Tone
from ui.widgets.paragraphs import wrapped

LABEL_WIDE = 132
NOTHING = "keine Angabe"


class Side(Enum):
    """Whose word holds."""

    LEFT = "left"
    RIGHT = "right"
    BOTH = "both"


_ORDER = (Side.LEFT, Side.RIGHT, Side.BOTH)
_ARROWS = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}


class _Radio(QRadioButton):
    """A choice without words of its own. `stepped(across, down)` when an arrow key is pressed."""

    stepped = Signal(int, int)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = _ARROWS.get(Qt.Key(event.key()))
        if step is None or event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            super().keyPressEvent(event)
        else:
            self.stepped.emit(*step)


class _Cell(QWidget):
    """One side of a choice; a click anywhere in it chooses it."""

    def __init__(self, matter: str, text: str, whose: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.radio = _Radio()
        self.radio.setAccessibleName(f"{matter}, {whose}: {text or NOTHING}")
        self.radio.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.radio.installEventFilter(self)
        self.radio.toggled.connect(self._dress)
        self.words = wrapped(text or NOTHING)
        self.words.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._is_blank = not text
        row = QHBoxLayout(self)
        row.setContentsMargins(6, 5, 6, 5)
        row.setSpacing(8)
        row.addWidget(self.radio, 0, Qt.AlignmentFlag.AlignTop)
        self.column = QVBoxLayout()
        self.column.setContentsMargins(0, 2, 0, 2)
        self.column.setSpacing(2)
        self.column.addWidget(self.words)
        row.addLayout(self.column, 1)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
        self._dress()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton:
            self.radio.setFocus(Qt.FocusReason.MouseFocusReason)
            self.radio.click()
        super().mouseReleaseEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.FocusIn, QEvent.Type.FocusOut):
            self.update()
        return super().eventFilter(watched, event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colours = theme.colours_of(self.palette())
        inner = self.rect().adjusted(1, 1, -1, -1)
        if self.radio.isChecked():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(colours.selection))
            painter.drawRoundedRect(inner, 4, 4)
        if self.radio.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(QColor(colours.accent), 2))
            painter.drawRoundedRect(inner, 4, 4)

    def _dress(self) -> None:
        chosen = Tone.INK if self.radio.isChecked() else Tone.SECOND
        theme.set_tone(self.words, Tone.LABEL if self._is_blank else chosen)
        self.update()


class ChoiceRow(QWidget):
    """A matter of which the entries say different things. `chosen(Side)` when somebody chose;
    `left(down)` with 1 or -1 when the arrow keys lead out of it."""

    chosen = Signal(object)
    left = Signal(int)

    def __init__(
        self,
        label: str,
        texts: tuple[str, str],
        *,
        can_unite: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._group = QButtonGroup(self)
        self.cells = {
            Side.LEFT: _Cell(label, texts[0], "links"),
            Side.RIGHT: _Cell(label, texts[1], "rechts"),
        }
        if can_unite:
            self.cells[Side.BOTH] = _Cell(label, "beides behalten", "beides")
        for side, cell in self.cells.items():
            self._group.addButton(cell.radio, _ORDER.index(side))
            cell.radio.stepped.connect(self._stepped)
        self._group.idClicked.connect(self._clicked)
        self.label = QLabel(label)
        theme.set_tone(self.label, Tone.LABEL)
        self._grid = QGridLayout(self)
        self._grid.setHorizontalSpacing(8)
        self._grid.setVerticalSpacing(0)
        self.set_stacked(stacked=False)

    def side(self) -> Side:
        """Whose word holds now."""
        return _ORDER[max(self._group.checkedId(), 0)]

    def choose(self, side: Side) -> None:
        """Choose without telling."""
        self.cells[side].radio.setChecked(True)

    def lead(self) -> None:
        """Put the focus on the choice that holds."""
        self.cells[self.side()].radio.setFocus(Qt.FocusReason.TabFocusReason)

    def set_stacked(self, *, stacked: bool) -> None:
        """The label above the two sides, where there is no room beside them."""
        _lay(self._grid, self.label, stacked=stacked)
        first = 0 if stacked else 1
        top = 1 if stacked else 0
        self._grid.addWidget(self.cells[Side.LEFT], top, first)
        self._grid.addWidget(self.cells[Side.RIGHT], top, first + 1)
        if Side.BOTH in self.cells:
            self._grid.addWidget(self.cells[Side.BOTH], top + 1, first, 1, 2)

    def _stepped(self, across: int, down: int) -> None:
        sides = [side for side in _ORDER if side in self.cells]
        at = sides.index(self.side()) + across
        if down:
            self.left.emit(down)
        elif 0 <= at < len(sides):
            self.choose(sides[at])
            self.lead()
            self.chosen.emit(sides[at])

    def _clicked(self, at: int) -> None:
        self.chosen.emit(_ORDER[at])


class HeadRow(ChoiceRow):
    """Which of the two entries stays; each with its name and what hangs on it."""

    def __init__(
        self,
        label: str,
        names: tuple[str, str],
        about: tuple[tuple[str, ...], tuple[str, ...]],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(label, names, parent=parent)
        for side, lines in zip((Side.LEFT, Side.RIGHT), about, strict=True):
            cell = self.cells[side]
            theme.set_face(cell.words, "head")
            for line in lines:
                cell.column.addWidget(wrapped(line, Tone.SECOND))
            cell.column.addStretch(1)
            cell.radio.setAccessibleDescription(" ".join(lines))


class SameRow(QWidget):
    """A matter of which both say the same: told once, in grey."""

    def __init__(self, label: str, text: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.label = QLabel(label)
        theme.set_tone(self.label, Tone.LABEL)
        self.words = wrapped(text, Tone.SECOND)
        self.words.setAlignment(Qt.AlignmentFlag.AlignTop)
        holder = QWidget()
        inner = QVBoxLayout(holder)
        inner.setContentsMargins(6, 7, 6, 0)
        inner.addWidget(self.words)
        holder.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
        self._holder = holder
        self._grid = QGridLayout(self)
        self._grid.setHorizontalSpacing(8)
        self._grid.setVerticalSpacing(0)
        self.set_stacked(stacked=False)

    def set_stacked(self, *, stacked: bool) -> None:
        """The label above, where there is no room beside."""
        _lay(self._grid, self.label, stacked=stacked)
        first = 0 if stacked else 1
        self._grid.addWidget(self._holder, 1 if stacked else 0, first, 1, 2)


def _lay(grid: QGridLayout, label: QLabel, *, stacked: bool) -> None:
    """The columns of a row: the label, and one for each side of the same width."""
    grid.setContentsMargins(0, 0, 0, 0)
    label.setContentsMargins(6 if stacked else 0, 7, 0, 0 if stacked else 7)
    wide = 0 if stacked else theme.px(label, LABEL_WIDE)
    label.setFixedWidth(wide) if wide else label.setMaximumWidth(16_777_215)
    label.setWordWrap(True)
    grid.addWidget(label, 0, 0, 1, 2 if stacked else 1, Qt.AlignmentFlag.AlignTop)
    for column in range(3):
        is_side = column < 2 if stacked else column > 0
        grid.setColumnStretch(column, 1 if is_side else 0)
        # both sides are of one width, whatever stands in them
        grid.setColumnMinimumWidth(column, 1 if is_side else 0)
