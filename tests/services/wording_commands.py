"""The commands on texts as the tests of undo give them, and an office to give them in."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

from app.desk import Desk
from app.done import Done

OPENING, CLOSING = "phrases.letter.opening", "phrases.letter.closing"
TITLE = "templates.documents.cv"


def prepare(desk: Desk) -> None:
    """An own wording that is outdated, and one that was checked."""
    desk.wordings.write("en", OPENING, "Moin, good to have you here.", "Imke Okken")
    desk.wordings.write("de", OPENING, "schön, dass Sie da sind.")
    desk.wordings.check("en", [TITLE], "Imke Okken")


def file_of(folder: Path) -> Path:
    file = folder / "en.toml"
    file.write_text('[letter]\nclosing = "Yours"\n', encoding="utf-8")
    return file


Command = Callable[[Desk, int, Path], Done]

COMMANDS: Mapping[str, Command] = {
    "Wordings.write": lambda desk, _, __: desk.wordings.write("en", CLOSING, "Yours"),
    "Wordings.restore": lambda desk, _, __: desk.wordings.restore("en", [OPENING]),
    "Wordings.check": lambda desk, _, __: desk.wordings.check("en", [CLOSING, TITLE], "Jan Poppen"),
    "Wordings.uncheck": lambda desk, _, __: desk.wordings.uncheck("en", [TITLE]),
    "Wordings.still_fits": lambda desk, _, __: desk.wordings.still_fits("en", [OPENING]),
    "Wordings.import_file": lambda desk, _, folder: desk.wordings.import_file(
        "en", file_of(folder), "Jan Poppen"
    ),
}
