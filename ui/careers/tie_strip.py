"""Whether a member has a case of their own, and the way there."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.records.careers import CareerView, OwnCaseDraft
from app.rules.terms import MemberRole
from ui.page import Workplace
from ui.widgets.buttons import link
from ui.widgets.paragraphs import wrapped

if TYPE_CHECKING:
    from app.desk import Desk
    from app.done import Done


class TieStrip(QWidget):
    """A sentence with its acts. `case_wanted(id)` leads to another case, `wanted(act)` asks for a
    command."""

    case_wanted = Signal(int)
    wanted = Signal(object)

    def __init__(self, workplace: Workplace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workplace = workplace
        self._view: CareerView | None = None
        self._case = 0
        self.sentence = wrapped()
        self.go = link("Zum Fall", self._go, "arrow-right")
        self.untie = link("Verbindung lösen", self._untie)
        self.tie = link("Diesen Fall verbinden", self._tie, "arrow-left-right")
        self.open = link("Eigenen Fall anlegen", self._open, "file-plus")
        acts = QHBoxLayout()
        acts.setSpacing(12)
        for act in (self.go, self.untie, self.tie, self.open):
            acts.addWidget(act)
        acts.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(self.sentence)
        column.addLayout(acts)

    def show_member(self, view: CareerView, case_id: int) -> None:
        """What is known of cases of this member, seen from `case_id`."""
        self._view, self._case = view, case_id
        tied, known = view.tie is not None, bool(view.known)
        professional = view.role is MemberRole.PROFESSIONAL
        self.sentence.setText(_sentence(view, case_id))
        self.sentence.setVisible(bool(self.sentence.text()))
        self.go.setVisible(tied or (known and not professional))
        self.untie.setVisible(tied)
        self.tie.setVisible(not tied and known and not professional)
        self.open.setVisible(not tied and not professional)
        self.open.setText("Doch neuen Fall anlegen" if known else "Eigenen Fall anlegen")
        self.setVisible(tied or not professional)

    def _other(self) -> int | None:
        view = self._view
        if view is None:
            return None
        if view.tie is not None:
            mine = view.tie.own_case == self._case
            return view.tie.case if mine else view.tie.own_case
        return view.known[0].case if view.known else None

    def _go(self) -> None:
        other = self._other()
        if other is not None:
            self.case_wanted.emit(other)

    def _untie(self) -> None:
        if self._view is not None and self._view.tie is not None:
            self.wanted.emit(partial(_untie, self._view.tie.id))

    def _tie(self) -> None:
        if self._view is not None and self._view.known:
            known = self._view.known[0]
            self.wanted.emit(partial(_tie, self._view.person, known.case, known.person))

    def _open(self) -> None:
        view = self._view
        if view is None:
            return
        if self._workplace.asking.confirm(
            "Eigenen Fall anlegen?",
            f"{view.name} bekommt einen eigenen Fall mit eigenem Plan. Beratung, Wohnort und "
            "Sprache werden übernommen. Namen, Telefon und E-Mail bleiben in beiden Fällen gleich.",
            "Fall anlegen",
        ):
            draft = OwnCaseDraft(occupation=view.draft.occupation)
            act: Callable[[Desk], Done] = partial(_open, view.person, draft, bool(view.known))
            self.wanted.emit(act)


def _sentence(view: CareerView, case_id: int) -> str:
    if view.tie is not None:
        since = f"seit {view.tie.since:%d.%m.%Y}"
        if view.tie.own_case == case_id:
            return f"Dieser Fall gehört zum Haushalt {view.tie.case_name} ({since})."
        return f"{view.name} hat {since} einen eigenen Fall: {view.tie.own_case_name}."
    if view.known and view.role is not MemberRole.PROFESSIONAL:
        known = view.known[0]
        stands = ", abgeschlossen" if known.closed else ""
        return (
            f"{view.name} hat wohl schon einen Fall: {known.case_name}{stands}. Name und "
            "Geburtsdatum passen."
        )
    return ""


def _untie(tie: int, desk: Desk) -> Done:
    return desk.careers.untie(tie)


def _tie(person: int, case: int, there: int, desk: Desk) -> Done:
    return desk.careers.tie(person, case, there)


def _open(
    person: int,
    draft: OwnCaseDraft,
    anew: bool,  # noqa: FBT001 - bound by partial
    desk: Desk,
) -> Done:
    return desk.careers.open_own_case(person, draft, anew=anew)
