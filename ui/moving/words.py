"""Words of a move. No Qt here."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from types import MappingProxyType

from app.errors import Reason, Refused
from app.records.moving import CostHint, CostView, MoveBoard, QuoteView, Receipt
from app.rules.moving import Among, DayHint, Extra, QuoteHint, QuoteState
from app.rules.refunds import Ask, CostKind, Fit, Need, Paper, Payer, Possible, Way
from ui import wording
from ui.widgets.typed_numbers import shown_cents

STATES: Mapping[QuoteState, str] = MappingProxyType(
    {
        QuoteState.ASKED: "angefragt",
        QuoteState.RECEIVED: "liegt vor",
        QuoteState.CHOSEN: "beauftragt",
        QuoteState.DECLINED: "abgelehnt",
    }
)
EXTRAS: Mapping[Extra, str] = MappingProxyType(
    {
        Extra.PACKING: "Einpacken",
        Extra.UNPACKING: "Auspacken",
        Extra.FURNITURE: "Möbel ab- und aufbauen",
        Extra.KITCHEN: "Küche",
        Extra.NO_PARKING: "Halteverbot",
        Extra.STORAGE: "Lagern",
        Extra.DISPOSAL: "Entsorgen",
        Extra.HEAVY: "Klavier, Schweres",
        Extra.CUSTOMS: "Zoll",
    }
)
KINDS: Mapping[CostKind, str] = MappingProxyType(
    {
        CostKind.MOVER: "Umzugsfirma",
        CostKind.TRANSPORT: "Transport, Mietwagen",
        CostKind.TRAVEL: "Reise beim Umzug",
        CostKind.SEARCH: "Wohnungssuche, Besichtigung",
        CostKind.BROKER: "Makler",
        CostKind.DOUBLE_RENT: "doppelte Miete",
        CostKind.TUITION: "Nachhilfe der Kinder",
        CostKind.STORAGE: "Lager",
        CostKind.VISA: "Visum",
        CostKind.TRANSLATION: "Übersetzungen",
        CostKind.OTHER: "anderes",
    }
)
PAYERS: Mapping[Payer, str] = MappingProxyType(
    {
        Payer.FAMILY: "die Familie",
        Payer.EMPLOYER: "Arbeitgeber",
        Payer.AGENCY: "Agentur für Arbeit",
        Payer.EURES: "EURES",
        Payer.JOB_CENTRE: "Jobcenter",
        Payer.PROGRAMME: "Förderprogramm",
        Payer.OTHER: "andere Stelle",
    }
)
RECEIPTS: Mapping[Receipt, str] = MappingProxyType(
    {Receipt.NONE: "fehlt", Receipt.ASKED: "angefordert", Receipt.HERE: "liegt vor"}
)
WAYS: Mapping[Way, str] = MappingProxyType(
    {
        Way.EMPLOYER: "Arbeitgeber",
        Way.TAX: "Steuer (Werbungskosten)",
        Way.AGENCY: "Agentur für Arbeit (Vermittlungsbudget)",
        Way.JOB_CENTRE: "Jobcenter",
        Way.EURES: "EURES",
        Way.PROGRAMME: "Förderprogramm",
        Way.CUSTOMS: "Zoll (Befreiung für Übersiedlungsgut)",
    }
)
WHERE: Mapping[Way, str] = MappingProxyType(
    {
        Way.EMPLOYER: "Wo: Personalabteilung, die Zusage schriftlich geben lassen",
        Way.TAX: "Wo: Finanzamt, mit der Steuererklärung; nur was sonst niemand erstattet",
        Way.AGENCY: "Wo: Agentur für Arbeit am jetzigen Wohnort, vor der Bestellung",
        Way.JOB_CENTRE: "Wo: Jobcenter am jetzigen Wohnort, Zusicherung vor der Bestellung",
        Way.EURES: "Wo: EURES-Beratung, vor dem Umzug",
        Way.PROGRAMME: "Wo: siehe Raum Förderung",
        Way.CUSTOMS: "Wo: Zoll bei der Einfuhr, mit einer Liste der Sachen",
    }
)
NEEDS: Mapping[Need, Mapping[Fit, str]] = MappingProxyType(
    {
        Need.EMPLOYER: {
            Fit.FITS: "Arbeitgeber ist eingetragen",
            Fit.UNKNOWN: "kein Arbeitgeber eingetragen",
            Fit.NOT: "kein Arbeitgeber",
        },
        Need.WORK_MOVE: {
            Fit.FITS: "Umzug wegen der Arbeit",
            Fit.UNKNOWN: "ob der Umzug wegen der Arbeit ist, steht nicht fest",
            Fit.NOT: "Umzug nicht wegen der Arbeit",
        },
        Need.UNEMPLOYED: {
            Fit.FITS: "arbeitslos oder davon bedroht",
            Fit.UNKNOWN: "nur für Arbeitslose oder davon Bedrohte; bitte fragen",
            Fit.NOT: "nicht arbeitslos",
        },
        Need.LOW_INCOME: {
            Fit.FITS: "bekommt Leistungen",
            Fit.UNKNOWN: "nur mit Leistungen vom Jobcenter; bitte fragen",
            Fit.NOT: "Einkommen nicht niedrig",
        },
        Need.FROM_EU: {
            Fit.FITS: "Staatsangehörigkeit EU, Norwegen oder Island",
            Fit.UNKNOWN: "nur für EU, Norwegen, Island, aus dem Ausland; bitte fragen",
            Fit.NOT: "nur für EU, Norwegen, Island, aus dem Ausland",
        },
        Need.APPLICATION: {
            Fit.FITS: "Antrag läuft",
            Fit.UNKNOWN: "kein Antrag bekannt",
            Fit.NOT: "kein laufender Antrag in diesem Fall",
        },
        Need.FROM_THIRD: {
            Fit.FITS: "zieht von außerhalb der EU her",
            Fit.UNKNOWN: "woher sie ziehen, ist nicht bekannt",
            Fit.NOT: "Umzug innerhalb der EU",
        },
    }
)
PAPERS: Mapping[Paper, str] = MappingProxyType(
    {
        Paper.RECEIPTS: "Rechnungen und Belege",
        Paper.QUOTES: "Angebote, am besten drei",
        Paper.CONTRACT: "Arbeitsvertrag",
        Paper.PROMISE: "schriftliche Zusage",
        Paper.INVENTORY: "Liste der Sachen",
    }
)
GRADES: Mapping[str, str] = MappingProxyType(
    {"G": "Gesetz gelesen", "S": "Seite gelesen", "A": "zu prüfen"}
)
DAY_HINTS: Mapping[DayHint, str] = MappingProxyType(
    {
        DayHint.BEFORE_CONTRACT: "vor dem Vertrag",
        DayHint.BEFORE_TENANCY: "vor dem Einzug",
        DayHint.AFTER_WORK_START: "nach dem ersten Arbeitstag",
        DayHint.SUNDAY: "Sonntag",
        DayHint.HOLIDAY: "Feiertag",
    }
)
QUOTE_HINTS: Mapping[QuoteHint, str] = MappingProxyType(
    {
        QuoteHint.NO_PRICE: "Preis fehlt noch",
        QuoteHint.ESTIMATE: "nur geschätzt, kann teurer werden",
        QuoteHint.FIXED_UNKNOWN: "ob es ein Festpreis ist, ist nicht bekannt",
        QuoteHint.EXPIRED: "nicht mehr gültig",
        QuoteHint.NO_DAY: "Umzugstag fehlt",
        QuoteHint.OTHER_VOLUME: "rechnet mit einer anderen Menge",
        QuoteHint.LIABILITY_TOO_LOW: "Haftung reicht nicht für den Wert (§\u00a0451e HGB)",
        QuoteHint.TWICE: "steht mehrfach da: Firma, Preis und Tag gleich",
    }
)
CHEAPEST: Mapping[Among, tuple[str, str]] = MappingProxyType(
    {
        Among.ALL: ("günstigstes", "günstigstes vollständiges Angebot"),
        Among.OPEN: (
            "günstigstes der offenen",
            "günstigstes der offenen Angebote; ein abgelehntes war günstiger",
        ),
    }
)
"""Of a complete quote: in the list, and side by side."""
COST_HINTS: Mapping[CostHint, str] = MappingProxyType(
    {
        CostHint.CLAIM_MISSED: "Frist vorbei, nicht beantragt",
        CostHint.CLAIMED_LATE: "nach der Frist beantragt",
        CostHint.CLAIMED_TWICE: "mehrere sollen zahlen, zusammen mehr als der Betrag",
        CostHint.NO_RECEIPT: "Beleg fehlt",
        CostHint.NOT_CHOSEN: "diese Firma ist nicht beauftragt",
    }
)


def euro(cents: int | None) -> str:
    """1.980,00 €; blank for an unknown amount."""
    return "" if cents is None else f"{shown_cents(cents)} €"


def day(on: date | None) -> str:
    """16.02.2027; blank for none."""
    return "" if on is None else f"{on:%d.%m.%Y}"


def extras(chosen: Iterable[Extra]) -> str:
    """In the order of the list."""
    found = frozenset(chosen)
    return ", ".join(word for each, word in EXTRAS.items() if each in found)


def quote_told(view: QuoteView) -> str:
    """What the list says beside a mover's name."""
    parts = [STATES[view.draft.state], euro(view.draft.cents)]
    if view.cheapest is not None:
        parts.append(CHEAPEST[view.cheapest][0])
    return " · ".join(part for part in parts if part)


