"""One need in its room: what is recorded, and the fields to say what came of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from app.errors import Refused
from app.records.needs import NeedDraft, NeedOutcome, NeedState, NeedView, UnmetReason
from ui import theme, wording
from ui.needs import words
from ui.theme import Tone
from ui.widgets import typed_dates
from ui.widgets.buttons import link
from ui.widgets.choices import Choice
from ui.widgets.field import hinted
from ui.widgets.section import text_label
from ui.widgets.trouble import Trouble

if TYPE_CHECKING:
    from ui.needs.case_room import NeedsRoom

AS_RECORDED = "wie eingetragen"
_WIDE = 196  # pixels of a field


class NeedLine(QWidget):
    """The state is sent when it is chosen; one that was not met asks for its reason first."""

    def __init__(self, room: NeedsRoom, view: NeedView, *, has_room: bool) -> None:
        super().__init__()
        self._room, self.view = room, view
        name = words.KINDS[view.kind]
        head = text_label(name)
        theme.set_face(head, "strong")
        left = QVBoxLayout()
        left.setSpacing(2)
        left.addWidget(head)
        left.addWidget(text_label(_told(view), Tone.SECOND))
        if odd := words.advice(view):
            left.addWidget(text_label(odd))
        if view.because:
            left.addWidget(text_label(view.because))
        if view.recorded is not None and has_room:
            there = link("Zum Eintrag", lambda: room.show_source(view.kind))
            there.setAccessibleName(f"Zum Eintrag: {name}")
            left.addWidget(there, 0, Qt.AlignmentFlag.AlignLeft)
        left.addStretch(1)
        states = [(each.value, word) for each, word in words.STATES.items()]
        nobody = [("", AS_RECORDED)] if view.recorded is not None else []
        self.state = Choice([*nobody, *states])
        self.reason = Choice(
            [("", "Grund …"), *((each.value, word) for each, word in words.REASONS.items())]
        )
        self.outcome = Choice(
            [("", "Was dann? …"), *((each.value, word) for each, word in words.OUTCOMES.items())]
        )
        self.day = hinted("am TT.MM.JJJJ")
        self.because = hinted("Bemerkung")
        named = {
            self.state: "Stand",
            self.reason: "Grund",
            self.outcome: "Was dann geschah",
            self.day: "Tag",
            self.because: "Bemerkung",
        }
        right = self._right = QGridLayout()
        right.setHorizontalSpacing(8)
        right.setVerticalSpacing(4)
        right.addWidget(self.state, 0, 1)
        right.addWidget(self.reason, 0, 0)
        right.addWidget(self.outcome, 1, 0)
        right.addWidget(self.day, 1, 1)
        right.setRowStretch(3, 1)
        for widget, what in named.items():
            widget.setAccessibleName(f"{what}: {name}")
            widget.setFixedWidth(theme.px(self, _WIDE))
        self.state.choose(view.state.value if view.is_said else "")
        self.reason.choose(view.reason.value if view.reason else "")
        self.outcome.choose(view.outcome.value if view.outcome else "")
        if view.is_said and view.settled_on is not None:
            self.day.setText(f"{view.settled_on:%d.%m.%Y}")
        self.because.setText(view.because)
        self.because.setCursorPosition(0)
        self.trouble = Trouble(self)
        row = QHBoxLayout()
        row.setSpacing(16)
        row.addLayout(left, 1)
        row.addLayout(right)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 4, 0, 8)
        column.setSpacing(2)
        column.addLayout(row)
        column.addWidget(self.trouble)
        self._before = self._kept = self._values()
        self._show_fields()
        self.state.activated.connect(self._choose)
        for choice in (self.reason, self.outcome):
            choice.activated.connect(self._send)
        for line in (self.day, self.because):
            line.editingFinished.connect(self._send)

    @property
    def is_typed(self) -> bool:
        """Whether something is chosen or typed that is not noted yet."""
        return self._values() != self._kept

    def say(self, reason: str) -> None:
        """Why it was refused; what was chosen stays for another try."""
        self.trouble.say(reason)

    def _choose(self) -> None:
        self._show_fields()
        code = self.state.code()
        if not code:
            if self.view.is_said:
                self._room.forget(self, self.view.kind)
            return
        if code == NeedState.UNMET.value and not self.reason.code():
            self.reason.setFocus()
            return
        self._send()

    def _send(self) -> None:
        values = self._values()
        if not self.state.code() or values == self._before:
            return
        state = NeedState(self.state.code())
        if state is NeedState.UNMET and not self.reason.code():
            return
        try:
            partial_day = typed_dates.whole(self.day.text(), "settled_on")
        except Refused as refused:
            self.say(wording.refused(refused))
            return
        self._before = values
        unmet = state is NeedState.UNMET
        draft = NeedDraft(
            self.view.kind,
            state,
            partial_day,
            UnmetReason(self.reason.code()) if unmet else None,
            NeedOutcome(self.outcome.code()) if unmet and self.outcome.code() else None,
            self.because.text().strip(),
        )
        self._room.note(self, draft)

    def _show_fields(self) -> None:
        code = self.state.code()
        self.reason.setVisible(code == NeedState.UNMET.value)
        self.outcome.setVisible(code == NeedState.UNMET.value)
        self.day.setVisible(code in (NeedState.UNMET.value, NeedState.MET.value))
        self.because.setVisible(bool(code))
        beside = int(code == NeedState.UNMET.value)
        self._right.addWidget(self.because, 2, 1 - beside, 1, 1 + beside)
        self.because.setFixedWidth(theme.px(self, _WIDE * (1 + beside)) + 8 * beside)

    def _values(self) -> tuple[str, ...]:
        choices = (self.state.code(), self.reason.code(), self.outcome.code())
        return (*choices, self.day.text(), self.because.text())


def _told(view: NeedView) -> str:
    """What is known: since when, until when, and who says so."""
    parts = [words.STATES[view.state]]
    if view.since is not None:
        parts.append(f"Bedarf seit {view.since:%d.%m.%Y}")
    if view.settled_on is not None:
        parts.append(f"geklärt am {view.settled_on:%d.%m.%Y}")
    elif view.state is NeedState.MET:
        parts.append("Tag nicht bekannt")
    if view.reason is not None:
        parts.append(words.REASONS[view.reason])
    if view.outcome is not None:
        parts.append(words.OUTCOMES[view.outcome])
    parts.append("vermerkt" if view.is_said else "aus den Einträgen")
    if view.is_said and view.recorded is not None and view.recorded is not view.state:
        parts.append(f"eingetragen ist: {words.STATES[view.recorded]}")
    return " · ".join(parts)
