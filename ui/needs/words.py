"""The German words for needs. No Qt here."""

from __future__ import annotations

from collections.abc import Mapping

from app.records.needs import NeedEarly, NeedKind, NeedOutcome, NeedState, NeedView, UnmetReason

KINDS: Mapping[NeedKind, str] = {
    NeedKind.HOME: "Wohnung",
    NeedKind.CHILDCARE: "Kinderbetreuung",
    NeedKind.SCHOOL: "Schule",
    NeedKind.JOB: "Stelle",
    NeedKind.TRAINING: "Weiterbildung",
    NeedKind.ELDER_CARE: "Betreuung Älterer",
    NeedKind.FUNDING: "Förderung",
    NeedKind.RECOGNITION: "Anerkennung",
    NeedKind.PRACTICE: "Eigene Praxis",
    NeedKind.MOVE: "Umzug",
    NeedKind.OTHER: "Anderes",
}
STATES: Mapping[NeedState, str] = {
    NeedState.OPEN: "offen",
    NeedState.MET: "erfüllt",
    NeedState.UNMET: "nicht erfüllt",
    NeedState.DROPPED: "entfallen",
}
EARLY: Mapping[NeedEarly, str] = {
    NeedEarly.RECORD: "vor dem ersten Eintrag",
    NeedEarly.CASE: "vor der Aufnahme des Falls",
}
REASONS: Mapping[UnmetReason, str] = {
    UnmetReason.NO_OFFER: "kein Angebot",
    UnmetReason.TOO_EXPENSIVE: "zu teuer",
    UnmetReason.TOO_FAR: "zu weit weg",
    UnmetReason.TOO_LATE: "zu spät frei",
    UnmetReason.HOURS: "Zeiten passten nicht",
    UnmetReason.WAITING_LIST: "Warteliste",
    UnmetReason.NOT_ELIGIBLE: "Voraussetzung fehlte",
    UnmetReason.LANGUAGE: "Sprache",
    UnmetReason.REFUSED: "abgelehnt",
    UnmetReason.OTHER: "anderer Grund",
}
OUTCOMES: Mapping[NeedOutcome, str] = {
    NeedOutcome.FOUND_THEMSELVES: "selbst gefunden",
    NeedOutcome.NEIGHBOURING_PLACE: "Angebot im Nachbarort",
    NeedOutcome.EMPLOYER_HELPED: "Arbeitgeber half",
    NeedOutcome.RELATIVES: "Angehörige halfen",
    NeedOutcome.STAYED_WITHOUT: "ohne geblieben",
    NeedOutcome.DID_NOT_COME: "nicht gekommen",
    NeedOutcome.LEFT: "weggezogen",
}


def advice(view: NeedView) -> str:
    """What is odd about a need, with the way out; blank where nothing is."""
    if view.early is None or view.began_on is None:
        return ""
    return f"Geklärt {EARLY[view.early]} ({view.began_on:%d.%m.%Y}). Bitte den Tag prüfen."
