"""Exchange sheets of a folder with other people's PDFs: a new one comes whole, an old one stays."""

from __future__ import annotations

import pypdfium2
import pytest

from app.progress import finish
from app.records.brochures import BrochureDraft
from app.records.compositions import STANDARD, ChapterChoice, ChapterKind, Composition
from app.records.exchanges import Why
from tests.folder import brochure_makers as makers
from tests.makers import make_case, with_dates
from tests.verapdf.engine import verapdf

DRAFT = BrochureDraft("Deiche bauen", "de", "Ein Heft über Deiche", "Deichverband Musterfehn")


@pytest.fixture
def case(desk) -> int:
    found = make_case(desk)
    with_dates(desk, found)
    return found


def composed(desk, case, *brochures, first=None):
    """The standard chapters and these brochures behind them; `first` is moved before all but the
    cover."""
    chapters = [
        *STANDARD.chapters,
        *(ChapterChoice(ChapterKind.BROCHURE, brochure=b) for b in brochures),
    ]
    if first is not None:
        moved = next(each for each in chapters if each.brochure == first)
        chapters.remove(moved)
        chapters.insert(1, moved)
    desk.compositions.compose(case, Composition(tuple(chapters)))


def added(desk, data, title="Deiche bauen") -> int:
    found = finish(desk.brochures.read(data))
    done = desk.brochures.add(found, BrochureDraft(title, "de", DRAFT.alt, DRAFT.publisher))
    return int(done.facts["id"])


def shown(data: bytes, labels: list[str]) -> list[bytes]:
    """The pages with these labels below the banner, as pictures."""
    found = []
    with pypdfium2.PdfDocument(data) as pdf:
        own = {pdf.get_page_label(number): number for number in range(len(pdf))}
        for label in labels:
            picture = pdf[own[label]].render(scale=0.5).to_pil().convert("L")
            found.append(picture.crop((0, 40, picture.width, 385)).tobytes())
    return found


def complies(data, tmp_path) -> None:
    path = tmp_path / "blätter.pdf"
    path.write_bytes(data)
    assert [str(each) for each in verapdf([path], ("ua1",))] == []
    assert makers.acting(data) == []


@pytest.mark.parametrize("make", [makers.tagged, makers.malicious, makers.plain])
def test_a_brochure_that_came_later_comes_with_all_its_pages(desk, case, tmp_path, make):
    finish(desk.folders.save(case, "de", tmp_path / "mappe.pdf"))
    brochure = added(desk, make())
    composed(desk, case, brochure)
    state = desk.exchanges.state(case)
    new = [each for each in state.sheets if each.key == f"brochure:{brochure}"]
    assert new
    assert {each.why for each in new} == {Why.NEW}
    pack = desk.exchanges.preview(case)
    complies(pack, tmp_path)
    assert desk.exchanges.preview(case) == pack
    # each page of the brochure is there with what it shows, as it is in the whole folder
    labels = [label for each in new for label in each.pages]
    assert shown(pack, labels) == shown(desk.folders.preview(case, "de"), labels)


def test_a_brochure_that_did_not_change_stays_in_the_folder(desk, case, tmp_path):
    brochure = added(desk, makers.malicious())
    composed(desk, case, brochure)
    finish(desk.folders.save(case, "de", tmp_path / "mappe.pdf"))
    desk.wordings.write("de", "phrases.letter.closing", "Bis bald")
    state = desk.exchanges.state(case)
    assert {each.key for each in state.sheets} >= {"letter"}
    assert f"brochure:{brochure}" not in {each.key for each in state.sheets}


def test_of_a_brochure_whose_title_changed_only_its_first_sheet_comes(desk, case, tmp_path):
    brochure = added(desk, makers.tagged())
    composed(desk, case, brochure)
    finish(desk.folders.save(case, "de", tmp_path / "mappe.pdf"))
    desk.brochures.edit(brochure, BrochureDraft("Am Deich", "de", DRAFT.alt, DRAFT.publisher))
    state = desk.exchanges.state(case)
    sheets = [each for each in state.sheets if each.key == f"brochure:{brochure}"]
    with pypdfium2.PdfDocument(desk.brochures.preview(brochure)) as pdf:
        leaves = (len(pdf) + 2) // 2
    assert len(sheets) == 1 < leaves
    complies(desk.exchanges.preview(case), tmp_path)


def test_a_brochure_that_moved_comes_again_with_its_new_number(desk, case, tmp_path):
    brochure = added(desk, makers.tagged())
    composed(desk, case, brochure)
    finish(desk.folders.save(case, "de", tmp_path / "mappe.pdf"))
    composed(desk, case, brochure, first=brochure)
    state = desk.exchanges.state(case)
    sheets = [each for each in state.sheets if each.key == f"brochure:{brochure}"]
    assert {each.why for each in sheets} == {Why.CHANGED}
    complies(desk.exchanges.preview(case), tmp_path)
