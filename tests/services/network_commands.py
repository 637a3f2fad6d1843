"""The commands on the network as the tests of undo give them, and a network to give them about."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path

from app.desk import Desk
from app.done import Done
from app.records.network import ActorDraft, LinkDraft, LinkKind
from app.records.providers import Category
from app.records.working_group import EntryDraft, MeetingDraft, TopicDraft
from app.rules.working_group import EntryKind, TopicState
from tests.makers import make_provider

TOWN = ActorDraft("Stadt Sielhaven", in_group=True)
BODY = ActorDraft("Regionalverbund Deichland")
MEETING = MeetingDraft(date(2026, 12, 1), 840, "Rathaus")
WARD = "Praxis am Siel"
_SAID = EntryDraft(EntryKind.PROPOSAL, "Rufbus zur Frühschicht")


def prepare(desk: Desk) -> None:
    """Two actors, two links of which one leads to somebody gone, two topics, a meeting."""
    first, second, third, heir = (
        make_provider(desk, organisation=name, category=Category.DOCTOR)
        for name in (WARD, "Pflegedienst Watt", "Praxis Altdeich", "Praxis Neudeich")
    )
    town = _id(desk.network.add_actor(TOWN))
    desk.network.add_actor(BODY)
    desk.network.add_link(LinkDraft(first, second))
    desk.network.add_link(LinkDraft(first, third))
    draft = desk.providers.provider(third).draft
    desk.providers.edit(third, replace(draft, successor=heir))
    desk.providers.archive(third, "geschlossen")
    group = desk.working_group
    topic = _id(group.add_topic(TopicDraft("Umzugsservice", keywords=("Wohnen",))))
    group.archive_topic(_id(group.add_topic(TopicDraft("Digitalisierung"))))
    group.add_topic(TopicDraft("Wohnen"))
    meeting = _id(group.add_meeting(MEETING))
    group.set_attendance(meeting, frozenset({town}))
    group.add_entry(topic, EntryDraft(EntryKind.TASK, "Liste machen", meeting, town))
    done = _id(group.add_entry(topic, EntryDraft(EntryKind.TASK, "Anfragen")))
    group.finish_task(done)


def _id(done: Done) -> int:
    return int(done.facts["id"])


def _actor(desk: Desk, name: str) -> int:
    return next(each.id for each in desk.network.actors() if each.draft.name == name)


def _link(desk: Desk, *, gone: bool = False) -> int:
    return next(
        each.id
        for each in desk.network.links()
        if WARD in (each.first.name, each.second.name) and bool(each.gone) is gone
    )


def _linked(desk: Desk) -> LinkDraft:
    return next(each.draft for each in desk.network.links() if each.id == _link(desk))


def _topic(desk: Desk, title: str) -> int:
    return next(each.id for each in desk.working_group.topics() if each.draft.title == title)


def _entry(desk: Desk, text: str) -> int:
    return next(
        entry.id
        for topic in desk.working_group.topics()
        for entry in topic.entries
        if entry.draft.text == text
    )


def _meeting(desk: Desk) -> int:
    return desk.working_group.meetings()[0].id


def _other_way(desk: Desk) -> LinkDraft:
    draft = _linked(desk)
    return LinkDraft(draft.second, draft.first, LinkKind.EMERGENCY, "Auch nachts.")


Command = Callable[[Desk, int, Path], Done]

COMMANDS: Mapping[str, Command] = {
    "Network.add_actor": lambda d, _, __: d.network.add_actor(ActorDraft("Klinik am Deich")),
    "Network.edit_actor": lambda d, _, __: d.network.edit_actor(_actor(d, TOWN.name), BODY),
    "Network.remove_actor": lambda d, _, __: d.network.remove_actor(_actor(d, BODY.name)),
    "Network.add_link": lambda d, _, __: d.network.add_link(_other_way(d)),
    "Network.edit_link": lambda d, _, __: d.network.edit_link(_link(d), _other_way(d)),
    "Network.remove_link": lambda d, _, __: d.network.remove_link(_link(d)),
    "Network.lead_on": lambda d, _, __: d.network.lead_on(_link(d, gone=True)),
    "WorkingGroup.add_topic": lambda d, _, __: d.working_group.add_topic(
        TopicDraft("Kita", keywords=("wohnen", "Kita"))
    ),
    "WorkingGroup.add_first_topics": lambda d, _, __: d.working_group.add_first_topics(),
    "WorkingGroup.edit_topic": lambda d, _, __: d.working_group.edit_topic(
        _topic(d, "Umzugsservice"),
        TopicDraft("Umzug", "Wer hilft?", TopicState.RUNNING, ("Umzug",)),
    ),
    "WorkingGroup.move_topic": lambda d, _, __: d.working_group.move_topic(_topic(d, "Wohnen"), -1),
    "WorkingGroup.archive_topic": lambda d, _, __: d.working_group.archive_topic(
        _topic(d, "Umzugsservice")
    ),
    "WorkingGroup.restore_topic": lambda d, _, __: d.working_group.restore_topic(
        _topic(d, "Digitalisierung")
    ),
    "WorkingGroup.add_entry": lambda d, _, __: d.working_group.add_entry(
        _topic(d, "Umzugsservice"), _SAID
    ),
    "WorkingGroup.edit_entry": lambda d, _, __: d.working_group.edit_entry(
        _entry(d, "Anfragen"), _SAID
    ),
    "WorkingGroup.remove_entry": lambda d, _, __: d.working_group.remove_entry(
        _entry(d, "Liste machen")
    ),
    "WorkingGroup.finish_task": lambda d, _, __: d.working_group.finish_task(
        _entry(d, "Liste machen")
    ),
    "WorkingGroup.reopen_task": lambda d, _, __: d.working_group.reopen_task(_entry(d, "Anfragen")),
    "WorkingGroup.add_meeting": lambda d, _, __: d.working_group.add_meeting(MEETING),
    "WorkingGroup.edit_meeting": lambda d, _, __: d.working_group.edit_meeting(
        _meeting(d), MeetingDraft(date(2026, 12, 2), title="Verlegt")
    ),
    "WorkingGroup.remove_meeting": lambda d, _, __: d.working_group.remove_meeting(_meeting(d)),
    "WorkingGroup.set_attendance": lambda d, _, __: d.working_group.set_attendance(
        _meeting(d), frozenset({_actor(d, BODY.name)}), frozenset({_actor(d, TOWN.name)})
    ),
}
