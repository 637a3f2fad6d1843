"""Stellensuche: the grown-ups of a household, what suits them, to whom they were introduced."""

from __future__ import annotations

from collections.abc import Callable
from enum import Enum
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtGui import QPalette
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from app.done import Topic
from app.records.careers import CareerView, Match
from app.records.papers import PaperKind
from ui import theme
from ui.careers import words
from ui.careers.introductions_pane import IntroductionsPane
from ui.careers.matches_pane import MatchesPane
from ui.careers.profile_form import ProfileForm
from ui.careers.tie_strip import TieStrip
from ui.page import CONSENT, Page, Workplace
from ui.widgets.buttons import Segments
from ui.widgets.empty_state import EmptyState
from ui.widgets.line_list import LineList
from ui.widgets.scrolling import column_on
from ui.widgets.section import Section

if TYPE_CHECKING:
    from app.desk import Desk
    from app.done import Done
    from app.services.papers import PaperOrder

LEFT = 260
NOT_ON_IT = "Nicht auf dem Blatt: Kinder, Aufenthalt, Anschrift, Notizen."
NOT_LISTED = "Nicht auf dem Blatt: interne Notizen und was dagegen spricht."


class View(Enum):
    """What is shown of a member."""

    PROFILE = "Profil"
    OPENINGS = "Stellen"
    INTRODUCTIONS = "Vorstellungen"


