"""The room Einladungen: what the family is invited to, and what else there is."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QStackedWidget, QWidget

from app.done import Topic
from app.records.occasions import CaseInvitation, InvitationState, OccasionView
from ui import mentor_words
from ui.mentors.answers import Answers
from ui.mentors.rows import Row, Rows
from ui.page import Page, Workplace
from ui.theme import Tone
from ui.widgets.buttons import push
from ui.widgets.empty_state import EmptyState
from ui.widgets.kept_focus import kept_focus
from ui.widgets.runs import Run
from ui.widgets.scrolling import column_on
from ui.widgets.section import Section

if TYPE_CHECKING:
    from app.desk import Desk
    from app.done import Done


class InvitationsRoom(Page):
    """Invitations by day with their state; below what the family is not invited to yet."""

    topics: ClassVar[frozenset[Topic]] = frozenset({Topic.SUPPORT, Topic.NETWORK})
    about_case = True

    def __init__(self, workplace: Workplace, parent: QWidget | None = None) -> None:
        super().__init__(workplace, parent)
        self._invited: tuple[CaseInvitation, ...] = ()
        self.answers = Answers(self)
        self.others = Rows()
        self.empty = EmptyState(
            "mail",
            "Noch keine Anlässe",
            "Feiern der Stationen, Treffen für Neue, Aktionen in der Region werden unter "
            "Netzwerk angelegt.",
            "Anlass anlegen",
        )
        self.empty.accepted.connect(partial(self.elsewhere.emit, "network", "occasions"))
        self._sections = {
            "invited": Section("Einladungen", air=0),
            "others": Section("Noch nicht eingeladen", air=0),
        }
        self._lay_out()

    def refresh(self) -> None:
        if self.desk is None or self.case_id is None:
            return
        self._invited = self.desk.occasions.of_case(self.case_id)
        known = {each.occasion.id for each in self._invited}
        today = self.workplace.today()
        others = [
            each
            for each in self.desk.occasions.all()
            if each.id not in known and each.archived_on is None and each.draft.on >= today
        ]
        with kept_focus(self._body):
            self.answers.show_invitations(
                [
                    (each.invitation, each.occasion.draft.title, _lines(each))
                    for each in self._invited
                ]
            )
            self.others.show_rows([self._other(each) for each in others])
        self._sections["invited"].setVisible(bool(self._invited))
        self._sections["others"].setVisible(bool(others))
        nothing = not (self._invited or others)
        self._stack.setCurrentWidget(self.empty if nothing else self._area)

    def orientation(self) -> list[Run]:
        waiting = [
            each for each in self._invited if each.invitation.state is InvitationState.INVITED
        ]
        if not waiting:
            count = len(self._invited)
            said = "1 Einladung" if count == 1 else f"{count} Einladungen"
            return [Run(said if count else "Noch keine Einladung", strong=True)]
        first = waiting[0].occasion.draft
        until = f" bis {first.answer_by:%d.%m.%Y}" if first.answer_by else ""
        return [
            Run("Antwort fehlt: ", tone=Tone.SECOND),
            Run(first.title, strong=True),
            Run(until, tone=Tone.SECOND),
        ]

    def _other(self, view: OccasionView) -> Row:
        act = push("Einladen", partial(self._invite, view.id))
        act.setAccessibleName(f"Einladen: {view.draft.title}")
        lines = (_where(view), *mentor_words.hints(view))
        beside = f"{mentor_words.when(view.draft)}, {mentor_words.counts(view)}"
        return Row(view.draft.title, beside, tuple(filter(None, lines)), (act,))

    def _invite(self, occasion_id: int) -> None:
        if self.case_id is not None:
            self.acts.do(partial(_invite, occasion_id, self.case_id))

    def _lay_out(self) -> None:
        self._body, column = column_on(spacing=16)
        for key, rows in (("invited", self.answers), ("others", self.others)):
            self._sections[key].body.addWidget(rows)
            column.addWidget(self._sections[key])
        column.addStretch(1)
        self._area = QScrollArea()
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setWidgetResizable(True)
        self._area.setWidget(self._body)
        self._stack = QStackedWidget()
        self._stack.addWidget(self._area)
        self._stack.addWidget(self.empty)
        whole = QHBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._stack)


def _lines(each: CaseInvitation) -> tuple[str, ...]:
    view = each.occasion
    answer = view.draft.answer_by
    by = f"Antwort bis {answer:%d.%m.%Y}" if answer else ""
    waits = each.invitation.state is InvitationState.INVITED
    first = ", ".join(filter(None, (mentor_words.when(view.draft), _where(view))))
    return tuple(filter(None, (first, by if waits else "")))


def _where(view: OccasionView) -> str:
    return ", ".join(part for part in (view.draft.place, view.host_name) if part)


def _invite(occasion_id: int, case_id: int, desk: Desk) -> Done:
    return desk.occasions.invite(occasion_id, (case_id,))
