"""Figures in German: what is counted, by what, for when, in a sentence. No Qt: the terminal speaks
with the same words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import timedelta
from itertools import product

from app.content.languages import country_name, is_country
from app.records.figure_bars import Drawing, FigureBar, bars, drawing
from app.records.figures import (
    FigureKey,
    FigureLeft,
    FigureLine,
    FigureReport,
    FigureTable,
    Period,
    Spread,
    Unit,
)
from app.rules.origins import Origin
from ui import words as common
from ui.contacts.words import TOPICS
from ui.needs.words import KINDS, OUTCOMES, REASONS
from ui.widgets.fact_values import PROFESSIONS

FEW = "<\u20095"
HIDDEN = "weniger als 5 oder gesperrt"
RULE = (
    "„<\u20095“ und schraffiert: Dahinter stehen weniger als fünf Haushalte (bei Arbeitgebern: "
    "weniger als fünf), oder die Zahl ist gesperrt, weil sie eine solche verriete; eine Summe "
    "heißt dann „gesperrt“. Der schraffierte Balken ist immer gleich lang. 0 ist eine echte Null."
)
_JOINT = (
    "Jahre und Quartale sind gemeinsam geschützt: Ein Jahr zeigt keine Zeile, die eines seiner "
    "Quartale sperrt. Frei gewählte Zeiträume, Nachträge und eine geänderte Zählweise sind es "
    "nicht: Wer solche Berichte danebenlegt, kann abziehen."
)
_ALONE = (
    "Geschützt ist nur dieser Bericht mit seinem Vergleich: Wer einen anderen Zeitraum "
    "danebenlegt, kann abziehen. Bitte nur einen davon veröffentlichen."
)
_MORE = (
    "Gezeigt wird nur, was auch neben den Quartalen nichts verrät. Veröffentlichen Sie keine "
    "Quartale, zeigt „Jahr für sich“ mehr."
)
TOTAL, UNKNOWN, BEFORE = "zusammen", "keine Angabe", "im Jahr davor"
EACH = "jede Angabe"
TITLES: Mapping[FigureKey, str] = {
    FigureKey.HOUSEHOLDS: "Haushalte",
    FigureKey.PEOPLE: "Personen",
    FigureKey.CONSULTATIONS: "Beratungen",
    FigureKey.TOPICS: "Worum es ging",
    FigureKey.ORIGINS: "Herkunft",
    FigureKey.COUNTRIES: "Herkunft nach Ländern",
    FigureKey.INQUIRIES: "Von wo gefragt wurde",
    FigureKey.PROFESSIONS: "Berufe",
    FigureKey.CHANNELS: "Wege der Beratung",
    FigureKey.GENDERS: "Geschlecht",
    FigureKey.AGES: "Alter",
    FigureKey.EMPLOYERS: "Arbeitgeber",
    FigureKey.STAGE_DAYS: "Wie lange die Phasen dauern",
    FigureKey.ARRIVALS: "Angekommen",
    FigureKey.FOUND: "Was gelang",
    FigureKey.UNMET: "Was nicht gelang",
    FigureKey.UNMET_REASONS: "Warum es nicht gelang",
    FigureKey.UNMET_OUTCOMES: "Was dann geschah",
    FigureKey.STILL_HERE: "Noch hier",
}
UNITS: Mapping[Unit, tuple[str, str]] = {
    Unit.PEOPLE: ("Person", "Personen"),
    Unit.CASES: ("Haushalt", "Haushalte"),
    Unit.CONSULTATIONS: ("Beratung", "Beratungen"),
    Unit.EMPLOYERS: ("Arbeitgeber", "Arbeitgeber"),
    Unit.DAYS: ("Tag", "Tage"),
    Unit.NEEDS: ("Bedarf", "Bedarfe"),
}
LEFT: Mapping[FigureLeft, tuple[str, str]] = {
    FigureLeft.WAYS_IN: (
        "Fall, dessen Weg zu uns nur in freien Worten dasteht",
        "Fälle, deren Weg zu uns nur in freien Worten dasteht",
    ),
    FigureLeft.BODIES: ("Kontakt mit einer Stelle", "Kontakte mit Stellen"),
    FigureLeft.UNDATED: (
        "Bedarf, der ohne Angabe des Tages erfüllt ist",
        "Bedarfe, die ohne Angabe des Tages erfüllt sind",
    ),
}
_ORIGINS: Mapping[Origin, str] = {
    Origin.GERMANY: "Deutschland",
    Origin.FREE_MOVEMENT: "EU, EWR, Schweiz",
    Origin.THIRD_COUNTRY: "Drittstaaten",
}
_STAYS = {"here": "noch hier", "left": "weggezogen", "unknown": "nicht bekannt"}
_BY_NEED = {each.value: said for each, said in KINDS.items()}
_BY_ORIGIN = {each.value: said for each, said in _ORIGINS.items()}
LINES: Mapping[FigureKey, Mapping[str, str]] = {
    FigureKey.HOUSEHOLDS: {"first": "zum ersten Mal", "again": "schon länger begleitet"},
    FigureKey.PEOPLE: {},
    FigureKey.CONSULTATIONS: {"first": "Erstberatung", "follow_up": "Folgeberatung"},
    FigureKey.TOPICS: {each.value: said for each, said in TOPICS.items()},
    FigureKey.ORIGINS: _BY_ORIGIN,
    FigureKey.COUNTRIES: {
        "other_eu": "andere Länder: EU, EWR, Schweiz",
        "other_third": "andere Drittstaaten",
    },
    FigureKey.INQUIRIES: {"germany": "aus Deutschland", "abroad": "aus dem Ausland"},
    FigureKey.PROFESSIONS: PROFESSIONS,
    FigureKey.CHANNELS: {each.value: said for each, said in common.CHANNELS.items()},
    FigureKey.GENDERS: {each.value: said for each, said in common.GENDERS.items()},
    FigureKey.AGES: {},
    FigureKey.EMPLOYERS: {"contacted": "mit Kontakt", "families": "mit Familien bei uns"},
    FigureKey.STAGE_DAYS: {each.value: said for each, said in common.STAGES.items()},
    FigureKey.ARRIVALS: _BY_ORIGIN,
    FigureKey.FOUND: _BY_NEED,
    FigureKey.UNMET: _BY_NEED,
    FigureKey.UNMET_REASONS: {each.value: said for each, said in REASONS.items()},
    FigureKey.UNMET_OUTCOMES: {each.value: said for each, said in OUTCOMES.items()},
    FigureKey.STILL_HERE: {
        f"{code}_{months}": f"nach {months} Monaten {said}"
        for months, (code, said) in product((6, 12, 24), _STAYS.items())
    },
}


def number(count: int | None) -> str:
    """1.234 · 0 · < 5."""
    return FEW if count is None else f"{count:,}".replace(",", ".")


def total(count: int | None) -> str:
    """1.234 · gesperrt."""
    return "gesperrt" if count is None else number(count)


def counted(count: int | None, unit: Unit) -> str:
    """12 Beratungen · Beratungen: weniger als 5 oder gesperrt."""
    one, many = UNITS[unit]
    return (
        f"{many}: {HIDDEN}" if count is None else f"{number(count)} {one if count == 1 else many}"
    )


def line(key: FigureKey, found: FigureLine) -> str:
    """The name of a line: its own, or that of its code."""
    if found.name:
        return found.name
    if key is FigureKey.AGES:
        first, _, last = found.code.partition("-")
        return f"{first} bis {last} Jahre" if last else f"{first} Jahre und älter"
    if is_country(found.code):
        return country_name(found.code)
    return LINES[key].get(found.code, found.code)


def period(asked: Period) -> str:
    """2026 · 3. Quartal 2026 · 01.02.2026 bis 15.04.2026."""
    first, last = asked.first, asked.last
    whole = first.day == 1 and (last + timedelta(days=1)).day == 1 and first.year == last.year
    if whole and (first.month, last.month) == (1, 12):
        return str(first.year)
    if whole and first.month % 3 == 1 and last.month == first.month + 2:
        return f"{last.month // 3}. Quartal {first.year}"
    return f"{first:%d.%m.%Y} bis {last:%d.%m.%Y}"


def rule(asked: Period) -> str:
    """What is not shown, and beside which other reports that holds."""
    return f"{RULE} {_JOINT if asked.is_joint else _ALONE}"


def beside(report: FigureReport) -> str:
    """What the numbers stand beside, and how a year shows more."""
    if report.before is None:
        said = "Aus dem Jahr davor ist nichts festgehalten."
    else:
        said = f"Daneben steht dieselbe Zeit im Jahr davor: {period(report.before)}."
    asked = report.period
    hides = any(line.count is None for table in report.tables for line in table.lines)
    return f"{said} {_MORE}" if asked.is_year and asked.is_joint and hides else said


def short(asked: Period) -> str:
    """The head of a column: 2026 · 3. Qu. 2026 · 01.02.–15.04.26."""
    said = period(asked)
    if " bis " not in said:
        return said.replace("Quartal", "Qu.")
    return f"{asked.first:%d.%m.}–{asked.last:%d.%m.%y}"


def days(found: Spread | None) -> str:
    """45 Tage · weniger als 5 oder gesperrt."""
    return FEW if found is None else f"{number(found.median)} Tage"


def middle(found: Spread | None) -> str:
    """Between which days half of the cases lie: 30–75; a dash where that is not told."""
    if found is None or found.lower is None or found.upper is None:
        return "–"
    return f"{number(found.lower)}–{number(found.upper)}"


def sentence(table: FigureTable) -> str:
    """The figure in one sentence, above its table and for screen readers."""
    key, unit = table.definition.key, table.definition.unit
    rows = bars(table)
    if not rows and not table.has_total:
        return "Dazu ist in diesem Zeitraum nichts festgehalten."
    match drawing(key):
        case Drawing.STRIPS:
            slowest = max(rows, key=lambda row: row.line.days.median if row.line.days else -1)
            if slowest.line.days is None:
                return f"Für jede Phase sind es {HIDDEN}."
            return f"Am längsten dauert {bar(table, slowest)}."
        case Drawing.PARTS:
            if all(row.line.of == 0 for row in rows):
                return "So lange ist noch niemand hier."
            here = [row for row in rows if row.line.code.startswith("here")]
            said = "; ".join(bar(table, row, then=False) for row in here or rows)
            return f"{said[:1].upper()}{said[1:]}."
        case Drawing.BARS:
            pass
    named = _largest(key, rows)
    total = counted(table.total, unit) if table.has_total else ""
    if named and table.total is None:
        total = ""
    said = f"{': '.join(part for part in (total, named) if part)}{_untold(rows)}"
    return f"{said[0].upper()}{said[1:]}." if said else f"Alle Zahlen sind {HIDDEN}."


def _largest(key: FigureKey, rows: Sequence[FigureBar]) -> str:
    """All of few lines, or the three largest of many."""
    told = [row.line for row in rows if row.line.count]
    many = len(rows) > 3
    if many:
        told = sorted(told, key=lambda each: -(each.count or 0))[:3]
    named = ", ".join(f"{line(key, each)} ({number(each.count)})" for each in told)
    return f"am häufigsten {named}" if many and named else named


def _untold(rows: Sequence[FigureBar]) -> str:
    hidden = sum(row.hidden for row in rows)
    if not hidden or len(rows) < 2:
        return ""
    if hidden == len(rows):
        return "; keine Zeile darf gezeigt werden"
    return f"; {hidden} {'Zeile' if hidden == 1 else 'Zeilen'} nicht gezeigt"


def bar(table: FigureTable, row: FigureBar, name: str = "", *, then: bool = True) -> str:
    """One row in words: Wohnung: 31 Beratungen, im Jahr davor 28."""
    key, unit, found = table.definition.key, table.definition.unit, row.line
    name = name or line(key, found)
    match drawing(key):
        case Drawing.STRIPS:
            if found.days is None:
                return f"{name}: {HIDDEN}"
            said = f"{name}: in der Mitte {days(found.days)}"
            if found.days.lower is not None:
                said += f", die mittlere Hälfte {middle(found.days)} Tage"
            said += f", {counted(found.count, Unit.CASES)}"
            before = days(found.days_before)
        case Drawing.PARTS:
            whole = "" if found.of is None else f" von {number(found.of)}"
            said = f"{name}: {HIDDEN if found.count is None else number(found.count)}{whole}"
            before = number(found.before)
        case Drawing.BARS:
            said = f"{name}: {HIDDEN if found.count is None else counted(found.count, unit)}"
            before = number(found.before)
    if then and table.compares:
        said += f", {BEFORE} {HIDDEN if before == FEW else before}"
    return said


def definition(table: FigureTable) -> str:
    """So gezählt, seit 01.01.2026 (Fassung 2): …"""
    known = table.definition
    return f"So gezählt, seit {known.since:%d.%m.%Y} (Fassung {known.version}): {known.text}"


def former(table: FigureTable, before: Period | None) -> str:
    """What was told of the earlier period then, where it was counted otherwise; "" if not."""
    told = table.former
    if told is None or before is None:
        return ""
    unit, key = told.definition.unit, told.definition.key
    shown = [each for each in told.lines if each.count is not None]
    parts = ", ".join(f"{line(key, each)} {number(each.count)}" for each in shown)
    said = f"Für {period(before)} damals nach Fassung {told.definition.version} gezählt: "
    return f"{said}{counted(told.total, unit)}{f' ({parts})' if parts else ''}."


def left_out(report: FigureReport) -> str:
    """What could not be counted, "" for nothing."""
    told = []
    for left, count in report.left_out:
        one, many = LEFT[left]
        told.append(f"{'weniger als 5' if count is None else number(count)} "
                    f"{one if count == 1 else many}")  # fmt: skip
    return f"Nicht gezählt: {'; '.join(told)}." if told else ""
