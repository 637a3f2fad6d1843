"""Groups of dots where they are dense, and the pictures of the marks."""

from __future__ import annotations

from math import hypot

from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtGui import QColor

from ui import theme
from ui.widgets.map_marks import DOT, Grouping, Mark, Sprites, grouped

PLACE = st.tuples(st.floats(-40, 40), st.floats(-40, 40))


@given(st.lists(PLACE, max_size=60), st.floats(0.05, 20))
def test_every_mark_is_in_one_group_near_where_that_stands(places, near):
    found = grouped(places, near)
    members = sorted(index for group in found for index in group.members)
    assert members == list(range(len(places)))
    for group in found:
        assert list(group.members) == sorted(group.members)
        for index in group.members:
            x, y = places[index]
            assert hypot(x - group.place[0], y - group.place[1]) < near


@given(st.lists(PLACE, min_size=1, max_size=40), st.floats(0.05, 20))
def test_no_two_groups_stand_nearer_than_a_cell(places, near):
    stand = [group.place for group in grouped(places, near)]
    for at, one in enumerate(stand):
        for other in stand[at + 1 :]:
            assert hypot(one[0] - other[0], one[1] - other[1]) >= near


@given(st.lists(PLACE, max_size=30, unique=True), st.randoms())
def test_the_order_of_the_list_does_not_matter(places, dice):
    mixed = list(places)
    dice.shuffle(mixed)

    def told(order):
        return {frozenset(order[index] for index in group.members) for group in grouped(order, 3.0)}

    assert told(places) == told(mixed)


def test_a_group_stands_where_it_is_densest():
    (group,) = grouped([(0.1, 0.1), (1.9, 1.0), (1.0, 1.0), (1.1, 1.2)], 2)
    assert group.place == (1.0, 1.0)
    assert not group.is_one


def test_nearer_a_group_falls_apart_and_new_marks_are_grouped_anew():
    grouping = Grouping()
    grouping.set_marks([Mark(1, "A", (0, 0), "baby"), Mark(2, "B", (1, 0), "baby")])
    assert [len(group.members) for group in grouping.at(10, 24)] == [2]
    assert [len(group.members) for group in grouping.at(30, 24)] == [1, 1]
    grouping.set_marks([Mark(1, "A", (0, 0), "baby")])
    assert [len(group.members) for group in grouping.at(10, 24)] == [1]


def test_marks_differ_by_kind_by_number_and_by_being_chosen(dressed):
    sprites = Sprites(theme.LIGHT, 1.0)
    kita, school = Mark(1, "A", (0, 0), "baby"), Mark(2, "B", (0, 0), "school")
    third = Mark(3, "C", (0, 0), "baby", number=3)
    pictures = [
        sprites.dot(kita),
        sprites.dot(school),
        sprites.dot(third),
        sprites.chosen(third),
        sprites.group(3),
        sprites.group(1_234),
        sprites.place("house"),
        sprites.tag("ungefähr: Ortsmitte"),
    ]
    images = [picture.toImage() for picture in pictures]
    for at, one in enumerate(images):
        assert all(one != other for other in images[at + 1 :])
    assert sprites.dot(kita) is sprites.dot(Mark(9, "Z", (5, 5), "baby"))
    assert images[3].pixelColor(5, 14) == QColor(theme.LIGHT.accent)


def test_marks_grow_with_the_text_and_stay_sharp_on_a_dense_screen(looks):
    sprites = Sprites(theme.LIGHT, 1.0)
    assert sprites.fit(theme.LIGHT, 1.0)
    assert sprites.dot_wide == DOT
    looks(percent=200)
    assert not sprites.fit(theme.LIGHT, 1.0)
    larger = Sprites(theme.LIGHT, 2.0)
    assert larger.dot_wide == 2 * DOT
    assert larger.group_wide(5) < larger.group_wide(5_000) <= larger.most_wide
    assert larger.dot(Mark(1, "A", (0, 0), "baby")).width() == 4 * DOT
