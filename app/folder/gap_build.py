"""Makes the page about the gap: one tagged PDF, as close as it takes to stay on one page."""

from __future__ import annotations

from datetime import UTC, datetime, time
from pathlib import Path

from app.content.phrases import Phrases
from app.folder.build import COMPOSING, faces_of
from app.folder.gap import GapPage
from app.folder.sheets.gap import PITCHES, gap
from app.folder.speech import Speech
from app.progress import Step, Steps
from app.typeset import blocks, file, pages


def build(page: GapPage, phrases: Phrases, fonts: Path, path: Path) -> Steps[int]:
    """Write the page to `path` and tell how many there are: one, unless the county has more
    municipalities than fit. Closed before the end it leaves no part file. Raises `Unavailable`
    (DISK_FULL, CANNOT_WRITE; NO_SUCH_FILE for a missing font)."""
    yield Step(0, 1, COMPOSING)
    composed = _composed(page, phrases, fonts)
    yield from file.write(composed, path)
    return composed.count


def preview(page: GapPage, phrases: Phrases, fonts: Path) -> bytes:
    """The same page as bytes, nothing written."""
    return file.to_bytes(_composed(page, phrases, fonts))


def _composed(page: GapPage, phrases: Phrases, fonts: Path) -> pages.Pages:
    speech, faces = Speech(phrases), faces_of(fonts)
    for pitch in PITCHES:
        composed = pages.compose(_document(page, speech, pitch), faces)
        if composed.count == 1:
            break
    return composed


def _document(page: GapPage, speech: Speech, pitch: float) -> blocks.FolderDocument:
    title = speech.text("gap.title")
    stand = speech.date(page.report.made_on, "numbers")
    office = page.office.name or page.office.responsible_body
    foot = speech.text(
        "gap.foot_example" if page.example else "gap.foot",
        office=office or speech.text("gap.office"),
        date=stand,
    )
    return blocks.FolderDocument(
        title=title,
        lang=speech.language,
        author=office,
        subject=title,
        # noon of the day in UTC: the file carries no other stamp, so it can be made again
        created=datetime.combine(page.report.made_on, time(12), tzinfo=UTC),
        chapters=(blocks.Chapter(0, title, gap(page, speech, pitch), foot=foot),),
        numbering=blocks.Numbering.OF_CHAPTER,
        tabs=False,
        single_sided=True,
    )
