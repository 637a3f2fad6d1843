"""The room Kita und Schule of a case: for each child what is to be done, where it stands, and
which schools suit it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from app.done import Topic
from app.records.papers import PaperKind
from app.records.schools import ChildSchools, SchoolBoard
from app.rules.terms import Answer, MemberRole
from ui.page import CARE, PERSON, Workplace
from ui.schools import words
from ui.schools.lines import SchoolLine
from ui.theme import Tone
from ui.widgets.buttons import link
from ui.widgets.empty_state import EmptyState
from ui.widgets.lined_room import LinedRoom
from ui.widgets.runs import Run
from ui.widgets.school_profile import describe_school
from ui.widgets.section import Section, text_label

if TYPE_CHECKING:
    from app.desk import Desk
    from app.services.papers import PaperOrder

SHOWN = 4  # schools of each child that are shown at first


class SchoolRoom(LinedRoom[SchoolBoard, SchoolLine]):
    """What is decided first, then what suits, best first; what does not is shown on demand."""

    topics = frozenset({Topic.SUPPORT, Topic.PROVIDERS, Topic.CARE, Topic.CANDIDATES, Topic.PLAN})

    def __init__(self, workplace: Workplace, parent: QWidget | None = None) -> None:
        empty = EmptyState(
            "school",
            "Keine Kinder im Haushalt",
            "Sobald ein Kind zum Haushalt gehört, stehen hier seine Kitas und Schulen.",
            "Zum Haushalt",
        )
        super().__init__(workplace, _board, empty, "Kitas und Schulen …", parent=parent)
        child = f"{PERSON}:{MemberRole.CHILD.value}"
        self.empty.accepted.connect(lambda: self.elsewhere.emit("candidates", child))

    def reveal(self, row_id: int) -> None:
        self.refresh()
        for line in self.lines:
            if line.choice == row_id:
                self.show_line(line, line.state)

    def orientation(self) -> list[Run]:
        if self.board is None:
            return []
        sure = sum(
            each.has_school or any(one.state.value == "promised" for one in each.cared)
            for each in self.board.children
        )
        count = len(self.board.children)
        if not count:
            return [Run("Kita und Schule: ", strong=True), Run("keine Kinder im Haushalt.")]
        return [
            Run("Kita und Schule: ", strong=True),
            Run(f"{sure} von {count} {'Kind' if count == 1 else 'Kindern'} mit Platz."),
        ]

    def describe(self, provider: int, name: str) -> None:
        """Open what is known of a school besides the directory."""
        describe_school(self.workplace, provider, name, self)

    def build(self, board: SchoolBoard) -> int:
        if board.children and not board.home:
            said = (
                "Zu welcher Gemeinde die Wohnung der Familie gehört, ist nicht bekannt. Der "
                "Schulbezirk bleibt deshalb offen."
            )
            self.put(text_label(said, Tone.SECOND))
        if board.children and (said := words.starts(board)):
            self.put(text_label(said, Tone.SECOND))
        hidden = sum(self._child(each) for each in board.children)
        self.show_empty(is_empty=not board.children)
        self.print_button.setEnabled(
            any(each.cared or each.choices or each.matches for each in board.children)
        )
        return hidden

    def left_out(self, count: int) -> str:
        if count == 1:
            return "1 weitere Schule zeigen, auch wenn sie nicht passt"
        return f"{count} weitere Schulen zeigen, auch was nicht passt"

    def print_paper(self) -> None:
        if self.case_id is not None:
            left = "Gedruckt wird, was vermerkt ist und was sicher passt; Abgelehntes bleibt weg."
            self.open_sheet(partial(_order, self.case_id), PaperKind.SCHOOLS, left)

    def _to_care(self, person: int) -> None:
        self.elsewhere.emit("providers", f"{CARE}:{person}")

    def _child(self, child: ChildSchools) -> int:
        """The section of a child; how many schools it leaves out."""
        care = link("Betreuung suchen", partial(self._to_care, child.person), "calendar")
        care.setAccessibleName(f"Betreuung suchen für {child.name}")
        section = Section(words.head(child), care, air=0)
        for said in (words.right(child), *map(words.task, child.tasks)):
            if said:
                section.body.addWidget(text_label(said))
        if child.cared:
            _label(section, "In der Betreuung vermerkt")
        for cared in child.cared:
            section.body.addWidget(text_label(words.standing(cared)))
        if child.choices:
            _label(section, "Schulen und Ganztag, vermerkt")
        for choice in child.choices:
            self.line(section, SchoolLine.of_choice(self, child, choice))
        fitting = [each for each in child.matches if each.match.fits is not Answer.NO]
        settled = child.has_school
        shown = child.matches if self.everything else () if settled else fitting[:SHOWN]
        if shown:
            _label(section, "Schulen und Ganztag, die infrage kommen")
        for match in shown:
            self.line(section, SchoolLine.of_match(self, child, match))
        if not shown and not settled and child.school_class is not None:
            section.body.addWidget(text_label("Keine Schule kommt infrage.", Tone.SECOND))
        self.put(section)
        return len(child.matches) - len(shown)


def _label(section: Section, words_: str) -> None:
    """What follows below, with air above it."""
    section.body.addSpacing(4)
    section.body.addWidget(text_label(words_, Tone.LABEL))


def _board(desk: Desk, case: int) -> SchoolBoard:
    return desk.schools.board(case)


def _order(case: int, desk: Desk) -> PaperOrder:
    return desk.schools.sheet(case)
