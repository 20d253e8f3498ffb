"""What crosses the border on a leg goes by it, unless it was entered otherwise."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from planner.edits.things import change
from planner.record.journey import Journey
from planner.record.visa import Entry, EntryState
from planner.record.when import When
from tests.unit.schedule.slip.worked import sample

SAMPLE = sample()
ENTRY = next(one for one in SAMPLE.entries if one.entry_leg is not None and one.exit_leg is not None)
WAY_IN = next(one for one in SAMPLE.legs if one.id == ENTRY.entry_leg)
WAY_OUT = next(one for one in SAMPLE.legs if one.id == ENTRY.exit_leg)
LATER = When(date=dt.date(2027, 4, 30), time=dt.time(6, 45), zone="Asia/Shanghai")


def journey(**known: object) -> Journey:
    bare = replace(ENTRY, state=EntryState.PLANNED, entered=WAY_IN.arrives, exited=WAY_OUT.departs)
    others = (one for one in SAMPLE.entries if one.id != ENTRY.id)
    return replace(SAMPLE, entries=(replace(bare, **known), *others))  # type: ignore[arg-type]


def crossing(before: Journey, leg: str, **values: object) -> Entry:
    return change(before, leg, values).change(before).entries[0]


def test_a_crossing_follows_its_leg() -> None:
    assert crossing(journey(), WAY_IN.id, arrives=LATER).entered == LATER
    assert crossing(journey(entered=None), WAY_IN.id, arrives=LATER).entered == LATER
    assert crossing(journey(), WAY_OUT.id, departs=LATER).exited == LATER
    assert crossing(journey(entry_port=None), WAY_IN.id, arrives=LATER).entry_port is None
    elsewhere = WAY_OUT.destination
    port = crossing(journey(entry_port=WAY_IN.destination), WAY_IN.id, destination=elsewhere).entry_port
    assert port == elsewhere != WAY_IN.destination


def test_what_was_entered_otherwise_stays() -> None:
    other = When(date=dt.date(2027, 2, 1), time=None, zone="Asia/Shanghai")
    assert crossing(journey(entered=other), WAY_IN.id, arrives=LATER).entered == other
    assert crossing(journey(entry_leg=None), WAY_IN.id, arrives=LATER).entered == WAY_IN.arrives
    assert crossing(journey(), WAY_IN.id, arrives=None).entered == WAY_IN.arrives
    assert crossing(journey(entered=None), WAY_IN.id, number="XX1").entered is None
    took_place = crossing(journey(state=EntryState.ACTUAL), WAY_IN.id, arrives=LATER)
    assert took_place.entered == WAY_IN.arrives
    assert crossing(journey(state=EntryState.ACTUAL), WAY_OUT.id, departs=LATER).exited == LATER
    cancelled = journey(state=EntryState.CANCELLED)
    assert crossing(cancelled, WAY_OUT.id, departs=LATER).exited == WAY_OUT.departs
