"""Whether two places are in one town, by what a directory entry tells."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest

from planner.schedule.towns import same_town
from tests.builders import make_place, text

CHENGDU, SHANGHAI = text("Chengdu", "成都"), text("Shanghai", "上海")
HERE = {"latitude_deg": Decimal("30.57"), "longitude_deg": Decimal("104.06")}
AIRPORT = {"latitude_deg": Decimal("30.29"), "longitude_deg": Decimal("104.44")}
FAR = {"latitude_deg": Decimal("31.14"), "longitude_deg": Decimal("121.80")}


@pytest.mark.parametrize(
    ("one", "other", "said"),
    [
        ({}, {}, None),
        ({"country": "CN"}, {"country": "NZ"}, False),
        ({"country": ""}, {"country": "NZ"}, None),
        ({"city": CHENGDU}, {"city": text("CHENGDU")}, True),
        ({"city": CHENGDU}, {"city": text("", "成都")}, True),
        ({"city": CHENGDU}, {"city": SHANGHAI}, False),
        ({"city": CHENGDU}, {}, None),
        ({"subdivision": "SC"}, {"subdivision": "SH"}, False),
        ({"subdivision": "SC"}, {"subdivision": "SC"}, None),
        (HERE, AIRPORT, True),
        (HERE, FAR, False),
        (HERE, HERE, True),
        (HERE, {"latitude_deg": Decimal(30)}, None),
    ],
)
def test_two_places(one: dict[str, Any], other: dict[str, Any], said: bool | None) -> None:
    first, second = make_place(id="one", **one), make_place(id="other", **other)
    assert same_town(first, second) is said
    assert same_town(second, first) is said


def test_a_place_is_in_its_own_town() -> None:
    assert same_town(make_place(id="one"), make_place(id="one"))
