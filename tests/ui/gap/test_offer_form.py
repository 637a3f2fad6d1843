"""The form of an offer: what it costs and who bears it, told where it is typed."""

from __future__ import annotations

from fractions import Fraction

import pytest

from app.errors import Reason, Refused
from app.records.care_gap import OfferAnswer
from app.rules.care_cost import CostPer, CostUnknown, YearCost
from app.rules.care_offer import Bearer
from ui.gap import cost_words
from ui.gap.offer_form import OfferForm


@pytest.fixture
def form(qtbot):
    found = OfferForm(lambda _typed: (), lambda _typed: ())
    qtbot.addWidget(found)
    found.hours.setText("Mo-Fr 05:30-07:30")
    return found


def test_shares_are_asked_where_several_pay_and_told_where_they_are_no_whole(form):
    assert form.fields["shares"].isHidden()
    form.bearer.choose("shared")
    assert not form.fields["shares"].isHidden()
    form.cents.setText("45,50")
    form.shares.lines[Bearer.PUBLIC].setText("60")
    assert form.shares.told.text() == "zusammen 60\u00a0%, nötig sind 100\u00a0%"
    form.refuse(Refused(Reason.SHARES_NOT_WHOLE, "shares", sum=60))
    assert form.fields["shares"].reason() == "Die Anteile ergeben 60 %, nötig sind 100 %."
    form.shares.lines[Bearer.FAMILY].setText("40")
    assert form.shares.told.text() == "zusammen 100\u00a0%"
    draft = form.draft()
    assert (draft.cents, draft.per) == (4550, CostPer.HOUR)
    assert draft.shares == ((Bearer.PUBLIC, 60), (Bearer.FAMILY, 40))
    form.bearer.choose(Bearer.EMPLOYER.value)
    assert form.draft().shares == ()


def test_a_share_that_is_no_whole_percent_is_told_and_led_to(form, qtbot):
    form.show()
    form.bearer.choose("shared")
    form.shares.lines[Bearer.PUBLIC].setText("50,0 %")
    form.shares.lines[Bearer.EMPLOYER].setText("33 1/3")
    assert form.shares.told.text() == "„33 1/3“: bitte ganze Prozent"
    form.work_out.click()
    qtbot.waitUntil(form.shares.lines[Bearer.EMPLOYER].hasFocus)
    form.shares.lines[Bearer.EMPLOYER].setText("50")
    assert form.draft().shares == ((Bearer.PUBLIC, 50), (Bearer.EMPLOYER, 50))


def test_several_who_pay_nothing_are_told_as_such(form):
    form.bearer.choose("shared")
    form.work_out.click()
    assert form.fields["shares"].reason()


def test_an_amount_that_is_none_stands_beside_its_field(form):
    form.show_answer(OfferAnswer(form.draft(), 6, 0, Fraction(0), None, None, (), 0, 0, None))
    form.cents.setText("viel")
    form.work_out.click()
    assert form.fields["cents"].reason()
    assert form.answer.text() == ""  # it was the answer to something else
    form.refuse(Refused(Reason.NOT_OPENING_HOURS, "hours_osm", typed="morgens"))
    assert "wann geöffnet wäre" in form.fields["hours_osm"].reason()


def test_the_cost_in_sentences(form):
    form.bearer.choose("shared")
    form.cents.setText("40")
    form.shares.lines[Bearer.PUBLIC].setText("75")
    form.shares.lines[Bearer.EMPLOYER].setText("25")
    by = ((Bearer.PUBLIC, 1_560_000), (Bearer.EMPLOYER, 520_000))
    cost = YearCost(Fraction(520), 2_080_000, by, 346_667, None, (CostUnknown.HOURS,))
    freed = Fraction(0)
    form.show_answer(OfferAnswer(form.draft(), 6, 0, freed, None, None, (), 0, 0, cost))
    said = form.answer.text()
    assert (
        "Kosten im Jahr: 20.800,00 € (40,00 € je Stunde Öffnung, 520 Stunden in 52 Wochen)." in said
    )
    assert "die öffentliche Hand 15.600,00 € (75 %); der Arbeitgeber 5.200,00 € (25 %)." in said
    assert "Das sind 3.466,67 € im Jahr je Haushalt, dem es hilft." in said
    assert cost_words.UNKNOWN[CostUnknown.HOURS] in said
    assert set(cost_words.UNKNOWN) == set(CostUnknown)
    assert set(cost_words.PERS) == set(CostPer)


def test_a_name_half_typed_is_told_with_the_one_it_may_be(qtbot):
    form = OfferForm(lambda _typed: ((5, "Kita Deichkinder, Norden"),), lambda _typed: ())
    qtbot.addWidget(form)
    form.near.setText("Kita Deich")
    form.near.textEdited.emit("Kita Deich")
    form.work_out.click()
    assert "Meinen Sie „Kita Deichkinder, Norden“?" in form.fields["near"].reason()
