"""One opening of an employer, edited in place."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QLineEdit

from app.records.careers import Occupation, OpeningDraft, OpeningView
from app.rules.job_terms import Level, Qualification
from ui.careers import words
from ui.careers.lines import OccupationLine, TimesLine, weekly_hours
from ui.page import Workplace
from ui.widgets import typed_dates
from ui.widgets.buttons import abreast, link
from ui.widgets.choices import Choice, GrowingText
from ui.widgets.fact_values import PROFESSIONS
from ui.widgets.field import hinted
from ui.widgets.form import Form
from ui.widgets.picker import Picker
from ui.widgets.provider_finding import providers

if TYPE_CHECKING:
    from app.desk import Desk
    from app.done import Done

FILL, REOPEN = "Besetzt", "Wieder offen"


class OpeningForm(Form):
    """A new opening, or the one shown."""

    def __init__(self, workplace: Workplace) -> None:
        super().__init__(workplace.acts, workplace.asking)
        self._shown: OpeningView | None = None
        self.provider = Picker(partial(providers, workplace.lists), "Name aus dem Verzeichnis")
        self.kldb = OccupationLine(self._find)
        self.shifts = TimesLine()
        any_ = [("", "keine Angabe")]
        self.add("title", "&Stelle", QLineEdit())
        self.add("provider", "&Arbeitgeber", self.provider)
        self.add("kldb", "&KldB 2010", self.kldb)
        self.add("profession", "Berufs&gruppe", Choice([*any_, *PROFESSIONS.items()]))
        self.add(
            "qualification",
            "A&bschluss",
            Choice([*any_, *((each.value, w) for each, w in words.QUALIFICATIONS.items())]),
        )
        self.add(
            "german",
            "&Deutsch ab",
            Choice(
                [
                    *any_,
                    *(
                        (each.value, w)
                        for each, w in words.LEVELS.items()
                        if each is not Level.NATIVE
                    ),
                ]
            ),
        )
        self.add("min_hours", "Std. &mindestens", hinted("in der Woche"))
        self.add("max_hours", "Std. &höchstens", hinted("in der Woche"))
        self.add("shifts", "S&chichten", self.shifts)
        self.add("contact", "Ans&prechperson", hinted("Name, Telefon"))
        self.add("website", "&Internet", QLineEdit())
        self.add("valid_from", "Gü&ltig ab", hinted("TT.MM.JJJJ, sonst leer"))
        self.add("valid_to", "Gültig bis", hinted("TT.MM.JJJJ, sonst leer"))
        self.add("public_note", "Hin&weis", GrowingText("Wird gedruckt"))
        self.add("note", "Noti&z", GrowingText("Wird nie gedruckt"))
        self.fill_link = link("", self._fill, "check")
        self.remove_link = link("Löschen", self._remove, "trash-2")
        self.add_buttons("Speichern", more=abreast(self.fill_link, self.remove_link))

    def show_new(self) -> None:
        """Blank fields for an opening that is not there yet."""
        self._show(None, OpeningDraft(None, ""), "")

    def show_opening(self, view: OpeningView) -> None:
        """An opening as the file has it."""
        self._show(view, view.draft, view.employer)

    def command(self) -> Callable[[Desk], Done]:
        qualification, german = self.value("qualification"), self.value("german")
        draft = OpeningDraft(
            provider=self.provider.chosen("provider"),
            title=self.value("title"),
            kldb=self.kldb.code(),
            profession=self.value("profession"),
            qualification=Qualification(qualification) if qualification else None,
            german=Level(german) if german else None,
            min_hours=weekly_hours(self.value("min_hours"), "min_hours"),
            max_hours=weekly_hours(self.value("max_hours"), "max_hours"),
            shifts=self.shifts.times("shifts"),
            contact=self.value("contact"),
            website=self.value("website"),
            public_note=self.value("public_note"),
            note=self.value("note"),
            valid_from=typed_dates.whole(self.value("valid_from"), "valid_from"),
            valid_to=typed_dates.whole(self.value("valid_to"), "valid_to"),
        )
        if self._shown is None:
            return partial(_add, draft)
        return partial(_edit, self._shown.id, draft)

    def _show(self, view: OpeningView | None, draft: OpeningDraft, employer: str) -> None:
        self._shown = view
        desk = self._acts.desk
        title = desk.careers.occupation(draft.kldb) if desk and draft.kldb else ""
        self.fill(
            {
                "title": draft.title,
                "provider": employer,
                "kldb": f"{draft.kldb} {title}".strip(),
                "profession": draft.profession,
                "qualification": draft.qualification.value if draft.qualification else "",
                "german": draft.german.value if draft.german else "",
                "min_hours": "" if draft.min_hours is None else str(draft.min_hours),
                "max_hours": "" if draft.max_hours is None else str(draft.max_hours),
                "shifts": words.times(draft.shifts),
                "contact": draft.contact,
                "website": draft.website,
                "valid_from": typed_dates.shown(draft.valid_from),
                "valid_to": typed_dates.shown(draft.valid_to),
                "public_note": draft.public_note,
                "note": draft.note,
            }
        )
        self.provider.choose(draft.provider, employer)
        self.settle()
        self.fill_link.setVisible(view is not None)
        self.remove_link.setVisible(view is not None)
        self.fill_link.setText(REOPEN if view is not None and view.filled_on else FILL)

    def _find(self, asked: str) -> tuple[Occupation, ...]:
        desk = self._acts.desk
        return desk.careers.occupations(asked) if desk else ()

    def _fill(self) -> None:
        view = self._shown
        if view is not None:
            self.perform(partial(_reopen if view.filled_on else _filled, view.id))

    def _remove(self) -> None:
        view = self._shown
        if view is not None and self._asking.confirm(
            "Stelle löschen?",
            f"„{view.draft.title}“ wird gelöscht. Eine Stelle, die vergeben ist, vermerken Sie "
            "besser als besetzt.",
            "Löschen",
        ):
            self.withdraw(partial(_removed, view.id))


def _add(draft: OpeningDraft, desk: Desk) -> Done:
    return desk.openings.add(draft)


def _edit(opening: int, draft: OpeningDraft, desk: Desk) -> Done:
    return desk.openings.edit(opening, draft)


def _filled(opening: int, desk: Desk) -> Done:
    return desk.openings.fill(opening)


def _reopen(opening: int, desk: Desk) -> Done:
    return desk.openings.reopen(opening)


def _removed(opening: int, desk: Desk) -> Done:
    return desk.openings.remove(opening)
