"""One cost of a move, edited in place: receipt, who pays, until when it is asked for."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from app.errors import Refused
from app.records.moving import CostDraft, CostView, Receipt
from app.rules.refunds import CostKind, Payer
from ui.moving.abreast import abreast
from ui.moving.words import KINDS, PAYERS, RECEIPTS, cost_advice, refused_amount
from ui.page import Workplace
from ui.widgets import typed_dates, typed_numbers
from ui.widgets.buttons import link
from ui.widgets.choices import Choice, GrowingText
from ui.widgets.field import day_line, hinted
from ui.widgets.form import Form
from ui.widgets.section import text_label

if TYPE_CHECKING:
    from app.desk import Desk
    from app.done import Done

NOTHING = "0 € sind keine Kosten. Bitte den Betrag eintragen, notfalls geschätzt."
_DAYS = ("ordered_on", "incurred_on", "claim_by", "claimed_on", "refunded_on")


class CostForm(Form):
    """A new cost, or the one shown."""

    def __init__(self, workplace: Workplace) -> None:
        super().__init__(workplace.acts, workplace.asking)
        self._case: int | None = None
        self._shown: CostView | None = None
        self.told = text_label("")
        self.column.addWidget(self.told)
        self.add("kind", "A&rt", Choice([(each.value, word) for each, word in KINDS.items()]))
        self.add("title", "&Wofür", hinted("leer: die Art"))
        abreast(
            self,
            ("cents", "&Betrag in €", hinted("z. B. 1.234,50")),
            (
                "receipt",
                "Be&leg",
                Choice([(each.value, word) for each, word in RECEIPTS.items()]),
            ),
        )
        abreast(
            self,
            ("ordered_on", "bes&tellt am", day_line()),
            ("incurred_on", "entsteht &am", day_line()),
        )
        self.add("payer", "&Es zahlt", Choice([(each.value, w) for each, w in PAYERS.items()]))
        abreast(
            self,
            ("claim_by", "beantragen bi&s", hinted("leer: wird gerechnet")),
            ("claimed_on", "beantra&gt am", day_line()),
        )
        abreast(
            self,
            ("refunded_cents", "&zurück in €", hinted("Betrag")),
            ("refunded_on", "z&urück am", day_line()),
        )
        self.add("refused_because", "abgele&hnt, weil", hinted("leer: nicht abgelehnt"))
        self.add("note", "N&otiz", GrowingText("nur für die Servicestelle", lines=2))
        self.remove = link("Löschen", self._remove, "trash-2")
        self.add_buttons("Speichern", more=self.remove)

    def show_cost(self, case: int, view: CostView | None) -> None:
        """As the file has it; None for a new one."""
        self._case, self._shown = case, view
        draft = view.draft if view is not None else CostDraft(CostKind.TRAVEL, None)
        self.fill(
            {
                "kind": draft.kind.value,
                "title": draft.title,
                "cents": typed_numbers.shown_cents(draft.cents),
                "receipt": draft.receipt.value,
                **{each: typed_dates.shown(getattr(draft, each)) for each in _DAYS},
                "payer": draft.payer.value,
                "refunded_cents": typed_numbers.shown_cents(draft.refunded_cents),
                "refused_because": draft.refused_because,
                "note": draft.note,
            }
        )
        self.remove.setVisible(view is not None)
        told = cost_advice(view) if view is not None else ""
        self.told.setText(told)
        self.told.setVisible(bool(told))

    def sentence(self, refusal: Refused) -> str:
        return refused_amount(refusal, NOTHING)

    def command(self) -> Callable[[Desk], Done]:
        kind = CostKind(self.value("kind"))
        days = {name: typed_dates.whole(self.value(name), name) for name in _DAYS}
        draft = CostDraft(
            kind=kind,
            cents=typed_numbers.cents(self.value("cents"), "cents"),
            title=self.value("title").strip() or KINDS[kind],
            ordered_on=days["ordered_on"],
            incurred_on=days["incurred_on"],
            receipt=Receipt(self.value("receipt")),
            payer=Payer(self.value("payer")),
            claim_by=days["claim_by"],
            claimed_on=days["claimed_on"],
            refunded_cents=typed_numbers.cents(self.value("refunded_cents"), "refunded_cents"),
            refunded_on=days["refunded_on"],
            refused_because=self.value("refused_because"),
            note=self.value("note"),
        )
        if self._shown is None:
            return partial(_add, self._case or 0, draft)
        return partial(_edit, self._shown.id, draft)

    def _remove(self) -> None:
        if self._shown is not None:
            self.withdraw(partial(_drop, self._shown.id))


def _add(case: int, draft: CostDraft, desk: Desk) -> Done:
    return desk.moving.add_cost(case, draft)


def _edit(cost: int, draft: CostDraft, desk: Desk) -> Done:
    return desk.moving.edit_cost(cost, draft)


def _drop(cost: int, desk: Desk) -> Done:
    return desk.moving.remove_cost(cost)
