"""Beside a place of the folder stands who works together with it."""

from __future__ import annotations

from dataclasses import replace

from app.folder.place_contents import Partnership
from app.folder.sheets.places import provider
from app.folder.speech import Speech
from tests.folder.makers import make_contents, phrases

NIGHT = Partnership("emergency", "Klinik am Deich", "Auch nachts.", "0491 12")
PLAIN = Partnership("cooperation", "Pflegedienst Watt")


def told(language, *partners):
    place = replace(make_contents(language).places[0], together=partners)
    notes = provider(place, Speech(phrases(language))).notes
    return ["".join(run.text for run in note).replace("\u00a0", " ") for note in notes]


def test_a_partner_is_named_with_the_way_they_work_together_and_how_to_call():
    assert told("de", NIGHT, PLAIN) == [
        "Hilfe im Notfall: arbeitet zusammen mit Klinik am Deich, Telefon 0491 12.\nAuch nachts.",
        "Arbeitet zusammen mit Pflegedienst Watt.",
    ]


def test_the_words_of_the_office_are_marked_as_german_in_another_language():
    place = replace(make_contents("en").places[0], together=(NIGHT,))
    (note,) = provider(place, Speech(phrases("en"))).notes
    assert [run.lang for run in note if run.text == "Auch nachts."] == ["de"]


def test_without_partners_nothing_is_said():
    assert told("de") == []
