"""Why it was not done: a sentence for every refusal and trouble. No Qt here.

Refusals come in several forms, the fullest first; `ui.wording` uses the first whose facts are all
there.
"""

from __future__ import annotations

from collections.abc import Mapping

from app.errors import Reason, Trouble
from ui import subject_sentences

REASONS: Mapping[Reason, tuple[str, ...]] = {
    Reason.BLANK: ("Hier fehlt noch eine Angabe.",),
    Reason.NO_SUCH_CASE: ("Diesen Fall gibt es nicht mehr. Bitte die Liste neu ansehen.",),
    Reason.NO_SUCH_PERSON: ("Diese Person gehört nicht mehr zum Haushalt.",),
    Reason.NO_SUCH_COMPOSITION: (
        "Diese Zusammenstellung gibt es nicht. Gespeichert sind: {known}.",
        "Diese Zusammenstellung gibt es nicht mehr.",
    ),
    Reason.NO_SUCH_VOUCHER: ("Diesen Gutschein gibt es nicht mehr.",),
    Reason.NO_SUCH_PRINT: ("Diesen Druck gibt es nicht mehr. Bitte die Liste neu ansehen.",),
    Reason.PRINT_NOT_KEPT: (
        "Dieser Druck ist nicht aufbewahrt. Bitte drucken Sie die ganze Mappe neu.",
    ),
    Reason.NOTHING_CHANGED: (
        "Seit diesem Druck hat sich nichts geändert. Es gibt keine Austauschblätter.",
    ),
    Reason.NO_SUCH_BROCHURE: ("Diese Broschüre gibt es nicht mehr.",),
    Reason.NOT_A_PDF: ("Das ist keine PDF-Datei. Bitte eine PDF-Datei wählen.",),
    Reason.PASSWORD_NEEDED: ("Diese Datei ist mit einem Kennwort geschützt. Bitte das Kennwort.",),
    Reason.PASSWORD_WRONG: ("Mit diesem Kennwort lässt sich die Datei nicht öffnen.",),
    Reason.BROCHURE_TOO_LARGE: (
        (
            "Die Datei ist mit {megabytes} MB zu groß. Es gehen höchstens {most} MB. "
            "Bitte beim Herausgeber nach einer kleineren Fassung fragen."
        ),
        "Die Datei ist zu groß. Bitte beim Herausgeber nach einer kleineren Fassung fragen.",
    ),
    Reason.BROCHURE_TOO_LONG: (
        "Das Heft hat {count} Seiten. In eine Mappe passen höchstens {most}.",
        "Das Heft hat zu viele Seiten für eine Mappe.",
    ),
    Reason.BROCHURE_BROKEN: (
        (
            "Die Datei ist beschädigt und lässt sich nicht reparieren. Es wurde nichts "
            "aufgenommen. Bitte neu herunterladen oder beim Herausgeber nachfragen."
        ),
    ),
    Reason.ALT_MISSING: (
        "Bitte beschreiben, was auf den Seiten steht: Vorlesen lassen sie sich nicht.",
    ),
    Reason.NO_CARE_DECIDED: (
        "Es ist noch nichts vorgeschlagen, gewünscht oder zugesagt. Deshalb gibt es kein Blatt.",
    ),
    Reason.NO_SUCH_STEP: ("Diesen Schritt gibt es nicht mehr.",),
    Reason.NO_SUCH_DOCUMENT: ("Diese Unterlage gehört nicht zu dem Schritt.",),
    Reason.NO_SUCH_PROVIDER: ("Diesen Anbieter gibt es nicht mehr.",),
    Reason.SAME_PROVIDER: ("Das ist zweimal derselbe Anbieter. Bitte zwei verschiedene nennen.",),
    Reason.PROVIDER_ARCHIVED: (
        "„{name}“ ist archiviert. Bitte erst zurückholen.",
        "Einer der beiden Anbieter ist archiviert. Bitte erst zurückholen.",
    ),
    Reason.NO_SUCH_ADVISOR: ("Diese Berater*in gibt es nicht mehr.",),
    Reason.NO_SUCH_FILTER: ("Diesen Filter gibt es nicht mehr.",),
    Reason.NO_SUCH_MAPPING: ("Diese Zuordnung gibt es nicht mehr.",),
    Reason.NO_SUCH_CONTACT: ("Diesen Kontakteintrag gibt es nicht mehr.",),
    Reason.NO_SUCH_BATCH: ("Diese Änderung ist nicht mehr aufgezeichnet.",),
    Reason.NO_SUCH_TEMPLATE: ("Diesen Schritt kennt die Vorlage nicht mehr.",),
    Reason.NO_SUCH_SET: ("Diese Vorlage gibt es nicht mehr.",),
    Reason.NO_SUCH_CONSENT: ("Diese Einwilligung ist nicht mehr verzeichnet.",),
    Reason.NO_SUCH_ROLE: ("Für diese Aufgabe ist niemand eingetragen.",),
    Reason.CONSENT_MISSING: (
        (
            "Dafür fehlt die Einwilligung der Person (Art. 9 Abs. 2 lit. a DSGVO). Bitte erst die "
            "Einwilligung vermerken."
        ),
    ),
    Reason.CONSENT_HAS_ENDED: ("Diese Einwilligung ist schon widerrufen.",),
    Reason.CONSENT_IN_USE: (
        "Auf dieser Einwilligung beruhen schon Angaben. Bitte den Widerruf vermerken.",
    ),
    Reason.WITHDRAWN_BEFORE_GIVEN: ("Der Widerruf kann nicht vor der Einwilligung liegen.",),
    Reason.ALREADY_IN_PLAN: ("Dieser Schritt steht schon im Plan.",),
    Reason.NOTHING_TO_CONFIRM: (
        "Dieser Schritt ist belegt oder ein eigener Rat und braucht keine Bestätigung.",
    ),
    Reason.NOTHING_TO_MOVE: (
        "Dieses Datum steht schon so im Fall. Bitte einen anderen Tag angeben.",
    ),
    Reason.NOT_SNOOZABLE: ("Zurückstellen lässt sich nur ein offener Schritt mit Datum.",),
    Reason.SNOOZED_PAST_DEADLINE: (
        "Dann wäre die gesetzliche Frist vorbei. Bitte höchstens bis {until} zurückstellen.",
        "Dann wäre die gesetzliche Frist vorbei. So lange lässt sie sich nicht zurückstellen.",
    ),
    Reason.TEMPLATE_BROKEN: ("Die Vorlage hat noch Fehler. Es wurde nichts geändert.",),
    Reason.TEMPLATE_IN_USE: (
        "Diese Vorlage wird noch gebraucht: {where}.",
        "Diese Vorlage wird noch gebraucht.",
    ),
    Reason.EXAMPLE_FAILS: (
        "Ein Beispiel der Regel geht anders aus als angegeben. Bitte Regel oder Beispiel ändern.",
    ),
    Reason.NOTHING_TO_EXPORT: (
        "Hier gibt es keinen offenen Schritt mit einem Tag. Es wurde nichts geschrieben.",
    ),
    Reason.NO_PROVIDERS_TO_EXPORT: (
        "Die Liste ist leer. Es wurde nichts geschrieben; bitte die Suche erweitern.",
    ),
    Reason.NOT_UNDOABLE: (
        "Das lässt sich nicht zurücknehmen, weil die Angaben endgültig gelöscht sind.",
    ),
    # The last form is for a day that has to lie ahead.
    Reason.NOT_A_DATE: (
        "Den {absent} gibt es nicht. Bitte das Datum prüfen.",
        "Bitte ein Datum als TT.MM.JJJJ eingeben, zum Beispiel 01.03.2027.",
        "Dieser Tag ist vorbei oder heute. Bitte frühestens morgen angeben.",
    ),
    Reason.DATE_IN_FUTURE: ("Das Datum liegt in der Zukunft. Bitte prüfen.",),
    Reason.NOT_A_POSTCODE: ("Eine deutsche Postleitzahl hat fünf Ziffern.",),
    Reason.NOT_A_PHONE: (
        "Die Telefonnummer ist so nicht lesbar. Bitte mit Vorwahl eingeben, im Ausland mit +.",
    ),
    Reason.NOT_AN_EMAIL: ("Die E-Mail-Adresse braucht die Form name@beispiel.de.",),
    Reason.NOT_OPENING_HOURS: (
        (
            "Die Öffnungszeiten sind so nicht lesbar. Beispiel: Mo-Fr 08:00-12:30; Do 14:00-18:00. "
            "Der Wortlaut kann im Feld darunter stehen."
        ),
    ),
    Reason.NOT_A_NUMBER: ("Hier gehört eine Zahl über {above} hin.", "Hier gehört eine Zahl hin."),
    Reason.NOT_AN_AMOUNT: (
        "Bitte einen Betrag über {above} Euro eingeben, zum Beispiel 1.234,50.",
        "Bitte einen Betrag in Euro eingeben, zum Beispiel 1.234,50.",
    ),
    Reason.MORE_THAN_PLACES: (
        "Von {places} Plätzen halten Arbeitgeber schon {kept} frei. Möglich sind noch {left}.",
        "Mehr als die {places} Plätze insgesamt können es nicht sein.",
        "Mehr als die Plätze insgesamt können es nicht sein.",
    ),
    Reason.DAY_MISSING: ("Bitte den Tag angeben, von dem diese Zahl ist.",),
    Reason.SUCCESSOR_IN_CIRCLE: (
        "Die Nachfolge führt im Kreis zurück hierher. Bitte einen anderen Anbieter wählen.",
    ),
    Reason.NOT_A_COORDINATE: ("Die Koordinate liegt nicht auf der Erde. Bitte Grad angeben.",),
    Reason.NO_SUCH_TRAVEL_TIME: ("Diese Fahrzeit ist nicht mehr eingetragen.",),
    Reason.NO_SUCH_SHIFT: ("Diesen Dienst gibt es nicht mehr.",),
    Reason.NO_SUCH_ROSTER: ("Diesen Dienstplan gibt es nicht mehr.",),
    Reason.NAME_NOT_IN_ROSTER: (
        "Diese Person steht nicht im Dienstplan, oder nicht eindeutig. Gefunden: {names}.",
        "Diese Person steht nicht im Dienstplan.",
    ),
    Reason.NO_DUTIES_FOUND: (
        "In der Datei wurde kein Dienst dieser Person gefunden. Es wurde nichts übernommen.",
    ),
    Reason.NOT_A_ROSTER_FILE: (
        (
            "Diese Datei lässt sich nicht als Dienstplan einlesen. Möglich sind CSV, Excel (XLSX, "
            "XLS), ODS und Kalender (ICS)."
        ),
    ),
    Reason.NOT_A_MONDAY: ("Woche 1 beginnt an einem Montag. Bitte einen Montag angeben.",),
    Reason.NOT_A_PARENT: (
        "Dienstpläne gehören zur Fachkraft oder zu ihrer Partnerin oder ihrem Partner.",
    ),
    Reason.NO_SUCH_CARER: ("Diese Betreuungsperson gibt es nicht mehr.",),
    Reason.NOT_A_SHIFT: ("Bitte Beginn und Ende des Dienstes als Uhrzeiten angeben.",),
    Reason.SHIFT_TOO_LONG: ("Ein Dienst dauert höchstens 24 Stunden.",),
    Reason.NOT_A_NEED: ("Der Bedarf ist so nicht lesbar. Beispiel: Mo-Fr 07:30-17:15.",),
    Reason.NOT_WEEKS: ("Bitte eine Zahl von 1 bis 52 Wochen angeben.",),
    Reason.WAY_TOO_LONG: (
        "Bitte Minuten von 0 bis {most} angeben.",
        "Bitte weniger Minuten angeben.",
    ),
    Reason.NOT_A_DISTANCE: ("Bitte Kilometer von 1 bis 500 angeben.",),
    Reason.SECOND_KITA: (
        "Für dieses Kind ist schon eine Kita zugesagt: {name}.",
        "Für dieses Kind ist schon eine Kita zugesagt.",
    ),
    Reason.NOT_MINUTES: ("Bitte ganze Minuten von 1 bis 600 angeben.",),
    Reason.NOT_A_ROUTE: ("Hier gehören drei Angaben hin: von, nach, Minuten.",),
    Reason.SAME_TOWN: ("Start und Ziel sind derselbe Ort.",),
    Reason.ROUTE_TWICE: (
        "Diese Strecke steht schon in Zeile {line}, mit anderen Angaben.",
        "Diese Strecke steht schon weiter oben, mit anderen Angaben.",
    ),
    Reason.NOT_AN_AGE: ("Das Alter bitte in Monaten angeben, von 0 bis 1.440.",),
    Reason.ENDS_BEFORE_IT_BEGINS: (
        "Dieser Tag liegt vor dem {on}. Bitte beide Tage prüfen.",
        "Der letzte Tag liegt vor dem ersten.",
    ),
    Reason.NOT_A_VALUE: (
        "„{typed}“ ist nicht eindeutig. Meinen Sie „{nearest}“? Bitte aus der Liste wählen.",
        "„{typed}“ ist hier nicht vorgesehen.",
        "Das ist hier nicht vorgesehen.",
    ),
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
    Reason.NOTHING_TO_UNDO: ("Es gibt nichts rückgängig zu machen.",),
    Reason.ALREADY_UNDONE: ("Das wurde schon rückgängig gemacht.",),
    Reason.READ_ONLY: ("Die Datei ist nur zum Lesen geöffnet. Es wurde nichts geändert.",),
    Reason.MAPPING_BROKEN: ("Die Zuordnung hat Fehler. Es wurde nichts eingelesen.",),
    Reason.NO_CARDS: (
        "Im Ordner „{path}“ liegen keine Visitenkarten (Dateien mit der Endung .vcf).",
        "In diesem Ordner liegen keine Visitenkarten (Dateien mit der Endung .vcf).",
    ),
    Reason.NO_SUCH_SHEET: (
        "Ein Blatt „{sheet}“ gibt es nicht. Vorhanden: {sheets}.",
        "Blätter hat nur eine Arbeitsmappe; diese Datei ist keine.",
    ),
    Reason.MAPPING_MISFITS: (
        (
            "Diese Zuordnung passt nicht zur Liste: Die Spalte für den Namen ({columns}) fehlt. "
            "Die Liste hat {found}."
        ),
        "Diese Zuordnung passt nicht zur Liste: Die Spalte für den Namen fehlt.",
    ),
    Reason.COLUMNS_UNCLEAR: (
        (
            "Welche Spalte was bedeutet, ist nicht sicher; es wurde nichts eingelesen. Bitte im "
            "Fenster einlesen oder mit --mapping eine Zuordnung angeben."
        ),
    ),
    Reason.LIST_OUTDATED: (
        (
            "„{name}“ wurde geändert, seit die Liste geprüft wurde. Bitte noch einmal prüfen; "
            "es wurde nichts übernommen."
        ),
        (
            "Anbieter dieser Liste wurden geändert, seit sie geprüft wurde. Bitte noch einmal "
            "prüfen; es wurde nichts übernommen."
        ),
    ),
    Reason.NOT_A_LIST: (
        "In dieser Datei steht keine lesbare Liste; der Fehler liegt bei Zeile {line}.",
        "In dieser Datei steht keine lesbare Liste. Bitte JSON, CSV oder XLSX wählen.",
    ),
    Reason.LIST_TOO_LARGE: (
        "Die Liste ist mit {megabytes} MB zu groß. Bitte teilen; es wurde nichts eingelesen.",
        "Die Liste ist zu groß. Bitte teilen; es wurde nichts eingelesen.",
    ),
    Reason.LIST_TOO_LONG: (
        "Die Liste hat mehr als {count} Zeilen. Bitte teilen; es wurde nichts eingelesen.",
        "Die Liste hat zu viele Zeilen. Bitte teilen; es wurde nichts eingelesen.",
    ),
    Reason.LIST_EMPTY: ("Die Datei ist leer. Es wurde nichts eingelesen.",),
    Reason.WRONG_KIND_OF_FILE: (
        (
            "Diese Art von Datei lässt sich nicht einlesen. Möglich sind CSV, Excel (XLSX, XLS), "
            "ODS, JSON, GeoJSON, HSDS und vCard."
        ),
    ),
    Reason.ENCODING_BROKEN: (
        (
            "Mit dieser Zeichenkodierung ist Zeile {line} nicht lesbar. Bitte eine andere wählen "
            "oder die Datei neu als UTF-8 speichern."
        ),
        "Mit dieser Zeichenkodierung ist die Datei nicht lesbar. Bitte eine andere wählen.",
    ),
    Reason.WORKBOOK_BROKEN: (
        (
            "Diese Arbeitsmappe ist beschädigt. Bitte in Excel oder LibreOffice öffnen und neu "
            "speichern."
        ),
    ),
    Reason.WORKBOOK_LOCKED: (
        (
            "Diese Arbeitsmappe ist mit einem Kennwort geschützt. Bitte ohne Kennwort speichern "
            "und noch einmal wählen."
        ),
    ),
    Reason.NOTHING_DUE: ("Zurzeit ist kein Anbieter zur Prüfung fällig.",),
    Reason.NO_SUCH_TEXT: ("Diesen Text gibt es in dieser Sprache nicht.",),
    Reason.TEXT_NOT_OUTDATED: ("Diese Übersetzung ist nicht veraltet.",),
    Reason.NOT_A_DATE_PATTERN: (
        (
            "Das ist kein Muster für ein Datum. EEEE ist der Wochentag, d der Tag, MMMM der Monat, "
            "y das Jahr; eigene Wörter stehen zwischen zwei '."
        ),
    ),
    Reason.PLACEHOLDER_UNKNOWN: (
        "{place} gibt es in diesem Text nicht. Gemeint ist vielleicht {near}.",
        "{place} gibt es in diesem Text nicht. Bitte nur die angebotenen Platzhalter verwenden.",
        "Einen solchen Platzhalter gibt es in diesem Text nicht.",
    ),
    Reason.PLACEHOLDER_MISSING: (
        "Hier fehlt {place}. Das Programm setzt dort ein, was in die Mappe gehört.",
        "Hier fehlt ein Platzhalter.",
    ),
    Reason.NO_TEXTS_TO_EXPORT: (
        "In dieser Sprache ist kein Text mehr offen. Es wurde nichts geschrieben.",
    ),
    Reason.OTHER_LANGUAGE: (
        "Diese Datei enthält Texte auf {name}. Bitte zuerst diese Sprache wählen.",
        "Diese Datei enthält Texte einer anderen Sprache. Bitte zuerst diese wählen.",
    ),
    Reason.NO_TEXTS_IN_FILE: ("Die Datei bringt keinen neuen Text. Es wurde nichts geändert.",),
    Reason.NOTHING_ANSWERED: ("Noch ist keine Antwort angekreuzt.",),
    Reason.EXISTS: (
        "„{path}“ gibt es schon. Bitte einen anderen Namen wählen.",
        "Das gibt es schon. Bitte einen anderen Namen wählen.",
    ),
    **subject_sentences.REASONS,
}

TROUBLES: Mapping[Trouble, tuple[str, str]] = {
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
    Trouble.FONT_LACKING: (
        "Die Schriftdatei {file} fehlt oder ist beschädigt.",
        (
            "Ohne sie lässt sich nichts drucken. Ihre Daten sind unversehrt. Bitte Heimathafen neu "
            "installieren."
        ),
    ),
    Trouble.BROCHURE_UNREADABLE: (
        "Eine Broschüre in dieser Mappe lässt sich nicht mehr lesen.",
        (
            "Es wurde nichts geschrieben; eine alte Datei liegt unverändert da. Bitte die "
            "Broschüre archivieren und neu aufnehmen oder aus der Mappe nehmen."
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
}
