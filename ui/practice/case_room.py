"""Eigene Praxis: the way to it, practices that are handed over, where somebody stands."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from app.done import Topic
from app.records.papers import PaperKind
from app.records.practice import (
    Candidate,
    InterestDraft,
    InterestView,
    PracticeBoard,
    PracticeMatch,
)
from app.rules.calendar import Day
from app.rules.facts import FactKey
from ui.page import Workplace
from ui.practice import words
from ui.practice.lines import PracticeLine, reasons
from ui.practice.way_view import WayView
from ui.theme import Tone
from ui.widgets.empty_state import EmptyState
from ui.widgets.lined_room import LinedRoom
from ui.widgets.runs import Run
from ui.widgets.section import Section, text_label

if TYPE_CHECKING:
    from app.desk import Desk
    from app.done import Done
    from app.services.papers import PaperOrder

SHOWN = 5  # practices for each person that are shown at first
NOT_ON_IT = (
    "Nicht auf dem Blatt: Schritte, deren Rechtsgrundlage noch niemand bestätigt hat, interne "
    "Notizen und Praxen, gegen die etwas spricht."
)


class OwnPracticeRoom(LinedRoom[PracticeBoard, PracticeLine]):
    """The way on top, then what is noted, then what is offered, with a reason for each point."""

    topics = frozenset({Topic.SUPPORT, Topic.NETWORK, Topic.PLAN, Topic.CANDIDATES})

    def __init__(self, workplace: Workplace, parent: QWidget | None = None) -> None:
        self.ways: list[WayView] = []
        empty = EmptyState("stethoscope", "Eigene Praxis", "")
        printed = "Blatt für die Familie …"
        super().__init__(workplace, _board, empty, printed, air=16, parent=parent)
        self.empty.accepted.connect(self._record)

    def reveal(self, row_id: int) -> None:
        self.refresh()
        for view, line in zip(self._interests(), self.lines, strict=False):
            if view.id == row_id:
                self.show_line(line, line.state)

    def orientation(self) -> list[Run]:
        board = self.board
        if board is None or not board.ways:
            return [Run("Eigene Praxis: ", strong=True), Run("für niemanden vermerkt.")]
        fits = sum(not each.fails for each in board.matches)
        said = words.noted(len(board.interests), fits)
        return [Run("Eigene Praxis: ", strong=True), Run(said)]

    def build(self, board: PracticeBoard) -> int:
        self.ways = []
        for way in board.ways:
            view = WayView(way)
            view.pinned.connect(self._pin)
            view.planned.connect(self._to_plan)
            view.sessions_wanted.connect(self._to_sessions)
            self.ways.append(view)
            self.put(view)
        if board.interests:
            section = Section("Vermerkt", air=0)
            for interest in board.interests:
                self._interest(section, interest)
            self.put(section)
        hidden = self._offers(board)
        self._tell_empty(board)
        self.show_empty(is_empty=not board.ways and not board.interests)
        self.print_button.setEnabled(_has_sheet(board))
        return hidden

    def print_paper(self) -> None:
        if self.case_id is not None:
            self.open_sheet(partial(_order, self.case_id), PaperKind.OWN_PRACTICE, NOT_ON_IT)

    def _interests(self) -> tuple[InterestView, ...]:
        return self.board.interests if self.board else ()

    def _offers(self, board: PracticeBoard) -> int:
        hidden = 0
        for way in board.ways:
            own = [each for each in board.matches if each.person == way.person]
            shown = own if self.everything else [each for each in own if not each.fails][:SHOWN]
            hidden += len(own) - len(shown)
            section = Section(f"Praxen für {way.person_name}", air=0)
            for match in shown:
                self._match(section, match)
            if not shown:
                said = "Zurzeit ist keine Praxis eingetragen, gegen die nichts spricht."
                section.body.addWidget(text_label(said, Tone.SECOND))
            self.put(section)
        return hidden

    def _interest(self, section: Section, interest: InterestView) -> None:
        said = (
            f"{interest.person_name} · {words.STATES[interest.draft.state]} seit "
            f"{words.day(interest.noted_on)}"
        )
        draft = interest.draft
        line = PracticeLine(interest.practice, draft, draft.person, [said], self.workplace.today())
        line.removed.connect(partial(self.send, line, partial(_forget, interest.id)))
        self._place(section, line, interest.practice.id)

    def _match(self, section: Section, match: PracticeMatch) -> None:
        said = reasons(match.findings)
        line = PracticeLine(match.practice, None, match.person, said, self.workplace.today())
        self._place(section, line, match.practice.id)

    def _place(self, section: Section, line: PracticeLine, practice: int) -> None:
        line.noted.connect(partial(self._note, line))
        line.shown.connect(partial(self._to_practice, practice))
        self.line(section, line)

    def _note(self, line: PracticeLine, draft: InterestDraft) -> None:
        self.send(line, partial(_note, draft))

    def _pin(self, step: int, day: Day) -> None:
        self.acts.do(partial(_pin, step, day), self)

    def _tell_empty(self, board: PracticeBoard) -> None:
        who = _first(board)
        nobody = " Im Haushalt ist niemand mit einem dieser Berufe eingetragen."
        self.empty.say(
            "Eigene Praxis",
            "Für Ärzt*innen und Therapeut*innen, die sich niederlassen: der Weg mit seinen "
            "Schritten, die nächste Sitzung des Zulassungsausschusses und Praxen, die abgegeben "
            f"werden.{'' if who else nobody}",
            f"Eigene Praxis vermerken: {who.name}" if who else "",
        )

    def _record(self) -> None:
        who = _first(self.board) if self.board else None
        if who is not None and self.case_id is not None:
            self.acts.do(partial(_record, self.case_id, who.person), self)

    def _to_plan(self) -> None:
        self.elsewhere.emit("relocation", "")

    def _to_sessions(self) -> None:
        self.elsewhere.emit("network", "practices:sessions")

    def _to_practice(self, practice: int) -> None:
        self.elsewhere.emit("network", f"practices:{practice}")


def _first(board: PracticeBoard) -> Candidate | None:
    """Whom the one button is for: the first grown-up without an answer or with a no."""
    return next((each for each in board.candidates if not each.own), None)


def _has_sheet(board: PracticeBoard) -> bool:
    """Whether there are steps or practices to print; other professions have neither."""
    offered = any(not each.fails for each in board.matches)
    return any(each.steps for each in board.ways) or bool(board.interests) or offered


def _board(desk: Desk, case: int) -> PracticeBoard:
    return desk.own_practice.board(case)


def _note(draft: InterestDraft, desk: Desk) -> Done:
    return desk.own_practice.note(draft)


def _forget(interest: int, desk: Desk) -> Done:
    return desk.own_practice.forget(interest)


def _pin(step: int, day: Day, desk: Desk) -> Done:
    return desk.plan.pin(step, day)


def _record(case: int, person: int, desk: Desk) -> Done:
    return desk.household.record(case, person, FactKey.OWN_PRACTICE, "yes")


def _order(case: int, desk: Desk) -> PaperOrder:
    return desk.own_practice.sheet(case)
