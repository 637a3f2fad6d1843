"""German words of schools: states, ways, why one fits. No Qt here."""

from __future__ import annotations

from collections.abc import Mapping

from app.records.care import CareState
from app.records.schools import (
    SURE,
    CareStanding,
    ChildSchools,
    SchoolBoard,
    SchoolChoice,
    SchoolCover,
    SchoolRefusal,
    SchoolTask,
    SchoolView,
    WaysFrom,
)
from app.rules.childhood import school_year
from app.rules.cover import CareKind
from app.rules.school_matching import Criterion, Match
from app.rules.terms import Answer
from ui.amounts import kilometres
from ui.widgets import school_words

REFUSALS: Mapping[SchoolRefusal, str] = {
    SchoolRefusal.NONE: "Grund wählen",
    SchoolRefusal.NO_PLACE: "kein Platz",
    SchoolRefusal.DISTRICT: "anderer Schulbezirk",
    SchoolRefusal.NO_ALL_DAY: "kein Ganztag",
    SchoolRefusal.NO_GERMAN: "keine Deutschförderung",
    SchoolRefusal.TOO_FAR: "zu weit",
    SchoolRefusal.OTHER_SCHOOL: "andere Schule gewählt",
    SchoolRefusal.OTHER: "anderer Grund",
}
CARE_STATES: Mapping[CareState, str] = {
    CareState.PROPOSED: "vorgeschlagen",
    CareState.WANTED: "gewünscht",
    CareState.PROMISED: "Platz zugesagt",
    CareState.DECLINED: "abgelehnt",
}
KINDS: Mapping[CareKind, str] = {
    CareKind.KITA: "Kita",
    CareKind.SCHOOL: "Schule",
    CareKind.ALL_DAY: "Ganztag",
    CareKind.CHILDMINDING: "Kindertagespflege",
    CareKind.ELDER_CARE: "Altenbetreuung",
}
FITS: Mapping[Answer, str] = {
    Answer.YES: "passt",
    Answer.UNCLEAR: "unklar",
    Answer.NO: "passt nicht",
}
CRITERIA: Mapping[Criterion, Mapping[Answer, str]] = {
    Criterion.CLASSES: {
        Answer.YES: "hat die Klasse",
        Answer.NO: "hat die Klasse nicht",
        Answer.UNCLEAR: "Klasse nicht bekannt",
    },
    Criterion.DISTRICT: {
        Answer.YES: "nimmt Kinder vom Wohnort",
        Answer.NO: "anderer Schulbezirk (§\u00a063\u00a0NSchG, bitte bei der Gemeinde prüfen)",
        Answer.UNCLEAR: "Schulbezirk bei der Gemeinde erfragen (§\u00a063\u00a0NSchG, zu prüfen)",
    },
    Criterion.ALL_DAY: {
        Answer.YES: "Ganztag",
        Answer.NO: "kein Ganztag",
        Answer.UNCLEAR: "Ganztag nicht bekannt",
    },
    Criterion.ALL_DAY_PLACE: {
        Answer.YES: "Ganztagsplatz frei",
        Answer.NO: "zurzeit kein Ganztagsplatz frei",
        Answer.UNCLEAR: "freie Ganztagsplätze erfragen",
    },
    Criterion.HOLIDAY_CARE: {
        Answer.YES: "Betreuung in den Ferien",
        Answer.NO: "keine Betreuung in den Ferien",
        Answer.UNCLEAR: "Ferienbetreuung erfragen",
    },
    Criterion.GERMAN_CLASS: {
        Answer.YES: "Sprachlernklasse oder Deutschförderung",
        Answer.NO: "keine Sprachlernklasse",
        Answer.UNCLEAR: "Sprachlernklasse erfragen",
    },
    Criterion.LANGUAGE: {Answer.YES: "unterrichtet eine Sprache der Familie"},
    Criterion.ACCESSIBLE: {
        Answer.YES: "barrierefrei",
        Answer.NO: "nicht barrierefrei",
        Answer.UNCLEAR: "Barrierefreiheit erfragen",
    },
}


def head(child: ChildSchools) -> str:
    """Kavya, 7 Jahre, Klasse 2 (Schuljahr 2026/27)."""
    parts = [child.name]
    if child.age is not None:
        parts.append("1 Jahr" if child.age == 1 else f"{child.age} Jahre")
    if child.school_class is not None:
        parts.append(f"Klasse {child.school_class} (Schuljahr {year(child)})")
    elif child.at_school is False:
        parts.append("noch nicht in der Schule")
    elif child.at_school is None:
        parts.append("ob in der Schule, ist nicht bekannt")
    else:
        parts.append("Klasse nicht bekannt")
    return ", ".join(parts)


def year(child: ChildSchools) -> str:
    """The school year of the day the family needs it: 2026/27."""
    first = school_year(child.on)
    return f"{first}/{(first + 1) % 100:02d}"


