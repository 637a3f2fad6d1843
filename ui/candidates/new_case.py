"""Taking up a family: the professional and what is known at once, in the right column."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from app.done import Done
from app.records.cases import CaseDraft, PersonDraft
from app.rules.terms import MemberRole
from ui import theme
from ui.acts import Acts
from ui.asking import Asking
from ui.candidates.case_form import CaseFields, Offers
from ui.candidates.form import Form
from ui.candidates.person_form import PersonFields
from ui.candidates.section import text_label
from ui.theme import Tone

if TYPE_CHECKING:
    from app.desk import Desk

INTRO = (
    "Ein Name genügt. Alles andere lässt sich später ergänzen, auch die weiteren Personen "
    "des Haushalts."
)


class NewCaseForm(Form):
    """`saved(Done)` carries the new case in `case`; what was typed before it is left stays."""

    def __init__(self, acts: Acts, asking: Asking, parent: QWidget | None = None) -> None:
        super().__init__(acts, asking, parent)
        title = text_label("Neuer Fall", wrap=False)
        theme.set_face(title, "name")
        self.column.addWidget(title)
        self.column.addWidget(text_label(INTRO, Tone.SECOND))
        self.column.addSpacing(4)
        self._head("Fachkraft")
        self.person = PersonFields(self, MemberRole.PROFESSIONAL)
        self.column.addSpacing(8)
        self._head("Fall")
        self.case = CaseFields(self)
        self.add_buttons("Fall anlegen")
        self.column.addStretch(1)

    def start(self, offered: Offers, advisor: int | None) -> None:
        """Blank fields, unless something is typed already."""
        self.person.load_choices()
        self.case.load_choices(offered)
        if not self.is_typed:
            self.fill(
                self.person.values(PersonDraft(MemberRole.PROFESSIONAL))
                | self.case.values(CaseDraft(advisor=advisor))
            )
        self.editor("family").setFocus()

    def forget(self) -> None:
        """It was saved: the next one starts blank."""
        self.fill({})

    def command(self) -> Callable[[Desk], Done]:
        return partial(_register, self.case.draft(), self.person.draft())

    def _head(self, words: str) -> None:
        head = text_label(words, wrap=False)
        theme.set_face(head, "head")
        self.column.addWidget(head)


class ScrolledColumn(QScrollArea):
    """A column that scrolls down only, as wide as there is room."""

    def __init__(self, column: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        holder = QWidget()
        holder.setAutoFillBackground(True)
        holder.setBackgroundRole(holder.palette().ColorRole.Base)
        inner = QVBoxLayout(holder)
        inner.setContentsMargins(16, 12, 16, 16)
        inner.addWidget(column)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWidgetResizable(True)
        self.setWidget(holder)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)


def _register(draft: CaseDraft, person: PersonDraft, desk: Desk) -> Done:
    return desk.candidates.register(draft, person)
