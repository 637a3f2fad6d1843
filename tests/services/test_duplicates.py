"""Providers entered twice: found, kept apart, made one with all that hangs on them."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date

import pytest

from app.done import Act
from app.errors import Reason, Refused
from app.progress import finish
from app.records.directory import ProviderQuery
from app.records.merging import FIELDS, UNITED, Matter, Pick
from app.records.providers import FIELDS as DRAFT_FIELDS
from app.records.providers import Category, ContactPerson, Cost, CostPer
from app.records.school_profiles import PARTS
from app.rules.likeness import Likelihood, Likeness
from app.services import provider_records
from app.services.merging import older, standing_for
from db.repositories import providers, references
from tests.conftest import TODAY
from tests.importing import mapping_of, take_in
from tests.makers import KITA, make_case, make_provider
from tests.services.undo_world import everything

WHY = "zusammengeführt"
IN_STREET = {"street": "Am Markt 3", "phone": "04931 4711-0"}


def twins(desk, **changes):
    """The same kita as two lists write it: the second named otherwise."""
    first = make_provider(desk, **IN_STREET)
    other = {"organisation": "Kindertagesstätte Deichkinder e. V.", "street": "Am Markt 3"}
    return first, make_provider(desk, **(other | changes))


def found(desk):
    """The open pairs by id, the likeliest first."""
    pairs = desk.duplicates.still_open(finish(desk.duplicates.pairs()))
    return [(pair.first.id, pair.second.id) for pair in pairs]


def check(desk, provider, on):
    """Somebody looked at it on a day."""
    desk.transactions.today = lambda: on
    desk.providers.confirm_checked(provider)
    desk.transactions.today = lambda: TODAY


def draft(desk, provider):
    return desk.providers.provider(provider).draft


def beside(desk, provider, **changes):
    """Another provider of the same organisation; its id."""
    new = replace(draft(desk, provider), **changes)
    with desk.transactions.command(Act.PROVIDER_ADDED) as session:
        whole = providers.by_id(session, provider)
        return provider_records.new_provider(session, new, whole.organisation).at.id


def test_every_field_of_a_draft_is_of_one_matter():
    named = [name for names in FIELDS.values() for name in names]
    told = {*DRAFT_FIELDS, *PARTS} - {"source", "source_key", "school"}
    assert sorted(named) == sorted(told)
    assert set(FIELDS) == set(Matter)


def test_a_pair_is_found_with_its_reasons_and_told_as_work(desk):
    one, other = twins(desk)
    make_provider(desk, organisation="Kita Sonnenschein", street="Osterstr. 1")
    work = desk.duplicates.pairs()
    assert next(work).what == "reading_providers"
    [pair] = finish(work)
    assert (pair.first.id, pair.second.id) == (one, other)
    assert pair.likelihood is Likelihood.CERTAIN
    assert {each.what for each in pair.seen} == {Likeness.SAME_NAME, Likeness.SAME_ADDRESS}
    assert (pair.second.name, pair.second.town) == ("Kindertagesstätte Deichkinder e. V.", "Norden")


def test_a_row_of_a_list_is_told_which_providers_it_may_be(desk):
    one, other = twins(desk)
    desk.providers.archive(make_provider(desk, **IN_STREET), "weg")
    index = finish(desk.duplicates.directory())
    assert len(index) == 2
    listed = replace(KITA, organisation="KITA DEICHKINDER", street="Am Markt 3", town="")
    assert {match.id for match in index.likely(listed)} == {one, other}


def test_what_is_archived_is_in_no_pair(desk):
    _, other = twins(desk)
    pairs = finish(desk.duplicates.pairs())
    desk.providers.archive(other, "geschlossen")
    assert desk.duplicates.still_open(pairs) == ()
    assert finish(desk.duplicates.pairs()) == ()


def test_services_of_one_organisation_are_no_pair_but_a_service_twice_is(desk):
    one = make_provider(desk, organisation="Landkreis", service="Jugendamt", **IN_STREET)
    beside(desk, one, service="Ausländerbehörde")
    beside(desk, one, street="Fischteichweg 7")
    assert found(desk) == []
    again = beside(desk, one)
    assert found(desk) == [(one, again)]


def test_entries_that_are_all_alike_are_told_one_after_the_other(desk):
    ids = [make_provider(desk, **IN_STREET) for _ in range(4)]
    assert len(finish(desk.duplicates.pairs())) == 6
    assert len(found(desk)) == 3
    assert {each for pair in found(desk) for each in pair} == set(ids)
    first, second = found(desk)[0]
    desk.duplicates.keep_apart(second, first)
    still = found(desk)
    assert (first, second) not in still
    assert len(still) == 3
    desk.duplicates.merge(first, next(b for a, b in still if a == first), {}, WHY)
    assert len(found(desk)) == 2


def test_a_pair_kept_apart_comes_back_only_by_undo(desk):
    one, other = twins(desk)
    done = desk.duplicates.keep_apart(other, one)
    assert found(desk) == []
    assert (done.facts["name"], done.facts["other"]) == (
        "Kindertagesstätte Deichkinder e. V.",
        "Kita Deichkinder",
    )
    again = desk.duplicates.keep_apart(one, other)  # said twice is said once
    assert again.batch is not None
    desk.history.undo(done.batch)
    assert found(desk) == [(one, other)]


def test_the_proposal_loses_nothing_but_what_contradicts(desk):
    nurse = ContactPerson("Imke Okken", "Aufnahme", "04931 1")
    one, other = twins(
        desk,
        website="https://deichkinder.example",
        phone="04931 999",
        note="Schlüssel beim Hausmeister",
        languages=("de", "tr"),
        contacts=(nurse, ContactPerson("Wiebke Saathoff", "Leitung")),
        costs=(Cost("Essen", 6_500),),
    )
    desk.providers.edit(
        one,
        replace(
            draft(desk, one),
            languages=("de", "nds"),
            note="ruft zurück",
            contacts=(replace(nurse, name="imke  Okken", phone="04931/1"),),
        ),
    )
    seen = desk.duplicates.comparison(one, other)
    if seen.kept.id != one:
        seen = seen.turned
    picks = seen.proposal()
    assert picks[Matter.WEBSITE] is Pick.DROPPED
    assert picks[Matter.PHONE] is picks[Matter.NAME] is Pick.KEPT
    assert {matter for matter, pick in picks.items() if pick is Pick.BOTH} == {
        Matter.CONTACTS,
        Matter.LANGUAGES,
        Matter.NOTE,
    }
    assert Matter.ADDRESS not in picks
    desk.duplicates.merge(one, other, picks, WHY)
    merged = draft(desk, one)
    assert merged.website == "https://deichkinder.example"
    assert merged.phone == IN_STREET["phone"]
    assert merged.languages == ("de", "nds", "tr")
    assert merged.note == "ruft zurück\nSchlüssel beim Hausmeister"
    assert [person.name for person in merged.contacts] == ["imke  Okken", "Wiebke Saathoff"]
    assert merged.costs == (Cost("Essen", 6_500),)


@pytest.mark.parametrize(
    ("mine", "others", "both"),
    [
        ("", "neu", "neu"),
        ("alt", " ", "alt"),
        ("Ein Satz.", "ein  satz.", "Ein Satz."),
        ("Ein Satz.", "Ein Satz. Und mehr.", "Ein Satz. Und mehr."),
        ("Ein Satz. Und mehr.", "Ein Satz.", "Ein Satz. Und mehr."),
        ("eins", "zwei", "eins\nzwei"),
    ],
)
def test_two_texts_together_say_each_thing_once(desk, mine, others, both):
    one, other = twins(desk, public_note=others)
    desk.providers.edit(one, replace(draft(desk, one), public_note=mine))
    desk.duplicates.merge(one, other, {Matter.PUBLIC_NOTE: Pick.BOTH}, WHY)
    assert draft(desk, one).public_note == both


def test_prices_are_united_without_doubles(desk):
    lunch = Cost("Mittagessen", 6_500, CostPer.MONTH)
    one, other = twins(desk, costs=(replace(lunch, label=" mittagessen"), Cost("Ausflug", 500)))
    desk.providers.edit(one, replace(draft(desk, one), costs=(lunch,)))
    desk.duplicates.merge(one, other, {Matter.COSTS: Pick.BOTH}, WHY)
    assert draft(desk, one).costs == (lunch, Cost("Ausflug", 500))


def test_what_cannot_be_united_stays_as_it_is(desk):
    one, other = twins(desk, places=40)
    desk.duplicates.merge(one, other, {Matter.PLACES: Pick.BOTH, Matter.SITE: Pick.KEPT}, WHY)
    assert draft(desk, one).places is None
    assert Matter.PLACES not in UNITED


def test_all_that_pointed_at_the_dropped_one_points_at_the_kept_one(desk):
    one, other = twins(desk, category=Category.EMPLOYER)
    third = make_provider(desk, organisation="Kita Wattwurm")
    fourth = make_provider(desk, organisation="Kita Möwe")
    before = make_provider(desk, organisation="Altes Haus", successor=other)
    case = make_case(desk, employer=other)
    with desk.transactions.reading() as session:
        staff = providers.by_id(session, other).organisation.id
    keeping = make_provider(desk, organisation="Betriebskita", reserved_for=staff)
    desk.duplicates.keep_apart(other, third)
    desk.duplicates.keep_apart(one, fourth)
    desk.duplicates.keep_apart(other, fourth)
    seen = desk.duplicates.comparison(one, other)
    assert (seen.kept.id, seen.kept.used_by[0][0]) == (other, case)
    assert (seen.kept.follows, seen.kept.keeps_places) == (("Altes Haus",), ("Betriebskita",))

    desk.duplicates.merge(one, other, {}, WHY)
    assert desk.candidates.case(case).draft.employer == one
    assert desk.candidates.case(case).head.employer == "Kita Deichkinder"
    assert draft(desk, before).successor == one
    with desk.transactions.reading() as session:
        kept = providers.by_id(session, one).organisation.id
        apart = {(each.first_id, each.second_id) for each in references.pairs_with(session)}
    assert draft(desk, keeping).reserved_for == kept
    assert apart == {(one, third), (one, fourth)}
    assert "deichkinder" in case_search(desk, case)


def case_search(desk, case):
    connection = desk.transactions.file.connect()
    [(text,)] = connection.execute("SELECT search FROM cases WHERE id = ?", (case,))
    connection.close()
    return text


def test_two_found_distinct_before_are_no_pair_of_themselves_after(desk):
    one, other = twins(desk)
    desk.duplicates.keep_apart(one, other)
    desk.duplicates.merge(one, other, {}, WHY)
    with desk.transactions.reading() as session:
        assert references.pairs_with(session) == []


def test_the_dropped_one_is_archived_and_named_where_it_went(desk):
    one, other = twins(desk, valid_to=date(2030, 7, 31))
    done = desk.duplicates.merge(one, other, {}, "zusammengeführt mit „Kita Deichkinder“")
    view = desk.providers.provider(other)
    assert (view.archived_on, view.archived_because) == (
        TODAY,
        "zusammengeführt mit „Kita Deichkinder“",
    )
    assert view.draft.successor == one
    assert list(desk.lists.provider_ids(ProviderQuery())) == [one]
    assert done.facts["other"] == "Kindertagesstätte Deichkinder e. V."
    assert list(desk.lists.provider_ids(ProviderQuery(words="Deichkinder"))) == [one]


def test_one_undo_brings_every_table_back(desk):
    one, other = twins(desk, website="https://deichkinder.example", costs=(Cost("Essen", 1),))
    make_case(desk, employer=other)
    make_provider(desk, organisation="Altes Haus", successor=other)
    before = everything(desk)
    seen = desk.duplicates.comparison(one, other)
    done = desk.duplicates.merge(one, other, seen.proposal() | {Matter.NAME: Pick.DROPPED}, WHY)
    after = everything(desk)
    assert before != after
    undone = desk.history.undo(done.batch)
    assert everything(desk) == before
    assert found(desk) == [(one, other)]
    desk.history.undo(undone.batch)
    assert everything(desk) == after


@pytest.mark.parametrize(
    ("mine", "others", "picks", "says"),
    [
        (date(2026, 9, 1), date(2026, 10, 1), {}, date(2026, 9, 1)),
        (date(2026, 9, 1), date(2026, 3, 1), {}, date(2026, 9, 1)),
        (date(2026, 9, 1), None, {}, date(2026, 9, 1)),
        (None, date(2026, 10, 1), {}, None),
        (date(2026, 9, 1), date(2026, 10, 1), {Matter.WEBSITE: Pick.DROPPED}, date(2026, 9, 1)),
        (date(2026, 9, 1), date(2026, 3, 1), {Matter.WEBSITE: Pick.DROPPED}, date(2026, 3, 1)),
        (date(2026, 9, 1), None, {Matter.WEBSITE: Pick.DROPPED}, None),
        (None, date(2026, 3, 1), {Matter.WEBSITE: Pick.DROPPED}, None),
        (date(2026, 9, 1), date(2026, 3, 1), {Matter.WEBSITE: Pick.KEPT}, date(2026, 9, 1)),
        (date(2026, 9, 1), date(2026, 3, 1), {Matter.ADDRESS: Pick.DROPPED}, date(2026, 9, 1)),
    ],
)
def test_a_check_is_never_younger_than_what_it_covers(desk, mine, others, picks, says):
    one, other = twins(desk, website="https://deichkinder.example")
    for provider, on in ((one, mine), (other, others)):
        if on is not None:
            check(desk, provider, on)
    desk.duplicates.merge(one, other, picks, WHY)
    view = desk.providers.provider(one)
    assert view.checked_on == says
    assert view.checked_by == ("Tomke Harms" if says else "")


def test_the_older_check_keeps_its_name():
    assert older((date(2026, 5, 1), "Imke"), (date(2026, 4, 1), "Tomke")) == (
        date(2026, 4, 1),
        "Tomke",
    )


def test_the_one_that_is_used_or_checked_or_says_more_should_stay(desk):
    one, other = twins(desk)
    assert desk.duplicates.comparison(one, other).kept.id == one
    assert desk.duplicates.comparison(other, one).kept.id == one
    check(desk, other, date(2026, 5, 4))
    assert desk.duplicates.comparison(one, other).kept.id == other
    make_case(desk, employer=one)
    assert desk.duplicates.comparison(one, other).kept.id == one
    turned = desk.duplicates.comparison(one, other).turned
    assert (turned.kept.id, turned.dropped.id) == (other, one)


def test_who_else_changes_with_the_organisation_is_told(desk):
    one, other = twins(desk)
    hort = beside(desk, one, service="Hort", town="Hage")
    assert desk.duplicates.comparison(one, other).kept.neighbours == (
        "Kita Deichkinder – Hort – Hage",
    )
    desk.duplicates.merge(one, other, {Matter.NAME: Pick.DROPPED}, WHY)
    names = {row.name for row in desk.lists.provider_rows([one, hort])}
    assert names == {"Kindertagesstätte Deichkinder e. V."}
    assert len(desk.lists.provider_ids(ProviderQuery(words="Kindertagesstätte"))) == 2


@pytest.mark.parametrize(
    ("kept", "dropped", "reason", "why"),
    [
        (1, 1, Reason.SAME_PROVIDER, WHY),
        (1, 77, Reason.NO_SUCH_PROVIDER, WHY),
        (77, 1, Reason.NO_SUCH_PROVIDER, WHY),
        (1, 3, Reason.PROVIDER_ARCHIVED, WHY),
        (3, 1, Reason.PROVIDER_ARCHIVED, WHY),
        (1, 2, Reason.REASON_MISSING, " "),
        (1, 2, Reason.TEXT_NOT_STORABLE, "\ud800"),
    ],
)
def test_what_cannot_be_merged_is_refused_and_changes_nothing(desk, kept, dropped, reason, why):
    twins(desk)
    desk.providers.archive(make_provider(desk), "weg")
    before = everything(desk)
    with pytest.raises(Refused) as caught:
        desk.duplicates.merge(kept, dropped, {}, why)
    assert caught.value.reason is reason
    assert everything(desk) == before


@pytest.mark.parametrize("act", ["comparison", "keep_apart"])
def test_only_two_that_stand_are_compared(desk, act):
    one, other = twins(desk)
    desk.providers.archive(other, "weg")
    with pytest.raises(Refused) as caught:
        getattr(desk.duplicates, act)(one, other)
    assert caught.value.reason is Reason.PROVIDER_ARCHIVED
    assert caught.value.facts["name"] == "Kindertagesstätte Deichkinder e. V."


def test_choices_that_do_not_fit_together_are_refused(desk):
    one, other = twins(desk, min_age_months=36)
    desk.providers.edit(one, replace(draft(desk, one), max_age_months=24))
    # each matter is one piece, so that only a fault of the entries themselves could get through
    desk.duplicates.merge(one, other, {Matter.AGES: Pick.DROPPED}, WHY)
    assert (draft(desk, one).min_age_months, draft(desk, one).max_age_months) == (36, None)


def test_a_fault_an_import_brought_is_no_reason_to_refuse_a_merge(desk, tmp_path):
    one, _ = twins(desk)
    listed = tmp_path / "liste.json"
    listed.write_text(json.dumps([{"id": "1", "name": "Kita Deichkinder", "tel": "Frau Meier"}]))
    mapping = mapping_of(
        'name = "liste"\nformat = "json"\nkey = "id"\n[fields.organisation]\nfrom = "name"\n'
        '[fields.phone]\nfrom = "tel"\n'
    )
    take_in(desk, listed, mapping)
    imported = max(desk.lists.provider_ids(ProviderQuery()))
    assert draft(desk, imported).phone == "Frau Meier"
    desk.duplicates.merge(imported, one, {}, WHY)
    assert draft(desk, imported).phone == "Frau Meier"


def test_an_import_finds_the_one_that_stands_for_what_was_merged(desk):
    one, other = twins(desk, source="kitas", source_key="7")
    third = make_provider(desk, organisation="Kita Deichkinder Norden")
    desk.duplicates.merge(one, other, {}, WHY)
    desk.duplicates.merge(third, one, {}, WHY)
    with desk.transactions.reading() as session:
        known = providers.by_source(session, "kitas", ["7"])["7"]
        assert known.at.id == other
        assert standing_for(session, other) == third
        assert standing_for(session, one) == third
        assert standing_for(session, third) == third
        assert standing_for(session, 77) == 77


def test_a_house_that_closed_and_has_a_successor_stands_for_itself(desk):
    centre = make_provider(desk, organisation="Gesundheitszentrum")
    clinic = make_provider(
        desk, organisation="Krankenhaus", valid_to=date(2026, 6, 30), successor=centre
    )
    desk.providers.archive(clinic, "geschlossen")
    with desk.transactions.reading() as session:
        assert standing_for(session, clinic) == clinic


def test_one_that_was_brought_back_stands_for_itself(desk):
    one, other = twins(desk)
    desk.duplicates.merge(one, other, {}, WHY)
    desk.providers.restore(other)
    with desk.transactions.reading() as session:
        assert standing_for(session, other) == other


def test_a_successor_never_comes_round_to_itself(desk):
    one, other = twins(desk)
    desk.providers.edit(one, replace(draft(desk, one), successor=other))
    desk.duplicates.merge(one, other, {}, WHY)
    assert draft(desk, one).successor is None

    first, last = twins(desk)
    middle = make_provider(desk, organisation="Zwischenbau", successor=last)
    desk.providers.edit(first, replace(draft(desk, first), successor=middle))
    desk.duplicates.merge(first, last, {}, WHY)
    assert draft(desk, first).successor is None
    assert draft(desk, middle).successor == first


def test_taking_the_others_days_takes_its_successor_but_not_itself(desk):
    new = make_provider(desk, organisation="Neubau")
    one, other = twins(desk, valid_to=date(2027, 7, 31), successor=new)
    desk.duplicates.merge(one, other, {Matter.VALIDITY: Pick.DROPPED}, WHY)
    assert (draft(desk, one).valid_to, draft(desk, one).successor) == (date(2027, 7, 31), new)


def test_dropping_the_own_successor_check_stays(desk):
    one, other = twins(desk)
    desk.providers.edit(one, replace(draft(desk, one), successor=other))
    check(desk, one, date(2026, 9, 1))
    desk.duplicates.merge(one, other, {}, WHY)
    assert desk.providers.provider(one).checked_on == date(2026, 9, 1)


def test_the_names_behind_numbers_are_told(desk):
    one, other = twins(desk)
    new = make_provider(desk, organisation="Neubau")
    with desk.transactions.reading() as session:
        body = providers.by_id(session, new).organisation.id
    desk.providers.edit(one, replace(draft(desk, one), successor=new, reserved_for=body))
    entry = desk.duplicates.comparison(one, other).kept
    assert (entry.successor, entry.reserved_for) == ("Neubau", "Neubau")
    assert entry.draft == replace(KITA, **IN_STREET, successor=new, reserved_for=body)
