"""The gap in words: every code has them, small numbers stay untold."""

from __future__ import annotations

from fractions import Fraction

import pytest

from app.records.care_gap import GapNote, OfferAnswer, OfferDraft
from app.rules.care_gap import AgeGroup, GapLeft, slot_of
from app.rules.care_offer import Bearer
from ui.gap import words


@pytest.mark.parametrize(
    ("minutes", "said"), [(0, "0"), (45, "45 min"), (2310, "38 h 30"), (60_000, "1.000 h")]
)
def test_durations(minutes, said):
    assert words.duration(Fraction(minutes)) == said


@pytest.mark.parametrize(
    ("minutes", "said"),
    [
        (None, words.FEW),
        (0, "0"),
        (1, "0,1"),
        (90, "1,5"),
        (120, "2"),
        (598, "10"),
        (70_000, "1.167"),
    ],
)
def test_figures_never_call_something_nothing(minutes, said):
    assert words.figure(None if minutes is None else Fraction(minutes)) == said


def test_cells():
    assert words.cell(slot_of(1, 6), Fraction(750)) == (
        "Dienstag, 6 bis 7 Uhr: 12 h 30 je Woche ohne Betreuung."
    )
    assert words.cell(slot_of(6, 23), Fraction(0)) == "Sonntag, 23 bis 24 Uhr: keine Lücke."
    assert "weniger als fünf Haushalte" in words.cell(0, None)


@pytest.mark.parametrize("left", GapLeft)
def test_everything_left_out_has_a_sentence(left):
    assert words.note(GapNote(left, 1)).startswith("1 ")
    assert words.note(GapNote(left, None)).startswith("Weniger als 5 ")
    assert words.note(GapNote(left, 7)) != words.note(GapNote(left, 1)).replace("1", "7")


def test_every_group_and_bearer_has_words():
    assert set(words.GROUPS) == set(AgeGroup)
    assert set(words.BEARERS) == set(Bearer)


def answer(**known):
    draft = OfferDraft("Mo-Fr 05:30-07:30", bearer=Bearer.EMPLOYER)
    facts = {
        "helped": 12,
        "whole": 5,
        "freed": Fraction(2310),
        "before": Fraction(6000),
        "after": Fraction(3690),
        "groups": (),
        "unsure": 0,
        "turned_away": 0,
    }
    return OfferAnswer(draft, **(facts | known))


def test_an_offer_in_sentences():
    said = words.offer(answer())
    assert said[0] == (
        "12 Haushalte hätten zusammen 38 h 30 je Woche weniger Lücke, 5 davon keine mehr."
    )
    assert said[1] == "Vorher fehlen 100 h, danach 61 h 30 je Woche."
    assert said[2] == "Kosten: der Arbeitgeber."
    assert "Rechenhilfe" in said[-1]


def test_few_helped_households_are_not_told():
    few = answer(helped=None, whole=None, freed=None, before=None, after=None, turned_away=None)
    said = " ".join(words.offer(few))
    assert said.startswith("Weniger als fünf Haushalten wäre damit geholfen")
    assert "38 h" not in said
    assert "nicht reicht: Weniger als fünf" in said


def test_nobody_helped_costs_nothing():
    none = answer(helped=0, whole=0, freed=Fraction(0), before=None, after=None)
    assert words.offer(none)[0] == "Keinem Haushalt wäre damit geholfen."
    assert not any("Kosten" in each for each in words.offer(none))
