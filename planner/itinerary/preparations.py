"""How to prepare for an appointment, in the hospital's words or in standard ones, and from when."""

from __future__ import annotations

from collections.abc import Iterator

from planner.itinerary.item import Words
from planner.message import N_
from planner.record.appointment import Appointment, Preparation
from planner.reference.phrasebook import phrasebook


def preparation_words(appointment: Appointment) -> tuple[Words, ...]:
    """What to do before, each with the moment it begins where that is known."""
    return tuple(words for one in appointment.preparations for words in _of(appointment, one))


def _of(appointment: Appointment, preparation: Preparation) -> Iterator[Words]:
    yield preparation.words or phrasebook().preparations[preparation.kind]
    if preparation.hours_before and appointment.starts is not None:
        begins = appointment.starts.later(-60 * preparation.hours_before)
        if begins is not None:
            yield N_("That is from {when} on.", when=begins)
