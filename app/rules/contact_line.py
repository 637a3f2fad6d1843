"""A contact typed as one line during the call: what of it is shorthand, what is said in words.

    t 15 #kita Frau Verma: Platz ab März? > 3.12. Kita nachfragen

First a letter for the channel, minutes, topics; then with whom, before a colon; then what was
said; behind `>` a day and what is to be done on it. What is not understood stays in the words.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from app.rules.near_days import DayWords, near_day

_MINUTES = re.compile(r"(\d{1,4}(?:[.,]\d{1,2})?)(\D{0,8})", re.ASCII)
_DAY_LONG = 24 * 60
_ARROW = re.compile("-?>|→")
_HOUR = 60
_OF_A_DAY = 5  # words that may say a day: am Montag, den 7.12.
_NAMED = 6  # words before a colon that may still be a name


@dataclass(frozen=True)
class LineTerms:
    """What may be typed, in lower case: letter → channel, word → topic, words for minutes and
    hours, words for days."""

    channels: Mapping[str, str]
    topics: Mapping[str, str]
    minutes: frozenset[str]
    days: DayWords
    hours: frozenset[str] = frozenset()


@dataclass(frozen=True)
class ContactLine:
    """What a line says; blank or None where it says nothing. `unclear`: tags that are no topic, or
    begin several; they stay in the words too. `undated`: what stands behind a `>` says no day."""

    channel: str = ""
    minutes: int | None = None
    topics: tuple[str, ...] = ()
    whom: str = ""
    text: str = ""
    follow_up_on: date | None = None
    follow_up: str = ""
    unclear: tuple[str, ...] = ()
    undated: bool = False


def read_line(typed: str, today: date, terms: LineTerms) -> ContactLine:
    """Read a line as far as it is typed; every word stands in the result or was understood."""
    head = _Head(terms)
    words = head.take(typed.split())
    words, follow_up_on, follow_up = _follow_up(words, today, terms.days)
    found = [topic_of(word, terms.topics) for word in words]
    last = max((at + 1 for at, topic in enumerate(found) if not topic), default=0)
    said = [
        word.removeprefix("#") if topic else word
        for word, topic in zip(words[:last], found[:last], strict=True)
    ]
    whom, said = _named(said) if head.is_short else ("", said)
    return ContactLine(
        channel=head.channel,
        minutes=head.minutes,
        topics=tuple(dict.fromkeys(filter(None, (*head.topics, *found)))),
        whom=whom,
        text=" ".join(said),
        follow_up_on=follow_up_on,
        follow_up=follow_up,
        unclear=tuple(
            word
            for word in words
            if word.startswith("#") and len(word) > 1 and not topic_of(word, terms.topics)
        ),
        undated=follow_up_on is None and any(map(_ARROW.match, words)),
    )


def topic_of(tag: str, topics: Mapping[str, str]) -> str:
    """The topic a tag (#kita) begins, blank where it is none or may be several."""
    if not tag.startswith("#"):
        return ""
    return beginning(tag[1:].rstrip(".,;:!?"), topics)


def beginning(word: str, topics: Mapping[str, str]) -> str:
    """The topic with a word that is this one or alone begins like it; blank where there is none."""
    begun = word.casefold()
    if not begun:
        return ""
    if begun in topics:
        return topics[begun]
    found = {topic for known, topic in topics.items() if known.startswith(begun)}
    return found.pop() if len(found) == 1 else ""


@dataclass
class _Head:
    """The shorthand at the beginning of a line."""

    terms: LineTerms
    channel: str = ""
    minutes: int | None = None
    topics: list[str] = field(default_factory=list)

    @property
    def is_short(self) -> bool:
        return bool(self.channel or self.minutes or self.topics)

    def take(self, words: Sequence[str]) -> list[str]:
        """The words behind the shorthand."""
        rest = list(words)
        if rest and rest[0].casefold() in self.terms.channels:
            self.channel = self.terms.channels[rest.pop(0).casefold()]
        while rest:
            topic = topic_of(rest[0], self.terms.topics)
            if topic:
                self.topics.append(topic)
                rest = rest[1:]
            elif self.minutes is None and (taken := self._minutes(rest)):
                rest = rest[taken:]
            else:
                break
        return rest

    def _minutes(self, words: Sequence[str]) -> int:
        """Take minutes where the words begin with them; how many words they are."""
        found = _MINUTES.fullmatch(words[0])
        if found is None:
            return 0
        units = self.terms.minutes | self.terms.hours
        apart = not found[2] and len(words) > 1 and words[1].casefold() in units
        unit = words[1].casefold() if apart else found[2].casefold()
        if unit not in units and (unit or not self.channel):
            return 0
        each = _HOUR if unit in self.terms.hours else 1
        minutes = Decimal(found[1].replace(",", ".")) * each
        if minutes != int(minutes) or not 0 < minutes <= _DAY_LONG:
            return 0
        self.minutes = int(minutes)
        return 2 if apart else 1


def _follow_up(
    words: Sequence[str], today: date, days: DayWords
) -> tuple[list[str], date | None, str]:
    """The words before the first `>` or `->` with a day behind it, that day, the words behind."""
    for at, word in enumerate(words):
        arrow = _ARROW.match(word)
        if arrow is None:
            continue
        behind = [each for each in (word[arrow.end() :], *words[at + 1 :]) if each]
        for many in range(min(_OF_A_DAY, len(behind)), 0, -1):
            on = near_day(" ".join(behind[:many]), today, days)
            if on is not None:
                return list(words[:at]), on, " ".join(behind[many:])
    return list(words), None, ""


def _named(words: Sequence[str]) -> tuple[str, list[str]]:
    """With whom, before the first colon, and what was said."""
    for at, word in enumerate(words[:_NAMED]):
        if word.endswith(":"):
            name = " ".join(words[: at + 1])[:-1].strip()
            return (name, list(words[at + 1 :])) if name else ("", list(words))
        if word[-1] in ".?!" and len(word) > 4:
            break
    return "", list(words)
