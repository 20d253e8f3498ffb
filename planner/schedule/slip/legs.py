"""Legs that move, and what lapses with them: clearances, services, papers made out for the old departure."""

from __future__ import annotations

from collections.abc import Iterator

from planner.message import N_, Message
from planner.record.document import Document, DocumentKind, DocumentState
from planner.record.leg import Leg, LegMode, MedicalClearance
from planner.record.money import Money
from planner.record.subject import Subject
from planner.record.text import same
from planner.record.when import When
from planner.reference.policy import Policy
from planner.schedule.clearances import POLICY, window
from planner.schedule.names import traveller_name
from planner.schedule.slip.circumstances import Circumstances
from planner.schedule.slip.consequence import Consequence, ConsequenceKind, DayRange
from planner.schedule.slip.moved_dates import MovedDate
from planner.schedule.slip.names import name_of, name_of_leg
from planner.schedule.slip.people import people_consequences
from planner.schedule.slip.tie_words import why_moved

#: They do not run whenever one likes.
_SCHEDULED = (LegMode.FLIGHT, LegMode.TRAIN, LegMode.COACH, LegMode.FERRY)
#: Papers that are made out for one departure.
_FOR_ONE_DEPARTURE = (DocumentKind.FIT_TO_FLY, DocumentKind.MEDICAL_CLEARANCE, DocumentKind.TICKET)
_NOT_YET_HAD = (DocumentState.NEEDED, DocumentState.REQUESTED)


def leg_consequences(
    leg: Leg, moved: MovedDate, depends_on: str, about: Circumstances
) -> Iterator[Consequence]:
    """A leg leaves on the date its tie says, at its own time; the arrival follows by elapsed time."""
    old, new = moved.field.value, moved.new
    assert isinstance(old, When)
    promised = about.is_promised(leg.booking)
    doubts = about.doubts(old, new)
    if leg.mode in _SCHEDULED and new is not None and not moved.decided:
        doubts += (_days_of_service(leg),)
    main = Consequence(
        kind=ConsequenceKind.LEG if leg.mode in _SCHEDULED else ConsequenceKind.RIDE,
        subject=moved.field.subject,
        what=_what(leg, about),
        old=old,
        new=new,
        why=why_moved(moved, about),
        needs_rebooking=promised,
        free_cancel_until=leg.booking.free_cancel_until,
        free_cancel_over=about.free_cancel_over(leg.booking),
        you_decide=doubts,
        depends_on=depends_on,
    )
    yield main
    if not isinstance(new, When):
        return
    moment = (old, new)
    why = N_("They come along on: {what}", what=name_of_leg(leg, about.places))
    yield from people_consequences(
        Subject("leg", leg.id), (("escort", leg.escort),), moment, why, main.key, about
    )
    yield from _clearances(leg, moment, main.key, about)
    yield from _services(leg, moment, main.key, about)
    yield from _papers(leg, moment, main.key, about)
    if promised and leg.booking.cost is not None:
        yield _rebooking_cost(leg, leg.booking.cost, main, about)


def _what(leg: Leg, about: Circumstances) -> Message:
    """The leg, and who drives it if somebody is named."""
    name = name_of_leg(leg, about.places)
    driver = about.contacts.get(leg.driver) if leg.driver else None
    if driver is None or not driver.name:
        return name
    return N_("{leg}, driver {driver}", leg=name, driver=driver.name)


def _days_of_service(leg: Leg) -> Message:
    if leg.number:
        return N_("The record does not say on which days {number} runs; ask the carrier.", number=leg.number)
    return N_("The record does not say on which days it runs; ask the carrier.")


def _clearances(
    leg: Leg, moment: tuple[When, When], depends_on: str, about: Circumstances
) -> Iterator[Consequence]:
    """A clearance holds for one departure only; the days on which the form is taken move with it."""
    policy = about.reference.policies.get(POLICY)
    old, new = (window(policy, when.date) if policy else None for when in moment)
    if policy is None or old is None or new is None:
        return
    latest = {clearance.traveller: clearance for clearance in leg.clearances}
    for clearance in latest.values():
        sent = clearance.sent_on is not None or clearance.granted_on is not None
        late = (N_("The form was due by {last}; ask the airline.", last=new.last),)
        yield Consequence(
            kind=ConsequenceKind.CLEARANCE,
            subject=Subject("leg", leg.id, "clearances"),
            what=N_(
                "Medical clearance (MEDA) of {name} for {leg}",
                name=traveller_name(about.travellers.get(clearance.traveller)),
                leg=name_of_leg(leg, about.places),
            ),
            old=DayRange(old.first, old.last),
            new=DayRange(new.first, new.last),
            why=_why_clearance(leg, policy, clearance, moment[0], sent=sent),
            needs_rebooking=sent,
            you_decide=late if new.last < about.today else (),
            person=clearance.traveller,
            depends_on=depends_on,
        )


