"""The example county from the terminal: made once, printed for every family and language."""

from __future__ import annotations

import shutil
from pathlib import Path

import pypdfium2
import pytest

from app import cli, grammar
from app.demo import demo
from app.desk import open_desk
from app.errors import Trouble, Unavailable
from app.progress import finish
from app.records.cases import CaseQuery, CaseState, CloseReason
from app.rules.terms import Purpose, Track
from app.services.files import open_data
from app.terminal import Terminal
from tests.conftest import ROOT, TODAY
from tests.makers import make_case
from ui import wording

RESOURCES = ROOT / "resources"


#: What is printed of a family besides German and English.
OWN = {
    1: ("en-de",),
    2: ("ar", "ar-de"),
    3: ("vi", "vi-de"),
    4: ("nl", "nl-de"),
    7: ("en-de",),
}


def folders(where):
    return sorted(each.name for each in where.glob("*.pdf"))


@pytest.fixture(scope="module")
def county(tmp_path_factory):
    """The county as the terminal makes it, with what was made."""
    where = tmp_path_factory.mktemp("demo") / "neu" / "kreis"
    made = finish(demo(where, RESOURCES, lambda: TODAY, "Imke Okken"))
    return where, made


def test_six_families_are_printed_in_their_languages_and_beside_german(county):
    where, made = county
    assert len(made) == 19
    own = [f"mappe-{n}-{code}.pdf" for n in range(1, 7) for code in OWN.get(n, ())]
    assert folders(where) == sorted(
        [*own, *(f"mappe-{n}-{code}.pdf" for n in range(1, 7) for code in ("de", "en"))]
    )
    assert [made.path.name for made in made if made.bilingual] == [
        name for name in own if name.endswith("-de.pdf")
    ]
    for folder in made:
        assert len(pypdfium2.PdfDocument(folder.path)) == folder.pages > 4
        assert folder.not_printable == ()
    assert [
        each.name for each in where.iterdir() if "neu" in each.name or ".part" in each.name
    ] == []


def test_the_families_have_the_ids_from_1(county):
    where, _ = county
    desk = open_desk(open_data(where / "beispiel.hafen"), RESOURCES, lambda: TODAY, "Prüfung")
    ids = sorted(desk.lists.case_ids(CaseQuery(state=CaseState.ALL)))
    assert ids == [1, 2, 3, 4, 5, 6]
    for case in ids:
        assert [each.language for each in desk.folders.of_case(case)].count("de") >= 1
    desk.close()


def test_no_family_is_sent_to_a_real_authority_of_its_post_code(county):
    where, _ = county
    desk = open_desk(open_data(where / "beispiel.hafen"), RESOURCES, lambda: TODAY, "Prüfung")
    steps = [
        step
        for case in range(1, 7)
        for track in Track
        for step in desk.plan.view(case, track).steps
        if step.body
    ]
    assert len({step.office_type for step in steps}) > 8
    assert {step.template for step in steps if step.provider is None} == set()
    desk.close()


def test_everything_unproven_is_vouched_for_by_an_invented_advisor(county):
    where, _ = county
    desk = open_desk(open_data(where / "beispiel.hafen"), RESOURCES, lambda: TODAY, "Prüfung")
    assert {step.confirmed_by for step in desk.templates.unproven()} == {"Frauke Dünenberg"}
    assert [desk.folders.left_out(case) for case in range(1, 7)] == [()] * 6
    desk.close()


def test_the_grandmother_consented_to_what_is_kept_of_her_care(county):
    where, _ = county
    desk = open_desk(open_data(where / "beispiel.hafen"), RESOURCES, lambda: TODAY, "Prüfung")
    view = desk.candidates.case(5)
    granny = next(each.id for each in view.people if each.name == "Grete Deichhaus")
    assert ("care_need", granny) in [(fact.key, fact.person) for fact in view.facts]
    assert desk.consents.holds(granny, Purpose.HEALTH_DATA)
    desk.close()


