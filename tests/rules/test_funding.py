"""Which programmes fit, condition by condition; never more certain than what is known."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from app.rules.calendar import Day, PartialDate, Precision
from app.rules.conditions import Condition
from app.rules.deriving import derive
from app.rules.facts import FactKey, Household, Member
from app.rules.funding import (
    Before,
    Check,
    Claimant,
    Fit,
    Programme,
    Site,
    Whom,
    Why,
    deadline_of,
    is_stale,
    is_within,
    judge,
)
from app.rules.terms import AnchorKind, Grade, MemberRole

TODAY = date(2026, 11, 23)
DOCTOR = Condition(({FactKey.PROFESSION: frozenset({"doctor"})},))
JOBLESS = Condition(({FactKey.UNEMPLOYED: frozenset({"yes"})},))
SURE = Programme(
    "grant", "Zuschuss", needs=(DOCTOR,), grade=Grade.S, as_of=PartialDate(2026, 6), most_cents=100
)


def claimant(profession="doctor", partner=None, **known):
    members = [Member(1, MemberRole.PROFESSIONAL, PartialDate(1980))]
    if partner is not None:
        members.append(Member(2, MemberRole.PARTNER, PartialDate(1981), recorded=partner))
    household = Household(tuple(members), profession=profession)
    adults = tuple(each.id for each in members)
    return Claimant(derive(household, TODAY), TODAY, adults=adults, **known)


def whys(programme, who):
    return {each.why for each in judge(programme, who).findings}


def test_each_condition_is_answered_by_itself_and_says_what_would_settle_it():
    both = replace(SURE, needs=(DOCTOR, JOBLESS))
    judged = judge(both, claimant())
    assert [each.answer.value for each in judged.findings] == ["yes", "unclear"]
    assert judged.fit is Fit.UNCLEAR
    assert judged.ask == (FactKey.UNEMPLOYED,)
    assert judge(both, claimant("nurse")).fit is Fit.FITS_NOT
    assert judge(SURE, claimant()).fit is Fit.FITS


@pytest.mark.parametrize(
    ("changed", "why"),
    [
        ({"as_of": PartialDate(2025, 11, 22)}, Why.STALE),
        ({"as_of": PartialDate(2024)}, Why.STALE),
        ({"as_of": None}, Why.STALE),
        ({"valid_to": date(2026, 11, 22)}, Why.OVER),
        ({"grade": Grade.A}, Why.UNPROVEN),
        ({"checks": (Check("region", "Förderregion"),)}, Why.TO_CONFIRM),
        ({"benefits": ("housing",)}, Why.NO_BENEFIT_KNOWN),
        ({"area": ("03452",)}, Why.PLACE_UNKNOWN),
        ({"anchor": AnchorKind.WORK_START, "offset": "-P20WD"}, Why.DATE_UNKNOWN),
    ],
    ids=lambda given: given.value if isinstance(given, Why) else next(iter(given)),
)
def test_what_is_old_unproven_or_open_is_unclear_and_never_fits(changed, why):
    programme = replace(SURE, **changed)
    assert judge(programme, claimant()).fit is Fit.UNCLEAR
    assert why in whys(programme, claimant())


def test_a_year_is_the_last_day_on_which_something_is_not_stale():
    assert not is_stale(replace(SURE, as_of=PartialDate(2025, 11, 23)), TODAY)
    assert is_stale(replace(SURE, as_of=PartialDate(2025, 11, 22)), TODAY)


def test_a_check_somebody_confirmed_counts():
    programme = replace(SURE, checks=(Check("region", "Förderregion"),))
    assert judge(programme, claimant(confirmed={"grant": {"region"}})).fit is Fit.FITS
    assert judge(programme, claimant(confirmed={"other": {"region"}})).fit is Fit.UNCLEAR


@pytest.mark.parametrize(
    ("key", "inside"),
    [("03452019", True), ("03452001", False), ("03452", None), ("", None), ("03454", False)],
)
def test_a_place_lies_in_an_area_by_official_keys(key, inside):
    assert is_within(key, ("03452019",)) is inside


def test_the_practice_counts_where_the_programme_says_so():
    programme = replace(SURE, area=("03454",), site=Site.WORK, area_words="Landkreis Emsland")
    assert judge(programme, claimant(home="03454001", work="03452001")).fit is Fit.FITS_NOT
    assert judge(programme, claimant(home="03452001", work="03454001")).fit is Fit.FITS


def test_the_day_to_apply_is_counted_in_working_days_and_bounded_by_the_last_day():
    start = {AnchorKind.WORK_START: Day(date(2027, 3, 1))}
    programme = replace(SURE, anchor=AnchorKind.WORK_START, offset="-P20WD")
    assert deadline_of(programme, start).by == date(2027, 2, 1)
    bounded = replace(programme, last_day=date(2027, 1, 15))
    assert deadline_of(bounded, start).by == date(2027, 1, 15)
    month = {AnchorKind.WORK_START: Day(date(2027, 3, 1), Precision.MONTH)}
    assert deadline_of(replace(programme, offset="-P1D"), month).by == date(2027, 2, 28)


def test_a_date_known_by_its_month_alone_is_not_called_too_late_while_its_end_would_do():
    programme = replace(SURE, anchor=AnchorKind.WORK_START, offset="P0D")
    this = {AnchorKind.WORK_START: Day(date(2026, 11, 1), Precision.MONTH)}
    assert judge(programme, claimant(anchors=this)).fit is Fit.UNCLEAR
    last = {AnchorKind.WORK_START: Day(date(2026, 10, 1), Precision.MONTH)}
    assert Why.TOO_LATE in whys(programme, claimant(anchors=last))


def test_too_late_is_told_unless_the_application_went_out():
    programme = replace(SURE, last_day=date(2026, 11, 22))
    assert whys(programme, claimant()) >= {Why.TOO_LATE}
    assert judge(programme, claimant()).fit is Fit.FITS_NOT
    assert judge(programme, claimant(applied={"grant"})).fit is Fit.FITS


def test_a_beginning_before_the_application_harms():
    programme = replace(SURE, before=Before.START)
    begun = {AnchorKind.PRACTICE_START: Day(date(2026, 11, 1))}
    assert Why.BEGUN in whys(programme, claimant(anchors=begun))
    assert judge(programme, claimant(anchors=begun)).fit is Fit.FITS_NOT
    ahead = {AnchorKind.PRACTICE_START: Day(date(2027, 1, 1))}
    assert judge(programme, claimant(anchors=ahead)).fit is Fit.FITS


def test_of_the_grown_ups_the_one_it_fits_best_is_named():
    programme = replace(SURE, needs=(JOBLESS,), whom=Whom.ADULTS)
    judged = judge(programme, claimant(partner={FactKey.UNEMPLOYED: "yes"}))
    assert (judged.fit, judged.member) == (Fit.FITS, 2)
