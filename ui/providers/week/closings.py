"""Closing days, one below the other: from, until, why."""

from __future__ import annotations

import re
from datetime import date

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLineEdit, QToolButton, QVBoxLayout, QWidget

from app.errors import Refused
from app.rules.calendar import Precision
from app.rules.week_plan import YEARLY, ClosingDays
from ui import theme
from ui.providers.week import words
from ui.theme import Tone
from ui.widgets.buttons import icon_button, link
from ui.widgets.date_entry import read_day
from ui.widgets.paragraphs import wrapped
from ui.widgets.section import text_label

DATE_WIDE, ABREAST = 92, 320  # pixels at 100 %
_NO_YEAR = re.compile(r"(?:[A-Za-z]{2},? +)?(\d{1,2})\.\s?(\d{1,2})\.?")


class NotADay(ValueError):
    """A text is no day; its argument is the text."""


def read_closing_day(text: str) -> tuple[date, bool] | None:
    """A day, and whether it is one of every year (24.12.); None for blank. Raises NotADay."""
    bare = text.strip()
    try:
        if found := _NO_YEAR.fullmatch(bare):
            return date(YEARLY, int(found[2]), int(found[1])), True
        day = read_day(bare)
    except (Refused, ValueError):
        raise NotADay(bare) from None
    if day is None:
        return None
    if day.precision is not Precision.DAY:
        raise NotADay(bare)
    return day.on, False


