"""The German words for needs. No Qt here."""

from __future__ import annotations

from collections.abc import Mapping

from app.records.needs import NeedKind, NeedOutcome, NeedState, UnmetReason

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
