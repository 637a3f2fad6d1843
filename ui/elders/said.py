"""What is said of elders, of places employers keep or pay, and of shares of a cost. No Qt here."""

from __future__ import annotations

from collections.abc import Mapping

from app.done import Act
from app.errors import Reason

ACTS: Mapping[Act, tuple[str, ...]] = {
    Act.ELDER_NOTED: ("Wünsche für {name} gespeichert.", "Wünsche gespeichert."),
    Act.ELDER_FORGOTTEN: ("Wünsche für {name} gelöscht.", "Wünsche gelöscht."),
    Act.EMPLOYER_PLACE_ADDED: (
        "Plätze von {name} bei „{other}“ eingetragen.",
        "Plätze eines Arbeitgebers eingetragen.",
    ),
    Act.EMPLOYER_PLACE_EDITED: (
        "Plätze von {name} bei „{other}“ gespeichert.",
        "Plätze eines Arbeitgebers gespeichert.",
    ),
    Act.EMPLOYER_PLACE_REMOVED: (
        "Plätze von {name} bei „{other}“ entfernt.",
        "Plätze eines Arbeitgebers entfernt.",
    ),
}

REASONS: Mapping[Reason, tuple[str, ...]] = {
    Reason.SHARES_NOT_WHOLE: (
        "Die Anteile ergeben {sum} %, nötig sind 100 %.",
        "Die Anteile müssen zusammen 100 % ergeben.",
    ),
    Reason.NOT_AN_ELDER: (
        (
            "{name} ist als Kind eingetragen. Wünsche für Ältere gibt es für Großeltern und andere "
            "Erwachsene; bitte im Haushalt die Rolle ändern."
        ),
        "Wünsche für Ältere gibt es nur für Erwachsene.",
    ),
    Reason.NO_SUCH_ELDER_NEED: ("Diese Wünsche sind nicht mehr eingetragen.",),
    Reason.DEGREE_WITHOUT_CONSENT: (
        (
            "Das sagt etwas über die Gesundheit von {name} (Art. 9 DSGVO). Bitte zuerst mit "
            "„Einwilligung eintragen“ die zu Gesundheitsdaten vermerken, oder die Angabe "
            "weglassen."
        ),
        "Dafür fehlt die Einwilligung zu Gesundheitsdaten.",
    ),
    Reason.NO_SUCH_EMPLOYER_PLACE: ("Diese Plätze sind nicht mehr eingetragen.",),
    Reason.EMPLOYER_PLACE_TWICE: (
        (
            "Für {name} steht das in dieser Zeit schon da. Bitte den vorhandenen Eintrag ändern "
            "oder die Tage anpassen."
        ),
        "Das steht in dieser Zeit schon da.",
    ),
}
