"""The German sentence for everything that happened, was refused or went wrong. No Qt here.

Sentences with facts come in several forms, the fullest first; the first whose facts are all
there is used. Facts are `name` (case, person, provider, filter …), `step`, `document`, `on`
(a date as text), `stage`, `until`, `reason`, `count`, `path`, `added`, `changed`.
"""

from __future__ import annotations

import string
from collections.abc import Mapping
from datetime import date, datetime

from app.done import Act, Done, Topic
from app.errors import Fault, Reason, Refused, Trouble, Unavailable
from app.rules.terms import Stage
from ui.words import STAGES

DAYS = ("Mo", "Di", "Mi", "Do", "Fr", "Sa", "So")

_ACTS: Mapping[Act, tuple[str, ...]] = {
    Act.CASE_REGISTERED: ("Fall {name} angelegt.", "Fall angelegt."),
    Act.CASE_EDITED: ("Angaben zu {name} gespeichert.", "Angaben zum Fall gespeichert."),
    Act.CASE_STAGED: (
        "{name} steht jetzt in der Phase „{stage}“.",
        "Phase „{stage}“ gespeichert.",
        "Phase gespeichert.",
    ),
    Act.CASE_HELD: (
        "Fall {name} ruht bis {until}.",
        "Fall {name} ruht.",
        "Der Fall ruht.",
    ),
    Act.CASE_RESUMED: ("Fall {name} läuft wieder.", "Der Fall läuft wieder."),
    Act.CASE_CLOSED: ("Fall {name} abgeschlossen.", "Fall abgeschlossen."),
    Act.CASE_REOPENED: ("Fall {name} wieder aufgenommen.", "Fall wieder aufgenommen."),
    Act.CASE_VIEWED: ("Fall {name} geöffnet.", "Fall geöffnet."),
    Act.PERSON_ADDED: ("{name} in den Haushalt aufgenommen.", "Person aufgenommen."),
    Act.PERSON_EDITED: ("Angaben zu {name} gespeichert.", "Angaben zur Person gespeichert."),
    Act.PERSON_REMOVED: ("{name} aus dem Haushalt entfernt.", "Person entfernt."),
    Act.FACT_RECORDED: ("Angabe zu {name} gespeichert.", "Angabe gespeichert."),
    Act.FACT_FORGOTTEN: ("Angabe zu {name} zurückgenommen.", "Angabe zurückgenommen."),
    Act.ANCHOR_SET: (
        "{name} auf {on} gesetzt, abhängige Termine neu berechnet.",
        "Termin gesetzt, abhängige Termine neu berechnet.",
    ),
    Act.ANCHOR_CLEARED: (
        "{name} gelöscht, abhängige Termine sind wieder offen.",
        "Termin gelöscht, abhängige Termine sind wieder offen.",
    ),
    Act.CONTACT_NOTED: (
        "Kontakt mit {name} vom {on} gespeichert.",
        "Kontakt vom {on} gespeichert.",
        "Kontakt gespeichert.",
    ),
    Act.CONTACT_EDITED: ("Kontakt vom {on} geändert.", "Kontakt geändert."),
    Act.CONTACT_REMOVED: ("Kontakt vom {on} gelöscht.", "Kontakt gelöscht."),
    Act.STEP_TICKED: ("„{step}“ als erledigt vermerkt.", "Schritt als erledigt vermerkt."),
    Act.STEP_UNTICKED: ("„{step}“ wieder offen.", "Schritt wieder offen."),
    Act.STEP_NOT_NEEDED: (
        "„{step}“ als nicht nötig vermerkt: {reason}",
        "„{step}“ als nicht nötig vermerkt.",
        "Schritt als nicht nötig vermerkt.",
    ),
    Act.STEP_NOTED: ("Notiz zu „{step}“ gespeichert.", "Notiz zum Schritt gespeichert."),
    Act.STEP_PINNED: ("„{step}“ auf {on} fixiert.", "„{step}“ fixiert.", "Termin fixiert."),
    Act.STEP_UNPINNED: (
        "Fixierung von „{step}“ gelöst, der Termin wird wieder berechnet.",
        "Fixierung gelöst, der Termin wird wieder berechnet.",
    ),
    Act.STEP_ADDED: ("Eigener Schritt „{step}“ angelegt.", "Eigener Schritt angelegt."),
    Act.STEP_EDITED: ("Schritt „{step}“ geändert.", "Schritt geändert."),
    Act.STEP_REMOVED: ("Schritt „{step}“ entfernt.", "Schritt entfernt."),
    Act.DOCUMENT_MARKED: (
        "„{document}“ als vorliegend vermerkt.",
        "Unterlage als vorliegend vermerkt.",
    ),
    Act.DOCUMENT_UNMARKED: (
        "„{document}“ als fehlend vermerkt.",
        "Unterlage als fehlend vermerkt.",
    ),
    Act.PLAN_REFRESHED: (
        "Plan für {name} neu berechnet.",
        "Plan neu berechnet.",
    ),
    Act.PROVIDER_ADDED: ("Anbieter {name} angelegt.", "Anbieter angelegt."),
    Act.PROVIDER_EDITED: ("Angaben zu {name} gespeichert.", "Angaben zum Anbieter gespeichert."),
    Act.PROVIDER_CHECKED: (
        "{name} als heute geprüft vermerkt.",
        "Anbieter als heute geprüft vermerkt.",
    ),
    Act.PROVIDER_ARCHIVED: (
        "{name} wird nicht mehr vorgeschlagen.",
        "Der Anbieter wird nicht mehr vorgeschlagen.",
    ),
    Act.PROVIDER_RESTORED: (
        "{name} wird wieder vorgeschlagen.",
        "Der Anbieter wird wieder vorgeschlagen.",
    ),
    Act.PROVIDERS_IMPORTED: (
        "Liste eingelesen: {added} Anbieter neu, {changed} geändert.",
        "{count} Anbieter eingelesen.",
        "Liste eingelesen.",
    ),
    Act.FOLDER_SAVED: (
        "Willkommensmappe für {name} gespeichert: {path}",
        "Willkommensmappe gespeichert: {path}",
        "Willkommensmappe gespeichert.",
    ),
    Act.FOLDER_PRINTED: (
        "Willkommensmappe für {name} an den Drucker gegeben.",
        "Willkommensmappe an den Drucker gegeben.",
    ),
    Act.FILTER_SAVED: ("Filter „{name}“ gespeichert.", "Filter gespeichert."),
    Act.FILTER_REMOVED: ("Filter „{name}“ gelöscht.", "Filter gelöscht."),
    Act.ADVISOR_ADDED: (
        "{name} als Berater*in aufgenommen.",
        "Berater*in aufgenommen.",
    ),
    Act.ADVISOR_EDITED: ("Angaben zu {name} gespeichert.", "Angaben zur Beratung gespeichert."),
    Act.SERVICE_POINT_EDITED: ("Angaben zur Servicestelle gespeichert.",),
    Act.SETTING_CHANGED: ("Einstellung gespeichert.",),
    Act.EXAMPLE_MADE: ("Beispiel-Landkreis angelegt. Alle Personen sind erfunden.",),
    Act.UNDONE: ("Rückgängig gemacht.",),
    Act.REDONE: ("Wiederholt.",),
}

