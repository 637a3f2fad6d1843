"""Whom to invite to an occasion: the running cases, narrowed, each with a box."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QPalette, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import (
    QAbstractItemView,
    QCheckBox,
    QDialog,
    QHBoxLayout,
    QLineEdit,
    QListView,
    QVBoxLayout,
    QWidget,
)

from app.errors import Refused
from app.records.occasions import Guest, GuestQuery, InvitationState, OccasionView
from app.rules.terms import Stage
from ui import theme
from ui.mentor_words import INVITATIONS, when
from ui.mentors import typed
from ui.page import Workplace
from ui.theme import Tone
from ui.widgets.buttons import link, primary, push
from ui.widgets.choices import Choice
from ui.widgets.field import hinted
from ui.widgets.paged_model import ID_ROLE
from ui.widgets.picker import Picker
from ui.widgets.provider_finding import employers
from ui.widgets.runs import Run
from ui.widgets.section import text_label
from ui.widgets.two_line import LINES_ROLE, Lines, TwoLineDelegate
from ui.words import STAGES

if TYPE_CHECKING:
    from collections.abc import Sequence

    from app.desk import Desk
    from app.done import Done

WIDE, HIGH = 800, 560


class GuestsDialog(QDialog):
    """What is chosen is invited in one act. Who is invited already has no box."""

    def __init__(self, workplace: Workplace, occasion: OccasionView, parent: QWidget) -> None:
        super().__init__(parent)
        self._workplace = workplace
        self._occasion = occasion
        self.setWindowTitle(f"Einladen: {occasion.draft.title}")
        self.setModal(True)
        self.resize(theme.px(self, WIDE), theme.px(self, HIGH))
        self.employer = Picker(partial(employers, workplace.lists), "Arbeitgeber")
        self.employer.setAccessibleName("Arbeitgeber")
        self.town = _line("Wohnort")
        self.stage = Choice([("", "alle Phasen"), *((s.value, w) for s, w in STAGES.items())])
        self.stage.setAccessibleName("Phase")
        self.weeks = _line("Ankunft: Wochen")
        self.weeks.setToolTip("Wer in so vielen Wochen ankommt oder angekommen ist")
        self.children_only = QCheckBox("mit Kindern")
        self.model = QStandardItemModel(self)
        self.list = QListView()
        self.list.setAccessibleName("Familien")
        self.list.setModel(self.model)
        self.list.setItemDelegate(TwoLineDelegate(self))
        self.list.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.told = text_label("", Tone.SECOND)
        self.told.setWordWrap(True)
        self._lay_out()
        for line in (self.employer, self.town, self.weeks):
            line.editingFinished.connect(self.narrow)
        self.stage.activated.connect(self.narrow)
        self.children_only.toggled.connect(self.narrow)
        self.model.itemChanged.connect(self._count)
        self.narrow()

    def narrow(self, *_: object) -> None:
        """Show whom the filter finds; boxes that were ticked stay so."""
        desk = self._workplace.acts.desk
        if desk is None:
            return
        ticked = set(self.ticked())
        try:
            query = GuestQuery(
                employer=self.employer.chosen("employer"),
                town=self.town.text(),
                stages=frozenset({Stage(self.stage.code())} if self.stage.code() else ()),
                weeks=typed.count(self.weeks.text(), "weeks"),
                children=self.children_only.isChecked(),
            )
        except Refused:
            return
        self.model.clear()
        for guest in desk.occasions.guests(query, self._occasion.id):
            self.model.appendRow(_item(guest, ticked=guest.case in ticked))
        self._count()

    def ticked(self) -> tuple[int, ...]:
        """The cases whose boxes are ticked."""
        rows = (self.model.item(row) for row in range(self.model.rowCount()))
        return tuple(
            int(item.data(ID_ROLE))
            for item in rows
            if item.isCheckable() and item.checkState() is Qt.CheckState.Checked
        )

    def tick_all(self) -> None:
        """Tick every box that is shown."""
        for row in range(self.model.rowCount()):
            item = self.model.item(row)
            if item.isCheckable():
                item.setCheckState(Qt.CheckState.Checked)

    def invite(self, state: InvitationState = InvitationState.INVITED) -> None:
        """Invite those whose boxes are ticked, or note them down."""
        chosen = self.ticked()
        if chosen:
            self._workplace.acts.do(partial(_invite, self._occasion.id, chosen, state))
            self.accept()

    def _count(self, *_: object) -> None:
        count = len(self.ticked())
        self.invite_button.setEnabled(bool(count))
        self.plan_button.setEnabled(bool(count))
        found = self.model.rowCount()
        families = "1 Familie" if found == 1 else f"{found} Familien"
        self.told.setText(f"{families}, {count} gewählt")

    def _lay_out(self) -> None:
        self.setAutoFillBackground(True)
        self.setBackgroundRole(QPalette.ColorRole.Base)
        filters = QHBoxLayout()
        filters.setSpacing(8)
        filters.addWidget(self.employer, 3)
        filters.addWidget(self.town, 2)
        filters.addWidget(self.stage, 2)
        filters.addWidget(self.weeks, 2)
        filters.addWidget(self.children_only)
        self.invite_button = primary("&Einladen", self.invite)
        self.plan_button = push("&Vormerken", partial(self.invite, InvitationState.PLANNED))
        foot = QHBoxLayout()
        foot.setSpacing(8)
        foot.addWidget(self.invite_button)
        foot.addWidget(self.plan_button)
        foot.addWidget(link("Alle &wählen", self.tick_all))
        foot.addWidget(self.told, 1)
        foot.addWidget(push("S&chließen", self.reject))
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 12)
        column.setSpacing(12)
        column.addWidget(text_label(when(self._occasion.draft), Tone.SECOND))
        column.addLayout(filters)
        column.addWidget(self.list, 1)
        column.addLayout(foot)


def _item(guest: Guest, *, ticked: bool) -> QStandardItem:
    again = guest.state in (None, InvitationState.PLANNED, InvitationState.DECLINED)
    beside = INVITATIONS[guest.state] if guest.state else ""
    arrival = f"Ankunft {guest.arrival:%d.%m.%Y}" if guest.arrival else ""
    children = ("1 Kind" if guest.children == 1 else f"{guest.children} Kinder") * bool(
        guest.children
    )
    clash = f"zur selben Zeit „{guest.clash}“" if guest.clash else ""
    parts = (STAGES[guest.stage], guest.employer, guest.town, arrival, children, clash)
    second = ", ".join(part for part in parts if part)
    first = (Run(guest.name, strong=True), Run(f"   {beside}" if beside else "", tone=Tone.SECOND))
    lines = Lines(first, (Run(second, tone=Tone.SECOND),))
    item = QStandardItem(lines.words())
    item.setData(guest.case, ID_ROLE)
    item.setData(lines, LINES_ROLE)
    item.setCheckable(again)
    if again:
        item.setCheckState(Qt.CheckState.Checked if ticked else Qt.CheckState.Unchecked)
    return item


def _line(name: str) -> QLineEdit:
    line = hinted(name)
    line.setAccessibleName(name)
    return line


def _invite(occasion_id: int, cases: Sequence[int], state: InvitationState, desk: Desk) -> Done:
    return desk.occasions.invite(occasion_id, cases, state)
