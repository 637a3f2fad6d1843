"""What the rooms of visits, films and ferries say. No Qt here."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from app.content.languages import language_name
from app.records.region import FilmView, SailingView
from app.records.visits import RemarkKind, StopView, VisitRemark, VisitView
from app.rules.visit_days import StopKind, Why
from app.rules.visit_plan import Note, PlannedDay, VisitPlan
from app.rules.visit_ways import HERE, Leg, Means
from ui import wording
from ui.widgets import german_days

KINDS: Mapping[StopKind, str] = {
    StopKind.INTERVIEW: "Vorstellungsgespräch",
    StopKind.WARD: "Arbeitsplatz ansehen",
    StopKind.KITA: "Kita ansehen",
    StopKind.SCHOOL: "Schule ansehen",
    StopKind.FLAT: "Wohnung ansehen",
    StopKind.OFFICE: "Termin beim Amt",
    StopKind.BEACH: "Strand",
    StopKind.ISLAND: "Insel",
    StopKind.LEISURE: "Freizeit",
    StopKind.MEAL: "Essen",
    StopKind.OTHER: "Sonstiges",
}
WANTED = {"3": "muss sein", "2": "soll sein", "1": "wenn Zeit ist"}
MEANS: Mapping[Means, str] = {
    Means.CAR: "mit dem Auto",
    Means.BUS: "mit dem Bus",
    Means.FOOT: "zu Fuß",
}
WHYS: Mapping[Why, str] = {
    Why.TWO_AT_ONCE: "liegt gleichzeitig mit {other}. Bitte eine der Zeiten ändern.",
    Why.WAY_TOO_SHORT: (
        "beginnt {minutes} Minuten zu früh für den Weg von {other}. Bitte später legen oder eine "
        "andere Reihenfolge wählen."
    ),
    Why.NO_FERRY: "ist mit keiner eingetragenen Fähre rechtzeitig zu erreichen. Bitte unter "
    "Netzwerk, „Filme, Fähren“ prüfen oder einen anderen Tag wählen.",
    Why.NO_FERRY_BACK: "hat am selben Tag keine Fähre zurück. Bitte früher legen, kürzer planen "
    "oder unter Netzwerk, „Filme, Fähren“ prüfen.",
    Why.NOT_DURING_VISIT: "ist für einen Tag vereinbart, der nicht zum Besuch gehört. Bitte den "
    "Tag ändern.",
    Why.ENDED: "gibt es dann nicht (mehr). Bitte einen anderen Anbieter wählen.",
    Why.RESTS: "ist dann vorübergehend geschlossen. Bitte einen anderen Tag oder Anbieter wählen.",
    Why.CLOSED: "ist dann geschlossen. Bitte einen anderen Tag wählen.",
    Why.OUTSIDE_HOURS: "liegt nicht ganz in den Öffnungszeiten. Bitte die Zeit prüfen.",
    Why.HOLIDAY: "liegt auf einem Feiertag{holiday}. Bitte einen anderen Tag wählen.",
    Why.SCHOOL_HOLIDAYS: "liegt in den Schulferien. Bitte einen anderen Tag wählen.",
    Why.WEEKEND: "liegt am Wochenende. Bitte nachfragen, ob jemand da ist.",
    Why.TOO_EARLY: "verlangt einen Aufbruch vor dem Beginn des Tages.",
    Why.TOO_LATE: "endet mit dem Rückweg nach dem Ende des Tages.",
    Why.TOO_LONG: "ist zu lang für die Öffnungszeiten oder den Tag. Bitte kürzer planen oder den "
    "Tag verlängern.",
    Why.CLASHING_DAY: "wäre an einem Tag, an dem Vereinbartes nicht zusammengeht. Bitte zuerst das "
    "klären.",
    Why.NO_ROOM: "passt nicht mehr dazwischen. Bitte etwas anderes herausnehmen, kürzer planen "
    "oder einen Tag anhängen.",
    Why.DARK: "reicht in die Dunkelheit. Bitte früher legen.",
    Why.WAY_UNKNOWN: "ist ohne den Weg von {other} geplant, weil ein Ort nicht bekannt ist. Bitte "
    "bei beiden die Gemeinde eintragen.",
}
REMARKS: Mapping[RemarkKind, str] = {
    RemarkKind.PAST: "Der Besuch beginnt in der Vergangenheit.",
    RemarkKind.HOLIDAY: "{on} ist ein Feiertag ({name}): Kitas, Schulen und Ämter sind zu.",
    RemarkKind.WEEKEND: "{on} ist Wochenende: gut für Strand und Insel, nicht für Termine.",
    RemarkKind.SCHOOL_HOLIDAYS: "Ab {on} sind Schulferien ({name}): Schulen sind zu.",
    RemarkKind.OVERLAPS: "In diesen Tagen liegt schon ein Besuch ({on} bis {until}). Bitte andere "
    "Tage wählen oder jenen ändern.",
}

NOT_EXACT = "Bei so vielen Programmpunkten ist das ein guter Plan, vielleicht nicht der beste."
NO_BASE = (
    "Wo die Familie wohnt, steht noch nicht da: Wege von dort und zurück sind nicht eingerechnet. "
    "Bitte Unterkunft oder Ort eintragen."
)


def clock(minute: int) -> str:
    """9:05; the end of the day is 24:00."""
    return f"{minute // 60}:{minute % 60:02}"


def title(stop: StopView) -> str:
    """What a stop is called in the room."""
    kind = stop.draft.title or KINDS[stop.draft.kind]
    return f"{kind}: {stop.where}" if stop.where and stop.where != kind else kind


def days(view: VisitView) -> str:
    """Do 21.01.2027 bis Sa 23.01.2027."""
    first, last = view.draft.first, view.draft.last
    told = wording.day(first)
    return told if first == last else f"{told} bis {wording.day(last)}"


def remark(found: VisitRemark) -> str:
    """What is worth knowing of the days of a visit."""
    until = wording.day(found.until) if found.until else ""
    return REMARKS[found.kind].format(on=wording.day(found.on), name=found.name, until=until)


def note(found: Note, view: VisitView, names: Mapping[int, str]) -> str:
    """A conflict, a hint or why something has no time, with the way out."""
    named = names.get(found.other or 0)
    other = f"„{named}“" if named else "der Unterkunft"
    holiday = f" ({found.name})" if found.name else ""
    said = WHYS[found.why].format(other=other, minutes=found.minutes or 0, holiday=holiday)
    on = ""
    if found.on is not None and view.draft.first != view.draft.last:
        on = f" ({wording.day(found.on)})"
    return f"„{names.get(found.stop, 'Dieser Programmpunkt')}“{on} {said}"


def remarks(view: VisitView, plan: VisitPlan) -> list[str]:
    """What is to be said of a plan as a whole."""
    told = [] if plan.exact else [NOT_EXACT]
    has_base = view.draft.base_id is not None or view.draft.base_town.strip()
    if not has_base and any(day.rows for day in plan.days):
        told.append(NO_BASE)
    return told


def names_of(view: VisitView) -> dict[int, str]:
    """What the stops are called, by id."""
    return {each.id: title(each) for each in view.stops}


def way(legs: tuple[Leg, ...], view: VisitView) -> str:
    """The way before a stop: "20 min mit dem Auto, Fähre 9:15–10:00 nach Oog, 10 min zu Fuß"."""
    return ", ".join(part for leg in legs if (part := _leg(leg, view)))


def _leg(leg: Leg, view: VisitView) -> str:
    if leg.crossing is not None:
        sailing = view.sailings.get(leg.crossing.key)
        to = f" nach {sailing.to_town}" if sailing else ""
        old = " (Fahrplan veraltet)" if sailing and sailing.outdated else ""
        return f"Fähre {clock(leg.start)}–{clock(leg.end)}{to}{old}"
    if leg.way is None or leg.way == HERE:
        return ""
    if leg.way.minutes is None:
        return "Weg unbekannt"
    about = "etwa " if leg.way.estimated else ""
    return f"{about}{leg.way.minutes} min {MEANS[leg.way.means]}"


def day_title(day: PlannedDay) -> str:
    """Do 21.01.2027, with the holiday it is."""
    return f"{wording.day(day.on)} · {day.holiday}" if day.holiday else wording.day(day.on)


def back(day: PlannedDay, view: VisitView) -> str:
    """When they are back and how; blank on a day at home, without a time where nobody can tell."""
    if not day.back:
        return ""
    if any(leg.way is not None and leg.way.minutes is None for leg in day.back):
        ferry = [leg for leg in day.back if leg.crossing is not None]
        return f"zurück: {way(day.back, view)}" if ferry else "Rückweg unbekannt"
    return f"zurück {clock(day.back[-1].end)} ({way(day.back, view)})"


def summary(plan: VisitPlan) -> str:
    """How a plan stands, in one sentence."""
    placed = sum(len(day.rows) for day in plan.days)
    wrong, missing = len(plan.conflicts), len(plan.left_out)
    told = [f"{placed} mit Zeit"]
    if missing:
        told.append(f"{missing} ohne Zeit")
    told.append(
        "nichts steht im Weg"
        if not wrong
        else ("1 Widerspruch" if wrong == 1 else f"{wrong} Widersprüche")
    )
    return ", ".join(told)


def when(day: date | None, start: int | None) -> str:
    """Do 21.01.2027, 10:00."""
    if day is None or start is None:
        return "ohne Zeit"
    return f"{wording.day(day)}, {clock(start)}"


def anchor(view: VisitView) -> str:
    """The offer to let the case's plan count from this visit; blank where it does, and for a later
    visit."""
    first = view.draft.first
    if not view.is_first or (view.anchor is not None and view.anchor.on == first):
        return ""
    before = f" (bisher {view.anchor.on:%d.%m.%Y})" if view.anchor else ""
    return f"Als Präsenztermin eintragen{before}"


def film(view: FilmView) -> str:
    """What a line says beside the title of a film."""
    if view.archived_on is not None:
        return "wird nicht gedruckt"
    spoken = language_name(view.draft.language) if view.draft.language else "ohne Worte"
    return f"{spoken} · bitte ansehen, ob es ihn noch gibt" if view.outdated else spoken


def sailing_title(view: SailingView) -> str:
    """9:15 Beispielhafen – Beispieloog."""
    draft = view.draft
    return f"{clock(draft.departs)} {draft.from_town} – {draft.to_town}"


def sailing(view: SailingView) -> str:
    """What a line says beside a ferry."""
    draft = view.draft
    days = german_days.shown(draft.days) or "täglich"
    return f"veraltet · {days}" if view.outdated else days


def lines(view: VisitView, plan: VisitPlan) -> tuple[str, ...]:
    """A plan as lines of text, as the terminal and the preview tell it."""
    names = names_of(view)
    found: list[str] = []
    for day in plan.days:
        found.append(day_title(day))
        for row in day.rows:
            if told := way(row.way, view):
                found.append(f"    {told}")
            found.append(f"  {clock(row.start)}–{clock(row.end)}  {names[row.stop]}")
        if told := back(day, view):
            found.append(f"    {told}")
        if not day.rows:
            found.append("  frei")
    if plan.left_out:
        found.append("Ohne Zeit")
        found += [f"  {names[key]}" for key in plan.left_out]
    found += [note(each, view, names) for each in plan.notes]
    found += remarks(view, plan)
    return tuple(found)
