"""What is said of homes. No Qt here."""

from __future__ import annotations

from collections.abc import Mapping

from app.done import Act
from app.errors import Reason

ACTS: Mapping[Act, tuple[str, ...]] = {
    Act.HOME_WISH_KEPT: ("Wohnungswunsch von {name} gespeichert.", "Wohnungswunsch gespeichert."),
    Act.HOME_ADDED: (
        "Wohnung „{name}“ aufgenommen. Achtung: {offer_hints}.",
        "Wohnung „{name}“ aufgenommen.",
        "Wohnung aufgenommen.",
    ),
    Act.HOME_EDITED: (
        "Wohnung „{name}“ gespeichert. Achtung: {offer_hints}.",
        "Wohnung „{name}“ gespeichert.",
        "Wohnung gespeichert.",
    ),
    Act.HOME_CONFIRMED: (
        "Angebot „{name}“ ist geprüft: Stand heute.",
        "Angebot geprüft: Stand heute.",
    ),
    Act.HOME_ARCHIVED: (
        "„{name}“ wird nicht mehr angeboten.",
        "Die Wohnung wird nicht mehr angeboten.",
    ),
    Act.HOME_RESTORED: ("„{name}“ wird wieder angeboten.", "Die Wohnung wird wieder angeboten."),
    Act.HOMES_IMPORTED: (
        "Wohnungsliste übernommen: {added} neu, {changed} geändert, {count} nicht mehr angeboten.",
        "Wohnungsliste übernommen.",
    ),
    Act.HOME_INTEREST_NOTED: (
        "„{taken}“ für {name}: {home_state}. Achtung: Sie ist an eine andere Familie vergeben.",
        "„{other}“ für {name}: {home_state}. Achtung: {viewing_notes}.",
        "„{other}“ für {name}: {home_state}.",
        "Stand vermerkt.",
    ),
    Act.HOME_INTEREST_FORGOTTEN: (
        "Vermerk zu „{other}“ für {name} gelöscht.",
        "Vermerk zur Wohnung gelöscht.",
    ),
    Act.DORMITORY_KEPT: ("Wohnheim „{name}“ gespeichert.", "Wohnheim gespeichert."),
    Act.DORMITORY_REMOVED: (
        "„{name}“ wird nicht mehr als Wohnheim geführt.",
        "Der Eintrag wird nicht mehr als Wohnheim geführt.",
    ),
    Act.WAITING_NOTED: (
        "{name}, Warteliste „{other}“ vermerkt. Achtung: {waiting_hints}.",
        "{name}, Warteliste „{other}“ vermerkt.",
        "Warteliste vermerkt.",
    ),
    Act.WAITING_FORGOTTEN: (
        "{name} steht nicht mehr auf der Warteliste „{other}“.",
        "Eintrag der Warteliste gelöscht.",
    ),
}

REASONS: Mapping[Reason, tuple[str, ...]] = {
    Reason.NO_SUCH_HOME: ("Diese Wohnung gibt es nicht mehr. Bitte die Liste neu ansehen.",),
    Reason.NO_RENT: (
        "Ein Betrag von 0 € kann nicht stimmen. Bitte leer lassen, wenn er nicht bekannt ist.",
    ),
    Reason.NOT_ROOMS: ("Bitte 1 bis 20 Zimmer eintragen, halbe mit Komma, z. B. 2,5.",),
    Reason.HOME_TWICE: (
        (
            "Diese Wohnung gibt es vielleicht schon: „{other}“, aufgenommen am {on}. Bitte dort "
            "ergänzen oder „Trotzdem aufnehmen“ wählen."
        ),
        "Diese Wohnung gibt es vielleicht schon.",
    ),
    Reason.HOME_ENDED: (
        (
            "„{other}“ wird nicht mehr angeboten. Bitte im Netzwerk unter „Wohnungen“ erst wieder "
            "anbieten, oder vermerken, dass nichts daraus wurde."
        ),
        "Die Wohnung wird nicht mehr angeboten.",
    ),
    Reason.VIEWING_DAY_MISSING: ("Bitte den Tag der Besichtigung eintragen.",),
    Reason.NO_SUCH_INTEREST: ("Diesen Vermerk gibt es nicht mehr. Bitte die Liste neu ansehen.",),
    Reason.NO_HOME_FITS: (
        (
            "Zurzeit passt keine Wohnung, und vermerkt ist auch keine. Bitte den Wunsch prüfen "
            "oder im Netzwerk unter „Wohnungen“ Angebote aufnehmen."
        ),
    ),
    Reason.NO_SUCH_DORMITORY: (
        "Dieses Wohnheim ist nicht eingetragen. Bitte im Netzwerk unter „Wohnheime“ aufnehmen.",
    ),
    Reason.DORMITORY_IN_USE: (
        (
            "Auf der Warteliste stehen noch Menschen der Servicestelle ({count}). Bitte ihre "
            "Einträge zuerst löschen."
        ),
        "Auf der Warteliste stehen noch Menschen der Servicestelle.",
    ),
    Reason.NO_SUCH_WAITING: ("Diesen Eintrag gibt es nicht mehr. Bitte die Liste neu ansehen.",),
    Reason.NO_HOMES_IN_LIST: (
        (
            "In der Liste fehlen Spalten: {columns}. Gebraucht werden mindestens Kennung, Titel "
            "und Ort."
        ),
        "In der Liste steht keine Wohnung.",
    ),
}
