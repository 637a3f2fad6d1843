"""The example county: made like real work, every folder of every family judged."""

from __future__ import annotations

from pathlib import Path

import pytest

from app import demo
from app.paths import resources
from app.progress import finish
from app.records.cases import CaseQuery, CaseState
from app.records.folders import FolderMade
from app.records.providers import Category
from app.services.files import open_data
from app.services.lists import Lists
from tests.conftest import TODAY
from tests.readback import readback
from tests.verapdf.engine import verapdf


@pytest.fixture(scope="module")
def made(tmp_path_factory) -> tuple[FolderMade, ...]:
    folder = tmp_path_factory.mktemp("demo")
    return finish(demo.demo(folder, resources(), lambda: TODAY, "Test"))


@pytest.fixture
def lists(made):
    file = open_data(made[0].path.parent / demo.FILE, write=False)
    found = Lists(file, lambda: TODAY)
    yield found
    found.close()
    file.close()


def test_six_families_have_ids_from_one_and_a_folder_in_each_language(made):
    assert [each.path.name for each in made] == [
        f"mappe-{case}-{language}.pdf" for case in range(1, 7) for language in ("de", "en")
    ]
    assert all(each.pages == 2 * each.sheets for each in made)
    assert all(each.not_printable == () for each in made)


def test_every_folder_is_accessible_and_kept_for_long(made):
    assert verapdf([each.path for each in made]) == []


def test_every_tag_tree_is_read_back_whole(made):
    assert {each.path.name: readback(each.path) for each in made} == {
        each.path.name: [] for each in made
    }


def test_the_county_has_families_and_providers_of_every_needed_kind(lists):
    assert sorted(lists.case_ids(CaseQuery(state=CaseState.ALL))) == [1, 2, 3, 4, 5, 6]
    assert len(lists.case_ids(CaseQuery(state=CaseState.HELD))) == 1
    needed = {Category.KITA, Category.CHILDMINDING, Category.AUTHORITY, Category.EMPLOYER}
    assert needed <= set(lists.category_counts())


def test_a_second_run_keeps_the_file_and_prints_anew(made):
    folder = made[0].path.parent
    before = (folder / demo.FILE).stat().st_ino
    made[0].path.unlink()
    again = finish(demo.demo(folder, resources(), lambda: TODAY, "Test"))
    assert (folder / demo.FILE).stat().st_ino == before
    assert [each.sha256 for each in again] == [each.sha256 for each in made]


def test_a_cancelled_making_leaves_nothing(tmp_path):
    work = demo.make(tmp_path / "neu.hafen", resources())
    for _ in range(2):
        next(work)
    work.close()
    assert list(Path(tmp_path).iterdir()) == []
