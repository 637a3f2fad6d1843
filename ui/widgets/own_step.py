"""Writing a step of the office's own, or changing one, in place beside the plan."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QLineEdit, QVBoxLayout, QWidget

from app.errors import Reason, Refused
from app.records.plan import OwnStep, PlanView, StepView
from app.rules.terms import Role
from ui import theme, wording
from ui.widgets.buttons import primary, push
from ui.widgets.date_entry import DateEntry
from ui.widgets.field import Field
from ui.widgets.note_editor import NoteEditor
from ui.words import ROLES

LABEL_WIDE = 84


class OwnStepForm(QWidget):
    """`written(OwnStep)` with Ctrl+Enter or the button, `left()` with Esc."""

    written = Signal(object)
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._plan: PlanView | None = None
        self._title = QLineEdit()
        self._due = DateEntry()
        self._role = QComboBox()
        for role, words in ROLES.items():
            self._role.addItem(words, role)
        self._person = QComboBox()
        self._phase = QComboBox()
        self._note = NoteEditor("Notiz", "Was dabei zu beachten ist")
        for box in (self._role, self._person, self._phase):
            box.setMinimumContentsLength(8)
        self._fields = {
            "title": Field("&Was", self._title, label_wide=LABEL_WIDE),
            "due": Field("Bis &wann", self._due, label_wide=LABEL_WIDE),
            "role": Field("Wer &handelt", self._role, label_wide=LABEL_WIDE),
            "person": Field("&Für wen", self._person, label_wide=LABEL_WIDE),
            "phase": Field("&Phase", self._phase, label_wide=LABEL_WIDE),
            "note": Field("&Notiz", self._note, label_wide=LABEL_WIDE),
        }
        self._heading = QLabel()
        theme.set_face(self._heading, "head")
        self._save = primary("Speichern", self._submit, "check")
        self._save.setToolTip("Speichern (Strg+Enter)")
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(self._save)
        buttons.addWidget(push("Abbrechen", self.left.emit))
        buttons.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(8)
        column.addWidget(self._heading)
        for field in self._fields.values():
            column.addWidget(field)
        column.addSpacing(4)
        column.addLayout(buttons)
        column.addStretch(1)
        self._title.returnPressed.connect(self._submit)
        self._due.returnPressed.connect(self._submit)

    def open(self, plan: PlanView, step: StepView | None = None, phase: str = "") -> None:
        """Begin a new step of this plan, or change one; `phase` is where a new one shall stand."""
        self._plan = plan
        self._heading.setText("Eigener Schritt" if step is None else "Eigenen Schritt ändern")
        self._title.setText(step.title if step else "")
        self._due.set_day(step.due if step else None)
        self._note.set_note(step.note if step else "")
        self._fill(self._person, [(None, "alle"), *plan.head.members])
        self._fill(self._phase, [("", "ohne"), *((p.key, p.title) for p in plan.phases)])
        role = step.roles[0] if step and step.roles else Role.SERVICE_POINT
        self._role.setCurrentIndex(max(self._role.findData(role), 0))
        self._person.setCurrentIndex(max(self._person.findData(step.person if step else None), 0))
        self._phase.setCurrentIndex(max(self._phase.findData(step.phase if step else phase), 0))
        for field in self._fields.values():
            field.say("")
        self._title.setFocus(Qt.FocusReason.OtherFocusReason)

    def refuse(self, refused: Refused) -> bool:
        """Say a refusal beside its field; False where no field is named."""
        field = self._fields.get(refused.field)
        if field is None:
            return False
        field.say(wording.refused(refused))
        return True

    def field(self, name: str) -> Field:
        """A field by its name in OwnStep."""
        return self._fields[name]

    def keyPressEvent(self, event: QKeyEvent) -> None:
        entered = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        elif entered and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self._submit()
        else:
            super().keyPressEvent(event)

    @staticmethod
    def _fill(box: QComboBox, choices: list[tuple[object, str]]) -> None:
        box.clear()
        for key, words in choices:
            box.addItem(words, key)

    def _submit(self) -> None:
        if self._plan is None:
            return
        for field in self._fields.values():
            field.say("")
        if not self._title.text().strip():
            self.refuse(Refused(Reason.BLANK, "title"))
            return
        try:
            due = self._due.day()
        except Refused as refused:
            self._fields["due"].say(wording.refused(refused))
            return
        self.written.emit(
            OwnStep(
                track=self._plan.track,
                title=self._title.text(),
                due=due,
                role=self._role.currentData(),
                person=self._person.currentData(),
                phase=self._phase.currentData() or "",
                note=self._note.toPlainText(),
            )
        )