def right(child: ChildSchools) -> str:
    """Whether it has the right to all-day care, blank for a child that is not at school then."""
    if child.at_school is False and child.school_class is None:
        return ""
    law = "§\u00a024 Abs.\u00a04 SGB\u00a0VIII, Stand November 2026"
    match child.all_day_right:
        case Answer.YES:
            return (
                f"Anspruch auf acht Stunden Ganztag an Werktagen im Schuljahr {year(child)} "
                f"({law})."
            )
        case Answer.NO:
            return (
                f"Kein Rechtsanspruch auf Ganztag: Er gilt seit 2026/27 für Klasse 1 und wächst "
                f"jedes Jahr um eine Klasse ({law})."
            )
        case _:
            return f"Ob ein Rechtsanspruch auf Ganztag besteht, hängt von der Klasse ab ({law})."


def task(told: SchoolTask) -> str:
    """A step with its day."""
    if told.is_done:
        return f"{told.title}: erledigt"
    return f"{told.title}: {'bis ' + f'{told.due:%d.%m.%Y}' if told.due else 'ohne Tag'}"


def standing(told: CareStanding) -> str:
    """What the care board says of a place, and how far it is."""
    since = f" ab {told.since:%d.%m.%Y}" if told.since else ""
    state = f"{told.name} ({KINDS[told.kind]}): {CARE_STATES[told.state]}{since}"
    return " · ".join(part for part in (state, way(told)) if part)


def about(school: SchoolView) -> str:
    """What a school is and where, in one line."""
    profile = school.profile
    parts = [school.town, way(school)]
    if profile is None:
        parts.append("Angaben zur Schule fehlen")
        return " · ".join(part for part in parts if part)
    parts = [school_words.kind(profile), *parts, *school_words.facts(profile)]
    return " · ".join(part for part in parts if part)


def way(school: SchoolView | CareStanding) -> str:
    """How far a place is: by car; as the crow flies where it is next door or nobody knows the
    minutes."""
    there = school.way
    ferry = "nur mit der Fähre" if there is not None and there.ferry else ""
    straight = f"{kilometres(school.km)} Luftlinie" if school.km is not None else ""
    if there is None or there.minutes is None:
        return " · ".join(part for part in (ferry, straight) if part)
    if there.estimated and there.minutes == 1 and straight:
        return straight  # next door
    about = " (geschätzt)" if there.estimated else ""
    by_ferry = ", mit Fähre" if there.ferry else ""
    minutes = "1 Minute" if there.minutes == 1 else f"{there.minutes} Minuten"
    return f"{minutes} mit dem Auto{about}{by_ferry}"


def starts(board: SchoolBoard) -> str:
    """Where the ways begin while the family has no home here yet; blank once it has."""
    match board.starts:
        case WaysFrom.PROMISED:
            return f"Wege gelten von der zugesagten Wohnung in {board.start} aus."
        case WaysFrom.WISH:
            return f"Wege gelten von {board.start} aus, wo die Familie eine Wohnung sucht."
        case _:
            return ""


def reasons(match: Match) -> str:
    """Every criterion: what is met, what is not, what has to be asked; what is not goes first
    where the school does not suit."""
    said: dict[Answer, list[str]] = {answer: [] for answer in Answer}
    for each in match.weighed:
        said[each.answer].append(CRITERIA[each.criterion][each.answer])
    met, missed = ", ".join(said[Answer.YES]), ", ".join(said[Answer.NO])
    if match.fits is Answer.NO:
        first = (missed, f"hat aber: {met}" if met else "")
    else:
        first = (met, f"aber: {missed}" if missed else "")
    parts = (
        *first,
        f"zu klären: {', '.join(said[Answer.UNCLEAR])}" if said[Answer.UNCLEAR] else "",
    )
    return " · ".join(part for part in parts if part)


def cover(told: SchoolCover | None, school: SchoolView) -> str:
    """What stays open of the parents' duties with lessons and all-day hours."""
    if told is None:
        return ""
    if told.lessons is None:
        return f"Zeiten unbekannt: Je Woche bleiben {hours(told.before)} offen."
    if told.all_day is None:
        with_ = "diesem Angebot" if school.is_all_day else "dem Unterricht"
        return f"Mit {with_} bleiben je Woche {hours(told.lessons)} offen."
    return (
        f"Mit dem Unterricht bleiben je Woche {hours(told.lessons)} offen, mit dem Ganztagsplatz "
        f"{hours(told.all_day)}."
    )


def hours(minutes: int) -> str:
    """3,5 h; 0 h."""
    return f"{minutes / 60:.1f} h".replace(".", ",").replace(",0 h", " h")


def noted(choice: SchoolChoice, child: ChildSchools) -> str:
    """When a choice was noted, from when it holds and what came of it; that the care board is
    farther than what is noted."""
    draft = choice.draft
    parts = [f"vermerkt am {choice.noted_on:%d.%m.%Y}"]
    if draft.reason is not SchoolRefusal.NONE:
        parts.append(REFUSALS[draft.reason])
    if draft.because:
        parts.append(draft.because)
    if draft.state not in SURE and choice.school.provider in child.promised:
        parts.append("in der Betreuung ist der Platz schon zugesagt")
    return " · ".join(parts)
