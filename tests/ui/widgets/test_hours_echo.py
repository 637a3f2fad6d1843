"""A value of opening hours read back in German: exact, and no rule of it hidden."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.rules.hours import check, rules_of
from app.rules.reading_hours.reading import read_hours
from ui.widgets.hours_echo import echo

ECHOES = [
    ("Mo-Th 07:30-16:00; Fr 07:30-14:00", "Mo–Do 7:30–16 Uhr; Fr 7:30–14 Uhr"),
    ("Mo,Th 08:00-12:00,15:00-18:00", "Mo, Do 8–12, 15–18 Uhr"),
    (
        'Mo-Fr 08:00-12:00, Mo-Fr 07:00-08:00 open "Frühdienst"',
        "Mo–Fr 8–12 Uhr, dazu Mo–Fr 7–8 Uhr (Frühdienst)",
    ),
    ('Mo-Fr 08:00-12:00 || unknown "nach Vereinbarung"', "Mo–Fr 8–12 Uhr; sonst nach Vereinbarung"),
    ('Sa unknown "nach Vereinbarung"', "Sa nach Vereinbarung"),
    ('Sa "nur Schulklassen"', "Sa (nur Schulklassen – nicht sicher)"),
    ('Mo-Fr 09:00-15:00 "Winter"', "Mo–Fr 9–15 Uhr (Winter – nicht sicher)"),
    ('Su 10:00+ unknown "Ende nicht angegeben"', "So ab 10 Uhr (Ende nicht angegeben)"),
    ('Mo unknown "Uhrzeit nicht angegeben"', "Mo (Uhrzeit nicht angegeben)"),
    ("Sa 18:00+", "Sa ab 18 Uhr, Ende offen"),
    ("Sa 18:00-21:00+", "Sa 18–21 Uhr oder länger"),
    ("24/7", "täglich rund um die Uhr"),
    ("Fr-Su 00:00-24:00", "Fr–So rund um die Uhr"),
    ("Mo-Su 22:00-06:00", "täglich 22–6 Uhr"),
    ("10:00-26:00", "täglich 10–2 Uhr"),
    ("Apr-Oct Mo-Fr 09:00-18:00", "April bis Oktober Mo–Fr 9–18 Uhr"),
    ("May,Jul Sa 10:00-12:00", "Mai, Juli Sa 10–12 Uhr"),
    ("Apr 01-Oct 31 10:00-18:00", "1. April bis 31. Oktober 10–18 Uhr"),
    ("2026 Aug 01-2026 Aug 31 off", "1. August 2026 bis 31. August 2026 geschlossen"),
    ("2026 Aug 01+ Mo 07:00-16:00", "ab 1. August 2026 Mo 7–16 Uhr"),
    ("Dec 24,Dec 31 off", "24. Dezember, 31. Dezember geschlossen"),
    ("Dec 25-26 off", "25.–26. Dezember geschlossen"),
    ("easter -2 days off", "Karfreitag geschlossen"),
    ("easter +3 days off", "3 Tage nach Ostersonntag geschlossen"),
    ("easter off", "Ostersonntag geschlossen"),
    ("week 1-53/2 Tu 09:00-11:00", "in ungeraden Kalenderwochen Di 9–11 Uhr"),
    ("week 02-52/2 Tu 09:00-11:00", "in geraden Kalenderwochen Di 9–11 Uhr"),
    ("week 10-20/3 Tu 09:00-11:00", "KW 10–20, jede 3. Woche Di 9–11 Uhr"),
    ("PH off", "an Feiertagen geschlossen"),
    ("SH Mo-Fr 09:00-12:00", "in den Schulferien Mo–Fr 9–12 Uhr"),
    ("Su,PH,SH 10:00-12:00", "So, an Feiertagen und in den Schulferien 10–12 Uhr"),
    ("PH -1 day 08:00-12:00", "am Tag vor einem Feiertag 8–12 Uhr"),
    ("PH +2 days off", "2 Tage nach einem Feiertag geschlossen"),
    ("Sa[1] 10:00-13:00", "1. Sa im Monat 10–13 Uhr"),
    ("Sa[2,-1] 10:00-13:00", "2., letzter Sa im Monat 10–13 Uhr"),
    ("Sa[-2] off", "2.-letzter Sa im Monat geschlossen"),
    ("Sa[1-2] off", "1.–2. Sa im Monat geschlossen"),
    ('off "dauerhaft geschlossen"', "dauerhaft geschlossen"),
    ('Mo off "Betriebsausflug"', "Mo geschlossen (Betriebsausflug)"),
    ("Mo-Fr 08:00-12:00 unknown", "Mo–Fr 8–12 Uhr (nicht sicher)"),
    ("open", "rund um die Uhr geöffnet"),
    ("unknown", "nicht sicher"),
    ("Mo open", "Mo rund um die Uhr geöffnet"),
    ("sunrise-sunset", "täglich Sonnenaufgang–Sonnenuntergang"),
    ("(sunrise+01:00)-18:00", "täglich (Sonnenaufgang+01:00)–18 Uhr"),
    ("", ""),
    ("werktags", "werktags"),
]


@pytest.mark.parametrize(("osm", "words"), ECHOES, ids=[each[0] for each in ECHOES])
def test_a_value_is_read_back_in_german(osm, words):
    assert echo(osm) == words


def span(start, long, minute):
    return f"{start:02d}:{minute}-{min(start + long, 24):02d}:00"


TIMES = st.builds(span, st.integers(0, 23), st.integers(1, 12), st.sampled_from(["00", "15", "30"]))
SELECTORS = st.sampled_from(
    ["Mo", "Tu-Th", "Sa,Su", "PH", "SH", "Mo,PH", "SH Mo-Fr", "Apr-Oct Mo", "Dec 24", "Sa[1]",
     "week 1-53/2 Fr", "2026 Aug 01-2026 Aug 20", "easter -2 days", "Jul,Aug Su"]
)  # fmt: skip
STATES = st.sampled_from(["", " off", ' open "Frühdienst"', ' "Winter"', ' unknown "nach Anruf"'])
RULES = st.tuples(SELECTORS, TIMES, STATES)


@settings(max_examples=300, deadline=None)
@given(st.lists(RULES, min_size=1, max_size=5))
def test_no_rule_of_a_value_is_hidden(rules):
    osm = "; ".join(f"{days} {hours}{state}" for days, hours, state in rules)
    assert check(osm) is None, osm
    told = echo(osm).split("; ")
    assert len(told) == len(rules)
    for words, (days, hours, state) in zip(told, rules, strict=True):
        for hour, minute in re.findall(r"(\d\d):(\d\d)", hours):
            clock = str(int(hour)) + (f":{minute}" if minute != "00" else "")
            assert clock in words or "rund um die Uhr" in words
        assert ("geschlossen" in words) == (state == " off")
        assert not state.endswith('"') or state.split('"')[1] in words
        assert not re.search(r"\b(?:PH|SH|Tu|We|Th|Su|Oct|Dec|week|days)\b", words), words
        for number in re.findall(r"\d+", days.replace("01", "1")):
            assert number in words or "week" in days or "easter" in days


def test_every_rule_of_real_proposals_leaves_a_trace(shared):
    rows = shared("opening_hours/german_looking.tsv").read_text("utf-8").splitlines()[::7]
    for row in rows:
        osm = read_hours(row.split("\t", 1)[1]).osm
        told = echo(osm)
        assert bool(told) == bool(osm)
        for _, _, rule in rules_of(osm) if osm else ():
            hours = {str(int(hour)) for hour in re.findall(r"(\d\d?):\d\d", rule)}
            shown = set(re.findall(r"\d+", told))
            late = {str(int(hour) - 24) for hour in hours if int(hour) > 24}
            assert {hour for hour in hours if int(hour) <= 24} | late <= shown | {"0", "24"}, osm