def _why_clearance(
    leg: Leg, policy: Policy, clearance: MedicalClearance, departs: When, *, sent: bool
) -> Message:
    days = {
        "earliest": policy["earliest_days_before"],
        "latest": policy["latest_days_before"],
        "carrier": leg.carrier or same(leg.carrier_code) or N_("The airline"),
    }
    if sent:
        return N_(
            "It was for the departure on {departure} and lapses with it. {carrier} takes the form from "
            "{earliest} to {latest} days before departure.",
            departure=clearance.for_departure or departs,
            **days,
        )
    return N_("{carrier} takes the form from {earliest} to {latest} days before departure.", **days)


def _services(
    leg: Leg, moment: tuple[When, When], depends_on: str, about: Circumstances
) -> Iterator[Consequence]:
    """What the carrier has confirmed, a wheelchair or a meal, it has confirmed for the old departure."""
    requests = {(request.traveller, request.code): request for request in leg.service_requests}
    for request in requests.values():
        if request.confirmation is None:
            continue
        yield Consequence(
            kind=ConsequenceKind.SERVICE,
            subject=Subject("leg", leg.id, f"service_requests/{request.code}"),
            what=N_(
                "{code} for {name} on {leg}",
                code=request.code,
                name=traveller_name(about.travellers.get(request.traveller)),
                leg=name_of_leg(leg, about.places),
            ),
            old=moment[0],
            new=moment[1],
            why=N_("{by} confirmed it for the old departure.", by=request.confirmation.by),
            needs_rebooking=True,
            person=request.traveller,
            depends_on=depends_on,
        )


def _papers(
    leg: Leg, moment: tuple[When, When], depends_on: str, about: Circumstances
) -> Iterator[Consequence]:
    """Papers in hand that were made out for the old departure are needed again."""
    for document in about.journey.documents:
        if document.needed_for == leg.id and _lapses(document):
            tied = about.after.tied(document.needed_by_tie) if document.needed_by_tie else None
            needed_by = document.needed_by
            yield Consequence(
                kind=ConsequenceKind.DOCUMENT,
                subject=Subject("document", document.id, "state"),
                what=name_of(document, about.places),
                old=needed_by,
                new=tied or moment[1].date,
                why=N_(
                    "It was made out for the departure of {leg} on {old}; a new one is needed for {new}.",
                    leg=name_of_leg(leg, about.places),
                    old=moment[0],
                    new=moment[1],
                ),
                needs_rebooking=True,
                depends_on=depends_on,
            )


def _lapses(document: Document) -> bool:
    return document.kind in _FOR_ONE_DEPARTURE and document.state not in _NOT_YET_HAD


def _rebooking_cost(leg: Leg, cost: Money, main: Consequence, about: Circumstances) -> Consequence:
    """What changing a booked leg costs is the carrier's to say; until when it was free is in the record."""
    until = leg.booking.free_cancel_until
    if until is None:
        why = N_("The record does not say until when it could be cancelled free of charge.")
    elif main.free_cancel_over:
        why = N_("It could be cancelled free of charge until {until}, which has passed.", until=until)
    else:
        why = N_("It can be cancelled free of charge until {until}.", until=until)
    return Consequence(
        kind=ConsequenceKind.COST,
        subject=Subject("leg", leg.id, "booking.cost"),
        what=N_("Cost of changing {leg}", leg=name_of_leg(leg, about.places)),
        old=cost,
        new=None,
        why=why,
        free_cancel_until=until,
        free_cancel_over=main.free_cancel_over,
        you_decide=(N_("Ask the carrier what the change costs, and enter it."),),
        depends_on=main.key,
    )
