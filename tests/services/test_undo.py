"""Every command of every service: undo restores all other tables exactly, redo likewise."""

from __future__ import annotations

import inspect
import shutil
from collections.abc import Callable, Iterator
from dataclasses import fields, replace
from datetime import date, timedelta
from functools import partial
from pathlib import Path
from typing import get_type_hints

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from app.desk import Desk, open_desk
from app.done import Done
from app.edits import EDITS, changed_nothing
from app.errors import Reason, Refused
from app.records.cases import CaseQuery, CloseReason
from app.records.checking import EntryAnswer, Reply, Verdict
from app.records.directory import Beside, ProviderQuery
from app.records.merging import Matter, Pick
from app.records.office import AdvisorDraft, ServicePoint
from app.records.redating import Redating
from app.records.travel import TravelDraft
from app.rules.calendar import Day
from app.rules.facts import FactKey
from app.rules.terms import AnchorKind, Role, Stage
from db.file import open_file
from tests.conftest import ROOT, TODAY
from tests.makers import CHILD, FROM_TUNISIA, KITA, NURSE
from tests.services import (
    brochure_commands,
    care_commands,
    career_commands,
    contact_commands,
    elder_commands,
    employer_commands,
    exchange_commands,
    funding_commands,
    giving_commands,
    housing_commands,
    import_commands,
    mentor_commands,
    moving_commands,
    needs_commands,
    network_commands,
    practice_commands,
    roster_commands,
    school_commands,
    staying_commands,
    team_commands,
    template_commands,
    training_commands,
    visit_commands,
    wording_commands,
)
from tests.services.undo_world import (
    CALL,
    MADE,
    MAY,
    OWN,
    PATIN,
    ROAD,
    SHORT,
    World,
    everything,
    journal_rows,
    repeating,
)


def _reply(world: World, _: Path) -> Done:
    shown = world.desk.providers.provider(world.employer).draft
    draft = replace(shown, phone="040 66969-777", free_places=3, hours_given="nach Anruf")
    answer = EntryAnswer(world.employer, Verdict.CORRECTED, shown, draft)
    return world.desk.checking.enter(Reply(world.asked, (answer,), "A. Janßen"))


Command = Callable[[World, Path], Done]

