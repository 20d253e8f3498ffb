"""A place and a person are never one entry, whatever they share."""

from __future__ import annotations

from planner.reference.likely_same import likely_same
from tests.builders import make_contact, make_place, text

NAME = text("Jia Memorial", "甲纪念")
PLACE = make_place(id="place", name=NAME, telephone="+86 28 1000 0000")
PERSON = make_contact(id="person", name=NAME, telephone="+86 28 1000 0000")


def test_a_place_and_a_person_of_one_name_and_telephone_are_two() -> None:
    assert likely_same(PLACE, (PERSON,)) == ()
    assert likely_same(PERSON, (PLACE,)) == ()


def test_among_both_only_those_of_its_own_sort_are_found() -> None:
    place, person = make_place(id="place-2", name=NAME), make_contact(id="person-2", name=NAME)
    assert likely_same(PLACE, (PERSON, place, person)) == (place,)  # type: ignore[type-var]
    assert likely_same(PERSON, (PLACE, place, person)) == (person,)  # type: ignore[type-var]
