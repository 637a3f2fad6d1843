"""German words about mentors, mentorships, occasions and invitations. No Qt: the terminal speaks
with the same words."""

from __future__ import annotations

from collections.abc import Mapping

from app.content.languages import language_name
from app.records.mentors import (
    MentorshipState,
    MentorshipView,
    MentorStanding,
    MentorView,
    Proposal,
    Proposals,
)
from app.records.occasions import (
    InvitationState,
    OccasionDraft,
    OccasionHint,
    OccasionKind,
    OccasionView,
)
from app.rules.mentoring import Bar, Ground, Told
from app.rules.rosters import ShiftKind
from ui.rosters.words import SHIFT_KINDS, clock
from ui.widgets.fact_values import PROFESSIONS
from ui.words import CHANNELS

MENTORSHIPS: Mapping[MentorshipState, str] = {
    MentorshipState.PROPOSED: "vorgemerkt",
    MentorshipState.ASKED: "angefragt",
    MentorshipState.AGREED: "vereinbart",
    MentorshipState.DECLINED: "abgesagt",
    MentorshipState.ENDED: "beendet",
}
STANDINGS: Mapping[MentorStanding, str] = {
    MentorStanding.FREE: "frei",
    MentorStanding.FULL: "kein Platz frei",
    MentorStanding.NOT_YET: "noch nicht dabei",
    MentorStanding.LEFT: "nicht mehr dabei",
    MentorStanding.SITE_CLOSED: "Standort geschlossen",
}
BARS: Mapping[Bar, str] = {
    Bar.ELSEWHERE: "anderer Arbeitgeber",
    Bar.NOT_YET: "am ersten Arbeitstag noch nicht dabei",
    Bar.LEFT: "am ersten Arbeitstag nicht mehr dabei",
    Bar.FULL: "kein Platz frei",
}
GROUNDS: Mapping[Ground, str] = {
    Ground.FAMILY_LANGUAGE: "spricht die Sprache der Familie: {about}",
    Ground.LANGUAGE: "gemeinsame Sprache: {about}",
    Ground.PROFESSION: "gleicher Beruf: {about}",
    Ground.WARD: "arbeitet am selben Ort: {about}",
    Ground.SHIFTS: "gleiche Dienste: {about}",
    Ground.INTERESTS: "mag auch: {about}",
    Ground.NO_LANGUAGE: "keine gemeinsame Sprache",
    Ground.OTHER_SHIFTS: "andere Dienste",
    Ground.NIGHTS_ONLY: "arbeitet nur nachts",
}
OCCASIONS: Mapping[OccasionKind, str] = {
    OccasionKind.WARD_PARTY: "Feier auf der Station",
    OccasionKind.DEPARTMENT_PARTY: "Feier in der Abteilung",
    OccasionKind.NEWCOMERS: "Treffen für Neue",
    OccasionKind.REGIONAL_ACTION: "Aktion in der Region",
    OccasionKind.OPEN_DAY: "Tag der offenen Tür",
    OccasionKind.TOUR: "Führung",
    OccasionKind.OTHER: "anderer Anlass",
}
INVITATIONS: Mapping[InvitationState, str] = {
    InvitationState.PLANNED: "vorgemerkt",
    InvitationState.INVITED: "eingeladen",
    InvitationState.ACCEPTED: "zugesagt",
    InvitationState.DECLINED: "abgesagt",
    InvitationState.ATTENDED: "war da",
    InvitationState.MISSED: "kam nicht",
}
HINTS: Mapping[OccasionHint, str] = {
    OccasionHint.PUBLIC_HOLIDAY: "Der Tag ist ein Feiertag.",
    OccasionHint.SCHOOL_HOLIDAY: "Der Tag liegt in den Schulferien.",
    OccasionHint.PAST: "Der Tag ist vorbei.",
    OccasionHint.VERY_LONG: "Das Ende liegt am nächsten Tag, mehr als zwölf Stunden später.",
    OccasionHint.HOST_CLOSED: "Wer einlädt, hat an diesem Tag laut Verzeichnis geschlossen.",
    OccasionHint.TOO_MANY: "Es haben mehr zugesagt, als Platz ist.",
    OccasionHint.ANSWERS_DUE: "Der Tag für Antworten ist vorbei, einige fehlen noch.",
}


