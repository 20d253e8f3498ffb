"""A believable caseload of any size, for benches: the same seed gives the same journeys.

Each journey holds about two hundred dated facts, as one to China does (``docs/product.md``). Agency, places
and contacts are shared by all, as in a real directory. Nobody in it exists: names are made of syllables.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from decimal import Decimal

from planner.record.appointment import Appointment, AppointmentKind, AppointmentState
from planner.record.booking import BookedName, Booking, BookingState, Confirmation
from planner.record.consent import Audience, Consent, DataCategory, Notice, NoticeKind
from planner.record.course import Course
from planner.record.diagnosis import Diagnosis
from planner.record.document import Document, DocumentEvent, DocumentKind, DocumentSource, DocumentState
from planner.record.fraction import Fraction, FractionState
from planner.record.journey import Journey, JourneyState
from planner.record.leg import Leg, LegMode, MedicalClearance, Seat
from planner.record.mdt import Attendant, MdtMeeting, Opinion
from planner.record.money import Balance, Deposit, EstimateLine, Money, Payment, PaymentKind, PaymentState
from planner.record.passport import Passport
from planner.record.place import Place
from planner.record.stay import Stay, StayKind
from planner.record.task import Task, TaskOrigin
from planner.record.visa import (
    AddressRegistration,
    Entry,
    EntryBasis,
    EntryState,
    StayCounting,
    Visa,
    VisaState,
    VisaStep,
    VisaStepKind,
)
from planner.record.when import When
from tests.builders.caseload_case import Case
from tests.builders.caseload_directory import CHINA, HOME, text


def generated_journeys(count: int, seed: int = 0) -> Iterator[Journey]:
    """``count`` journeys, made as they are asked for; the ``n``-th depends on ``seed`` and ``n`` only."""
    for number in range(count):
        yield _journey(Case(number, seed))


_DOCUMENTS = tuple(
    (kind, text(kind.value.replace("-", " ").capitalize(), f"文件{number}"))
    for number, kind in enumerate(tuple(DocumentKind)[:20])
)
_STATES = tuple(DocumentState)
_APPOINTMENTS = (
    (AppointmentKind.CONSULTATION, 1, 9),
    (AppointmentKind.BLOODS, 1, 8),
    (AppointmentKind.IMAGING, 2, 10),
    (AppointmentKind.INFORMED_CONSENT, 3, 15),
    (AppointmentKind.FIDUCIAL_MARKERS, 4, 8),
    (AppointmentKind.SIMULATION, 14, 13),
    (AppointmentKind.PLANNING, 15, 9),
    (AppointmentKind.PLAN_QA, 25, 16),
)
_STEPS = (
    VisaStepKind.ONLINE_FORM,
    VisaStepKind.LODGE,
    VisaStepKind.BIOMETRICS,
    VisaStepKind.FEE,
    VisaStepKind.COLLECT,
)
_TASK_WORDS = tuple(text(f"Check item {n} with the centre", f"与中心核对第{n}项") for n in range(20))
_SITE = text("Liver, segment VIII", "肝脏第八段")
_PROTON = text("Proton course", "质子疗程")


def _documents(case: Case) -> tuple[Document, ...]:
    random, made = case.random, []
    for kind, title in _DOCUMENTS:
        reached, start = random.randrange(1, 7), case.day(random.randrange(1, 40), case.opened)
        made.append(
            Document(
                id=case.id(),
                kind=kind,
                title=title,
                traveller=case.both[0],
                state=_STATES[reached],
                languages=("en",),
                number=case.reference(),
                issued_on=start,
                source=DocumentSource.HOSPITAL,
                received_on=start,
                events=(
                    DocumentEvent(state=_STATES[1], on=start),
                    DocumentEvent(state=_STATES[reached], on=case.day(5, start)),
                ),
            )
        )
    return tuple(made)


def _visas(case: Case, passports: tuple[Passport, ...]) -> tuple[Visa, ...]:
    return tuple(
        Visa(
            id=case.id(),
            traveller=traveller,
            basis=EntryBasis.S2,
            state=VisaState.GRANTED,
            passport=passport.id,
            passport_number=passport.number,
            number=case.reference(),
            issued_on=case.day(-20),
            enter_by=case.day(70),
            entries=1,
            stay_days=90,
            counting=StayCounting.ENTRY_DAY_IS_DAY_ONE,
            steps=tuple(
                VisaStep(
                    id=case.id(),
                    kind=kind,
                    done_on=case.day(-45 + 5 * step),
                    place=case.shared.embassy.id,
                )
                for step, kind in enumerate(_STEPS)
            ),
        )
        for traveller, passport in zip(case.both, passports, strict=True)
    )


def _legs(case: Case) -> tuple[Leg, ...]:
    out, back = case.at(-1, 22, HOME), case.at(0, 1, since=case.leaves)
    return (
        _leg(case, LegMode.FLIGHT, case.shared.home_airport, case.airport, out, case.at(0, 5)),
        _leg(case, LegMode.CAR, case.airport, case.hotel, case.at(0, 7), case.at(0, 8)),
        _leg(case, LegMode.CAR, case.hotel, case.centre, case.at(1, 8), case.at(1, 9)),
        _leg(
            case,
            LegMode.CAR,
            case.hotel,
            case.airport,
            case.at(-1, 21, since=case.leaves),
            case.at(-1, 22, since=case.leaves),
        ),
        _leg(
            case,
            LegMode.FLIGHT,
            case.airport,
            case.shared.home_airport,
            back,
            case.at(0, 18, HOME, case.leaves),
        ),
    )


def _leg(case: Case, mode: LegMode, origin: Place, destination: Place, departs: When, arrives: When) -> Leg:
    flight = mode is LegMode.FLIGHT
    cost = Money(amount=Decimal(case.random.randrange(40, 1600)), currency="NZD")
    return Leg(
        id=case.id(),
        mode=mode,
        travellers=case.both,
        origin=origin.id,
        destination=destination.id,
        departs=departs,
        arrives=arrives,
        carrier_code="3U" if flight else "",
        number=f"3U{case.random.randrange(1000, 9999)}" if flight else "",
        seats=(Seat(traveller=case.both[0], seat="31C"), Seat(traveller=case.both[1], seat="31D"))
        if flight
        else (),
        clearances=(MedicalClearance(traveller=case.both[0], sent_on=case.day(-11), for_departure=departs),)
        if flight
        else (),
        booking=Booking(
            state=BookingState.BOOKED,
            reference=case.reference(),
            names=tuple(BookedName(traveller=t.id, name=t.full_name) for t in case.travellers)
            if flight
            else (),
            booked_on=case.day(-25),
            free_cancel_until=departs.moved(-2),
            cost=cost,
        ),
        driver=None if flight else case.driver.id,
    )


def _appointments(case: Case) -> tuple[Appointment, ...]:
    reviews = [(AppointmentKind.WEEKLY_REVIEW, (day - case.arrival).days, 15) for day in case.days[3::5]]
    after = [(AppointmentKind.END_REVIEW, (case.days[-1] - case.arrival).days + 1, 9)]
    return tuple(
        Appointment(
            id=case.id(),
            kind=kind,
            state=AppointmentState.PLANNED,
            starts=case.at(offset, hour),
            duration_minutes=45,
            place=case.centre.id,
            travellers=case.both[:1],
            people=(case.doctor.id,),
            needs_interpreter=True,
            interpreter=case.interpreter.id,
            driver=case.driver.id,
            confirmation=Confirmation(by="Front desk", on=case.day(-3)),
        )
        for kind, offset, hour in (*_APPOINTMENTS, *reviews, *after)
    )


def _course(case: Case) -> Course:
    return Course(
        id=case.id(),
        site=_SITE,
        dose_per_fraction_gy_rbe=Decimal("3.87"),
        fractions_prescribed=case.sessions,
        clinician=case.doctor.id,
        prescribed_on=case.day(20),
        centre=case.centre.id,
        daily_time=case.time,
        session_minutes=40,
        fractions=tuple(
            Fraction(
                id=case.id(),
                number=number,
                starts=When(date=day, time=case.time, zone=CHINA),
                state=FractionState.PLANNED,
                duration_minutes=40,
                driver=case.driver.id,
            )
            for number, day in enumerate(case.days, start=1)
        ),
    )


def _money(case: Case) -> tuple[tuple[EstimateLine, ...], tuple[Payment, ...], tuple[Deposit, ...]]:
    price = Money(amount=Decimal(case.random.randrange(180_000, 320_000)), currency="CNY")
    draw = Money(amount=Decimal(4000), currency="CNY")
    line = EstimateLine(id=case.id(), what=_PROTON, amount=price, stated_on=case.day(-55))
    deposit = Deposit(
        id=case.id(),
        held_by=case.centre.id,
        daily_draw=draw,
        draws_from=case.arrival,
        draws_to=case.days[-1],
        balances=tuple(Balance(on=case.day(7 * week), amount=draw) for week in range(4)),
    )
    payments = tuple(
        Payment(
            id=case.id(),
            kind=PaymentKind.DEPOSIT if number == 0 else PaymentKind.TOP_UP,
            what=_PROTON,
            amount=draw,
            state=PaymentState.PLANNED,
            due_on=case.day(-40 + 14 * number),
            paid_on=case.day(-38 + 14 * number),
            payer=case.both[0],
            payee=case.centre.id,
            deposit=deposit.id,
            reference=case.reference(),
        )
        for number in range(4)
    )
    return (line,), payments, (deposit,)


def _journey(case: Case) -> Journey:
    shared = case.shared
    passports = tuple(traveller.passports[0] for traveller in case.travellers)
    visas, legs = _visas(case, passports), _legs(case)
    estimate, payments, deposits = _money(case)
    return Journey(
        id=case.id(),
        agency=shared.agency,
        case_manager=shared.agency.case_managers[case.number % 3].id,
        reference=f"SP-{case.number:05d}",
        state=JourneyState.ACTIVE if case.number % 5 else JourneyState.COMPLETED,
        opened_on=case.opened,
        referring_hospital=case.hospital.id,
        places=(
            case.hospital,
            case.centre,
            case.hotel,
            case.airport,
            shared.home_airport,
            shared.embassy,
        ),
        contacts=(case.doctor, case.interpreter, case.driver),
        travellers=case.travellers,
        diagnoses=(Diagnosis(id=case.id(), icd10="C22.0", site=_SITE, stated_on=case.day(2, case.opened)),),
        documents=_documents(case),
        visas=visas,
        entries=tuple(_entry(case, visa, legs) for visa in visas),
        legs=legs,
        stays=(
            Stay(
                id=case.id(),
                kind=StayKind.HOTEL,
                place=case.hotel.id,
                travellers=case.both,
                arrives=case.at(0, 8),
                leaves=case.at(-1, 21, since=case.leaves),
                booking=Booking(
                    state=BookingState.CONFIRMED, reference=case.reference(), booked_on=case.day(-24)
                ),
            ),
        ),
        mdt_meetings=(_board(case),),
        appointments=_appointments(case),
        courses=(_course(case),),
        estimate=estimate,
        payments=payments,
        deposits=deposits,
        consents=tuple(_consent(case, number) for number in range(3)),
        notices=(_notice(case),),
        tasks=_tasks(case),
    )


def _entry(case: Case, visa: Visa, legs: tuple[Leg, ...]) -> Entry:
    return Entry(
        id=case.id(),
        traveller=visa.traveller,
        visa=visa.id,
        state=EntryState.PLANNED,
        entered=legs[0].arrives,
        entry_port=case.airport.id,
        entry_leg=legs[0].id,
        exited=legs[-1].departs,
        exit_port=case.airport.id,
        exit_leg=legs[-1].id,
        arrival_card_on=case.day(-2),
        registrations=(AddressRegistration(registered=case.at(0, 20), place=case.hotel.id),),
    )


def _board(case: Case) -> MdtMeeting:
    words = text("Suitable for protons.", "适合质子治疗。")
    return MdtMeeting(
        id=case.id(),
        hospital=case.hospital.id,
        starts=case.at(-60, 15),
        duration_minutes=45,
        attendants=(Attendant(role=case.doctor.role, contact=case.doctor.id),),
        interpreter=case.interpreter.id,
        material_due=case.at(-67, 12),
        opinions=(Opinion(role=case.doctor.role, contact=case.doctor.id, words=words),),
        decision=words,
        written_by=case.doctor.id,
        confirmation=Confirmation(by="Coordinator", on=case.day(-65)),
    )


def _consent(case: Case, number: int) -> Consent:
    return Consent(
        id=case.id(),
        traveller=case.both[0],
        audience=tuple(Audience)[number],
        recipient_place=case.hospital.id,
        categories=(DataCategory.HEALTH, DataCategory.TRAVEL),
        overseas=True,
        given_on=case.day(2, case.opened),
    )


def _notice(case: Case) -> Notice:
    given = When(date=case.opened, time=dt.time(10), zone=HOME)
    return Notice(id=case.id(), kind=NoticeKind.INDIRECT_COLLECTION, traveller=case.both[0], given=given)


def _tasks(case: Case) -> tuple[Task, ...]:
    return tuple(
        Task(
            id=case.id(),
            title=title,
            due_on=case.day(-60 + 3 * number),
            owner=case.shared.agency.case_managers[number % 3].id,
            done_on=case.day(-61 + 3 * number) if number < 8 else None,
            origin=TaskOrigin.TEMPLATE,
        )
        for number, title in enumerate(_TASK_WORDS)
    )
