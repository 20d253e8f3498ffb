"""The review list says of each journey whether somebody should decide how long it is kept."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest

from planner.edits.edit import Edit
from planner.message import N_
from planner.record.journey import JourneyState
from planner.session import Session
from planner.session.retention import Due, due
from planner.store.retention_list import Keeping
from tests.builders import text

TODAY = dt.date(2027, 3, 1)


def keeping(state: JourneyState, until: dt.date | None) -> Keeping:
    return Keeping(
        journey="j",
        patient_name="",
        reference="",
        state=state,
        zone="UTC",
        last_service_on=None,
        until=until,
        reason=text(""),
    )


@pytest.mark.parametrize(
    ("state", "days", "expected"),
    [
        (JourneyState.ACTIVE, None, Due.OPEN),
        (JourneyState.COMPLETED, None, Due.UNDECIDED),
        (JourneyState.CLOSED, None, Due.UNDECIDED),
        (JourneyState.CLOSED, -1, Due.PASSED),
        (JourneyState.ACTIVE, -1, Due.PASSED),
        (JourneyState.CLOSED, 0, Due.SOON),
        (JourneyState.CLOSED, 30, Due.SOON),
        (JourneyState.CLOSED, 31, Due.KEPT),
    ],
)
def test_where_a_journey_stands(state, days, expected):
    until = None if days is None else TODAY + dt.timedelta(days=days)
    assert due(keeping(state, until), TODAY, notice_days=30) is expected


def test_the_list_and_a_decision():
    with Session.sample() as session:
        (key,) = session.journey_ids()
        session.run(
            Edit(
                N_("Over"),
                key,
                lambda one: replace(one, state=JourneyState.CLOSED, retain_until=None),
            )
        )
        (review,) = session.retention.review()
        assert (review.due, review.keeping.journey) == (Due.UNDECIDED, key)
        assert review.keeping.patient_name == session.journey(key).patient.full_name
        until = session.today("Asia/Shanghai") - dt.timedelta(days=1)
        session.retention.keep_until(key, until, text("Ten years from the last service"))
        (review,) = session.retention.review()
        assert (review.due, review.keeping.until) == (Due.PASSED, until)
        assert review.keeping.reason == text("Ten years from the last service")
        session.undo()
        assert session.retention.review()[0].due is Due.UNDECIDED
        session.retention.keep_until(key, until.replace(year=until.year + 10))
        assert session.retention.review() == ()
        assert [one.due for one in session.retention.review(everything=True)] == [Due.KEPT]
