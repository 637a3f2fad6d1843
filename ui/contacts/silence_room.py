"""The room Ohne Kontakt: whom nobody spoke with for long, by advisor, and what comes next."""

from __future__ import annotations

from typing import ClassVar

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QPalette, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from app.done import Topic
from app.records.chasing import NextKind, SilentCase
from app.rules.terms import Stage
from ui import theme
from ui.contacts.dialog import note_contact
from ui.contacts.figures import FiguresSection
from ui.contacts.silence_list import SilenceList, sections
from ui.contacts.weeks_form import WeeksForm
from ui.page import Page, Workplace
from ui.widgets.buttons import link, push
from ui.widgets.choice import Choice
from ui.widgets.empty_state import EmptyState
from ui.widgets.runs import Run
from ui.widgets.scrolling import ScrolledColumn
from ui.widgets.section import Section
from ui.words import STAGES

SIDE = 340
CHANGE = "Wochen je Phase ändern"


class SilenceRoom(Page):
    """K notes a contact with the family selected; Enter leads to what comes next."""

    topics: ClassVar[frozenset[Topic]] = frozenset(
        {Topic.CANDIDATES, Topic.SUPPORT, Topic.PLAN, Topic.OFFICE}
    )
    about_case = False

    def __init__(self, workplace: Workplace, parent: QWidget | None = None) -> None:
        super().__init__(workplace, parent)
        self._cases: tuple[SilentCase, ...] = ()
        self._was_shown = False
        self.list = SilenceList()
        self.empty = EmptyState("phone", "", "")
        self.master = QStackedWidget()
        self.master.addWidget(self.list)
        self.master.addWidget(self.empty)
        self.stage: Choice[Stage | None] = Choice("Phase", [(None, "Alle Phasen")], self)
        self.stage.set_tight(tight=True)
        self.note_button = push("Kontakt notieren", self.note, "phone")
        self.note_button.setToolTip("Kontakt notieren (K)")
        self.figures = FiguresSection(workplace.today())
        self.weeks = WeeksForm(workplace.acts, workplace.asking)
        self.change = link(CHANGE, self._turn_weeks, "pencil")
        for control in (self.stage, self.note_button):
            control.setParent(self)
            control.hide()  # until the strip shows it
        self._lay_out()
        self._connect()

    def shows(self, case_id: int | None) -> None:
        """The list is about all cases: another one changes nothing here."""
        self.case_id = case_id

    def refresh(self) -> None:
        desk = self.desk
        if desk is None:
            return
        self._cases = desk.silence.cases()
        self.weeks.show_weeks(desk.silence.weeks())
        self._show_figures()
        self._show_stages()
        self._show_list()

    def orientation(self) -> list[Run]:
        """12 Familien haben länger nichts gehört, am längsten 9 Wochen."""
        if not self._cases:
            return [Run("Mit allen Familien wurde rechtzeitig gesprochen.")]
        number = len(self._cases)
        who = "1 Familie hat" if number == 1 else f"{number} Familien haben"
        longest = max(case.weeks for case in self._cases)
        return [Run(f"{who} länger nichts von uns gehört, am längsten {longest} Wochen.")]

    def case_in_hand(self) -> int | None:
        row = self.list.row()
        return self.case_id if row is None else row.id

    def strip_actions(self) -> list[QWidget]:
        return [self.stage, self.note_button] if self._cases else []

    def reveal(self, row_id: int) -> None:
        self._refresh_now()
        self.list.choose(row_id)

    def unsaved(self) -> str:
        return "Wochen je Phase sind" if self.weeks.is_typed else ""

    def note(self) -> None:
        """Note a contact with the family selected."""
        row = self.list.row()
        if row is not None:
            note_contact(self.workplace, row.id, self.window())

    def _open(self, _key: object = None) -> None:
        row = self.list.row()
        if row is None:
            return
        self.case_chosen.emit(row.id)
        event = row.next.event
        if row.next.kind is NextKind.EVENT and event is not None:
            self.elsewhere.emit("support", event.place)
        else:
            self.elsewhere.emit("candidates", row.id)

    def _choose(self, key: object) -> None:
        if isinstance(key, int):
            self.case_chosen.emit(key)

    def _show_list(self) -> None:
        found = sections(self._cases, self.stage.key())
        self.list.silence.today = self.workplace.today()
        self.list.set_sections(found, same=self._was_shown)
        self._was_shown = True
        if not found:
            self.empty.say(
                "Niemand wartet",
                "Hier steht, mit welchen Familien länger nicht gesprochen wurde, als ihre Phase "
                "verträgt. Ruhende und abgeschlossene Fälle stehen nicht hier.",
            )
        self.master.setCurrentWidget(self.list if found else self.empty)

    def _show_stages(self) -> None:
        counts = {stage: sum(case.stage is stage for case in self._cases) for stage in Stage}
        self.stage.set_choices(
            [
                (None, f"Alle Phasen ({len(self._cases)})"),
                *((stage, f"{STAGES[stage]} ({n})") for stage, n in counts.items() if n),
            ]
        )
        if self.stage.key() is None:
            self.stage.choose(None)

    def _show_figures(self) -> None:
        desk = self.desk
        if desk is not None:
            self.figures.show_figures(desk.contacts.figures(*self.figures.span()))

    def _turn_weeks(self) -> None:
        self.weeks.setVisible(self.weeks.isHidden())
        if not self.weeks.isHidden():
            self.weeks.focus_first()

    def _connect(self) -> None:
        self.list.chosen.connect(self._choose)
        self.list.opened.connect(self._open)
        self.stage.chosen.connect(self._show_list)
        self.figures.wanted.connect(self._show_figures)
        self.weeks.saved.connect(self._weeks_saved)
        self.weeks.left.connect(self.weeks.hide)
        key = QShortcut(QKeySequence("K"), self.list, self.note)
        key.setContext(Qt.ShortcutContext.WidgetShortcut)

    def _weeks_saved(self) -> None:
        self.weeks.settle()
        self.weeks.hide()
        self.refresh()

    def _lay_out(self) -> None:
        after = Section("Ab wann ein Fall hier steht", air=8)
        after.body.addWidget(self.change, 0, Qt.AlignmentFlag.AlignLeft)
        after.body.addWidget(self.weeks)
        self.weeks.hide()
        inner = QWidget()
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(16)
        column.addWidget(after)
        column.addWidget(self.figures)
        column.addStretch(1)
        side = ScrolledColumn(inner, ground=QPalette.ColorRole.AlternateBase)
        side.setFixedWidth(theme.px(self, SIDE))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.master, 1)
        row.addWidget(side)
