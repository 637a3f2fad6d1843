"""What each criterion of a match says, with the numbers behind it. No Qt here."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType

from app.records.housing import FAILED, HomeMatch, HousingBoard, Pets
from app.rules.home_matching import Criterion, Point, Verdict
from ui.housing.words import (
    KINDS,
    TENURES,
    about,
    failed,
    lacking,
    rooms,
    since,
    viewing,
)
from ui.widgets.typed_numbers import shown_euro

SIGNS: Mapping[Verdict, str] = MappingProxyType(
    {Verdict.FITS: "✓", Verdict.FAILS: "✗", Verdict.UNKNOWN: "?"}
)
VERDICTS: Mapping[Verdict, str] = MappingProxyType(
    {Verdict.FITS: "passt", Verdict.FAILS: "passt nicht", Verdict.UNKNOWN: "nicht bekannt"}
)


def line(match: HomeMatch, point: Point) -> str:
    """ "✗ 950 € warm, höchstens 900 €"."""
    return f"{SIGNS[point.verdict]} {said(match, point)}"


def said(match: HomeMatch, point: Point) -> str:
    """One criterion in words, without its sign."""
    return _SAID[point.criterion](match, point)


def summary(match: HomeMatch) -> str:
    """How it fits as a whole: counted, never a score."""
    if match.fails:
        against = "1 Punkt spricht" if match.fails == 1 else f"{match.fails} Punkte sprechen"
        return f"{against} dagegen"
    if match.unknown:
        open_ones = "1 Angabe fehlt" if match.unknown == 1 else f"{match.unknown} Angaben fehlen"
        return f"nichts spricht dagegen, {open_ones}"
    return "alles passt"


def lines(board: HousingBoard) -> tuple[str, ...]:
    """Everything of a case, a line each."""
    found = []
    for each in board.interests:
        standing = failed(each) if each.state in FAILED else since(each)
        found += [f"{each.offer.draft.title}: {standing}", *_said_of(viewing(each))]
    if board.wish is None:
        found.append("Noch kein Wunsch eingetragen.")
    else:
        found.append(f"{board.fitting} von {len(board.matches)} Wohnungen passen.")
    for match in board.matches:
        found.append(f"{match.offer.draft.title} ({about(match.offer)}): {summary(match)}")
        found += [f"  {line(match, each)}" for each in match.points]
    return tuple(found)


def _said_of(text: str) -> list[str]:
    return [f"  {text}"] if text else []


def _rooms(_: HomeMatch, point: Point) -> str:
    wants = rooms(point.wants or 0)
    if point.has is None:
        return f"Zahl der Zimmer nicht bekannt, gewünscht {wants}"
    return f"{rooms(point.has)}, gewünscht {wants}"


def _area(_: HomeMatch, point: Point) -> str:
    if point.has is None:
        return f"Fläche nicht bekannt, gewünscht {point.wants} m²"
    return f"{point.has} m², gewünscht {point.wants} m²"


def _rent(_: HomeMatch, point: Point) -> str:
    missing = lacking(point.missing) if point.missing else ""
    if point.wants is None:
        total = missing if point.has is None else f"{shown_euro(point.has)} Miete"
        return f"{total}: klären, ob Mieten infrage kommt"
    most = shown_euro(point.wants)
    if point.has is None:
        return f"{missing}, höchstens {most} warm"
    if missing:
        return f"{shown_euro(point.has)}, {missing}, höchstens {most} warm"
    return f"{shown_euro(point.has)} warm, höchstens {most}"


def _price(_: HomeMatch, point: Point) -> str:
    price = "Kaufpreis nicht bekannt" if point.has is None else f"Kaufpreis {shown_euro(point.has)}"
    if point.wants is None:
        return f"{price}: klären, ob ein Kauf infrage kommt"
    return f"{price}, höchstens {shown_euro(point.wants)}"


def _place(match: HomeMatch, point: Point) -> str:
    if point.verdict is Verdict.UNKNOWN:
        return f"{match.offer.draft.town}: Gemeinde nicht erkannt"
    wanted = "gewünschter Ort" if point.verdict is Verdict.FITS else "nicht gewünschter Ort"
    return f"{match.offer.draft.town}: {wanted}"


def _kind(match: HomeMatch, point: Point) -> str:
    word = KINDS[match.offer.draft.kind]
    return word if point.verdict is Verdict.FITS else f"{word} ist nicht gewünscht"


def _tenure(match: HomeMatch, point: Point) -> str:
    word = TENURES[match.offer.draft.tenure]
    return word if point.verdict is Verdict.FITS else f"{word} ist nicht gewünscht"


def _from(_: HomeMatch, point: Point) -> str:
    wanted = f"gewünscht {'ab' if point.is_first else 'bis'} {point.by:%d.%m.%Y}"
    if point.on is None:
        return f"Einzug nicht bekannt, {wanted}"
    return f"frei ab {point.on:%d.%m.%Y}, {wanted}"


def _until(_: HomeMatch, point: Point) -> str:
    until = f"befristet bis {point.on:%d.%m.%Y}" if point.on else "befristet"
    return f"{until}: klären, ob das reicht" if point.verdict is Verdict.UNKNOWN else until


def _accessible(_: HomeMatch, point: Point) -> str:
    return {
        Verdict.FITS: "barrierefrei",
        Verdict.FAILS: "nicht barrierefrei",
        Verdict.UNKNOWN: "nicht bekannt, ob barrierefrei",
    }[point.verdict]


def _pets(match: HomeMatch, point: Point) -> str:
    if match.offer.draft.pets is Pets.ASK:
        return "Haustiere nur nach Absprache"
    return {
        Verdict.FITS: "Haustiere erlaubt",
        Verdict.FAILS: "Haustiere nicht erlaubt",
        Verdict.UNKNOWN: "nicht bekannt, ob Haustiere erlaubt sind",
    }[point.verdict]


def _furnished(match: HomeMatch, point: Point) -> str:
    has = match.offer.draft.furnished
    wants = "möbliert" if point.has else "unmöbliert"
    if has is None:
        return f"nicht bekannt, ob möbliert; gewünscht {wants}"
    return f"{'möbliert' if has else 'unmöbliert'}, gewünscht {wants}"


def _entitled(_: HomeMatch, point: Point) -> str:
    need = "nur mit Wohnberechtigungsschein (§ 27 WoFG)"
    return {
        Verdict.FITS: f"{need}: nach den Angaben möglich, beantragen",
        Verdict.FAILS: f"{need}: Einkommen liegt nach den Angaben darüber",
        Verdict.UNKNOWN: f"{need}: Einkommen nicht bekannt",
    }[point.verdict]


def _work(_: HomeMatch, point: Point) -> str:
    most = f"höchstens {_minutes(point.wants)}"
    way = point.way
    ferry = ", mit Fähre" if way is not None and way.ferry else ""
    if point.has is None:
        return f"Weg zur Arbeit nicht bekannt{ferry}, {most}"
    about = " (geschätzt)" if way is not None and way.estimated else ""
    return f"{_minutes(point.has)} mit dem Auto zur Arbeit{about}{ferry}, {most}"


def _minutes(count: int | None) -> str:
    return "1 Minute" if count == 1 else f"{count} Minuten"


def _stand(_: HomeMatch, point: Point) -> str:
    stand = f"Stand {point.on:%d.%m.%Y}" if point.on else "Stand nicht bekannt"
    if point.by is not None:
        if point.verdict is Verdict.FAILS:
            return f"Angebot galt nur bis {point.by:%d.%m.%Y}"
        return f"{stand}, gültig bis {point.by:%d.%m.%Y}"
    return (
        f"{stand}: nachfragen, ob sie noch frei ist" if point.verdict is not Verdict.FITS else stand
    )


def _taken(_: HomeMatch, __: Point) -> str:
    return "an eine andere Familie der Servicestelle vergeben"


_SAID: Mapping[Criterion, Callable[[HomeMatch, Point], str]] = MappingProxyType(
    {
        Criterion.ROOMS: _rooms,
        Criterion.AREA: _area,
        Criterion.RENT: _rent,
        Criterion.PRICE: _price,
        Criterion.PLACE: _place,
        Criterion.KIND: _kind,
        Criterion.TENURE: _tenure,
        Criterion.FROM: _from,
        Criterion.UNTIL: _until,
        Criterion.ACCESSIBLE: _accessible,
        Criterion.PETS: _pets,
        Criterion.FURNISHED: _furnished,
        Criterion.ENTITLED: _entitled,
        Criterion.WORK: _work,
        Criterion.STAND: _stand,
        Criterion.TAKEN: _taken,
    }
)
