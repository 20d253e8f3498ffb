"""Every dated thing of a journey is one mark on one lane, where the record says it is."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given, settings

from planner.itinerary.item import Standing
from planner.itinerary.lanes.days import days
from planner.itinerary.lanes.mark import Lane
from planner.itinerary.lanes.timeline import timeline
from planner.record.document import DocumentState
from planner.record.fraction import FractionState
from planner.record.journey import Journey
from planner.record.lookup import kind_of, things
from planner.record.shape import Kind, parts
from planner.record.thing import Thing
from planner.record.when import When
from planner.reference.reference import Calendars
from planner.schedule.permitted_stay import permitted_stay
from tests.builders import (
    at,
    day,
    make_course,
    make_document,
    make_entry,
    make_journey,
    make_leg,
    make_passport,
    make_task,
    make_traveller,
    make_visa,
    text,
)
from tests.builders.hard_journeys import HARD_JOURNEYS
from tests.builders.several_stays import several_stays
from tests.builders.strategies import journeys
from tests.unit.schedule.slip.worked import sample

JOURNEYS = [sample(), several_stays(), *(make() for make, _ in HARD_JOURNEYS.values())]
#: Things of the journey that happen on no day of it: shared entries, people, and what is nested in others.
NOT_ON_IT = {
    "journey",
    "agency",
    "case-manager",
    "place",
    "contact",
    "traveller",
    "medicine",
    "sending",
    "acknowledgement",
}


def dates_of(thing: Thing) -> Iterator[dt.date | When]:
    """The dates a thing holds itself, not those of the things within it."""
    for shape, held in parts(thing):
        if held is not None and not shape.many and (shape.kind is Kind.DATE or shape.type is When):
            yield held


def dated(journey: Journey) -> set[str]:
    kinds: dict[str, Any] = {one.id: one for one in things(journey)}
    found = {id for id, one in kinds.items() if kind_of(type(one)) not in NOT_ON_IT and any(dates_of(one))}
    courses = {one.id for one in journey.courses if any(fraction.stands for fraction in one.fractions)}
    deposits = {one.id for one in journey.deposits if one.balances}
    came = {one.id for one in journey.documents if any(e.state not in WANTED for e in one.events)}
    return found | courses | deposits | came


WANTED = (DocumentState.NEEDED, DocumentState.REQUESTED)


def assert_each_once(journey: Journey) -> None:
    marks = [mark for lane in timeline(journey).marks.values() for mark in lane]
    assert [id for id, count in Counter(mark.id for mark in marks).items() if count > 1] == []
    assert {mark.thing for mark in marks} == dated(journey)
    assert {mark.kind for mark in marks if mark.of} <= {"longer-stay"}, "only these have a mark more"


@pytest.mark.parametrize("journey", JOURNEYS, ids=lambda one: one.id)
def test_every_dated_thing_is_on_exactly_one_lane(journey: Journey) -> None:
    assert_each_once(journey)


@given(journeys())
@settings(max_examples=60)
def test_every_dated_thing_of_any_journey_is_on_exactly_one_lane(journey: Journey) -> None:
    assert_each_once(journey)


@given(journeys())
@settings(max_examples=30)
def test_marks_are_in_order_of_time_and_within_the_reach_of_the_timeline(journey: Journey) -> None:
    line = timeline(journey)
    for lane, marks in line.marks.items():
        assert all(mark.lane is lane for mark in marks)
        assert all(mark.first <= mark.last for mark in marks)
        for mark in marks:
            if not mark.is_far:
                assert line.first is not None
                assert line.last is not None
                assert line.first <= mark.first
                assert mark.last <= line.last


@pytest.mark.parametrize("journey", JOURNEYS, ids=lambda one: one.id)
def test_bands_are_the_permitted_stays_own_dates(journey: Journey) -> None:
    visas = {visa.id: visa for visa in journey.visas}
    marks = {mark.id: mark for mark in timeline(journey).marks[Lane.STAY]}
    entered = [entry for entry in journey.entries if entry.entered is not None]
    assert entered
    for entry in entered:
        permitted = permitted_stay(entry, visas.get(entry.visa) if entry.visa else None, journey.zone)
        mark = marks[entry.id]
        assert mark.first == (entry.entered.seen_from(journey.zone) or entry.entered).date
        last = permitted.last_day or permitted.safe_last_day
        longer = [marks[f"{one.id}/until"] for one in entry.extensions if f"{one.id}/until" in marks]
        sure = [one for one in longer if one.standing is Standing.CONFIRMED]
        assert max([mark, *sure], key=lambda one: one.last).ends == (last if last else mark.left)
        assert sure or mark.permitted == permitted


def test_a_document_stands_at_its_deadline_until_it_is_there() -> None:
    wanted = make_document(id="d", needed_by=day("2027-03-01"), received_on=None, state=DocumentState.NEEDED)
    [mark] = timeline(make_journey(documents=(wanted,))).marks[Lane.DOCUMENTS][:1]
    assert (mark.first, mark.is_limit, mark.still) == (day("2027-03-01"), True, None)
    assert mark.is_late(day("2027-03-02"))
    assert not mark.is_late(day("2027-03-01"))
    came = replace(wanted, state=DocumentState.RECEIVED, received_on=day("2027-02-20"))
    marks = timeline(make_journey(documents=(came,))).marks[Lane.DOCUMENTS]
    mark = next(one for one in marks if one.id == "d")
    assert (mark.first, mark.is_limit) == (day("2027-02-20"), False)
    assert mark.still is not None


def test_the_end_of_a_passport_does_not_stretch_the_journey() -> None:
    traveller = make_traveller(passports=(make_passport(id="p", expires_on=day("2034-05-03")),))
    line = timeline(make_journey(travellers=(traveller,), tasks=(make_task(due_on=day("2027-03-01")),)))
    assert line.mark("p") is not None
    assert line.last == day("2027-03-01")


def test_delivered_sessions_stay_and_say_so() -> None:
    course = make_course(count=2)
    given_ = replace(course.fractions[0], state=FractionState.DELIVERED)
    course = replace(course, fractions=(given_, course.fractions[1]))
    line = timeline(make_journey(courses=(course,)))
    done, coming = (line.mark(one.id) for one in course.fractions)
    assert done is not None
    assert coming is not None
    assert (done.standing, coming.standing) == (Standing.DONE, Standing.TO_BE_CONFIRMED)
    assert str(done.still) == "Session 1 was delivered on 2027-04-06; it stays where it is."
    assert coming.still is None


def test_a_leg_reaches_from_departure_to_arrival_and_the_exit_is_seen_from_the_country() -> None:
    leg = make_leg(
        id="home",
        departs=at("2027-04-29 01:30"),
        arrives=at("2027-04-29 17:40", "Pacific/Auckland"),
    )
    visa = make_visa(id="v", stay_days=60)
    exited = at("2027-04-29 05:30", "Pacific/Auckland")
    entry = make_entry(id="e", visa="v", entered=at("2027-03-08 05:35"), exited=exited)
    line = timeline(make_journey(legs=(leg,), visas=(visa,), entries=(entry,)))
    flight, stay = line.mark("home"), line.mark("e")
    assert flight is not None
    assert stay is not None
    assert flight.ends == leg.arrives
    assert stay.left == at("2027-04-29 01:30")


def test_a_journey_without_a_date_has_no_reach() -> None:
    line = timeline(make_journey(travellers=(), tasks=(make_task(due_on=None, title=text("Ring")),)))
    assert (line.first, line.last) == (None, None)
    assert set(line.marks) == set(Lane)


def test_days_name_holidays_and_make_up_workdays_and_say_which_years_are_awaited() -> None:
    found = days(make_journey(), Calendars(), day("2026-09-01"), day("2027-02-01"))
    assert found.is_off(day("2026-10-01"))
    assert str(found.special[day("2026-10-01")].name) == "National Day"
    worked = found.special[day("2026-10-10")]
    assert worked.is_makeup
    assert not found.is_off(day("2026-10-10"))
    assert found.is_off(day("2026-10-11"))
    assert found.awaited == (2027,)
    assert found.special[day("2027-01-01")].is_provisional
