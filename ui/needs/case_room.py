"""The room Bedarfe of a case: what the household needed, where it stands, and what came of it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from app.done import Topic
from app.errors import Refused
from app.records.needs import NeedDraft, NeedKind, NeedState, NeedView
from ui import theme, wording
from ui.needs import words
from ui.needs.need_line import NeedLine
from ui.page import CARE, Page, Workplace
from ui.theme import Tone
from ui.widgets.buttons import push
from ui.widgets.choices import Choice
from ui.widgets.empty_state import EmptyState
from ui.widgets.kept_focus import kept_focus
from ui.widgets.runs import Run
from ui.widgets.scrolling import column_on
from ui.widgets.section import Section, text_label

if TYPE_CHECKING:
    from app.desk import Desk
    from app.done import Done

ROOMS = {
    NeedKind.HOME: ("support", "home"),
    NeedKind.CHILDCARE: ("providers", CARE),
    NeedKind.SCHOOL: ("support", "school"),
    NeedKind.JOB: ("support", "work"),
    NeedKind.TRAINING: ("support", "training"),
    NeedKind.ELDER_CARE: ("support", "elders"),
    NeedKind.FUNDING: ("support", "funding"),
    NeedKind.PRACTICE: ("support", "practice"),
    NeedKind.MOVE: ("support", "move"),
}
"""Where what is recorded of a need stands: the tab and its room."""


class NeedsRoom(Page):
    """One line a need: what is recorded, and what the office says of it."""

    topics = frozenset({Topic.SUPPORT, Topic.NETWORK, Topic.CARE, Topic.CANDIDATES})
    needs_case = True
    about_case = True

    def __init__(self, workplace: Workplace, parent: QWidget | None = None) -> None:
        super().__init__(workplace, parent)
        self.lines: list[NeedLine] = []
        self._shown: tuple[int, tuple[NeedView, ...]] | None = None
        self._waiting: NeedLine | None = None
        self.empty = EmptyState(
            "list-checks",
            "Noch keine Bedarfe",
            "Was die Familie sucht (Wohnung, Betreuung, Schule …), erscheint hier von selbst, "
            "sobald es in seinem Bereich steht. Anderes lässt sich hier vermerken.",
        )
        self.more = Choice()
        self.more.setAccessibleName("Weiterer Bedarf")
        self.add_button = push("&Vermerken", self._add, "plus")
        self._body, self._column = column_on(spacing=12)
        self._area = QScrollArea()
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setWidgetResizable(True)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setWidget(self._body)
        self._needs = QVBoxLayout()
        self._column.addLayout(self._needs)
        self._column.addWidget(self.empty)
        self._column.addWidget(self._other())
        self._column.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._area)

    def refresh(self) -> None:
        desk, case = self.desk, self.case_id
        if desk is None or case is None:
            return
        try:
            found = desk.needs.of_case(case)
        except Refused:
            return
        if self._shown != (case, found):
            self._shown = case, found
            with kept_focus(self._body):
                self._build(found)

    def refusal(self, refused: Refused) -> None:
        if self._waiting is not None:
            self._waiting.say(wording.refused(refused))

    def orientation(self) -> list[Run]:
        if self._shown is None:
            return []
        states = [each.state for each in self._shown[1]]
        parts = [
            f"{states.count(state)} {word}"
            for state, word in words.STATES.items()
            if state in states
        ]
        return [Run("Bedarfe: ", strong=True), Run((", ".join(parts) or "keine vermerkt") + ".")]

    def unsaved(self) -> str:
        return "Eingaben sind" if any(line.is_typed for line in self.lines) else ""

    def note(self, line: NeedLine, draft: NeedDraft) -> None:
        """Say where a need stands; a refusal stands below the line."""
        if self.case_id is not None:
            self._send(line, partial(_say, self.case_id, draft))

    def forget(self, line: NeedLine, kind: NeedKind) -> None:
        """Let what is recorded count again."""
        if self.case_id is not None:
            self._send(line, partial(_forget, self.case_id, kind))

    def show_source(self, kind: NeedKind) -> None:
        """Go where what is recorded of a need stands."""
        self.elsewhere.emit(*ROOMS[kind])

    def _send(self, line: NeedLine, command: partial[Done]) -> None:
        line.say("")
        self._waiting = line
        self.acts.do(command, self)

    def _build(self, found: tuple[NeedView, ...]) -> None:
        while (item := self._needs.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        self.lines = []
        for state, title in _TITLES.items():
            own = [each for each in found if each.state is state]
            if not own:
                continue
            section = Section(title, air=0)
            for view in own:
                line = NeedLine(self, view, has_room=view.kind in ROOMS)
                self.lines.append(line)
                section.body.addWidget(line)
            self._needs.addWidget(section)
        kinds = {each.kind for each in found}
        self.more.set_choices(
            [(kind.value, word) for kind, word in words.KINDS.items() if kind not in kinds]
        )
        if self.more.currentIndex() < 0:
            self.more.setCurrentIndex(0)
        self.empty.setVisible(not found)

    def _other(self) -> QWidget:
        section = Section("Anderes vermerken", air=4)
        hint = "Was sich nicht aus den Einträgen ergibt; auch das zählt in den Zahlen mit."
        section.body.addWidget(text_label(hint, Tone.SECOND))
        row = QHBoxLayout()
        row.setSpacing(8)
        self.more.setFixedWidth(theme.px(self, 176))
        row.addWidget(self.more)
        row.addWidget(self.add_button)
        row.addStretch(1)
        section.body.addLayout(row)
        return section

    def _add(self) -> None:
        code = self.more.code()
        if code and self.case_id is not None:
            kind = NeedKind(code)
            because = words.KINDS[kind] if kind is NeedKind.OTHER else ""
            draft = NeedDraft(kind, NeedState.OPEN, because=because)
            self._waiting = None
            self.acts.do(partial(_say, self.case_id, draft), self)


_TITLES = {
    NeedState.OPEN: "Offen",
    NeedState.UNMET: "Nicht erfüllt",
    NeedState.MET: "Erfüllt",
    NeedState.DROPPED: "Entfallen",
}


def _say(case: int, draft: NeedDraft, desk: Desk) -> Done:
    return desk.needs.say(case, draft)


def _forget(case: int, kind: NeedKind, desk: Desk) -> Done:
    return desk.needs.forget(case, kind)
