"""Sentences that only some households need: each with its condition and its text."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.records.templates import NoteDraft, StepDraft
from ui import theme
from ui.templates.pair import TextPair
from ui.templates.part import Part
from ui.widgets.buttons import icon_button, link
from ui.widgets.condition_form import ConditionForm, ConditionWords
from ui.widgets.section import text_label
from ui.widgets.stack import Item, Stack

ALWAYS = "Noch keine Bedingung: Für wen ist der Hinweis?"


class NoteBox(Item):
    """One note."""

    def __init__(self, note: NoteDraft, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.text = TextPair("Hinweis", lines=2)
        self.condition = ConditionForm(ConditionWords(always=ALWAYS))
        self._head = text_label("")
        theme.set_face(self._head, "strong")
        self.remove = icon_button("trash-2", "Hinweis entfernen", self.removed.emit, flat=True)
        head = QHBoxLayout()
        head.addWidget(self._head, 1)
        head.addWidget(self.remove)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 8)
        column.setSpacing(4)
        column.addLayout(head)
        column.addWidget(self.text)
        column.addWidget(self.condition)
        self.text.fill(note.text)
        self.condition.fill(note.when)
        self.text.edited.connect(self.edited)
        self.condition.edited.connect(self.edited)
        self.condition.rebuilt.connect(self.rebuilt)

    def note(self) -> NoteDraft:
        """The note as it stands here."""
        return NoteDraft(self.condition.rows(), self.text.texts())

    def number(self, at: int) -> None:
        """Say which of the notes it is."""
        self._head.setText(f"Hinweis {at + 1}")
        self.remove.setAccessibleName(f"Hinweis {at + 1} entfernen")
        for editor in self.text.editors.values():
            language = editor.accessibleName().rpartition(", ")[2]
            editor.setAccessibleName(f"Hinweis {at + 1}, {language}")


class NotesPart(Part):
    """All notes of a step, in their order."""

    heading = "Hinweise für einzelne Haushalte"

    def __init__(self) -> None:
        super().__init__()
        self._stack: Stack[NoteBox] = Stack()
        self.add_note = link("Hinweis hinzufügen", self._new, "plus")
        self.add_stack("notes", self._stack, self.add_note, "Stehen unter der Erklärung")
        self._stack.counted.connect(self._number)

    @property
    def boxes(self) -> list[NoteBox]:
        """The notes shown."""
        return self._stack.items

    def fill(self, draft: StepDraft) -> None:
        if tuple(box.note() for box in self.boxes) != draft.notes:
            self._stack.show_items(map(NoteBox, draft.notes))

    def taken(self, draft: StepDraft) -> StepDraft:
        return replace(draft, notes=tuple(box.note() for box in self.boxes))

    def _new(self) -> None:
        box = NoteBox(NoteDraft((), {}))
        self._stack.add(box)
        box.text.setFocus(Qt.FocusReason.OtherFocusReason)

    def _number(self) -> None:
        for at, box in enumerate(self.boxes):
            box.number(at)
