"""A film or page about the region, and a ferry, each edited in place."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QLineEdit

from app.errors import Reason, Refused
from app.records.region import FilmDraft, FilmView, SailingDraft, SailingView
from ui.page import Workplace
from ui.visits import words
from ui.widgets import german_days, typed_dates, typed_times
from ui.widgets.buttons import link
from ui.widgets.choices import Choice
from ui.widgets.field import hinted
from ui.widgets.form import Form

if TYPE_CHECKING:
    from app.desk import Desk
    from app.done import Done

OUT, HOME = "out", "home"
WAYS = ((OUT, "zur Insel"), (HOME, "von der Insel"))
SILENT = ("", "ohne Worte")
ARCHIVE, RESTORE = "Nicht mehr drucken", "Wieder drucken"


class FilmForm(Form):
    """A new film, or the one shown; it goes out of print and comes back by a link."""

    def __init__(self, workplace: Workplace, languages: Sequence[tuple[str, str]]) -> None:
        super().__init__(workplace.acts, workplace.asking)
        self._shown: FilmView | None = None
        self.add("title", "&Titel", QLineEdit())
        self.add("website", "&Internet", hinted("https://…"))
        self.add("language", "&Sprache", Choice((SILENT, *languages)))
        self.add("about", "&Worum es geht", hinted("einige Worte, werden gedruckt"))
        self.add("checked_on", "&Angesehen am", hinted("TT.MM.JJJJ"))
        self.archive = link("", self._archive, "archive")
        self.add_buttons("Speichern", more=self.archive)

    def show_film(self, view: FilmView | None) -> None:
        """A film as the file has it, None for a new one."""
        self._shown = view
        draft = view.draft if view else FilmDraft("", "")
        self.fill(
            {
                "title": draft.title,
                "website": draft.website,
                "language": draft.language,
                "about": draft.about,
                "checked_on": typed_dates.shown(draft.checked_on),
            }
        )
        self.archive.setVisible(view is not None)
        self.archive.setText(RESTORE if view and view.archived_on else ARCHIVE)

    def command(self) -> Callable[[Desk], Done]:
        draft = FilmDraft(
            title=self.value("title"),
            website=self.value("website"),
            language=self.value("language"),
            about=self.value("about"),
            checked_on=typed_dates.whole(self.value("checked_on"), "checked_on"),
        )
        view = self._shown
        if view is None:
            return lambda desk: desk.region.add_film(draft)
        return lambda desk: desk.region.edit_film(view.id, draft)

    def _archive(self) -> None:
        view = self._shown
        if view is not None:
            self.perform(partial(_restore if view.archived_on else _take_out, view.id))


class SailingForm(Form):
    """A new ferry, or the one shown. Its times are as the office read them, with their source."""

    def __init__(self, workplace: Workplace) -> None:
        super().__init__(workplace.acts, workplace.asking)
        self._shown: SailingView | None = None
        self.add("from_town", "&Von", hinted("Gemeinde"))
        self.add("to_town", "&Nach", hinted("Gemeinde"))
        self.add("outward", "&Richtung", Choice(WAYS))
        self.add("departs", "&Abfahrt", hinted("9:15"))
        self.add("minutes", "&Dauer", hinted("Minuten"))
        self.add("days", "&Tage", hinted("z. B. Mo-Fr oder Sa, So; leer: täglich"))
        self.add("valid_from", "&Gültig ab", hinted("TT.MM.JJJJ, sonst leer"))
        self.add("valid_to", "Gültig &bis", hinted("TT.MM.JJJJ, sonst leer"))
        self.add("source", "&Quelle", hinted("Fahrplan und wer ihn herausgibt"))
        self.add("as_of", "&Stand", hinted("TT.MM.JJJJ"))
        self.remove = self.add_remove("Entfernen", self._remove)
        self.add_buttons("Speichern", more=self.remove)

    def show_sailing(self, view: SailingView | None) -> None:
        """A ferry as the file has it, None for a new one."""
        self._shown = view
        draft = view.draft if view else None
        self.fill(
            {
                "from_town": draft.from_town if draft else "",
                "to_town": draft.to_town if draft else "",
                "outward": OUT if draft is None or draft.outward else HOME,
                "departs": words.clock(draft.departs) if draft else "",
                "minutes": str(draft.minutes) if draft else "",
                "days": german_days.shown(draft.days) if draft else "",
                "valid_from": typed_dates.shown(draft.valid_from if draft else None),
                "valid_to": typed_dates.shown(draft.valid_to if draft else None),
                "source": draft.source if draft else "",
                "as_of": typed_dates.shown(draft.as_of if draft else None),
            }
        )
        self.remove.setVisible(view is not None)

    def command(self) -> Callable[[Desk], Done]:
        as_of = typed_dates.whole(self.value("as_of"), "as_of")
        if as_of is None:
            raise Refused(Reason.BLANK, "as_of")
        draft = SailingDraft(
            from_town=self.value("from_town"),
            to_town=self.value("to_town"),
            departs=typed_times.needed_clock(self.value("departs"), "departs"),
            minutes=typed_times.number(self.value("minutes"), "minutes", Reason.NOT_MINUTES),
            source=self.value("source"),
            as_of=as_of,
            outward=self.value("outward") == OUT,
            days=german_days.read(self.value("days")),
            valid_from=typed_dates.whole(self.value("valid_from"), "valid_from"),
            valid_to=typed_dates.whole(self.value("valid_to"), "valid_to"),
        )
        view = self._shown
        if view is None:
            return lambda desk: desk.region.add_sailing(draft)
        return lambda desk: desk.region.edit_sailing(view.id, draft)

    def _remove(self) -> None:
        view = self._shown
        if view is not None:
            self.withdraw(partial(_remove_sailing, view.id))


def _take_out(film_id: int, desk: Desk) -> Done:
    return desk.region.archive_film(film_id)


def _restore(film_id: int, desk: Desk) -> Done:
    return desk.region.restore_film(film_id)


def _remove_sailing(sailing_id: int, desk: Desk) -> Done:
    return desk.region.remove_sailing(sailing_id)
