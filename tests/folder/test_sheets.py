"""What each sheet says, block by block, before anything is laid out."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import fields, is_dataclass, replace
from itertools import pairwise

import pytest

from app.folder.compose import compose
from app.folder.contents import Address, Hours, Member
from app.folder.sheets.checklist import checklist, numbered
from app.folder.sheets.cover import cover
from app.folder.sheets.documents import documents, papers
from app.folder.sheets.letter import first_things, letter
from app.folder.sheets.people import people
from app.folder.sheets.places import children, nearby, offices, provider
from app.folder.sheets.stand import stand
from app.folder.sheets.timeline import timeline
from app.folder.speech import Speech
from app.rules.terms import DateKind, MemberRole
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

DE, EN = Speech(phrases("de")), Speech(phrases("en"))


def strings(block: object) -> Iterable[str]:
    """Every string in a block, in order."""
    if isinstance(block, str):
        yield block
    elif isinstance(block, tuple):
        for each in block:
            yield from strings(each)
    elif is_dataclass(block):
        for field in fields(block):
            yield from strings(getattr(block, field.name))


def text(block: object) -> str:
    return "\n".join(strings(block)).replace("\u00a0", " ")


def only(sheet: tuple[blocks.Block, ...], kind: type) -> object:
    (found,) = [block for block in sheet if isinstance(block, kind)]
    return found


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


def test_without_a_common_name_all_are_named():
    page = only(cover(undecided("en"), EN), blocks.Cover)
    assert page.sides[0].family.endswith("Meera Varghese and Arun Varghese")


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
    assert "Im Sielhavener Land sagt man" in said
    assert page.signed == "Tomke Albersdorf"


def test_the_letter_in_english():
    said = text(only(letter(make_contents("en"), EN), blocks.Letter))
    assert "Dear Varghese family," in said
    assert "Anitha starts work on Monday, 4 January 2027." in said
    assert "by Friday, 11 December 2026" in said


def test_the_letter_names_the_three_nearest_open_tasks_with_their_dates():
    ticks = [
        (block.head, text(block.words).split("\n")[0])
        for block in only(letter(make_contents(), DE), blocks.Letter).body
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


# ---------------------------------------------------------------- checklist, documents


def test_tasks_are_numbered_through_and_those_without_a_group_come_last():
    numbers = numbered(make_contents())
    assert [number for number, _ in numbers] == list(range(1, 9))
    assert numbers[-1][1].title == "Kita-Plätze vormerken lassen"
    groups = only(checklist(make_contents(), DE), blocks.Checklist).groups
    assert groups[-1].title == "Weitere Aufgaben"


def test_a_date_of_the_law_is_marked_with_its_paragraph():
    row = only(checklist(make_contents(), DE), blocks.Checklist).groups[0].rows[1]
    assert row.when == "bis Mo,\u00a014.12.2026"
    assert row.mark is blocks.LawMark.LAW
    assert row.mark_words.replace("\u00a0", " ") == "gesetzlich, § 17 Abs. 1 BMG"


def test_unverzueglich_is_printed_as_the_word_and_the_date_as_advice():
    row = only(checklist(make_contents(), DE), blocks.Checklist).groups[0].rows[2]
    assert row.when == "unverzüglich"
    assert text(row.where[0]).strip() == "am besten bis Mi, 30.12.2026"


@pytest.mark.parametrize(
    ("kind", "basis", "mark", "asked"),
    [
        (DateKind.DUTY, "§ 17 BMG", blocks.LawMark.LAW, False),
        (DateKind.CLAIM_ENDS, "§ 175 SGB V", blocks.LawMark.LAW, False),
        (DateKind.VALIDITY_ENDS, "§ 29 FeV", blocks.LawMark.LAW, False),
        (DateKind.DUTY, "", None, True),
        (DateKind.OFFICE_RULE, "§ 5 Satzung", None, True),
        (DateKind.ADVICE, "", blocks.LawMark.ADVICE, False),
        (DateKind.ADVICE, "§ 81 AufenthG", blocks.LawMark.ADVICE, False),
        (DateKind.HINT, "", None, False),
        (DateKind.EARLIEST, "", None, False),
    ],
)
def test_nothing_is_called_law_without_its_paragraph(kind, basis, mark, asked):
    rich = make_contents()
    task = replace(rich.checklist[0], kind=kind, basis=basis)
    page = only(checklist(replace(rich, checklist=(task,)), DE), blocks.Checklist)
    (row,) = page.groups[0].rows
    assert row.mark is mark
    assert ("So verlangt es die zuständige Stelle." in text(row.lines)) is asked
    assert bool(page.legend.law) is (mark is blocks.LawMark.LAW)
    assert bool(page.legend.advice) is (mark is blocks.LawMark.ADVICE)


def test_what_is_done_or_already_seen_is_ticked():
    groups = only(checklist(make_contents(), DE), blocks.Checklist).groups
    ticks = [row.tick for group in groups for row in group.rows]
    assert ticks.count(blocks.Tick.DONE) == 1
    registering = groups[0].rows[1]
    assert [paper.tick for paper in registering.documents] == [
        blocks.Tick.OPEN,
        blocks.Tick.OPEN,
        blocks.Tick.DONE,
        blocks.Tick.OPEN,
    ]


def test_papers_are_merged_by_person_and_say_what_they_are_for():
    found = papers(make_contents())
    passports = [paper for paper in found if paper.title == "Pässe aller Personen"]
    assert [(paper.whose, [n for n, _ in paper.tasks]) for paper in passports] == [
        ((), [2]),
        (("Anitha",), [4]),
    ]
    whose = [paper.whose for paper in found]
    assert whose == sorted(whose, key=[(), ("Anitha",), ("Rajesh",)].index)
    assert "Meldebestätigung" in [p.title for p in found if p.whose == ("Anitha",)]
    assert not [paper for paper in found if any(number == 7 for number, _ in paper.tasks)]


def test_one_paper_for_two_tasks_is_listed_once_with_both():
    rich = make_contents()
    first, second = rich.checklist[1], replace(rich.checklist[0], documents=())
    again = replace(second, documents=(replace(first.documents[0], title="PÄSSE ALLER PERSONEN"),))
    found = papers(replace(rich, checklist=(first, again)))
    (passports,) = [paper for paper in found if paper.title == "Pässe aller Personen"]
    assert [number for number, _ in passports.tasks] == [1, 2]


def test_members_with_the_same_need_stand_together_and_before_single_people():
    rich = make_contents()
    passport, photo = rich.checklist[3].documents[:2]
    visa = replace(rich.checklist[3], documents=(passport, photo), for_whom=("Anitha", "Arun"))
    licence = replace(rich.checklist[4], documents=(photo,), for_whom=("Arun",))
    found = papers(replace(rich, checklist=(licence, visa)))
    assert [(paper.title, paper.whose) for paper in found] == [
        (passport.title, ("Anitha", "Arun")),
        (photo.title, ("Arun",)),
        (photo.title, ("Anitha",)),
    ]


def test_a_long_greeting_takes_its_room_from_the_tasks_and_not_from_the_signature():
    rich = make_contents()
    counts = []
    for sentences in (1, 12, 40):
        greeting = "Wir freuen uns sehr darauf, Sie bald kennenzulernen. " * sentences
        body = only(letter(replace(rich, greeting=greeting), DE), blocks.Letter).body
        counts.append(sum(isinstance(part, blocks.TickLine) for part in body))
    assert counts[0] == 3
    assert counts == sorted(counts, reverse=True)
    assert counts[-1] == 0


def test_the_sheet_of_documents_has_a_table_for_each_person():
    sheet = documents(make_contents(), DE)
    heads = [text(b.words).strip() for b in sheet if isinstance(b, blocks.Heading) and b.level == 2]
    assert heads == ["Für alle", "Anitha", "Rajesh"]
    table = next(block for block in sheet if isinstance(block, blocks.Table))
    assert len(table.rows[0]) == len(table.columns) == 3
    assert "20.11.2026" in text(table.rows)
    assert all(
        not isinstance(after, blocks.Heading)
        for before, after in pairwise(sheet)
        if isinstance(before, blocks.Heading) and before.level == 2
    )


# ---------------------------------------------------------------- places


def test_places_are_sorted_by_kind_and_nearness_into_their_chapters():
    rich = make_contents()
    names = [
        [block.name for block in sheet(rich, DE) if isinstance(block, blocks.Provider)]
        for sheet in (offices, children, nearby)
    ]
    assert names == [
        [
            "Bürgerbüro der Stadt Sielhaven",
            "Ausländerbehörde des Landkreises",
            "Beratung für Zugewanderte",
        ],
        ["Tagesmutter Meta Sandhoop", "Kita Deichkinder", "Grundschule am Leuchtturm"],
        ["Volkshochschule Sielhaven"],
    ]


def test_a_place_shows_its_hours_its_address_and_when_it_was_checked():
    place = provider(make_contents().places[0], DE)
    assert place.week is not None
    assert "Mo, Do: 8:30–12:00, 14:00–16:30" in text(place.verdict)
    assert place.address == ("Marktplatz 1", "26999 Sielhaven")
    assert place.qr is not None
    assert place.qr.checked == "geprüft am 24.11.2026"
    assert place.checked == ""
    assert "0,8 km entfernt" in text(place.lines)


def test_unknown_hours_are_said_and_never_drawn():
    school = provider(make_contents().places[5], DE)
    assert school.week is None
    assert "wissen wir nicht" in text(school.hours)
    assert school.qr is not None
    assert school.qr.checked == "Angaben noch nicht geprüft"


def test_hours_given_in_words_stand_as_given():
    advice = provider(make_contents().places[2], DE)
    assert text(advice.hours).strip() == "Öffnungszeiten: nach Vereinbarung"
    assert advice.qr is None
    assert advice.checked == "geprüft am 30.10.2026"


def test_marginal_hours_bring_their_key():
    rich = make_contents()
    assert [entry.label for entry in provider(rich.places[3], DE).key] == [
        "geöffnet",
        "nach Absprache",
    ]
    assert provider(rich.places[0], DE).key == ()


def test_a_website_that_is_none_is_printed_as_words_without_a_link():
    place = replace(make_contents().places[0], website="javascript:alert(1)")
    printed = provider(place, DE)
    assert printed.qr is None
    assert "javascript:alert(1)" in text(printed.reach)
    links = [run.href for line in printed.reach for run in line if run.href]
    assert [link.split(":")[0] for link in links] == ["tel", "mailto"]


def test_a_remark_stands_beside_the_drawn_week():
    rich = make_contents()
    week = replace(rich.places[0], hours=Hours(rich.places[0].hours.week, "Nur mit Termin."))
    assert text(provider(week, DE).verdict).rstrip().endswith("Nur mit Termin.")


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
    assert [chapter.number for chapter in document.chapters] == list(range(10))


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
        for german in ("Telefon ", "geprüft", "bis ", "und ", "Stand ", "Montag"):
            assert german not in said


def test_the_foot_marks_invented_people_on_every_page():
    assert "Muster" in compose(make_contents(), phrases()).foot
    real = replace(make_contents(), example=False, home=Address())
    assert "Muster" not in text(compose(real, phrases()))
