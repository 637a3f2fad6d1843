"""What is agreed with a place that promised: from when, until when, which hours; all optional."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from app.errors import Reason, Refused
from app.records.care import CareState, ChoiceDraft
from app.rules.hours import check
from app.rules.reading_hours.reading import read_hours
from ui import wording
from ui.theme import Tone
from ui.widgets import typed_dates
from ui.widgets.buttons import primary, push
from ui.widgets.date_entry import DateEntry
from ui.widgets.field import Field
from ui.widgets.hours_echo import echo
from ui.widgets.section import text_label

LABEL = 96
NOT_HOURS = "Diese Zeiten sind nicht lesbar. Beispiel: Mo–Fr 8–14 Uhr; Mi 8–12 Uhr."


class PromiseForm(QWidget):
    """`given()` with Enter or the button, `left()` with Esc."""

    given = Signal()
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._fields = {
            "valid_from": Field("Platz a&b", DateEntry(), label_wide=LABEL),
            "valid_to": Field("b&is", DateEntry(), label_wide=32),
            "hours_osm": Field("&Zeiten", QLineEdit(), label_wide=LABEL),
        }
        hours = self._line("hours_osm")
        hours.setPlaceholderText("wie im Verzeichnis; sonst zum Beispiel Mo–Fr 8–14 Uhr")
        hours.textEdited.connect(self._read)
        self._meaning = text_label("", Tone.SECOND)
        self._meaning.hide()
        for name in self._fields:
            self._line(name).returnPressed.connect(self.given)
        self._lay_out()

    @property
    def is_begun(self) -> bool:
        """Whether anything is typed."""
        return any(self._line(name).text().strip() for name in self._fields)

    def open(self) -> None:
        """Show it and lead there."""
        self.show()
        self._line("valid_from").setFocus(Qt.FocusReason.OtherFocusReason)

    def clear(self) -> None:
        """Nothing is typed."""
        for name, field in self._fields.items():
            self._line(name).clear()
            field.say("")
        self._meaning.hide()

    def type(self, name: str, text: str) -> None:
        """Put a text into `valid_from`, `valid_to` or `hours_osm`."""
        self._line(name).setText(text)
        self._line(name).textEdited.emit(text)

    def draft(self) -> ChoiceDraft:
        """The promise without its place. Raises Refused(NOT_A_DATE, field)."""
        for field in self._fields.values():
            field.say("")
        return ChoiceDraft(
            CareState.PROMISED,
            hours_osm=self._osm(),
            valid_from=self._date("valid_from"),
            valid_to=self._date("valid_to"),
        )

    def refuse(self, refused: Refused) -> None:
        """Say why beside the field."""
        field = self._fields.get(refused.field, self._fields["valid_from"])
        not_hours = refused.reason is Reason.NOT_OPENING_HOURS
        field.say(NOT_HOURS if not_hours else wording.refused(refused))

    def reason(self) -> str:
        """What stands beside the fields."""
        return " ".join(filter(None, (field.reason() for field in self._fields.values())))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def _date(self, name: str) -> date | None:
        return typed_dates.whole(self._line(name).text(), name)

    def _osm(self) -> str:
        """The hours as a value; words are read where nothing about them is doubtful."""
        typed = self._line("hours_osm").text().strip()
        if not typed or check(typed) is None:
            return typed
        found = read_hours(typed)
        return found.osm if found.osm and not found.doubts else typed

    def _read(self) -> None:
        osm = self._osm()
        understood = bool(osm) and check(osm) is None
        self._meaning.setText(f"Verstanden als: {echo(osm)}" if understood else "")
        self._meaning.setVisible(understood)

    def _line(self, name: str) -> QLineEdit:
        editor = self._fields[name].editor
        assert isinstance(editor, QLineEdit)  # noqa: S101 - made so above
        return editor

    def _lay_out(self) -> None:
        days = QHBoxLayout()
        days.setSpacing(8)
        days.addWidget(self._fields["valid_from"], 2)
        days.addWidget(self._fields["valid_to"], 1)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(primary("Zusage speichern", self.given.emit, "check"))
        buttons.addWidget(push("Abbrechen", self.left.emit))
        buttons.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 4)
        column.setSpacing(4)
        column.addLayout(days)
        column.addWidget(self._fields["hours_osm"])
        column.addWidget(self._meaning)
        column.addLayout(buttons)