class ClosingRow(QWidget):
    """`changed` with each letter, `removed` by its button."""

    changed = Signal()
    removed = Signal()

    def __init__(self, closed: ClosingDays | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.first, self.last, self.reason = QLineEdit(), QLineEdit(), QLineEdit()
        self.remove: QToolButton = icon_button("x", "Schließtage entfernen", flat=True)
        self.remove.clicked.connect(self.removed)
        self._wrong = wrapped()
        theme.set_face(self._wrong, "strong")
        self._wrong.hide()
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(4)
        self._grid.setVerticalSpacing(2)
        named = (
            (self.first, "Geschlossen von", "von"),
            (self.last, "Geschlossen bis", "bis"),
            (self.reason, "Grund der Schließung", "Grund, zum Beispiel Betriebsferien"),
        )
        for line, name, hint in named:
            line.setAccessibleName(name)
            line.setPlaceholderText(hint)
            line.textEdited.connect(self._typed)
            if line is not self.reason:
                line.setFixedWidth(theme.px(self, DATE_WIDE))
                line.setToolTip("24.12.2026, oder 24.12. für jedes Jahr")
                line.editingFinished.connect(self.check)
        self._grid.addWidget(self.first, 0, 0)
        self._grid.addWidget(self.last, 0, 1)
        self._grid.addWidget(self.remove, 0, 3)
        self._grid.addWidget(self._wrong, 2, 0, 1, 4)
        self._grid.setColumnStretch(2, 1)
        self._is_abreast = False
        self._lay()
        if closed is not None:
            self._show(closed)

    @property
    def fields(self) -> tuple[QWidget, ...]:
        """What Tab comes to, in order."""
        return (self.first, self.last, self.reason, self.remove)

    @property
    def is_blank(self) -> bool:
        return not any(line.text().strip() for line in (self.first, self.last, self.reason))

    def closed(self) -> ClosingDays | None:
        """What is typed, None for a blank row. Raises ValueError that says what is wrong."""
        if self.is_blank:
            return None
        try:
            first, last = read_closing_day(self.first.text()), read_closing_day(self.last.text())
        except NotADay as wrong:
            raise ValueError(words.NOT_A_DAY.format(text=wrong.args[0])) from None
        if first is None:
            raise ValueError(words.NO_FIRST_DAY)
        last = last or first
        if first[1] != last[1]:
            raise ValueError(words.BOTH_OR_NONE)
        reason = " ".join(self.reason.text().replace('"', "'").split())
        if first[1]:
            return ClosingDays.each_year(first[0], last[0], reason)
        if last[0] < first[0]:
            raise ValueError(words.ENDS_FIRST)
        return ClosingDays(first[0], last[0], reason)

    def check(self) -> None:
        """Say what is wrong; the days are shown as they were read where nothing is."""
        try:
            closed = self.closed()
        except ValueError as wrong:
            self.say(str(wrong))
            return
        self.say("")
        if closed is not None:
            self._show_days(closed)

    def say(self, reason: str) -> None:
        self._wrong.setText(reason)
        self._wrong.setVisible(bool(reason))
        for line in (self.first, self.last):
            line.setAccessibleDescription(reason)
            line.setProperty("wrong", "true" if reason else "false")
            line.style().unpolish(line)
            line.style().polish(line)

    def said(self) -> str:
        """What is said to be wrong."""
        return self._wrong.text()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if (self.width() >= theme.px(self, ABREAST)) != self._is_abreast:
            self._is_abreast = not self._is_abreast
            self._lay()

    def minimumSizeHint(self) -> QSize:
        wide = theme.px(self, 2 * DATE_WIDE) + self.remove.sizeHint().width() + 12
        return QSize(wide, super().minimumSizeHint().height())

    def _lay(self) -> None:
        """Put the reason beside the days, or beneath them."""
        self._grid.removeWidget(self.reason)
        if self._is_abreast:
            self._grid.addWidget(self.reason, 0, 2)
        else:
            self._grid.addWidget(self.reason, 1, 0, 1, 4)

    def _typed(self) -> None:
        if self._wrong.text():
            self.say("")
        self.changed.emit()

    def _show(self, closed: ClosingDays) -> None:
        self._show_days(closed)
        self.reason.setText(closed.reason)
        self.reason.setCursorPosition(0)

    def _show_days(self, closed: ClosingDays) -> None:
        self.first.setText(words.typed_day(closed.first, yearly=closed.yearly))
        alone = closed.first == closed.last
        self.last.setText("" if alone else words.typed_day(closed.last, yearly=closed.yearly))


class ClosingList(QWidget):
    """`changed` with each letter; a row left blank counts for nothing."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows: list[ClosingRow] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(4)
        self.add_link = link("Hinzufügen", self.add, "plus")
        self.add_link.setAccessibleName("Schließtage hinzufügen")
        label = text_label("Schließtage", Tone.LABEL, wrap=False)
        head = QHBoxLayout()
        head.addWidget(label, 1)
        head.addWidget(self.add_link)
        self._column.addLayout(head)

    def set_closed(self, closing: tuple[ClosingDays, ...]) -> None:
        """Show these, without telling."""
        for row in self.rows:
            row.hide()
            row.deleteLater()
        self.rows = []
        for closed in closing:
            self._add(ClosingRow(closed))

    def closed(self) -> tuple[ClosingDays, ...]:
        """All that is right; what is wrong is left out and `is_wrong`."""
        found = []
        for row in self.rows:
            try:
                found.append(row.closed())
            except ValueError:
                continue
        return tuple(closed for closed in found if closed is not None)

    @property
    def is_wrong(self) -> bool:
        try:
            for row in self.rows:
                row.closed()
        except ValueError:
            return True
        return False

    def check(self) -> None:
        for row in self.rows:
            row.check()

    def lead(self) -> None:
        """Lead to the first row that is wrong."""
        for row in self.rows:
            if row.said():
                row.first.setFocus(Qt.FocusReason.OtherFocusReason)
                return

    def add(self) -> None:
        """A blank row to type into."""
        row = self._add(ClosingRow())
        row.show()  # else it takes no focus before the next turn of the events
        row.first.setFocus(Qt.FocusReason.OtherFocusReason)

    def _add(self, row: ClosingRow) -> ClosingRow:
        before: QWidget = self.rows[-1].remove if self.rows else self.add_link
        self.rows.append(row)
        self._column.addWidget(row)
        for field in row.fields:
            QWidget.setTabOrder(before, field)
            before = field
        row.changed.connect(self.changed)
        row.removed.connect(self._remove)
        return row

    def _remove(self) -> None:
        row = self.sender()
        if isinstance(row, ClosingRow) and row in self.rows:
            self.rows.remove(row)
            row.hide()
            row.deleteLater()
            self.add_link.setFocus(Qt.FocusReason.OtherFocusReason)
            self.changed.emit()