def quote_hints(view: QuoteView) -> str:
    """What to look at, the moving day first."""
    told = [f"Umzugstag {DAY_HINTS[each]}" for each in view.judgement.days]
    told += [QUOTE_HINTS[each] for each in view.judgement.hints]
    return "; ".join(told)


def quote_advice(view: QuoteView) -> str:
    """What is wrong with a quote as it was entered, with the way out; blank where nothing is."""
    if QuoteHint.TWICE not in view.judgement.hints:
        return ""
    return (
        "Dieses Angebot steht mehrfach da: gleiche Firma, gleicher Preis, gleicher Umzugstag. "
        "Bitte nur eines behalten."
    )


def cost_advice(view: CostView) -> str:
    """What to look at with a cost, in sentences, with the way out."""
    told = [f"{COST_HINTS[each]}." for each in view.hints if each is not CostHint.NOT_CHOSEN]
    if CostHint.NOT_CHOSEN in view.hints:
        told.append(
            "Diese Firma ist nicht beauftragt. Ist nichts mehr zu zahlen und nichts "
            "zurückzufordern, bitte die Kosten löschen."
        )
    if view.counted:
        told.append("Die Frist ist gerechnet; ein anderes Datum geht vor.")
    return " ".join(f"{each[:1].upper()}{each[1:]}" for each in told)


