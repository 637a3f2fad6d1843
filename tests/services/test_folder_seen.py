"""A folder as the clerk looks at it: the same file, and where each chapter of it stands."""

from __future__ import annotations

from dataclasses import replace

import pytest

from app.errors import Reason, Refused
from app.folder.seen import Shown
from app.progress import finish
from app.records.compositions import STANDARD, ChapterKind
from tests.makers import make_case, with_dates


@pytest.fixture
def case(desk) -> int:
    case_id = make_case(desk, children=1)
    with_dates(desk, case_id)
    return case_id


def test_what_is_seen_is_the_file_of_the_preview(desk, case):
    for bilingual in (False, True):
        seen = finish(desk.folders.seen(case, "en", bilingual=bilingual))
        assert seen.data == desk.folders.preview(case, "en", bilingual=bilingual)
        assert seen.bilingual is bilingual


def test_each_chapter_of_the_composition_is_told_with_its_pages(desk, case):
    seen = finish(desk.folders.seen(case, "en"))
    assert [each.key for each in seen.chapters] == [each.key for each in STANDARD.chapters]
    printed = [each for each in seen.chapters if each.shown is Shown.PRINTED]
    for each in printed:
        assert each.first is not None
        own = seen.pages[each.first]
        assert own.chapter == each.key
        assert own.label == (f"{each.number}–1" if each.number else "")
    assert sum(each.pages for each in printed) == sum(not page.blank for page in seen.pages)
    checklist = seen.chapter("checklist")
    assert checklist is not None
    assert checklist.title == "Ihre Checkliste"
    assert checklist.amount == len(desk.folders.contents(case, "en").checklist) > 0


def test_what_has_nothing_to_say_and_what_is_not_asked_for_is_told_apart(desk, case):
    choice = replace(STANDARD.choice(ChapterKind.TIMELINE), printed=False)
    seen = finish(desk.folders.seen(case, "de", composition=STANDARD.with_choice(choice)))
    by_key = {each.key: each for each in seen.chapters}
    assert by_key["timeline"].shown is Shown.OFF
    assert by_key["partner"].shown is Shown.EMPTY
    assert by_key["partner"].first is None
    assert not any(page.chapter in ("timeline", "partner") for page in seen.pages)


def test_nobodys_folder_cannot_be_seen(desk):
    with pytest.raises(Refused) as refused:
        finish(desk.folders.seen(77, "de"))
    assert refused.value.reason is Reason.NO_SUCH_CASE
