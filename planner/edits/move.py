"""Accepting that a thing is moved by hand: the move and every consequence chosen, as one edit, one undo."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace
from functools import partial
from typing import Any

from planner.edits.accepted_consequences import applied
from planner.edits.edit import Edit
from planner.errors import InputError
from planner.message import N_
from planner.record.booking import BookingState
from planner.record.journey import Journey
from planner.record.leg import Leg
from planner.record.lookup import with_thing
from planner.record.stay import Stay
from planner.schedule.dated_fields import day_of
from planner.schedule.move_date import moved_thing
from planner.schedule.slip.circumstances import PROMISED
from planner.schedule.slip.consequence import ConsequenceKind
from planner.schedule.slip.move import MoveProposal

_PEOPLE = (ConsequenceKind.INTERPRETER, ConsequenceKind.DRIVER)


def move(proposal: MoveProposal, chosen: Collection[str]) -> Edit:
    """The edit that moves the thing and does what was ``chosen`` of the consequences, by key.

    What depends on something that is not chosen is left out. People who were named for the old time, and
    are not chosen, are no longer named. A booking that was promised must be confirmed anew.

    The edit holds for the journey the proposal was made for; run on one that has changed since, it raises
    InputError.
    """
    before, after = proposal.journey, moved_journey(proposal, chosen)

    def change(current: Journey) -> Journey:
        if current is not before and current != before:
            raise InputError(N_("The journey has changed since this was proposed."), N_("Move it once more."))
        return after

    label = N_("Move {what} to {date}", what=proposal.main.what, date=day_of(proposal.new))
    return Edit(label, before.id, change)


def moved_journey(proposal: MoveProposal, chosen: Collection[str]) -> Journey:
    """The journey with the thing moved and what was ``chosen`` accepted."""
    standing = proposal.standing(chosen)
    field = proposal.main.subject.field
    after = with_thing(
        proposal.journey,
        proposal.thing.id,
        lambda thing: _asked_again(moved_thing(thing, field, proposal.new)),
    )
    for one in proposal.consequences:
        if one.key in standing:
            after = with_thing(after, one.subject.id, partial(applied, one=one))
    for one in proposal.consequences:
        comes = one.depends_on == proposal.main.key or one.depends_on in standing
        if one.kind in _PEOPLE and comes and one.key not in standing:
            after = with_thing(after, one.subject.id, partial(replace, **{one.subject.field: None}))
    return after


def _asked_again(thing: Any) -> Any:
    """What somebody outside was promised is asked again."""
    if isinstance(thing, Leg | Stay):
        booking = thing.booking
        if booking.state in PROMISED:
            changed = replace(booking, state=BookingState.CHANGED, free_cancel_until=None)
            return replace(thing, booking=changed)
        return thing
    return replace(thing, confirmation=None) if getattr(thing, "confirmation", None) is not None else thing
