"""The right side of a verification round: the answers of one organisation, one below the other."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from app.errors import Refused
from app.records.checking import AskedOrganisation
from app.rules.calendar import Day
from ui import theme, wording
from ui.checking import words
from ui.checking.entry import EntryPart
from ui.checking.line import FactLine, Heads
from ui.checking.typed import SHARED, Typed, text_of
from ui.theme import Tone
from ui.widgets.buttons import primary, push
from ui.widgets.date_entry import DateEntry
from ui.widgets.field import Field
from ui.widgets.scrolling import Hairline, ScrolledColumn
from ui.widgets.section import text_label
from ui.widgets.typed_dates import shown as typed_day

WIDE = 700  # pixels at 100 % from which present values stand in a column of their own


class ReplyPane(QWidget):
    """Writes straight into the `Typed` it shows. `edited` with every keystroke or choice,
    `saved` when the answers are to be written, `form_wanted(provider)`."""

    edited = Signal()
    saved = Signal()
    form_wanted = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.asked: AskedOrganisation | None = None
        self._typed = Typed()
        self.entries: dict[int, EntryPart] = {}
        self.name = text_label()
        theme.set_face(self.name, "name")
        self._about = text_label("", Tone.SECOND)
        self.confirm = push("&Alles stimmt", self.confirm_all, "check")
        self.confirm.setToolTip("Jedes Angebot ohne Antwort als unverändert richtig ankreuzen")
        self.shared = {name: FactLine(words.FIELDS[name]) for name in SHARED}
        self._heads = Heads()
        self._complaint = text_label()
        theme.set_face(self._complaint, "strong")
        self._complaint.hide()
        self.on = Field("Antwort &vom", DateEntry(), label_wide=88)
        self.confirmed_by = Field("&Bestätigt durch", QLineEdit(), label_wide=104)
        self.save = primary("Speichern und &weiter", self.saved.emit, "check")
        self.save.setToolTip("Schreibt die Antworten und geht zur nächsten (Strg+Eingabe)")
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(self.saved)
        self._column = QVBoxLayout()
        self._lay_out()
        for name, line in self.shared.items():
            line.edited.connect(lambda text, name=name: self._type_shared(name, text))
        self._on.textEdited.connect(self._type_on)
        self._by.textEdited.connect(self._type_by)
        self._by.setPlaceholderText("Name bei der Einrichtung (falls bekannt)")
        self._on.setMinimumWidth(theme.px(self, 104))

    @property
    def _on(self) -> DateEntry:
        assert isinstance(self.on.editor, DateEntry)  # noqa: S101 - made so above
        return self.on.editor

    @property
    def _by(self) -> QLineEdit:
        assert isinstance(self.confirmed_by.editor, QLineEdit)  # noqa: S101 - made so above
        return self.confirmed_by.editor

    def show_organisation(self, asked: AskedOrganisation, typed: Typed, today: date) -> None:
        """Show an organisation with what was typed about it before."""
        same = asked == self.asked and typed is self._typed
        if same:
            return
        self.asked, self._typed = asked, typed
        self.name.setText(asked.name)
        self._about.setText(words.about(asked))
        first = asked.providers[0].draft
        for name, line in self.shared.items():
            line.set_fact(text_of(first, name), typed.shared.get(name))
        self._on.setText(typed.on or typed_day(Day(today)))
        self._by.setText(typed.confirmed_by)
        for field in (self.on, self.confirmed_by):
            field.say("")
        self._complain("")
        self._build(asked, typed, today)
        self._scroll.verticalScrollBar().setValue(0)

    def confirm_all(self) -> None:
        """What has no answer yet is right as it is."""
        for part in self.entries.values():
            part.confirm()

    def start(self) -> None:
        """Ready to type."""
        self.shared[SHARED[0]].editor.setFocus(Qt.FocusReason.OtherFocusReason)

    def refuse(self, refused: Refused) -> None:
        """Say the reason beside its field."""
        provider = refused.facts.get("provider")
        said = wording.refused(refused)
        if refused.field in self.shared:
            self.shared[refused.field].say(said)
        elif refused.field == "on":
            self.on.say(said)
        elif refused.field == "shared":
            self._complain(words.ATTACH)
        elif isinstance(provider, int) and provider in self.entries:
            place = self.entries[provider].refuse(refused)
            self._scroll.ensureWidgetVisible(place, 0, theme.px(self, 48))
        else:
            self._complain(said)

    def complaint(self) -> str:
        """What is said above the fields, where it is about none of them."""
        return self._complaint.text()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._spread()

    def _spread(self) -> None:
        wide = self.width() >= theme.px(self, WIDE)
        self._heads.setVisible(wide)
        for line in self.shared.values():
            line.set_wide(wide=wide)
        for part in self.entries.values():
            part.set_room(wide=wide)

    def _build(self, asked: AskedOrganisation, typed: Typed, today: date) -> None:
        while (item := self._column.takeAt(0)) is not None:
            if widget := item.widget():
                widget.hide()
                widget.deleteLater()
        self.entries = {}
        before: QWidget = self.shared[SHARED[-1]].editor
        for entry in asked.providers:
            part = EntryPart(entry, typed.entry(entry.id), today)
            part.edited.connect(self._edited)
            part.form_wanted.connect(self.form_wanted)
            self.entries[entry.id] = part
            self._column.addWidget(Hairline())
            self._column.addWidget(part)
            QWidget.setTabOrder(before, part)
            before = part
        self._spread()

    def _type_shared(self, name: str, text: str) -> None:
        assert self.asked is not None  # noqa: S101 - nothing can be typed before
        if text.strip() == text_of(self.asked.providers[0].draft, name).strip():
            self._typed.shared.pop(name, None)
        else:
            self._typed.shared[name] = text
        if len(self.entries) == 1:
            self.confirm_all()
        self._edited()

    def _type_on(self, text: str) -> None:
        self._typed.on = text
        self.on.say("")
        self.edited.emit()

    def _type_by(self, text: str) -> None:
        self._typed.confirmed_by = text
        self.edited.emit()

    def _edited(self) -> None:
        self._complain("")
        self.edited.emit()

    def _complain(self, text: str) -> None:
        self._complaint.setText(text)
        self._complaint.setVisible(bool(text))

    def _lay_out(self) -> None:
        told = QVBoxLayout()
        told.setSpacing(0)
        told.addWidget(self.name)
        told.addWidget(self._about)
        head = QHBoxLayout()
        head.setContentsMargins(16, 12, 16, 8)
        head.setSpacing(8)
        head.addLayout(told, 1)
        head.addWidget(self.confirm, 0, Qt.AlignmentFlag.AlignTop)
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self._complaint)
        column.addWidget(self._heads)
        for line in self.shared.values():
            column.addWidget(line)
        self._column.setContentsMargins(0, 8, 0, 0)
        self._column.setSpacing(12)
        column.addLayout(self._column)
        column.addStretch(1)
        self._scroll = ScrolledColumn(inside)
        self._scroll.setAccessibleName("Antworten der Einrichtung")
        feet = QHBoxLayout()
        feet.setContentsMargins(16, 8, 16, 12)
        feet.setSpacing(16)
        feet.addWidget(self.on, 2)
        feet.addWidget(self.confirmed_by, 4)
        feet.addWidget(self.save, 0, Qt.AlignmentFlag.AlignTop)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addLayout(head)
        outer.addWidget(self._scroll, 1)
        outer.addWidget(Hairline())
        outer.addLayout(feet)
