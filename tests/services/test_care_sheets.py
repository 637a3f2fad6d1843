"""The sheet of care of a case: in the folder, alone, and never with what is private."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pypdfium2
import pytest

from app.errors import Reason, Refused
from app.progress import finish
from app.records.care import CareState, ChoiceDraft, RosterDraft, WaysDraft
from app.records.cases import PersonDraft
from app.records.providers import Category
from app.rules.rosters import Duty, Roster
from app.rules.terms import MemberRole
from app.services import folder_contents
from app.services.care_board import Workshop
from tests.makers import make_case, make_provider, with_dates
from tests.services.test_care import MONDAY, Family
from tests.services.test_consents import MAY
from ui import wording

WANTED, PROPOSED, PROMISED = CareState.WANTED, CareState.PROPOSED, CareState.PROMISED


def text_of(data: bytes) -> str:
    with pypdfium2.PdfDocument(data) as pdf:
        pages = "\n".join(page.get_textpage().get_text_bounded() for page in pdf)
    return pages.replace("\u00a0", " ")


@pytest.fixture
def family(desk):
    found = Family(desk)
    with_dates(desk, found.case)
    return found


def other_kita(desk, name: str, hours: str = "Mo-Fr 05:30-10:00; PH off") -> int:
    return make_provider(desk, organisation=name, category=Category.KITA, hours_osm=hours)


def names(desk, family) -> list[tuple[str, bool]]:
    (sheet,) = desk.folders.contents(family.case, "de").care
    return [(each.name, each.counted) for each in sheet.helpers]


@pytest.mark.parametrize(("language", "said"), [("de", "Betreuung für"), ("en", "Care for")])
def test_the_folder_has_the_sheet_of_who_needs_care(desk, family, language, said):
    desk.care.decide(family.yasmin, ChoiceDraft(WANTED, family.kita))
    text = text_of(desk.folders.preview(family.case, language))
    assert f"{said} Yasmin" in text
    assert "Kita Deichspatzen" in text
    assert "Tagespflege Möwennest" not in text.split(f"{said} Yasmin")[-1].split("Oma Leila")[0]


def test_sums_of_the_sheet_are_those_of_the_board(desk, family):
    for provider in (family.kita, family.minder):
        desk.care.decide(family.yasmin, ChoiceDraft(WANTED, provider))
    (sheet,) = desk.folders.contents(family.case, "de").care
    best = desk.care.board(family.case).persons[0].answers[0]
    assert (sheet.needed, sheet.covered) == (best.needed, best.covered)
    assert sheet.first == MONDAY
    assert "147 h 30 von 168 h 20 gedeckt" in text_of(
        desk.folders.care_preview(family.case, family.yasmin, "de")
    )


def test_of_several_kitas_the_one_further_decided_is_counted(desk, family):
    early = other_kita(desk, "Kita Frühaufsteher", "Mo-Fr 05:30-18:30; PH off")
    desk.care.decide(family.yasmin, ChoiceDraft(PROPOSED, early))
    desk.care.decide(family.yasmin, ChoiceDraft(WANTED, family.kita))
    counted = dict(names(desk, family))
    assert counted == {"Kita Deichspatzen": True, "Oma Leila": True, "Kita Frühaufsteher": False}
    desk.care.decide(family.yasmin, ChoiceDraft(PROMISED, early))
    assert dict(names(desk, family))["Kita Frühaufsteher"] is True
    assert dict(names(desk, family))["Kita Deichspatzen"] is False


def test_of_two_proposed_kitas_the_one_that_covers_most_is_counted(desk, family):
    short = other_kita(desk, "Kita Kurz", "Mo-Fr 05:30-06:30; PH off")
    for provider in (short, family.kita):
        desk.care.decide(family.yasmin, ChoiceDraft(PROPOSED, provider))
    counted = dict(names(desk, family))
    assert (counted["Kita Deichspatzen"], counted["Kita Kurz"]) == (True, False)
    (child,) = desk.care.decided(family.case)
    kinds = [child.helpers[key].kind.value for key in child.answers[0].helpers]
    assert kinds.count("kita") == 1


def test_neither_what_was_declined_nor_why_nor_notes_nor_other_families_are_printed(desk, family):
    declined = other_kita(desk, "Kita Zugvogel")
    private = make_provider(
        desk,
        organisation="Tagespflege am Tief",
        category=Category.CHILDMINDING,
        hours_osm="Mo-Fr 05:00-07:00",
        note="Zugvogel sagt: schwierig",
    )
    desk.care.decide(
        family.yasmin, ChoiceDraft(CareState.DECLINED, declined, because="Zugvogel will nicht")
    )
    desk.care.decide(family.yasmin, ChoiceDraft(PROPOSED, private))
    desk.care.decide(family.yasmin, ChoiceDraft(WANTED, family.kita))
    stranger = make_case(desk)
    desk.household.add(stranger, PersonDraft(MemberRole.CHILD, given="Fremdling"))
    child = desk.candidates.case(stranger).people[-1].id
    desk.care.decide(child, ChoiceDraft(PROMISED, other_kita(desk, "Kita der Fremden")))
    for language in ("de", "en"):
        text = text_of(desk.folders.care_preview(family.case, family.yasmin, language))
        assert "Tagespflege am Tief" in text
        assert not {each for each in ("Zugvogel", "Fremd", "2023") if each in text}


def test_without_a_decision_there_is_no_sheet_and_nothing_is_computed(desk, monkeypatch):
    case = make_case(desk, children=1)
    child = desk.candidates.case(case).people[-1].id
    other_kita(desk, "Kita Deichkinder")

    def never(*_args: object, **_more: object) -> Workshop:
        raise AssertionError("computed for nobody")

    monkeypatch.setattr(folder_contents, "workshop_of", never)
    assert desk.folders.contents(case, "de").care == ()
    with pytest.raises(Refused) as refused:
        desk.folders.care_preview(case, child, "de")
    assert refused.value.reason is Reason.NO_CARE_DECIDED
    assert "kein Blatt" in wording.refused(refused.value)


def test_a_declined_place_alone_makes_no_sheet(desk):
    case = make_case(desk, children=1)
    child = desk.candidates.case(case).people[-1].id
    kita = other_kita(desk, "Kita Deichkinder")
    desk.care.decide(child, ChoiceDraft(CareState.DECLINED, kita, because="zu weit"))
    assert desk.folders.contents(case, "de").care == ()


def test_what_is_promised_is_printed_though_no_roster_is_known(desk):
    case = make_case(desk, children=1)
    child = desk.candidates.case(case).people[-1].id
    kita = other_kita(desk, "Kita Deichkinder")
    desk.care.decide(child, ChoiceDraft(PROMISED, kita, valid_from=date(2027, 2, 1)))
    text = text_of(desk.folders.care_preview(case, child, "de"))
    assert "Kita Deichkinder" in text
    assert "Platz zugesagt" in text
    assert "Wann Sie Betreuung brauchen, können wir noch nicht sagen." in text


def test_an_elder_has_a_sheet_as_a_child_has(desk, family):
    desk.household.add(family.case, PersonDraft(MemberRole.GRANDPARENT, given="Habib"))
    elder = desk.candidates.case(family.case).people[-1].id
    day_care = make_provider(
        desk,
        organisation="Tagespflege Abendrot",
        category=Category.ELDER_CARE,
        hours_osm="Mo-Fr 08:00-16:00; PH off",
    )
    desk.consents.give(family.case, replace(MAY, person=elder))
    desk.care.decide(elder, ChoiceDraft(PROMISED, day_care))
    text = text_of(desk.folders.care_preview(family.case, elder, "de"))
    assert "Betreuung für Habib" in text
    assert "Betreuung für Ältere" in text
    assert "NKiTaG" not in text


def test_a_rotation_prints_each_week_that_differs(desk, family):
    board = desk.rosters.board(family.case)
    amira = next(each for each in board.parents if each.person == family.amira)
    for each in amira.rosters:
        desk.rosters.remove_roster(each.id)
    turns = (*((day, 360, 855) for day in (0, 1)), *((7 + day, 795, 1260) for day in (1, 3)))
    duties = tuple(Duty(*each) for each in turns)
    desk.rosters.save_roster(family.amira, RosterDraft(Roster(MONDAY, None, 2, duties)))
    desk.rosters.set_ways(family.amira, WaysDraft())
    desk.care.decide(family.yasmin, ChoiceDraft(WANTED, family.kita))
    (sheet,) = desk.folders.contents(family.case, "de").care
    assert [len(week.mondays) for week in sheet.weeks] == [2, 2]


def test_a_saved_sheet_is_the_one_seen_and_stands_in_the_history(desk, family, tmp_path):
    desk.care.decide(family.yasmin, ChoiceDraft(WANTED, family.kita))
    path = tmp_path / "blatt.pdf"
    saved = finish(desk.folders.save_care(family.case, family.yasmin, "en", path))
    assert path.read_bytes() == desk.folders.care_preview(family.case, family.yasmin, "en")
    assert saved.done is not None
    assert saved.done.batch is None
    assert wording.done(saved.done) == "Betreuungsblatt für Yasmin gespeichert: blatt.pdf"
    assert desk.folders.of_case(family.case) == []
    assert desk.history.of_case(family.case)[0].act == "care_saved"


def test_a_printed_sheet_stands_in_the_history_and_is_not_taken_back(desk, family):
    printed = desk.folders.record_care_printed(family.case, family.yasmin)
    assert printed.batch is None
    assert wording.done(printed) == "Betreuungsblatt für Yasmin an den Drucker gegeben."
    assert desk.history.of_case(family.case)[0].act == "care_printed"


def test_people_of_other_cases_and_the_data_file_are_refused(desk, family):
    other = make_case(desk)
    stranger = desk.candidates.case(other).people[0].id
    desk.care.decide(family.yasmin, ChoiceDraft(WANTED, family.kita))
    for act in (
        lambda: desk.folders.care_preview(family.case, stranger, "de"),
        lambda: desk.folders.record_care_printed(family.case, stranger),
        lambda: desk.folders.care_preview(family.case, 999, "de"),
    ):
        with pytest.raises(Refused) as refused:
            act()
        assert refused.value.reason is Reason.NO_SUCH_PERSON
    with pytest.raises(Refused) as refused:
        finish(
            desk.folders.save_care(family.case, family.yasmin, "de", desk.transactions.file.path)
        )
    assert refused.value.reason is Reason.EXISTS
