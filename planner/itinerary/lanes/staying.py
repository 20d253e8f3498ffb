"""The lane of visa and stay: each ground to enter with its steps, and what each entry permits, as bands."""

from __future__ import annotations

from collections.abc import Iterator

from planner.itinerary.item import Standing
from planner.itinerary.lanes.mark import Further, Lane, Mark, further
from planner.message import N_, Message
from planner.record.journey import Journey
from planner.record.kind_names import ENTRY_BASES
from planner.record.visa import (
    Entry,
    EntryState,
    ExtensionKind,
    ExtensionState,
    StayExtension,
    Visa,
    VisaState,
    VisaStep,
    VisaStepKind,
)
from planner.record.when import When
from planner.schedule.dated_fields import Moment
from planner.schedule.move_date import why_still
from planner.schedule.names import VISA_STEPS, traveller_name
from planner.schedule.stay_spans import StaySpan, stay_spans

_VISA = {
    VisaState.GRANTED: Standing.CONFIRMED,
    VisaState.NOT_NEEDED: Standing.CONFIRMED,
    VisaState.REFUSED: Standing.MISSED,
    VisaState.WITHDRAWN: Standing.CANCELLED,
}
_ENTRY = {
    EntryState.PLANNED: Standing.TO_BE_CONFIRMED,
    EntryState.ACTUAL: Standing.CONFIRMED,
    EntryState.CANCELLED: Standing.CANCELLED,
}
_EXTENSION = {
    ExtensionState.PLANNED: Standing.TO_BE_CONFIRMED,
    ExtensionState.APPLIED: Standing.TO_BE_CONFIRMED,
    ExtensionState.GRANTED: Standing.DONE,
    ExtensionState.REFUSED: Standing.MISSED,
}

_LONGER = N_("The days that an extension adds are asked for, not moved; open it to change them.")


def staying_marks(journey: Journey) -> Iterator[Mark]:
    """Every visa, step, entry and extension that has a date, in no order."""
    names = {one.id: traveller_name(one) for one in journey.travellers}
    ranks = {one.id: place for place, one in enumerate(journey.travellers)}
    visas = {one.id: one for one in journey.visas}
    for visa in journey.visas:
        name = names.get(visa.traveller, "")
        yield from _visa(visa, name)
        for step in visa.steps:
            yield from _step(step, name)
    for entry in journey.entries:
        name = names.get(entry.traveller, "")
        ground = visas.get(entry.visa) if entry.visa else None
        rank = ranks.get(entry.traveller, len(ranks))
        for span in stay_spans(entry, ground, journey.zone):
            if span.extension is None:
                yield from _entry(entry, ground, span, name, rank, journey.zone)
            elif entry.entered is not None:
                yield _longer(entry, span, span.extension, name, rank, journey.zone)
        for extension in entry.extensions:
            yield from _extension(extension, name)


def _visa(visa: Visa, person: str | Message) -> Iterator[Mark]:
    starts = visa.enter_by or visa.issued_on
    if starts is None:
        return
    basis = ENTRY_BASES[visa.basis]
    yield Mark(
        id=visa.id,
        kind="visa",
        lane=Lane.STAY,
        field="enter_by" if visa.enter_by else "issued_on",
        name=N_("{visa}: enter by", visa=basis) if visa.enter_by else N_("{visa} issued", visa=basis),
        starts=starts,
        standing=_VISA.get(visa.state, Standing.TO_BE_CONFIRMED),
        state=visa.state,
        person=person,
        still=why_still(visa),
        further=further((N_("Issued"), visa.issued_on)),
    )


def _step(step: VisaStep, person: str | Message) -> Iterator[Mark]:
    starts: Moment | None = step.done_on or step.planned
    if starts is None:
        return
    if step.planned is not None and step.planned.date == step.done_on:
        starts = step.planned  # the same day, with its time
    refused = step.kind is VisaStepKind.REFUSED
    yield Mark(
        id=step.id,
        kind="visa-step",
        lane=Lane.STAY,
        field="planned" if starts is step.planned else "done_on",
        name=VISA_STEPS[step.kind],
        starts=starts,
        standing=(Standing.MISSED if refused else Standing.DONE)
        if step.done_on
        else Standing.TO_BE_CONFIRMED,
        variant=step.kind,
        person=person,
        still=why_still(step),
        further=further((N_("Planned"), step.planned)) if step.done_on else (),
    )


