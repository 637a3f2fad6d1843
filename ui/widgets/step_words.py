"""A step in words: where it stands, when it is due and why, who acts, what is missing. No Qt."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import date

from app.records.plan import PlanView, StepView
from app.rules.calendar import Day, Precision
from app.rules.standing import LEGAL, PRESSING
from app.rules.terms import AnchorKind, Answer, DateKind, Role, StepState, Track
from ui import wording
from ui.reasons import reasons
from ui.widgets.fact_words import asked
from ui.words import ANCHORS, DATE_KINDS, GRADES, ROLES

FRIDAY = 4
FAMILY = "Familie"
NO_BREAK = "\u00a0"
# Of measles proof the office keeps nothing but that somebody confirmed it (§ 20 Abs. 9 IfSG).
CONFIRMED: Mapping[str, str] = {
    "masern_beschaeftigte": "vom Arbeitgeber bestätigt",
    "masern_kind": "von der Einrichtung bestätigt",
}

# In the dative, as they stand after "nach", "vor" and "mit".
AFTER: Mapping[AnchorKind, str] = {
    AnchorKind.FIRST_CONTACT: "dem Erstkontakt",
    AnchorKind.VISIT: "dem Präsenztermin",
    AnchorKind.CONTRACT: "der Zusage",
    AnchorKind.VISA_APPLICATION: "dem Visumantrag",
    AnchorKind.ENTRY: "der Einreise",
    AnchorKind.MOVE_IN: "dem Einzug",
    AnchorKind.MOVE: "dem Umzug",
    AnchorKind.WORK_START: "dem Arbeitsbeginn",
    AnchorKind.PERMIT_ISSUED: "der Erteilung des Aufenthaltstitels",
    AnchorKind.PERMIT_EXPIRY: "dem Ablauf des Aufenthaltstitels",
    AnchorKind.BIRTH: "der Geburt",
    AnchorKind.CARE_START: "dem Kita-Start",
    AnchorKind.SCHOOL_START: "dem Schuljahresbeginn",
    AnchorKind.PRACTICE_START: "dem Praxisbeginn",
    AnchorKind.CARE_NEED: "dem Beginn des Betreuungsbedarfs",
    AnchorKind.DOG: "dem Beginn der Hundehaltung hier",
    AnchorKind.EMPLOYMENT_END: "dem Ende der Beschäftigung",
    AnchorKind.RECOGNITION_NOTICE: "dem Anerkennungsbescheid",
    AnchorKind.RESIDENCE: "der Begründung des ordentlichen Wohnsitzes",
}
_UNITS = {
    "Y": ("Jahr", "Jahre"),
    "M": ("Monat", "Monate"),
    "W": ("Woche", "Wochen"),
    "D": ("Tag", "Tage"),
    "WD": ("Arbeitstag", "Arbeitstage"),
}
_MONTHS = ("Januar", "Februar", "März", "April", "Mai", "Juni", "Juli", "August", "September")
MONTHS = (*_MONTHS, "Oktober", "November", "Dezember")


def day(due: Day) -> str:
    """Mo 16.11.2026, or November 2026 where only the month is known."""
    if due.precision is Precision.MONTH:
        return f"{MONTHS[due.on.month - 1]} {due.on.year}"
    return wording.day(due.on)


def is_open(step: StepView) -> bool:
    """Still to do: applies, or may apply, and neither done nor set aside."""
    return step.state is StepState.OPEN and step.applies is not Answer.NO


def is_broken(step: StepView) -> bool:
    """Past a date that a law sets: the one lateness shown in red."""
    return step.late and step.kind in LEGAL


def standing(step: StepView) -> str:
    """Where a step stands: 7 Tage überfällig, heute fällig, erledigt am Mo 20.07.2026 …"""
    if step.state is StepState.DONE:
        done = CONFIRMED.get(step.template, "erledigt")
        return f"{done} am {wording.day(step.done_on)}" if step.done_on else done
    if step.state is StepState.NOT_NEEDED:
        return f"nicht nötig: {step.reason}" if step.reason else "nicht nötig"
    if step.applies is Answer.NO:
        return "gilt nicht"
    if step.applies is Answer.UNCLEAR:
        return unclear(step)
    return distance(step)


def put_off(step: StepView) -> str:
    """Zurückgestellt bis Mo 07.12. (2-mal); blank where nobody put the reminder off."""
    if step.snoozed_until is None:
        return ""
    return f"zurückgestellt bis {wording.short_day(step.snoozed_until)}{times(step.snoozes)}"


def times(snoozes: int) -> str:
    """(2-mal), with its blank; nothing for once."""
    return f" ({snoozes}-mal)" if snoozes > 1 else ""


def distance(step: StepView) -> str:
    """How far off the date of an open step is, as its kind of date asks for."""
    if step.due is None or step.days_left is None:
        return "unverzüglich, Datum fehlt" if step.promptly else "Datum fehlt"
    days = step.days_left
    if step.due.precision is Precision.MONTH and not step.late:
        return "Tag noch offen" if days >= 0 else "vorbei"
    if step.late:
        return wording.distance(days)
    if days < 0:
        # An opportunity or another's term is past without anybody being late.
        since = f"seit {_count(-days, 'D', dative=True)}"
        return f"{since} möglich" if step.kind is DateKind.EARLIEST else f"{since} vorbei"
    if step.kind not in PRESSING:
        return _ahead(step.kind, days)
    words = "heute fällig" if days == 0 else wording.distance(days)
    return f"unverzüglich, {words}" if step.promptly else words


def _ahead(which: DateKind, days: int) -> str:
    """What nobody can be late with: möglich ab morgen; endet heute."""
    if which is not DateKind.EARLIEST:
        return wording.distance(days)
    return (
        f"möglich {wording.distance(days)}" if days > 1 else f"ab {wording.distance(days)} möglich"
    )


def due_day(step: StepView) -> str:
    """The date as its kind reads: ab Mo 01.03.2027 for the earliest day."""
    if step.due is None:
        return ""
    return f"ab {day(step.due)}" if step.kind is DateKind.EARLIEST else day(step.due)


def unclear(step: StepView) -> str:
    """Unklar, and what would have to be known."""
    missing = ", ".join(asked(key) for key in step.ask)
    return f"unklar – es fehlt: {missing}" if missing else "unklar"


def kind(step: StepView) -> str:
    """Gesetzlich, empfohlen …; the office's own steps say so."""
    return "eigener Schritt" if step.own else DATE_KINDS[step.kind]


