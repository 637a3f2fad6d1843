"""A task that several members have on the same day: one row, with what only some of them need."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from app.folder import gather
from app.folder.contents import Remark
from app.records.cases import PersonDraft
from app.records.plan import DocumentView
from app.rules.calendar import Day, PartialDate
from app.rules.terms import AnchorKind, MemberRole, StepState, Track
from tests.folder.makers import day
from tests.folder.plans import TODAY, step, view
from tests.makers import make_case, with_dates

SEEN, LATER = date(2026, 11, 20), date(2026, 11, 24)
PASS, CV, PHOTO = "Pass", "Lebenslauf", "Foto"


def paper(title: str, on: date | None = None) -> DocumentView:
    return DocumentView(title.lower(), title, on)


def steps(**of_each: dict[str, object]):
    """The same step for each of these, with what differs."""
    return [step(id=n, person_name=name, **own) for n, (name, own) in enumerate(of_each.items())]


def task(*given):
    (found,) = gather.checklist(view(*given))
    return found


def test_it_is_one_row_that_names_everybody():
    given = steps(Anitha={}, Meera={}, Arun={})
    assert task(*given).for_whom == ("Anitha", "Meera", "Arun")
    (entry,) = gather.timeline(view(*given), TODAY)
    assert entry.for_whom == ("Anitha", "Meera", "Arun")


def test_papers_are_united_in_the_order_of_each_and_say_whose_they_are():
    united = task(
        *steps(
            Meera={"documents": (paper(PASS), paper(PHOTO))},
            Anitha={"documents": (paper(PASS), paper(CV), paper(PHOTO))},
            Arun={"documents": (paper(PASS),)},
        )
    )
    assert [(each.title, each.for_whom) for each in united.documents] == [
        (PASS, ()),
        (CV, ("Anitha",)),
        (PHOTO, ("Meera", "Anitha")),
    ]


@pytest.mark.parametrize(
    ("days", "present", "seen_of"),
    [
        pytest.param((SEEN, LATER), LATER, (), id="of both, on the later day"),
        pytest.param((SEEN, None), None, (("Anitha", SEEN),), id="of one only"),
        pytest.param((None, None), None, (), id="of nobody"),
    ],
)
def test_a_paper_counts_as_seen_when_it_was_seen_of_all_who_need_it(days, present, seen_of):
    one, other = days
    (united,) = task(
        *steps(
            Anitha={"documents": (paper(PASS, one),)},
            Meera={"documents": (paper(PASS, other),)},
            Arun={"documents": ()},
        )
    ).documents
    assert united.for_whom == ("Anitha", "Meera")
    assert (united.present_on, united.seen_of) == (present, seen_of)


def test_a_note_only_some_need_is_told_apart_from_what_all_need():
    given = steps(
        Anitha={"notes": ("Für alle gilt dies.",)},
        Meera={"notes": ("Kinder zahlen nichts.", "Für alle gilt dies.")},
        Arun={"notes": ("Kinder zahlen nichts.", "Für alle gilt dies.")},
    )
    united, (entry,) = task(*given), gather.timeline(view(*given), TODAY)
    for each in (united, entry):
        assert each.explanation == "Alle gehen zusammen hin. Für alle gilt dies."
        assert each.remarks == (Remark("Kinder zahlen nichts.", ("Meera", "Arun")),)


@pytest.mark.parametrize(
    "changes",
    [
        pytest.param({"state": StepState.DONE}, id="done for one"),
        pytest.param({"due": day(2026, 12, 15)}, id="another day"),
        pytest.param({"body": "Stadt Norden"}, id="another office"),
        pytest.param({"confirmed_by": "Imke Okken", "confirmed_on": TODAY}, id="another kind"),
        pytest.param({"person_name": ""}, id="one of the family as a whole"),
    ],
)
def test_what_differs_otherwise_stays_two_rows(changes):
    one, other = steps(Anitha={}, Meera={})
    tasks = gather.checklist(view(one, replace(other, **changes)))
    assert len(tasks) == 2
    assert tasks[0].for_whom == ("Anitha",)


# ---------------------------------------------------------------- real households


FAMILY = ("Amira", "Karim", "Yasmin", "Lina")


@pytest.fixture
def case(desk):
    """A nurse from Tunisia, her husband and two children, all of whom need a visa."""
    made = make_case(desk)
    for given, role, born in (
        ("Karim", MemberRole.PARTNER, 1990),
        ("Yasmin", MemberRole.CHILD, 2022),
        ("Lina", MemberRole.CHILD, 2016),
    ):
        desk.household.add(
            made,
            PersonDraft(role, given, "Ben Amor", birth=PartialDate(born, 5, 4), nationality="TN"),
        )
    with_dates(desk, made)
    desk.plan.set_anchor(made, AnchorKind.VISA_APPLICATION, Day(date(2026, 12, 14)))
    return made


def of_template(desk, case, template):
    """The steps of a template in the plan, by the name of whom they concern."""
    steps = desk.plan.view(case, Track.RELOCATION).steps
    return {step.person_name: step for step in steps if step.template == template}


def printed(desk, case, language, title):
    rows = desk.folders.contents(case, language).checklist
    return [task for task in rows if task.title == title]


@pytest.mark.parametrize("language", ["de", "en"])
def test_no_task_of_a_family_is_printed_twice_for_the_same_day(desk, case, language):
    contents = desk.folders.contents(case, language)
    for rows in (contents.checklist, contents.timeline):
        told = [(row.title, row.due, row.done) for row in rows if row.for_whom]
        assert len(told) == len(set(told))
    assert FAMILY in {task.for_whom for task in contents.checklist}


def test_a_family_that_needs_visas_is_told_once_and_whose_papers_are_whose(desk, case):
    steps = of_template(desk, case, "visum_termin")
    assert tuple(steps) == FAMILY
    (row,) = printed(desk, case, "de", steps["Amira"].title)
    assert row.for_whom == FAMILY
    only_some = {paper.for_whom for paper in row.documents if paper.for_whom}
    assert only_some == {("Amira",)}
    assert [remark.for_whom for remark in row.remarks] == [("Yasmin", "Lina")]


def test_a_paper_of_the_family_is_ticked_once_it_was_seen_of_everybody(desk, case):
    steps = of_template(desk, case, "visum_termin")
    title = steps["Amira"].title
    first, *others = steps.values()
    desk.plan.mark_document(first.id, "passport")
    (row,) = printed(desk, case, "de", title)
    assert row.documents[0].present_on is None
    assert [name for name, _ in row.documents[0].seen_of] == ["Amira"]
    for step_view in others:
        desk.plan.mark_document(step_view.id, "passport")
    (row,) = printed(desk, case, "de", title)
    assert row.documents[0].present_on == date(2026, 11, 23)


def test_what_one_has_done_stands_beside_what_the_others_still_do(desk, case):
    steps = of_template(desk, case, "visum_termin")
    desk.plan.tick(steps["Karim"].id)
    rows = printed(desk, case, "de", steps["Amira"].title)
    assert {(row.done, row.for_whom) for row in rows} == {
        (True, ("Karim",)),
        (False, ("Amira", "Yasmin", "Lina")),
    }
