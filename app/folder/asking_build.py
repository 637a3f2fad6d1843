"""Makes the letters of a verification round: one tagged PDF of many, in steps to be cancelled."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime, time
from pathlib import Path

from app.content.phrases import Phrases
from app.folder.asking import AskingLetter
from app.folder.build import COMPOSING, faces_of, strings_of
from app.folder.sheets.asking import DENSITIES, Density, asking, reference
from app.folder.speech import Speech
from app.progress import Step, Steps, finish
from app.records.checking import LettersMade
from app.typeset import blocks, file, pages
from app.typeset.faces import Faces


def build(
    letters: Sequence[AskingLetter], phrases: Phrases, fonts: Path, path: Path
) -> Steps[LettersMade]:
    """Write the letters to `path`, replacing what lies there only when all is done; closed before
    the end it leaves no part file. Raises `Unavailable` (DISK_FULL, CANNOT_WRITE; NO_SUCH_FILE
    for a missing font)."""
    composed = yield from _composed(letters, phrases, faces_of(fonts))
    missing = faces_of(fonts).missing_glyphs("\n".join(strings_of(tuple(letters))))
    yield from file.write(composed, path)
    return LettersMade(
        path=path,
        letters=len(letters),
        pages=composed.count,
        without_address=tuple(each.name for each in letters if not each.address.lines),
        not_printable=tuple(missing),
    )


def preview(letters: Sequence[AskingLetter], phrases: Phrases, fonts: Path) -> bytes:
    """The same letters as bytes, nothing written."""
    return file.to_bytes(finish(_composed(letters, phrases, faces_of(fonts))))


def _composed(
    letters: Sequence[AskingLetter], phrases: Phrases, faces: Faces
) -> Steps[pages.Pages]:
    speech = Speech(phrases)
    chapters = []
    for number, letter in enumerate(letters):
        yield Step(number, len(letters), COMPOSING)
        chapters.append(_fitting(letter, speech, faces))
    return pages.compose(_document(letters[0], speech, tuple(chapters)), faces)


def _fitting(letter: AskingLetter, speech: Speech, faces: Faces) -> blocks.Chapter:
    """As few pages as can be, and set as roomy as they allow."""
    best: tuple[int, blocks.Chapter] | None = None
    for density in DENSITIES:
        chapter = _chapter(letter, speech, density)
        count = pages.compose(_document(letter, speech, (chapter,)), faces).count
        if count == 1:
            return chapter
        if best is None or count < best[0]:
            best = count, chapter
    assert best is not None  # noqa: S101 - there is more than one density
    return best[1]


def _chapter(letter: AskingLetter, speech: Speech, density: Density) -> blocks.Chapter:
    foot = speech.text(
        "asking.foot_example" if letter.example else "asking.foot",
        reference=reference(letter, speech),
        date=speech.date(letter.created, "numbers"),
    )
    return blocks.Chapter(0, letter.name, asking(letter, speech, density), foot=foot)


def _document(
    first: AskingLetter, speech: Speech, chapters: tuple[blocks.Chapter, ...]
) -> blocks.FolderDocument:
    title = speech.text("asking.title")
    return blocks.FolderDocument(
        title=title,
        lang=speech.language,
        author=first.office.name or first.office.responsible_body,
        subject=title,
        # noon of the day in UTC: the file carries no other stamp, so it can be made again
        created=datetime.combine(first.created, time(12), tzinfo=UTC),
        chapters=chapters,
        numbering=blocks.Numbering.OF_CHAPTER,
        tabs=False,
        single_sided=True,
    )
