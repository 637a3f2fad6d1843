"""What the rooms of employers say. No Qt here."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from app.records.employers import (
    BenefitDraft,
    EmployedCase,
    EmployerRow,
    PatternView,
    ReservedPlaces,
    SiteView,
    SlipView,
)
from app.records.induction import ConfirmationDraft, InductionStep
from app.records.providers import ContactPerson
from app.rules.calendar import Day
from app.rules.slipping import Outcome
from app.rules.terms import Role, StepState
from ui.benefit_words import KINDS
from ui.words import STAGES

OUTCOMES: Mapping[Outcome, str] = {
    Outcome.DONE: "erledigt",
    Outcome.PARTLY: "teils",
    Outcome.MISSED: "nicht",
}
SIGNS: Mapping[Outcome, str] = {Outcome.DONE: "✓", Outcome.PARTLY: "½", Outcome.MISSED: "✗"}
ASKED: Mapping[Role, str] = {
    Role.PERSON: "Neue*r",
    Role.WARD: "Station",
    Role.MENTOR: "Pate/Patin",
    Role.HR: "Personal",
    Role.IT: "IT",
    Role.EMPLOYER: "Betrieb",
}


def row_about(row: EmployerRow, today: date) -> str:
    """How many cases, when it closes, and where it is."""
    cases = "" if not row.cases else "1 Fall" if row.cases == 1 else f"{row.cases} Fälle"
    ends = ""
    if row.valid_to:
        ends = f"{'geschlossen seit' if row.valid_to < today else 'bis'} {_day(row.valid_to)}"
    return " · ".join(part for part in (cases, ends, row.site or row.town) if part)


def benefit(draft: BenefitDraft, today: date) -> str:
    """The kind and the days of a benefit, as they stand beside its title."""
    days = ""
    if draft.valid_to and draft.valid_to < today:
        days = f"ausgelaufen am {_day(draft.valid_to)}"
    elif draft.valid_from and draft.valid_from > today:
        days = f"ab {_day(draft.valid_from)}"
    elif draft.valid_to:
        days = f"bis {_day(draft.valid_to)}"
    return " · ".join(part for part in (KINDS[draft.kind], days) if part)


def pattern(view: PatternView) -> str:
    """How long a rotation is, or which code in it is not known."""
    if view.unknown:
        return f"Kürzel „{view.unknown}“ hat keinen Dienst"
    weeks = len(view.draft.weeks.splitlines())
    return "1 Woche" if weeks == 1 else f"{weeks} Wochen"


def site(view: SiteView) -> tuple[str, str]:
    """A site and from when to when it is there."""
    told = []
    if view.valid_from:
        told.append(f"ab {_day(view.valid_from)}")
    if view.valid_to:
        told.append(f"bis {_day(view.valid_to)}")
    if view.successor_name:
        told.append(f"danach {view.successor_name}")
    if view.archived:
        told.append("im Archiv")
    if view.shown:
        told.append("hier gezeigt")
    named = dict.fromkeys(part for part in (view.name, view.town) if part)
    return ", ".join(named), " · ".join(told)


def reserved(each: ReservedPlaces) -> tuple[str, str]:
    """Who keeps places, and how many."""
    if each.reserved is None:
        return each.name, "Zahl der Belegplätze nicht bekannt"
    if each.places is not None:
        return each.name, f"{each.reserved} von {each.places} Plätzen"
    return each.name, "1 Platz" if each.reserved == 1 else f"{each.reserved} Plätze"


def case(each: EmployedCase) -> str:
    """Where a case stands and when it starts."""
    start = f"Arbeitsbeginn {_known(each.work_start)}" if each.work_start else ""
    closed = "abgeschlossen" if each.closed else STAGES[each.stage]
    return " · ".join(part for part in (closed, start) if part)


def contact(each: ContactPerson) -> tuple[str, str]:
    """What to ask them about, and how to reach them."""
    ways = " · ".join(part for part in (each.name, each.phone, each.email) if part.strip())
    return each.area or "Ansprechperson", ways


def slip(view: SlipView) -> str:
    """ "bei 2 von 3 Fällen · im Mittel 4 Tage später"; small numbers as they are."""
    each = view.slip
    cases = "1 Fall" if each.cases == 1 else f"{each.cases} Fällen"
    said = f"bei {each.slipped} von {cases}"
    if each.median_days is None:
        return f"{said} · nach dem, was Beteiligte sagen"
    days = f"{each.median_days:g}".replace(".", ",")
    return f"{said} · im Mittel {days} {'Tag' if each.median_days == 1 else 'Tage'} später"


def week(number: int | None) -> str:
    """A heading for the steps of a week."""
    if number is None:
        return "Ohne Datum"
    if number == 0:
        return "Erste Arbeitswoche"
    if number < 0:
        return "1 Woche vorher" if number == -1 else f"{-number} Wochen vorher"
    return "Danach"


def step(each: InductionStep) -> str:
    """When a step is due and how it stands."""
    if each.state is StepState.DONE:
        return f"✓ {_day(each.done_on)}" if each.done_on else "✓"
    if each.state is StepState.NOT_NEEDED:
        return "nicht nötig"
    due = f"bis {_known(each.due)}" if each.due else "ohne Datum"
    return f"⚠ {due}" if each.late else due


def step_said(each: InductionStep) -> str:
    """The same for a screen reader and the tool tip."""
    if each.state is StepState.DONE:
        return f"erledigt am {_day(each.done_on)}" if each.done_on else "erledigt"
    late = ", überfällig" if each.late else ""
    return f"{step(each).removeprefix('⚠ ')}{late}"


def cell(each: InductionStep, role: Role) -> str:
    """What a role said, in one word; a line where it has not, nothing where it is not asked."""
    if role not in each.asked:
        return ""
    said = each.of(role)
    return f"{SIGNS[said.outcome]} {OUTCOMES[said.outcome]}" if said else "–"


def told(each: InductionStep, role: Role) -> str:
    """The whole of an answer for a screen reader and the tool tip."""
    head = f"{each.title}, {ASKED[role]}"
    if role not in each.asked:
        return f"{head}: nicht gefragt"
    said = each.of(role)
    return f"{head}: {answer(said)}" if said else f"{head}: noch keine Antwort"


def answer(said: ConfirmationDraft) -> str:
    """ "nicht, 01.10.2026, Frau X: …"."""
    parts = [OUTCOMES[said.outcome], _day(said.on), said.by]
    head = ", ".join(part for part in parts if part)
    return f"{head}: {said.note}" if said.note else head


def differing(each: InductionStep) -> str:
    """ "Station: erledigt – Neue*r: nicht"; blank where they say the same."""
    if not each.differ:
        return ""
    said = [*each.said[1:], each.said[0]]
    return " – ".join(f"{ASKED[one.role]}: {OUTCOMES[one.outcome]}" for one in said)


def _day(on: date | None) -> str:
    return f"{on:%d.%m.%Y}" if on else ""


def _known(day: Day | None) -> str:
    if day is None:
        return ""
    return f"{day.on:%d.%m.%Y}" if day.on == day.last else f"{day.on:%m.%Y}"
