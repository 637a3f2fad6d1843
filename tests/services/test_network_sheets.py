"""The minutes and the sheet on who works together, as they go on paper."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from app.progress import finish
from app.records.network import ActorDraft, LinkDraft, LinkKind
from app.records.providers import Category
from app.records.working_group import EntryDraft, MeetingDraft, TopicDraft
from app.rules.working_group import EntryKind
from tests.conftest import TODAY
from tests.makers import make_provider
from tests.readback import readback, reading
from tests.verapdf.engine import verapdf

MET = date(2026, 11, 10)


def added(done):
    return int(done.facts["id"])


@pytest.fixture
def orders(desk):
    """A meeting with something of every kind, and a link of every kind."""
    group = desk.working_group
    town = added(desk.network.add_actor(ActorDraft("Stadt Sielhaven")))
    away = added(desk.network.add_actor(ActorDraft("Klinik am Deich")))
    meeting = added(group.add_meeting(MeetingDraft(MET, 840, "Rathaus", "AG", "vertraulich")))
    group.set_attendance(meeting, frozenset({town}), frozenset({away}))
    topic = added(group.add_topic(TopicDraft("Umzugsservice", keywords=("Wohnen",))))
    for kind in EntryKind:
        due = TODAY - timedelta(days=1) if kind is EntryKind.TASK else None
        group.add_entry(topic, EntryDraft(kind, f"Text {kind.value}", meeting, town, due))
    one, other = (
        make_provider(desk, organisation=name, category=Category.DOCTOR, phone="0491 12")
        for name in ("Praxis am Siel", "Pflegedienst Watt")
    )
    for kind in LinkKind:
        desk.network.add_link(LinkDraft(one, other, kind, "Auch nachts.", "geheim"))
    return group.sheet(meeting), desk.network.sheet()


def plain(path):
    return " ".join(words.strip() for _, words in reading(path)).replace("\u00a0", " ")


def test_both_sheets_are_accessible_and_say_what_is_theirs(desk, orders, tmp_path):
    minutes, together = orders
    paths = {}
    for order in orders:
        for language in ("de", "ar"):
            path = paths[order.kind, language] = tmp_path / f"{order.kind.value}-{language}.pdf"
            finish(desk.papers.save(order, language, path))
    assert verapdf(list(paths.values())) == []
    assert [finding for path in paths.values() for finding in readback(path)] == []
    german = plain(paths[minutes.kind, "de"])
    at = -1
    for expected in (
        "Protokoll: AG",
        "Dienstag, 10. November 2026, 14:00 Uhr, Rathaus",
        "Anwesend: Stadt Sielhaven",
        "Entschuldigt: Klinik am Deich",
        "Umzugsservice",
        "Schlagworte: Wohnen",
        "Beschlüsse",
        "Text decision – Stadt Sielhaven",
        "Offene Aufgaben",
        "überfällig",
        "noch nicht vereinbart",
    ):
        at = german.find(expected, at + 1)
        assert at >= 0, expected
    assert "vertraulich" not in german
    # the minutes are written in German whatever is asked for
    assert plain(paths[minutes.kind, "ar"]) == german
    for_families = plain(paths[together.kind, "de"])
    assert for_families.index("Hilfe im Notfall") < for_families.index("Ausbildung")
    assert "Pflegedienst Watt, Norden: Telefon 0491 12" in for_families
    assert "geheim" not in for_families
    assert "Praxis am Siel" in plain(paths[together.kind, "ar"])
