"""One answer: who cares together, the week, what is decided about each, what would be if."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from app.errors import Refused
from app.records.care import ParentView
from app.records.care_board import Answer, CareBoard, Helper, PersonCare, Proposal, Trial
from ui import theme
from ui.care import telling, trial_form, words
from ui.care.decisions import Decisions
from ui.care.trial_form import TrialForm
from ui.care.week_part import WeekPart
from ui.theme import Tone
from ui.widgets.buttons import icon_button, link, push
from ui.widgets.section import text_label

MAP_WIDE, MAP_HIGH = 240, 148


@dataclass(frozen=True)
class Shown:
    """What the pane shows: the `at`-th of `count` answers for a person, all with the place named
    `among` where one was chosen; `note` says what is special, `decided` of which helpers (keys)
    something is decided."""

    board: CareBoard
    person: PersonCare
    answer: Answer
    at: int
    count: int
    among: str = ""
    note: str = ""
    decided: frozenset[int] = frozenset()

    def helpers(self) -> dict[int, Helper]:
        """Those of the answer by key."""
        return {key: self.person.helpers[key] for key in self.answer.helpers}


class AnswerPane(QWidget):
    """`walked(-1 or 1)` to another answer, `decided(ChoiceDraft)`, `forgotten(Helper)`,
    `tried(Trial)`, `trial_left()`, `paper_wanted()`."""

    walked = Signal(int)
    decided = Signal(object)
    forgotten = Signal(object)
    tried = Signal(object)
    trial_left = Signal()
    paper_wanted = Signal()

    def __init__(self, beside: QWidget | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown: Shown | None = None
        self._proposals: tuple[Proposal, ...] = ()
        self.setAutoFillBackground(True)
        self.setBackgroundRole(QPalette.ColorRole.Base)
        self.title = text_label("")
        theme.set_face(self.title, "head")
        self.place = text_label("", Tone.SECOND, wrap=False)
        self.before = icon_button("chevron-left", "Bessere Kombination", lambda: self._walk(-1))
        self.after = icon_button("chevron-right", "Nächste Kombination", lambda: self._walk(1))
        self.note = text_label("", Tone.SECOND)
        self.band = _Band()
        self.band.back.clicked.connect(lambda _checked=False: self.trial_left.emit())
        self.week = WeekPart()
        self.decisions = Decisions()
        self.decisions.decided.connect(self.decided)
        self.decisions.forgotten.connect(self.forgotten)
        self.proposals = QVBoxLayout()
        self.proposals.setSpacing(4)
        self.what_if = link("Was wäre, wenn …", self._turn_trial, "pencil")
        self.trial = TrialForm()
        self.trial.wanted.connect(self.tried)
        self.trial.hide()
        self.paper = link("Blatt drucken …", self.paper_wanted.emit, "printer")
        self.no_paper = text_label("", Tone.SECOND)
        self.told = text_label("", Tone.SECOND)
        self.left = text_label("", Tone.LABEL)
        self._lay_out(beside)

    def show_answer(self, shown: Shown, parents: Sequence[ParentView]) -> None:
        """Show an answer; what is being typed for its helpers stays."""
        self._shown = shown
        answer, helpers = shown.answer, shown.helpers()
        self.title.setText(telling.title(answer, shown.person.helpers))
        self.place.setText(telling.place(shown.at, shown.count, shown.among))
        for button in (self.before, self.after):
            button.setVisible(shown.count > 1)
        self.before.setEnabled(shown.at > 0)
        self.after.setEnabled(shown.at < shown.count - 1)
        _say(self.note, shown.note)
        _say(self.no_paper, "")
        self.band.hide()
        self.week.show_answer(answer, shown.board.parents, helpers)
        self.decisions.show_answer(answer, list(helpers.values()), shown.decided)
        self._propose(answer.proposals)
        days = [each.on for each in answer.days]
        self.trial.set_choices(shown.board.parents, parents, days)
        self._tell(answer, shown)

    def show_trial(self, answer: Answer, trial: Trial) -> None:
        """Show what would be, and say that it is not so."""
        if self._shown is None:
            return
        names = self._shown.board.parents
        gained = self._shown.answer.open - answer.open
        self.band.say(trial_form.told(trial, names), _gain(gained))
        self.band.show()
        self._propose(())
        self.week.show_answer(answer, names, self._shown.helpers())

    @property
    def is_trial(self) -> bool:
        """Whether a trial is shown."""
        return not self.band.isHidden()

    def refuse(self, refused: Refused) -> None:
        """A decision was refused."""
        self.decisions.refuse(refused)

    def say_no_paper(self, said: str) -> None:
        """Why there is no sheet to print, beside what asked for it."""
        _say(self.no_paper, said)

    def _tell(self, answer: Answer, shown: Shown) -> None:
        helpers = shown.person.helpers
        told = [telling.whole(answer)]
        told += [telling.handover(each, helpers) for each in answer.handovers[:3]]
        told.append(words.reasons(answer.said))
        _say(self.told, " ".join(filter(None, told)))
        left = [telling.left(each) for each in shown.board.left]
        left.append(words.reasons(shown.person.said))
        _say(self.left, " ".join(filter(None, left)))

    def _propose(self, proposals: tuple[Proposal, ...]) -> None:
        if proposals == self._proposals:
            return
        self._proposals = proposals
        while (item := self.proposals.takeAt(0)) is not None:
            if widget := item.widget():
                widget.hide()
                widget.deleteLater()
        names: Mapping[int, str] = self._shown.board.parents if self._shown else {}
        for each in proposals:
            self.proposals.addWidget(_proposal_line(telling.proposal(each, names), each, self))

    def _walk(self, by: int) -> None:
        self.walked.emit(by)

    def _turn_trial(self) -> None:
        self.trial.setVisible(self.trial.isHidden())
        if not self.trial.isHidden():
            self.trial.person.setFocus(Qt.FocusReason.OtherFocusReason)

    def _lay_out(self, beside: QWidget | None) -> None:
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self.title, 1)
        for part in (self.place, self.before, self.after):
            head.addWidget(part)
        below = QVBoxLayout()
        below.setSpacing(4)
        below.addWidget(self.decisions)
        below.addLayout(self.proposals)
        below.addWidget(self.trial)
        below.addWidget(self.told)
        below.addWidget(self.left)
        below.addStretch(1)
        aside = QVBoxLayout()
        aside.setSpacing(4)
        for act in (self.what_if, self.paper):
            aside.addWidget(act, 0, Qt.AlignmentFlag.AlignLeft)
        aside.addWidget(self.no_paper)
        aside.addSpacing(4)
        if beside is not None:
            beside.setFixedSize(theme.px(self, MAP_WIDE), theme.px(self, MAP_HIGH))
            aside.addWidget(beside)
        aside.addStretch(1)
        foot = QHBoxLayout()
        foot.setSpacing(16)
        foot.addLayout(below, 1)
        foot.addLayout(aside)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 10, 16, 10)
        column.setSpacing(8)
        column.addLayout(head)
        for widget in (self.note, self.band, self.week):
            column.addWidget(widget)
        column.addLayout(foot)
        column.addStretch(1)


class _Band(QFrame):
    """That what is shown is a trial, and the way back."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("kind", "box")
        self._head = text_label(telling.TRIAL, wrap=False)
        theme.set_face(self._head, "strong")
        self._said = text_label("")
        self.back = push("Zurück zum Dienstplan", lambda: None, "undo-2")
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 4, 4, 4)
        row.setSpacing(12)
        row.addWidget(self._head)
        row.addWidget(self._said, 1)
        row.addWidget(self.back)
        self.hide()

    def say(self, trial: str, gain: str) -> None:
        self._said.setText(f"{trial}: {gain}")
        self.setAccessibleName(f"{telling.TRIAL}. {trial}: {gain}")

    def text(self) -> str:
        """What the band says."""
        return f"{self._head.text()}: {self._said.text()}"


def _proposal_line(said: str, one: Proposal, pane: AnswerPane) -> QWidget:
    line = QWidget()
    row = QHBoxLayout(line)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(8)
    row.addWidget(text_label(said), 1)
    see = link("Ansehen", lambda: pane.tried.emit(trial_form.proposed(one)))
    see.setAccessibleName(f"Ansehen: {said}")
    row.addWidget(see)
    return line


def _gain(minutes: int) -> str:
    if not minutes:
        return "es bliebe gleich viel offen."
    more = "weniger" if minutes > 0 else "mehr"
    return f"{words.short(abs(minutes))} {more} offen."


def _say(label: QLabel, said: str) -> None:
    label.setText(said)
    label.setVisible(bool(said))
