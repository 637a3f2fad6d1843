"""The room Weiterbildung of a case: what each member is offered, and where they stand."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import (
    QHBoxLayout,
    QLineEdit,
    QVBoxLayout,
)

from app.done import Topic
from app.records.papers import PaperKind
from app.records.training import BookingState, CourseMatch, CourseView, TrainingBoard
from app.rules.course_matching import Against
from app.rules.facts import FactKey
from ui import theme
from ui.page import Workplace
from ui.theme import Tone
from ui.training import words
from ui.widgets.choices import Choice
from ui.widgets.empty_state import EmptyState
from ui.widgets.lined_room import LinedRoom, ToldLine
from ui.widgets.paragraphs import quiet_link
from ui.widgets.runs import Run
from ui.widgets.section import Section, text_label
from ui.widgets.trouble import Trouble

if TYPE_CHECKING:
    from app.desk import Desk
    from app.done import Done
    from app.services.papers import PaperOrder

ASK_GERMAN = "Deutschkenntnisse eintragen"
SHOWN = 6  # offers of each member that are shown at first
STATES = [(each.value, word) for each, word in words.STATES.items()]


class _Line(ToldLine):
    """A course and a person: what it is, why, and where they stand."""

    def __init__(
        self,
        room: BookingsRoom,
        person: int,
        course: CourseView,
        said: str,
        state: BookingState | None,
        because: str = "",
    ) -> None:
        super().__init__()
        self._room, self._person, self._course = room, person, course
        self._because = because
        self._noted = state.value if state else ""
        head = text_label(course.draft.title, wrap=True)
        theme.set_face(head, "strong")
        parts = (
            words.KINDS[course.draft.kind],
            words.when(course.draft),
            f"anmelden bis {course.draft.register_by:%d.%m.%Y}" if course.draft.register_by else "",
            ", ".join(part for part in (course.provider_name, course.town) if part),
            words.german(course.draft),
            words.cost(course.draft),
        )
        about = text_label(" · ".join(part for part in parts if part), Tone.SECOND)
        left = QVBoxLayout()
        left.setSpacing(2)
        left.addWidget(head)
        left.addWidget(about)
        if said:
            left.addWidget(text_label(said))
        self.reason = QLineEdit(because)
        self.reason.setPlaceholderText("warum")
        self.reason.setAccessibleName(f"Grund: {course.draft.title}")
        self.reason.editingFinished.connect(self._give_reason)
        self.trouble = Trouble(self)
        self.state = Choice(STATES if state else [("", "nicht vermerkt"), *STATES])
        self.state.setAccessibleName(f"Stand: {course.draft.title}")
        self.state.choose(state.value if state else "")
        self.state.activated.connect(self._choose)
        self.state.setFixedWidth(theme.px(self, 168))
        self.reason.setFixedWidth(theme.px(self, 168))
        right = QVBoxLayout()
        right.setSpacing(4)
        right.addWidget(self.state)
        right.addWidget(self.reason)
        right.addStretch(1)
        row = QHBoxLayout()
        row.setSpacing(16)
        row.addLayout(left, 1)
        row.addLayout(right)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 4, 0, 8)
        column.setSpacing(2)
        column.addLayout(row)
        column.addWidget(self.trouble)
        self._show_reason(state)

    @property
    def is_typed(self) -> bool:
        """A refusal without its reason is not noted yet."""
        if self.reason.isHidden():
            return False
        return (self.state.code(), self.reason.text().strip()) != (self._noted, self._because)

    def _show_reason(self, state: BookingState | None) -> None:
        self.reason.setVisible(state in (BookingState.DECLINED, BookingState.LEFT))

    def _choose(self) -> None:
        if not self.state.code():
            return
        state = BookingState(self.state.code())
        self._show_reason(state)
        needs = state in (BookingState.DECLINED, BookingState.LEFT)
        if needs and not self.reason.text().strip():
            self.reason.setFocus()
            return
        self._send(state)

    def _give_reason(self) -> None:
        if not self.reason.isHidden() and self.reason.text().strip() != self._because:
            self._send(BookingState(self.state.code()))

    def _send(self, state: BookingState) -> None:
        self._because = self.reason.text().strip()
        self._room.send(self, partial(_book, self._person, self._course.id, state, self._because))

    def say(self, reason: str) -> None:
        """Why it was refused; the choice stays for another try."""
        self.trouble.say(reason)


class BookingsRoom(LinedRoom[TrainingBoard, _Line]):
    """What is chosen first, then for each member what fits, with reasons; what does not fit is
    shown on demand, with what stands against it."""

    topics = frozenset({Topic.SUPPORT, Topic.NETWORK, Topic.CANDIDATES})

    def __init__(self, workplace: Workplace) -> None:
        empty = EmptyState(
            "graduation-cap",
            "Noch keine Angebote",
            "Angebote zur Weiterbildung stehen im Netzwerk; hier werden sie für die Familie "
            "vorgeschlagen.",
            "Zu den Angeboten",
        )
        super().__init__(workplace, _board, empty, "Kursliste …")
        self.empty.accepted.connect(self._to_offers)

    def orientation(self) -> list[Run]:
        if self.board is None:
            return []
        fits = sum(each.fits for each in self.board.matches)
        return [
            Run("Weiterbildung: ", strong=True),
            Run(f"{len(self.board.bookings)} vermerkt, {words.offers(fits)}."),
        ]

    def build(self, board: TrainingBoard) -> int:
        if board.bookings:
            section = Section("Vermerkt", air=0)
            for booking in board.bookings:
                said = f"{booking.person_name} · {words.STATES[booking.state]} seit "
                self.line(
                    section,
                    _Line(
                        self,
                        booking.person,
                        booking.course,
                        f"{said}{booking.noted_on:%d.%m.%Y}",
                        booking.state,
                        booking.because,
                    ),
                )
            self.put(section)
        hidden = 0
        for person in dict.fromkeys((each.person, each.person_name) for each in board.matches):
            own = [each for each in board.matches if each.person == person[0]]
            shown = own if self.everything else [each for each in own if each.fits][:SHOWN]
            hidden += len(own) - len(shown)
            section = Section(f"Für {person[1]}", air=0)
            for match in shown:
                self.line(section, self._offer(match))
            if not shown:
                self._say_nothing_fits(section, person[1], own)
            self.put(section)
        self.show_empty(is_empty=not board.bookings and not board.matches)
        self.print_button.setEnabled(
            any(each.fits for each in board.matches) or bool(board.bookings)
        )
        return hidden

    def print_paper(self) -> None:
        if self.case_id is not None:
            left = "Gedruckt wird, was passt und was schon vermerkt ist; Abgelehntes bleibt weg."
            self.open_sheet(partial(_order, self.case_id), PaperKind.COURSES, left)

    def _say_nothing_fits(self, section: Section, name: str, own: Sequence[CourseMatch]) -> None:
        if not any(set(each.against) == {Against.GERMAN_UNKNOWN} for each in own):
            noted = self.board is not None and own[0].person in {
                each.person for each in self.board.bookings
            }
            what = "Kein weiteres Angebot" if noted else "Kein Angebot"
            section.body.addWidget(text_label(f"{what} passt zurzeit.", Tone.SECOND))
            return
        said = f"Ob ein Angebot passt, ist offen: Wie gut {name} Deutsch kann, steht noch nicht da."
        section.body.addWidget(text_label(said, Tone.SECOND))
        section.body.addWidget(quiet_link(ASK_GERMAN, self._to_german, "arrow-right"))

    def _to_german(self) -> None:
        self.elsewhere.emit("candidates", FactKey.GERMAN_LEVEL.value)

    def _offer(self, match: CourseMatch) -> _Line:
        said = words.reasons(match.speaks, match.against)
        return _Line(self, match.person, match.course, said, None)

    def _to_offers(self) -> None:
        self.elsewhere.emit("network", "courses")


def _board(desk: Desk, case: int) -> TrainingBoard:
    return desk.training.board(case)


def _book(person: int, course: int, state: BookingState, because: str, desk: Desk) -> Done:
    return desk.training.book(person, course, state, because)


def _order(case: int, desk: Desk) -> PaperOrder:
    return desk.training.sheet(case)
