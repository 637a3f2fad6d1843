"""Moved dates in words: what moves how far, what does not fit, what would help. No Qt here: the
terminal says the same words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from app.records.redating import (
    AnchorChange,
    CollisionView,
    KeptStep,
    MovedStep,
    RedatingPreview,
)
from app.rules.calendar import Day, Precision
from app.rules.collisions import CollisionKind, Remedy
from app.rules.terms import AnchorKind, Blocker, StepState
from ui import wording
from ui.widgets.step_words import counted, day
from ui.words import ANCHORS, BLOCKERS_SHORT, STEP_STATES

NO_BREAK = "\u00a0"
_NUMBERS = ("", "ein", "zwei", "drei", "vier", "fünf", "sechs", "sieben", "acht", "neun", "zehn",
            "elf", "zwölf")  # fmt: skip
WITH_ARTICLE: Mapping[AnchorKind, str] = {
    AnchorKind.FIRST_CONTACT: "Der Erstkontakt",
    AnchorKind.VISIT: "Der Präsenztermin",
    AnchorKind.CONTRACT: "Die Zusage",
    AnchorKind.VISA_APPLICATION: "Der Visumantrag",
    AnchorKind.ENTRY: "Die Einreise",
    AnchorKind.MOVE_IN: "Der Einzug",
    AnchorKind.MOVE: "Der Umzug",
    AnchorKind.WORK_START: "Der Arbeitsbeginn",
    AnchorKind.PERMIT_ISSUED: "Die Erteilung des Aufenthaltstitels",
    AnchorKind.PERMIT_EXPIRY: "Der Ablauf des Aufenthaltstitels",
    AnchorKind.BIRTH: "Die Geburt",
    AnchorKind.CARE_START: "Der Kita-Start",
    AnchorKind.SCHOOL_START: "Der Schuljahresbeginn",
    AnchorKind.PRACTICE_START: "Der Praxisbeginn",
    AnchorKind.CARE_NEED: "Der Beginn des Betreuungsbedarfs",
    AnchorKind.DOG: "Der Beginn der Hundehaltung hier",
    AnchorKind.EMPLOYMENT_END: "Das Ende der Beschäftigung",
    AnchorKind.RECOGNITION_NOTICE: "Der Anerkennungsbescheid",
    AnchorKind.RESIDENCE: "Der ordentliche Wohnsitz",
}


def heading(changes: Sequence[AnchorChange]) -> str:
    """Der Arbeitsbeginn rückt sechs Wochen nach hinten."""
    moved = [change for change in changes if change.new is not None and change.new != change.old]
    if not moved:
        return "Noch ist kein anderer Tag angegeben."
    first, others = moved[0], moved[1:]
    also = f" {_listed([ANCHORS[each.kind] for each in others])} wandern mit." if others else ""
    if len(others) == 1:
        also = f" {WITH_ARTICLE[others[0].kind]} wandert mit."
    return f"{WITH_ARTICLE[first.kind]} {_way(first)}.{also}"


def summary(preview: RedatingPreview, chosen: int) -> str:
    """26 offene Termine wandern mit. 2 fixierte und 1 erledigter bleiben stehen."""
    moving = _counted(chosen, "offener Termin wandert mit", "offene Termine wandern mit")
    parts = [moving]
    pinned = sum(step.pinned and step.state is StepState.OPEN for step in preview.kept)
    done = len(preview.kept) - pinned
    stays = [
        _counted(pinned, "fixierter", "fixierte") if pinned else "",
        _counted(done, "erledigter", "erledigte") if done else "",
    ]
    if pinned or done:
        verb = "bleibt" if pinned + done == 1 else "bleiben"
        parts.append(f"{' und '.join(part for part in stays if part)} {verb} stehen")
    if preview.comes:
        parts.append(f"neu: {', '.join(preview.comes)}")
    if preview.goes:
        parts.append(f"es entfällt: {', '.join(preview.goes)}")
    return ". ".join(part[0].upper() + part[1:] for part in parts) + "."


def apart(offset: str) -> str:
    """How far from its date a step lies: 8 Wochen vorher, am selben Tag, 30 Tage danach."""
    words = counted(offset)
    if not words:
        return "am selben Tag"
    return f"{words} {'vorher' if offset.startswith('-') else 'danach'}"


def hint(step: MovedStep) -> str:
    """Why the new day is not the plain end, or what it falls into."""
    if step.behind:
        return f"nach „{step.behind}“"
    if step.unshifted is not None and step.new is not None:
        off = wording.DAYS[step.unshifted.weekday()]
        why = f"{off} {step.unshifted:%d.%m.} ist {step.holiday}" if step.holiday else off
        return why if step.holiday else f"{off}, daher {wording.DAYS[step.new.on.weekday()]}"
    if step.holiday:
        return f"Feiertag: {step.holiday}"
    return f"in den {step.holidays}" if step.holidays else ""


def shown(on: Day | None) -> str:
    """A day of the preview; ohne Datum where there is none."""
    return day(on) if on is not None else "ohne Datum"


def collision(found: CollisionView) -> tuple[str, str]:
    """What does not fit: the words to stand out, and the rest of the sentence."""
    return _COLLISIONS[found.kind](found)


def remedy(found: CollisionView) -> str:
    """What would put it right, as the words of a link; blank where nothing can be clicked."""
    if found.remedy is Remedy.MOVE_ALONG:
        if found.kind is CollisionKind.ENTRY_BEFORE_VISA:
            return "Einreise und Einzug mitverschieben"
        return f"{ANCHORS[found.anchors[0]]} mitverschieben"
    if found.remedy is Remedy.UNPIN:
        return f"Fixierung lösen: {shown(found.remedy_day)}"
    if found.remedy is Remedy.PIN and found.kind is CollisionKind.DEPENDENCY:
        return f"„{found.other_short}“ vorziehen auf {shown(found.remedy_day)}"
    if found.remedy is Remedy.PIN:
        return f"Auf {shown(found.remedy_day)} legen"
    if found.remedy is Remedy.CHECK_DATES:
        return "Daten prüfen"
    return "Schritt ansehen" if found.step is not None else ""


def kept(step: KeptStep) -> str:
    """Why a step stays: fixiert, 05.03.2027."""
    word = "fixiert" if step.state is StepState.OPEN else STEP_STATES[step.state]
    if step.day is None:
        return word
    is_month = step.day.precision is Precision.MONTH
    return f"{word}, {day(step.day) if is_month else f'{step.day.on:%d.%m.%Y}'}"


def lines(preview: RedatingPreview) -> tuple[str, ...]:
    """The whole preview for the terminal."""
    found = [heading(preview.changes), summary(preview, len(preview.moved))]
    for step in preview.moved:
        whom = f" ({step.person_name})" if step.person_name else ""
        why = f" | {hint(step)}" if hint(step) else ""
        found.append(f"{shown(step.old):<13} → {shown(step.new):<13} | {step.short}{whom}{why}")
    found += [f"bleibt: {stays.short} ({kept(stays)})" for stays in preview.kept]
    found += [f"! {' '.join(collision(each))}" for each in preview.collisions]
    return tuple(found)


def _way(change: AnchorChange) -> str:
    old, new = change.old, change.new
    if new is None:
        return "bleibt"
    if old is None:
        return f"wird auf {shown(new)} gesetzt"
    if Precision.MONTH in (old.precision, new.precision):
        return f"rückt auf {shown(new)}"
    days = (new.on - old.on).days
    direction = "nach hinten" if days > 0 else "nach vorn"
    days = abs(days)
    if days % 7 == 0:
        return f"rückt {_weeks(days // 7)} {direction}"
    return f"rückt {_number(days, 'einen')} {'Tag' if days == 1 else 'Tage'} {direction}"


def _weeks(number: int) -> str:
    return f"{_number(number, 'eine')} {'Woche' if number == 1 else 'Wochen'}"


def _number(number: int, one: str) -> str:
    if number == 1:
        return one
    return _NUMBERS[number] if number < len(_NUMBERS) else str(number)


def _counted(number: int, one: str, many: str) -> str:
    return f"{number} {one if number == 1 else many}"


def _listed(words: Sequence[str]) -> str:
    return f"{', '.join(words[:-1])} und {words[-1]}" if len(words) > 1 else "".join(words)


def _fixed(on: Day | None) -> str:
    return shown(on).replace(" ", NO_BREAK)


def _visa(found: CollisionView) -> tuple[str, str]:
    return (
        f"Einreise {_fixed(found.day)}",
        f"läge vor dem voraussichtlichen Visum ({_fixed(found.other_day)}).",
    )


def _order(found: CollisionView) -> tuple[str, str]:
    first, then = found.anchors
    return (
        f"{ANCHORS[first]} {_fixed(found.day)}",
        f"läge nach: {ANCHORS[then]} {_fixed(found.other_day)}.",
    )


def _blocker(found: CollisionView) -> tuple[str, str]:
    blocker = found.blocker or Blocker.RIGHT_TO_WORK
    through = f" Weiter geht es mit „{found.short}“." if found.short else ""
    return (
        f"{BLOCKERS_SHORT[blocker]} fehlt noch:",
        f"Das sperrt den ersten Arbeitstag auch am {_fixed(found.day)}.{through}",
    )


def _passed(found: CollisionView) -> tuple[str, str]:
    return f"{found.short}:", f"{_fixed(found.day)} wäre schon vorbei."


def _dependency(found: CollisionView) -> tuple[str, str]:
    return (
        f"{found.short}",
        (
            f"wäre am {_fixed(found.day)} fällig, doch „{found.other_short}“ kommt zuerst "
            f"({_fixed(found.other_day)})."
        ),
    )


def _pinned(found: CollisionView) -> tuple[str, str]:
    distance = ""
    if found.day is not None and found.other_day is not None:
        days = (found.other_day.first - found.day.last).days
        where = "vor" if days > 0 else "nach"
        distance = f", {_counted(abs(days), 'Tag', 'Tage')} {where} dem neuen Datum"
    return f"{found.short}", f"ist auf {_fixed(found.day)} fixiert{distance}."


def _office(found: CollisionView) -> tuple[str, str]:
    return f"{found.short}:", f"Am {_fixed(found.day)} ist die Stelle geschlossen."


def _on_duty(found: CollisionView) -> tuple[str, str]:
    if found.remedy_day is not None:
        return f"{found.short}:", f"Am {_fixed(found.day)} ist nur während des Dienstes geöffnet."
    return (
        f"{found.short}:",
        f"Bis {_fixed(found.day)} ist nur während des Dienstes geöffnet.",
    )


def _holiday(found: CollisionView) -> tuple[str, str]:
    return (
        f"{found.short}:",
        f"{_fixed(found.day)} ist kein Arbeitstag, und diese Frist verschiebt sich nicht.",
    )


def _rent(found: CollisionView) -> tuple[str, str]:
    weeks = 0
    if found.day is not None and found.other_day is not None:
        weeks = (found.other_day.first - found.day.last).days // 7
    return (
        f"Einzug {_fixed(found.day)}:",
        f"{_weeks(weeks)} Miete vor dem ersten Arbeitstag.",
    )


def _unknown(found: CollisionView) -> tuple[str, str]:
    return f"{found.short}:", "Für dieses Jahr sind die Feiertage noch nicht bekannt. Bitte prüfen."


_COLLISIONS = {
    CollisionKind.ENTRY_BEFORE_VISA: _visa,
    CollisionKind.WRONG_ORDER: _order,
    CollisionKind.BLOCKER: _blocker,
    CollisionKind.DEADLINE_PASSED: _passed,
    CollisionKind.DEPENDENCY: _dependency,
    CollisionKind.PIN_LEFT_BEHIND: _pinned,
    CollisionKind.OFFICE_CLOSED: _office,
    CollisionKind.ON_DUTY: _on_duty,
    CollisionKind.HOLIDAY: _holiday,
    CollisionKind.RENT_BEFORE_WORK: _rent,
    CollisionKind.HOLIDAYS_UNKNOWN: _unknown,
}
