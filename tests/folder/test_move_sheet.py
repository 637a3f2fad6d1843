"""The sheet on the costs of a move: boxes, payers, days, grounds; read back in two directions."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from app.folder.contents import Office
from app.folder.papers import PaperSheet, build
from app.folder.sheets.move_costs import move_costs
from app.folder.speech import Speech
from app.progress import finish
from app.typeset import blocks
from tests.conftest import TODAY
from tests.folder.makers import RESOURCES, phrases
from tests.folder.move_made import every_move
from tests.readback import reading
from tests.verapdf.engine import verapdf


def of(kind, page):
    return next(each for each in page if isinstance(each, kind))


def plain(words):
    return "".join(run.text for run in words)


def test_missing_receipts_come_first_each_cost_has_a_box_and_says_who_pays():
    table = of(blocks.Sentences, move_costs(every_move(), Speech(phrases("de"))))
    missing, here = table.groups
    assert table.tick_alt
    assert (missing.title, here.title) == ("Belege, die noch fehlen", "Das haben wir schon gesehen")
    said = [" | ".join(plain(cell) for cell in row.words) for row in (*missing.rows, *here.rows)]
    assert "Umzug und Transport\n120,00\xa0€\nBeleg 7 | Sie selbst" in said
    assert any("Bahn" in each and "EURES\nbeantragen bis 18.01.2027" in each for each in said)
    assert any("Bus" in each and "Die Frist war am 18.01.2027" in each for each in said)
    assert "beantragt am 01.12.2026" in said[-1]
    assert "Liste bis 4. Januar" in said[-1]


def test_ways_say_day_ground_and_stand_and_those_of_one_sentence_stand_once():
    page = move_costs(every_move(), Speech(phrases("de")))
    ways = [plain(each) for each in of(blocks.ListBlock, page).items]
    assert len(ways) == 5
    assert sum("Jobcenter" in each for each in ways) == 1
    assert "§ 1 Muster; § 1 Muster · Stand: 19.08.2026" in ways[2]
    assert all("beantragen bis 18.01.2027" in each for each in ways)


def test_without_ways_nothing_is_promised():
    page = move_costs(replace(every_move(), ways=()), Speech(phrases("de")))
    assert not any(isinstance(each, blocks.ListBlock) for each in page)


def test_it_is_read_back_in_order_and_keeps_pdf_ua_in_both_directions(tmp_path):
    paths = []
    for language in ("de", "ar"):
        words = phrases(language)
        speech = Speech(words)
        paths.append(tmp_path / f"kosten-{language}.pdf")
        part = move_costs(every_move(), speech)
        sheet = PaperSheet(speech.text("moving.title"), (part,), Office("Servicestelle"), TODAY)
        finish(build(sheet, words, RESOURCES / "fonts", paths[-1]))
        said = " ".join(each.strip() for _, each in reading(paths[-1])).replace("\xa0", " ")
        places = [said.index(each) for each in ("Beleg 7", "Bus", "Möwe Umzüge", "§ 1 Muster")]
        assert places == sorted(places)
        assert speech.date(date(2026, 8, 19), "numbers") in said
    assert verapdf(paths) == []
