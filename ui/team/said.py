"""What happened and what was refused about the team, in German. No Qt here."""

from __future__ import annotations

from collections.abc import Mapping

from app.done import Act
from app.errors import Reason

ACTS: Mapping[Act, tuple[str, ...]] = {
    Act.SERVICE_POINT_ADDED: ("Servicestelle „{name}“ aufgenommen.", "Servicestelle aufgenommen."),
    Act.SERVICE_POINT_ARCHIVED: ("Servicestelle „{name}“ archiviert.", "Servicestelle archiviert."),
    Act.SERVICE_POINT_RESTORED: (
        "Servicestelle „{name}“ wieder in Gebrauch.",
        "Servicestelle wieder in Gebrauch.",
    ),
    Act.ABSENCE_ADDED: (
        "{name} ist vom {on} bis {until} nicht da. Es vertritt {other}.",
        "{name} ist vom {on} bis {until} nicht da. Noch vertritt niemand.",
        "Abwesenheit eingetragen.",
    ),
    Act.ABSENCE_EDITED: (
        "{name} ist vom {on} bis {until} nicht da. Es vertritt {other}.",
        "{name} ist vom {on} bis {until} nicht da. Noch vertritt niemand.",
        "Abwesenheit geändert.",
    ),
    Act.ABSENCE_REMOVED: ("Abwesenheit von {name} gelöscht.", "Abwesenheit gelöscht."),
    Act.CASES_HANDED_OVER: (
        "Von {name} übergeben: {count}. Ansprechperson ist jetzt {other}.",
        "Zugeteilt: {count}. Ansprechperson ist jetzt {other}.",
        "Fälle übergeben.",
    ),
}

REASONS: Mapping[Reason, tuple[str, ...]] = {
    Reason.NO_SUCH_SERVICE_POINT: ("Diese Servicestelle gibt es nicht mehr.",),
    Reason.NO_SUCH_ABSENCE: ("Diese Abwesenheit gibt es nicht mehr.",),
    Reason.ADVISOR_HAS_CASES: (
        "Noch offene Fälle: {count}. Bitte erst unter „Auslastung“ übergeben.",
        "Es sind noch Fälle offen. Bitte erst unter „Auslastung“ übergeben.",
    ),
    Reason.ADVISOR_LEFT: (
        "{name} arbeitet nicht mehr hier. Bitte jemand anderen wählen.",
        "Diese Person arbeitet nicht mehr hier. Bitte jemand anderen wählen.",
    ),
    Reason.SERVICE_POINT_IN_USE: (
        (
            "Hier arbeiten noch Berater*innen ({advisors}), oder es laufen Fälle ({cases}). Bitte "
            "erst die Berater*innen einer anderen Servicestelle zuordnen und Fälle übergeben."
        ),
        "Hier arbeiten noch Berater*innen. Bitte erst einer anderen Servicestelle zuordnen.",
    ),
    Reason.SERVICE_POINT_ARCHIVED: (
        "„{name}“ ist archiviert. Bitte erst zurückholen oder eine andere wählen.",
        "Diese Servicestelle ist archiviert. Bitte erst zurückholen oder eine andere wählen.",
    ),
    Reason.LAST_SERVICE_POINT: (
        "Das ist die einzige Servicestelle. Bitte erst eine andere anlegen.",
    ),
    Reason.DEPUTY_OF_ONESELF: (
        "{name} kann sich nicht selbst vertreten. Bitte jemand anderen wählen.",
        "Niemand kann sich selbst vertreten. Bitte jemand anderen wählen.",
    ),
    Reason.DEPUTY_LEFT: (
        "{name} arbeitet nicht mehr hier. Bitte eine andere Vertretung wählen.",
        "Diese Vertretung arbeitet nicht mehr hier. Bitte jemand anderen wählen.",
    ),
    Reason.DEPUTY_AWAY: (
        (
            "{name} ist vom {on} bis {until} selbst nicht da. Bitte jemand anderen wählen oder die "
            "Abwesenheit in zwei Teilen eintragen."
        ),
        "Die Vertretung ist selbst nicht da. Bitte jemand anderen wählen.",
    ),
    Reason.DEPUTIES_IN_CIRCLE: (
        (
            "Die Vertretung führt im Kreis: {name} ist vom {on} bis {until} nicht da und würde "
            "wieder von hier vertreten. Bitte jemanden wählen, der in dieser Zeit da ist."
        ),
        "Die Vertretung führt im Kreis. Bitte jemanden wählen, der in dieser Zeit da ist.",
    ),
    Reason.DEPUTY_ELSEWHERE: (
        (
            "In dieser Zeit ist die Vertretung von {name} zugesagt ({on} bis {until}). Bitte dort "
            "erst jemand anderen eintragen."
        ),
        "In dieser Zeit ist eine Vertretung zugesagt. Bitte dort erst jemand anderen eintragen.",
    ),
    Reason.ABSENCES_OVERLAP: (
        (
            "{name} ist vom {on} bis {until} schon als abwesend eingetragen. Bitte diese "
            "Abwesenheit ändern oder andere Tage wählen."
        ),
        "In dieser Zeit ist schon eine Abwesenheit eingetragen. Bitte diese ändern.",
    ),
    Reason.SAME_ADVISOR: (
        "Die Fälle sind schon bei {name}. Bitte jemand anderen wählen.",
        "Die Fälle sind schon bei dieser Person. Bitte jemand anderen wählen.",
    ),
    Reason.NOTHING_TO_HAND_OVER: (
        "{name} hat keine offenen Fälle.",
        "Es gibt keine Fälle zu übergeben.",
    ),
    Reason.NOBODY_TO_TAKE_OVER: (
        "Es ist niemand da, der die Fälle übernehmen kann. Bitte erst eine Berater*in anlegen.",
    ),
}
