"""What employers keep or pay for in care, in words. No Qt."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from app.records.employer_places import EmployerPlaceDraft, EmployerPlaceView, PlaceKind
from ui.widgets.typed_numbers import shown_cents

KINDS: Mapping[PlaceKind, str] = {
    PlaceKind.RESERVES: "hält Plätze frei",
    PlaceKind.PAYS: "zahlt dazu",
}


def told(draft: EmployerPlaceDraft, today: date) -> str:
    """hält 4 Plätze frei, bis 31.07.2028; zahlt 120,00 € je Platz und Monat dazu; what keeping
    them costs is told where it was entered."""
    count = "" if draft.places is None else _places(draft.places)
    if draft.kind is PlaceKind.PAYS:
        said = f"zahlt {shown_cents(draft.cents)} € je Platz und Monat dazu"
        said += f", für {count}" if count else ""
    else:
        said = f"hält {count or 'Plätze'} frei"
        said += f", für {shown_cents(draft.cents)} € je Platz und Monat" if draft.cents else ""
    if draft.valid_to is not None and draft.valid_to < today:
        return f"galt bis {draft.valid_to:%d.%m.%Y}: {said}"
    days = (
        f"ab {draft.valid_from:%d.%m.%Y}" if draft.valid_from else "",
        f"bis {draft.valid_to:%d.%m.%Y}" if draft.valid_to else "",
    )
    return ", ".join(part for part in (said, *days) if part)


def of_service(views: tuple[EmployerPlaceView, ...], today: date) -> str:
    """Who keeps or pays what at a service, a line each; blank where nobody is entered beside the
    entry's own."""
    entered = [each for each in views if each.id is not None]
    return "\n".join(f"{each.employer_name} {told(each.draft, today)}" for each in entered)


def _places(count: int) -> str:
    return "1 Platz" if count == 1 else f"{count} Plätze"
