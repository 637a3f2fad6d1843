"""Words that stay in the office are planted everywhere in a real file and looked for in all that
goes out."""

from __future__ import annotations

import gzip
from dataclasses import replace
from pathlib import Path

import pytest
from sqlalchemy import String, func, select
from sqlalchemy.orm import aliased

from app.desk import open_desk
from app.records.papers import PaperKind
from app.services import folder_contents
from app.services.transactions import Transactions
from db.file import open_file
from db.outward import REACH, PrivateColumn, Reach, private_columns
from db.tables.all import EVERY
from db.tables.case import Case, Person
from tests.conftest import KEPT, ROOT, TODAY
from tests.services.planted import outputs, plant

ALLOWED = {"mentorship": {("people", "phone")}}
"""The telephone of a family stands on the sheet for its mentor where the person consented to that
(purpose SHARE, recipient MENTOR), and nowhere else."""


@pytest.fixture(scope="module")
def county(tmp_path_factory):
    """The example county with a word in each private text; the desk and the words."""
    path: Path = tmp_path_factory.mktemp("kreis") / "kreis.hafen"
    path.write_bytes(gzip.decompress(KEPT.read_bytes()))
    desk = open_desk(open_file(path), ROOT / "resources", lambda: TODAY, "Prüfung")
    yield desk, plant(desk)
    desk.close()


def test_every_text_column_is_declared_once_and_no_other():
    columns = {
        kind.__tablename__: {c.key for c in kind.__table__.columns if isinstance(c.type, String)}
        for kind in EVERY
    }
    assert {table: set(reaches) for table, reaches in REACH.items()} == columns


def test_each_private_column_of_the_file_holds_its_word(county):
    desk, planted = county
    connection = desk.transactions.file.connect()
    assert len(planted.words) == len(list(private_columns())) > 30
    for word, (table, column) in planted.words.items():
        found = connection.execute(f'SELECT "{column}" FROM {table}').fetchall()  # noqa: S608
        assert any(value.startswith(word) for (value,) in found), (table, column)
    connection.close()


def test_nothing_private_is_in_anything_that_goes_out(county, tmp_path):
    desk, planted = county
    made = dict(outputs(desk, tmp_path))
    assert {name.partition(" ")[0] for name in made} >= {
        "folder",
        "checklist",
        "care",
        *(kind.value for kind in PaperKind if kind is not PaperKind.EMPLOYER),
        "visit_calendar",
        "saved",
        "calendar",
        "letters",
        "gap",
        "export",
    }
    told = {name: found for name, data in made.items() if (found := planted.found_in(data))}
    assert {name.partition(" ")[0]: found for name, found in told.items()} == ALLOWED


@pytest.fixture
def leaking(monkeypatch):
    """A gatherer that puts what it must not into the names on the cover."""
    honest = folder_contents._member

    def member(person, today):
        return replace(honest(person, today), called=person.note or "niemand")

    monkeypatch.setattr(folder_contents, "_member", member)


@pytest.mark.usefixtures("leaking")
def test_a_gatherer_that_takes_a_private_text_gets_a_blank_one(county):
    desk, planted = county
    data = desk.folders.preview(1, "de")
    assert planted.found_in(data) == set()
    assert "niemand" in [each.called for each in desk.folders.contents(1, "de").members]


@pytest.mark.usefixtures("leaking")
def test_without_the_blanks_the_same_gatherer_is_found_out(county, monkeypatch):
    desk, planted = county
    monkeypatch.setattr(Transactions, "outward", Transactions.reading)
    data = desk.folders.preview(1, "de")
    assert planted.found_in(data) == {("people", "note")}


def test_what_goes_out_cannot_ask_for_a_private_column_by_itself(county):
    desk, _ = county
    other = aliased(Case)
    with desk.transactions.outward() as session:
        for asked in (Case.note, other.note, func.max(Case.note)):
            with pytest.raises(PrivateColumn):
                session.execute(select(Case.id, asked)).all()
        assert session.scalars(select(Case.name)).all()
        assert {each.note for each in session.scalars(select(Case))} == {""}
        assert session.get_one(Person, 1).note == ""


def test_the_office_reads_what_goes_out_blank(county):
    desk, planted = county
    with desk.transactions.reading() as session:
        kept = {each.note for each in session.scalars(select(Case))}
    [word] = [word for word, place in planted.words.items() if place == ("cases", "note")]
    assert all(note.startswith(word) for note in kept)


def test_what_is_private_is_so_by_name():
    private = {f"{table}.{column}" for table, column in private_columns()}
    assert private >= {
        "cases.note",
        "people.note",
        "contacts.text",
        "steps.note",
        "steps.reason",
        "services_at_places.note",
        "care_choices.because",
        "anchor_moves.reason",
        "stage_changes.reason",
        "cases.held_because",
        "revisions.before",
        "revisions.after",
    }
    assert REACH["services_at_places"]["public_note"] is Reach.LEAVES
