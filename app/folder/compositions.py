"""Compositions as text: what the data file keeps, read back tolerantly."""

from __future__ import annotations

import json

from app.records.compositions import (
    OPTIONS,
    STANDARD,
    Change,
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


def changed(before: Composition, after: Composition, moved: str = "") -> dict[str, str]:
    """The one thing that is other, as codes for the message: `change` of a `chapter`, of an
    `option` of it or of the `tabs`; nothing where more is other than that. Of two chapters that
    changed places `moved` is the key of the one that was taken hold of."""
    if before.tab_sheets is not after.tab_sheets:
        if before.chapters != after.chapters:
            return {}
        return {"tabs": "tabs", "change": (Change.ON if after.tab_sheets else Change.OFF).value}
    known = {each.key: each for each in before.chapters}
    if known.keys() != {each.key for each in after.chapters}:
        return _come_or_gone(before, after)
    other = [each for each in after.chapters if each != known[each.key]]
    if not other:
        return _moved(before, after, moved)
    if len(other) > 1 or [each.key for each in after.chapters] != list(known):
        return {}
    now, was = other[0], known[other[0].key]
    differing = now.options ^ was.options
    if now.printed is not was.printed:
        change = Change.PUT_IN if now.printed else Change.LEFT_OUT
        return {} if differing else {"chapter": now.kind.value, "change": change.value}
    if len(differing) != 1:
        return {}
    (option,) = differing
    change = Change.ON if option in now.options else Change.OFF
    return {"chapter": now.kind.value, "option": option.value, "change": change.value}


def _come_or_gone(before: Composition, after: Composition) -> dict[str, str]:
    come = [each for each in after.chapters if each not in before.chapters]
    gone = [each for each in before.chapters if each not in after.chapters]
    if len(come) + len(gone) != 1:
        return {}
    change = Change.PUT_IN if come else Change.LEFT_OUT
    return {"chapter": (*come, *gone)[0].kind.value, "change": change.value}


def _moved(before: Composition, after: Composition, key: str) -> dict[str, str]:
    """A chapter without which the others keep their order was taken elsewhere."""
    candidates = [
        each
        for each in after.chapters
        if [one for one in before.chapters if one != each]
        == [one for one in after.chapters if one != each]
    ]
    if before == after or not candidates:
        return {}
    each = next((one for one in candidates if one.key == key), candidates[0])
    return {"chapter": each.kind.value, "change": Change.MOVED.value}


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
