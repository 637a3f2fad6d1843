"""A file of an earlier version, opened by this one: new steps come, nothing done is lost."""

from __future__ import annotations

import gzip
from datetime import date
from pathlib import Path

import pytest

from app.desk import open_desk
from app.errors import Reason, Refused
from app.progress import finish
from app.records.cases import CaseQuery, CaseState
from app.records.consents import ConsentDraft
from app.rules.calendar import Day
from app.rules.terms import (
    AnchorKind,
    Answer,
    ConsentWay,
    Purpose,
    Recipient,
    StepState,
    Track,
)
from app.services.known import CODES as SPECIAL_CODES
from db.file import connect, open_file
from db.migrate import upgrade
from tests.conftest import ROOT, TODAY
from tests.makers import make_case

KEPT = sorted((ROOT / "tests" / "db" / "versions").glob("*.hafen.gz"))
WORKED_ON = (
    "SELECT id, case_id, person_id, template, title, state, done_on, reason, note, pinned, due"
    " FROM steps WHERE state <> 'open' OR pinned OR note <> '' OR template = ''"
)

FOLLOW = {"angehoerige_pflege", "pflege_akut"}
"""Steps that only special facts bring into a plan."""


def rows(path: Path, query: str) -> list[tuple[object, ...]]:
    connection = connect(path, writable=False)
    found = connection.execute(query).fetchall()
    connection.close()
    return found


@pytest.fixture(params=KEPT, ids=lambda kept: kept.name)
def former(request, tmp_path) -> Path:
    """A file as an earlier version wrote it."""
    path = tmp_path / "alt.hafen"
    path.write_bytes(gzip.decompress(request.param.read_bytes()))
    return path


def worked_on(path: Path) -> dict[int, tuple[object, ...]]:
    return {int(str(row[0])): row for row in rows(path, WORKED_ON)}


def test_a_refresh_gives_what_is_new_and_keeps_everything_done(former):
    before, given = worked_on(former), rows(former, "SELECT count(*) FROM steps")
    assert before
    list(upgrade(former, TODAY))
    desk = open_desk(open_file(former), ROOT / "resources", lambda: TODAY, "Tomke Harms")
    finish(desk.plan.refresh())
    assert worked_on(former) == before
    assert rows(former, "SELECT count(*) FROM steps") >= given
    # once in line, it stays so
    assert finish(desk.plan.refresh()) == 0
    for case in desk.lists.case_ids(CaseQuery(state=CaseState.ALL)):
        desk.candidates.case(case)
        for track in Track:
            view = desk.plan.view(case, track)
            assert view.steps
    desk.close()


def test_what_bars_the_first_day_is_known_after_a_refresh(former):
    list(upgrade(former, TODAY))
    desk = open_desk(open_file(former), ROOT / "resources", lambda: TODAY, "Tomke Harms")
    finish(desk.plan.refresh())
    listed = desk.lists.case_rows(desk.lists.case_ids(CaseQuery()))
    assert any(row.barred for row in listed)
    for row in listed:
        head = desk.candidates.head(row.id)
        assert row.barred == sum(each.bars for each in head.blockers)
    desk.close()


def test_dates_already_given_are_not_rewritten(former):
    """A step keeps the anchor and offset it was given with, so its date too."""
    before = {
        row[0]: row[1:]
        for row in rows(former, "SELECT id, anchor, offset FROM steps WHERE template <> ''")
    }
    list(upgrade(former, TODAY))
    desk = open_desk(open_file(former), ROOT / "resources", lambda: TODAY, "Tomke Harms")
    finish(desk.plan.refresh())
    desk.close()
    after = rows(former, "SELECT id, anchor, offset FROM steps WHERE template <> ''")
    kept = {row[0]: row[1:] for row in after if row[0] in before}
    assert kept
    assert all(before[key] == form for key, form in kept.items())


def test_ticking_goes_on_in_a_migrated_plan(former):
    list(upgrade(former, TODAY))
    desk = open_desk(open_file(former), ROOT / "resources", lambda: TODAY, "Tomke Harms")
    finish(desk.plan.refresh())
    case = desk.lists.case_ids(CaseQuery())[0]
    step = next(
        each
        for each in desk.plan.view(case, Track.RELOCATION).steps
        if each.state is StepState.OPEN and each.kind.value != "hint"
    )
    done = desk.plan.tick(step.id, date(2026, 11, 20))
    assert done.batch is not None
    desk.history.undo(done.batch)
    desk.close()


@pytest.fixture
def unasked(path) -> Path:
    """A file in which a fact under Art. 9 DSGVO stands as the first version wrote it: nobody
    had to allow it, and the steps followed it."""
    desk = open_desk(open_file(path), ROOT / "resources", lambda: TODAY, "Tomke Harms")
    case = make_case(desk, children=1)
    person = desk.candidates.case(case).people[0].id
    connection = desk.transactions.file.connect()
    connection.executemany(
        "INSERT INTO facts (case_id, person_id, key, value, noted_on) VALUES (?, ?, ?, 'yes', ?)",
        [(case, who, key, "2026-05-04") for who in (person, None) for key in SPECIAL_CODES],
    )
    connection.close()
    desk.close()
    return path


def because_of_special(desk):
    """The steps that apply and would not without a special fact."""
    return {
        each.template
        for each in desk.plan.all_steps(1)
        if each.applies is Answer.YES and each.template in FOLLOW
    }


def test_a_special_fact_nobody_allowed_is_neither_used_nor_shown(unasked):
    desk = open_desk(open_file(unasked), ROOT / "resources", lambda: TODAY, "Tomke Harms")
    assert finish(desk.plan.refresh()) == 0
    assert desk.candidates.case(1).facts == ()
    assert because_of_special(desk) == set()
    done = desk.plan.set_anchor(1, AnchorKind.CONTRACT, Day(TODAY))
    # nor does it stand in the way of taking back something else
    desk.history.undo(done.batch)
    desk.close()


def test_with_the_consent_such_a_fact_is_used_and_goes_with_it(unasked):
    desk = open_desk(open_file(unasked), ROOT / "resources", lambda: TODAY, "Tomke Harms")
    person = desk.candidates.case(1).people[0].id
    may = ConsentDraft(
        person,
        Purpose.HEALTH_DATA,
        Recipient.SERVICE_POINT,
        "Ja.",
        TODAY,
        ConsentWay.SIGNED,
    )
    given = desk.consents.give(1, may)
    assert {fact.key for fact in desk.candidates.case(1).facts} == SPECIAL_CODES
    assert because_of_special(desk)
    assert finish(desk.plan.refresh()) == 0
    with pytest.raises(Refused) as caught:
        desk.history.undo(given.batch)
    assert caught.value.reason is Reason.CONSENT_IN_USE
    desk.consents.withdraw(int(given.facts["id"]), TODAY)
    assert desk.candidates.case(1).facts == ()
    assert because_of_special(desk) == set()
    assert (person,) not in rows(unasked, "SELECT person_id FROM facts")
    assert finish(desk.plan.refresh()) == 0
    desk.close()