def roles(step: StepView) -> str:
    """Who acts: Arbeitgeber, Pate/Patin."""
    return ", ".join(called(step, role) for role in step.roles)


def called(step: StepView, role: Role) -> str:
    """The role as it is called on this step: of a move, whoever it is for acts as the family."""
    if role is not Role.PERSON or step.track is not Track.RELOCATION:
        return ROLES[role]
    holder = next((each for each in step.holders if each.role is role), None)
    own = holder is not None and holder.person is not None and holder.person == step.person
    return "selbst" if own else FAMILY


def computed(step: StepView, anchors: Mapping[AnchorKind, Day]) -> str:
    """What the date was counted from: 14 Tage nach der Zusage (Mo 02.11.2026)."""
    if step.own or (step.anchor is None and not step.after):
        return "von Hand gesetzt" if step.due else ""
    if step.anchor is not None:
        from_day, name = anchors.get(step.anchor), AFTER[step.anchor]
    else:
        from_day, name = None, f"„{step.after}“"
    from_day = step.counted_from or from_day
    counted = f"{_offset(step.offset)} {name}"
    if step.pinned:
        return f"von Hand fixiert; sonst {counted}"
    if from_day is None:
        missing = "Termin fehlt" if step.anchor is not None else "noch nicht erledigt"
        return f"{counted} ({missing})"
    return f"{counted} ({day(from_day).replace(' ', NO_BREAK)})"


def moved(step: StepView) -> str:
    """Why a date is not the plain end of its period, or is although no office is open that day.
    Blank where there is nothing to say."""
    if step.holidays_unknown:
        return "Für dieses Jahr sind die Feiertage noch nicht bekannt. Bitte prüfen."
    if step.pinned or step.due is None:
        return ""
    if step.unshifted is not None:
        return _off(step, step.due, step.unshifted)
    if step.remind_on is not None:
        reminder = wording.day(step.remind_on).replace(" ", NO_BREAK)
        return f"{step.shift_basis} Der letzte Arbeitstag davor ist {reminder}."
    if step.shift_basis and step.due.precision is Precision.DAY and step.due.on.weekday() > FRIDAY:
        return f"Der Tag bleibt, auch am Wochenende: {step.shift_basis}"
    return ""


