"""What happened and what was refused about practices of one's own, in German. No Qt here."""

from __future__ import annotations

from collections.abc import Mapping

from app.done import Act
from app.errors import Reason

ACTS: Mapping[Act, tuple[str, ...]] = {
    Act.PRACTICE_ADDED: ("Praxis „{name}“ aufgenommen.", "Praxis aufgenommen."),
    Act.PRACTICE_EDITED: ("Praxis „{name}“ gespeichert.", "Praxis gespeichert."),
    Act.PRACTICE_ARCHIVED: (
        "„{name}“ wird nicht mehr vorgeschlagen.",
        "Die Praxis wird nicht mehr vorgeschlagen.",
    ),
    Act.PRACTICE_RESTORED: (
        "„{name}“ wird wieder vorgeschlagen.",
        "Die Praxis wird wieder vorgeschlagen.",
    ),
    Act.PRACTICE_NOTED: ("{name}, „{other}“: {practice}.", "Stand zu einer Praxis vermerkt."),
    Act.PRACTICE_FORGOTTEN: (
        "Vermerk zu einer Praxis von {name} gelöscht.",
        "Vermerk zu einer Praxis gelöscht.",
    ),
    Act.PLANNING_AREA_ADDED: (
        "Planungsbereich „{name}“ aufgenommen.",
        "Planungsbereich aufgenommen.",
    ),
    Act.PLANNING_AREA_EDITED: (
        "Planungsbereich „{name}“ gespeichert.",
        "Planungsbereich gespeichert.",
    ),
    Act.PLANNING_AREA_REMOVED: (
        "Planungsbereich „{name}“ gelöscht.",
        "Planungsbereich gelöscht.",
    ),
    Act.COMMITTEE_DATE_ADDED: (
        "Sitzung am {on} eingetragen: {name}.",
        "Sitzung eingetragen.",
    ),
    Act.COMMITTEE_DATE_EDITED: (
        "Sitzung am {on} gespeichert: {name}.",
        "Sitzung gespeichert.",
    ),
    Act.COMMITTEE_DATE_REMOVED: ("Sitzung am {on} gelöscht: {name}.", "Sitzung gelöscht."),
}

REASONS: Mapping[Reason, tuple[str, ...]] = {
    Reason.NO_SUCH_PRACTICE: ("Diese Praxis gibt es nicht mehr. Bitte die Liste neu ansehen.",),
    Reason.PRACTICE_TWICE: (
        (
            "„{other}“ steht in diesem Ort schon in der Liste. Bitte dort ändern, oder der neuen "
            "Praxis einen anderen Namen geben."
        ),
        "Diese Praxis steht schon in der Liste.",
    ),
    Reason.NO_OWN_PRACTICE: (
        (
            "Für niemanden in der Familie ist eine eigene Praxis vermerkt, zu der es hier Schritte "
            "oder Praxen gibt. Bitte zuerst in „Eigene Praxis“ vermerken, wer eine will, und den "
            "Beruf prüfen."
        ),
    ),
    Reason.NO_SUCH_AREA: (
        "Diesen Planungsbereich gibt es nicht mehr. Bitte die Liste neu ansehen.",
    ),
    Reason.AREA_TWICE: (
        "„{other}“ gibt es für diese Ärzt*innen schon. Bitte dort ändern.",
        "Diesen Planungsbereich gibt es schon.",
    ),
    Reason.TWO_AREAS: (
        (
            "{place} gehört für diese Ärzt*innen schon zu „{other}“. Eine Gemeinde liegt nur in "
            "einem Planungsbereich: bitte dort herausnehmen oder hier weglassen."
        ),
        "Eine der Gemeinden gehört schon zu einem anderen Planungsbereich.",
    ),
    Reason.NO_SUCH_SESSION: ("Diese Sitzung gibt es nicht mehr. Bitte die Liste neu ansehen.",),
    Reason.SESSION_TWICE: (
        "Diese Sitzung am {on} ist schon eingetragen.",
        "Diese Sitzung ist schon eingetragen.",
    ),
}
