"""Nothing that points at a provider is forgotten when two of them are merged."""

from __future__ import annotations

from db.repositories.references import POINTED_AT, REFERENCES, Kind
from db.tables.all import metadata


def foreign_keys():
    return {
        (table.name, column.name)
        for table in metadata.sorted_tables
        for column in table.columns
        for key in column.foreign_keys
        if key.column.table.name in POINTED_AT
    }


def test_every_foreign_key_to_a_provider_says_what_a_merge_does_with_it():
    assert foreign_keys() == set(REFERENCES)


def test_what_is_repointed_points_at_the_table_it_says():
    targets = {Kind.PROVIDER: "services_at_places", Kind.ORGANISATION: "organisations"}
    for (table, column), kind in REFERENCES.items():
        [key] = metadata.tables[table].columns[column].foreign_keys
        assert key.column.table.name == targets.get(kind, key.column.table.name)


def test_no_column_that_is_named_like_one_points_nowhere():
    loose = {
        (table.name, column.name)
        for table in metadata.sorted_tables
        for column in table.columns
        if column.name in {"provider_id", "organisation_id", "service_id", "place_id"}
    }
    assert loose <= set(REFERENCES)
