"""What the sheets of tasks and papers say, before anything is laid out."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from app.folder.sheets.checklist import checklist, numbered
from app.folder.sheets.documents import FAMILY, Use, documents, papers
from app.folder.sheets.timeline import timeline
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
