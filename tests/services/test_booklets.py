"""The folder as a booklet: written whole or not at all, recorded as the folder it is."""

from __future__ import annotations

from io import BytesIO

import pikepdf
import pypdfium2
import pytest

from app.errors import Reason, Refused, Trouble, Unavailable
from app.folder.booklet import booklet
from app.progress import finish
from app.records.folders import PrintKind, Way
from tests.makers import make_case, with_dates


@pytest.fixture
def case(desk) -> int:
    made = make_case(desk, children=1)
    with_dates(desk, made)
    return made


def test_a_saved_booklet_is_recorded_and_kept(desk, case, tmp_path):
    out = tmp_path / "heft.pdf"
    folder = desk.booklets.folder(case, "en")
    assert len(folder) < len(desk.folders.preview(case, "en"))  # no labels for a ring folder
    made = finish(desk.booklets.save(case, "en", out))
    with pypdfium2.PdfDocument(folder) as pdf:
        pages = len(pdf)
    with pikepdf.open(out) as heft:
        assert len(heft.pages) == 2 * made.sheets == 2 * ((pages + 3) // 4)
    assert made.pages == pages
    assert out.read_bytes() == booklet(folder)
    (row,) = desk.folders.of_case(case)
    assert (row.way, row.pages, row.sheets) == (Way.SAVED, pages, made.sheets)
    assert row.kind is PrintKind.BOOKLET
    assert desk.folders.kept(row.id) == out.read_bytes()
    desk.history.undo(made.done.batch)
    assert desk.folders.of_case(case) == []


def test_in_a_booklet_no_sheet_can_be_exchanged(desk, case, tmp_path):
    finish(desk.booklets.save(case, "en", tmp_path / "heft.pdf"))
    (row,) = desk.folders.of_case(case)
    for since in (None, row.id):
        with pytest.raises(Refused) as refused:
            desk.exchanges.preview(case, since)
        assert refused.value.reason in (Reason.NO_SUCH_PRINT, Reason.PRINT_NOT_KEPT)
    finish(desk.folders.save(case, "en", tmp_path / "mappe.pdf"))
    finish(desk.booklets.save(case, "en", tmp_path / "heft.pdf"))
    assert desk.exchanges.state(case).since.kind is PrintKind.WHOLE


def test_a_booklet_of_two_languages_is_recorded_as_one(desk, case, tmp_path):
    made = finish(desk.booklets.save(case, "ar", tmp_path / "heft.pdf", bilingual=True))
    assert (made.bilingual, made.language) == (True, "ar")
    with pikepdf.open(BytesIO((tmp_path / "heft.pdf").read_bytes())) as heft:
        assert str(heft.Root.Lang) == "ar"


def test_where_it_cannot_be_written_nothing_is_recorded(desk, case, path, tmp_path):
    with pytest.raises(Unavailable) as raised:
        finish(desk.booklets.save(case, "en", tmp_path / "fehlt" / "heft.pdf"))
    assert raised.value.trouble is Trouble.CANNOT_WRITE
    with pytest.raises(Refused) as refused:
        finish(desk.booklets.save(case, "en", path))
    assert refused.value.reason is Reason.EXISTS
    work = desk.booklets.save(case, "en", tmp_path / "heft.pdf")
    next(work)
    work.close()
    assert list(tmp_path.glob("heft*")) == []
    assert desk.folders.of_case(case) == []
