"""The whole office for screen readers: a list of cases, each with its milestones as items."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QAccessibleWidget

from ui.onboarding import office_words
from ui.onboarding.heard_items import HeardItem, hear

if TYPE_CHECKING:
    from ui.onboarding.office import OfficeSheet


def install() -> None:
    """Make office sheets heard; does nothing the second time."""
    from ui.onboarding.office import OfficeSheet

    hear(OfficeSheet, HeardOffice)


class HeardOffice(QAccessibleWidget):
    """A list; its rows are made when they are asked for."""

    def __init__(self, sheet: OfficeSheet) -> None:
        super().__init__(sheet, QAccessible.Role.List, sheet.accessibleName())
        self._sheet = sheet
        self._rows: dict[int, HeardRow] = {}

    def childCount(self) -> int:
        return len(self._sheet.rows)

    def child(self, index: int) -> QAccessibleInterface | None:  # type: ignore[override]
        if not 0 <= index < len(self._sheet.rows):
            return None
        if index not in self._rows:
            self._rows[index] = HeardRow(self._sheet, self, index)
        return self._rows[index]

    def indexOfChild(self, child: QAccessibleInterface | None) -> int:
        return child.at if isinstance(child, HeardRow) else -1

    def focusChild(self) -> QAccessibleInterface | None:  # type: ignore[override]
        return self.child(self._sheet.current) if self._sheet.hasFocus() else None

    def childAt(self, x: int, y: int) -> QAccessibleInterface | None:  # type: ignore[override]
        found = self._sheet.row_at_global(x, y)
        return self.child(found) if found >= 0 else None


class HeardRow(HeardItem):
    """One case: its current mark where one walks in it, then who it is and what is next."""

    def __init__(self, sheet: OfficeSheet, parent: HeardOffice, at: int) -> None:
        super().__init__(sheet, parent, at)
        self._sheet = sheet
        self._marks: dict[int, HeardMark] = {}

    def isValid(self) -> bool:
        return self.at < len(self._sheet.rows)

    def is_current(self) -> bool:
        return self._sheet.current == self.at

    def rect(self) -> QRect:
        return self._sheet.row_rect(self.at)

    def childCount(self) -> int:
        if not self.isValid():
            return 0
        row = self._sheet.rows[self.at]
        return row.end - row.first

    def child(self, index: int) -> QAccessibleInterface | None:  # type: ignore[override]
        if not 0 <= index < self.childCount():
            return None
        if index not in self._marks:
            self._marks[index] = HeardMark(self._sheet, self, index)
        return self._marks[index]

    def indexOfChild(self, child: QAccessibleInterface | None) -> int:
        return child.at if isinstance(child, HeardMark) else -1

    def text(self, kind: QAccessible.Text) -> str:
        timeline = self._sheet.timeline
        if not self.isValid() or timeline is None or kind != QAccessible.Text.Name:
            return ""
        row = timeline.rows[self.at]
        told = office_words.row(timeline, row)
        walked = self.is_current() and self._sheet.mark > row.first
        return f"{office_words.mark(timeline, self._sheet.mark)}; {told}" if walked else told


class HeardMark(HeardItem):
    """One open milestone of a case, the `at`-th of its row."""

    def __init__(self, sheet: OfficeSheet, parent: HeardRow, at: int) -> None:
        super().__init__(sheet, parent, at)
        self._sheet = sheet
        self._row = parent

    def _number(self) -> int:
        return self._sheet.rows[self._row.at].first + self.at

    def isValid(self) -> bool:
        return self._row.isValid() and self.at < self._row.childCount()

    def is_current(self) -> bool:
        return self._sheet.mark == self._number()

    def rect(self) -> QRect:
        return self._sheet.mark_rect(self._number()) if self.isValid() else QRect()

    def text(self, kind: QAccessible.Text) -> str:
        timeline = self._sheet.timeline
        if not self.isValid() or timeline is None or kind != QAccessible.Text.Name:
            return ""
        return office_words.mark(timeline, self._number())
