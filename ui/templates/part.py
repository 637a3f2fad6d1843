"""A part of the form: a heading, fields with their faults beside them, what it reads and writes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import ClassVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from app.records.templates import StepDraft
from ui import theme
from ui.templates import words
from ui.widgets.choices import Choice
from ui.widgets.date_entry import DateEntry
from ui.widgets.field import Field
from ui.widgets.section import Section
from ui.widgets.stack import I, Stack

LABEL_WIDE = 128
CHOICE_WIDE = 400


class Part(Section):
    """`edited` with every change by hand, `rebuilt` when controls came or went.

    Subclasses say which fields of StepDraft are theirs, fill them in and read them.
    """

    edited = Signal()
    rebuilt = Signal()
    heading: ClassVar[str]

    def __init__(self, *acts: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(self.heading, *acts, parent=parent, air=8)
        self.fields: dict[str, Field] = {}

    def fill(self, draft: StepDraft) -> None:
        """Show what a step says, without telling."""
        raise NotImplementedError

    def taken(self, draft: StepDraft) -> StepDraft:
        """The step with what stands in this part's fields."""
        raise NotImplementedError

    def add(self, name: str, label: str, editor: QWidget) -> Field:
        """Put a field of StepDraft below the others."""
        if isinstance(editor, Choice | DateEntry):
            editor.setMaximumWidth(theme.px(self, CHOICE_WIDE))
        field = Field(label, editor, label_wide=LABEL_WIDE)
        row = field.layout()
        if isinstance(row, QBoxLayout):
            row.addStretch()  # what is narrower stands at the left
        self.fields[name] = field
        self.body.addWidget(field)
        return field

    def add_wide(self, name: str, editor: QWidget, beside: str) -> Field:
        """Put the one field of a part below its heading, across the whole width."""
        field = Field("", editor, label_wide=0)
        field.label.hide()
        editor.setAccessibleName(words.FIELDS[name])
        self.fields[name] = field
        self.say(self.heading, beside)
        self.body.addWidget(field)
        return field

    def add_stack(self, name: str, stack: Stack[I], adds: QWidget, beside: str) -> None:
        """Put what comes and goes below the heading, and below it the link that adds one."""
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(stack)
        column.addWidget(adds, 0, Qt.AlignmentFlag.AlignLeft)
        holder.setFocusProxy(adds)
        stack.after = adds
        stack.edited.connect(self.edited)
        stack.rebuilt.connect(self.rebuilt)
        self.add_wide(name, holder, beside)

    def tell(self, faults: Mapping[str, Sequence[str]]) -> None:
        """What is wrong, beside each field; what is right is taken back. Focus stays."""
        for name, field in self.fields.items():
            field.say("\n".join(faults.get(name, ())), lead=False)
