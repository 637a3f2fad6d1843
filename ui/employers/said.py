"""What happened and what was refused about employers, in German. No Qt here."""

from __future__ import annotations

from collections.abc import Mapping

from app.done import Act
from app.errors import Reason

ACTS: Mapping[Act, tuple[str, ...]] = {
    Act.EMPLOYER_NOTED: ("Wege zu {name} gespeichert.", "Wege zum Arbeitgeber gespeichert."),
    Act.BENEFIT_ADDED: ("Angebot „{name}“ eingetragen.", "Angebot des Arbeitgebers eingetragen."),
    Act.BENEFIT_EDITED: ("Angebot „{name}“ geändert.", "Angebot des Arbeitgebers geändert."),
    Act.BENEFIT_REMOVED: ("Angebot „{name}“ gelöscht.", "Angebot des Arbeitgebers gelöscht."),
    Act.PATTERN_ADDED: ("Dienstfolge „{name}“ eingetragen.", "Dienstfolge eingetragen."),
    Act.PATTERN_EDITED: ("Dienstfolge „{name}“ geändert.", "Dienstfolge geändert."),
    Act.PATTERN_REMOVED: ("Dienstfolge „{name}“ gelöscht.", "Dienstfolge gelöscht."),
    Act.STEP_CONFIRMED: (
        "„{step}“: Antwort vermerkt ({role}).",
        "Antwort zu einem Schritt vermerkt.",
    ),
    Act.STEP_UNCONFIRMED: (
        "„{step}“: Antwort zurückgenommen ({role}).",
        "Antwort zu einem Schritt zurückgenommen.",
    ),
}

REASONS: Mapping[Reason, tuple[str, ...]] = {
    Reason.NO_SUCH_BENEFIT: ("Dieses Angebot gibt es nicht mehr.",),
    Reason.NO_SUCH_PATTERN: ("Diese Dienstfolge gibt es nicht mehr.",),
    Reason.NO_SUCH_CONFIRMATION: ("Diese Antwort gibt es nicht mehr.",),
    Reason.NOT_A_PATTERN: (
        "Zeile {line} hat {cells} statt 7 Kürzel. Eine Zeile ist eine Woche ab Montag, - ist frei.",
        "Eine Zeile ist eine Woche ab Montag: sieben Kürzel, - ist frei.",
    ),
    Reason.UNKNOWN_SHIFT_CODE: (
        "Das Kürzel „{code}“ hat keinen Dienst. Tragen Sie es zuerst unter „Dienste“ ein.",
        "Ein Kürzel hat keinen Dienst. Tragen Sie es zuerst unter „Dienste“ ein.",
    ),
    Reason.FIRST_DAY_UNKNOWN: (
        "Der erste Arbeitstag fehlt. Tragen Sie ihn bei den Kandidat*innen auf den Tag genau ein.",
    ),
}
