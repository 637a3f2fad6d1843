"""German words for where a child stands with a school. No Qt here: sentences say them too."""

from __future__ import annotations

from collections.abc import Mapping

from app.records.schools import SchoolState

STATES: Mapping[SchoolState, str] = {
    SchoolState.CONSIDERED: "kommt infrage",
    SchoolState.CONTACTED: "angefragt",
    SchoolState.VISITED: "angesehen",
    SchoolState.REGISTERED: "angemeldet",
    SchoolState.ACCEPTED: "Platz zugesagt",
    SchoolState.ATTENDING: "geht hin",
    SchoolState.REFUSED: "Schule lehnt ab",
    SchoolState.DECLINED: "Familie lehnt ab",
}
