"""Compositions as text."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest

from app.folder.compositions import in_order, read, written
from app.records.compositions import STANDARD, ChapterChoice, ChapterKind, Composition, Option


def test_what_was_written_is_read_back():
    moved = (STANDARD.chapters[0], *reversed(STANDARD.chapters[1:]))
    brochure = ChapterChoice(ChapterKind.BROCHURE, brochure=3)
    composition = Composition((*moved, brochure), tab_sheets=False)
    assert read(written(composition)) == composition


def test_what_another_version_wrote_is_read_as_far_as_it_is_known():
    told = json.loads(written(STANDARD))
    told["chapters"][5]["options"].append("holograms")
    told["chapters"].insert(2, {"kind": "horoscope", "printed": True, "options": []})
    told["chapters"] = [each for each in told["chapters"] if each["kind"] != "vouchers"]
    found = read(json.dumps(told))
    assert [each.kind for each in found.chapters] == [each.kind for each in STANDARD.chapters]
    assert found.choice(ChapterKind.DOCUMENTS) == STANDARD.choice(ChapterKind.DOCUMENTS)
    assert not found.choice(ChapterKind.VOUCHERS).printed


@pytest.mark.parametrize("text", ["", "{}", "[]", '{"chapters": 3}', "nonsense"])
def test_what_is_no_composition_is_refused(text):
    with pytest.raises(ValueError, match=r"composition|Expecting"):
        read(text)


def test_the_cover_comes_first_whatever_was_dragged():
    dragged = Composition((*STANDARD.chapters[1:], STANDARD.chapters[0]))
    assert in_order(dragged).chapters[0].kind is ChapterKind.COVER
    assert in_order(dragged).chapters[1:] == STANDARD.chapters[1:]


def test_a_chapter_offers_only_its_own_options():
    checklist = STANDARD.choice(ChapterKind.CHECKLIST)
    strange = replace(checklist, options=frozenset({Option.QUESTIONS, Option.TEA}))
    found = read(written(STANDARD.with_choice(strange))).choice(ChapterKind.CHECKLIST)
    assert found.options == {Option.QUESTIONS}
