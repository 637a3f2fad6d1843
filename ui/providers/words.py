"""German words of the directory: categories, the age of a check, hours."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date

from app.errors import Reason, Refused
from app.records.checking import CONFIRMED
from app.records.directory import ProviderRow, Sibling, Use, UseKind
from app.records.providers import Category, CostPer
from app.rules import checking
from app.rules.checking import CheckAge
from app.rules.in_force import Bound, Limit, bounds
from ui import wording
from ui.amounts import ago, years
from ui.widgets.hours_words import told

_AGE = "Bitte Monate oder Jahre angeben, zum Beispiel 18 oder 3 Jahre."
CATEGORIES: Mapping[Category, str] = {
    Category.KITA: "Kita",
    Category.CHILDMINDING: "Kindertagespflege",
    Category.SCHOOL: "Schule",
    Category.ALL_DAY_CARE: "Ganztag",
    Category.HOUSING: "Wohnen",
    Category.ESTATE_MANAGER: "Hausverwaltung",
    Category.MOVER: "Umzugsfirma",
    Category.EMPLOYER: "Arbeitgeber",
    Category.AUTHORITY: "Amt",
    Category.COUNSELLING: "Beratung",
    Category.LANGUAGE_COURSE: "Sprachkurs",
    Category.TRAINING: "Weiterbildung",
    Category.DOCTOR: "Gesundheit",
    Category.ELDER_CARE: "Altenbetreuung",
    Category.CLUB: "Verein",
    Category.LEISURE: "Freizeit, Inseln",
    Category.FUNDING_BODY: "Förderstelle",
    Category.NETWORK: "Netzwerk",
    Category.OTHER: "Sonstiges",
}

ICONS: Mapping[Category, str] = {
    Category.KITA: "baby",
    Category.CHILDMINDING: "hand-heart",
    Category.SCHOOL: "school",
    Category.ALL_DAY_CARE: "backpack",
    Category.HOUSING: "key-round",
    Category.ESTATE_MANAGER: "building-2",
    Category.MOVER: "truck",
    Category.EMPLOYER: "briefcase-business",
    Category.AUTHORITY: "landmark",
    Category.COUNSELLING: "messages-square",
    Category.LANGUAGE_COURSE: "languages",
    Category.TRAINING: "graduation-cap",
    Category.DOCTOR: "stethoscope",
    Category.ELDER_CARE: "heart-handshake",
    Category.CLUB: "users",
    Category.LEISURE: "waves",
    Category.FUNDING_BODY: "euro",
    Category.NETWORK: "network",
    Category.OTHER: "map-pin",
}
"""The sign of each kind on the map."""


def checked(on: date | None, by: str, today: date, category: Category = Category.OTHER) -> str:
    """How old the last check by a person is, in words."""
    if on is None:
        return "noch nie geprüft"
    who, _, informant = by.partition(CONFIRMED)
    told = f"{wording.day(on)}{f' von {who}' if who else ''}"
    if informant:
        told += f", bestätigt durch {informant}"
    match checking.age(on, category.value, today):
        case CheckAge.STALE:
            return f"zuletzt geprüft {told}, {ago(on, today)}"
        case CheckAge.SOON:
            return f"geprüft {told}, bald wieder fällig"
        case _:
            return f"geprüft {told}"


def needs_check(on: date | None, today: date, category: Category = Category.OTHER) -> bool:
    """Whether somebody should look again: never checked, or too long ago for its category."""
    return checking.age(on, category.value, today) in (CheckAge.NEVER, CheckAge.STALE)


def months(age: int | None) -> str:
    """An age in months as the office says it: 18 Monate, 3 Jahre."""
    if age is None:
        return ""
    if age and age % 12 == 0:
        return years(age)
    return "1 Monat" if age == 1 else f"{age} Monate"


COST_PER: Mapping[CostPer, str] = {
    CostPer.MONTH: "im Monat",
    CostPer.WEEK: "in der Woche",
    CostPer.DAY: "am Tag",
    CostPer.HOUR: "in der Stunde",
    CostPer.ONCE: "einmalig",
    CostPer.OTHER: "siehe Bemerkung",
}
USES: Mapping[UseKind, str] = {
    UseKind.EMPLOYER: "Arbeitgeber von",
    UseKind.SUCCESSOR: "Nachfolge von",
    UseKind.RESERVED: "Plätze für Beschäftigte bei",
}
_MOST_NAMES = 4
_REASONS: Mapping[tuple[Reason, str], str] = {
    (Reason.NOT_A_VALUE, "successor"): "Bitte einen Anbieter aus der Liste wählen.",
    (Reason.NOT_A_VALUE, "reserved_for"): "Bitte einen Arbeitgeber aus der Liste wählen.",
    (Reason.NOT_A_VALUE, "settling_weeks"): "Bitte 0 bis 26 Wochen angeben.",
    (Reason.NOT_A_VALUE, "features"): "Bitte aus der Liste wählen, mit Komma getrennt.",
    (Reason.NOT_AN_AGE, "min_age_months"): _AGE,
    (Reason.NOT_AN_AGE, "max_age_months"): _AGE,
    (Reason.BLANK, "contacts"): "Bitte wenigstens Name, Aufgabe, Telefon oder E-Mail angeben.",
    (Reason.BLANK, "costs"): "Bitte angeben, wofür der Preis ist, oder den Betrag.",
    (Reason.BLANK, "organisation"): "Bitte den Namen der Einrichtung angeben.",
    (Reason.UNKNOWN_LANGUAGE, "languages"): "Bitte Sprachen aus der Liste wählen, mit Komma "
    "getrennt.",
}


def refused(refusal: Refused) -> str:
    """Why something of a provider was refused, as it stands beside the field."""
    return _REASONS.get((refusal.reason, refusal.field)) or wording.refused(refusal)


def uses(named: Sequence[Use]) -> tuple[str, ...]:
    """Where a provider is named, a phrase for each kind: Arbeitgeber von Ben Amor, Amira."""
    found = []
    for kind, said in USES.items():
        names = list(dict.fromkeys(use.name for use in named if use.kind is kind))
        if names:
            more = len(names) - _MOST_NAMES
            rest = f" und {more} weiteren" if more > 0 else ""
            found.append(f"{said} {'; '.join(names[:_MOST_NAMES])}{rest}")
    return tuple(found)


def sibling(each: Sibling) -> str:
    """Another entry of the organisation in a few words: Krippe, Haus am Siel."""
    service = each.service or CATEGORIES[each.category]
    place = each.site or each.town
    told = ", ".join(part for part in (service, place) if part)
    return f"{told} (archiviert)" if each.archived else told


def free(places: int | None, as_of: date | None) -> str:
    """3 Plätze frei (Stand 09.11.2026); blank where nobody counted."""
    if places is None:
        return ""
    said = {0: "kein Platz frei", 1: "1 Platz frei"}.get(places, f"{places} Plätze frei")
    return f"{said} (Stand {as_of:%d.%m.%Y})" if as_of else said


def free_in_short(places: int | None, as_of: date | None) -> str:
    """3 frei (09.11.2026), for a line of the list."""
    if places is None:
        return ""
    said = f"{places} frei" if places else "nichts frei"
    return f"{said} ({as_of:%d.%m.%Y})" if as_of else said


def limits(row: ProviderRow, today: date) -> str:
    """What the line of the list must say of an entry's days, the gravest alone: geschlossen bis
    11.12.2026; bis 30.06.2027, danach RGZ Norden. Blank for the ordinary one."""
    found = {bound.limit: bound for bound in bounds(row, today)}
    for limit, say in _LIMITS.items():
        if limit in found:
            return say(found[limit], row.successor)
    return ""


def _rests(bound: Bound, _successor: str) -> str:
    return (
        f"geschlossen bis {bound.last:%d.%m.%Y}" if bound.last else "geschlossen bis auf Weiteres"
    )


def _will_rest(bound: Bound, _successor: str) -> str:
    until = f" bis {bound.last:%d.%m.%Y}" if bound.last else ""
    return f"geschlossen ab {bound.first:%d.%m.}{until}"


def _after(bound: Bound, successor: str) -> str:
    head = "endete" if bound.limit is Limit.ENDED else "bis"
    return f"{head} {bound.last:%d.%m.%Y}" + (f", danach {successor}" if successor else "")


_LIMITS: Mapping[Limit, Callable[[Bound, str], str]] = {
    Limit.ENDED: _after,
    Limit.CLOSED: _rests,
    Limit.BEGINS: lambda bound, _: f"erst ab {bound.first:%d.%m.%Y}",
    Limit.ENDS: _after,
    Limit.CLOSES: _will_rest,
}


def tip(row: ProviderRow, today: date) -> str:
    """What the line of the list has no room for: all limits with their reasons, free places."""
    said = [*told(bounds(row, today), row.successor), free(row.free_places, row.free_as_of)]
    return "\n".join(f"{each[:1].upper()}{each[1:]}" for each in said if each)
