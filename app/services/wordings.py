"""Changing printed texts and their translations: written, checked, taken back, read from files."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping

from sqlalchemy.orm import Session

from app.content.faults import Problem
from app.content.languages import OFFICE_LANGUAGE, language_name
from app.content.wording_checks import Flaw, flaws
from app.content.words import PHRASES, Check, Entry, fingerprint
from app.done import Act, Done
from app.errors import Reason, Refused
from app.records.wordings import Standing, TextRow, Wording
from app.services import checks
from app.services.wordings_files import WordingsFiles
from app.services.wordings_reading import shelved_in
from app.services.wordings_store import TOUCHED, Store
from db import journal

_REASONS = {
    Problem.EMPTY: Reason.BLANK,
    Problem.PLURAL_MISSING: Reason.BLANK,
    Problem.PLURAL_WANTED: Reason.BLANK,
    Problem.PLURAL_UNWANTED: Reason.NOT_A_VALUE,
    Problem.PLURAL_UNKNOWN: Reason.NOT_A_VALUE,
    Problem.NOT_A_DATE_PATTERN: Reason.NOT_A_DATE_PATTERN,
    Problem.PLACEHOLDER_UNKNOWN: Reason.PLACEHOLDER_UNKNOWN,
    Problem.PLACEHOLDER_MISSING: Reason.PLACEHOLDER_MISSING,
}

Change = Callable[[TextRow, Entry], Entry]


class Wordings(WordingsFiles):
    def write(self, language: str, key: str, text: Wording, by: str = "") -> Done:
        """Store a text, made of the German one as it is now; `by` names who checked it, blank
        where nobody did. A German phrase may be changed too, which makes its translations
        outdated; what templates say in German is changed there.

        Raises `Refused`: NO_SUCH_TEXT, UNKNOWN_LANGUAGE, and beside "text", or the plural form
        ("few"): BLANK, PLACEHOLDER_UNKNOWN, PLACEHOLDER_MISSING, TEXT_NOT_STORABLE.
        """
        said = _stripped(text)
        with self._transactions.command(Act.TEXT_WRITTEN) as session:
            row = self._row(session, language, key)
            self._check(row, language, said)
            checks.storable_text(by, "by")
            store = Store(session, language)
            if language == OFFICE_LANGUAGE:
                store.put(key, None if said == row.shipped else said, Entry())
            else:
                check = Check(by.strip(), self._transactions.today()) if by.strip() else None
                entry = Entry(fingerprint(row.german), check)
                store.put(key, None if said == row.shipped else said, entry)
            return self._done(session, Act.TEXT_WRITTEN, language)

    def restore(self, language: str, keys: Collection[str]) -> Done:
        """Go back to the shipped texts, and to what the shipped ledger says of them. Raises
        `Refused`: NO_SUCH_TEXT where none of them is an own one."""
        with self._transactions.command(Act.TEXTS_RESTORED) as session:
            gone = Store(session, language).forget(keys)
            if not gone:
                raise Refused(Reason.NO_SUCH_TEXT, "text")
            return self._done(session, Act.TEXTS_RESTORED, language, gone)

    def check(self, language: str, keys: Collection[str], by: str) -> Done:
        """Note that somebody who knows the language read these texts today beside the German
        ones. Raises `Refused`: BLANK ("by"), NO_SUCH_TEXT where one is missing."""
        checks.not_blank(by, "by")
        check = Check(by.strip(), self._transactions.today())
        return self._noted(
            Act.TEXTS_CHECKED, language, keys, lambda row, _: Entry(fingerprint(row.german), check)
        )

    def uncheck(self, language: str, keys: Collection[str]) -> Done:
        """Take the mark of these texts back. Raises `Refused(NO_SUCH_TEXT)`."""
        return self._noted(
            Act.TEXTS_UNCHECKED, language, keys, lambda _, entry: Entry(entry.source)
        )

    def still_fits(self, language: str, keys: Collection[str]) -> Done:
        """Note that outdated texts were compared with the German ones of today and still hold;
        who checked them stays. Raises `Refused`: NO_SUCH_TEXT, TEXT_NOT_OUTDATED."""
        return self._noted(
            Act.TEXTS_STILL_FIT,
            language,
            keys,
            lambda row, entry: Entry(fingerprint(row.german), entry.check),
            only=Standing.OUTDATED,
        )

    def _noted(
        self,
        act: Act,
        language: str,
        keys: Collection[str],
        change: Change,
        only: Standing | None = None,
    ) -> Done:
        """Change what the ledger says of some texts."""
        with self._transactions.command(act) as session:
            shelved = shelved_in(session, self._resources, language)
            wanted = set(keys)
            rows = [row for row in self._rows(session, language) if row.key in wanted]
            has_text = language != OFFICE_LANGUAGE and all(row.text is not None for row in rows)
            if not rows or len(rows) < len(wanted) or not has_text:
                raise Refused(Reason.NO_SUCH_TEXT, "text")
            chosen = [row for row in rows if only is None or row.standing is only]
            if not chosen:
                raise Refused(Reason.TEXT_NOT_OUTDATED, "text")
            store = Store(session, language)
            for row in chosen:
                entry = change(row, shelved.entry(row.key) or Entry())
                if not row.is_own and entry == shelved.words.ledger.get(row.key):
                    store.forget([row.key])
                else:
                    store.note(row.key, entry)
            return self._done(session, act, language, len(chosen))

    def _check(self, row: TextRow, language: str, text: Wording) -> None:
        is_template = not row.key.startswith(PHRASES)
        if language == OFFICE_LANGUAGE and is_template:
            raise Refused(Reason.NO_SUCH_TEXT, key=row.key)
        for form, said in _forms(text).items():
            checks.storable_text(said, form or "text")
        german = row.shipped if language == OFFICE_LANGUAGE else row.german
        # What a template says is printed as it is: braces are braces there.
        found = (
            []
            if is_template
            else flaws(text, german or row.german, language, row.key.removeprefix(PHRASES))
        )
        if is_template and (not isinstance(text, str) or not text):
            raise Refused(Reason.BLANK, "text")
        for flaw in found:
            raise _refusal(flaw)

    def _done(self, session: Session, act: Act, language: str, count: int = 1) -> Done:
        facts = {"language": language_name(language)}
        if count > 1:
            facts["count"] = str(count)
        return Done(act, TOUCHED, journal.batch_of(session), facts=facts)


def _refusal(flaw: Flaw) -> Refused:
    facts = {"place": f"{{{flaw.word}}}"} if flaw.word else {}
    if flaw.near:
        facts["near"] = f"{{{flaw.near}}}"
    return Refused(_REASONS[flaw.problem], flaw.form or "text", **facts)


def _stripped(text: Wording) -> Wording:
    if isinstance(text, str):
        return text.strip()
    return {form: said.strip() for form, said in text.items()}


def _forms(text: Wording) -> Mapping[str, str]:
    return {"": text} if isinstance(text, str) else text
