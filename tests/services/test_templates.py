"""Looking after templates: what is refused, checked, doubted; order, copies, sets per employer."""

from __future__ import annotations

from collections.abc import Generator
from dataclasses import replace
from datetime import date, timedelta

import pytest

from app.done import Act
from app.errors import Reason, Refused
from app.progress import finish
from app.records.providers import Category
from app.records.templates import Doubt, Example, TemplateState
from app.rules.calendar import Day
from app.rules.terms import AnchorKind, Answer, Track
from tests.conftest import TODAY
from tests.makers import make_case, make_provider
from tests.services.office_templates import dues, family, office, own_step


@pytest.fixture
def desk(path, tmp_path):
    opened = office(path, tmp_path / "r")
    yield opened
    opened.close()


def refused(command, *arguments):
    """Why a command, or a job to its end, was refused, and beside which field."""
    with pytest.raises(Refused) as caught:
        _whole(command, *arguments)
    return caught.value.reason, caught.value.field


def _whole(command, *arguments):
    found = command(*arguments)
    return finish(found) if isinstance(found, Generator) else found


def example(applies, **facts):
    return Example(facts, applies)


YESTERDAY = TODAY - timedelta(days=1)


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"offset": "P11Y"}, "offset"),
        ({"offset": "bald"}, "offset"),
        ({"offset": ""}, "offset"),
        ({"title": {"de": "nur deutsch"}}, "title"),
        ({"short": {"de": "x" * 45, "en": "y"}}, "short"),
        ({"title": {"de": "a\ud800", "en": "b"}}, "title"),
        ({"anchor": "mondphase"}, "anchor"),
        ({"anchor": ""}, "anchor"),
        ({"after": "m_a"}, "anchor"),
        ({"anchor": "", "after": "m_z"}, "after"),
        ({"depends_on": ("m_z",)}, "depends_on"),
        ({"kind": "duty"}, "basis"),
        ({"kind": ""}, "kind"),
        ({"scope": "per_cat"}, "scope"),
        ({"shift": "weiter"}, "shift"),
        ({"roles": ()}, "roles"),
        ({"roles": ("koch",)}, "roles"),
        ({"office_type": ""}, "office_type"),
        ({"office_type": "kiosk"}, "office_type"),
        ({"office": {"de": "x"}}, "office"),
        ({"documents": ("bierdeckel",)}, "documents"),
        ({"grade": "Z"}, "grade"),
        ({"phase": "nirgends"}, "phase"),
        ({"when": ({},)}, "when"),
        ({"when": ({"orign": ("third",)},)}, "when"),
        ({"when": ({"origin": ("mars",)},)}, "when"),
        ({"when": ({"origin": ()},)}, "when"),
        ({"only_in": ("m_z",)}, "only_in"),
        ({"clears": "tor"}, "clears"),
        ({"examples": (example(Answer.YES, orign="eu"),)}, "examples"),
        ({"examples": (example(Answer.YES, origin="mars"),)}, "examples"),
        ({"id": "Ä b"}, "id"),
        ({"id": ""}, "id"),
    ],
)
def test_a_fault_is_told_at_its_field_and_nothing_is_stored(desk, changes, field):
    draft = replace(own_step(desk), **changes)
    faults = desk.templates.check(draft).faults
    assert faults[0].key == field
    rows = desk.templates.rows(Track.ONBOARDING)
    assert refused(desk.templates.save, draft, TODAY) == (Reason.TEMPLATE_BROKEN, field)
    assert refused(desk.templates.preview, draft, TODAY) == (Reason.TEMPLATE_BROKEN, field)
    assert desk.templates.rows(Track.ONBOARDING) == rows


def test_a_sound_draft_has_no_faults(desk):
    assert desk.templates.check(own_step(desk)).is_sound
    for row in desk.templates.rows(Track.ONBOARDING):
        assert desk.templates.check(desk.templates.draft(row.template)).is_sound


def test_a_circle_through_others_is_told(desk):
    draft = replace(desk.templates.draft("m_a"), depends_on=("m_other",))
    (fault,) = desk.templates.check(draft).faults
    assert (fault.key, fault.problem) == ("depends_on", "circle")


