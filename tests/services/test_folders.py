"""Folders of a case: written, recorded, and without what is nobody's business."""

from __future__ import annotations

import hashlib
from dataclasses import fields, replace
from datetime import date

import pypdfium2
import pytest

from app.errors import Reason, Refused, Trouble, Unavailable
from app.progress import finish
from app.records.cases import Channel, ContactDraft, Counterpart
from app.records.consents import ConsentDraft
from app.records.folders import Way
from app.records.office import ServicePoint
from app.records.providers import Category
from app.records.roles import HolderDraft
from app.rules.facts import FactKey
from app.rules.terms import ConsentWay, Purpose, Recipient, Role, Track
from app.services import folder_contents
from tests.conftest import TODAY
from tests.makers import CHILD, FROM_TUNISIA, KITA, NURSE, make_case, make_provider, with_dates


def text_of(data):
    document = pypdfium2.PdfDocument(data)
    text = "\n".join(page.get_textpage().get_text_range() for page in document)
    document.close()
    return text


@pytest.fixture
def case(desk):
    desk.office.edit_service_point(ServicePoint(name="Servicestelle Küste"))
    made = make_case(desk, children=1)
    with_dates(desk, made)
    return made


def test_a_saved_folder_is_recorded_with_its_digest(desk, case, tmp_path):
    out = tmp_path / "mappe.pdf"
    made = finish(desk.folders.save(case, "de", out))
    assert made.done is not None
    assert made.sha256 == hashlib.sha256(out.read_bytes()).hexdigest()
    assert made.pages == len(pypdfium2.PdfDocument(out))
    assert made.sheets == (made.pages + 1) // 2
    (row,) = desk.folders.of_case(case)
    assert (row.sha256, row.pages, row.language, row.way, row.who) == (
        made.sha256,
        made.pages,
        "de",
        Way.SAVED,
        "Tomke Harms",
    )
    desk.history.undo(made.done.batch)
    assert desk.folders.of_case(case) == []


def test_a_folder_of_two_languages_is_recorded_as_one(desk, case, tmp_path):
    made = finish(desk.folders.save(case, "ar", tmp_path / "mappe.pdf", bilingual=True))
    alone = finish(desk.folders.save(case, "ar", tmp_path / "arabisch.pdf"))
    assert (made.bilingual, alone.bilingual) == (True, False)
    assert [row.bilingual for row in desk.folders.of_case(case)] == [False, True]
    said = text_of((tmp_path / "mappe.pdf").read_bytes())
    assert "Ihre Checkliste" in said
    assert made.pages > alone.pages


def test_beside_german_there_is_no_german(desk, case, tmp_path):
    made = finish(desk.folders.save(case, "de", tmp_path / "mappe.pdf", bilingual=True))
    assert not made.bilingual
    assert desk.folders.preview(case, "de", bilingual=True) == desk.folders.preview(case, "de")
    assert not desk.folders.measured(b"", "de", 4, bilingual=True).bilingual


def test_a_printed_folder_is_recorded_newest_first(desk, case, tmp_path):
    finish(desk.folders.save(case, "de", tmp_path / "mappe.pdf"))
    data = desk.folders.preview(case, "en")
    pages = len(pypdfium2.PdfDocument(data))
    desk.folders.record_printed(case, desk.folders.measured(data, "en", pages))
    newest, oldest = desk.folders.of_case(case)
    assert (newest.way, newest.language, newest.pages) == (Way.PRINTED, "en", pages)
    assert oldest.way is Way.SAVED


@pytest.mark.parametrize(
    ("wish", "code"),
    [("de", "de"), ("de-AT", "de"), ("en-GB", "en"), ("zh", "en"), ("vi", "vi"), ("", "en")],
)
def test_a_language_the_program_lacks_falls_back_to_english(desk, wish, code):
    assert desk.folders.language_for(wish) == code
    assert code in dict(desk.folders.languages())


