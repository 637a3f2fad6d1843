"""A folder with fonts that are missing or broken."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from app.errors import Trouble, Unavailable
from app.folder.build import build
from app.progress import finish
from tests.folder.makers import RESOURCES, make_contents, phrases
from tests.readback import readback

ARABIC = "noto-sans-arabic/NotoSansArabic-Regular.ttf"
MAIN = "noto-sans/NotoSans-Regular.ttf"


@pytest.fixture
def fonts(tmp_path: Path) -> Path:
    return shutil.copytree(RESOURCES / "fonts", tmp_path / "fonts")


def test_a_folder_is_made_without_a_secondary_font_and_names_it(
    fonts: Path, tmp_path: Path
) -> None:
    (fonts / ARABIC).unlink()
    built = finish(build(make_contents("de"), phrases("de"), fonts, tmp_path / "mappe.pdf"))
    assert built.fonts_missing == (ARABIC,)
    assert not readback(built.path)


def test_a_folder_names_no_font_where_all_are_there(fonts: Path, tmp_path: Path) -> None:
    built = finish(build(make_contents("de"), phrases("de"), fonts, tmp_path / "mappe.pdf"))
    assert built.fonts_missing == ()


def test_no_folder_is_made_with_a_broken_main_font(fonts: Path, tmp_path: Path) -> None:
    (fonts / MAIN).write_bytes(b"kein Font")
    with pytest.raises(Unavailable) as told:
        finish(build(make_contents("de"), phrases("de"), fonts, tmp_path / "mappe.pdf"))
    assert (told.value.trouble, told.value.path) == (Trouble.FONT_LACKING, fonts / MAIN)
    assert not (tmp_path / "mappe.pdf").exists()
