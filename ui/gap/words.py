"""The gap for planners in words: groups, cells, what is left out, what an offer would change. No
Qt: the terminal speaks with the same words."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import timedelta
from fractions import Fraction

from app.records.care_gap import ALL, DAYS, GapNote, GapReport, OfferAnswer
from app.rules.care_gap import HOURS, AgeGroup, GapLeft
from app.rules.care_offer import Bearer
from ui.gap.cost_words import cost

WEEKDAYS = ("Montag", "Dienstag", "Mittwoch", "Donnerstag", "Freitag", "Samstag", "Sonntag")
NOWHERE = "ohne Gemeinde"
FEW = "<\u20095"
HIDDEN = (
    "gesperrt: Dahinter stehen weniger als fünf Haushalte, oder eine solche Zahl ließe sich "
    "daraus errechnen"
)
GROUPS: Mapping[AgeGroup, str] = {
    AgeGroup.UNDER_1: "unter 1 Jahr",
    AgeGroup.FROM_1: "1 und 2 Jahre",
    AgeGroup.FROM_3: "3 Jahre bis zur Schule",
    AgeGroup.SCHOOL: "Schulkinder unter 14",
    AgeGroup.ELDERS: "Ältere",
    AgeGroup.UNKNOWN: "Alter unbekannt",
}
LEFT: Mapping[GapLeft, tuple[str, str, str]] = {
    GapLeft.NO_ROSTER: ("Haushalt hat", "Haushalte haben", "keinen Dienstplan"),
    GapLeft.SOME_DAYS: (
        "Haushalt hat",
        "Haushalte haben",
        "Dienstpläne, die nicht alle Tage nennen",
    ),
    GapLeft.NOBODY_GOES: (
        "Haushalt hat",
        "Haushalte haben",
        "niemanden eingetragen, der bringt oder holt",
    ),
    GapLeft.NO_BIRTH: ("Person hat", "Personen haben", "kein genaues Geburtsdatum"),
    GapLeft.NO_TOWN: ("Haushalt hat", "Haushalte haben", "keine bekannte Gemeinde"),
    GapLeft.HOURS_UNKNOWN: (
        "Person hat",
        "Personen haben",
        "eine zugesagte Betreuung ohne Zeiten",
    ),
    GapLeft.HOLIDAYS_UNKNOWN: (
        "Tag liegt",
        "Tage liegen",
        "nach den letzten bekannten Schulferien",
    ),
}
BEARERS: Mapping[Bearer, str] = {
    Bearer.OPEN: "noch offen",
    Bearer.PUBLIC: "die öffentliche Hand",
    Bearer.EMPLOYER: "der Arbeitgeber",
    Bearer.FAMILY: "die Familien",
    Bearer.OPERATOR: "der Träger",
}


def duration(minutes: Fraction) -> str:
    """38 h 30; under an hour 30 min; whole minutes."""
    hours, rest = divmod(round(minutes), 60)
    if not hours:
        return f"{rest} min" if rest else "0"
    shown = f"{hours:,}".replace(",", ".")
    return f"{shown} h {rest:02}" if rest else f"{shown} h"


def figure(minutes: Fraction | None) -> str:
    """Hours for a cell, with one decimal below ten: 0 · 0,5 · 12 · <5."""
    if minutes is None:
        return FEW
    hours = minutes / 60
    if not hours:
        return "0"
    if hours < Fraction(995, 100):
        shown = f"{float(max(round(hours, 1), Fraction(1, 10))):.1f}".replace(".", ",")
        return shown.removesuffix(",0")
    return f"{round(hours):,}".replace(",", ".")


def count(number: int | None) -> str:
    return FEW if number is None else f"{number:,}".replace(",", ".")


def cell(slot: int, minutes: Fraction | None) -> str:
    """Dienstag, 6 bis 7 Uhr: 12 h 30 je Woche ohne Betreuung."""
    day, hour = divmod(slot, HOURS)
    when = f"{WEEKDAYS[day]}, {hour} bis {hour + 1} Uhr"
    if minutes is None:
        return f"{when}: {HIDDEN}."
    if not minutes:
        return f"{when}: keine Lücke."
    return f"{when}: {duration(minutes)} je Woche ohne Betreuung."


def note(found: GapNote) -> str:
    """Was nicht oder nur zum Teil gezählt ist: 13 Haushalte haben keinen Dienstplan."""
    one, many, rest = LEFT[found.left]
    if found.count is None:
        return f"Weniger als 5 {many} {rest}."
    return f"{found.count} {one if found.count == 1 else many} {rest}."


def place_name(report: GapReport, place: int) -> str:
    return "Alle Gemeinden" if place == ALL else report.places[place].name or NOWHERE


def sentence(report: GapReport) -> str:
    """32.210 h je Woche ohne Betreuung bei 958 Haushalten, Mo 08.02. bis So 07.03.2027."""
    last = report.first + timedelta(days=DAYS - 1)
    when = f"gerechnet für {report.first:%d.%m.} bis {last:%d.%m.%Y}"
    minutes = report.minutes()
    if minutes is None:
        return f"Die Summe ist gesperrt, weil zu wenige Haushalte dahinter stehen; {when}."
    if not minutes:
        return f"Es fehlt keine Betreuung; {when}."
    households = report.concerned()
    return f"{duration(minutes)} je Woche fehlen bei {count(households)} Haushalten; {when}."


def offer(answer: OfferAnswer) -> tuple[str, ...]:
    """What an offer would change, a sentence each."""
    return tuple(
        each for each in (_helped(answer), *_more(answer), *cost(answer, BEARERS), MODEL) if each
    )


MODEL = (
    "Ohne Wege zwischen zwei Betreuungen und ohne Eingewöhnung gerechnet: Mehr als das wird es "
    "nicht. Rechenhilfe, keine Zusage. Bitte nur ein Ergebnis weitergeben: Der Unterschied "
    "zwischen zwei ähnlichen kann auf einzelne Haushalte deuten."
)


def _helped(answer: OfferAnswer) -> str:
    if answer.helped == 0:
        return "Keinem Haushalt wäre damit geholfen."
    if answer.helped is None:
        return "Weniger als fünf Haushalten wäre damit geholfen; wie viel, wird nicht gezeigt."
    if answer.freed is None:
        less = "weniger Lücke; wie viel, wird nicht gezeigt"
    else:
        less = f"zusammen {duration(answer.freed)} je Woche weniger Lücke"
    whole = "" if answer.whole is None else f", {_none(answer.whole)} davon keine mehr"
    return f"{count(answer.helped)} Haushalte hätten {less}{whole}."


def _none(whole: int) -> str:
    return "keiner" if whole == 0 else count(whole)


def _more(answer: OfferAnswer) -> tuple[str, ...]:
    told = []
    if answer.before is not None and answer.after is not None:
        told.append(
            f"Vorher fehlen {duration(answer.before)}, danach {duration(answer.after)} je Woche."
        )
    groups = [
        f"{GROUPS[group]} {duration(minutes)}"
        for group, minutes in answer.groups
        if minutes is not None
    ]
    if groups and len(answer.groups) > 1:
        told.append(f"Nach Alter: {', '.join(groups)}.")
    if answer.turned_away != 0:
        few = "Weniger als fünf" if answer.turned_away is None else count(answer.turned_away)
        told.append(
            f"Personen, für die der Platz nicht reicht: {few}. Plätze bekommt zuerst, "
            "wem am meisten fehlt."
        )
    if answer.unsure != 0:
        few = "Weniger als fünf" if answer.unsure is None else count(answer.unsure)
        told.append(f"Haushalte, deren Alter oder Entfernung nicht bekannt ist: {few}.")
    return tuple(told)
