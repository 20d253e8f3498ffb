"""Moments as numbers: the same instants as the clocks of each zone show, and the same order."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest
from hypothesis import given

from planner.record.when import When, order_key
from planner.schedule import instant as instants
from planner.schedule.instant import DAY, instant, start_of
from tests.builders import at, whens

_YEAR_ONE = dt.datetime(1, 1, 1, tzinfo=dt.UTC)


def seconds(moment: dt.datetime) -> int:
    return int((moment - _YEAR_ONE).total_seconds()) + DAY


@given(whens())
def test_a_moment_is_the_same_as_by_the_zones_own_clock(when: When) -> None:
    assert instant(when) == (None if when.utc is None else seconds(when.utc))
    assert start_of(when) == seconds(order_key(when)[0])


def test_no_moment_has_no_number() -> None:
    assert instant(None) is None


@pytest.mark.parametrize("hour", range(24))
@pytest.mark.parametrize("fold", [0, 1])
@pytest.mark.parametrize(
    ("day", "zone"),
    [
        ("2027-04-04", "Pacific/Auckland"),  # clocks go back
        ("2026-09-27", "Pacific/Auckland"),  # clocks go forward
        ("2027-04-04", "Australia/Lord_Howe"),  # by half an hour
        ("2011-12-29", "Pacific/Apia"),  # the day before the one that Samoa left out
    ],
)
def test_days_on_which_clocks_change(day: str, zone: str, hour: int, fold: int) -> None:
    when = replace(at(f"{day} {hour:02}:30", zone), fold=fold)
    assert when.utc is not None
    assert instant(when) == seconds(when.utc)


def test_what_is_remembered_has_an_end(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(instants, "_MOST_REMEMBERED", 2)
    days = [at(f"2027-03-{day:02} 10:20") for day in range(1, 9)]
    assert [instant(when) for when in days] == [instant(replace(when)) for when in days]
