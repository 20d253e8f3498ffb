"""The last legal day, by the worked records of the domain facts (3.2, 8.1, 8.3) and at its edges."""

from __future__ import annotations

import datetime as dt

import pytest

from planner.record.visa import (
    Entry,
    EntryBasis,
    ExtensionKind,
    ExtensionState,
    StayCounting,
    StayExtension,
    Visa,
)
from planner.record.when import When
from planner.schedule.permitted_stay import PermittedStay, last_day, permitted_stay, register_by
from tests.builders.make import CHINA, NEW_ZEALAND, at, day, make_entry, make_visa

FIRST, AFTER, HOURS = (
    StayCounting.ENTRY_DAY_IS_DAY_ONE,
    StayCounting.DAY_AFTER_ENTRY_IS_DAY_ONE,
    StayCounting.HOURS,
)


def stay(entry: Entry, visa: Visa | None) -> PermittedStay:
    return permitted_stay(entry, visa, CHINA)


def extension(until: str | None, state: ExtensionState = ExtensionState.GRANTED) -> StayExtension:
    return StayExtension(
        id=f"extension-{until}",
        kind=ExtensionKind.EXTENSION,
        state=state,
        until=day(until) if until else None,
    )


def test_an_s2_of_60_days_entered_on_8_march_ends_on_6_may() -> None:
    found = stay(make_entry(), make_visa(counting=FIRST))
    assert found.last_day == found.careful_last_day == found.safe_last_day == day("2027-05-06")
    assert found.apply_by == day("2027-04-29")
    assert found.register_by == at("2027-03-09 05:35")


def test_counted_from_the_day_after_it_ends_a_day_later_and_the_careful_line_stays() -> None:
    found = stay(make_entry(), make_visa(counting=AFTER))
    assert found.last_day == day("2027-05-07")
    assert found.careful_last_day == found.safe_last_day == day("2027-05-06")
    assert found.apply_by == day("2027-04-30")


def test_visa_free_entered_on_9_november_ends_on_9_december_with_the_alarm_on_the_2nd() -> None:
    entry = make_entry(entered=at("2026-11-09 14:00"))
    policy = make_visa(basis=EntryBasis.UNILATERAL_VISA_FREE, stay_days=30, counting=AFTER)
    found = stay(entry, policy)
    assert found.last_day == day("2026-12-09")
    assert found.careful_last_day == day("2026-12-08")
    assert found.apply_by == day("2026-12-02")


def test_where_nobody_states_the_counting_only_the_careful_line_is_known() -> None:
    found = stay(make_entry(), make_visa(counting=None))
    assert found.last_day is None
    assert found.careful_last_day == found.safe_last_day == day("2027-05-06")
    assert found.apply_by == day("2027-04-29")


def test_a_stay_in_hours_ends_at_a_moment_known_only_with_the_time_of_entry() -> None:
    transit = make_visa(basis=EntryBasis.TRANSIT_240H, stay_days=10, counting=HOURS)
    timed = stay(make_entry(entered=at("2027-03-08 05:35")), transit)
    assert timed.last_moment == at("2027-03-18 05:35")
    assert timed.last_day == day("2027-03-18")
    assert timed.careful_last_day == timed.safe_last_day == day("2027-03-17")
    untimed = stay(make_entry(entered=at("2027-03-08")), transit)
    assert untimed.last_moment is None
    assert untimed.last_day is None
    assert untimed.safe_last_day == day("2027-03-17")


def test_a_stamp_beats_any_counting_and_a_granted_extension_beats_the_stamp() -> None:
    visa = make_visa(counting=AFTER)
    stamped = make_entry(stamped_until=day("2027-05-01"))
    assert stay(stamped, visa).last_day == stay(stamped, visa).careful_last_day == day("2027-05-01")
    extended = make_entry(
        stamped_until=day("2027-05-01"),
        extensions=(extension("2027-05-20"), extension("2027-06-10"), extension(None)),
    )
    assert stay(extended, visa).last_day == day("2027-06-10")
    assert stay(extended, visa).apply_by == day("2027-06-03")


@pytest.mark.parametrize("state", [s for s in ExtensionState if s is not ExtensionState.GRANTED])
def test_an_extension_only_asked_for_gives_nobody_a_day(state: ExtensionState) -> None:
    entry = make_entry(extensions=(extension("2027-06-10", state),))
    assert stay(entry, make_visa(counting=FIRST)).last_day == day("2027-05-06")


def test_a_stamp_is_known_even_without_a_visa_or_an_entry() -> None:
    found = stay(make_entry(entered=None, stamped_until=day("2027-05-01")), None)
    assert found.last_day == day("2027-05-01")
    assert found.register_by is None


@pytest.mark.parametrize(
    ("entry", "visa"),
    [
        (make_entry(entered=None), make_visa(counting=FIRST)),
        (make_entry(), None),
        (make_entry(), make_visa(counting=FIRST, stay_days=None)),
    ],
)
def test_what_a_stay_needs_and_nobody_knows_is_never_guessed(entry: Entry, visa: Visa | None) -> None:
    found = stay(entry, visa)
    assert (found.last_day, found.careful_last_day, found.safe_last_day, found.apply_by) == (None,) * 4


def test_an_entry_written_in_another_zone_counts_by_the_date_at_the_border() -> None:
    late = at("2027-03-09 03:00", NEW_ZEALAND)  # 22:00 on the 8th in China
    found = stay(make_entry(entered=late), make_visa(counting=FIRST))
    assert found.last_day == day("2027-05-06")
    assert found.register_by == at("2027-03-09 22:00")


def test_registration_is_due_24_hours_on_or_on_the_next_day_when_the_time_is_not_known() -> None:
    assert register_by(at("2027-03-08 23:59")) == at("2027-03-09 23:59")
    assert register_by(at("2027-03-08")) == at("2027-03-09")


def test_24_hours_are_24_hours_where_clocks_change_in_between() -> None:
    before = When(date=day("2027-04-03"), time=dt.time(12), zone=NEW_ZEALAND)
    assert register_by(before) == When(date=day("2027-04-04"), time=dt.time(11), zone=NEW_ZEALAND)


def test_one_day_counted_from_entry_is_that_day() -> None:
    assert last_day(day("2027-03-08"), 1, FIRST) == day("2027-03-08")
    assert last_day(day("2027-03-08"), 1, AFTER) == day("2027-03-09")
    assert last_day(day("2027-03-08"), 1, HOURS) is None