def _off(step: StepView, due: Day, counted: date) -> str:
    """Why a date is another than the one counted."""
    end = wording.day(counted).replace(" ", NO_BREAK)
    if step.behind:
        return f"Gerechnet wäre es {end}, doch „{step.behind}“ kommt zuerst."
    closed = step.holiday or "kein Arbeitstag"
    if step.kind not in LEGAL:
        return f"Gerechnet wäre es {end}: {closed}, daher {day(due).replace(' ', NO_BREAK)}."
    basis = f" ({step.shift_basis.rstrip('.')})" if step.shift_basis else ""
    named = f", {step.holiday}" if step.holiday else ", keinem Werktag"
    return f"Die Frist endet am {end}{named}: Es gilt der nächste Werktag{basis}."


def contradicted(codes: Sequence[str]) -> str:
    """ "entry>work_start" as a sentence, a line a pair: which date lies after which."""
    pairs = [tuple(AnchorKind(each) for each in code.split(">")) for code in codes]
    return "\n".join(
        f"{ANCHORS[earlier]} liegt nach {AFTER[later]}. Bitte beide Daten prüfen."
        for earlier, later in pairs
    )


def why(step: StepView) -> str:
    """Which facts decided that a step applies, or does not."""
    return " ".join(reasons(step))


def evidence(step: StepView) -> str:
    """Source, grade and Stand of what is claimed; that nothing proves it stands apart."""
    parts = [step.source]
    if step.grade is not None and not step.unproven:
        parts.append(GRADES[step.grade])
    if step.stand is not None:
        parts.append(f"Stand {step.stand:%d.%m.%Y}")
    return " · ".join(part for part in parts if part)


def papers(step: StepView) -> tuple[str, str]:
    """How many papers are there, and the first that is missing."""
    if not step.documents:
        return "keine nötig", ""
    missing = [paper.title for paper in step.documents if paper.present_on is None]
    there = len(step.documents) - len(missing)
    verb = "liegt" if there == 1 else "liegen"
    return (
        f"{there} von {len(step.documents)} {verb} vor",
        f"fehlt: {missing[0]}" if missing else "",
    )


def present(on: date | None, today: date) -> str:
    """Liegt vor, 13.11. (with the year where it is another one), or that it is missing."""
    if on is None:
        return "fehlt"
    return f"liegt vor, {on:%d.%m.}" if on.year == today.year else f"liegt vor, {on:%d.%m.%Y}"


def for_whom(step: StepView, plan: PlanView | None) -> str:
    """The person a step concerns, or how many of the household."""
    if step.person_name:
        return step.person_name
    members = plan.head.members if plan else ()
    if len(members) == 1:
        return members[0][1]
    return f"alle {len(members)}" if members else "alle"


def spoken(step: StepView) -> str:
    """All of a mark for a screen reader: date, title, who, where it stands."""
    date_words = f"{step.due.on:%d.%m.%Y}" if step.due else "ohne Datum"
    if step.due and step.due.precision is Precision.MONTH:
        date_words = day(step.due)
    parts = [date_words, step.short, roles(step), standing(step)]
    if step.pinned:
        parts.append("von Hand fixiert")
    if step.own:
        parts.append("eigener Schritt")
    parts.append(put_off(step))
    return ", ".join(part for part in parts if part)


def counted(offset: str) -> str:
    """How much an ISO 8601 offset counts, in words: 4 Wochen, 1 Jahr und 2 Monate; blank for
    nothing at all."""
    found = [(int(n), unit) for n, unit in re.findall(r"(\d+)(WD|[YMWD])", offset)]
    return " und ".join(_count(number, unit) for number, unit in found if number)


def _offset(text: str) -> str:
    """An offset in words up to the anchor: 14 Tage nach, 4 Wochen vor, mit."""
    words = counted(text)
    return f"{words} {'vor' if text.startswith('-') else 'nach'}" if words else "mit"


def _count(number: int, unit: str, *, dative: bool = False) -> str:
    one, many = _UNITS[unit]
    plural = f"{many}n" if dative and many.endswith("e") else many
    return f"{number} {one if number == 1 else plural}"
