"""One application, from the first thought to the money, edited in place."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout

from app.errors import Reason, Refused
from app.records.funding import ApplicationDraft, ApplicationState, ApplicationView, Refusal
from app.rules.funding import Programme
from ui.funding import words
from ui.page import Workplace
from ui.theme import Tone
from ui.widgets import typed_dates, typed_numbers
from ui.widgets.choices import Choice, GrowingText
from ui.widgets.field import Field, day_line, hinted
from ui.widgets.form import Editor, Form
from ui.widgets.section import text_label
from ui.widgets.ticks import Ticks

if TYPE_CHECKING:
    from app.desk import Desk
    from app.done import Done

EVERYBODY = ""


class ApplicationForm(Form):
    """Of the programme shown: nothing noted yet, or the application there is. The checks are ticked
    by whoever looked them up; papers are ticked when they are there."""

    def __init__(self, workplace: Workplace) -> None:
        super().__init__(workplace.acts, workplace.asking)
        self._today = workplace.today
        self._case: int | None = None
        self._programme: Programme | None = None
        self._shown: ApplicationView | None = None
        self.told = text_label("")
        self.column.addWidget(self.told)
        self.checks, self.papers = Ticks(), Ticks()
        self.people = Choice()
        self.reasons = Choice([("", "–"), *((e.value, w) for e, w in words.REFUSALS.items())])
        self._abreast(
            ("state", "&Stand", Choice([(e.value, w) for e, w in words.STATES.items()])),
            ("person", "&Für", self.people),
        )
        self.add("confirmed", "Nach&gesehen", self.checks)
        self.add("papers", "&Unterlagen", self.papers)
        self._abreast(
            ("submitted_on", "Be&antragt am", day_line()),
            ("decided_on", "E&ntschieden am", day_line()),
        )
        self._abreast(
            ("paid_on", "Ausge&zahlt am", day_line()), ("next_on", "Na&chfassen am", day_line())
        )
        self._abreast(
            ("asked_cents", "Beantragt in &€", hinted("Betrag")),
            ("granted_cents", "Be&willigt in €", hinted("Betrag")),
        )
        self._abreast(("reason", "&Grund", self.reasons), ("because", "&weil", hinted("in Worten")))
        self.add("note", "&Notiz", GrowingText("bleibt in der Servicestelle", lines=2))
        self.binding = text_label("", Tone.SECOND)
        self.column.addWidget(self.binding)
        self.remove = self.add_remove("Löschen", self._remove)
        self.add_buttons("&Speichern", more=self.remove)

    def sentence(self, refusal: Refused) -> str:
        if refusal.reason is Reason.ENDS_BEFORE_IT_BEGINS:
            return words.TOO_EARLY[refusal.field]
        return super().sentence(refusal)

    @property
    def application_id(self) -> int | None:
        """The application shown, None for one that is not noted yet."""
        return self._shown.id if self._shown else None

    def show_application(
        self,
        case: int,
        programme: Programme,
        view: ApplicationView | None,
        people: Sequence[tuple[int, str]],
        papers: Mapping[str, str],
        present: frozenset[str],
    ) -> None:
        """What is noted of a programme; `papers`: their names, `present`: those the case has."""
        self._case, self._programme, self._shown = case, programme, view
        self.people.set_choices(
            [(EVERYBODY, "den Haushalt"), *((str(key), name) for key, name in people)]
        )
        self.checks.set_choices([(each.code, each.text) for each in programme.checks])
        self.papers.set_choices([(code, papers.get(code, code)) for code in programme.papers])
        self.field("confirmed").setVisible(bool(programme.checks))
        self.field("papers").setVisible(bool(programme.papers))
        draft = view.draft if view else ApplicationDraft(programme.code)
        there = frozenset(programme.papers) - draft.missing if view else present
        self.fill(_values(draft, there))
        self.remove.setVisible(view is not None)
        self.told.setText(words.advice(view, programme) if view is not None else "")
        self.told.setVisible(bool(self.told.text()))
        self.binding.setText(_binding(view, programme, self._today()))
        self.binding.setVisible(bool(self.binding.text()))

    def command(self) -> Callable[[Desk], Done]:
        programme, case = self._programme, self._case
        assert programme is not None and case is not None  # noqa: S101, PT018 - shown before
        person, reason = self.value("person"), self.value("reason")
        there = frozenset(self.papers.text().split())
        draft = ApplicationDraft(
            programme=programme.code,
            state=ApplicationState(self.value("state")),
            person=int(person) if person else None,
            submitted_on=typed_dates.whole(self.value("submitted_on"), "submitted_on"),
            decided_on=typed_dates.whole(self.value("decided_on"), "decided_on"),
            paid_on=typed_dates.whole(self.value("paid_on"), "paid_on"),
            asked_cents=typed_numbers.cents(self.value("asked_cents"), "asked_cents"),
            granted_cents=typed_numbers.cents(self.value("granted_cents"), "granted_cents"),
            next_on=typed_dates.whole(self.value("next_on"), "next_on"),
            missing=frozenset(programme.papers) - there,
            confirmed=frozenset(self.checks.text().split()),
            reason=Refusal(reason) if reason else None,
            because=self.value("because"),
            note=self.value("note"),
        )
        if self._shown is None:
            return partial(_note, case, draft)
        return partial(_edit, self._shown.id, draft)

    def _remove(self) -> None:
        if self._shown is not None:
            self.withdraw(partial(_take_back, self._shown.id))

    def _abreast(self, *fields: tuple[str, str, Editor]) -> None:
        """Two short fields on one line."""
        row = QHBoxLayout()
        row.setSpacing(16)
        for name, label, editor in fields:
            field = Field(label, editor)
            self.know(name, field, editor)
            row.addWidget(field, 1)
        self.column.addLayout(row)


def _values(draft: ApplicationDraft, there: frozenset[str]) -> Mapping[str, str]:
    return {
        "state": draft.state.value,
        "person": str(draft.person) if draft.person else EVERYBODY,
        "confirmed": " ".join(sorted(draft.confirmed)),
        "papers": " ".join(sorted(there)),
        "submitted_on": typed_dates.shown(draft.submitted_on),
        "decided_on": typed_dates.shown(draft.decided_on),
        "paid_on": typed_dates.shown(draft.paid_on),
        "next_on": typed_dates.shown(draft.next_on),
        "asked_cents": typed_numbers.shown_cents(draft.asked_cents),
        "granted_cents": typed_numbers.shown_cents(draft.granted_cents),
        "reason": draft.reason.value if draft.reason else "",
        "because": draft.because,
        "note": draft.note,
    }


def _binding(view: ApplicationView | None, programme: Programme, today: date) -> str:
    if view is not None and view.bound_until is not None:
        last = words.day(view.bound_until)
        is_over = view.bound_until < today
        return f"Die Bindung endete am {last}." if is_over else f"Bindung bis {last}."
    if view is not None and view.apply_by is not None:
        return f"Frist für den Antrag, wie beim Vermerken bekannt: {words.day(view.apply_by)}."
    if programme.binding_years is not None:
        return f"Nach der Bewilligung: {words.binding(programme.binding_years)}."
    return ""


def _note(case: int, draft: ApplicationDraft, desk: Desk) -> Done:
    return desk.funding.note(case, draft)


def _edit(application: int, draft: ApplicationDraft, desk: Desk) -> Done:
    return desk.funding.edit_application(application, draft)


def _take_back(application: int, desk: Desk) -> Done:
    return desk.funding.remove_application(application)
