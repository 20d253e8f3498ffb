from __future__ import annotations

import pytest

from planner.reference.region import region_of


@pytest.mark.parametrize(
    ("country", "subdivision", "region"),
    [
        ("CN", "SC", "CN"),
        ("CN", "", "CN"),
        ("CN", "HK", "HK"),
        ("CN", "TW", "TW"),
        ("HK", "", "HK"),
        ("NZ", "AUK", "NZ-AUK"),
        ("NZ", "", "NZ"),
        ("AU", "VIC", "AU-VIC"),
        ("RU", "MOW", "RU"),
        ("", "", ""),
    ],
)
def test_the_region_whose_holidays_a_place_keeps(country: str, subdivision: str, region: str) -> None:
    assert region_of(country, subdivision) == region
