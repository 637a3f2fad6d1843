"""Every language and every family of the example, alone and beside German; and four samples that
show what a further language takes: one file of text.

Each family is printed in two of the twelve languages here. `python -m tests.every_language` prints
and judges all of them for all families, which takes the reference checker some minutes.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from pypdfium2 import PdfDocument

from app.content.languages import PROGRAM_LANGUAGES
from app.desk import Desk
from tests.every_language import FAMILIES, FURTHER, example, findings, printed

TURN = 2
"""Languages each family has here; together they are all."""


@pytest.fixture(scope="module")
def county(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    desk = example(tmp_path_factory.mktemp("languages"))
    yield desk
    desk.close()


@pytest.mark.parametrize("case", FAMILIES)
def test_a_family_is_printed_in_its_turn_of_the_languages(
    county: Desk, tmp_path: Path, case: int
) -> None:
    languages = PROGRAM_LANGUAGES[TURN * (case - 1) : TURN * case]
    made = printed(county, case, languages, tmp_path)
    assert {folder.language for folder in made} == set(languages)
    assert findings(made) == []
    # the letter takes one page of each side
    assert [overview(folder.path) for folder in made] == [3] * len(made)


def overview(path: Path) -> int:
    """The page, from 0, that the list of chapters stands on: behind the letter."""
    entries = [(entry.level, entry.get_dest().get_index()) for entry in PdfDocument(path).get_toc()]
    return [page for level, page in entries if level == 1][1]


def test_every_language_has_its_turn() -> None:
    assert len(FAMILIES) * TURN == len(PROGRAM_LANGUAGES)


@pytest.mark.parametrize("language", FURTHER)
def test_a_further_language_is_one_file_of_text(
    county: Desk, tmp_path: Path, language: str
) -> None:
    """What it does not say yet, the steps of the templates, is lent and told."""
    assert language in [code for code, _ in county.folders.languages()]
    made = printed(county, 1, (language,), tmp_path)
    assert [folder.bilingual for folder in made] == [False, True]
    assert findings(made) == []
    contents = county.folders.contents(1, language)
    assert contents.translation is not None
    # a step the office wrote itself is German
    assert contents.translation.lent_in == ("en", "de")
