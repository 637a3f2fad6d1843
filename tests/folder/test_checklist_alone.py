"""The checklist as a paper of its own: whose, as of when, the same rows, valid and readable."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pikepdf
import pypdfium2
import pytest

from app.errors import Reason, Refused, Trouble, Unavailable
from app.folder.build import Built, build, preview
from app.folder.compose import compose, compose_checklist
from app.folder.contents import FolderContents
from app.progress import finish
from app.records.care import RosterDraft
from app.records.office import ServicePoint
from app.rules.rosters import Duty, Roster
from tests.folder.makers import LANGUAGES, RESOURCES, make_bare, make_contents, phrases
from tests.folder.said import text
from tests.makers import make_case, make_provider, with_dates
from tests.readback import readback, reading
from tests.verapdf.engine import verapdf
from ui import wording

FONTS = RESOURCES / "fonts"


def made(contents: FolderContents, path: Path) -> Built:
    return finish(build(contents, phrases(contents.language), FONTS, path, compose_checklist))


def rows(contents: FolderContents, compose_one) -> str:
    """What the rows of the list say in a document."""
    document = compose_one(contents, phrases(contents.language))
    (table,) = [
        block
        for chapter in document.chapters
        for block in chapter.blocks
        if type(block).__name__ == "Checklist"
    ]
    return text(table)


@pytest.mark.parametrize("language", LANGUAGES)
def test_it_has_the_very_rows_of_the_folder(language):
    contents = make_contents(language)
    assert rows(contents, compose_checklist) == rows(contents, compose)


@pytest.mark.parametrize("compose_one", [compose, compose_checklist])
def test_what_is_done_stands_there_by_its_title_alone(compose_one):
    contents = make_contents()
    first, *others = contents.checklist
    done = replace(contents, checklist=(replace(first, done=True), *others))
    assert first.title in rows(done, compose_one)
    assert first.explanation in rows(contents, compose_one)
    assert first.explanation not in rows(done, compose_one)
    assert first.documents[0].title not in rows(done, compose_one)


@pytest.mark.parametrize("language", LANGUAGES)
def test_it_is_valid_and_everything_on_it_can_be_read_aloud(language, tmp_path):
    paths = []
    for name, contents in (("rich", make_contents(language)), ("bare", make_bare(language))):
        path = tmp_path / f"{name}.pdf"
        made(contents, path)
        paths.append(path)
    assert verapdf(paths) == []
    assert [finding for path in paths for finding in readback(path)] == []


def test_it_says_whose_it_is_as_of_when_and_who_helps(tmp_path):
    path = tmp_path / "liste.pdf"
    made(make_contents(), path)
    said = [words.strip() for _, words in reading(path)][:4]
    assert said[0] == "Ihre Checkliste"
    head = " ".join(said)
    assert "Familie Varghese" in head
    assert "Dienstag, 1. Dezember 2026" in head
    assert "Fachkräfteservicestelle" in head
    assert "Telefon" in head.replace("\u00a0", " ")


def test_its_pages_are_counted_through_and_have_no_cover(tmp_path):
    path = tmp_path / "liste.pdf"
    built = made(make_contents(), path)
    assert built.pages == 2
    with pypdfium2.PdfDocument(path) as pdf:
        feet = [page.get_textpage().get_text_bounded() for page in pdf]
    assert ["1 / 2" in feet[0], "2 / 2" in feet[1]] == [True, True]
    assert all("Checkliste Familie Varghese · Stand 01.12.2026" in foot for foot in feet)
    with pikepdf.open(path) as pdf:
        assert str(pdf.docinfo["/Title"]) == "Checkliste Familie Varghese"


def test_invented_people_are_marked_on_every_page(tmp_path):
    path = tmp_path / "liste.pdf"
    made(replace(make_contents(), example=True), path)
    with pypdfium2.PdfDocument(path) as pdf:
        assert all("Angaben erfunden" in page.get_textpage().get_text_bounded() for page in pdf)


def test_a_list_without_tasks_says_so(tmp_path):
    path = tmp_path / "liste.pdf"
    made(replace(make_contents(), checklist=()), path)
    assert "Zurzeit steht für Sie hier nichts an." in " ".join(w for _, w in reading(path))


def test_equal_contents_give_equal_bytes():
    one, other = (preview(make_contents(), phrases(), FONTS, compose_checklist) for _ in "ab")
    assert one == other


@pytest.fixture
def case(desk):
    desk.office.edit_service_point(ServicePoint(name="Servicestelle Küste"))
    found = make_case(desk, children=1)
    with_dates(desk, found)
    return found


def test_a_saved_list_stands_in_the_history_and_not_among_the_folders(desk, case, tmp_path):
    path = tmp_path / "liste.pdf"
    saved = finish(desk.folders.save_checklist(case, "de", path))
    assert path.read_bytes() == desk.folders.checklist_preview(case, "de")
    assert saved.done is not None
    assert saved.done.batch is None
    assert wording.done(saved.done) == "Checkliste für Ben Amor, Amira gespeichert: liste.pdf"
    assert desk.folders.of_case(case) == []
    assert desk.history.of_case(case)[0].act == "checklist_saved"


def test_a_printed_list_stands_in_the_history(desk, case):
    assert desk.folders.record_checklist_printed(case).batch is None
    assert desk.history.of_case(case)[0].act == "checklist_printed"


def test_it_never_writes_over_the_data_file(desk, case):
    with pytest.raises(Refused) as refused:
        finish(desk.folders.save_checklist(case, "de", desk.transactions.file.path))
    assert refused.value.reason is Reason.EXISTS


def test_a_list_that_was_given_up_leaves_nothing_behind(desk, case, tmp_path):
    work = desk.folders.save_checklist(case, "de", tmp_path / "liste.pdf")
    for _ in range(3):
        next(work)
    work.close()
    assert list(tmp_path.glob("liste*")) == []
    with pytest.raises(Unavailable) as trouble:
        finish(desk.folders.save_checklist(case, "de", tmp_path / "fehlt" / "liste.pdf"))
    assert trouble.value.trouble is Trouble.CANNOT_WRITE


def test_a_case_that_is_gone_is_refused(desk):
    with pytest.raises(Refused) as refused:
        desk.folders.checklist_preview(999, "de")
    assert refused.value.reason is Reason.NO_SUCH_CASE


@pytest.mark.parametrize(
    ("language", "beside", "only", "ends"),
    [
        (
            "de",
            "bis dahin zuletzt außerhalb Ihres Dienstes offen: Do, 25.02.2027, 14:12–17:00",
            "offen nur während Ihres Dienstes, bis dahin zuletzt Fr, 26.02.2027, 8:00–12:00",
            "Ihr Dienstplan reicht nicht bis dahin.",
        ),
        (
            "en",
            "last opening outside your shifts by then: Thu, 25 Feb 2027, 14:12–17:00",
            "until then open only during your shifts, last on Fri, 26 Feb 2027, 8:00–12:00",
            "Your roster does not reach that far.",
        ),
    ],
)
def test_the_printed_list_says_the_last_slot_beside_the_duties(
    desk, case, tmp_path, language, beside, only, ends
):
    """The nurse works an early shift on every workday until the end of March; read from the file
    as it is printed."""
    path = tmp_path / "liste.pdf"
    (nurse,) = desk.rosters.board(case).parents
    duties = tuple(Duty(weekday, 360, 852, "F") for weekday in range(5))
    roster = Roster(date(2026, 11, 23), date(2027, 3, 31), 1, duties)
    office = make_provider(desk, office_type="registry", hours_osm="Th 14:00-17:00; PH off")
    draft = desk.providers.provider(office).draft

    def printed(hours):
        desk.providers.edit(office, replace(draft, hours_osm=hours))
        finish(desk.folders.save_checklist(case, language, path))
        assert readback(path) == []
        words = " ".join(said for _, said in reading(path))
        return " ".join(words.replace("\u00a0", " ").replace("\u00ad", "").split())

    morning = "Mo-Fr 08:00-12:00; PH off"
    assert beside not in printed(f"{morning}; Th 14:00-17:00")
    desk.rosters.save_roster(nurse.person, RosterDraft(roster))
    assert beside in printed("Th 14:00-17:00, Fr 08:00-12:00; PH off")
    assert only in printed("Th,Fr 08:00-12:00; PH off")
    assert ends not in printed(morning)
    (kept,) = desk.rosters.board(case).parents[0].rosters
    ended = replace(roster, last=date(2027, 1, 31))
    desk.rosters.save_roster(nurse.person, RosterDraft(ended), kept.id)
    assert ends in printed(morning)
