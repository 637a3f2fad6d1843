"""What families are invited to: a list, the one chosen beside it with who is invited."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from PySide6.QtWidgets import QWidget

from app.done import Topic
from app.records.occasions import OccasionView
from ui import mentor_words
from ui.mentors.answers import Answers
from ui.mentors.guests_dialog import GuestsDialog
from ui.mentors.occasion_form import OccasionForm
from ui.page import Workplace
from ui.theme import Tone
from ui.widgets.buttons import link
from ui.widgets.empty_state import EmptyState
from ui.widgets.list_room import ListRoom
from ui.widgets.runs import Run
from ui.widgets.scrolling import column_on
from ui.widgets.section import Section, text_label


class OccasionsRoom(ListRoom):
    """What is ahead stands first; above the form who is invited and what to think of."""

    topics: ClassVar[frozenset[Topic]] = frozenset({Topic.NETWORK, Topic.SUPPORT, Topic.PROVIDERS})

    def __init__(self, workplace: Workplace, parent: QWidget | None = None) -> None:
        self._occasions: dict[int, OccasionView] = {}
        self._current: OccasionView | None = None
        self.occasion_form = OccasionForm(workplace)
        self.hints = text_label("", Tone.SECOND)
        self.invite_link = link("&Familien einladen …", self.invite, "plus")
        self._invited = Section("Eingeladen", self.invite_link, air=0)
        empty = EmptyState(
            "calendar",
            "Noch keine Anlässe",
            "Feiern der Stationen, Treffen für Neue, Aktionen in der Region: Wer eingeladen ist, "
            "findet den Anlass in seiner Mappe.",
            "Anlass anlegen",
        )
        super().__init__(workplace, "Anlässe", self.occasion_form, empty, parent)

    def lines(self) -> Sequence[tuple[int, str, str]]:
        desk = self.desk
        found = desk.occasions.all() if desk is not None else ()
        self._occasions = {each.id: each for each in found}
        return [(each.id, each.draft.title, _about(each)) for each in found]

    def show_row(self, row_id: int) -> None:
        view = self._current = self._occasions[row_id]
        self.occasion_form.show_occasion(view)
        said = " ".join(mentor_words.hints(view))
        self.hints.setText(said)
        self.hints.setVisible(bool(said))
        self._invited.say("Eingeladen", mentor_words.counts(view))
        self.invite_link.setEnabled(view.archived_on is None)
        self.answers.show_invitations([(each, each.case_name, ()) for each in view.invitations])
        self._invited.show()

    def show_new(self) -> None:
        self._current = None
        self.occasion_form.show_new()
        self.hints.hide()
        self._invited.hide()

    def beside(self) -> QWidget:
        self.answers = Answers(self)
        holder, column = column_on(spacing=12)
        column.addWidget(self.hints)
        column.addWidget(self.occasion_form)
        self._invited.body.addWidget(self.answers)
        column.addWidget(self._invited)
        column.addStretch(1)
        return holder

    def invite(self) -> None:
        """Choose whom to invite to the occasion shown."""
        if self._current is not None:
            self.dialog = GuestsDialog(self.workplace, self._current, self)
            self.dialog.finished.connect(self.dialog.deleteLater)
            self.dialog.open()

    def orientation(self) -> list[Run]:
        today = self.workplace.today()
        ahead = [
            each
            for each in self._occasions.values()
            if each.archived_on is None and each.draft.on >= today
        ]
        if not ahead:
            return []
        first = ahead[0]
        return [
            Run("Als Nächstes: ", tone=Tone.SECOND),
            Run(first.draft.title, strong=True),
            Run(f", {mentor_words.when(first.draft)}", tone=Tone.SECOND),
        ]


def _about(view: OccasionView) -> str:
    if view.archived_on is not None:
        return "archiviert"
    return f"{view.draft.on:%d.%m.%Y}, {mentor_words.counts(view)}"
