"""What holds of any itinerary of any valid journey, however odd."""

from __future__ import annotations

import datetime as dt

from hypothesis import given, settings
from hypothesis import strategies as st

from planner.itinerary.audience import refusal
from planner.itinerary.build import build, items_of
from planner.itinerary.item import Item, Itinerary
from planner.record.consent import Audience
from planner.record.journey import Journey
from tests.builders.strategies import journeys

TODAY = dt.date(2027, 3, 1)
AUDIENCES = st.sampled_from(list(Audience))


def all_items(itinerary: Itinerary) -> list[Item]:
    return [*itinerary.before, *(item for day in itinerary.days for item in day.items), *itinerary.after]


@settings(max_examples=150)
@given(journeys(), AUDIENCES)
def test_an_itinerary_can_be_made_of_any_journey(journey: Journey, audience: Audience) -> None:
    itinerary = build(journey, audience, today=TODAY)
    assert itinerary.audience is audience
    refusal(journey, audience, TODAY)


@settings(max_examples=60)
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
