"""What is said of needs. No Qt here."""

from __future__ import annotations

from collections.abc import Mapping

from app.done import Act
from app.errors import Reason

ACTS: Mapping[Act, tuple[str, ...]] = {
    Act.NEED_NOTED: (
        "Bedarf {need}: {need_state}. Achtung: geklärt {need_early} ({on}).",
        "Bedarf {need}: {need_state}.",
        "Bedarf vermerkt.",
    ),
    Act.NEED_FORGOTTEN: ("Vermerk zum Bedarf {need} gelöscht.", "Vermerk gelöscht."),
}

REASONS: Mapping[Reason, tuple[str, ...]] = {
    Reason.NO_SUCH_NEED: ("Zu diesem Bedarf ist nichts vermerkt. Bitte die Liste neu ansehen.",),
    Reason.NOT_UNMET: (
        (
            "Grund und Ausgang gehören zu einem Bedarf, der nicht erfüllt wurde. Bitte „nicht "
            "erfüllt“ wählen oder beide leeren."
        ),
    ),
}
