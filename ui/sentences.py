"""What happened: a sentence for every act. No Qt here.

Acts come in several forms, the fullest first; `ui.wording` uses the first whose
facts are all there.
"""

from __future__ import annotations

from collections.abc import Mapping

from app.done import Act
from ui import subject_sentences

ACTS: Mapping[Act, tuple[str, ...]] = {
    Act.CASE_REGISTERED: (
        "Fall {name} angelegt. Ansprechperson: {other}, spricht {languages}.",
        "Fall {name} angelegt. Ansprechperson: {other}, mit den wenigsten offenen Fristen.",
        "Fall {name} angelegt.",
        "Fall angelegt.",
    ),
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
        (
            "Fall {name} abgeschlossen: {because}. Weiter läuft der verbundene Fall {other}. "
            "Noch offen: {needs}."
        ),
        "Fall {name} abgeschlossen: {because}. Weiter läuft der verbundene Fall {other}.",
        "Fall {name} abgeschlossen: {because}. Noch offen, bitte unter „Bedarfe“ klären: {needs}.",
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
        "Widerruf von {name} vermerkt. Die Vorstellung bei {stopped} darf nicht weitergehen.",
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
    Act.FOLDER_COMPOSED: (
        "Kapitel „{chapter}“: „{option}“ {change}.",
        "Kapitel „{chapter}“ {change}.",
        "{tabs} {change}.",
        "Mappe für {name} zusammengestellt.",
        "Mappe zusammengestellt.",
    ),
    Act.COMPOSITION_KEPT: (
        "Zusammenstellung „{name}“ gespeichert.",
        "Zusammenstellung gespeichert.",
    ),
    Act.COMPOSITION_REMOVED: (
        "Zusammenstellung „{name}“ gelöscht.",
        "Zusammenstellung gelöscht.",
    ),
    Act.VOUCHER_ADDED: ("Gutschein „{name}“ angelegt.", "Gutschein angelegt."),
    Act.VOUCHER_EDITED: ("Gutschein „{name}“ geändert.", "Gutschein geändert."),
    Act.VOUCHER_ARCHIVED: ("Gutschein „{name}“ aus den Mappen genommen.", "Gutschein archiviert."),
    Act.VOUCHER_RESTORED: ("Gutschein „{name}“ wieder in Gebrauch.", "Gutschein zurückgeholt."),
    Act.BROCHURE_ADDED: ("Broschüre „{name}“ aufgenommen.", "Broschüre aufgenommen."),
    Act.BROCHURE_EDITED: (
        "Angaben zu „{name}“ gespeichert.",
        "Angaben zur Broschüre gespeichert.",
    ),
    Act.BROCHURE_ARCHIVED: ("Broschüre „{name}“ archiviert.", "Broschüre archiviert."),
    Act.BROCHURE_RESTORED: ("Broschüre „{name}“ zurückgeholt.", "Broschüre zurückgeholt."),
    Act.FOLDER_SAVED: (
        "Willkommensmappe für {name} gespeichert: {path}",
        "Willkommensmappe gespeichert: {path}",
        "Willkommensmappe gespeichert.",
    ),
    Act.FOLDER_PRINTED: (
        "Willkommensmappe für {name} an den Drucker gegeben.",
        "Willkommensmappe an den Drucker gegeben.",
    ),
    Act.FOLDERS_SAVED: (
        "Willkommensmappen gespeichert im Ordner „{file}“: {count}.",
        "Willkommensmappen gespeichert.",
    ),
    Act.FOLDER_SAVED_AGAIN: (
        "Mappe von {name} noch einmal gespeichert: {file}",
        "Mappe noch einmal gespeichert.",
    ),
    Act.FOLDER_PRINTED_AGAIN: (
        "Mappe von {name} noch einmal an den Drucker gegeben.",
        "Mappe noch einmal an den Drucker gegeben.",
    ),
    Act.EXCHANGE_SAVED: (
        "Austauschblätter für {name} gespeichert: {file}",
        "Austauschblätter gespeichert.",
    ),
    Act.EXCHANGE_PRINTED: (
        "Austauschblätter für {name} an den Drucker gegeben.",
        "Austauschblätter an den Drucker gegeben.",
    ),
    Act.BOOKLET_SAVED: (
        "Heft für {name} gespeichert: {file}",
        "Heft gespeichert: {file}",
        "Heft gespeichert.",
    ),
    Act.CHECKLIST_SAVED: (
        "Checkliste für {name} gespeichert: {file}",
        "Checkliste gespeichert.",
    ),
    Act.CHECKLIST_PRINTED: (
        "Checkliste für {name} an den Drucker gegeben.",
        "Checkliste an den Drucker gegeben.",
    ),
    Act.CARE_SAVED: (
        "Betreuungsblatt für {name} gespeichert: {file}",
        "Betreuungsblatt gespeichert.",
    ),
    Act.CARE_PRINTED: (
        "Betreuungsblatt für {name} an den Drucker gegeben.",
        "Betreuungsblatt an den Drucker gegeben.",
    ),
    Act.PAPER_SAVED: (
        "{paper} für {name} gespeichert: {file}",
        "{paper} gespeichert.",
        "Blatt gespeichert.",
    ),
    Act.PAPER_PRINTED: (
        "{paper} für {name} an den Drucker gegeben.",
        "{paper} an den Drucker gegeben.",
        "Blatt an den Drucker gegeben.",
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
    Act.TEXT_WRITTEN: ("Text gespeichert ({language}).", "Text gespeichert."),
    Act.TEXTS_RESTORED: (
        "Für {count} Texte gilt wieder die mitgelieferte Fassung ({language}).",
        "Es gilt wieder der mitgelieferte Text ({language}).",
        "Es gilt wieder der mitgelieferte Text.",
    ),
    Act.TEXTS_CHECKED: (
        "{count} Übersetzungen als geprüft vermerkt ({language}).",
        "Übersetzung als geprüft vermerkt ({language}).",
        "Übersetzung als geprüft vermerkt.",
    ),
    Act.TEXTS_UNCHECKED: (
        "{count} Übersetzungen gelten wieder als ungeprüft ({language}).",
        "Die Übersetzung gilt wieder als ungeprüft ({language}).",
        "Die Übersetzung gilt wieder als ungeprüft.",
    ),
    Act.TEXTS_STILL_FIT: (
        "{count} Übersetzungen passen zum heutigen deutschen Text ({language}).",
        "Die Übersetzung passt zum heutigen deutschen Text ({language}).",
        "Die Übersetzung passt zum heutigen deutschen Text.",
    ),
    Act.TEXTS_IMPORTED: (
        "Texte eingelesen ({language}): {changed} geändert, {checked} als geprüft vermerkt.",
        "Texte eingelesen ({language}): {changed} geändert.",
        "Texte eingelesen.",
    ),
    Act.UNDONE: ("Rückgängig gemacht.",),
    Act.REDONE: ("Wiederholt.",),
    **subject_sentences.ACTS,
}
