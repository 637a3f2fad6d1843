"""The profile of somebody who looks for work, edited in place."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QLineEdit

from app.records.careers import CareerView, Occupation, ProfileDraft
from app.rules.job_terms import Qualification
from ui.careers import words
from ui.careers.lines import LevelsLine, OccupationLine, TimesLine, radius, weekly_hours
from ui.page import Workplace
from ui.widgets import typed_dates
from ui.widgets.buttons import link
from ui.widgets.choices import Choice, GrowingText
from ui.widgets.form import Form

if TYPE_CHECKING:
    from app.desk import Desk
    from app.done import Done


class ProfileForm(Form):
    """What somebody can do and wants. What is printed for employers is marked so."""

    def __init__(self, workplace: Workplace) -> None:
        super().__init__(workplace.acts, workplace.asking)
        self._shown: CareerView | None = None
        self.kldb = OccupationLine(self._find)
        self.languages = LevelsLine()
        self.shifts = TimesLine()
        qualification = Choice(
            [("", "nicht bekannt"), *((each.value, w) for each, w in words.QUALIFICATIONS.items())]
        )
        self.add("occupation", "&Beruf", QLineEdit())
        self.add("kldb", "&KldB 2010", self.kldb)
        self.add("qualification", "Ab&schluss", qualification)
        self.add("qualified_as", "&Erlernt", GrowingText("Was, wo, wie lange ausgeübt"))
        self.add("german", "&Deutsch", Choice(list(words.GERMAN.items())))
        self.add("languages", "S&prachen", self.languages)
        self.add("min_hours", "Std. &mindestens", _number("in der Woche"))
        self.add("max_hours", "Std. &höchstens", _number("in der Woche"))
        self.add("shifts", "S&chichten", self.shifts)
        self.add("available_from", "&Verfügbar ab", _number("TT.MM.JJJJ"))
        self.add("radius_km", "&Umkreis", _number("Kilometer, sonst leer"))
        self.add("wishes", "&Wünsche", GrowingText("Wird gedruckt"))
        self.add("note", "&Notiz", GrowingText("Wird nie gedruckt"))
        self.remove = link("Profil löschen", self._remove, "trash-2")
        self.add_buttons("Speichern", more=self.remove)

    def show_member(self, view: CareerView) -> None:
        """The profile of a member as the file has it, blank where there is none; what is half
        typed about the same member stays."""
        same = self._shown is not None and self._shown.person == view.person
        self._shown = view
        self.remove.setVisible(view.profile is not None)
        (self.follow if same else self.fill)(self._values(view.draft))

    def command(self) -> Callable[[Desk], Done]:
        qualification = self.value("qualification")
        draft = ProfileDraft(
            occupation=self.value("occupation"),
            kldb=self.kldb.code(),
            qualification=Qualification(qualification) if qualification else None,
            qualified_as=self.value("qualified_as"),
            german=self.value("german"),
            languages=self.languages.levels("languages"),
            min_hours=weekly_hours(self.value("min_hours"), "min_hours"),
            max_hours=weekly_hours(self.value("max_hours"), "max_hours"),
            available_from=typed_dates.whole(self.value("available_from"), "available_from"),
            radius_km=radius(self.value("radius_km"), "radius_km"),
            shifts=self.shifts.times("shifts"),
            wishes=self.value("wishes"),
            note=self.value("note"),
        )
        return partial(_edit, self._shown.person if self._shown else 0, draft)

    def _values(self, draft: ProfileDraft) -> dict[str, str]:
        desk = self._acts.desk
        title = desk.careers.occupation(draft.kldb) if desk and draft.kldb else ""
        return {
            "occupation": draft.occupation,
            "kldb": f"{draft.kldb} {title}".strip(),
            "qualification": draft.qualification.value if draft.qualification else "",
            "qualified_as": draft.qualified_as,
            "german": draft.german,
            "languages": words.spoken(draft),
            "min_hours": _shown(draft.min_hours),
            "max_hours": _shown(draft.max_hours),
            "shifts": words.times(draft.shifts),
            "available_from": typed_dates.shown(draft.available_from),
            "radius_km": "" if draft.radius_km is None else f"{draft.radius_km:.0f}",
            "wishes": draft.wishes,
            "note": draft.note,
        }

    def _find(self, asked: str) -> tuple[Occupation, ...]:
        desk = self._acts.desk
        return desk.careers.occupations(asked) if desk else ()

    def _remove(self) -> None:
        view = self._shown
        if view is None or not self._asking.confirm(
            "Profil löschen?",
            f"Beruf, Wünsche und Notiz von {view.name} werden gelöscht. Vorstellungen bleiben.",
            "Löschen",
        ):
            return
        self.withdraw(partial(_forget, view.person))


def _number(hint: str) -> QLineEdit:
    line = QLineEdit()
    line.setPlaceholderText(hint)
    return line


def _shown(value: int | None) -> str:
    return "" if value is None else str(value)


def _edit(person: int, draft: ProfileDraft, desk: Desk) -> Done:
    return desk.careers.edit_profile(person, draft)


def _forget(person: int, desk: Desk) -> Done:
    return desk.careers.remove_profile(person)