COMMANDS: dict[str, Command] = {
    "Candidates.register": lambda w, _: w.desk.candidates.register(FROM_TUNISIA, NURSE),
    "Candidates.edit": lambda w, _: w.desk.candidates.edit(
        w.case, replace(FROM_TUNISIA, origin="NL", profession="doctor", note="neu")
    ),
    "Candidates.stage": lambda w, _: w.desk.candidates.stage(w.case, Stage.CONTRACT),
    "Candidates.hold": lambda w, _: w.desk.candidates.hold(w.case, date(2027, 1, 4), "krank"),
    "Candidates.resume": lambda w, _: w.desk.candidates.resume(w.held),
    "Candidates.close": lambda w, _: w.desk.candidates.close(w.case, CloseReason.SETTLED),
    "Candidates.reopen": lambda w, _: w.desk.candidates.reopen(w.closed),
    "Candidates.note_contact": lambda w, _: w.desk.candidates.note_contact(w.case, CALL),
    "Candidates.edit_contact": lambda w, _: w.desk.candidates.edit_contact(
        w.contact, replace(CALL, text="anders")
    ),
    "Candidates.remove_contact": lambda w, _: w.desk.candidates.remove_contact(w.contact),
    "Household.add": lambda w, _: w.desk.household.add(w.case, CHILD),
    "Household.edit": lambda w, _: w.desk.household.edit(w.child, replace(CHILD, birth=None)),
    "Household.remove": lambda w, _: w.desk.household.remove(w.child),
    "Household.record": lambda w, _: w.desk.household.record(w.case, None, FactKey.CAR, "no"),
    "Household.forget": lambda w, _: w.desk.household.forget(w.case, None, FactKey.HOUSING),
    "Consents.give": lambda w, _: w.desk.consents.give(w.case, replace(MAY, person=w.child)),
    "Consents.withdraw": lambda w, _: w.desk.consents.withdraw(w.photo, date(2026, 11, 22)),
    "Roles.hold": lambda w, _: w.desk.roles.hold(w.case, Role.MENTOR, PATIN, w.step),
    "Roles.free": lambda w, _: w.desk.roles.free(w.case, Role.WARD),
    "Templates.confirm": lambda w, _: w.desk.templates.confirm(w.unproven[0], "Imke Okken"),
    "Templates.doubt": lambda w, _: w.desk.templates.doubt(w.unproven[1]),
    "Dates.move": lambda w, _: w.desk.dates.move(
        w.case, Redating(((AnchorKind.WORK_START, Day(date(2027, 4, 12))),), "Visum")
    ),
    "Plan.set_anchor": lambda w, _: w.desk.plan.set_anchor(
        w.case, AnchorKind.WORK_START, Day(date(2027, 5, 3))
    ),
    "Plan.clear_anchor": lambda w, _: w.desk.plan.clear_anchor(w.case, AnchorKind.MOVE_IN),
    "Plan.tick": lambda w, _: w.desk.plan.tick(w.step),
    "Plan.untick": lambda w, _: w.desk.plan.untick(w.ticked),
    "Plan.not_needed": lambda w, _: w.desk.plan.not_needed(w.step, "macht der Arbeitgeber"),
    "Plan.need": lambda w, _: w.desk.plan.need(w.ticked),
    "Plan.note": lambda w, _: w.desk.plan.note(w.step, "Termin erbeten"),
    "Plan.pin": lambda w, _: w.desk.plan.pin(w.step, Day(date(2027, 2, 1))),
    "Plan.unpin": lambda w, _: w.desk.plan.unpin(w.pinned),
    "Plan.snooze": lambda w, _: w.desk.plan.snooze(w.pinned, date(2026, 11, 25)),
    "Plan.wake": lambda w, _: w.desk.plan.wake(w.snoozed),
    "Plan.add_own": lambda w, _: w.desk.plan.add_own(w.case, OWN),
    "Plan.edit_own": lambda w, _: w.desk.plan.edit_own(w.own, replace(OWN, title="Räder")),
    "Plan.remove_own": lambda w, _: w.desk.plan.remove_own(w.own),
    "Plan.take": lambda w, _: w.desk.plan.take(w.case, w.outside.template, w.outside.person),
    "Plan.untake": lambda w, _: w.desk.plan.untake(w.taken),
    "Plan.give_set": lambda w, _: w.desk.plan.give_set(w.case, "short"),
    "Plan.mark_document": lambda w, _: w.desk.plan.mark_document(
        w.papers.id, w.papers.documents[1].key
    ),
    "Plan.unmark_document": lambda w, _: w.desk.plan.unmark_document(
        w.papers.id, w.papers.documents[0].key
    ),
    "Providers.add": lambda w, _: w.desk.providers.add(KITA),
    "Providers.add_beside": lambda w, _: w.desk.providers.add_beside(
        w.employer, replace(KITA, organisation="Deichklinik", service="Ambulanz"), Beside.SERVICE
    ),
    "Providers.edit": lambda w, _: w.desk.providers.edit(
        w.employer, replace(KITA, organisation="Klinik am Tief")
    ),
    "Providers.confirm_checked": lambda w, _: w.desk.providers.confirm_checked(w.employer),
    "Providers.archive": lambda w, _: w.desk.providers.archive(w.employer, "zieht um"),
    "Providers.restore": lambda w, _: w.desk.providers.restore(w.archived),
    "Duplicates.merge": lambda w, _: w.desk.duplicates.merge(
        w.twin, w.employer, {Matter.NAME: Pick.DROPPED, Matter.COSTS: Pick.BOTH}, "doppelt"
    ),
    "Duplicates.keep_apart": lambda w, _: w.desk.duplicates.keep_apart(w.twin, w.employer),
    "Checking.record_asked": lambda w, _: w.desk.checking.record_asked([w.asked]),
    "Checking.enter": _reply,
    "Office.edit_service_point": lambda w, _: w.desk.office.edit_service_point(
        ServicePoint(name="Servicestelle Nord", responsible_body="Landkreis")
    ),
    "Office.mark_example": lambda w, _: w.desk.office.mark_example(),
    "Office.add_advisor": lambda w, _: w.desk.office.add_advisor(AdvisorDraft("Imke", "Okken")),
    "Office.edit_advisor": lambda w, _: w.desk.office.edit_advisor(
        w.advisor, AdvisorDraft("Tomke", "Saathoff")
    ),
    "Office.save_filter": lambda w, _: w.desk.office.save_filter("Alle", CaseQuery()),
    "Office.remove_filter": lambda w, _: w.desk.office.remove_filter(w.filter),
    "Travel.enter": lambda w, _: w.desk.travel.enter(replace(ROAD, minutes=26, ferry=True)),
    "Travel.remove": lambda w, _: w.desk.travel.remove(w.road),
    "Travel.take": lambda w, _: w.desk.travel.take(
        (replace(ROAD, minutes=27), TravelDraft("Juist", "Norden", 95, ferry=True))
    ),
    "ProviderFilters.save": lambda w, _: w.desk.provider_filters.save("Alle", ProviderQuery()),
    "ProviderFilters.remove": lambda w, _: w.desk.provider_filters.remove(w.provider_filter),
    "Compositions.compose": lambda w, _: w.desk.compositions.compose(w.case, SHORT),
    "Compositions.keep": lambda w, _: w.desk.compositions.keep("Kurz", SHORT),
    "Compositions.remove": lambda w, _: w.desk.compositions.remove(w.composition),
    "Folders.record_printed": lambda w, _: w.desk.folders.record_printed(w.case, MADE),
}

