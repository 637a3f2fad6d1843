"""How far the translation of one folder may be trusted, for its last page."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from sqlalchemy.orm import Session

from app.content.languages import OFFICE_LANGUAGE
from app.folder.contents import ChecklistEntry, TimelineEntry, Translation
from app.records.wordings import Matter, Standing
from app.services.planner import Planner
from app.services.wordings_reading import rows


def translation_in(
    session: Session,
    planner: Planner,
    resources: Path,
    language: str,
    printed: Iterable[TimelineEntry | ChecklistEntry],
) -> Translation | None:
    """Counted over all texts of the language; the languages that stand in are those of what is
    `printed` and of its phrases. None for German, which is no translation."""
    if language == OFFICE_LANGUAGE:
        return None
    texts = list(rows(session, planner.catalogue, resources, language))
    phrases = (text.lent_in for text in texts if text.matter is Matter.PHRASES)
    lent = dict.fromkeys((*_languages(printed), *phrases))
    checks = [
        text.checked_on
        for text in texts
        if text.standing is Standing.CHECKED and text.checked_on is not None
    ]
    return Translation(
        whole=len(texts),
        unchecked=sum(text.standing is Standing.UNCHECKED for text in texts),
        outdated=sum(text.standing is Standing.OUTDATED for text in texts),
        lent_in=tuple(each for each in lent if each),
        checked_on=max(checks, default=None),
    )


def _languages(printed: Iterable[TimelineEntry | ChecklistEntry]) -> Iterator[str]:
    """The languages entries are lent in, blank for the folder's own."""
    for entry in printed:
        yield entry.language
        if isinstance(entry, ChecklistEntry):
            yield from (paper.language for paper in entry.documents)
