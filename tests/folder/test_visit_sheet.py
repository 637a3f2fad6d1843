"""The sheet of a visit: in its order, in both directions of writing, valid, nothing private."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from app.content.phrases import load_phrases
from app.folder.papers import PaperSheet, build
from app.folder.sheets.places import arriving
from app.folder.sheets.visit import visit
from app.folder.speech import Speech
from app.progress import finish
from app.typeset import blocks
from tests.folder.makers import RESOURCES, make_contents, phrases
from tests.folder.said import DE, text
from tests.folder.visit_made import FILMS, every_visit, make_visit
from tests.readback import readback, reading
from tests.verapdf.engine import verapdf


def written(language, path):
    contents = make_visit(make_contents(language))
    # what a language lacks another lends
    words, _ = load_phrases(RESOURCES / "phrases", language)
    speech = Speech(words)
    sheet = PaperSheet(
        speech.text("visit.title"),
        (visit(contents, speech),),
        contents.office,
        date(2026, 11, 23),
        "Ben Amor",
        example=True,
    )
    return finish(build(sheet, words, RESOURCES / "fonts", path))


def test_the_sheet_is_valid_in_both_directions_and_read_in_its_order(tmp_path):
    paths = [tmp_path / f"{language}.pdf" for language in ("de", "ar")]
    for path in paths:
        assert written(path.stem, path).not_printable == ()
        assert readback(path) == []
    assert verapdf(paths) == []
    for path, named in zip(paths, (True, False), strict=True):
        said = " ".join(" ".join(words.split()) for _, words in reading(path))
        said = said.replace("\u00a0", " ")
        order = ["Pension Deichblick", "Haus 0", "Haus 6", "Testoog", "Tee am Hafen", "Tomke Harms"]
        assert [said.index(each) for each in order] == sorted(said.index(each) for each in order)
        if named:
            assert "Fähre von Norden nach Testoog, Fahrzeit 45 Minuten" in said
            assert "9:00–9:45" in said


def test_ways_ferries_and_the_stand_of_their_times_are_told():
    said = text(visit(make_visit(make_contents("de")), DE))
    for words in (
        "Mit dem Auto: 20 Minuten",
        "Mit dem Auto: etwa 25 Minuten (geschätzt)",
        "Zu Fuß: etwa 10 Minuten (geschätzt)",
        "Mit dem Bus: etwa 60 Minuten (geschätzt)",
        "Wie lange der Weg dauert, wissen wir noch nicht",
        "Fährzeiten: Sommerfahrplan (erfunden), Stand 03.05.2027.",
        "Die Sonne geht um 22:03 unter.",
        "Es erwartet Sie: Frau Siel",
        "Öffnungszeiten: 8:00–12:00, 14:00–16:00",
    ):
        assert words in said


def test_only_what_somebody_confirms_is_told_as_unconfirmed():
    (day, island) = make_visit(make_contents("de")).days
    sheet = visit(replace(make_visit(make_contents("de")), days=(day, island)), DE)
    waiting = [each for each in day.entries if not each.confirmed]
    said = text(sheet).count("Diesen Termin bestätigen wir Ihnen noch.")
    free = {"beach", "island", "leisure", "meal"}
    assert said == len([each for each in waiting if each.kind.value not in free])


def test_a_day_alone_is_named_as_one_day():
    _, short = every_visit(make_contents("de"))
    said = text(visit(short, DE))
    assert "Das haben wir am Montag, 7. Juni 2027 für Sie geplant." in said
    assert "Noch ohne Termin" not in said


def test_films_stand_in_the_chapter_on_arriving_with_their_codes():
    contents = replace(make_contents("de"), films=FILMS)
    codes = [each for each in _all(arriving(contents, DE)) if isinstance(each, blocks.QR)]
    assert [each.target for each in codes] == [
        "https://film.example.org/meer",
        "https://film.example.org/watt",
    ]
    assert "Sprache: Arabisch" in text(codes[0])
    assert "Bilder ohne Worte" in text(codes[1])


def _all(sheet):
    for block in sheet:
        if isinstance(block, blocks.KeepTogether):
            yield from block.blocks
        else:
            yield block


@pytest.mark.parametrize("language", ["de", "en"])
def test_every_visit_can_be_set(language, tmp_path):
    for number, contents in enumerate(every_visit(make_contents(language))):
        assert visit(contents, Speech(phrases(language))), number
