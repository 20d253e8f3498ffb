"""``travel.clearance-window``: the airline's medical form is due, or was sent on a day it is not taken."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from planner.message import N_, Message
from planner.record.journey import Journey
from planner.reference.reference import Reference
from planner.rules.finding import Finding, Fix, MakeTask, OpenField, Severity, Source, Subject
from planner.schedule.agenda import Agenda, agenda
from planner.schedule.clearances import Clearance, Window, clearances, flights_to_come, policy_of, window

CODE = "travel.clearance-window"


def travel_clearance_window(journey: Journey, reference: Reference, today: dt.date) -> Iterator[Finding]:
    """Silent before the window opens, a warning while it is open, a blocker when it has closed unused.

    A form sent too early or too late, and one without an answer when the window has closed, are warnings
    until it is granted. One made for another departure is told elsewhere.
    """
    seen = agenda(journey)
    for move in flights_to_come(seen, today):
        policy = policy_of(reference, move.leg, journey.country)
        if policy is None:
            continue
        days = window(policy, move.leaves.date)
        for one in clearances(seen, move):
            if days is None or one.is_for_another_departure(reference.limits.retimed_minutes):
                continue
            message = _message(seen, one, days, today)
            if message is None:
                continue
            subject = Subject("leg", one.leg.id, "clearances")
            late = not one.is_asked_for and today > days.last
            yield Finding(
                CODE,
                Severity.BLOCKER if late else Severity.WARNING,
                message,
                subject,
                Source.of(policy),
                _fixes(seen, one, days, subject, late=late),
                days.last,
            )


def _message(seen: Agenda, one: Clearance, days: Window, today: dt.date) -> Message | None:
    facts = {
        "leg": seen.called(one.leg),
        "departs": one.leaves.date,
        "name": seen.traveller_called(one.traveller),
        "first": days.first,
        "last": days.last,
    }
    sent = one.held.sent_on if one.held else None
    if one.held is not None and one.held.granted_on is not None:
        return None
    if sent is None:
        if today < days.first:
            return None
        if today <= days.last:
            return N_(
                "The medical clearance form (MEDA) of {name} for {leg} on {departs} is to be sent from "
                "{first} to {last}; it has not been sent.",
                **facts,
            )
        return N_(
            "The medical clearance form (MEDA) of {name} for {leg} on {departs} was to be sent by {last}; it "
            "has not been sent. Ask the airline whether it still takes it.",
            **facts,
        )
    if sent < days.first:
        return N_(
            "The medical clearance form (MEDA) of {name} for {leg} on {departs} was sent on {sent}; the "
            "airline takes it from {first} on. Ask whether it must be sent again.",
            **facts,
            sent=sent,
        )
    if sent > days.last:
        return N_(
            "The medical clearance form (MEDA) of {name} for {leg} on {departs} was sent on {sent}, after "
            "{last}, the last day for it, and no answer is entered.",
            **facts,
            sent=sent,
        )
    if today > days.last:
        return N_(
            "The medical clearance form (MEDA) of {name} for {leg} on {departs} was sent on {sent}; no "
            "answer of the airline is entered.",
            **facts,
            sent=sent,
        )
    return None


def _fixes(seen: Agenda, one: Clearance, days: Window, subject: Subject, *, late: bool) -> tuple[Fix, ...]:
    enter = Fix(N_("Enter the clearance"), OpenField(subject))
    if late or one.is_asked_for:
        return (enter,)
    title = N_("Send the medical clearance form (MEDA) for {leg}", leg=seen.called(one.leg))
    return enter, Fix(N_("Make a task: send the form"), MakeTask(subject, title, days.last))
