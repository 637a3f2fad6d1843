"""A sheet that stands for itself: its document, and the tagged PDF made of it."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from pathlib import Path

from app.content.phrases import Phrases
from app.folder.build import COMPOSING, faces_of, strings_of
from app.folder.contents import Office
from app.folder.speech import Speech
from app.progress import Step, Steps
from app.records.folders import FolderMade
from app.typeset import blocks, file, pages


@dataclass(frozen=True)
class PaperSheet:
    """What a sheet says, composed in one language. `parts`: each begins on a sheet of its own and
    is numbered for itself. `name`: whom or what it is for, in the title of the file."""

    title: str
    parts: tuple[tuple[blocks.Block, ...], ...]
    office: Office
    created: date
    name: str = ""
    example: bool = False


def build(sheet: PaperSheet, phrases: Phrases, fonts: Path, path: Path) -> Steps[FolderMade]:
    """Write the sheet to `path`, replacing what lies there only when all is done; closed before
    the end it leaves no part file. Raises `Unavailable` (DISK_FULL, CANNOT_WRITE; FONT_LACKING
    for the main font)."""
    yield Step(0, 1, COMPOSING)
    faces = faces_of(fonts)
    composed = pages.compose(document(sheet, phrases), faces)
    yield from file.write(composed, path)
    return FolderMade(
        path=path,
        language=phrases.language,
        pages=composed.count,
        sheets=composed.sheets,
        not_printable=tuple(faces.missing_glyphs("\n".join(strings_of(sheet)))),
        sha256=hashlib.sha256(path.read_bytes()).hexdigest(),
        fonts_missing=faces.lacking,
    )


def preview(sheet: PaperSheet, phrases: Phrases, fonts: Path) -> bytes:
    """The same sheet as bytes, nothing written."""
    return file.to_bytes(pages.compose(document(sheet, phrases), faces_of(fonts)))


def document(sheet: PaperSheet, phrases: Phrases) -> blocks.FolderDocument:
    """Everything decided, nothing laid out yet: no cover, no tabs, pages counted through."""
    speech = Speech(phrases)
    foot = speech.text(
        "paper.foot_example" if sheet.example else "paper.foot",
        title=sheet.title,
        date=speech.date(sheet.created, "numbers"),
    )
    many = len(sheet.parts) > 1
    return blocks.FolderDocument(
        title=f"{sheet.title} {sheet.name}".strip(),
        lang=speech.language,
        author=sheet.office.name or sheet.office.responsible_body,
        subject=sheet.title,
        # noon of the day in UTC: the file carries no other stamp, so it can be made again
        created=datetime.combine(sheet.created, time(12), tzinfo=UTC),
        chapters=tuple(blocks.Chapter(0, "", part, foot=foot) for part in sheet.parts),
        foot=foot,
        numbering=blocks.Numbering.OF_CHAPTER if many else blocks.Numbering.OF_TOTAL,
        tabs=False,
    )