class CareerRoom(Page):
    """Members at the left; profile, openings or introductions beside them. `reveal` shows an
    introduction."""

    about_case = True
    topics = frozenset({Topic.SUPPORT, Topic.NETWORK, Topic.CANDIDATES, Topic.PROVIDERS})

    def __init__(self, workplace: Workplace, parent: QWidget | None = None) -> None:
        super().__init__(workplace, parent)
        self._members: dict[int, CareerView] = {}
        self._shown: int | None = None
        self.list = LineList("Wer Arbeit sucht")
        self.tie = TieStrip(workplace)
        self.profile = ProfileForm(workplace)
        self.matches = MatchesPane()
        self.introductions = IntroductionsPane(workplace)
        self.view: Segments[View] = Segments("Ansicht", [(each, each.value) for each in View])
        self.empty = EmptyState(
            "briefcase-business",
            "Niemand im Haushalt ist volljährig",
            "Hier stehen die Erwachsenen des Haushalts, die Arbeit suchen.",
        )
        self._lay_out()
        self._connect()

    def refresh(self) -> None:
        desk = self.desk
        if desk is None or self.case_id is None:
            return
        members = desk.careers.members(self.case_id)
        self._members = {each.person: each for each in members}
        self.list.show_lines(
            [(each.person, each.name, words.about_member(each)) for each in members]
        )
        self._outer.setCurrentWidget(self._both if members else self.empty)
        if self._shown not in self._members:
            self._shown = self._first()
        self.list.choose(self._shown)
        self._show_member()

    def reveal(self, row_id: int) -> None:
        self.refresh()
        self._show_view(View.INTRODUCTIONS)
        self.introductions.choose(row_id)

    def unsaved(self) -> str:
        typed = self.profile.is_typed or self.introductions.form.is_typed
        return "Eingaben sind" if typed else ""

    def choose(self, person: int) -> None:
        """Show a member, after asking where something is typed."""
        if person == self._shown:
            return
        if self.unsaved() and not self._may_leave():
            self.list.choose(self._shown)
            return
        self.profile.settle()
        self.introductions.form.settle()
        self._shown = person
        self.list.choose(person)
        self._show_member()

    def shows(self, case_id: int | None) -> None:
        if case_id != self.case_id:
            self._shown = None
            self.profile.settle()
            self.introductions.form.settle()
        super().shows(case_id)

    def _first(self) -> int | None:
        """Who looks for work rather than whom an employer has: a profile, then a partner."""
        found = sorted(
            self._members.values(),
            key=lambda each: (each.profile is None, each.role.value == "professional"),
        )
        return found[0].person if found else None

    def _show_member(self) -> None:
        desk, view = self.desk, self._members.get(self._shown or 0)
        if desk is None or view is None or self.case_id is None:
            return
        self.tie.show_member(view, self.case_id)
        self.profile.show_member(view)
        self.matches.show_matches(view.person, desk.openings.matches(view.person))
        self.introductions.show_case(self.case_id, view, desk.introductions.of_case(self.case_id))

    def _show_view(self, view: View) -> None:
        self.view.choose(view)
        self._stack.setCurrentIndex(list(View).index(view))

    def _introduce(self, match: Match) -> None:
        self._show_view(View.INTRODUCTIONS)
        self.introductions.begin(match)

    def _may_leave(self) -> bool:
        return self.workplace.asking.discard()

    def _do(self, command: Callable[[Desk], Done]) -> None:
        self.acts.do(command, self)

    def _print_list(self) -> None:
        view = self._members.get(self._shown or 0)
        if view is not None:
            self._paper(PaperKind.OPENINGS, view.name, partial(_openings, view.person), NOT_LISTED)

    def _print_profile(self, person: int, provider: int) -> None:
        view = self._members.get(person) or self._members.get(self._shown or 0)
        if view is not None:
            order = partial(_profile, person, provider)
            self._paper(PaperKind.PROFILE, view.name, order, NOT_ON_IT, german=True)

    def _paper(
        self,
        kind: PaperKind,
        name: str,
        order: partial[PaperOrder],
        left_out: str,
        *,
        german: bool = False,
    ) -> None:
        from ui.widgets.paper_dialog import open_paper, paper

        case = None if german else self.case_id  # what an employer reads is German at first
        open_paper(self.workplace, paper(order, kind, case, name, left_out), self)

    def _connect(self) -> None:
        self.list.chosen.connect(self.choose)
        self.view.chosen.connect(self._show_view)
        self.tie.case_wanted.connect(self.case_chosen.emit)
        self.tie.wanted.connect(self._do)
        self.profile.saved.connect(self._saved)
        self.matches.introduced.connect(self._introduce)
        self.matches.shown.connect(lambda key: self.elsewhere.emit("network", f"openings:{key}"))
        self.matches.printed.connect(self._print_list)
        self.introductions.form.consent_wanted.connect(self._lead_to_consents)
        self.introductions.form.profile_wanted.connect(self._print_profile)

    def _saved(self, _done: Done) -> None:
        self.profile.settle()
        self.refresh()

    def _lead_to_consents(self, person: int, employer: str) -> None:
        self.elsewhere.emit("candidates", f"{CONSENT}:{person}:{employer}")

    def _lay_out(self) -> None:
        people = Section("Im Haushalt", air=8)
        people.body.addWidget(self.list)
        people.body.addStretch(1)
        left, column = column_on(QPalette.ColorRole.AlternateBase)
        left.setFixedWidth(theme.px(self, LEFT))
        column.addWidget(people)
        self._stack = QStackedWidget()
        for widget in (self.profile, self.matches, self.introductions):
            self._stack.addWidget(_scrolled(widget))
        head = QHBoxLayout()
        head.addWidget(self.view)
        head.addStretch(1)
        right = QWidget()
        right.setAutoFillBackground(True)
        right.setBackgroundRole(QPalette.ColorRole.Base)
        beside = QVBoxLayout(right)
        beside.setContentsMargins(16, 12, 0, 0)
        beside.setSpacing(8)
        beside.addWidget(self.tie)
        beside.addLayout(head)
        beside.addWidget(self._stack, 1)
        self._both = QWidget()
        row = QHBoxLayout(self._both)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(left)
        row.addWidget(right, 1)
        self._outer = QStackedWidget()
        self._outer.addWidget(self._both)
        self._outer.addWidget(self.empty)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._outer)
        self.view.choose(View.PROFILE)


def _scrolled(inner: QWidget) -> QScrollArea:
    holder = QWidget()
    holder.setAutoFillBackground(True)
    holder.setBackgroundRole(QPalette.ColorRole.Base)
    column = QVBoxLayout(holder)
    column.setContentsMargins(0, 4, 16, 12)
    column.addWidget(inner, 1)
    area = QScrollArea()
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setWidgetResizable(True)
    area.setWidget(holder)
    return area


def _openings(person: int, desk: Desk) -> PaperOrder:
    return desk.openings.sheet(person)


def _profile(person: int, provider: int, desk: Desk) -> PaperOrder:
    return desk.introductions.profile_sheet(person, provider)
