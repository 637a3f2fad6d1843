"""A practice and a person in the room of a case: what it is, what fits, where they stand."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout

from app.errors import Refused
from app.records.practice import FAILED, InterestDraft, PracticeState, PracticeView
from app.rules.practice_matching import Finding, Verdict
from ui import theme, wording
from ui.practice import words
from ui.theme import Tone
from ui.widgets import typed_dates
from ui.widgets.choices import Choice
from ui.widgets.field import hinted
from ui.widgets.lined_room import ToldLine
from ui.widgets.paragraphs import quiet_link
from ui.widgets.section import text_label
from ui.widgets.trouble import Trouble

STATES = [(each.value, word) for each, word in words.STATES.items()]
_ORDER = (Verdict.FAILS, Verdict.UNKNOWN, Verdict.FITS)
WIDE = 176


class PracticeLine(ToldLine):
    """`noted(InterestDraft)` when a state is chosen or its day or reason typed, `removed()` when
    the note is to go, `shown()` when the practice itself is wanted."""

    noted = Signal(object)
    removed = Signal()
    shown = Signal()

    def __init__(
        self,
        practice: PracticeView,
        draft: InterestDraft | None,
        person: int,
        said: Sequence[str],
        today: date,
    ) -> None:
        super().__init__()
        self._draft, self._person, self._practice = draft, person, practice.id
        title = practice.draft.title
        head = text_label(title, wrap=True)
        theme.set_face(head, "strong")
        left = QVBoxLayout()
        left.setSpacing(2)
        left.addWidget(head)
        left.addWidget(text_label(words.told(practice, today), Tone.SECOND))
        for line in said:
            left.addWidget(text_label(line))
        acts = QHBoxLayout()
        acts.setSpacing(12)
        self.open = quiet_link("Zur Praxis", self.shown.emit, "arrow-right")
        acts.addWidget(self.open)
        self.remove = quiet_link("Vermerk löschen", self.removed.emit, "trash-2")
        acts.addWidget(self.remove)
        acts.addStretch(1)
        left.addLayout(acts)
        self.state = Choice(STATES if draft else [("", "nicht vermerkt"), *STATES])
        self.state.setAccessibleName(f"Stand: {title}")
        self.next_on = hinted("Nachfassen am TT.MM.JJJJ")
        self.next_on.setAccessibleName(f"Nachfassen am: {title}")
        self.reason = hinted("warum")
        self.reason.setAccessibleName(f"Grund: {title}")
        self.trouble = Trouble(self)
        self.state.activated.connect(self._choose)
        for line_edit in (self.next_on, self.reason):
            line_edit.editingFinished.connect(self._typed)
        right = QVBoxLayout()
        right.setSpacing(4)
        for editor in (self.state, self.next_on, self.reason):
            editor.setFixedWidth(theme.px(self, WIDE))
            right.addWidget(editor)
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
        self._fill()
        self._kept = self._values()

    def say(self, reason: str) -> None:
        """Why it was refused; what is typed stays for another try."""
        self.trouble.say(reason)

    @property
    def is_typed(self) -> bool:
        return self._values() != self._kept

    def _values(self) -> tuple[str, ...]:
        return (self.state.code(), *_told(self.next_on, self.reason))

    def _fill(self) -> None:
        draft = self._draft
        self.remove.setVisible(draft is not None)
        self.state.choose(draft.state.value if draft else "")
        self.next_on.setText(typed_dates.shown(draft.next_on if draft else None))
        self.reason.setText(draft.because if draft else "")
        self.reason.setCursorPosition(0)
        self._show_editors(draft.state if draft else None)

    def _show_editors(self, state: PracticeState | None) -> None:
        self.next_on.setVisible(state is not None and state not in FAILED)
        self.reason.setVisible(state in FAILED)

    def _choose(self) -> None:
        if not self.state.code():
            return
        state = PracticeState(self.state.code())
        self._show_editors(state)
        if state in FAILED and not self.reason.text().strip():
            self.reason.setFocus()
            return
        self._send(state)

    def _typed(self) -> None:
        """Only where it is another than what is noted: leaving a field is no entry."""
        draft, code = self._draft, self.state.code()
        if not code or _told(self.next_on, self.reason) == (
            typed_dates.shown(draft.next_on if draft else None),
            draft.because if draft else "",
        ):
            return
        self._send(PracticeState(code))

    def _send(self, state: PracticeState) -> None:
        self.say("")
        try:
            next_on = None if state in FAILED else typed_dates.whole(self.next_on.text(), "next_on")
        except Refused as refused:
            self.say(wording.refused(refused))
            return
        because = self.reason.text().strip() if state in FAILED else ""
        self.noted.emit(InterestDraft(self._person, self._practice, state, next_on, because))


def reasons(findings: Sequence[Finding]) -> list[str]:
    """A line for each verdict, what speaks against it first: "Passt: Beruf (derselbe Beruf)"."""
    found = []
    for verdict in _ORDER:
        told = [
            f"{words.CRITERIA[each.criterion]} ({words.reason(each)})"
            for each in findings
            if each.verdict is verdict
        ]
        if told:
            word = words.VERDICTS[verdict]
            found.append(f"{word[0].upper()}{word[1:]}: {'; '.join(told)}")
    return found


def _told(*editors: QLineEdit) -> tuple[str, ...]:
    return tuple(each.text().strip() for each in editors)
