"""The sessions of a course after a re-planning: those that move, those missed as history, those new."""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import replace

from planner.record.course import Course
from planner.record.fraction import Fraction, FractionState, MissedReason
from planner.record.ids import ContactId, FractionId
from planner.record.when import When, order_key
from planner.schedule.course_sessions import centre_zone, latest_sessions, session_moment
from planner.schedule.interruption import Interruption
from planner.schedule.planned_fraction import PlannedFraction
from planner.schedule.slip.proposal import Proposal, course_of


def replanned_course(
    proposal: Proposal, unasked: Collection[tuple[str, str]], new_id: Callable[[], str]
) -> Course:
    """The course as ``proposal`` has it, its sessions in order of time.

    A missed session stays as it was, with the reason; its fraction is planned anew in a session of its own.
    One that only moves is the same session on another date, no longer confirmed. ``unasked`` are the people
    (a session's id and the field that names them) who do not come along.
    """
    course = course_of(proposal.journey, proposal.course)
    zone = centre_zone(proposal.journey, course)
    rows = {one.id: one for one in course.fractions}
    standing = {one.number: one for one in course.fractions if one.stands}
    missed = {one.id for one in standing.values() if _is_missed(one, proposal, zone)}
    for one in standing.values():
        if one.id in missed:
            rows[one.id] = _missed(one, proposal, zone)
    contacts = {contact.id for contact in proposal.journey.contacts}
    latest = latest_sessions(course)
    for move in proposal.moves:
        old = latest.get(move.number)
        stays = old is not None and old.stands and old.id not in missed
        if move.new is not None:
            starts = When(date=move.new.date, time=move.new.time, zone=zone)
            session = old if old is not None and stays else _new(move.number, starts, old, course, new_id)
            asked = {field for owner, field in unasked if old is not None and owner == old.id}
            rows[session.id] = _planned(session, starts, move.new, contacts, asked)
        elif old is not None and stays:
            rows[old.id] = replace(old, state=FractionState.CANCELLED)
    fractions = sorted(rows.values(), key=lambda one: (order_key(session_moment(one, zone)), one.number))
    return replace(_as_ordered(course, proposal.happened.interruption, contacts), fractions=tuple(fractions))


def _as_ordered(course: Course, happened: Interruption, contacts: Collection[str]) -> Course:
    """The course with the number that was ordered, by whom and on which day as far as that is known."""
    if happened.fractions is None:
        return course
    by = happened.ordered_by
    return replace(
        course,
        fractions_prescribed=happened.fractions,
        clinician=ContactId(by) if by in contacts else course.clinician,
        prescribed_on=happened.ordered_on or course.prescribed_on,
    )


def _is_missed(one: Fraction, proposal: Proposal, zone: str) -> bool:
    if one.state is FractionState.DELIVERED:
        return False
    return session_moment(one, zone).date in proposal.happened.interruption.missed


def _missed(one: Fraction, proposal: Proposal, zone: str) -> Fraction:
    happened = proposal.happened
    date = session_moment(one, zone).date
    down = any(period.first <= date <= period.last for period in happened.interruption.machine_down)
    return replace(
        one,
        state=FractionState.MISSED,
        missed_reason=MissedReason.MACHINE_DOWN if down else happened.reason,
        missed_words=happened.words,
    )


def _new(
    number: int, starts: When, old: Fraction | None, course: Course, new_id: Callable[[], str]
) -> Fraction:
    """A new session, with what it takes over from the missed one."""
    return Fraction(
        id=FractionId(new_id()),
        number=number,
        starts=starts,
        duration_minutes=old.duration_minutes if old else course.session_minutes,
        interpreter=old.interpreter if old else None,
        driver=old.driver if old else None,
    )


def _planned(
    session: Fraction,
    starts: When,
    plan: PlannedFraction,
    contacts: Collection[str],
    unasked: Collection[str],
) -> Fraction:
    """``session`` at its new time, to be confirmed, without the people in the fields ``unasked``."""
    clinician = plan.second_session_clinician
    return replace(
        session,
        starts=starts,
        state=FractionState.PLANNED,
        room=plan.room or session.room,
        second_session_clinician=ContactId(clinician) if clinician in contacts else None,
        interpreter=None if "interpreter" in unasked else session.interpreter,
        driver=None if "driver" in unasked else session.driver,
        confirmation=None,
    )