def _entry(
    entry: Entry, visa: Visa | None, span: StaySpan, person: str | Message, rank: int, zone: str
) -> Iterator[Mark]:
    """A band from the entry to the last day of its own ground; without an entry, what else is dated."""
    permitted = span.permitted
    last = permitted.last_day or permitted.safe_last_day
    entered = _there(entry.entered, zone)
    left = _there(entry.exited, zone)
    starts: Moment | None = entered or left or entry.stamped_until or entry.arrival_card_on
    if starts is None:
        return
    careful = permitted.safe_last_day if permitted.safe_last_day != last else None
    duties: tuple[Further, ...] = further(
        (N_("Address registered by"), permitted.register_by),
        (N_("Leaves"), left),
        (N_("Last day to apply for a longer stay"), permitted.apply_by),
        (N_("Last legal day, counted with care"), careful),
        (N_("Last day before the extension") if span.is_extended else N_("Last legal day"), last),
        (N_("Arrival card sent"), entry.arrival_card_on),
        *((N_("Address registered"), one.registered) for one in entry.registrations),
    )
    yield Mark(
        id=entry.id,
        kind="entry",
        lane=Lane.STAY,
        field=_entry_field(entry),
        name=N_("Permitted stay of {name}", name=person) if last else N_("Entry of {name}", name=person),
        starts=starts,
        ends=(last or left) if entered else None,
        standing=_ENTRY[entry.state],
        state=visa.basis if visa else None,
        person=person,
        still=why_still(entry),
        stands_for=(visa.id,) if visa and not (visa.enter_by or visa.issued_on) else (),
        further=duties,
        left=_own_exit(span, left),
        permitted=permitted if entered else None,
        rank=rank,
    )


def _longer(
    entry: Entry, span: StaySpan, extension: StayExtension, person: str | Message, rank: int, zone: str
) -> Mark:
    """A band over the days that an extension adds, from the day after those it makes longer."""
    assert span.first is not None
    left = _there(entry.exited, zone)
    permit = extension.kind is ExtensionKind.STAY_PERMIT
    called_off = entry.state is EntryState.CANCELLED
    return Mark(
        id=f"{extension.id}/until",
        of=extension.id,
        kind="longer-stay",
        lane=Lane.STAY,
        field="until",
        name=N_("Stay permit of {name}", name=person)
        if permit
        else N_("Extended stay of {name}", name=person),
        starts=span.first,
        ends=span.permitted.last_day,
        standing=Standing.CANCELLED
        if called_off
        else Standing.CONFIRMED
        if span.is_granted
        else Standing.TO_BE_CONFIRMED,
        variant=extension.kind,
        state=extension.state,
        person=person,
        still=_LONGER,
        further=further(
            (N_("Leaves"), left),
            (N_("Last day to apply for a longer stay"), span.permitted.apply_by),
            (_ends(span), span.permitted.last_day),
        ),
        left=_own_exit(span, left),
        permitted=span.permitted,
        rank=rank,
    )


def _ends(span: StaySpan) -> Message:
    if span.is_extended:
        return N_("Last day before the extension")
    return N_("Last legal day") if span.is_granted else N_("Last legal day, if it is granted")


def _own_exit(span: StaySpan, left: When | None) -> When | None:
    """The exit, unless a granted extension carries the stay on until then."""
    last = span.permitted.safe_last_day
    if left is None or (span.is_extended and last is not None and left.date > last):
        return None
    return left


def _entry_field(entry: Entry) -> str:
    named = ("entered", "exited", "stamped_until", "arrival_card_on")
    return next(name for name in named if getattr(entry, name) is not None)


def _there(when: When | None, zone: str) -> When | None:
    """As the country's clocks show it."""
    return None if when is None else when.seen_from(zone) or when


def _extension(extension: StayExtension, person: str | Message) -> Iterator[Mark]:
    dates: tuple[tuple[str, Moment | None], ...] = (
        ("applied_on", extension.applied_on),
        ("apply_on", extension.apply_on),
        ("until", extension.until),
    )
    field, starts = next(((name, day) for name, day in dates if day is not None), ("", None))
    if starts is None:
        return
    permit = extension.kind is ExtensionKind.STAY_PERMIT
    yield Mark(
        id=extension.id,
        kind="stay-extension",
        lane=Lane.STAY,
        field=field,
        name=N_("Apply for a stay permit") if permit else N_("Apply for an extension of the stay"),
        starts=starts,
        standing=_EXTENSION[extension.state],
        is_limit=field == "apply_on",
        person=person,
        still=why_still(extension),
        further=further((N_("Until"), extension.until)),
    )
