"""Entering who fills a role, for the whole case or for one step alone, in place in the pane."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QHBoxLayout,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from app.done import Done
from app.errors import Reason, Refused
from app.records.roles import HolderDraft, HolderView
from app.rules.terms import Role
from ui import wording
from ui.widgets.buttons import primary, push
from ui.widgets.field import Field
from ui.widgets.paragraphs import quiet_link
from ui.words import ROLES

if TYPE_CHECKING:
    from app.desk import Desk

LABEL_WIDE = 72


class HolderForm(QWidget):
    """`left()` with Esc; what is entered goes to `run`, which says whether it was not refused."""

    left = Signal()

    def __init__(
        self, run: Callable[[Callable[[Desk], Done]], bool], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._run = run
        self._case_id = self._step_id = 0
        self._holders: tuple[HolderView, ...] = ()
        self.role = QComboBox()
        self.role.setMinimumContentsLength(8)
        self.role.setSizeAdjustPolicy(
            QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        self.role.activated.connect(self._fill)
        self.only_here = QCheckBox("nur bei &diesem Schritt")
        self.only_here.setToolTip("Sonst gilt der Name im ganzen Fall")
        self.only_here.toggled.connect(self._rescope)
        self._fields = {
            "role": Field("A&ufgabe", self.role, label_wide=LABEL_WIDE),
            "name": Field("&Name", QLineEdit(), label_wide=LABEL_WIDE),
            "organisation": Field("&Haus", QLineEdit(), label_wide=LABEL_WIDE),
            "phone": Field("&Telefon", QLineEdit(), label_wide=LABEL_WIDE),
            "email": Field("E-&Mail", QLineEdit(), label_wide=LABEL_WIDE),
        }
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 4, 0, 4)
        column.setSpacing(4)
        for name, field in self._fields.items():
            column.addWidget(field)
            if isinstance(field.editor, QLineEdit):
                field.editor.setObjectName(name)
                field.editor.returnPressed.connect(self._save)
        save = primary("Speichern", self._save, "check")
        save.setToolTip("Speichern (Strg+Enter)")
        column.addWidget(self.only_here)
        self._free = quiet_link("Namen entfernen", self._remove, "trash-2")
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(save)
        buttons.addWidget(push("Abbrechen", self.left.emit))
        buttons.addStretch(1)
        column.addSpacing(4)
        column.addLayout(buttons)
        column.addWidget(self._free, 0, Qt.AlignmentFlag.AlignLeft)

    def open(
        self, case_id: int, step_id: int, roles: Sequence[Role], holders: Sequence[HolderView]
    ) -> None:
        """Begin with the first of these roles that nobody fills, else with the first."""
        self._case_id, self._step_id = case_id, step_id
        self._holders = tuple(holders)
        self.role.clear()
        for role in roles:
            self.role.addItem(ROLES[role], role)
        filled = {holder.role for holder in holders}
        missing = next((at for at, role in enumerate(roles) if role not in filled), 0)
        self.role.setCurrentIndex(missing)
        self._fields["role"].setVisible(len(roles) > 1)
        self._fill()
        self.show()
        self.editor("name").setFocus(Qt.FocusReason.OtherFocusReason)

    def refuse(self, refused: Refused) -> bool:
        """Say a refusal beside its field; False where no field is named."""
        field = self._fields.get(refused.field)
        if field is None:
            return False
        field.say(wording.refused(refused))
        return True

    def field(self, name: str) -> Field:
        """A field by its name in HolderDraft."""
        return self._fields[name]

    def editor(self, name: str) -> QLineEdit:
        """The line of a field."""
        editor = self._fields[name].editor
        assert isinstance(editor, QLineEdit)  # noqa: S101 - built so above
        return editor

    def keyPressEvent(self, event: QKeyEvent) -> None:
        entered = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        elif entered and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self._save()
        else:
            super().keyPressEvent(event)

    def _holder(self) -> HolderView | None:
        role = self.role.currentData()
        return next((each for each in self._holders if each.role is role), None)

    def _fill(self) -> None:
        """Who fills the role now; the scope as it is with this one."""
        holder = self._holder()
        draft = holder.draft if holder else HolderDraft("")
        for name in ("name", "organisation", "phone", "email"):
            self.editor(name).setText(getattr(draft, name))
            self.editor(name).setCursorPosition(0)
            self._fields[name].say("")
        self.only_here.setChecked(holder is not None and holder.step is not None)
        self._rescope()

    def _rescope(self) -> None:
        holder = self._holder()
        here = self.only_here.isChecked()
        entered = holder is not None and holder.id is not None
        self._free.setVisible(entered and holder is not None and (holder.step is not None) == here)

    def _save(self) -> None:
        for field in self._fields.values():
            field.say("")
        if not self.editor("name").text().strip():
            self.refuse(Refused(Reason.BLANK, "name"))
            return
        holder = self._holder()
        draft = HolderDraft(
            name=self.editor("name").text().strip(),
            organisation=self.editor("organisation").text().strip(),
            phone=self.editor("phone").text().strip(),
            email=self.editor("email").text().strip(),
            languages=holder.draft.languages if holder else (),
        )
        role = Role(self.role.currentData())
        if self._run(partial(_hold, self._case_id, role, draft, self._only())):
            self.left.emit()

    def _remove(self) -> None:
        role = Role(self.role.currentData())
        if self._run(partial(_let_go, self._case_id, role, self._only())):
            self.left.emit()

    def _only(self) -> int | None:
        return self._step_id if self.only_here.isChecked() else None


def _hold(case_id: int, role: Role, draft: HolderDraft, step_id: int | None, desk: Desk) -> Done:
    return desk.roles.hold(case_id, role, draft, step_id)


def _let_go(case_id: int, role: Role, step_id: int | None, desk: Desk) -> Done:
    return desk.roles.free(case_id, role, step_id)
