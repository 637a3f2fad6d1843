"""Writing the directory in one of its formats, and what each of them cannot hold."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import fields, replace
from datetime import datetime
from typing import BinaryIO

from app.exchange.export_csv import write_csv
from app.exchange.export_geojson import write_geojson
from app.exchange.export_hsds import write_hsds
from app.exchange.export_vcard import write_vcards
from app.exchange.export_xlsx import LONGEST, write_xlsx
from app.progress import Steps
from app.records.exporting import ExportedProvider, ExportFormat, Loss
from app.records.providers import ContactPerson, ProviderDraft

_EVERYWHERE = ("reserved_for", "successor")  # names of other entries, which nobody can look up
_VCARD = frozenset(
    {
        *("organisation", "category", "service", "site", "street", "postcode", "town", "latitude"),
        *("longitude", "phone", "email", "website", "contacts", "public_note"),
    }
)
_LEFT_OUT: Mapping[ExportFormat, frozenset[str]] = {
    ExportFormat.CSV: frozenset(_EVERYWHERE),
    ExportFormat.XLSX: frozenset(_EVERYWHERE),
    ExportFormat.GEOJSON: frozenset({*_EVERYWHERE, "note", "source", "source_key"}),
    ExportFormat.HSDS: frozenset({*_EVERYWHERE, "note", "source", "source_key"}),
    ExportFormat.VCARD: frozenset(
        field.name for field in fields(ProviderDraft) if field.name not in _VCARD
    ),
}


def write_providers(
    kind: ExportFormat,
    providers: Sequence[ExportedProvider],
    out: BinaryIO,
    namespace: str,
    made: datetime,
) -> Steps[None]:
    """Write the file in steps. `namespace` names the data file, for ids that stay the same;
    `made` is the moment it is written (aware)."""
    if kind is ExportFormat.CSV:
        yield from write_csv(providers, out)
    elif kind is ExportFormat.XLSX:
        yield from write_xlsx(providers, out, made)
    elif kind is ExportFormat.GEOJSON:
        yield from write_geojson(providers, out)
    elif kind is ExportFormat.VCARD:
        yield from write_vcards(providers, out, namespace)
    else:
        yield from write_hsds(providers, out, namespace, made.astimezone().date())


def held(kind: ExportFormat, draft: ProviderDraft) -> ProviderDraft:
    """What of a draft a format holds and gives back when it is read again: the rest is unknown."""
    empty = ProviderDraft(organisation=draft.organisation)
    gone = {name: getattr(empty, name) for name in (*_LEFT_OUT[kind], "source", "source_key")}
    kept = replace(draft, **gone)
    if kind is ExportFormat.VCARD:
        first = tuple(ContactPerson(each.name, each.area) for each in draft.contacts[:1])
        kept = replace(kept, contacts=tuple(each for each in first if each.name))
    return kept


def export_losses(kind: ExportFormat, providers: Sequence[ExportedProvider]) -> tuple[Loss, ...]:
    """Which fields of these providers the format cannot hold, and of how many, in the order of the
    form. Where a provider came from counts where the file does not say it."""
    lost: dict[str, int] = {}
    for provider in providers:
        draft, kept = provider.draft, held(kind, provider.draft)
        for field in fields(ProviderDraft):
            told = field.name not in ("source", "source_key") or field.name in _LEFT_OUT[kind]
            value = getattr(draft, field.name)
            gone = told and value != getattr(kept, field.name)
            if gone or (kind is ExportFormat.XLSX and _is_cut(value)):
                lost[field.name] = lost.get(field.name, 0) + 1
    lost.pop("source_key", None)  # told with the source
    order: Callable[[str], int] = [each.name for each in fields(ProviderDraft)].index
    return tuple(Loss(name, lost[name]) for name in sorted(lost, key=order))


def _is_cut(value: object) -> bool:
    return isinstance(value, str) and len(value) > LONGEST
