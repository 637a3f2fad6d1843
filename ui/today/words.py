"""The day of the office in words: what is to do, for whom, who acts, until when. No Qt."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from app.records.agenda import Actor, Agenda, BarredCase, DayAhead, DueStep, Part
from app.records.cases import BlockerView
from app.records.chasing import Chase
from app.records.events import EventKind
from app.rules.calendar import Day, Precision
from app.rules.standing import LEGAL, PRESSING
from app.rules.terms import DateKind
from ui import wording
from ui.theme import Tone
from ui.widgets import step_words
from ui.widgets.runs import Run
from ui.words import BLOCKERS_SHORT, DATE_KINDS, ROLES

WEEKDAYS = (
    "Montag",
    "Dienstag",
    "Mittwoch",
    "Donnerstag",
    "Freitag",
    "Samstag",
    "Sonntag",
)
TITLES = {
    Part.BARRED: "Sperrt einen ersten Arbeitstag",
    Part.LATE: "Überfällig",
    Part.TODAY: "Heute fällig",
    Part.SNOOZED: "Zurückgestellt",
}
ASIDES = {
    Part.BARRED: "Titel, Berufserlaubnis oder Masernnachweis fehlt",
    Part.SNOOZED: "die Frist bleibt, erinnert wird später",
}
CHASES = "Nachfassen"
CHASES_ASIDE = "was rund um die Fälle vereinbart ist"
KINDS = {
    EventKind.FOLLOW_UP: "Nachfassen",
    EventKind.PROMISE: "Zusage",
    EventKind.MENTORSHIP: "Patenschaft",
    EventKind.INVITATION: "Einladung",
    EventKind.VISIT: "Besuch",
    EventKind.INTRODUCTION: "Vorstellung",
    EventKind.COURSE: "Weiterbildung",
    EventKind.TALK: "Gespräch",
    EventKind.VIEWING: "Wohnung",
    EventKind.MOVE: "Umzug",
    EventKind.SCHOOL: "Kita und Schule",
    EventKind.APPLICATION: "Förderung",
    EventKind.PRACTICE: "Eigene Praxis",
}
FAR = "Arbeitsbeginn noch offen"


def sentence(agenda: Agenda, chases: int = 0) -> list[Run]:
    """Montag, 23.11.2026: 7 Fälle mit Sperre, 4 Schritte überfällig, 4 heute fällig."""
    totals = agenda.totals
    barred, late, today = totals[Part.BARRED], totals[Part.LATE], totals[Part.TODAY]
    parts = []
    if barred:
        parts.append(f"{barred} {'Fall' if barred == 1 else 'Fälle'} mit Sperre")
    if late:
        parts.append(f"{late} {'Schritt' if late == 1 else 'Schritte'} überfällig")
    if today:
        noun = "" if late else " Schritt" if today == 1 else " Schritte"
        parts.append(f"{today}{noun} heute fällig")
    if chases:
        parts.append(f"{chases} nachzufassen")
    day = f"{WEEKDAYS[agenda.today.weekday()]}, {agenda.today:%d.%m.%Y}: "
    told = ", ".join(parts) if parts else "nichts überfällig, nichts heute fällig"
    return [Run(day, strong=True), Run(f"{told}.")]


def day_title(on: date) -> str:
    """Fällig am Dienstag, 24.11.2026."""
    return f"Fällig am {WEEKDAYS[on.weekday()]}, {on:%d.%m.%Y}"


def short(step: DueStep) -> list[Run]:
    """The step's short title, and whom it is for where that is not the professional."""
    runs = [Run(step.short, strong=step.own)]
    return [*runs, Run(f" · {step.person}", tone=Tone.SECOND)] if step.person else runs


def actors(acting: Iterable[Actor]) -> str:
    """Who acts, by name where one is known: Deichklinik, Tomke Harms."""
    return ", ".join(dict.fromkeys(actor.name or ROLES[actor.role] for actor in acting))


def kind(step: DueStep) -> str:
    """Gesetzlich with its paragraph, empfohlen …; the office's own steps say so."""
    if step.own:
        return "eigener Schritt"
    word = DATE_KINDS[step.kind]
    return f"{word}, {step.basis}" if step.kind in LEGAL and step.basis else word


def day(due: Day, today: date) -> str:
    """Mo 16.11., with its year where that is another one; November 2026 for a month."""
    if due.precision is Precision.DAY and due.on.year == today.year:
        return wording.short_day(due.on)
    return step_words.day(due)


def is_broken(step: DueStep) -> bool:
    """Past a date that a law sets: the one lateness shown in red."""
    return step.late and step.kind in LEGAL


def due(step: DueStep, today: date) -> list[Run]:
    """The cell of the date: Mo 16.11. · 7 Tage überfällig; heute · gesetzlich, § 17 BMG."""
    if step.snoozed_until is not None:
        back = f"bis {wording.short_day(step.snoozed_until)}"
        rest = f"{step_words.times(step.snoozes)} · Frist {day(step.due, today)}"
        return [Run(back, strong=True, icon="clock"), Run(rest, tone=Tone.SECOND)]
    if step.late:
        tone = Tone.RED if is_broken(step) else Tone.INK
        late = f" · {wording.distance(step.days_left)}"
        return [Run(day(step.due, today), strong=True, tone=tone, icon="triangle-alert"), Run(late)]
    when = "heute" if step.days_left == 0 else day(step.due, today)
    if step.kind is DateKind.EARLIEST:
        return [Run(f"ab {when}", strong=True), Run(" möglich")]
    return [Run(when, strong=True), Run(f" · {kind(step)}")]


