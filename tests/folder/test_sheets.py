"""What each sheet says, block by block, before anything is laid out."""

from __future__ import annotations

from dataclasses import replace

import pytest

from app.folder.compose import compose
from app.folder.contents import Address, Member
from app.folder.plan import plan
from app.folder.sheets.cover import cover
from app.folder.sheets.letter import first_things, letter
from app.folder.sheets.people import people
from app.folder.sheets.stand import stand
from app.folder.sheets.timeline import timeline
from app.rules.terms import MemberRole
from app.typeset import blocks
from tests.folder.makers import (
    CREATED,
    LANGUAGES,
    day,
    make_bare,
    make_contents,
    month,
    phrases,
    undecided,
)
from tests.folder.said import DE, EN, only, text

# ---------------------------------------------------------------- cover


def test_the_cover_greets_the_family_by_name():
    page = only(cover(make_contents(), DE), blocks.Cover)
    assert page.sides[0].greeting == "Willkommen"
    assert page.sides[0].family == "Familie Varghese"
    assert page.sides[0].names == ("Anitha, Rajesh, Meera und Arun", "അനിത")
    assert page.gulls == 4
    assert page.note == "Muster. Alle Namen und Angaben sind erfunden."
    assert "Dienstag,\n" in text(page.fields)
    assert "Telefon 0171 39200 34" in text(page.fields)


def test_the_cover_of_one_person_says_the_full_name_once():
    page = only(cover(make_bare(), DE), blocks.Cover)
    assert page.sides[0].family == "Phan Văn Đức"
    assert page.sides[0].names == ()
    assert page.note == ""


def test_without_a_common_name_the_couple_is_greeted_and_all_are_named():
    page = only(cover(undecided("en"), EN), blocks.Cover)
    assert page.sides[0].family == "Anitha\u00a0Varghese and Rajesh\u00a0Varghese"
    assert page.sides[0].names[0] == "Anitha, Rajesh, Meera and Arun"


def test_names_of_a_large_family_keep_to_three_lines_broken_between_people():
    rich = make_contents()
    many = tuple(Member(f"Anna Lena Nr. {n}", MemberRole.CHILD) for n in range(12))
    page = only(cover(replace(rich, members=many), DE), blocks.Cover)
    assert len(page.sides[0].names) == 3
    assert all("Anna\u00a0Lena" in line for line in page.sides[0].names)


# ---------------------------------------------------------------- letter


def test_the_letter_knows_who_writes_to_whom_and_about_what():
    page = only(letter(make_contents(), DE), blocks.Letter)
    assert page.address == ("Familie Varghese", "Beispielstraße 12", "26999 Sielhaven")
    assert page.return_line == "Fachkräfteservicestelle · Am Siel 7 · 26999 Sielhaven"
    assert page.subject == "Herzlich willkommen in Sielhaven"
    said = text(page.body)
    assert said.startswith("Moin, liebe Familie Varghese,\n")
    assert "Die Arbeit von Anitha beginnt am Montag, 4. Januar 2027." in said
    assert "Sie müssen ihn nicht allein gehen." in said
    assert page.signed == "Tomke Albersdorf"


def test_the_letter_in_english():
    said = text(only(letter(make_contents("en"), EN), blocks.Letter))
    assert "Moin and hello, dear Varghese family," in said
    assert "Anitha starts work on Monday, 4 January 2027." in said
    assert "by Friday, 11 December 2026" in said


def test_the_letter_names_the_three_nearest_open_tasks_with_their_dates():
    ticks = [
        (block.head, text(block.words).split("\n")[0])
        for block in only(letter(replace(make_contents(), employer=""), DE), blocks.Letter).body
        if isinstance(block, blocks.TickLine)
    ]
    assert ticks == [
        ("bis Freitag, 11. Dezember 2026", "Aufenthaltstitel beantragen"),
        ("bis Montag, 14. Dezember 2026", "Vermieter-Bestätigung holen"),
        ("bis Montag, 14. Dezember 2026", "Wohnsitz anmelden"),
    ]


def test_what_is_done_past_or_undated_is_no_first_thing():
    rich = make_contents()
    task = rich.checklist[0]
    late = replace(task, due=day(2026, 11, 2))
    undated = replace(task, due=None)
    assert first_things(replace(rich, checklist=(replace(task, done=True), late, undated))) == ()
    promptly = replace(late, promptly=True)
    assert first_things(replace(rich, checklist=(promptly,))) == (promptly,)


def test_work_already_begun_is_not_announced():
    said = text(only(letter(undecided(), DE), blocks.Letter).body)
    assert "hat begonnen" in said
    assert "Rufen Sie uns an" in said


def test_without_a_day_of_work_or_a_name_the_letter_is_silent_about_work():
    said = text(only(letter(replace(make_contents(), work_start=None), DE), blocks.Letter).body)
    assert "Arbeit von" not in said
    assert "Arbeitgeber" not in said


def test_the_letter_to_one_person_without_address_still_stands():
    page = only(letter(make_bare(), DE), blocks.Letter)
    assert page.address == ("Phan Văn Đức",)
    assert page.subject == "Herzlich willkommen"
    assert text(page.body).startswith("Moin, Phan Văn Đức,\n")


def test_a_letter_that_fills_its_page_names_fewer_tasks():
    rich = make_contents()
    counts = []
    for words in (1, 60, 250):
        told = replace(rich, employer="Küstenklinik " * words)
        body = only(letter(told, DE), blocks.Letter).body
        counts.append(sum(isinstance(part, blocks.TickLine) for part in body))
    assert counts == sorted(counts, reverse=True)
    assert counts[0] > counts[-1] == 0


