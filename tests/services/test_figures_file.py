"""Figures counted on a real file, written as CSV and workbook; needs said and recorded."""

from __future__ import annotations

import csv
import io
import zipfile
from dataclasses import replace
from datetime import date

import pytest
from python_calamine import CalamineWorkbook

from app.desk import open_desk
from app.done import Act
from app.errors import Reason, Refused
from app.progress import finish
from app.records.care import CareState, ChoiceDraft
from app.records.cases import CaseQuery, Channel, CloseReason, ContactDraft, Counterpart
from app.records.contacts import ContactTopic
from app.records.figures import FigureKey, FigureLine, FigureReport, Former, Period
from app.records.needs import NeedDraft, NeedKind, NeedOutcome, NeedState, UnmetReason
from app.rules.facts import FactKey
from app.rules.terms import Gender
from db.file import open_file
from db.migrate import create
from tests.conftest import ROOT
from tests.makers import NURSE, make_case, make_provider

TODAY = date(2026, 11, 23)
YEAR = Period(date(2026, 1, 1), date(2026, 12, 31))
TALK = ContactDraft(
    date(2026, 5, 4), Channel.PHONE, Counterpart.FAMILY, "", "Frage", (ContactTopic.HOUSING,)
)


@pytest.fixture(scope="module")
def desk(tmp_path_factory):
    """Seven households advised in 2026; one is a man with a child; five found a home."""
    path = tmp_path_factory.mktemp("figures") / "zahlen.hafen"
    create(path)
    desk = open_desk(open_file(path), ROOT / "resources", lambda: TODAY, "Tomke Harms")
    for number in range(7):
        case = make_case(desk, source="=1+1", children=number == 0)
        person = desk.candidates.case(case).people[0].id
        desk.household.edit(person, replace(NURSE, gender=Gender.FEMALE))
        desk.candidates.note_contact(case, TALK)
        desk.candidates.note_contact(case, replace(TALK, channel=Channel.EMAIL))
        desk.candidates.note_contact(case, replace(TALK, on=date(2026, 6, 1)))
        if number < 5:
            desk.household.record(case, None, FactKey.HOME_FOUND, "yes")
    yield desk
    desk.close()


@pytest.fixture(scope="module", autouse=True)
def report(desk) -> FigureReport:
    """Counted before any test adds to the file."""
    return finish(desk.figures.report(YEAR))


def counts(report, key):
    table = report.table(key)
    return {each.code: each.count for each in table.lines} | {"all": table.total}


def test_people_households_and_consultations_are_counted_apart(report):
    assert counts(report, FigureKey.HOUSEHOLDS) == {"first": 7, "again": 0, "all": 7}
    assert counts(report, FigureKey.PEOPLE) == {"all": 8}
    assert counts(report, FigureKey.CONSULTATIONS) == {"first": 7, "follow_up": 7, "all": 14}
    topics = counts(report, FigureKey.TOPICS)
    assert (topics["housing"], topics["work"]) == (14, 0)


def test_origin_profession_gender_and_what_was_found_are_counted(report):
    assert counts(report, FigureKey.ORIGINS) == {"de": 0, "eu": 0, "third": 7, "all": 7}
    assert counts(report, FigureKey.COUNTRIES) == {"TN": 7, "all": 7}
    assert counts(report, FigureKey.PROFESSIONS)["nurse"] == 7
    genders = report.table(FigureKey.GENDERS)  # one child of whom nothing is said
    assert ({each.count for each in genders.lines}, genders.unknown) == ({None}, None)
    assert counts(report, FigureKey.FOUND)["home"] == 5


def test_ways_in_are_free_words_and_told_as_not_counted(report):
    assert {left.value: count for left, count in report.left_out}["ways_in"] == 7


def test_a_year_without_cases_is_told_and_has_no_zeros(desk):
    empty = finish(desk.figures.report(Period(date(2019, 1, 1), date(2019, 12, 31))))
    assert empty.is_empty
    assert desk.figures.first_year() == 2026
    with pytest.raises(Refused) as refused:
        finish(desk.figures.report(Period(date(2026, 2, 1), date(2026, 1, 1))))
    assert refused.value.reason is Reason.ENDS_BEFORE_IT_BEGINS


def test_csv_has_the_definition_and_its_date_beside_each_number(desk, report, tmp_path):
    path = tmp_path / "zahlen.csv"
    saved = finish(desk.figures.save_csv(report, path))
    assert saved.done.act is Act.FIGURES_EXPORTED
    text = path.read_bytes().decode("utf-8-sig")
    head, *rows = csv.reader(io.StringIO(text, newline=""), delimiter=";")
    lines = [dict(zip(head, row, strict=True)) for row in rows]
    (home,) = [
        each for each in lines if (each["Zahl"], each["Angabe"]) == ("Was gelang", "Wohnung")
    ]
    assert home["im Zeitraum"] == "5"
    assert home["gilt seit"] == "01.01.2020"
    assert "je Haushalt und Art einmal" in home["Definition"]
    told = [each for each in lines if each["Zahl"] == "Geschlecht" and each["im Zeitraum"] == "< 5"]
    assert len(told) == 4
    assert any("gemeinsam geschützt" in each["Angabe"] for each in lines)
    assert "=1+1" not in text
    assert not path.with_name("zahlen.csv.part").exists()


def test_the_workbook_has_numbers_as_numbers(desk, report, tmp_path):
    path = tmp_path / "zahlen.xlsx"
    finish(desk.figures.save_xlsx(report, path))
    sheet = CalamineWorkbook.from_path(path).get_sheet_by_index(0)
    rows = {(row[0], row[1]): row for row in sheet.to_python()}
    assert rows["Haushalte", "zusammen"][2] == 7
    assert rows["Geschlecht", "weiblich"][2] == "< 5"
    assert rows["Haushalte", "zusammen"][13] == date(2020, 1, 1)


