"""Lists of homes that come again: read with their faults, looked through, taken, taken again."""

from __future__ import annotations

import pytest
import xlsxwriter

from app.errors import Reason, Refused
from app.progress import finish
from app.records.housing import HomeKind, InterestDraft, InterestState, OfferDraft, Pets
from app.records.imports import NoteCode
from tests.makers import make_case, make_provider
from ui.housing import list_dialog

HEAD = "Kennung;Titel;Art;Straße;PLZ;Ort;Zimmer;Fläche;Kaltmiete (€);Nebenkosten;Heizung;"
HEAD += "Frei ab;Haustiere;WBS;Farbe\n"
ROWS = (
    (
        "A1;3 Zimmer am Deich;Wohnung;Deichstraße 4;26506;Norden;2,5;72,4;1.070,50 €;120;0;"
        "01.02.2027;nach Absprache;ja;rot\n"
    ),
    "A2;Haus am Siel;Haus;Siel 2;26506;Norden;5;;900,-;;;;;nein;\n",
)


@pytest.fixture
def read(desk, tmp_path):
    def preview(*rows, head=HEAD, source="Deichwohnen"):
        path = tmp_path / "liste.csv"
        path.write_text(head + "".join(rows), encoding="utf-8")
        return finish(desk.home_lists.preview(path, source))

    return preview


def titles(rows):
    return [each.draft.title for each in rows]


def test_a_list_is_read_by_its_heads_and_says_what_it_leaves_out(read):
    found = read(*ROWS)
    first, second = (each.draft for each in found.new)
    assert first == OfferDraft(
        "3 Zimmer am Deich",
        street="Deichstraße 4",
        postcode="26506",
        town="Norden",
        half_rooms=5,
        square_metres=72,
        cold_cents=107_050,
        extra_cents=12_000,
        heating_cents=0,
        free_from=first.free_from,
        pets=Pets.ASK,
        entitled_only=True,
    )
    assert f"{first.free_from:%d.%m.%Y}" == "01.02.2027"
    assert (second.kind, second.cold_cents, second.extra_cents) == (HomeKind.HOUSE, 90_000, None)
    assert found.unknown_columns == ("Farbe",)


def test_heads_may_carry_a_dot_or_a_unit(read):
    head = "Nr.;Bezeichnung;Ort;Fläche m²;Kaltmiete in €;Kaution (EUR);Straße und Nr.\n"
    found = read("7;Wohnung;Norden;61 m2;580;1.160;Siel 2\n", head=head)
    (row,) = found.new
    assert (row.draft.square_metres, row.draft.cold_cents) == (61, 58_000)
    assert (row.draft.deposit_cents, row.draft.street) == (116_000, "Siel 2")
    assert found.unknown_columns == ()


def test_a_list_may_use_the_words_of_the_form(read):
    (found,) = read("A1;Zimmer;Wohnen auf Zeit;;26506;Norden;1;;450;;;;nicht erlaubt;;\n").new
    assert (found.draft.kind, found.draft.pets) == (HomeKind.TEMPORARY, Pets.NO)


@pytest.mark.parametrize(
    ("row", "field", "typed"),
    [
        ("A1;Am Deich;;;;Norden;;;0;;;;;;\n", "cold_cents", "0"),
        ("A1;Am Deich;Zelt;;;Norden;;;;;;;;;\n", "kind", "Zelt"),
        ("A1;Am Deich;;;;;;;;;;;;;\n", "town", ""),
        (";Am Deich;;;;Norden;;;;;;;;;\n", "key", ""),
        ("A1;Am Deich;;;26;Norden;;;;;;;;;\n", "postcode", "26"),
        ("A1;Am Deich;;;;Norden;viele;;;;;;;;\n", "half_rooms", "viele"),
        ("A1;Am Deich;;;;Norden;;;;;;bald;;;\n", "free_from", "bald"),
        ("A1;Am Deich;;;;Norden;;;0.500;;;;;;\n", "cold_cents", "0.500"),
        ("A1;Am Deich;;;;Norden;;;1e9;;;;;;\n", "cold_cents", "1e9"),
        (f"A1;Am Deich;;;;Norden;;;{'9' * 20};;;;;;\n", "cold_cents", "9" * 20),
        ("A1;Am Deich;;;;Norden;;72.375;;;;;;;\n", "square_metres", "72.375"),
        ("A1;Am Deich;;;٢٦٥٠٦;Norden;;;;;;;;;\n", "postcode", "٢٦٥٠٦"),
    ],
)
def test_a_faulty_row_is_left_out_and_the_rest_is_taken(desk, read, row, field, typed):
    found = read(row, ROWS[1])
    (faulty,) = found.faulty
    assert [(each.field, each.typed) for each in faulty.faults] == [(field, typed)]
    desk.home_lists.take(found)
    assert [each.draft.title for each in desk.housing.offers()] == ["Haus am Siel"]


def test_numbers_are_read_as_lists_write_them(read):
    (row,) = read("A1;Am Deich;;;;Norden;2½ Zi.;1.200 qm;1 100,50 €;€ 120;;;;;\n").new
    draft = row.draft
    assert (draft.half_rooms, draft.square_metres) == (5, 1200)
    assert (draft.cold_cents, draft.extra_cents) == (110_050, 12_000)


@pytest.mark.parametrize(
    ("typed", "floor"), [("EG", 0), ("1. OG", 1), ("2. Etage", 2), ("DG", None), ("2,5", None)]
)
def test_a_floor_is_a_number_or_the_ground(read, typed, floor):
    head = "Kennung;Titel;Ort;Etage\n"
    found = read(f"A1;Am Deich;Norden;{typed}\n", head=head)
    assert [row.draft.floor for row in found.new] == ([] if floor is None else [floor])
    assert len(found.faulty) == (floor is None)


