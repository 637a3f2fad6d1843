"""One step in full, the same on both tabs of the plan: until when, papers, note, why, acts."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QPalette, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from app.errors import Refused
from app.records.plan import PlanView, StepView
from app.rules.terms import StepState, Track
from ui import icons, theme
from ui.theme import Tone
from ui.widgets import opening_words, step_words
from ui.widgets.note_editor import NoteEditor
from ui.widgets.paragraphs import Paragraphs, wrapped
from ui.widgets.scrolling import column_on
from ui.widgets.step_actions import Deed, StepActions
from ui.widgets.step_facts import LabelledLines, Papers
from ui.widgets.step_office import StepOffice
from ui.widgets.step_opening import StepOpening
from ui.widgets.step_people import StepPeople
from ui.widgets.step_proof import StepProof
from ui.widgets.step_waits import StepWaits

DUE, COUNTED, WHO, FOR_WHOM = "Termin", "Berechnet", "Wer", "Für"
OFFICE, WAITS = "Zuständig", "Wartet auf"
WHY, BASIS, EVIDENCE, PROOF = "Warum", "Grundlage", "Quelle", "Beleg"
ORDER = (DUE, COUNTED, WHO, FOR_WHOM, OFFICE, WAITS)
LOW = 260  # pixels at 100 % below which the acts scroll with the words


class StepPane(QWidget):
    """Shows a step and hands what the user does to `do`, which runs it at once.

    `edit_wanted(step)` for an own step, `step_wanted(step)`, `provider_wanted(id)` to show one
    of these, `left()` with Esc. `who` is the name that vouches for a step at first.
    """

    edit_wanted = Signal(int)
    step_wanted = Signal(int)
    provider_wanted = Signal(int)
    left = Signal()

    def __init__(
        self,
        do: Callable[[Deed], None],
        who: Callable[[], str] = str,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._step: StepView | None = None
        self._today = date.min
        self.setAutoFillBackground(True)
        self.setBackgroundRole(QPalette.ColorRole.Base)
        self.actions_row = StepActions(do)
        self.actions_row.edit_wanted.connect(self.edit_wanted)
        self.people = StepPeople(self.actions_row.run)
        self.people.asked.connect(self._show_form, Qt.ConnectionType.QueuedConnection)
        self.office = StepOffice()
        self.office.provider_wanted.connect(self.provider_wanted)
        self.opening = StepOpening(self.actions_row.run)
        self.waits = StepWaits()
        self.waits.step_wanted.connect(self.step_wanted)
        self.proof = StepProof(self.actions_row.run, who)
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
            self.note.save()
        self._step = step
        self._scroll.setVisible(step is not None)
        self.actions_row.setVisible(step is not None)
        low = self.actions_row.parentWidget() is self._scroll.widget()
        self._line.setVisible(step is not None and not low)
        self._none.setVisible(step is None)
        if step is None or plan is None:
            self.note.set_note("")
            return
        self._today = plan.today
        self._title.setText(step.title)
        self._show_standing(step)
        self._explanation.set_texts((step.explanation, *step.notes))
        self._show_lines(step, plan)
        self._show_around(step, plan, same=same)
        self.papers.set_papers(step.documents, plan.today)
        self._papers_label.setVisible(bool(step.documents))
        if same:
            self.note.keep(step.note)
        else:
            self.note.set_note(step.note)
            self._scroll.verticalScrollBar().setValue(0)
        self.actions_row.set_step(step, plan.today, same=same)
        self.setAccessibleName(f"Einzelheiten: {step.title}")

    def edit_note(self) -> None:
        """Lead to the note."""
        if self._step is not None:
            self.note.setFocus(Qt.FocusReason.OtherFocusReason)
            self._scroll.ensureWidgetVisible(self.note)

    def enter(self) -> None:
        """Lead to what can be done."""
        self.actions_row.primary.setFocus(Qt.FocusReason.OtherFocusReason)
        self._scroll.ensureWidgetVisible(self.actions_row.primary)

    def tick(self) -> None:
        """Do what Space does in the list."""
        self.actions_row.tick()

    def refuse(self, refused: Refused) -> None:
        """Say a refusal beside what was asked."""
        beside = self.people.refuse(refused) or self.proof.refuse(refused)
        self.actions_row.refuse(refused, beside=beside)

    def said(self, label: str) -> str:
        """What the pane says behind a label now, a line a paragraph."""
        around: dict[str, StepPeople | StepOffice | StepProof] = {
            WHO: self.people,
            OFFICE: self.office,
            PROOF: self.proof,
        }
        widget = around.get(label)
        if widget is not None:
            return widget.text() if widget.isVisibleTo(self) else ""
        return (self._lines if label in ORDER else self._reasons).said(label)

    def explained(self) -> str:
        """What the pane says of the step in sentences, a line a paragraph."""
        return self._explanation.text()

    def standing(self) -> str:
        """Where the step stands, as the pane says it."""
        return self._standing.text()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_acts(low=self.height() < theme.px(self, LOW))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_F2:
            self.edit_note()
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def _build(self) -> None:
        self._title, self._standing, self._explanation = wrapped(), wrapped(), Paragraphs()
        theme.set_face(self._title, "head")
        theme.set_face(self._standing, "strong")
        self._mark = QLabel()
        standing = QHBoxLayout()
        standing.setSpacing(8)
        standing.addWidget(self._mark, 0, Qt.AlignmentFlag.AlignTop)
        standing.addWidget(self._standing, 1)
        self._lines = LabelledLines(
            ORDER, {WHO: self.people, OFFICE: self.office, WAITS: self.waits}
        )
        self._papers_label = QLabel("Unterlagen")
        theme.set_tone(self._papers_label, Tone.LABEL)
        self.papers = Papers()
        self.papers.marked.connect(self._mark_paper)
        self.note = NoteEditor("Notiz zum Schritt", "Notiz … (F2, Strg+Enter speichert)")
        self.note.saved.connect(self._save_note)
        self.note.setToolTip("F2 führt hierher, Strg+Enter speichert, Esc verwirft")
        self._reasons = LabelledLines((WHY, BASIS, EVIDENCE, PROOF), {PROOF: self.proof})
        body, column = column_on(spacing=8)
        column.addWidget(self._title)
        column.addLayout(standing)
        for widget in (
            self._explanation,
            self._lines,
            self.people.form,
            self.opening,
            self._papers_label,
            self.papers,
            self.note,
            self._reasons,
            self.proof.name_ask,
        ):
            column.addWidget(widget)
        column.addStretch(1)
        self._body = column
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setWidget(body)
        self._none = wrapped("Wählen Sie einen Schritt, dann steht hier, was dazu gehört.")
        self._none.setMargin(16)
        self._none.setAlignment(Qt.AlignmentFlag.AlignTop)
        theme.set_tone(self._none, Tone.SECOND)
        outer = self._outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addWidget(self._none)
        outer.addWidget(self._scroll, 1)
        line = QFrame()
        line.setFixedHeight(1)
        line.setAutoFillBackground(True)
        line.setBackgroundRole(QPalette.ColorRole.Midlight)
        self._line = line
        outer.addWidget(line)
        outer.addWidget(self.actions_row)

    def _place_acts(self, *, low: bool) -> None:
        """The acts stay at the foot; where there is little height they follow the words."""
        inside = self.actions_row.parentWidget() is self._scroll.widget()
        if low is inside:
            return
        self._line.setVisible(not low and self._step is not None)
        if low:
            self._outer.removeWidget(self.actions_row)
            self._body.addWidget(self.actions_row)
        else:
            self._body.removeWidget(self.actions_row)
            self._outer.addWidget(self.actions_row)

    def _show_form(self) -> None:
        self._scroll.ensureWidgetVisible(self.people.form)

    def _show_standing(self, step: StepView) -> None:
        text = step_words.standing(step)
        if step_words.is_open(step):
            text = f"{text} · {step_words.kind(step)}"
        if step.unproven:
            text = f"{text} · unbelegt"
        if step.pinned:
            text = f"{text} · von Hand fixiert"
        if step.by_hand:
            text = f"{text} · von Hand hinzugefügt"
        if step.snoozed_until is not None:
            text = f"{text} · {step_words.put_off(step)}"
        self._standing.setText(text)
        tone = Tone.RED if step_words.is_broken(step) else Tone.INK
        theme.set_tone(self._standing, tone)
        name = "triangle-alert" if step.late else "pin" if step.pinned else ""
        name = "check" if step.state is StepState.DONE else name
        self._mark.setVisible(bool(name))
        if name:
            size = theme.px(self, icons.SIZE)
            colour = theme.colour_of(self.palette(), tone).name()
            self._mark.setPixmap(icons.pixmap(name, colour, size))

    def _show_lines(self, step: StepView, plan: PlanView) -> None:
        due = step_words.due_day(step) or "noch offen"
        if step.promptly:
            due = f"unverzüglich; erinnert wird {due}" if step.due else "unverzüglich"
        counted = (step_words.computed(step, dict(plan.anchors)), step_words.moved(step))
        if step.last_opening is not None:
            due = "\n".join(
                part for part in (due, opening_words.in_short(step.last_opening)) if part
            )
        everybody = step.track is Track.RELOCATION
        for label, words in (
            (DUE, due),
            (COUNTED, "\n".join(part for part in counted if part)),
            (FOR_WHOM, step_words.for_whom(step, plan) if everybody else step.person_name),
        ):
            self._lines.say(label, words)
        self._reasons.say(WHY, step_words.why(step))
        self._reasons.say(BASIS, f"{step.basis} ({step_words.kind(step)})" if step.basis else "")
        self._reasons.say(EVIDENCE, step_words.evidence(step))

    def _show_around(self, step: StepView, plan: PlanView, *, same: bool) -> None:
        """Who, where, what comes first, who vouches for it."""
        self.people.set_step(step, plan.head.id, same=same)
        self._lines.show_widget(WHO, shown=bool(step.roles))
        self._lines.show_widget(OFFICE, shown=self.office.set_step(step, plan.today))
        self.opening.set_step(step)
        self._lines.show_widget(WAITS, shown=self.waits.set_step(step))
        self._reasons.show_widget(PROOF, shown=self.proof.set_step(step, same=same))

    def _mark_paper(self, key: str, there: bool) -> None:  # noqa: FBT001 - a slot
        step = self._step
        if step is None:
            return
        step_id = step.id
        if there:
            kept = self.actions_row.run(lambda desk: desk.plan.mark_document(step_id, key))
        else:
            kept = self.actions_row.run(lambda desk: desk.plan.unmark_document(step_id, key))
        if not kept:
            self.papers.set_papers(step.documents, self._today)

    def _save_note(self, text: str) -> None:
        if self._step is not None:
            step_id, before = self._step.id, self._step.note
            if not self.actions_row.run(lambda desk: desk.plan.note(step_id, text)):
                self.note.take_back(before)
