"""The mentors of all employers: a list, and the one chosen edited beside it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from PySide6.QtWidgets import QWidget

from app.done import Topic
from app.records.mentors import MentorStanding, MentorView
from ui import mentor_words
from ui.mentors.mentor_form import MentorForm
from ui.page import Workplace
from ui.theme import Tone
from ui.widgets.empty_state import EmptyState
from ui.widgets.line_list import LineList
from ui.widgets.list_room import ListRoom
from ui.widgets.runs import Run
from ui.widgets.scrolling import column_on
from ui.widgets.section import Section, text_label


class MentorsRoom(ListRoom):
    """Who can accompany a family stands first; below the form whom this one accompanies."""

    topics: ClassVar[frozenset[Topic]] = frozenset({Topic.NETWORK, Topic.SUPPORT, Topic.PROVIDERS})

    def __init__(self, workplace: Workplace, parent: QWidget | None = None) -> None:
        self._mentors: dict[int, MentorView] = {}
        self.mentor_form = MentorForm(workplace)
        self.standing = text_label("", Tone.SECOND)
        self.families = LineList("Begleitete Familien")
        self._around = Section("Begleitet", air=8)
        empty = EmptyState(
            "heart-handshake",
            "Noch keine Pat*innen",
            "Wer beim Arbeitgeber neue Kolleginnen und Kollegen begleitet, wird Familien "
            "vorgeschlagen: mit gemeinsamer Sprache, Station, Diensten und Interessen.",
            "Pat*in eintragen",
        )
        super().__init__(workplace, "Pat*innen", self.mentor_form, empty, parent)
        self.families.chosen.connect(self._open_family)

    def lines(self) -> Sequence[tuple[int, str, str]]:
        desk = self.desk
        found = desk.mentors.all() if desk is not None else ()
        self._mentors = {each.id: each for each in found}
        return [(each.id, each.name, _about(each)) for each in found]

    def show_row(self, row_id: int) -> None:
        view = self._mentors[row_id]
        self.mentor_form.show_mentor(view)
        self.standing.setText(_standing(view))
        self.families.show_lines(
            [(each.case, each.name, mentor_words.MENTORSHIPS[each.state]) for each in view.families]
        )
        self._around.setVisible(bool(view.families))

    def show_new(self) -> None:
        self.mentor_form.show_new()
        self.standing.setText("")
        self._around.hide()

    def beside(self) -> QWidget:
        holder, column = column_on(spacing=12)
        column.addWidget(self.standing)
        column.addWidget(self.mentor_form)
        self._around.body.addWidget(self.families)
        column.addWidget(self._around)
        column.addStretch(1)
        return holder

    def orientation(self) -> list[Run]:
        free = sum(each.standing is MentorStanding.FREE for each in self._mentors.values())
        count = len(self._mentors)
        if not count:
            return []
        named = "1 Pat*in" if count == 1 else f"{count} Pat*innen"
        return [Run(named, strong=True), Run(f", {free} mit freien Plätzen", tone=Tone.SECOND)]

    def _open_family(self, case_id: int) -> None:
        self.case_chosen.emit(case_id)
        self.elsewhere.emit("support", "mentor")


def _about(view: MentorView) -> str:
    parts = [mentor_words.load(view), view.employer_name]
    if view.standing not in (MentorStanding.FREE, MentorStanding.FULL):
        parts[0] = mentor_words.STANDINGS[view.standing]
    return ", ".join(part for part in parts if part)


def _standing(view: MentorView) -> str:
    """What the form does not say: whether there is a place, and where the employer went."""
    if view.standing is MentorStanding.SITE_CLOSED:
        then = f" Nachfolger ist „{view.successor}“." if view.successor else ""
        return f"„{view.employer_name}“ gibt es nicht mehr.{then}"
    if view.standing is MentorStanding.FREE:
        return f"Begleitet {_families(view.load)} und kann noch {_families(view.free)} begleiten."
    said = mentor_words.STANDINGS[view.standing]
    return f"{said[0].upper()}{said[1:]}: begleitet {mentor_words.load(view)}."


def _families(count: int) -> str:
    if count == 0:
        return "keine Familie"
    return "1 Familie" if count == 1 else f"{count} Familien"
