"""Shaping, fallback and what no font has."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.errors import Trouble, Unavailable
from app.typeset.faces import PLACEHOLDER, Faces
from tests.typeset import hard, samples


def test_latin_words_are_one_piece_of_the_first_face() -> None:
    word = samples.faces().word("Größe", bold=False)
    assert len(word.glyphs) == 1
    assert word.code
    assert word.glyphs[0].face is samples.faces().face(bold=False)


def test_pairs_are_kerned() -> None:
    faces = samples.faces()
    apart = faces.word("A", bold=False).advance + faces.word("V", bold=False).advance
    assert faces.word("AV", bold=False).advance < apart


def test_a_word_is_shaped_once() -> None:
    faces = samples.faces()
    assert faces.word("einmal", bold=True) is faces.word("einmal", bold=True)


@pytest.mark.parametrize(
    ("text", "family"),
    [
        ("محمد", "NotoSansArabic"),
        ("שלום", "DejaVuSans"),
        ("ไทย", "NotoSansThai"),
        ("தமிழ்", "NotoSansTamil"),
        ("ქართული", "DejaVuSans"),
        ("Հայերեն", "DejaVuSans"),
        ("नमस्ते", "NotoSans"),
    ],
)
def test_other_scripts_fall_back_to_a_face_that_has_them(text: str, family: str) -> None:
    word = samples.faces().word(text, bold=False)
    assert {glyphs.face.name.partition("-")[0] for glyphs in word.glyphs} == {family}
    assert all(0 not in glyphs.gids for glyphs in word.glyphs)


def test_arabic_letters_are_joined_and_run_right_to_left() -> None:
    faces = samples.faces()
    word = faces.word("ببب", bold=False)
    alone = faces.word("ب", bold=False)
    assert word.glyphs[0].rtl
    assert word.glyphs[0].gids != alone.glyphs[0].gids
    # Drawn from the left: the alef that is said first stands last.
    (alef,) = faces.word("ا", bold=False).glyphs[0].gids
    assert faces.word("اب", bold=False).code.endswith(f"{alef:04X}>")


def test_what_no_font_has_is_told_once_each() -> None:
    assert samples.faces().missing_glyphs("漢 Haddad 漢字 \ue000") == "漢字\ue000"
    assert samples.faces().missing_glyphs("Größe – Ähre 😀\n\u200d\u00ad") == ""


def test_what_no_font_has_is_drawn_as_a_box_and_read_as_itself() -> None:
    word = samples.faces().word("漢", bold=False)
    assert word.glyphs[0].text == PLACEHOLDER
    assert word.glyphs[0].actual == "漢"


def test_no_hard_string_reaches_the_missing_glyph() -> None:
    faces = samples.faces()
    from app.typeset.characters import printable

    for text in (*hard.OWN, *hard.naughty(), *hard.names()):
        for piece in printable(text).split():
            for bold in (False, True):
                assert all(0 not in g.gids for g in faces.word(piece, bold=bold).glyphs), piece


def test_names_of_forty_locales_are_missing_only_in_east_asian_scripts() -> None:
    missing = samples.faces().missing_glyphs("".join(hard.names()))
    assert all(ord(character) >= 0x3000 for character in missing)


def test_a_missing_font_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(Unavailable) as told:
        Faces.load(tmp_path)
    assert told.value.trouble is Trouble.NO_SUCH_FILE
    assert told.value.path is not None
    assert told.value.path.name == "NotoSans-Regular.ttf"
