"""One offer of further training, edited in place."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QLineEdit

from app.errors import Reason, Refused
from app.records.training import CourseDraft, CourseKind, CourseView
from app.rules.reading_hours.reading import read_hours
from ui.page import Workplace
from ui.training.words import KINDS, LEVELS
from ui.widgets import german_days, typed_dates, typed_numbers
from ui.widgets.buttons import link
from ui.widgets.choices import Choice, GrowingText
from ui.widgets.fact_values import PROFESSIONS
from ui.widgets.field import Field, day_line, hinted
from ui.widgets.form import Editor, Form
from ui.widgets.picker import Picker
from ui.widgets.provider_finding import providers

if TYPE_CHECKING:
    from app.desk import Desk
    from app.done import Done

ARCHIVE, RESTORE = "Nicht mehr vorschlagen", "Wieder vorschlagen"
_NO_KIND = CourseDraft(0, CourseKind.LANGUAGE, "")


class CourseForm(Form):
    """A new offer, or the one shown."""

    def __init__(self, workplace: Workplace) -> None:
        super().__init__(workplace.acts, workplace.asking)
        self._shown: CourseView | None = None
        self.provider = Picker(partial(providers, workplace.lists), "Name aus dem Verzeichnis")
        self.add("title", "&Angebot", QLineEdit())
        self.add("provider", "&Träger", self.provider)
        self.add("kind", "A&rt", Choice([(each.value, word) for each, word in KINDS.items()]))
        self.add("professions", "Für &Berufe", hinted("z. B. Pflege, Ausbildung; leer für alle"))
        self._abreast(
            ("german", "&Deutsch ab", Choice(LEVELS)),
            ("reaches", "führt &zu", Choice(LEVELS)),
        )
        self._abreast(("first", "Be&ginn", day_line()), ("last", "&Ende", day_line()))
        self._abreast(
            ("register_by", "Anme&lden bis", day_line()), ("valid_to", "Gültig b&is", day_line())
        )
        self.add("hours_osm", "&Unterrichtszeit", hinted("z. B. Mo-Do 17:00-20:15"))
        self._abreast(
            ("places", "&Plätze", hinted("Zahl")),
            ("cents", "&Kosten in €", hinted("0 für kostenlos")),
        )
        self.add("funding", "&Förderung", hinted("wer zahlt mit, z. B. Bildungsgutschein"))
        self.add("website", "&Web", hinted("https://"))
        self.add("public_note", "&Hinweis", GrowingText("steht auch auf dem Papier", lines=2))
        self._abreast(
            ("source", "&Quelle", hinted("woher die Angaben sind")), ("as_of", "&Stand", day_line())
        )
        self.archive = link("", self._archive, "archive")
        self.add_buttons("Speichern", more=self.archive)

    @property
    def course_id(self) -> int | None:
        """The offer shown, None for a new one."""
        return self._shown.id if self._shown else None

    def show_new(self) -> None:
        """Blank fields for an offer that is not there yet."""
        self._show(None, _NO_KIND, "")
        self.provider.choose(None, "")

    def show_course(self, view: CourseView) -> None:
        """An offer as the file has it."""
        self._show(view, view.draft, view.provider_name)
        self.provider.choose(view.draft.provider, view.provider_name)

    def sentence(self, refusal: Refused) -> str:
        if refusal.reason is Reason.NOT_OPENING_HOURS:
            return "Diese Zeit ist so nicht lesbar. Beispiel: Mo-Do 17:00-20:15."
        return super().sentence(refusal)

    def command(self) -> Callable[[Desk], Done]:
        provider = self.provider.chosen("provider")
        if provider is None:
            raise Refused(Reason.BLANK, "provider")
        draft = CourseDraft(
            provider=provider,
            kind=CourseKind(self.value("kind")),
            title=self.value("title"),
            professions=_typed_professions(self.value("professions")),
            german=self.value("german"),
            reaches=self.value("reaches"),
            first=typed_dates.whole(self.value("first"), "first"),
            last=typed_dates.whole(self.value("last"), "last"),
            register_by=typed_dates.whole(self.value("register_by"), "register_by"),
            hours_osm=_hours(self.value("hours_osm")),
            places=typed_numbers.count(self.value("places"), "places"),
            cents=typed_numbers.cents(self.value("cents"), "cents"),
            funding=self.value("funding"),
            website=self.value("website"),
            public_note=self.value("public_note"),
            source=self.value("source"),
            as_of=typed_dates.whole(self.value("as_of"), "as_of"),
            valid_to=typed_dates.whole(self.value("valid_to"), "valid_to"),
        )
        if self.course_id is None:
            return partial(_add, draft)
        return partial(_edit, self.course_id, draft)

    def _show(self, view: CourseView | None, draft: CourseDraft, provider: str) -> None:
        self._shown = view
        self.fill(
            {
                "title": draft.title,
                "provider": provider,
                "kind": draft.kind.value,
                "professions": ", ".join(
                    word for code, word in PROFESSIONS.items() if code in draft.professions
                ),
                "german": draft.german,
                "reaches": draft.reaches,
                "first": typed_dates.shown(draft.first),
                "last": typed_dates.shown(draft.last),
                "register_by": typed_dates.shown(draft.register_by),
                "hours_osm": german_days.shown(draft.hours_osm),
                "places": "" if draft.places is None else str(draft.places),
                "cents": typed_numbers.shown_cents(draft.cents),
                "funding": draft.funding,
                "website": draft.website,
                "public_note": draft.public_note,
                "source": draft.source,
                "as_of": typed_dates.shown(draft.as_of),
                "valid_to": typed_dates.shown(draft.valid_to),
            }
        )
        self.archive.setVisible(view is not None)
        self.archive.setText(RESTORE if view is not None and view.archived_on else ARCHIVE)

    def _abreast(self, *fields: tuple[str, str, Editor]) -> None:
        """Two short fields on one line."""
        row = QHBoxLayout()
        row.setSpacing(16)
        for name, label, editor in fields:
            field = Field(label, editor)
            self.know(name, field, editor)
            row.addWidget(field, 1)
        self.column.addLayout(row)

    def _archive(self) -> None:
        view = self._shown
        if view is not None:
            self.perform(partial(_restore if view.archived_on else _take_out, view.id))


def _typed_professions(text: str) -> frozenset[str]:
    """Codes of the words typed, commas between. Raises Refused(NOT_A_VALUE, "professions")."""
    codes = {word.casefold(): code for code, word in PROFESSIONS.items()}
    typed = [part.strip() for part in text.split(",") if part.strip()]
    for part in typed:
        if part.casefold() not in codes:
            raise Refused(Reason.NOT_A_VALUE, "professions", typed=part)
    return frozenset(codes[part.casefold()] for part in typed)


def _hours(text: str) -> str:
    """What is sure of German words, else the text as it is, to be refused."""
    found = read_hours(text)
    return found.osm if found.is_sure else text.strip()


def _add(draft: CourseDraft, desk: Desk) -> Done:
    return desk.training.add(draft)


def _edit(course_id: int, draft: CourseDraft, desk: Desk) -> Done:
    return desk.training.edit(course_id, draft)


def _take_out(course_id: int, desk: Desk) -> Done:
    return desk.training.archive(course_id)


def _restore(course_id: int, desk: Desk) -> Done:
    return desk.training.restore(course_id)
