"""The builders that other tests stand on: what they draw is varied, and a caseload is believable."""

from __future__ import annotations

import datetime as dt
from typing import Any

from hypothesis import given, settings

from planner.record.directory import Directory
from planner.record.integrity import problems
from planner.record.journey import Extra, Journey
from planner.record.shape import Kind, classes_within, parts
from tests.builders import directories, generated_journeys, journeys, make_journey


def values(value: Any) -> list[Any]:
    """``value`` and every value of the record in it."""
    inner = [
        one
        for shape, held in parts(value)
        if shape.kind is Kind.VALUE and held is not None
        for one in (held if shape.many else (held,))
    ]
    return [value, *(one for part in inner for one in values(part))]


def dates(journey: Journey) -> list[dt.date]:
    held = (held for value in values(journey) for shape, held in parts(value) if shape.kind is Kind.DATE)
    return [day for one in held for day in (one if isinstance(one, tuple) else (one,)) if day is not None]


def test_every_kind_of_value_is_drawn() -> None:
    seen: set[type] = set()

    @settings(max_examples=200, database=None, derandomize=True)
    @given(journeys())
    def look(journey: Journey) -> None:
        seen.update(type(one) for one in values(journey))

    look()
    assert seen == {cls for cls in classes_within(Journey) if cls is not Extra}


@settings(max_examples=10)
@given(journeys(ids="first-"), journeys(ids="second-"))
def test_several_journeys_can_be_drawn_together_with_ids_of_their_own(one: Journey, other: Journey) -> None:
    ids = [{value.id for value in values(journey) if hasattr(value, "id")} for journey in (one, other)]
    assert not ids[0] & ids[1]


@settings(max_examples=30)
@given(directories())
def test_the_references_of_a_random_directory_lead_to_its_own_entries(directory: Directory) -> None:
    places = {place.id for place in directory.places}
    assert {contact.place for contact in directory.contacts} - {None} <= places
    assert {place.within for place in directory.places} - {None} <= places


def test_a_caseload_is_the_same_for_the_same_seed_and_long_enough_to_be_believed() -> None:
    caseload = list(generated_journeys(12, seed=7))
    assert caseload == list(generated_journeys(12, seed=7))
    assert caseload[3:5] != list(generated_journeys(12, seed=8))[3:5]
    assert all(150 <= len(dates(journey)) <= 300 for journey in caseload)
    assert len({journey.id for journey in caseload}) == 12
    assert len({one.id for journey in caseload for one in journey.documents}) == 12 * 20


def test_two_journeys_of_a_caseload_share_the_directory() -> None:
    first, second = generated_journeys(2)
    assert first.agency is second.agency


def test_journeys_made_by_keyword_are_told_apart_and_hold_together() -> None:
    first, second = make_journey(), make_journey()
    assert first.id != second.id
    assert problems(first) == ()