@pytest.mark.parametrize("language", ["de", "en"])
def test_what_is_private_is_never_printed(desk, language):
    hidden = "Zugvogel"
    kita = make_provider(desk, note=f"{hidden}1")
    case = desk.candidates.register(
        replace(FROM_TUNISIA, note=f"{hidden}2", source=f"{hidden}3", employer=kita),
        replace(NURSE, note=f"{hidden}4", email="zugvogel5@example.org", phone="0151 5555555"),
    ).case
    desk.household.add(case, replace(CHILD, note=f"{hidden}6"))
    with_dates(desk, case)
    desk.candidates.note_contact(
        case, ContactDraft(TODAY, Channel.PHONE, Counterpart.BODY, f"{hidden}7", f"{hidden}8")
    )
    desk.candidates.stage(case, list(type(desk.candidates.head(case).stage))[2])
    desk.candidates.stage(case, desk.candidates.case(case).stages[-1].stage, f"{hidden}9")
    desk.household.record(case, None, FactKey.LOW_INCOME, "yes")
    for track in Track:
        for step in desk.plan.view(case, track).steps[:6]:
            desk.plan.note(step.id, f"{hidden}10")
    me = desk.candidates.case(case).people[0].id
    for purpose in Purpose:
        draft = ConsentDraft(
            me,
            purpose,
            Recipient.OTHER,
            "Mein Chor darf es wissen.",
            TODAY,
            ConsentWay.SPOKEN,
            recipient_name="Chor Krummhörn",
        )
        desk.consents.give(case, draft)
    desk.household.record(case, me, FactKey.HEALTH_NEED, "yes")
    for code in (Role.PERSON, Role.SERVICE_POINT):
        desk.roles.hold(case, code, HolderDraft(f"{hidden}13", phone="0151 5555555"))
    for unproven in desk.templates.unproven():
        desk.templates.confirm(unproven.template, f"{hidden}14")
    text = text_of(desk.folders.preview(case, language))
    assert "Ben Amor" in text
    assert "Kita Deichkinder" in text
    assert hidden.casefold() not in text.casefold()
    assert "5555555" not in text.replace(" ", "")
    assert "1994" not in text


def test_nothing_on_paper_says_what_bars_the_first_working_day(desk):
    case = make_case(desk, children=1)
    with_dates(desk, case)
    head = desk.candidates.case(case).head
    contents = desk.folders.contents(case, "de")
    assert any(blocker.bars for blocker in head.blockers)
    names = {field.name for field in fields(contents)}
    assert not names & {"blockers", "consents", "facts", "because", "note", "reason", "holders"}


def test_the_people_behind_the_roles_are_printed_with_what_they_are_for(desk, case):
    desk.roles.hold(case, Role.HR, HolderDraft("Heiko Onken", "Deichklinik", "040 66969-301"))
    desk.roles.hold(case, Role.MENTOR, HolderDraft("Jantje Seelhoff", phone="040 66969-302"))
    contents = desk.folders.contents(case, "de")
    assert [person.name for person in contents.people] == ["Jantje Seelhoff", "Heiko Onken"]
    text = text_of(desk.folders.preview(case, "de"))
    for word in ("Jantje Seelhoff", "Patin oder Pate", "040 66969-302", "Heiko Onken"):
        assert word in text, word
    assert "Vertrag, Gehalt, Krankenkasse" in " ".join(text.split())
    assert "Contract, pay" in " ".join(text_of(desk.folders.preview(case, "en")).split())


def test_an_authority_of_another_place_is_not_printed(desk, case):
    for name, area in (("Rathaus Norden", "03452019"), ("Rathaus Hage", "034525403")):
        make_provider(
            desk,
            organisation=name,
            category=Category.AUTHORITY,
            office_type="registry",
            area=(area,),
        )
    places = [place.name for place in desk.folders.contents(case, "de").places]
    assert "Rathaus Norden" in places
    assert "Rathaus Hage" not in places
    homeless = make_case(desk, home_town="", home_postcode="")
    places = [place.name for place in desk.folders.contents(homeless, "de").places]
    assert {"Rathaus Norden", "Rathaus Hage"} <= set(places)


def test_names_and_places_of_the_records_are_printed(desk):
    make_provider(desk)
    case = make_case(desk, children=1)
    with_dates(desk, case)
    text = text_of(desk.folders.preview(case, "de"))
    for word in ("Familie Ben Amor", "Amira und Yasmin", "Kita Deichkinder", "März 2027"):
        assert word in text, word


def test_an_archived_provider_is_not_printed(desk):
    key = make_provider(desk)
    case = make_case(desk, children=1)
    assert "Deichkinder" in text_of(desk.folders.preview(case, "de"))
    desk.providers.archive(key, "geschlossen")
    assert "Deichkinder" not in text_of(desk.folders.preview(case, "de"))


