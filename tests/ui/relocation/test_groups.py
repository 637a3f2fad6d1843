"""The checklist by office and by person, what is never late, and a list that is finished."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from app.records.plan import OfficeView, PlanView
from app.rules.terms import Answer, DateKind, OfficeType, StepState, Track
from tests.ui.makers_plan import TODAY, make_plan, make_step
from ui.relocation.groups import Group, View, sections
from ui.relocation.model import cell, has_box
from ui.theme import Tone
from ui.widgets.runs import plain

REGISTRY = OfficeView(
    provider=7,
    name="Bürgerbüro Norden",
    address="Am Markt 15, 26506 Norden",
    phone="04931 923-0",
    hours_osm="Mo-Fr 08:00-12:00",
    hours_given="",
    checked_on=date(2026, 11, 12),
)
LATER = date(2026, 12, 1)
TAX = OfficeType.TAX_OFFICE.value


def relocation(*steps) -> PlanView:
    return make_plan(*steps, track=Track.RELOCATION)


def test_steps_at_one_office_stand_together_with_its_hours_and_telephone():
    one = make_step(1, LATER, provider=REGISTRY, office="Bürgerbüro")
    other = make_step(2, date(2026, 12, 8), provider=REGISTRY, office="Meldeamt")
    (found,) = sections(relocation(other, one), view=View.OFFICE)
    assert found.title == "Bürgerbüro Norden"
    assert [step.id for step in found.rows] == [1, 2]
    assert found.aside == "Tel. 04931 923-0 – heute 8–12 Uhr – Mo–Fr 8–12"


def test_an_office_that_rests_says_so_in_its_heading():
    resting = replace(REGISTRY, closed_from=TODAY)
    (found,) = sections(relocation(make_step(1, LATER, provider=resting)), view=View.OFFICE)
    assert found.aside == (
        "Tel. 04931 923-0 – heute geschlossen – vorübergehend geschlossen bis auf Weiteres – "
        "Mo–Fr 8–12"
    )


def test_without_an_entry_the_body_or_the_kind_of_office_names_the_group():
    stands = {
        "body": make_step(1, office_type="registry", office="Bürgerbüro", body="Stadt Norden"),
        "kind": make_step(2, office_type=TAX, office="Ihr Finanzamt (Formular von dort)"),
        "words": make_step(3, office_type="", office="Reederei"),
        "none": make_step(4),
    }
    titles = {
        s.rows[0].id: s.title for s in sections(relocation(*stands.values()), view=View.OFFICE)
    }
    assert titles == {
        1: "Meldebehörde (Bürgerbüro), Stadt Norden",
        2: "Finanzamt",
        3: "Reederei",
        4: "Ohne Stelle",
    }


def test_the_office_that_is_due_first_comes_first_and_none_comes_last():
    early = make_step(1, date(2026, 11, 24), office_type=TAX)
    late = make_step(2, LATER, office_type="registry")
    nowhere = make_step(3, date(2026, 11, 20))
    found = sections(relocation(nowhere, late, early), view=View.OFFICE)
    assert [section.rows[0].id for section in found] == [1, 2, 3]


def test_by_person_the_households_own_steps_come_first_then_the_members():
    mine = make_step(1, person=1, person_name="Amira")
    child = make_step(2, date(2026, 11, 16), person=2, person_name="Yasmin")
    ours = make_step(3, LATER)
    gone = make_step(4, person=9, person_name="Karim")
    found = sections(relocation(gone, child, mine, ours), view=View.PERSON)
    assert [(section.title, section.aside) for section in found] == [
        ("Alle gemeinsam", ""),
        ("Amira", ""),
        ("Yasmin", "1 überfällig"),
        ("Karim", ""),
    ]


@pytest.mark.parametrize("view", list(View))
def test_what_is_settled_closes_every_view(view):
    done = make_step(1, state=StepState.DONE, done_on=TODAY)
    aside = make_step(2, state=StepState.NOT_NEEDED)
    not_theirs = make_step(3, applies=Answer.NO)
    found = sections(relocation(done, aside, not_theirs, make_step(4)), view=view)
    assert [section.key for section in found][1:] == [Group.DONE, Group.NOT_FOR_THEM]


@pytest.mark.parametrize("view", list(View))
def test_a_finished_list_is_shown_and_not_folded_away(view):
    done = make_step(1, state=StepState.DONE, done_on=TODAY)
    hint = make_step(2, kind=DateKind.HINT)
    for plan in (relocation(done), relocation(done, hint)):
        *_, last = sections(plan, view=view)
        assert (last.key, last.aside) == (Group.FINISHED, "nichts mehr offen")


@pytest.mark.parametrize("kind", [DateKind.EARLIEST, DateKind.AUTHORITY_TERM])
def test_what_opens_a_chance_or_binds_the_authority_never_looks_late(kind):
    past = make_step(1, date(2026, 11, 16), kind=kind, late=False)
    (found,) = sections(relocation(past))
    assert found.key == Group.POSSIBLE
    due = cell(past, 1, relocation(past))
    assert all(run.icon == "" and run.tone is not Tone.RED for run in (*due.first, *due.second))
    assert "überfällig" not in due.words()


def test_the_earliest_day_reads_as_one():
    step = make_step(1, date(2026, 12, 1), kind=DateKind.EARLIEST)
    assert cell(step, 1, relocation(step)).words() == "ab Di 01.12.2026, möglich in 8 Tagen"


def test_a_hint_is_there_without_a_box():
    hint = make_step(1, kind=DateKind.HINT)
    (found,) = sections(relocation(hint))
    assert found.key == Group.HINTS
    assert not has_box(hint)
    assert plain(cell(hint, 2, None).first) == "Hinweis"


def test_what_nobody_vouched_for_is_marked_in_the_list():
    step = replace(make_step(1), unproven=True, basis="§ 1")
    assert plain(cell(step, 2, None).second) == "unbelegt"


def test_a_long_name_of_an_office_gives_way_to_its_kind():
    long = "Aus dem Ausland die Zentrale Servicestelle, hier die regionale Beratung"
    step = make_step(1, office_type="recognition_advice", office=long)
    assert plain(cell(step, 0, None).second) == "Anerkennungsberatung"
    state = make_step(2, office_type="central_office_81a", body=long)
    assert plain(cell(state, 0, None).second) == "Zentralstelle § 81a"
