"""Every printed word of every language has its glyphs, in the font that is meant for it."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

from app.typeset.faces import Faces
from tests.folder.makers import RESOURCES

SAMPLES = Path(__file__).parent / "samples"
FILES = sorted(
    [
        *(RESOURCES / "phrases").glob("*.toml"),
        *(RESOURCES / "phrases" / "office").glob("*.toml"),
        *(RESOURCES / "phrases" / "templates").glob("*.toml"),
        *(RESOURCES / "templates").rglob("*.toml"),
        *SAMPLES.glob("*.toml"),
    ]
)
_ARABIC = re.compile("[\u0600-\u06ff\u0750-\u077f]")


def texts(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for each in value.values():
            yield from texts(each)
    elif isinstance(value, list):
        for each in value:
            yield from texts(each)


@pytest.mark.parametrize("file", FILES, ids=lambda file: f"{file.parent.name}/{file.name}")
def test_every_glyph_is_in_the_font_that_must_set_it(file: Path, faces: Faces) -> None:
    found = texts(tomllib.loads(file.read_text("utf-8")))
    words = {word for text in found for word in text.split()}
    assert faces.missing_glyphs(" ".join(sorted(words))) == ""
    for word in words:
        for bold in (False, True):
            for piece in faces.word(word, bold=bold).glyphs:
                family = piece.face.name.partition("-")[0]
                wanted = "NotoSansArabic" if _ARABIC.search(piece.text) else "NotoSans"
                assert family == wanted, (word, piece.text)
                assert 0 not in piece.gids, word


def test_all_shipped_languages_are_looked_at() -> None:
    from app.content.languages import PROGRAM_LANGUAGES

    seen = {file.stem for file in FILES if file.parent.name == "phrases"}
    assert seen >= set(PROGRAM_LANGUAGES)
