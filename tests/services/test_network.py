"""Actors and links on a real file: refused, told with the way out, merged, printed."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from app.errors import Reason, Refused
from app.records.network import ActorDraft, ActorKind, EndState, LinkDraft, LinkKind
from app.records.providers import Category
from app.records.working_group import EntryDraft, TopicDraft
from app.rules.network import Sector
from app.rules.working_group import EntryKind
from tests.conftest import TODAY
from tests.makers import make_case, make_provider


def doctor(desk, name, **changes):
    return make_provider(desk, organisation=name, category=Category.DOCTOR, **changes)


def linked(desk, first, second, **changes):
    return int(desk.network.add_link(LinkDraft(first, second, **changes)).facts["id"])


def refusal(act):
    with pytest.raises(Refused) as refused:
        act()
    return refused.value.reason, refused.value.field


def test_an_actor_is_called_as_its_entry_and_leads_there(desk):
    clinic = doctor(desk, "Klinik am Deich")
    desk.network.add_actor(ActorDraft("", ActorKind.HOSPITAL, Sector.INPATIENT, clinic))
    (actor,) = desk.network.actors()
    assert (actor.draft.name, actor.draft.provider) == ("Klinik am Deich", clinic)


def test_former_actors_stand_last(desk):
    gone = replace(ActorDraft("Alter Verein"), until=TODAY - timedelta(days=1))
    desk.network.add_actor(gone)
    desk.network.add_actor(ActorDraft("Stadt Sielhaven", until=TODAY))
    assert [each.draft.name for each in desk.network.actors()] == [
        "Stadt Sielhaven",
        "Alter Verein",
    ]


@pytest.mark.parametrize(
    ("draft", "reason", "field"),
    [
        (ActorDraft(" "), Reason.BLANK, "name"),
        (ActorDraft("Stadt", phone="Zimmer 4"), Reason.NOT_A_PHONE, "phone"),
        (ActorDraft("Stadt", email="stadt"), Reason.NOT_AN_EMAIL, "email"),
        (
            ActorDraft("Stadt", since=date(2026, 5, 1), until=date(2026, 4, 1)),
            Reason.ENDS_BEFORE_IT_BEGINS,
            "until",
        ),
        (ActorDraft("Stadt", provider=99), Reason.NO_SUCH_PROVIDER, ""),
    ],
)
def test_what_no_actor_can_be_is_refused(desk, draft, reason, field):
    assert refusal(lambda: desk.network.add_actor(draft)) == (reason, field)
    assert desk.network.actors() == ()


def test_an_actor_that_minutes_name_stays_and_is_told_the_way_out(desk):
    key = int(desk.network.add_actor(ActorDraft("Stadt")).facts["id"])
    topic = int(desk.working_group.add_topic(TopicDraft("Umzug")).facts["id"])
    desk.working_group.add_entry(topic, EntryDraft(EntryKind.NOTE, "Gesagt", actor=key))
    assert refusal(lambda: desk.network.remove_actor(key)) == (Reason.ACTOR_IN_USE, "until")


def test_a_link_stands_at_both_ends(desk):
    one, other = doctor(desk, "Praxis am Siel"), doctor(desk, "Klinik am Deich")
    linked(desk, one, other)
    for here, there in ((one, other), (other, one)):
        (link,) = desk.network.links_of(here)
        assert link.beside(here).provider == there


def test_one_kind_links_two_only_once_whichever_is_first(desk):
    one, other = doctor(desk, "A"), doctor(desk, "B")
    linked(desk, one, other)
    assert refusal(lambda: linked(desk, other, one)) == (Reason.LINK_EXISTS, "second")
    assert refusal(lambda: linked(desk, one, one)) == (Reason.LINK_TO_ITSELF, "second")
    assert linked(desk, other, one, kind=LinkKind.EMERGENCY)


def test_a_link_to_somebody_gone_is_told_and_led_on_to_the_successor(desk):
    one, old, new = (doctor(desk, name) for name in ("A", "B", "C"))
    key = linked(desk, one, old)
    desk.providers.archive(old, "geschlossen")
    assert refusal(lambda: desk.network.lead_on(key))[0] is Reason.NO_SUCCESSOR
    desk.providers.edit(old, replace(desk.providers.provider(old).draft, successor=new))
    (link,) = desk.network.picture().troubled
    assert (link.gone[0].state, link.gone[0].successor) == (EndState.ARCHIVED, new)
    assert desk.network.picture().links == ()
    desk.network.lead_on(key)
    (link,) = desk.network.picture().links
    assert {link.first.provider, link.second.provider} == {one, new}


def test_one_that_has_ended_is_gone_too(desk):
    one = doctor(desk, "A")
    other = doctor(desk, "B", valid_to=TODAY - timedelta(days=1))
    linked(desk, one, other)
    (link,) = desk.network.links()
    assert link.second.state is EndState.ENDED
    assert not link.holds(TODAY)


def test_the_picture_tells_who_links_across_and_who_is_linked_with_nobody(desk):
    clinic = make_provider(desk, organisation="Klinik", category=Category.EMPLOYER)
    practice, alone = doctor(desk, "Praxis"), doctor(desk, "Einzelpraxis", video=True)
    make_provider(desk, organisation="Kita ohne Verbindung")
    desk.network.add_actor(ActorDraft("Klinik", ActorKind.HOSPITAL, Sector.INPATIENT, clinic))
    key = linked(desk, clinic, practice, kind=LinkKind.OUTPATIENT_INPATIENT)
    picture = desk.network.picture()
    assert [link.id for link in picture.across] == [key]
    assert [(end.provider, end.video) for end in picture.unlinked] == [(alone, True)]


def test_merged_providers_leave_no_equal_links_and_none_of_themselves(desk):
    kept, dropped, other = (doctor(desk, name) for name in ("Praxis A", "Praxis A!", "Klinik"))
    linked(desk, kept, other)
    linked(desk, other, dropped, text="Mit eigener Notaufnahme.")
    linked(desk, kept, dropped, kind=LinkKind.TRAINING)
    linked(desk, dropped, other, kind=LinkKind.EMERGENCY)
    before = desk.network.links()
    done = desk.duplicates.merge(kept, dropped, {}, "doppelt")
    found = desk.network.links()
    assert {(each.draft.kind, each.draft.text) for each in found} == {
        (LinkKind.COOPERATION, "Mit eigener Notaufnahme."),
        (LinkKind.EMERGENCY, ""),
    }
    assert all({e.first.provider, e.second.provider} == {kept, other} for e in found)
    desk.history.undo(done.batch)
    assert desk.network.links() == before


def test_one_that_has_not_begun_is_in_the_picture_and_not_yet_for_families(desk):
    one = doctor(desk, "A")
    other = doctor(desk, "B", valid_from=TODAY + timedelta(days=1))
    key = linked(desk, one, other)
    assert [link.id for link in desk.network.picture().links] == [key]
    assert not desk.network.picture().troubled
    assert refusal(lambda: desk.papers.preview(desk.network.sheet(), "de"))[0] is Reason.NO_LINKS


def told(desk, case, provider, language="de"):
    places = {each.provider: each for each in desk.folders.contents(case, language).places}
    return [(each.kind, each.name, each.text) for each in places[provider].together]


def test_a_family_reads_beside_a_place_who_works_with_it(desk):
    case = make_case(desk)
    one, other = doctor(desk, "Praxis am Siel"), doctor(desk, "Klinik am Deich")
    key = linked(desk, one, other, kind=LinkKind.EMERGENCY, text="Auch nachts.", note="intern")
    assert told(desk, case, one) == [("emergency", "Klinik am Deich", "Auch nachts.")]
    assert told(desk, case, other) == [("emergency", "Praxis am Siel", "Auch nachts.")]
    draft = desk.network.links()[0].draft
    desk.network.edit_link(key, replace(draft, valid_to=TODAY - timedelta(days=1)))
    assert told(desk, case, one) == []
    desk.network.edit_link(key, draft)
    desk.providers.archive(other, "geschlossen")
    assert told(desk, case, one) == []


def test_there_is_no_sheet_without_links(desk):
    assert refusal(lambda: desk.papers.preview(desk.network.sheet(), "de"))[0] is Reason.NO_LINKS
