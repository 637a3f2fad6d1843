"""Words about work for the window and the terminal. No Qt here."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from datetime import date

from app.content.languages import language_name
from app.records.careers import (
    CareerView,
    IntroductionView,
    Match,
    OpeningView,
    ProfileDraft,
)
from app.rules.job_matching import Against, For
from app.rules.job_terms import IntroductionState, Level, Qualification, WorkTime

QUALIFICATIONS: Mapping[Qualification, str] = {
    Qualification.NONE: "ohne Berufsabschluss",
    Qualification.IN_TRAINING: "in Ausbildung",
    Qualification.VOCATIONAL: "Berufsausbildung",
    Qualification.MASTER: "Meister, Techniker, Fachwirt",
    Qualification.BACHELOR: "Bachelor",
    Qualification.MASTERS_DEGREE: "Master, Diplom",
    Qualification.DOCTORATE: "Promotion",
    Qualification.RECOGNITION_PENDING: "Anerkennung läuft",
}
LEVELS: Mapping[Level, str] = {
    Level.A1: "A1",
    Level.A2: "A2",
    Level.B1: "B1",
    Level.B2: "B2",
    Level.C1: "C1",
    Level.C2: "C2",
    Level.NATIVE: "Muttersprache",
}
WORK_TIMES: Mapping[WorkTime, str] = {
    WorkTime.DAY: "tagsüber",
    WorkTime.EARLY: "Frühdienst",
    WorkTime.LATE: "Spätdienst",
    WorkTime.NIGHT: "Nachtdienst",
    WorkTime.WEEKEND: "Wochenende",
}
STATES: Mapping[IntroductionState, str] = {
    IntroductionState.PLANNED: "geplant",
    IntroductionState.INTRODUCED: "vorgestellt",
    IntroductionState.INTERVIEW: "Gespräch",
    IntroductionState.TRIAL: "Probearbeiten",
    IntroductionState.OFFERED: "Angebot",
    IntroductionState.HIRED: "eingestellt",
    IntroductionState.DECLINED_BY_EMPLOYER: "Absage des Arbeitgebers",
    IntroductionState.DECLINED_BY_PERSON: "Absage der Person",
}
PROS: Mapping[For, str] = {
    For.SAME_OCCUPATION: "gleicher Beruf (KldB)",
    For.LIKE_OCCUPATION: "verwandter Beruf (KldB)",
    For.SAME_FIELD: "gleiches Berufsfeld (KldB)",
    For.PROFESSION: "gleiche Berufsgruppe",
    For.WORDS: "ähnliche Worte in Beruf und Titel",
    For.QUALIFIED: "Abschluss reicht",
    For.GERMAN: "Deutsch reicht",
    For.HOURS: "Stunden passen",
    For.NEAR: "in der Nähe",
    For.SHIFTS: "Schichten passen",
}
CONS: Mapping[Against, str] = {
    Against.OTHER_FIELD: "anderes Berufsfeld",
    Against.FILLED: "schon besetzt",
    Against.ENDED: "abgelaufen",
    Against.NOT_YET: "erst später zu besetzen",
    Against.EMPLOYER_CLOSED: "Arbeitgeber besteht nicht mehr",
    Against.AVAILABLE_LATER: "läuft ab, bevor die Person verfügbar ist",
    Against.GERMAN_TOO_LOW: "Deutsch reicht noch nicht",
    Against.GERMAN_ONE_STEP: "Deutsch: eine Stufe fehlt",
    Against.GERMAN_UNKNOWN: "Deutschniveau nicht bekannt",
    Against.HOURS: "Stunden passen nicht",
    Against.TOO_FAR: "weiter weg als gewünscht",
    Against.DISTANCE_UNKNOWN: "Entfernung nicht bekannt",
    Against.UNDER_QUALIFIED: "verlangt einen höheren Abschluss",
    Against.RECOGNITION_PENDING: "Anerkennung läuft noch",
    Against.SHIFTS: "verlangt andere Schichten",
}
NO_GERMAN = "none"
GERMAN: Mapping[str, str] = {
    "": "nicht bekannt",
    NO_GERMAN: "keine Kenntnisse",
    **{level.value: word for level, word in LEVELS.items() if level is not Level.NATIVE},
}


def about_member(view: CareerView) -> str:
    """What a line says beside a member's name."""
    if view.tie is not None:
        return "eigener Fall"
    return view.draft.occupation or ("Profil" if view.profile else "noch kein Profil")


