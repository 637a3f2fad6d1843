"""A file open elsewhere: it can be read, is not written, and the terminal says so."""

from __future__ import annotations

import pytest

from app.desk import open_desk
from app.services.files import open_data
from tests.conftest import ROOT, TODAY


@pytest.mark.parametrize(
    "arguments",
    [
        ["list", "cases", "--json"],
        ["show", "case", "1", "--json"],
        ["plan", "1", "--json"],
        ["folder", "1", "--out", "mappe.pdf", "--json"],
    ],
    ids=lambda each: each[0],
)
def test_reading_a_file_open_elsewhere_works_and_says_it_is_not_recorded(
    run, held, tmp_path, monkeypatch, arguments
):
    monkeypatch.chdir(tmp_path)
    read = run("--file", held, *arguments)
    assert read.code == 0
    assert read.json
    assert "nicht vermerkt" in read.err
    assert "Geöffnet von" in read.err


def test_writing_a_file_open_elsewhere_ends_with_1(run, held, tmp_path, liste):
    for arguments in (["import", *liste], ["restore", held], ["import", *liste, "--json"]):
        refused = run("--file", held, *arguments)
        assert (refused.code, refused.out) == (1, "")
        assert "wird gerade an anderer Stelle bearbeitet" in refused.err
        assert "Geöffnet von" in refused.err
    assert run("--file", held, "list", "providers", "--json").json["count"] == 1
    assert run("--file", held, "check").code == 0
    assert run("--file", held, "backup", tmp_path / "kopie.hafen").code == 0


def test_what_was_read_while_open_elsewhere_is_not_in_the_journal(run, held):
    run("--file", held, "show", "case", 1)
    desk = open_desk(open_data(held), ROOT / "resources", lambda: TODAY, "Prüfung")
    assert "case_viewed" not in {each.act for each in desk.history.of_case(1)}
    desk.close()
