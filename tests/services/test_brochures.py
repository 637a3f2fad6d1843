"""Brochures of the office: kept cleaned, described, and chapters of folders that are written."""

from __future__ import annotations

from dataclasses import replace

import pikepdf
import pypdfium2
import pytest

from app.errors import Reason, Refused
from app.progress import finish
from app.records.brochures import BrochureDraft, Removed, Treatment
from app.records.compositions import STANDARD, ChapterChoice, ChapterKind, Composition
from tests.conftest import TODAY
from tests.folder import brochure_makers as makers
from tests.makers import make_case

DRAFT = BrochureDraft("  Deiche \n bauen ", "de", "Ein Heft über Deiche", "Deichverband")


@pytest.fixture
def evil(desk):
    return finish(desk.brochures.read(makers.malicious()))


def test_what_is_read_is_kept_only_when_it_is_added(desk, evil):
    assert desk.brochures.all() == ()
    done = desk.brochures.add(evil, DRAFT)
    (row,) = desk.brochures.all()
    assert str(row.id) == done.facts["id"]
    assert row.draft == replace(DRAFT, title="Deiche bauen")
    assert (row.pages, row.treatment, row.added_on) == (2, Treatment.FIGURE, TODAY)
    assert row.removed == evil.facts.removed >= {Removed.SCRIPT, Removed.LAUNCH}
    assert desk.brochures.preview(row.id) == evil.content


@pytest.mark.parametrize(
    ("change", "field", "reason"),
    [
        ({"title": " "}, "title", Reason.BLANK),
        ({"alt": "\n"}, "alt", Reason.ALT_MISSING),
        ({"language": "Deutsch!"}, "language", Reason.UNKNOWN_LANGUAGE),
        ({"publisher": "\ud800"}, "publisher", Reason.TEXT_NOT_STORABLE),
    ],
)
def test_what_is_missing_is_told_beside_its_field(desk, evil, change, field, reason):
    with pytest.raises(Refused) as told:
        desk.brochures.add(evil, replace(DRAFT, **change))
    assert (told.value.field, told.value.reason) == (field, reason)
    assert desk.brochures.all() == ()


def test_what_can_be_read_aloud_needs_no_description(desk):
    found = finish(desk.brochures.read(makers.tagged()))
    desk.brochures.add(found, BrochureDraft("Checkliste"))
    assert desk.brochures.all()[0].draft.alt == ""


def test_a_file_is_not_read_where_it_is_too_large(desk, tmp_path):
    path = tmp_path / "gross.pdf"
    with path.open("wb") as file:
        file.truncate(60_000_000)
    with pytest.raises(Refused) as told:
        finish(desk.brochures.open(path))
    assert told.value.reason is Reason.BROCHURE_TOO_LARGE


def test_a_brochure_nobody_knows_is_refused(desk):
    for act in (desk.brochures.archive, desk.brochures.restore, desk.brochures.preview):
        with pytest.raises(Refused) as told:
            act(99)
        assert told.value.reason is Reason.NO_SUCH_BROCHURE


def titles(data: bytes) -> list[str]:
    with pypdfium2.PdfDocument(data) as pdf:
        return [each.get_title() for each in pdf.get_toc() if each.level == 0]


def test_a_folder_prints_the_brochure_until_it_is_archived(desk, evil, tmp_path):
    case = make_case(desk)
    desk.brochures.add(evil, DRAFT)
    (row,) = desk.brochures.all()
    choice = ChapterChoice(ChapterKind.BROCHURE, brochure=row.id)
    desk.compositions.compose(case, Composition((*STANDARD.chapters, choice)))
    made = finish(desk.folders.save(case, "de", tmp_path / "mappe.pdf"))
    assert titles(made.path.read_bytes())[-2].endswith("  Deiche bauen")
    assert desk.folders.preview(case, "de") == made.path.read_bytes()
    with pikepdf.Pdf.open(made.path) as pdf:
        assert made.pages == len(pdf.pages)
    desk.brochures.archive(row.id)
    assert not any("Deiche" in each for each in titles(desk.folders.preview(case, "de")))


def test_cancelled_while_it_is_read_the_process_ends(desk):
    import multiprocessing

    work = desk.brochures.read(makers.plain())
    next(work)
    assert multiprocessing.active_children()
    work.close()
    assert not multiprocessing.active_children()
