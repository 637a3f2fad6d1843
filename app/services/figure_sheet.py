"""The report of figures on its way to paper: what was counted, and whose office tells it."""

from __future__ import annotations

from sqlalchemy.orm import Session

from app.folder.figures_contents import FiguresPage
from app.folder.papers import PaperSheet
from app.folder.sheets.figures import figures
from app.folder.speech import Speech
from app.records.figures import FigureReport
from app.services.folder_contents import office_of


def figures_sheet(report: FigureReport, session: Session, speech: Speech) -> PaperSheet:
    """A report as it was counted, composed for paper."""
    return figures(FiguresPage(report, office_of(session, report.counted_on, None)), speech)
