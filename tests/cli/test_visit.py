"""A visit on the terminal: its plan told, as JSON, as a sheet and as a calendar."""

from __future__ import annotations

import pypdfium2
import pytest
from icalendar import Calendar

from app.desk import open_desk
from db.file import open_file
from tests.cli.terminal import history
from tests.conftest import ROOT, TODAY
from tests.makers import make_case
from tests.services.visit_commands import AGREED, TOUR, WEEK


@pytest.fixture
def visited(path):
    """A file with a planned visit of its first case, and a case without one."""
    desk = open_desk(open_file(path), ROOT / "resources", lambda: TODAY, "Tomke Harms")
    visit = int(desk.visits.make(make_case(desk), WEEK, (AGREED, TOUR)).facts["id"])
    desk.visits.take(visit)
    make_case(desk)
    desk.close()
    return path


def test_the_plan_is_told_and_as_json(run, visited):
    told = run("--file", visited, "visit", 1)
    assert told.code == 0
    assert "  10:00–10:45  Vorstellungsgespräch: Kita am Siel" in told.out
    found = run("--file", visited, "visit", 1, "--json").json
    assert found["first"] == "2027-06-07"
    stops = [stop for day in found["days"] for stop in day["stops"]]
    assert {stop["kind"] for stop in stops} == {"interview", "kita"}
    assert next(stop["start"] for stop in stops if stop["kind"] == "interview") == "10:00"
    assert found["conflicts"] == 0


def test_a_sheet_or_a_calendar_is_written_by_the_ending(run, visited, tmp_path):
    sheet, calendar = tmp_path / "b.pdf", tmp_path / "b.ics"
    assert run("--file", visited, "visit", 1, "--language", "de", "--out", sheet).code == 0
    with pypdfium2.PdfDocument(sheet) as pdf:
        assert "Ihr Besuch bei uns" in pdf[0].get_textpage().get_text_bounded()
    assert run("--file", visited, "visit", 1, "--out", calendar).out == f"{calendar}\n"
    assert len(Calendar.from_ical(calendar.read_bytes()).walk("VEVENT")) == 2
    assert [act for act, _ in history(visited)[:2]] == ["visit_exported", "paper_saved"]


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        ((2,), 1, "Zu diesem Fall ist noch kein Besuch geplant."),
        ((1, "--visit", 7), 1, "Diesen Besuch gibt es nicht mehr."),
        ((9,), 1, "gibt es nicht"),
        ((1, "--out", "plan.txt"), 2, "Endung .pdf oder .ics"),
    ],
)
def test_what_cannot_be_is_said(run, visited, arguments, code, said):
    made = run("--file", visited, "visit", *arguments)
    assert made.code == code
    assert said in made.err