def test_of_two_columns_with_one_head_the_other_is_told(read):
    head = "Kennung;Titel;Ort;Kaltmiete;Kaltmiete (€);Nr\n"
    found = read("A1;Am Deich;Norden;700;viel;7\n", head=head)
    assert [row.draft.cold_cents for row in found.new] == [70_000]
    assert found.unknown_columns == ("Kaltmiete (€)", "Nr")


def test_a_row_that_is_shifted_or_not_closed_is_left_out(read):
    head = "Kennung;Titel;Ort;Hinweis\n"
    rows = ("A1;Am Deich;Norden;hell; ruhig\n", "A2;Am Siel;Norden\n", 'A3;Am Watt;Norden;"oft\n')
    found = read(*rows, head=head)
    assert titles(found.new) == ["Am Siel"]
    told = [fault.code for row in found.faulty for fault in row.faults]
    assert told == [NoteCode.RAGGED_ROW, NoteCode.OPEN_QUOTE]
    assert next(list_dialog.told(found)) == (
        "Zeile 2 bleibt weg: Zeile hat andere Spalten als die Überschrift, bitte prüfen"
    )


def test_a_cell_without_its_value_and_a_hidden_row_are_no_home(desk, tmp_path):
    path = tmp_path / "liste.xlsx"
    with xlsxwriter.Workbook(str(path)) as book:
        sheet = book.add_worksheet()
        for row, cells in enumerate(
            (
                ("Kennung", "Titel", "Ort", "Fläche", "Kaltmiete"),
                ("A1", "Am Deich", "Norden", 72.375),
                ("A2", "Am Siel", "Norden", 80),
                ("A3", "Am Watt", "Norden", 90, 700.55),
                ("A4", "Vermietet", "Norden", 90, 700),
            )
        ):
            sheet.write_row(row, 0, cells)
        sheet.write_formula(1, 4, "=1/0", None, "#DIV/0!")
        sheet.write_formula(2, 4, "=7*100", None, "")
        sheet.set_row(4, None, None, {"hidden": True})
    found = finish(desk.home_lists.preview(path, "Deichwohnen"))
    assert [(row.draft.title, row.draft.cold_cents) for row in found.new] == [("Am Watt", 70_055)]
    assert [(row.key, *map(list_dialog.faults, [row])) for row in found.faulty] == [
        ("A1", "Kaltmiete: Fehler der Tabelle statt eines Werts, nicht übernommen"),
        ("A2", "Kaltmiete: Formel ohne gespeichertes Ergebnis, nicht übernommen"),
        ("A4", "Zeile ist in der Tabelle ausgeblendet, bitte prüfen"),
    ]


def test_two_rows_of_one_key_are_told(read):
    found = read(ROWS[0], ROWS[0])
    assert (len(found.new), [each.key for each in found.faulty]) == (1, ["A1"])


def test_a_list_that_comes_again_changes_what_changed_and_ends_what_is_gone(desk, read):
    desk.home_lists.take(read(*ROWS))
    first = next(each for each in desk.housing.offers() if each.draft.title.startswith("3"))
    manager = make_provider(desk, organisation="Deichwohnen")
    case = make_case(desk)
    desk.viewings.note(case, first.id, InterestDraft(InterestState.ASKED))
    noted = OfferDraft(**{**vars(first.draft), "provider": manager, "note": "Frau Watt fragen"})
    desk.housing.edit(first.id, noted)
    assert not read(*ROWS).does_something  # what the office wrote beside it is no change
    found = read(ROWS[0].replace("1.070,50", "1.100"))
    assert (titles(found.changed), found.gone, found.new) == (
        ["3 Zimmer am Deich"],
        ("Haus am Siel",),
        (),
    )
    done = desk.home_lists.take(found)
    assert done.facts == {"added": "0", "changed": "1", "count": "1"}
    views = {each.draft.title: each for each in desk.housing.offers()}
    changed = views["3 Zimmer am Deich"]
    assert (changed.id, changed.draft.cold_cents, changed.draft.provider) == (
        first.id,
        110_000,
        manager,
    )
    assert views["Haus am Siel"].archived_on is not None
    (interest,) = desk.housing.board(case).interests
    assert interest.offer.id == first.id
    back = read(*ROWS)
    desk.home_lists.take(back)
    assert all(each.archived_on is None for each in desk.housing.offers())


def test_what_the_office_took_out_itself_stays_out(desk, read):
    desk.home_lists.take(read(*ROWS))
    (house,) = (each for each in desk.housing.offers() if each.draft.kind is HomeKind.HOUSE)
    desk.housing.archive(house.id, "Schimmel")
    assert not read(*ROWS).does_something
    desk.home_lists.take(read(ROWS[0], ROWS[1].replace("900,-", "850")))
    views = {each.id: each for each in desk.housing.offers()}
    assert views[house.id].archived_because == "Schimmel"


def test_a_new_row_that_may_be_there_from_elsewhere_is_told(desk, read):
    desk.housing.add(OfferDraft("Deich 4", street="Deichstr. 4", town="Norden", half_rooms=5))
    found = read(*ROWS)
    assert [(each.title, each.other) for each in found.like] == [("3 Zimmer am Deich", "Deich 4")]
    assert len(found.new) == 2


def test_a_list_without_the_columns_that_are_needed_is_refused(read):
    with pytest.raises(Refused) as told:
        read("Am Deich;Norden\n", head="Titel;Ort\n")
    assert told.value.reason is Reason.NO_HOMES_IN_LIST
    assert told.value.facts["columns"] == "Kennung"
    with pytest.raises(Refused) as told:
        read(*ROWS, source=" ")
    assert told.value.reason is Reason.BLANK