def test_the_nearest_word_is_told_with_a_fault(desk):
    draft = replace(own_step(desk), when=({"orgin": ("third",)},))
    assert desk.templates.check(draft).faults[0].nearest == "origin"


def test_a_step_does_not_change_its_track(desk):
    draft = replace(desk.templates.draft("m_a"), track=Track.RELOCATION)
    assert "track" in {fault.key for fault in desk.templates.check(draft).faults}


@pytest.mark.parametrize(
    ("facts", "answer"),
    [
        ({"origin": "third"}, Answer.YES),
        ({"origin": "eu"}, Answer.NO),
        ({}, Answer.UNCLEAR),
        ({"dog": "yes"}, Answer.UNCLEAR),
    ],
)
def test_examples_turn_out_as_the_rule_says(desk, facts, answer):
    draft = replace(desk.templates.draft("m_b"), examples=(Example(facts, Answer.YES),))
    assert desk.templates.check(draft).examples == (answer,)


def test_an_example_counts_what_follows_from_its_facts(desk):
    draft = replace(
        own_step(desk), when=({"pet": ("yes",)},), examples=(example(Answer.YES, dog="yes"),)
    )
    assert desk.templates.check(draft).examples == (Answer.YES,)


def test_no_example_is_tried_while_the_condition_is_at_fault(desk):
    draft = replace(own_step(desk), when=({},), examples=(example(Answer.YES, origin="eu"),))
    assert desk.templates.check(draft).examples == ()


def test_a_rule_whose_example_fails_is_not_stored_one_that_holds_is_kept_with_it(desk):
    right = example(Answer.NO, origin="eu")
    draft = replace(desk.templates.draft("m_b"), examples=(right, example(Answer.NO)))
    assert refused(desk.templates.save, draft, TODAY) == (Reason.EXAMPLE_FAILS, "examples")
    desk.templates.save(replace(draft, examples=(right,)), TODAY)
    assert desk.templates.draft("m_b").examples == (right,)


def test_a_day_in_the_past_is_refused(desk):
    past = (Reason.NOT_A_DATE, "valid_from")
    assert refused(desk.templates.save, own_step(desk), YESTERDAY) == past
    assert refused(desk.templates.preview, own_step(desk), YESTERDAY) == past
    assert refused(desk.templates.switch_off, "m_b", YESTERDAY) == past
    assert refused(desk.templates.restore, "m_b", YESTERDAY) == past


def test_what_nobody_knows_is_refused_by_name(desk):
    unknown = Reason.NO_SUCH_TEMPLATE
    for command, arguments in (
        (desk.templates.draft, ("m_z",)),
        (desk.templates.version, (7,)),
        (desk.templates.switch_off, ("m_z", TODAY)),
        (desk.templates.preview_off, ("m_z", TODAY)),
        (desk.templates.restore, ("m_z", TODAY)),
        (desk.templates.copy, ("m_z",)),
        (desk.templates.reorder, (Track.ONBOARDING, ["m_z"])),
        (desk.templates.export, (Track.ONBOARDING, ["m_z"])),
    ):
        assert refused(command, *arguments)[0] is unknown
    for command in (desk.templates.set_draft, desk.templates.copy_set, desk.templates.remove_set):
        assert refused(command, "m_z")[0] is Reason.NO_SUCH_SET
    assert desk.templates.original("m_z") is None
    assert desk.templates.versions("m_z") == ()


def test_what_others_count_from_is_not_switched_off(desk):
    with pytest.raises(Refused) as caught:
        desk.templates.switch_off("m_a", TODAY)
    assert caught.value.reason is Reason.TEMPLATE_IN_USE
    assert caught.value.facts == {"where": "Schritt m_after"}


def test_a_version_is_shown_as_it_was_worded(desk):
    draft = replace(desk.templates.draft("m_a"), offset="P4D")
    desk.templates.save(draft, TODAY, "kürzer")
    desk.templates.save(replace(draft, offset="P5D"), TODAY)
    desk.templates.restore("m_a", TODAY)
    original, later, first = desk.templates.versions("m_a")
    assert [v.holds for v in (original, later, first)] == [True, False, False]
    assert (first.note, first.made_by, first.made_on) == ("kürzer", "Tomke Harms", TODAY)
    assert desk.templates.version(first.version) == draft
    assert desk.templates.version(original.version) == desk.templates.original("m_a")


