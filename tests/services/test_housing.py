"""Homes on a real file: wishes, offers, viewings, dormitories, and what is refused."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from app.edits import changed_nothing
from app.errors import Reason, Refused
from app.records.events import EventKind
from app.records.housing import (
    DormitoryDraft,
    FailedBecause,
    InterestDraft,
    InterestState,
    OfferDraft,
    OfferHint,
    ViewingNote,
    WaitingDraft,
    WaitingHint,
    WaitingState,
    WishDraft,
)
from app.records.providers import Category
from app.records.travel import TravelDraft
from app.records.visits import VisitDraft
from app.rules.facts import FactKey
from app.rules.home_matching import Criterion, Verdict
from app.rules.visit_days import StopKind
from tests.conftest import TODAY
from tests.makers import make_case, make_provider
from tests.services.test_care_sheets import text_of
from ui import wording

FLAT = OfferDraft(
    "3 Zimmer am Deich",
    street="Deichstraße 4",
    postcode="26506",
    town="Norden",
    half_rooms=6,
    cold_cents=70_000,
    extra_cents=12_000,
    heating_cents=0,
    free_from=TODAY,
)
WISH = WishDraft(half_rooms=6, rent_cents=90_000, municipalities=("03452019",))


def refused(reason, act, *arguments, **more):
    with pytest.raises(Refused) as told:
        act(*arguments, **more)
    assert told.value.reason is reason
    return told.value


@pytest.fixture
def case(desk):
    found = make_case(desk, children=1)
    desk.housing.keep_wish(found, WISH)
    return found


def added(desk, draft=FLAT, **more):
    return int(desk.housing.add(draft, **more).facts["id"])


def verdicts(match):
    return {each.criterion: each.verdict for each in match.points}


def test_a_wish_is_kept_whole_and_a_limit_of_nothing_is_refused_beside_it(desk, case):
    assert desk.housing.wish_of(case) == WISH
    none = replace(WISH, rent_cents=0)
    assert refused(Reason.NO_RENT, desk.housing.keep_wish, case, none).field == "rent_cents"
    late = replace(WISH, wanted_from=TODAY, latest_from=TODAY - timedelta(1))
    refused(Reason.ENDS_BEFORE_IT_BEGINS, desk.housing.keep_wish, case, late)
    assert desk.housing.wish_of(case) == WISH


@pytest.mark.parametrize(
    ("changes", "reason", "field"),
    [
        ({"cold_cents": 0}, Reason.NO_RENT, "cold_cents"),
        ({"price_cents": 0}, Reason.NO_RENT, "price_cents"),
        ({"title": " "}, Reason.BLANK, "title"),
        ({"half_rooms": 1}, Reason.NOT_ROOMS, "half_rooms"),
        ({"floor": 10**19}, Reason.NOT_A_NUMBER, "floor"),
        ({"postcode": "2650"}, Reason.NOT_A_POSTCODE, "postcode"),
        ({"free_until": TODAY - timedelta(1)}, Reason.ENDS_BEFORE_IT_BEGINS, "free_until"),
    ],
)
def test_what_cannot_be_is_refused_beside_its_field(desk, changes, reason, field):
    assert refused(reason, desk.housing.add, replace(FLAT, **changes)).field == field
    assert desk.housing.offers() == ()


def test_an_offer_entered_twice_is_told_with_the_other_and_can_be_entered_all_the_same(desk):
    first = added(desk, replace(FLAT, website="https://example.org/7"))
    again = replace(FLAT, title="Am Deich", street="Deichstr. 4", cold_cents=71_000)
    told = refused(Reason.HOME_TWICE, desk.housing.add, again)
    assert (told.field, told.facts["other"], told.facts["id"]) == ("street", FLAT.title, first)
    page = replace(FLAT, street="", town="Aurich", website="example.org/7")
    assert refused(Reason.HOME_TWICE, desk.housing.add, page).field == "website"
    second = added(desk, again, knowingly=True)
    desk.housing.edit(first, replace(FLAT, note="neu"), knowingly=True)
    assert {each.id for each in desk.housing.offers()} == {first, second}
    desk.housing.archive(second, "doppelt")
    desk.housing.edit(first, FLAT)  # itself and the archived one are no others


def test_a_board_says_each_criterion_and_puts_what_fits_first(desk, case):
    fits = added(desk)
    dear = added(desk, replace(FLAT, title="teuer", street="Siel 1", cold_cents=90_000))
    open_one = added(
        desk, replace(FLAT, title="offen", street="Watt 1", heating_cents=None, half_rooms=None)
    )
    board = desk.housing.board(case)
    assert [each.offer.id for each in board.matches] == [fits, open_one, dear]
    assert board.fitting == 2
    assert verdicts(board.matches[0]) == {
        Criterion.ROOMS: Verdict.FITS,
        Criterion.RENT: Verdict.FITS,
        Criterion.PLACE: Verdict.FITS,
        Criterion.STAND: Verdict.FITS,
    }
    assert verdicts(board.matches[1])[Criterion.RENT] is Verdict.UNKNOWN
    few = desk.housing.board(case, 1)
    assert ([each.offer.id for each in few.matches], few.left_out) == ([fits], 2)


def test_an_offer_holds_as_of_the_day_it_was_changed_or_confirmed_and_not_looked_at(desk):
    def stand():
        return next(each.entered_on for each in desk.housing.offers() if each.id == home)

    home = added(desk)
    entered, later = TODAY, TODAY + timedelta(14)
    desk.transactions.today = lambda: later
    assert changed_nothing(desk.housing.edit(home, FLAT))
    assert stand() == entered
    assert desk.housing.confirm(home).batch is not None
    assert stand() == later
    desk.transactions.today = lambda: later + timedelta(1)
    desk.housing.edit(home, replace(FLAT, note="ruft zurück"))
    assert stand() == later + timedelta(1)


def test_without_a_wish_nothing_is_matched(desk):
    added(desk)
    board = desk.housing.board(make_case(desk))
    assert (board.wish, board.matches, board.fitting) == (None, (), 0)


def test_low_income_decides_what_needs_a_certificate(desk, case):
    added(desk, replace(FLAT, entitled_only=True))
    for value, verdict in ((None, Verdict.UNKNOWN), ("yes", Verdict.FITS), ("no", Verdict.FAILS)):
        if value:
            desk.household.record(case, None, FactKey.LOW_INCOME, value)
        (match,) = desk.housing.board(case).matches
        assert verdicts(match)[Criterion.ENTITLED] is verdict


def test_the_way_to_work_is_by_the_table_and_never_guessed_over_water(desk):
    clinic = make_provider(desk, category=Category.EMPLOYER, organisation="Deichklinik")
    case = make_case(desk, employer=clinic)
    desk.housing.keep_wish(case, WishDraft(minutes_to_work=30))
    island = replace(FLAT, street="Strand 1", postcode="26548", town="Norderney")
    aurich = replace(FLAT, street="Markt 1", postcode="26603", town="Aurich")
    homes = [added(desk, draft) for draft in (FLAT, aurich, island)]

    def ways():
        board = desk.housing.board(case)
        points = {m.offer.id: p for m in board.matches for p in m.points if p.way is not None}
        return [points[key] for key in homes]

    here, there, over = ways()
    assert here.way.estimated
    assert here.verdict is Verdict.FITS
    assert there.way.estimated
    assert (over.verdict, over.way.ferry, over.way.minutes) == (Verdict.UNKNOWN, True, None)
    desk.travel.enter(TravelDraft("Norden", "Norderney", 75, ferry=True))
    desk.travel.enter(TravelDraft("Norden", "Aurich", 29))
    _, there, over = ways()
    assert (there.verdict, there.has, there.way.estimated) == (Verdict.FITS, 29, False)
    assert (over.verdict, over.has, over.way.ferry) == (Verdict.FAILS, 75, True)


def test_a_case_without_work_says_that_the_way_stays_open(desk, case):
    desk.housing.keep_wish(case, replace(WISH, minutes_to_work=20))
    assert desk.housing.board(case).without_work


def test_who_else_may_have_homes_is_listed_for_the_wanted_places(desk, case):
    manager = {"category": Category.ESTATE_MANAGER, "phone": "040 66969-160"}
    make_provider(desk, organisation="Deichwohnen", ags="03452019", **manager)
    make_provider(desk, organisation="Fehnwohnen", ags="03452001", **manager)
    (found,) = desk.housing.board(case).ask
    assert (found.name, found.phone) == ("Deichwohnen", "040 66969-160")
    desk.housing.keep_wish(case, WishDraft())
    assert len(desk.housing.board(case).ask) == 2


def test_viewings_at_one_time_or_on_a_day_of_rest_are_told(desk, case):
    friday, sunday = date(2026, 11, 27), date(2026, 11, 29)
    second = {"first": friday, "second": friday, "sunday": sunday, "christmas": date(2026, 12, 25)}
    for at, (title, on) in enumerate(second.items()):
        key = added(desk, replace(FLAT, title=title, street=f"Siel {at}"))
        minutes = None if title == "sunday" else 600
        desk.viewings.note(case, key, InterestDraft(InterestState.VIEWING, on, minutes))
    board = desk.housing.board(case)
    notes = {each.offer.draft.title: each.notes for each in board.interests}
    assert notes == {
        "first": (ViewingNote.SAME_TIME,),
        "second": (ViewingNote.SAME_TIME,),
        "sunday": (ViewingNote.NO_TIME, ViewingNote.SUNDAY),
        "christmas": (ViewingNote.HOLIDAY,),
    }
    events = [each for each in desk.events.of_case(case) if each.kind is EventKind.VIEWING]
    assert [each.on for each in events] == [friday, friday, sunday, date(2026, 12, 25)]


def test_a_viewing_that_is_over_or_to_come_is_told_beside_its_state(desk, case):
    key = added(desk)
    agreed = InterestDraft(InterestState.VIEWING, TODAY - timedelta(1), 600)
    assert "Achtung: der Tag ist vorbei" in wording.done(desk.viewings.note(case, key, agreed))
    (view,) = desk.housing.board(case).interests
    assert view.notes == (ViewingNote.PAST,)
    for changes, notes in (
        ({"viewing_on": TODAY}, ()),
        ({"state": InterestState.VIEWED}, ()),
        ({"state": InterestState.VIEWED, "viewing_on": TODAY + timedelta(1)}, (ViewingNote.AHEAD,)),
    ):
        done = desk.viewings.note(case, key, replace(agreed, **changes))
        (view,) = desk.housing.board(case).interests
        assert view.notes == notes
        assert ("Achtung" in wording.done(done)) is bool(notes)


def test_a_home_promised_to_two_families_is_told_to_both(desk, case):
    key, other = added(desk), make_case(desk)
    accepted = InterestDraft(InterestState.ACCEPTED)
    assert "Achtung" not in wording.done(desk.viewings.note(case, key, accepted))
    said = wording.done(desk.viewings.note(other, key, accepted))
    assert "Achtung: Sie ist an eine andere Familie vergeben" in said
    for each in (case, other):
        (view,) = desk.housing.board(each).interests
        assert verdicts(view.match)[Criterion.TAKEN] is Verdict.FAILS


def test_an_offer_that_is_over_or_free_again_is_told_when_it_is_saved_and_with_it(desk):
    over = replace(FLAT, free_from=None, free_until=TODAY - timedelta(1))
    done = desk.housing.add(replace(over, valid_to=TODAY - timedelta(1)))
    assert "Achtung: „Gültig bis“ ist vorbei, „Frei bis“ ist vorbei." in wording.done(done)
    (view,) = desk.housing.offers()
    assert view.hints == (OfferHint.EXPIRED, OfferHint.OVER)
    key = view.id
    assert "Achtung" not in wording.done(desk.housing.edit(key, replace(FLAT, valid_to=TODAY)))
    ahead = replace(FLAT, free_from=TODAY + timedelta(30))
    desk.housing.edit(key, ahead)
    desk.housing.archive(key, "vermietet")  # let before it is free: that is how it goes
    assert desk.housing.offers()[0].hints == ()
    desk.transactions.today = lambda: TODAY + timedelta(90)
    again = replace(FLAT, free_from=TODAY + timedelta(120))
    done = desk.housing.edit(key, again)
    assert "Achtung: sie wird nicht mehr angeboten" in wording.done(done)
    assert desk.housing.offers()[0].hints == (OfferHint.FREE_AGAIN,)


def test_a_visit_is_proposed_the_viewings_of_its_days(desk, case):
    for title, on in (("then", date(2026, 11, 27)), ("later", date(2026, 12, 4))):
        key = added(desk, replace(FLAT, title=title, street=f"{title} 1"))
        desk.viewings.note(case, key, InterestDraft(InterestState.VIEWING, on, 990))
    stops = desk.visits.proposed(case, date(2026, 11, 26), date(2026, 11, 28))
    flats = [each for each in stops if each.kind is StopKind.FLAT]
    assert [(each.title, each.asked_day, each.asked_start) for each in flats] == [
        ("then", date(2026, 11, 27), 990)
    ]
    visit = VisitDraft(date(2026, 11, 26), date(2026, 11, 28))
    desk.visits.make(case, visit, stops)


def test_what_is_asked_for_is_chased_after_ten_days(desk, case):
    desk.viewings.note(case, added(desk), InterestDraft(InterestState.ASKED))
    (event,) = (e for e in desk.events.of_case(case) if e.kind is EventKind.VIEWING)
    assert (event.on, event.is_open, event.title) == (TODAY + timedelta(10), True, FLAT.title)


def test_a_failed_attempt_needs_a_reason_and_stays_when_the_offer_is_gone(desk, case):
    key = added(desk)
    bare = InterestDraft(InterestState.REFUSED)
    assert refused(Reason.REASON_MISSING, desk.viewings.note, case, key, bare).field == "reason"
    refused(
        Reason.VIEWING_DAY_MISSING,
        desk.viewings.note,
        case,
        key,
        InterestDraft(InterestState.VIEWING),
    )
    told = replace(bare, reason=FailedBecause.DISCRIMINATION, because="nur Deutsche")
    desk.viewings.note(case, key, told)
    desk.housing.archive(key, "vermietet")
    (kept,) = desk.housing.board(case).interests
    assert (kept.reason, kept.because) == (FailedBecause.DISCRIMINATION, "nur Deutsche")
    other = make_case(desk)
    asked = InterestDraft(InterestState.ASKED)
    refused(Reason.HOME_ENDED, desk.viewings.note, other, key, asked)


def test_accepting_records_that_a_home_is_found_and_takes_the_offer_out(desk, case):
    key = added(desk)
    other = make_case(desk)
    desk.housing.keep_wish(other, WishDraft())
    found = InterestDraft(InterestState.ACCEPTED, home_found=True)
    done = desk.viewings.note(case, key, found)
    facts = {each.key: each.value for each in desk.candidates.case(case).facts}
    assert facts[FactKey.HOME_FOUND] == "yes"
    (match,) = desk.housing.board(other).matches
    assert verdicts(match)[Criterion.TAKEN] is Verdict.FAILS
    desk.viewings.note(case, key, replace(found, take_out=True))
    assert desk.housing.board(other).matches == ()
    assert done.case == case


def test_a_dormitory_keeps_a_waiting_list_for_those_who_learn(desk):
    hostel = make_provider(desk, category=Category.HOUSING, organisation="Wohnheim Backbord")
    case = make_case(desk, profession="trainee", children=1)
    child = desk.candidates.case(case).people[1].id
    (member,) = desk.housing.board(case).members
    draft = WaitingDraft(WaitingState.WAITING, TODAY, rank=3, next_on=date(2026, 12, 1))
    refused(Reason.NO_SUCH_DORMITORY, desk.dormitories.wait, member.person, hostel, draft)
    odd = DormitoryDraft(places=2, free_places=3)
    assert refused(Reason.NOT_A_VALUE, desk.dormitories.keep, hostel, odd).field == "free_places"
    far = replace(draft, rank=10**19)
    assert refused(Reason.NOT_A_NUMBER, desk.dormitories.wait, child, hostel, far).field == "rank"
    none = DormitoryDraft(month_cents=0)
    assert refused(Reason.NO_RENT, desk.dormitories.keep, hostel, none).field == "month_cents"
    tomorrow = TODAY + timedelta(1)
    counted = DormitoryDraft(places=40, free_places=2, free_as_of=tomorrow)
    told = refused(Reason.DATE_IN_FUTURE, desk.dormitories.keep, hostel, counted)
    assert told.field == "free_as_of"
    desk.dormitories.keep(hostel, replace(counted, free_as_of=TODAY))
    early = replace(draft, applied_on=tomorrow)
    told = refused(Reason.DATE_IN_FUTURE, desk.dormitories.wait, member.person, hostel, early)
    assert told.field == "applied_on"
    for person in (member.person, child):
        desk.dormitories.wait(person, hostel, draft)
    assert desk.dormitories.all()[0].waiting_here == 1
    first, second = desk.housing.board(case).members
    assert [each.entries[0].draft for each in (first, second)] == [draft, draft]
    refused(Reason.DORMITORY_IN_USE, desk.dormitories.remove, hostel)
    events = [e for e in desk.events.of_case(case) if e.kind is EventKind.VIEWING]
    assert {(e.on, e.is_open, e.title) for e in events} == {
        (date(2026, 12, 1), True, "Wohnheim Backbord")
    }
    desk.household.remove(child)
    assert len(desk.housing.board(case).members) == 1


def test_days_before_an_application_are_told_when_it_is_noted_and_with_it(desk):
    hostel = make_provider(desk, category=Category.HOUSING, organisation="Wohnheim Backbord")
    desk.dormitories.keep(hostel, DormitoryDraft())
    case = make_case(desk, profession="student")
    person = desk.candidates.case(case).people[0].id
    before = TODAY - timedelta(1)
    draft = WaitingDraft(WaitingState.OFFERED, TODAY, wanted_from=before, next_on=before)
    said = wording.done(desk.dormitories.wait(person, hostel, draft))
    assert "Achtung: „Gewünscht ab“ liegt vor der Bewerbung; „Nachfragen am“ liegt vor" in said
    (member,) = desk.housing.board(case).members
    assert member.entries[0].hints == (WaitingHint.WANTED_BEFORE, WaitingHint.ASK_BEFORE)
    sound = replace(draft, wanted_from=TODAY, next_on=TODAY)
    assert "Achtung" not in wording.done(desk.dormitories.wait(person, hostel, sound))


def test_the_sheet_of_a_trainee_names_the_dormitories_applied_to_and_no_remark(desk):
    case = make_case(desk, profession="trainee", children=1)
    person = desk.candidates.case(case).people[0].id
    order = desk.housing.sheet(case)
    refused(Reason.NO_HOME_FITS, desk.papers.preview, order, "de")
    for name, state, on in (
        ("Backbord", WaitingState.WAITING, TODAY),
        ("Steuerbord", WaitingState.OFFERED, TODAY - timedelta(1)),
        ("Achtern", WaitingState.REFUSED, TODAY),
    ):
        key = make_provider(desk, category=Category.HOUSING, organisation=f"Wohnheim {name}")
        desk.dormitories.keep(key, DormitoryDraft(month_cents=31_000, public_note=f"Haus {name}"))
        entry = WaitingDraft(state, date(2026, 10, 1), rank=4, next_on=on, because="geheim")
        desk.dormitories.wait(person, key, entry)
    assert desk.housing.board(case).is_printable
    text = " ".join(text_of(desk.papers.preview(order, "de")).split())
    for told in ("310,00 €", "Haus Backbord", "Amira Platz 4 auf der Warteliste"):
        assert told in text
    assert text.index("Wohnheim Steuerbord") < text.index("Wohnheim Backbord")
    assert "Am 23.11.2026 fragen wir dort nach." in text
    for hidden in ("geheim", "Achtern", "22.11.2026", "Wohnungen für Sie"):
        assert hidden not in text


def test_merging_two_entries_keeps_one_dormitory_and_the_further_place_on_its_list(desk):
    kept = make_provider(desk, category=Category.HOUSING, organisation="Wohnheim Backbord")
    twin = make_provider(desk, category=Category.HOUSING, organisation="Wohnheim Backbord e. V.")
    case = make_case(desk, profession="student")
    person = desk.candidates.case(case).people[0].id
    home = added(desk, replace(FLAT, provider=twin))
    said = {
        kept: DormitoryDraft(places=40, website="https://backbord.example"),
        twin: DormitoryDraft(places=50, free_places=3, free_as_of=TODAY, month_cents=31_000),
    }
    for key, state in ((kept, WaitingState.APPLIED), (twin, WaitingState.OFFERED)):
        desk.dormitories.keep(key, said[key])
        desk.dormitories.wait(person, key, WaitingDraft(state, TODAY))
    desk.duplicates.merge(kept, twin, {}, "doppelt")
    (hostel,) = desk.dormitories.all()
    (member,) = desk.housing.board(case).members
    (entry,) = member.entries
    assert (hostel.provider, entry.provider) == (kept, kept)
    assert hostel.draft == replace(said[kept], month_cents=31_000)
    assert entry.draft.state is WaitingState.OFFERED
    assert next(o for o in desk.housing.offers() if o.id == home).draft.provider == kept
