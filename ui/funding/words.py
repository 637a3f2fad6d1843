"""Words of funding. No Qt here."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from types import MappingProxyType

from app.records.funding import (
    DECIDED_FOR,
    ENDED_WITHOUT,
    ApplicationDraft,
    ApplicationState,
    ApplicationView,
    FundingBoard,
    Offer,
    ProgrammeView,
    Reach,
    Refusal,
)
from app.records.plan import BecauseView
from app.rules.applying import ApplicationHint, most_of
from app.rules.calendar import PartialDate
from app.rules.conditions import Verdict
from app.rules.funding import SUMMED, Before, Finding, Fit, Programme, Site, Sort, Whom, Why
from app.rules.funding_sums import Combination, LeftOut, Omission, amount_of
from app.rules.terms import Answer, Grade
from ui.widgets import typed_dates
from ui.widgets.fact_words import asked, sentence, stated
from ui.widgets.typed_numbers import shown_euro
from ui.words import ANCHORS

FITS: Mapping[Fit, str] = MappingProxyType(
    {Fit.FITS: "passt", Fit.UNCLEAR: "unklar", Fit.FITS_NOT: "passt nicht"}
)
STATES: Mapping[ApplicationState, str] = MappingProxyType(
    {
        ApplicationState.CONSIDERED: "erwogen",
        ApplicationState.PREPARING: "in Vorbereitung",
        ApplicationState.SUBMITTED: "beantragt",
        ApplicationState.GRANTED: "bewilligt",
        ApplicationState.REFUSED: "abgelehnt",
        ApplicationState.WITHDRAWN: "zurückgezogen",
        ApplicationState.PAID: "ausgezahlt",
    }
)
REFUSALS: Mapping[Refusal, str] = MappingProxyType(
    {
        Refusal.NOT_ENTITLED: "Voraussetzungen nicht erfüllt",
        Refusal.TOO_LATE: "zu spät beantragt",
        Refusal.NO_MEANS: "Mittel aufgebraucht",
        Refusal.PAPERS: "Unterlagen fehlten",
        Refusal.CHANGED: "Pläne der Familie geändert",
        Refusal.OTHER: "anderer Grund",
    }
)
SORTS: Mapping[Sort, str] = MappingProxyType(
    {
        Sort.GRANT: "Zuschuss",
        Sort.SCHOLARSHIP: "Stipendium, Studienplatz",
        Sort.BENEFIT: "vom Arbeitgeber",
        Sort.FEE: "Befreiung von Gebühren",
        Sort.ENTITLEMENT: "gesetzlicher Anspruch",
        Sort.TAX: "Steuer",
        Sort.FOR_EMPLOYER: "für den Arbeitgeber",
    }
)
BEFORE: Mapping[Before, str] = MappingProxyType(
    {
        Before.NOTHING: "keine Regel bekannt",
        Before.COSTS: "bevor Kosten entstehen",
        Before.START: "bewilligt vor Beginn",
    }
)
COMBINES: Mapping[Answer, str] = MappingProxyType(
    {Answer.YES: "ja", Answer.NO: "nein", Answer.UNCLEAR: "nicht belegt"}
)
GRADES: Mapping[Grade, str] = MappingProxyType(
    {
        Grade.G: "im Gesetz gelesen",
        Grade.S: "auf einer Seite gelesen",
        Grade.A: "nicht belegt, zu prüfen",
    }
)
MARKS: Mapping[Answer, str] = MappingProxyType(
    {Answer.YES: "✓", Answer.UNCLEAR: "?", Answer.NO: "✗"}
)
LEFT_OUT: Mapping[LeftOut, str] = MappingProxyType(
    {
        LeftOut.EXCLUDED: "geht nicht zusammen mit „{other}“",
        LeftOut.ONCE: "für denselben Zweck gibt es schon „{other}“",
        LeftOut.CAPPED: "brächte unter der gemeinsamen Obergrenze nichts dazu",
    }
)

TOO_EARLY: Mapping[str, str] = {
    "decided_on": "Die Entscheidung kann nicht vor dem Antrag liegen.",
    "paid_on": "Die Auszahlung kann nicht vor Antrag oder Entscheidung liegen.",
}
"""Why two days of an application cannot be, by the field of the later one."""
HINTS: Mapping[ApplicationHint, str] = MappingProxyType(
    {
        ApplicationHint.ABOVE_MOST: "bewilligt ist mehr als der Höchstbetrag",
        ApplicationHint.LATE: "der Antrag liegt nach der Frist",
        ApplicationHint.BEGUN: "begonnen wurde vor der Bewilligung",
        ApplicationHint.UNDECIDED: "entschieden ist, der Stand sagt es noch nicht",
    }
)


WHOM: Mapping[Whom, str] = MappingProxyType(
    {Whom.PROFESSIONAL: "die Fachkraft", Whom.ADULTS: "Erwachsene"}
)
SITES: Mapping[Site, str] = MappingProxyType({Site.HOME: "Wohnort", Site.WORK: "Praxis, Arbeit"})
HELD: Mapping[Why, str] = MappingProxyType(
    {
        Why.OVER: "das Programm ist ausgelaufen",
        Why.STALE: "der Stand ist älter als ein Jahr oder fehlt",
        Why.UNPROVEN: "der Beleg fehlt",
        Why.TO_CONFIRM: "was nachzusehen ist, wird erst beim Antrag bestätigt",
    }
)


def amount(programme: Programme) -> str:
    """How much at most, as far as it is known."""
    parts = []
    most = amount_of(programme)
    if programme.percent is not None:
        parts.append(f"{programme.percent} % der Kosten")
    if most is not None:
        parts.append(f"bis {shown_euro(most)}")
    if programme.special_cents is not None:
        parts.append(f"in Einzelfällen bis {shown_euro(programme.special_cents)}")
    if programme.monthly_cents is not None:
        parts.append(f"{shown_euro(programme.monthly_cents)} im Monat")
    if programme.amount_words:
        parts.append(programme.amount_words)
    if programme.parts:
        inner = ", ".join(f"{each.title} {shown_euro(each.cents)}" for each in programme.parts)
        parts.append(f"davon {inner}")
    return ", ".join(parts) or "Betrag nicht bekannt"


def stand(known: PartialDate | None) -> str:
    """ "Stand 2024", "Stand 08.2026"."""
    return f"Stand {typed_dates.shown(known)}" if known else "ohne Stand"


def state(draft: ApplicationDraft) -> str:
    """Where an application stands, with the amount that was granted: "bewilligt: 2.000 €"."""
    granted = draft.granted_cents if draft.state in DECIDED_FOR else None
    return STATES[draft.state] + (f": {shown_euro(granted)}" if granted is not None else "")


def advice(view: ApplicationView, programme: Programme) -> str:
    """What is odd about an application, a sentence each with the way out; blank where nothing
    is."""
    most = most_of(programme)
    found = {
        ApplicationHint.ABOVE_MOST: "Bewilligt ist mehr, als das Programm höchstens gibt"
        f"{f' ({shown_euro(most)})' if most is not None else ''}. Bitte den Betrag prüfen, oder im "
        "Netzwerk unter „Förderprogramme“ den Höchstbetrag.",
        ApplicationHint.LATE: "Der Antrag liegt nach der Frist"
        f"{f' ({day(view.apply_by)})' if view.apply_by else ''}. Bitte den Tag prüfen oder bei der "
        "Stelle fragen, ob sie ihn noch annimmt.",
        ApplicationHint.BEGUN: "Das Programm verlangt die Bewilligung vor dem Beginn; der Beginn "
        "liegt hier davor. Bitte die Tage prüfen oder bei der Stelle fragen.",
        ApplicationHint.UNDECIDED: "Eine Entscheidung oder ein bewilligter Betrag ist eingetragen. "
        "Bitte auch den Stand ändern.",
    }
    return "\n".join(found[each] for each in view.hints)


def to_check(board: FundingBoard) -> tuple[str, ...]:
    """What is odd about the applications of a case, a line each."""
    return tuple(
        f"Bitte prüfen: {each.title}, {'; '.join(HINTS[hint] for hint in each.hints)}."
        for each in board.applications
        if each.hints
    )


def told(view: ProgrammeView, *, is_stale: bool = False) -> str:
    """What a list says beside the title; `is_stale`: nobody looked at it for a year."""
    programme = view.programme
    parts = [SORTS[programme.sort], programme.body, stand(programme.as_of)]
    if view.is_broken:
        parts.insert(0, "eigene Fassung nicht lesbar, es gilt die mitgelieferte")
    elif view.original_changed:
        parts.insert(0, "geändert, inzwischen neue mitgelieferte Fassung")
    elif view.is_changed:
        parts.insert(0, "geändert")
    elif not view.is_shipped:
        parts.insert(0, "eigenes")
    if is_stale:
        parts.insert(0, "Stand älter als ein Jahr")
    if view.archived_on is not None:
        parts.insert(0, "abgelegt")
    return " · ".join(part for part in parts if part)


def reach(found: Reach) -> str:
    """Passt für 2 von 40 offenen Fällen: Ben Amor, Amira; … Unklar für 3: …"""
    if not found.total:
        return "Es gibt noch keine offenen Fälle, an denen sich das Programm zeigen ließe."
    cases = "offenen Fall" if found.total == 1 else "offenen Fällen"
    said = f"Passt für {found.fits_count} von {found.total} {cases}"
    said += _named(found.fits, found.fits_count)
    if found.unclear_count:
        said += f" Unklar für {found.unclear_count}"
        said += _named(found.unclear, found.unclear_count)
    return said


def reach_doubts(found: Reach) -> tuple[str, ...]:
    """Why it is called fitting nowhere yet, and where that is worth a second look."""
    if not found.total:
        return ()
    if not found.fits_count and not found.unclear_count:
        return ("Das Programm passt für keinen der offenen Fälle. Ist das gewollt?",)
    if not found.held:
        return ()
    held = "; ".join(HELD[why] for why in found.held)
    if not found.met_count:
        return (f"In keinem Fall ist alles bekannt, was es braucht. Dazu: {held}.",)
    met = "einem Fall" if found.met_count == 1 else f"{found.met_count} Fällen"
    return (f"In {met} stimmen alle Angaben. „Passt“ heißt es noch nicht, denn: {held}.",)


def _named(cases: Sequence[tuple[int, str]], count: int) -> str:
    more = count - len(cases)
    names = "; ".join(name for _, name in cases)
    rest = f" und {more} {'weiterer' if more == 1 else 'weitere'}" if more else ""
    return f": {names}{rest}." if names else "."


def reasons(offer: Offer) -> tuple[str, ...]:
    """Every condition of a programme in a sentence behind the mark of its answer, what speaks
    against it first."""
    order = {Answer.NO: 0, Answer.UNCLEAR: 1, Answer.YES: 2}
    found = sorted(offer.judged.findings, key=lambda each: order[each.answer])
    lines = tuple(f"{MARKS[each.answer]}  {finding(each, offer.name)}" for each in found)
    return lines or ("✓  Ohne weitere Bedingung.",)


def finding(found: Finding, name: str = "") -> str:
    """One condition in a sentence, with how it was answered."""
    if found.why is Why.FACT:
        return _fact(found.verdict, name) if found.verdict else ""
    on = f"{found.on:%d.%m.%Y}" if found.on else ""
    of = f", gerechnet von: {ANCHORS[found.anchor]}" if found.anchor else ""
    return {
        Why.IN_AREA: f"Der Ort liegt in: {found.words}.",
        Why.OUTSIDE: f"Der Ort liegt woanders; gefördert wird in: {found.words}.",
        Why.PLACE_UNKNOWN: f"Noch zu klären: ob der Ort in diesem Gebiet liegt: {found.words}.",
        Why.CONFIRMED: f"Bestätigt: {found.words}",
        Why.TO_CONFIRM: f"Noch zu klären: {found.words}",
        Why.BENEFIT_GIVEN: "Der Arbeitgeber bietet das an.",
        Why.NO_BENEFIT_KNOWN: "Noch zu klären: ob der Arbeitgeber das anbietet.",
        Why.IN_TIME: f"Antrag bis {on}{of}.",
        Why.TOO_LATE: f"Zu spät: Der Antrag musste bis {on} gestellt sein{of}.",
        Why.DATE_UNKNOWN: "Noch zu klären: das Datum, von dem die Frist zählt ("
        f"{ANCHORS[found.anchor] if found.anchor else ''}).",
        Why.BEGUN: f"Schon begonnen am {on}; der Antrag muss vorher bewilligt sein.",
        Why.STALE: f"Die Angaben sind älter als ein Jahr ({stand(found.as_of)}): bitte prüfen.",
        Why.OVER: f"Das Programm lief bis {on}: bitte prüfen, ob es weitergeht.",
        Why.UNPROVEN: "Nicht belegt (allgemein bekannt): bitte prüfen.",
    }[found.why]


def _fact(verdict: Verdict, name: str) -> str:
    because = [BecauseView(each.key.value, each.value, name) for each in verdict.why]
    if verdict.answer is Answer.UNCLEAR:
        return f"Noch zu klären: {'; '.join(asked(key.value, name) for key in verdict.ask)}."
    if verdict.answer is Answer.NO:
        return f"Passt nicht, denn: {stated(because)}." if because else "Passt nicht."
    return f"{sentence(because)}."


def about(programme: Programme) -> str:
    """The fields that stand by themselves: body, before, binding, combining, source, Stand."""
    parts = [programme.body]
    if programme.before is not Before.NOTHING:
        parts.append(f"Antrag: {BEFORE[programme.before]}")
    if programme.binding_years is not None:
        parts.append(binding(programme.binding_years))
    parts.append(f"mit anderem zusammen: {COMBINES[programme.combines]}")
    parts += [programme.basis, f"{stand(programme.as_of)} ({programme.source})"]
    return " · ".join(part for part in parts if part)


def binding(years: int) -> str:
    """Bindung 5 Jahre."""
    return f"Bindung {years} Jahr{'e' if years != 1 else ''}"


def case_lines(board: FundingBoard) -> tuple[str, ...]:
    """The answer for a case as the terminal says it: a line each programme, its reasons below."""
    lines = [sums(board.sure, board.possible)]
    titles = {each.programme.code: each.programme.title for each in board.offers}
    lines += [omission(each, titles) for each in board.possible.left_out]
    lines += [said for said in (beside(board),) if said]
    lines += to_check(board)
    if board.next_by is not None:
        lines.append(f"Nächste Frist: {day(board.next_by)}, {board.next_title}.")
    for offer in board.offers:
        head = f"{FITS[offer.fit]}: {offer.programme.title}"
        lines.append(f"{head} ({amount(offer.programme)}; {stand(offer.programme.as_of)})")
        lines += [f"    {reason}" for reason in reasons(offer)]
    return tuple(lines)


def sums(sure: Combination, possible: Combination) -> str:
    """What may be had together: surely, and if everything open turns out well."""
    return f"Sicher zusammen: {_sum(sure)}. Wenn sich alles Unklare bestätigt: {_sum(possible)}."


def beside(board: FundingBoard) -> str:
    """What may fit and is not part of the sums, blank where there is nothing."""
    last = {each.draft.programme: each.draft.state for each in board.applications}
    ended = {code: STATES[state] for code, state in last.items() if state in ENDED_WITHOUT}
    found = [
        f"{each.programme.title} ({said})" if said else each.programme.title
        for each in board.offers
        if (said := ended.get(each.programme.code, ""))
        or (each.fit is not Fit.FITS_NOT and each.programme.sort not in SUMMED)
    ]
    return f"Nicht mitgezählt: {', '.join(found)}." if found else ""


def _sum(found: Combination) -> str:
    parts = [f"höchstens {shown_euro(found.once_cents)} einmalig"] if found.once_cents else []
    if found.monthly_cents:
        parts.append(f"{shown_euro(found.monthly_cents)} im Monat")
    if found.unknown:
        count = len(found.unknown)
        more = "1 Hilfe" if count == 1 else f"{count} Hilfen"
        parts.append(f"{more} ohne bekannten Betrag")
    return ", ".join(parts) or "nichts"


def omission(left: Omission, titles: Mapping[str, str]) -> str:
    """Why a programme is not in the combination."""
    why = LEFT_OUT[left.why].format(other=titles.get(left.other, left.other))
    return f"{titles.get(left.code, left.code)}: {why}"


def day(on: date) -> str:
    return f"{on:%d.%m.%Y}"
