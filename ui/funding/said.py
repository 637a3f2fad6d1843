"""What happened and what was refused about funding, in German. No Qt here."""

from __future__ import annotations

from collections.abc import Mapping

from app.done import Act
from app.errors import Reason

ACTS: Mapping[Act, tuple[str, ...]] = {
    Act.PROGRAMME_ADDED: (
        "Förderprogramm „{name}“ aufgenommen.",
        "Förderprogramm aufgenommen.",
    ),
    Act.PROGRAMME_EDITED: (
        "Förderprogramm „{name}“ gespeichert.",
        "Förderprogramm gespeichert.",
    ),
    Act.PROGRAMME_ARCHIVED: (
        "Förderprogramm „{name}“ wird nicht mehr vorgeschlagen.",
        "Das Förderprogramm wird nicht mehr vorgeschlagen.",
    ),
    Act.PROGRAMME_RESTORED: (
        "Förderprogramm „{name}“ wird wieder vorgeschlagen.",
        "Das Förderprogramm wird wieder vorgeschlagen.",
    ),
    Act.PROGRAMME_RESET: (
        "Für „{name}“ gilt wieder die mitgelieferte Fassung.",
        "Es gilt wieder die mitgelieferte Fassung des Förderprogramms.",
    ),
    Act.PROGRAMME_ADOPTED: (
        "Für „{name}“ aus der mitgelieferten Fassung übernommen.",
        "Aus der mitgelieferten Fassung übernommen.",
    ),
    Act.PROGRAMME_COMPARED: (
        "„{name}“ ist verglichen. Ihre Fassung gilt weiter.",
        "Das Förderprogramm ist verglichen. Ihre Fassung gilt weiter.",
    ),
    Act.APPLICATION_NOTED: (
        "Förderung „{name}“ vermerkt: {application}. Achtung: {application_hints}.",
        "Förderung „{name}“ vermerkt: {application}.",
        "Förderung vermerkt.",
    ),
    Act.APPLICATION_EDITED: (
        "Förderung „{name}“ gespeichert: {application}. Achtung: {application_hints}.",
        "Förderung „{name}“ gespeichert: {application}.",
        "Förderung gespeichert.",
    ),
    Act.APPLICATION_REMOVED: (
        "Vermerk zur Förderung „{name}“ gelöscht.",
        "Vermerk zur Förderung gelöscht.",
    ),
}

REASONS: Mapping[Reason, tuple[str, ...]] = {
    Reason.NO_SUCH_PROGRAMME: (
        "Dieses Förderprogramm gibt es nicht mehr. Bitte die Liste neu ansehen.",
    ),
    Reason.PROGRAMME_WITHOUT_DAY: (
        (
            "Bitte den Stand angeben: von wann die Angaben sind. Ohne Stand ließe sich nie "
            "sagen, ob das Programm passt."
        ),
    ),
    Reason.NO_ORIGINAL: ("Von diesem Förderprogramm gibt es keine andere, mitgelieferte Fassung.",),
    Reason.NO_SUCH_APPLICATION: (
        "Diesen Vermerk zur Förderung gibt es nicht mehr. Bitte die Liste neu ansehen.",
    ),
    Reason.ALREADY_APPLIED: (
        "„{other}“ ist für diesen Fall schon vermerkt. Bitte den Vermerk dort ändern.",
        "Diese Förderung ist schon vermerkt. Bitte den Vermerk dort ändern.",
    ),
    Reason.PROGRAMMES_EXCLUDE: (
        (
            "Beides zusammen geht nicht: „{other}“ läuft schon. Bitte dort „zurückgezogen“ "
            "vermerken oder hier „erwogen“ wählen."
        ),
        "Beides zusammen geht nicht. Bitte eines von beiden zurückziehen.",
    ),
    Reason.NOTHING_FUNDED: (
        (
            "Zurzeit passt kein Programm, und beantragt ist auch keines. Gedruckt würde ein "
            "leeres Blatt."
        ),
    ),
}
