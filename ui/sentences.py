"""The sentences themselves: one for every act, refusal and trouble. No Qt here.

Acts and refusals come in several forms, the fullest first; `ui.wording` uses the first whose
facts are all there.
"""

from __future__ import annotations

from collections.abc import Mapping

from app.done import Act
from app.errors import Reason, Trouble

ACTS: Mapping[Act, tuple[str, ...]] = {
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
    Act.CASE_CLOSED: (
        "Fall {name} abgeschlossen: {because}.",
        "Fall {name} abgeschlossen.",
        "Fall abgeschlossen.",
    ),
    Act.CASE_REOPENED: ("Fall {name} wieder aufgenommen.", "Fall wieder aufgenommen."),
    Act.CASE_VIEWED: ("Fall {name} geöffnet.", "Fall geöffnet."),
    Act.PERSON_ADDED: (
        "Person in den Haushalt von {name} aufgenommen.",
        "Person aufgenommen.",
    ),
    Act.PERSON_EDITED: (
        "Angaben zum Haushalt von {name} gespeichert.",
        "Angaben zur Person gespeichert.",
    ),
    Act.PERSON_REMOVED: (
        "Person aus dem Haushalt von {name} entfernt.",
        "Person entfernt.",
    ),
    Act.FACT_RECORDED: (
        "Angabe zum Haushalt von {name} gespeichert.",
        "Angabe gespeichert.",
    ),
    Act.FACT_FORGOTTEN: (
        "Angabe zum Haushalt von {name} zurückgenommen.",
        "Angabe zurückgenommen.",
    ),
    Act.ANCHOR_SET: (
        "{anchor} gespeichert, {moved} Termine neu berechnet.",
        "{anchor} gespeichert, abhängige Termine neu berechnet.",
        "Termin gespeichert, abhängige Termine neu berechnet.",
    ),
    Act.ANCHOR_CLEARED: (
        "{anchor} gelöscht, abhängige Termine sind wieder offen.",
        "Termin gelöscht, abhängige Termine sind wieder offen.",
    ),
    Act.ANCHORS_MOVED: (
        "{anchor} verschoben, {moved} Termine sind mitgewandert.",
        "Termine verschoben.",
    ),
    Act.CONTACT_NOTED: (
        "Kontakt mit {name} vom {on} gespeichert.",
        "Kontakt gespeichert.",
    ),
    Act.CONTACT_EDITED: (
        "Kontakt mit {name} geändert.",
        "Kontakt geändert.",
    ),
    Act.CONTACT_REMOVED: (
        "Kontakt mit {name} gelöscht.",
        "Kontakt gelöscht.",
    ),
    Act.STEP_TICKED: ("„{step}“ als erledigt vermerkt.", "Schritt als erledigt vermerkt."),
    Act.STEP_UNTICKED: ("„{step}“ wieder offen.", "Schritt wieder offen."),
    Act.STEP_NOT_NEEDED: (
        "„{step}“ als nicht nötig vermerkt.",
        "Schritt als nicht nötig vermerkt.",
    ),
    Act.STEP_NOTED: ("Notiz zu „{step}“ gespeichert.", "Notiz zum Schritt gespeichert."),
    Act.STEP_PINNED: (
        "„{step}“ fixiert: Der Termin wandert nicht mehr mit.",
        "Termin fixiert.",
    ),
    Act.STEP_UNPINNED: (
        "Fixierung von „{step}“ gelöst, der Termin wird wieder berechnet.",
        "Fixierung gelöst, der Termin wird wieder berechnet.",
    ),
    Act.STEP_SNOOZED: (
        "„{step}“ zurückgestellt bis {until}. Die Frist bleibt.",
        "Schritt zurückgestellt. Die Frist bleibt.",
    ),
    Act.STEP_WOKEN: (
        "An „{step}“ wird wieder erinnert.",
        "An den Schritt wird wieder erinnert.",
    ),
    Act.STEP_ADDED: ("Eigener Schritt „{step}“ angelegt.", "Eigener Schritt angelegt."),
    Act.STEP_EDITED: ("Schritt „{step}“ geändert.", "Schritt geändert."),
    Act.STEP_REMOVED: ("Schritt „{step}“ entfernt.", "Schritt entfernt."),
    Act.DOCUMENT_MARKED: (
        "Unterlage zu „{step}“ als vorliegend vermerkt.",
        "Unterlage als vorliegend vermerkt.",
    ),
    Act.DOCUMENT_UNMARKED: (
        "Unterlage zu „{step}“ als fehlend vermerkt.",
        "Unterlage als fehlend vermerkt.",
    ),
    Act.STEP_TAKEN: ("„{step}“ in den Plan genommen.", "Schritt in den Plan genommen."),
    Act.PLAN_SET_GIVEN: (
        "Vorlage gewechselt: {added} Schritte neu. Erledigtes ist geblieben.",
        "Vorlage gewechselt. Erledigtes ist geblieben.",
    ),
    Act.ROLE_HELD: ("{name} ist jetzt {role}.", "Ansprechperson gespeichert."),
    Act.ROLE_FREED: ("{role}: wieder ohne Namen.", "Ansprechperson entfernt."),
    Act.CONSENT_GIVEN: ("Einwilligung von {name} vermerkt.", "Einwilligung vermerkt."),
    Act.CONSENT_WITHDRAWN: (
        "Widerruf von {name} vermerkt. Was nur darauf beruhte, ist gelöscht.",
        "Widerruf vermerkt. Was nur darauf beruhte, ist gelöscht.",
    ),
    Act.TEMPLATE_CONFIRMED: (
        "„{step}“ als geprüft vermerkt; der Schritt wird jetzt gedruckt.",
        "Schritt als geprüft vermerkt.",
    ),
    Act.TEMPLATE_DOUBTED: (
        "„{step}“ gilt wieder als ungeprüft und wird nicht gedruckt.",
        "Schritt gilt wieder als ungeprüft.",
    ),
    Act.TEMPLATE_CHANGED: (
        "Vorlage „{step}“ gespeichert, {count} Haushalte umgestellt.",
        "Vorlage „{step}“ gespeichert.",
        "Vorlage gespeichert.",
    ),
    Act.TEMPLATE_SWITCHED_OFF: (
        "Vorlage „{step}“ ausgeschaltet.",
        "Vorlage ausgeschaltet.",
    ),
    Act.TEMPLATE_RESTORED: (
        "Für „{step}“ gilt wieder die mitgelieferte Fassung.",
        "Es gilt wieder die mitgelieferte Fassung.",
    ),
    Act.TEMPLATES_ORDERED: ("Reihenfolge der Vorlagen gespeichert.",),
    Act.TEMPLATES_IMPORTED: (
        "Vorlagen eingelesen: {added} neu, {changed} geändert.",
        "Vorlagen eingelesen.",
    ),
    Act.SET_CHANGED: ("Satz „{name}“ gespeichert.", "Satz von Vorlagen gespeichert."),
    Act.SET_REMOVED: ("Satz „{name}“ gelöscht.", "Satz von Vorlagen gelöscht."),
    Act.RULE_TAKEN_OVER: (
        "Änderung an „{step}“ für {count} Haushalte übernommen.",
        "Änderung der Vorlage übernommen.",
    ),
    Act.CALENDAR_EXPORTED: (
        "Kalenderdatei gespeichert (Schritte: {count}): {path}",
        "Kalenderdatei gespeichert: {path}",
        "Kalenderdatei gespeichert.",
    ),
    Act.PROVIDERS_EXPORTED: (
        "Anbieter exportiert ({count}): {path}",
        "Anbieter exportiert: {path}",
        "Anbieter exportiert.",
    ),
    Act.PLANS_REFRESHED: (
        "Pläne auf den heutigen Stand gebracht: {count} geändert.",
        "Pläne auf den heutigen Stand gebracht.",
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
    Act.PROVIDERS_MERGED: (
        "„{other}“ mit „{name}“ zusammengeführt.",
        "Zwei Einträge zu „{name}“ zusammengeführt.",
        "Zwei Anbieter zusammengeführt.",
    ),
    Act.PROVIDERS_KEPT_APART: (
        "„{name}“ und „{other}“ bleiben zwei Anbieter.",
        "Beide Einträge zu „{name}“ bleiben.",
        "Als verschieden vermerkt.",
    ),
    Act.PROVIDERS_ASKED: (
        "{name} als angeschrieben vermerkt.",
        "{count} Einrichtungen als angeschrieben vermerkt.",
        "Anbieter als angeschrieben vermerkt.",
    ),
    Act.PROVIDERS_CHECKED: (
        "Antwort von {name} eingetragen.",
        "Antwort eines Anbieters eingetragen.",
    ),
    Act.TRAVEL_TIME_ENTERED: (
        "Fahrzeit {name} gespeichert: {count} Minuten.",
        "Fahrzeit gespeichert.",
    ),
    Act.TRAVEL_TIME_REMOVED: ("Fahrzeit {name} gelöscht.", "Fahrzeit gelöscht."),
    Act.TRAVEL_TIMES_TAKEN: (
        "Fahrzeiten übernommen: {added} neu, {changed} geändert.",
        "Fahrzeiten übernommen.",
    ),
    Act.SHIFT_ADDED: ("Dienst {name} eingetragen.", "Dienst eingetragen."),
    Act.SHIFT_EDITED: ("Dienst {name} geändert.", "Dienst geändert."),
    Act.SHIFT_REMOVED: ("Dienst {name} gelöscht.", "Dienst gelöscht."),
    Act.WAYS_SET: ("Wege und Zeiten gespeichert.",),
    Act.ROSTER_SAVED: ("Dienstplan gespeichert: {count} Dienste.", "Dienstplan gespeichert."),
    Act.ROSTER_REMOVED: ("Dienstplan gelöscht.",),
    Act.CARER_ADDED: ("Betreuungsperson eingetragen.",),
    Act.CARER_EDITED: ("Betreuungsperson geändert.",),
    Act.CARER_REMOVED: ("Betreuungsperson gelöscht.",),
    Act.CARE_FRAME_SET: ("Wünsche zur Betreuung gespeichert.",),
    Act.CARE_DECIDED: ("{name} auf „{state}“ gesetzt.", "Stand der Betreuung gespeichert."),
    Act.CARE_FORGOTTEN: ("Stand von {name} zurückgenommen.", "Stand der Betreuung zurückgenommen."),
    Act.GAP_EXPORTED: ("Auswertung gespeichert: {file}.", "Auswertung gespeichert."),
    Act.FOLDER_SAVED: (
        "Willkommensmappe für {name} gespeichert: {path}",
        "Willkommensmappe gespeichert: {path}",
        "Willkommensmappe gespeichert.",
    ),
    Act.FOLDER_PRINTED: (
        "Willkommensmappe für {name} an den Drucker gegeben.",
        "Willkommensmappe an den Drucker gegeben.",
    ),
    Act.CHECKLIST_SAVED: (
        "Checkliste für {name} gespeichert: {file}",
        "Checkliste gespeichert.",
    ),
    Act.CHECKLIST_PRINTED: (
        "Checkliste für {name} an den Drucker gegeben.",
        "Checkliste an den Drucker gegeben.",
    ),
    Act.MAPPING_KEPT: ("Zuordnung „{name}“ gemerkt.", "Zuordnung gemerkt."),
    Act.MAPPING_FORGOTTEN: ("Zuordnung „{name}“ gelöscht.", "Zuordnung gelöscht."),
    Act.FILTER_SAVED: ("Filter „{name}“ gespeichert.", "Filter gespeichert."),
    Act.FILTER_REMOVED: ("Filter „{name}“ gelöscht.", "Filter gelöscht."),
    Act.ADVISOR_ADDED: (
        "{name} als Berater*in aufgenommen.",
        "Berater*in aufgenommen.",
    ),
    Act.ADVISOR_EDITED: ("Angaben zu {name} gespeichert.", "Angaben zur Beratung gespeichert."),
    Act.SERVICE_POINT_EDITED: ("Angaben zur Servicestelle gespeichert.",),
    Act.SETTING_CHANGED: ("Einstellung gespeichert.",),
    Act.UNDONE: ("Rückgängig gemacht.",),
    Act.REDONE: ("Wiederholt.",),
}

REASONS: Mapping[Reason, tuple[str, ...]] = {
    Reason.BLANK: ("Hier fehlt noch eine Angabe.",),
    Reason.NO_SUCH_CASE: ("Diesen Fall gibt es nicht mehr. Bitte die Liste neu ansehen.",),
    Reason.NO_SUCH_PERSON: ("Diese Person gehört nicht mehr zum Haushalt.",),
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
    # The second form is for a day that has to lie ahead.
    Reason.NOT_A_DATE: (
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
    Reason.NOT_A_NUMBER: ("Hier gehört eine Zahl hin.",),
    Reason.NOT_AN_AMOUNT: ("Bitte einen Betrag in Euro eingeben, zum Beispiel 1.234,50.",),
    Reason.MORE_THAN_PLACES: (
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
    Reason.ENDS_BEFORE_IT_BEGINS: ("Der letzte Tag liegt vor dem ersten.",),
    Reason.NOT_A_VALUE: (
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
    Reason.NOTHING_ANSWERED: ("Noch ist keine Antwort angekreuzt.",),
    Reason.EXISTS: (
        "„{path}“ gibt es schon. Bitte einen anderen Namen wählen.",
        "Das gibt es schon. Bitte einen anderen Namen wählen.",
    ),
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