# ---------------------------------------------------------------- people, timeline


def test_the_emergency_numbers_come_before_everybody_and_the_advisor_before_the_others():
    sheet = people(make_contents(), DE)
    rows = only(sheet, blocks.Contacts)
    assert [row.name for row in rows.contacts][:2] == ["Tomke Albersdorf", "Jantje Seelhoff"]
    numbers = only(sheet, blocks.Numbers)
    assert [entry.number for entry in numbers.entries] == ["112", "110", "116117"]
    assert sheet.index(numbers) < sheet.index(rows)


def test_the_emergency_numbers_stand_alone_where_nobody_is_known():
    sheet = people(make_bare(), DE)
    assert not any(isinstance(block, blocks.Contacts) for block in sheet)
    assert isinstance(sheet[-1], blocks.Numbers)


def test_an_address_in_the_web_gets_a_code_with_the_readable_address_beside_it():
    row = only(people(make_contents(), DE), blocks.Contacts).contacts[2]
    assert row.qr.target == "https://www.kuestenklinik.example/station-3"
    assert row.qr.readable == "www.kuestenklinik.example/station-3"
    assert row.reach == ()
    assert "spricht Deutsch, Vietnamesisch, Englisch" in text(row.does)
    assert "Telefon 030 23125 310" in text(row.does)


def test_the_timeline_runs_by_date_with_the_years_on_the_line():
    groups = only(timeline(make_contents(), DE), blocks.Timeline).groups
    assert [group.title for group in groups] == ["2026", "2027", "Noch ohne Datum"]
    assert [text(row.when) for row in groups[1].rows[:3]] == [
        "Montag,\n\n\n4. Januar\n\n",
        "bis Montag,\n\n\n4. Januar\n\n",
        "bis Mittwoch,\n\n\n3. Februar\n\n",
    ]
    assert "ab Februar" in text(groups[1].rows[3].when)
    assert "im Juli" in text(groups[1].rows)


def test_a_month_stands_behind_the_days_of_that_month():
    rich = make_contents()
    one = rich.timeline[0]
    late, early = replace(one, due=month(2027, 2)), replace(one, due=day(2027, 2, 20))
    groups = only(timeline(replace(rich, timeline=(late, early)), DE), blocks.Timeline).groups
    assert [row.when for row in groups[0].rows] == [
        (blocks.words("Samstag,"), blocks.words(blocks.bold("20. Februar")))[0:2],
        (blocks.words(blocks.bold("im Februar")),),
    ]


def test_who_takes_care_is_named_where_the_folder_knows_the_name():
    rows = only(timeline(make_contents(), DE), blocks.Timeline).groups[1].rows
    assert rows[0].who == "Jantje Seelhoff"
    assert "Patin oder Pate" in text(rows[0].who_lines)
    assert "Telefon 0176 04069 021" in text(rows[0].who_lines)
    landlord = only(timeline(make_contents(), DE), blocks.Timeline).groups[0].rows[0]
    assert landlord.who == "Vermietung"
    assert text(landlord.who_lines).startswith("Servicestelle")


# ---------------------------------------------------------------- last page, whole


def test_the_last_page_says_stand_sources_and_who_answers_for_it():
    said = text(stand(make_contents(), DE))
    assert "am Dienstag, 1. Dezember 2026" in said
    assert "Bundesmeldegesetz, §§ 17, 19" in said
    assert "19.08.2026" in said
    assert "Verantwortlich: Landkreis Sielhaven" in said
    assert "Gedruckt auf Recyclingpapier." in said
    assert "QR-Code für www.servicestelle.example" in said
    assert "Muster." in said


def test_a_bare_folder_claims_no_sources_and_no_imprint():
    heads = [block for block in stand(make_bare(), DE) if isinstance(block, blocks.Heading)]
    assert [text(head.words).strip() for head in heads] == ["Stand und Quellen"]
    assert "Impressum" not in text(stand(make_bare(), DE))


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_document_says_its_language_title_and_day(language):
    document = compose(make_contents(language), phrases(language))
    assert document.lang == language
    assert "Varghese" in document.title
    assert document.created.date() == CREATED
    assert document.created.tzinfo is not None
    assert "Varghese" in document.foot
    numbers = [chapter.number for chapter in document.chapters]
    assert numbers[:11] == list(range(11))
    assert numbers == [part.number for part in plan(make_contents(language))]


def test_a_folder_in_a_language_the_program_lacks_says_that_it_is_english():
    from app.content.phrases import load_phrases
    from tests.folder.makers import RESOURCES

    found, _ = load_phrases(RESOURCES / "phrases", "tlh")
    assert compose(replace(make_contents("en"), language="tlh"), found).lang == "en"


def test_equal_contents_make_equal_documents():
    assert compose(make_contents(), phrases()) == compose(make_contents(), phrases())


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_german_word_is_printed_in_an_english_folder_and_no_brace_anywhere(language):
    said = text(compose(make_contents(language), phrases(language)))
    assert "{" not in said
    assert "}" not in said
    if language == "en":
        for german in ("Telefon ", "geprüft", "bis ", " und ", "Stand ", "Montag"):
            assert german not in said


def test_the_foot_marks_invented_people_on_every_page():
    assert "Muster" in compose(make_contents(), phrases()).foot
    real = replace(make_contents(), example=False, home=Address())
    assert "Muster" not in text(compose(real, phrases()))