def test_rosters_ways_and_decisions_stand_where_the_files_say(county):
    where, _ = county
    desk = open_desk(open_data(where / "beispiel.hafen"), RESOURCES, lambda: TODAY, "Prüfung")
    boards = {case: desk.rosters.board(case) for case in range(1, 7)}
    # each works by the shifts of the employer of the case or by their own
    assert {
        (case, parent.name): (parent.employer_name, len(parent.rosters), len(parent.shifts))
        for case, board in boards.items()
        for parent in board.parents
        if parent.rosters
    } == {
        (1, "Anjali"): ("Küstenklinikum Beispielhafen", 1, 7),
        (1, "Rohan"): ("Volkshochschule Beispielküste", 1, 0),
        (2, "Karim"): ("Hausarztpraxis Musterfehn", 1, 0),
        (2, "Salma"): ("", 1, 0),
        (4, "Sanne"): ("Therapiezentrum am Deich", 1, 3),
        (5, "Insa"): ("Küstenklinikum Beispielhafen", 2, 7),
        (5, "Thorben"): ("", 1, 0),
        (6, "Jana"): ("Seniorenhaus Sielblick", 2, 4),
    }
    entered = [parent for board in boards.values() for parent in board.parents if parent.rosters]
    assert all(parent.entered for parent in entered)
    assert all(roster.faults == () for parent in entered for roster in parent.rosters)
    assert [board.frame.radius_km for board in boards.values()] == [20, None, None, None, 18, 18]
    assert [len(board.carers) for board in boards.values()] == [0, 0, 0, 0, 2, 1]
    desk.close()


def test_a_mothers_decisions_about_care_have_their_own_days(county):
    where, _ = county
    desk = open_desk(open_data(where / "beispiel.hafen"), RESOURCES, lambda: TODAY, "Prüfung")
    [neighbour] = desk.rosters.board(6).carers

    def whom(draft):
        if draft.carer is not None:
            return {neighbour.id: neighbour.draft.name}[draft.carer]
        return desk.providers.provider(draft.provider).draft.organisation

    decided = [
        (whom(view.draft), view.draft.state.value, view.noted_on.isoformat())
        for view in desk.care.choices(6)
    ]
    assert decided == [
        ("Kita Deichkinder", "promised", "2026-05-06"),
        ("Kindertagespflege Leuchtfeuer", "promised", "2026-08-10"),
        ("Nachbarin Gesa Musterdeich", "promised", "2026-09-11"),
        ("Kindertagespflege Strandgut", "declined", "2026-11-11"),
        ("Kindertagespflege Sandbank", "wanted", "2026-11-13"),
        ("Betriebskita Klinikzwerge", "wanted", "2026-11-13"),
    ]
    desk.close()


def test_some_questions_are_left_open_in_every_family(county):
    where, _ = county
    desk = open_desk(open_data(where / "beispiel.hafen"), RESOURCES, lambda: TODAY, "Prüfung")
    for case in range(1, 7):
        assert 1 <= len(desk.candidates.case(case).missing) <= 8, case
    desk.close()


def test_a_second_run_keeps_the_file_and_prints_anew(county, tmp_path, capsys):
    where = tmp_path / "kreis"
    where.mkdir()
    file = Path(shutil.copy(county[0] / "beispiel.hafen", where))
    desk = open_desk(open_data(file), RESOURCES, lambda: TODAY, "Tomke Harms")
    for case in (2, 3, 4, 5, 6):
        desk.candidates.close(case, CloseReason.OTHER)
    added = make_case(desk)
    before = len(desk.folders.of_case(1))
    desk.close()
    call = grammar.parser().parse_args(["demo", str(where)])
    code = cli.run(call, Terminal(wording, RESOURCES, lambda: TODAY, "Imke Okken"), file)
    captured = capsys.readouterr()
    assert code == 0
    assert captured.out.splitlines() == [
        str(where / f"mappe-{case}-{tag}.pdf")
        for case in range(1, added + 1)
        for tag in ("de", "en", *OWN.get(case, ()))
    ]
    assert captured.err == f"22 Mappen liegen in „{where}“.\n"
    desk = open_desk(open_data(file), RESOURCES, lambda: TODAY, "Tomke Harms")
    assert desk.candidates.head(2).closed_because is CloseReason.OTHER
    assert len(desk.folders.of_case(1)) == before + 3
    desk.close()


def test_a_place_where_nothing_can_be_written_is_said(tmp_path):
    (tmp_path / "belegt").write_text("eine Datei")
    with pytest.raises(Unavailable) as caught:
        finish(demo(tmp_path / "belegt", RESOURCES, lambda: TODAY, "Imke Okken"))
    assert caught.value.trouble is Trouble.CANNOT_WRITE
