"""The desk as a whole: what it needs to open, what it tells, how it lets go of the file."""

from __future__ import annotations

import shutil
import subprocess
import sys
from dataclasses import fields

import pytest

from app.desk import Desk, open_desk
from app.errors import Trouble, Unavailable
from app.records.cases import CaseQuery
from app.rules.terms import Track
from app.services.files import open_data
from app.services.lists import Lists
from db.file import open_file
from tests.conftest import ROOT, TODAY
from tests.makers import make_case


def test_a_closed_desk_leaves_the_file_to_the_next(path):
    first = open_desk(open_file(path), ROOT / "resources", lambda: TODAY, "Tomke Harms")
    make_case(first)
    first.close()
    # the write-ahead log went home: the file alone is whole
    assert not path.with_name(path.name + "-wal").exists()
    second = open_file(path)
    assert second.writable
    second.close()


def test_the_desk_takes_over_the_lists_that_painted_the_first_rows(file):
    lists = Lists(file, lambda: TODAY)
    lists.case_ids(CaseQuery())
    desk = open_desk(file, ROOT / "resources", lambda: TODAY, "Tomke Harms", lists)
    assert desk.lists is lists
    desk.close()


def test_every_command_bears_the_name_of_who_sits_at_the_desk(path):
    for who in ("Tomke Harms", "Imke Okken"):
        desk = open_desk(open_file(path), ROOT / "resources", lambda: TODAY, who)
        case = make_case(desk)
        assert {each.who for each in desk.history.of_case(case)} == {who}
        desk.close()


def test_a_broken_template_is_told_and_the_rest_is_planned(file, tmp_path):
    resources = tmp_path / "resources"
    shutil.copytree(ROOT / "resources" / "templates", resources / "templates")
    shutil.copytree(ROOT / "resources" / "phrases", resources / "phrases")
    for name in ("places", "figures", "funding", "moving"):
        (resources / name).symlink_to(ROOT / "resources" / name)
    onboarding = resources / "templates" / "onboarding" / "milestones.toml"
    broken = onboarding.read_text(encoding="utf-8").replace(
        'anchor = "first_contact"\noffset = "P2D"', 'anchor = "first_contakt"\noffset = "P2D"', 1
    )
    onboarding.write_text(broken, encoding="utf-8")
    desk = open_desk(file, resources, lambda: TODAY, "Tomke Harms")
    (fault,) = desk.faults
    assert (fault.file, fault.nearest) == (
        "onboarding/milestones.toml",
        "first_contact",
    )
    assert fault.line == broken[: broken.index("first_contakt")].count("\n") + 1
    templates = {step.template for step in desk.plan.view(make_case(desk), Track.ONBOARDING).steps}
    assert "m_antwort" not in templates
    assert "m_erstkontakt" in templates
    desk.close()


def test_an_unreadable_chapter_a_circle_and_a_second_id_are_told_and_the_rest_is_planned(
    file, tmp_path
):
    resources = tmp_path / "resources"
    shutil.copytree(ROOT / "resources" / "templates", resources / "templates")
    shutil.copytree(ROOT / "resources" / "phrases", resources / "phrases")
    for name in ("places", "figures", "funding", "moving"):
        (resources / name).symlink_to(ROOT / "resources" / name)
    chapters = resources / "templates" / "relocation"
    vehicle, home = chapters / "6_vehicle.toml", chapters / "4_home.toml"
    vehicle.write_text(vehicle.read_text("utf-8") + '\ntitle = "offen\n', "utf-8")
    text = home.read_text("utf-8").replace('id = "umzugsfirma"', 'id = "kindergeld"', 1)
    circle = 'depends_on = ["anmeldung_wohnsitz"]\nid = "wohnungsgeberbestaetigung"'
    home.write_text(text.replace('id = "wohnungsgeberbestaetigung"', circle, 1), "utf-8")
    desk = open_desk(file, resources, lambda: TODAY, "Tomke Harms")
    assert [(fault.file, fault.key, fault.problem) for fault in desk.faults] == [
        ("relocation/4_home.toml", "anmeldung_wohnsitz", "circle"),
        ("relocation/4_home.toml", "wohnungsgeberbestaetigung", "circle"),
        ("relocation/6_vehicle.toml", "", "not_toml"),
        ("relocation/7_family.toml", "kindergeld", "duplicate_id"),
    ]
    planned = {step.template for step in desk.plan.all_steps(make_case(desk))}
    assert {"kindergeld", "nachsendeauftrag", "m_erstkontakt"} <= planned
    assert planned.isdisjoint({"anmeldung_wohnsitz", "kfz_ummelden", "umzugsfirma"})
    desk.close()


def test_the_shipped_templates_and_phrases_have_no_fault(desk):
    assert desk.faults == ()


def test_a_desk_stands_on_missing_resources(file, tmp_path):
    desk = open_desk(file, tmp_path / "fehlt", lambda: TODAY, "Tomke Harms")
    assert desk.faults
    assert desk.plan.view(make_case(desk), Track.RELOCATION).steps == ()
    desk.close()


def test_opening_what_is_no_data_file_is_unavailable(tmp_path):
    with pytest.raises(Unavailable) as caught:
        open_data(tmp_path / "fehlt.hafen")
    assert caught.value.trouble is Trouble.NO_SUCH_FILE
    (tmp_path / "brief.hafen").write_bytes(b"Sehr geehrte Damen und Herren," * 99)
    with pytest.raises(Unavailable) as caught:
        open_data(tmp_path / "brief.hafen")
    assert caught.value.trouble is Trouble.NOT_OURS


def test_every_service_stands_on_the_desk_once(desk):
    services = [getattr(desk, field.name) for field in fields(Desk)]
    assert len({type(service) for service in services}) == len(services)


def test_lists_are_read_before_sqlalchemy_and_reportlab_are_imported():
    words = (
        "import sys; import app.services.lists, app.services.files, app.cli;"
        "print([name for name in ('sqlalchemy', 'alembic', 'reportlab', 'PIL', 'PySide6')"
        " if name in sys.modules])"
    )
    done = subprocess.run(
        [sys.executable, "-c", words], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == "[]"
