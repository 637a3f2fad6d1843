"""What happened and what was refused about careers, in German. No Qt here."""

from __future__ import annotations

from collections.abc import Mapping

from app.done import Act
from app.errors import Reason

ACTS: Mapping[Act, tuple[str, ...]] = {
    Act.PROFILE_EDITED: ("Profil von {name} gespeichert.", "Profil gespeichert."),
    Act.PROFILE_REMOVED: ("Profil von {name} gelöscht.", "Profil gelöscht."),
    Act.OWN_CASE_OPENED: (
        "Eigener Fall für {name} angelegt, verbunden mit dem Fall {other}.",
        "Eigener Fall angelegt.",
    ),
    Act.CASES_TIED: ("{name} ist jetzt mit dem Fall {other} verbunden.", "Fälle verbunden."),
    Act.CASES_UNTIED: (
        "Verbindung von {name} mit dem Fall {other} gelöst. Beide Fälle bleiben.",
        "Verbindung gelöst. Beide Fälle bleiben.",
    ),
    Act.OCCUPATIONS_LOADED: (
        "{count} Berufe aus „{file}“ geladen.",
        "Klassifikation der Berufe geladen.",
    ),
    Act.OPENING_ADDED: ("Stelle „{name}“ angelegt.", "Stelle angelegt."),
    Act.OPENING_EDITED: ("Stelle „{name}“ gespeichert.", "Stelle gespeichert."),
    Act.OPENING_FILLED: ("Stelle „{name}“ ist besetzt.", "Die Stelle ist besetzt."),
    Act.OPENING_REOPENED: ("Stelle „{name}“ ist wieder offen.", "Die Stelle ist wieder offen."),
    Act.OPENING_REMOVED: ("Stelle „{name}“ gelöscht.", "Stelle gelöscht."),
    Act.INTRODUCTION_ADDED: (
        "Vorstellung von {name} bei {place} vermerkt.",
        "Vorstellung vermerkt.",
    ),
    Act.INTRODUCTION_EDITED: (
        "Stand der Vorstellung von {name} bei {place} gespeichert.",
        "Stand der Vorstellung gespeichert.",
    ),
    Act.INTRODUCTION_REMOVED: (
        "Vorstellung von {name} bei {place} gelöscht.",
        "Vorstellung gelöscht.",
    ),
}

