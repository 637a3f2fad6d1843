"""The room Patenschaft: who accompanies the family, who was asked, whom to ask."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QPushButton,
    QScrollArea,
    QStackedWidget,
    QWidget,
)

from app.done import Topic
from app.records.mentors import MentoringView, MentorshipState, MentorshipView, Proposal
from app.records.papers import PaperKind
from ui import mentor_words
from ui.mentors.agreed_part import AgreedPart
from ui.mentors.rows import Row, Rows
from ui.page import Page, Workplace
from ui.theme import Tone
from ui.widgets.buttons import push
from ui.widgets.empty_state import EmptyState
from ui.widgets.kept_focus import kept_focus
from ui.widgets.paper_dialog import open_paper, paper
from ui.widgets.runs import Run
from ui.widgets.scrolling import column_on
from ui.widgets.section import Section, text_label

if TYPE_CHECKING:
    from app.desk import Desk
    from app.done import Done

_OPEN = (MentorshipState.ASKED, MentorshipState.PROPOSED)
LONG_DAYS = 14


class MentorshipRoom(Page):
    """What stands below follows from what was agreed: nobody is proposed beside a mentor."""

    topics: ClassVar[frozenset[Topic]] = frozenset(
        {Topic.SUPPORT, Topic.NETWORK, Topic.CANDIDATES, Topic.PROVIDERS}
    )
    about_case = True

    def __init__(self, workplace: Workplace, parent: QWidget | None = None) -> None:
        super().__init__(workplace, parent)
        self._view: MentoringView | None = None
        self._case_shown: int | None = None
        self.agreed = AgreedPart(workplace)
        self.asked = Rows()
        self.proposed = Rows()
        self.settled = Rows()
        self.told = text_label("", Tone.SECOND)
        self._sections = {
            "asked": Section("Angefragt", air=0),
            "proposed": Section("Vorschläge", air=4),
            "settled": Section("Früher", air=0),
        }
        self.empty = EmptyState("heart-handshake", "Patenschaft", "")
        self._lay_out()
        self.empty.accepted.connect(self._lead_on)
        self.agreed.family_sheet.connect(self._print_family)
        self.agreed.mentor_sheet.connect(self._print_mentor)
        self.agreed.consent_wanted.connect(partial(self.elsewhere.emit, "candidates"))

    def refresh(self) -> None:
        if self.desk is None or self.case_id is None:
            self._view = None
            return
        view = self.desk.mentors.of_case(self.case_id)
        self.settle_consents(view)
        if view == self._view and self.case_id == self._case_shown:
            return
        self._view, self._case_shown = view, self.case_id
        with kept_focus(self._body):
            self._show(view)

    def settle_consents(self, view: MentoringView) -> None:
        """The part of the agreed mentorship follows, unless something is typed in it."""
        agreed = [each for each in view.mentorships if each.state is MentorshipState.AGREED]
        self.agreed.setVisible(bool(agreed))
        if agreed:
            said = (
                "; ".join(map(mentor_words.reason, each.fit.reasons))
                for each in view.proposals.mentors
                if each.mentor.id == agreed[0].mentor
            )
            self.agreed.show_mentorship(
                agreed[0],
                next(said, ""),
                view.proposals.employer,
                may_share=view.may_share,
                may_write=view.may_write,
            )

    def unsaved(self) -> str:
        return "Eingaben zur Patenschaft sind" if self.agreed.is_typed else ""

    def orientation(self) -> list[Run]:
        view = self._view
        if view is None:
            return []
        for each in view.mentorships:
            if each.state is MentorshipState.AGREED:
                return [Run("Begleitet von ", tone=Tone.SECOND), Run(each.mentor_name, strong=True)]
        waiting = [each for each in view.mentorships if each.state is MentorshipState.ASKED]
        if waiting:
            return [
                Run(f"{waiting[0].mentor_name} ist angefragt", strong=True),
                Run(f", seit {_days(waiting[0].waits_since)}", tone=Tone.SECOND),
            ]
        return [Run("Noch ohne Pat*in", strong=True)]

    def _show(self, view: MentoringView) -> None:
        agreed = any(each.state is MentorshipState.AGREED for each in view.mentorships)
        waiting = [each for each in view.mentorships if each.state in _OPEN]
        over = [
            each
            for each in view.mentorships
            if each.state in (MentorshipState.DECLINED, MentorshipState.ENDED)
        ]
        offered = () if agreed else view.proposals.mentors
        offered = tuple(each for each in offered if not _is_open(each))
        self.asked.show_rows([self._waiting(each) for each in waiting])
        self.proposed.show_rows([self._proposal(each) for each in offered])
        self.settled.show_rows([_former(each) for each in over])
        for key, shown in (("asked", waiting), ("proposed", offered), ("settled", over)):
            self._sections[key].setVisible(bool(shown))
        self.told.setText(mentor_words.closed(view.proposals))
        self.told.setVisible(bool(self.told.text()))
        nothing = not (agreed or waiting or offered or over)
        if nothing:
            self._say_empty(view)
        self._stack.setCurrentWidget(self.empty if nothing else self._area)
        self.oriented.emit()

    def _say_empty(self, view: MentoringView) -> None:
        employer = view.proposals.employer
        if not employer:
            self.empty.say(
                "Noch kein Arbeitgeber",
                "Pat*innen kommen vom künftigen Arbeitgeber. Er wird in den Angaben zum Fall "
                "eingetragen.",
                "Zum Fall",
            )
        else:
            self.empty.say(
                "Noch keine Pat*innen",
                f"Bei „{employer}“ ist noch niemand als Pat*in eingetragen.",
                "Pat*in eintragen",
            )

    def _lead_on(self) -> None:
        has_employer = self._view is not None and bool(self._view.proposals.employer)
        if has_employer:
            self.elsewhere.emit("network", "mentors")
        else:
            self.elsewhere.emit("candidates", None)

    def _waiting(self, each: MentorshipView) -> Row:
        state = mentor_words.MENTORSHIPS[each.state]
        since = f"{state} am {each.noted_on:%d.%m.%Y}"
        lines = [", ".join(part for part in (each.employer_name, each.ward, each.phone) if part)]
        if each.waits_since >= LONG_DAYS:
            lines.append(f"Seit {_days(each.waits_since)} ohne Antwort. Bitte nachfragen.")
        acts: list[QPushButton] = []
        if each.state is MentorshipState.PROPOSED:
            acts.append(push("Anfragen", partial(self._ask, each.mentor)))
        acts.append(push("Zusage", partial(self._agreed, each.id)))
        acts.append(push("Absage", partial(self._do, _decline, each.id)))
        for act in acts:
            act.setAccessibleName(f"{act.text()}: {each.mentor_name}")
        return Row(each.mentor_name, since, lines, acts)

    def _proposal(self, each: Proposal) -> Row:
        mentor = each.mentor
        beside = [f"begleitet {mentor_words.load(mentor)}", mentor.draft.ward]
        if each.state is not None:
            beside.append(f"schon {mentor_words.MENTORSHIPS[each.state]}")
        said = "; ".join(mentor_words.reasons(each)) or "Nichts Gemeinsames bekannt."
        acts: list[QPushButton] = []
        if not each.fit.bars:
            acts = [
                push("Vormerken", partial(self._do_with_mentor, _propose, mentor.id)),
                push("Anfragen", partial(self._ask, mentor.id)),
            ]
        for act in acts:
            act.setAccessibleName(f"{act.text()}: {mentor.name}")
        return Row(mentor.name, ", ".join(filter(None, beside)), (said,), acts)

    def _ask(self, mentor_id: int) -> None:
        self._do_with_mentor(_ask, mentor_id)

    def _agreed(self, mentorship_id: int) -> None:
        """The step that asked for a mentor may be ticked with it."""
        made: list[Done] = []

        def run(desk: Desk) -> Done:
            made.append(_agree(mentorship_id, desk))
            return made[0]

        self.acts.do(run)
        step = made[0].facts["step"] if made else ""
        if step and self.workplace.asking.confirm(
            "Schritt abhaken?",
            "Der Schritt, eine Patin oder einen Paten zu benennen, ist damit erledigt. Soll er im "
            "Plan als erledigt gelten?",
            "Abhaken",
        ):
            self.acts.do(partial(_tick, int(step)))

    def _do(self, command: _Command, key: int) -> None:
        self.acts.do(partial(command, key))

    def _do_with_mentor(self, command: _CaseCommand, mentor_id: int) -> None:
        if self.case_id is not None:
            self.acts.do(partial(command, self.case_id, mentor_id))

    def _print_family(self, mentorship_id: int) -> None:
        sheet = paper(
            lambda desk: desk.mentors.sheet(mentorship_id),
            PaperKind.MENTORSHIP,
            self.case_id,
            "für die Familie",
            "",
        )
        open_paper(self.workplace, sheet, self)

    def _print_mentor(self, mentorship_id: int) -> None:
        shared = self._view is not None and self._view.may_share
        left_out = (
            "Namen und Kontakt stehen darauf, weil eine Einwilligung vorliegt."
            if shared
            else "Namen und Kontakt der Familie stehen nicht darauf: Die Einwilligung fehlt."
        )
        sheet = paper(
            lambda desk: desk.mentors.mentor_sheet(mentorship_id),
            PaperKind.MENTORSHIP,
            None,
            "für Pat*in",
            left_out,
        )
        open_paper(self.workplace, sheet, self)

    def _lay_out(self) -> None:
        self._body, column = column_on(spacing=16)
        column.addWidget(self.told)
        column.addWidget(self.agreed)
        for key, rows in (
            ("asked", self.asked),
            ("proposed", self.proposed),
            ("settled", self.settled),
        ):
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


if TYPE_CHECKING:
    from collections.abc import Callable

    _Command = Callable[[int, Desk], Done]
    _CaseCommand = Callable[[int, int, Desk], Done]


def _is_open(proposal: Proposal) -> bool:
    return proposal.state in _OPEN


def _former(each: MentorshipView) -> Row:
    said = mentor_words.MENTORSHIPS[each.state]
    on = each.last or each.noted_on
    return Row(
        each.mentor_name, f"{said} am {on:%d.%m.%Y}", (each.because,) if each.because else ()
    )


def _days(count: int) -> str:
    if count == 0:
        return "heute"
    return "1 Tag" if count == 1 else f"{count} Tagen"


def _propose(case_id: int, mentor_id: int, desk: Desk) -> Done:
    return desk.mentors.propose(case_id, mentor_id)


def _ask(case_id: int, mentor_id: int, desk: Desk) -> Done:
    return desk.mentors.ask(case_id, mentor_id)


def _agree(mentorship_id: int, desk: Desk) -> Done:
    return desk.mentors.agree(mentorship_id)


def _tick(step: int, desk: Desk) -> Done:
    return desk.plan.tick(step)


def _decline(mentorship_id: int, desk: Desk) -> Done:
    return desk.mentors.decline(mentorship_id)
