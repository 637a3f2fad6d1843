"""The commands on brochures as the tests of undo give them, and an office to give them in."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

from app.desk import Desk
from app.done import Done
from app.records.brochures import BrochureDraft, BrochureFacts, BrochureFound, Treatment

DRAFT = BrochureDraft("Deiche", "de", "Ein Heft über Deiche", "Deichverband Musterfehn")
FOUND = BrochureFound(
    b"%PDF-1.7 cleaned", BrochureFacts(2, ((210.0, 297.0),) * 2, False, Treatment.FIGURE)
)


def prepare(desk: Desk) -> None:
    """Two brochures of one file, the second archived."""
    for title in ("Deiche", "Siele"):
        desk.brochures.add(FOUND, BrochureDraft(title, "de", "Ein Heft"))
    desk.brochures.archive(_id(desk, "Siele"))


def _id(desk: Desk, title: str) -> int:
    return next(row.id for row in desk.brochures.all() if row.draft.title == title)


Command = Callable[[Desk, int, Path], Done]

COMMANDS: Mapping[str, Command] = {
    "Brochures.add": lambda desk, _, __: desk.brochures.add(FOUND, DRAFT),
    "Brochures.edit": lambda desk, _, __: desk.brochures.edit(_id(desk, "Deiche"), DRAFT),
    "Brochures.archive": lambda desk, _, __: desk.brochures.archive(_id(desk, "Deiche")),
    "Brochures.restore": lambda desk, _, __: desk.brochures.restore(_id(desk, "Siele")),
}
