"""Compositions as text: what the data file keeps, read back tolerantly."""

from __future__ import annotations

import json

from app.records.compositions import (
    OPTIONS,
    STANDARD,
    ChapterChoice,
    ChapterKind,
    Composition,
)


def written(composition: Composition) -> str:
    """As JSON; equal compositions give equal texts."""
    return json.dumps(
        {
            "tab_sheets": composition.tab_sheets,
            "chapters": [
                {
                    "kind": each.kind.value,
                    "printed": each.printed,
                    "options": sorted(option.value for option in each.options),
                }
                | ({} if each.brochure is None else {"brochure": each.brochure})
                for each in composition.chapters
            ],
        },
        separators=(",", ":"),
    )


def read(text: str) -> Composition:
    """What `written` wrote, in this or another version of the program: chapters and options it
    does not know are left out, chapters that were not there yet stand where they usually do.
    Raises ValueError where the text is none of `written`."""
    told = json.loads(text)
    if not isinstance(told, dict) or not isinstance(told.get("chapters"), list):
        raise ValueError("no composition")
    kinds = {kind.value: kind for kind in ChapterKind}
    chapters: dict[str, ChapterChoice] = {}
    for each in told["chapters"]:
        kind = kinds.get(str(each.get("kind"))) if isinstance(each, dict) else None
        if kind is None or (kind is ChapterKind.BROCHURE) is not isinstance(
            each.get("brochure"), int
        ):
            continue
        offered = {option.value: option for option in OPTIONS.get(kind, ())}
        choice = ChapterChoice(
            kind,
            bool(each.get("printed", True)),
            frozenset(offered[name] for name in each.get("options", ()) if name in offered),
            each.get("brochure"),
        )
        chapters.setdefault(choice.key, choice)
    return Composition(_completed(list(chapters.values())), bool(told.get("tab_sheets", True)))


def in_order(composition: Composition) -> Composition:
    """The same with the cover first."""
    return Composition(_completed(list(composition.chapters)), composition.tab_sheets)


def _completed(chapters: list[ChapterChoice]) -> tuple[ChapterChoice, ...]:
    """With the cover first and each chapter of the program's own behind the one it follows."""
    usual = list(STANDARD.chapters)
    for place, each in enumerate(usual):
        if any(known.kind is each.kind for known in chapters):
            continue
        before = {usual[i].kind for i in range(place)}
        at = max((i + 1 for i, known in enumerate(chapters) if known.kind in before), default=0)
        chapters.insert(at, ChapterChoice(each.kind, printed=False, options=each.options))
    return tuple(sorted(chapters, key=lambda each: each.kind is not ChapterKind.COVER))
