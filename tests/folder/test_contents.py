"""What a folder may hold: frozen, and no place for what is private."""

from __future__ import annotations

import dataclasses
import typing

import pytest

from app.folder import contents as module
from app.folder.contents import Address, FolderContents, Hours
from tests.folder.makers import make_contents, office_week, span

PRIVATE = {
    "note",
    "notes",
    "reason",
    "because",
    "birth",
    "phone_private",
    "ask",
    "facts",
    "history",
}


def printed_types(of: type = FolderContents) -> set[type]:
    """All dataclasses reachable from the contents."""
    found = {of}
    for hint in typing.get_type_hints(of).values():
        for inner in (hint, *_arguments(hint)):
            if dataclasses.is_dataclass(inner) and inner not in found:
                found |= printed_types(typing.cast("type", inner))
    return found


def _arguments(hint: object) -> list[object]:
    inner: list[object] = []
    for argument in typing.get_args(hint):
        inner += [argument, *_arguments(argument)]
    return inner


def test_everything_that_is_printed_is_frozen():
    types = printed_types()
    assert {module.Office, module.Place, module.ChecklistEntry, module.Span} <= types
    for each in types:
        assert each.__dataclass_params__.frozen, each  # type: ignore[attr-defined]


def test_nothing_private_has_a_field():
    names = {field.name for each in printed_types() for field in dataclasses.fields(each)}
    assert "title" in names
    assert not names & PRIVATE


def test_contents_can_be_compared_and_hashed_so_that_equal_folders_are_equal():
    assert make_contents("de") == make_contents("de")
    assert hash(make_contents("de")) == hash(make_contents("de"))
    assert make_contents("de") != make_contents("en")


def test_a_week_has_seven_days_or_is_unknown():
    with pytest.raises(ValueError, match="seven days"):
        Hours(((span("8:00", "9:00"),),))


@pytest.mark.parametrize(
    ("hours", "known"),
    [
        pytest.param(Hours(), False, id="nothing known"),
        pytest.param(Hours(text="nach Vereinbarung"), False, id="only words"),
        pytest.param(Hours(((),) * 7), False, id="closed all week"),
        pytest.param(office_week(), True, id="a week"),
    ],
)
def test_hours_are_known_where_there_is_something_to_draw(hours, known):
    assert hours.known is known


def test_an_address_leaves_out_what_is_unknown():
    assert Address().lines == ()
    assert Address(town="Norden").lines == ("Norden",)
    assert Address("Am Siel 7", "26999", "Sielhaven").lines == ("Am Siel 7", "26999 Sielhaven")


def test_a_member_is_called_as_the_family_calls_it():
    member = make_contents().members[0]
    assert member.short == "Anitha"
    assert dataclasses.replace(member, called="").short == "Anitha Varghese"
