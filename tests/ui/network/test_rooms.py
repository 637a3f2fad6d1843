"""Actors, links, topics and meetings in the window, on a real file."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from PySide6.QtCore import Qt

from app.errors import Reason, Refused
from app.records import network as records
from app.records.network import ActorDraft, LinkDraft, LinkKind
from app.records.providers import Category
from app.records.working_group import EntryDraft, MeetingDraft, TopicDraft
from app.rules import network as rules
from app.rules import working_group
from app.rules.working_group import EntryKind, TopicState
from tests.conftest import TODAY
from tests.makers import make_provider
from ui.network import words
from ui.network.actors_room import ActorsRoom
from ui.network.group_room import GroupRoom
from ui.network.meeting_form import EXCUSED, PRESENT, typed_hour
from ui.providers.page import ProvidersPage
from ui.widgets import link_words


@pytest.fixture
def desk(window):
    return window.acts.desk


def shown(qtbot, kind, window):
    room = kind(window.workplace)
    qtbot.addWidget(room)
    room.resize(1100, 700)
    room.show()
    return room


def added(done):
    return int(done.facts["id"])


def doctor(desk, name, **changes):
    return make_provider(desk, organisation=name, category=Category.DOCTOR, **changes)


@pytest.mark.parametrize(
    ("kinds", "names"),
    [
        (records.ActorKind, words.ACTOR_KINDS),
        (records.LinkKind, link_words.LINK_KINDS),
        (rules.Sector, words.SECTORS),
        (working_group.TopicState, words.TOPIC_STATES),
        (working_group.EntryKind, words.ENTRY_KINDS),
        (working_group.NextStep, words.NEXT),
        (working_group.MeetingRemark, words.REMARKS),
    ],
)
def test_every_code_has_a_word_of_its_own(kinds, names):
    assert set(names) == set(kinds)
    assert len(set(names.values())) == len(names)


def test_the_first_actor_is_entered_from_the_empty_list(qtbot, window, desk):
    room = shown(qtbot, ActorsRoom, window)
    view = room.view
    view.empty.accepted.emit()
    view.form.put("name", "Stadt Sielhaven")
    view.form.put("in_group", "member")
    view.form.put("until", "gestern")
    view.form.save()
    assert view.form.field("until").reason()
    view.form.put("until", "")
    view.form.save()
    (actor,) = desk.network.actors()
    assert (actor.draft.name, actor.draft.in_group) == ("Stadt Sielhaven", True)
    assert view.list.key() == actor.id


def test_an_actor_removed_while_something_is_typed_leaves_the_next_one_shown(qtbot, window, desk):
    gone, stays = (
        added(desk.network.add_actor(ActorDraft(name))) for name in ("Alte Stelle", "Neue Stelle")
    )
    room = shown(qtbot, ActorsRoom, window)
    view = room.view
    view.choose(gone)
    view.form.put("role", "halb getippt")
    view.form.remove.click()
    assert [each.id for each in desk.network.actors()] == [stays]
    assert (view.list.key(), view.form.value("name")) == (stays, "Neue Stelle")


def test_a_topic_is_archived_only_once_what_is_typed_may_go(qtbot, window, desk, recorder):
    topic = added(desk.working_group.add_topic(TopicDraft("Kita")))
    room = shown(qtbot, GroupRoom, window)
    view = room.view
    view.choose(topic)
    form = view.topic_form
    form.put("about", "halb getippt")
    recorder.agrees = False
    form.archive.click()
    assert recorder.asked[-1] == "Eingaben verwerfen?"
    assert form.value("about") == "halb getippt"
    assert not any(each.archived_on for each in desk.working_group.topics())
    recorder.agrees = True
    form.archive.click()
    assert all(each.archived_on for each in desk.working_group.topics())


def test_a_link_that_leads_nowhere_is_led_on_with_one_click(qtbot, window, desk):
    one, old, new = doctor(desk, "A"), doctor(desk, "B", valid_to=TODAY), doctor(desk, "C")
    desk.network.add_link(LinkDraft(one, old))
    draft = desk.providers.provider(old).draft
    past = TODAY - timedelta(days=1)
    desk.providers.edit(old, replace(draft, successor=new, valid_to=past))
    room = shown(qtbot, ActorsRoom, window)
    view = room.show_view("links")
    assert "Nachfolger ist „C“" in view.form.trouble.text()
    assert "ins Leere" in view.list.model().index(0, 0).data()
    view.form.lead_on.click()
    assert view.form.trouble.text() == ""
    assert desk.network.links_of(new)


def test_the_picture_shows_links_by_sector_and_filters_what_can_be_had_online(qtbot, window, desk):
    clinic = make_provider(desk, organisation="Klinik", category=Category.EMPLOYER)
    practice = doctor(desk, "Praxis", video=True)
    alone = doctor(desk, "Einzelpraxis")
    desk.network.add_actor(ActorDraft("", sector=rules.Sector.INPATIENT, provider=clinic))
    desk.network.add_link(LinkDraft(clinic, practice, LinkKind.EMERGENCY))
    room = shown(qtbot, ActorsRoom, window)
    view = room.show_view("picture")
    picture = view.picture
    assert picture.told() == ["Klinik – Praxis: Notfall"]
    assert picture.place_of(practice).right() < picture.place_of(clinic).left()
    assert "Einzelpraxis" in view.gaps.text()
    assert "1 zwischen ambulant und stationär" in "".join(r.text for r in view.orientation())
    with qtbot.waitSignal(room.elsewhere) as wanted:
        centre = picture.place_of(alone).center()
        qtbot.mouseClick(picture, Qt.MouseButton.LeftButton, pos=centre)
    assert wanted.args == ["providers", alone]
    view.video.click()
    with pytest.raises(KeyError):
        picture.place_of(alone)
    assert picture.told() == []


def test_the_directory_says_who_works_with_an_entry_and_leads_there(qtbot, window, desk):
    one, other = doctor(desk, "Praxis am Siel"), doctor(desk, "Klinik am Deich")
    desk.network.add_link(LinkDraft(one, other, note="Absprache seit Mai"))
    page = shown(qtbot, ProvidersPage, window)
    page.reveal(one)
    partners = page.form.partners
    assert partners.isVisibleTo(page.form)
    partners.wanted.emit(other)
    assert page.form.editor("organisation").text() == "Klinik am Deich"
    page.reveal(doctor(desk, "Ohne Verbindung"))
    assert not partners.isVisibleTo(page.form)


def test_the_fields_of_the_group_come_with_one_click_and_are_found_by_keyword(qtbot, window, desk):
    room = shown(qtbot, GroupRoom, window)
    view = room.view
    (start,) = view.strip_actions()
    start.click()
    assert view.list.model().rowCount() == 12
    assert view.strip_actions() == []
    view.keyword.choose("Wohnen")
    view.keyword.activated.emit(0)
    assert view.list.model().rowCount() == 2
    window.acts.undo()
    assert desk.working_group.topics() == ()


def test_a_task_is_noted_to_a_topic_and_ticked(qtbot, window, desk):
    key = added(desk.working_group.add_topic(TopicDraft("Umzug", keywords=("Wohnen",))))
    actor = added(desk.network.add_actor(ActorDraft("Stadt")))
    room = shown(qtbot, GroupRoom, window)
    view = room.view
    view.reveal(key)
    for name, value in {
        "kind": EntryKind.TASK.value,
        "text": "Liste machen",
        "actor": str(actor),
        "due": f"{TODAY - timedelta(days=3):%d.%m.%Y}",
    }.items():
        view.entry_form.put(name, value)
    view.entry_form.save()
    (task,) = desk.working_group.open_tasks()
    assert (task.actor_name, task.topic) == ("Stadt", key)
    assert "überfällig" in view.entries.model().index(0, 0).data()
    view.entries.setCurrentIndex(view.entries.model().index(0, 0))
    view.done.click()
    assert desk.working_group.open_tasks() == ()
    assert view.done.text() == "Wieder offen"


def test_what_is_half_typed_to_a_topic_is_not_lost(qtbot, window, desk, recorder):
    first, second = (added(desk.working_group.add_topic(TopicDraft(t))) for t in "AB")
    room = shown(qtbot, GroupRoom, window)
    view = room.view
    view.reveal(first)
    view.entry_form.put("text", "Noch nicht gespeichert")
    recorder.agrees = False
    view.list.chosen.emit(second)
    assert view.list.key() == first
    assert view.entry_form.value("text") == "Noch nicht gespeichert"
    recorder.agrees = True
    view.list.chosen.emit(second)
    assert view.entry_form.value("text") == ""


def test_a_meeting_on_a_holiday_is_told_and_who_was_there_is_kept(qtbot, window, desk):
    one, two = (added(desk.network.add_actor(ActorDraft(n, in_group=True))) for n in "AB")
    room = shown(qtbot, GroupRoom, window)
    view = room.show_view("meetings")
    view.empty.accepted.emit()
    view.form.put("on", "25.12.2026")
    view.form.put("start", "25:00")
    view.form.save()
    assert view.form.field("start").reason()
    view.form.put("start", "14:30")
    view.form.save()
    assert "Erster Weihnachtstag" in view.remarks.text()
    for actor, code in ((one, PRESENT), (two, EXCUSED)):
        view.attendance.choice(actor).choose(code)
    view.attendance.changed.emit()
    (meeting,) = desk.working_group.meetings()
    assert (meeting.present, meeting.excused) == ((one,), (two,))


def test_an_open_task_leads_to_its_topic(qtbot, window, desk):
    desk.working_group.add_topic(TopicDraft("Andere"))
    topic = added(desk.working_group.add_topic(TopicDraft("Umzug")))
    task = added(desk.working_group.add_entry(topic, EntryDraft(EntryKind.TASK, "Tun")))
    room = shown(qtbot, GroupRoom, window)
    room.show_view("tasks").reveal(task)
    room.view.open.click()
    assert room.view.topic_form.view.id == topic


@pytest.mark.parametrize(
    ("typed", "minutes"),
    [("", None), ("14:30", 870), ("9.05", 545), ("14 Uhr", 840), ("0:00", 0)],
)
def test_an_hour_is_read_as_it_is_typed(typed, minutes):
    assert typed_hour(typed) == minutes


@pytest.mark.parametrize("typed", ["24:00", "12:60", "nachmittags", "14:3"])
def test_what_is_no_hour_is_refused(typed):
    with pytest.raises(Refused) as refused:
        typed_hour(typed)
    assert refused.value.reason is Reason.NOT_AN_HOUR


def test_a_decided_topic_stands_behind_those_collected(qtbot, window, desk):
    desk.working_group.add_topic(TopicDraft("Fertig", state=TopicState.DECIDED))
    desk.working_group.add_topic(TopicDraft("Neu"))
    desk.working_group.add_meeting(MeetingDraft(date(2026, 12, 1)))
    room = shown(qtbot, GroupRoom, window)
    view = room.view
    assert "Neu" in view.list.model().index(0, 0).data()
