"""Templates as files: out and in again is the same; what is wrong is told with its line."""

from __future__ import annotations

import tomllib
from dataclasses import replace

import pytest

from app.content.template_writing import file_text, phase_block, step_block
from app.errors import Reason, Refused, Trouble, Unavailable
from app.progress import finish
from app.rules.terms import Track
from db.migrate import create
from tests.conftest import ROOT, TODAY
from tests.services.office_templates import dues, family, office, own_step


@pytest.fixture
def made(path, tmp_path):
    opened = office(path, tmp_path / "r")
    yield opened
    opened.close()


def write(folder, text):
    file = folder / "vorlagen.toml"
    file.write_text(text, encoding="utf-8")
    return file


@pytest.mark.parametrize("track", list(Track))
def test_the_export_of_what_is_shipped_says_the_same_as_the_shipped_files(desk, track):
    shipped = {}
    for file in (ROOT / "resources" / "templates" / track.value).glob("*.toml"):
        shipped |= {each["id"]: each for each in tomllib.loads(file.read_text("utf-8"))["step"]}
    written = desk.templates.export(track, list(shipped))
    blocks = tomllib.loads(written)["step"]
    assert [each["id"] for each in blocks] == [
        step.id for step in desk.templates._planner.catalogue.steps if step.track is track
    ]
    assert {each["id"]: each for each in blocks} == shipped


def test_an_unchanged_step_is_written_as_it_stands_in_the_shipped_file(desk):
    folder = ROOT / "resources" / "templates" / "relocation"
    shipped = "".join(file.read_text("utf-8") for file in folder.glob("*.toml"))
    written = desk.templates.export(Track.RELOCATION, ["anmeldung_wohnsitz"])
    head, block = written.split("\n\n", 1)
    assert head == 'track = "relocation"\nstand = 2026-11-22'
    assert block in shipped


def test_what_is_written_and_read_again_changes_nothing(made, tmp_path):
    made.templates.save(own_step(made), TODAY)
    made.templates.save(replace(made.templates.draft("m_a"), offset="P8D"), TODAY)
    made.templates.save_set(made.templates.copy_set("short", "Klinik am Deich"))
    text = made.templates.export(Track.ONBOARDING, sets=["short_kopie"])
    assert [each["id"] for each in tomllib.loads(text)["step"]] == ["m_a", "eigener_schritt"]
    preview = made.templates.import_preview(write(tmp_path, text))
    assert [name for name, _ in preview.equal] == ["m_a", "eigener_schritt"]
    assert (preview.new, preview.changed, preview.sets, preview.faults) == ((), (), (), ())
    with pytest.raises(Refused) as caught:
        made.templates.import_file(write(tmp_path, text), TODAY)
    assert caught.value.reason is Reason.EXISTS


def test_a_file_brings_its_templates_into_another_office(made, path, tmp_path):
    made.templates.save(own_step(made, stand=None), TODAY)
    made.templates.save(replace(made.templates.draft("m_a"), offset="P8D"), TODAY)
    made.templates.save_set(made.templates.copy_set("short", "Klinik am Deich"))
    text = made.templates.export(Track.ONBOARDING, sets=["short_kopie"])
    drafts = [made.templates.draft(name) for name in ("m_a", "eigener_schritt")]
    create(tmp_path / "anderes.hafen")
    other = office(tmp_path / "anderes.hafen", tmp_path / "r")
    case = family(other)
    before = other.plan.whole(case)
    file = write(tmp_path, text)
    preview = other.templates.import_preview(file)
    assert preview.new == (("eigener_schritt", "Schlüssel übergeben"),)
    assert preview.changed == (("m_a", "Schritt m_a"),)
    assert [name for name, _ in preview.sets] == ["short_kopie"]
    done = other.templates.import_file(file, TODAY, "aus dem Nachbaramt")
    assert (done.facts["added"], done.facts["changed"]) == ("1", "1")
    assert [other.templates.draft(name) for name in ("m_a", "eigener_schritt")] == drafts
    assert other.templates.export(Track.ONBOARDING, sets=["short_kopie"]) == text
    # whoever has a plan already keeps it
    assert other.plan.whole(case) == before
    assert finish(other.plan.refresh()) == 0
    assert other.plan.whole(case) == before
    assert "eigener_schritt" in dues(other, family(other))
    other.templates.take_over("eigener_schritt", [case])
    assert "eigener_schritt" in dues(other, case)
    other.close()


