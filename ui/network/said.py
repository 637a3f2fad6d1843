"""What happened and what was refused about network, in German. No Qt here."""

from __future__ import annotations

from collections.abc import Mapping

from app.done import Act
from app.errors import Reason

ACTS: Mapping[Act, tuple[str, ...]] = {
    Act.ACTOR_ADDED: ("„{name}“ ins Netzwerk aufgenommen.", "Akteur aufgenommen."),
    Act.ACTOR_EDITED: ("Angaben zu „{name}“ gespeichert.", "Angaben zum Akteur gespeichert."),
    Act.ACTOR_REMOVED: ("„{name}“ aus dem Netzwerk genommen.", "Akteur entfernt."),
    Act.LINK_ADDED: (
        "Verbindung zwischen „{name}“ und „{other}“ eingetragen.",
        "Verbindung eingetragen.",
    ),
    Act.LINK_EDITED: (
        "Verbindung zwischen „{name}“ und „{other}“ gespeichert.",
        "Verbindung gespeichert.",
    ),
    Act.LINK_REMOVED: (
        "Verbindung zwischen „{name}“ und „{other}“ entfernt.",
        "Verbindung entfernt.",
    ),
    Act.LINK_LED_ON: (
        "Die Verbindung besteht jetzt zwischen „{name}“ und „{other}“.",
        "Verbindung auf den Nachfolger umgestellt.",
    ),
    Act.GROUP_TOPIC_ADDED: ("Thema „{name}“ aufgenommen.", "Thema aufgenommen."),
    Act.GROUP_TOPIC_EDITED: ("Thema „{name}“ gespeichert.", "Thema gespeichert."),
    Act.GROUP_TOPIC_MOVED: ("Thema „{name}“ verschoben.", "Thema verschoben."),
    Act.GROUP_TOPIC_ARCHIVED: ("Thema „{name}“ weggelegt.", "Thema weggelegt."),
    Act.GROUP_TOPIC_RESTORED: ("Thema „{name}“ wieder aufgenommen.", "Thema wieder aufgenommen."),
    Act.GROUP_TOPICS_STARTED: ("{count} Themenfelder angelegt.", "Themenfelder angelegt."),
    Act.GROUP_ENTRY_ADDED: ("Eintrag zu „{name}“ gespeichert.", "Eintrag gespeichert."),
    Act.GROUP_ENTRY_EDITED: ("Eintrag zu „{name}“ geändert.", "Eintrag geändert."),
    Act.GROUP_ENTRY_REMOVED: ("Eintrag zu „{name}“ entfernt.", "Eintrag entfernt."),
    Act.GROUP_TASK_DONE: ("Aufgabe zu „{name}“ erledigt.", "Aufgabe erledigt."),
    Act.GROUP_TASK_REOPENED: ("Aufgabe zu „{name}“ wieder offen.", "Aufgabe wieder offen."),
    Act.MEETING_ADDED: ("Sitzung am {on} eingetragen.", "Sitzung eingetragen."),
    Act.MEETING_EDITED: ("Sitzung am {on} gespeichert.", "Sitzung gespeichert."),
    Act.MEETING_REMOVED: (
        "Sitzung am {on} entfernt. Was besprochen wurde, steht weiter bei den Themen.",
        "Sitzung entfernt. Was besprochen wurde, steht weiter bei den Themen.",
    ),
    Act.ATTENDANCE_SET: (
        "Anwesenheit der Sitzung am {on} gespeichert.",
        "Anwesenheit gespeichert.",
    ),
}

REASONS: Mapping[Reason, tuple[str, ...]] = {
    Reason.NO_SUCH_ACTOR: ("Diesen Akteur gibt es nicht mehr. Bitte die Liste neu ansehen.",),
    Reason.ACTOR_IN_USE: (
        (
            "„{name}“ steht in Protokollen der Arbeitsgruppe und lässt sich nicht entfernen. "
            "Tragen Sie unter „Bis“ den letzten Tag im Netzwerk ein."
        ),
        (
            "Dieser Akteur steht in Protokollen der Arbeitsgruppe und lässt sich nicht entfernen. "
            "Tragen Sie unter „Bis“ den letzten Tag im Netzwerk ein."
        ),
    ),
    Reason.NO_SUCH_LINK: ("Diese Verbindung gibt es nicht mehr. Bitte die Liste neu ansehen.",),
    Reason.LINK_EXISTS: (
        (
            "Zwischen „{name}“ und „{other}“ gibt es diese Verbindung schon. "
            "Ändern Sie die vorhandene oder wählen Sie eine andere Art."
        ),
        (
            "Diese Verbindung gibt es schon. Ändern Sie die vorhandene oder wählen Sie eine andere "
            "Art."
        ),
    ),
    Reason.LINK_TO_ITSELF: ("Eine Verbindung braucht zwei verschiedene Einträge.",),
    Reason.NO_SUCCESSOR: (
        (
            "Für „{name}“ ist kein Nachfolger eingetragen. Tragen Sie ihn im Verzeichnis ein oder "
            "entfernen Sie die Verbindung."
        ),
        (
            "Hier ist kein Nachfolger eingetragen. Tragen Sie ihn im Verzeichnis ein oder "
            "entfernen Sie die Verbindung."
        ),
    ),
    Reason.NO_LINKS: (
        (
            "Noch arbeitet niemand zusammen, soweit eingetragen. Tragen Sie zuerst eine Verbindung "
            "ein."
        ),
    ),
    Reason.NO_SUCH_TOPIC: ("Dieses Thema gibt es nicht mehr. Bitte die Liste neu ansehen.",),
    Reason.NO_SUCH_ENTRY: ("Diesen Eintrag gibt es nicht mehr. Bitte die Liste neu ansehen.",),
    Reason.NO_SUCH_MEETING: ("Diese Sitzung gibt es nicht mehr. Bitte die Liste neu ansehen.",),
    Reason.TOPICS_THERE: ("Alle zwölf Themenfelder sind schon angelegt.",),
    Reason.DUE_WITHOUT_TASK: (
        "Einen Tag gibt es nur bei Aufgaben. Wählen Sie „Aufgabe“ oder leeren Sie das Feld.",
    ),
    Reason.NOT_A_TASK: ("Nur Aufgaben lassen sich erledigen.",),
    Reason.NOT_AN_HOUR: ("Bitte eine Uhrzeit wie 14:30.",),
}