_REASONS: Mapping[Reason, tuple[str, ...]] = {
    Reason.BLANK: ("Hier fehlt noch eine Angabe.",),
    Reason.NO_SUCH_CASE: ("Diesen Fall gibt es nicht mehr. Bitte die Liste neu ansehen.",),
    Reason.NO_SUCH_PERSON: ("Diese Person gehört nicht mehr zum Haushalt.",),
    Reason.NO_SUCH_STEP: ("Diesen Schritt gibt es nicht mehr.",),
    Reason.NO_SUCH_DOCUMENT: ("Diese Unterlage gehört nicht zu dem Schritt.",),
    Reason.NO_SUCH_PROVIDER: ("Diesen Anbieter gibt es nicht mehr.",),
    Reason.NO_SUCH_ADVISOR: ("Diese Berater*in gibt es nicht mehr.",),
    Reason.NO_SUCH_FILTER: ("Diesen Filter gibt es nicht mehr.",),
    Reason.NO_SUCH_CONTACT: ("Diesen Kontakteintrag gibt es nicht mehr.",),
    Reason.NO_SUCH_FOLDER: ("Diese Mappe ist nicht verzeichnet.",),
    Reason.NO_SUCH_BATCH: ("Diese Änderung ist nicht mehr aufgezeichnet.",),
    Reason.NOT_A_DATE: (
        "„{value}“ ist kein Datum. Bitte als TT.MM.JJJJ eingeben, zum Beispiel 01.03.2027.",
        "Bitte ein Datum als TT.MM.JJJJ eingeben, zum Beispiel 01.03.2027.",
    ),
    Reason.DATE_IN_FUTURE: ("Das Datum liegt in der Zukunft. Bitte prüfen.",),
    Reason.NOT_A_POSTCODE: ("Eine deutsche Postleitzahl hat fünf Ziffern.",),
    Reason.NOT_A_PHONE: (
        "Die Telefonnummer ist so nicht lesbar. Bitte mit Vorwahl eingeben, im Ausland mit +.",
    ),
    Reason.NOT_AN_EMAIL: ("Die E-Mail-Adresse braucht die Form name@beispiel.de.",),
    Reason.NOT_A_WEB_ADDRESS: ("Die Internetadresse braucht die Form https://beispiel.de.",),
    Reason.NOT_OPENING_HOURS: (
        (
            "Die Öffnungszeiten sind so nicht lesbar. Beispiel: Mo-Fr 08:00-12:30; Do 14:00-18:00. "
            "Der Wortlaut kann im Feld darunter stehen."
        ),
    ),
    Reason.NOT_A_COORDINATE: ("Die Koordinate liegt nicht auf der Erde. Bitte Grad angeben.",),
    Reason.NOT_AN_AGE: ("Das Alter bitte in Monaten angeben, von 0 bis 1.200.",),
    Reason.NOT_A_VALUE: ("„{value}“ ist hier nicht vorgesehen.", "Das ist hier nicht vorgesehen."),
    Reason.UNKNOWN_LANGUAGE: (
        "Diese Sprache kennt das Programm nicht. Bitte aus der Liste wählen.",
    ),
    Reason.REASON_MISSING: ("Bitte einen Grund angeben.",),
    Reason.LAST_PERSON: (
        "Die letzte Person lässt sich nicht entfernen. Den Fall stattdessen abschließen.",
    ),
    Reason.TEXT_NOT_STORABLE: (
        "Der Text enthält ein Zeichen, das sich nicht speichern lässt. Bitte neu eingeben.",
    ),
    Reason.CHANGED_SINCE: (
        "Das lässt sich nicht zurücknehmen, denn es wurde seither erneut geändert.",
    ),
    Reason.CHILD_RECORDS: ("Das lässt sich nicht entfernen, weil noch anderes daran hängt.",),
    Reason.NOTHING_TO_UNDO: ("Es gibt nichts rückgängig zu machen.",),
    Reason.ALREADY_UNDONE: ("Das wurde schon rückgängig gemacht.",),
    Reason.READ_ONLY: ("Die Datei ist nur zum Lesen geöffnet. Es wurde nichts geändert.",),
    Reason.MAPPING_BROKEN: ("Die Zuordnung hat Fehler. Es wurde nichts eingelesen.",),
    Reason.NOT_A_LIST: (
        (
            "In dieser Datei steht keine Liste, die sich lesen lässt. Bitte JSON, CSV oder XLSX "
            "wählen."
        ),
    ),
    Reason.EXISTS: ("„{name}“ gibt es schon.", "Das gibt es schon."),
}

