"""Editors for words about work: occupations of the KldB, languages with their level, shifts."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from typing import TypeVar

from PySide6.QtCore import QStringListModel
from PySide6.QtWidgets import QCompleter, QLineEdit, QWidget

from app.content.languages import languages
from app.errors import Reason, Refused
from app.records.careers import Occupation
from app.rules.job_terms import Level, WorkTime
from ui.careers import words
from ui.widgets import typed_numbers
from ui.widgets.choices import WordsLine
from ui.widgets.suggesting import suggest

T = TypeVar("T")
Find = Callable[[str], Sequence[Occupation]]
_HOURS = re.compile(r"\s*(?:h|std\.?|stunden)\s*$", re.IGNORECASE)
_KILOMETRES = re.compile(r"\s*(?:km|kilometer)\s*$", re.IGNORECASE)
_CODE = re.compile(r"\s*([0-9]{1,5})(?:\s.*)?")


class OccupationLine(QLineEdit):
    """A code of the KldB: typed, or found by words where the office has loaded it."""

    def __init__(self, find: Find, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._find = find
        self._names = QStringListModel(self)
        completer = QCompleter(self._names, self)
        completer.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        suggest(self, completer)
        self.setPlaceholderText("Schlüssel oder Wörter suchen, sonst leer")
        self.textEdited.connect(self._look)

    def code(self) -> str:
        """The code that stands here; what is typed where it is none, to be refused."""
        found = _CODE.fullmatch(self.text())
        return found[1] if found else self.text().strip()

    def show_code(self, code: str, title: str) -> None:
        """Show a code with its title where it is known."""
        self.setText(f"{code} {title}".strip())
        self.setCursorPosition(0)

    def offered(self) -> list[str]:
        """The lines found for what is typed."""
        return self._names.stringList()

    def _look(self, typed: str) -> None:
        found = self._find(typed) if len(typed.strip()) > 1 else ()
        self._names.setStringList([f"{each.code} {each.title}" for each in found])


class TimesLine(WordsLine):
    """Shifts with commas between; blank means any."""

    def __init__(self, parent: QWidget | None = None) -> None:
        names = list(words.WORK_TIMES.values())
        super().__init__(f"z. B. {names[0]}, {names[1]}", parent)
        self.set_words(names)
        self.setToolTip(", ".join(names))

    def times(self, field: str) -> frozenset[WorkTime]:
        """The shifts typed; raises Refused(NOT_A_VALUE, field) for anything else."""
        known = {word.casefold(): code for code, word in words.WORK_TIMES.items()}
        return frozenset(_known(known, typed, field) for typed in _typed(self.text()))


class LevelsLine(WordsLine):
    """Languages with their level: "Englisch B2, Hindi Muttersprache"."""

    def __init__(self, parent: QWidget | None = None) -> None:
        self._tags = {name.casefold(): tag for tag, name in languages()}
        super().__init__("z. B. Englisch B2, Hindi Muttersprache", parent)
        self.set_words(sorted(name for _, name in languages()))

    def levels(self, field: str) -> Mapping[str, Level]:
        """The languages typed by tag; raises Refused(UNKNOWN_LANGUAGE, field) for an unknown name
        and Refused(LEVEL_MISSING, field) without a level."""
        known = {word.casefold(): code for code, word in words.LEVELS.items()}
        found: dict[str, Level] = {}
        for typed in _typed(self.text()):
            name, _, level = typed.rpartition(" ")
            tag = self._tags.get(name.strip().casefold())
            if typed.casefold() in self._tags or (tag and level.casefold() not in known):
                raise Refused(Reason.LEVEL_MISSING, field, typed=typed)
            if tag is None:
                raise Refused(Reason.UNKNOWN_LANGUAGE, field, typed=name.strip() or typed)
            found[tag] = known[level.casefold()]
        return found


def weekly_hours(text: str, field: str) -> int | None:
    """Whole hours a week, also as "39 Std."; None for blank. Raises Refused(NOT_WEEKLY_HOURS,
    field), for half an hour too: whole ones are matched."""
    bare = _HOURS.sub("", text)
    try:
        return typed_numbers.count(bare, field)
    except Refused:
        raise Refused(Reason.NOT_WEEKLY_HOURS, field) from None


def radius(text: str, field: str) -> float | None:
    """Whole kilometres, also as "30 km"; None for blank. Raises Refused(NOT_A_NUMBER, field)."""
    found = typed_numbers.count(_KILOMETRES.sub("", text), field)
    return None if found is None else float(found)


def _typed(text: str) -> list[str]:
    return [part.strip() for part in re.split("[,;]", text) if part.strip()]


def _known(known: Mapping[str, T], typed: str, field: str) -> T:
    found = known.get(typed.casefold())
    if found is None:
        raise Refused(Reason.NOT_A_VALUE, field, typed=typed)
    return found