def distance(step: DueStep) -> str:
    """How far off a step is, for a screen reader."""
    if step.late or step.kind in PRESSING:
        return "heute fällig" if step.days_left == 0 else wording.distance(step.days_left)
    return f"{DATE_KINDS[step.kind]} {wording.distance(step.days_left)}"


def spoken(step: DueStep) -> str:
    """The whole row for a screen reader."""
    parts = [
        step.short,
        f"für {step.person}" if step.person else "",
        step.case_name,
        actors(step.actors),
        step_words.day(step.due),
        distance(step),
        kind(step),
    ]
    if step.snoozed_until is not None:
        until = wording.day(step.snoozed_until)
        parts.append(f"zurückgestellt bis {until}{step_words.times(step.snoozes)}")
    return ", ".join(part for part in parts if part)


def chase(row: Chase, column: int, today: date) -> list[Run]:
    """A cell of something to be chased: what, of whom, what kind, since when."""
    if column == 0:
        return [Run(row.event.title)]
    if column == 1:
        return [Run(row.case_name)]
    if column == 2:
        return [Run(KINDS[row.event.kind], tone=Tone.SECOND)]
    if row.days_left < 0:
        when = day(Day(row.event.on), today)
        late = f" · {wording.distance(row.days_left)}"
        return [Run(when, strong=True, icon="triangle-alert"), Run(late)]
    return [Run("heute", strong=True)]


def spoken_chase(row: Chase) -> str:
    """The whole row for a screen reader."""
    when = "heute" if not row.days_left else wording.distance(row.days_left)
    return f"{KINDS[row.event.kind]}: {row.event.title}, {row.case_name}, {when}"


def barring(case: BarredCase, blockers: Sequence[BlockerView]) -> str:
    """What bars: Aufenthaltstitel, Berufserlaubnis."""
    if blockers:
        return ", ".join(BLOCKERS_SHORT[blocker.blocker] for blocker in blockers)
    return "1 Sperre" if case.number == 1 else f"{case.number} Sperren"


def barring_actors(case: BarredCase, blockers: Sequence[BlockerView]) -> str:
    """Who can act on what bars."""
    wanted = {role for blocker in blockers for role in blocker.roles}
    return actors(actor for actor in case.actors if actor.role in wanted)


def work_start(case: BarredCase) -> list[Run]:
    """Mo 04.01.2027 · in 42 Tagen."""
    if case.work_start is None or case.days_left is None:
        return [Run(FAR, tone=Tone.SECOND)]
    if case.days_left < 0:
        far = "seit gestern" if case.days_left == -1 else f"seit {-case.days_left} Tagen"
        return [Run(step_words.day(case.work_start), strong=True, tone=Tone.RED), Run(f" · {far}")]
    far = wording.distance(case.days_left)
    return [Run(step_words.day(case.work_start), strong=True), Run(f" · {far}")]


def spoken_barred(case: BarredCase, blockers: Sequence[BlockerView]) -> str:
    """The whole row of a barred case for a screen reader."""
    start = "".join(run.text for run in work_start(case)).replace(" · ", ", ")
    first = start if case.work_start is None else f"Arbeitsbeginn {start}"
    parts = (f"Sperre: {barring(case, blockers)}", case.name, barring_actors(case, blockers), first)
    return ", ".join(part for part in parts if part)


def more(number: int) -> str:
    """What is not shown yet."""
    return "1 weiteren zeigen" if number == 1 else f"{number} weitere zeigen"


def ahead(each: DayAhead) -> list[Run]:
    """What is due on a day to come: its first step, its person, how many more."""
    if each.first is None:
        return [Run("keine Termine", tone=Tone.SECOND)]
    family = each.first.case_name.split(",")[0]
    runs = [Run(f"{each.first.short}, {family}")]
    if each.total > 1:
        others = "1 weiterer" if each.total == 2 else f"{each.total - 1} weitere"
        runs.append(Run(f" und {others}", tone=Tone.SECOND))
    return runs


def spoken_ahead(each: DayAhead) -> str:
    """A day to come for a screen reader."""
    name = f"{WEEKDAYS[each.on.weekday()]}, {each.on:%d.%m.%Y}"
    counted = "1 Termin" if each.total == 1 else f"{each.total} Termine"
    first = f": {''.join(run.text for run in ahead(each))}" if each.total else ""
    return f"{name}, {counted}{first}" if each.total else f"{name}, keine Termine"


def checked(on: date | None, today: date) -> str:
    """When somebody last looked: vor 13 Monaten geprüft."""
    if on is None:
        return "noch nie geprüft"
    months = (today.year - on.year) * 12 + today.month - on.month - (today.day < on.day)
    return f"vor {months} Monaten geprüft" if months > 1 else "vor einem Monat geprüft"
