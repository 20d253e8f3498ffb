"""What holds of any itinerary of any valid journey, however odd."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from planner.itinerary.audience import refusal
from planner.itinerary.build import build, items_of
from planner.itinerary.item import Item, Itinerary
from planner.record.consent import Audience
from planner.record.journey import Journey
from planner.record.money import Money
from planner.record.text import same
from planner.record.traveller import Allergy
from tests.builders.strategies import journeys
from tests.unit.itinerary.tree import leaves, words

TODAY = dt.date(2027, 3, 1)
AUDIENCES = st.sampled_from(list(Audience))


def all_items(itinerary: Itinerary) -> list[Item]:
    return [*itinerary.before, *(item for day in itinerary.days for item in day.items), *itinerary.after]


@settings(max_examples=100)
@given(journeys(), AUDIENCES)
def test_an_itinerary_can_be_made_of_any_journey(journey: Journey, audience: Audience) -> None:
    itinerary = build(journey, audience, today=TODAY)
    assert itinerary.audience is audience
    refusal(journey, audience, TODAY)


@settings(max_examples=40)
@given(journeys(), AUDIENCES)
def test_every_item_is_told_once_on_its_own_day_and_days_are_in_order(
    journey: Journey, audience: Audience
) -> None:
    itinerary = build(journey, audience, today=TODAY)
    items = all_items(itinerary)
    keys = [item.key for item in items]
    assert len(keys) == len(set(keys))
    assert tuple(items) == items_of(journey, audience, today=TODAY)
    dates = [day.date for day in itinerary.days]
    assert dates == sorted(set(dates))
    assert all(item.on == day.date for day in itinerary.days for item in day.items)
    if dates:
        assert all(item.on < dates[0] for item in itinerary.before)
        assert all(item.on > dates[-1] for item in itinerary.after)


SECRET = "SECRET-7531"


def poisoned(journey: Journey) -> Journey:
    """The same journey with one secret word wherever it says something that is no driver's business."""
    secret = same(SECRET)
    return replace(
        journey,
        diagnoses=tuple(replace(one, icd10=SECRET, summary=secret, site=secret) for one in journey.diagnoses),
        documents=tuple(replace(one, title=secret, number=SECRET) for one in journey.documents),
        visas=tuple(replace(one, number=SECRET, passport_number=SECRET) for one in journey.visas),
        payments=tuple(replace(one, what=secret, reference=SECRET) for one in journey.payments),
        tasks=tuple(replace(one, title=secret) for one in journey.tasks),
        mdt_meetings=tuple(replace(one, decision=secret) for one in journey.mdt_meetings),
        courses=tuple(replace(one, site=secret, room=secret) for one in journey.courses),
        appointments=tuple(
            replace(one, title=secret, room=secret, bring=(secret,), preparations=())
            for one in journey.appointments
        ),
        legs=tuple(
            replace(one, instructions=secret, booking=replace(one.booking, reference=SECRET))
            for one in journey.legs
        ),
        travellers=tuple(
            replace(
                one,
                allergies=(Allergy(substance=secret),),
                medicines=tuple(replace(medicine, name=secret) for medicine in one.medicines),
                passports=tuple(replace(passport, number=SECRET) for passport in one.passports),
                born_on=dt.date(1931, 7, 13),
                diet=secret,
                mobility=secret,
                home_address=secret,
            )
            for one in journey.travellers
        ),
    )


@settings(max_examples=60)
@given(journeys())
def test_no_driver_of_any_journey_is_told_what_is_not_theirs(journey: Journey) -> None:
    private = poisoned(journey)
    for driver in ("", *(contact.id for contact in journey.contacts)):
        copy = build(private, Audience.DRIVER, today=TODAY, recipient=driver)
        said = words(copy)
        assert SECRET not in said
        assert "1931-07-13" not in said
        assert Money not in list(leaves(copy))
