"""Several services and places of one organisation, and what names a provider elsewhere."""

from __future__ import annotations

import itertools
from dataclasses import fields, replace
from datetime import date

import pytest

from app.errors import Reason, Refused
from app.records.cases import CaseQuery
from app.records.directory import Beside, ProviderQuery, Use, UseKind
from app.records.providers import Category, ContactPerson, Cost, CostPer, ProviderDraft
from app.rules.in_force import Bound, Limit, bounds
from app.rules.terms import Track
from app.services import shown
from tests.conftest import TODAY
from tests.makers import KITA, make_case, make_provider, with_dates

WHOLE = replace(
    KITA,
    operator="Stadt Norden",
    service="Kindergarten",
    description="Zwei Gruppen",
    street="Deichweg 1",
    ags="03452019",
    phone="04931 1",
    email="kita@beispiel.de",
    website="https://kita.example.org",
    min_age_months=36,
    max_age_months=72,
    places=50,
    languages=("de", "nds"),
    accessible=True,
    note="nur intern",
    contacts=(
        ContactPerson("Frau Ennen", "Anmeldung", "04931 2", "ennen@beispiel.de", "vormittags"),
        ContactPerson("Herr Uphoff", "Essen"),
    ),
    free_places=3,
    free_as_of=date(2026, 11, 9),
    waiting=14,
    settling_weeks=4,
    features=("portal", "online_application"),
    reserved_places=5,
    costs=(
        Cost("Essen", 6_500, CostPer.MONTH, "auch im August", date(2026, 8, 1), date(2027, 7, 31)),
        Cost("Beitrag", None, CostPer.MONTH, "nach Einkommen"),
    ),
    by_appointment=True,
    online_form="https://kita.example.org/anmeldung",
    video=False,
    site="Haus am Deich",
    valid_from=date(2020, 8, 1),
    valid_to=date(2029, 7, 31),
    hours_from=date(2026, 8, 1),
    hours_to=date(2027, 7, 31),
    closed_from=date(2026, 12, 21),
    closed_until=date(2027, 1, 3),
    closed_because="Weihnachtsferien",
    public_note="Eingang im Hof",
)


@pytest.fixture
def kita(desk):
    return int(desk.providers.add(WHOLE).facts["id"])


def beside(desk, origin, draft, which):
    return int(desk.providers.add_beside(origin, draft, which).facts["id"])


def test_everything_that_can_be_said_is_kept(desk, kita):
    clinic = make_provider(desk, organisation="Deichklinik")
    reserved = desk.lists.provider_rows([clinic])[0].organisation
    draft = replace(WHOLE, reserved_for=reserved, successor=clinic)
    desk.providers.edit(kita, draft)
    view = desk.providers.provider(kita)
    assert view.draft == draft
    assert (view.reserved_for, view.successor) == ("Deichklinik", "Deichklinik")
    blank = ProviderDraft("x", category=Category.OTHER)
    # no field of the draft above is left at its default, so each is really kept
    left = {f.name for f in fields(draft) if getattr(draft, f.name) == getattr(blank, f.name)}
    # the profile of a school is kept by `Schools.describe` and by imports
    assert left == {"source", "source_key", "office_type", "area", "school"}


def test_another_service_at_the_same_place_shares_organisation_and_place(desk, kita):
    crib = beside(
        desk,
        kita,
        replace(WHOLE, service="Krippe", places=15, street="Deichweg 1a"),
        Beside.SERVICE,
    )
    first, second = desk.providers.provider(kita), desk.providers.provider(crib)
    assert (first.draft.service, first.draft.places) == ("Kindergarten", 50)
    assert (second.draft.service, second.draft.places) == ("Krippe", 15)
    assert first.draft.street == second.draft.street == "Deichweg 1a"
    [sibling] = first.siblings
    assert (sibling.id, sibling.service, sibling.site) == (crib, "Krippe", "Haus am Deich")
    assert (sibling.same_service, sibling.same_place) == (False, True)
    assert len(second.draft.costs) == len(first.draft.costs) == 2


