"""One text at the right: German, its translation in place, who checked it, the acts."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QPalette, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from app.content.languages import OFFICE_LANGUAGE, is_right_to_left, language_name
from app.content.wording_checks import placeholders
from app.errors import Refused
from app.records.wordings import Matter, Standing, TextRow, Wording
from ui import theme, wording
from ui.texts import words
from ui.texts.editors import WHOLE, Placeholders, TextEditors
from ui.theme import Tone
from ui.widgets.buttons import link, primary, push
from ui.widgets.field import Field
from ui.widgets.flow import FlowLayout
from ui.widgets.scrolling import Hairline, ScrolledColumn
from ui.widgets.section import text_label


class TextPane(QWidget):
    """`edited`, `saved`, `discarded`, `checked(who)`, `unchecked`, `fitting`, `restored`: what they
    do is the screen's. `template_wanted(id)` for the German text of a step."""

    edited = Signal()
    saved = Signal()
    discarded = Signal()
    checked = Signal(str)
    unchecked = Signal()
    fitting = Signal()
    restored = Signal()
    template_wanted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.row: TextRow | None = None
        self._language = ""
        self.title = text_label("")
        theme.set_face(self.title, "name")
        self.state = text_label("", Tone.SECOND)
        self._german_head = text_label("Deutsch")
        theme.set_face(self._german_head, "head")
        self.german = TextEditors("Deutsch")
        self._head = text_label("")
        theme.set_face(self._head, "head")
        self.text = TextEditors("Übersetzung")
        self.hint = text_label("", Tone.SECOND)
        self.places = Placeholders()
        self.template = link("In den Vorlagen ändern", self._lead_to_template, "clipboard-list")
        self.by = QLineEdit()
        self.by.setPlaceholderText("Name")
        self.by_field = Field("Geprüft &von", self.by)
        self.by_field.setToolTip(words.NO_CHECKER)
        self.save = primary("Speichern", self.saved.emit, "check")
        self.save.setToolTip("Speichern (Strg+Eingabe)")
        self.discard = push("Verwerfen", self.discarded.emit, "undo-2")
        self.check = push("&Geprüft", self._check, "check")
        self.uncheck = link("Prüfvermerk zurücknehmen", self.unchecked.emit)
        self.fits = push("Passt &noch", self.fitting.emit)
        self.fits.setToolTip("Verglichen: Die Übersetzung passt zum heutigen deutschen Text")
        self.restore = push("&Mitgelieferter Text", self.restored.emit, "archive-restore")
        self._lay_out()
        self.text.edited.connect(self.edited)
        self.places.chosen.connect(self.text.put_in)
        self.by.returnPressed.connect(self._check)
        for keys in ("Ctrl+Return", "Ctrl+Enter", "Ctrl+S"):
            QShortcut(QKeySequence(keys), self, self._save_now).setContext(
                Qt.ShortcutContext.WidgetWithChildrenShortcut
            )
        self.setFocusProxy(self.text)

    def show_text(
        self, row: TextRow, language: str, forms: tuple[str, ...], typed: Wording | None
    ) -> None:
        """Show a text; `typed` is what was typed of it and not saved."""
        self.row, self._language = row, language
        is_german = language == OFFICE_LANGUAGE
        is_fixed = is_german and row.matter is not Matter.PHRASES
        self.title.setText(words.place(row))
        self.state.setText(words.told(row))
        self.german.show_forms(_forms_of(row.german), right_to_left=False, read_only=True)
        self.german.fill(row.german)
        for each in (self._german_head, self.german):
            each.setVisible(not is_german)
        self._head.setText(language_name(language))
        counted = forms if not isinstance(row.german, str) else (WHOLE,)
        self.text.show_forms(counted, right_to_left=is_right_to_left(language), read_only=is_fixed)
        self.text.fill(row.text if typed is None else typed)
        self.places.show_names(() if is_fixed else sorted(placeholders(row.german)))
        self.hint.setText(words.hint(row, german=is_german))
        self.hint.setVisible(bool(self.hint.text()))
        self.template.setVisible(is_fixed and row.matter is Matter.STEPS)
        has_text = row.text is not None and not is_german
        self.by_field.setVisible(not is_german)
        self.check.setVisible(not is_german)
        self.uncheck.setVisible(row.standing is Standing.CHECKED)
        self.fits.setVisible(has_text and row.standing is Standing.OUTDATED)
        self.restore.setVisible(row.is_own)
        self.save.setVisible(not is_fixed)
        self.discard.setVisible(not is_fixed)
        self.say("", "")
        self.show_unsaved(unsaved=typed is not None)

    def show_unsaved(self, *, unsaved: bool) -> None:
        """Whether something is typed that is not saved."""
        self.save.setEnabled(unsaved)
        self.discard.setEnabled(unsaved)

    def refuse(self, refused: Refused) -> None:
        """Say why it was not done, beside what was typed."""
        self.say(refused.field, wording.refused(refused))

    def say(self, field: str, reason: str) -> None:
        """Say a reason beside its field; a blank one takes all back."""
        self.by_field.say(reason if field == "by" else "", lead=bool(reason))
        form = WHOLE if field in ("text", "") else field
        if form not in self.text.editors:
            form = next(iter(self.text.editors), WHOLE)
        self.text.say(form, "" if field == "by" else reason)

    def _check(self) -> None:
        self.checked.emit(self.by.text().strip())

    def _save_now(self) -> None:
        if self.save.isEnabled():
            self.saved.emit()

    def _lead_to_template(self) -> None:
        if self.row is not None:
            self.template_wanted.emit(self.row.key.split(".")[2])

    def _lay_out(self) -> None:
        self.setAutoFillBackground(True)
        self.setBackgroundRole(QPalette.ColorRole.Base)
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        for widget in (self._german_head, self.german):
            column.addWidget(widget)
        column.addSpacing(10)
        for part in (self._head, self.text, self.places, self.hint):
            column.addWidget(part)
        column.addWidget(self.template, 0, Qt.AlignmentFlag.AlignLeft)
        column.addSpacing(10)
        check = QHBoxLayout()
        check.setSpacing(8)
        check.addWidget(self.by_field, 1)
        check.addWidget(self.check, 0, Qt.AlignmentFlag.AlignTop)
        check.addWidget(self.fits, 0, Qt.AlignmentFlag.AlignTop)
        column.addLayout(check)
        column.addWidget(self.uncheck, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch(1)
        scrolled = ScrolledColumn(inside)
        scrolled.setAccessibleName("Text")
        head = QVBoxLayout()
        head.setContentsMargins(16, 12, 16, 8)
        head.setSpacing(2)
        head.addWidget(self.title)
        head.addWidget(self.state)
        feet = QWidget()
        flow = FlowLayout(feet, 8)
        flow.setContentsMargins(16, 8, 16, 8)
        for button in (self.save, self.discard, self.restore):
            flow.addWidget(button)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addLayout(head)
        outer.addWidget(Hairline())
        outer.addWidget(scrolled, 1)
        outer.addWidget(Hairline())
        outer.addWidget(feet)


def _forms_of(german: Wording) -> tuple[str, ...]:
    return (WHOLE,) if isinstance(german, str) else tuple(german)
