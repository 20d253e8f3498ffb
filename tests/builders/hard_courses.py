"""Hard to lay: 35 fractions over National Day, and people who come and go."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal

from planner.record.appointment import Preparation, PreparationKind
from planner.record.journey import Journey
from planner.record.treatment_days import TreatmentDayKind
from planner.reference.reference import shipped_reference
from planner.schedule.lay import lay
from planner.schedule.treatment_days import TreatmentDays
from tests.builders import hard_world as world
from tests.builders.hard_world import AUCKLAND
from tests.builders.make import (
    AIRPORT,
    CENTRE,
    COMPANION,
    HOTEL,
    PATIENT,
    at,
    day,
    make_stay,
    make_visa,
    text,
)

THIRD = "daughter"


def thirty_five_fractions() -> Journey:
    """Hard case A: 35 fractions from 7 September 2026, over National Day and both make-up days."""
    who = (PATIENT, COMPANION)
    calendar = shipped_reference().calendars.of("CN")
    places = world.places(AUCKLAND, policy=TreatmentDayKind.OFFICIAL)
    centre = next(place for place in places if place.id == CENTRE)
    laid = lay(35, day("2026-09-07"), TreatmentDays(centre.treatment_days, calendar))
    fractions = tuple(world.session(one.number, one.date) for one in laid)
    fasting = Preparation(
        kind=PreparationKind.FASTING,
        words=text("Nothing to eat for 4 hours", "检查前4小时禁食"),
        hours_before=4,
    )
    return world.hard_journey(
        "thirty-five-fractions",
        AUCKLAND,
        travellers=(world.patient(), world.companion()),
        places=places,
        visas=tuple(
            make_visa(id=f"visa-{t}", traveller=t, stay_days=90, enter_by=day("2026-11-20")) for t in who
        ),
        entries=tuple(world.entry(t, "2026-08-25 05:35", "2026-10-31 01:30") for t in who),
        legs=(
            world.flight("out", "3U3812", at("2026-08-24 22:00", AUCKLAND[4]), at("2026-08-25 05:35"), who),
            world.car("from-airport", at("2026-08-25 07:00"), AIRPORT, HOTEL, who),
            world.car("to-airport", at("2026-10-30 21:30"), HOTEL, AIRPORT, who),
            world.flight("home", "3U3811", at("2026-10-31 01:30"), at("2026-10-31 18:40", AUCKLAND[4]), who),
        ),
        stays=(
            make_stay(
                id="stay", travellers=who, arrives=at("2026-08-25 08:10"), leaves=at("2026-10-30 21:30")
            ),
        ),
        appointments=(
            world.appointment("first", "consultation", "2026-08-26 09:30", "First visit", "首次门诊", who),
            world.appointment(
                "simulation",
                "simulation",
                "2026-08-31 13:00",
                "Simulation, 4D-CT",
                "模拟定位（四维CT）",
                who,
                preparations=(fasting,),
            ),
            *world.reviews(
                who, "2026-09-10", "2026-09-17", "2026-09-24", "2026-10-15", "2026-10-22", "2026-10-29"
            ),
            world.appointment(
                "end", "end-review", "2026-10-30 09:00", "End review, fit to fly", "结束评估及适航证明", who
            ),
        ),
        courses=(
            world.course(
                fractions_prescribed=35,
                dose_per_fraction_gy_rbe=Decimal("2.2"),
                fractions=fractions,
            ),
        ),
        payments=world.payments("2026-09-04"),
    )


def two_companions() -> Journey:
    """A wife there all the time and a daughter who arrives later and leaves earlier."""
    home = AUCKLAND[4]
    both, all_three = (PATIENT, COMPANION), (PATIENT, COMPANION, THIRD)
    laid = [day("2026-09-07") + dt.timedelta(offset) for offset in (0, 1, 2, 3, 4, 7, 8, 9, 10, 11)]
    daughter = world.companion(
        3,
        id=THIRD,
        surname="SPECIMEN",
        given_names="Younger Person",
        preferred_name="Young",
        name_hanzi="小样",
    )
    entered = {PATIENT: "2026-08-31 05:35", COMPANION: "2026-08-31 05:35", THIRD: "2026-09-09 05:35"}
    left = {PATIENT: "2026-09-21 01:30", COMPANION: "2026-09-21 01:30", THIRD: "2026-09-17 01:30"}
    return world.hard_journey(
        "two-companions",
        AUCKLAND,
        languages=("zh_CN", "en"),
        travellers=(world.patient(), world.companion(), daughter),
        visas=tuple(make_visa(id=f"visa-{t}", traveller=t, stay_days=30) for t in all_three),
        entries=tuple(world.entry(t, entered[t], left[t]) for t in all_three),
        legs=(
            world.flight("out", "3U3812", at("2026-08-30 22:00", home), at("2026-08-31 05:35"), both),
            world.car("from-airport", at("2026-08-31 07:00"), AIRPORT, HOTEL, both),
            world.flight(
                "out-later", "3U3812", at("2026-09-08 22:00", home), at("2026-09-09 05:35"), (THIRD,)
            ),
            world.car("from-airport-later", at("2026-09-09 07:00"), AIRPORT, HOTEL, (THIRD,)),
            world.car("to-airport-earlier", at("2026-09-16 21:30"), HOTEL, AIRPORT, (THIRD,)),
            world.flight(
                "home-earlier", "3U3811", at("2026-09-17 01:30"), at("2026-09-17 18:40", home), (THIRD,)
            ),
            world.car("to-airport", at("2026-09-20 21:30"), HOTEL, AIRPORT, both),
            world.flight("home", "3U3811", at("2026-09-21 01:30"), at("2026-09-21 18:40", home), both),
        ),
        stays=(
            make_stay(
                id="stay", travellers=both, arrives=at("2026-08-31 08:10"), leaves=at("2026-09-20 21:30")
            ),
            make_stay(
                id="stay-later",
                travellers=(THIRD,),
                arrives=at("2026-09-09 08:10"),
                leaves=at("2026-09-16 21:30"),
            ),
        ),
        appointments=(
            world.appointment("first", "consultation", "2026-09-01 09:30", "First visit", "首次门诊", both),
            world.appointment(
                "family", "consultation", "2026-09-10 15:00", "Talk with the family", "家属谈话", all_three
            ),
            *world.reviews((PATIENT,), "2026-09-10", "2026-09-17"),
        ),
        courses=(
            world.course(
                fractions_prescribed=10,
                dose_per_fraction_gy_rbe=Decimal("6.6"),
                fractions=tuple(world.session(n, on) for n, on in enumerate(laid, start=1)),
            ),
        ),
        payments=world.payments("2026-09-04"),
    )
