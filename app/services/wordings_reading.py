"""All printed texts of a language beside the German ones, and how far each may be trusted."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from sqlalchemy.orm import Session

from app.content.catalogue import Catalogue
from app.content.languages import OFFICE_LANGUAGE, language_name, lenders
from app.content.phrases import Phrase, Phrases, load_phrases, printed_languages, reworded
from app.content.plurals import forms_of
from app.content.templates import Spoken, StepTemplate
from app.content.words import (
    PHRASES,
    TEMPLATES,
    Entry,
    OwnWording,
    Words,
    load_words,
    standing_of,
)
from app.errors import Reason, Refused
from app.records.wordings import Matter, Part, Progress, Standing, TextRow, Texts
from app.services.planner import Planner
from app.services.printed_words import own_wordings
from app.services.transactions import Transactions

NO_ENTRY = Entry()


@dataclass(frozen=True)
class Shelved:
    """What there is of a language: shipped phrases and words, what the office laid over them, and
    the German phrases as they are printed."""

    language: str
    phrases: Phrases
    words: Words
    own: Mapping[str, OwnWording]
    german: Phrases

    def shipped(self, key: str, spoken: Spoken | None) -> Phrase | None:
        """The shipped text of a key, None where there is none in this language."""
        if spoken is None:
            return self.phrases.words.get(key.removeprefix(PHRASES))
        return self.words.texts.get(spoken.key) or spoken.texts.get(self.language) or None

    def entry(self, key: str) -> Entry | None:
        """The line of the ledger that holds, None where nobody knows anything."""
        own = self.own.get(key)
        return own.entry if own else self.words.ledger.get(key)


class WordingsReading:
    def __init__(self, transactions: Transactions, planner: Planner, resources: Path) -> None:
        self._transactions = transactions
        self._planner = planner
        self._resources = resources

    def languages(self) -> tuple[tuple[str, str], ...]:
        """The languages there are texts in, German first: tag and German name."""
        found = printed_languages(self._resources / "phrases")
        return tuple((code, language_name(code)) for code in found)

    def texts(self, language: str) -> Texts:
        """Every printed text in a language: phrases by chapter, then what the templates say.
        Raises `Refused(UNKNOWN_LANGUAGE)`."""
        with self._transactions.reading() as session:
            return Texts(language, forms_of(language), tuple(self._rows(session, language)))

    def progress(self, language: str) -> Progress:
        """How far a language is; German is done by itself. Raises `Refused(UNKNOWN_LANGUAGE)`."""
        rows = self.texts(language).rows
        if language == OFFICE_LANGUAGE:
            return Progress(language, len(rows))
        standing = [row.standing for row in rows]
        return Progress(
            language,
            len(rows),
            standing.count(Standing.UNCHECKED),
            standing.count(Standing.OUTDATED),
            standing.count(Standing.MISSING),
        )

    def _rows(self, session: Session, language: str) -> Iterator[TextRow]:
        return rows(session, self._planner.catalogue, self._resources, language)

    def _row(self, session: Session, language: str, key: str) -> TextRow:
        """One text. Raises `Refused`: NO_SUCH_TEXT, UNKNOWN_LANGUAGE."""
        for row in self._rows(session, language):
            if row.key == key:
                return row
        raise Refused(Reason.NO_SUCH_TEXT, key=key)


def rows(
    session: Session, catalogue: Catalogue, resources: Path, language: str
) -> Iterator[TextRow]:
    """Every printed text in a language, in the order it is read in. Raises
    `Refused(UNKNOWN_LANGUAGE)`."""
    shelved = shelved_in(session, resources, language)
    for key, german in shelved.german.words.items():
        chapter = key.partition(".")[0]
        head = TextRow(PHRASES + key, Matter.PHRASES, chapter, german, None, None)
        yield _told(head, shelved, None)
    for head, spoken in _spoken(catalogue):
        if head.german:
            yield _told(head, shelved, spoken)


def shelved_in(session: Session, resources: Path, language: str) -> Shelved:
    """What there is of a language. Raises `Refused(UNKNOWN_LANGUAGE)`."""
    folder = resources / "phrases"
    if language not in printed_languages(folder):
        raise Refused(Reason.UNKNOWN_LANGUAGE, "language", tag=language)
    german, _ = load_phrases(folder, OFFICE_LANGUAGE)
    own_german = {
        key.removeprefix(PHRASES): each.text
        for key, each in own_wordings(session, OFFICE_LANGUAGE).items()
        if each.text is not None
    }
    return Shelved(
        language,
        load_phrases(folder, language)[0],
        load_words(folder, language)[0],
        own_wordings(session, language),
        reworded(german, own_german),
    )


def _told(head: TextRow, shelved: Shelved, spoken: Spoken | None) -> TextRow:
    """A text of the language with what is known of it."""
    own = shelved.own.get(head.key)
    shipped = shelved.shipped(head.key, spoken)
    text = own.text if own and own.text is not None else shipped
    if shelved.language == OFFICE_LANGUAGE:
        is_own = own is not None and own.text is not None and own.text != shipped
        return replace(head, text=head.german, is_own=is_own, shipped=shipped)
    if text is None:
        return replace(head, standing=Standing.MISSING, lent_in=_lent_in(head, shelved, spoken))
    entry = shelved.entry(head.key)
    check = entry.check if entry else None
    return replace(
        head,
        text=text,
        standing=standing_of(entry, head.german),
        is_own=own is not None and own.text is not None and own.text != shipped,
        checked_by=check.by if check else "",
        checked_on=check.on if check else None,
        shipped=shipped,
    )


def _lent_in(head: TextRow, shelved: Shelved, spoken: Spoken | None) -> str:
    if spoken is None:
        return shelved.phrases.language_of(head.key.removeprefix(PHRASES))
    standing_in = lenders(shelved.language)
    return next((each for each in standing_in if spoken.texts.get(each)), OFFICE_LANGUAGE)


def _spoken(catalogue: Catalogue) -> Iterator[tuple[TextRow, Spoken]]:
    """What the templates say, each with its place, in the order of `units.spoken_texts`."""
    for phases in catalogue.phases.values():
        for phase in phases:
            yield _head(Matter.PHASES, "", phase.title), phase.title
    for each in catalogue.sets:
        yield _head(Matter.SETS, "", each.title), each.title
    for paper in (catalogue.papers or {}).values():
        if paper:
            yield _head(Matter.DOCUMENTS, "", paper.title), paper.title
    titles = {phase.id: phase.title for phases in catalogue.phases.values() for phase in phases}
    for step in catalogue.worded():
        phase_title = titles.get(step.phase)
        title = phase_title.texts.get(OFFICE_LANGUAGE, "") if phase_title else step.phase
        of = step.short.texts.get(OFFICE_LANGUAGE, "")
        for part, spoken in _parts(step):
            head = _head(Matter.STEPS, step.phase, spoken)
            yield replace(head, group_title=title, of=of, part=part), spoken


def _parts(step: StepTemplate) -> Iterator[tuple[Part, Spoken]]:
    yield Part.TITLE, step.title
    yield Part.SHORT, step.short
    yield Part.EXPLAIN, step.explain
    yield Part.OFFICE, step.office
    yield from ((Part.NOTE, note.text) for note in step.notes)


def _head(matter: Matter, group: str, spoken: Spoken) -> TextRow:
    german = spoken.texts.get(OFFICE_LANGUAGE, "")
    return TextRow(TEMPLATES + spoken.key, matter, group, german, None, None)
