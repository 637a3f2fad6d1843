"""The directory of providers: entering, checking, archiving."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from app.desk import open_desk
from app.errors import Reason, Refused
from app.records.directory import ProviderQuery, Use, UseKind
from app.records.providers import Category, ContactPerson, Cost, CostPer
from db.file import open_file
from tests.conftest import ROOT, TODAY
from tests.makers import KITA, make_case, make_provider

MORE, LATER, ENDS = Reason.MORE_THAN_PLACES, Reason.DATE_IN_FUTURE, Reason.ENDS_BEFORE_IT_BEGINS


def test_a_new_provider_is_shown_as_entered_and_unchecked(desk):
    draft = replace(KITA, languages=("de", "tr"), accessible=False, places=0, min_age_months=0)
    view = desk.providers.provider(make_provider(desk, **vars(draft)))
    assert view.draft == draft
    assert (view.checked_on, view.checked_by, view.used_by) == (None, "", ())


@pytest.mark.parametrize(
    ("changes", "reason", "field"),
    [
        ({"organisation": " "}, Reason.BLANK, "organisation"),
        ({"postcode": "265"}, Reason.NOT_A_POSTCODE, "postcode"),
        ({"phone": "Frau Meier"}, Reason.NOT_A_PHONE, "phone"),
        ({"email": "kita"}, Reason.NOT_AN_EMAIL, "email"),
        ({"hours_osm": "Mo-Fr 7 bis 16"}, Reason.NOT_OPENING_HOURS, "hours_osm"),
        ({"latitude": None}, Reason.NOT_A_COORDINATE, "latitude"),
        ({"longitude": None}, Reason.NOT_A_COORDINATE, "longitude"),
        ({"latitude": 91.0}, Reason.NOT_A_COORDINATE, "latitude"),
        ({"latitude": float("nan")}, Reason.NOT_A_COORDINATE, "latitude"),
        ({"longitude": float("inf")}, Reason.NOT_A_COORDINATE, "longitude"),
        ({"longitude": -181.0}, Reason.NOT_A_COORDINATE, "longitude"),
        ({"min_age_months": -1}, Reason.NOT_AN_AGE, "min_age_months"),
        ({"max_age_months": 9_999}, Reason.NOT_AN_AGE, "max_age_months"),
        ({"min_age_months": 36, "max_age_months": 12}, Reason.NOT_AN_AGE, "max_age_months"),
        ({"places": -1}, Reason.NOT_A_VALUE, "places"),
        ({"places": 2**70}, Reason.NOT_A_NUMBER, "places"),
        ({"places": 20, "free_places": 21, "free_as_of": TODAY}, MORE, "free_places"),
        ({"places": 20, "reserved_places": 21}, MORE, "reserved_places"),
        ({"free_places": 2}, Reason.DAY_MISSING, "free_as_of"),
        ({"free_places": 2, "free_as_of": date(2026, 11, 24)}, LATER, "free_as_of"),
        ({"waiting": -1}, Reason.NOT_A_VALUE, "waiting"),
        ({"settling_weeks": -1}, Reason.NOT_A_VALUE, "settling_weeks"),
        ({"settling_weeks": 27}, Reason.NOT_A_VALUE, "settling_weeks"),
        ({"valid_from": TODAY, "valid_to": date(2026, 11, 22)}, ENDS, "valid_to"),
        ({"hours_from": TODAY, "hours_to": date(2026, 11, 22)}, ENDS, "hours_to"),
        ({"closed_from": TODAY, "closed_until": date(2026, 1, 1)}, ENDS, "closed_until"),
        ({"valid_to": date(226, 1, 1)}, Reason.NOT_A_DATE, "valid_to"),
        ({"languages": ("Deutsch",)}, Reason.UNKNOWN_LANGUAGE, "languages"),
        ({"office_type": "zoo"}, Reason.NOT_A_VALUE, "office_type"),
        ({"area": ("034",)}, Reason.NOT_A_VALUE, "area"),
        ({"successor": 77}, Reason.NO_SUCH_PROVIDER, "successor"),
        ({"reserved_for": 77}, Reason.NO_SUCH_PROVIDER, "reserved_for"),
        ({"costs": (Cost(per=CostPer.DAY),)}, Reason.BLANK, "costs"),
        ({"costs": (Cost("Essen", -1),)}, Reason.NOT_A_VALUE, "costs"),
        ({"costs": (Cost("Essen", valid_from=date(9999, 1, 1)),)}, Reason.NOT_A_DATE, "costs"),
        ({"costs": (Cost("Essen", valid_from=TODAY, valid_to=date(2026, 1, 1)),)}, ENDS, "costs"),
        ({"costs": (Cost("\ud83d"),)}, Reason.TEXT_NOT_STORABLE, "costs"),
        ({"contacts": (ContactPerson("Frau A", phone="Tel"),)}, Reason.NOT_A_PHONE, "contacts"),
        ({"contacts": (ContactPerson("Frau A", email="a"),)}, Reason.NOT_AN_EMAIL, "contacts"),
        ({"contacts": (ContactPerson(note="nur dies"),)}, Reason.BLANK, "contacts"),
        ({"note": "\ud83d"}, Reason.TEXT_NOT_STORABLE, "note"),
    ],
)
def test_a_wrong_value_is_refused_beside_its_field(desk, changes, reason, field):
    key = make_provider(desk)
    for command in (desk.providers.add, lambda draft: desk.providers.edit(key, draft)):
        with pytest.raises(Refused) as caught:
            command(replace(KITA, **changes))
        assert (caught.value.reason, caught.value.field) == (reason, field)
    assert desk.providers.provider(key).draft == KITA
    assert len(desk.lists.provider_ids(ProviderQuery())) == 1


def test_only_a_person_confirms_that_an_entry_was_checked(path):
    clock = [date(2026, 10, 1)]
    desk = open_desk(open_file(path), ROOT / "resources", lambda: clock[0], "Imke Okken")
    key = make_provider(desk)
    desk.providers.confirm_checked(key)
    clock[0] = TODAY
    saved = desk.providers.provider(key).saved_at
    desk.providers.edit(key, replace(KITA, note="Eingang im Hof"))
    view = desk.providers.provider(key)
    assert (view.checked_on, view.checked_by) == (date(2026, 10, 1), "Imke Okken")
    assert view.saved_at > saved
    desk.close()


def test_an_archived_provider_leaves_the_list_and_stays_the_employer(desk):
    key = make_provider(desk, organisation="Deichklinik", category=Category.EMPLOYER)
    case = make_case(desk, employer=key)
    with pytest.raises(Refused) as caught:
        desk.providers.archive(key, " ")
    assert (caught.value.reason, caught.value.field) == (Reason.REASON_MISSING, "reason")
    desk.providers.archive(key, "zieht um")
    assert list(desk.lists.provider_ids(ProviderQuery())) == []
    assert list(desk.lists.provider_ids(ProviderQuery(archived=True))) == [key]
    assert desk.candidates.head(case).employer == "Deichklinik"
    view = desk.providers.provider(key)
    assert (view.archived_on, view.archived_because) == (TODAY, "zieht um")
    assert view.used_by == (Use(UseKind.EMPLOYER, case, "Ben Amor, Amira"),)
    assert desk.lists.category_counts() == {}
    desk.providers.restore(key)
    assert list(desk.lists.provider_ids(ProviderQuery())) == [key]
