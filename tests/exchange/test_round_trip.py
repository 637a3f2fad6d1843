"""The directory out and in again, in each format: nothing is lost but what is told."""

from __future__ import annotations

from dataclasses import fields, replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.exchange.exporting import export_losses, held
from app.records.exporting import ExportFormat
from app.records.importing import SourceKind
from app.records.imports import NoteKind
from app.records.providers import ProviderDraft
from tests.exchange.drafts import RICH, drafts, exported, file_of, read_back

BARE = ProviderDraft(organisation="Kita")
KINDS = {
    ExportFormat.CSV: SourceKind.CSV,
    ExportFormat.XLSX: SourceKind.WORKBOOK,
    ExportFormat.GEOJSON: SourceKind.GEOJSON,
    ExportFormat.VCARD: SourceKind.VCARD,
    ExportFormat.HSDS: SourceKind.HSDS,
}


def without_origin(draft):
    return replace(draft, source="", source_key="")


def differences(one, other):
    return {
        field.name: (getattr(one, field.name), getattr(other, field.name))
        for field in fields(ProviderDraft)
        if getattr(one, field.name) != getattr(other, field.name)
    }


@pytest.mark.parametrize("kind", ExportFormat)
@pytest.mark.parametrize("draft", [RICH, BARE], ids=["rich", "bare"])
def test_a_provider_comes_back_as_the_format_holds_it(kind, draft):
    source = read_back(kind, [exported(1, draft)])
    assert source.reading.kind is KINDS[kind]
    assert source.columns == ()
    (found,) = source.records.drafts
    assert differences(without_origin(found), held(kind, draft)) == {}
    assert all(note.code.kind is not NoteKind.LEFT_OUT for note in source.records.notes)


@pytest.mark.parametrize("kind", ExportFormat)
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(found=st.lists(drafts(), min_size=1, max_size=3))
def test_any_provider_comes_back_as_the_format_holds_it(kind, found):
    providers = [exported(number, draft) for number, draft in enumerate(found, start=1)]
    records = read_back(kind, providers).records
    assert len(records.drafts) == len(found)
    back = [without_origin(draft) for draft in records.drafts]
    assert [
        differences(*pair) for pair in zip(back, [held(kind, d) for d in found], strict=True)
    ] == [{}] * len(found)


@pytest.mark.parametrize("kind", ExportFormat)
def test_losses_name_each_field_that_does_not_come_back(kind):
    providers = [exported(1, RICH), exported(2, BARE)]
    told = {loss.field: loss.count for loss in export_losses(kind, providers)}
    back = without_origin(read_back(kind, providers).records.drafts[0])
    lost = set(differences(back, without_origin(RICH)))
    assert set(told) - {"source"} == lost
    assert set(told.values()) == {1}
    assert export_losses(kind, [exported(2, BARE)]) == ()


@pytest.mark.parametrize("kind", [kind for kind in ExportFormat if kind is not ExportFormat.VCARD])
def test_what_providers_share_is_known_again(kind):
    one = exported(1, RICH, organisation=7, service=8)
    two = exported(2, replace(RICH, street="Am Hafen 1"), organisation=7, service=8)
    records = read_back(kind, [one, two]).records
    first, second = (records.shared[draft.source_key] for draft in records.drafts)
    assert (first.organisation, first.service) == (second.organisation, second.service)
    assert first.place != second.place


@pytest.mark.parametrize("kind", ExportFormat)
def test_the_same_provider_has_the_same_key_each_time(kind):
    keys = {
        read_back(kind, [exported(1, draft)]).records.drafts[0].source_key for draft in (RICH, BARE)
    }
    assert len(keys) == 1


@pytest.mark.parametrize("kind", [ExportFormat.GEOJSON, ExportFormat.VCARD, ExportFormat.HSDS])
def test_internal_notes_stay_in_the_office(kind):
    raw = file_of(kind, [exported(1, RICH)])
    assert b"nicht weitergeben" not in raw
    assert "note" in {loss.field for loss in export_losses(kind, [exported(1, RICH)])}


@pytest.mark.parametrize("kind", ExportFormat)
def test_an_empty_directory_is_a_file_that_can_be_read(kind):
    raw = file_of(kind, [])
    if kind is not ExportFormat.VCARD:
        assert raw
