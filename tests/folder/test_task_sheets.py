"""What the sheets of tasks, papers and places say, before anything is laid out."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

import pytest

from app.folder.contents import Hours
from app.folder.sheets.checklist import checklist, numbered
from app.folder.sheets.documents import documents, papers
from app.folder.sheets.places import children, nearby, offices, provider
from app.rules.terms import DateKind
from app.typeset import blocks
from tests.folder.makers import (
    make_contents,
)
from tests.folder.said import DE, only, text

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


def test_a_paragraph_in_the_explanation_stays_on_one_line():
    rich = make_contents()
    task = replace(rich.checklist[0], explanation="Siehe § 10 Abs. 1 SGB V.")
    page = only(checklist(replace(rich, checklist=(task,)), DE), blocks.Checklist)
    ((run, *_), *_) = page.groups[0].rows[0].lines
    assert run.text == "Siehe §\u00a010 Abs.\u00a01 SGB V."


@pytest.mark.parametrize("done", [False, True])
def test_a_hint_asks_for_nothing_and_has_no_box(done):
    rich = make_contents()
    task = replace(rich.checklist[0], kind=DateKind.HINT, done=done)
    page = only(checklist(replace(rich, checklist=(task,)), DE), blocks.Checklist)
    assert page.groups[0].rows[0].tick is blocks.Tick.NONE


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
