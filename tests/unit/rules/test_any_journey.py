"""No rule raises, whatever the journey and the day; and every finding of it can be said and followed."""

from __future__ import annotations

import datetime as dt

from hypothesis import given, settings

from planner.i18n import translator
from planner.record.journey import Journey
from planner.record.lookup import things
from planner.rules.check import check
from tests.builders import dates, journeys
from tests.unit.rules.harness import shipped


@settings(max_examples=150)
@given(journey=journeys(), today=dates())
def test_any_journey_can_be_checked_on_any_day(journey: Journey, today: dt.date) -> None:
    found = check(journey, shipped(), today)
    ids = {thing.id for thing in things(journey)}
    for finding in found:
        assert finding.subject.id in ids
        assert translator("en").text(finding.message)
        assert finding.facts == finding.facts
        for fix in finding.fixes:
            assert fix.action.subject.id in ids
            assert translator("en").text(fix.label)
    assert found == check(journey, shipped(), today)