def cost_told(view: CostView) -> str:
    """What the list says beside a cost."""
    draft = view.draft
    parts = [euro(draft.cents), PAYERS[draft.payer]]
    if draft.refused_because:
        parts.append("abgelehnt")
    elif draft.refunded_cents is not None:
        parts.append(f"{euro(draft.refunded_cents)} zurück")
    elif draft.claimed_on is not None:
        parts.append("beantragt")
    elif draft.claim_by is not None:
        parts.append(f"bis {day(draft.claim_by)}")
    told = ", ".join(COST_HINTS[each] for each in view.hints)
    return " · ".join(part for part in (*parts, told) if part)


def sums(board: MoveBoard) -> tuple[tuple[str, str], ...]:
    """Labels and amounts."""
    found = board.sums
    return (
        ("zusammen", euro(found.total)),
        ("zugesagt", euro(found.promised)),
        ("zurück", euro(found.refunded)),
        ("noch offen", euro(found.open)),
        ("die Familie", euro(found.own)),
    )


def quotes_advice(board: MoveBoard) -> str:
    """Whether there are prices enough to compare, and until when the plan has them; blank once a
    mover is chosen."""
    if board.chosen is not None or not board.quotes:
        return ""
    if board.received >= board.wanted_quotes:
        return ""
    by = f", nach dem Plan bis {day(board.quotes_by)}" if board.quotes_by else ""
    are = "liegt" if board.received == 1 else "liegen"
    return (
        f"{board.received} von {board.wanted_quotes} empfohlenen Preisen {are} vor{by}; das ist "
        "unser Rat, keine Vorschrift."
    )


def refused_amount(refusal: Refused, nothing: str) -> str:
    """The sentence of a refusal; `nothing` where 0 € was typed for an amount."""
    is_nothing = refusal.reason is Reason.NOT_AN_AMOUNT and refusal.facts.get("typed") == "0"
    return nothing if is_nothing else wording.refused(refusal)


def way_told(way: Possible, board: MoveBoard) -> tuple[str, ...]:
    """The lines below a way: whether it is open, where and when one asks, papers, grounds."""
    rule = way.rule
    known = NEEDS[rule.need][way.fit]
    lines = [known, WHERE[rule.way]]
    if rule.way is Way.EMPLOYER and board.benefits:
        lines[0] = f"{known}; bietet laut Verzeichnis: {', '.join(board.benefits)}"
    if rule.way is Way.PROGRAMME and board.programmes:
        lines[0] = f"{known}: {', '.join(board.programmes)}"
    lines += [line for line in (_when(way), _for(way)) if line]
    lines.append(f"Unterlagen: {', '.join(PAPERS[each] for each in rule.papers)}")
    lines.append(f"{rule.basis} · Stand {day(rule.stand)} · {GRADES[rule.grade]} · {rule.source}")
    return tuple(lines)


def _when(way: Possible) -> str:
    if way.ended:
        return f"Läuft nach unserem Stand nur bis {day(way.rule.valid_to)}."
    if not way.kinds:
        return ""
    if way.rule.ask is Ask.AGREED:
        return "Frist: wie beim Antrag vereinbart"
    if way.by is None:
        return (
            "Frist: erst zu rechnen, wenn ein Tag der Kosten eingetragen ist, oder schon beantragt"
        )
    if way.late:
        return f"Frist war am {day(way.by)}. Bitte trotzdem fragen, ob noch etwas geht."
    rest = "; für einen Teil ist die Frist vorbei" if way.partly_late else ""
    if way.rule.ask is Ask.TAX_RETURN:
        own = f", freiwillig bis {day(way.voluntary)}" if way.voluntary else ""
        return f"Frist: {day(way.by)}, wer abgeben muss{own}{rest}"
    return f"Frist: {day(way.by)}, immer vor der Bestellung{rest}"


def _for(way: Possible) -> str:
    if not way.kinds:
        return "Dafür sind noch keine Kosten eingetragen."
    return f"Für: {', '.join(KINDS[each] for each in way.kinds)}"
