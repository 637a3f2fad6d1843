"""Further training on a real file: offers, who goes, what is refused, what is printed."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from app.content.languages import OFFICE_LANGUAGE
from app.errors import Reason, Refused
from app.progress import finish
from app.records.cases import CaseDraft
from app.records.training import BookingState, CourseDraft, CourseKind
from app.rules.course_matching import Against, Speaks
from app.rules.facts import FactKey
from tests.conftest import TODAY
from tests.makers import CHILD, NURSE, make_case, make_provider
from tests.services.test_care_sheets import text_of

FROM = TODAY + timedelta(days=70)


@pytest.fixture
def school(desk):
    return make_provider(desk, organisation="Volkshochschule am Deich")


@pytest.fixture
def course(school):
    return CourseDraft(
        school,
        CourseKind.PROFESSION_LANGUAGE,
        "Deutsch B2 für die Pflege",
        professions=frozenset({"nurse"}),
        german="b1",
        reaches="b2",
        first=FROM,
        last=FROM + timedelta(days=90),
        register_by=FROM - timedelta(days=14),
        places=1,
        cents=0,
    )


@pytest.fixture
def case(desk):
    found = desk.candidates.register(CaseDraft(language="ar", profession="nurse"), NURSE).case
    desk.household.add(found, CHILD)
    nurse = desk.candidates.case(found).people[0].id
    desk.household.record(found, nurse, FactKey.GERMAN_LEVEL, "b1")
    return found


def nurse_of(desk, case):
    return desk.candidates.case(case).people[0].id


def added(desk, draft):
    return int(desk.training.add(draft).facts["id"])


def refused(reason, act, *args):
    with pytest.raises(Refused) as told:
        act(*args)
    assert told.value.reason is reason
    return told.value


def test_a_day_that_no_calendar_reaches_is_refused(desk, course):
    for name in ("as_of", "valid_to"):
        odd = replace(course, **{name: date(9999, 12, 31)})
        assert refused(Reason.NOT_A_DATE, desk.training.add, odd).field == name


def test_an_offer_is_matched_by_profession_and_german_with_its_reasons(desk, case, course):
    added(desk, course)
    added(desk, replace(course, title="Deutsch C1", german="b2", reaches="c1"))
    best, other = desk.training.board(case).matches
    assert best.course.draft.title == "Deutsch B2 für die Pflege"
    assert best.speaks == (
        Speaks.PROFESSION,
        Speaks.NEXT_LEVEL,
        Speaks.ENOUGH_GERMAN,
        Speaks.SOON,
        Speaks.FREE,
    )
    assert best.fits
    assert other.against == (Against.TOO_LITTLE_GERMAN,)
    assert {each.person for each in (best, other)} == {nurse_of(desk, case)}  # no child


def test_a_place_is_given_once_and_told_where_there_is_none_left(desk, case, course):
    key = added(desk, course)
    desk.training.book(nurse_of(desk, case), key, BookingState.REGISTERED)
    other = nurse_of(desk, make_case(desk))
    told = refused(Reason.COURSE_FULL, desk.training.book, other, key, BookingState.REGISTERED)
    assert told.facts["count"] == 1
    desk.training.book(other, key, BookingState.WANTED)  # the way out
    refused(Reason.COURSE_FULL, desk.training.edit, key, replace(course, places=0))
    assert desk.training.courses()[0].taken == 1


def test_two_courses_at_once_and_one_that_is_over_are_refused(desk, case, course):
    nurse = nurse_of(desk, case)
    desk.training.book(nurse, added(desk, course), BookingState.REGISTERED)
    twice = added(desk, replace(course, title="Praxisanleitung", first=FROM + timedelta(days=90)))
    told = refused(Reason.COURSE_TWICE, desk.training.book, nurse, twice, BookingState.REGISTERED)
    assert told.facts["other"] == course.title
    yesterday = TODAY - timedelta(days=1)
    over = added(
        desk, replace(course, title="Herbstkurs", first=yesterday, last=yesterday, register_by=None)
    )
    refused(Reason.COURSE_OVER, desk.training.book, nurse, over, BookingState.ATTENDING)
    refused(Reason.REASON_MISSING, desk.training.book, nurse, over, BookingState.DECLINED)


def test_bad_days_are_refused_beside_their_field(desk, course):
    told = refused(
        Reason.ENDS_BEFORE_IT_BEGINS, desk.training.add, replace(course, last=date(2026, 1, 1))
    )
    assert told.field
    refused(Reason.BLANK, desk.training.add, replace(course, title=" "))
    assert desk.training.courses() == ()


def test_a_wish_is_an_open_event_until_when_one_may_register(desk, case, course):
    from app.services.events import events

    key = added(desk, course)
    desk.training.book(nurse_of(desk, case), key, BookingState.WANTED)
    with desk.transactions.reading() as session:
        (wish,) = events(session, [case])
    assert (wish.on, wish.is_open) == (course.register_by, True)
    desk.training.book(nurse_of(desk, case), key, BookingState.REGISTERED)
    with desk.transactions.reading() as session:
        (place,) = events(session)
    assert (place.on, place.until, place.is_open) == (course.first, course.last, False)


def test_the_list_and_the_folder_tell_what_fits_and_what_is_noted(desk, case, course, tmp_path):
    key = added(desk, course)
    contents = desk.folders.contents(case, "ar")
    assert [(each.title, each.standing) for each in contents.training] == [(course.title, "")]
    desk.training.book(nurse_of(desk, case), key, BookingState.DECLINED, "kein Bedarf")
    assert desk.folders.contents(case, "ar").training == ()
    refused(Reason.NOTHING_FITS, desk.papers.preview, desk.training.sheet(case), "de")
    desk.training.book(nurse_of(desk, case), key, BookingState.WANTED)
    path = tmp_path / "kurse.pdf"
    made = finish(desk.papers.save(desk.training.sheet(case), OFFICE_LANGUAGE, path))
    assert made.pages == 1
    said = text_of(path.read_bytes())
    for words in ("Fort- und Weiterbildung", course.title, "gewünscht", "kostenlos", "B2"):
        assert words in said


@pytest.mark.parametrize("profession", ["trainee", "student", "nurse"])
def test_trainees_and_students_have_a_track_of_their_own(desk, profession):
    done = desk.candidates.register(CaseDraft(profession=profession), NURSE)
    given = {step.template for step in desk.plan.whole(done.case) if step.step}
    own = {"t_lernorte", "t_schulweg", "t_anleitung", "t_zwischenstand", "t_uebernahme"}
    assert (own <= given) == (profession != "nurse")
