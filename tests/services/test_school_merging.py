"""Two entries of one school made one: what each says of the school is kept part by part."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from app.records.merging import Matter, Pick
from app.records.providers import Category
from app.records.schools import ProfileDraft
from app.rules.school_matching import AllDay, SchoolType
from tests.makers import make_provider
from tests.services.test_undo import everything

WHY = "doppelt"
MINE = ProfileDraft(
    SchoolType.PRIMARY, 1, 4, all_day=AllDay.OPEN, as_of=date(2026, 11, 2), languages=("nl",)
)
OTHERS = ProfileDraft(
    SchoolType.OTHER,
    1,
    6,
    catchment=("03452019",),
    all_day_osm="Mo-Th 13:00-15:30",
    all_day_places=3,
    german_class=True,
    holiday_care=False,
    languages=("fr",),
    public_note="Bitte am Tor klingeln.",
    source="Liste des Schulamts",
    as_of=date(2026, 9, 1),
)


def made(desk, name, profile):
    found = make_provider(desk, organisation=name, category=Category.SCHOOL, street="Am Markt 3")
    if profile is not None:
        desk.schools.describe(found, profile)
    return found


def seen_from(desk, kept, dropped):
    found = desk.duplicates.comparison(kept, dropped)
    return found if found.kept.id == kept else found.turned


def merged(desk, mine, others, **chosen):
    """The profile after a merge with what is proposed, but for what somebody chose."""
    kept, dropped = made(desk, "Schule am Deich", mine), made(desk, "GS am Deich", others)
    picks = seen_from(desk, kept, dropped).proposal() | chosen.get("picks", {})
    done = desk.duplicates.merge(kept, dropped, picks, WHY)
    assert desk.schools.profile(dropped) is None
    return desk.schools.profile(kept), done


def test_what_the_kept_school_leaves_open_comes_from_the_other(desk):
    profile, _ = merged(desk, MINE, OTHERS)
    assert profile == replace(
        OTHERS,
        type=SchoolType.PRIMARY,
        last_class=4,  # both say something else: the kept one's holds unless somebody chooses
        all_day=AllDay.OPEN,
        languages=("nl", "fr"),
    )


def test_what_contradicts_is_shown_and_the_word_of_the_other_can_be_chosen(desk):
    picks = {Matter.CLASSES: Pick.DROPPED, Matter.CATCHMENT: Pick.KEPT, Matter.TAUGHT: Pick.KEPT}
    profile, _ = merged(desk, MINE, OTHERS, picks=picks)
    assert (profile.first_class, profile.last_class) == (1, 6)
    assert (profile.catchment, profile.languages) == ((), ("nl",))


@pytest.mark.parametrize(("mine", "others"), [(None, OTHERS), (OTHERS, None)])
def test_a_profile_of_one_of_them_stays_whole(desk, mine, others):
    profile, _ = merged(desk, mine, others)
    assert profile == OTHERS


def test_a_school_without_a_profile_stays_so_where_the_other_has_none(desk):
    profile, _ = merged(desk, None, None)
    assert profile is None


def test_a_school_without_all_day_care_takes_no_times_and_places_of_it(desk):
    profile, _ = merged(desk, replace(MINE, all_day=AllDay.NONE, as_of=None), OTHERS)
    assert (profile.all_day_osm, profile.all_day_places, profile.as_of) == ("", None, None)
    assert profile.german_class is True


def test_places_go_with_the_day_they_were_counted_on(desk):
    profile, _ = merged(desk, replace(MINE, all_day_places=0), OTHERS)
    assert (profile.all_day_places, profile.as_of) == (0, MINE.as_of)


def test_one_undo_brings_both_profiles_back(desk):
    kept, dropped = made(desk, "Schule am Deich", MINE), made(desk, "GS am Deich", OTHERS)
    before = everything(desk)
    picks = seen_from(desk, kept, dropped).proposal()
    done = desk.duplicates.merge(kept, dropped, picks, WHY)
    after = everything(desk)
    undone = desk.history.undo(done.batch)
    assert everything(desk) == before
    assert (desk.schools.profile(kept), desk.schools.profile(dropped)) == (MINE, OTHERS)
    desk.history.undo(undone.batch)
    assert everything(desk) == after
