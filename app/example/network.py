"""The network of the example county: actors, links, the topics and a meeting of the group."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import cast

from app.example.county import County, Row, draft, id_of
from app.records.network import ActorDraft, LinkDraft
from app.records.working_group import EntryDraft, MeetingDraft, TopicDraft

FILE = "network.toml"


def write(county: County) -> None:
    """Through the commands of the network and of the working group."""
    desk = county.desk
    actors: dict[str, int] = {}
    for row in county.rows(FILE, "actor"):
        made = draft(ActorDraft, row, provider=county.provider(row))
        actors[str(row["id"])] = id_of(desk.network.add_actor(made))
    for row in county.rows(FILE, "link"):
        ends = {name: county.provider(row, name) for name in ("first", "second")}
        desk.network.add_link(draft(LinkDraft, row, **ends))
    _group(county, actors)


def _group(county: County, actors: Mapping[str, int]) -> None:
    group = county.desk.working_group
    group.add_first_topics()
    known = {view.draft.title: view.id for view in group.topics()}
    topics: dict[str, int] = {}
    for row in county.rows(FILE, "topic"):
        key = known[str(row["title"])]
        group.edit_topic(key, draft(TopicDraft, row))
        topics[str(row["id"])] = key
    meetings: dict[str, int] = {}
    for row in county.rows(FILE, "meeting"):
        key = id_of(group.add_meeting(draft(MeetingDraft, row)))
        meetings[str(row["id"])] = key
        present, excused = (_named(row, name, actors) for name in ("present", "excused"))
        if present or excused:
            group.set_attendance(key, present, excused)
    for row in county.rows(FILE, "entry"):
        made = draft(
            EntryDraft,
            row,
            meeting=meetings.get(str(row.get("meeting", ""))),
            actor=actors.get(str(row.get("actor", ""))),
        )
        with county.on(cast("date", row["on"])):
            key = id_of(group.add_entry(topics[str(row["topic"])], made))
        if "done" in row:
            with county.on(cast("date", row["done"])):
                group.finish_task(key)


def _named(row: Row, name: str, actors: Mapping[str, int]) -> frozenset[int]:
    return frozenset(actors[each] for each in cast("list[str]", row.get(name, [])))
