"""A move on a real file: quotes chosen, costs added up, refunds and their days, what is told."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from app.content.languages import OFFICE_LANGUAGE
from app.errors import Reason, Refused
from app.folder.place_contents import Why
from app.records.employers import BenefitDraft, BenefitKind
from app.records.events import EventKind
from app.records.moving import CostDraft, CostHint, MoveDraft, Receipt
from app.records.providers import Category
from app.rules.calendar import Day
from app.rules.facts import FactKey
from app.rules.moving import Among, DayHint, Extra, QuoteHint, QuoteState
from app.rules.refunds import CostKind, Fit, Payer, Way
from app.rules.terms import AnchorKind
from tests.conftest import TODAY
from tests.makers import make_case, make_provider, with_dates
from tests.services.moving_commands import DAY, DEAR, QUOTE, quote
from tests.services.test_care_sheets import text_of
from ui import wording


@pytest.fixture
def case(desk):
    found = make_case(desk, employer=make_provider(desk, organisation="Deichklinik"))
    with_dates(desk, found)
    return found


@pytest.fixture
def quoted(desk, case):
    desk.moving.describe(
        case,
        MoveDraft(
            cubic_metres=30, extras=frozenset({Extra.PACKING}), pays=frozenset({Payer.EMPLOYER})
        ),
    )
    desk.moving.add_quote(case, QUOTE)
    desk.moving.add_quote(case, DEAR)
    return case


def cost_of(desk, case, draft):
    return int(desk.moving.add_cost(case, draft).facts["id"])


def way_of(board, way):
    return next(each for each in board.refunds if each.rule.way is way)


def reason_of(act):
    with pytest.raises(Refused) as caught:
        act()
    return caught.value.reason, caught.value.field


def test_quotes_stand_side_by_side_and_the_cheapest_complete_one_is_marked(desk, quoted):
    desk.moving.add_quote(quoted, replace(QUOTE, name="Billig", cents=90_000, includes=frozenset()))
    board = desk.moving.board(quoted)
    assert [each.judgement.per_cubic_metre for each in board.quotes] == [6_600, 8_000, 3_000]
    assert board.quotes[2].judgement.missing == (Extra.PACKING,)
    assert [each.name for each in board.quotes if each.is_cheapest] == ["Möwe Umzüge"]
    assert (board.received, board.wanted_quotes) == (3, 3)
    desk.plan.set_anchor(quoted, AnchorKind.MOVE, Day(DAY))
    assert desk.moving.board(quoted).quotes_by == date(2027, 1, 5)


def test_choosing_one_declines_the_others_and_makes_its_cost(desk, quoted):
    desk.moving.choose_quote(quote(desk, quoted, "Möwe Umzüge").id)
    board = desk.moving.board(quoted)
    assert board.chosen.name == "Möwe Umzüge"
    assert quote(desk, quoted, "Kutter und Karre").draft.state is QuoteState.DECLINED
    (cost,) = board.costs
    assert (cost.draft.cents, cost.draft.payer) == (198_000, Payer.EMPLOYER)
    assert (cost.draft.claim_by, cost.counted) == (date(2027, 2, 15), True)
    desk.moving.choose_quote(quote(desk, quoted, "Kutter und Karre").id)
    assert [each.draft.cents for each in desk.moving.board(quoted).costs] == [240_000]


def test_a_quote_entered_twice_is_told_when_it_is_saved_and_at_both(desk, quoted):
    done = desk.moving.add_quote(quoted, replace(QUOTE, name="möwe  umzüge", note="Anruf"))
    assert "Achtung: Es steht schon da" in wording.done(done)
    board = desk.moving.board(quoted)
    twice = [QuoteHint.TWICE in each.judgement.hints for each in board.quotes]
    assert twice == [True, False, True]
    other = replace(board.quotes[2].draft, cents=199_000)
    assert "Achtung" not in wording.done(desk.moving.edit_quote(board.quotes[2].id, other))
    assert not any(QuoteHint.TWICE in q.judgement.hints for q in desk.moving.board(quoted).quotes)


def test_costs_that_stay_of_a_mover_chosen_no_more_are_told_when_and_where(desk, quoted):
    first, other = (quote(desk, quoted, name).id for name in ("Möwe Umzüge", "Kutter und Karre"))
    desk.moving.choose_quote(first)
    (cost,) = desk.moving.board(quoted).costs
    desk.moving.edit_cost(cost.id, replace(cost.draft, receipt=Receipt.HERE))
    said = wording.done(desk.moving.choose_quote(other))
    assert "Achtung: Die Kosten „Möwe Umzüge“ bleiben" in said
    costs = desk.moving.board(quoted).costs
    assert [CostHint.NOT_CHOSEN in each.hints for each in costs] == [True, False]
    assert "Achtung" not in wording.done(desk.moving.choose_quote(other))
    back = replace(quote(desk, quoted, "Kutter und Karre").draft, state=QuoteState.RECEIVED)
    paid = costs[1]
    desk.moving.edit_cost(paid.id, replace(paid.draft, claimed_on=TODAY))
    assert "„Kutter und Karre“ bleiben" in wording.done(desk.moving.edit_quote(other, back))


def test_the_mover_chosen_is_called_the_cheapest_only_where_none_declined_was_cheaper(desk, quoted):
    desk.moving.choose_quote(quote(desk, quoted, "Kutter und Karre").id)
    board = desk.moving.board(quoted)
    assert {each.name: each.cheapest for each in board.quotes} == {
        "Möwe Umzüge": Among.ALL,
        "Kutter und Karre": None,
    }
    third = replace(QUOTE, name="Fracht", cents=250_000)
    desk.moving.add_quote(quoted, third)
    for name in ("Kutter und Karre", "Fracht"):
        found = quote(desk, quoted, name)
        desk.moving.edit_quote(found.id, replace(found.draft, state=QuoteState.RECEIVED))
    board = desk.moving.board(quoted)
    assert [each.cheapest for each in board.quotes] == [None, Among.OPEN, None]


def test_a_chosen_quote_that_changes_takes_its_cost_along(desk, quoted):
    own = quote(desk, quoted, "Möwe Umzüge").id
    desk.moving.choose_quote(own)
    dearer = replace(QUOTE, state=QuoteState.CHOSEN, cents=210_000, moving_on=date(2027, 2, 23))
    desk.moving.edit_quote(own, dearer)
    (cost,) = desk.moving.board(quoted).costs
    assert (cost.draft.cents, cost.draft.claim_by) == (210_000, date(2027, 2, 22))
    desk.moving.edit_quote(own, replace(dearer, state=QuoteState.RECEIVED))
    assert desk.moving.board(quoted).costs == ()


def test_what_cannot_be_is_refused_beside_its_field(desk, quoted):
    def add(**values):
        return reason_of(lambda: desk.moving.add_quote(quoted, replace(QUOTE, **values)))

    assert add(cents=0) == (Reason.NOT_AN_AMOUNT, "cents")
    assert add(name=" ") == (Reason.BLANK, "name")
    assert add(state=QuoteState.CHOSEN) == (Reason.QUOTE_NOT_CHOSEN_HERE, "state")
    assert add(valid_to=date(2026, 11, 1)) == (Reason.ENDS_BEFORE_IT_BEGINS, "valid_to")
    asked = int(desk.moving.add_quote(quoted, replace(QUOTE, cents=None)).facts["id"])
    assert reason_of(lambda: desk.moving.choose_quote(asked))[0] is Reason.QUOTE_WITHOUT_PRICE

    def cost(**values):
        draft = replace(CostDraft(CostKind.TRAVEL, 10_000, "Bahn"), **values)
        return reason_of(lambda: desk.moving.add_cost(quoted, draft))

    assert cost(cents=0) == (Reason.NOT_AN_AMOUNT, "cents")
    assert cost(cents=None) == (Reason.BLANK, "cents")
    assert cost(refunded_cents=10_001) == (Reason.REFUND_TOO_HIGH, "refunded_cents")
    assert cost(refunded_on=TODAY) == (Reason.REFUND_WITHOUT_AMOUNT, "refunded_cents")
    assert reason_of(lambda: desk.moving.describe(quoted, MoveDraft(cubic_metres=0))) == (
        Reason.NOT_A_NUMBER,
        "cubic_metres",
    )


def test_a_moving_day_before_the_contract_is_told_when_it_is_saved_and_in_the_list(desk, case):
    done = desk.moving.add_quote(case, replace(QUOTE, moving_on=date(2026, 10, 25)))
    said = wording.done(done)
    assert "Achtung: Umzugstag vor Vertrag oder Einzug (" in said
    assert "02.11.2026" in said
    (only,) = desk.moving.board(case).quotes
    assert only.judgement.days == (
        DayHint.BEFORE_CONTRACT,
        DayHint.BEFORE_TENANCY,
        DayHint.SUNDAY,
    )


def test_a_cost_two_payers_are_asked_for_is_told_at_both(desk, case):
    bahn = CostDraft(CostKind.TRAVEL, 20_000, "Bahn", incurred_on=DAY, payer=Payer.EMPLOYER)
    desk.moving.add_cost(case, bahn)
    done = desk.moving.add_cost(case, replace(bahn, payer=Payer.EURES))
    assert "zusammen mehr als der Betrag" in wording.done(done)
    costs = desk.moving.board(case).costs
    assert all(CostHint.CLAIMED_TWICE in each.hints for each in costs)
    desk.moving.edit_cost(costs[1].id, replace(costs[1].draft, refused_because="kein Anspruch"))
    assert not any(CostHint.CLAIMED_TWICE in each.hints for each in desk.moving.board(case).costs)


def test_the_sums_say_what_is_open_and_what_the_family_bears(desk, case):
    for draft in (
        CostDraft(CostKind.MOVER, 200_000, "Umzug", payer=Payer.EMPLOYER),
        CostDraft(
            CostKind.TRAVEL, 30_000, "Bahn", payer=Payer.EMPLOYER, refunded_cents=20_000,
            refunded_on=TODAY,
        ),
        CostDraft(CostKind.BROKER, 50_000, "Makler", payer=Payer.AGENCY, refused_because="nein"),
        CostDraft(CostKind.VISA, 7_500, "Visum"),
    ):  # fmt: skip
        desk.moving.add_cost(case, draft)
    found = desk.moving.board(case).sums
    assert (found.total, found.promised, found.refunded) == (287_500, 230_000, 20_000)
    assert (found.open, found.own) == (200_000, 67_500)


def test_the_last_day_to_ask_is_counted_until_somebody_types_another(desk, case):
    bahn = CostDraft(CostKind.TRAVEL, 20_000, "Bahn", incurred_on=DAY, payer=Payer.EURES)
    own = cost_of(desk, case, bahn)

    def cost():
        (found,) = desk.moving.board(case).costs
        return found

    assert (cost().draft.claim_by, cost().counted) == (date(2027, 1, 19), True)
    desk.moving.edit_cost(own, replace(cost().draft, ordered_on=date(2026, 12, 1)))
    assert cost().draft.claim_by == date(2026, 11, 3)
    assert cost().hints == (CostHint.CLAIM_MISSED,)
    desk.moving.edit_cost(own, replace(cost().draft, claim_by=date(2027, 1, 4)))
    assert (cost().draft.claim_by, cost().counted) == (date(2027, 1, 4), False)
    desk.moving.edit_cost(own, replace(cost().draft, claimed_on=date(2027, 1, 5)))
    assert cost().hints == (CostHint.CLAIMED_LATE,)


def test_who_may_pay_is_told_with_day_paragraph_and_stand_and_never_guessed(desk, case):
    cost_of(desk, case, CostDraft(CostKind.MOVER, 200_000, "Umzug", incurred_on=DAY))
    board = desk.moving.board(case)
    tax = way_of(board, Way.TAX)
    assert (tax.fit, tax.by, tax.voluntary) == (
        Fit.FITS, date(2028, 7, 31), date(2031, 12, 31),
    )  # fmt: skip
    assert "§ 9 Abs. 1 EStG" in tax.rule.basis
    assert way_of(board, Way.AGENCY).fit is Fit.UNKNOWN
    assert way_of(board, Way.EURES).fit is Fit.NOT  # a national of Tunisia
    assert way_of(board, Way.CUSTOMS).fit is Fit.FITS
    assert way_of(board, Way.PROGRAMME).fit is Fit.NOT
    nurse = desk.candidates.case(case).people[0].id
    desk.household.record(case, nurse, FactKey.UNEMPLOYED, "no")
    assert way_of(desk.moving.board(case), Way.AGENCY).fit is Fit.NOT
    employer = desk.candidates.case(case).draft.employer
    desk.employers.add_benefit(employer, BenefitDraft(BenefitKind.RELOCATION, "Bis 1.000 Euro"))
    assert desk.moving.board(case).benefits == ("Bis 1.000 Euro",)


def test_the_days_of_a_move_stand_in_the_timeline(desk, quoted):
    asked = replace(QUOTE, name="Fracht", state=QuoteState.ASKED, asked_on=TODAY, cents=None)
    desk.moving.add_quote(quoted, replace(asked, received_on=None, valid_to=None, moving_on=None))

    def events():
        found = desk.events.of_case(quoted)
        return {(e.title, e.on.isoformat(), e.is_open) for e in found if e.kind is EventKind.MOVE}

    assert ("Möwe Umzüge", "2027-01-31", True) in events()
    assert ("Fracht", date.fromordinal(TODAY.toordinal() + 14).isoformat(), True) in events()
    desk.moving.choose_quote(quote(desk, quoted, "Möwe Umzüge").id)
    assert events() == {
        ("Möwe Umzüge", "2027-02-16", False),
        ("Möwe Umzüge", "2027-02-15", True),
    }


def test_a_quote_with_a_receipt_stays_until_its_cost_is_gone(desk, quoted):
    own = quote(desk, quoted, "Möwe Umzüge").id
    desk.moving.choose_quote(own)
    (cost,) = desk.moving.board(quoted).costs
    desk.moving.edit_cost(cost.id, replace(cost.draft, receipt=Receipt.HERE))
    assert reason_of(lambda: desk.moving.remove_quote(own))[0] is Reason.QUOTE_HAS_COSTS
    desk.moving.remove_cost(cost.id)
    desk.moving.remove_quote(own)
    assert [each.name for each in desk.moving.board(quoted).quotes] == ["Kutter und Karre"]


def test_two_entries_of_one_mover_become_one_and_its_quotes_follow(desk, case):
    first, second = (
        make_provider(desk, organisation=name, category=Category.MOVER)
        for name in ("Umzug Möwe", "Umzug Moewe GmbH")
    )
    for mover in (first, second):
        desk.moving.add_quote(case, replace(QUOTE, provider=mover, name=""))
    desk.duplicates.merge(first, second, {}, "doppelt")
    assert {each.draft.provider for each in desk.moving.board(case).quotes} == {first}


def test_goods_worth_more_than_the_carrier_is_liable_for_are_told(desk, quoted):
    desk.moving.describe(quoted, MoveDraft(cubic_metres=30, goods_cents=2_000_000))
    first = desk.moving.board(quoted).quotes[0].judgement
    assert first.covered_cents == 30 * 62_000
    assert QuoteHint.LIABILITY_TOO_LOW in first.hints


def test_without_costs_there_is_no_sheet_and_with_them_it_names_all(desk, quoted):
    order = desk.moving.sheet(quoted)
    assert reason_of(lambda: desk.papers.preview(order, OFFICE_LANGUAGE))[0] is (
        Reason.NO_MOVE_COSTS
    )
    desk.moving.choose_quote(quote(desk, quoted, "Möwe Umzüge").id)
    text = text_of(desk.papers.preview(order, OFFICE_LANGUAGE))
    for said in ("Möwe Umzüge", "1.980,00", "Arbeitgeber", "15.02.2027"):
        assert said in text
    assert "EURES" not in text
    assert "EStG" not in text  # nobody has read that part of the law


def test_the_folder_names_the_chosen_mover_with_the_day_and_no_other(desk, case):
    ebbe, _ = (
        make_provider(desk, organisation=name, category=Category.MOVER)
        for name in ("Umzüge Ebbe", "Umzüge Flut")
    )

    def movers():
        places = desk.folders.contents(case, OFFICE_LANGUAGE).places
        told = (each for each in places if each.why and each.why.why in (Why.MOVE, Why.MOVE_DAY))
        return {each.name: each.why.on for each in told}

    made = desk.moving.add_quote(case, replace(QUOTE, provider=ebbe, name=""))
    assert movers() == {"Umzüge Ebbe": None, "Umzüge Flut": None}
    desk.moving.choose_quote(int(made.facts["id"]))
    assert movers() == {"Umzüge Ebbe": DAY}
