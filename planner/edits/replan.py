"""Accepting a re-planning: the new sessions and every consequence chosen, as one edit with one undo."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable
from dataclasses import replace
from typing import Any

from planner.edits.accepted_consequences import applied
from planner.edits.edit import Edit
from planner.edits.new_sessions import replanned_course
from planner.errors import InputError
from planner.message import N_, NN_, Message
from planner.record.journey import Journey
from planner.schedule.slip.consequence import SESSIONS, Consequence, ConsequenceKind
from planner.schedule.slip.proposal import Proposal

#: The lists of a journey that consequences change.
_LISTS = (
    *("places", "appointments", "legs", "stays", "entries"),
    *("documents", "payments", "deposits", "tasks"),
)
_PEOPLE = (ConsequenceKind.INTERPRETER, ConsequenceKind.DRIVER)


def accept(proposal: Proposal, chosen: Collection[str], *, new_id: Callable[[], str]) -> Edit:
    """The edit that does what was ``chosen`` of ``proposal``, by key: ``SESSIONS`` and consequences.

    What depends on something that is not chosen is left out (``Proposal.standing``); with nothing chosen
    nothing changes. People who were named for a time that moves, and are not chosen, are no longer named.
    ``new_id`` makes the ids of new sessions.

    The edit holds for the journey the proposal was made for; run on one that has changed since, it raises
    InputError.
    """
    before, standing = proposal.journey, proposal.standing(chosen)
    after = before if SESSIONS not in standing else _accepted(proposal, standing, new_id)

    def change(current: Journey) -> Journey:
        if current is not before and current != before:
            raise InputError(N_("The journey has changed since this was proposed."), N_("Re-plan once more."))
        return after

    return Edit(_label(proposal), before.id, change)


def _label(proposal: Proposal) -> Message:
    count = len(proposal.moves)
    if count and all(move.new is None for move in proposal.moves):
        return NN_("Cancel {count} session", "Cancel {count} sessions", count)
    return NN_("Re-plan {count} session", "Re-plan {count} sessions", count)


def _accepted(proposal: Proposal, standing: frozenset[str], new_id: Callable[[], str]) -> Journey:
    journey = proposal.journey
    unasked = _unasked(proposal.consequences, standing)
    course = replanned_course(proposal, unasked, new_id)
    changed: dict[str, Any] = {}
    originals = {thing.id: thing for name in _LISTS for thing in getattr(journey, name)}
    for one in proposal.consequences:
        thing = changed.get(one.subject.id) or originals.get(one.subject.id)
        if one.key in standing and thing is not None:
            changed[one.subject.id] = applied(thing, one)
    for thing_id, field in unasked:
        if thing_id in changed:
            changed[thing_id] = replace(changed[thing_id], **{field: None})
    lists: dict[str, Any] = {
        name: tuple(changed.get(thing.id, thing) for thing in getattr(journey, name))
        for name in _LISTS
        if any(thing.id in changed for thing in getattr(journey, name))
    }
    return replace(
        journey,
        courses=tuple(course if one.id == course.id else one for one in journey.courses),
        **lists,
    )


def _unasked(consequences: Iterable[Consequence], standing: frozenset[str]) -> frozenset[tuple[str, str]]:
    """The people who do not come along: a thing's id and the field that names them."""
    return frozenset(
        (one.subject.id, one.subject.field)
        for one in consequences
        if one.kind in _PEOPLE and one.depends_on in standing and one.key not in standing
    )
