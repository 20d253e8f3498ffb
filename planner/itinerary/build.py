"""One itinerary out of a journey: the parts that its audience may see, in order, in no language yet."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from planner.itinerary import cover
from planner.itinerary.addresses import addresses
from planner.itinerary.after_midnight import evening_items, with_warning
from planner.itinerary.appointments import appointment_items, board_items
from planner.itinerary.audience import SIGHTS
from planner.itinerary.checklists import checklists
from planner.itinerary.closed_days import closed_days
from planner.itinerary.days import days
from planner.itinerary.edition import Edition, edition
from planner.itinerary.emergency import emergency_cards
from planner.itinerary.entries import entries, entry_items, safe_last_day, stay_line, stay_notes
from planner.itinerary.hotel_nights import night_items
from planner.itinerary.item import Item, Itinerary, PhraseGroup
from planner.itinerary.legs import leg_items
from planner.itinerary.months import marked_days
from planner.itinerary.order import in_order
from planner.itinerary.paperwork import paperwork_items
from planner.itinerary.people import initials
from planner.itinerary.rides import ride_items
from planner.itinerary.sessions import course_plans, session_items
from planner.itinerary.standing import passed
from planner.itinerary.stays import stay_items
from planner.itinerary.whereabouts import Whereabouts, whereabouts
from planner.message import N_
from planner.record.consent import Audience
from planner.record.journey import Journey
from planner.reference.phrasebook import phrasebook
from planner.reference.work_calendar import WorkCalendar

_DISCLAIMER = N_(
    "The agency connects, arranges and translates. It does not provide medical services. "
    "For every medical question ask your doctors."
)


def build(
    journey: Journey,
    audience: Audience,
    *,
    today: dt.date,
    made_on: dt.date | None = None,
    calendar: WorkCalendar | None = None,
    revision: int | None = None,
    languages: tuple[str, ...] | None = None,
    reader: str = "",
    recipient: str = "",
    items: tuple[Item, ...] | None = None,
) -> Itinerary:
    """The itinerary of ``journey`` for ``audience``, as it stands on ``today`` where the treatment is.

    ``made_on`` is the date of the paper, the day at the office that makes it; ``today`` unless given.
    ``calendar`` is the official calendar of the country of treatment, imported years included; without
    it, what ships. ``languages`` are the print languages, the journey's own unless given. ``reader`` is
    the id of the companion whose copy it is (the first unless given); ``recipient`` that of the driver (a
    contact), the hotel or the hospital (a place) whose copy it is and who is told only what is theirs:
    unless given, the driver and the hotel with the most to do, and all hospitals of the country together.
    ``items`` are those of ``items_of`` for the same journey, audience and day, where they are known.
    ``revision`` is ``None`` for a draft. Whether the copy may be handed out is for ``audience.refusal``.
    """
    made = edition(
        journey,
        audience,
        today=today,
        made_on=made_on,
        calendar=calendar,
        reader=reader,
        recipient=recipient,
    )
    where = whereabouts(made)
    items = _all_items(made, where) if items is None else items
    sight = SIGHTS[audience]
    first, last = where.span or (dt.date.max, dt.date.max)
    during = tuple(item for item in items if first <= item.on <= last)
    closed = closed_days(made) if sight.course else lambda day: False
    pages = days(made, where, during, closed, free_days=sight.free_days)
    dates = tuple(page.date for page in pages)
    own_entries = entries(made) if sight.stays else ()
    return Itinerary(
        journey=journey.id,
        reference=journey.reference,
        audience=audience,
        languages=languages or journey.languages,
        made_on=made.made_on,
        revision=revision,
        title=cover.title(made),
        initials=initials(made.reader),
        reader=made.reader.id if made.reader else "",
        recipient=made.recipient,
        travellers=cover.traveller_facts(made),
        agency=journey.agency.name,
        agency_lines=cover.agency_facts(made),
        key_facts=cover.key_facts(made, where, items),
        ring=cover.ring(made),
        months=marked_days(
            made,
            items,
            dates,
            safe_last_day(made) if sight.stays else None,
            closed,
        ),
        checklists=checklists(made, where.span[0] if where.span else None) if sight.checklists else (),
        stays=tuple(stay_line(made, entry) for entry in own_entries),
        stay_notes=stay_notes(made) if sight.stays else (),
        before=tuple(item for item in items if item.on < first),
        days=pages,
        after=tuple(item for item in items if item.on > last),
        courses=course_plans(made) if sight.course else (),
        addresses=addresses(made, during),
        emergency_cards=emergency_cards(made) if sight.cards else (),
        phrases=_phrases() if sight.phrases else (),
        contacts=cover.contacts(made),
        disclaimer=journey.agency.disclaimer or _DISCLAIMER,
        provisional_years=_provisional_years(made, items),
    )


def items_of(
    journey: Journey,
    audience: Audience,
    *,
    today: dt.date,
    made_on: dt.date | None = None,
    calendar: WorkCalendar | None = None,
) -> tuple[Item, ...]:
    """The items of ``build(…)`` alone, all in one order: what a list of journeys needs of each."""
    made = edition(journey, audience, today=today, made_on=made_on, calendar=calendar)
    return _all_items(made, whereabouts(made))


def _all_items(edition: Edition, whereabouts: Whereabouts) -> tuple[Item, ...]:
    return in_order(passed(item, edition.today) for item in _items(edition, whereabouts))


def _items(edition: Edition, whereabouts: Whereabouts) -> Iterator[Item]:
    match edition.audience:
        case Audience.DRIVER:
            yield from ride_items(edition)
        case Audience.HOTEL:
            yield from night_items(edition)
        case Audience.HOSPITAL:
            yield from _medical(edition, whereabouts)
        case Audience.COMPANION:
            yield from _travel(edition)
            yield from (
                item for item in _medical(edition, whereabouts) if _concerns(edition, whereabouts, item)
            )
            yield from paperwork_items(edition)
        case _:
            yield from _travel(edition)
            yield from _medical(edition, whereabouts)
            yield from paperwork_items(edition)


def _travel(edition: Edition) -> Iterator[Item]:
    yield from with_warning(edition, list(leg_items(edition)))
    yield from evening_items(edition)
    yield from stay_items(edition)
    yield from entry_items(edition)


def _medical(edition: Edition, whereabouts: Whereabouts) -> Iterator[Item]:
    yield from appointment_items(edition, whereabouts)
    yield from board_items(edition, whereabouts)
    yield from session_items(edition)


def _concerns(edition: Edition, whereabouts: Whereabouts, item: Item) -> bool:
    """Whether a companion is there for it: while they travel, or because they are named for it."""
    if whereabouts.is_travelling(item.on):
        return True
    return edition.reader is not None and any(
        edition.reader.id in appointment.travellers
        for appointment in edition.journey.appointments
        if appointment.id == item.subject
    )


def _phrases() -> tuple[PhraseGroup, ...]:
    return tuple(
        PhraseGroup(
            title=chapter.title,
            phrases=tuple(phrase.text for phrase in chapter.phrases),
            pinyin=tuple(phrase.pinyin for phrase in chapter.phrases),
        )
        for chapter in phrasebook().chapters
    )


def _provisional_years(edition: Edition, items: tuple[Item, ...]) -> tuple[int, ...]:
    waits = (edition.calendar.status(item.on).waits_for for item in items if item.provisional)
    return tuple(sorted({year for year in waits if year is not None}))
