"""What happened and what was refused about visits, in German. No Qt here."""

from __future__ import annotations

from collections.abc import Mapping

from app.done import Act
from app.errors import Reason

ACTS: Mapping[Act, tuple[str, ...]] = {
    Act.VISIT_MADE: ("Besuch von {name} angelegt.", "Besuch angelegt."),
    Act.VISIT_EDITED: ("Besuch von {name} geändert.", "Besuch geändert."),
    Act.VISIT_REMOVED: ("Besuch von {name} entfernt.", "Besuch entfernt."),
    Act.VISIT_STOP_ADDED: ("Programmpunkt „{where}“ aufgenommen.", "Programmpunkt aufgenommen."),
    Act.VISIT_STOP_EDITED: ("Programmpunkt „{where}“ geändert.", "Programmpunkt geändert."),
    Act.VISIT_STOP_REMOVED: ("Programmpunkt „{where}“ entfernt.", "Programmpunkt entfernt."),
    Act.VISIT_STOP_PINNED: (
        "Programmpunkt „{where}“ auf eine Zeit festgelegt.",
        "Programmpunkt auf eine Zeit festgelegt.",
    ),
    Act.VISIT_STOP_UNPINNED: (
        "Programmpunkt „{where}“ darf beim Planen wieder wandern.",
        "Programmpunkt darf beim Planen wieder wandern.",
    ),
    Act.VISIT_STOP_CONFIRMED: (
        "Programmpunkt „{where}“ als bestätigt vermerkt.",
        "Programmpunkt als bestätigt vermerkt.",
    ),
    Act.VISIT_STOP_UNCONFIRMED: (
        "Programmpunkt „{where}“ ist wieder unbestätigt.",
        "Programmpunkt ist wieder unbestätigt.",
    ),
    Act.VISIT_PLANNED: (
        "Plan für den Besuch von {name} übernommen.",
        "Plan für den Besuch übernommen.",
    ),
    Act.VISIT_EXPORTED: (
        "Kalenderdatei zum Besuch von {name} gespeichert.",
        "Kalenderdatei zum Besuch gespeichert.",
    ),
    Act.FILM_ADDED: ("„{name}“ aufgenommen.", "Film oder Seite aufgenommen."),
    Act.FILM_EDITED: ("„{name}“ geändert.", "Film oder Seite geändert."),
    Act.FILM_ARCHIVED: ("„{name}“ wird nicht mehr gedruckt.", "Film oder Seite archiviert."),
    Act.FILM_RESTORED: ("„{name}“ wird wieder gedruckt.", "Film oder Seite zurückgeholt."),
    Act.SAILING_ADDED: ("Fähre {name} aufgenommen.", "Fähre aufgenommen."),
    Act.SAILING_EDITED: ("Fähre {name} geändert.", "Fähre geändert."),
    Act.SAILING_REMOVED: ("Fähre {name} entfernt.", "Fähre entfernt."),
}

REASONS: Mapping[Reason, tuple[str, ...]] = {
    Reason.NO_SUCH_VISIT: ("Diesen Besuch gibt es nicht mehr.",),
    Reason.NO_SUCH_VISIT_STOP: ("Diesen Programmpunkt gibt es nicht mehr.",),
    Reason.VISIT_OVERLAPS: (
        (
            "In diesen Tagen liegt schon ein Besuch ({other}). Bitte andere Tage wählen oder jenen "
            "Besuch ändern."
        ),
        "In diesen Tagen liegt schon ein Besuch. Bitte andere Tage wählen.",
    ),
    Reason.VISIT_TOO_LONG: (
        "Ein Besuch dauert hier höchstens {most} Tage. Bitte den letzten Tag prüfen.",
        "Der Besuch ist zu lang. Bitte den letzten Tag prüfen.",
    ),
    Reason.DAY_TOO_SHORT: ("Der Tag muss später enden, als er beginnt.",),
    Reason.STOP_OUTSIDE_VISIT: (
        "Der {on} gehört nicht zum Besuch. Bitte einen Tag des Besuchs wählen.",
        "Dieser Tag gehört nicht zum Besuch. Bitte einen Tag des Besuchs wählen.",
    ),
    Reason.NOT_A_TIME: ("Das ist keine Uhrzeit an diesem Tag. Beispiel: 9:30.",),
    Reason.NOT_STOP_MINUTES: ("Bitte eine Dauer von 5 bis 1440 Minuten eintragen.",),
    Reason.NOTHING_TO_PLAN: ("Dieser Besuch hat noch keinen Programmpunkt. Bitte einen anlegen.",),
    Reason.NOTHING_PLANNED: (
        "Noch hat kein Programmpunkt eine Zeit. Bitte zuerst „Plan vorschlagen“ wählen.",
    ),
    Reason.STOP_NOT_PINNED: ("Dieser Programmpunkt liegt auf keiner festen Zeit.",),
    Reason.NO_SUCH_FILM: ("Diesen Film oder diese Seite gibt es nicht mehr.",),
    Reason.NO_SUCH_SAILING: ("Diese Fähre gibt es nicht mehr.",),
    Reason.NOT_SAILING_DAYS: (
        (
            "Diese Tage sind nicht zu verstehen. Beispiele: „Mo-Fr“, „Sa, So“, „Mo-Sa, nicht an "
            "Feiertagen“; leer heißt täglich."
        ),
    ),
    Reason.NOT_A_WEBSITE: (
        "Das ist keine Internetadresse. Beispiel: https://www.example.org/film.",
    ),
}
