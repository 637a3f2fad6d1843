"""The verification round: who is due, who was asked, what an answer changes and what it leaves."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from app.done import Act
from app.errors import Reason, Refused, Trouble, Unavailable
from app.progress import finish
from app.records.checking import Due, DueQuery, EntryAnswer, Reply, Verdict
from app.records.directory import ProviderQuery
from app.records.office import ServicePoint
from app.records.providers import Category, ContactPerson
from app.services.provider_records import new_provider
from db.tables.provider import ServiceAtPlace
from tests.conftest import TODAY
from tests.makers import KITA, make_case, make_provider
from tests.services.undo_world import organisation_of


def checked(desk, key, days_ago):
    """The entry was checked so many days ago."""
    with desk.transactions.command(Act.PROVIDER_CHECKED) as session:
        at = session.get(ServiceAtPlace, key)
        at.checked_on, at.checked_by = TODAY - timedelta(days=days_ago), "Imke Okken"


def several(desk, *services, base=KITA):
    """One organisation with these services; returns its id and those of the entries."""
    with desk.transactions.command(Act.PROVIDER_ADDED) as session:
        whole = new_provider(session, replace(base, service=services[0]))
        keys = [whole.at.id]
        for service in services[1:]:
            found = new_provider(
                session, replace(base, service=service), organisation=whole.organisation
            )
            keys.append(found.at.id)
        return whole.organisation.id, keys


def due_names(desk, **query):
    return [each.name for each in desk.checking.due(DueQuery(**query)).organisations]


def view(desk, key):
    return desk.providers.provider(key)


def test_who_was_never_checked_comes_first_then_the_longest_ago(desk):
    make_provider(desk, organisation="Neu")
    keys = {name: make_provider(desk, organisation=name) for name in ("Halb", "Alt", "Uralt")}
    checked(desk, keys["Halb"], 100)
    checked(desk, keys["Alt"], 180)
    checked(desk, keys["Uralt"], 400)
    assert due_names(desk) == ["Neu", "Uralt", "Alt"]
    assert due_names(desk, due=Due.NEVER) == ["Neu"]
    assert due_names(desk, due=Due.STALE) == ["Uralt", "Alt"]
    assert due_names(desk, limit=1) == ["Neu"]
    assert desk.checking.due(DueQuery(limit=1)).total == 3


def test_the_interval_is_that_of_the_category(desk):
    for category in (Category.KITA, Category.AUTHORITY):
        checked(desk, make_provider(desk, organisation=category.value, category=category), 200)
    assert due_names(desk) == ["kita"]
    assert due_names(desk, categories=frozenset({Category.AUTHORITY})) == []
    heute = desk.lists.provider_rows(desk.lists.providers_to_check())
    assert [row.name for row in heute] == ["kita"]


def test_services_of_one_organisation_are_one_letter(desk):
    key, entries = several(desk, "Krippe", "Hort", "Spielkreis")
    checked(desk, entries[0], 10)
    (found,) = desk.checking.due(DueQuery()).organisations
    assert found.id == key
    assert [each.service for each in found.providers] == ["Hort", "Spielkreis"]
    assert len(desk.checking.asked(key).providers) == 3
    assert len(desk.checking.letters([key])[0].entries) == 3


def test_what_is_archived_or_over_is_nobodys_concern(desk):
    gone = make_provider(desk, organisation="Weg")
    desk.providers.archive(gone, "zu")
    make_provider(desk, organisation="Vorbei", valid_to=TODAY - timedelta(days=1))
    make_provider(desk, organisation="Letzter Tag", valid_to=TODAY)
    assert due_names(desk) == ["Letzter Tag"]
    with pytest.raises(Refused) as caught:
        desk.checking.asked(organisation_of(desk, gone))
    assert caught.value.reason is Reason.NO_SUCH_PROVIDER


def test_a_letter_checks_nothing_and_is_remembered_until_the_next_check(desk):
    key = make_provider(desk)
    organisation = organisation_of(desk, key)
    assert due_names(desk, unasked=True) == ["Kita Deichkinder"]
    done = desk.checking.record_asked([organisation, organisation])
    assert done.facts == {"count": "1", "name": "Kita Deichkinder"}
    assert view(desk, key).checked_on is None
    (found,) = desk.checking.due(DueQuery()).organisations
    assert found.asked_on == TODAY
    assert due_names(desk, unasked=True) == []
    with desk.transactions.command(Act.PROVIDERS_ASKED) as session:
        at = session.get(ServiceAtPlace, key)
        at.asked_on, at.checked_on = TODAY - timedelta(days=500), TODAY - timedelta(days=400)
    assert due_names(desk, unasked=True) == ["Kita Deichkinder"]


def test_what_is_right_was_checked_on_the_day_of_the_answer_and_nothing_else_changes(desk):
    key = make_provider(desk)
    before = view(desk, key)
    on = TODAY - timedelta(days=2)
    answer = EntryAnswer(key, Verdict.UNCHANGED)
    done = desk.checking.enter(Reply(organisation_of(desk, key), (answer,), " A. Janßen ", on))
    after = view(desk, key)
    assert (after.checked_on, after.checked_by) == (on, "Tomke Harms / A. Janßen")
    assert (after.draft, after.saved_at) == (before.draft, before.saved_at)
    assert done.facts["name"] == "Kita Deichkinder"
    desk.history.undo(done.batch)
    assert view(desk, key).checked_on is None


def test_a_correction_writes_what_was_changed_and_nothing_else(desk):
    key = make_provider(desk, free_places=1, free_as_of=date(2026, 9, 1))
    shown = view(desk, key).draft
    # somebody else writes a note while the clerk types
    desk.providers.edit(key, replace(shown, note="Eingang im Hof"))
    draft = replace(shown, phone="04931 1234", free_places=4)
    answer = EntryAnswer(key, Verdict.CORRECTED, shown, draft)
    desk.checking.enter(Reply(organisation_of(desk, key), (answer,)))
    after = view(desk, key)
    assert after.draft == replace(
        shown, phone="04931 1234", free_places=4, free_as_of=TODAY, note="Eingang im Hof"
    )
    assert (after.checked_on, after.checked_by) == (TODAY, "Tomke Harms")
    assert list(desk.lists.provider_ids(ProviderQuery(words="hof"))) == [key]


def test_a_shared_number_corrected_once_holds_for_all_services(desk):
    key, (first, second) = several(desk, "Krippe", "Hort")
    shown = [view(desk, each).draft for each in (first, second)]
    answers = (
        EntryAnswer(first, Verdict.CORRECTED, shown[0], replace(shown[0], phone="04931 77")),
        EntryAnswer(second, Verdict.CORRECTED, shown[1], replace(shown[1], waiting=3)),
    )
    desk.checking.enter(Reply(key, answers))
    assert [view(desk, each).draft.phone for each in (first, second)] == ["04931 77"] * 2
    assert view(desk, second).draft.waiting == 3


def test_what_is_gone_is_archived_with_its_reason_and_last_day(desk):
    key, (gone, stays) = several(desk, "Krippe", "Hort")
    answers = (
        EntryAnswer(gone, Verdict.GONE, because=" geschlossen ", gone_since=date(2026, 8, 1)),
        EntryAnswer(stays, Verdict.SILENT),
    )
    desk.checking.enter(Reply(key, answers))
    found = view(desk, gone)
    assert (found.archived_on, found.archived_because) == (TODAY, "geschlossen")
    assert found.draft.valid_to == date(2026, 7, 31)
    assert (found.checked_on, view(desk, stays).checked_on) == (None, None)


def test_what_will_be_gone_is_there_until_then(desk):
    key = make_provider(desk)
    answer = EntryAnswer(key, Verdict.GONE, because="schließt", gone_since=date(2027, 8, 1))
    desk.checking.enter(Reply(organisation_of(desk, key), (answer,)))
    found = view(desk, key)
    assert (found.archived_on, found.draft.valid_to) == (None, date(2027, 7, 31))
    assert found.checked_on == TODAY


def test_a_letter_answered_on_its_own_day_is_no_letter_of_the_next_round(desk):
    key = make_provider(desk)
    day = TODAY - timedelta(days=200)
    with desk.transactions.command(Act.PROVIDERS_ASKED) as session:
        at = session.get(ServiceAtPlace, key)
        at.asked_on = at.checked_on = day
    (found,) = desk.checking.due(DueQuery(unasked=True)).organisations
    assert found.asked_on is None
    desk.checking.record_asked([found.id])
    (found,) = desk.checking.due(DueQuery()).organisations
    assert found.asked_on == TODAY


def test_an_older_answer_never_hides_a_newer_check(desk):
    key = make_provider(desk)
    checked(desk, key, 1)
    answer = EntryAnswer(key, Verdict.UNCHANGED)
    late = TODAY - timedelta(days=20)
    with pytest.raises(Refused):
        desk.checking.enter(
            Reply(organisation_of(desk, key), (answer,), on=TODAY + timedelta(days=1))
        )
    desk.checking.enter(Reply(organisation_of(desk, key), (answer,), on=late))
    assert view(desk, key).checked_on == TODAY - timedelta(days=1)


@pytest.mark.parametrize(
    ("changes", "reason", "field"),
    [
        ({"phone": "Frau Meier"}, Reason.NOT_A_PHONE, "phone"),
        ({"hours_osm": "Mo-Fr 25:99"}, Reason.NOT_OPENING_HOURS, "hours_osm"),
        ({"free_places": -1}, Reason.NOT_A_VALUE, "free_places"),
    ],
)
def test_a_wrong_correction_is_refused_beside_its_field_and_nothing_is_written(
    desk, changes, reason, field
):
    key, (first, second) = several(desk, "Krippe", "Hort")
    shown = view(desk, second).draft
    answers = (
        EntryAnswer(first, Verdict.UNCHANGED),
        EntryAnswer(second, Verdict.CORRECTED, shown, replace(shown, **changes)),
    )
    with pytest.raises(Refused) as caught:
        desk.checking.enter(Reply(key, answers))
    assert (caught.value.reason, caught.value.field) == (reason, field)
    assert caught.value.facts["provider"] == second
    assert view(desk, first).checked_on is None
    assert view(desk, second).draft == shown


@pytest.mark.parametrize(
    ("reply", "reason"),
    [
        ((), Reason.NOTHING_ANSWERED),
        ((EntryAnswer(1, Verdict.SILENT),), Reason.NOTHING_ANSWERED),
        ((EntryAnswer(1, Verdict.GONE, because="  "),), Reason.REASON_MISSING),
        ((EntryAnswer(1, Verdict.GONE, because="\ud83d"),), Reason.TEXT_NOT_STORABLE),
        (
            (EntryAnswer(1, Verdict.GONE, because="zu", gone_since=date(2026, 1, 1)),),
            Reason.ENDS_BEFORE_IT_BEGINS,
        ),
        ((EntryAnswer(99, Verdict.UNCHANGED),), Reason.NO_SUCH_PROVIDER),
    ],
)
def test_an_answer_that_cannot_be_is_refused(desk, reply, reason):
    key = make_provider(desk, valid_from=date(2026, 1, 1))
    assert key == 1
    with pytest.raises(Refused) as caught:
        desk.checking.enter(Reply(organisation_of(desk, key), reply))
    assert caught.value.reason is reason
    assert view(desk, key).archived_on is None


def test_a_corrected_employer_renews_the_plans_that_name_it(desk):
    key = make_provider(desk, organisation="Deichklinik", category=Category.EMPLOYER)
    case = make_case(desk, employer=key)
    shown = view(desk, key).draft
    answer = EntryAnswer(
        key, Verdict.CORRECTED, shown, replace(shown, organisation="Klinik am Deich")
    )
    desk.checking.enter(Reply(organisation_of(desk, key), (answer,)))
    assert desk.candidates.head(case).employer == "Klinik am Deich"


# --- letters ----------------------------------------------------------------------


@pytest.fixture
def asked(desk):
    desk.office.edit_service_point(ServicePoint(name="Servicestelle Küste"))
    draft = replace(
        KITA,
        street="Am Siel 1",
        note="nur intern",
        contacts=(ContactPerson("Gesa Janßen", "Aufnahme", "04931 1"),),
    )
    first = make_provider(desk, **vars(draft))
    second = make_provider(desk, organisation="Ohne Anschrift", postcode="", town="")
    return [organisation_of(desk, each) for each in (first, second)]


def test_letters_are_written_and_noted(desk, asked, tmp_path):
    path = tmp_path / "briefe.pdf"
    made = finish(desk.checking.save_letters(asked, path))
    assert path.read_bytes() == desk.checking.preview(asked)
    assert (made.letters, made.pages, made.without_address) == (2, 2, ("Ohne Anschrift",))
    assert made.done is not None
    assert made.done.act is Act.PROVIDERS_ASKED
    assert {each.asked_on for each in desk.checking.due(DueQuery()).organisations} == {TODAY}
    desk.history.undo(made.done.batch)
    assert {each.asked_on for each in desk.checking.due(DueQuery()).organisations} == {None}


def test_letters_given_up_leave_nothing_and_nobody_was_asked(desk, asked, tmp_path):
    for steps in range(1, 6):
        work = desk.checking.save_letters(asked, tmp_path / "briefe.pdf")
        for _ in range(steps):
            next(work)
        work.close()
        assert list(tmp_path.glob("briefe*")) == []
    assert due_names(desk, unasked=True) == ["Kita Deichkinder", "Ohne Anschrift"]
    with pytest.raises(Unavailable) as trouble:
        finish(desk.checking.save_letters(asked, tmp_path / "fehlt" / "briefe.pdf"))
    assert trouble.value.trouble is Trouble.CANNOT_WRITE
    assert due_names(desk, unasked=True) == ["Kita Deichkinder", "Ohne Anschrift"]


def test_letters_never_write_over_the_data_file_and_want_somebody_to_ask(desk, asked, tmp_path):
    with pytest.raises(Refused) as caught:
        finish(desk.checking.save_letters(asked, desk.transactions.file.path))
    assert caught.value.reason is Reason.EXISTS
    with pytest.raises(Refused) as caught:
        finish(desk.checking.save_letters([], tmp_path / "briefe.pdf"))
    assert caught.value.reason is Reason.NOTHING_DUE
    with pytest.raises(Refused) as caught:
        finish(desk.checking.save_letters([999], tmp_path / "briefe.pdf"))
    assert caught.value.reason is Reason.NO_SUCH_PROVIDER


def test_the_letter_says_until_when_and_holds_no_internal_note(desk, asked):
    (letter, other) = desk.checking.letters(asked)
    assert letter.reply_by == date(2026, 12, 14)
    assert letter.contacts == (ContactPerson("Gesa Janßen", "Aufnahme", "04931 1"),)
    assert "nur intern" not in repr(letter)
    assert letter.address.lines == ("Am Siel 1", "26506 Norden")
    assert other.address.lines == ()