def test_a_copy_has_an_id_and_a_title_of_its_own(desk):
    copied = desk.templates.copy("m_a")
    assert (copied.id, copied.title["de"]) == ("m_a_kopie", "Schritt m_a (Kopie)")
    assert replace(copied, id="m_a", title=desk.templates.draft("m_a").title) == (
        desk.templates.draft("m_a")
    )
    desk.templates.save(copied, TODAY)
    assert desk.templates.copy("m_a").id == "m_a_kopie_2"
    assert refused(desk.templates.copy, "m_a", "m_b") == (Reason.EXISTS, "id")
    assert desk.templates.copy("m_a", "m_neu").id == "m_neu"


def test_a_new_step_is_empty_and_not_stored(desk):
    draft = desk.templates.new(Track.RELOCATION, "phase")
    assert (draft.track, draft.phase, draft.title) == (Track.RELOCATION, "phase", {})
    assert {fault.key for fault in desk.templates.check(draft).faults} >= {"title", "anchor"}
    assert desk.templates.rows(Track.RELOCATION) == ()


def test_steps_stand_in_the_order_the_office_gives_them(desk):
    case = family(desk)
    desk.plan.set_anchor(case, AnchorKind.ENTRY, Day(date(2026, 11, 2)))
    desk.templates.save(own_step(desk), TODAY, "", [case])
    names = [row.template for row in desk.templates.rows(Track.ONBOARDING)]
    assert names == ["m_a", "m_b", "m_after", "m_other", "m_child", "eigener_schritt"]
    done = desk.templates.reorder(Track.ONBOARDING, ["eigener_schritt", "m_child", "m_a"])
    assert done.act is Act.TEMPLATES_ORDERED
    wanted = ["eigener_schritt", "m_child", "m_a", "m_b", "m_after", "m_other"]
    assert [row.template for row in desk.templates.rows(Track.ONBOARDING)] == wanted
    assert [s.template for s in desk.plan.all_steps(case) if s.track is Track.ONBOARDING] == wanted
    assert finish(desk.plan.refresh()) == 0
    desk.history.undo(done.batch)
    assert [row.template for row in desk.templates.rows(Track.ONBOARDING)] == names


def test_a_step_that_is_switched_off_keeps_its_place(desk):
    desk.templates.switch_off("m_b", TODAY)
    names = [row.template for row in desk.templates.rows(Track.ONBOARDING)]
    assert names[:3] == ["m_a", "m_b", "m_after"]


def test_a_step_planned_for_later_stands_among_the_rows(desk):
    then = TODAY + timedelta(days=3)
    desk.templates.save(own_step(desk), then)
    row = desk.templates.rows(Track.ONBOARDING)[-1]
    assert (row.template, row.state, row.planned) == (
        "eigener_schritt",
        TemplateState.OWN,
        then,
    )
    assert desk.templates.new(Track.ONBOARDING, "phase").id == "eigener_schritt_2"


def test_phases_and_documents_are_offered_in_german(desk):
    assert desk.templates.phases(Track.ONBOARDING) == (("phase", "P"),)
    titles = dict(desk.templates.documents())
    assert (
        titles["passport"] == desk.templates._planner.catalogue.papers["passport"].title.texts["de"]
    )


def applying(desk, draft):
    return finish(desk.templates.applying(draft))


def test_applying_tells_who_and_how_many(desk):
    third, german = family(desk), family(desk, origin="DE")
    unknown = make_case(desk, origin="")
    draft = replace(own_step(desk), when=({"moves_from": ("third",)},))
    found = applying(desk, draft)
    assert found.yes == ((third, "Ben Amor, Amira"),)
    assert found.unclear == ((unknown, "Ben Amor, Amira"),)
    assert (found.yes_count, found.unclear_count, found.no_count) == (1, 1, 1)
    assert german not in dict(found.yes)
    assert found.doubts == ()


