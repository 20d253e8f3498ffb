"""Unknown fields find their place again after edits, and never land on something else."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planner.record.codec import encode
from planner.record.journey import Extra, Journey
from planner.record.leg import Leg, Seat
from planner.record.traveller import Allergy
from planner.record.unknown_fields import item_step, pointer, steps_of, weave
from tests.builders import COMPANION, PATIENT, make_companion, make_journey, make_leg, make_traveller, text


@given(st.lists(st.text(), min_size=1))
def test_a_pointer_leads_back_to_its_steps(steps: list[str]) -> None:
    assert steps_of(pointer(steps)) == tuple(steps)


def journey(*seats: Seat) -> Journey:
    travellers = (make_traveller(), make_companion())
    return make_journey(travellers=travellers, legs=(make_leg(id="leg-out", seats=seats),))


def woven(journey: Journey, *extras: tuple[str, str]) -> dict:
    tree = encode(journey)
    weave(tree, Journey, [Extra(pointer=pointer, json=json) for pointer, json in extras])
    return tree


ALLERGIES = tuple(Allergy(substance=text(words)) for words in ("penicillin", "latex", "iodine"))
GLOVES = Allergy(substance=text("latex gloves"))


@pytest.mark.parametrize(
    ("now", "found"),
    [
        (ALLERGIES, 1),
        (ALLERGIES[1:], 0),  # the one before it was removed
        ((ALLERGIES[2], ALLERGIES[0], ALLERGIES[1]), 2),  # they were put in another order
        ((ALLERGIES[0], GLOVES, ALLERGIES[2]), 1),  # it was edited in place
        ((ALLERGIES[0], ALLERGIES[2]), None),  # it was removed: no other may inherit what it had
        ((), None),
    ],
)
def test_an_item_without_an_id_is_known_by_its_contents_then_by_its_place(
    now: tuple[Allergy, ...], found: int | None
) -> None:
    owner = f"travellers/{PATIENT}/allergies/{item_step(encode(ALLERGIES[1]), 1, 3)}"
    tree = woven(make_journey(travellers=(make_traveller(allergies=now),)), (f"{owner}/since", "1990"))
    marked = [allergy.get("since") == 1990 for allergy in tree["travellers"][0].get("allergies", [])]
    assert marked == [place == found for place in range(len(now))]


def test_a_field_returns_to_its_leg_by_id() -> None:
    extra = ("legs/leg-out/lounge", '{"name":"Koru"}')
    one = journey()
    other = replace(one, legs=(make_leg(id="leg-before"), *one.legs))
    assert woven(one, extra)["legs"][0]["lounge"] == {"name": "Koru"}
    assert [leg.get("lounge") for leg in woven(other, extra)["legs"]] == [None, {"name": "Koru"}]


def test_a_field_of_a_value_left_out_for_being_empty_brings_it_back() -> None:
    tree = woven(journey(), ("legs/leg-out/origin_detail/map", "1"), ("legs/leg-out/origin_detail/pin", "2"))
    assert tree["legs"][0]["origin_detail"] == {"map": 1, "pin": 2}


def test_two_fields_of_one_seat_both_return_to_it() -> None:
    seats = (Seat(traveller=PATIENT, seat="31C"), Seat(traveller=COMPANION, seat="31D"))
    step = item_step(encode(seats[1]), 1, 2)
    tree = woven(
        journey(*seats), (f"legs/leg-out/seats/{step}/paid", "true"), (f"legs/leg-out/seats/{step}/row", "31")
    )
    assert tree["legs"][0]["seats"][1] == {"traveller": COMPANION, "seat": "31D", "paid": True, "row": 31}
    assert "paid" not in tree["legs"][0]["seats"][0]


@pytest.mark.parametrize(
    "place",
    [
        "legs/gone/lounge",  # the leg was removed
        "legs/leg-out",  # a known field by now
        "legs/leg-out/number",
        "legs/leg-out/arrives_at/gate",  # within a field that is itself not known
        "legs/leg-out/driver/age",  # within a plain value
        "legs/leg-out/check_in/desk",  # within a value that is not there any more
        "legs/leg-out/seats/0.1.abcdef/paid",
        "legs/leg-out/seats",
    ],
)
def test_a_field_whose_place_is_gone_is_left_out(place: str) -> None:
    one = journey()
    assert woven(one, (place, "1")) == encode(one)


def test_nothing_is_woven_into_a_leg_alone_without_extras() -> None:
    tree = encode(make_leg(id="leg"))
    weave(tree, Leg, [])
    assert tree == encode(make_leg(id="leg"))
