"""What a clerk typed about one organisation, kept until it is saved. No Qt here."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date

from app.errors import Reason, Refused
from app.records.checking import (
    AskedOrganisation,
    AskedProvider,
    EntryAnswer,
    Reply,
    Verdict,
)
from app.records.providers import ProviderDraft
from app.rules.calendar import Precision
from ui.checking import words
from ui.widgets.date_entry import read_day

SETTLING_WEEKS = "settling_weeks"

SHARED = ("phone", "email", "website")
"""What belongs to the organisation and is corrected once."""
OWN = (
    "street",
    "postcode",
    "town",
    "hours_given",
    "hours_osm",
    "places",
    "free_places",
    "waiting",
    SETTLING_WEEKS,
    "note",
)
"""What belongs to one entry."""
NUMBERS = frozenset({"places", "free_places", "waiting", SETTLING_WEEKS})
ANSWERED = frozenset({Verdict.UNCHANGED, Verdict.CORRECTED})


@dataclass
class TypedEntry:
    """The answer about one entry; `texts` hold what differs from what is shown."""

    verdict: Verdict = Verdict.SILENT
    texts: dict[str, str] = field(default_factory=dict)
    because: str = words.GONE
    since: str = ""


@dataclass
class Typed:
    """The answer of one organisation as far as it is typed; `on` as typed, "" is today."""

    shared: dict[str, str] = field(default_factory=dict)
    entries: dict[int, TypedEntry] = field(default_factory=dict)
    confirmed_by: str = ""
    on: str = ""

    def entry(self, provider: int) -> TypedEntry:
        """What was typed about an entry, begun where nothing was."""
        return self.entries.setdefault(provider, TypedEntry())

    @property
    def is_begun(self) -> bool:
        """Whether something would be lost."""
        return bool(
            self.shared
            or self.confirmed_by.strip()
            or any(
                each.texts or each.verdict is not Verdict.SILENT for each in self.entries.values()
            )
        )


def text_of(draft: ProviderDraft, name: str) -> str:
    """A field as it is typed."""
    value = getattr(draft, name)
    return "" if value is None else str(value)


def reply(asked: AskedOrganisation, typed: Typed) -> Reply:
    """What is to be written. Raises `Refused` beside a field; `provider` names the entry, where
    it is one's; NOTHING_ANSWERED beside "shared" for a change that hangs on no answer."""
    answers = tuple(_answer(entry, typed) for entry in asked.providers)
    if typed.shared and not any(each.verdict in ANSWERED for each in answers):
        raise Refused(Reason.NOTHING_ANSWERED, "shared")
    on = _day(typed.on, "on")
    return Reply(asked.id, answers, typed.confirmed_by.strip(), on)


def _answer(entry: AskedProvider, typed: Typed) -> EntryAnswer:
    said = typed.entry(entry.id)
    if said.verdict is Verdict.GONE:
        since = _day(said.since, "gone_since", entry.id)
        return EntryAnswer(entry.id, Verdict.GONE, because=said.because, gone_since=since)
    if said.verdict not in ANSWERED:
        return EntryAnswer(entry.id, Verdict.SILENT)
    texts = typed.shared | (said.texts if said.verdict is Verdict.CORRECTED else {})
    changes = {name: _value(name, text, entry.id) for name, text in texts.items()}
    draft = replace(entry.draft, **changes)  # type: ignore[arg-type]
    if draft == entry.draft:
        return EntryAnswer(entry.id, Verdict.UNCHANGED)
    return EntryAnswer(entry.id, Verdict.CORRECTED, entry.draft, draft)


def _value(name: str, text: str, provider: int) -> object:
    if name not in NUMBERS:
        return text.strip()
    bare = text.strip()
    if bare and not (bare.isascii() and bare.isdigit()):
        raise Refused(Reason.NOT_A_VALUE, name, typed=bare, provider=provider)
    return int(bare) if bare else None


def _day(text: str, name: str, provider: int | None = None) -> date | None:
    facts = {} if provider is None else {"provider": provider}
    try:
        day = read_day(text)
    except Refused as refused:
        raise Refused(refused.reason, name, **(refused.facts | facts)) from None
    if day is not None and day.precision is not Precision.DAY:
        raise Refused(Reason.NOT_A_DATE, name, typed=text, **facts)
    return day.on if day else None
