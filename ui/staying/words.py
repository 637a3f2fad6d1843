"""What is said of talks, early signs, leavings and ambassadors. No Qt here."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date

from app.content.languages import language_name
from app.records.staying import (
    AmbassadorView,
    LeavingDraft,
    LeftRow,
    MoodLine,
    StayingRow,
    TalkState,
    TalkView,
)
from app.rules.staying import (
    AmbassadorKind,
    Intention,
    Leaves,
    Level,
    Signal,
    SignalKind,
    StayReason,
    TalkKind,
    Whereabouts,
)
from ui import wording

TALKS: Mapping[TalkKind, str] = {
    TalkKind.DAY30: "Gespräch nach 30 Tagen",
    TalkKind.DAY100: "Gespräch nach 100 Tagen",
    TalkKind.DAY365: "Gespräch nach einem Jahr",
    TalkKind.OTHER: "anderes Gespräch",
}
SHORT: Mapping[TalkKind, str] = {
    TalkKind.DAY30: "Nach 30 Tagen",
    TalkKind.DAY100: "Nach 100 Tagen",
    TalkKind.DAY365: "Nach einem Jahr",
    TalkKind.OTHER: "Anderes Gespräch",
}
AFTER: Mapping[TalkKind, str] = {
    TalkKind.DAY30: "30 Tage",
    TalkKind.DAY100: "100 Tage",
    TalkKind.DAY365: "ein Jahr",
    TalkKind.OTHER: "andere",
}
MOODS: tuple[str, ...] = ("sehr schlecht", "schlecht", "mittel", "gut", "sehr gut")
INTENTIONS: Mapping[Intention, str] = {
    Intention.STAYS: "will bleiben",
    Intention.UNSURE: "unsicher",
    Intention.LEAVES: "will gehen",
}
REASONS: Mapping[StayReason, str] = {
    StayReason.WORK_CLIMATE: "Arbeitsklima",
    StayReason.INDUCTION: "Einarbeitung",
    StayReason.SHIFTS: "Dienste",
    StayReason.PAY: "Gehalt",
    StayReason.RECOGNITION: "Anerkennung",
    StayReason.LANGUAGE: "Sprache",
    StayReason.HOUSING: "Wohnung",
    StayReason.CHILDCARE: "Kinderbetreuung",
    StayReason.SCHOOL: "Schule",
    StayReason.PARTNER_JOB: "Arbeit für die Partner*in",
    StayReason.FAMILY_ABROAD: "Familie in der Heimat",
    StayReason.SOCIAL_TIES: "Freunde, Vereine",
    StayReason.COMMUTE: "Weg zur Arbeit",
    StayReason.REGION: "Region",
    StayReason.OTHER: "anderes",
}
KEYS: Mapping[StayReason, str] = dict(zip(StayReason, "aedgnswkuphftro", strict=True))
"""The letter each reason is marked with."""
LEVELS: Mapping[Level, str] = {
    Level.URGENT: "dringend",
    Level.ATTENTIVE: "aufmerksam",
    Level.CALM: "ruhig",
}
LEAVES: Mapping[Leaves, str] = {
    Leaves.EMPLOYER: "den Arbeitgeber",
    Leaves.REGION: "die Region",
}
KINDS: Mapping[AmbassadorKind, str] = {
    AmbassadorKind.TRAINEES: "Ausbildung (Ausbildungsbotschafter*in)",
    AmbassadorKind.REGION: "Region (Heimatbotschafter*in)",
    AmbassadorKind.RETURNING: "Rückkehr",
    AmbassadorKind.GUIDE: "Lotse für die ersten Wochen",
}
WHEREABOUTS: Mapping[Whereabouts, str] = {
    Whereabouts.HERE: "noch hier",
    Whereabouts.LEFT: "vorher gegangen",
    Whereabouts.UNKNOWN: "nicht bekannt",
}
STATES: Mapping[TalkState, str] = {
    TalkState.PLANNED: "geplant",
    TalkState.OVERDUE: "überfällig seit",
    TalkState.HELD: "geführt",
    TalkState.TICKED: "im Plan erledigt",
    TalkState.UNDATED: "noch ohne Tag",
}
ACTS: Mapping[SignalKind, str] = {
    SignalKind.MEANS_TO_LEAVE: "Heute noch anrufen und fragen, was das Bleiben möglich macht.",
    SignalKind.MOOD_LOW: "In dieser Woche ein Gespräch führen, allein und ohne Arbeitgeber.",
    SignalKind.MOOD_FELL: "Nachfragen, was sich seit dem letzten Gespräch geändert hat.",
    SignalKind.UNSURE: "Ein weiteres Gespräch in vier Wochen planen.",
    SignalKind.NOTHING_AGREED: "Zu jedem Grund einen nächsten Schritt vereinbaren.",
    SignalKind.ACT_OVERDUE: "Nachsehen, ob das Vereinbarte getan ist.",
    SignalKind.TALK_OVERDUE: "Das Gespräch führen oder einen neuen Tag festlegen.",
    SignalKind.PARTNER_SEARCHES: "Die Stellensuche mit der Partner*in neu aufsetzen.",
    SignalKind.CARE_OPEN: "Die Betreuung im Umzug noch einmal durchgehen.",
    SignalKind.INDUCTION_MISSED: "Mit der Station klären, wann das nachgeholt wird.",
    SignalKind.PROBATION_ENDS: "Arbeitgeber und Fachkraft fragen, ob es weitergeht.",
    SignalKind.SILENT: "Anrufen und fragen, wie es geht.",
}
"""What to do next, by the sign that asks for it."""
SEVERAL = 2


def talk_line(view: TalkView, today: date) -> tuple[str, str]:
    """A talk as its list shows it: what it is, and where it stands."""
    title = SHORT[view.draft.kind]
    if view.on is None or view.state in (TalkState.TICKED, TalkState.UNDATED):
        return title, STATES[view.state]
    if view.state is TalkState.PLANNED:
        return title, f"{view.on:%d.%m.%Y}, {wording.distance((view.on - today).days)}"
    if view.state is TalkState.HELD:
        mood = view.draft.mood
        return title, f"{view.on:%d.%m.%Y} · Stimmung {mood}" if mood else f"{view.on:%d.%m.%Y}"
    return title, f"{STATES[view.state]} {view.on:%d.%m.%Y}"


def talk_title(view: TalkView | None) -> str:
    """What a talk is called above its form."""
    if view is None:
        return "Neues Gespräch"
    title = TALKS[view.draft.kind]
    return f"{title[0].upper()}{title[1:]}"


def signal(found: Signal) -> str:
    """A sign as a sentence that says what it rests on."""
    on = f"{found.on:%d.%m.%Y}" if found.on else ""
    before, now = (*found.numbers, 0, 0)[:2]
    sentences = {
        SignalKind.MEANS_TO_LEAVE: f"Hat am {on} gesagt, dass die Familie gehen will.",
        SignalKind.UNSURE: f"Am {on} war noch unsicher, ob die Familie bleibt.",
        SignalKind.MOOD_LOW: f"Die Stimmung war am {on} {_mood(before)} ({before} von 5).",
        SignalKind.MOOD_FELL: f"Die Stimmung ist bis {on} von {before} auf {now} gefallen.",
        SignalKind.NOTHING_AGREED: (
            f"Gegen das Bleiben spricht: {reasons(found.reasons)}. Vereinbart ist dazu nichts."
        ),
        SignalKind.ACT_OVERDUE: f"Vereinbart war etwas bis {on}, erledigt ist es nicht.",
        SignalKind.TALK_OVERDUE: f"{_talk(found.talk)} war für {on} vorgesehen.",
        SignalKind.PARTNER_SEARCHES: (
            f"Partner*in sucht Arbeit, spätestens seit {on} und damit über sechs Monate."
        ),
        SignalKind.CARE_OPEN: f"Noch keine Betreuung zugesagt: {', '.join(found.names)}.",
        SignalKind.INDUCTION_MISSED: _missed(found),
        SignalKind.PROBATION_ENDS: f"Die Probezeit endet spätestens am {on}.",
        SignalKind.SILENT: f"Seit {on} kein Kontakt mit der Familie, lange für diese Phase.",
    }
    return sentences[found.kind]


def next_act(signals: Iterable[Signal]) -> str:
    """What to do next: what the gravest sign asks for, blank without any."""
    return next((ACTS[each.kind] for each in signals), "")


def reasons(found: Iterable[StayReason]) -> str:
    """Reasons in one line, in the order of their list."""
    wanted = set(found)
    return ", ".join(word for reason, word in REASONS.items() if reason in wanted)


def counted(counts: Mapping[StayReason, int]) -> tuple[str, ...]:
    """Reasons with how often they were named, a line each."""
    return tuple(f"{count} × {REASONS[reason]}" for reason, count in counts.items())


def mood_line(line: MoodLine) -> str:
    """The mean mood of an employer's people at each talk, and of how many."""
    told = [
        f"{AFTER[kind]} {_mean(*line.moods[kind])} ({line.moods[kind][1]})"
        for kind in TalkKind
        if kind in line.moods
    ]
    return f"{line.employer_name or 'ohne Arbeitgeber'}: {', '.join(told)}"


