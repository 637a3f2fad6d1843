"""The sheet of care: who is on it and who never is, its sums, its pages read back."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import timedelta

import pypdfium2
import pytest

from app.folder.build import build, preview
from app.folder.care import care, weeks
from app.folder.compose import compose_care
from app.folder.contents import FolderContents
from app.folder.plan import Sheet, plan
from app.folder.sheets.care import care as care_sheet
from app.folder.speech import Speech
from app.progress import finish
from app.records.care import CareState
from app.records.care_board import LeftOut
from app.rules.calendar import PartialDate
from app.rules.care_need import Unsaid
from app.typeset import blocks, pages
from tests.folder import care_made
from tests.folder.care_made import FIRST, GRANDMA, HELPERS, KITA, OTHER, TURNS
from tests.folder.makers import LANGUAGES, RESOURCES, make_contents, phrases
from tests.folder.said import DE, EN, only, text
from tests.readback import readback, reading
from tests.typeset.seen import placed_texts
from tests.typeset.seen import said as said_of
from tests.verapdf.engine import verapdf

FONTS = RESOURCES / "fonts"


def contents(*sheets, language: str = "de") -> FolderContents:
    return replace(make_contents(language), care=sheets or (care_made.sheet(),))


def said(*sheets) -> str:
    return text(care_sheet(contents(*sheets), DE))


def plain(words: str) -> str:
    return words.replace("\u00a0", " ")


def table(sheet: tuple[blocks.Block, ...]) -> blocks.Helpers:
    (found,) = [
        inner
        for block in sheet
        if isinstance(block, blocks.KeepTogether)
        for inner in block.blocks
        if isinstance(inner, blocks.Helpers)
    ]
    return found


# ---------------------------------------------------------------- who is on it


def test_only_who_is_promised_wanted_or_proposed_is_named_on_a_sheet():
    names = [each.name for each in table(care_sheet(contents(), DE)).helpers]
    assert names == ["Kita Deichkinder", "Meta Sandhoop", "Oma Leela", "Kita Wattwurm"]


def test_the_reason_of_a_declined_place_has_no_way_onto_the_page():
    assert "Zugvogel" not in said()
    assert "Zugvogel" not in repr(contents().care)


def test_a_second_kita_is_named_and_not_counted():
    other = table(care_sheet(contents(), DE)).helpers[-1]
    assert (other.name, other.sign, other.fill) == ("Kita Wattwurm", "", None)
    assert other.covers == "nicht mitgerechnet"


@pytest.mark.parametrize(
    ("kept", "covers", "printed"),
    [
        ((), 0, False),
        ((GRANDMA,), 0, False),
        ((GRANDMA,), 120, True),
        ((OTHER,), 0, True),
        ((KITA,), 120, True),
    ],
    ids=["nobody", "relative without hours", "relative", "place without hours", "place"],
)
def test_there_is_a_sheet_where_a_place_is_named_or_a_relative_covers_something(
    kept, covers, printed
):
    found = replace(care_made.answer(), helpers=kept, by=dict.fromkeys(kept, covers))
    shown = care_made.person(found, helpers={key: HELPERS[key] for key in kept})
    assert bool(care((shown,), care_made.PARENTS, ())) is printed


def test_helpers_that_nobody_decided_about_make_no_sheet():
    guesses = {key: replace(helper, state=None) for key, helper in HELPERS.items()}
    assert care((care_made.person(helpers=guesses),), care_made.PARENTS, ()) == ()


# ---------------------------------------------------------------- sums and weeks


def test_weeks_that_are_the_same_are_one_and_said_once():
    (week,) = care_made.sheet().weeks
    assert week.mondays == tuple(FIRST + timedelta(weeks=n) for n in range(4))
    assert (week.needed, week.needed - week.open) == (42 * 60 + 5, 38 * 60 + 20)
    sentence = care_sheet(contents(), DE)[2]
    assert plain("".join(run.text for run in sentence.words)) == (
        "38 h 20 von 42 h 05 gedeckt; offen: Di und Do früh je 80 min, Fr spät 65 min."
    )
    assert "Keine Betreuung nötig: Sa und So." in said()


def test_every_minute_needed_is_drawn_once_as_covered_or_open():
    week = only(care_sheet(contents(), DE), blocks.CareWeek)
    drawn = sum(
        bar.end - bar.start
        for row in week.rows
        for bar in row.bars
        if bar.fill is not blocks.Fill.THERE
    )
    assert drawn == 42 * 60 + 5
    gaps = [
        tuple(map(plain, bar.labels))
        for row in week.rows
        for bar in row.bars
        if bar.fill is blocks.Fill.GAP
    ]
    assert gaps == [("80 min",), ("80 min",), ("65 min",)]


def test_a_day_says_in_words_what_its_picture_shows():
    week = only(care_sheet(contents(), DE), blocks.CareWeek)
    assert week.rows[4].alt == (
        "Fr: Anitha arbeitet 11:30–20:00; Rajesh arbeitet 10:00–17:40; "
        "11:10–15:00 Kita Deichkinder; 15:00–17:00 Oma Leela; 17:00–18:05 nicht gedeckt."
    )
    english = only(care_sheet(contents(language="en"), EN), blocks.CareWeek)
    assert english.rows[4].alt.endswith("17:00–18:05 not covered.")


def test_each_week_of_a_rotation_that_differs_is_drawn_with_its_own_sum():
    sheet = care_sheet(contents(care_made.sheet(care_made.answer(duties=TURNS, weeks=4))), DE)
    drawn = [block for block in sheet if isinstance(block, blocks.CareWeek)]
    heads = [
        text(block.words)
        for block in sheet
        if isinstance(block, blocks.Heading) and block.level == 2
    ]
    assert len(heads) == 4
    assert [head.split(":")[0] for head in heads] == [
        "Woche ab 1. Februar",
        "Woche ab 8. Februar",
        "Woche ab 15. Februar",
        "Woche ab 22. Februar",
    ]
    assert {(week.hour_from, week.hour_to) for week in drawn} == {
        (drawn[0].hour_from, drawn[0].hour_to)
    }
    assert [bool(week.key) for week in drawn] == [False] * (len(drawn) - 1) + [True]


def test_weeks_are_told_apart_by_what_covers_them_too():
    days = care_made.sheet().weeks[0].days * 4
    closed = replace(days[9], pieces=tuple(replace(p, by=None) for p in days[9].pieces))
    found = list(weeks((*days[:9], closed, *days[10:])))
    assert [len(week.mondays) for week in found] == [3, 1]


def test_where_nobody_is_needed_the_sheet_says_so_and_draws_nothing():
    free = replace(care_made.sheet(), needed=0)
    sheet = care_sheet(contents(free), DE)
    assert not [block for block in sheet if isinstance(block, blocks.CareWeek)]
    assert "ist immer jemand von Ihnen zu Hause" in text(sheet)
    unknown = replace(free, left=(LeftOut(Unsaid.NOTHING_KNOWN, "", 28, FIRST),))
    assert "können wir noch nicht sagen" in said(unknown)
    assert "zu Hause" not in said(unknown)


# ---------------------------------------------------------------- what is to be known


def test_it_is_a_calculation_and_no_promise():
    assert "Rechenhilfe, keine Platzzusage." in said()


def test_handovers_say_who_takes_the_child_where_and_how_long_it_takes():
    told = said()
    assert "Mo und Mi: Meta Sandhoop holt Meera ab (Kita Deichkinder). Weg: 5 min." in told
    assert "Fr: Oma Leela holt Meera ab (Kita Deichkinder). Weg: 5 min." in told


def test_an_estimated_way_is_called_one():
    made = care_made.sheet()
    guessed = replace(made, handovers=(replace(made.handovers[0], estimated=True),))
    assert "Weg: etwa 5 min, geschätzt." in said(guessed)


def test_hours_above_ten_and_fees_stand_with_their_paragraphs():
    long = care_made.answer(
        (KITA,), ((0, 360, 1080),), hours="Mo-Su 05:00-22:00", born=PartialDate(2023, 3, 31)
    )
    told = said(care_made.sheet(long))
    assert "An 4 Tagen in diesen Wochen ist Meera länger als zehn Stunden in der Kita" in told
    assert "§ 20 Abs. 3 NKiTaG, Stand November 2026" in told
    assert "§ 22 Abs. 2 NKiTaG, Stand November 2026" in told
    assert "10 h 10 in der Kita" not in told  # all hours of four Mondays, from March free of fee


def test_settling_in_and_places_are_said_until_a_place_is_promised():
    told = text(table(care_sheet(contents(), DE)).helpers[0])
    assert "gewünscht, noch keine Zusage" in told
    assert "2 Plätze frei (Stand 02.11.2026)." in told
    assert "Eingewöhnung: 4 Wochen. Alle Stunden erst ab 22.03.2027." in told
    made = care_made.sheet()
    (first, *rest) = made.helpers
    promised = replace(made, helpers=(replace(first, state=CareState.PROMISED), *rest))
    told = text(table(care_sheet(contents(promised), DE)).helpers[0])
    assert "Platz zugesagt" in told
    assert "frei" not in told
    assert "Alle Stunden erst ab 22.03.2027." in told


def test_what_nobody_knows_is_said():
    told = said()
    assert "Ob ein Platz frei ist, wissen wir nicht." in told
    assert "Die Zeiten kennen wir nicht" in told
    left = (LeftOut(Unsaid.NO_ROSTER, "Rajesh", 12, FIRST),)
    told = said(care_made.sheet(left=left, said=care_made.UNKNOWN))
    assert "Für 12 Tage ab 1. Februar kennen wir keinen Dienstplan von Rajesh." in told
    assert "Das Geburtsdatum von Meera fehlt uns." in told
    assert "Feiertage und Ferien kennen wir nur bis 20.02.2027." in told


# ---------------------------------------------------------------- chapter and pages


def test_the_sheet_of_care_opens_the_chapter_of_the_children_where_there_is_one():
    def sheets(made):
        return next((e.sheets for e in plan(made) if e.title == "places.children_chapter"), ())

    assert sheets(contents()) == (Sheet.CARE, Sheet.CHILDREN)
    assert sheets(replace(contents(), care=())) == (Sheet.CHILDREN,)
    assert sheets(replace(contents(), places=())) == (Sheet.CARE,)
    assert sheets(replace(contents(), places=(), care=())) == ()


@pytest.mark.parametrize("language", LANGUAGES)
def test_pages_are_valid_and_everything_on_them_can_be_read_aloud(language, tmp_path):
    paths = []
    for number, made in enumerate(care_made.every_care()):
        path = tmp_path / f"{number}.pdf"
        finish(
            build(contents(made, language=language), phrases(language), FONTS, path, compose_care)
        )
        paths.append(path)
    assert verapdf(paths) == []
    assert [finding for path in paths for finding in readback(path)] == []


def test_a_week_is_read_day_by_day_with_its_sums(tmp_path):
    path = tmp_path / "blatt.pdf"
    finish(build(contents(), phrases(), FONTS, path, compose_care))
    read = plain(" ".join(words.strip() for _, words in reading(path)))
    at = -1
    for expected in (
        "Betreuung für Meera",
        "Rechenhilfe, keine Platzzusage.",
        "38 h 20 von 42 h 05",
        "Mo",
        "8 h 40",
        "gedeckt",
        "Di",
        "8 h 55",
        "80 min",
        "Wer betreut",
        "Meta Sandhoop",
        "Von Ort zu Ort",
    ):
        found = read.find(expected, at + 1)
        assert found > at, expected
        at = found


def test_one_week_takes_one_page_and_the_file_is_called_after_the_child(tmp_path):
    path = tmp_path / "blatt.pdf"
    built = finish(build(contents(), phrases(), FONTS, path, compose_care))
    assert built.pages == 1
    with pypdfium2.PdfDocument(path) as pdf:
        assert pdf.get_metadata_value("Title") == "Betreuung für Meera"
        assert "Angaben erfunden" in pdf[0].get_textpage().get_text_bounded()


def test_each_child_has_a_page_of_its_own():
    first = care_made.sheet()
    second = replace(first, person=9, name="Arun", helpers=first.helpers[:3])
    heads = [
        text(block.words).strip()
        for block in care_sheet(contents(first, second), DE)
        if isinstance(block, blocks.Heading) and block.level == 1
    ]
    assert heads == ["Betreuung für Meera", "Betreuung für Arun"]


def test_equal_contents_give_equal_bytes():
    one, other = (preview(contents(), phrases(), FONTS, compose_care) for _ in "ab")
    assert one == other


def test_a_helper_has_the_same_sign_in_table_and_picture():
    sheet = care_sheet(contents(), DE)
    signs = {each.sign: each.fill for each in table(sheet).helpers if each.sign}
    assert list(signs) == ["A", "B", "C"]
    drawn = {
        (bar.labels[-1], bar.fill)
        for row in only(sheet, blocks.CareWeek).rows
        for bar in row.bars
        if bar.fill not in (blocks.Fill.THERE, blocks.Fill.GAP)
    }
    assert drawn == set(signs.items())


@pytest.mark.parametrize("language", ["de", "ar"])
def test_times_in_a_bar_begin_where_the_bar_begins(language, faces):
    """In Arabic hours and words run from the right, so the first time stands at the right."""
    (week, *_) = [
        block
        for block in care_sheet(contents(), Speech(phrases(language)))
        if isinstance(block, blocks.CareWeek)
    ]
    label = next(bar.labels[0] for row in week.rows for bar in row.bars if len(bar.labels) > 1)
    first, last = re.findall(r"\d+:\d\d", label)
    composed = pages.compose(compose_care(contents(), phrases(language)), faces)
    lines: dict[float, list[tuple[float, str]]] = {}
    for x, y, mark in placed_texts(composed.pages[0]):
        lines.setdefault(round(y, 1), []).append((x, said_of(mark)))
    drawn = [" ".join(text for _, text in sorted(line)) for line in lines.values()]
    (row, *_) = [text for text in drawn if first in text and last in text and "A" in text]
    begins, ends = row.index(first), row.index(last)
    sign = row.index("A")
    assert (sign < begins < ends) if language == "de" else (ends < begins < sign)
