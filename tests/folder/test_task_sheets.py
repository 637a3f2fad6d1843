"""What the sheets of tasks, papers and places say, before anything is laid out."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from app.folder.contents import Hours, PlaceLimit
from app.folder.sheets.checklist import checklist, numbered
from app.folder.sheets.documents import FAMILY, Use, documents, papers
from app.folder.sheets.places import (
    arriving,
    children,
    housing,
    offices,
    partner,
    profession,
    provider,
)
from app.folder.sheets.timeline import timeline
from app.rules.in_force import Limit
from app.rules.terms import DateKind
from app.typeset import blocks
from tests.folder.makers import make_contents
from tests.folder.said import DE, EN, only, text

# ---------------------------------------------------------------- checklist, documents


def test_tasks_are_numbered_through_and_those_without_a_group_come_last():
    numbers = numbered(make_contents())
    assert [number for number, _ in numbers] == list(range(1, 10))
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
    assert task.due is not None
    assert task.documents
    page = only(checklist(replace(rich, checklist=(task,)), DE), blocks.Checklist)
    row = page.groups[0].rows[0]
    assert row.tick is blocks.Tick.NONE
    assert (row.when, row.documents) == ("", ())
    assert papers(replace(rich, checklist=(task,))) == ()


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


def library(language="de"):
    """The task that all four have, with a paper and a remark of the children."""
    return make_contents(language).checklist[7]


@pytest.mark.parametrize(
    ("speech", "language", "said"),
    [
        (
            DE,
            "de",
            (
                "Für Anitha, Rajesh, Meera und Arun. Bücher in vielen Sprachen.",
                "Meera und Arun: Für Kinder kostet der Ausweis nichts.",
            ),
        ),
        (
            EN,
            "en",
            (
                "For Anitha, Rajesh, Meera and Arun. Books in many languages.",
                "Meera and Arun: Children's cards are free.",
            ),
        ),
    ],
)
def test_whom_a_task_concerns_stands_first_and_what_only_some_need_last(speech, language, said):
    contents = replace(make_contents(language), checklist=(library(language),))
    (row,) = only(checklist(contents, speech), blocks.Checklist).groups[0].rows
    assert tuple("".join(run.text for run in line) for line in row.lines) == said
    assert [line[0].bold for line in row.lines] == [True, True]


def test_the_timeline_tells_it_alike():
    rich = make_contents()
    entry = replace(rich.timeline[2], for_whom=library().for_whom, remarks=library().remarks)
    (row,) = only(timeline(replace(rich, timeline=(entry,)), DE), blocks.Timeline).groups[0].rows
    assert [line[0].text for line in row.lines] == [
        "Für Anitha, Rajesh, Meera und Arun.",
        "Meera und Arun:",
    ]


def test_a_paper_only_some_need_says_whose_and_is_ticked_when_all_of_theirs_were_seen():
    rich = make_contents()
    (row,) = (
        only(checklist(replace(rich, checklist=(library(),)), DE), blocks.Checklist).groups[0].rows
    )
    assert [(paper.name, paper.tick) for paper in row.documents] == [
        ("Reisepass", blocks.Tick.OPEN),
        ("Einverständnis der Eltern (Meera, Arun)", blocks.Tick.OPEN),
    ]


@pytest.mark.parametrize("speech", [DE, EN])
def test_what_binds_the_authority_is_never_the_familys_until(speech):
    rich = make_contents()
    task = replace(rich.checklist[1], kind=DateKind.AUTHORITY_TERM)
    (row,) = (
        only(checklist(replace(rich, checklist=(task,)), speech), blocks.Checklist).groups[0].rows
    )
    assert row.when.startswith(("Frist für die Behörde: ", "Authority’s deadline: "))
    assert row.mark is None


def test_a_paper_is_listed_once_with_whose_it_is_and_what_it_is_for():
    found = papers(make_contents())
    (passports,) = [paper for paper in found if paper.title == "Pässe aller Personen"]
    assert passports.whose == ()
    assert passports.uses == (
        Use(2, "Wohnsitz anmelden"),
        Use(4, "Aufenthaltstitel beantragen", ("Anitha",)),
    )
    titles = [paper.title.casefold() for paper in found]
    assert len(titles) == len(set(titles))
    assert not [paper for paper in found if any(use.number == 7 for use in paper.uses)]


def test_one_paper_for_two_tasks_is_listed_once_with_both():
    rich = make_contents()
    first, second = rich.checklist[1], replace(rich.checklist[0], documents=())
    again = replace(second, documents=(replace(first.documents[0], title="PÄSSE ALLER PERSONEN"),))
    found = papers(replace(rich, checklist=(first, again)))
    (passports,) = [paper for paper in found if paper.title == "Pässe aller Personen"]
    assert [use.number for use in passports.uses] == [1, 2]


def test_a_task_that_not_all_owners_of_a_paper_have_says_whose_it_is():
    rich = make_contents()
    photo = rich.checklist[3].documents[1]
    visa = replace(rich.checklist[3], documents=(photo,), for_whom=("Anitha", "Arun"))
    licence = replace(rich.checklist[4], documents=(photo,), for_whom=("Arun",))
    (found,) = papers(replace(rich, checklist=(visa, licence)))
    assert found.whose == ("Anitha", "Arun")
    assert [use.whose for use in found.uses] == [(), ("Arun",)]


def test_a_paper_of_the_family_and_of_everybody_is_everybodys():
    rich = make_contents()
    passports = rich.checklist[1].documents[:1]
    each = replace(library(), documents=passports)
    (found,) = papers(
        replace(rich, checklist=(replace(rich.checklist[1], documents=passports), each))
    )
    assert found.whose == library().for_whom
    assert [use.whose for use in found.uses] == [(), ()]


def test_the_familys_papers_come_first_then_those_of_several_then_of_one():
    whose = [paper.whose for paper in papers(make_contents())]
    ranks = [(bool(names), -len(names)) for names in whose]
    assert ranks == sorted(ranks)
    assert {(), library().for_whom, ("Meera", "Arun"), ("Rajesh",)} <= set(whose)


def test_what_the_office_saw_of_some_is_told_by_name_and_of_all_without():
    rich = make_contents()
    seen = {paper.title: paper.seen for paper in papers(rich)}
    assert seen["Heiratsurkunde"] == ((FAMILY, date(2026, 11, 20)),)
    assert seen["Reisepass"] == (("Anitha", date(2026, 11, 24)),)
    said = text(only(documents(rich, DE), blocks.Table).rows)
    assert "schon gesehen: 20.11.2026" in said
    assert "schon gesehen: Anitha 24.11.2026" in said


@pytest.mark.parametrize(
    ("speech", "everybody"), [(DE, "Reisepass\n (alle)"), (EN, "Passport\n (everyone)")]
)
def test_the_sheet_of_documents_names_everybody_with_one_word(speech, everybody):
    contents = make_contents(speech.language)
    table = only(documents(contents, speech), blocks.Table)
    assert everybody in "\n".join(
        "\n".join(run.text for run in cell) for row in table.rows for cell in row
    )
    (one,) = contents.members[:1]
    alone = replace(
        contents, members=(one,), checklist=(replace(library(), for_whom=(one.short,)),)
    )
    assert "(alle)" not in text(documents(alone, speech))


def test_nobody_who_lives_alone_is_told_whom_a_task_concerns():
    rich = make_contents()
    entry = replace(rich.timeline[2], for_whom=("Anitha",))
    alone = replace(rich, members=rich.members[:1], timeline=(entry,))
    for sheet in (checklist, documents, timeline):
        assert "Anitha" in text(sheet(rich, DE))
        assert "Für Anitha." not in text(sheet(alone, DE))
        assert "(Anitha)" not in text(sheet(alone, DE))


def test_papers_needed_alike_stand_together():
    rich = make_contents()
    registering = replace(rich.checklist[1], done=False)
    table = only(documents(replace(rich, checklist=(registering,)), DE), blocks.Table)
    ((names, uses),) = table.rows
    assert [run.text for run in names if run.bold] == [p.title for p in registering.documents]
    assert text(uses).strip() == "1  Wohnsitz anmelden"


# ---------------------------------------------------------------- places


def test_places_are_sorted_by_kind_and_nearness_into_their_chapters():
    rich = make_contents()
    names = [
        [block.name for block in sheet(rich, DE) if isinstance(block, blocks.Provider)]
        for sheet in (offices, children, partner, housing, profession, arriving)
    ]
    assert names == [
        [
            "Bürgerbüro der Stadt Sielhaven",
            "Ausländerbehörde des Landkreises",
            "Beratung für Zugewanderte",
        ],
        ["Tagesmutter Meta Sandhoop", "Kita Deichkinder", "Grundschule am Leuchtturm"],
        ["Volkshochschule Sielhaven"],
        ["Wohnungsgenossenschaft Sielhaven"],
        ["Anerkennungsstelle für Pflegeberufe"],
        ["Sportverein Sielhaven"],
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


@pytest.mark.parametrize(
    ("bound", "german", "english"),
    [
        (
            PlaceLimit(Limit.CLOSED, None, date(2026, 12, 11)),
            "Vorübergehend geschlossen bis 11.12.2026.",
            "Temporarily closed until 11 Dec 2026.",
        ),
        (
            PlaceLimit(Limit.CLOSED, date(2026, 11, 2)),
            "Vorübergehend geschlossen. Fragen Sie nach",
            "Temporarily closed. Please ask",
        ),
        (
            PlaceLimit(Limit.CLOSES, date(2026, 12, 21), date(2027, 1, 3)),
            "Vom 21.12.2026 bis 03.01.2027 geschlossen.",
            "Closed from",
        ),
        (
            PlaceLimit(Limit.CLOSES, date(2026, 12, 21)),
            "Ab 21.12.2026 vorübergehend",
            "Temporarily",
        ),
        (PlaceLimit(Limit.BEGINS, date(2027, 7, 1)), "Hier erst ab 01.07.2027.", "Here only from"),
        (
            PlaceLimit(Limit.ENDS, None, date(2027, 6, 30)),
            "Hier nur bis 30.06.2027, danach: RGZ Norden.",
            "after that: RGZ Norden.",
        ),
        (
            PlaceLimit(Limit.HOURS_BEGIN, date(2027, 1, 4)),
            "Diese Zeiten gelten ab 04.01.2027.",
            "apply",
        ),
    ],
)
def test_what_bounds_a_place_is_told_before_anybody_goes_there(bound, german, english):
    place = replace(make_contents().places[0], limits=(bound,), successor="RGZ Norden")
    assert german in text(provider(place, DE).verdict)
    assert english in text(provider(place, EN).verdict)
    unknown = replace(place, hours=Hours())
    assert german in text(provider(unknown, DE).hours)


def test_a_term_stands_beside_the_hours_and_the_note_for_families_with_the_place():
    place = make_contents().places[0]
    told = provider(replace(place, by_appointment=True, public_note="Eingang im Hof"), DE)
    assert text(told.verdict).startswith("Nur mit Termin. Vereinbaren Sie ihn vorher.\nMo, Do:")
    said = [text((line,)).strip() for line in told.lines]
    assert said[-2:] == ["Eingang im Hof", "0,8 km entfernt (Luftlinie)"]
    ending = replace(place, limits=(PlaceLimit(Limit.HOURS_END, None, date(2027, 7, 31)),))
    assert provider(ending, DE) == provider(place, DE)


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
