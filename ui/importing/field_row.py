"""One field of the directory and the column of the list that fills it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtGui import (
    QColor,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDropEvent,
    QPainter,
    QPaintEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QMenu, QToolButton, QWidget

from app.exchange.mapping import FieldMap
from app.records.providers import Category
from ui import import_words as words
from ui import theme
from ui.field_names import field_name
from ui.importing.chips import column_of
from ui.theme import Tone
from ui.widgets.buttons import icon_button
from ui.widgets.runs import Run, RunLine

NAME_WIDE, BOX_LEAST, BOX_WIDE = 156, 96, 232
AGES = ("min_age_months", "max_age_months")
JOINED = frozenset(
    {
        *("organisation", "street", "hours_given", "note", "description", "public_note", "service"),
        "school_all_day_osm",
    }
)
"""Fields that several columns may make up together."""


class FieldRow(QWidget):
    """`changed()` when another column or value was chosen. A column dragged here fills the field,
    or joins what fills it already where that makes sense."""

    changed = Signal()

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.name = name
        self._found: FieldMap | None = None
        self._is_over = False
        self.setAcceptDrops(True)
        label = QLabel(field_name(name))
        label.setMinimumWidth(theme.px(self, NAME_WIDE))
        self._label = label
        self.box = QComboBox()
        self.box.setAccessibleName(f"{field_name(name)}: aus welcher Spalte")
        self.box.setMinimumWidth(theme.px(self, BOX_LEAST))
        self.box.setMaximumWidth(theme.px(self, BOX_WIDE))
        self.box.setSizeAdjustPolicy(
            QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        self.box.installEventFilter(self)
        self.box.activated.connect(self._chosen)
        label.setBuddy(self.box)
        self.more = icon_button("plus", f"{field_name(name)}: weitere Spalte dazunehmen", flat=True)
        self.more.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.more.setMenu(QMenu(self.more))
        self.unit = QComboBox()
        self.unit.setAccessibleName(f"{field_name(name)}: in Monaten oder Jahren")
        self.unit.addItem("in Monaten", "")
        self.unit.addItem("in Jahren", "years")
        self.unit.activated.connect(self._measured)
        self.unit.setVisible(name in AGES)
        self.sample = RunLine()
        row = QHBoxLayout(self)
        row.setContentsMargins(8, 2, 8, 2)
        row.setSpacing(8)
        row.addWidget(label)
        row.addWidget(self.box, 2)
        row.addWidget(self.more)
        row.addWidget(self.unit)
        row.addWidget(self.sample, 3)
        self.sample.setMinimumWidth(40)

    def set_columns(self, columns: Sequence[str], found: FieldMap | None) -> None:
        """What may be chosen, and what holds."""
        self._found = found
        self.box.clear()
        self.box.addItem("nicht in der Liste", None)
        if found is not None and (not found.columns or len(found.columns) > 1):
            self.box.addItem(words.origin(found), found)
        for column in columns:
            kept = found if found is not None and found.columns == (column,) else None
            self.box.addItem(f"„{column}“", kept or self._made((column,)))
        if self.name == "category":
            for category in Category:
                constant = FieldMap(value=category.value)
                if found is None or found.value != category.value:
                    self.box.addItem(words.origin(constant), constant)
        self._show(found)
        menu = self.more.menu()
        menu.clear()
        for column in columns:
            if found is not None and found.columns and column not in found.columns:
                menu.addAction(column, partial(self.join, column))
        self.more.setVisible(self.name in JOINED)
        self.more.setEnabled(not menu.isEmpty())
        if found is not None:
            self.unit.setCurrentIndex(self.unit.findData(found.shape))
        self.unit.setEnabled(found is not None)

    def found(self) -> FieldMap | None:
        """Where the field comes from, None where the list does not say it."""
        return self._found

    def tell(self, sample: str, *, doubtful: bool = False, missing: bool = False) -> None:
        """Values as they would come out; whether somebody should look; whether it has to be."""
        if missing:
            sample = "Diese Angabe muss in der Liste stehen."
        elif doubtful:
            sample = f"Stimmt das? {sample}"
        looked_at = missing or doubtful
        tone = Tone.INK if looked_at else Tone.SECOND
        icon = "info" if looked_at else ""
        self.sample.set_runs([Run(sample, strong=missing, tone=tone, icon=icon)])
        self.box.setAccessibleDescription(sample)

    def take(self, column: str) -> None:
        """Fill the field from a column."""
        self._found = self._made((column,))
        self.changed.emit()

    def join(self, column: str) -> None:
        """Take a further column in."""
        assert self._found is not None  # noqa: S101 - the menu is empty without
        columns = (*self._found.columns, column)
        self._found = replace(self._found, columns=columns, pattern=None)
        self.changed.emit()

    def give_up(self, column: str) -> None:
        """Do without this column."""
        if self._found is None or column not in self._found.columns:
            return
        rest = tuple(each for each in self._found.columns if each != column)
        self._found = replace(self._found, columns=rest) if rest else None
        self.changed.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        # turning the wheel over the list of fields scrolls it and changes no field
        if watched is self.box and isinstance(event, QWheelEvent):
            event.ignore()
            return True
        return super().eventFilter(watched, event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if column_of(event.mimeData()) is not None:
            event.acceptProposedAction()
            self._over(is_over=True)

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        super().dragLeaveEvent(event)
        self._over(is_over=False)

    def dropEvent(self, event: QDropEvent) -> None:
        self._over(is_over=False)
        column = column_of(event.mimeData())
        if column is None:
            return
        event.acceptProposedAction()
        if self._found is not None and self._found.columns and self.name in JOINED:
            self.join(column)
        else:
            self.take(column)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._is_over:
            painter = QPainter(self)
            painter.fillRect(self.rect(), QColor(theme.colours_of(self.palette()).selection))

    def _over(self, *, is_over: bool) -> None:
        self._is_over = is_over
        self.update()

    def _show(self, found: FieldMap | None) -> None:
        at = 0
        for place in range(1, self.box.count()):
            if found is not None and self.box.itemData(place) == found:
                at = place
                break
        self.box.setCurrentIndex(at)
        self._label.setProperty("face", "strong" if found is not None else "")
        self._label.style().unpolish(self._label)
        self._label.style().polish(self._label)
        theme.set_tone(self._label, Tone.INK if found is not None else Tone.SECOND)

    def _chosen(self, place: int) -> None:
        self._found = self.box.itemData(place)
        self.changed.emit()

    def _measured(self, _place: int) -> None:
        if self._found is not None:
            self._found = replace(self._found, shape=self.unit.currentData() or "")
            self.changed.emit()

    def _made(self, columns: tuple[str, ...]) -> FieldMap:
        shape = "lines" if self.name in ("hours_given", "note", "description") else ""
        if self.name in AGES:
            shape = self.unit.currentData() or ""
        return FieldMap(columns=columns, shape=shape)