def test_applying_needs_a_rule_but_no_words_yet(desk):
    family(desk)
    draft = replace(own_step(desk), title={}, explain={}, roles=())
    assert applying(desk, draft).yes_count == 1
    broken = replace(draft, when=({},))
    assert refused(desk.templates.applying, broken) == (Reason.TEMPLATE_BROKEN, "when")


def test_applying_leaves_out_whom_the_set_leaves_out(desk):
    case = family(desk)
    draft = replace(own_step(desk), only_in=("short",))
    assert (applying(desk, draft).yes_count, applying(desk, draft).no_count) == (0, 1)
    desk.plan.give_set(case, "short")
    assert applying(desk, draft).yes_count == 1
    other = desk.templates.draft("m_other")
    assert applying(desk, other).no_count == 1


@pytest.mark.parametrize(
    ("changes", "doubts"),
    [
        ({}, ()),
        ({"when": ({"origin": ("eu",)},)}, (Doubt.NOBODY,)),
        ({"when": ({"origin": ("third",)},)}, (Doubt.EVERYBODY,)),
        ({"when": ({"partner": ("no",), "partner_job_search": ("yes",)},)}, (Doubt.NEVER,)),
        ({"anchor": "dog"}, (Doubt.NO_ANCHOR,)),
        ({"anchor": "", "after": "m_other"}, (Doubt.NO_ANCHOR,)),
        ({"anchor": "", "after": "m_a"}, ()),
        ({"when": ({"dog": ("yes",)},)}, ()),
    ],
)
def test_what_is_worth_a_second_look_is_told(desk, changes, doubts):
    family(desk)
    assert applying(desk, replace(own_step(desk), **changes)).doubts == doubts


def test_a_year_without_known_holidays_is_told(desk):
    case = family(desk)
    draft = replace(own_step(desk), offset="P5WD")
    assert applying(desk, draft).doubts == ()
    desk.plan.set_anchor(case, AnchorKind.CONTRACT, Day(date(2199, 1, 1)))
    assert applying(desk, draft).doubts == (Doubt.HOLIDAYS_UNKNOWN,)


def test_nothing_is_doubted_without_open_cases(desk):
    draft = replace(own_step(desk), when=({"origin": ("eu",)},))
    assert applying(desk, draft).doubts == ()


def clinic(desk, name="Klinik am Deich"):
    return make_provider(desk, organisation=name, category=Category.EMPLOYER)


def test_a_new_case_is_given_the_set_of_its_employer(desk):
    employer = clinic(desk)
    draft = desk.templates.copy_set("short", "klinik  am DEICH ")
    assert (draft.id, draft.employer, draft.copy_of) == (
        "short_kopie",
        "klinik  am DEICH",
        "short",
    )
    before = make_case(desk, employer=employer)
    desk.templates.save_set(draft)
    case = make_case(desk, employer=employer)
    assert desk.plan.view(case, Track.ONBOARDING).plan_set == "short_kopie"
    assert "m_other" not in dues(desk, case)
    elsewhere = make_case(desk, employer=clinic(desk, "Praxis am Siel"))
    for other in (before, elsewhere, make_case(desk)):
        assert desk.plan.view(other, Track.ONBOARDING).plan_set == "standard"
    # changing the employer of a running case never changes its plan by itself
    view = desk.candidates.case(elsewhere)
    desk.candidates.edit(elsewhere, replace(view.draft, employer=employer))
    assert desk.plan.view(elsewhere, Track.ONBOARDING).plan_set == "standard"
    assert finish(desk.plan.refresh()) == 0


def test_a_step_only_in_some_sets_is_given_where_the_case_has_one(desk):
    standard, short = family(desk), family(desk)
    desk.plan.give_set(short, "short")
    draft = replace(own_step(desk), only_in=("short",))
    (affected,) = finish(desk.templates.preview(draft, TODAY)).affected
    assert affected.case == short
    desk.templates.save(draft, TODAY, "", [short])
    assert draft.id in dues(desk, short)
    assert draft.id not in dues(desk, standard)
    assert draft.short["de"] in desk.plan.preview_set(standard, "short").adds
    desk.plan.give_set(standard, "short")
    assert draft.id in dues(desk, standard)
    desk.plan.give_set(short, "standard")
    assert draft.id not in dues(desk, short)