COMMANDS |= {
    name: partial(lambda command, w, folder: command(w.desk, w.case, folder), command)
    for commands in (
        template_commands,
        import_commands,
        care_commands,
        roster_commands,
        wording_commands,
        brochure_commands,
        exchange_commands,
        funding_commands,
        visit_commands,
        giving_commands,
        network_commands,
        staying_commands,
        career_commands,
        team_commands,
        contact_commands,
        mentor_commands,
        moving_commands,
        training_commands,
        needs_commands,
        school_commands,
        employer_commands,
        housing_commands,
        practice_commands,
        elder_commands,
    )
    for name, command in commands.COMMANDS.items()
}

# Commands that change nothing but the journal, or are undo itself.
WITHOUT_UNDO = {
    "Privacy.viewed",
    "History.undo",
    "Folders.record_checklist_printed",
    "Folders.record_care_printed",
    "Folders.save_again",
    "Folders.record_printed_again",
    "Gaps.record_printed",
    "Careers.load_occupations",
    "Papers.record_printed",
}


def commands_of(service: type) -> set[str]:
    """The names of a service's methods that answer with `Done`, alone or in long work."""
    return {
        f"{service.__name__}.{name}"
        for name, method in inspect.getmembers(service, inspect.isfunction)
        if not name.startswith("_") and "Done" in str(method.__annotations__.get("return"))
    } | ({"Imports.carry_out"} if service.__name__ == "Imports" else set())


def test_every_command_has_its_case():
    services = get_type_hints(Desk)
    found = set().union(
        *(commands_of(services[field.name]) for field in fields(Desk) if field.name != "faults")
    )
    assert found == set(COMMANDS) | WITHOUT_UNDO


@pytest.fixture(scope="module")
def office(tmp_path_factory, empty_file) -> tuple[Path, World]:
    """The file of the office and what is in it, made once; tests work on copies."""
    path = Path(shutil.copy(empty_file, tmp_path_factory.mktemp("office") / "amt.hafen"))
    desk = opened(path)
    world = World(desk)
    desk.close()
    return path, world


@pytest.fixture
def world(office, tmp_path) -> Iterator[World]:
    """The office on a file of the test's own."""
    path, made = office
    desk = opened(Path(shutil.copy(path, tmp_path / "amt.hafen")))
    yield made.on(desk)
    desk.close()


def opened(path: Path) -> Desk:
    """All services on this file; today is 23 November 2026."""
    return open_desk(open_file(path), ROOT / "resources", lambda: TODAY, "Tomke Harms")


ADDS_AGAIN = {"RosterImports.take"}  # what was read a second time is a second roster


@pytest.mark.parametrize("name", sorted(COMMANDS))
def test_undo_and_redo_restore_every_table_exactly(world, tmp_path, name, monkeypatch):
    desk = world.desk
    before = everything(desk)
    again = repeating(desk, name, monkeypatch)
    done = COMMANDS[name](world, tmp_path)
    after = everything(desk)
    assert done.batch is not None
    assert before != after or name == "Plan.need"
    if done.act in EDITS and name not in ADDS_AGAIN:
        batches = journal_rows(desk)
        assert again().batch is None, "saved as it was, it left something in the journal"
        assert journal_rows(desk) == batches
        assert everything(desk) == after

    undone = desk.history.undo(done.batch)
    assert everything(desk) == before
    assert undone.batch is not None
    redone = desk.history.undo(undone.batch)
    assert everything(desk) == after
    assert redone.batch is not None
    desk.history.undo(redone.batch)
    assert everything(desk) == before


