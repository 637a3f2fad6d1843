"""What is kept of a printed folder beside its file: what was printed, and what tells its sheets."""

from __future__ import annotations

import json
import zlib
from dataclasses import dataclass
from datetime import date

from app.folder import frozen
from app.folder.contents import ChecklistEntry, FolderContents
from app.folder.dating import Dated
from app.folder.editions import Former
from app.typeset.sheets import Handed, SheetMark

_LEVEL = 6


@dataclass(frozen=True)
class PrintRecord:
    """`editions`: the contents, and the German ones beside them. `sheets` of the whole folder as
    the family has it from then on, even where only some of them were handed out."""

    editions: tuple[FolderContents, ...]
    sheets: tuple[SheetMark, ...]
    dated: tuple[Dated, ...] = ()

    @property
    def former(self) -> Former:
        """What a later folder is compared with."""
        tasks = tuple(each.checklist for each in self.editions)
        return Former(tuple(each.handed for each in self.sheets), self.dated, tasks)


def packed(record: PrintRecord) -> bytes:
    """The record as compressed JSON; the same bytes for the same record."""
    text = json.dumps(frozen.written(record), ensure_ascii=False, separators=(",", ":"))
    return zlib.compress(text.encode("utf-8"), _LEVEL)


def former(content: bytes) -> Former:
    """What a later folder is compared with, without reading all the rest. Raises as `unpacked`."""
    try:
        said = json.loads(zlib.decompress(content))
        sheets = tuple(
            Handed(
                (each["chapter"], each["place"]),
                date.fromisoformat(each["day"]),
                (each["front"]["print"], each["back"]["print"]),
            )
            for each in said["sheets"]
        )
        listed = [each.get("checklist", []) for each in said["editions"]]
        tasks = frozen.read(tuple[tuple[ChecklistEntry, ...], ...], listed)
        return Former(sheets, frozen.read(tuple[Dated, ...], said.get("dated", [])), tasks)
    except (zlib.error, KeyError, TypeError) as error:
        raise ValueError(str(error)) from error


def unpacked(content: bytes) -> PrintRecord:
    """Raises `ValueError` where it is no record, or of a version that said it otherwise."""
    try:
        return frozen.read(PrintRecord, json.loads(zlib.decompress(content)))
    except (zlib.error, KeyError, TypeError) as error:
        raise ValueError(str(error)) from error