def test_printed_the_workbook_has_names_and_numbers_on_one_page(desk, report, tmp_path):
    path = tmp_path / "zahlen.xlsx"
    finish(desk.figures.save_xlsx(report, path))
    with zipfile.ZipFile(path) as parts:
        sheet = parts.read("xl/worksheets/sheet1.xml").decode()
        book = parts.read("xl/workbook.xml").decode()
    assert 'fitToHeight="0"' in sheet
    assert 'orientation="landscape"' in sheet
    assert "Zahlen!$A$1:$K$" in book  # up to what is counted, the definitions left out
    assert "Zahlen!$1:$1" in book


def test_what_was_counted_otherwise_is_named_so(desk, report, tmp_path):
    table = report.table(FigureKey.CONSULTATIONS)
    former = Former(table.definition, (FigureLine("first", 9),), 9)
    tables = tuple(
        replace(each, former=former) if each is table else replace(each, former=None)
        for each in report.tables
    )
    path = tmp_path / "zahlen.csv"
    finish(desk.figures.save_csv(replace(report, tables=tables), path))
    rows = list(csv.reader(io.StringIO(path.read_text("utf-8-sig")), delimiter=";"))
    named = [row[1:4] for row in rows if row[0] == "Beratungen, früher gezählt"]
    assert named[0] == ["Erstberatung", "", "9"]
    assert named[-1] == ["zusammen", "", "9"]


def test_a_sum_that_must_not_be_told_is_locked_and_not_called_small(desk, report, tmp_path):
    path = tmp_path / "zahlen.csv"
    tables = tuple(replace(each, total=None) for each in report.tables)
    finish(desk.figures.save_csv(replace(report, tables=tables), path))
    rows = csv.reader(io.StringIO(path.read_text("utf-8-sig")), delimiter=";")
    sums = [row[2] for row in rows if row[1] == "zusammen"]
    assert sums.count("gesperrt") == len(sums) > 10


def test_the_data_file_itself_is_no_place_for_figures(desk, report):
    with pytest.raises(Refused) as refused:
        finish(desk.figures.save_csv(report, desk.transactions.file.path))
    assert refused.value.reason is Reason.EXISTS


def test_a_need_follows_from_what_is_recorded_until_the_office_says_more(desk):
    case = make_case(desk)
    assert desk.needs.of_case(case) == ()
    desk.household.record(case, None, FactKey.HOME_FOUND, "no")
    (home,) = desk.needs.of_case(case)
    assert (home.kind, home.state, home.is_said) == (NeedKind.HOME, NeedState.OPEN, False)
    desk.needs.say(
        case,
        NeedDraft(
            NeedKind.HOME,
            NeedState.UNMET,
            date(2026, 11, 2),
            UnmetReason.TOO_EXPENSIVE,
            NeedOutcome.NEIGHBOURING_PLACE,
        ),
    )
    (home,) = desk.needs.of_case(case)
    assert (home.state, home.recorded) == (NeedState.UNMET, NeedState.OPEN)
    assert home.outcome is NeedOutcome.NEIGHBOURING_PLACE
    desk.needs.forget(case, NeedKind.HOME)
    assert desk.needs.of_case(case)[0].state is NeedState.OPEN
    told = desk.candidates.close(case, CloseReason.SETTLED)
    assert told.facts["needs"] == "home"


@pytest.mark.parametrize(
    ("draft", "reason", "field"),
    [
        (NeedDraft(NeedKind.JOB, NeedState.UNMET), Reason.REASON_MISSING, "reason"),
        (NeedDraft(NeedKind.OTHER, NeedState.OPEN), Reason.REASON_MISSING, "because"),
        (
            NeedDraft(NeedKind.JOB, NeedState.MET, outcome=NeedOutcome.LEFT),
            Reason.NOT_UNMET,
            "outcome",
        ),
        (
            NeedDraft(NeedKind.JOB, NeedState.MET, date(2026, 12, 1)),
            Reason.DATE_IN_FUTURE,
            "settled_on",
        ),
    ],
)
def test_what_cannot_be_said_of_a_need_is_refused_beside_its_field(desk, draft, reason, field):
    (case, *_) = desk.lists.case_ids(CaseQuery())
    with pytest.raises(Refused) as refused:
        desk.needs.say(case, draft)
    assert (refused.value.reason, refused.value.field) == (reason, field)


def test_care_for_each_child_is_one_need_met_when_the_last_is_promised(desk):
    case = make_case(desk, children=2)
    first, second = (each.id for each in desk.candidates.case(case).people[1:])
    kita = make_provider(desk)
    desk.care.decide(first, ChoiceDraft(CareState.PROMISED, provider=kita))
    desk.care.decide(second, ChoiceDraft(CareState.WANTED, provider=kita))
    (need,) = desk.needs.of_case(case)
    assert (need.kind, need.state) == (NeedKind.CHILDCARE, NeedState.OPEN)
    desk.care.decide(second, ChoiceDraft(CareState.PROMISED, provider=kita))
    (need,) = desk.needs.of_case(case)
    assert (need.state, need.settled_on) == (NeedState.MET, TODAY)


def test_a_year_told_alone_says_so_in_its_file(desk, tmp_path):
    alone = finish(desk.figures.report(replace(YEAR, alone=True)))
    path = tmp_path / "allein.csv"
    finish(desk.figures.save_csv(alone, path))
    assert "nur dieser Bericht" in path.read_text("utf-8-sig")