STAMPED = ("Dormitories.wait", "Elders.keep", "Housing.edit", "Housing.keep_wish")


@pytest.mark.parametrize("name", STAMPED)
def test_what_is_saved_as_it_was_on_a_later_day_is_not_newer_for_it(
    world, tmp_path, name, monkeypatch
):
    again = repeating(world.desk, name, monkeypatch)
    COMMANDS[name](world, tmp_path)
    after = everything(world.desk)
    world.desk.transactions.today = lambda: TODAY + timedelta(7)
    assert changed_nothing(again())
    assert everything(world.desk) == after


# Only these say that a person checked an entry.
CHECKING = {"Providers.confirm_checked", "Checking.enter"}


@pytest.mark.parametrize("name", sorted(COMMANDS))
def test_no_other_command_says_that_an_entry_was_checked(world, tmp_path, name):
    desk = world.desk
    desk.transactions.who = "Wer anders"

    def checked() -> set[tuple[object, ...]]:
        connection = desk.transactions.file.connect()
        found = connection.execute(
            "SELECT id, checked_on, checked_by FROM services_at_places"
            " WHERE checked_on IS NOT NULL OR checked_by <> ''"
        )
        rows = set(found)
        connection.close()
        return rows

    before = checked()
    COMMANDS[name](world, tmp_path)
    assert (checked() != before) == (name in CHECKING)


def test_undo_survives_a_restart(path):
    first = open_desk(open_file(path), ROOT / "resources", lambda: TODAY, "Tomke")
    batch = first.providers.add(KITA).batch
    first.close()
    second = open_desk(open_file(path), ROOT / "resources", lambda: TODAY, "Imke")
    assert batch is not None
    second.history.undo(batch)
    assert everything(second)["organisations"] == []
    second.close()


def test_undo_is_refused_where_somebody_changed_the_value_since(world):
    desk = world.desk
    first = desk.plan.note(world.step, "eins")
    desk.plan.note(world.step, "zwei")
    assert first.batch is not None
    before = everything(desk)
    with pytest.raises(Refused) as caught:
        desk.history.undo(first.batch)
    assert caught.value.reason is Reason.CHANGED_SINCE
    assert everything(desk) == before


def test_a_command_is_taken_back_once(desk):
    done = desk.providers.add(KITA)
    assert done.batch is not None
    desk.history.undo(done.batch)
    with pytest.raises(Refused) as caught:
        desk.history.undo(done.batch)
    assert caught.value.reason is Reason.ALREADY_UNDONE


def test_a_batch_nobody_wrote_is_refused(desk):
    with pytest.raises(Refused) as caught:
        desk.history.undo(999)
    assert caught.value.reason is Reason.NO_SUCH_BATCH


def test_a_refused_command_leaves_no_batch(desk):
    connection = desk.transactions.file.connect()
    with pytest.raises(Refused):
        desk.providers.archive(77, "weg")
    assert connection.execute("SELECT count(*) FROM batches").fetchone() == (0,)
    connection.close()


def test_the_audit_holds_no_personal_words(world):
    connection = world.desk.transactions.file.connect()
    for row in connection.execute("SELECT act, who FROM batches"):
        assert "Amor" not in " ".join(row)
    connection.close()


@settings(
    max_examples=8, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(st.lists(st.sampled_from(sorted(COMMANDS)), min_size=2, max_size=5, unique=True))
@example(["Candidates.close", "Templates.save", "Candidates.edit"])
def test_any_run_of_commands_is_taken_back_in_reverse(tmp_path_factory, office, names):
    path, made = office
    folder = tmp_path_factory.mktemp("run")
    desk = opened(Path(shutil.copy(path, folder / "amt.hafen")))
    world = made.on(desk)
    states, batches = [], []
    for name in names:
        states.append(everything(desk))
        try:
            batches.append(COMMANDS[name](world, folder).batch)
        except Refused:
            states.pop()
    for state, batch in zip(reversed(states), reversed(batches), strict=True):
        desk.history.undo(batch)
        assert everything(desk) == state
    desk.close()
