"""What actors, links, topics and meetings are called. No Qt here."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from app.exchange.table_words import feature_word
from app.records.network import ActorKind, ActorView, LinkEnd
from app.records.working_group import EntryView, MeetingView, TopicView
from app.rules.network import Sector
from app.rules.working_group import EntryKind, MeetingRemark, NextStep, TopicState

ACTOR_KINDS: Mapping[ActorKind, str] = {
    ActorKind.MUNICIPALITY: "Stadt oder Gemeinde",
    ActorKind.COUNTY: "Landkreis",
    ActorKind.DOCTORS_ASSOCIATION: "Kassenärztliche Vereinigung",
    ActorKind.REGION: "Regionales Netzwerk",
    ActorKind.WELFARE: "Wohlfahrtsverband",
    ActorKind.MEDICAL_CENTRE: "Medizinisches Versorgungszentrum",
    ActorKind.HOSPITAL: "Krankenhaus",
    ActorKind.CARE_SERVICE: "Pflegedienst oder Heim",
    ActorKind.UNIVERSITY: "Hochschule",
    ActorKind.SCHOOL: "Schule",
    ActorKind.EMPLOYER: "Arbeitgeber",
    ActorKind.OTHER: "Sonstige",
}
SECTORS: Mapping[Sector, str] = {
    Sector.UNKNOWN: "ohne Angabe",
    Sector.OUTPATIENT: "ambulant",
    Sector.INPATIENT: "stationär",
    Sector.BOTH: "ambulant und stationär",
    Sector.OUTSIDE: "außerhalb der Versorgung",
}
TOPIC_STATES: Mapping[TopicState, str] = {
    TopicState.COLLECTED: "gesammelt",
    TopicState.RESEARCHED: "recherchiert",
    TopicState.PROPOSED: "Vorschläge liegen vor",
    TopicState.DECIDED: "beschlossen",
    TopicState.RUNNING: "in Umsetzung",
    TopicState.DONE: "erledigt",
    TopicState.DROPPED: "nicht weiterverfolgt",
}
ENTRY_KINDS: Mapping[EntryKind, str] = {
    EntryKind.NOTE: "Notiz",
    EntryKind.PROPOSAL: "Vorschlag",
    EntryKind.RESEARCH: "Recherche",
    EntryKind.DECISION: "Beschluss",
    EntryKind.TASK: "Aufgabe",
}
NEXT: Mapping[NextStep, str] = {
    NextStep.KEYWORDS: "Als Nächstes: Schlagworte vergeben.",
    NextStep.RESEARCH: "Als Nächstes: recherchieren.",
    NextStep.PROPOSALS: "Als Nächstes: Vorschläge sammeln.",
    NextStep.DECISION: "Als Nächstes: beschließen.",
    NextStep.START: "Als Nächstes: Aufgaben verteilen und beginnen.",
    NextStep.TASKS: "Als Nächstes: offene Aufgaben erledigen.",
    NextStep.END: "Alle Aufgaben sind erledigt. Ist das Thema abgeschlossen?",
    NextStep.NOTHING: "Hier ist nichts mehr zu tun.",
}
REMARKS: Mapping[MeetingRemark, str] = {
    MeetingRemark.HOLIDAY: "Dieser Tag ist ein Feiertag",
    MeetingRemark.WEEKEND: "Dieser Tag liegt am Wochenende.",
    MeetingRemark.SCHOOL_HOLIDAYS: "Dieser Tag liegt in den Schulferien.",
    MeetingRemark.SAME_TIME: "Zur selben Zeit ist eine andere Sitzung eingetragen.",
    MeetingRemark.SAME_DAY: "Am selben Tag ist eine andere Sitzung eingetragen.",
}


def actor_line(view: ActorView, today: date) -> str:
    """What stands beside an actor's name in the list."""
    if not view.is_active(today) and view.draft.until is not None:
        return f"bis {view.draft.until:%d.%m.%Y}"
    kind = ACTOR_KINDS[view.draft.kind]
    return f"{kind} · AG" if view.draft.in_group else kind


def end_line(end: LinkEnd) -> str:
    """An end with its town, its sector and what can be had online."""
    told = [end.name, end.town, SECTORS[end.sector]]
    told += ["per Video"] if end.video else []
    told += ["Onlineformular"] if end.online_form else []
    told += map(feature_word, end.features)
    return " · ".join(part for part in told if part)


def topic_line(view: TopicView, today: date) -> str:
    """What stands beside the title of a topic."""
    if view.archived_on is not None:
        return "weggelegt"
    late = view.late(today)
    told = [TOPIC_STATES[view.draft.state], ", ".join(view.draft.keywords)]
    told += [f"{late} überfällig"] if late else []
    return " · ".join(part for part in told if part)


def entry_line(view: EntryView, today: date) -> str:
    """What stands beside the text of a line: its kind, who, by when, how it stands."""
    told = [ENTRY_KINDS[view.draft.kind], view.actor_name]
    if view.done_on is not None:
        told.append(f"erledigt am {view.done_on:%d.%m.%Y}")
    elif view.draft.due is not None:
        late = "überfällig seit" if view.is_late(today) else "bis"
        told.append(f"{late} {view.draft.due:%d.%m.%Y}")
    else:
        told.append(f"{view.noted_on:%d.%m.%Y}")
    return " · ".join(part for part in told if part)


def task_line(view: EntryView, today: date) -> str:
    """A task of the whole group: its day first, then who and what about."""
    due = view.draft.due
    late = "überfällig seit" if view.is_late(today) else "bis"
    when = f"{late} {due:%d.%m.%Y}" if due else "ohne Tag"
    return " · ".join(part for part in (when, view.actor_name, view.topic_title) if part)


def meeting_line(view: MeetingView) -> str:
    """What stands beside the day of a meeting."""
    told = [view.draft.title, view.draft.place]
    told += ["Termin prüfen"] if remarks(view) else []
    return " · ".join(part for part in told if part)


def meeting_title(view: MeetingView) -> str:
    """The day and the hour of a meeting."""
    start = view.draft.start
    return f"{view.draft.on:%d.%m.%Y}" + ("" if start is None else f", {hour(start)} Uhr")


def hour(minutes: int) -> str:
    """14:30, from minutes of the day."""
    return f"{minutes // 60}:{minutes % 60:02}"


def remarks(view: MeetingView) -> tuple[str, ...]:
    """What should be known of the day of a meeting, in sentences."""
    return tuple(
        f"{REMARKS[each]} ({view.holiday})." if each is MeetingRemark.HOLIDAY else REMARKS[each]
        for each in view.remarks
    )
