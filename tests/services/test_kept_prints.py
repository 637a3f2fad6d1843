"""Prints as they are kept: the same bytes at any time, until a consent they may rest on ends."""

from __future__ import annotations

import pypdfium2
import pytest

from app.errors import Reason, Refused
from app.progress import finish
from app.records.consents import ConsentDraft
from app.records.exchanges import Anew
from app.rules.facts import FactKey
from app.rules.terms import ConsentWay, Purpose, Recipient
from tests.conftest import TODAY
from tests.services.exchange_world import advised, child, closed, save, worded


def test_a_kept_print_is_the_same_whatever_changed_since(world, tmp_path):
    old = save(world, tmp_path / "alt.pdf")
    (row,) = world.desk.folders.of_case(world.case)
    assert row.is_kept
    world.later(100)
    for change in (child, worded, advised, closed):
        change(world)
    assert world.desk.folders.kept(row.id) == old
    world.desk.folders.save_again(row.id, tmp_path / "wieder.pdf")
    assert (tmp_path / "wieder.pdf").read_bytes() == old


def test_a_printed_preview_is_kept_and_undone_and_redone(world):
    data = world.desk.folders.preview(world.case, "de")
    made = world.desk.folders.measured(data, "de", 10)
    printed = world.desk.folders.record_printed(world.case, made)
    (row,) = world.desk.folders.of_case(world.case)
    assert world.desk.folders.kept(row.id) == data
    assert world.desk.exchanges.state(world.case).is_same
    back = world.desk.history.undo(printed.batch)
    assert world.desk.folders.of_case(world.case) == []
    world.desk.history.undo(back.batch)
    assert world.desk.folders.kept(row.id) == data


def test_a_withdrawn_consent_erases_what_was_printed_for_good(world, tmp_path):
    desk, case = world.desk, world.case
    person = desk.candidates.case(case).people[0].id
    may = ConsentDraft(
        person,
        Purpose.HEALTH_DATA,
        Recipient.SERVICE_POINT,
        "Ich bin einverstanden.",
        TODAY,
        ConsentWay.SIGNED,
    )
    consent = int(desk.consents.give(case, may).facts["id"])
    desk.household.record(case, person, FactKey.HEALTH_NEED, "yes")
    old = save(world, tmp_path / "alt.pdf")
    taken = finish(desk.folders.save(case, "en", tmp_path / "en.pdf")).done
    back = desk.history.undo(taken.batch)
    desk.consents.withdraw(consent, TODAY)
    (row,) = desk.folders.of_case(case)
    assert (row.is_kept, row.pages) == (False, len(pypdfium2.PdfDocument(old)))
    with pytest.raises(Refused) as caught:
        desk.folders.kept(row.id)
    assert caught.value.reason is Reason.PRINT_NOT_KEPT
    assert desk.exchanges.state(case).anew is Anew.NOT_KEPT
    with pytest.raises(Refused):
        desk.history.undo(back.batch)
    connection = desk.transactions.file.connect()
    assert connection.execute("SELECT count(*) FROM stored_files").fetchone() == (0,)
    connection.close()


def test_a_print_stays_where_a_consent_ends_on_which_nothing_rests(world, tmp_path):
    desk, case = world.desk, world.case
    person = desk.candidates.case(case).people[0].id
    may = ConsentDraft(
        person, Purpose.HEALTH_DATA, Recipient.SERVICE_POINT, "Ja.", TODAY, ConsentWay.SIGNED
    )
    consent = int(desk.consents.give(case, may).facts["id"])
    save(world, tmp_path / "alt.pdf")
    desk.consents.withdraw(consent, TODAY)
    (row,) = desk.folders.of_case(case)
    assert row.is_kept
