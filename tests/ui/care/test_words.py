"""Care in words: every code has its own, and sentences hold what is known and no more."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, timedelta

import pytest

from app.records.care import CarerKind, CareState
from app.records.care_board import HandoverView, LeftOut
from app.rules.care_fit import CareReason, Said, Verdict
from app.rules.care_need import Unsaid
from app.rules.cover import CareKind, Gap
from app.rules.terms import MemberRole
from tests.conftest import TODAY
from tests.ui.care import boards
from tests.ui.care.boards import FIRST
from ui.care import telling, words
from ui.care.card_model import ORDERS, STATE_ICONS, CardOrder
from ui.care.week_painting import PATTERNS

FACTS = {
    "months": 36,
    "on": date(2027, 3, 1),
    "count": 2,
    "waiting": 14,
    "name": "Deichklinik",
    "of": 40,
    "languages": ("ar", "fr"),
    "km": 7.25,
    "most": 5.0,
    "minutes": 620,
    "entered": 10,
    "weeks": 4,
    "days": 3,
    "cents": 8000,
}


@pytest.mark.parametrize(
    ("codes", "said"),
    [
        (CareKind, words.KINDS),
        (CareKind, words.ABBREVIATED),
        (CareKind, PATTERNS),
        (CarerKind, words.CARERS),
        (Verdict, words.VERDICTS),
        (CareState, words.STATES),
        (Gap, words.GAPS),
        (CareReason, words.REASONS),
        (Unsaid, telling.UNSAID),
        (CardOrder, ORDERS),
        ([*CareState, None], STATE_ICONS),
    ],
)
def test_every_code_has_its_words(codes, said):
    assert set(said) == set(codes)


@pytest.mark.parametrize("code", CareReason)
@pytest.mark.parametrize("facts", [{}, FACTS], ids=["bare", "full"])
def test_every_reason_is_a_sentence_with_and_without_facts(code, facts):
    said = words.reason(Said(code, facts))
    assert said.endswith(".")
    assert said[0].isupper() or said[0].isdigit() or said[0] == "–"
    assert not re.search(r"[{}_]|\d{4}-\d\d", said)


@pytest.mark.parametrize("code", CareReason)
def test_the_first_form_of_a_reason_uses_facts_that_rules_give(code):
    assert "–" not in words.reason(Said(code, FACTS))


@pytest.mark.parametrize(
    ("code", "facts", "said"),
    [
        ("TOO_YOUNG", {"months": 36, "on": date(2027, 5, 1)}, "ab 3 Jahren auf, das ist ab 01.05."),
        ("TOO_YOUNG", {"months": 18, "on": FIRST}, "ab 1 Jahr 6 Monaten auf"),
        (
            "NO_PLACE",
            {"count": 0, "waiting": 1},
            "Warteliste mit einer Anmeldung.",
        ),
        ("PLACE_FREE", {"count": 1}, "1 Platz frei."),
        ("PARTLY_RESERVED", {"count": 5, "name": "Klinik"}, "5 Plätze nur für Beschäftigte"),
        ("LANGUAGE", {"languages": ("ar", "fr")}, "Spricht Arabisch und Französisch."),
        ("TOO_FAR", {"km": 31.4, "most": 7.5}, "31 km entfernt, gewünscht sind höchstens 7,5 km."),
        ("TOO_FAR", {"km": 18.02, "most": 18.0}, "18,1 km entfernt, gewünscht sind höchstens 18"),
        ("TEN_HOURS", {"days": 1, "minutes": 620}, "An einem Tag länger als zehn Stunden"),
        ("TEN_HOURS", {"days": 2, "minutes": 620}, "längstens 10 h 20"),
        ("SETTLING", {"weeks": 1}, "Eingewöhnung 1 Woche."),
        ("FREE_FROM", {"on": date(2027, 2, 1)}, "Beitragsfrei ab 01.02.2027, höchstens acht"),
        (
            "PRICED",
            {"minutes": 2600},
            "Kostenpflichtig sind 43 h 20 in der Kita (§ 22 Abs. 2 NKiTaG, Stand 11/2026).",
        ),
    ],
)
def test_facts_become_words(code, facts, said):
    assert said in words.reason(Said(CareReason[code], facts))


@pytest.mark.parametrize(
    ("covered", "needed", "said"),
    [
        (0, 100, "0 %"),
        (1, 1000, "1 %"),
        (82, 100, "82 %"),
        (999, 1000, "99 %"),
        (1000, 1000, "100 %"),
        (0, 0, "–"),
    ],
)
def test_only_what_is_whole_is_a_hundred_percent(covered, needed, said):
    assert words.share(covered, needed) == said


def test_a_card_says_its_share_or_why_there_is_none():
    heads = [words.head(card, boards.person().needed) for card in boards.CARDS]
    assert heads == [
        "82 %",
        "79 %",
        "68 %",
        "unbekannt",
        "kein Platz",
        "passt nicht",
        "abgelehnt",
    ]


def test_a_card_says_the_weightiest_first():
    needed = boards.person().needed
    told = [words.card(card, needed) for card in boards.CARDS]
    assert told[0] == (
        "Deckt 138 h 40 von 168 h 20. Platz ab 22.02.2027. 600 m Luftlinie, Fahrzeit 6 min."
    )
    assert told[3].startswith("Zeiten fehlen, deshalb keine Aussage zur Deckung.")
    assert told[3].endswith("Welches Alter aufgenommen wird, ist nicht eingetragen.")
    assert "Würde decken: 157 h 20" in told[4]
    assert told[4].startswith("Kein Platz frei (Stand 05.11.2026), Warteliste mit 14 Anmeldungen.")
    assert told[6] == "Abgelehnt, weil sie erst zum 01.08.2027 aufnimmt."


def test_a_reason_that_begins_as_a_sentence_stands_behind_a_colon():
    card = replace(boards.CARDS[6], because="Der Fahrdienst kommt nicht bis hierher.")
    assert words.card(card, 100) == "Abgelehnt: Der Fahrdienst kommt nicht bis hierher."
    assert words.card(replace(card, because=" "), 100) == "Abgelehnt."


def test_how_far_is_told_once():
    far = Said(CareReason.TOO_FAR, {"km": 31.0, "most": 20.0})
    told = words.card(replace(boards.CARDS[0], said=(far,)), 10_000)
    assert "31 km entfernt" in told
    assert "Luftlinie" not in told
    assert "Fahrzeit 6 min." in told


def test_nobody_misses_an_age_in_care_for_the_old():
    unknown = Said(CareReason.AGES_UNKNOWN)
    kita = replace(boards.CARDS[0], said=(unknown,))
    old = replace(kita, helper=replace(kita.helper, kind=CareKind.ELDER_CARE))
    assert "Welches Alter" in words.card(kita, 10_000)
    assert "Welches Alter" not in words.card(old, 10_000)


@pytest.mark.parametrize(
    ("kind", "name", "named", "brief"),
    [
        (CareKind.KITA, "Kita Siel", "Kita Siel", "Kita"),
        (CareKind.ALL_DAY, "Schule Siel", "Schule Siel (Ganztag)", "Ganztag"),
        (CareKind.ALL_DAY, "Hort Siel", "Hort Siel", "Ganztag"),
        (CareKind.HOUSEHOLD, "Frau Probe, Haushaltshilfe", "Frau Probe", "Probe"),
        (CareKind.RELATIVE, "Oma Leila", "Oma Leila", "Oma"),
        (CareKind.RELATIVE, "Frau", "Frau", "Frau"),
    ],
)
def test_everybody_has_a_name_that_tells_them_apart(kind, name, named, brief):
    helper = replace(boards.HELPERS[1], kind=kind, name=name)
    assert words.named(helper) == named
    assert words.brief(helper, [helper]) == brief


def test_two_of_a_kind_are_told_apart_by_their_last_word():
    siel, deich = (
        replace(boards.HELPERS[1], kind=CareKind.CHILDMINDING, name=f"Tagespflege {each}")
        for each in ("Siel", "Deich")
    )
    assert [words.brief(each, [siel, deich]) for each in (siel, deich)] == ["Siel", "Deich"]


@pytest.mark.parametrize(
    ("name", "town", "said"),
    [
        ("Kita Siel", "Norden", "Kita Siel, Norden"),
        ("Kita Norden", "Norden", "Kita Norden"),
        ("Kita Nordenhof", "Norden", "Kita Nordenhof, Norden"),
        ("Kita Siel", "", "Kita Siel"),
    ],
)
def test_a_town_is_told_once(name, town, said):
    helper = replace(boards.HELPERS[1], kind=CareKind.KITA, name=name, town=town)
    assert words.located(helper) == said


def test_a_check_is_told_by_its_age():
    assert words.checked(None, TODAY, stale=True) == "nie geprüft"
    assert words.checked(date(2025, 10, 20), TODAY, stale=True) == "vor 13 Monaten geprüft"
    assert words.checked(date(2026, 11, 12), TODAY, stale=False) == "geprüft 12.11.2026"


def test_a_week_is_one_sentence_that_adds_up():
    week = telling.weeks(boards.answer((1, 2, 3)))[0]
    assert telling.week(week) == (
        "38 h 20 von 42 h 05 gedeckt; offen: Di und Do früh je 80 min, Fr spät 65 min. "
        "Rechenhilfe, keine Platzzusage."
    )
    assert week.title() == "Woche 1 von 4, 01.–07.03.2027"


def test_a_covered_week_and_one_without_need_say_so():
    covered, *_ = telling.weeks(boards.answer((1, 2, 3), boards.parents(karim=())))
    assert telling.week(covered).startswith("Kein Bedarf in dieser Woche.")
    early = boards.parents(boards.duties((0, 830, 1500, "", boards.ShiftKind.DAY)))
    whole, *_ = telling.weeks(boards.answer((1,), early))
    assert telling.week(whole) == "7 h 10 von 7 h 10 gedeckt. Rechenhilfe, keine Platzzusage."


def test_a_holiday_is_an_open_day_with_its_reason():
    last = telling.weeks(boards.answer((1, 2, 3)))[3]
    friday = last.days[4]
    told = telling.day_sentence(friday, boards.NAMES, boards.HELPERS)
    assert told.startswith("Fr 26.03.2027, Karfreitag: Amira Zwischendienst Z 11:30–20:00")


def test_gaps_that_have_no_time_of_day_stand_in_brackets():
    on = [FIRST + timedelta(days=5), FIRST + timedelta(days=6)]
    assert telling.gap_line(Gap.WEEKEND, 520, on) == "Sa und So je 8 h 40 (Wochenende)"
    assert telling.gap_line(Gap.UNKNOWN, 60, on[:1]) == "Sa 60 min (Zeiten unbekannt)"
    days = [FIRST + timedelta(days=at) for at in range(5)]
    assert telling.gap_line(Gap.NIGHT, 130, days) == "Mo–Fr nachts je 2 h 10"


@pytest.mark.parametrize(
    ("first", "last", "said"),
    [
        (date(2027, 3, 1), date(2027, 3, 7), "01.–07.03.2027"),
        (date(2027, 3, 29), date(2027, 4, 4), "29.03.–04.04.2027"),
        (date(2026, 12, 28), date(2027, 1, 3), "28.12.2026–03.01.2027"),
    ],
)
def test_a_week_over_the_end_of_a_month_names_both(first, last, said):
    assert telling.stretch(first, last) == said


def test_a_proposal_says_what_it_would_close():
    assert telling.proposal(boards.PROPOSAL, boards.NAMES) == (
        "Begänne der Frühdienst von Amira Di und Do um 7:20 statt 6:00, wären 10 h 40 mehr gedeckt."
    )
    ending = boards.replace(
        boards.PROPOSAL, label="Z", start=690, end=1200, later=None, earlier=1125, closes=65
    )
    assert telling.proposal(ending, {}).startswith("Endete der Dienst Z Di und Do um 18:45 statt")


def test_what_is_left_out_is_named_with_its_day():
    assert telling.left(boards.KARIM_LEFT) == (
        "Karim: kein Dienstplan für 14 Tage ab Mo 08.03.2027 – als abwesend gerechnet."
    )
    one = LeftOut(Unsaid.NOBODY_BRINGS, "", 1, FIRST)
    assert telling.left(one).startswith("An einem Tag ab Mo 01.03.2027 bringt niemand")


@pytest.mark.parametrize("code", Unsaid)
def test_everything_left_out_is_a_sentence(code):
    said = telling.left(LeftOut(code, "", 3, FIRST))
    assert said.endswith(".")
    assert "{" not in said


def test_who_takes_a_child_over_is_told():
    days = (FIRST, FIRST + timedelta(days=2))
    brings = HandoverView(1, 2, 2, 5, days, estimated=True)
    assert telling.handover(brings, boards.HELPERS) == (
        "Tagespflege Möwennest holt von Kita Deichspatzen ab (Mo und Mi, geschätzt 5 min Weg)."
    )
    third = HandoverView(1, 2, 3, 0, days)
    assert telling.handover(third, boards.HELPERS).startswith("Oma Leila bringt von Kita")
    school, after = (
        replace(boards.HELPERS[at], kind=kind, name="Schule Siel")
        for at, kind in ((1, CareKind.SCHOOL), (2, CareKind.ALL_DAY))
    )
    assert telling.handover(HandoverView(1, 2, 2, 0, days), {1: school, 2: after}) == (
        "Schule Siel (Ganztag) holt von Schule Siel ab (Mo und Mi)."
    )


@pytest.mark.parametrize(
    ("at", "count", "among", "said"),
    [
        (0, 5, "", "beste von 5 Kombinationen"),
        (1, 5, "", "2. von 5 Kombinationen"),
        (0, 1, "Kita Siel", "einzige Kombination mit Kita Siel"),
    ],
)
def test_the_rank_of_an_answer_is_told(at, count, among, said):
    assert telling.place(at, count, among) == said


def test_the_strip_counts_places_and_says_what_is_next():
    person = boards.person()
    assert telling.orientation(person) == "5 Kitas für Yasmin (4)"
    best = person.answers[0]
    assert telling.next_step(best, person.helpers) == "Zusage von Kita Deichspatzen einholen"
    fresh = {key: boards.replace(each, state=None) for key, each in person.helpers.items()}
    assert telling.next_step(best, fresh) == "Kita Deichspatzen vorschlagen"
    held = {
        key: boards.replace(each, state=CareState.PROMISED) for key, each in person.helpers.items()
    }
    assert telling.next_step(best, held) == ""


def test_what_somebody_is_looked_for_follows_from_the_places():
    assert words.sought(boards.person()) == "Kita"
    assert words.sought(boards.person(cards=(), age_months=100)) == "Ganztag"
    assert words.sought(boards.person(cards=())) == "Kita"
    elder = boards.person(cards=(), role=MemberRole.GRANDPARENT)
    assert words.sought(elder) == "Altenbetreuung"


def test_an_age_is_told_in_years_below_one_in_months():
    assert words.aged(boards.person()) == "Yasmin (4)"
    assert words.aged(boards.person(age_months=9)) == "Yasmin (9 Monate)"
    assert words.aged(boards.person(age_months=None)) == "Yasmin"


def test_two_of_a_kind_are_called_by_their_names():
    one, minder, oma, other = (boards.HELPERS[key] for key in (1, 2, 3, 4))
    assert [words.called(each, (one, minder, oma)) for each in (one, minder, oma)] == [
        "Kita",
        "TP",
        "Oma Leila",
    ]
    assert words.called(one, (one, other)) == "Kita Deichspatzen"
