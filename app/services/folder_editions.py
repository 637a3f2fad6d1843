"""A folder as it will be printed: its languages gathered in one transaction, and what it takes."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from app.content.county_map import county_map
from app.content.languages import FALLBACK, OFFICE_LANGUAGE
from app.folder.editions import Edition, Extras
from app.records.compositions import Composition
from app.services import existing, kept_prints
from app.services.brochures import printed
from app.services.compositions import composition_of
from app.services.folder_contents import gathered
from app.services.planner import Planner
from app.services.printed_words import phrases_in
from app.services.transactions import Transactions


class Editions:
    def __init__(self, transactions: Transactions, planner: Planner, resources: Path) -> None:
        self._transactions = transactions
        self._planner = planner
        self._resources = resources

    def of(
        self,
        case_id: int,
        language: str,
        composition: Composition | None = None,
        *,
        bilingual: bool,
        notice: bool,
    ) -> tuple[Edition, Extras]:
        """All that is printed, both languages gathered in one transaction. Beside German there is
        no German: such a folder is one of one language."""
        today = self._transactions.today()
        with self._transactions.outward() as session:
            case = existing.case(session, case_id)

            def edition(tag: str) -> Edition:
                contents = gathered(
                    session, case, self._planner, self._resources, today, tag, notice=notice
                )
                return Edition(contents, phrases_in(session, self._resources, tag)[0])

            own = edition(language)
            beside = None
            if bilingual and language != OFFICE_LANGUAGE:
                german = edition(OFFICE_LANGUAGE)
                told = replace(german.contents, translation=own.contents.translation)
                beside = replace(german, contents=told)
            titles = tuple(
                phrases_in(session, self._resources, tag)[0] for tag in _also_titled(language)
            )
            below = None
            if language != OFFICE_LANGUAGE:
                below = phrases_in(session, self._resources, OFFICE_LANGUAGE)[0]
            asked = composition or composition_of(session, case_id)
            former = kept_prints.former(session, case_id, language, bilingual=beside is not None)
            wanted = [each.brochure for each in asked.chapters if each.printed and each.brochure]
            others = printed(session, wanted) if wanted else ()
        return former.in_place(own), Extras(
            former.in_place(beside, 1) if beside else None,
            titles,
            county_map(self._resources),
            below,
            asked,
            former,
            brochures=others,
        )


def _also_titled(language: str) -> tuple[str, ...]:
    """The languages a tab sheet says its title in besides: German, and English for those who
    read neither."""
    if language.partition("-")[0] == OFFICE_LANGUAGE:
        return ()
    return (OFFICE_LANGUAGE,) if language == FALLBACK else (OFFICE_LANGUAGE, FALLBACK)
