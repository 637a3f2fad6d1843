"""Places and people: distances in an entry, small weeks with room for their words, tab sheets."""

from __future__ import annotations

from itertools import pairwise

import pytest

from app.typeset.blocks import (
    Bar,
    Chapter,
    Contact,
    Contacts,
    Contents,
    Divider,
    Heading,
    Provider,
    SmallWeek,
    Span,
    WeekDay,
    words,
)
from app.typeset.inline import Lent
from app.typeset.marks import LinkArea, Text
from app.typeset.pages import compose
from tests.typeset import samples
from tests.typeset.seen import overlaps, placed_shapes, placed_texts, said


@pytest.mark.parametrize("name", ["Amt", "Regionales Gesundheitszentrum Probemarsch am alten Siel"])
def test_facts_and_address_of_a_place_stand_in_equal_steps(name):
    place = Provider(name, (words("Praxen"), words("8,1 km")), ("Probeweg 30", "26524 Probemarsch"))
    page = compose(samples.document(Heading(1, words("Orte")), place), samples.faces()).pages[0]
    lines = [y for _, y, mark in placed_texts(page) if mark.size == 9]
    assert len(lines) == 4
    steps = [after - before for before, after in pairwise(lines)]
    assert steps == pytest.approx([4.0] * 3)


@pytest.mark.parametrize("days", [("Mo", "Mi"), ("إثنين", "أربعاء"), ("دوشنبه", "چهارشنبه")])
@pytest.mark.parametrize("hours", [(8, 18), (0, 24), (0, 48)])
def test_hours_of_a_narrow_week_do_not_touch_and_its_days_can_be_read(days, hours):
    spans = (Span(Bar.OPEN, hours[0] * 60, hours[1] * 60),)
    week = SmallWeek(tuple(WeekDay(day, spans) for day in days), "Woche")
    block = Contacts(("Wer", "Wann", "Netz"), (Contact("Ada Muster", hours=week),))
    page = compose(samples.document(Heading(1, words("Wer")), block), samples.faces()).pages[0]
    found = [(x, mark) for x, _, mark in placed_texts(page)]
    numbers = sorted((x, x + mark.width) for x, mark in found if said(mark).isdigit())
    assert len(numbers) > 2
    assert all(before[1] + 1.0 <= after[0] for before, after in pairwise(numbers))
    assert {mark.size for _, mark in found if said(mark) in days} == {9}
    assert overlaps(page) == []


@pytest.mark.parametrize("lang", ["de", "ar"])
def test_twenty_places_are_all_on_the_tab_sheet_and_can_be_read(lang):
    places = [Provider(f"Ausländerbehörde Beispielküste Nr. {n}") for n in range(20)]
    blocks = (Heading(1, words("Orte")), *places)
    document = samples.folder(chapters=(Chapter(1, "Orte", blocks, tab=Divider()),), lang=lang)
    page = compose(document, samples.faces()).pages[0]
    named = [mark for _, _, mark in placed_texts(page) if "Nr." in said(mark)]
    assert len(named) == 20
    assert all(mark.size >= 9 for mark in named)
    assert overlaps(page) == []


@pytest.mark.parametrize("count", [30, 41, 54])
def test_two_columns_of_names_are_as_long_as_each_other(count):
    blocks = (Heading(1, words("Orte")), *(Provider(f"Haus Nr. {n}") for n in range(count)))
    document = samples.folder(chapters=(Chapter(1, "Orte", blocks, tab=Divider()),))
    page = compose(document, samples.faces()).pages[0]
    named: list[tuple[float, Text]] = [
        (round(x), mark) for x, _, mark in placed_texts(page) if "Nr." in said(mark)
    ]
    left = min(x for x, _ in named)
    first = sum(1 for x, _ in named if x == left)
    assert len(named) == count
    assert first - (count - first) in (0, 1)


@pytest.mark.parametrize("people", [1, 2])
def test_duties_lie_under_the_hours_of_their_day_and_touch_no_other(people):
    """The week of a place: a bar for its hours, and under it a thin one for each of the family."""
    bars = (Bar.PERSON, Bar.PARTNER)[:people]
    spans = (Span(Bar.OPEN, 480, 720), *(Span(bar, 360, 840) for bar in bars))
    week = SmallWeek(tuple(WeekDay(day, spans) for day in ("Mo", "Di")), "Woche")
    place = Provider("Amt", week=week, notes=(words("Mo: 14:00–16:30"), words("Mitbringen: Pass")))
    page = compose(samples.document(Heading(1, words("Orte")), place), samples.faces()).pages[0]
    drawn = sorted(
        (round(y, 2), round(y + float(mark.path.split()[3]), 2))
        for _, y, mark in placed_shapes(page)
        if mark.path.endswith(" re")
    )
    assert len(drawn) == 2 * (1 + people)
    assert all(above[1] + 0.2 <= below[0] for above, below in pairwise(drawn))
    assert overlaps(page) == []


def test_a_title_lent_from_another_language_is_a_link_in_the_contents_too():
    """ISO 14289-1, 7.18.5: what is linked lies in a Link, not in a Span inside it."""
    chapters = (
        Chapter(1, "Inhalt", (Contents("Inhalt"),)),
        Chapter(2, Lent("Moving house", "en"), (Heading(1, words("Umzug")),)),
    )
    document = samples.folder(chapters=chapters)
    elements = compose(document, samples.faces()).elements
    linked = [each for each in elements if any(isinstance(kid, LinkArea) for kid in each.kids)]
    assert len(linked) >= 2
    assert {each.tag for each in linked} == {"Link"}
    assert any(each.tag == "Span" and each.lang == "en" for each in elements)
