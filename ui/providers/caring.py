"""The care page of the family that is open, in the place of the directory: for whom, or all."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from app.errors import Refused
from app.records.care_board import PersonCare
from app.rules.terms import MemberRole
from ui.care import duties, words
from ui.page import Workplace
from ui.widgets.buttons import push
from ui.widgets.choice import Choice

if TYPE_CHECKING:
    from app.desk import Desk
    from ui.care.reading import CareSource
    from ui.care.screen import CareScreen

ALL, ANYBODY = 0, -1
"""In the place of a person's id: the directory; whoever the household has."""


class Caring(QObject):
    """`oriented` when sentence, persons or what is shown changed, `left` when the directory is
    shown again. A family with children sees the
    page first, all others the directory; what was chosen holds while the family is open."""

    oriented = Signal()
    left = Signal()

    def __init__(self, workplace: Workplace, whole: QStackedWidget, parent: QWidget) -> None:
        super().__init__(parent)
        self._workplace = workplace
        self._whole = whole
        self._case: int | None = None
        self._chosen: int | None = None
        self._children: tuple[tuple[int, str], ...] = ()
        self.screen: CareScreen | None = None  # made when it is wanted first
        self.who: Choice[int] = Choice("Anbieter für", ())
        self.who.chosen.connect(self.choose)

    @property
    def is_shown(self) -> bool:
        return self.screen is not None and self._whole.currentWidget() is self.screen

    def look(self, desk: Desk | None, case: int | None) -> None:
        """The family that is open, or its data, changed."""
        if case != self._case:
            self._case, self._chosen = case, None
        self._children = _children(desk, case)
        if desk is None or case is None:
            self._show_directory()
            return
        if self.screen is not None:
            self.screen.show_case(case)
        if self._chosen is None:
            self._chosen = self._children[0][0] if self._children else ALL
            if self._chosen != ALL and self._may_turn:
                self._show_care()
            else:
                self._show_directory()
        elif self.is_shown and self.screen is not None:
            self.screen.refresh()
        self._offer()

    def choose(self, person: int) -> None:
        """Show who may care for a person of the household, or the directory (ALL)."""
        self._chosen = person
        if person == ALL:
            self._show_directory()
        else:
            self._show_care()
        self._offer()
        self.oriented.emit()

    def care_for(self, person: int | None) -> None:
        """Show who may care for a person of the household, the first child where None."""
        if person is None and self._children:
            person = self._children[0][0]
        if person is not None:
            self.choose(person)

    def leave(self) -> None:
        """Show the directory, until another family is open."""
        if self._case is not None:
            self._chosen = ALL
        if self.is_shown:
            self._show_directory()
            self.oriented.emit()
        self._offer()

    def forget(self) -> None:
        """The file was left."""
        self._case = self._chosen = None
        if self.screen is not None:
            self.screen.forget()
        self._show_directory()

    def actions(self) -> list[QWidget]:
        """The buttons of the strip: for whom; while the page is shown the editor of duties."""
        if self._case is None:
            return []
        if self.is_shown:
            return [self.who, push("Dienste und Wege …", self._ask_duties, "clock")]
        return [self.who]

    @property
    def _may_turn(self) -> bool:
        """Whether the directory is shown: a round that was begun stays."""
        return self.is_shown or self._whole.currentIndex() == 0

    def _show_care(self) -> None:
        if self.screen is None:
            from ui.care.screen import CareScreen  # not before somebody wants it

            self.screen = CareScreen(self._workplace, self.source)
            self.screen.oriented.connect(self._reoriented)
            self.screen.duties_wanted.connect(self._open_duties)
            self._whole.addWidget(self.screen)
        self._whole.setCurrentWidget(self.screen)
        self.screen.show_case(self._case)
        chosen = self._chosen
        self.screen.show_person(chosen if chosen not in (ALL, ANYBODY) else None)
        self.screen.refresh()

    def source(self) -> CareSource | None:
        """Who computes, None before the desk is open."""
        desk = self._workplace.acts.desk
        return desk.care if desk is not None else None

    def _show_directory(self) -> None:
        if self.is_shown:
            self._whole.setCurrentIndex(0)
            self.left.emit()

    def _reoriented(self) -> None:
        self._offer()
        self.oriented.emit()

    def _offer(self) -> None:
        """Yasmin, Kita | Elias, Schule | Alle."""
        board = self.screen.board if self.screen is not None else None
        if board is not None and board.case == self._case and board.persons:
            offered = [(each.person, _segment(each)) for each in board.persons]
        else:
            offered = list(self._children)
        shown = [*(offered or [(ANYBODY, "Betreuung")]), (ALL, "Alle")]
        self.who.set_choices(shown)
        self.who.set_tight(tight=len(shown) > (4 if self.is_shown else 3))
        chosen = self._chosen
        if self.is_shown and chosen not in dict(shown) and self.screen is not None:
            person = self.screen.person
            chosen = person.person if person is not None else ANYBODY
        self.who.choose(chosen)

    def _ask_duties(self) -> None:
        if self._case is not None:
            self._open_duties(self._case)

    def _open_duties(self, case: int) -> None:
        duties.EDITOR(self._workplace, case, self._whole.window())


def _segment(person: PersonCare) -> str:
    return f"{person.name}, {words.sought(person)}"


def _children(desk: Desk | None, case: int | None) -> tuple[tuple[int, str], ...]:
    if desk is None or case is None:
        return ()
    try:
        people = desk.candidates.case(case).people
    except Refused:
        return ()
    return tuple(
        (each.id, each.draft.given or each.draft.family)
        for each in people
        if each.draft.role is MemberRole.CHILD
    )