def reason(told: Told) -> str:
    """One reason with its weight: "gleicher Beruf: Pflege (+3)"."""
    said = GROUNDS[told.ground].format(about=", ".join(_about(told)))
    return f"{said} ({told.weight:+d})".replace("-", "−")


def reasons(proposal: Proposal) -> tuple[str, ...]:
    """What rules a mentor out, then every reason with its weight."""
    barred = (BARS[bar] for bar in proposal.fit.bars)
    return (*barred, *map(reason, proposal.fit.reasons))


def load(mentor: MentorView) -> str:
    """How many families a mentor has of how many: "1 von 2"."""
    return f"{mentor.load} von {mentor.draft.capacity}"


def shift(kind: ShiftKind) -> str:
    """A kind of shift without the word that all have: "Früh"."""
    return SHIFT_KINDS[kind].removesuffix("dienst")


def proposal_line(proposal: Proposal) -> str:
    """A mentor for a case as the terminal tells them."""
    mentor = proposal.mentor
    state = f", {MENTORSHIPS[proposal.state]}" if proposal.state else ""
    said = "; ".join(reasons(proposal)) or "nichts bekannt"
    return f"{mentor.name} ({load(mentor)}{state}): {said}"


def closed(found: Proposals) -> str:
    """That the employer's site will not be there, and who takes its place; "" where it is."""
    if found.closed_on is None and not found.successor:
        return ""
    on = f" am {found.closed_on:%d.%m.%Y}" if found.closed_on else ""
    then = f" Nachfolger ist „{found.successor}“; dessen Pat*innen stehen mit in der Liste."
    return f"„{found.employer}“ schließt{on}.{then if found.successor else ''}"


def contact(view: MentorshipView) -> str:
    """How both keep in touch, as it is noted."""
    if view.channel is None:
        return "Kontaktweg nicht vermerkt"
    group = f", Gruppe „{view.group_name}“" if view.group_name else ""
    return f"{CHANNELS[view.channel]}{group}"


def when(draft: OccasionDraft) -> str:
    """The day and the hours: 04.12.2026, 16:00–18:00."""
    day = f"{draft.on:%d.%m.%Y}"
    if draft.start is None:
        return day
    end = f"–{clock(draft.finish)}" if draft.finish is not None else ""
    return f"{day}, {clock(draft.start)}{end}"


def counts(view: OccasionView) -> str:
    """How many families come, of how many places: "3 zugesagt, 2 offen, 12 Plätze"."""
    coming = view.count(InvitationState.ACCEPTED, InvitationState.ATTENDED)
    waiting = view.count(InvitationState.INVITED)
    parts = [f"{coming} zugesagt"]
    parts += [f"{waiting} offen"] if waiting else []
    if view.draft.places is not None:
        parts.append("1 Platz" if view.draft.places == 1 else f"{view.draft.places} Plätze")
    return ", ".join(parts)


def hints(view: OccasionView) -> tuple[str, ...]:
    """What to think of, the holiday with its name."""
    named = f"Der Tag ist ein Feiertag: {view.holiday}."
    return tuple(
        named if hint is OccasionHint.PUBLIC_HOLIDAY and view.holiday else HINTS[hint]
        for hint in view.hints
    )


def _about(told: Told) -> tuple[str, ...]:
    match told.ground:
        case Ground.FAMILY_LANGUAGE | Ground.LANGUAGE:
            return tuple(language_name(tag) for tag in told.about)
        case Ground.PROFESSION:
            return tuple(PROFESSIONS.get(code, code) for code in told.about)
        case Ground.SHIFTS:
            return tuple(shift(ShiftKind(code)) for code in told.about)
        case _:
            return told.about
