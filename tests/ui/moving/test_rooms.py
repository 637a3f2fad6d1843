"""The room of the move in the window: quotes compared, costs with receipts, what is refused."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtWidgets import QLabel

from app.records.moving import CostDraft, MoveDraft, Receipt
from app.records.papers import PaperKind
from app.rules.moving import Extra, QuoteState
from app.rules.refunds import CostKind, Payer
from tests.makers import make_case, with_dates
from tests.services.moving_commands import DAY, DEAR, QUOTE
from ui.moving import words
from ui.moving.case_room import MoveRoom
from ui.tabs import place
from ui.widgets.paper_dialog import PaperDialog


@pytest.fixture
def desk(window):
    return window.acts.desk


@pytest.fixture
def case(window, desk):
    found = make_case(desk)
    with_dates(desk, found)
    window.show_case(found)
    return found


@pytest.fixture
def room(window, case):
    return room_of(window)


def room_of(window, row=""):
    page = window.go_to(place("support"))
    page.ask(f"move{row}")
    assert isinstance(page.room, MoveRoom)
    return page.room


def typed(form, **values):
    for name, value in values.items():
        form.put(name, value)
    form.save()


def test_a_quote_typed_in_is_compared_chosen_and_becomes_a_cost(window, desk, room, case):
    room.new_quote()
    typed(
        room.quote_form, name="Möwe Umzüge", state="received", cents="1.980,00", fixed="yes",
        moving_on="16.02.2027", includes="packing", valid_to="31.01.2027",
    )  # fmt: skip
    (quote,) = desk.moving.board(case).quotes
    assert quote.draft.includes == {Extra.PACKING}
    assert room.quotes.key() == quote.id
    assert "1 von 3 empfohlenen Preisen liegt vor" in window.strip.text()
    assert not quote.is_cheapest  # of one
    room.quote_form.choose.click()
    (cost,) = desk.moving.board(case).costs
    assert (cost.draft.cents, cost.draft.incurred_on) == (198_000, DAY)
    assert "Möwe Umzüge, 16.02.2027" in window.strip.text()
    assert "beauftragt" in window.message_bar.sentence()
    window.acts.undo()
    assert desk.moving.board(case).costs == ()


def test_a_mover_who_says_a_price_has_answered(room, qtbot):
    form = room.quote_form
    room.new_quote()
    assert form.value("state") == QuoteState.ASKED.value
    qtbot.keyClicks(form.editor("cents"), "1980")
    assert form.value("state") == QuoteState.RECEIVED.value
    form.put("state", QuoteState.DECLINED.value)
    qtbot.keyClicks(form.editor("cents"), ",50")
    assert form.value("state") == QuoteState.DECLINED.value


def test_a_moving_day_before_the_contract_and_what_cannot_be_are_told_at_the_field(
    desk, room, case
):
    room.new_quote()
    room.quote_form.put("moving_on", "25.10.2026")
    assert "vor dem Vertrag" in room.quote_form.day_told.text()
    assert "Sonntag" in room.quote_form.day_told.text()
    room.quote_form.put("moving_on", "16.02.2027")
    assert room.quote_form.day_told.isHidden()
    room.quote_form.settle()
    room.new_cost()
    typed(room.cost_form, title="Bahn", cents="100", refunded_cents="200")
    assert "nicht mehr sein als der Betrag" in room.cost_form.field("refunded_cents").reason()
    typed(room.cost_form, refunded_cents="50", refunded_on="31.12.2030")
    assert "Zukunft" in room.cost_form.field("refunded_on").reason()
    typed(room.cost_form, cents="0")
    assert room.cost_form.field("cents").reason().startswith("0 € sind keine Kosten")
    assert room.cost_form.value("title") == "Bahn"
    assert desk.moving.board(case).costs == ()


def test_a_day_to_ask_is_counted_and_an_estimate_is_taken_only_when_asked(desk, room, case):
    room.new_cost()
    typed(room.cost_form, kind="visa", cents="225", payer="employer", incurred_on="16.02.2027")
    (cost,) = desk.moving.board(case).costs
    assert cost.draft.title == words.KINDS[CostKind.VISA]
    assert room.cost_form.value("claim_by") == "15.02.2027"
    assert "gerechnet" in room.cost_form.told.text()
    room.edit_move()
    room.move_form.put("rooms", "3")
    assert not room.move_form.is_typed
    assert "Geschätzt 35 m³" in room.move_form.estimate.text()
    room.move_form.take.click()
    typed(room.move_form, from_town="Tunis", extras="packing customs", pays="employer")
    move = desk.moving.board(case).move
    assert move == MoveDraft(
        "Tunis", 35, extras=frozenset({Extra.PACKING, Extra.CUSTOMS}),
        pays=frozenset({Payer.EMPLOYER}),
    )  # fmt: skip


def test_it_is_filled_when_it_is_the_first_room_shown_and_when_the_case_changes(window, desk):
    first, second = make_case(desk), make_case(desk)
    desk.moving.add_quote(first, QUOTE)
    desk.moving.add_cost(second, CostDraft(CostKind.TRAVEL, 9_900, "Bahn"))
    window.show_case(first)
    room = room_of(window)
    assert [each.name for each in room.board.quotes] == ["Möwe Umzüge"]
    window.show_case(second)
    assert [each.draft.title for each in room.board.costs] == ["Bahn"]
    (cost,) = room.board.costs
    assert room_of(window, f":-{cost.id}").cost_form.value("title") == "Bahn"


def test_all_that_is_known_is_told_in_words_side_by_side(window, desk, case):
    desk.moving.describe(case, MoveDraft(cubic_metres=30, extras=frozenset({Extra.PACKING})))
    desk.moving.add_quote(case, QUOTE)
    desk.moving.add_quote(case, replace(DEAR, fixed=False, includes=frozenset()))
    desk.moving.add_cost(case, CostDraft(CostKind.TRAVEL, 9_900, "Bahn", incurred_on=DAY))
    room = room_of(window)
    told = room.overview.quotes_told()
    assert "Möwe Umzüge, je m³: 66,00 €" in told
    assert "Kutter und Karre, fehlt: Einpacken" in told
    assert "nur geschätzt" in told
    ways = room.overview.ways_told()
    assert "Agentur für Arbeit (Vermittlungsbudget): noch zu klären" in ways
    assert "§ 324 Abs. 1 SGB III" in ways
    assert "Frist: 15.02.2027" in ways
    assert "Stand 19.08.2026" in ways


def test_a_quote_with_a_receipt_is_kept_and_the_reason_says_the_way_out(window, desk, case):
    quote = int(desk.moving.add_quote(case, QUOTE).facts["id"])
    desk.moving.choose_quote(quote)
    (cost,) = desk.moving.board(case).costs
    desk.moving.edit_cost(cost.id, replace(cost.draft, receipt=Receipt.HERE))
    room = room_of(window, f":{quote}")
    assert room.quote_form.choose.isHidden()
    room.quote_form.remove.click()
    assert "erst diese Kosten löschen" in room.quote_form._reason.text()
    assert len(desk.moving.board(case).quotes) == 1
    assert desk.moving.board(case).quotes[0].draft.state is QuoteState.CHOSEN


def test_what_is_odd_about_quotes_and_costs_stands_where_they_are_shown(window, desk, case):
    first, other = (int(desk.moving.add_quote(case, each).facts["id"]) for each in (QUOTE, DEAR))
    twin = int(desk.moving.add_quote(case, QUOTE).facts["id"])
    room = room_of(window, f":{twin}")
    assert "steht mehrfach da" in room.quote_form.told.text()
    room.quote_form.remove.click()
    assert "mehrfach" not in room_of(window, f":{first}").overview.quotes_told()
    assert room.quote_form.told.isHidden()
    desk.moving.choose_quote(first)
    (cost,) = desk.moving.board(case).costs
    desk.moving.edit_cost(cost.id, replace(cost.draft, receipt=Receipt.HERE))
    room_of(window, f":{other}").quote_form.choose.click()
    assert "Achtung: Die Kosten „Möwe Umzüge“ bleiben" in window.message_bar.sentence()
    kept = [told for _, title, told in room.costs._shown if title == "Möwe Umzüge"]
    assert "diese Firma ist nicht beauftragt" in kept[0]
    assert "bitte die Kosten löschen" in room_of(window, f":-{cost.id}").cost_form.told.text()
    told = [told for _, title, told in room.quotes._shown if title == "Möwe Umzüge"]
    assert told == ["abgelehnt · 1.980,00 € · günstigstes"]


def test_the_cheapest_of_those_left_is_called_so(window, desk, case):
    for each in (QUOTE, DEAR, replace(DEAR, name="Fracht", cents=250_000)):
        desk.moving.add_quote(case, each)
    first = desk.moving.board(case).quotes[0]
    desk.moving.edit_quote(first.id, replace(first.draft, state=QuoteState.DECLINED))
    room = room_of(window)
    told = [told for _, title, told in room.quotes._shown if title == "Kutter und Karre"]
    assert told == ["liegt vor · 2.400,00 € · günstigstes der offenen"]
    marks = [each.text() for each in room.overview.findChildren(QLabel)]
    assert "günstigstes der offenen Angebote; ein abgelehntes war günstiger" in marks
    assert "günstigstes vollständiges Angebot" not in marks


def test_the_sheet_is_shown_before_it_is_printed(window, desk, case):
    desk.moving.add_cost(case, CostDraft(CostKind.TRAVEL, 9_900, "Bahn", incurred_on=DAY))
    room = room_of(window)
    room.print_button.click()
    dialog = room.findChild(PaperDialog)
    assert dialog is not None
    assert desk.moving.sheet(case).kind is PaperKind.MOVE_COSTS
    dialog.close()
