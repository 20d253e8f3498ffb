"""``travel.leg-missing``: somebody has a way there and none back, or enters with no leg that brings them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from planner.message import N_
from planner.record.journey import Journey
from planner.record.visa import EntryState
from planner.reference.reference import Reference
from planner.rules.finding import Finding, Fix, OpenField, Severity, Subject
from planner.schedule.agenda import Agenda, agenda
from planner.schedule.outline import Crossing, Outline

CODE = "travel.leg-missing"


def travel_leg_missing(journey: Journey, reference: Reference, today: dt.date) -> Iterator[Finding]:
    """A note while there is time to book, a warning from the limit on; and at once for somebody left behind.

    Left behind is who has no way out of the country while somebody else of the journey has one. While a leg
    names nobody, nobody can say who is without.
    """
    seen = agenda(journey)
    if any(move.is_scheduled and not move.leg.travellers for move in seen.moves):
        return
    soon = today + dt.timedelta(reference.limits.booking_days)
    crossings: dict[str, list[Crossing]] = {id: [] for id in seen.outline.travellers}
    for crossing in seen.outline.crossings:
        crossings.setdefault(crossing.traveller, []).append(crossing)
    stranded = {who for who, own in crossings.items() if own and own[-1].is_inward}
    others_leave = any(own and not own[-1].is_inward for own in crossings.values())
    for traveller, own in crossings.items():
        if traveller in stranded:
            yield _no_way_out(seen, traveller, own[-1], soon, left_behind=others_leave)
        elif not own:
            yield from _no_way_in(seen, traveller, today, soon)


def _no_way_out(seen: Agenda, traveller: str, came: Crossing, soon: dt.date, *, left_behind: bool) -> Finding:
    exits = [
        stay.exited_on
        for stay in seen.outline.entries
        if stay.entry.traveller == traveller and stay.exited_on is not None and stay.exited_on >= came.on
    ]
    leaves = max(exits, default=None)
    facts = {"name": seen.traveller_called(traveller), "day": came.on}
    if leaves is not None:
        message = N_(
            "{name} comes into the country on {day} and is to leave on {leaves}, but no flight or train out "
            "is entered.",
            **facts,
            leaves=leaves,
        )
    else:
        message = N_("{name} comes into the country on {day}; no way out of it is entered.", **facts)
    near = leaves is not None and leaves <= soon
    subject = Subject("journey", seen.journey.id, "legs")
    return Finding(
        CODE,
        Severity.WARNING if near or left_behind else Severity.NOTE,
        message,
        Subject("traveller", traveller),
        None,
        (Fix(N_("Enter the leg"), OpenField(subject)),),
        leaves,
    )


def _no_way_in(seen: Agenda, traveller: str, today: dt.date, soon: dt.date) -> Iterator[Finding]:
    for stay in seen.outline.entries:
        on = stay.entered_on
        if stay.entry.traveller != traveller or on is None or on < today:
            continue
        if stay.entry.state is EntryState.ACTUAL or _may_bring_in(seen.outline, traveller, on):
            continue
        yield Finding(
            CODE,
            Severity.WARNING if on <= soon else Severity.NOTE,
            N_(
                "{name} is to enter the country on {day}, but no flight or train there is entered.",
                name=stay.name,
                day=on,
            ),
            Subject("entry", stay.entry.id, "entry_leg"),
            None,
            (Fix(N_("Enter the leg"), OpenField(Subject("journey", seen.journey.id, "legs"))),),
            on,
        )


def _may_bring_in(outline: Outline, traveller: str, on: dt.date) -> bool:
    """Whether a leg of that day may be the way in: nobody has entered the country of one of its places."""
    for leg in outline.legs:
        inward, outward = outline.is_inside(leg.destination), outline.is_inside(leg.origin)
        lands = leg.arrives or leg.departs
        if traveller in leg.travellers and inward is not False and outward is not True:
            if lands is not None and outline.date_there(lands) == on:
                return True
    return False
