"""Words of further training. No Qt here."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from types import MappingProxyType

from app.records.training import BookingState, CourseDraft, CourseKind, CourseView
from app.rules.course_matching import Against, Speaks
from ui.widgets import typed_numbers
from ui.widgets.fact_values import PROFESSIONS

KINDS: Mapping[CourseKind, str] = MappingProxyType(
    {
        CourseKind.LANGUAGE: "Sprachkurs",
        CourseKind.PROFESSION_LANGUAGE: "Berufssprachkurs",
        CourseKind.ADAPTATION: "Anpassungslehrgang, Kenntnisprüfung",
        CourseKind.SPECIALISATION: "Fachweiterbildung",
        CourseKind.MANAGEMENT: "Leitung, Praxisanleitung",
        CourseKind.DEGREE: "Studium",
        CourseKind.APPRENTICESHIP: "Ausbildung",
        CourseKind.SCHOOL: "Schulabschluss",
        CourseKind.OTHER: "anderes",
    }
)
STATES: Mapping[BookingState, str] = MappingProxyType(
    {
        BookingState.PROPOSED: "vorgeschlagen",
        BookingState.WANTED: "gewünscht",
        BookingState.REGISTERED: "angemeldet",
        BookingState.ATTENDING: "nimmt teil",
        BookingState.FINISHED: "besucht",
        BookingState.DECLINED: "abgelehnt",
        BookingState.LEFT: "abgebrochen",
    }
)
SPEAKS: Mapping[Speaks, str] = MappingProxyType(
    {
        Speaks.PROFESSION: "für diesen Beruf",
        Speaks.NEXT_LEVEL: "führt zur nächsten Sprachstufe",
        Speaks.ENOUGH_GERMAN: "Deutsch reicht",
        Speaks.SOON: "beginnt bald",
        Speaks.FREE: "kostenlos",
    }
)
AGAINST: Mapping[Against, str] = MappingProxyType(
    {
        Against.OTHER_PROFESSION: "für andere Berufe",
        Against.TOO_LITTLE_GERMAN: "verlangt mehr Deutsch",
        Against.GERMAN_UNKNOWN: "Deutschkenntnisse nicht bekannt",
        Against.NOTHING_NEW: "die Sprachstufe ist schon erreicht",
        Against.REGISTRATION_OVER: "Anmeldung vorbei",
        Against.BEGUN: "hat begonnen",
        Against.ENDED: "ist zu Ende",
        Against.FULL: "kein Platz frei",
        Against.OVERLAPS: "läuft zugleich mit einem anderen Kurs",
    }
)
LEVELS: tuple[tuple[str, str], ...] = (
    ("", "keine Angabe"),
    *((level, level.upper()) for level in ("a1", "a2", "b1", "b2", "c1", "c2")),
)


def when(draft: CourseDraft) -> str:
    """The days of a course: "ab 11.01.2027", "11.01.–26.03.2027", "Beginn offen"."""
    if draft.first is None:
        return "Beginn offen"
    if draft.last is None:
        return f"ab {_day(draft.first)}"
    if draft.last == draft.first:
        return f"am {_day(draft.first)}"
    return f"{_day(draft.first)} bis {_day(draft.last)}"


def told(view: CourseView, today: date) -> str:
    """What a list says beside the title."""
    parts = [KINDS[view.draft.kind], when(view.draft), view.provider_name]
    if view.archived_on is not None:
        parts.insert(0, "abgelegt")
    elif view.draft.valid_to is not None and view.draft.valid_to < today:
        parts.insert(0, "nicht mehr gültig")
    return " · ".join(part for part in parts if part)


def places(view: CourseView) -> str:
    """How many places are taken by families of the office."""
    if view.draft.places is None:
        return "" if not view.taken else f"{view.taken} angemeldet"
    return f"{view.taken} von {view.draft.places} Plätzen vergeben"


def german(draft: CourseDraft) -> str:
    """ "Deutsch B1, führt zu B2"."""
    asks = f"Deutsch {draft.german.upper()}" if draft.german else ""
    leads = f"führt zu {draft.reaches.upper()}" if draft.reaches else ""
    return ", ".join(part for part in (asks, leads) if part)


def cost(draft: CourseDraft) -> str:
    """What it costs and who helps to pay."""
    price = (
        ""
        if draft.cents is None
        else "kostenlos"
        if not draft.cents
        else f"{typed_numbers.shown_cents(draft.cents)} €"
    )
    return ", ".join(part for part in (price, draft.funding) if part)


def offers(count: int) -> str:
    """How many further offers fit."""
    if not count:
        return "sonst passt zurzeit nichts"
    return "1 weiteres Angebot passt" if count == 1 else f"{count} weitere Angebote passen"


def professions(codes: Iterable[str]) -> str:
    """For whom, in the order of the list; blank for all."""
    chosen = frozenset(codes)
    return ", ".join(word for code, word in PROFESSIONS.items() if code in chosen)


def reasons(speaks: Iterable[Speaks], against: Iterable[Against]) -> str:
    """What speaks for an offer, then what against it."""
    pro = ", ".join(SPEAKS[each] for each in speaks)
    contra = ", ".join(AGAINST[each] for each in against)
    return " · ".join(part for part in (pro, f"aber: {contra}" if contra else "") if part)


def _day(day: date) -> str:
    return f"{day:%d.%m.%Y}"
