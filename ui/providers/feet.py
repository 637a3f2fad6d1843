"""Below the form: save, discard, confirm; archive with a reason, and where the entry is named."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from app.records.directory import ProviderView
from ui import theme
from ui.providers import words
from ui.widgets.buttons import link, primary, push
from ui.widgets.flow import FlowLayout
from ui.widgets.inline_ask import InlineAsk
from ui.words import OFFICE_TYPES

_CODES = {kind.value: text for kind, text in OFFICE_TYPES.items()}


class ProviderFeet(QWidget):
    """`saved()`, `discarded()`, `checked()`, `archived(reason)`, `restored()`."""

    saved = Signal()
    discarded = Signal()
    checked = Signal()
    archived = Signal(str)
    restored = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._view: ProviderView | None = None
        self._save = primary("Speichern", self.saved.emit, "check")
        self._save.setToolTip("Speichern (Strg+Enter); „geprüft am“ bleibt, wie es ist")
        self._discard = push("Verwerfen", self.discarded.emit)
        self._check = push("Stimmt noch", self.checked.emit, "check")
        self._archive = link("Archivieren …", self.ask_reason, "archive")
        self._restore = push("Zurückholen", self.restored.emit, "archive-restore")
        reason = QLineEdit()
        reason.setPlaceholderText("zum Beispiel: geschlossen seit 08/2026")
        self.ask = InlineAsk("Warum archivieren?", "Archivieren", reason)
        self.ask.given.connect(self._given)
        self.ask.left.connect(self._leave_question)
        self._buttons = QWidget()
        row = FlowLayout(spacing=8)
        self._buttons.setLayout(row)
        for button in (self._save, self._discard, self._check, self._restore):
            row.addWidget(button)
        self._aside = QWidget()  # as high as the buttons beside it
        self._aside.setFixedHeight(theme.px(self, theme.CONTROL))
        aside = QVBoxLayout(self._aside)
        aside.setContentsMargins(0, 0, 0, 0)
        aside.addWidget(self._archive)
        row.addWidget(self._aside)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 8, 16, 12)
        column.setSpacing(8)
        column.addWidget(self.ask)
        column.addWidget(self._buttons)
        self._leave_question()

    def about(self, view: ProviderView | None) -> None:
        """The acts that fit an entry; None for one that is not saved yet."""
        archived = view is not None and view.archived_on is not None
        if view is None or self._view is None or view.id != self._view.id or archived:
            self._leave_question()
        self._view = view
        self._check.setVisible(view is not None and not archived)
        self._aside.setVisible(view is not None and not archived)
        self._restore.setVisible(archived)
        self.typed(changed=False)

    def typed(self, *, changed: bool) -> None:
        """Whether something is typed that is not saved: then it can be discarded, and is saved
        before anybody says that it is right."""
        self._discard.setVisible(changed or self._view is None)
        self._check.setEnabled(not changed)
        self._check.setToolTip(
            "Bitte erst speichern, dann bestätigen"
            if changed
            else "Sie haben die Angaben geprüft: setzt nur „geprüft am“"
        )

    def refuse(self, reason: str) -> None:
        """Say why the entry was not archived."""
        self.ask.say(reason)

    def ask_reason(self) -> None:
        """Ask why the entry is archived, saying where it is named."""
        self.ask.set_label(self._question())
        self._buttons.hide()
        self.ask.open()

    def _leave_question(self) -> None:
        self.ask.hide()
        self._buttons.show()

    def _question(self) -> str:
        """Where the entry is named now and stays so, then the question."""
        view = self._view
        named = list(words.uses(view.used_by)) if view else []
        if view is not None and view.draft.office_type:
            named.append(f"Zuständig als {_CODES.get(view.draft.office_type, '')}")
        if not named:
            return "Warum archivieren? Der Eintrag wird nicht mehr vorgeschlagen, aber aufbewahrt."
        return (
            f"{'. '.join(named)}. Dort bleibt der Name stehen, vorgeschlagen wird der Eintrag "
            "nicht mehr. Warum archivieren?"
        )

    def _given(self) -> None:
        self.archived.emit(self.ask.editor.text())
