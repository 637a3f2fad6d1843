"""One step in full, the same on both tabs of the plan: why, until when, papers, note, acts."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, TypeAlias

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QPalette
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from app.done import Done
from app.errors import Reason, Refused
from app.records.plan import PlanView, StepView
from app.rules.calendar import Day, Precision
from app.rules.terms import DateKind, StepState, Track
from ui import icons, theme, wording
from ui.theme import Tone
from ui.widgets import step_words
from ui.widgets.buttons import primary, push
from ui.widgets.date_entry import DateEntry
from ui.widgets.inline_ask import InlineAsk
from ui.widgets.note_editor import NoteEditor
from ui.widgets.step_facts import LabelledLines, Papers

if TYPE_CHECKING:
    from app.desk import Desk

Deed: TypeAlias = "Callable[[Desk], Done]"
DUE, COUNTED, WHO, FOR_WHOM, WHY, OFFICE, BASIS, EVIDENCE = (
    "Fällig",
    "Berechnet",
    "Wer",
    "Für",
    "Warum",
    "Stelle",
    "Grundlage",
    "Quelle",
)


class StepPane(QWidget):
    """Shows a step and hands what the user does to `do`, which runs it at once.

    `edit_wanted(step)` for an own step, `left()` with Esc.
    """

    edit_wanted = Signal(int)
    left = Signal()

    def __init__(self, do: Callable[[Deed], None], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._do = do
        self._step: StepView | None = None
        self._refused = False
        self._open_ask: InlineAsk | None = None
        self.setAutoFillBackground(True)
        self.setBackgroundRole(QPalette.ColorRole.Base)
        self._build()
        self.set_step(None, None)

    @property
    def step_id(self) -> int | None:
        """The step shown."""
        return self._step.id if self._step else None

    def set_step(self, step: StepView | None, plan: PlanView | None) -> None:
        """Show a step, or that none is chosen. Another step saves a note still being typed."""
        same = step is not None and self._step is not None and step.id == self._step.id
        if not same:
            self._note.save()
            self._close_ask()
            self._sentence.hide()
        self._step = step
        self._body.setVisible(step is not None)
        self._actions.setVisible(step is not None)
        self._none.setVisible(step is None)
        if step is None or plan is None:
            return
        self._title.setText(step.title)
        self._show_standing(step)
        self._explanation.setText(step.explanation)
        self._explanation.setVisible(bool(step.explanation))
        self._show_lines(step, plan)
        self._papers.set_papers(step.documents)
        self._papers_label.setVisible(bool(step.documents))
        if same:
            self._note.keep(step.note)
        else:
            self._note.set_note(step.note)
            self._scroll.verticalScrollBar().setValue(0)
        self._show_actions(step)
        self.setAccessibleName(f"Einzelheiten: {step.title}")

    def edit_note(self) -> None:
        """Lead to the note."""
        if self._step is not None:
            self._note.setFocus(Qt.FocusReason.OtherFocusReason)
            self._scroll.ensureWidgetVisible(self._note)

    def enter(self) -> None:
        """Lead to what can be done."""
        self._primary.setFocus(Qt.FocusReason.OtherFocusReason)

    def tick(self) -> None:
        """Do what Space does: done, or open again."""
        step = self._step
        if step is not None and step.kind is not DateKind.HINT:
            step_id = step.id
            if step.state is StepState.OPEN:
                self._run(lambda desk: desk.plan.tick(step_id))
            else:
                self._run(lambda desk: desk.plan.untick(step_id))

    def refuse(self, refused: Refused) -> None:
        """Say a refusal beside what was asked, or below the acts."""
        self._refused = True
        if self._open_ask is not None:
            self._open_ask.say(wording.refused(refused))
        else:
            self._sentence.setText(wording.refused(refused))
            self._sentence.show()

    def ask_pin(self) -> None:
        """Ask for the date to fix."""
        if self._step is not None:
            self._pin_date.set_day(self._step.due)
            self._open(self._pin_ask)

    def ask_reason(self) -> None:
        """Ask why the step is not needed."""
        if self._step is not None:
            self._reason.setText(self._step.reason)
            self._open(self._reason_ask)

    def ask_done_on(self) -> None:
        """Ask on which day the step was done."""
        if self._step is not None and self._step.done_on is not None:
            self._done_date.set_day(Day(self._step.done_on))
            self._open(self._done_ask)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_F2:
            self.edit_note()
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def _build(self) -> None:
        self._title = _wrapped()
        theme.set_face(self._title, "head")
        self._mark = QLabel()
        self._standing = _wrapped()
        theme.set_face(self._standing, "strong")
        self._explanation = _wrapped()
        self._lines = LabelledLines(
            (DUE, COUNTED, WHO, FOR_WHOM, WHY, OFFICE, BASIS, EVIDENCE), self
        )
        self._papers_label = QLabel("Unterlagen")
        theme.set_tone(self._papers_label, Tone.LABEL)
        self._papers = Papers()
        self._papers.marked.connect(self._mark_paper)
        self._note = NoteEditor("Notiz zum Schritt", "Notiz … (F2, Strg+Enter speichert)")
        self._note.saved.connect(self._save_note)
        self._note.setToolTip("F2 führt hierher, Strg+Enter speichert, Esc verwirft")
        head = QGridLayout()
        head.setContentsMargins(0, 0, 0, 0)
        head.setHorizontalSpacing(8)
        head.addWidget(self._title, 0, 0, 1, 2)
        head.addWidget(self._mark, 1, 0, Qt.AlignmentFlag.AlignTop)
        head.addWidget(self._standing, 1, 1)
        head.setColumnStretch(1, 1)
        self._body = QWidget()
        column = QVBoxLayout(self._body)
        column.setContentsMargins(16, 12, 16, 12)
        column.setSpacing(8)
        column.addLayout(head)
        for widget in (self._explanation, self._lines, self._papers_label, self._papers):
            column.addWidget(widget)
        column.addSpacing(4)
        column.addWidget(self._note)
        column.addStretch(1)
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setWidget(self._body)
        self._body.setAutoFillBackground(True)
        self._body.setBackgroundRole(QPalette.ColorRole.Base)
        self._none = _wrapped("Wählen Sie einen Schritt, dann steht hier, was dazu gehört.")
        self._none.setMargin(16)
        theme.set_tone(self._none, Tone.SECOND)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addWidget(self._none, 0, Qt.AlignmentFlag.AlignTop)
        outer.addWidget(self._scroll, 1)
        self._build_actions()
        outer.addWidget(self._actions)

    def _build_actions(self) -> None:
        self._actions = QFrame()
        self._primary: QPushButton = primary("Erledigt", self.tick, "check")
        self._primary.setToolTip("Erledigt (Leertaste in der Liste)")
        self._pin = push("Fixieren …", self.ask_pin, "pin")
        self._unpin = push("Lösen", self._let_move, "pin-off")
        self._unpin.setToolTip("Der Termin wandert wieder mit")
        self._not_needed = push("Nicht nötig, weil …", self.ask_reason)
        self._done_on = push("Datum ändern …", self.ask_done_on, "calendar")
        self._edit = push("Ändern …", self._edit_own, "pencil")
        self._remove = push("Entfernen", self._remove_own, "trash-2")
        self._pin_date, self._reason, self._done_date = DateEntry(), QLineEdit(), DateEntry()
        self._pin_ask = InlineAsk("Fest am Tag oder im Monat", "Fixieren", self._pin_date)
        self._reason_ask = InlineAsk("Nicht nötig, weil …", "Speichern", self._reason)
        self._done_ask = InlineAsk("Erledigt am", "Speichern", self._done_date)
        self._pin_ask.given.connect(self._pinned)
        self._reason_ask.given.connect(self._reasoned)
        self._done_ask.given.connect(self._redated)
        self._sentence = _wrapped()
        theme.set_face(self._sentence, "strong")
        grid = QGridLayout(self._actions)
        grid.setContentsMargins(16, 8, 16, 12)
        grid.setSpacing(8)
        self._buttons = (
            self._pin,
            self._unpin,
            self._done_on,
            self._not_needed,
            self._edit,
            self._remove,
        )
        grid.addWidget(self._primary, 0, 0, 1, 2)
        self._grid = grid
        for row, ask in enumerate((self._pin_ask, self._reason_ask, self._done_ask)):
            ask.left.connect(self._leave_ask)
            ask.hide()
            grid.addWidget(ask, 10 + row, 0, 1, 2)
        grid.addWidget(self._sentence, 20, 0, 1, 2)
        self._sentence.hide()

    def _show_standing(self, step: StepView) -> None:
        text = step_words.standing(step)
        said = step_words.kind(step)
        if step_words.is_open(step) and not step.own:
            text = f"{text} · {said}"
        if step.pinned:
            text = f"{text} · von Hand fixiert"
        self._standing.setText(text)
        red = step_words.is_broken(step)
        tone = Tone.RED if red else Tone.INK
        theme.set_tone(self._standing, tone)
        name = "triangle-alert" if step.late else "pin" if step.pinned else ""
        name = "check" if step.state is StepState.DONE else name
        self._mark.setVisible(bool(name))
        if name:
            size = theme.px(self, icons.SIZE)
            colour = theme.colour_of(self.palette(), tone).name()
            self._mark.setPixmap(icons.pixmap(name, colour, size))

    def _show_lines(self, step: StepView, plan: PlanView) -> None:
        due = step_words.day(step.due) if step.due else "noch offen"
        if step.promptly:
            due = f"unverzüglich; erinnert wird {due}" if step.due else "unverzüglich"
        basis = f"{step.basis} ({step_words.kind(step)})" if step.basis else ""
        everybody = step.track is Track.RELOCATION
        whom = step_words.for_whom(step, plan) if everybody else step.person_name
        for label, words in (
            (DUE, due),
            (COUNTED, step_words.computed(step, dict(plan.anchors))),
            (WHO, step_words.roles(step)),
            (FOR_WHOM, whom),
            (WHY, step_words.why(step)),
            (OFFICE, step.office),
            (BASIS, basis),
            (EVIDENCE, step_words.evidence(step)),
        ):
            self._lines.say(label, words)

    def _show_actions(self, step: StepView) -> None:
        is_open = step.state is StepState.OPEN
        words = {
            StepState.OPEN: "Erledigt",
            StepState.DONE: "Wieder öffnen",
            StepState.NOT_NEEDED: "Doch nötig",
        }
        self._primary.setText(words[step.state])
        icons.dress(self._primary, "check" if is_open else "undo-2", Tone.ON_ACCENT)
        self._primary.setVisible(step.kind is not DateKind.HINT)
        wanted = {
            self._pin: is_open and not step.pinned,
            self._unpin: is_open and step.pinned and not step.own,
            self._done_on: step.state is StepState.DONE,
            self._not_needed: is_open,
            self._edit: step.own,
            self._remove: step.own,
        }
        at = 0
        for button in self._buttons:
            self._grid.removeWidget(button)
            button.setVisible(wanted[button])
            if wanted[button]:
                self._grid.addWidget(button, 1 + at // 2, at % 2)
                at += 1

    def _run(self, deed: Deed) -> bool:
        """Whether it was not refused."""
        self._refused = False
        self._sentence.hide()
        self._do(deed)
        return not self._refused

    def _open(self, ask: InlineAsk) -> None:
        self._close_ask()
        self._open_ask = ask
        ask.open()

    def _close_ask(self) -> None:
        if self._open_ask is not None:
            self._open_ask.hide()
            self._open_ask = None

    def _leave_ask(self) -> None:
        self._close_ask()
        self._primary.setFocus(Qt.FocusReason.OtherFocusReason)

    def _mark_paper(self, key: str, there: bool) -> None:  # noqa: FBT001 - a slot
        step = self._step
        if step is None:
            return
        step_id = step.id
        if there:
            kept = self._run(lambda desk: desk.plan.mark_document(step_id, key))
        else:
            kept = self._run(lambda desk: desk.plan.unmark_document(step_id, key))
        if not kept:
            self._papers.set_papers(step.documents)

    def _save_note(self, text: str) -> None:
        if self._step is not None:
            step_id = self._step.id
            self._run(lambda desk: desk.plan.note(step_id, text))

    def _pinned(self) -> None:
        day = self._asked_day(self._pin_ask, self._pin_date)
        if day is not None and self._step is not None:
            step_id = self._step.id
            if self._run(lambda desk: desk.plan.pin(step_id, day)):
                self._leave_ask()

    def _redated(self) -> None:
        day = self._asked_day(self._done_ask, self._done_date)
        if day is None or self._step is None:
            return
        if day.precision is Precision.MONTH:
            self.refuse(Refused(Reason.NOT_A_DATE))
            return
        step_id, on = self._step.id, day.on
        if self._run(lambda desk: desk.plan.tick(step_id, on)):
            self._leave_ask()

    def _reasoned(self) -> None:
        if self._step is not None:
            step_id, reason = self._step.id, self._reason.text()
            if self._run(lambda desk: desk.plan.not_needed(step_id, reason)):
                self._leave_ask()

    def _asked_day(self, ask: InlineAsk, field: DateEntry) -> Day | None:
        try:
            day = field.day()
        except Refused as refused:
            ask.say(wording.refused(refused))
            return None
        if day is None:
            ask.say(wording.refused(Refused(Reason.BLANK)))
        return day

    def _let_move(self) -> None:
        if self._step is not None:
            step_id = self._step.id
            self._run(lambda desk: desk.plan.unpin(step_id))

    def _edit_own(self) -> None:
        if self._step is not None:
            self.edit_wanted.emit(self._step.id)

    def _remove_own(self) -> None:
        if self._step is not None:
            step_id = self._step.id
            self._run(lambda desk: desk.plan.remove_own(step_id))


def _wrapped(text: str = "") -> QLabel:
    label = QLabel(text)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    return label