def test_a_folder_tells_closures_and_notes_but_no_reasons_and_no_inner_notes(desk):
    make_provider(
        desk,
        note="Leiterin in Kur",
        public_note="Eingang im Hof",
        by_appointment=True,
        closed_from=TODAY,
        closed_until=date(2026, 12, 11),
        closed_because="Krankheit",
    )
    make_provider(desk, organisation="Alte Kita", valid_to=date(2026, 11, 22))
    outdated = make_provider(desk, organisation="Kita Gestern", hours_to=date(2026, 7, 31))
    case = make_case(desk, children=1)
    told = " ".join(text_of(desk.folders.preview(case, "de")).split())
    assert "Vorübergehend geschlossen bis 11.12.2026." in told
    assert "Nur mit Termin." in told
    assert "Eingang im Hof" in told
    for hidden in ("Krankheit", "Leiterin", "Alte Kita"):
        assert hidden not in told, hidden
    places = {place.name: place for place in desk.folders.contents(case, "de").places}
    assert places["Kita Gestern"].hours.week == ()
    assert places["Kita Deichkinder"].hours.week != ()
    assert desk.providers.provider(outdated).draft.hours_osm == KITA.hours_osm


def test_the_folder_names_who_takes_over(desk):
    later = make_provider(desk, organisation="Kita Neubau", valid_from=date(2027, 8, 1))
    make_provider(desk, valid_to=date(2027, 7, 31), successor=later)
    case = make_case(desk, children=1)
    told = " ".join(text_of(desk.folders.preview(case, "de")).split())
    assert "Hier nur bis 31.07.2027, danach: Kita Neubau." in told
    assert "Hier erst ab 01.08.2027." in told


def test_a_folder_that_cannot_be_written_is_not_recorded(desk, case, tmp_path):
    with pytest.raises(Unavailable) as caught:
        finish(desk.folders.save(case, "de", tmp_path / "fehlt" / "mappe.pdf"))
    assert caught.value.trouble is Trouble.CANNOT_WRITE
    with pytest.raises(Refused) as refused:
        finish(desk.folders.save(case + 99, "de", tmp_path / "mappe.pdf"))
    assert refused.value.reason is Reason.NO_SUCH_CASE
    assert desk.folders.of_case(case) == []
    assert [each.name for each in tmp_path.iterdir() if "mappe" in each.name] == []


def test_the_data_file_is_not_overwritten_by_a_folder(desk, case):
    before = desk.transactions.file.path.read_bytes()
    with pytest.raises(Refused) as caught:
        finish(desk.folders.save(case, "de", desk.transactions.file.path))
    assert caught.value.reason is Reason.EXISTS
    assert desk.transactions.file.path.read_bytes() == before


def test_a_cancelled_folder_leaves_nothing(desk, case, tmp_path):
    steps = len(list(desk.folders.save(case, "de", tmp_path / "ganz.pdf")))
    recorded = desk.folders.of_case(case)
    for taken in range(1, steps):
        work = desk.folders.save(case, "de", tmp_path / "mappe.pdf")
        for _ in range(taken):
            next(work)
        work.close()
    assert desk.folders.of_case(case) == recorded
    assert [each.name for each in tmp_path.iterdir() if "mappe" in each.name] == []


def test_a_name_in_a_script_without_a_font_is_reported_and_left_off_the_cover(desk, tmp_path):
    cuneiform = "\U00012000\U00012031"
    case = desk.candidates.register(FROM_TUNISIA, replace(NURSE, own_script=cuneiform)).case
    made = finish(desk.folders.save(case, "de", tmp_path / "mappe.pdf"))
    assert set(made.not_printable) == set(cuneiform)
    text = text_of((tmp_path / "mappe.pdf").read_bytes())
    assert "Amira Ben Amor" in text
    assert cuneiform not in text


def test_a_provider_without_hours_and_coordinates_is_no_obstacle(desk):
    make_provider(desk, **vars(replace(KITA, latitude=None, longitude=None, hours_osm="")))
    case = make_case(desk, children=1, home_postcode="")
    assert desk.folders.preview(case, "en").startswith(b"%PDF-")


def test_sources_stand_in_the_order_of_their_numbers():
    named = ["§ 139b AO", "§ 24 BMG", "SGB V", "§ 2 NachwG", "§ 2 Abs. 10 X", "§ 2 Abs. 9 X"]
    order = sorted(((name, None) for name in named), key=folder_contents._by_number)
    assert [name for name, _ in order] == [
        "SGB V",
        "§ 2 Abs. 9 X",
        "§ 2 Abs. 10 X",
        "§ 2 NachwG",
        "§ 24 BMG",
        "§ 139b AO",
    ]
