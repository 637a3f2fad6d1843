"""The person's header, the same on every tab of a case: who, how far, whose, until when."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from ui import theme
from ui.theme import Tone
from ui.widgets.buttons import icon_button
from ui.widgets.runs import Run, RunLine, paint_runs, plain, width_of

MOST_LINES = 2
LEAST = 220  # pixels an elastic cell keeps before it costs the page a line


@dataclass(frozen=True)
class Cell:
    """A label and what stands below it; an elastic one gives room to the others. Where two lines
    do not hold them all, those with the highest `spare` are left out first, those with 0 never."""

    label: str
    value: tuple[Run, ...]
    elastic: bool = False
    spare: int = 0


@dataclass(frozen=True)
class Person:
    """What the header shows, worded already. `tied`: other cases of the same human, with the words
    that lead there."""

    initials: str
    name: str
    line: str
    cells: tuple[Cell, ...]
    tied: tuple[tuple[int, str], ...] = ()


class PersonHeader(QWidget):
    """60 pixels at 100 %; where the cells do not fit in one line, a second line takes the rest.
    `case_wanted(id)` where a tied case is asked for."""

    menu_wanted = Signal()
    case_wanted = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAutoFillBackground(True)
        self.setBackgroundRole(self.palette().ColorRole.Base)
        # Not Fixed: that would hold the height at one line of cells.
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        self._avatar = QLabel()
        self._avatar.setProperty("kind", "avatar")
        self._avatar.setAlignment(Qt.AlignmentFlag.AlignCenter)
        side = theme.px(self, 40)
        self._avatar.setFixedSize(side, side)
        self._name = QLabel()
        self._name.setTextFormat(Qt.TextFormat.PlainText)
        theme.set_face(self._name, "name")
        self._more = icon_button(
            "chevron-down", "Anderen Fall wählen", self.menu_wanted.emit, flat=True
        )
        side = theme.px(self, 20)
        self._more.setMaximumSize(side, side)
        self._line = RunLine()
        self._line.setMaximumWidth(theme.px(self, 280))
        self._cells = _Cells()
        names = QHBoxLayout()
        names.setSpacing(4)
        names.addWidget(self._name)
        names.addWidget(self._more)
        self._tied = QHBoxLayout()
        self._tied.setSpacing(4)
        names.addLayout(self._tied)
        names.addStretch(1)
        who = QVBoxLayout()
        who.setSpacing(0)
        who.setContentsMargins(0, 8, 0, 8)
        who.addStretch(1)
        who.addLayout(names)
        who.addWidget(self._line)
        who.addStretch(1)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 0, 16, 0)
        row.setSpacing(12)
        row.addWidget(self._avatar)
        row.addLayout(who)
        row.addWidget(self._cells, 1)
        self.setMinimumHeight(theme.px(self, 60))

    def lead(self, menu: Callable[[], object], case: Callable[[int], object]) -> None:
        """What to do where another case, or a tied one, is asked for."""
        self.menu_wanted.connect(menu)
        self.case_wanted.connect(case)

    def set_person(self, person: Person) -> None:
        """Show somebody."""
        while (item := self._tied.takeAt(0)) is not None:
            if widget := item.widget():
                widget.hide()
                widget.deleteLater()
        for case, words in person.tied:
            act = partial(self.case_wanted.emit, case)
            button = icon_button("arrow-left-right", words, act, flat=True)
            button.setMaximumSize(self._more.maximumSize())
            self._tied.addWidget(button)
        self._avatar.setText(person.initials)
        self._name.setText(person.name)
        self._line.set_runs([Run(person.line, tone=Tone.SECOND)])
        self._cells.set_cells(person.cells)
        told = ", ".join(f"{cell.label}: {plain(cell.value)}" for cell in person.cells)
        self.setAccessibleName(f"{person.name}, {person.line}. {told}")

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setPen(QPen(QColor(theme.colours_of(self.palette()).hairline)))
        painter.drawLine(0, self.height() - 1, self.width(), self.height() - 1)


class _Cells(QWidget):
    """The cells, divided by hairlines, painted in as many lines as the width asks for."""

    def __init__(self) -> None:
        super().__init__()
        self._cells: tuple[Cell, ...] = ()
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def set_cells(self, cells: Sequence[Cell]) -> None:
        self._cells = tuple(cells)
        told = [f"{cell.label}: {plain(cell.value)}" for cell in cells]
        self.setAccessibleName(", ".join(told))
        self.setToolTip("\n".join(told))
        self.updateGeometry()
        self.update()

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return max(1, len(self._lines(width))) * self._line_height()

    def sizeHint(self) -> QSize:
        return QSize(sum(self._widths()), self._line_height())

    def minimumSizeHint(self) -> QSize:
        return QSize(theme.px(self, 120), self._line_height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        colours = theme.colours_of(self.palette())
        gap, height = theme.px(self, 16), self._line_height()
        half = (height - theme.px(self, 10)) // 2
        lines = self._lines(self.width())
        first = max(0, (self.height() - len(lines) * height) // 2) + theme.px(self, 5)
        for number, line in enumerate(lines):
            x, top = 0, first + number * height
            widths = self._fitted(line)
            for at in line:
                painter.setPen(QColor(colours.hairline))
                painter.drawLine(x, top, x, top + 2 * half)
                cell = self._cells[at]
                left = x + gap
                room = min(widths[at] - gap // 2, self.width() - x) - gap
                above = QRect(left, top, room, half)
                paint_runs(painter, above, [Run(cell.label, tone=Tone.LABEL)], self.palette())
                below = QRect(left, top + half, room, half)
                paint_runs(painter, below, cell.value, self.palette())
                x += widths[at]

    def _line_height(self) -> int:
        return 2 * (QFontMetrics(theme.face_font("strong")).height() + 3) + theme.px(self, 10)

    def _widths(self) -> list[int]:
        gap = theme.px(self, 16)
        return [
            max(width_of([Run(cell.label)]), width_of(cell.value)) + 2 * gap for cell in self._cells
        ]

    def _lines(self, width: int) -> list[list[int]]:
        shown = list(range(len(self._cells)))
        lines = self._laid(shown, width)
        for at in sorted(shown, key=lambda at: -self._cells[at].spare):
            if len(lines) <= MOST_LINES or not self._cells[at].spare:
                break
            shown.remove(at)
            lines = self._laid(shown, width)
        return lines

    def _laid(self, shown: Sequence[int], width: int) -> list[list[int]]:
        lines: list[list[int]] = [[]]
        used = 0
        widths = self._widths()
        for at in shown:
            wide = widths[at]
            needed = min(wide, theme.px(self, LEAST)) if self._cells[at].elastic else wide
            if used + needed - theme.px(self, 16) > width and lines[-1]:
                lines.append([])
                used = 0
            lines[-1].append(at)
            used += needed
        return lines

    def _fitted(self, line: Sequence[int]) -> dict[int, int]:
        """The widths of a line's cells; elastic ones take what the others leave."""
        widths = self._widths()
        found = {at: widths[at] for at in line}
        over = sum(found.values()) - theme.px(self, 16) - self.width()
        for at in line:
            if over > 0 and self._cells[at].elastic:
                given = min(over, found[at] - theme.px(self, LEAST))
                found[at] -= max(given, 0)
                over -= max(given, 0)
        return found
