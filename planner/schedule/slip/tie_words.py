"""A tie in words, as the reason why a date moves."""

from __future__ import annotations

from collections.abc import Mapping

from planner.message import N_, NN_, Message
from planner.record.place import Place
from planner.record.thing import Thing
from planner.record.tie import Anchor, DayCounting, Tie
from planner.schedule.slip.circumstances import Circumstances
from planner.schedule.slip.moved_dates import MovedDate
from planner.schedule.slip.names import name_of, name_of_leg


def why_moved(moved: MovedDate, about: Circumstances) -> Message:
    """Why a date moves: the person's word, the leg it crosses with, or the tie and what that hangs on."""
    if moved.decided:
        return N_("You have said so.")
    if moved.leg is not None:
        return N_(
            "It is the crossing of the border on {leg}, which moves from {old} to {new}.",
            leg=name_of_leg(moved.leg, about.places),
            old=moved.anchor_old,
            new=moved.anchor_new,
        )
    assert moved.field.tie is not None  # nothing else moves a date
    tie = tie_words(moved.field.tie, about.before.things, about.places)
    if moved.anchor_new is None:
        return N_("Tied: {tie}, which is no longer planned.", tie=tie)
    if moved.anchor_old is None:
        return N_("Tied: {tie}, which is now on {new}.", tie=tie, new=moved.anchor_new)
    return N_(
        "Tied: {tie}, which moves from {old} to {new}.",
        tie=tie,
        old=moved.anchor_old,
        new=moved.anchor_new,
    )


def tie_words(tie: Tie, things: Mapping[str, Thing], places: Mapping[str, Place]) -> Message:
    """What a tie says, without the date: “3 days after the last session”."""
    anchor = _anchor_words(tie, things, places)
    days = abs(tie.days)
    match tie.counting, (tie.days > 0) - (tie.days < 0):
        case DayCounting.CALENDAR, 0:
            return N_("on the day of {anchor}", anchor=anchor)
        case DayCounting.CALENDAR, 1:
            return NN_("{count} day after {anchor}", "{count} days after {anchor}", days, anchor=anchor)
        case DayCounting.CALENDAR, -1:
            return NN_("{count} day before {anchor}", "{count} days before {anchor}", days, anchor=anchor)
        case DayCounting.WORKING, 0:
            return N_("on the first working day from {anchor} on", anchor=anchor)
        case DayCounting.WORKING, 1:
            return NN_(
                "{count} working day after {anchor}",
                "{count} working days after {anchor}",
                days,
                anchor=anchor,
            )
        case DayCounting.WORKING, -1:
            return NN_(
                "{count} working day before {anchor}",
                "{count} working days before {anchor}",
                days,
                anchor=anchor,
            )
        case _, 0:
            return N_("on the first treatment day from {anchor} on", anchor=anchor)
        case _, 1:
            return NN_(
                "{count} treatment day after {anchor}",
                "{count} treatment days after {anchor}",
                days,
                anchor=anchor,
            )
    return NN_(
        "{count} treatment day before {anchor}",
        "{count} treatment days before {anchor}",
        days,
        anchor=anchor,
    )


def _anchor_words(tie: Tie, things: Mapping[str, Thing], places: Mapping[str, Place]) -> Message:
    match tie.anchor:
        case Anchor.OPENED:
            return N_("the opening of the journey")
        case Anchor.BOARD:
            return N_("the first MDT board")
        case Anchor.ARRIVAL:
            return N_("the arrival")
        case Anchor.DEPARTURE:
            return N_("the departure")
        case Anchor.FIRST_FRACTION:
            return N_("the first session")
        case Anchor.LAST_FRACTION:
            return N_("the last session")
        case Anchor.FRACTION:
            return N_("session {number}", number=tie.number)
    name = name_of(things.get(tie.thing or ""), places)
    return N_("“{name}”", name=name)
