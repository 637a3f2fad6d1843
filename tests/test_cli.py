"""The terminal: exit codes, facts on stdout, German sentences on stderr, nothing lost."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pypdfium2
import pytest
from sqlcipher3 import dbapi2 as sqlite

from app import cli
from app.desk import open_desk
from app.services.files import open_data
from db.file import APPLICATION_ID, VERSION, connect, open_file
from tests.conftest import ROOT, TODAY
from tests.makers import make_case, make_provider
from ui import wording

MAPPING = 'name = "liste"\nformat = "json"\nkey = "id"\n\n[fields.organisation]\nfrom = "name"\n'
ROWS = '[{"id": "1", "name": "Kita Ä"}, {"id": "2", "name": "  Kita B"}]'


class Result:
    def __init__(self, code, out, err):
        self.code, self.out, self.err = code, out, err

    @property
    def json(self):
        return json.loads(self.out)


@pytest.fixture
def run(capsys):
    """A command in this process, by the same way as `python -m app`."""

    def call(*arguments):
        given = cli.parser().parse_args([str(each) for each in arguments])
        terminal = cli.Terminal(wording, ROOT / "resources", lambda: TODAY, "Imke Okken")
        code = cli.run(given, terminal, given.file)
        captured = capsys.readouterr()
        return Result(code, captured.out, captured.err)

    return call


@pytest.fixture
def office(path):
    """A file with two cases and a provider, closed again."""
    desk = open_desk(open_file(path), ROOT / "resources", lambda: TODAY, "Tomke Harms")
    make_case(desk, children=1)
    make_case(desk, language="fr")
    make_provider(desk)
    desk.close()
    return path


@pytest.fixture
def liste(tmp_path):
    (tmp_path / "liste.json").write_text(ROWS, encoding="utf-8")
    (tmp_path / "m.toml").write_text(MAPPING, encoding="utf-8")
    return (tmp_path / "liste.json", "--as", "providers", "--mapping", tmp_path / "m.toml")


def history(path, case=1):
    desk = open_desk(open_file(path), ROOT / "resources", lambda: TODAY, "Prüfung")
    found = [(each.act, each.who) for each in desk.history.of_case(case)]
    desk.close()
    return found


def program(*arguments, **environment):
    """The same in a process of its own."""
    done = subprocess.run(
        [sys.executable, "-m", "app", *map(str, arguments)],
        cwd=ROOT,
        capture_output=True,
        timeout=120,
        check=False,
        env={**os.environ, **environment},
    )
    return Result(done.returncode, done.stdout.decode("utf-8"), done.stderr.decode("utf-8"))


def test_a_list_prints_its_whole_count_and_the_rows_wanted(run, office):
    whole = run("--file", office, "list", "cases", "--json")
    assert (whole.code, whole.json["count"], whole.err) == (0, 2, "")
    assert [row["id"] for row in whole.json["rows"]] == [1, 2]
    for limit, rows in ((0, 0), (1, 1), (9, 2)):
        page = run("--file", office, "list", "cases", "--limit", limit, "--json").json
        assert (page["count"], len(page["rows"])) == (2, rows)


def test_a_list_of_providers_is_searched(run, office):
    found = run("--file", office, "list", "providers", "--search", "deichkinder nord", "--json")
    assert found.json["count"] == 1
    assert found.json["rows"][0]["name"] == "Kita Deichkinder"
    none = run("--file", office, "list", "providers", "--search", "Emden", "--json")
    assert (none.code, none.json) == (0, {"count": 0, "rows": []})


def test_a_list_for_the_eye_says_how_many_on_stderr(run, office):
    found = run("--file", office, "list", "cases", "--limit", "1")
    assert found.out.startswith("1\tBen Amor, Amira\t")
    assert len(found.out.splitlines()) == 1
    assert found.err == "1 von 2\n"


def test_a_long_list_is_printed_whole(run, path, tmp_path):
    rows = [{"id": str(number), "name": f"Verein {number:04}"} for number in range(1_203)]
    (tmp_path / "lang.json").write_text(json.dumps(rows), encoding="utf-8")
    (tmp_path / "m.toml").write_text(MAPPING, encoding="utf-8")
    taken = run(
        *("--file", path, "import", tmp_path / "lang.json"),
        *("--as", "providers", "--mapping", tmp_path / "m.toml", "--json"),
    )
    assert taken.json["added"] == 1_203
    found = run("--file", path, "list", "providers", "--json").json
    assert found["count"] == len(found["rows"]) == 1_203
    assert found["rows"][-1]["name"] == "Verein 1202"


def test_showing_a_case_is_recorded_with_who_looked(run, office):
    shown = run("--file", office, "show", "case", 1, "--json")
    assert (shown.code, shown.err) == (0, "")
    assert shown.json["id"] == 1
    assert [person["name"] for person in shown.json["people"]] == [
        "Amira Ben Amor",
        "Yasmin Ben Amor",
    ]
    assert shown.json["people"][0]["birth"] == "1994-03-08"
    assert history(office)[0] == ("case_viewed", "Imke Okken")


def test_showing_for_the_eye_prints_the_same_facts(run, office):
    shown = run("--file", office, "show", "case", 1)
    assert "Amira Ben Amor" in shown.out
    assert "26506" in shown.out
    provider = run("--file", office, "show", "provider", 1)
    assert "Kita Deichkinder" in provider.out


@pytest.mark.parametrize("kind", ["case", "provider"])
@pytest.mark.parametrize("number", [99, 2**63 - 1])
def test_showing_what_is_not_there_is_refused(run, office, kind, number):
    shown = run("--file", office, "show", kind, number, "--json")
    assert (shown.code, shown.out) == (1, "")
    assert "nicht" in shown.err
    assert "Traceback" not in shown.err


@pytest.mark.parametrize(
    "arguments",
    [
        ["list", "cases"],
        ["show", "case", "1"],
        ["show", "provider", "1"],
        ["folder", "1", "--out", "mappe.pdf"],
        ["check"],
        ["backup", "sicherung.hafen"],
        ["migrate"],
    ],
    ids=lambda each: " ".join(each[:2]),
)
def test_a_missing_file_is_refused_and_not_made(run, tmp_path, monkeypatch, arguments):
    monkeypatch.chdir(tmp_path)
    refused = run("--file", tmp_path / "fehlt.hafen", *arguments)
    assert (refused.code, refused.out) == (1, "")
    assert refused.err.startswith("Die Datei „fehlt.hafen“ ist nicht da.")
    assert list(tmp_path.iterdir()) == []


def test_an_import_makes_a_missing_file_under_any_name(run, tmp_path, liste):
    target = tmp_path / "Anbieter 2026.daten"
    taken = run("--file", target, "import", *liste, "--json")
    assert taken.code == 0
    assert (taken.json["added"], taken.json["left_out"]) == (2, 0)
    assert run("--file", target, "list", "providers", "--json").json["count"] == 2
    again = run("--file", target, "import", *liste)
    assert again.code == 0
    assert again.out.startswith("2 Zeilen gelesen, 0 neu, 0 geändert, 2 unverändert")
    assert "Kita B" in again.err


@pytest.mark.parametrize("exists", [True, False])
def test_a_dry_run_reports_and_writes_nothing(run, path, tmp_path, liste, exists):
    target = path if exists else tmp_path / "neu.hafen"
    report = tmp_path / "bericht.json"
    before = sorted(each.name for each in tmp_path.iterdir())
    tried = run("--file", target, "import", *liste, "--dry-run", "--report", report)
    assert tried.code == 0
    assert tried.out.startswith("Probelauf, nichts geschrieben: 2 Zeilen gelesen, 2 neu")
    written = json.loads(report.read_text(encoding="utf-8"))
    assert (written["dry_run"], written["added"]) == (True, 2)
    report.unlink()
    after = {each.name for each in tmp_path.iterdir() if not each.name.endswith(".lock")}
    assert after == set(before)
    if exists:
        assert run("--file", path, "list", "providers", "--json").json["count"] == 0


def test_a_report_names_each_row_it_doubts(run, path, tmp_path, liste):
    report = tmp_path / "bericht.json"
    assert run("--file", path, "import", *liste, "--report", report).code == 0
    written = json.loads(report.read_text(encoding="utf-8"))
    trimmed = [note for note in written["notes"] if note["code"] == "trimmed"]
    assert [(note["row"], note["kind"], note["after"]) for note in trimmed] == [
        (2, "changed", "Kita B")
    ]
    assert written["codes"]["trimmed"] == 1


@pytest.mark.parametrize("place", ["fehlt/bericht.json", ".", "amt.hafen", "liste.json"])
def test_a_report_without_a_place_is_refused_before_the_import(run, path, tmp_path, liste, place):
    before = path.read_bytes()
    refused = run("--file", path, "import", *liste, "--report", tmp_path / place)
    assert (refused.code, refused.out) == (1, "")
    assert refused.err
    assert path.read_bytes() == before
    assert (tmp_path / "liste.json").read_text(encoding="utf-8") == ROWS


def test_a_broken_mapping_is_told_by_file_line_key_and_nearest_name(run, tmp_path, liste):
    (tmp_path / "m.toml").write_text(
        MAPPING + '\n[fields.organisatoin]\nfrom = "x"\n', encoding="utf-8"
    )
    refused = run("--file", tmp_path / "neu.hafen", "import", *liste)
    assert (refused.code, refused.out) == (1, "")
    (fault,) = [line for line in refused.err.splitlines() if "m.toml" in line]
    assert "m.toml, Zeile 8" in fault
    assert "organisatoin“" in fault
    assert "„organisation“" in fault
    assert not (tmp_path / "neu.hafen").exists()


@pytest.mark.parametrize("content", [None, "kein JSON"], ids=["missing", "no list"])
def test_a_list_that_cannot_be_read_leaves_no_new_file(run, tmp_path, liste, content):
    liste[0].unlink()
    if content is not None:
        liste[0].write_text(content, encoding="utf-8")
    refused = run("--file", tmp_path / "neu.hafen", "import", *liste)
    assert (refused.code, refused.out) == (1, "")
    assert refused.err
    assert [each.name for each in tmp_path.iterdir() if each.name.startswith("neu")] == []


@pytest.fixture
def held(office):
    """The file, open in another process that writes."""
    words = "import sys; from pathlib import Path; from db.file import open_file\n"
    words += "file = open_file(Path(sys.argv[1])); print(file.writable, flush=True); input()"
    other = subprocess.Popen(
        [sys.executable, "-c", words, str(office)],
        cwd=ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert other.stdout.readline() == "True\n"
    yield office
    other.communicate("\n", timeout=30)


@pytest.mark.parametrize(
    "arguments",
    [
        ["list", "cases", "--json"],
        ["show", "case", "1", "--json"],
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


def test_a_backup_is_a_whole_copy_and_overwrites_nothing(run, office, tmp_path):
    copy = tmp_path / "kopie.hafen"
    saved = run("--file", office, "backup", copy)
    assert (saved.code, saved.out) == (0, f"{copy}\n")
    assert run("--file", copy, "list", "cases", "--json").json["count"] == 2
    before = copy.read_bytes()
    again = run("--file", office, "backup", copy)
    assert (again.code, again.out) == (1, "")
    assert copy.read_bytes() == before


def test_writing_into_a_folder_that_is_not_there_is_not_called_reading(
    run, office, tmp_path, liste
):
    nowhere = tmp_path / "fehlt" / "neu.hafen"
    for arguments in (
        ["--file", office, "backup", nowhere],
        ["--file", nowhere, "restore", office],
        ["--file", nowhere, "import", *liste],
    ):
        refused = run(*arguments)
        assert (refused.code, refused.out) == (1, "")
        assert "neu.hafen" in refused.err or "fehlt" in refused.err
        assert "nicht lesen" not in refused.err
    assert not nowhere.parent.exists()


def test_restoring_keeps_the_former_file_beside_it(run, office, tmp_path):
    copy = tmp_path / "kopie.hafen"
    run("--file", office, "backup", copy)
    desk = open_desk(open_file(office), ROOT / "resources", lambda: TODAY, "Tomke Harms")
    make_case(desk)
    desk.close()
    restored = run("--file", office, "restore", copy)
    assert (restored.code, restored.out) == (0, f"{office}\n")
    assert run("--file", office, "list", "cases", "--json").json["count"] == 2
    former = tmp_path / "amt-vor-Rueckkehr-2026-11-23.hafen"
    assert str(former) in restored.err
    assert run("--file", former, "list", "cases", "--json").json["count"] == 3


@pytest.mark.parametrize("kind", ["missing", "not ours", "damaged", "newer"])
def test_what_cannot_be_restored_leaves_the_file_as_it_is(run, office, tmp_path, kind):
    source = tmp_path / "quelle.hafen"
    if kind == "not ours":
        source.write_bytes(b"%PDF-1.7\n" * 100)
    elif kind == "damaged":
        damaged(office, source)
    elif kind == "newer":
        numbered(office, source, VERSION + 1)
    before = run("--file", office, "list", "cases", "--json").out
    refused = run("--file", office, "restore", source)
    assert (refused.code, refused.out) == (1, "")
    assert refused.err
    assert run("--file", office, "list", "cases", "--json").out == before
    assert not list(tmp_path.glob("*Rueckkehr*"))


def damaged(path, to):
    """A copy whose middle was overwritten."""
    content = bytearray(Path(path).read_bytes())
    for start in range(4096 * 3, len(content) - 4096, 4096):
        content[start + 8 : start + 600] = b"\xa5" * 592
    to.write_bytes(content)
    return to


def numbered(path, to, version):
    shutil.copy(path, to)
    connection = connect(to, writable=True)
    connection.execute(f"PRAGMA user_version = {version}")
    connection.close()
    return to


def test_a_current_file_needs_no_migration(run, office):
    before = office.read_bytes()
    done = run("--file", office, "migrate")
    assert (done.code, done.out) == (0, "")
    assert "schon die Fassung" in done.err
    assert office.read_bytes() == before


def test_an_older_file_is_refused_with_the_command_that_helps_and_migrated(run, tmp_path):
    older = tmp_path / "alt.hafen"
    connection = sqlite.connect(str(older))
    connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    connection.execute("PRAGMA user_version = 0")
    connection.close()
    refused = run("--file", older, "list", "cases")
    assert (refused.code, refused.out) == (1, "")
    assert "„migrate“" in refused.err
    done = run("--file", older, "migrate")
    assert done.code == 0
    assert "Sicherung davor" in done.err
    assert len(list(tmp_path.glob("alt-vor-Fassung-*.hafen"))) == 1
    assert run("--file", older, "list", "cases", "--json").json["count"] == 0


def test_a_sound_file_is_said_to_be_sound(run, office):
    checked = run("--file", office, "check", "--json")
    assert (checked.code, checked.json["problems"], checked.err) == (0, [], "")
    assert run("--file", office, "check").out == "Die Datendatei ist in Ordnung.\n"


@pytest.mark.parametrize(
    ("make", "sentence"),
    [
        (lambda path, to: damaged(path, to), "beschädigt"),
        (lambda _path, to: to.write_bytes(b"%PDF-1.7\n" * 200), "keine"),
        (lambda path, to: numbered(path, to, VERSION + 1), "neuer"),
    ],
    ids=["damaged", "not ours", "newer"],
)
@pytest.mark.parametrize("command", [["check"], ["list", "cases"], ["show", "case", "1"]])
def test_a_bad_file_is_told_in_german_and_left_alone(
    run, office, tmp_path, make, sentence, command
):
    bad = tmp_path / "schlecht.hafen"
    make(office, bad)
    before = bad.read_bytes()
    refused = run("--file", bad, *command)
    if command == ["check"] or sentence != "beschädigt":
        assert refused.code == 1
        assert refused.out == ""
        assert sentence in refused.err
    assert "Traceback" not in refused.err
    assert bad.read_bytes() == before


def test_a_folder_is_written_recorded_and_says_where(run, office, tmp_path):
    out = tmp_path / "mappe.pdf"
    made = run("--file", office, "folder", 1, "--language", "de", "--out", out, "--json")
    assert made.code == 0
    assert made.json["pages"] == len(pypdfium2.PdfDocument(out))
    assert made.json["language"] == "de"
    assert history(office)[0] == ("folder_saved", "Imke Okken")


def test_a_language_the_program_lacks_is_printed_in_english_and_said(run, office, tmp_path):
    out = tmp_path / "mappe.pdf"
    made = run("--file", office, "folder", 2, "--out", out)
    assert (made.code, made.out) == (0, f"{out}\n")
    assert "„fr“" in made.err
    assert "Englisch" in made.err
    austrian = run("--file", office, "folder", 2, "--language", "de-AT", "--out", out, "--json")
    assert austrian.json["language"] == "de"
    assert "Englisch" not in austrian.err


def test_a_folder_without_a_place_or_a_case_is_refused(run, office, tmp_path):
    for arguments in (
        ["folder", "1", "--out", tmp_path / "fehlt" / "mappe.pdf"],
        ["folder", "9", "--out", tmp_path / "mappe.pdf"],
        ["folder", "1", "--out", office],
    ):
        refused = run("--file", office, *arguments)
        assert (refused.code, refused.out) == (1, "")
        assert refused.err
    assert not (tmp_path / "mappe.pdf").exists()
    assert run("--file", office, "list", "cases", "--json").json["count"] == 2


@pytest.mark.parametrize(
    "arguments",
    [
        ["list"],
        ["list", "offices"],
        ["list", "cases", "--limit", "-1"],
        ["list", "cases", "--limit", "viele"],
        ["show", "case"],
        ["show", "case", "eins"],
        ["show", "case", str(2**63)],
        ["folder", "1"],
        ["import", "x.json"],
        ["import", "x.json", "--as", "cases", "--mapping", "m.toml"],
        ["unsinn"],
        ["list", "cases", "--unsinn"],
    ],
    ids=" ".join,
)
def test_a_wrong_call_ends_with_2_and_writes_nothing_on_stdout(capsys, arguments):
    with pytest.raises(SystemExit) as ended:
        cli.parser().parse_args(arguments)
    captured = capsys.readouterr()
    assert (ended.value.code, captured.out) == (2, "")
    assert "Falscher Aufruf" in captured.err


def test_the_program_passes_exit_code_and_streams_through(office):
    listed = program("--file", office, "list", "cases", "--json")
    assert (listed.code, listed.json["count"]) == (0, 2)
    missing = program("--file", office, "show", "case", "77")
    assert (missing.code, missing.out) == (1, "")
    assert program("list").code == 2


def test_names_of_every_script_leave_a_terminal_of_another_alphabet(path):
    from dataclasses import replace

    from tests.makers import FROM_TUNISIA, NURSE

    desk = open_desk(open_file(path), ROOT / "resources", lambda: TODAY, "Tomke Harms")
    desk.candidates.register(FROM_TUNISIA, replace(NURSE, family="Ярославль أميرة"))
    desk.close()
    listed = program("--file", path, "list", "cases", "--json", PYTHONIOENCODING="cp1252")
    assert listed.code == 0
    assert listed.json["rows"][0]["name"] == "Ярославль أميرة, Amira"
