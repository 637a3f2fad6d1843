"""Words of homes. No Qt here."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from types import MappingProxyType

from app.records.housing import (
    Audience,
    Caller,
    DormitoryView,
    FailedBecause,
    HomeKind,
    InterestState,
    InterestView,
    OfferDraft,
    OfferHint,
    OfferView,
    Pets,
    Tenure,
    ViewingNote,
    WaitingDraft,
    WaitingHint,
    WaitingState,
    WaitingView,
)
from app.rules.home_matching import RentPart
from ui.widgets.typed_numbers import shown_euro

KINDS: Mapping[HomeKind, str] = MappingProxyType(
    {
        HomeKind.FLAT: "Wohnung",
        HomeKind.HOUSE: "Haus",
        HomeKind.SHARED: "Wohngemeinschaft",
        HomeKind.ROOM: "Zimmer",
        HomeKind.DORMITORY: "Wohnheim",
        HomeKind.TEMPORARY: "Wohnen auf Zeit",
    }
)
TENURES: Mapping[Tenure, str] = MappingProxyType({Tenure.RENT: "Miete", Tenure.BUY: "Kauf"})
PETS: Mapping[Pets, str] = MappingProxyType(
    {
        Pets.UNKNOWN: "nicht bekannt",
        Pets.YES: "erlaubt",
        Pets.ASK: "nach Absprache",
        Pets.NO: "nicht erlaubt",
    }
)
STATES: Mapping[InterestState, str] = MappingProxyType(
    {
        InterestState.PROPOSED: "vorgeschlagen",
        InterestState.ASKED: "angefragt",
        InterestState.VIEWING: "Besichtigung vereinbart",
        InterestState.VIEWED: "besichtigt",
        InterestState.APPLIED: "beworben",
        InterestState.ACCEPTED: "zugesagt",
        InterestState.REFUSED: "abgelehnt (Vermietung)",
        InterestState.DECLINED: "abgesagt (Familie)",
    }
)
NEXT: Mapping[InterestState, str] = MappingProxyType(
    {
        InterestState.PROPOSED: "anfragen, wenn die Familie sie möchte",
        InterestState.ASKED: "Besichtigung vereinbaren",
        InterestState.VIEWING: "nach dem Termin fragen, wie es war",
        InterestState.VIEWED: "bewerben oder absagen",
        InterestState.APPLIED: "nach der Entscheidung fragen",
        InterestState.ACCEPTED: "Mietvertrag und Wohnungsgeberbestätigung (§ 19 BMG)",
    }
)
BECAUSE: Mapping[FailedBecause, str] = MappingProxyType(
    {
        FailedBecause.TOO_EXPENSIVE: "zu teuer",
        FailedBecause.TOO_SMALL: "zu klein",
        FailedBecause.TOO_FAR: "zu weit weg",
        FailedBecause.CONDITION: "Zustand der Wohnung",
        FailedBecause.OTHER_APPLICANT: "an andere vergeben",
        FailedBecause.NO_PETS: "keine Haustiere",
        FailedBecause.NO_CHILDREN: "keine Kinder gewünscht",
        FailedBecause.DISCRIMINATION: "Verdacht auf Benachteiligung (§ 19 AGG)",
        FailedBecause.SILENT: "Vermietung antwortet nicht",
        FailedBecause.CREDIT_RECORD: "SCHUFA-Auskunft fehlt",
        FailedBecause.GUARANTEE: "Bürgschaft verlangt",
        FailedBecause.INCOME: "Einkommensnachweis fehlt",
        FailedBecause.CHOSE_OTHER: "Familie nimmt eine andere",
        FailedBecause.WITHDRAWN: "Angebot zurückgezogen",
        FailedBecause.OTHER: "anderer Grund",
    }
)
NOTES: Mapping[ViewingNote, str] = MappingProxyType(
    {
        ViewingNote.SAME_TIME: "zur selben Zeit ist eine andere Besichtigung",
        ViewingNote.CLOSE: "weniger als eine Stunde von einer anderen Besichtigung entfernt",
        ViewingNote.SUNDAY: "an einem Sonntag",
        ViewingNote.HOLIDAY: "an einem Feiertag",
        ViewingNote.NO_TIME: "Uhrzeit fehlt noch",
        ViewingNote.PAST: "der Tag ist vorbei; bitte „besichtigt“ oder den Grund vermerken",
        ViewingNote.AHEAD: "der Tag kommt erst noch; bitte Tag oder Stand prüfen",
    }
)
OFFER_HINTS: Mapping[OfferHint, str] = MappingProxyType(
    {
        OfferHint.EXPIRED: "„Gültig bis“ ist vorbei",
        OfferHint.OVER: "„Frei bis“ ist vorbei",
        OfferHint.FREE_AGAIN: "sie wird nicht mehr angeboten",
    }
)
OFFER_ADVICE: Mapping[OfferHint, str] = MappingProxyType(
    {
        OfferHint.EXPIRED: "„Gültig bis“ ist vorbei: Die Wohnung passt für niemanden mehr. Bitte "
        "den Tag ändern oder „Nicht mehr anbieten“ wählen.",
        OfferHint.OVER: "„Frei bis“ ist vorbei. Bitte den Tag ändern oder „Nicht mehr anbieten“ "
        "wählen.",
        OfferHint.FREE_AGAIN: "Die Wohnung ist wieder frei eingetragen, wird aber nicht mehr "
        "angeboten. Bitte „Wieder anbieten“ wählen.",
    }
)
WAITING_HINTS: Mapping[WaitingHint, str] = MappingProxyType(
    {
        WaitingHint.WANTED_BEFORE: "„Gewünscht ab“ liegt vor der Bewerbung",
        WaitingHint.ASK_BEFORE: "„Nachfragen am“ liegt vor der Bewerbung",
    }
)
PARTS: Mapping[RentPart, str] = MappingProxyType(
    {
        RentPart.COLD: "Kaltmiete",
        RentPart.EXTRA: "Nebenkosten",
        RentPart.HEATING: "Heizkosten",
    }
)
AUDIENCES: Mapping[Audience, str] = MappingProxyType(
    {
        Audience.BOTH: "Auszubildende und Studierende",
        Audience.TRAINEES: "Auszubildende",
        Audience.STUDENTS: "Studierende",
    }
)
WAITING: Mapping[WaitingState, str] = MappingProxyType(
    {
        WaitingState.APPLIED: "beworben",
        WaitingState.WAITING: "auf der Warteliste",
        WaitingState.OFFERED: "Platz angeboten",
        WaitingState.MOVED_IN: "eingezogen",
        WaitingState.REFUSED: "abgelehnt",
        WaitingState.WITHDRAWN: "zurückgezogen",
    }
)


def rooms(halves: int) -> str:
    """2,5 Zimmer."""
    whole, half = divmod(halves, 2)
    return f"{whole}{',5' if half else ''} Zimmer"


def rent(view: OfferView) -> str:
    """ "950 € warm", "800 € (Heizkosten nicht bekannt)", "Kaufpreis 240.000 €"; blank unknown."""
    draft = view.draft
    if draft.tenure is Tenure.BUY:
        return "" if draft.price_cents is None else f"Kaufpreis {shown_euro(draft.price_cents)}"
    total, missing = view.warm
    if total is None:
        return "Miete nicht bekannt"
    if not missing:
        return f"{shown_euro(total)} warm"
    return f"{shown_euro(total)} ({lacking(missing)})"


def lacking(missing: tuple[RentPart, ...]) -> str:
    """Heizkosten nicht bekannt."""
    return f"{' und '.join(PARTS[each] for each in missing)} nicht bekannt"


def address(draft: OfferDraft) -> str:
    """Straße 1, 26506 Norden."""
    town = f"{draft.postcode} {draft.town}".strip()
    return ", ".join(part for part in (draft.street, town) if part)


def about(view: OfferView) -> str:
    """An offer in one line, without its title."""
    draft = view.draft
    parts = (
        KINDS[draft.kind],
        rooms(draft.half_rooms) if draft.half_rooms else "",
        f"{draft.square_metres} m²" if draft.square_metres else "",
        rent(view),
        address(draft),
        f"frei ab {draft.free_from:%d.%m.%Y}" if draft.free_from else "",
    )
    return " · ".join(part for part in parts if part)


def told(view: OfferView, today: date) -> str:
    """What a list says beside the title."""
    draft = view.draft
    standing = ""
    if view.archived_on is not None:
        standing = "nicht mehr angeboten"
    elif view.taken_by is not None:
        standing = "vergeben"
    elif draft.valid_to is not None and draft.valid_to < today:
        standing = "nicht mehr gültig"
    elif draft.free_until is not None and draft.free_until < today:
        standing = "nicht mehr frei"
    parts = (
        standing,
        draft.town,
        rooms(draft.half_rooms) if draft.half_rooms else "",
        rent(view),
    )
    return " · ".join(part for part in parts if part)


def stand(view: OfferView) -> str:
    """Stand 12.11.2026, aus „Liste“."""
    source = f", aus der Liste „{view.source}“" if view.source else ""
    return f"Stand {view.entered_on:%d.%m.%Y}{source}"


def reach(view: OfferView) -> str:
    """Whom to call about an offer, the list it came with where nobody is named."""
    draft = view.draft
    own = Caller(draft.contact, "", draft.phone, draft.email)
    lines = [caller(own), *map(caller, view.callers)]
    called = "\n".join(dict.fromkeys(line for line in lines if line))
    return called or (f"aus der Liste „{view.source}“" if view.source else "")


def caller(each: Caller) -> str:
    """Name, what for, town, phone, mail."""
    parts = (each.name, each.role, each.town, each.phone, each.email)
    return " · ".join(part for part in parts if part.strip())


def clock(minutes: int) -> str:
    """17:30 Uhr."""
    return f"{minutes // 60}:{minutes % 60:02d} Uhr"


def viewing(view: InterestView) -> str:
    """Mo 30.11.2026, 17:30 Uhr, with what is odd about it."""
    if view.viewing_on is None:
        return ""
    weekday = ["Mo", "Di", "Mi", "Do", "Fr", "Sa", "So"][view.viewing_on.weekday()]
    at = f", {clock(view.viewing_at)}" if view.viewing_at is not None else ""
    notes = "".join(f" – {NOTES[each]}" for each in view.notes)
    return f"Besichtigung {weekday} {view.viewing_on:%d.%m.%Y}{at}{notes}"


def since(view: InterestView) -> str:
    """What is to be done next, and how long the office waits."""
    parts = [f"{STATES[view.state]} seit {view.noted_on:%d.%m.%Y}"]
    if view.waiting_days:
        days = view.waiting_days
        parts.append(f"seit {days} Tagen ohne Antwort" if days > 1 else "seit einem Tag")
    if view.state in NEXT:
        parts.append(f"nächster Schritt: {NEXT[view.state]}")
    return " · ".join(parts)


def failed(view: InterestView) -> str:
    """Why nothing came of it."""
    reason = BECAUSE[view.reason] if view.reason else ""
    because = " – ".join(part for part in (reason, view.because) if part)
    return f"{STATES[view.state]} am {view.noted_on:%d.%m.%Y}: {because}"


def dormitory(view: DormitoryView) -> str:
    """What a list says beside the name."""
    draft = view.draft
    free = ""
    if draft.free_places is not None:
        as_of = f" (Stand {draft.free_as_of:%d.%m.%Y})" if draft.free_as_of else " (ohne Stand)"
        free = f"{draft.free_places} frei{as_of}"
    parts = (
        AUDIENCES[draft.audience],
        view.town,
        free,
        f"{shown_euro(draft.month_cents)} im Monat" if draft.month_cents else "",
        f"{view.waiting_here} von uns auf der Liste" if view.waiting_here else "",
    )
    return " · ".join(part for part in parts if part)


def entry_hints(view: WaitingView) -> str:
    """What is odd about an entry, with the way out; blank where nothing is."""
    said = "; ".join(WAITING_HINTS[each] for each in view.hints)
    return f"{said}. Bitte die Tage prüfen." if said else ""


def entry(draft: WaitingDraft) -> str:
    """Where somebody stands on a waiting list."""
    parts = (
        WAITING[draft.state],
        f"beworben am {draft.applied_on:%d.%m.%Y}",
        f"Platz {draft.rank} der Liste" if draft.rank else "",
        f"gewünscht ab {draft.wanted_from:%d.%m.%Y}" if draft.wanted_from else "",
        f"nachfragen am {draft.next_on:%d.%m.%Y}" if draft.next_on else "",
        draft.because,
    )
    return " · ".join(part for part in parts if part)
