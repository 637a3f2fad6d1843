"""The pack by our engine: tagged, PDF/UA-1 and PDF/A-2a."""

from __future__ import annotations

from datetime import UTC, datetime
from functools import cache
from pathlib import Path

from app.typeset.blocks import (
    QR,
    Block,
    Chapter,
    Column,
    Contents,
    FolderDocument,
    Heading,
    ListBlock,
    Marker,
    Numbering,
    Paragraph,
    Space,
    Table,
    words,
)
from app.typeset.faces import Faces
from app.typeset.file import set_and_drawn
from tests.bench.pack_content import HEADS, TITLE, Pack

FONTS = Path(__file__).parents[2] / "resources" / "fonts"
_STAMP = datetime(2026, 11, 24, 9, 0, tzinfo=UTC)
_WIDTHS = (38.0, 0.0, 30.0, 34.0)


@cache
def _faces() -> Faces:
    return Faces.load(FONTS)


def build(pack: Pack, lang: str = "de") -> bytes:
    columns = tuple(
        Column(words(head), width=width) for head, width in zip(HEADS, _WIDTHS, strict=True)
    )
    blocks: list[Block] = [
        Paragraph(words("\n".join(pack.address))),
        Space(8),
        Heading(1, words(TITLE), in_contents=False),
        *(Paragraph(words(text)) for text in pack.letter),
    ]
    blocks[0], blocks[2] = blocks[2], blocks[0]
    letter, blocks = tuple(blocks), []
    for index, section in enumerate(pack.sections):
        code = pack.codes[index]
        blocks += [Heading(2, words(section.title)), QR(code, code.partition("?")[0])]
        for title, paragraphs in section.parts:
            blocks.append(Heading(3, words(title)))
            blocks += [Paragraph(words(text)) for text in paragraphs]
        if index % 3 == 2:
            rows = tuple(tuple(words(cell) for cell in row) for row in pack.tables[index // 3])
            blocks.append(Table(columns, rows))
    blocks.append(Heading(2, words("Checkliste")))
    blocks.append(ListBlock(tuple(words(text) for text in pack.checks), Marker.BOX))
    document = FolderDocument(
        title=TITLE,
        lang=lang,
        author="Stadt Musterhausen",
        subject="Willkommen",
        created=_STAMP,
        chapters=(
            Chapter(0, "", letter),
            Chapter(0, "", (Contents("Inhalt", depth=2),)),
            Chapter(0, "", tuple(blocks)),
        ),
        foot="Stadt Musterhausen",
        numbering=Numbering.OF_TOTAL,
        tabs=False,
    )
    return set_and_drawn(document, _faces())
