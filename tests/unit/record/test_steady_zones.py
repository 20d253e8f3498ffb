"""Zones reckoned without a table give what the IANA database gives."""

from __future__ import annotations

import datetime as dt
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planner.record.when import When


@pytest.mark.parametrize("zone", ["Asia/Shanghai", "Asia/Hong_Kong", "Asia/Macau", "Asia/Taipei"])
@given(
    date=st.dates(dt.date(1985, 1, 1), dt.date(2199, 12, 31)),
    time=st.times().map(lambda time: time.replace(microsecond=0)),
    fold=st.sampled_from((0, 1)),
)
def test_an_instant_in_china_is_that_of_the_database(
    zone: str, date: dt.date, time: dt.time, fold: int
) -> None:
    table = dt.datetime.combine(date, time.replace(fold=fold), ZoneInfo(zone)).astimezone(dt.UTC)
    when = When(date=date, time=time, zone=zone, fold=fold)
    assert when.utc == table
    assert when.utc is not None
    assert when.utc.tzinfo is dt.UTC
