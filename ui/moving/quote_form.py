"""One quote of a mover, edited in place."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from typing import TYPE_CHECKING

from app.errors import Refused
from app.records.moving import QuoteDraft, QuoteView
from app.rules.calendar import Day
from app.rules.moving import Extra, QuoteState, day_hints
from app.rules.terms import AnchorKind
from ui.moving.abreast import abreast
from ui.moving.move_form import extra_marks
from ui.moving.words import DAY_HINTS, STATES, quote_advice, refused_amount
from ui.page import Workplace
from ui.widgets import typed_dates, typed_numbers
from ui.widgets.buttons import link
from ui.widgets.choices import Choice, GrowingText
from ui.widgets.field import day_line, hinted
from ui.widgets.form import Form
from ui.widgets.picker import Picker
from ui.widgets.provider_finding import movers
from ui.widgets.section import text_label

if TYPE_CHECKING:
    from app.desk import Desk
    from app.done import Done

_FIXED = (("", "nicht bekannt"), ("yes", "Festpreis"), ("no", "geschätzt"))
_FIXES = {"": None, "yes": True, "no": False}
NOTHING = "Ein Preis von 0 € kann nicht stimmen. Bitte leer lassen, solange er nicht bekannt ist."
_DAYS = ("asked_on", "received_on", "valid_to", "moving_on")


class QuoteForm(Form):
    """A new quote, or the one shown."""

    def __init__(self, workplace: Workplace) -> None:
        super().__init__(workplace.acts, workplace.asking)
        self._case: int | None = None
        self._shown: QuoteView | None = None
        self._anchors: Mapping[AnchorKind, Day] = {}
        self.told = text_label("")
        self.column.addWidget(self.told)
        self.provider = Picker(partial(movers, workplace.lists), "Umzugsfirma im Verzeichnis")
        self.state = Choice(_states(None))
        self.add("provider", "&Firma", self.provider)
        self.add("name", "oder Na&me", hinted("wenn sie nicht im Verzeichnis steht"))
        self.add("state", "&Stand", self.state)
        abreast(
            self,
            ("asked_on", "&angefragt am", day_line()),
            ("received_on", "&erhalten am", day_line()),
        )
        abreast(
            self,
            ("cents", "&Preis in €", hinted("mit Mehrwertsteuer")),
            ("fixed", "P&reis ist", Choice(_FIXED)),
        )
        abreast(
            self,
            ("cubic_metres", "Men&ge in m³", hinted("Zahl")),
            ("valid_to", "gültig &bis", day_line()),
        )
        self.add("moving_on", "&Umzugstag", day_line())
        self.day_told = text_label("")
        self.column.addWidget(self.day_told)
        self.add("insured_cents", "&versichert bis", hinted("Euro, über die Haftung hinaus"))
        self.add("includes", "ent&halten", extra_marks())
        self.add("because", "&warum", hinted("Grund für Wahl oder Absage"))
        self.add("public_note", "H&inweis", GrowingText("steht auch auf dem Papier", lines=2))
        self.add("note", "N&otiz", GrowingText("nur für die Servicestelle", lines=2))
        self.remove = link("Löschen", self._remove, "trash-2")
        self.choose = link("Beauftragen", self._choose, "check")
        self.column.addWidget(self.choose)
        self.add_buttons("Speichern", more=self.remove)
        price = self.editor("cents")
        price.textEdited.connect(self._priced)  # type: ignore[attr-defined]
        day = self.editor("moving_on")
        day.textChanged.connect(self._tell_day)  # type: ignore[attr-defined]
        self.day_told.hide()

    def show_quote(
        self, case: int, view: QuoteView | None, anchors: Mapping[AnchorKind, Day]
    ) -> None:
        """As the file has it; None for a new one."""
        self._case, self._shown, self._anchors = case, view, anchors
        draft = view.draft if view is not None else QuoteDraft()
        name = view.name if view is not None and draft.provider is not None else ""
        self.state.set_choices(_states(view))
        fixed = next(code for code, value in _FIXES.items() if value is draft.fixed)
        self.fill(
            {
                "provider": name,
                "name": draft.name,
                "state": draft.state.value,
                **{each: typed_dates.shown(getattr(draft, each)) for each in _DAYS},
                "cents": typed_numbers.shown_cents(draft.cents),
                "fixed": fixed,
                "cubic_metres": "" if draft.cubic_metres is None else str(draft.cubic_metres),
                "insured_cents": typed_numbers.shown_cents(draft.insured_cents),
                "includes": " ".join(each.value for each in draft.includes),
                "because": draft.because,
                "public_note": draft.public_note,
                "note": draft.note,
            }
        )
        self.provider.choose(draft.provider, name)
        self.settle()
        told = quote_advice(view) if view is not None else ""
        self.told.setText(told)
        self.told.setVisible(bool(told))
        self.remove.setVisible(view is not None)
        self.choose.setVisible(view is not None and draft.state is not QuoteState.CHOSEN)
        self._tell_day()

    def sentence(self, refusal: Refused) -> str:
        return refused_amount(refusal, NOTHING)

    def command(self) -> Callable[[Desk], Done]:
        days = {name: typed_dates.whole(self.value(name), name) for name in _DAYS}
        draft = QuoteDraft(
            provider=self.provider.chosen("provider"),
            name=self.value("name"),
            state=QuoteState(self.value("state")),
            asked_on=days["asked_on"],
            received_on=days["received_on"],
            valid_to=days["valid_to"],
            moving_on=days["moving_on"],
            cents=typed_numbers.cents(self.value("cents"), "cents"),
            fixed=_FIXES[self.value("fixed")],
            cubic_metres=typed_numbers.count(self.value("cubic_metres"), "cubic_metres"),
            insured_cents=typed_numbers.cents(self.value("insured_cents"), "insured_cents"),
            includes=frozenset(Extra(code) for code in self.value("includes").split()),
            because=self.value("because"),
            public_note=self.value("public_note"),
            note=self.value("note"),
        )
        if self._shown is None:
            return partial(_add, self._case or 0, draft)
        return partial(_edit, self._shown.id, draft)

    def _priced(self, text: str) -> None:
        """A mover who says a price has answered."""
        if text.strip() and self.state.code() == QuoteState.ASKED.value:
            self.state.choose(QuoteState.RECEIVED.value)

    def _tell_day(self) -> None:
        """What is odd about the moving day, while it is typed."""
        try:
            on = typed_dates.whole(self.value("moving_on"), "moving_on")
        except Refused:
            on = None
        told = ", ".join(DAY_HINTS[each] for each in day_hints(on, self._anchors))
        self.day_told.setText(f"Achtung: {told}." if told else "")
        self.day_told.setVisible(bool(told))

    def _choose(self) -> None:
        if self._shown is not None:
            self.perform(partial(_take, self._shown.id))

    def _remove(self) -> None:
        if self._shown is not None:
            self.withdraw(partial(_drop, self._shown.id))


def _states(view: QuoteView | None) -> list[tuple[str, str]]:
    """CHOSEN is there only where it is so already: it is chosen with its own button."""
    is_chosen = view is not None and view.draft.state is QuoteState.CHOSEN
    return [
        (each.value, word)
        for each, word in STATES.items()
        if is_chosen or each is not QuoteState.CHOSEN
    ]


def _add(case: int, draft: QuoteDraft, desk: Desk) -> Done:
    return desk.moving.add_quote(case, draft)


def _edit(quote: int, draft: QuoteDraft, desk: Desk) -> Done:
    return desk.moving.edit_quote(quote, draft)


def _take(quote: int, desk: Desk) -> Done:
    return desk.moving.choose_quote(quote)


def _drop(quote: int, desk: Desk) -> Done:
    return desk.moving.remove_quote(quote)
