"""What the sheets of places say, before anything is laid out."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

import pytest

from app.content.catalogue import load_catalogue
from app.folder.compose import compose
from app.folder.contents import Hours, PlaceLimit
from app.folder.editions import Extras
from app.folder.place_contents import Reason, Why
from app.folder.sheets import place_errands
from app.folder.sheets.places import (
    arriving,
    children,
    housing,
    offices,
    partner,
    profession,
    provider,
)
from app.records.compositions import STANDARD, ChapterKind, Option
from app.rules import spans
from app.rules.in_force import Limit
from app.rules.terms import Track
from app.typeset import blocks
from tests.folder.makers import RESOURCES, make_contents
from tests.folder.said import DE, EN, text


def test_places_are_sorted_by_kind_and_nearness_into_their_chapters():
    rich = replace(make_contents(), duties=None)
    names = [
        [block.name for block in sheet(rich, DE) if isinstance(block, blocks.Provider)]
        for sheet in (offices, children, partner, housing, profession, arriving)
    ]
    assert names == [
        [
            "Bürgerbüro der Stadt Sielhaven",
            "Ausländerbehörde des Landkreises",
            "Beratung für Zugewanderte",
        ],
        ["Tagesmutter Meta Sandhoop", "Kita Deichkinder", "Grundschule am Leuchtturm"],
        ["Volkshochschule Sielhaven"],
        ["Wohnungsgenossenschaft Sielhaven"],
        ["Anerkennungsstelle für Pflegeberufe"],
        ["Sportverein Sielhaven"],
    ]


def test_a_place_shows_its_hours_its_address_and_when_it_was_checked():
    place = provider(make_contents().places[0], DE)
    assert place.week is not None
    assert "Mo, Do: 8:30–12:00, 14:00–16:30" in text(place.verdict)
    assert place.address == ("Marktplatz 1", "26999 Sielhaven")
    assert place.qr is not None
    assert place.qr.checked == "geprüft am 24.11.2026"
    assert place.checked == ""
    assert "0,8 km entfernt" in text(place.lines)


@pytest.mark.parametrize(
    ("bound", "german", "english"),
    [
        (
            PlaceLimit(Limit.CLOSED, None, date(2026, 12, 11)),
            "Vorübergehend geschlossen bis 11.12.2026.",
            "Temporarily closed until 11 Dec 2026.",
        ),
        (
            PlaceLimit(Limit.CLOSED, date(2026, 11, 2)),
            "Vorübergehend geschlossen. Fragen Sie nach",
            "Temporarily closed. Please ask",
        ),
        (
            PlaceLimit(Limit.CLOSES, date(2026, 12, 21), date(2027, 1, 3)),
            "Vom 21.12.2026 bis 03.01.2027 geschlossen.",
            "Closed from",
        ),
        (
            PlaceLimit(Limit.CLOSES, date(2026, 12, 21)),
            "Ab 21.12.2026 vorübergehend",
            "Temporarily",
        ),
        (PlaceLimit(Limit.BEGINS, date(2027, 7, 1)), "Hier erst ab 01.07.2027.", "Here only from"),
        (
            PlaceLimit(Limit.ENDS, None, date(2027, 6, 30)),
            "Hier nur bis 30.06.2027, danach: RGZ Norden.",
            "after that: RGZ Norden.",
        ),
        (
            PlaceLimit(Limit.HOURS_BEGIN, date(2027, 1, 4)),
            "Diese Zeiten gelten ab 04.01.2027.",
            "apply",
        ),
    ],
)
def test_what_bounds_a_place_is_told_before_anybody_goes_there(bound, german, english):
    place = replace(make_contents().places[0], limits=(bound,), successor="RGZ Norden")
    assert german in text(provider(place, DE).verdict)
    assert english in text(provider(place, EN).verdict)
    unknown = replace(place, hours=Hours())
    assert german in text(provider(unknown, DE).hours)


def test_a_term_stands_beside_the_hours_and_the_note_for_families_with_the_place():
    place = make_contents().places[0]
    told = provider(replace(place, by_appointment=True, public_note="Eingang im Hof"), DE)
    assert text(told.verdict).startswith("Nur mit Termin. Vereinbaren Sie ihn vorher.\nMo, Do:")
    said = [text((line,)).strip() for line in told.lines]
    assert said[-2:] == ["Eingang im Hof", "0,8 km entfernt (Luftlinie)"]
    ending = replace(place, limits=(PlaceLimit(Limit.HOURS_END, None, date(2027, 7, 31)),))
    assert provider(ending, DE) == provider(place, DE)


def test_unknown_hours_are_said_and_never_drawn():
    school = provider(make_contents().places[5], DE)
    assert school.week is None
    assert "wissen wir nicht" in text(school.hours)
    assert school.qr is not None
    assert school.qr.checked == "Angaben noch nicht geprüft"


def test_hours_given_in_words_stand_as_given():
    advice = provider(make_contents().places[2], DE)
    assert text(advice.hours).strip() == "Öffnungszeiten: nach Vereinbarung"
    assert advice.qr is None
    assert advice.checked == "geprüft am 30.10.2026"


def test_marginal_hours_bring_their_key():
    rich = make_contents()
    assert [entry.label for entry in provider(rich.places[3], DE).key] == [
        "geöffnet",
        "nach Absprache",
    ]
    assert provider(rich.places[0], DE).key == ()


def test_a_website_that_is_none_is_printed_as_words_without_a_link():
    place = replace(make_contents().places[0], website="javascript:alert(1)")
    printed = provider(place, DE)
    assert printed.qr is None
    assert "javascript:alert(1)" in text(printed.reach)
    links = [run.href for line in printed.reach for run in line if run.href]
    assert [link.split(":")[0] for link in links] == ["tel", "mailto"]


def test_a_remark_stands_beside_the_drawn_week():
    rich = make_contents()
    week = replace(rich.places[0], hours=Hours(rich.places[0].hours.week, "Nur mit Termin."))
    assert text(provider(week, DE).verdict).rstrip().endswith("Nur mit Termin.")


def plain(words):
    return "".join(run.text for run in words)


def of_sheet(made, sheet=offices, **changes):
    return {
        block.name: block
        for block in sheet(replace(made, **changes), DE)
        if isinstance(block, blocks.Provider)
    }


@pytest.mark.parametrize("why", Why)
@pytest.mark.parametrize("speech", [DE, EN], ids=["de", "en"])
def test_each_reason_is_one_sentence_under_the_name(why, speech):
    reason = Reason(why, ("Anitha", "Rajesh"), "Sielhaven")
    place = replace(make_contents().places[0], why=reason)
    bare = provider(replace(place, why=None), speech)
    (sentence,) = [line for line in provider(place, speech).lines if line not in bare.lines]
    assert re.fullmatch(r"[A-ZÄÖÜ][^{}]+\.", text(sentence).strip())


def test_a_place_says_what_is_done_there_by_when_and_with_which_papers():
    office = of_sheet(make_contents())["Ausländerbehörde des Landkreises"]
    said = [plain(words) for words in office.notes]
    (at,) = [n for n, words in enumerate(said) if words.startswith("Hier erledigen Sie")]
    assert re.match(r"4\u2002Aufenthaltstitel beantragen · bis ", said[at + 1])
    assert "Mitbringen: " in said[at + 1]
    rich = make_contents()
    done = tuple(replace(task, done=True) for task in rich.checklist)
    office = of_sheet(rich, checklist=done)["Ausländerbehörde des Landkreises"]
    assert "Hier erledigen Sie" not in map(plain, office.notes)


def test_the_partner_sees_which_tasks_are_the_partners_alone():
    rich = make_contents()
    task = replace(rich.checklist[3], for_whom=("Rajesh",))
    ours = replace(task, title="Unseres", for_whom=("Rajesh", "Anitha"))
    steps = [
        block
        for block in partner(replace(rich, checklist=(task, ours)), DE)
        if isinstance(block, blocks.Paragraph)
    ]
    (listed,) = steps
    assert "Aufenthaltstitel beantragen" in text(listed.words)
    assert "Unseres" not in text(listed.words)


def test_what_was_checked_too_long_ago_is_flagged_first():
    place = replace(make_contents().places[0], stale=True, checked_on=date(2025, 3, 4))
    told = provider(place, DE)
    assert text(told.verdict).startswith("Diese Angaben sind vom 04.03.2025. Bitte rufen Sie vorh")
    silent = provider(replace(place, phone="", hours=Hours()), DE)
    assert text(silent.hours[0]).startswith("Diese Angaben sind vom 04.03.2025. Bitte fragen Sie")


def test_free_places_are_told_with_their_day_and_none_with_what_to_do():
    kita = make_contents().places[3]
    assert "2 Plätze frei (Stand 24.11.2026)." in text(provider(kita, DE).lines)
    full = text(provider(replace(kita, free=0), DE).lines)
    assert "Zurzeit kein Platz frei (Stand 24.11.2026)." in full
    assert "Warteliste" in full
    assert "frei" not in text(provider(replace(kita, free=None), DE).lines)


def test_duties_lie_under_the_hours_of_offices_and_are_told_in_words():
    made = of_sheet(make_contents())
    own = made["Ihre Dienste in der Woche ab 04.01.2027"]
    assert [entry.label for entry in own.key] == ["Anitha", "Rajesh"]
    assert "gerechnet ist bis 17.01.2027" in text(tuple(r for line in own.lines for r in line))
    office = made["Bürgerbüro der Stadt Sielhaven"]
    bars = [(span.bar, span.start, span.end) for span in office.week.days[0].spans]
    assert (blocks.Bar.PERSON, 360, 840) in bars
    assert (blocks.Bar.PARTNER, 360, 720) in bars
    said = [plain(words) for words in office.notes]
    assert said[0] == (
        "Neben den Diensten von Anitha jede Woche geöffnet: Mo: 14:00–16:30; "
        "Do: 8:30–12:00, 14:00–16:30; Fr: 8:30–12:00. "
        "In manchen Wochen auch: Di: 8:30–12:00."
    )
    assert said[1].startswith("Neben den Diensten von Rajesh geöffnet: Mo: 14:00–16:30; Di")


def test_nothing_is_drawn_where_no_roster_is_known_or_nobody_asked():
    rich = make_contents()
    asked = STANDARD.choice(ChapterKind.OFFICES)
    plain = offices(replace(rich, duties=None), DE)
    without = replace(asked, options=asked.options - {Option.DUTIES})
    assert offices(rich, DE, without) == plain
    bars = {
        span.bar
        for block in plain
        if isinstance(block, blocks.Provider) and block.week
        for day in block.week.days
        for span in day.spans
    }
    assert bars == {blocks.Bar.OPEN}


def test_a_kita_is_held_against_the_care_that_is_needed():
    made = of_sheet(make_contents(), children)
    kita = made["Kita Deichkinder"]
    assert plain(kita.verdict).endswith(
        "Hier ist nicht geöffnet, obwohl Sie Betreuung brauchen: Mo: 6:00–7:00."
    )
    monday = [(span.bar, span.start, span.end) for span in kita.week.days[0].spans]
    assert (blocks.Bar.NEED, 360, 720) in monday
    assert (blocks.Bar.GAP, 360, 420) in monday
    early = made["Tagesmutter Meta Sandhoop"]
    assert "8:00–12:00" in text(early.verdict)
    duties = replace(make_contents().duties, need=(spans.span(480, 720),) * 2)
    kita = of_sheet(make_contents(), children, duties=duties)["Kita Deichkinder"]
    assert plain(kita.verdict).endswith("Hier ist geöffnet, wenn Sie Betreuung brauchen.")


def test_codes_can_be_left_out_and_the_address_stays():
    rich = make_contents()
    asked = STANDARD.choice(ChapterKind.OFFICES)
    plain = [
        block
        for block in offices(rich, DE, replace(asked, options=frozenset()))
        if isinstance(block, blocks.Provider)
    ]
    assert [block.qr for block in plain] == [None] * len(plain)
    assert "www.sielhaven.example/buergerbuero" in text(
        tuple(run for line in plain[0].reach for run in line)
    )


def test_the_phases_that_chapters_name_are_those_of_the_templates():
    catalogue = load_catalogue(RESOURCES)
    known = {phase.id for phase in catalogue.phases[Track.RELOCATION]}
    assert set(place_errands._PHASES.values()) <= known


def test_a_chapter_is_printed_as_its_composition_asks():
    asked = replace(STANDARD.choice(ChapterKind.OFFICES), options=frozenset())
    composed = compose(make_contents(), DE.phrases, Extras(composition=STANDARD.with_choice(asked)))
    of = {
        chapter.key: [b for b in chapter.blocks if isinstance(b, blocks.Provider)]
        for chapter in composed.chapters
    }
    assert not any(place.qr for place in of["offices"])
    assert any(place.qr for place in of["children"])
    assert {place.name for place in of["children"]} - {place.name for place in of["offices"]} >= {
        "Ihre Dienste in der Woche ab 04.01.2027"
    }
