"""What is decided about each helper of an answer: one row each, asked in place."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from app.errors import Refused
from app.records.care import CareState, ChoiceDraft
from app.records.care_board import Answer, Helper
from ui import theme, wording
from ui.care import words
from ui.care.promise import PromiseForm
from ui.theme import Tone
from ui.widgets.buttons import Segments, icon_button
from ui.widgets.flow import FlowLayout
from ui.widgets.inline_ask import InlineAsk
from ui.widgets.section import text_label

NAME_WIDE, MINUTES_WIDE = 160, 56


class DecisionRow(QWidget):
    """`decided(ChoiceDraft)` for another state, `forgotten(Helper)` to take it back."""

    decided = Signal(object)
    forgotten = Signal(object)

    def __init__(self, helper: Helper, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.helper = helper
        self._name = text_label("")
        theme.set_face(self._name, "strong")
        self._name.setFixedWidth(theme.px(self, NAME_WIDE))
        self._minutes = text_label("", Tone.SECOND, wrap=False)
        self._minutes.setMinimumWidth(theme.px(self, MINUTES_WIDE))
        self.states: Segments[CareState] = Segments(
            f"Stand von {helper.name}", tuple(words.STATES.items())
        )
        self.states.chosen.connect(self._picked)
        self.back = icon_button("undo-2", f"Stand von {helper.name} zurücknehmen", flat=True)
        self.back.clicked.connect(lambda _checked=False: self.forgotten.emit(self.helper))
        self.reason = InlineAsk("abgelehnt, &weil …", "Ablehnung speichern", QLineEdit())
        self.reason.given.connect(self._declined)
        self.reason.left.connect(self._leave)
        self.promise = PromiseForm()
        self.promise.given.connect(self._promised)
        self.promise.left.connect(self._leave)
        self._lay_out()
        self._leave()

    @property
    def is_asking(self) -> bool:
        """Whether something is being typed here."""
        return not (self.reason.isHidden() and self.promise.isHidden())

    def show_helper(self, helper: Helper, minutes: int, *, decided: bool) -> None:
        """Say what it covers and where it stands; what is being typed stays. `decided`: there is
        something to take back."""
        self.helper = helper
        self._name.setText(words.named(helper))
        self._name.setFixedHeight(self._name.heightForWidth(self._name.width()))
        self._minutes.setText(words.hours(minutes))
        self._minutes.setAccessibleName(f"{helper.name} deckt {words.hours(minutes)}")
        self.back.setVisible(decided)
        if not self.is_asking:
            self.states.choose(helper.state)

    def refuse(self, refused: Refused) -> None:
        """Say why it was refused, beside what is asked."""
        if not self.promise.isHidden():
            self.promise.refuse(refused)
        elif not self.reason.isHidden():
            self.reason.say(wording.refused(refused))
        else:
            self.states.choose(self.helper.state)

    def settle(self) -> None:
        """What was asked is saved."""
        self.reason.editor.clear()
        self.promise.clear()
        self.reason.hide()
        self.promise.hide()

    def _picked(self, state: CareState) -> None:
        self.reason.setVisible(state is CareState.DECLINED)
        self.promise.setVisible(state is CareState.PROMISED)
        if state is CareState.DECLINED:
            self.reason.open()
        elif state is CareState.PROMISED:
            self.promise.open()
        elif state is not self.helper.state:
            self._decide(ChoiceDraft(state))

    def _declined(self) -> None:
        self._decide(ChoiceDraft(CareState.DECLINED, because=self.reason.editor.text().strip()))

    def _promised(self) -> None:
        try:
            draft = self.promise.draft()
        except Refused as refused:
            self.promise.refuse(refused)
            return
        self._decide(draft)

    def _decide(self, draft: ChoiceDraft) -> None:
        provider, carer = self.helper.provider, self.helper.carer
        self.decided.emit(
            ChoiceDraft(
                draft.state,
                provider,
                carer,
                draft.because,
                draft.hours_osm,
                draft.valid_from,
                draft.valid_to,
            )
        )

    def _leave(self) -> None:
        """Turn back: what is decided holds."""
        self.reason.hide()
        self.promise.hide()
        self.states.choose(self.helper.state)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(0, 0, 0, 0)
        head.setSpacing(8)
        head.addWidget(self._name)
        head.addWidget(self._minutes)
        acts = QHBoxLayout()
        acts.setContentsMargins(0, 0, 0, 0)
        acts.setSpacing(4)
        acts.addWidget(self.states)
        acts.addWidget(self.back)
        left, right = QWidget(), QWidget()
        left.setLayout(head)
        right.setLayout(acts)
        line = QWidget()
        flow = FlowLayout(line, spacing=6)
        flow.addWidget(left)
        flow.addWidget(right)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 3, 0, 3)
        column.setSpacing(4)
        for part in (line, self.reason, self.promise):
            column.addWidget(part)


class Decisions(QWidget):
    """`decided(ChoiceDraft)`, `forgotten(Helper)`."""

    decided = Signal(object)
    forgotten = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows: list[DecisionRow] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._last: DecisionRow | None = None

    def show_answer(
        self, answer: Answer, helpers: Sequence[Helper], decided: frozenset[int]
    ) -> None:
        """The helpers of an answer and the keys of those something is decided about; rows of those
        that stay are kept with what is typed there."""
        kept = {row.helper.key: row for row in self.rows}
        wanted = [each.key for each in helpers]
        if wanted != [row.helper.key for row in self.rows]:
            for key, row in kept.items():
                self._column.removeWidget(row)
                if key not in wanted:
                    row.hide()
                    row.deleteLater()
            self.rows = [kept.get(each.key) or self._made(each) for each in helpers]
            for row in self.rows:
                self._column.addWidget(row)
        for row, each in zip(self.rows, helpers, strict=True):
            row.show_helper(each, answer.by.get(each.key, 0), decided=each.key in decided)
        if self._last not in self.rows:
            self._last = None

    def unsaved(self) -> bool:
        """Whether a reason or a promise is being typed."""
        return any(
            row.is_asking and (row.reason.editor.text().strip() or row.promise.is_begun)
            for row in self.rows
        )

    def refuse(self, refused: Refused) -> None:
        """The last decision was refused."""
        if self._last is not None:
            self._last.refuse(refused)

    def settle(self) -> None:
        """The last decision is saved."""
        if self._last is not None:
            self._last.settle()

    def _made(self, helper: Helper) -> DecisionRow:
        row = DecisionRow(helper, self)
        row.decided.connect(self._decide)
        row.forgotten.connect(self.forgotten)
        return row

    def _decide(self, draft: ChoiceDraft) -> None:
        sender = self.sender()
        self._last = sender if isinstance(sender, DecisionRow) else None
        self.decided.emit(draft)
