"""One occasion, edited in place: what, when, where, who invites, until when to answer."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QLineEdit

from app.errors import Reason, Refused
from app.records.occasions import OccasionDraft, OccasionHint, OccasionKind, OccasionView
from app.rules.inviting import public_holiday
from ui.mentor_words import HINTS, OCCASIONS
from ui.mentors import typed
from ui.page import Workplace
from ui.rosters.words import clock
from ui.theme import Tone
from ui.widgets import typed_dates
from ui.widgets.buttons import link
from ui.widgets.choices import Choice, GrowingText
from ui.widgets.field import hinted
from ui.widgets.form import Form
from ui.widgets.picker import Picker
from ui.widgets.provider_finding import providers
from ui.widgets.section import text_label

if TYPE_CHECKING:
    from datetime import date

    from app.desk import Desk
    from app.done import Done

_DAY = 1440
ARCHIVE, RESTORE = "Archivieren", "Zurückholen"


class OccasionForm(Form):
    """A new occasion, or the one shown. What its day is besides is told while it is typed."""

    def __init__(self, workplace: Workplace) -> None:
        super().__init__(workplace.acts, workplace.asking)
        self._workplace = workplace
        self._shown: OccasionView | None = None
        self.provider = Picker(
            partial(providers, workplace.lists), "Name aus dem Verzeichnis, sonst leer"
        )
        self.add("title", "&Titel", QLineEdit())
        self.add("kind", "&Art", Choice([(each.value, word) for each, word in OCCASIONS.items()]))
        day = hinted("TT.MM.JJJJ")
        self.add("on", "Ta&g", day)
        self.hint = text_label("", Tone.SECOND)
        self.hint.hide()
        self.column.addWidget(self.hint)
        start, finish = hinted("18:00, sonst leer"), hinted("21:00, sonst leer")
        self.add("start", "&Von", start)
        self.add("finish", "Bi&s", finish)
        self.add("place", "&Ort", QLineEdit())
        self.add("provider", "&Lädt ein", self.provider)
        self.add("host", "oder &Name", hinted("wenn nicht im Verzeichnis"))
        self.add("answer_by", "Antwo&rt bis", hinted("TT.MM.JJJJ, sonst leer"))
        self.add("places", "&Plätze", hinted("für wie viele Familien, sonst leer"))
        self.add("website", "&Internet", hinted("wird als QR-Code gedruckt"))
        self.add("public_note", "Hin&weis", GrowingText("steht auf der Einladung", lines=2))
        self.archive = link("", self._archive, "archive")
        self.add_buttons("Speichern", more=self.archive)
        for line in (day, start, finish):
            line.editingFinished.connect(self._think)

    @property
    def occasion_id(self) -> int | None:
        """The occasion shown, None for a new one."""
        return self._shown.id if self._shown else None

    def show_new(self) -> None:
        """Blank fields for an occasion that is not there yet."""
        self._shown = None
        self.fill({"kind": OccasionKind.NEWCOMERS.value})
        self.provider.choose(None, "")
        self.settle()
        self._tell(())
        self.archive.hide()

    def show_occasion(self, view: OccasionView) -> None:
        """An occasion as the file has it."""
        self._shown = view
        draft = view.draft
        self.fill(
            {
                "title": draft.title,
                "kind": draft.kind.value,
                "on": typed_dates.shown(draft.on),
                "start": _clock(draft.start),
                "finish": _clock(draft.finish),
                "place": draft.place,
                "host": draft.host,
                "answer_by": typed_dates.shown(draft.answer_by),
                "places": "" if draft.places is None else str(draft.places),
                "website": draft.website,
                "public_note": draft.public_note,
            }
        )
        self.provider.choose(draft.provider, view.host_name if draft.provider else "")
        self.settle()
        self._tell(())
        self.archive.show()
        self.archive.setText(RESTORE if view.archived_on else ARCHIVE)

    def command(self) -> Callable[[Desk], Done]:
        draft = self._draft(self._on())
        if self.occasion_id is None:
            return partial(_add, draft)
        return partial(_edit, self.occasion_id, draft)

    def _on(self) -> date:
        on = typed_dates.whole(self.value("on"), "on")
        if on is None:
            raise Refused(Reason.BLANK, "on")
        return on

    def _draft(self, on: date) -> OccasionDraft:
        start = typed.minutes(self.value("start"), "start")
        return OccasionDraft(
            kind=OccasionKind(self.value("kind")),
            title=self.value("title"),
            on=on,
            start=start,
            finish=typed.minutes(self.value("finish"), "finish", after=start),
            place=self.value("place"),
            provider=self.provider.chosen("provider"),
            host=self.value("host"),
            website=self.value("website"),
            public_note=self.value("public_note"),
            answer_by=typed_dates.whole(self.value("answer_by"), "answer_by"),
            places=typed.count(self.value("places"), "places"),
        )

    def _think(self) -> None:
        """Holidays, closed hosts, days that are over and an end far into the next day are told as
        soon as they are typed."""
        desk = self._workplace.acts.desk
        if desk is None:
            return
        try:
            on = self._on()
            start = typed.minutes(self.value("start"), "start")
            draft = OccasionDraft(
                OccasionKind.OTHER,
                "",
                on,
                start,
                typed.minutes(self.value("finish"), "finish", after=start),
                provider=self.provider.chosen("provider"),
            )
        except Refused:
            self._tell(())
            return
        said = []
        for hint in desk.occasions.hints(draft):
            named = public_holiday(on) if hint is OccasionHint.PUBLIC_HOLIDAY else ""
            said.append(f"Der Tag ist ein Feiertag: {named}." if named else HINTS[hint])
        self._tell(tuple(said))

    def _tell(self, said: tuple[str, ...]) -> None:
        self.hint.setText(" ".join(said))
        self.hint.setVisible(bool(said))

    def _archive(self) -> None:
        view = self._shown
        if view is not None:
            self.perform(partial(_restore if view.archived_on else _put_away, view.id))


def _clock(minutes: int | None) -> str:
    if minutes is None:
        return ""
    return clock(minutes if minutes <= _DAY else minutes - _DAY)


def _add(draft: OccasionDraft, desk: Desk) -> Done:
    return desk.occasions.add(draft)


def _edit(occasion_id: int, draft: OccasionDraft, desk: Desk) -> Done:
    return desk.occasions.edit(occasion_id, draft)


def _put_away(occasion_id: int, desk: Desk) -> Done:
    return desk.occasions.archive(occasion_id)


def _restore(occasion_id: int, desk: Desk) -> Done:
    return desk.occasions.restore(occasion_id)