def spoken(draft: ProfileDraft) -> str:
    """Languages as they are typed: "Englisch C1, Hindi Muttersprache"."""
    order = sorted(draft.languages.items(), key=lambda each: (-each[1].rank, each[0]))
    return ", ".join(f"{language_name(tag)} {LEVELS[level]}" for tag, level in order)


def times(chosen: Collection[WorkTime]) -> str:
    """Shifts as they are typed."""
    return ", ".join(WORK_TIMES[each] for each in WorkTime if each in chosen)


def hours(least: int | None, most: int | None) -> str:
    """Hours a week, blank where nothing is known."""
    if least is not None and most is not None:
        return f"{least} Std." if least == most else f"{least}–{most} Std."
    if least is not None:
        return f"ab {least} Std."
    return "" if most is None else f"bis {most} Std."


def kilometres(km: float | None) -> str:
    return "" if km is None else f"{km:.0f} km"


def about_opening(view: OpeningView, today: date) -> str:
    """Employer and how it stands, beside the title."""
    draft = view.draft
    if view.filled_on is not None:
        stands = f"besetzt {view.filled_on:%d.%m.%Y}"
    elif view.closed:
        stands = "Arbeitgeber besteht nicht mehr"
    elif draft.valid_to is not None:
        word = "abgelaufen" if draft.valid_to < today else "bis"
        stands = f"{word} {draft.valid_to:%d.%m.%Y}"
    elif draft.valid_from is not None and draft.valid_from > today:
        stands = f"ab {draft.valid_from:%d.%m.%Y}"
    else:
        stands = ""
    return " · ".join(part for part in (view.employer, stands) if part)


def about_match(match: Match) -> str:
    """Employer, way, and whether anything rules it out, beside the title."""
    if match.introduced is not None:
        stands = "schon vorgestellt"
    elif match.is_barred:
        stands = next(CONS[each] for each in match.cons if each.bars)
    else:
        stands = "" if match.is_of_trade else CONS[Against.OTHER_FIELD]
    parts = (match.opening.employer, kilometres(match.km), stands)
    return " · ".join(part for part in parts if part)


def reasons(match: Match) -> tuple[str, str]:
    """What speaks for an opening and what against it, each a sentence or blank."""
    pros = ", ".join(PROS[each] for each in match.pros)
    cons = ", ".join(CONS[each] for each in match.cons)
    return (f"Dafür: {pros}." if pros else "", f"Dagegen: {cons}." if cons else "")


def lines(match: Match) -> tuple[str, ...]:
    """An opening for somebody on the terminal."""
    head = f"{match.opening.draft.title} · {about_match(match)}"
    return (head, *(f"  {said}" for said in reasons(match) if said))


def facts(view: OpeningView) -> str:
    """What an opening asks for, in one line."""
    draft = view.draft
    parts = [
        hours(draft.min_hours, draft.max_hours),
        times(draft.shifts),
        f"Deutsch ab {LEVELS[draft.german]}" if draft.german else "",
        QUALIFICATIONS[draft.qualification] if draft.qualification else "",
        f"KldB {draft.kldb}" if draft.kldb else "",
    ]
    return " · ".join(part for part in parts if part)


def introduction(view: IntroductionView) -> tuple[str, str]:
    """What a line says of an introduction: to whom, and how it stands."""
    draft = view.draft
    title = ", ".join(part for part in (view.employer, view.opening_title) if part)
    stands = f"{STATES[draft.state]} {draft.on:%d.%m.%Y}"
    if not draft.state.is_over:
        if not view.allowed:
            stands = f"{stands} · Einwilligung widerrufen"
        elif draft.next_on is not None:
            stands = f"{stands} · weiter {draft.next_on:%d.%m.%Y}"
    return title, f"{view.person_name} · {stands}"
