"""A practice that is handed over, a planning area, a meeting of the committee: edited in place."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QLineEdit

from app.errors import Reason, Refused
from app.records.practice import (
    AreaDraft,
    AreaView,
    PracticeDraft,
    PracticeView,
    SessionDraft,
    SessionView,
)
from app.rules.practice_matching import AreaState
from ui.page import Workplace
from ui.practice.words import AREAS, shown_parts
from ui.widgets import typed_dates
from ui.widgets.buttons import link
from ui.widgets.choices import Choice, GrowingText, SearchedChoice, WordsLine
from ui.widgets.fact_values import PROFESSIONS
from ui.widgets.field import Field, day_line, hinted
from ui.widgets.form import Editor, Form
from ui.widgets.picker import Picker
from ui.widgets.provider_finding import providers

if TYPE_CHECKING:
    from app.desk import Desk
    from app.done import Done

ARCHIVE, RESTORE = "Nicht mehr vorschlagen", "Wieder vorschlagen"
_YES_NO = (("", "keine Angabe"), ("yes", "ja"), ("no", "nein"))
_BOOLS: Mapping[str, bool | None] = {"yes": True, "no": False}
_NUMBER = re.compile(r"\d{1,4}(?:[.,]\d{1,2})?")
_OF = ("doctor", "therapist", "midwife", "other")
QUARTERS, HALVES, TENTHS = 4, 2, 10


class _Abreast(Form):
    def abreast(self, *fields: tuple[str, str, Editor]) -> None:
        """Two short fields on one line."""
        row = QHBoxLayout()
        row.setSpacing(16)
        for name, label, editor in fields:
            field = Field(label, editor)
            self.know(name, field, editor)
            row.addWidget(field, 1)
        self.column.addLayout(row)


class PracticeForm(_Abreast):
    """A new practice, or the one shown."""

    def __init__(self, workplace: Workplace) -> None:
        super().__init__(workplace.acts, workplace.asking)
        self._shown: PracticeView | None = None
        self.provider = Picker(partial(providers, workplace.lists), "Name aus dem Verzeichnis")
        self.place = SearchedChoice()
        professions = [("", "keine Angabe"), *((code, PROFESSIONS[code]) for code in _OF)]
        self.add("title", "&Praxis", QLineEdit())
        self.add("specialty", "Fach&gebiet", hinted("z. B. Allgemeinmedizin"))
        self.abreast(
            ("profession", "Ber&uf", Choice(professions)),
            ("quarter_seats", "Si&tze", hinted("z. B. 1 oder 0,5")),
        )
        self.abreast(("town", "&Ort", QLineEdit()), ("municipality", "Ge&meinde", self.place))
        self.abreast(
            ("from_day", "Übergabe a&b", day_line()), ("to_day", "Übergabe b&is", day_line())
        )
        self.add("provider", "Ver&zeichnis", self.provider)
        self.add("contact", "A&nsprechperson", QLineEdit())
        self.abreast(
            ("phone", "Te&lefon", QLineEdit()), ("accessible", "b&arrierefrei", Choice(_YES_NO))
        )
        self.add("email", "E-&Mail", QLineEdit())
        self.add("website", "&Web", hinted("https://"))
        self.add("public_note", "&Hinweis", GrowingText("steht auch auf dem Papier", lines=2))
        self.add("note", "N&otiz (intern)", GrowingText(lines=2))
        self.add("source", "&Quelle", hinted("woher die Angaben sind"))
        self.abreast(("as_of", "&Stand", day_line()), ("valid_to", "Gült&ig bis", day_line()))
        self.archive = link("", self._archive, "archive")
        self.add_buttons("Speichern", more=self.archive)

    def know_places(self, places: tuple[tuple[str, str], ...]) -> None:
        """The municipalities to choose from."""
        self.place.set_choices(places)

    def show_practice(self, view: PracticeView | None) -> None:
        """A practice as the file has it, or blank fields for a new one."""
        self._shown = view
        draft = view.draft if view else PracticeDraft("", profession="doctor")
        name = view.provider_name if view else ""
        self.fill(
            {
                **{
                    key: str(getattr(draft, key))
                    for key in (
                        "title",
                        "profession",
                        "specialty",
                        "town",
                        "municipality",
                        "contact",
                        "phone",
                        "email",
                        "website",
                        "public_note",
                        "note",
                        "source",
                    )
                },
                **{
                    key: typed_dates.shown(getattr(draft, key))
                    for key in ("from_day", "to_day", "as_of", "valid_to")
                },
                "provider": name,
                "quarter_seats": shown_parts(draft.quarter_seats, QUARTERS),
                "accessible": _yes_no(draft.accessible),
            }
        )
        self.provider.choose(draft.provider, name)
        self.settle()
        self.archive.setVisible(view is not None)
        self.archive.setText(RESTORE if view is not None and view.archived_on else ARCHIVE)

    def command(self) -> Callable[[Desk], Done]:
        place = self.value("municipality")
        if place.startswith("\0"):
            raise Refused(Reason.NOT_A_VALUE, "municipality", typed=place[1:])
        draft = PracticeDraft(
            title=self.value("title"),
            provider=self.provider.chosen("provider"),
            profession=self.value("profession"),
            specialty=self.value("specialty"),
            town=self.value("town"),
            municipality=place,
            quarter_seats=_parts(self.value("quarter_seats"), QUARTERS, "quarter_seats"),
            from_day=typed_dates.whole(self.value("from_day"), "from_day"),
            to_day=typed_dates.whole(self.value("to_day"), "to_day"),
            accessible=_BOOLS.get(self.value("accessible")),
            contact=self.value("contact"),
            phone=self.value("phone"),
            email=self.value("email"),
            website=self.value("website"),
            public_note=self.value("public_note"),
            note=self.value("note"),
            source=self.value("source"),
            as_of=typed_dates.whole(self.value("as_of"), "as_of"),
            valid_to=typed_dates.whole(self.value("valid_to"), "valid_to"),
        )
        if self._shown is None:
            return partial(_add_practice, draft)
        return partial(_edit_practice, self._shown.id, draft)

    def _archive(self) -> None:
        view = self._shown
        if view is not None:
            self.perform(partial(_restore if view.archived_on else _take_out, view.id))


class AreaForm(_Abreast):
    """A new planning area, or the one shown."""

    def __init__(self, workplace: Workplace) -> None:
        super().__init__(workplace.acts, workplace.asking)
        self._shown: AreaView | None = None
        self._keys: dict[str, str] = {}
        self._names: dict[str, str] = {}
        self.places = WordsLine("Gemeinden, mit Komma dazwischen")
        self.add("name", "&Planungsbereich", QLineEdit())
        self.add("doctors", "&Arztgruppe", hinted("z. B. Hausärzte"))
        self.add("municipalities", "Ge&meinden", self.places)
        self.abreast(
            ("state", "Sit&ze", Choice([(each.value, word) for each, word in AREAS.items()])),
            ("free_halves", "&freie Sitze", hinted("z. B. 1,5")),
        )
        self.abreast(
            ("coverage_tenths", "&Versorgungsgrad in %", hinted("z. B. 98,4")),
            ("funded", "wird geför&dert", Choice(_YES_NO)),
        )
        self.add("public_note", "&Hinweis", GrowingText(lines=2))
        self.abreast(
            ("source", "&Quelle", hinted("woher die Angaben sind")),
            ("as_of", "&Stand", hinted("TT.MM.JJJJ")),
        )
        self.remove = self.add_remove("Entfernen", self._remove)
        self.add_buttons("Speichern", more=self.remove)

    def know_places(self, places: tuple[tuple[str, str], ...]) -> None:
        """The municipalities to choose from."""
        self._names = dict(places)
        self._keys = {name.casefold(): key for key, name in places}
        self.places.set_words([name for _, name in places])

    def show_area(self, view: AreaView | None) -> None:
        """An area as the file has it, or blank fields for a new one."""
        self._shown = view
        draft = view.draft if view else None
        self.fill(
            {
                "name": draft.name if draft else "",
                "doctors": draft.doctors if draft else "",
                "municipalities": ", ".join(view.names if view else ()),
                "state": draft.state.value if draft else AreaState.OPEN.value,
                "free_halves": shown_parts(draft.free_halves if draft else None, HALVES),
                "coverage_tenths": shown_parts(draft.coverage_tenths if draft else None, TENTHS),
                "funded": _yes_no(draft.funded if draft else None),
                "public_note": draft.public_note if draft else "",
                "source": draft.source if draft else "",
                "as_of": typed_dates.shown(draft.as_of if draft else None),
            }
        )
        self.remove.setVisible(view is not None)

    def command(self) -> Callable[[Desk], Done]:
        as_of = typed_dates.whole(self.value("as_of"), "as_of")
        if as_of is None:
            raise Refused(Reason.BLANK, "as_of")
        draft = AreaDraft(
            name=self.value("name"),
            doctors=self.value("doctors"),
            as_of=as_of,
            municipalities=self._typed_places(),
            state=AreaState(self.value("state")),
            coverage_tenths=_parts(self.value("coverage_tenths"), TENTHS, "coverage_tenths"),
            free_halves=_parts(self.value("free_halves"), HALVES, "free_halves"),
            funded=_BOOLS.get(self.value("funded")),
            public_note=self.value("public_note"),
            source=self.value("source"),
        )
        if self._shown is None:
            return partial(_add_area, draft)
        return partial(_edit_area, self._shown.id, draft)

    def _typed_places(self) -> frozenset[str]:
        """Official keys of the names typed. Raises Refused(NOT_A_VALUE, "municipalities")."""
        found = set()
        for part in self.value("municipalities").split(","):
            name = part.strip()
            if not name:
                continue
            key = name if name in self._names else self._keys.get(name.casefold())
            if key is None:
                raise Refused(Reason.NOT_A_VALUE, "municipalities", typed=name)
            found.add(key)
        return frozenset(found)

    def _remove(self) -> None:
        if self._shown is not None:
            self.withdraw(partial(_remove_area, self._shown.id))


class SessionForm(_Abreast):
    """A new meeting of the committee, or the one shown."""

    def __init__(self, workplace: Workplace) -> None:
        super().__init__(workplace.acts, workplace.asking)
        self._shown: SessionView | None = None
        self.add("body", "&Ausschuss", hinted("z. B. Zulassungsausschuss mit Bezirk"))
        self.abreast(
            ("on", "Sit&zung am", hinted("TT.MM.JJJJ")),
            ("papers_by", "&Unterlagen bis", day_line()),
        )
        self.add("public_note", "&Hinweis", GrowingText(lines=2))
        self.add("source", "&Quelle", hinted("woher der Termin ist"))
        self.remove = self.add_remove("Entfernen", self._remove)
        self.add_buttons("Speichern", more=self.remove)

    def show_session(self, view: SessionView | None, body: str = "") -> None:
        """A meeting as the file has it, or fields for a new one of `body`."""
        self._shown = view
        draft = view.draft if view else None
        self.fill(
            {
                "body": draft.body if draft else body,
                "on": typed_dates.shown(draft.on if draft else None),
                "papers_by": typed_dates.shown(draft.papers_by if draft else None),
                "public_note": draft.public_note if draft else "",
                "source": draft.source if draft else "",
            }
        )
        self.remove.setVisible(view is not None)

    def command(self) -> Callable[[Desk], Done]:
        on = typed_dates.whole(self.value("on"), "on")
        if on is None:
            raise Refused(Reason.BLANK, "on")
        draft = SessionDraft(
            body=self.value("body"),
            on=on,
            papers_by=typed_dates.whole(self.value("papers_by"), "papers_by"),
            public_note=self.value("public_note"),
            source=self.value("source"),
        )
        if self._shown is None:
            return partial(_add_session, draft)
        return partial(_edit_session, self._shown.id, draft)

    def _remove(self) -> None:
        if self._shown is not None:
            self.withdraw(partial(_remove_session, self._shown.id))


def _yes_no(told: bool | None) -> str:  # noqa: FBT001 - a value, not a switch
    return "" if told is None else "yes" if told else "no"


def _parts(text: str, parts: int, field: str) -> int | None:
    """A number with a comma in parts of one: 1,5 in quarters is 6; None for blank. Raises
    Refused(NOT_A_NUMBER, field) for what is no such number or no whole count of parts."""
    bare = text.strip().rstrip("%").strip()
    if not bare:
        return None
    if not _NUMBER.fullmatch(bare):
        raise Refused(Reason.NOT_A_NUMBER, field, typed=text)
    counted = round(float(bare.replace(",", ".")) * parts, 6)
    if not counted.is_integer():
        raise Refused(Reason.NOT_A_NUMBER, field, typed=text)
    return int(counted)


def _add_practice(draft: PracticeDraft, desk: Desk) -> Done:
    return desk.own_practice.add(draft)


def _edit_practice(practice: int, draft: PracticeDraft, desk: Desk) -> Done:
    return desk.own_practice.edit(practice, draft)


def _take_out(practice: int, desk: Desk) -> Done:
    return desk.own_practice.archive(practice)


def _restore(practice: int, desk: Desk) -> Done:
    return desk.own_practice.restore(practice)


def _add_area(draft: AreaDraft, desk: Desk) -> Done:
    return desk.planning_areas.add_area(draft)


def _edit_area(area: int, draft: AreaDraft, desk: Desk) -> Done:
    return desk.planning_areas.edit_area(area, draft)


def _remove_area(area: int, desk: Desk) -> Done:
    return desk.planning_areas.remove_area(area)


def _add_session(draft: SessionDraft, desk: Desk) -> Done:
    return desk.planning_areas.add_session(draft)


def _edit_session(session: int, draft: SessionDraft, desk: Desk) -> Done:
    return desk.planning_areas.edit_session(session, draft)


def _remove_session(session: int, desk: Desk) -> Done:
    return desk.planning_areas.remove_session(session)
