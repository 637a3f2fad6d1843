"""The directory narrowed by combined filters, ordered by distance, kept under names."""

from __future__ import annotations

from dataclasses import fields, replace
from datetime import date

import pytest

from app.errors import Reason, Refused
from app.records.directory import Near, ProviderOrder, ProviderQuery
from app.records.providers import Category, ContactPerson
from app.services.directory_lists import provider_query_from_json, provider_query_to_json
from tests.makers import make_provider

NORDEN = Near("Norden", 53.5960, 7.2060)
PLACES = {
    "Norden": (53.5960, 7.2060),
    "Hage": (53.6030, 7.2850),
    "Aurich": (53.4710, 7.4840),
}


@pytest.fixture
def directory(desk):
    """Name → id of a small directory."""
    made = {}
    for name, changes in {
        "Kita Arabisch": {
            "languages": ("ar", "en"),
            "accessible": True,
            "free_places": 2,
            "free_as_of": date(2026, 11, 20),
            "min_age_months": 12,
            "max_age_months": 72,
            "town": "Hage",
        },
        "Kita Englisch": {
            "languages": ("en",),
            "free_places": 3,
            "free_as_of": date(2026, 1, 5),
            "min_age_months": 36,
            "max_age_months": 72,
            "town": "Norden",
            "contacts": (ContactPerson("Frauke Ihnen", "Aufnahme"),),
        },
        "Beratung": {
            "category": Category.COUNSELLING,
            "languages": ("aro",),
            "by_appointment": False,
            "online_form": "https://beispiel.example/termin",
            "town": "Aurich",
            "public_note": "Eingang im Hof",
            "min_age_months": None,
            "max_age_months": None,
        },
        "Ohne Ort": {"category": Category.CLUB, "town": "", "video": True},
    }.items():
        at = PLACES.get(changes["town"])
        made[name] = make_provider(
            desk,
            organisation=name,
            latitude=at[0] if at else None,
            longitude=at[1] if at else None,
            **{"languages": (), "accessible": None, "places": None, **changes},
        )
    return made


def found(desk, **asked):
    names = {
        row.id: row.name
        for row in desk.lists.provider_rows(desk.lists.provider_ids(ProviderQuery()))
    }
    return [names[each] for each in desk.lists.provider_ids(ProviderQuery(**asked))]


@pytest.mark.parametrize(
    ("asked", "names"),
    [
        ({"languages": frozenset({"ar"})}, ["Kita Arabisch"]),
        ({"languages": frozenset({"ar", "en"})}, ["Kita Arabisch", "Kita Englisch"]),
        ({"accessible": True}, ["Kita Arabisch"]),
        ({"free_days": 30}, ["Kita Arabisch"]),
        ({"free_days": 365}, ["Kita Arabisch", "Kita Englisch"]),
        ({"age_months": 24, "categories": frozenset({Category.KITA})}, ["Kita Arabisch"]),
        ({"age_months": 24, "town": "Aurich"}, ["Beratung"]),
        ({"without_appointment": True}, ["Beratung"]),
        ({"online": True}, ["Beratung", "Ohne Ort"]),
        ({"town": "Norden"}, ["Kita Englisch"]),
        ({"near": NORDEN, "within_km": 10.0}, ["Kita Arabisch", "Kita Englisch"]),
        ({"near": NORDEN, "within_km": 2.0}, ["Kita Englisch"]),
        ({"words": "kita", "languages": frozenset({"en"}), "accessible": True}, ["Kita Arabisch"]),
    ],
)
def test_filters_combine(desk, directory, asked, names):
    assert found(desk, **asked) == names


def test_nearest_first_and_what_has_no_place_last(desk, directory):
    order = found(desk, near=NORDEN, order=ProviderOrder.NEAREST)
    assert order == ["Kita Englisch", "Kita Arabisch", "Beratung", "Ohne Ort"]
    assert desk.lists.provider_distance(NORDEN, directory["Kita Englisch"]) == pytest.approx(0)
    assert desk.lists.provider_distance(NORDEN, directory["Kita Arabisch"]) == pytest.approx(
        5.27, abs=0.1
    )
    assert desk.lists.provider_distance(NORDEN, directory["Ohne Ort"]) is None
    assert desk.lists.providers_unplaced(NORDEN, list(directory.values())) == 1


@pytest.mark.parametrize(
    ("typed", "names"),
    [
        ("arabisch", ["Kita Arabisch"]),
        ("ihnen", ["Kita Englisch"]),
        ("aufnahme", ["Kita Englisch"]),
        ("im hof", ["Beratung"]),
        ("kita en", ["Kita Arabisch", "Kita Englisch"]),
        ("verein", ["Ohne Ort"]),
    ],
)
def test_search_reads_languages_contacts_notes_and_kinds(desk, directory, typed, names):
    desk.lists.name_categories({Category.CLUB: "Verein"})
    assert found(desk, words=typed) == names


def test_checked_days_find_the_old_and_the_never_checked(desk, directory):
    desk.providers.confirm_checked(directory["Beratung"])
    assert "Beratung" not in found(desk, checked_days=0)
    assert len(found(desk, checked_days=0)) == 3
    assert "Beratung" not in found(desk, checked_days=30)


def test_a_change_is_found_at_once(desk, directory):
    assert found(desk, words="zwergenland") == []
    view = desk.providers.provider(directory["Beratung"])
    desk.providers.edit(directory["Beratung"], replace(view.draft, note="früher Zwergenland"))
    assert found(desk, words="zwergenland") == ["Beratung"]


def test_values_in_use_are_what_running_entries_name(desk, directory):
    desk.providers.archive(directory["Beratung"], "zu")
    values = desk.lists.values_in_use()
    assert values.towns == ("Hage", "Norden")
    assert values.languages == ("ar", "en")
    assert [(each.name, each.rough) for each in values.middles] == [
        ("Hage", True),
        ("Norden", True),
    ]


FULL = ProviderQuery(
    words="kita",
    categories=frozenset({Category.KITA, Category.SCHOOL}),
    archived=True,
    order=ProviderOrder.NEAREST,
    languages=frozenset({"ar"}),
    accessible=True,
    free_days=30,
    age_months=18,
    without_appointment=True,
    online=True,
    features=frozenset({"portal"}),
    town="Norden",
    source="Liste",
    checked_days=0,
    near=NORDEN,
    within_km=5.0,
)


def test_a_kept_query_comes_back_whole():
    plain = ProviderQuery()
    assert all(getattr(FULL, field.name) != getattr(plain, field.name) for field in fields(FULL))
    assert provider_query_from_json(provider_query_to_json(FULL)) == FULL
    assert provider_query_from_json(provider_query_to_json(plain)) == plain
    assert provider_query_from_json('{"words": "a", "of a newer version": 1}').words == "a"


def test_a_filter_is_kept_replaced_counted_and_removed(desk, directory):
    desk.provider_filters.save("Sprache", ProviderQuery(languages=frozenset({"en"})))
    desk.provider_filters.save(" Sprache ", ProviderQuery(languages=frozenset({"ar"})))
    [kept] = desk.lists.provider_filters()
    assert (kept.name, kept.count) == ("Sprache", 1)
    with pytest.raises(Refused) as refused:
        desk.provider_filters.save(" ", ProviderQuery())
    assert refused.value.field == "name"
    desk.provider_filters.remove(kept.id)
    assert desk.lists.provider_filters() == []
    with pytest.raises(Refused) as refused:
        desk.provider_filters.remove(kept.id)
    assert refused.value.reason is Reason.NO_SUCH_FILTER
