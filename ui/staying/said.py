"""What happened and what was refused about staying, in German. No Qt here."""

from __future__ import annotations

from collections.abc import Mapping

from app.done import Act
from app.errors import Reason

ACTS: Mapping[Act, tuple[str, ...]] = {
    Act.TALK_ADDED: ("Gespräch mit {name} gespeichert.", "Gespräch gespeichert."),
    Act.TALK_EDITED: ("Gespräch mit {name} geändert.", "Gespräch geändert."),
    Act.TALK_REMOVED: ("Gespräch mit {name} gelöscht.", "Gespräch gelöscht."),
    Act.LEAVING_NOTED: ("Weggang von {name} vermerkt.", "Weggang vermerkt."),
    Act.LEAVING_REMOVED: ("Weggang von {name} zurückgenommen.", "Weggang zurückgenommen."),
    Act.AMBASSADOR_ADDED: (
        "{name} ist jetzt als Botschafter*in eingetragen.",
        "Botschafter*in eingetragen.",
    ),
    Act.AMBASSADOR_EDITED: (
        "Angaben zu {name} als Botschafter*in geändert.",
        "Angaben zur Botschafter*in geändert.",
    ),
    Act.AMBASSADOR_REMOVED: (
        "{name} ist nicht mehr als Botschafter*in eingetragen.",
        "Botschafter*in ausgetragen.",
    ),
}

REASONS: Mapping[Reason, tuple[str, ...]] = {
    Reason.NO_SUCH_TALK: ("Dieses Gespräch gibt es nicht mehr. Bitte wählen Sie ein anderes.",),
    Reason.TALK_EXISTS: ("Dieses Gespräch gibt es schon. Bitte öffnen Sie es in der Liste.",),
    Reason.NOT_A_MOOD: ("Bitte wählen Sie eine Zahl von 1 (sehr schlecht) bis 5 (sehr gut).",),
    Reason.FOR_AND_AGAINST: (
        "Ein Grund spricht dafür oder dagegen, nicht beides. Bitte entscheiden Sie sich.",
    ),
    Reason.NO_LEAVING: ("Hier ist kein Weggang vermerkt. Bitte sehen Sie im Verlauf nach.",),
    Reason.NO_SUCH_AMBASSADOR: (
        "Diesen Eintrag gibt es nicht mehr. Bitte wählen Sie einen anderen.",
    ),
    Reason.ALREADY_AMBASSADOR: (
        "Diese Person ist dafür schon eingetragen. Bitte ändern Sie den vorhandenen Eintrag.",
    ),
    Reason.AMBASSADOR_CONSENT_MISSING: (
        "Dafür fehlt die Einwilligung (Weitergabe oder Foto). Bitte vermerken Sie sie zuerst.",
    ),
}
