"""Frozen values as JSON and back: dataclasses, tuples, enums, days; nothing else is printed.

A field that was not written takes its default, one that is no more is passed over: so what was
kept by an older version can still be read.
"""

from __future__ import annotations

import types
from collections.abc import Mapping
from dataclasses import MISSING, fields, is_dataclass
from datetime import date, datetime
from enum import Enum
from functools import cache
from typing import TypeAlias, TypeVar, Union, cast, get_args, get_origin, get_type_hints

T = TypeVar("T")
Json: TypeAlias = "bool | int | float | str | list[Json] | dict[str, Json] | None"


def written(value: object) -> Json:
    """The value as JSON. Fields that have their default are left out. Raises `TypeError` for what
    is no frozen value."""
    if value is None or isinstance(value, bool | int | float):
        return value
    if isinstance(value, Enum):
        return written(value.value)
    if isinstance(value, str):
        return str(value)
    if isinstance(value, date | datetime):
        return value.isoformat()
    if isinstance(value, tuple | frozenset):
        return [written(each) for each in value]
    if is_dataclass(value) and not isinstance(value, type):
        return {
            each.name: written(kept)
            for each in fields(value)
            if (kept := getattr(value, each.name)) != each.default
        }
    raise TypeError(type(value))


def read(kind: type[T], said: Json) -> T:
    """The value of this kind. Raises `ValueError` where the JSON says none of it."""
    return cast("T", _read(kind, said))


def _read(kind: object, said: Json) -> object:
    origin = get_origin(kind)
    if origin in (Union, types.UnionType):
        return _one_of(get_args(kind), said)
    if origin in (tuple, frozenset):
        return _several(kind, said)
    if not isinstance(kind, type):
        raise ValueError(kind)
    if issubclass(kind, Enum):
        return kind(said)
    if issubclass(kind, date):
        return kind.fromisoformat(str(said))
    if is_dataclass(kind):
        return _whole(kind, said)
    if kind is float and isinstance(said, int) and not isinstance(said, bool):
        return float(said)
    if kind in (int, float, str, bool) and type(said) is kind:
        return said
    raise ValueError(said)


def _one_of(kinds: tuple[object, ...], said: Json) -> object:
    if said is None and type(None) in kinds:
        return None
    for kind in kinds:
        if kind is not type(None):
            try:
                return _read(kind, said)
            except (ValueError, TypeError):
                continue
    raise ValueError(said)


def _several(kind: object, said: Json) -> object:
    if not isinstance(said, list):
        raise ValueError(said)
    args = get_args(kind)
    if get_origin(kind) is frozenset:
        return frozenset(_read(args[0], each) for each in said)
    if args[-1] is Ellipsis:
        return tuple(_read(args[0], each) for each in said)
    return tuple(_read(each, part) for each, part in zip(args, said, strict=True))


def _whole(kind: type, said: Json) -> object:
    if not isinstance(said, dict):
        raise ValueError(said)
    hints = _hints(kind)
    values = {name: _read(hints[name], part) for name, part in said.items() if name in hints}
    lacking = [
        each.name
        for each in fields(kind)
        if each.name not in values and each.default is MISSING and each.default_factory is MISSING
    ]
    if lacking:
        raise ValueError(lacking)
    return kind(**values)


@cache
def _hints(kind: type) -> Mapping[str, object]:
    return get_type_hints(kind)
