"""What happened and what was refused about further training, in German. No Qt here."""

from __future__ import annotations

from collections.abc import Mapping

from app.done import Act
from app.errors import Reason

ACTS: Mapping[Act, tuple[str, ...]] = {
    Act.COURSE_ADDED: ("Angebot „{name}“ aufgenommen.", "Angebot aufgenommen."),
    Act.COURSE_EDITED: ("Angebot „{name}“ gespeichert.", "Angebot gespeichert."),
    Act.COURSE_ARCHIVED: (
        "„{name}“ wird nicht mehr vorgeschlagen.",
        "Das Angebot wird nicht mehr vorgeschlagen.",
    ),
    Act.COURSE_RESTORED: (
        "„{name}“ wird wieder vorgeschlagen.",
        "Das Angebot wird wieder vorgeschlagen.",
    ),
    Act.COURSE_BOOKED: (
        "{name}, „{other}“: {booking}.",
        "Weiterbildung vermerkt.",
    ),
    Act.COURSE_FORGOTTEN: (
        "Vermerk zur Weiterbildung von {name} gelöscht.",
        "Vermerk zur Weiterbildung gelöscht.",
    ),
}

REASONS: Mapping[Reason, tuple[str, ...]] = {
    Reason.NO_SUCH_COURSE: ("Dieses Angebot gibt es nicht mehr. Bitte die Liste neu ansehen.",),
    Reason.COURSE_OVER: (
        (
            "Der Kurs war am {until} zu Ende. Bitte „besucht“ oder „abgelehnt“ vermerken, oder im "
            "Angebot die neuen Tage eintragen."
        ),
        "Der Kurs ist zu Ende. Bitte im Angebot die neuen Tage eintragen.",
    ),
    Reason.COURSE_FULL: (
        (
            "Alle Plätze sind vergeben ({count}). Bitte „gewünscht“ vermerken oder im Angebot die "
            "Zahl der Plätze ändern."
        ),
        "Alle Plätze sind vergeben. Bitte „gewünscht“ vermerken.",
    ),
    Reason.COURSE_TWICE: (
        (
            "Zur selben Zeit läuft „{other}“. Bitte erst dort „abgebrochen“ vermerken oder hier "
            "„gewünscht“ wählen."
        ),
        "Zur selben Zeit läuft ein anderer Kurs.",
    ),
    Reason.NOTHING_FITS: (
        (
            "Zurzeit passt kein Angebot, und vermerkt ist auch keines. Bitte im Netzwerk unter "
            "„Weiterbildung“ Angebote aufnehmen."
        ),
    ),
}