def test_another_place_of_the_same_service_shares_organisation_and_service(desk, kita):
    other = beside(desk, kita, replace(WHOLE, site="Haus am Markt", town="Hage"), Beside.PLACE)
    desk.providers.edit(other, replace(WHOLE, site="Haus am Markt", town="Hage", waiting=2))
    first = desk.providers.provider(kita)
    assert (first.draft.town, first.draft.waiting) == ("Norden", 2)
    [sibling] = first.siblings
    assert (sibling.town, sibling.same_service, sibling.same_place) == ("Hage", True, False)


def test_what_belongs_to_the_organisation_is_changed_for_all_its_entries(desk, kita):
    third = beside(desk, kita, replace(WHOLE, service="Hort", town="Hage"), Beside.BOTH)
    case = make_case(desk, employer=kita)
    renamed = replace(
        desk.providers.provider(third).draft,
        organisation="Kita Sturmflut",
        contacts=(ContactPerson("Frau Poppinga", "alles"),),
    )
    done = desk.providers.edit(third, renamed)
    first = desk.providers.provider(kita)
    assert first.draft.organisation == "Kita Sturmflut"
    assert [each.name for each in first.draft.contacts] == ["Frau Poppinga"]
    assert first.draft.service == "Kindergarten"
    # the case is found by the employer's new name though another entry was edited
    assert list(desk.lists.case_ids(CaseQuery(words="Sturmflut"))) == [case]
    assert len(desk.lists.provider_ids(ProviderQuery(words="sturmflut"))) == 2
    desk.history.undo(done.batch)
    assert desk.providers.provider(kita).draft == WHOLE
    assert list(desk.lists.case_ids(CaseQuery(words="Sturmflut"))) == []


def test_a_neighbour_of_nobody_is_refused(desk):
    with pytest.raises(Refused) as caught:
        desk.providers.add_beside(77, KITA, Beside.PLACE)
    assert caught.value.reason is Reason.NO_SUCH_PROVIDER
    assert len(desk.lists.provider_ids(ProviderQuery())) == 0


def test_nobody_follows_itself_not_even_in_a_circle(desk):
    keys = [make_provider(desk, organisation=f"Haus {number}") for number in range(3)]
    for key, following in itertools.pairwise(keys):
        desk.providers.edit(key, replace(desk.providers.provider(key).draft, successor=following))
    for key, wrong in ((keys[2], keys[0]), (keys[1], keys[1])):
        draft = replace(desk.providers.provider(key).draft, successor=wrong)
        with pytest.raises(Refused) as caught:
            desk.providers.edit(key, draft)
        assert (caught.value.reason, caught.value.field) == (
            Reason.SUCCESSOR_IN_CIRCLE,
            "successor",
        )


def test_where_a_provider_is_named_is_told_and_stays_when_it_is_archived(desk, kita):
    clinic = make_provider(desk, organisation="Deichklinik")
    organisation = desk.lists.provider_rows([clinic])[0].organisation
    old = make_provider(desk, organisation="Alte Klinik", successor=clinic)
    desk.providers.edit(kita, replace(WHOLE, reserved_for=organisation))
    case = make_case(desk, employer=clinic)
    uses = (
        Use(UseKind.EMPLOYER, case, "Ben Amor, Amira"),
        Use(UseKind.SUCCESSOR, old, "Alte Klinik"),
        Use(UseKind.RESERVED, kita, "Kita Deichkinder"),
    )
    assert desk.providers.provider(clinic).used_by == uses
    desk.providers.archive(clinic, "zieht um")
    assert desk.providers.provider(clinic).used_by == uses
    assert desk.providers.provider(old).successor == "Deichklinik"
    assert desk.providers.provider(kita).reserved_for == "Deichklinik"


