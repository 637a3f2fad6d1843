"""Every language and every family of the example, alone and beside German; and four samples that
show what a further language takes: one file of text.

Each family is printed in two of the twelve languages here; the reference checker, which takes
longest, judges one of them alone and the other beside German. `python -m tests.every_language`
prints and judges all of them for all families.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from pypdfium2 import PdfDocument

from app.content.languages import PROGRAM_LANGUAGES
from app.content.phrases import load_phrases
from app.desk import Desk
from app.records.folders import FolderMade
from tests.conftest import ROOT
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
    assert findings(made, with_reference(made, languages[case % TURN])) == []
    # the letter takes one page of each side, behind the cover and the greeting on its back
    assert [overview(folder) for folder in made] == [3 + 2 * folder.bilingual for folder in made]


def with_reference(made: list[FolderMade], beside: str) -> list[FolderMade]:
    """One language beside German, the other alone."""
    chosen = [each for each in made if each.bilingual == (each.language == beside)]
    return chosen if len(chosen) == TURN else made


def overview(made: FolderMade) -> int:
    """The page, from 0, that the list of chapters stands on."""
    title = load_phrases(ROOT / "resources" / "phrases", made.language)[0].text("contents.title")
    page, *_ = (
        entry.get_dest().get_index()
        for entry in PdfDocument(made.path).get_toc()
        if entry.get_title() == title
    )
    return page


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
    assert findings(made, made[:1]) == []
    contents = county.folders.contents(1, language)
    assert contents.translation is not None
    # a step the office wrote itself is German
    assert contents.translation.lent_in == ("en", "de")
