"""Visa and stay: on what ground each person enters, until when they may stay, what is still to be done."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from planner.itinerary.item import Itinerary, StayLine
from planner.message import N_, NN_, Message
from planner.record.journey import Journey
from planner.record.visa import Entry, EntryState, Visa
from ui import labels
from ui.journey.row import Block, Facts, NamedFact, Row, Rows, fact
from ui.journey.unfolding import what_unfolds
from ui.theme.tokens import Tone

_FEW_DAYS = 7


def visa_and_stay(journey: Journey, itinerary: Itinerary, today: dt.date) -> Iterator[Block]:
    """One block an entry, then the steps of all applications in order of time."""
    shown = set()
    crossed = {(str(e.traveller), e.entered): e for e in journey.entries if e.state is EntryState.ACTUAL}
    leaves = {str(e.traveller): e.exited.date for e in journey.entries if e.exited}
    names = {str(t.id): t.full_name for t in journey.travellers}
    people = {name: str(t.id) for t in journey.travellers for name in (t.full_name, t.preferred_name)}
    for line in itinerary.stays:
        person = people.get(line.traveller, "")
        visa = next((v for v in journey.visas if v.traveller == person), None)
        shown.add(person)
        yield Facts(
            title=names.get(person, line.traveller),
            state=labels.state(visa.state) if visa else None,
            facts=tuple(_stay(line, visa, crossed.get((person, line.entered)), leaves.get(person))),
            subject=visa.id if visa else "",
        )
    for visa in journey.visas:
        if visa.traveller not in shown:
            name = names.get(str(visa.traveller), "")
            yield Facts(title=name, state=labels.state(visa.state), facts=tuple(_visa(visa)), subject=visa.id)
    entries = tuple(_entry(entry, names) for entry in journey.entries)
    if entries:
        yield Rows(heading=N_("Entries and exits"), rows=entries)
    steps = tuple(_steps(journey))
    if steps:
        done = sum(row.folded for row in steps)
        more = what_unfolds(
            steps,
            NN_("{count} step done", "{count} steps done", done),
            NN_("{count} more step done", "{count} more steps done", done),
        )
        yield Rows(heading=N_("Application"), rows=steps, more=more)


def _entry(entry: Entry, names: dict[str, str]) -> Row:
    leaves = (N_("leaves {moment}", moment=entry.exited),) if entry.exited else ()
    return Row(
        title=names.get(str(entry.traveller), ""),
        starts=entry.entered,
        on=entry.entered.date if entry.entered else None,
        details=(labels.name(entry.state), *leaves),
        subject=entry.id,
    )


def _visa(visa: Visa) -> Iterator[NamedFact]:
    yield from fact(N_("Ground of entry"), labels.name(visa.basis), visa.number)
    yield from fact(N_("Enter by"), visa.enter_by)
    if visa.stay_days is not None:
        yield from fact(N_("Permitted"), NN_("{count} day", "{count} days", visa.stay_days))


def _how_often(visa: Visa) -> Message | None:
    if visa.multiple:
        return N_("Any number of entries")
    return None if visa.entries is None else NN_("{count} entry", "{count} entries", visa.entries)


def _stay(
    line: StayLine, visa: Visa | None, entry: Entry | None, leaves: dt.date | None
) -> Iterator[NamedFact]:
    yield from fact(N_("Ground of entry"), line.basis, line.visa_number)
    if visa is not None and visa.stay_days is not None:
        yield from fact(N_("Permitted"), NN_("{count} day", "{count} days", visa.stay_days), _how_often(visa))
    if entry is None or (visa is not None and visa.multiple):  # who is in on one entry needs no such day
        yield from fact(N_("Enter by"), line.enter_by)
    yield from fact(N_("Enters") if line.planned else N_("Entered"), line.entered)
    if entry is not None and entry.registrations:
        yield from fact(N_("Address registered"), entry.registrations[-1].registered)
    else:
        yield from fact(N_("Register address by"), line.register_by)
    yield from fact(N_("Ask to extend by"), line.apply_by)
    last = min((d for d in (line.last_day, line.careful_last_day) if d), default=None)
    if last is None:
        yield from fact(N_("Last legal day"), N_("not known yet"), tone=Tone.WARNING)
        return
    slack = (last - leaves).days if leaves else None
    short = slack is not None and slack < _FEW_DAYS
    tone = Tone.DANGER if slack is not None and slack < 0 else Tone.WARNING if short else None
    yield from fact(N_("Last legal day"), last, _spare(slack), tone=tone)


def _spare(slack: int | None) -> Message | None:
    if slack is None:
        return None
    if slack < 0:
        return NN_("{count} day after it on leaving", "{count} days after it on leaving", -slack)
    return NN_("{count} day spare on leaving", "{count} days spare on leaving", slack)


def _steps(journey: Journey) -> Iterator[Row]:
    names = {t.id: t.preferred_name or t.full_name for t in journey.travellers}
    steps = [(step, visa) for visa in journey.visas for step in visa.steps]
    for step, visa in sorted(
        steps, key=lambda s: (s[0].done_on or (s[0].planned.date if s[0].planned else dt.date.max), s[0].id)
    ):
        done = step.done_on is not None
        yield Row(
            title=labels.name(step.kind),
            on=step.done_on or (step.planned.date if step.planned else None),
            starts=None if done else step.planned,
            details=(names.get(visa.traveller, ""), *((step.stated_reason,) if step.stated_reason else ())),
            state=(N_("Done"), Tone.OK) if done else (N_("To do"), Tone.WARNING),
            folded=done,
            subject=step.id,
        )
