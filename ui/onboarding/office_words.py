"""The rows and marks of the whole office in words. No Qt here."""

from __future__ import annotations

from datetime import date

from app.records.timeline import Look, OfficeTimeline, TimelineOrder, TimelineQuery, TimelineRow
from ui import wording
from ui.onboarding.shapes import Shape
from ui.theme import Tone
from ui.widgets import step_words
from ui.widgets.runs import Run
from ui.words import ROLES, STAGES

ORDERS = {
    TimelineOrder.DUE: "nächste Frist",
    TimelineOrder.WORK_START: "Arbeitsbeginn",
    TimelineOrder.NAME: "Name",
}
SHAPES = {
    Look.OPEN: Shape.OPEN,
    Look.PINNED: Shape.PINNED,
    Look.TODAY: Shape.TODAY,
    Look.OVERDUE: Shape.LATE,
    Look.LATE: Shape.LATE,
}


def look_of(timeline: OfficeTimeline, at: int) -> Look:
    """How a mark stands."""
    return Look(timeline.looks[at])


def title(timeline: OfficeTimeline, at: int) -> str:
    """The short title of a mark."""
    return timeline.titles[timeline.what[at]]


def short_day(timeline: OfficeTimeline, at: int) -> str:
    """16.11., with the year where it is another one than today's; 03.2027 for a month."""
    on = date.fromordinal(timeline.days[at])
    if timeline.monthly[at]:
        return f"{on:%m.%Y}"
    return f"{on:%d.%m.}" if on.year == timeline.today.year else f"{on:%d.%m.%Y}"


def standing(timeline: OfficeTimeline, at: int) -> str:
    """7 Tage überfällig, heute, in 3 Tagen."""
    look = look_of(timeline, at)
    if timeline.monthly[at]:
        return "überfällig" if look >= Look.OVERDUE else "Tag noch offen"
    days = timeline.days[at] - timeline.today.toordinal()
    if days < 0 and look < Look.OVERDUE:
        return "vorbei"
    return wording.distance(days)


def label(timeline: OfficeTimeline, at: int) -> tuple[Run, ...]:
    """What stands beside a mark: when, what, and how late where it is."""
    look = look_of(timeline, at)
    late = look >= Look.OVERDUE
    runs = [
        Run(f"{short_day(timeline, at)} ", tone=Tone.SECOND),
        Run(title(timeline, at), strong=late or look is Look.TODAY),
    ]
    if late or look is Look.TODAY:
        tone = Tone.RED if look is Look.LATE else Tone.INK
        runs += [Run(" · "), Run(standing(timeline, at), strong=True, tone=tone)]
    return tuple(runs)


def mark(timeline: OfficeTimeline, at: int) -> str:
    """All of a mark for a screen reader: date, title, who, where it stands."""
    on = date.fromordinal(timeline.days[at])
    when = f"{step_words.MONTHS[on.month - 1]} {on.year}" if timeline.monthly[at] else ""
    parts = [
        when or f"{on:%d.%m.%Y}",
        title(timeline, at),
        ", ".join(ROLES[role] for role in timeline.roles[timeline.who[at]]),
        standing(timeline, at),
        "von Hand fixiert" if look_of(timeline, at) is Look.PINNED else "",
    ]
    return ", ".join(part for part in parts if part)


def row(timeline: OfficeTimeline, of: TimelineRow) -> str:
    """A case for a screen reader: name, phase, who advises, what bars it, its next step."""
    number = of.end - of.first
    parts = [of.name, STAGES[of.stage], of.advisor or "Betreuung offen"]
    if of.work_start:
        parts.append(f"Arbeitsbeginn {step_words.day(of.work_start)}")
    if of.barred:
        parts.append("erster Arbeitstag gesperrt")
    if of.late:
        parts.append(f"{of.late} überfällig")
    if number:
        parts.append(f"nächster Schritt: {mark(timeline, of.first)}")
    elif of.undated:
        parts.append(f"{of.undated} {'Schritt' if of.undated == 1 else 'Schritte'} ohne Datum")
    else:
        parts.append("nichts offen")
    return ", ".join(parts)


def sentence(timeline: OfficeTimeline, query: TimelineQuery, advisor: str) -> list[Run]:
    """How many cases and open steps there are, how many are late, and what is filtered."""
    cases, late = len(timeline.rows), sum(bool(of.late) for of in timeline.rows)
    noun = "laufender Fall" if cases == 1 else "laufende Fälle"
    text = f"{thousands(cases)} {noun}"
    if late:
        text += f", {thousands(late)} mit Überfälligem"
    barred = sum(bool(of.barred) for of in timeline.rows)
    if barred:
        text += f", {thousands(barred)} mit Sperre"
    runs = [Run("Alle Fälle: ", strong=True), Run(f"{text}.")]
    filtered = [part for part in (advisor, ROLES[query.role] if query.role else "") if part]
    if filtered:
        runs += [Run(" Gefiltert: "), Run(f"{', '.join(filtered)}.", strong=True)]
    return runs


def thousands(number: int) -> str:
    """2.000"""
    return f"{number:,}".replace(",", ".")
