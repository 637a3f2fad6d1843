"""What is said of the move. No Qt here."""

from __future__ import annotations

from collections.abc import Mapping

from app.done import Act
from app.errors import Reason

ACTS: Mapping[Act, tuple[str, ...]] = {
    Act.MOVE_DESCRIBED: ("Angaben zum Umzug gespeichert.",),
    Act.QUOTE_ADDED: (
        "Angebot von {twice} aufgenommen. Achtung: Es steht schon da, mit gleichem Preis und Tag.",
        ("Angebot von {name} aufgenommen. Achtung: Umzugstag vor Vertrag oder Einzug ({until})."),
        "Angebot von {name} aufgenommen.",
        "Umzugsangebot aufgenommen.",
    ),
    Act.QUOTE_EDITED: (
        (
            "Angebot von {name} gespeichert. Achtung: Die Kosten „{kept}“ bleiben, dort ist schon "
            "etwas vermerkt."
        ),
        "Angebot von {twice} gespeichert. Achtung: Es steht schon da, mit gleichem Preis und Tag.",
        ("Angebot von {name} gespeichert. Achtung: Umzugstag vor Vertrag oder Einzug ({until})."),
        "Angebot von {name} gespeichert.",
        "Umzugsangebot gespeichert.",
    ),
    Act.QUOTE_CHOSEN: (
        ("{name} beauftragt. Achtung: Die Kosten „{kept}“ bleiben, dort ist schon etwas vermerkt."),
        "{name} beauftragt; die anderen Angebote sind abgelehnt, der Preis steht bei den Kosten.",
        "Umzugsfirma beauftragt.",
    ),
    Act.QUOTE_REMOVED: ("Angebot von {name} gelöscht.", "Umzugsangebot gelöscht."),
    Act.MOVE_COST_ADDED: (
        (
            "Kosten „{name}“ aufgenommen. Achtung: Für „{other}“ soll auch eine andere Stelle "
            "zahlen, zusammen mehr als der Betrag."
        ),
        "Kosten „{name}“ aufgenommen.",
        "Kosten des Umzugs aufgenommen.",
    ),
    Act.MOVE_COST_EDITED: (
        (
            "Kosten „{name}“ gespeichert. Achtung: Für „{other}“ soll auch eine andere Stelle "
            "zahlen, zusammen mehr als der Betrag."
        ),
        "Kosten „{name}“ gespeichert.",
        "Kosten des Umzugs gespeichert.",
    ),
    Act.MOVE_COST_REMOVED: ("Kosten „{name}“ gelöscht.", "Kosten des Umzugs gelöscht."),
}

REASONS: Mapping[Reason, tuple[str, ...]] = {
    Reason.NO_SUCH_QUOTE: ("Dieses Umzugsangebot gibt es nicht mehr. Bitte neu ansehen.",),
    Reason.NO_SUCH_MOVE_COST: ("Diese Kosten gibt es nicht mehr. Bitte neu ansehen.",),
    Reason.QUOTE_WITHOUT_PRICE: (
        "Zu diesem Angebot fehlt der Preis. Bitte erst den Preis eintragen, dann beauftragen.",
    ),
    Reason.QUOTE_NOT_CHOSEN_HERE: (
        "Bitte mit „Beauftragen“ wählen, damit die anderen Angebote abgelehnt werden.",
    ),
    Reason.QUOTE_HAS_COSTS: (
        (
            "Zu diesem Angebot sind Kosten eingetragen, für die es schon einen Beleg, einen Antrag "
            "oder Geld gibt. Bitte erst diese Kosten löschen oder das Angebot auf „abgelehnt“ "
            "setzen."
        ),
    ),
    Reason.REFUND_TOO_HIGH: (
        (
            "Zurückgezahlt kann nicht mehr sein als der Betrag. Bitte den Betrag prüfen oder den "
            "Rest bei anderen Kosten eintragen."
        ),
    ),
    Reason.REFUND_WITHOUT_AMOUNT: (
        "Zum Tag der Rückzahlung fehlt der Betrag. Bitte eintragen, notfalls 0.",
    ),
    Reason.NO_MOVE_COSTS: (
        (
            "Zu diesem Umzug sind noch keine Kosten eingetragen. Bitte erst ein Angebot "
            "beauftragen oder Kosten eintragen."
        ),
    ),
}
