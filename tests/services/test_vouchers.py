"""Vouchers on a real file: what is refused, whom they reach, what is printed of them."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from app.errors import Reason, Refused
from app.records.vouchers import Audience, VoucherDraft
from tests.conftest import TODAY
from tests.makers import make_case, make_provider

SWIM = VoucherDraft("Einmal Schwimmen", "Für alle.", issuer="Landkreis")


def titles(desk, case, language="de"):
    return [each.title for each in desk.folders.contents(case, language).vouchers]


def added(desk, draft):
    return int(desk.vouchers.add(draft).facts["id"])


def test_a_voucher_is_printed_with_who_takes_it_and_where(desk):
    pool = make_provider(desk, organisation="Hallenbad am Deich", street="Badstraße 3")
    key = added(desk, replace(SWIM, provider=pool, valid_to=date(2027, 6, 30)))
    (voucher,) = desk.folders.contents(make_case(desk), "en").vouchers
    assert (voucher.number, voucher.title, voucher.text) == (key, "Einmal Schwimmen", "Für alle.")
    assert voucher.redeemed_at == "Hallenbad am Deich"
    assert voucher.address[0] == "Badstraße 3"
    assert (voucher.first, voucher.last) == (None, date(2027, 6, 30))


@pytest.mark.parametrize(
    ("last", "printed"),
    [(None, True), (TODAY, True), (TODAY - timedelta(days=1), False)],
)
def test_one_that_has_ended_is_in_no_folder(desk, last, printed):
    added(desk, replace(SWIM, valid_to=last))
    assert bool(titles(desk, make_case(desk))) == printed


def test_one_that_begins_later_is_handed_out_already(desk):
    added(desk, replace(SWIM, valid_from=TODAY + timedelta(days=90)))
    assert titles(desk, make_case(desk)) == ["Einmal Schwimmen"]


def test_a_voucher_goes_to_the_families_it_is_for(desk):
    for audience in Audience:
        added(desk, VoucherDraft(audience.value, audience=audience))
    assert titles(desk, make_case(desk)) == ["everybody"]
    with_child = titles(desk, make_case(desk, children=1))
    assert "children" in with_child
    assert not {"partner", "elders"} & set(with_child)


def test_an_archived_one_is_printed_no_more_until_it_is_back(desk):
    case = make_case(desk)
    key = added(desk, SWIM)
    desk.vouchers.archive(key)
    assert titles(desk, case) == []
    assert desk.vouchers.all()[0].archived_on == TODAY
    desk.vouchers.restore(key)
    assert titles(desk, case) == ["Einmal Schwimmen"]


def test_where_nobody_takes_it_any_more_it_is_left_out(desk):
    case, pool = make_case(desk), make_provider(desk, organisation="Hallenbad")
    added(desk, replace(SWIM, provider=pool))
    assert titles(desk, case) == ["Einmal Schwimmen"]
    desk.providers.archive(pool, "geschlossen")
    assert titles(desk, case) == []


@pytest.mark.parametrize(
    ("draft", "reason", "field"),
    [
        (VoucherDraft("  "), Reason.BLANK, "title"),
        (
            replace(SWIM, valid_from=date(2027, 2, 1), valid_to=date(2027, 1, 31)),
            Reason.ENDS_BEFORE_IT_BEGINS,
            "valid_to",
        ),
        (replace(SWIM, provider=999), Reason.NO_SUCH_PROVIDER, ""),
    ],
)
def test_what_cannot_be_is_refused_and_nothing_is_kept(desk, draft, reason, field):
    with pytest.raises(Refused) as refused:
        desk.vouchers.add(draft)
    assert (refused.value.reason, refused.value.field) == (reason, field)
    assert desk.vouchers.all() == ()


def test_one_that_is_not_there_is_refused(desk):
    for act in (
        lambda: desk.vouchers.edit(7, SWIM),
        lambda: desk.vouchers.archive(7),
        lambda: desk.vouchers.restore(7),
    ):
        with pytest.raises(Refused) as refused:
            act()
        assert refused.value.reason is Reason.NO_SUCH_VOUCHER


def test_those_in_use_are_listed_before_the_archived_ones(desk):
    for title in ("Zoo", "Bücherei", "Aquarium"):
        added(desk, VoucherDraft(title))
    desk.vouchers.archive(3)
    assert [each.draft.title for each in desk.vouchers.all()] == ["Bücherei", "Zoo", "Aquarium"]
