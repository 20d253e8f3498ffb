"""Hard to enter and to leave: hard cases B and C of the domain facts."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal

from planner.record.fraction import FractionState, MissedReason
from planner.record.journey import Journey
from planner.record.passport import PassportState
from planner.record.visa import (
    EntryBasis,
    EntryPurpose,
    EntryState,
    ExtensionKind,
    StayCounting,
    StayExtension,
    VisaState,
    VisaStep,
    VisaStepKind,
)
from tests.builders import hard_world as world
from tests.builders.hard_world import AUCKLAND, SYDNEY
from tests.builders.make import (
    AIRPORT,
    COMPANION,
    HOTEL,
    PATIENT,
    at,
    day,
    make_passport,
    make_stay,
    make_visa,
    text,
)


def cascade() -> Journey:
    """Hard case B: visa-free since 9 November 2026, three sessions missed, the last on the last legal day."""
    home, who = SYDNEY[4], (PATIENT, COMPANION)
    delivered = {1: "2026-11-23", 2: "2026-11-24", 3: "2026-11-25", 4: "2026-11-30"}
    missed = (
        (4, "2026-11-26", MissedReason.MACHINE_DOWN),
        (5, "2026-11-27", MissedReason.MACHINE_DOWN),
        (5, "2026-12-01", MissedReason.PATIENT_UNWELL),
    )
    planned = {
        5: "2026-12-02",
        6: "2026-12-03",
        7: "2026-12-04",
        8: "2026-12-07",
        9: "2026-12-08",
        10: "2026-12-09",
    }
    fractions = [
        *(
            world.session(n, day(on), state=FractionState.DELIVERED, delivered_at=at(f"{on} 10:31"))
            for n, on in delivered.items()
        ),
        *(world.session(n, day(on), state=FractionState.MISSED, missed_reason=why) for n, on, why in missed),
        *(world.session(n, day(on)) for n, on in planned.items()),
    ]
    permit = StayExtension(
        id="permit",
        kind=ExtensionKind.STAY_PERMIT,
        apply_on=day("2026-12-02"),
        until=day("2026-12-20"),
    )
    entered = {PATIENT: "2026-11-09 14:00", COMPANION: "2026-11-12 14:00"}
    return world.hard_journey(
        "cascade",
        SYDNEY,
        travellers=(
            world.patient(nationality="AU", home_zone=home),
            world.companion(nationality="AU", home_zone=home),
        ),
        visas=tuple(
            make_visa(
                id=f"visa-{t}",
                traveller=t,
                basis=EntryBasis.UNILATERAL_VISA_FREE,
                purpose=EntryPurpose.TREATMENT if t == PATIENT else EntryPurpose.FAMILY_VISIT,
                state=VisaState.NOT_NEEDED,
                stay_days=30,
                counting=StayCounting.DAY_AFTER_ENTRY_IS_DAY_ONE,
            )
            for t in who
        ),
        entries=tuple(
            world.entry(
                t,
                entered[t],
                "2026-12-06 10:00",
                state=EntryState.ACTUAL,
                extensions=(permit,) if t == PATIENT else (),
            )
            for t in who
        ),
        legs=(
            world.flight("out", "3U3886", at("2026-11-09 05:00", home), at("2026-11-09 14:00"), (PATIENT,)),
            world.flight(
                "out-later", "3U3886", at("2026-11-12 05:00", home), at("2026-11-12 14:00"), (COMPANION,)
            ),
            world.car("to-airport", at("2026-12-06 06:30"), HOTEL, AIRPORT, who),
            world.flight("home", "3U3885", at("2026-12-06 10:00"), at("2026-12-06 23:00", home), who),
        ),
        stays=(
            make_stay(
                id="stay",
                travellers=(PATIENT,),
                arrives=at("2026-11-09 16:00"),
                leaves=at("2026-12-06 06:30"),
            ),
            make_stay(
                id="stay-later",
                travellers=(COMPANION,),
                arrives=at("2026-11-12 16:00"),
                leaves=at("2026-12-06 06:30"),
            ),
        ),
        appointments=world.reviews((PATIENT,), "2026-11-26", "2026-12-03"),
        courses=(
            world.course(
                fractions_prescribed=10,
                dose_per_fraction_gy_rbe=Decimal("6.6"),
                fractions=tuple(sorted(fractions, key=lambda one: one.starts.date)),
            ),
        ),
        payments=world.payments("2026-11-20"),
    )


def passport_and_refusal() -> Journey:
    """Hard case C: refused on 18 January 2027, a new passport, and an application made again."""
    home, who = AUCKLAND[4], (PATIENT, COMPANION)
    old = make_passport(
        id="passport-old", number="PA0000001", expires_on=day("2027-08-14"), state=PassportState.REPLACED
    )
    new = make_passport(
        id="passport", number="PB0000001", issued_on=day("2027-02-03"), expires_on=day("2037-02-03")
    )
    refused = make_visa(
        id="visa-refused",
        state=VisaState.REFUSED,
        passport="passport-old",
        passport_number="PA0000001",
        stay_days=None,
        steps=(
            VisaStep(id="lodged-first", kind=VisaStepKind.LODGE, done_on=day("2027-01-11")),
            VisaStep(
                id="refused",
                kind=VisaStepKind.REFUSED,
                done_on=day("2027-01-18"),
                stated_reason=text("None was given", "未说明理由"),
                next_action=text("Renew the passport, then apply again", "先换发护照，再重新申请"),
            ),
        ),
    )
    again = make_visa(
        id="visa",
        state=VisaState.LODGED,
        passport="passport",
        passport_number="PB0000001",
        enter_by=day("2027-05-17"),
        steps=(
            VisaStep(id="lodged-again", kind=VisaStepKind.LODGE, done_on=day("2027-02-15")),
            VisaStep(id="collect", kind=VisaStepKind.COLLECT, planned=at("2027-02-24 11:00", home)),
        ),
    )
    planned = [day("2027-03-24") + dt.timedelta(offset) for offset in (0, 1, 2, 5, 6)]
    return world.hard_journey(
        "passport-and-refusal",
        AUCKLAND,
        travellers=(world.patient(passports=(old, new)), world.companion()),
        visas=(refused, again, make_visa(id="visa-companion", traveller=COMPANION)),
        entries=tuple(
            world.entry(
                t, "2027-03-08 05:35", "2027-04-02 01:30", visa="visa" if t == PATIENT else "visa-companion"
            )
            for t in who
        ),
        legs=(
            world.flight("out", "3U3812", at("2027-03-07 22:00", home), at("2027-03-08 05:35"), who),
            world.car("from-airport", at("2027-03-08 07:00"), AIRPORT, HOTEL, who),
            world.flight("home", "3U3811", at("2027-04-02 01:30"), at("2027-04-02", home), who),
        ),
        stays=(
            make_stay(id="stay", travellers=who, arrives=at("2027-03-08 08:10"), leaves=at("2027-04-01")),
        ),
        appointments=(
            world.appointment("first", "consultation", "2027-03-09 09:30", "First visit", "首次门诊", who),
            world.appointment(
                "planning",
                "planning",
                "2027-03-15",
                "Planning",
                "计划设计",
                (),
                driver=None,
                interpreter=None,
            ),
        ),
        courses=(
            world.course(
                fractions_prescribed=5,
                dose_per_fraction_gy_rbe=Decimal("10"),
                fractions=tuple(world.session(n, on) for n, on in enumerate(planned, start=1)),
            ),
        ),
        payments=world.payments("2027-02-22"),
    )
