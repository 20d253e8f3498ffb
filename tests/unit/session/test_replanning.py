"""Re-planning through the one door: proposed, weighed by the rules, accepted as one step back."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

import pytest

from planner.edits.replan import accept
from planner.edits.session_marks import deliver_session, miss_session
from planner.errors import InputError
from planner.record.fraction import FractionState, MissedReason
from planner.record.ids import JourneyId
from planner.record.subject import Subject
from planner.record.treatment_days import MachineDown
from planner.session import Session
from planner.session.replanning import SESSIONS, Happened, Interruption
from tests.builders.make import at, day

SAMPLE, COURSE = JourneyId("sample"), "sample-course"
APRIL = dt.datetime(2027, 4, 12, 4, tzinfo=dt.UTC)
THREE = Interruption(missed=(day("2027-04-13"), day("2027-04-14"), day("2027-04-21")))


@pytest.fixture
def session() -> Iterator[Session]:
    with Session.sample(clock=lambda: APRIL) as opened:
        yield opened


def codes(findings: tuple[object, ...]) -> set[str]:
    return {one.code for one in findings}  # type: ignore[attr-defined]


def test_what_the_rules_say_before_and_after(session: Session) -> None:
    weighed = session.propose(SAMPLE, COURSE, THREE)
    assert weighed.findings_before == session.findings(SAMPLE)
    new = codes(weighed.findings_after) - codes(weighed.findings_before)
    assert {"stay.low-slack", "money.deposit-runs-out"} <= new
    assert session.undo_label is None, "nothing was done"


def test_what_the_rules_say_of_a_part(session: Session) -> None:
    weighed = session.propose(SAMPLE, COURSE, THREE)
    assert weighed.findings_with(()) == weighed.findings_before
    assert weighed.findings_with(weighed.proposal.everything) == weighed.findings_after
    without_flight = weighed.findings_with({SESSIONS})
    assert "stay.low-slack" not in codes(without_flight), "the flight stays where it is"


def test_accepted_is_one_step_and_undo_is_the_very_journey_before(session: Session) -> None:
    before = session.journey(SAMPLE)
    directory = session.directory()
    happened = Happened(
        interruption=Interruption(
            machine_down=(MachineDown(first=day("2027-04-12"), last=day("2027-04-13")),)
        )
    )
    proposal = session.propose(SAMPLE, COURSE, happened).proposal
    session.run(accept(proposal, proposal.everything, new_id=session.new_id))
    after = session.journey(SAMPLE)
    assert str(session.undo_label) == "Re-plan 11 sessions"
    gone = [one for one in after.courses[0].fractions if one.state is FractionState.MISSED]
    assert [(one.number, one.missed_reason) for one in gone] == [(5, MissedReason.MACHINE_DOWN)]
    centre = next(place for place in session.directory().places if place.id == "sample-centre")
    assert centre.treatment_days[0].machine_down, "every journey at that centre reckons with it"
    session.undo()
    assert session.journey(SAMPLE) == before
    assert session.directory() == directory
    session.redo()
    assert session.journey(SAMPLE) == after


def test_a_proposal_made_before_another_edit_is_refused(session: Session) -> None:
    proposal = session.propose(SAMPLE, COURSE, THREE).proposal
    session.run(deliver_session(session.journey(SAMPLE), "sample-fraction-01", at("2027-04-06 10:41")))
    with pytest.raises(InputError, match="has changed since") as refused:
        session.run(accept(proposal, proposal.everything, new_id=session.new_id))
    assert str(refused.value.way_on) == "Re-plan once more."


def test_a_session_marked_missed_is_planned_again_by_an_empty_interruption(session: Session) -> None:
    session.run(miss_session(session.journey(SAMPLE), "sample-fraction-15", MissedReason.PATIENT_UNWELL))
    proposal = session.propose(SAMPLE, COURSE, Interruption()).proposal
    assert [(move.number, move.old, str(move.new and move.new.date)) for move in proposal.moves] == [
        (15, None, "2027-04-27")
    ]
    session.run(accept(proposal, proposal.everything, new_id=session.new_id))
    last = session.journey(SAMPLE).courses[0].fractions[-1]
    assert (last.number, last.starts, last.state) == (15, at("2027-04-27 10:20"), FractionState.PLANNED)
    assert last.interpreter == "sample-interpreter"


def test_a_date_a_person_says_is_weighed_with_the_rest(session: Session) -> None:
    flight = Subject("leg", "sample-leg-tfu-akl", "departs")
    late = session.propose(SAMPLE, COURSE, THREE, {flight: at("2027-05-09 01:30")})
    assert "stay.exceeded" in codes(late.findings_after)


def test_a_course_or_a_journey_that_is_not_there(session: Session) -> None:
    with pytest.raises(InputError, match="There is no course"):
        session.propose(SAMPLE, "other", THREE)
    with pytest.raises(InputError, match="There is no journey"):
        session.propose("other", COURSE, THREE)
