"""Shaping, fallback and what no font has."""

from __future__ import annotations

import shutil
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


def copied(directory: Path, *left_out: str) -> Path:
    shutil.copytree(samples.FONTS, directory)
    for name in left_out:
        (directory / name).unlink()
    return directory


def test_a_secondary_font_that_is_missing_is_named_and_others_serve(tmp_path: Path) -> None:
    thai = "noto-sans-thai/NotoSansThai-Regular.ttf"
    faces = Faces.load(copied(tmp_path / "fonts", thai))
    assert faces.lacking == (thai,)
    assert faces.missing_glyphs("ไทย, Größe") == "ไทย"
    assert {piece.text for piece in faces.word("ไทย", bold=False).glyphs} == {PLACEHOLDER}


@pytest.mark.parametrize("hurt", ["cut", "changed", "text"])
def test_a_secondary_font_that_is_broken_is_named_and_others_serve(
    hurt: str, tmp_path: Path
) -> None:
    name = "noto-sans-arabic/NotoSansArabic-Bold.ttf"
    broken = copied(tmp_path / "fonts") / name
    whole = broken.read_bytes()
    half = len(whole) // 2
    broken.write_bytes(
        {
            "cut": whole[:half],
            "changed": whole[:half] + bytes((whole[half] ^ 1,)) + whole[half + 1 :],
            "text": b"<!doctype html>",
        }[hurt]
    )
    faces = Faces.load(tmp_path / "fonts")
    assert faces.lacking == (name,)
    word = faces.word("محمد", bold=True)
    assert word.glyphs[0].face.name == "DejaVuSans-Bold"


def test_without_the_font_of_the_box_a_question_mark_stands_for_it(tmp_path: Path) -> None:
    lacking = ("dejavu-sans/DejaVuSans.ttf", "dejavu-sans/DejaVuSans-Bold.ttf")
    faces = Faces.load(copied(tmp_path / "fonts", *lacking))
    assert sorted(faces.lacking) == sorted(lacking)
    (piece,) = faces.word("漢", bold=True).glyphs
    assert (piece.text, piece.actual) == ("?", "漢")


@pytest.mark.parametrize("weight", ["Regular", "Bold"])
def test_the_main_font_must_be_whole(weight: str, tmp_path: Path) -> None:
    main = copied(tmp_path / "fonts") / f"noto-sans/NotoSans-{weight}.ttf"
    main.write_bytes(main.read_bytes()[:-5000])
    with pytest.raises(Unavailable) as told:
        Faces.load(tmp_path / "fonts")
    assert (told.value.trouble, told.value.path) == (Trouble.FONT_LACKING, main)


def test_a_word_is_of_one_face_where_that_of_its_letters_has_all() -> None:
    faces = samples.faces()
    for text in ("محمد،", "محمد.", "24.12.", "नमस्ते।"):
        assert len(faces.word(text, bold=False).glyphs) == 1, text
    families = [g.face.name for g in faces.word("(محمد)", bold=False).glyphs]
    assert families == ["NotoSans-Regular", "NotoSansArabic-Regular", "NotoSans-Regular"]


def test_brackets_are_mirrored_in_words_from_the_right() -> None:
    faces = samples.faces()
    turned = [g.code for g in faces.word("(محمد)", bold=False, rtl=True).glyphs]
    opening, closing = (faces.word(sign, bold=False, rtl=False).code for sign in "()")
    assert (turned[0], turned[-1]) == (opening, closing)


def test_spaces_are_equally_wide_in_all_faces() -> None:
    faces = samples.faces()
    arabic = faces.word("محمد", bold=False).glyphs[0].face
    assert arabic.space.advance * 1.0 != pytest.approx(faces.space)
    assert faces.space_in(arabic).advance == faces.space


def test_one_letter_from_the_right_has_glyphs_of_its_own() -> None:
    """No reader could tell letters apart that are drawn with the same glyph."""
    faces = samples.faces()
    said: dict[int, str] = {}
    for letter in "ابتثجحخدذرزسشصضطظعغفقكلمنهويىةءأإآؤئپچژگ":
        for text in (letter, letter * 3):
            for bold in (False, True):
                (piece,) = faces.word(text, bold=bold).glyphs
                for gid in piece.gids:
                    told = dict(piece.texts).get(gid) or piece.face.unicode[gid]
                    key = gid + bold * 100_000
                    assert said.setdefault(key, told) == told == letter


def test_a_ligature_says_the_same_with_a_mark_and_without() -> None:
    faces = samples.faces()
    plain = dict(faces.word("كلا", bold=False).glyphs[0].texts)
    marked = dict(faces.word("كلًا", bold=False).glyphs[0].texts)
    assert "لا" in plain.values()
    assert "لا" in marked.values()


def test_a_letter_that_is_there_whole_is_one_glyph() -> None:
    for letter in "ẹịọụễổ":
        (piece,) = samples.faces().word(letter, bold=False).glyphs
        assert (len(piece.gids), piece.texts) == (1, ()), letter


def test_a_missing_font_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(Unavailable) as told:
        Faces.load(tmp_path)
    assert told.value.trouble is Trouble.FONT_LACKING
    assert told.value.path is not None
    assert told.value.path.name == "NotoSans-Regular.ttf"
