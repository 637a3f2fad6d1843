"""A file that somebody else writes: reading works, every command is refused."""

from __future__ import annotations

from datetime import date

import pytest

from app.desk import open_desk
from app.errors import Reason, Refused, Trouble, Unavailable
from app.progress import finish
from app.records.cases import CaseQuery
from app.records.figures import Period
from app.rules.terms import Track
from db.file import open_file
from tests.conftest import ROOT, TODAY
from tests.makers import make_case, make_provider
from tests.services.test_undo import COMMANDS
from tests.services.undo_world import World

YEAR = Period(date(2026, 1, 1), date(2026, 12, 31))


@pytest.fixture
def reader(path):
    """A world written by one desk, which keeps the lock, and a second desk that may only read."""
    writer = open_desk(open_file(path), ROOT / "resources", lambda: TODAY, "Tomke Harms")
    world = World(writer)
    second = open_desk(open_file(path), ROOT / "resources", lambda: TODAY, "Imke Okken")
    world.desk = second
    yield world
    second.close()
    writer.close()


def test_every_command_is_refused_with_the_same_reason(reader, tmp_path):
    before = reader.desk.transactions.file.path.read_bytes()
    for name, command in COMMANDS.items():
        with pytest.raises(Refused) as caught:
            command(reader, tmp_path)
        assert caught.value.reason is Reason.READ_ONLY, name
    for work in (
        lambda: reader.desk.history.undo(1),
        lambda: reader.desk.privacy.viewed(reader.case),
        lambda: finish(reader.desk.plan.refresh()),
    ):
        with pytest.raises(Refused) as caught:
            work()
        assert caught.value.reason is Reason.READ_ONLY
    assert reader.desk.transactions.file.path.read_bytes() == before


def test_nothing_is_written_to_a_file_that_lies_no_more_in_its_place(desk, path):
    case = make_case(desk)
    path.rename(path.with_name("verschoben.hafen"))
    for work in (lambda: make_provider(desk), lambda: finish(desk.figures.report(YEAR))):
        with pytest.raises(Unavailable) as told:
            work()
        assert told.value.trouble is Trouble.NO_SUCH_FILE
    assert not path.exists()
    assert desk.candidates.case(case).head.name


def test_reading_works_beside_the_writer(reader):
    desk, case = reader.desk, reader.case
    assert not desk.privacy.is_recorded
    assert desk.candidates.case(case).head.name == "Ben Amor, Amira"
    assert desk.plan.view(case, Track.RELOCATION).steps
    assert desk.providers.provider(reader.employer).draft.organisation == "Deichklinik"
    assert desk.office.service_point().name == "Servicestelle"
    assert case in desk.lists.case_ids(CaseQuery())
    assert desk.history.of_case(case)


def test_a_folder_is_written_from_a_file_open_elsewhere_and_not_recorded(reader, tmp_path):
    made = finish(reader.desk.folders.save(reader.case, "de", tmp_path / "mappe.pdf"))
    assert made.done is None
    assert (tmp_path / "mappe.pdf").stat().st_size > 1_000
    assert reader.desk.folders.of_case(reader.case) == []


def test_a_reader_sees_what_the_writer_writes_and_takes_over_when_free(path):
    writer = open_desk(open_file(path), ROOT / "resources", lambda: TODAY, "Tomke Harms")
    second = open_desk(open_file(path), ROOT / "resources", lambda: TODAY, "Imke Okken")
    assert list(second.lists.case_ids(CaseQuery())) == []
    case = make_case(writer)
    assert list(second.lists.case_ids(CaseQuery())) == [case]
    assert second.candidates.head(case).id == case
    assert not second.transactions.file.try_to_write()
    writer.close()
    assert second.transactions.file.try_to_write()
    second.transactions.reopen()
    second.lists.close()
    key = make_provider(second)
    assert second.providers.provider(key).id == key
    second.close()
