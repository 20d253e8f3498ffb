"""The worked records of the domain facts as journeys that can slip, and short ways to read a proposal."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from typing import Any

from planner.i18n import translator
from planner.imports.journey_file import open_file
from planner.paths import resources_dir
from planner.record.appointment import AppointmentKind
from planner.record.booking import Booking, BookingState
from planner.record.document import DocumentKind
from planner.record.journey import Journey
from planner.record.leg import Leg, LegMode, MedicalClearance, ServiceRequest
from planner.record.place import PlaceKind
from planner.record.treatment_days import DatedPolicy
from planner.record.visa import EntryBasis, EntryPurpose, StayCounting
from planner.record.when import When
from planner.reference.reference import shipped_reference
from planner.schedule.interruption import Interruption
from planner.schedule.slip.consequence import Consequence, DayRange, Value
from planner.schedule.slip.proposal import Happened, Proposal, propose
from tests.builders.make import (
    CENTRE,
    COMPANION,
    DOCTOR,
    DRIVER,
    HOME_AIRPORT,
    HOTEL,
    INTERPRETER,
    PATIENT,
    at,
    confirmed,
    day,
    make_appointment,
    make_companion,
    make_course,
    make_deposit,
    make_document,
    make_entry,
    make_journey,
    make_leg,
    make_place,
    make_places,
    make_stay,
    make_task,
    make_traveller,
    make_visa,
    money,
    text,
    tie,
)

REFERENCE = shipped_reference()
SYDNEY = "Australia/Sydney"
#: Before anything of the worked records happens.
LONG_BEFORE = dt.datetime(2026, 10, 1, tzinfo=dt.UTC)


def sample() -> Journey:
    """The shipped sample: domain facts 8.1."""
    return open_file(resources_dir() / "sample" / "sample.journey.json").journey


def proposed(
    journey: Journey, happened: Interruption | Happened, *, now: dt.datetime = LONG_BEFORE, **how: Any
) -> Proposal:
    """``propose`` for the only course, with the reference data that ships."""
    return propose(journey, journey.courses[0].id, happened, reference=REFERENCE, now=now, **how)


def missed(*days: str) -> Interruption:
    """``missed("2027-04-13")``."""
    return Interruption(missed=tuple(day(one) for one in days))


def by_subject(proposal: Proposal) -> dict[tuple[str, str], Consequence]:
    """The consequences that are not about a person only, by the id of what moves and the field."""
    return {(one.subject.id, one.subject.field): one for one in proposal.consequences}


def moves(proposal: Proposal, ids: Iterable[str] | None = None) -> dict[str, str]:
    """``{"leg-1.departs": "2027-04-29 01:30 → 2027-05-02 01:30"}``, of all or of some things."""
    return {
        f"{one.subject.id}.{one.subject.field}": f"{shown(one.old)} → {shown(one.new)}"
        for one in proposal.consequences
        if ids is None or one.subject.id in set(ids)
    }


def shown(value: Value) -> str:
    """A value of a consequence, short."""
    match value:
        case None:
            return "—"
        case When():
            return f"{value.date} {value.time:%H:%M}" if value.time else str(value.date)
        case DayRange():
            return f"{value.first}..{value.last}"
        case dt.date() | int():
            return str(value)
    return f"{value.currency} {value.amount}"


def english(message: Any) -> str:
    """A message as an English reader sees it."""
    return translator("en").text(message).replace("\N{NO-BREAK SPACE}", " ")


def case_b() -> Journey:
    """Domain facts 8.3 before anything happens: visa-free, ten sessions, a flight two days after the last.

    The companion came three days later. Everything that follows the course says so by a tie.
    """
    after_last = Booking(state=BookingState.CONFIRMED, reference="SPCMN2", cost=money("1500", "AUD"))
    sydney = make_place(id="sydney", kind=PlaceKind.AIRPORT, name=text("Sydney"), country="AU", zone=SYDNEY)
    home, airport, hotel, centre = make_places()
    before_flight = tie("thing", -3, thing="flight-home")
    visas = tuple(
        make_visa(
            id=f"visa-{who}",
            traveller=who,
            basis=EntryBasis.UNILATERAL_VISA_FREE,
            purpose=EntryPurpose.TOURISM,
            stay_days=30,
            counting=StayCounting.DAY_AFTER_ENTRY_IS_DAY_ONE,
        )
        for who in (PATIENT, COMPANION)
    )
    entries = tuple(
        make_entry(
            id=f"entry-{who}",
            traveller=who,
            visa=f"visa-{who}",
            entered=at(f"{entered} 05:35"),
            exited=at("2026-12-06 22:10"),
            exit_leg="flight-home",
            exit_tie=tie("thing", thing="flight-home"),
        )
        for who, entered in ((PATIENT, "2026-11-09"), (COMPANION, "2026-11-12"))
    )
    flight = make_leg(
        id="flight-home",
        travellers=(PATIENT, COMPANION),
        origin="airport",
        destination="sydney",
        number="3U3815",
        departs=at("2026-12-06 22:10"),
        arrives=at("2026-12-07 11:30", SYDNEY),
        check_in=at("2026-12-06 19:10"),
        departs_tie=tie("last-fraction", 2),
        needs_clearance=True,
        clearances=(
            MedicalClearance(
                traveller=PATIENT,
                sent_on=day("2026-11-24"),
                granted_on=day("2026-11-25"),
                reference="MEDA-1",
                for_departure=at("2026-12-06 22:10"),
            ),
        ),
        service_requests=(
            ServiceRequest(traveller=PATIENT, code="WCHR", confirmation=confirmed("The airline")),
            ServiceRequest(traveller=PATIENT, code="LSML"),
        ),
        booking=after_last,
    )
    ride = make_leg(
        id="ride-airport",
        mode=LegMode.CAR,
        travellers=(PATIENT, COMPANION),
        origin=HOTEL,
        destination="airport",
        number="",
        departs=at("2026-12-06 18:00"),
        arrives=at("2026-12-06 19:00"),
        departs_tie=tie("thing", thing="flight-home"),
        driver=DRIVER,
        escort=INTERPRETER,
        booking=Booking(state=BookingState.HELD),
    )
    return make_journey(
        id="case-b",
        travellers=(
            make_traveller(nationality="AU", home_zone=SYDNEY),
            make_companion(nationality="AU", home_zone=SYDNEY),
        ),
        places=(home, airport, hotel, centre_with_days(centre), sydney),
        visas=visas,
        entries=entries,
        legs=(ride, flight),
        stays=(
            make_stay(
                id="hotel-stay",
                arrives=at("2026-11-09 08:00"),
                leaves=at("2026-12-06 18:00"),
                leaves_tie=tie("thing", thing="flight-home"),
                nightly_rate=money("400"),
                booking=Booking(state=BookingState.BOOKED, free_cancel_until=at("2026-11-30 18:00")),
            ),
        ),
        appointments=(
            make_appointment(
                id="end-review",
                kind=AppointmentKind.END_REVIEW,
                starts=at("2026-12-05 09:00"),
                starts_tie=tie("last-fraction", 1),
                interpreter=INTERPRETER,
                confirmation=confirmed("Coordinator"),
            ),
        ),
        documents=(
            make_document(
                id="fit-to-fly",
                kind=DocumentKind.FIT_TO_FLY,
                title=text("Fit-to-fly certificate", "适宜乘机证明"),
                needed_for="flight-home",
                needed_by=day("2026-12-05"),
                needed_by_tie=tie("last-fraction", 1),
            ),
        ),
        deposits=(
            make_deposit(
                id="deposit",
                daily_draw=money("5000"),
                draws_from=day("2026-11-10"),
                draws_to=day("2026-12-05"),
                draws_to_tie=tie("last-fraction", 1),
            ),
        ),
        tasks=(
            make_task(id="task-airline", due_on=day("2026-12-03"), due_tie=before_flight),
            make_task(
                id="task-done", due_on=day("2026-12-03"), due_tie=before_flight, done_on=day("2026-11-20")
            ),
        ),
        courses=(make_course(10, "2026-11-23", id="course", clinician=DOCTOR, centre=CENTRE),),
    )


def centre_with_days(centre: Any) -> Any:
    """A centre that treats as offices work."""
    return make_place(id=centre.id, kind=centre.kind, name=centre.name, treatment_days=(DatedPolicy(),))


LAST = tie("last-fraction", 1)
#: The last session is missed, and given on Friday 9 April 2027: all that hangs on it moves by a day.
MISS = Interruption(missed=(day("2027-04-08"),))
#: The third session is planned no more.
FEWER = Interruption(fractions=2, ordered_by="Dr Example")


def course(*fractions: Any, **fields: Any) -> Any:
    """Sessions on Tuesday 6, Wednesday 7 and Thursday 8 April 2027, or those given."""
    return make_course(id="course", **({"fractions": fractions} if fractions else {}) | fields)


def journey(**fields: Any) -> Journey:
    """A journey with that course and whatever is given."""
    return make_journey(**{"courses": (course(),)} | fields)


def slip(**fields: Any) -> Proposal:
    """What is proposed when the last session is missed; ``fields`` are what the journey holds besides."""
    return proposed(journey(**fields), MISS)


def only(proposal: Proposal) -> Consequence:
    """The only consequence there is."""
    (one,) = proposal.consequences
    return one


def said(one: Consequence) -> list[str]:
    """What a person must decide."""
    return [english(message) for message in one.you_decide]


def flight(**fields: Any) -> Leg:
    """The flight home, at 01:30 of the day after the last session."""
    given = {
        "id": "leg",
        "origin": "airport",
        "destination": HOME_AIRPORT,
        "departs": at("2027-04-09 01:30"),
        "arrives": at("2027-04-09 17:40", "Pacific/Auckland"),
        "departs_tie": LAST,
    }
    return make_leg(**given | fields)
