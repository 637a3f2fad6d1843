"""What happened and what was refused about contacts, in German. No Qt here."""

from __future__ import annotations

from collections.abc import Mapping

from app.done import Act
from app.errors import Reason

ACTS: Mapping[Act, tuple[str, ...]] = {
    Act.CONTACT_FOLLOWED: ("Bei {name} nachgefasst.", "Nachgefasst."),
    Act.CONTACT_UNFOLLOWED: (
        "Bei {name} ist wieder nachzufassen.",
        "Das ist wieder nachzufassen.",
    ),
    Act.PROMISE_NOTED: ("Zusage für {name} gespeichert.", "Zusage gespeichert."),
    Act.PROMISE_EDITED: ("Zusage für {name} geändert.", "Zusage geändert."),
    Act.PROMISE_KEPT: ("Zusage für {name} eingehalten.", "Zusage eingehalten."),
    Act.PROMISE_DROPPED: ("Zusage für {name} ist hinfällig.", "Zusage ist hinfällig."),
    Act.PROMISE_REOPENED: ("Zusage für {name} ist wieder offen.", "Zusage ist wieder offen."),
    Act.PROMISE_REMOVED: ("Zusage für {name} gelöscht.", "Zusage gelöscht."),
    Act.SILENCE_SET: ("Wochen ohne Kontakt gespeichert.",),
}

REASONS: Mapping[Reason, tuple[str, ...]] = {
    Reason.NO_SUCH_PROMISE: ("Diese Zusage gibt es nicht mehr.",),
    Reason.PROMISE_SETTLED: ("Diese Zusage ist schon abgeschlossen. Bitte erst wieder öffnen.",),
    Reason.PROMISE_OPEN: ("Diese Zusage ist noch offen.",),
    Reason.NOTHING_TO_FOLLOW_UP: ("Bei diesem Kontakt ist nichts mehr nachzufassen.",),
    Reason.NOT_CONTACT_MINUTES: ("Bitte ganze Minuten von 1 bis 1440 angeben.",),
    Reason.FOLLOW_UP_WITHOUT_DAY: ("Bitte den Tag angeben, an dem nachzufassen ist.",),
    Reason.FOLLOW_UP_BEFORE_CONTACT: (
        "Das liegt vor dem Kontakt. Nachfassen lässt sich erst danach.",
    ),
    Reason.NOT_SILENCE_WEEKS: ("Bitte ganze Wochen von 1 bis 104 angeben.",),
}