def test_a_step_of_the_relocation_may_be_only_in_a_set_too(desk):
    draft = replace(own_step(desk), track=Track.RELOCATION, only_in=("short",))
    desk.templates.save(draft, TODAY)
    case = family(desk)
    assert desk.plan.view(case, Track.RELOCATION).steps == ()
    desk.plan.give_set(case, "short")
    (step,) = desk.plan.view(case, Track.RELOCATION).steps
    assert step.template == draft.id


def test_a_copied_set_gives_what_only_the_first_gives(desk):
    draft = replace(own_step(desk), only_in=("short",))
    desk.templates.save(draft, TODAY)
    copied = desk.templates.copy_set("short", "Klinik am Deich")
    done = desk.templates.save_set(copied)
    assert desk.templates.draft(draft.id).only_in == ("short", "short_kopie")
    assert desk.templates.set_draft("short_kopie") == replace(copied, copy_of="")
    rows = {row.id: row for row in desk.templates.sets()}
    assert (rows["short"].steps, rows["short_kopie"].steps, rows["standard"].steps) == (5, 5, 5)
    assert rows["short_kopie"].state is TemplateState.OWN
    assert desk.templates.copy_set("short").id == "short_kopie_2"
    desk.history.undo(done.batch)
    assert "short_kopie" not in {row.id for row in desk.templates.sets()}
    assert desk.templates.draft(draft.id).only_in == ("short",)


def test_a_set_in_use_gives_the_same_steps_but_may_be_called_otherwise(desk):
    case = family(desk)
    desk.plan.give_set(case, "short")
    draft = desk.templates.set_draft("short")
    fewer = replace(draft, leaves_out=("m_other", "m_b"))
    assert refused(desk.templates.save_set, fewer) == (Reason.TEMPLATE_IN_USE, "leaves_out")
    usual = replace(desk.templates.set_draft("standard"), leaves_out=("m_b",))
    family(desk)
    assert refused(desk.templates.save_set, usual) == (Reason.TEMPLATE_IN_USE, "leaves_out")
    desk.templates.save_set(replace(draft, title={"de": "Kürzer", "en": "Shorter"}))
    (row,) = [row for row in desk.templates.sets() if row.id == "short"]
    assert (row.title, row.state, row.cases) == ("Kürzer", TemplateState.CHANGED, 1)
    desk.plan.give_set(case, "standard")
    desk.templates.save_set(fewer)
    desk.plan.give_set(case, "short")
    assert not {"m_b", "m_other"} & dues(desk, case).keys()


def test_what_is_wrong_with_a_set_is_told_at_its_field(desk):
    draft = desk.templates.copy_set("short")
    for changes, told in (
        ({"title": {"de": "nur deutsch"}}, (Reason.BLANK, "title")),
        ({"id": " "}, (Reason.BLANK, "id")),
        ({"leaves_out": ("m_z",)}, (Reason.NO_SUCH_TEMPLATE, "leaves_out")),
        ({"employer": "\ud800"}, (Reason.TEXT_NOT_STORABLE, "employer")),
        ({"id": "short", "track": Track.RELOCATION}, (Reason.NOT_A_VALUE, "track")),
    ):
        assert refused(desk.templates.save_set, replace(draft, **changes)) == told


def test_a_set_is_removed_only_where_nobody_needs_it(desk):
    in_use = (Reason.TEMPLATE_IN_USE, "plan_set")
    assert refused(desk.templates.remove_set, "standard") == in_use
    case = family(desk)
    desk.plan.give_set(case, "short")
    assert refused(desk.templates.remove_set, "short") == in_use
    desk.plan.give_set(case, "standard")
    draft = replace(own_step(desk), only_in=("short",))
    desk.templates.save(draft, TODAY)
    assert refused(desk.templates.remove_set, "short") == in_use
    desk.templates.save(replace(draft, only_in=()), TODAY)
    done = desk.templates.remove_set("short")
    assert [row.id for row in desk.templates.sets()] == ["standard"]
    assert refused(desk.templates.set_draft, "short")[0] is Reason.NO_SUCH_SET
    desk.history.undo(done.batch)
    assert [row.id for row in desk.templates.sets()] == ["standard", "short"]
