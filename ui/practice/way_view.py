"""The way of one person: the meeting that is reached, what has to be there, the steps."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QPushButton, QVBoxLayout, QWidget

from app.records.practice import PinProposal, PracticeWay, WayStep
from app.rules.terms import StepState
from ui import theme
from ui.practice import words
from ui.theme import Tone
from ui.widgets.buttons import link, push
from ui.widgets.paragraphs import Paragraphs
from ui.widgets.section import Section, text_label

THERAPIST = "therapist"  # a code of the fact


class WayView(QWidget):
    """`pinned(step, Day)` when the step is to be put on the day papers are due, `planned()` when
    the plan is wanted, `sessions_wanted()` when meetings are to be entered."""

    pinned = Signal(int, object)
    planned = Signal()
    sessions_wanted = Signal()

    def __init__(self, way: PracticeWay) -> None:
        super().__init__()
        self._way = way
        plan = link("Zum Plan", self.planned.emit, "arrow-right")
        section = Section(f"Der Weg von {way.person_name}", plan, air=6)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(section)
        self.lead = text_label(lead(way))
        theme.set_face(self.lead, "strong")
        section.body.addWidget(self.lead)
        self.lead.setVisible(bool(self.lead.text()))
        self.troubles = Paragraphs()
        section.body.addWidget(self.troubles)
        self.troubles.set_texts(tuple(words.TROUBLES[each] for each in way.troubles))
        self.papers = text_label(papers(way), Tone.SECOND)
        section.body.addWidget(self.papers)
        self.papers.setVisible(bool(self.papers.text()))
        self.pin = self._pinning(section, "Antrag", way.pin)
        self.pin_session = self._pinning(section, "Sitzung", way.pin_session)
        self.enter = link("Sitzungen eintragen", self.sessions_wanted.emit, "calendar")
        section.body.addWidget(self.enter, 0, Qt.AlignmentFlag.AlignLeft)
        self.enter.setVisible(way.by_committee and way.session is None)
        section.body.addWidget(_steps(way.steps))

    def _pinning(self, section: Section, what: str, pin: PinProposal | None) -> QPushButton:
        """Puts a step on its day; not seen where nothing is proposed."""
        said = f"{what} auf den {words.day_of(pin.new)} legen" if pin else ""
        button = push(said, partial(self._put, pin), "pin")
        if pin is not None and pin.old is not None:
            button.setToolTip(f"Der Schritt liegt jetzt auf {words.day_of(pin.old)}.")
        section.body.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        button.setVisible(pin is not None)
        return button

    def _put(self, pin: PinProposal | None) -> None:
        if pin is not None:
            self.pinned.emit(pin.step, pin.new)


def lead(way: PracticeWay) -> str:
    """What comes next, in a sentence or two."""
    opening = f"Praxisbeginn {words.day_of(way.opening)}." if way.opening else ""
    if way.profession == THERAPIST:
        told = "Über die Zulassung entscheidet kein Ausschuss (§ 124 SGB V)."
        return f"{opening} {told} Psychotherapie steht hier unter Medizin.".strip()
    if way.session is None:
        return opening
    draft = way.session.draft
    handed_in = any(each.is_application and each.state is StepState.DONE for each in way.steps)
    told = f"{draft.body} am {words.day(draft.on)}"
    if handed_in:
        told = f"Antrag gestellt, Sitzung: {told}."
    elif draft.papers_by:
        told = f"Unterlagen bis {words.day(draft.papers_by)}, Sitzung: {told}."
    else:
        told = f"Nächste Sitzung: {told}."
    latest = way.latest
    if latest is not None and latest != way.session and not handed_in:
        by = latest.draft.papers_by or latest.draft.on
        told += f" Spätestens bis {words.day(by)} für die Sitzung am {words.day(latest.draft.on)}."
    return f"{told} {opening}".strip()


def papers(way: PracticeWay) -> str:
    """Which papers are still missing."""
    if not way.papers or any(e.is_application and e.state is StepState.DONE for e in way.steps):
        return ""
    missing = [each.title for each in way.papers if each.present_on is None]
    if not missing:
        return "Alle Unterlagen für den Ausschuss liegen vor."
    return f"Es fehlen noch: {', '.join(missing)}."


def _steps(steps: tuple[WayStep, ...]) -> QWidget:
    holder = QWidget()
    grid = QGridLayout(holder)
    grid.setContentsMargins(0, 4, 0, 0)
    grid.setHorizontalSpacing(16)
    grid.setVerticalSpacing(4)
    grid.setColumnStretch(0, 3)
    grid.setColumnStretch(1, 2)
    for row, step in enumerate(steps):
        said = words.about_step(step)
        short = text_label(step.short)
        state = text_label(said, None if step.late else Tone.SECOND)
        if step.late:
            theme.set_face(state, "strong")
        short.setAccessibleName(f"{step.short}: {said}")
        top = Qt.AlignmentFlag.AlignTop
        grid.addWidget(short, row, 0, top)
        grid.addWidget(state, row, 1, top)
    return holder
