"""Silent cases as a list in groups, one for each advisor, with what comes next."""

from __future__ import annotations

from collections.abc import Hashable, Iterable
from datetime import date
from typing import ClassVar

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from app.records.chasing import NextKind, SilentCase
from app.rules.terms import Stage
from ui import wording
from ui.contacts import words
from ui.theme import Tone
from ui.widgets.grouped_model import GroupedModel, Section
from ui.widgets.grouped_view import GroupedView
from ui.widgets.runs import Run
from ui.widgets.two_line import Lines
from ui.words import STAGES

NOBODY = "ohne Berater*in"


class SilenceModel(GroupedModel[SilentCase]):
    columns: ClassVar[tuple[str, ...]] = ("Fall", "Ohne Kontakt", "Was als Nächstes dran ist")
    noun: ClassVar[tuple[str, str]] = ("Fall", "Fälle")

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.today = date.min

    def key_of(self, row: SilentCase) -> Hashable:
        return row.id

    def cell(self, row: SilentCase, column: int) -> Lines:
        if column == 0:
            phase = (Run(STAGES[row.stage], tone=Tone.SECOND),)
            return Lines((Run(row.name, strong=True),), phase)
        if column == 1:
            weeks = (Run(words.weeks(row.weeks)),)
            return Lines(weeks, (Run(last(row), tone=Tone.SECOND),))
        title, when = upcoming(row, self.today)
        return Lines((Run(title),), (Run(when, tone=Tone.SECOND),))

    def spoken(self, row: SilentCase) -> str:
        title, when = upcoming(row, self.today)
        parts = (row.name, STAGES[row.stage], f"{words.weeks(row.weeks)} ohne Kontakt", last(row))
        return ", ".join((*parts, f"als Nächstes: {title}", when))


class SilenceList(GroupedView[SilentCase]):
    least: ClassVar[tuple[int, ...]] = (180, 150, 200)
    wished: ClassVar[tuple[int, ...]] = (240, 190, 360)

    def __init__(self, parent: QWidget | None = None) -> None:
        self.silence = SilenceModel()
        super().__init__(self.silence, (), parent)
        self.setAccessibleName("Fälle ohne Kontakt")

    def row(self) -> SilentCase | None:
        """The case selected, None for none or a group."""
        return self.silence.row_at(self.currentIndex())


def sections(cases: Iterable[SilentCase], stage: Stage | None) -> list[Section[SilentCase]]:
    """One group for each advisor by name, those nobody advises last; of one stage or of all."""
    groups: dict[tuple[bool, str, int], list[SilentCase]] = {}
    for case in cases:
        if stage is None or case.stage is stage:
            name = case.advisor_name
            groups.setdefault((not name, name.casefold(), case.advisor or 0), []).append(case)
    return [
        Section(f"advisor {key[2]}", rows[0].advisor_name or NOBODY, "", tuple(rows))
        for key, rows in sorted(groups.items())
    ]


def last(case: SilentCase) -> str:
    """When the family was last spoken with."""
    if case.last is None:
        return f"noch nie, aufgenommen {wording.day(case.since)}"
    return f"zuletzt {wording.day(case.last)}"


def upcoming(case: SilentCase, today: date) -> tuple[str, str]:
    """What comes next, and when."""
    act = case.next
    if act.kind is NextKind.PROPOSED or act.on is None:
        return words.PROPOSED[case.stage], "Vorschlag, nichts geplant"
    kind = "Schritt" if act.kind is NextKind.STEP else "vereinbart"
    return act.title, f"{kind}, {wording.day(act.on)}, {words.distance(act.on, today)}"
