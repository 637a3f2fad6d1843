"""The office itself: service point, advisors, the responsible body."""

from __future__ import annotations

from dataclasses import replace

import pytest

from app.errors import Reason, Refused
from app.records.office import AdvisorDraft, ServicePoint
from tests.makers import make_case

POINT = ServicePoint(
    name="Servicestelle Küste",
    street="Am Markt 1",
    postcode="26506",
    town="Norden",
    hours_osm="Mo-Fr 09:00-12:00",
    responsible_body="Landkreis Beispiel",
    greeting="Herzlich willkommen",
    signatory="Tomke Harms",
)


def test_a_new_file_has_a_blank_service_point(desk):
    assert desk.office.service_point() == ServicePoint()


def test_the_service_point_is_kept_as_entered_and_replaced(desk):
    desk.office.edit_service_point(POINT)
    assert desk.office.service_point() == POINT
    desk.office.edit_service_point(replace(POINT, responsible_body="Gemeinde Beispiel"))
    assert desk.office.service_point().responsible_body == "Gemeinde Beispiel"


@pytest.mark.parametrize(
    ("changes", "reason", "field"),
    [
        ({"name": " "}, Reason.BLANK, "name"),
        ({"postcode": "D-26506"}, Reason.NOT_A_POSTCODE, "postcode"),
        ({"phone": "siehe Webseite"}, Reason.NOT_A_PHONE, "phone"),
        ({"email": "info"}, Reason.NOT_AN_EMAIL, "email"),
        ({"hours_osm": "werktags"}, Reason.NOT_OPENING_HOURS, "hours_osm"),
        ({"greeting": "\ud800"}, Reason.TEXT_NOT_STORABLE, "greeting"),
    ],
)
def test_a_wrong_value_is_refused_beside_its_field(desk, changes, reason, field):
    desk.office.edit_service_point(POINT)
    with pytest.raises(Refused) as caught:
        desk.office.edit_service_point(replace(POINT, **changes))
    assert (caught.value.reason, caught.value.field) == (reason, field)
    assert desk.office.service_point() == POINT


def test_advisors_stand_by_name_and_those_who_left_last(desk):
    for draft in (
        AdvisorDraft("Tomke", "Harms", active=False),
        AdvisorDraft("Imke", "Okken", languages=("de", "nl")),
        AdvisorDraft("Arne", "Behrends"),
    ):
        desk.office.add_advisor(draft)
    advisors = desk.office.advisors()
    assert [each.name for each in advisors] == ["Arne Behrends", "Imke Okken", "Tomke Harms"]
    assert advisors[1].draft.languages == ("de", "nl")


def test_a_renamed_advisor_is_shown_with_the_cases(desk):
    advisor = int(desk.office.add_advisor(AdvisorDraft("Imke", "Okken")).facts["id"])
    case = make_case(desk, advisor=advisor)
    desk.office.edit_advisor(advisor, AdvisorDraft("Imke", "Saathoff"))
    assert desk.lists.case_rows([case])[0].advisor == "Imke Saathoff"
    assert desk.candidates.head(case).advisor == "Imke Saathoff"


@pytest.mark.parametrize(
    ("draft", "reason", "field"),
    [
        (AdvisorDraft("Imke", " "), Reason.BLANK, "family"),
        (AdvisorDraft("Imke", "Okken", phone="x"), Reason.NOT_A_PHONE, "phone"),
        (AdvisorDraft("Imke", "Okken", email="x"), Reason.NOT_AN_EMAIL, "email"),
    ],
)
def test_a_wrong_value_of_an_advisor_is_refused(desk, draft, reason, field):
    with pytest.raises(Refused) as caught:
        desk.office.add_advisor(draft)
    assert (caught.value.reason, caught.value.field) == (reason, field)
    assert desk.office.advisors() == []


def test_what_is_not_there_is_refused_by_name(desk):
    with pytest.raises(Refused) as caught:
        desk.office.edit_advisor(7, AdvisorDraft("Imke", "Okken"))
    assert caught.value.reason is Reason.NO_SUCH_ADVISOR
    with pytest.raises(Refused) as caught:
        desk.office.remove_filter(7)
    assert caught.value.reason is Reason.NO_SUCH_FILTER
