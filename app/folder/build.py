"""Makes the folder: contents and phrases in, a tagged PDF out, in steps that can be cancelled."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass, fields, is_dataclass, replace
from functools import partial
from pathlib import Path
from typing import TypeAlias

from app.content.phrases import Phrases
from app.folder.compose import compose, dates
from app.folder.contents import FolderContents, Member
from app.folder.editions import ALONE, Extras
from app.folder.kept import PrintRecord
from app.folder.sheets.brochure import described
from app.folder.speech import Speech
from app.progress import Step, Steps
from app.records.brochures import PrintedBrochure
from app.typeset import blocks, file, pages
from app.typeset.faces import Faces

# What of the contents is printed: the whole folder, or one list alone.
Composer: TypeAlias = Callable[[FolderContents, Phrases, Extras], blocks.FolderDocument]

# The first part of the work as the window names it; the rest is told by `typeset.file`.
COMPOSING = "composing"

# Reading fonts takes longer than setting a folder. Shaping with one font is not for two threads
# at once, so each thread keeps its own.
_kept = threading.local()


@dataclass(frozen=True)
class Built:
    """A folder that lies at `path`: its pages, the sheets of paper when printed on both sides,
    and the characters no font of the program has, each once, in the order they were met.
    `fonts_missing`: font files that were not there or could not be read, so that others served.
    `unequal`: chapters whose two languages could not be set beside each other. `record`: what is
    kept of a whole folder."""

    path: Path
    pages: int
    sheets: int
    not_printable: tuple[str, ...]
    fonts_missing: tuple[str, ...] = ()
    unequal: tuple[int, ...] = ()
    record: PrintRecord | None = None


def build(
    contents: FolderContents,
    phrases: Phrases,
    fonts: Path,
    path: Path,
    composer: Composer = compose,
    extras: Extras = ALONE,
) -> Steps[Built]:
    """Write the folder to `path`, replacing what lies there only when all is done.

    `fonts` is the directory of the fonts. Closed before the end it leaves no part file. Raises
    `Unavailable` (DISK_FULL, CANNOT_WRITE; FONT_LACKING for the main font; BROCHURE_UNREADABLE).
    """
    yield Step(0, 1, COMPOSING)
    faces = faces_of(fonts)
    composed = _composed(contents, phrases, faces, composer, extras)
    missing = not_printable(contents, faces)
    record = recorded(composed, contents, phrases, extras) if composer is compose else None
    yield from file.write(composed, path, _finishing(phrases, extras))
    return Built(
        path,
        composed.count,
        composed.sheets,
        missing,
        faces.lacking,
        unequal=composed.unequal,
        record=record,
    )


def preview(
    contents: FolderContents,
    phrases: Phrases,
    fonts: Path,
    composer: Composer = compose,
    extras: Extras = ALONE,
) -> bytes:
    """The same folder as bytes, nothing written."""
    composed = _composed(contents, phrases, faces_of(fonts), composer, extras)
    return file.to_bytes(composed, _finishing(phrases, extras))


def _finishing(phrases: Phrases, extras: Extras) -> file.Finishing:
    """Puts the brochures of a folder into the drawn file; qpdf comes only where there are any."""

    def finish(drawn: bytes, composed: pages.Pages) -> bytes:
        if not composed.has_others:
            return drawn
        from app.folder.brochures.insertion import Insert, inserted

        speech = Speech(phrases)
        inserts = {
            each.key: Insert(each.content, partial(_described, each, speech), each.draft.language)
            for each in extras.brochures
        }
        return inserted(drawn, composed, inserts)

    return finish


def _described(printed: PrintedBrochure, speech: Speech, page: int) -> str:
    return described(printed, page, speech)


def set_pages(
    contents: FolderContents,
    phrases: Phrases,
    fonts: Path,
    composer: Composer = compose,
    extras: Extras = ALONE,
) -> tuple[blocks.FolderDocument, pages.Pages]:
    """What is printed and the pages it was set on, nothing written."""
    return _set(contents, phrases, faces_of(fonts), composer, extras)


def previewed(
    contents: FolderContents, phrases: Phrases, fonts: Path, extras: Extras = ALONE
) -> tuple[bytes, PrintRecord]:
    """The whole folder as bytes, and what is kept of it once it is printed."""
    composed, record = whole(contents, phrases, fonts, extras)
    return file.to_bytes(composed, _finishing(phrases, extras)), record


def whole(
    contents: FolderContents, phrases: Phrases, fonts: Path, extras: Extras = ALONE
) -> tuple[pages.Pages, PrintRecord]:
    """The pages of a whole folder, and what is kept of it; nothing drawn yet."""
    composed = _composed(contents, phrases, faces_of(fonts), compose, extras)
    return composed, recorded(composed, contents, phrases, extras)


def recorded(
    composed: pages.Pages, contents: FolderContents, phrases: Phrases, extras: Extras
) -> PrintRecord:
    """What is kept of a whole folder beside its file."""
    beside = (extras.beside.contents,) if extras.beside else ()
    printed = without_unprintable_names(contents, composed.faces)
    return PrintRecord((contents, *beside), composed.marks, dates(printed, phrases, extras))


def _composed(
    contents: FolderContents, phrases: Phrases, faces: Faces, composer: Composer, extras: Extras
) -> pages.Pages:
    return _set(contents, phrases, faces, composer, extras)[1]


def _set(
    contents: FolderContents, phrases: Phrases, faces: Faces, composer: Composer, extras: Extras
) -> tuple[blocks.FolderDocument, pages.Pages]:
    printed = without_unprintable_names(contents, faces)
    document = composer(printed, phrases, extras)
    return document, pages.compose(document, faces)


def faces_of(fonts: Path) -> Faces:
    known: dict[Path, Faces] | None = getattr(_kept, "faces", None)
    if known is None:
        known = _kept.faces = {}
    if fonts not in known:
        known[fonts] = Faces.load(fonts)
    return known[fonts]


def not_printable(contents: FolderContents, faces: Faces) -> tuple[str, ...]:
    """Characters of the contents that no font has a glyph for, each once."""
    return tuple(faces.missing_glyphs("\n".join(strings_of(contents))))


def without_unprintable_names(contents: FolderContents, faces: Faces) -> FolderContents:
    """A name in a script no font has is left off the cover: boxes are no greeting.

    The same name stands there in Latin letters.
    """
    members = tuple(_printable(member, faces) for member in contents.members)
    return replace(contents, members=members)


def _printable(member: Member, faces: Faces) -> Member:
    missing = faces.missing_glyphs(member.own_script)
    return replace(member, own_script="") if missing else member


def strings_of(value: object) -> Iterator[str]:
    """Every text of a frozen value, in the order of its fields."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, tuple):
        for each in value:
            yield from strings_of(each)
    elif is_dataclass(value):
        for field in fields(value):
            yield from strings_of(getattr(value, field.name))
