"""The itinerary of the sample against the worked record of domain facts 8.1: dates, both clocks, tally."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from planner.imports.journey_file import read
from planner.itinerary.audience import refusal
from planner.itinerary.build import build
from planner.itinerary.item import Item, ItemKind, Itinerary
from planner.record.consent import Audience
from planner.record.journey import Journey
from tests.builders.make import CHINA, NEW_ZEALAND, at, day
from tests.unit.itinerary.looking import day_of, facts, items
from tests.unit.itinerary.timeline import words

K = ItemKind


@pytest.fixture(scope="module")
def sample(project: Path) -> Journey:
    file = project / "resources" / "sample" / "sample.journey.json"
    return read(file.read_bytes(), file=file.name).journey


@pytest.fixture(scope="module")
def patients(sample: Journey) -> Itinerary:
    return build(sample, Audience.PATIENT, today=day("2027-03-01"))


def clocks(item: Item) -> tuple[str, str]:
    """The time in China and that in New Zealand, ``""`` where the copy tells but one."""
    told = [when for when in (item.starts, item.home, facts(item).get("Time at the hospital")) if when]
    times = {when.zone: f"{when.time:%H:%M}" for when in told if when.time}
    return times.get(CHINA, ""), times.get(NEW_ZEALAND, "")


@pytest.mark.parametrize(
    ("date", "kind", "china", "new_zealand"),
    [
        ("2026-12-22", K.CONSULTATION, "14:00", "19:00"),
        ("2027-01-06", K.MDT, "15:00", "20:00"),
        ("2027-01-22", K.PAYMENT, "", ""),
        ("2027-01-25", K.VISA_STEP, "", ""),
        ("2027-02-03", K.VISA_STEP, "", ""),
        ("2027-02-17", K.VISA_STEP, "", ""),
        ("2027-03-06", K.DOCUMENT, "", ""),
        ("2027-03-07", K.FLIGHT, "", "22:00"),
        ("2027-03-08", K.ARRIVAL, "05:35", "10:35"),
        ("2027-03-09", K.CONSULTATION, "09:30", "14:30"),
        ("2027-03-12", K.PROCEDURE, "08:30", "13:30"),
        ("2027-03-22", K.SIMULATION, "13:00", "18:00"),
        ("2027-04-02", K.PLANNING, "16:00", "21:00"),
        ("2027-04-06", K.FRACTION, "10:20", "14:20"),
        ("2027-04-08", K.REVIEW, "11:00", "15:00"),
        ("2027-04-15", K.REVIEW, "11:00", "15:00"),
        ("2027-04-22", K.REVIEW, "11:00", "15:00"),
        ("2027-04-26", K.FRACTION, "10:20", "14:20"),
        ("2027-04-27", K.REVIEW, "09:00", "13:00"),
        ("2027-04-28", K.CHECK_OUT, "21:30", ""),
        ("2027-04-29", K.FLIGHT, "01:30", "05:30"),
        ("2027-05-26", K.REVIEW, "", ""),
        ("2027-07-27", K.REVIEW, "", ""),
        ("2027-08-04", K.REVIEW, "10:00", "14:00"),
    ],
)
def test_each_row_of_the_worked_record_stands_on_its_day_with_both_clocks(
    patients: Itinerary, date: str, kind: ItemKind, china: str, new_zealand: str
) -> None:
    found = [item for item in items(patients) if item.on == day(date) and item.kind is kind]
    assert found, f"nothing of that kind on {date}"
    assert clocks(found[0]) == (china, new_zealand)


def test_the_flight_home_lands_by_the_clock_at_home(patients: Itinerary) -> None:
    (flight,) = [i for i in items(patients) if i.kind is K.FLIGHT and i.on == day("2027-04-29")]
    assert flight.ends == at("2027-04-29 17:40", NEW_ZEALAND)
    assert any("Wed 28 Apr" in words(line) and "Thu 29 Apr" in words(line) for line in flight.important)
    (evening,) = [i for i in items(patients) if i.kind is K.NOTICE]
    assert (evening.on, evening.starts) == (day("2027-04-28"), at("2027-04-28 21:30"))
    assert "Thu 29 Apr" in words(evening.important[0])


def test_fifteen_sessions_fall_on_the_days_of_the_worked_record(patients: Itinerary) -> None:
    sessions = [item for item in items(patients) if item.kind is K.FRACTION]
    april = [6, 7, 8, 9, 12, 13, 14, 15, 16, 19, 20, 21, 22, 23, 26]
    assert [item.on for item in sessions] == [dt.date(2027, 4, number) for number in april]
    assert [(item.number, item.total) for item in sessions] == [(n, 15) for n in range(1, 16)]
    assert all(item.provisional for item in sessions)
    (course,) = patients.courses
    assert (course.overall_days, course.longest_gap_days) == (21, 3)
    assert str(course.total_dose_gy_rbe) == "58.05"


def test_the_stay_ends_on_6_may_by_either_count_with_the_duty_24_hours_after_landing(
    patients: Itinerary,
) -> None:
    (stay,) = patients.stays
    assert (stay.last_day, stay.careful_last_day) == (day("2027-05-06"), day("2027-05-06"))
    assert (stay.apply_by, stay.enter_by) == (day("2027-04-29"), day("2027-05-17"))
    assert stay.register_by == at("2027-03-09 05:35")
    (duty,) = [item for item in items(patients) if item.kind is K.REGISTRATION]
    assert (duty.on, duty.ends) == (day("2027-03-08"), at("2027-03-09 05:35"))


def test_every_day_from_leaving_home_to_being_back_has_a_page_and_a_night(patients: Itinerary) -> None:
    dates = [page.date for page in patients.days]
    first, last = day("2027-03-07"), day("2027-04-29")
    assert dates == [first + dt.timedelta(n) for n in range((last - first).days + 1)]
    assert all(page.sleeps_at or page.night for page in patients.days[:-1])
    assert patients.days[-1].sleeps_at is None


def test_the_gap_to_home_shrinks_on_4_april_and_qingming_is_closed(patients: Itinerary) -> None:
    gaps = {page.date: page.home_gap_hours for page in patients.days}
    assert (gaps[day("2027-04-03")], gaps[day("2027-04-04")]) == (5, 4)
    assert "Clocks at home go back" in words(day_of(patients, day("2027-04-04")).notes[0])
    qingming = [words(note) for note in day_of(patients, day("2027-04-05")).notes]
    assert qingming == ["Public holiday: Qingming Festival.", "The treatment centre is closed."]


def test_the_days_of_planning_are_told_though_nobody_need_come(patients: Itinerary) -> None:
    for date in ("2027-03-24", "2027-04-01"):
        page = day_of(patients, day(date))
        assert page.items == ()
        assert "until Thu 1 Apr 2027" in words(page.notes[0])


def test_every_copy_of_the_sample_may_be_made(sample: Journey) -> None:
    assert {audience: refusal(sample, audience, day("2027-03-01")) for audience in Audience} == dict.fromkeys(
        Audience
    )
