"""What an offer would cost, and whom, in sentences. No Qt: the terminal speaks with them too."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from app.records.care_gap import OfferAnswer
from app.rules.care_cost import CostPer, CostUnknown, YearCost
from app.rules.care_offer import Bearer
from ui.widgets.typed_numbers import shown_cents

PERS: Mapping[CostPer, str] = {
    CostPer.HOUR: "je Stunde Öffnung",
    CostPer.PLACE_MONTH: "je Platz und Monat",
}
UNKNOWN: Mapping[CostUnknown, str] = {
    CostUnknown.AMOUNT: "Was es kostet, ist nicht angegeben.",
    CostUnknown.PLACES: (
        "Der Betrag gilt je Platz, aber die Zahl der Plätze fehlt: Die Summe ist nicht bekannt."
    ),
    CostUnknown.HOUSEHOLDS: (
        "Kosten je Haushalt werden nicht gezeigt: Daraus ließe sich die Zahl der Haushalte "
        "errechnen."
    ),
    CostUnknown.HOURS: "Kosten je Stunde werden nicht gezeigt, weil die Stunden gesperrt sind.",
    CostUnknown.NOTHING_CLOSED: "Diese Kosten nähmen keinem Haushalt eine Lücke.",
    CostUnknown.BEARER: "Wer zahlt, ist noch offen.",
}


def cost(answer: OfferAnswer, bearers: Mapping[Bearer, str]) -> Iterator[str]:
    """The sum, who bears it, what a household and an hour cost, and what is not known."""
    found, draft = answer.cost, answer.draft
    if found is None or found.unknown == (CostUnknown.AMOUNT, CostUnknown.BEARER):
        if answer.helped != 0:
            yield f"Kosten: {bearers[draft.bearer]}."
        return
    if found.total is not None and draft.cents is not None:
        each = f"{shown_cents(draft.cents)} € {PERS[draft.per]}"
        yield f"Kosten im Jahr: {shown_cents(found.total)} € ({each}, {_of(answer, found)})."
    yield from _shared(answer, found, bearers)
    told = [
        f"{shown_cents(cents)} € {what}"
        for cents, what in (
            (found.a_household, "im Jahr je Haushalt, dem es hilft"),
            (found.an_hour, "je Stunde, die nicht mehr fehlt"),
        )
        if cents is not None
    ]
    if told:
        yield f"Das sind {' und '.join(told)}."
    for why in found.unknown:
        if why is not CostUnknown.NOTHING_CLOSED or found.total:
            yield UNKNOWN[why]


def _of(answer: OfferAnswer, found: YearCost) -> str:
    if answer.draft.per is CostPer.PLACE_MONTH:
        return f"{answer.draft.places} Plätze, 12 Monate"
    hours = f"{float(found.open_hours):,.1f}".removesuffix(".0")
    return f"{hours.translate(str.maketrans(',.', '.,'))} Stunden in 52 Wochen"


def _shared(answer: OfferAnswer, found: YearCost, bearers: Mapping[Bearer, str]) -> Iterator[str]:
    percents = dict(answer.draft.shares)
    if not percents:
        if answer.draft.bearer is not Bearer.OPEN:
            yield f"Kosten: {bearers[answer.draft.bearer]}."
        return
    parts = []
    for bearer, cents in found.by:
        amount = "" if cents is None else f" {shown_cents(cents)} €"
        parts.append(f"{bearers[bearer]}{amount} ({percents[bearer]} %)")
    yield f"Es zahlen: {'; '.join(parts)}."
