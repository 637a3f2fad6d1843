"""One provider, edited in place; what was typed stays until it is saved or discarded."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from app.errors import Refused
from app.records.directory import ProviderView
from app.records.providers import Category, ProviderDraft
from ui import theme, wording
from ui.providers import words
from ui.providers.area import AreaList
from ui.theme import Tone
from ui.widgets.buttons import link, primary, push
from ui.widgets.field import Field
from ui.words import OFFICE_TYPES

_YES_NO = ((None, "unbekannt"), (True, "ja"), (False, "nein"))
_SECTIONS: tuple[tuple[str, tuple[tuple[str, str], ...]], ...] = (
    (
        "Einrichtung",
        (
            ("organisation", "&Name"),
            ("category", "&Art"),
            ("operator", "&Träger"),
            ("service", "An&gebot"),
            ("description", "Beschrei&bung"),
        ),
    ),
    (
        "Anschrift",
        (
            ("street", "&Straße, Nr."),
            ("postcode", "&PLZ"),
            ("town", "&Ort"),
            ("latitude", "Breite (Grad)"),
            ("longitude", "Länge (Grad)"),
            ("accessible", "Barrierefrei"),
        ),
    ),
    (
        "Erreichbar",
        (
            ("phone", "Tele&fon"),
            ("email", "&E-Mail"),
            ("website", "&Internet"),
            ("languages", "Sp&rachen"),
        ),
    ),
    (
        "Zeiten und Plätze",
        (
            ("hours_given", "&Zeiten, wie angegeben"),
            ("hours_osm", "Zeiten (OSM)"),
            ("min_age_months", "Alter ab (Monate)"),
            ("max_age_months", "Alter bis (Monate)"),
            ("places", "P&lätze"),
        ),
    ),
    (
        "Zuständigkeit",
        (
            ("office_type", "Zuständig als"),
            ("area", "für"),
        ),
    ),
    ("Notiz", (("note", "Noti&z"),)),
)
_NUMBERS = {"min_age_months", "max_age_months", "places"}
_DEGREES = {"latitude", "longitude"}
_LONG = {"description", "note"}


class NotANumber(ValueError):
    """A field that wants a number holds something else; `args[0]` names it."""


class ProviderForm(QWidget):
    """`saved(ProviderDraft)`, `checked()`, `archived(reason)`, `restored()`, `discarded()`."""

    saved = Signal(object)
    checked = Signal()
    archived = Signal(str)
    restored = Signal()
    discarded = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._view: ProviderView | None = None
        self._shown = ProviderDraft(organisation="")
        self._title = QLabel()
        theme.set_face(self._title, "name")
        self._state = QLabel()
        theme.set_tone(self._state, Tone.SECOND)
        for label in (self._title, self._state):
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setWordWrap(True)
        self._fields: dict[str, Field] = {}
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(16, 12, 16, 12)
        column.setSpacing(8)
        for heading, names in _SECTIONS:
            label = QLabel(heading)
            theme.set_face(label, "head")
            column.addSpacing(4)
            column.addWidget(label)
            for name, text in names:
                self._fields[name] = Field(text, _editor(name), label_wide=128)
                column.addWidget(self._fields[name])
        column.addStretch(1)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QScrollArea.Shape.NoFrame)
        scroll.setWidget(body)
        scroll.setAccessibleName("Angaben des Anbieters")
        self._scroll = scroll
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addLayout(self._head())
        outer.addWidget(scroll, 1)
        outer.addLayout(self._feet())
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            QShortcut(
                QKeySequence(keys), self, self.save, Qt.ShortcutContext.WidgetWithChildrenShortcut
            )

    @property
    def is_new(self) -> bool:
        return self._view is None

    @property
    def is_changed(self) -> bool:
        """Whether something was typed that is not saved."""
        try:
            return self.draft() != self._shown
        except NotANumber:
            return True

    def begin(self) -> None:
        """An empty form for a new provider."""
        self._view = None
        self._fill(ProviderDraft(organisation="", category=Category.KITA))
        self._title.setText("Neuer Anbieter")
        self._state.setText("Noch nicht gespeichert.")
        self._acts()
        self._fields["organisation"].editor.setFocus()

    def show_provider(self, view: ProviderView, today: date) -> None:
        """Fill in a provider; half-typed text of the same one stays."""
        same = self._view is not None and self._view.id == view.id
        if not (same and self.is_changed):
            self._fill(view.draft)
        self._view = view
        self._title.setText(view.draft.organisation)
        self._state.setText(_state(view, today))
        self._acts()

    def draft(self) -> ProviderDraft:
        """What stands in the fields; raises `NotANumber`."""
        typed: dict[str, object] = {}
        for name, field in self._fields.items():
            editor = field.editor
            if isinstance(editor, QComboBox):
                typed[name] = editor.currentData()
                continue
            if isinstance(editor, AreaList):
                typed[name] = editor.keys()
                continue
            plain = isinstance(editor, QPlainTextEdit)
            text = editor.toPlainText() if plain else editor.text()  # type: ignore[attr-defined]
            typed[name] = _value(name, text)
        return replace(self._shown, **typed)  # type: ignore[arg-type]

    def save(self) -> None:
        for field in self._fields.values():
            field.say("")
        try:
            draft = self.draft()
        except NotANumber as wrong:
            self._fields[wrong.args[0]].say("Hier gehört eine Zahl hin.")
            return
        self.saved.emit(draft)

    def settle(self) -> None:
        """What is typed is saved now."""
        self._shown = self.draft()

    def refuse(self, refused: Refused) -> None:
        """Say the reason beside its field."""
        field = self._fields.get(refused.field)
        if field is not None:
            field.say(wording.refused(refused))

    def reason_of(self, name: str) -> str:
        return self._fields[name].reason()

    def editor(self, name: str) -> QWidget:
        return self._fields[name].editor

    def _head(self) -> QVBoxLayout:
        head = QVBoxLayout()
        head.setContentsMargins(16, 12, 16, 8)
        head.setSpacing(4)
        head.addWidget(self._title)
        head.addWidget(self._state)
        return head

    def _feet(self) -> QVBoxLayout:
        self._save = primary("Speichern", self.save, "check", key="")
        self._discard = push("Verwerfen", self._discarded)
        self._check = push("Stimmt noch", self.checked.emit, "check")
        self._check.setToolTip("Sie haben die Angaben geprüft: setzt nur „geprüft am“")
        self._archive = link("Archivieren …", self._ask_reason, "archive")
        self._restore = push("Zurückholen", self.restored.emit, "archive-restore")
        self._reason = QLineEdit()
        self._reason.setPlaceholderText("Warum? Zum Beispiel: geschlossen seit 08/2026")
        self._reason.setAccessibleName("Grund der Archivierung")
        self._reason.returnPressed.connect(self._archive_now)
        self._reason.hide()
        row = QHBoxLayout()
        row.setSpacing(8)
        for button in (self._save, self._discard, self._check, self._restore):
            row.addWidget(button)
        row.addStretch(1)
        row.addWidget(self._archive)
        feet = QVBoxLayout()
        feet.setContentsMargins(16, 8, 16, 12)
        feet.setSpacing(8)
        feet.addWidget(self._reason)
        feet.addLayout(row)
        return feet

    def _acts(self) -> None:
        view = self._view
        archived = view is not None and view.archived_on is not None
        self._discard.setVisible(view is None)
        self._check.setVisible(view is not None and not archived)
        self._archive.setVisible(view is not None and not archived)
        self._restore.setVisible(archived)
        self._reason.hide()

    def _fill(self, draft: ProviderDraft) -> None:
        self._shown = draft
        for name, field in self._fields.items():
            field.say("")
            value = getattr(draft, name)
            editor = field.editor
            if isinstance(editor, QComboBox):
                editor.setCurrentIndex(editor.findData(value))
            elif isinstance(editor, AreaList):
                editor.choose(value)
            elif isinstance(editor, QPlainTextEdit):
                editor.setPlainText(value)
            elif isinstance(editor, QLineEdit):
                editor.setText(_text(value))
                editor.setCursorPosition(0)
        self._scroll.verticalScrollBar().setValue(0)

    def _discarded(self) -> None:
        self._fill(self._shown)
        self.discarded.emit()

    def _ask_reason(self) -> None:
        self._reason.show()
        self._reason.setFocus()

    def _archive_now(self) -> None:
        self.archived.emit(self._reason.text())
        self._reason.clear()


def _editor(name: str) -> QWidget:
    if name == "category":
        return _choice([(category, text) for category, text in words.CATEGORIES.items()])
    if name == "accessible":
        return _choice(list(_YES_NO))
    if name == "office_type":
        kinds = sorted(OFFICE_TYPES.items(), key=lambda pair: pair[1].casefold())
        return _choice([("", "ohne Zuständigkeit"), *((kind.value, text) for kind, text in kinds)])
    if name == "area":
        return AreaList()
    if name in _LONG:
        editor = QPlainTextEdit()
        editor.setTabChangesFocus(True)
        editor.setFixedHeight(theme.px(editor, 64))
        return editor
    line = QLineEdit()
    if name == "hours_osm":
        line.setPlaceholderText("Mo-Th 07:30-16:00; Fr 07:30-14:00")
    return line


def _choice(values: list[tuple[object, str]]) -> QComboBox:
    box = QComboBox()
    for value, text in values:
        box.addItem(text, value)
    return box


def _value(name: str, text: str) -> object:
    if name == "languages":
        return tuple(part for part in text.replace(",", " ").split() if part)
    if name in _NUMBERS or name in _DEGREES:
        try:
            bare = text.strip().replace(",", ".")
            return None if not bare else int(bare) if name in _NUMBERS else float(bare)
        except ValueError:
            raise NotANumber(name) from None
    return text


def _text(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, tuple):
        return ", ".join(value)
    if isinstance(value, float):
        return repr(value).replace(".", ",")
    return str(value)


def _state(view: ProviderView, today: date) -> str:
    category = view.draft.category
    parts = [words.checked(view.checked_on, view.checked_by, today, category)]
    parts.append(f"gespeichert {wording.moment(view.saved_at, today)}")
    if view.archived_on is not None:
        parts = [f"Archiviert am {wording.day(view.archived_on)}: {view.archived_because}", *parts]
    if view.used_by:
        names = "; ".join(use.name for use in view.used_by[:5])
        parts.append(f"Arbeitgeber von {names}")
    return " · ".join(part[:1].upper() + part[1:] for part in parts)
