"""Conditions of a programme as text, as rows and as a sentence: nothing is lost on the way."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.errors import Reason, Refused
from app.rules.conditions import Condition
from app.rules.facts import VOCABULARY, FactKey
from app.rules.funding import Site, Whom
from ui.funding import needs_sentence, needs_text, programme_text
from ui.widgets.fact_values import answers


def some_of(key: FactKey) -> st.SearchStrategy[tuple[FactKey, frozenset[str]]]:
    codes = st.sampled_from([code for code, _ in answers(key)])
    return st.tuples(st.just(key), st.frozensets(codes, min_size=1, max_size=5))


FACTS = st.one_of([some_of(key) for key in FactKey])
LINE = st.lists(FACTS, min_size=1, max_size=3, unique_by=lambda fact: fact[0])


@settings(max_examples=40)
@given(st.lists(LINE, max_size=3))
def test_whatever_is_picked_is_read_back_from_its_text(needs):
    conditions = tuple(Condition(tuple({key: codes} for key, codes in facts)) for facts in needs)
    said = needs_text.shown(conditions)
    assert needs_text.typed(said, "needs") == conditions
    assert needs_text.said(needs_text.read(said, "needs")) == said


@pytest.mark.parametrize("key", FactKey)
def test_every_single_value_is_read_back_beside_every_other(key):
    codes = tuple(code for code, _ in answers(key))
    rows = ({key.value: codes}, *({key.value: (code,)} for code in codes))
    assert needs_text.read(needs_text.said(rows), "needs") == rows


def test_a_fact_named_twice_in_a_line_has_the_values_of_both():
    (need,) = needs_text.typed("Beruf: Therapie | Kinder ziehen mit: ja | Beruf: Medizin", "needs")
    assert need.rows == (
        {FactKey.PROFESSION: frozenset({"doctor", "therapist"})},
        {FactKey.CHILDREN: frozenset({"yes"})},
    )


@pytest.mark.parametrize(
    ("text", "reason", "word"),
    [
        ("Bruf: Medizin", Reason.NOT_A_VALUE, "Bruf"),
        ("Beruf: Medizin oder Zauberei", Reason.NOT_A_VALUE, "Zauberei"),
        ("Beruf: Medizin und Therapie", Reason.NOT_A_VALUE, "Medizin und Therapie"),
        ("Eigene Praxis: ja\nBeruf:", Reason.BLANK, ""),
    ],
)
def test_what_is_no_condition_is_told_by_its_word(text, reason, word):
    with pytest.raises(Refused) as told:
        needs_text.typed(text, "needs")
    assert (told.value.reason, told.value.field) == (reason, "needs")
    assert told.value.facts.get("typed", "") == word


def sentence(text, whom=Whom.PROFESSIONAL, site=Site.HOME, places=(), benefits=()):
    rows = needs_text.read(text, "needs")
    return needs_sentence.sentence(rows, whom, site, places, benefits)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("", "Gilt für: jeden Haushalt."),
        ("Kinder ziehen mit: ja", "Gilt für: Haushalte, in denen das stimmt: Kinder ziehen mit."),
        (
            "Beruf: Medizin oder Therapie | Kinder ziehen mit: ja\nEigene Praxis: ja",
            (
                "Gilt für: Haushalte, in denen alles davon stimmt: Die Fachkraft ist Ärztin oder "
                "Arzt oder hat einen therapeutischen Beruf, oder Kinder ziehen mit. Die Fachkraft "
                "arbeitet in eigener Praxis."
            ),
        ),
        (
            "Deutschkenntnisse: B1 oder B2",
            (
                "Gilt für: Haushalte, in denen das stimmt: Die Fachkraft spricht Deutsch auf dem "
                "Niveau B1 oder B2."
            ),
        ),
        (
            (
                "Beruf: Medizin oder Therapie oder Hebammenkunst oder Ausbildung oder Studium oder "
                "anderer Beruf"
            ),
            (
                "Gilt für: Haushalte, in denen das stimmt: Es stimmt nicht: die Fachkraft ist in "
                "der Pflege tätig."
            ),
        ),
        (
            "Eigene Praxis: ja oder nein",
            "Gilt für: Haushalte, in denen das stimmt: Die Angabe „Eigene Praxis“ ist bekannt.",
        ),
        (
            "Beruf:",
            "Gilt für: Haushalte, in denen das stimmt: Beruf: noch nichts gewählt.",
        ),
    ],
)
def test_the_sentence_says_what_the_rows_say(text, told):
    assert sentence(text) == told


def test_the_sentence_speaks_of_one_and_the_same_grown_up_and_names_place_and_offer():
    said = sentence(
        "Kinder ziehen mit: ja\nArbeitslos: ja\nVolljährig: ja".replace(
            "Arbeitslos", needs_text.NAMES[FactKey.UNEMPLOYED]
        ).replace("Volljährig", needs_text.NAMES[FactKey.ADULT]),
        Whom.ADULTS,
        Site.WORK,
        ("Stadt Norden",),
        ("Umzug", "Wohnung"),
    )
    assert "Eine erwachsene Person ist arbeitslos oder von Arbeitslosigkeit bedroht." in said
    assert "Dieselbe Person ist volljährig." in said
    assert "Der Ort der Praxis oder Arbeit liegt in: Stadt Norden." in said
    assert "Der Arbeitgeber bietet an: Umzug oder Wohnung." in said


@pytest.mark.parametrize("key", FactKey)
def test_every_value_of_every_fact_has_its_sentence(key):
    some = ("IN",) if VOCABULARY[key].is_country else VOCABULARY[key].values
    for code in some:
        for whom in Whom:
            said = needs_sentence.sentence(({key.value: (code,)},), whom, Site.HOME, (), ())
            assert said.startswith("Gilt für: Haushalte, in denen das stimmt: ")
            assert "_" not in said


def test_places_are_typed_by_name_or_key():
    assert programme_text.keys("Stadt Norden, Landkreis Aurich, 03454", "area") == (
        "03452019",
        "03452",
        "03454",
    )
    assert programme_text.places(("03452019", "03454")) == ("Stadt Norden", "03454")
    with pytest.raises(Refused) as told:
        programme_text.keys("Atlantis", "area")
    assert (told.value.field, told.value.facts["typed"]) == ("area", "Atlantis")