def row_beside(row: StayingRow) -> str:
    """What the list tells beside a name: employer, mood, how many signs."""
    mood = f"Stimmung {row.mood}" if row.mood else "noch keine Stimmung"
    back = "zurückgekehrt" if row.is_returning else ""
    return " · ".join(part for part in (mood, row.employer_name, back) if part)


def leaving(draft: LeavingDraft) -> str:
    """A leaving in a sentence or two."""
    told = [f"Hat {LEAVES[draft.leaves]} am {draft.left_on:%d.%m.%Y} verlassen."]
    if draft.reasons:
        told.append(f"Gründe: {reasons(draft.reasons)}.")
    if draft.may_return is not None:
        told.append("Kommt vielleicht zurück." if draft.may_return else "Kommt nicht zurück.")
    return " ".join(told)


def left(row: LeftRow) -> tuple[str, str]:
    """A leaving as its list shows it."""
    beside = [f"{LEAVES[row.leaves]} verlassen am {row.left_on:%d.%m.%Y}"]
    beside += [reasons(row.reasons)] if row.reasons else []
    beside += ["könnte zurückkommen"] if row.may_return else []
    return row.name, " · ".join(part for part in (row.occupation, *beside) if part)


def ambassador(view: AmbassadorView, today: date) -> tuple[str, str]:
    """An ambassador as the list shows it."""
    draft = view.draft
    spoken = ", ".join(language_name(tag) for tag in view.languages)
    since = f"seit {draft.since:%d.%m.%Y}"
    if draft.until is not None:
        word = "bis" if draft.until >= today else "beendet am"
        since = f"{word} {draft.until:%d.%m.%Y}"
    told = (KINDS[draft.kind], draft.topics, view.occupation, spoken, since)
    return view.name, " · ".join(part for part in told if part)


def _mood(mood: int) -> str:
    return MOODS[mood - 1] if 0 < mood <= len(MOODS) else ""


def _talk(kind: TalkKind | None) -> str:
    return f"Das {TALKS[kind]}" if kind and kind is not TalkKind.OTHER else "Ein Gespräch"


def _missed(found: Signal) -> str:
    named = ", ".join(f"„{name}“" for name in found.names[:SEVERAL])
    rest = len(found.names) - SEVERAL
    more = f" und {rest} weitere" if rest > 0 else ""
    return f"In der Einarbeitung nicht erledigt: {named}{more}."


def _mean(total: int, count: int) -> str:
    return f"{total / count:.1f}".replace(".", ",")
