"""Findings through the session: all, those still open, those accepted; a row counts the open ones."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import replace

import pytest

from planner.edits.acknowledge import acknowledge, reopen
from planner.edits.edit import Edit
from planner.edits.fix import fix_edit
from planner.message import N_
from planner.record.ids import JourneyId
from planner.rules.finding import Finding, MakeTask
from planner.session import Session

SAMPLE = JourneyId("sample")
MARCH = dt.datetime(2027, 3, 1, 9, tzinfo=dt.UTC)


@pytest.fixture
def session() -> Iterator[Session]:
    with Session.sample(clock=lambda: MARCH) as opened:
        yield opened


def warnings(session: Session) -> int:
    (row,) = session.summaries()
    return row.warnings


def the(session: Session, code: str) -> Finding:
    return next(one for one in session.findings(SAMPLE) if one.code == code)


def accept(session: Session, finding: Finding) -> None:
    journey, today = session.journey(SAMPLE), session.today("Pacific/Auckland")
    session.run(acknowledge(journey, finding, id=session.new_id(), reason="Known.", by="Casey", on=today))


def test_an_accepted_finding_is_counted_no_more(session: Session) -> None:
    calendar = the(session, "calendar.provisional-year")
    before = warnings(session)
    accept(session, calendar)
    assert warnings(session) == before - 1
    assert calendar in session.findings(SAMPLE)
    assert calendar not in session.open_findings(SAMPLE)
    assert [one for one, _ in session.acknowledged(SAMPLE)] == [calendar]
    session.undo()
    assert warnings(session) == before
    assert calendar in session.open_findings(SAMPLE)


def test_an_accepted_finding_comes_back_with_new_facts_or_when_opened(session: Session) -> None:
    calendar = the(session, "calendar.provisional-year")
    accept(session, calendar)
    later = Edit(
        N_("Leave later"),
        SAMPLE,
        lambda journey: replace(
            journey,
            entries=tuple(replace(one, exited=one.exited and one.exited.moved(1)) for one in journey.entries),
        ),
    )
    session.run(later)
    assert "calendar.provisional-year" in {one.code for one in session.open_findings(SAMPLE)}
    session.undo()
    assert session.acknowledged(SAMPLE)
    session.run(reopen(session.journey(SAMPLE), calendar))
    assert not session.acknowledged(SAMPLE)


def test_a_fix_is_run_as_an_edit_and_logged_under_its_label(session: Session) -> None:
    calendar = the(session, "calendar.provisional-year")
    fix = next(fix for fix in calendar.fixes if isinstance(fix.action, MakeTask))
    edit = fix_edit(session.journey(SAMPLE), calendar, fix, new_id=session.new_id)
    assert edit is not None
    session.run(edit)
    made = session.journey(SAMPLE).tasks[-1]
    assert made.origin_code == "calendar.provisional-year"
    assert made.title.in_("en") == "Load the official holiday calendar of 2027"
    assert session.undo_label == fix.label
