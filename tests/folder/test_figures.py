"""The report of figures on paper: valid, each number beside its definition, nothing hidden told."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pikepdf
import pytest

from app.content.figure_names import line_name
from app.content.phrases import load_office_phrases
from app.folder.contents import Office
from app.folder.figures_contents import FiguresPage
from app.folder.papers import build
from app.folder.sheets.figures import figures
from app.folder.speech import Speech
from app.progress import finish
from app.records.figures import FigureKey
from app.typeset import blocks
from tests.figures_made import YEAR, empty, line, report, table
from tests.folder.makers import RESOURCES
from tests.readback import readback, reading
from tests.verapdf.engine import verapdf
from ui.figures import words

PHRASES = load_office_phrases(RESOURCES / "phrases", "de")[0]
SPEECH = Speech(PHRASES)


def composed(found):
    return figures(FiguresPage(found, Office(name="Servicestelle")), SPEECH)


def flat(sheet, part=-1):
    for block in sheet.parts[part]:
        yield from block.blocks if isinstance(block, blocks.KeepTogether) else (block,)


def said(sheet):
    """Every paragraph of a sheet."""
    return [
        "".join(run.text for run in each.words)
        for part in range(len(sheet.parts))
        for each in flat(sheet, part)
        if isinstance(each, blocks.Paragraph | blocks.Intro | blocks.Heading)
    ]


@pytest.fixture(scope="module")
def path(tmp_path_factory):
    path = tmp_path_factory.mktemp("figures") / "zahlen.pdf"
    finish(build(composed(report()), PHRASES, RESOURCES / "fonts", path))
    return path


def test_the_report_is_valid(path):
    assert verapdf([path]) == []
    assert readback(path) == []


def test_the_report_is_read_in_its_order(path):
    text = " ".join(" ".join(part.split()) for _, part in reading(path)).replace("\u00a0", " ")
    first, rest = text.split("Die Zahlen im Einzelnen")
    order = [
        "Zahlenbericht",
        "2026, gezählt am 23.11.2026. Der Zeitraum läuft noch.",
        "dieselbe Zeit im Jahr davor: 2025",
        "Auf einen Blick",
    ]
    assert [first.index(each) for each in order] == sorted(map(first.index, order))
    order = [
        "Beratungen So gezählt, seit 01.01.2026 (Fassung 1)",
        "Für 2025 damals nach Fassung 1 gezählt: 270 Beratungen",
        "Wohnung 164 120",
        "Gesundheit < 5 12",
        "Interesse 35 Tage 15–80 Tage 44 40 Tage",
        "nach 6 Monaten noch hier 40 48 30",
        "Nicht gezählt",
        "weniger als fünf Haushalte",
    ]
    places = [rest.index(each) for each in order]
    assert places == sorted(places)


def test_the_first_page_has_the_numbers_at_a_glance_with_the_day_of_their_definition(path):
    head = composed(report()).parts[0]
    (table,) = [each for each in head if isinstance(each, blocks.BarTable)]
    rows = {row.label: row.cells for row in table.rows}
    assert table.heads == ("Angabe", "2026", "2025", "gezählt so seit")
    assert rows["Worum es ging, von dem, was gezeigt wird, am häufigsten: Wohnung"] == (
        "164",
        "120",
        "01.01.2026",
    )
    assert rows["Berufe, am häufigsten: Pflege"][0] == "66"
    assert rows["nach 6 Monaten noch hier"][:2] == ("40 von 48", "30")
    with pikepdf.open(path) as pdf:
        assert [str(pdf.pages[at].label) for at in range(2)] == ["1 / 1", "1 / 5"]


def test_every_table_stands_under_its_definition():
    parts = [each for each in composed(report()).parts[-1] if isinstance(each, blocks.KeepTogether)]
    tables = [each for each in parts if any(isinstance(b, blocks.BarTable) for b in each.blocks)]
    assert len(tables) == len(FigureKey)
    for each in tables:
        heading, definition, bars, *_ = each.blocks
        assert isinstance(heading, blocks.Heading)
        assert definition.words[0].text.startswith("So gezählt, seit 01.01.2026")
        assert bars.summary.startswith("".join(run.text for run in heading.words))


def test_hidden_numbers_are_words_with_one_stub_and_never_nought():
    found = table(FigureKey.ORIGINS, line("de", None, None), line("eu", 0), total=None)
    sheet = composed(replace(report(), tables=(found,)))
    bars = next(each for each in flat(sheet) if isinstance(each, blocks.BarTable))
    hidden, nought, total = bars.rows
    assert (hidden.cells, hidden.hidden, hidden.share) == (("< 5", "< 5"), True, None)
    assert (nought.cells, nought.hidden) == (("0", "0"), False)
    assert total.cells[0] == "gesperrt"


@pytest.mark.parametrize(
    ("period", "holds"),
    [
        (YEAR, "Jahre und Quartale sind gemeinsam geschützt"),
        (replace(YEAR, alone=True), "nur dieser Bericht"),
        (replace(YEAR, last=date(2026, 11, 30)), "nur dieser Bericht"),
    ],
)
def test_the_page_says_beside_what_its_numbers_are_safe(period, holds):
    found = said(composed(replace(report(), period=period)))
    assert [each for each in found if "geschützt" in each.lower()] == [found[-1]]
    assert holds in found[-1]
    assert holds in words.rule(period)


def test_a_period_of_which_nothing_is_recorded_is_no_row_of_noughts():
    sheet = composed(empty())
    assert not any(isinstance(each, blocks.BarTable) for each in flat(sheet))
    assert any("Das ist keine Null" in each for each in said(sheet))


def test_without_a_year_before_there_is_one_column():
    found = table(FigureKey.ORIGINS, line("de", 20), total=20, compares=False)
    sheet = composed(replace(report(), before=None, tables=(found,)))
    bars = next(each for each in flat(sheet) if isinstance(each, blocks.BarTable))
    assert bars.heads == ("Angabe", "2026")
    assert all(len(row.cells) == 1 for row in bars.rows)
    assert any("Aus dem Jahr davor ist nichts festgehalten" in each for each in said(sheet))


@pytest.mark.parametrize("key", FigureKey, ids=lambda key: key.value)
def test_paper_and_window_name_a_line_alike(key):
    for code in words.LINES[key]:
        assert line_name(key, code, PHRASES) == words.line(key, line(code, 5))
    assert SPEECH.text(f"figures.titles.{key.value}") == words.TITLES[key]


def test_ages_and_countries_are_named_alike_too():
    for key, code, name in (
        (FigureKey.AGES, "0-5", "0 bis 5 Jahre"),
        (FigureKey.AGES, "65", "65 Jahre und älter"),
        (FigureKey.COUNTRIES, "IN", "Indien"),
    ):
        assert line_name(key, code, PHRASES) == words.line(key, line(code, 5)) == name
