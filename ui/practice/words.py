"""Words of practices that are handed over, areas, sessions and the way. No Qt here."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from types import MappingProxyType

from app.records.practice import (
    AreaView,
    PracticeDraft,
    PracticeState,
    PracticeView,
    SessionView,
    Uncovered,
    WayStep,
    WayTrouble,
)
from app.rules.calendar import Day, Precision
from app.rules.practice_matching import AreaState, Criterion, Finding, Verdict, Why
from app.rules.terms import StepState

FULL = 4  # quarters of a seat
STATES: Mapping[PracticeState, str] = MappingProxyType(
    {
        PracticeState.CONSIDERED: "kommt infrage",
        PracticeState.CONTACTED: "Kontakt aufgenommen",
        PracticeState.VISITED: "angesehen",
        PracticeState.NEGOTIATING: "in Verhandlung",
        PracticeState.AGREED: "vereinbart",
        PracticeState.TAKEN_OVER: "übernommen",
        PracticeState.DECLINED: "abgelehnt",
        PracticeState.REFUSED: "Absage bekommen",
    }
)
AREAS: Mapping[AreaState, str] = MappingProxyType(
    {
        AreaState.OPEN: "offen",
        AreaState.PARTLY: "teilweise offen",
        AreaState.CLOSED: "gesperrt",
    }
)
CRITERIA: Mapping[Criterion, str] = MappingProxyType(
    {
        Criterion.PROFESSION: "Beruf",
        Criterion.SPECIALTY: "Fachgebiet",
        Criterion.LICENCE: "Approbation",
        Criterion.PLACE: "Gemeinde",
        Criterion.HANDOVER: "Übergabe",
        Criterion.AREA: "Planungsbereich",
        Criterion.SEATS: "Sitze",
        Criterion.ACCESSIBLE: "Barrierefreiheit",
        Criterion.CURRENT: "Angaben",
    }
)
VERDICTS: Mapping[Verdict, str] = MappingProxyType(
    {Verdict.FITS: "passt", Verdict.FAILS: "passt nicht", Verdict.UNKNOWN: "offen"}
)
WHYS: Mapping[Why, str] = MappingProxyType(
    {
        Why.SAME_PROFESSION: "derselbe Beruf",
        Why.OTHER_PROFESSION: "für einen anderen Beruf",
        Why.PROFESSION_UNKNOWN: "Beruf nicht bekannt",
        Why.SAME_SPECIALTY: "dasselbe Fachgebiet",
        Why.COMPARE_SPECIALTY: "die Worte sind verschieden, bitte vergleichen",
        Why.SPECIALTY_UNKNOWN: "Fachgebiet nicht bekannt",
        Why.LICENSED: "Approbation liegt vor",
        Why.NOT_LICENSED: "noch keine Approbation, ohne sie kein Eintrag ins Arztregister",
        Why.LICENCE_UNKNOWN: "nicht bekannt, ob eine Approbation vorliegt",
        Why.WANTED_PLACE: "in einer gewünschten Gemeinde",
        Why.OTHER_PLACE: "in keiner gewünschten Gemeinde",
        Why.AT_HOME: "am Wohnort",
        Why.NOT_AT_HOME: "nicht am Wohnort, gewünschte Gemeinden nicht eingetragen",
        Why.PLACE_UNKNOWN: "Gemeinde nicht bekannt",
        Why.IN_TIME: "zum Praxisbeginn am {on}",
        Why.GONE_BEFORE: "nur bis {on}, vor dem Praxisbeginn",
        Why.LATER_THAN_WANTED: "erst ab {on}, nach dem Praxisbeginn",
        Why.HANDOVER_UNKNOWN: "Tag der Übergabe nicht bekannt",
        Why.OPENING_UNKNOWN: "Praxisbeginn der Familie nicht eingetragen",
        Why.AREA_OPEN: "offen, Stand {on}",
        Why.AREA_PARTLY: "teilweise offen, Stand {on}",
        Why.AREA_CLOSED: (
            "gesperrt, Stand {on}: Der Zulassungsausschuss entscheidet zuerst, ob der Sitz neu "
            "besetzt wird (§ 103 Abs. 3a SGB V)"
        ),
        Why.AREA_OLD: "letzter Stand {on}, zu alt",
        Why.AREA_UNKNOWN: "nicht bekannt, welcher gilt",
        Why.NO_AREAS: "keine Bedarfsplanung für diesen Beruf",
        Why.SEATS_FREE: "genug Sitze frei",
        Why.TOO_FEW_SEATS: "weniger Sitze frei, als die Praxis hat",
        Why.SEATS_UNKNOWN: "freie Sitze nicht bekannt",
        Why.SEATS_TAKEN_OVER: "nur die der Praxis, mit der Übernahme",
        Why.ACCESSIBLE: "barrierefrei",
        Why.NOT_ACCESSIBLE: "nicht barrierefrei",
        Why.ACCESS_UNKNOWN: "nicht bekannt",
        Why.CURRENT: "Stand {on}",
        Why.EXPIRED: "gültig nur bis {on}",
        Why.OLD: "letzter Stand {on}, zu alt",
        Why.NO_STAND: "ohne Stand",
    }
)
TROUBLES: Mapping[WayTrouble, str] = MappingProxyType(
    {
        WayTrouble.NO_OPENING_DAY: (
            "Der Praxisbeginn ist nicht eingetragen (beim Fall unter „Weiterer Termin“); ohne ihn "
            "lässt sich nicht rückwärts rechnen."
        ),
        WayTrouble.NO_STEPS: (
            "Für diesen Beruf gibt es hier keine Schritte; sie gelten für Ärzt*innen und "
            "Therapeut*innen. Bitte den Beruf prüfen."
        ),
        WayTrouble.NO_SESSIONS: (
            "Sitzungstermine fehlen: Es ist keine Sitzung eingetragen, die noch zu erreichen ist."
        ),
        WayTrouble.PAPERS_DAY_UNKNOWN: (
            "Bis wann die Unterlagen da sein müssen, ist nicht eingetragen; gerechnet ist mit dem "
            "Tag der Sitzung."
        ),
        WayTrouble.SESSION_AFTER_OPENING: (
            "Die nächste Sitzung, die noch zu erreichen ist, liegt nach dem Praxisbeginn."
        ),
    }
)


def day(on: date) -> str:
    """TT.MM.JJJJ."""
    return f"{on:%d.%m.%Y}"


def day_of(due: Day) -> str:
    """A day, or a month as MM.JJJJ."""
    return f"{due.on:%m.%Y}" if due.precision is Precision.MONTH else day(due.on)


def reason(finding: Finding) -> str:
    """The reason of a criterion."""
    return WHYS[finding.why].format(on=day(finding.on) if finding.on else "")


def handover(draft: PracticeDraft) -> str:
    """When it is handed over: "Übergabe ab 01.04.2027"."""
    first, last = draft.from_day, draft.to_day
    if first and last:
        return f"Übergabe {day(first)} bis {day(last)}"
    if first:
        return f"Übergabe ab {day(first)}"
    return f"Übergabe bis {day(last)}" if last else "Übergabe offen"


def seats(quarters: int | None) -> str:
    """ "1,5 Sitze"; blank where that is not known."""
    if quarters is None:
        return ""
    number = shown_parts(quarters, 4)
    return f"{number} Sitz" if quarters <= FULL else f"{number} Sitze"


def shown_parts(number: int | None, parts: int) -> str:
    """A number counted in parts of one, with a comma: 6 quarters are 1,5."""
    if number is None:
        return ""
    return f"{number / parts:.2f}".rstrip("0").rstrip(".").replace(".", ",")


def told(view: PracticeView, today: date) -> str:
    """What a list says beside the title."""
    draft = view.draft
    parts = [draft.specialty, draft.town or view.place, handover(draft), seats(draft.quarter_seats)]
    if view.archived_on is not None:
        parts.insert(0, "abgelegt")
    elif draft.valid_to is not None and draft.valid_to < today:
        parts.insert(0, "nicht mehr gültig")
    if view.interested:
        parts.append(f"{view.interested} im Gespräch")
    return " · ".join(part for part in parts if part)


def about_area(view: AreaView) -> str:
    """What a list says beside the name of an area."""
    draft = view.draft
    count = len(view.names)
    parts = (
        draft.doctors,
        AREAS[draft.state],
        f"{shown_parts(draft.coverage_tenths, 10)} %" if draft.coverage_tenths is not None else "",
        "1 Gemeinde" if count == 1 else f"{count} Gemeinden" if count else "keine Gemeinde",
        f"Stand {day(draft.as_of)}",
    )
    return " · ".join(part for part in parts if part)


def about_session(view: SessionView, today: date) -> str:
    """What a list says beside the day of a meeting."""
    draft = view.draft
    by = draft.papers_by
    if draft.on < today:
        return f"vorbei · {draft.body}"
    papers = f"Unterlagen bis {day(by)}" if by else "Tag für die Unterlagen fehlt"
    return f"{papers} · {draft.body}"


def about_uncovered(found: Uncovered) -> str:
    """Municipalities that are in no area of a group."""
    return f"{found.doctors}: in keinem Planungsbereich {', '.join(found.names)}."


def noted(count: int, fits: int) -> str:
    """How many practices are noted, and how many more nothing speaks against."""
    more = "weitere " if count else ""
    kept = {0: "Keine Praxis", 1: "1 Praxis"}.get(count, f"{count} Praxen")
    verb = "kommt" if fits < 2 else "kommen"
    return f"{kept} vermerkt, {fits or 'keine'} {more}{verb} infrage."


def about_step(step: WayStep) -> str:
    """Where a step of the way stands."""
    if step.state is StepState.DONE:
        return f"erledigt am {day(step.done_on)}" if step.done_on else "erledigt"
    if step.state is StepState.NOT_NEEDED:
        return "nicht nötig"
    if step.due is None:
        return "ohne Tag"
    late = ", überfällig" if step.late else ""
    return f"bis {day_of(step.due)}{late}"