REASONS: Mapping[Reason, tuple[str, ...]] = {
    Reason.NOT_GROWN_UP: (
        "{name} ist noch nicht volljährig. Bitte zuerst das Geburtsdatum prüfen.",
        "Das geht nur für Erwachsene. Bitte zuerst das Geburtsdatum prüfen.",
    ),
    Reason.NO_PROFILE: (
        "Für {name} gibt es noch kein Profil. Bitte zuerst Beruf und Wünsche eintragen.",
        "Es gibt noch kein Profil. Bitte zuerst Beruf und Wünsche eintragen.",
    ),
    Reason.IS_OWN_CASE: (
        "{name} ist die Fachkraft dieses Falls und hat damit schon einen eigenen.",
        "Die Fachkraft hat mit diesem Fall schon einen eigenen.",
    ),
    Reason.ALREADY_TIED: (
        (
            "{name} ist schon mit dem Fall {other} verbunden. Bitte dort weiterarbeiten oder die "
            "Verbindung lösen."
        ),
        (
            "Diese Person ist schon mit einem anderen Fall verbunden. Bitte zuerst die Verbindung "
            "lösen."
        ),
    ),
    Reason.PERSON_HAS_CASE: (
        (
            "{name} hat wohl schon einen Fall: {other}. Bitte diesen verbinden, oder doch einen "
            "neuen anlegen."
        ),
        "Diese Person hat wohl schon einen Fall. Bitte diesen verbinden.",
    ),
    Reason.PERSON_TIED: (
        (
            "{name} hat einen eigenen Fall. Bitte zuerst unter „Begleitung“, „Stellensuche“ die "
            "Verbindung lösen."
        ),
        "Diese Person hat einen eigenen Fall. Bitte zuerst die Verbindung lösen.",
    ),
    Reason.SAME_CASE: ("Das ist derselbe Fall. Bitte einen anderen wählen.",),
    Reason.NOT_THE_PROFESSIONAL: (
        "{name} ist im Fall {other} nicht die Fachkraft. Bitte den Fall wählen, in dem sie es ist.",
        "Im anderen Fall ist diese Person nicht die Fachkraft. Bitte einen anderen Fall wählen.",
    ),
    Reason.NO_SUCH_TIE: ("Diese Verbindung gibt es nicht mehr.",),
    Reason.NOT_A_CLASSIFICATION: (
        (
            "„{path}“ ist nicht die Klassifikation der Berufe: Es fehlen Zeilen mit Schlüssel und "
            "Titel. Bitte eine Tabelle mit den Spalten „kldb“ und „titel“ wählen."
        ),
        (
            "Die Spalten für Schlüssel und Titel fehlen, gefunden: {known}. Bitte eine Tabelle mit "
            "den Spalten „kldb“ und „titel“ wählen."
        ),
        (
            "Das ist nicht die Klassifikation der Berufe. Bitte eine Tabelle mit den Spalten "
            "„kldb“ und „titel“ wählen."
        ),
    ),
    Reason.NOT_A_CODE: (
        "„{typed}“ ist kein Schlüssel der KldB 2010. Er hat ein bis fünf Ziffern, z. B. 26304.",
        "Das ist kein Schlüssel der KldB 2010. Er hat ein bis fünf Ziffern, z. B. 26304.",
    ),
    Reason.NOT_WEEKLY_HOURS: (
        "Bitte ganze Stunden in der Woche von 1 bis {most} eintragen, die kleinere Zahl zuerst.",
        "Bitte ganze Stunden in der Woche eintragen, die kleinere Zahl zuerst.",
    ),
    Reason.EMPLOYER_CLOSED: (
        (
            "{name} ist archiviert oder besteht nicht mehr. Bitte einen anderen Arbeitgeber wählen "
            "oder den Eintrag unter „Anbieter“ wieder aufnehmen."
        ),
        "Dieser Arbeitgeber ist archiviert oder besteht nicht mehr. Bitte einen anderen wählen.",
    ),
    Reason.NO_SUCH_OPENING: ("Diese Stelle gibt es nicht mehr. Bitte die Liste neu ansehen.",),
    Reason.OPENING_IN_USE: (
        "Für „{name}“ wurde schon jemand vorgestellt. Bitte die Stelle als besetzt vermerken.",
        "Für diese Stelle wurde schon jemand vorgestellt. Bitte sie als besetzt vermerken.",
    ),
    Reason.OPENING_ENDED: (
        (
            "„{name}“ ist besetzt oder abgelaufen. Bitte eine andere Stelle wählen oder unter "
            "„Netzwerk“, „Stellen“ die Frist verlängern."
        ),
        "Diese Stelle ist besetzt oder abgelaufen. Bitte eine andere wählen.",
    ),
    Reason.NO_OPENING_FITS: (
        "Zu {name} passt zurzeit keine Stelle. Bitte Profil und Stellen prüfen.",
        "Zurzeit passt keine Stelle. Bitte Profil und Stellen prüfen.",
    ),
    Reason.NO_SUCH_INTRODUCTION: ("Diese Vorstellung gibt es nicht mehr.",),
    Reason.LEVEL_MISSING: (
        (
            "Bei „{typed}“ fehlt, wie gut: bitte A1 bis C2 oder Muttersprache dazuschreiben, zum "
            "Beispiel „Englisch B2“."
        ),
        "Bitte zu jeder Sprache schreiben, wie gut: A1 bis C2 oder Muttersprache.",
    ),
    Reason.INTRODUCTION_NOT_ALLOWED: (
        (
            "{name} hat nicht eingewilligt, dass Angaben an {place} gehen. Bitte zuerst unter "
            "„Kandidat*innen“ die Einwilligung vermerken: Weitergabe an den Arbeitgeber, mit "
            "diesem Namen."
        ),
        (
            "Dafür fehlt die Einwilligung, Angaben an diesen Arbeitgeber weiterzugeben. Bitte sie "
            "zuerst vermerken."
        ),
    ),
    Reason.ALREADY_INTRODUCED: (
        "Für diese Stelle läuft seit {on} schon eine Vorstellung. Bitte dort den Stand ändern.",
        "Für diese Stelle läuft schon eine Vorstellung. Bitte dort den Stand ändern.",
    ),
}
