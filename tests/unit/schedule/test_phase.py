"""The phase of a journey follows from its dates; a plan for later never pulls it forward."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest

from planner.imports.journey_file import open_file
from planner.record.journey import Journey, JourneyState
from planner.record.visa import VisaState
from planner.schedule.phase import Phase, phase
from planner.session.importing import sample_file


@pytest.fixture(scope="module")
def sample() -> Journey:
    return open_file(sample_file()).journey


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        ("2026-11-23", Phase.BOARD),  # the board is fixed, nothing has met yet
        ("2027-01-06", Phase.ACCEPTANCE),  # the day of the board
        ("2027-01-25", Phase.VISA),  # the forms are in
        ("2027-02-17", Phase.READY),  # both visas collected
        ("2027-03-07", Phase.READY),  # on the way, not yet there
        ("2027-03-08", Phase.WORK_UP),
        ("2027-03-22", Phase.PLANNING),
        ("2027-04-05", Phase.PLANNING),  # the day before fraction 1
        ("2027-04-06", Phase.TREATMENT),
        ("2027-04-26", Phase.TREATMENT),  # the day of fraction 15
        ("2027-04-27", Phase.DISCHARGE),
        ("2027-04-29", Phase.DISCHARGE),  # the day of departure
        ("2027-04-30", Phase.FOLLOW_UP),
    ],
)
def test_the_phase_of_the_sample_on_each_turning_day(sample: Journey, day: str, expected: Phase) -> None:
    assert phase(sample, dt.date.fromisoformat(day)) is expected


def test_a_closed_journey_has_no_other_phase(sample: Journey) -> None:
    closed = replace(sample, state=JourneyState.CLOSED)
    assert phase(closed, dt.date(2027, 4, 6)) is Phase.CLOSED


def test_one_visa_of_two_is_not_ready_to_go(sample: Journey) -> None:
    first, second = sample.visas
    refused = replace(sample, visas=(first, replace(second, state=VisaState.REFUSED)))
    assert phase(refused, dt.date(2027, 2, 20)) is Phase.VISA


def test_an_empty_journey_gathers_its_records(sample: Journey) -> None:
    empty = Journey(id=sample.id, agency=sample.agency)
    assert phase(empty, dt.date(2027, 4, 6)) is Phase.RECORDS