def test_reading_a_file_can_be_taken_back(made, tmp_path):
    case = family(made)
    rows = made.templates.rows(Track.ONBOARDING)
    draft = replace(made.templates.draft("m_a"), offset="P8D")
    text = file_text(Track.ONBOARDING, None, [step_block(draft)])
    done = made.templates.import_file(write(tmp_path, text), TODAY)
    assert made.templates.rows(Track.ONBOARDING)[0].held == 1
    made.history.undo(done.batch)
    assert made.templates.rows(Track.ONBOARDING) == rows
    assert dues(made, case)["m_a"].isoformat() == "2026-11-05"


def test_a_phase_of_its_own_comes_with_the_steps(made, tmp_path):
    draft = own_step(made, id="m_spaeter", phase="spaeter")
    assert made.templates.check(draft).faults[0].key == "phase"
    phase = phase_block("spaeter", {"de": "Später", "en": "Later"})
    file = write(tmp_path, file_text(Track.ONBOARDING, TODAY, [phase, step_block(draft)]))
    assert made.templates.import_preview(file).phases == (("spaeter", "Später"),)
    made.templates.import_file(file, TODAY)
    assert made.templates.phases(Track.ONBOARDING) == (("phase", "P"), ("spaeter", "Später"))
    assert "[[phase]]" in made.templates.export(Track.ONBOARDING)
    assert "m_spaeter" in dues(made, family(made))


@pytest.mark.parametrize(
    ("old", "new", "key", "problem"),
    [
        ("P5D", "P11Y", "P11Y", "bad_offset"),
        ('"advice"', '"advise"', "advise", "unknown_value"),
        ('phase = "phase"', 'phase = "fase"', "fase", "unknown_phase"),
        ("offset = ", "ofset = ", "ofset", "unknown_key"),
        ('"eigener_schritt"', '"Mein Schritt"', "id", "unknown_value"),
        ('anchor = "contract"', 'after = "m_z"', "m_z", "unknown_step"),
        ("[[step]]", "[[stepp]]", "stepp", "unknown_key"),
        ('track = "onboarding"', 'track = "onbording"', "onbording", "unknown_value"),
        ('roles = ["service_point"]', "roles = [", "", "not_toml"),
    ],
)
def test_what_is_wrong_with_a_file_is_told_with_its_line(made, tmp_path, old, new, key, problem):
    made.templates.save(own_step(made), TODAY)
    text = made.templates.export(Track.ONBOARDING)
    undo = made.history.undo
    undo(made.history.undo(undo(_last(made)).batch).batch)
    broken = text.replace(old, new, 1)
    assert broken != text
    file = write(tmp_path, broken)
    faults = made.templates.import_preview(file).faults
    told = {(fault.file, fault.key, fault.problem) for fault in faults}
    assert ("vorlagen.toml", key, problem) in told
    line = next(fault.line for fault in faults if fault.problem == problem)
    if problem not in ("not_toml", "unknown_key"):
        assert new.split(" = ")[-1].strip('"[]') in broken.split("\n")[line - 1]
    rows = made.templates.rows(Track.ONBOARDING)
    with pytest.raises(Refused) as caught:
        made.templates.import_file(file, TODAY)
    assert caught.value.reason is Reason.TEMPLATE_BROKEN
    assert made.templates.rows(Track.ONBOARDING) == rows


def _last(desk):
    """The newest batch of the journal."""
    connection = desk.transactions.file.connect()
    (batch,) = connection.execute("SELECT max(id) FROM batches").fetchone()
    connection.close()
    return batch


def test_a_file_that_is_not_there_is_told(made, tmp_path):
    (fault,) = made.templates.import_preview(tmp_path / "fehlt.toml").faults
    assert (fault.file, fault.problem) == ("fehlt.toml", "no_such_file")


def test_two_blocks_of_one_id_are_told(made, tmp_path):
    made.templates.save(own_step(made), TODAY)
    text = made.templates.export(Track.ONBOARDING)
    block = text[text.index("[[step]]") :]
    (fault,) = made.templates.import_preview(write(tmp_path, f"{text}\n{block}")).faults
    assert fault.problem == "duplicate_id"
    assert fault.line > text.count("\n")


def test_a_file_is_written_whole_or_not_at_all(made, tmp_path):
    file = tmp_path / "meine.toml"
    assert made.templates.export_file(file, Track.ONBOARDING) == 0
    assert not file.exists()
    made.templates.save(own_step(made), TODAY)
    assert made.templates.export_file(file, Track.ONBOARDING, sets=["short"]) == 2
    assert file.read_text("utf-8") == made.templates.export(Track.ONBOARDING, sets=["short"])
    assert [each.name for each in tmp_path.glob("meine*")] == ["meine.toml"]
    with pytest.raises(Unavailable) as caught:
        made.templates.export_file(tmp_path / "fehlt" / "meine.toml", Track.ONBOARDING)
    assert caught.value.trouble is Trouble.CANNOT_WRITE
