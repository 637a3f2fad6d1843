"""The sheet for holidays: every running case by what is due first, nothing private, valid."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pypdfium2
import pytest

from app.content.phrases import Phrases, load_office_phrases
from app.errors import Reason, Refused
from app.folder.contents import ContactPerson, Office
from app.folder.handover_contents import Handover, HandoverCase, HandoverItem
from app.folder.papers import build
from app.folder.sheets.handover import handover
from app.folder.speech import Speech
from app.progress import finish
from app.records.cases import Channel, ContactDraft, Counterpart
from app.records.contacts import PromiseDraft
from app.records.events import EventKind
from app.records.office import AbsenceDraft, AdvisorDraft, ServicePoint
from app.records.papers import PaperKind
from app.records.plan import OwnStep
from app.records.roles import HolderDraft
from app.rules.calendar import Day
from app.rules.terms import DateKind, Role, Stage, Track
from tests.conftest import ROOT, TODAY
from tests.makers import NURSE, make_case
from tests.readback import readback
from tests.verapdf.engine import verapdf

RESOURCES = ROOT / "resources"
FIRST, LAST = date(2026, 11, 23), date(2026, 12, 4)
PRIVATE = "Die Schwester kommt vielleicht mit."
CALL = ContactDraft(date(2026, 11, 20), Channel.PHONE, Counterpart.FAMILY, "Amira", PRIVATE)


@pytest.fixture
def absence(small):
    """Tomke is away for two weeks; two cases run, one rests."""
    small.office.edit_service_point(ServicePoint(name="Servicestelle Küste"))
    tomke = int(small.office.add_advisor(AdvisorDraft("Tomke", "Harms")).facts["id"])
    small.office.add_advisor(AdvisorDraft("Imke", "Okken"))
    made = small.team.add_absence(AbsenceDraft(tomke, FIRST, LAST))
    later, first, resting = (make_case(small, advisor=tomke) for _ in range(3))
    for case, family in ((later, "Später"), (first, "Zuerst"), (resting, "Ruht")):
        [person] = small.candidates.case(case).people
        draft = replace(person.draft, family=family, phone="0176 04069001", note=PRIVATE)
        small.household.edit(person.id, draft)
    small.candidates.hold(resting, date(2027, 3, 1), "Elternzeit")
    own(small, first, "Vertrag prüfen", date(2026, 11, 20))
    own(small, later, "Kita anrufen", date(2026, 12, 11))
    own(small, later, "Viel später", date(2026, 12, 12))
    small.candidates.note_contact(
        first, replace(CALL, follow_up_on=date(2026, 12, 3), follow_up=PRIVATE)
    )
    small.promises.note(first, PromiseDraft(Role.SERVICE_POINT, PRIVATE, due=date(2026, 12, 4)))
    small.roles.hold(first, Role.HR, HolderDraft("Nele Probst", phone="069 90009-131"))
    return int(made.facts["id"])


def own(desk, case, title, on):
    desk.plan.add_own(case, OwnStep(Track.RELOCATION, title, Day(on)))


def text_of(path):
    pdf = pypdfium2.PdfDocument(path)
    return "\n".join(page.get_textpage().get_text_range() for page in pdf)


def test_cases_stand_in_the_order_of_what_is_due_and_nothing_private_is_told(
    small, absence, tmp_path
):
    path = tmp_path / "blatt.pdf"
    made = finish(small.papers.save(small.team.handover_sheet(absence), "ar", path))
    said = " ".join(text_of(path).split())
    assert made.language == "de"
    assert "Tomke Harms ist vom 23.11.2026 bis 04.12.2026 nicht da" in said
    assert "ab Montag, 7. Dezember 2026 wieder da" in said
    assert said.index("Zuerst, Amira") < said.index("Später, Amira")
    for part in (
        "2 laufende Fälle",
        "Vertretung: Imke Okken",
        "überfällig seit 20.11.2026 Vertrag prüfen",
        "bis Fr, 11.12.2026 Kita anrufen",
        "Do, 03.12.2026 Wiedervorlage",
        "Fr, 04.12.2026 Zusage",
        "Letzter Kontakt: 20.11.2026 (Telefon)",
        "Letzter Kontakt: noch keiner",
        "Nele Probst, Personalabteilung, 069 90009-131",
    ):
        assert part.replace(" ", "") in said.replace(" ", "").replace("\u00a0", ""), part
    for private in (PRIVATE, "0176", "Viel später", "Ruht", NURSE.phone or "0176"):
        assert private not in said
    assert readback(path) == []


def test_taking_it_out_is_told_to_the_journal(small, absence, tmp_path):
    order = small.team.handover_sheet(absence)
    assert (order.kind, order.name, order.case) == (PaperKind.HANDOVER, "Tomke Harms", None)
    done = finish(small.papers.save(order, "de", tmp_path / "a.pdf")).done
    assert done is not None
    assert done.facts["paper"] == "handover"


def test_there_is_no_sheet_for_an_absence_that_is_gone(small, absence):
    order = small.team.handover_sheet(absence)
    small.team.remove_absence(absence)
    with pytest.raises(Refused) as caught:
        small.papers.preview(order, "de")
    assert caught.value.reason is Reason.NO_SUCH_ABSENCE


class Overheard(Phrases):
    """Phrases that remember which keys were asked for."""

    def text(self, key, **values):
        HEARD.add(key)
        return super().text(key, **values)


HEARD: set[str] = set()


def every_branch():
    case = HandoverCase("Ben Amor, Amira", Stage.VISIT)
    empty = Handover(TODAY, Office("Servicestelle"), "Tomke Harms", FIRST, LAST, LAST, LAST)
    yield empty
    person = ContactPerson("Nele Probst", Role.HR, phone="069 90009-131")
    yield replace(empty, cases=(replace(case, call=(person, person)),))
    yield replace(
        empty,
        cases=tuple(replace(case, stage=stage, stands_in=("Imke", "Selin")) for stage in Stage),
        example=True,
    )
    items = tuple(
        HandoverItem(Day(on), title, DateKind.DUTY, event)
        for on in (FIRST, date(2026, 11, 2))
        for title in ("Rückruf", "")
        for event in (None, *EventKind)
    )
    yield replace(
        empty,
        cases=tuple(
            replace(case, items=items, last_contact=FIRST, channel=channel) for channel in Channel
        ),
    )


def test_every_phrase_is_printed_and_the_sheets_are_valid(tmp_path):
    found, faults = load_office_phrases(RESOURCES / "phrases", "de")
    assert faults == ()
    phrases = Overheard(**{name: getattr(found, name) for name in found.__dataclass_fields__})
    paths = []
    for number, contents in enumerate(every_branch()):
        paths.append(tmp_path / f"{number}.pdf")
        sheet = handover(contents, Speech(phrases))
        finish(build(sheet, phrases, RESOURCES / "fonts", paths[-1]))
    assert set(phrases.keys("handover")) <= HEARD
    assert [finding for path in paths for finding in readback(path)] == []
    assert verapdf(paths) == []
