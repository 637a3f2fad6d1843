"""The openings for one person, the best first, each with what speaks for and against it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from app.records.careers import Match
from ui import theme
from ui.careers import words
from ui.theme import Tone
from ui.widgets.buttons import link, push
from ui.widgets.line_list import LineList
from ui.widgets.paragraphs import Paragraphs, wrapped

NOTHING = "Es ist keine Stelle eingetragen. Stellen stehen unter „Netzwerk“, „Stellen“."


class MatchesPane(QWidget):
    """`introduced(Match)` where somebody is to be introduced for an opening, `shown(id)` where the
    opening itself is wanted, `printed()` for the list."""

    introduced = Signal(object)
    shown = Signal(int)
    printed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._person = 0
        self._matches: tuple[Match, ...] = ()
        self.list = LineList("Stellen, die passenden zuerst")
        self.list.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Expanding)
        self.list.setMinimumHeight(theme.px(self, 140))
        self.list.chosen.connect(self._tell)
        self._nothing = wrapped(NOTHING, Tone.SECOND)
        self._title = wrapped()
        theme.set_face(self._title, "strong")
        self.reasons = Paragraphs()
        self.introduce = push("Vorstellen …", self._introduce, "users")
        self.open = link("Zur Stelle", self._open, "arrow-right")
        self.print_list = link("Liste für die Person …", self.printed.emit, "printer")
        acts = QHBoxLayout()
        acts.setSpacing(12)
        for act in (self.introduce, self.open):
            acts.addWidget(act)
        acts.addStretch(1)
        acts.addWidget(self.print_list)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self._nothing)
        column.addWidget(self.list, 1)
        column.addWidget(self._title)
        column.addWidget(self.reasons)
        column.addLayout(acts)

    def show_matches(self, person: int, matches: Sequence[Match]) -> None:
        """Another person's, from the best on, or the same anew; then the line chosen stays."""
        before = self.list.key() if person == self._person else None
        self._person, self._matches = person, tuple(matches)
        self.list.show_lines(
            [
                (each.opening.id, each.opening.draft.title, words.about_match(each))
                for each in matches
            ]
        )
        keys = [each.opening.id for each in matches]
        self.list.choose(before if before in keys else next(iter(keys), None))
        self._tell()

    def match(self) -> Match | None:
        """The line chosen."""
        key = self.list.key()
        return next((each for each in self._matches if each.opening.id == key), None)

    def _tell(self, _key: int = 0) -> None:
        match = self.match()
        self._nothing.setVisible(not self._matches)
        for widget in (self.list, self._title, self.introduce, self.open, self.print_list):
            widget.setVisible(match is not None)
        if match is None:
            self.reasons.set_texts(())
            return
        self._title.setText(f"{match.opening.draft.title} · {match.opening.employer}")
        self.reasons.set_texts((words.facts(match.opening), *words.reasons(match)))
        self.introduce.setEnabled(match.introduced is None)
        self.print_list.setEnabled(
            any(each.is_of_trade and not each.is_barred for each in self._matches)
        )

    def _introduce(self) -> None:
        match = self.match()
        if match is not None:
            self.introduced.emit(match)

    def _open(self) -> None:
        match = self.match()
        if match is not None:
            self.shown.emit(match.opening.id)
