"""What holds of every re-planning, whatever the journey, the interruption and what is accepted of it."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from itertools import count
from typing import Any

from hypothesis import assume, given, settings
from hypothesis import strategies as st
from hypothesis.strategies import DrawFn, SearchStrategy

from planner.edits.history import History, Step, Turn
from planner.edits.replan import accept
from planner.errors import InputError
from planner.i18n import translator
from planner.record.appointment import AppointmentState
from planner.record.booking import BookingState
from planner.record.document import DocumentState
from planner.record.fraction import Fraction, FractionState, MissedReason
from planner.record.integrity import problems
from planner.record.journey import Journey
from planner.record.money import PaymentState
from planner.record.tie import Anchor, DayCounting, Tie
from planner.record.treatment_days import MachineDown
from planner.record.visa import EntryState
from planner.schedule.interruption import Interruption
from planner.schedule.slip.consequence import SESSIONS, Consequence
from planner.schedule.slip.proposal import Happened, Proposal, propose
from tests.builders.strategies import dates, journeys
from tests.unit.schedule.slip.worked import REFERENCE, sample

SAMPLE = sample()
COURSE = SAMPLE.courses[0]
DAYS = st.dates(dt.date(2027, 3, 25), dt.date(2027, 5, 10))
MOMENTS = st.datetimes(dt.datetime(2027, 3, 1), dt.datetime(2027, 6, 1), timezones=st.just(dt.UTC))


def _states(draw: DrawFn, things: tuple[Any, ...], change: Any) -> tuple[Any, ...]:
    """The things with some of them changed."""
    marks = draw(st.integers(0, 2 ** len(things) - 1))
    return tuple(change(thing) if marks >> place & 1 else thing for place, thing in enumerate(things))


@st.composite
def slipping_samples(draw: DrawFn) -> tuple[Journey, str]:
    """The sample on some day of its course: sessions delivered, bookings used, things done, ties anew."""
    given_ = draw(st.integers(0, 15))
    fractions = tuple(
        replace(one, state=FractionState.DELIVERED, delivered_at=one.starts) if one.number <= given_ else one
        for one in COURSE.fractions
    )
    state = draw(st.sampled_from((BookingState.USED, BookingState.HELD, BookingState.IDEA)))
    legs = _states(draw, SAMPLE.legs, lambda leg: replace(leg, booking=replace(leg.booking, state=state)))
    ties = st.builds(
        Tie,
        anchor=st.sampled_from(
            (Anchor.LAST_FRACTION, Anchor.FIRST_FRACTION, Anchor.DEPARTURE, Anchor.ARRIVAL, Anchor.BOARD)
        ),
        days=st.integers(-400, 400),
        counting=st.sampled_from(list(DayCounting)),
    )
    tie = draw(ties)
    return (
        replace(
            SAMPLE,
            legs=_states(draw, legs, lambda leg: replace(leg, departs_tie=tie))
            if draw(st.booleans())
            else legs,
            appointments=_states(
                draw, SAMPLE.appointments, lambda one: replace(one, state=AppointmentState.DONE)
            ),
            tasks=_states(draw, SAMPLE.tasks, lambda one: replace(one, due_tie=tie)),
            payments=_states(draw, SAMPLE.payments, lambda one: replace(one, state=PaymentState.RECEIVED)),
            documents=_states(draw, SAMPLE.documents, lambda one: replace(one, state=DocumentState.ACCEPTED)),
            entries=_states(draw, SAMPLE.entries, lambda one: replace(one, state=EntryState.ACTUAL)),
            courses=(replace(COURSE, fractions=fractions),),
        ),
        COURSE.id,
    )


@st.composite
def any_journeys(draw: DrawFn) -> tuple[Journey, str]:
    """Random valid journeys with a course, their ties as drawn."""
    whole = draw(journeys())
    assume(whole.courses)
    return whole, draw(st.sampled_from([course.id for course in whole.courses]))


@st.composite
def interruptions(
    draw: DrawFn, whole: Journey, course_id: str, days: SearchStrategy[dt.date]
) -> Interruption:
    """Missed sessions that could be missed, a machine that is down, a new start, another number."""
    course = next(one for one in whole.courses if one.id == course_id)
    open_ = (FractionState.PLANNED, FractionState.CONFIRMED)
    dates_ = sorted({one.starts.date for one in course.fractions if one.state in open_})
    first = draw(days)
    down = MachineDown(first=first, last=first + dt.timedelta(draw(st.integers(0, 9))))
    return Interruption(
        missed=tuple(draw(st.lists(st.sampled_from(dates_), max_size=3, unique=True))) if dates_ else (),
        machine_down=draw(st.sampled_from(((), (down,)))),
        new_start=draw(st.none() | days),
        fractions=draw(st.sampled_from((None, None, 1, 12, 18))),
        ordered_by="Dr Example",
    )


@st.composite
def proposals(draw: DrawFn, journeys_: SearchStrategy[tuple[Journey, str]], days: Any) -> Proposal:
    """What is proposed; drawings that nothing can be proposed for are left out."""
    whole, course = draw(journeys_)
    happened = Happened(
        interruption=draw(interruptions(whole, course, days)),
        reason=draw(st.none() | st.sampled_from(MissedReason)),
    )
    try:
        return propose(whole, course, happened, reference=REFERENCE, now=draw(MOMENTS))
    except InputError:
        assume(False)
        raise


#: A drawing is a whole journey, and each is gone through from end to end.
FEW = settings(max_examples=30)
ANY = proposals(slipping_samples(), DAYS) | proposals(any_journeys(), dates())


def after(proposal: Proposal, chosen: Any) -> Journey:
    ids = count(1)
    edit = accept(proposal, chosen, new_id=lambda: f"NEW-{next(ids)}")
    return edit.change(proposal.journey)


def delivered(whole: Journey) -> list[Fraction]:
    fractions = (one for course in whole.courses for one in course.fractions)
    return [one for one in fractions if one.state is FractionState.DELIVERED]


@FEW
@given(proposals(any_journeys(), dates()))
def test_any_journey_is_re_planned_or_refused_in_a_sentence(proposal: Proposal) -> None:
    assert problems(after(proposal, proposal.everything)) == ()


@FEW
@given(ANY)
def test_accepting_nothing_changes_nothing(proposal: Proposal) -> None:
    assert after(proposal, ()) is proposal.journey
    assert after(proposal, [one.key for one in proposal.consequences]) is proposal.journey


@FEW
@given(ANY)
def test_accept_all_then_undo_is_the_identical_journey(proposal: Proposal) -> None:
    journey = proposal.journey
    step = Step(
        accept(proposal, (), new_id=lambda: "NEW").label,
        (Turn(journey, after(proposal, proposal.everything)),),
    )
    back, _ = History().did(step).undo()
    assert back.turns[0].after is journey


@FEW
@given(ANY)
def test_what_was_delivered_never_moves(proposal: Proposal) -> None:
    assert delivered(after(proposal, proposal.everything)) == delivered(proposal.journey)


@FEW
@given(ANY)
def test_what_is_over_never_moves(proposal: Proposal) -> None:
    new = after(proposal, proposal.everything)
    pairs: list[tuple[Any, Any]] = [
        (old, changed)
        for name in ("appointments", "legs", "stays", "tasks", "payments")
        for old, changed in zip(getattr(proposal.journey, name), getattr(new, name), strict=True)
    ]
    for old, changed in pairs:
        done = (
            getattr(old, "done_on", None) is not None
            or getattr(old, "state", None) in (AppointmentState.DONE, PaymentState.RECEIVED)
            or (hasattr(old, "booking") and old.booking.state is BookingState.USED)
        )
        if done:
            assert changed is old


@FEW
@given(ANY)
def test_each_consequence_is_one_of_a_kind_and_rests_on_another_or_on_the_sessions(
    proposal: Proposal,
) -> None:
    keys = [one.key for one in proposal.consequences]
    assert len(keys) == len(set(keys))
    assert {one.depends_on for one in proposal.consequences} <= {SESSIONS, *keys}
    assert proposal.standing(proposal.everything) == proposal.everything


@FEW
@given(ANY, st.data())
def test_what_is_declined_is_not_done(proposal: Proposal, data: st.DataObject) -> None:
    chosen = data.draw(st.sets(st.sampled_from(sorted(proposal.everything)))) | {SESSIONS}
    new = after(proposal, chosen)
    assert problems(new) == ()
    standing = proposal.standing(chosen)
    touched = {one.subject.id for one in proposal.consequences if one.key in standing}
    for name in ("appointments", "legs", "stays", "entries", "documents", "payments", "deposits", "tasks"):
        for old, changed in zip(getattr(proposal.journey, name), getattr(new, name), strict=True):
            assert changed is old or old.id in touched


@FEW
@given(ANY)
def test_every_sentence_can_be_said_in_every_language(proposal: Proposal) -> None:
    def sentences(one: Consequence) -> list[Any]:
        return [one.what, one.why, one.kind_label, *one.you_decide]

    for locale in ("en", "zh_CN"):
        words = translator(locale)
        assert all(words.text(said) for one in proposal.consequences for said in sentences(one))


@FEW
@given(proposals(slipping_samples(), DAYS))
def test_once_accepted_there_is_nothing_left_to_accept(proposal: Proposal) -> None:
    new = after(proposal, proposal.everything)
    later = dt.datetime(2028, 1, 1, tzinfo=dt.UTC)
    again = propose(new, proposal.course, Interruption(), reference=REFERENCE, now=later)
    assert (again.moves, again.consequences) == ((), ())
