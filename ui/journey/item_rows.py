"""Rows out of itinerary items: one wording of a flight, an appointment or a night for screen and paper."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from planner.edits.thing_names import thing_name
from planner.itinerary.item import Item, ItemKind, Itinerary, Standing
from planner.message import N_, NP_, Message
from planner.record.appointment import Appointment, AppointmentState
from planner.record.booking import BookingState
from planner.record.journey import Journey
from planner.record.leg import Leg
from planner.record.mdt import MdtMeeting
from planner.record.stay import Stay
from planner.record.text import Text
from planner.record.thing import Thing
from ui.journey.row import Content, Row
from ui.theme.tokens import Tone

ICONS: dict[ItemKind, str] = {
    ItemKind.FLIGHT: "plane",
    ItemKind.TRAIN: "train-front",
    ItemKind.CAR: "car",
    ItemKind.COACH: "bus",
    ItemKind.FERRY: "ship",
    ItemKind.WALK: "footprints",
    ItemKind.CHECK_IN: "bed",
    ItemKind.CHECK_OUT: "bed",
    ItemKind.CONSULTATION: "stethoscope",
    ItemKind.BLOODS: "test-tube",
    ItemKind.IMAGING: "scan",
    ItemKind.PROCEDURE: "syringe",
    ItemKind.SIMULATION: "target",
    ItemKind.PLANNING: "drafting-compass",
    ItemKind.MDT: "users",
    ItemKind.REVIEW: "clipboard-check",
    ItemKind.FRACTION: "zap",
}

_STANDINGS: dict[Standing, tuple[Message, Tone]] = {
    Standing.CONFIRMED: (NP_("standing", "Confirmed"), Tone.OK),
    Standing.TO_BE_CONFIRMED: (NP_("standing", "To be confirmed"), Tone.WARNING),
    Standing.PASSED: (NP_("standing", "Not recorded"), Tone.NEUTRAL),
    Standing.DONE: (NP_("standing", "Done"), Tone.NEUTRAL),
    Standing.MISSED: (NP_("standing", "Missed"), Tone.DANGER),
    Standing.CANCELLED: (NP_("standing", "Cancelled"), Tone.DANGER),
}
_OVER = (Standing.PASSED, Standing.DONE, Standing.MISSED, Standing.CANCELLED)
_BECAME: dict[AppointmentState | BookingState, Standing] = {
    AppointmentState.DONE: Standing.DONE,
    AppointmentState.MISSED: Standing.MISSED,
    AppointmentState.CANCELLED: Standing.CANCELLED,
    BookingState.USED: Standing.DONE,
    BookingState.CANCELLED: Standing.CANCELLED,
}
"""What became of a thing that has no date, so that no item tells of it."""


def standing(of: Standing) -> tuple[Message, Tone]:
    """What a standing is called, and its tone."""
    return _STANDINGS[of]


def items_of(itinerary: Itinerary, kinds: frozenset[ItemKind]) -> Iterator[Item]:
    """Every item of these kinds, in order of time."""
    everything = (itinerary.before, *(day.items for day in itinerary.days), itinerary.after)
    return (item for items in everything for item in items if item.kind in kinds)


def row(item: Item, *, folded: bool = False) -> Row:
    """An item as a row."""
    return Row(
        title=item.title,
        on=item.on,
        starts=item.starts,
        home=item.home,
        details=tuple(_details(item)),
        notes=item.preparation,
        warnings=item.important,
        state=standing(item.standing),
        icon=ICONS.get(item.kind, "calendar"),
        folded=folded,
        faded=item.standing in _OVER,
        subject=item.subject,
    )


def unplaced(journey: Journey, held: Iterable[Thing], rows: Iterable[Row]) -> tuple[Row, ...]:
    """A row for each thing that none of ``rows`` tells of, such as one that has no date yet."""
    told = {row.subject for row in rows}
    return tuple(_unplaced(journey, one) for one in held if one.id not in told)


def _unplaced(journey: Journey, one: Thing) -> Row:
    became = _what_became(one)
    return Row(
        title=thing_name(one, journey),
        details=() if became else (N_("not in the itinerary yet"),),
        state=standing(became) if became else None,
        icon="calendar",
        faded=became is not None,
        subject=one.id,
    )


def _what_became(one: Thing) -> Standing | None:
    match one:
        case Appointment():
            return _BECAME.get(one.state)
        case Leg() | Stay():
            return _BECAME.get(one.booking.state)
        case MdtMeeting() if one.decision:
            return Standing.DONE
    return None


def _details(item: Item) -> Iterator[Content]:
    if item.to_place is not None:
        yield from _way(item)
    if item.subtitle:
        yield item.subtitle
    if item.to_place is None and item.place is not None and _told_in(item.title) != item.place.name:
        yield item.place.name
        yield from item.place.where[-1:]
    for person in item.people:
        yield person.name
    told = set(item.title.params.values()) if isinstance(item.title, Message) else set()
    for fact in item.facts:
        if fact.mono and isinstance(fact.value, str) and fact.value not in told:
            yield fact.value


def _way(item: Item) -> Iterator[Content]:
    """Where a ride or flight departs, named as such, then when it arrives; its title says where."""
    if item.place is not None and item.place.name:
        exactly = next(iter(item.place.where[-1:]), None)
        if exactly:
            yield N_("from {place} ({detail})", place=item.place.name, detail=exactly)
        else:
            yield N_("from {place}", place=item.place.name)
    if item.ends is not None:
        yield N_("arrives {moment}", moment=item.ends)


def _told_in(title: Message | Text) -> object:
    """The place a title already names, so that it is not said twice."""
    return title.params.get("place") if isinstance(title, Message) else None
