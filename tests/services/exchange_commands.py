"""The commands on prints as the tests of undo give them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

from app.desk import Desk
from app.done import Act, Done
from app.records.folders import FolderMade, PrintKind, Way

MADE = FolderMade(Path("mappe.pdf"), "de", 14, 7, (), "1" * 64)


def _exchanged(desk: Desk, case: int, _: Path) -> Done:
    (row,) = desk.folders.of_case(case) or [None]
    since = row.id if row else None
    made = FolderMade(
        Path(), "de", 4, 2, (), "2" * 64, kind=PrintKind.EXCHANGE, since=since, changed=1
    )
    return desk.exchanges.record_printed(case, made)


Command = Callable[[Desk, int, Path], Done]

COMMANDS: Mapping[str, Command] = {
    "Folders.record": lambda desk, case, _: desk.folders.record(
        Act.FOLDER_SAVED, case, MADE, Way.SAVED
    ),
    "Exchanges.record_printed": _exchanged,
}
