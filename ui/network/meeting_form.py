"""One meeting of the working group: when and where, and who was there."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QLineEdit, QWidget

from app.errors import Reason, Refused
from app.records.network import ActorView
from app.records.working_group import MeetingDraft, MeetingView
from ui.network import words
from ui.page import Workplace
from ui.widgets import typed_dates
from ui.widgets.choices import Choice, GrowingText
from ui.widgets.form import Form
from ui.widgets.section import text_label

if TYPE_CHECKING:
    from app.desk import Desk
    from app.done import Done

_HOUR = re.compile(r"(\d{1,2})(?:[:.](\d{2}))?(?:\s*Uhr)?")
ABSENT, PRESENT, EXCUSED = "", "present", "excused"


class MeetingForm(Form):
    """A new meeting, or the one shown."""

    def __init__(self, workplace: Workplace) -> None:
        super().__init__(workplace.acts, workplace.asking)
        self.view: MeetingView | None = None
        on, start = QLineEdit(), QLineEdit()
        on.setPlaceholderText("TT.MM.JJJJ")
        start.setPlaceholderText("z. B. 14:30")
        self.add("on", "&Tag", on)
        self.add("start", "&Uhrzeit", start)
        self.add("place", "&Ort", QLineEdit())
        self.add("title", "T&itel", QLineEdit())
        self.add("note", "N&otiz (intern)", GrowingText(lines=2))
        self.remove = self.add_remove("Entfernen", self._remove)
        self.add_buttons("Speichern", more=self.remove)

    def show_meeting(self, view: MeetingView | None) -> None:
        """A meeting as the file has it, or blank fields for a new one."""
        self.view = view
        draft = view.draft if view else None
        start = draft.start if draft else None
        self.fill(
            {
                "on": typed_dates.shown(draft.on if draft else None),
                "start": "" if start is None else words.hour(start),
                "place": draft.place if draft else "",
                "title": draft.title if draft else "",
                "note": draft.note if draft else "",
            }
        )
        self.remove.setVisible(view is not None)

    def command(self) -> Callable[[Desk], Done]:
        on = typed_dates.whole(self.value("on"), "on")
        if on is None:
            raise Refused(Reason.BLANK, "on")
        draft = MeetingDraft(
            on=on,
            start=typed_hour(self.value("start")),
            place=self.value("place"),
            title=self.value("title"),
            note=self.value("note"),
        )
        return partial(_save, self.view.id if self.view else None, draft)

    def _remove(self) -> None:
        if self.view is not None:
            self.withdraw(partial(_take_out, self.view.id))


class AttendanceList(QWidget):
    """Of each member whether it was there. `changed()` when somebody chose."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._choices: dict[int, Choice] = {}
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(8)
        self._grid.setVerticalSpacing(4)
        self._grid.setColumnStretch(0, 1)

    def show_members(self, members: Sequence[ActorView], said: Mapping[int, str]) -> None:
        """These, and what was said of them."""
        if list(self._choices) != [each.id for each in members]:
            while (item := self._grid.takeAt(0)) is not None:
                if widget := item.widget():
                    widget.hide()
                    widget.deleteLater()
            self._choices = {}
            for row, each in enumerate(members):
                choice = Choice([(ABSENT, "–"), (PRESENT, "anwesend"), (EXCUSED, "entschuldigt")])
                choice.setAccessibleName(each.draft.name)
                choice.activated.connect(self.changed)
                self._choices[each.id] = choice
                self._grid.addWidget(text_label(each.draft.name), row, 0)
                self._grid.addWidget(choice, row, 1)
        for key, choice in self._choices.items():
            choice.choose(said.get(key, ABSENT))

    def choice(self, actor: int) -> Choice:
        """Where it is said of an actor."""
        return self._choices[actor]

    def marked(self, code: str) -> frozenset[int]:
        """The actors of whom this was said."""
        return frozenset(key for key, choice in self._choices.items() if choice.code() == code)


def typed_hour(text: str) -> int | None:
    """14:30, 14.30 or 14 Uhr as minutes of the day, None for blank text. Raises
    Refused(NOT_AN_HOUR, "start")."""
    typed = text.strip()
    if not typed:
        return None
    found = _HOUR.fullmatch(typed)
    hours, minutes = (int(found[1]), int(found[2] or 0)) if found else (24, 0)
    if hours > 23 or minutes > 59:
        raise Refused(Reason.NOT_AN_HOUR, "start", typed=typed)
    return hours * 60 + minutes


def _save(meeting_id: int | None, draft: MeetingDraft, desk: Desk) -> Done:
    if meeting_id is None:
        return desk.working_group.add_meeting(draft)
    return desk.working_group.edit_meeting(meeting_id, draft)


def _take_out(meeting_id: int, desk: Desk) -> Done:
    return desk.working_group.remove_meeting(meeting_id)
