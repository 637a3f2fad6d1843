"""Contact persons and costs as plain objects of JSON, written and read back."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from app.exchange.cleaning import as_text
from app.records.providers import ContactPerson, Cost, CostPer


def contact_object(person: ContactPerson) -> dict[str, object]:
    """What is known of a person, nothing blank."""
    found = {name: getattr(person, name) for name in ("name", "area", "phone", "email", "note")}
    return {name: value for name, value in found.items() if value}


def cost_object(cost: Cost) -> dict[str, object]:
    """A price in euros, its period as a code, its days as ISO dates; nothing blank."""
    found: dict[str, object] = {
        "label": cost.label,
        "euros": None if cost.cents is None else cost.cents / 100,
        "per": cost.per.value,
        "note": cost.note,
        "valid_from": cost.valid_from.isoformat() if cost.valid_from else None,
        "valid_to": cost.valid_to.isoformat() if cost.valid_to else None,
    }
    return {name: value for name, value in found.items() if value not in (None, "")}


def contacts_of(found: object) -> object:
    """The persons of a list of such objects; what is no such list stays as it is, to be told."""
    if not isinstance(found, list) or not all(isinstance(each, dict) for each in found):
        return found
    return tuple(
        ContactPerson(
            **{name: _text(each, name) for name in ("name", "area", "phone", "email", "note")}
        )
        for each in found
    )


def costs_of(found: object) -> object:
    """The costs of a list of such objects; what is no such list stays as it is, to be told."""
    if not isinstance(found, list) or not all(isinstance(each, dict) for each in found):
        return found
    return tuple(map(_cost, found))


def cents_of(euros: object) -> int | None:
    """An amount in euros as cents; None where it is none, or out of all measure."""
    if isinstance(euros, bool) or not isinstance(euros, int | float):
        return None
    return round(euros * 100) if 0 <= euros <= 1_000_000 else None


def iso_day(text: object) -> date | None:
    try:
        return date.fromisoformat(str(text)[:10])
    except ValueError:
        return None


def _cost(each: Mapping[str, object]) -> Cost:
    codes = {per.value: per for per in CostPer}
    return Cost(
        label=_text(each, "label"),
        cents=cents_of(each.get("euros")),
        per=codes.get(_text(each, "per"), CostPer.OTHER),
        note=_text(each, "note"),
        valid_from=iso_day(each.get("valid_from")),
        valid_to=iso_day(each.get("valid_to")),
    )


def _text(each: Mapping[str, object], name: str) -> str:
    return as_text(each.get(name)) or ""
