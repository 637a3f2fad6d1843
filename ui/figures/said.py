"""What is said of figures. No Qt here."""

from __future__ import annotations

from collections.abc import Mapping

from app.done import Act
from app.errors import Reason

ACTS: Mapping[Act, tuple[str, ...]] = {
    Act.FIGURES_EXPORTED: ("Zahlen gespeichert: {file}.", "Zahlen gespeichert."),
}

REASONS: Mapping[Reason, tuple[str, ...]] = {}
