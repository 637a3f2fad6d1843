"""What is said of schools. No Qt here."""

from __future__ import annotations

from collections.abc import Mapping

from app.done import Act
from app.errors import Reason

ACTS: Mapping[Act, tuple[str, ...]] = {
    Act.SCHOOL_DESCRIBED: ("Angaben zu „{name}“ gespeichert.", "Angaben zur Schule gespeichert."),
    Act.SCHOOL_CHOSEN: ("{name}, „{other}“: {school}.", "Schule vermerkt."),
    Act.SCHOOL_FORGOTTEN: (
        "Vermerk zur Schule von {name} gelöscht.",
        "Vermerk zur Schule gelöscht.",
    ),
}

REASONS: Mapping[Reason, tuple[str, ...]] = {
    Reason.NOT_A_SCHOOL: (
        (
            "Dieser Eintrag ist im Verzeichnis keine Schule und kein Ganztag. Bitte dort die Art "
            "ändern."
        ),
    ),
    Reason.NOT_A_CHILD: ("Eine Schule wird nur für ein Kind vermerkt.",),
    Reason.SECOND_SCHOOL: (
        (
            "Das Kind hat schon einen Platz bei „{other}“. Bitte dort zuerst „abgelehnt“ "
            "vermerken oder den Vermerk löschen."
        ),
        "Das Kind hat schon einen Platz an einer anderen Schule.",
    ),
    Reason.NO_SUCH_SCHOOL_CHOICE: ("Diesen Vermerk gibt es nicht mehr.",),
    Reason.NO_SCHOOLS: (
        (
            "Für kein Kind ist eine Kita oder Schule vermerkt, und keine passt sicher. Bitte "
            "Schulen vermerken oder ihre Angaben ergänzen."
        ),
    ),
}
