"""What the sheet for a talk says, frozen, and nothing else: of what was said there is no field."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from app.folder.contents import Office


@dataclass(frozen=True)
class TalkContents:
    """`on`: the day of the talk, None where it is not known yet."""

    created: date
    office: Office
    name: str
    on: date | None
    example: bool = False
