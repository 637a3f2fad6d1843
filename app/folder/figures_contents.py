"""What the report of figures says, frozen: numbers that may be told, and whose office tells."""

from __future__ import annotations

from dataclasses import dataclass

from app.folder.contents import Office
from app.records.figures import FigureReport


@dataclass(frozen=True)
class FiguresPage:
    """`report` bears the day of counting and whether all is invented."""

    report: FigureReport
    office: Office