_TROUBLES: Mapping[Trouble, tuple[str, str]] = {
    Trouble.NO_SUCH_FILE: (
        "Die Datei {file} ist nicht da.",
        (
            "Vielleicht wurde sie verschoben oder das Netzlaufwerk ist nicht verbunden. Bitte die "
            "Datei neu auswählen."
        ),
    ),
    Trouble.NOT_OURS: (
        "{file} ist keine Heimathafen-Datei.",
        "Die Datei wurde nicht verändert. Bitte eine andere Datei auswählen.",
    ),
    Trouble.DAMAGED: (
        "Die Datei {file} ist beschädigt.",
        (
            "Sie wurde nicht verändert. Bitte die letzte Sicherung wiederherstellen (Menü, "
            "Wiederherstellen) und die beschädigte Datei aufheben."
        ),
    ),
    Trouble.NEWER: (
        "Die Datei {file} stammt aus einer neueren Version von Heimathafen.",
        "Sie wurde nicht verändert. Bitte das Programm auf diesem Rechner aktualisieren.",
    ),
    Trouble.OLDER: (
        "Die Datei {file} stammt aus einer älteren Version von Heimathafen.",
        "Sie wird vor dem Öffnen gesichert und dann umgestellt.",
    ),
    Trouble.READ_ONLY_MEDIUM: (
        "Auf {folder} lässt sich nicht schreiben.",
        (
            "Die Datei ist nur zum Lesen geöffnet. Zum Bearbeiten bitte an einen Ort kopieren, an "
            "dem Sie schreiben dürfen."
        ),
    ),
    Trouble.DISK_FULL: (
        "Der Datenträger ist voll.",
        (
            "Die letzte Änderung wurde nicht gespeichert, alles Frühere ist unversehrt. Bitte "
            "Platz schaffen und die Änderung wiederholen."
        ),
    ),
    Trouble.IN_USE: (
        "Die Datei {file} wird gerade an anderer Stelle bearbeitet.",
        "Sie können sie lesen. Bearbeiten geht, sobald sie dort geschlossen wurde.",
    ),
    Trouble.BUSY: (
        "Die Datei {file} ist gerade beschäftigt.",
        "Es wurde nichts geändert. Bitte in einigen Sekunden noch einmal versuchen.",
    ),
    Trouble.CANNOT_WRITE: (
        "{file} lässt sich nicht schreiben.",
        (
            "Bitte prüfen, ob die Datei in einem anderen Programm geöffnet ist, oder einen anderen "
            "Ort wählen."
        ),
    ),
    Trouble.CANNOT_READ: (
        "{file} lässt sich nicht lesen.",
        "Bitte prüfen, ob Sie die Datei lesen dürfen und das Laufwerk verbunden ist.",
    ),
    Trouble.NO_PRINTER: (
        "Es ist kein Drucker eingerichtet.",
        "Bitte einen Drucker einrichten oder die Mappe als PDF speichern.",
    ),
}