def test_the_list_tells_closures_ends_and_free_places(desk, kita):
    clinic = make_provider(desk, organisation="Deichklinik")
    desk.providers.edit(kita, replace(WHOLE, successor=clinic))
    [row] = desk.lists.provider_rows([kita])
    assert (row.free_places, row.free_as_of) == (3, date(2026, 11, 9))
    assert (row.closed_from, row.closed_until) == (date(2026, 12, 21), date(2027, 1, 3))
    assert (row.closed_because, row.site) == ("Weihnachtsferien", "Haus am Deich")
    assert (row.valid_from, row.valid_to) == (WHOLE.valid_from, WHOLE.valid_to)
    assert (row.hours_from, row.hours_to) == (WHOLE.hours_from, WHOLE.hours_to)
    assert row.successor == "Deichklinik"


def test_the_terminal_tells_every_field(desk, kita):
    crib = beside(desk, kita, replace(WHOLE, service="Krippe"), Beside.SERVICE)
    facts = shown.provider(desk.providers.provider(kita))
    assert {field.name for field in fields(ProviderDraft)} <= set(facts)
    assert facts["costs"][0] == {
        "label": "Essen",
        "cents": 6500,
        "per": "month",
        "note": "auch im August",
        "valid_from": "2026-08-01",
        "valid_to": "2027-07-31",
    }
    assert facts["contacts"][1]["name"] == "Herr Uphoff"
    assert facts["siblings"][0]["id"] == crib
    assert facts["closed_until"] == "2027-01-03"
    assert "wartend" not in shown.lines(facts)
    assert "waiting: 14" in shown.lines(facts)


def test_a_step_knows_the_days_of_its_office_and_who_follows(desk):
    later = make_provider(desk, organisation="Bürgerhaus", valid_from=date(2027, 7, 1))
    make_provider(
        desk,
        organisation="Bürgerbüro",
        category=Category.AUTHORITY,
        office_type="registry",
        area=("03452019",),
        hours_osm="Mo-Fr 08:00-12:00",
        closed_from=date(2027, 2, 22),
        closed_until=date(2027, 3, 5),
        valid_to=date(2027, 6, 30),
        successor=later,
    )
    case = make_case(desk)
    with_dates(desk, case)
    steps = desk.plan.view(case, Track.RELOCATION).steps
    [entry] = {step.provider for step in steps if step.provider}
    assert entry.successor == "Bürgerhaus"
    assert bounds(entry, TODAY) == (
        Bound(Limit.CLOSES, date(2027, 2, 22), date(2027, 3, 5)),
        Bound(Limit.ENDS, None, date(2027, 6, 30)),
    )
    # moved in on 15 February, two weeks of § 17 BMG end on 1 March: open until the 19th
    lasts = {step.last_opening.on for step in steps if step.provider and step.last_opening}
    assert date(2027, 2, 19) in lasts
    assert not any(date(2027, 2, 22) <= on <= date(2027, 3, 5) for on in lasts if on)


def test_an_office_that_has_ended_or_not_begun_is_not_in_charge(desk):
    office = make_provider(
        desk,
        organisation="Bürgerbüro alt",
        category=Category.AUTHORITY,
        office_type="registry",
        area=("03452019",),
        valid_to=date(2026, 11, 22),
    )
    later = make_provider(
        desk,
        organisation="Bürgerbüro später",
        category=Category.AUTHORITY,
        office_type="registry",
        area=("03452019",),
        valid_from=date(2026, 11, 24),
    )
    case = make_case(desk)

    def in_charge():
        steps = desk.plan.view(case, Track.RELOCATION).steps
        return {step.provider.provider for step in steps if step.provider}

    assert in_charge() == set()
    draft = replace(desk.providers.provider(office).draft, valid_to=TODAY)
    desk.providers.edit(office, draft)
    assert in_charge() == {office}
    assert later not in in_charge()
