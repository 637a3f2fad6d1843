"""Codes of single subjects that stand in sentences, put into words. What a subject calls things is
imported with the first sentence that needs it: the window starts without. No Qt here."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from contextlib import suppress
from types import MappingProxyType


def worded(facts: Mapping[str, str]) -> dict[str, str]:
    """The facts of these names in words; a code nobody knows is left out."""
    found: dict[str, str] = {}
    for name, words in _WORDS.items():
        if name in facts:
            with suppress(KeyError, ValueError):
                found[name] = words(facts[name])
    return found


def _booking(code: str) -> str:
    from app.records.training import BookingState
    from ui.training.words import STATES

    return STATES[BookingState(code)]


def _application(code: str) -> str:
    from app.records.funding import ApplicationState
    from ui.funding.words import STATES

    return STATES[ApplicationState(code)]


def _application_hints(codes: str) -> str:
    from app.rules.applying import ApplicationHint
    from ui.funding.words import HINTS

    return "; ".join(HINTS[ApplicationHint(code)] for code in codes.split())


def _offer_hints(codes: str) -> str:
    from app.records.housing import OfferHint
    from ui.housing.words import OFFER_HINTS

    return ", ".join(OFFER_HINTS[OfferHint(code)] for code in codes.split())


def _viewing_notes(codes: str) -> str:
    from app.records.housing import ViewingNote
    from ui.housing.words import NOTES

    return ", ".join(NOTES[ViewingNote(code)] for code in codes.split())


def _waiting_hints(codes: str) -> str:
    from app.records.housing import WaitingHint
    from ui.housing.words import WAITING_HINTS

    return "; ".join(WAITING_HINTS[WaitingHint(code)] for code in codes.split())


def _home(code: str) -> str:
    from app.records.housing import InterestState
    from ui.housing.words import STATES

    return STATES[InterestState(code)]


def _practice(code: str) -> str:
    from app.records.practice import PracticeState
    from ui.practice.words import STATES

    return STATES[PracticeState(code)]


def _school(code: str) -> str:
    from app.records.schools import SchoolState
    from ui.schools.states import STATES

    return STATES[SchoolState(code)]


def _need(code: str) -> str:
    from app.records.needs import NeedKind
    from ui.needs.words import KINDS

    return KINDS[NeedKind(code)]


def _needs(codes: str) -> str:
    return ", ".join(map(_need, codes.split()))


def _need_state(code: str) -> str:
    from app.records.needs import NeedState
    from ui.needs.words import STATES

    return STATES[NeedState(code)]


def _need_early(code: str) -> str:
    from app.records.needs import NeedEarly
    from ui.needs.words import EARLY

    return EARLY[NeedEarly(code)]


_WORDS: Mapping[str, Callable[[str], str]] = MappingProxyType(
    {
        "booking": _booking,
        "application": _application,
        "application_hints": _application_hints,
        "home_state": _home,
        "offer_hints": _offer_hints,
        "viewing_notes": _viewing_notes,
        "waiting_hints": _waiting_hints,
        "practice": _practice,
        "school": _school,
        "need": _need,
        "needs": _needs,
        "need_early": _need_early,
        "need_state": _need_state,
    }
)