_TOPICS: Mapping[Topic, str] = {
    Topic.CANDIDATES: "Kandidat*innen",
    Topic.PLAN: "Plan",
    Topic.PROVIDERS: "Anbieter",
    Topic.FOLDERS: "Mappe",
    Topic.OFFICE: "Servicestelle",
}

_PROBLEMS: Mapping[str, str] = {
    "not_toml": "ist kein gültiges TOML",
    "not_utf8": "ist nicht in UTF-8 geschrieben",
    "missing": "fehlt",
    "unknown_key": "ist als Schlüssel unbekannt",
    "unknown_value": "ist als Wert unbekannt",
    "wrong_type": "hat die falsche Art von Wert",
    "twice": "kommt doppelt vor",
    "empty": "ist leer",
}


def done(did: Done) -> str:
    """What happened, for the message bar."""
    if did.act in (Act.UNDONE, Act.REDONE):
        head = "Rückgängig gemacht" if did.act is Act.UNDONE else "Wiederholt"
        what = did.facts.get("act", "")
        if what in {act.value for act in Act}:
            return f"{head}: {_filled(_ACTS[Act(what)], did.facts)}"
    return _filled(_ACTS[did.act], did.facts)


def act(code: str) -> str:
    """What happened, from the journal's code alone; the code itself where it is unknown."""
    known = {member.value: member for member in Act}
    return _ACTS[known[code]][-1].rstrip(".") if code in known else code


def refused(refusal: Refused) -> str:
    """Why a rule said no, and what to do."""
    facts = {key: str(value) for key, value in refusal.facts.items()}
    return _filled(_REASONS[refusal.reason], facts)


def unavailable(trouble: Unavailable) -> tuple[str, str]:
    """What the machine could not do; what the user can do about it."""
    path = trouble.path
    facts = {
        "file": f"„{path.name}“" if path else "der Daten",
        "folder": f"„{path.parent}“" if path else "diesen Datenträger",
    }
    what, remedy = _TROUBLES[trouble.trouble]
    return what.format(**facts), remedy


def fault(found: Fault) -> str:
    """What is wrong in a template, phrase or mapping, with file, line and the nearest name."""
    line = f", Zeile {found.line}" if found.line else ""
    near = f" Gemeint ist vielleicht „{found.nearest}“." if found.nearest else ""
    problem = _PROBLEMS.get(found.problem, found.problem)
    return f"{found.file}{line}: „{found.key}“ {problem}.{near}"


def topic(which: Topic) -> str:
    """The name of a part of the data."""
    return _TOPICS[which]


def day(on: date) -> str:
    """A date with its weekday: Mo 01.03.2027."""
    return f"{DAYS[on.weekday()]} {on:%d.%m.%Y}"


def moment(at: datetime, today: date) -> str:
    """A time stamp as the office says it: heute, 08:00 or Fr 20.11.2026, 08:00 (local time)."""
    local = at.astimezone()
    on = "heute" if local.date() == today else day(local.date())
    return f"{on}, {local:%H:%M}"


def distance(days: int) -> str:
    """How far a day is from today: heute, morgen, in 3 Tagen, 7 Tage überfällig."""
    if days < 0:
        return "1 Tag überfällig" if days == -1 else f"{-days} Tage überfällig"
    return {0: "heute", 1: "morgen"}.get(days, f"in {days} Tagen")


def stage(which: Stage) -> str:
    """A stage with its number: 3 von 8: Zusage/Vertrag."""
    stages = list(Stage)
    return f"{stages.index(which) + 1} von {len(stages)}: {STAGES[which]}"


def _filled(forms: tuple[str, ...], facts: Mapping[str, str]) -> str:
    for form in forms:
        needed = {name for _, name, _, _ in string.Formatter().parse(form) if name}
        if all(facts.get(name) for name in needed):
            return form.format(**facts)
    raise KeyError(forms[-1])
