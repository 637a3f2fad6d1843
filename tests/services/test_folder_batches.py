"""Folders of many families: each in its language, recorded together, one failing alone."""

from __future__ import annotations

import hashlib
import os
from contextlib import closing
from dataclasses import replace

import pypdfium2
import pytest

from app.desk import open_desk
from app.errors import Reason, Refused, Trouble, Unavailable
from app.folder.batch import Batch
from app.progress import finish
from app.records.batches import BatchOrder
from app.records.compositions import STANDARD, ChapterKind
from app.records.folders import Way
from db.file import open_file
from tests.conftest import ROOT, TODAY
from tests.makers import make_case, with_dates

NAMES = tuple(
    f"Mappe_0000{case}_{language}_2026-11-23.pdf"
    for case, language in enumerate(("en", "fr", "de"), start=1)
)


@pytest.fixture
def cases(desk) -> list[int]:
    """Three families, of which one speaks English, one French, one German."""
    made = []
    for language in ("en", "fr", "de"):
        case = make_case(desk, children=1)
        draft = replace(desk.candidates.case(case).draft, language=language)
        desk.candidates.edit(case, draft)
        with_dates(desk, case)
        made.append(case)
    return made


def test_each_family_gets_its_folder_in_its_language_and_one_command_records_all(
    desk, cases, tmp_path
):
    out = tmp_path / "neu" / "Mappen"
    made = finish(desk.folder_batches.save(cases, out, workers=2))
    assert tuple(sorted(path.name for path in out.iterdir())) == NAMES
    assert [each.case for each in made.folders] == cases
    assert made.failed == ()
    for each in made.folders:
        content = each.made.path.read_bytes()
        (row,) = desk.folders.of_case(each.case)
        assert (row.sha256, row.way) == (hashlib.sha256(content).hexdigest(), Way.SAVED)
        assert row.language == each.made.language == each.made.path.name.split("_")[2]
        with pypdfium2.PdfDocument(content) as pdf:
            assert len(pdf) == row.pages
        # the same file again at any time
        assert desk.folders.kept(row.id) == content
    desk.history.undo(made.done.batch)
    assert [desk.folders.of_case(case) for case in cases] == [[], [], []]


def test_a_process_builds_the_same_bytes_as_the_window_shows(desk, cases, tmp_path):
    wanted = desk.folders.preview(cases[1], "fr")
    made = finish(desk.folder_batches.save([cases[1]], tmp_path, workers=1))
    assert made.folders[0].made.path.read_bytes() == wanted


def test_one_order_goes_for_all(desk, cases, tmp_path):
    order = BatchOrder(
        "ar",
        bilingual=True,
        composition=STANDARD.with_choice(
            replace(STANDARD.choice(ChapterKind.CHECKLIST), printed=False)
        ),
    )
    made = finish(desk.folder_batches.save(cases[:2], tmp_path, order, workers=2))
    whole = desk.folders.preview(cases[0], "ar", bilingual=True)
    with pypdfium2.PdfDocument(whole) as pdf:
        pages = len(pdf)
    for each in made.folders:
        assert (each.made.language, each.made.bilingual) == ("ar", True)
        assert each.made.path.name.endswith("_ar-de_2026-11-23.pdf")
    assert made.folders[0].made.pages < pages


def test_a_family_that_fails_is_named_and_the_others_go_on(desk, cases, tmp_path):
    (tmp_path / NAMES[1]).mkdir()  # where its file should lie
    made = finish(desk.folder_batches.save([*cases[:2], 99, cases[2]], tmp_path, workers=2))
    assert [each.case for each in made.written] == [cases[0], cases[2]]
    occupied, absent = made.failed
    assert (occupied.case, occupied.name) == (cases[1], desk.candidates.case(cases[1]).head.name)
    assert isinstance(occupied.error, Unavailable)
    assert occupied.error.trouble is Trouble.CANNOT_WRITE
    assert (absent.case, absent.name) == (99, "")
    assert isinstance(absent.error, Refused)
    assert absent.error.reason is Reason.NO_SUCH_CASE
    assert [len(desk.folders.of_case(case)) for case in cases] == [1, 0, 1]
    assert [path.name for path in tmp_path.glob("*.part")] == []


def test_cancelled_what_is_finished_stays_and_is_recorded_and_nothing_else_is_left(
    desk, cases, tmp_path
):
    out = tmp_path / "Mappen"
    work = desk.folder_batches.save(cases, out, workers=1)
    step = next(work)
    assert (step.done, step.total) == (0, 3)
    while step.done == 0:
        step = next(work)
    work.close()
    kept = {path.name for path in out.iterdir()}
    recorded = [case for case in cases if desk.folders.of_case(case)]
    assert kept == {NAMES[cases.index(case)] for case in recorded}
    assert recorded


def test_cancelled_before_anything_was_ready_nothing_is_recorded(desk, cases, tmp_path):
    work = desk.folder_batches.save(cases, tmp_path / "Mappen", workers=1)
    next(work)
    work.close()
    assert list((tmp_path / "Mappen").iterdir()) == []
    assert [desk.folders.of_case(case) for case in cases] == [[], [], []]


def test_a_directory_that_cannot_be_made_is_told(desk, cases, tmp_path):
    (tmp_path / "datei").write_text("", "ascii")
    with pytest.raises(Unavailable) as raised:
        finish(desk.folder_batches.save(cases, tmp_path / "datei" / "Mappen"))
    assert raised.value.trouble is Trouble.CANNOT_WRITE


def test_a_file_open_elsewhere_is_not_written_to(desk, cases, path, tmp_path):
    other = open_file(path)
    with closing(open_desk(other, ROOT / "resources", lambda: TODAY, "Imke Okken")) as second:
        made = finish(second.folder_batches.save(cases[:1], tmp_path / "Mappen", workers=1))
    assert made.done is None
    assert len(made.written) == 1
    assert desk.folders.of_case(cases[0]) == []


class Deadly:
    """Ends the process that takes it in, as a crash would."""

    def __reduce__(self):
        return os._exit, (3,)


def test_a_process_that_dies_costs_its_own_folder_only(desk, cases, tmp_path):
    def gather(case):
        wanted = desk.folder_batches.gathered(case, tmp_path, BatchOrder())[1]
        return replace(wanted, edition=Deadly()) if case == cases[1] else wanted

    batch = Batch(ROOT / "resources" / "fonts", 2)
    found = {case: built for case, built in batch.built(iter(cases), gather) if case}
    batch.close()
    assert found.keys() == set(cases)
    assert found[cases[1]] is None
    assert sorted(path.name for path in tmp_path.glob("M*")) == [NAMES[0], NAMES[2]]


def test_processes_killed_from_outside_cost_nothing(desk, cases, tmp_path):
    batch = Batch(ROOT / "resources" / "fonts", 2)
    killed, found = False, {}

    def gather(case):
        return desk.folder_batches.gathered(case, tmp_path, BatchOrder())[1]

    for case, built in batch.built(iter(cases), gather):
        if not killed and batch._lanes:
            for process in [each for lane in batch._lanes for each in lane._processes.values()]:
                process.kill()
            killed = True
        found |= {case: built} if case else {}
    batch.close()
    assert killed
    assert found.keys() == set(cases)
    assert all(built is not None and built.pages > 4 for built in found.values())
