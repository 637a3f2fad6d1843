"""A school and a child: what it is, why it suits, where they stand, what comes next."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from app.errors import Refused
from app.records.care import CareState, ChoiceDraft
from app.records.schools import (
    OVER,
    SURE,
    ChildSchools,
    SchoolChoice,
    SchoolChoiceDraft,
    SchoolCover,
    SchoolMatch,
    SchoolRefusal,
    SchoolState,
    SchoolView,
)
from app.rules.school_matching import Match
from ui import theme, wording
from ui.schools import words
from ui.schools.states import STATES as SCHOOL_STATES
from ui.theme import Tone
from ui.widgets import typed_dates
from ui.widgets.buttons import link
from ui.widgets.choices import Choice
from ui.widgets.field import day_line
from ui.widgets.lined_room import ToldLine
from ui.widgets.section import text_label
from ui.widgets.trouble import Trouble

if TYPE_CHECKING:
    from app.desk import Desk
    from app.done import Done
    from ui.schools.case_room import SchoolRoom

WIDE, DAY = 224, 102
STATES = [(each.value, word) for each, word in SCHOOL_STATES.items()]
REASONS = [(each.value, word) for each, word in words.REFUSALS.items()]


class SchoolLine(ToldLine):
    """What is chosen is kept at once; days when their field is left."""

    def __init__(
        self,
        room: SchoolRoom,
        child: ChildSchools,
        school: SchoolView,
        said: tuple[str, ...],
        choice: SchoolChoice | None = None,
    ) -> None:
        super().__init__()
        self._room, self._child, self._school, self._noted = room, child, school, choice
        name = school.name
        head = text_label(name, wrap=True)
        theme.set_face(head, "strong")
        left = QVBoxLayout()
        left.setSpacing(2)
        left.addWidget(head)
        left.addWidget(text_label(words.about(school), Tone.SECOND))
        for each in said:
            left.addWidget(text_label(each))
        left.addLayout(self._links())
        left.addStretch(1)
        self.state = Choice(STATES if choice else [("", "nicht vermerkt"), *STATES])
        self.state.setAccessibleName(f"Stand: {name}")
        self.state.choose(choice.draft.state.value if choice else "")
        self.reason = Choice(REASONS)
        self.reason.setAccessibleName(f"Grund: {name}")
        self.reason.choose(choice.draft.reason.value if choice else "")
        self.because = QLineEdit(choice.draft.because if choice else "")
        self.because.setPlaceholderText("genauer")
        self.because.setAccessibleName(f"Grund genauer: {name}")
        self.next_on, self.starts_on = day_line(), day_line()
        for line, hint, on in (
            (self.next_on, "nächster Schritt", choice.draft.next_on if choice else None),
            (self.starts_on, "geht hin ab", choice.draft.starts_on if choice else None),
        ):
            line.setAccessibleName(f"{hint}: {name}")
            line.setToolTip(hint)
            line.setPlaceholderText("TT.MM.JJJJ")
            line.setText(typed_dates.shown(on))
            line.editingFinished.connect(self._day_left)
        self.trouble = Trouble(self)
        self.state.activated.connect(self._chosen)
        self.reason.activated.connect(self._changed)
        self.because.editingFinished.connect(self._changed)
        right = QVBoxLayout()
        right.setSpacing(4)
        self.next_row, self.starts_row = (
            _dated("nächster Schritt", self.next_on),
            _dated("geht hin ab", self.starts_on),
        )
        shown = (self.state, self.next_row, self.starts_row, self.reason, self.because)
        for widget in shown:
            widget.setFixedWidth(theme.px(self, WIDE))
            right.addWidget(widget)
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
        self._show_fields()
        self._kept = self._values()

    @classmethod
    def of_choice(cls, room: SchoolRoom, child: ChildSchools, choice: SchoolChoice) -> SchoolLine:
        """The line of what is noted."""
        weighed = (
            _said(choice.match, choice.cover, choice.school)
            if choice.draft.state not in OVER
            else ()
        )
        return cls(room, child, choice.school, (words.noted(choice, child), *weighed), choice)

    @classmethod
    def of_match(cls, room: SchoolRoom, child: ChildSchools, match: SchoolMatch) -> SchoolLine:
        """The line of what may come into question."""
        return cls(room, child, match.school, _said(match.match, match.cover, match.school))

    @property
    def is_typed(self) -> bool:
        return self._values() != self._kept

    @property
    def choice(self) -> int | None:
        """The id of what is noted, None for a school that may come into question."""
        return self._noted.id if self._noted else None

    def say(self, reason: str) -> None:
        """Why it was refused; what was chosen stays for another try."""
        self.trouble.say(reason)

    def _values(self) -> tuple[str, ...]:
        typed = (self.starts_on, self.next_on, self.because)
        return (self.state.code(), self.reason.code(), *(each.text().strip() for each in typed))

    def _links(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(12)
        school = self._school
        row.addWidget(
            link("Angaben …", partial(self._room.describe, school.provider, school.name), "pencil")
        )
        noted = self._noted
        if noted is not None:
            if noted.draft.state in SURE and school.whole_day and not self._is_cared():
                self.care_link = link("In die Betreuung übernehmen", self._to_care, "calendar")
                row.addWidget(self.care_link)
            self.forget_link = link("Löschen", self._forget, "trash-2")
            row.addWidget(self.forget_link)
        row.addStretch(1)
        return row

    def _is_cared(self) -> bool:
        return any(
            each.provider == self._school.provider and each.state is CareState.PROMISED
            for each in self._child.cared
        )

    def _show_fields(self) -> None:
        state = SchoolState(self.state.code()) if self.state.code() else None
        over = state in OVER
        self.reason.setVisible(over)
        self.because.setVisible(over)
        for row in (self.next_row, self.starts_row):
            row.setVisible(state is not None and not over)

    def _chosen(self) -> None:
        self._show_fields()
        if not self.state.code():
            return
        if SchoolState(self.state.code()) in OVER and not self.reason.code():
            self.reason.setFocus()
            return
        self._changed()

    def _day_left(self) -> None:
        """A day that is left because a refusal hides it changes nothing."""
        if not self.next_row.isHidden():
            self._changed()

    def _changed(self) -> None:
        if not self.state.code():
            return
        try:
            draft = SchoolChoiceDraft(
                state=SchoolState(self.state.code()),
                starts_on=typed_dates.whole(self.starts_on.text(), "starts_on"),
                next_on=typed_dates.whole(self.next_on.text(), "next_on"),
                reason=SchoolRefusal(self.reason.code()),
                because=self.because.text().strip(),
            )
        except Refused as refusal:
            self.say(wording.refused(refusal))
            return
        if self._noted is not None and draft == self._noted.draft:
            return
        if draft.reason is SchoolRefusal.OTHER and not draft.because:
            self.because.setFocus()
            return
        command = partial(_choose, self._child.person, self._school.provider, draft)
        self._room.send(self, command)

    def _forget(self) -> None:
        if self._noted is not None:
            self._room.send(self, partial(_forget, self._noted.id))

    def _to_care(self) -> None:
        noted = self._noted
        draft = ChoiceDraft(
            CareState.PROMISED,
            provider=self._school.provider,
            hours_osm=self._school.whole_day,
            valid_from=noted.draft.starts_on if noted else None,
        )
        self._room.send(self, partial(_decide, self._child.person, draft))


def _dated(label: str, line: QLineEdit) -> QWidget:
    """A day with its name before it."""
    holder = QWidget()
    row = QHBoxLayout(holder)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(8)
    row.addWidget(text_label(label, Tone.LABEL, wrap=False), 1)
    line.setFixedWidth(theme.px(line, DAY))
    row.addWidget(line)
    return holder


def _said(match: Match | None, cover: SchoolCover | None, school: SchoolView) -> tuple[str, ...]:
    """Whether it fits, why, and what it would cover."""
    if match is None:
        return ("Die Schule steht nicht mehr im Verzeichnis.",)
    fits = f"{words.FITS[match.fits]}: {words.reasons(match)}"
    return tuple(each for each in (fits, words.cover(cover, school)) if each)


def _choose(person: int, provider: int, draft: SchoolChoiceDraft, desk: Desk) -> Done:
    return desk.schools.choose(person, provider, draft)


def _forget(choice: int, desk: Desk) -> Done:
    return desk.schools.forget(choice)


def _decide(person: int, draft: ChoiceDraft, desk: Desk) -> Done:
    return desk.care.decide(person, draft)
