"""A home and a case: how it fits point by point, and where the case stands with it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from app.errors import Refused
from app.records.housing import (
    FAILED,
    FailedBecause,
    HomeMatch,
    InterestDraft,
    InterestState,
    InterestView,
)
from app.rules.home_matching import Verdict
from ui import theme, wording
from ui.housing import point_words, words
from ui.theme import Tone
from ui.widgets import typed_dates, typed_times
from ui.widgets.buttons import link, push
from ui.widgets.choices import Choice
from ui.widgets.field import hinted
from ui.widgets.section import text_label
from ui.widgets.trouble import Trouble

if TYPE_CHECKING:
    from app.desk import Desk
    from app.done import Done

WIDE = 200
STATES = [(each.value, word) for each, word in words.STATES.items()]
REASONS = [("", "Grund wählen"), *((each.value, word) for each, word in words.BECAUSE.items())]
_ASKING = frozenset({InterestState.VIEWING, InterestState.ACCEPTED}) | FAILED
"""States that want to know something more before they are noted."""
Send = Callable[["HomeLine", Callable[["Desk"], "Done"]], None]


class HomeLine(QWidget):
    """`send(line, command)` when something is noted; a refusal is told below the line."""

    def __init__(
        self, case: int, match: HomeMatch, interest: InterestView | None, send: Send
    ) -> None:
        super().__init__()
        self._case, self.match, self.interest, self._send = case, match, interest, send
        title = match.offer.draft.title
        self.state = Choice(STATES if interest else [("", "nicht vermerkt"), *STATES])
        self.state.setAccessibleName(f"Stand: {title}")
        self.state.choose(interest.state.value if interest else "")
        self.state.activated.connect(self._chosen)
        self.day = hinted("Tag, TT.MM.JJJJ")
        self.at = hinted("Uhrzeit, z. B. 17:30")
        self.reason = Choice(REASONS)
        self.because = hinted("in Worten")
        self.found = QCheckBox("Wohnung gefunden vermerken")
        self.out = QCheckBox("nicht mehr anbieten")
        self.keep = push("Vermerken", self._keep)
        self.trouble = Trouble(self)
        named: tuple[tuple[QWidget, str], ...] = (
            (self.day, "Tag der Besichtigung"),
            (self.at, "Uhrzeit der Besichtigung"),
            (self.reason, "Grund"),
            (self.because, "Grund in Worten"),
            (self.keep, "Vermerken"),
        )
        for editor, name in named:
            editor.setAccessibleName(f"{name}: {title}")
        for box in (self.found, self.out):
            box.setChecked(True)
        for editor in (self.day, self.at, self.because):
            editor.returnPressed.connect(self._keep)
        self._fill()
        self._kept = self._values()
        self._lay_out()
        self._show_details(interest.state if interest else None)

    @property
    def is_typed(self) -> bool:
        """Whether something is chosen or typed that is not noted yet."""
        return self._values() != self._kept

    def take_over(self, other: HomeLine) -> None:
        """Go on with what is typed in a line of the same home and case."""
        if not other.is_typed or (other.match.offer.id, other._case) != (
            self.match.offer.id,
            self._case,
        ):
            return
        state, day, at, reason, because = other._values()
        self.state.choose(state)
        self.reason.choose(reason)
        for editor, text in ((self.day, day), (self.at, at), (self.because, because)):
            editor.setText(text)
        self._show_details(InterestState(state) if state else None, asked=True)

    def say(self, reason: str) -> None:
        """Why it was refused; what was typed stays for another try."""
        self.trouble.say(reason)

    def _fill(self) -> None:
        view = self.interest
        if view is not None:
            self.day.setText(typed_dates.shown(view.viewing_on))
            if view.viewing_at is not None:
                self.at.setText(f"{view.viewing_at // 60}:{view.viewing_at % 60:02d}")
            self.reason.choose(view.reason.value if view.reason else "")
            self.because.setText(view.because)

    def _values(self) -> tuple[str, str, str, str, str]:
        return (
            self.state.code(),
            self.day.text(),
            self.at.text(),
            self.reason.code(),
            self.because.text(),
        )

    def _chosen(self) -> None:
        if not self.state.code():
            self.say("")
            self._show_details(None)
            return
        state = InterestState(self.state.code())
        self._show_details(state, asked=True)
        if state in _ASKING:
            first: QWidget = self.reason if state in FAILED else self.keep
            (self.day if state is InterestState.VIEWING else first).setFocus()
        else:
            self._keep()

    def _show_details(self, state: InterestState | None, *, asked: bool = False) -> None:
        viewing = state is InterestState.VIEWING
        accepted = state is InterestState.ACCEPTED and asked
        self.day.setVisible(viewing)
        self.at.setVisible(viewing)
        self.reason.setVisible(state in FAILED)
        self.because.setVisible(state in FAILED)
        self.found.setVisible(accepted)
        self.out.setVisible(accepted)
        self.keep.setVisible(viewing or state in FAILED or accepted)

    def _keep(self) -> None:
        self.say("")
        if not self.state.code():
            return
        state = InterestState(self.state.code())
        try:
            draft = InterestDraft(
                state=state,
                viewing_on=self._day(),
                viewing_at=typed_times.clock(self.at.text(), "viewing_at"),
                reason=_reason(self.reason.code()),
                because=self.because.text(),
                home_found=not self.found.isHidden() and self.found.isChecked(),
                take_out=not self.out.isHidden() and self.out.isChecked(),
            )
        except Refused as refused:
            self.say(wording.refused(refused))
            return
        self._send(self, partial(_note, self._case, self.match.offer.id, draft))

    def _day(self) -> date | None:
        return typed_dates.whole(self.day.text(), "viewing_on")

    def _forget(self) -> None:
        if self.interest is not None:
            self._send(self, partial(_forget, self.interest.id))

    def _lay_out(self) -> None:
        head = text_label(self.match.offer.draft.title, wrap=True)
        theme.set_face(head, "strong")
        left = QVBoxLayout()
        left.setSpacing(2)
        left.addWidget(head)
        left.addWidget(text_label(words.about(self.match.offer), Tone.SECOND))
        view = self.interest
        if view is not None and view.state in FAILED:
            left.addWidget(text_label(words.failed(view)))
        else:
            if view is not None:
                left.addWidget(text_label(words.since(view)))
                if said := words.viewing(view):
                    left.addWidget(text_label(said))
            for text, tone in self._points():
                left.addWidget(text_label(text, tone))
            reach = words.reach(self.match.offer)
            if reach:
                left.addWidget(text_label(reach, Tone.SECOND))
        right = QVBoxLayout()
        right.setSpacing(4)
        wide = theme.px(self, WIDE)
        editors: tuple[QWidget, ...] = (
            self.state,
            self.day,
            self.at,
            self.reason,
            self.because,
            self.found,
            self.out,
            self.keep,
        )
        for each in editors:
            if isinstance(each, QLineEdit | Choice):
                each.setFixedWidth(wide)
            right.addWidget(each)
        if view is not None:
            right.addWidget(link("Vermerk löschen", self._forget, "trash-2"))
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

    def _points(self) -> list[tuple[str, Tone | None]]:
        """What fails, what is not known, what fits: a line each."""
        found: list[tuple[str, Tone | None]] = [(point_words.summary(self.match), None)]
        for verdict in (Verdict.FAILS, Verdict.UNKNOWN, Verdict.FITS):
            told = [
                point_words.line(self.match, each)
                for each in self.match.points
                if each.verdict is verdict
            ]
            if told:
                between = "   " if verdict is Verdict.FITS else "\n"
                found.append((between.join(told), Tone.SECOND))
        return found


def _reason(code: str) -> FailedBecause | None:
    return FailedBecause(code) if code else None


def _note(case: int, offer: int, draft: InterestDraft, desk: Desk) -> Done:
    return desk.viewings.note(case, offer, draft)


def _forget(interest: int, desk: Desk) -> Done:
    return desk.viewings.forget(interest)
