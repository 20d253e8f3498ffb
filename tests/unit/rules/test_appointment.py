"""Appointments: two at once, too far apart, on a closed day, without an interpreter or a way to be there."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import Any

import pytest

from planner.record.appointment import (
    Appointment,
    AppointmentKind,
    AppointmentState,
    Preparation,
    PreparationKind,
)
from planner.record.fraction import FractionState
from planner.record.journey import Journey
from planner.record.leg import LegMode
from planner.record.mdt import MeetingMode
from planner.record.place import OpeningHours, PlaceKind
from planner.record.treatment_days import DatedPolicy, DayException, TreatmentDayKind
from planner.rules.finding import Severity
from tests.builders import (
    NEW_ZEALAND,
    at,
    confirmed,
    make_appointment,
    make_companion,
    make_contact,
    make_contacts,
    make_course,
    make_entry,
    make_fraction,
    make_journey,
    make_leg,
    make_place,
    make_places,
    make_traveller,
    text,
)
from tests.builders.make import AIRPORT, CENTRE, COMPANION, HOTEL, INTERPRETER, PATIENT
from tests.unit.rules.harness import Golden, raised

KIND = AppointmentKind
CHENGDU = text("Chengdu", "成都")
DEPARTMENT, CLINIC, FAR, HOME_CLINIC = "department", "clinic", "far", "home-clinic"
HOURS = tuple(OpeningHours(weekday=day, opens=dt.time(8), closes=dt.time(18)) for day in range(1, 6))
CENTRE_DAYS = DatedPolicy(
    kind=TreatmentDayKind.OFFICIAL_NO_WEEKENDS, source=text("The centre's coordinator", "中心协调员")
)
PLACES = (
    *(
        replace(place, city=CHENGDU, treatment_days=(CENTRE_DAYS,), opening_hours=HOURS)
        if place.id == CENTRE
        else replace(place, city=CHENGDU)
        if place.country == "CN"
        else place
        for place in make_places()
    ),
    make_place(
        id=DEPARTMENT, kind=PlaceKind.CLINIC, name=text("Imaging", "影像科"), within=CENTRE, city=CHENGDU
    ),
    make_place(id=CLINIC, kind=PlaceKind.CLINIC, name=text("Clinic", "门诊"), city=CHENGDU),
    make_place(id=FAR, kind=PlaceKind.HOSPITAL, name=text("Hospital", "医院"), city=text("Shanghai", "上海")),
    make_place(
        id=HOME_CLINIC,
        kind=PlaceKind.CLINIC,
        name=text("Demo Family Practice", "演示家庭医生"),
        country="NZ",
        subdivision="WKO",
        zone=NEW_ZEALAND,
    ),
)
CONSULTATION = make_appointment(
    id="consultation", duration_minutes=30, interpreter=INTERPRETER, needs_interpreter=True
)
BLOODS = make_appointment(
    id="bloods",
    kind=KIND.BLOODS,
    starts=at("2027-03-09 10:00"),
    duration_minutes=20,
    needs_interpreter=False,
    place=DEPARTMENT,
)
ENTRY = make_entry(id="entry", exited=at("2027-04-29 01:30"))
SPEAKS = make_contact(id=INTERPRETER, languages=("zh_CN", "en"))
CONTACTS = tuple(SPEAKS if one.id == INTERPRETER else one for one in make_contacts())
JOURNEY = make_journey(
    id="journey", places=PLACES, contacts=CONTACTS, appointments=(CONSULTATION, BLOODS), entries=(ENTRY,)
)
TODAY = "2027-03-01"
CAR = make_leg(
    id="car",
    mode=LegMode.CAR,
    number="",
    carrier_code="",
    origin=HOTEL,
    destination=CENTRE,
    departs=at("2027-03-09 09:00"),
    arrives=at("2027-03-09 09:10"),
)
FLIGHT = make_leg(id="flight")


def having(*appointments: Appointment, **fields: Any) -> Journey:
    return replace(JOURNEY, appointments=appointments, **fields)


def bloods(**facts: Any) -> Journey:
    return having(CONSULTATION, replace(BLOODS, **facts))


def consultation(**facts: Any) -> Journey:
    return having(replace(CONSULTATION, **facts), BLOODS)


def asking(*preparations: Preparation, **facts: Any) -> Appointment:
    return replace(BLOODS, preparations=preparations, **facts)


def messages(code: str, journey: Journey, today: str = TODAY) -> list[str]:
    return [str(finding.message) for finding in raised(code, journey, today)]


def severities(code: str, journey: Journey, today: str = TODAY) -> list[Severity]:
    return [finding.severity for finding in raised(code, journey, today)]


FASTING = Preparation(kind=PreparationKind.FASTING, hours_before=8)
MEAL = Preparation(kind=PreparationKind.WITH_MEAL)
FULL = Preparation(kind=PreparationKind.FULL_BLADDER)
EMPTY = Preparation(kind=PreparationKind.EMPTY_BLADDER)
WITH_MEAL = make_appointment(
    id="meal", starts=at("2027-03-09 08:30"), preparations=(MEAL,), needs_interpreter=False, place=CENTRE
)
SESSION = make_fraction(1, "2027-04-06", id="session", duration_minutes=30)
TREATED = having(courses=(make_course(id="course", fractions=(SESSION,)),))
VIDEO = replace(CONSULTATION, mode=MeetingMode.VIDEO, starts=at("2027-02-09 14:00"), place=CENTRE)

GOLDEN = (
    Golden(
        code="appointment.overlap",
        hazard="bloods while the consultation is not over",
        journey=bloods(starts=at("2027-03-09 09:59")),
        fine=JOURNEY,
        today=TODAY,
    ),
    Golden(
        code="appointment.overlap",
        hazard="a consultation while the flight is in the air",
        journey=replace(consultation(starts=at("2027-03-08 05:34")), legs=(FLIGHT,)),
        fine=replace(consultation(starts=at("2027-03-08 05:35")), legs=(FLIGHT,)),
        today=TODAY,
    ),
    Golden(
        code="appointment.travel-time",
        hazard="29 minutes from one house to another",
        journey=having(CONSULTATION, replace(BLOODS, place=CLINIC, starts=at("2027-03-09 10:29"))),
        fine=having(CONSULTATION, replace(BLOODS, place=CLINIC, starts=at("2027-03-09 10:30"))),
        today=TODAY,
    ),
    Golden(
        code="appointment.travel-time",
        hazard="the car gets there after the start",
        journey=replace(JOURNEY, legs=(replace(CAR, arrives=at("2027-03-09 09:31")),)),
        fine=replace(JOURNEY, legs=(replace(CAR, arrives=at("2027-03-09 09:30")),)),
        today=TODAY,
    ),
    Golden(
        code="appointment.travel-time",
        hazard="three hours after landing from abroad there is no time for the border",
        journey=replace(consultation(starts=at("2027-03-08 08:34")), legs=(FLIGHT,)),
        fine=replace(consultation(starts=at("2027-03-08 08:35")), legs=(FLIGHT,)),
        today=TODAY,
    ),
    Golden(
        code="appointment.outside-hours",
        hazard="it ends a minute after the house closes",
        journey=bloods(starts=at("2027-03-09 17:41")),
        fine=bloods(starts=at("2027-03-09 17:40")),
        today=TODAY,
    ),
    Golden(
        code="appointment.closed-day",
        hazard="Qingming at a centre that closes on official days off",
        journey=bloods(starts=at("2027-04-05 10:00")),
        fine=bloods(starts=at("2027-04-06 10:00")),
        today=TODAY,
    ),
    Golden(
        code="appointment.closed-day",
        hazard="the family doctor's clinic on Good Friday",
        journey=bloods(starts=at("2027-03-26 10:00", NEW_ZEALAND), place=HOME_CLINIC),
        fine=bloods(starts=at("2027-03-25 10:00", NEW_ZEALAND), place=HOME_CLINIC),
        today=TODAY,
    ),
    Golden(
        code="appointment.place-unknown",
        hazard="nobody knows where to go",
        journey=bloods(place=None),
        fine=JOURNEY,
        today=TODAY,
    ),
    Golden(
        code="appointment.time-unknown",
        hazard="tomorrow week, and no time yet",
        journey=bloods(starts=at("2027-03-09")),
        fine=JOURNEY,
        today="2027-03-02",
    ),
    Golden(
        code="appointment.interpreter-missing",
        hazard="needed, and none is named",
        journey=consultation(interpreter=None),
        fine=JOURNEY,
        today=TODAY,
    ),
    Golden(
        code="appointment.interpreter-missing",
        hazard="nobody has asked",
        journey=bloods(needs_interpreter=None),
        fine=JOURNEY,
        today=TODAY,
    ),
    Golden(
        code="appointment.interpreter-language",
        hazard="an interpreter of Russian for somebody who speaks English",
        journey=replace(
            JOURNEY, contacts=(replace(SPEAKS, languages=("zh_CN", "ru")), *make_contacts()[::2])
        ),
        fine=replace(JOURNEY, contacts=(SPEAKS, *make_contacts()[::2])),
        today=TODAY,
    ),
    Golden(
        code="appointment.preparation-clash",
        hazard="a meal in the hours of fasting",
        journey=having(WITH_MEAL, asking(FASTING)),
        fine=having(WITH_MEAL, asking(replace(FASTING, hours_before=1))),
        today=TODAY,
    ),
    Golden(
        code="appointment.preparation-clash",
        hazard="two examinations on an empty stomach, fifteen hours on end",
        journey=having(
            asking(FASTING, id="first", starts=at("2027-03-09 08:00")),
            asking(FASTING, id="second", starts=at("2027-03-09 14:41")),
        ),
        fine=having(
            asking(FASTING, id="first", starts=at("2027-03-09 08:00")),
            asking(FASTING, id="second", starts=at("2027-03-09 13:40")),
        ),
        today=TODAY,
    ),
    Golden(
        code="appointment.preparation-unclear",
        hazard="no anticoagulant, and nobody says from when on",
        journey=having(asking(Preparation(kind=PreparationKind.NO_ANTICOAGULANT))),
        fine=having(
            asking(Preparation(kind=PreparationKind.NO_ANTICOAGULANT, words=text("As told", "遵医嘱")))
        ),
        today=TODAY,
    ),
    Golden(
        code="appointment.not-in-country",
        hazard="the consultation is a minute before landing",
        journey=consultation(starts=at("2027-03-08 05:34")),
        fine=consultation(starts=at("2027-03-08 05:35")),
        today=TODAY,
    ),
    Golden(
        code="appointment.other-city",
        hazard="a scan in Shanghai for somebody who is in Chengdu",
        journey=replace(bloods(place=FAR), legs=(FLIGHT,)),
        fine=replace(bloods(place=CLINIC), legs=(FLIGHT,)),
        today=TODAY,
    ),
    Golden(
        code="appointment.night-hours",
        hazard="five in the afternoon in China is ten in the evening in New Zealand",
        journey=having(replace(VIDEO, starts=at("2027-02-09 17:00"))),
        fine=having(replace(VIDEO, starts=at("2027-02-09 16:59"))),
        today="2027-02-01",
    ),
    Golden(
        code="appointment.outcome-missing",
        hazard="the consultation was yesterday",
        journey=JOURNEY,
        fine_today="2027-03-09",
        today="2027-03-10",
    ),
)


# ---- two at once -------------------------------------------------------------------------------------------


def test_of_one_whose_length_is_not_known_only_the_start_counts() -> None:
    unknown = replace(CONSULTATION, duration_minutes=None)
    for starts, count in (("09:30", 1), ("09:31", 0)):
        journey = having(unknown, replace(BLOODS, starts=at(f"2027-03-09 {starts}")))
        assert len(raised("appointment.overlap", journey, TODAY)) == count


def test_a_long_appointment_excludes_everything_until_it_ends() -> None:
    long = replace(CONSULTATION, duration_minutes=450)
    later = replace(BLOODS, id="later", starts=at("2027-03-09 16:59"))
    assert len(raised("appointment.overlap", having(long, BLOODS, later), TODAY)) == 2
    after = replace(later, starts=at("2027-03-09 17:00"))
    assert len(raised("appointment.overlap", having(long, BLOODS, after), TODAY)) == 1


def test_what_takes_place_without_the_patient_is_not_theirs() -> None:
    without = replace(BLOODS, starts=at("2027-03-09 09:45"), patient_present=False)
    assert raised("appointment.overlap", having(CONSULTATION, without), TODAY) == ()
    companion = replace(without, travellers=(PATIENT, COMPANION))
    two = having(CONSULTATION, companion, travellers=(make_traveller(), make_companion()))
    assert raised("appointment.overlap", two, TODAY) == ()
    everybody = replace(two, appointments=(replace(CONSULTATION, travellers=()), companion))
    (found,) = raised("appointment.overlap", everybody, TODAY)
    assert "SPECIMEN" in str(found.message)


def test_an_overlap_is_told_once_for_all_and_never_of_the_past() -> None:
    both = (PATIENT, COMPANION)
    pair = (
        replace(CONSULTATION, travellers=both),
        replace(BLOODS, starts=at("2027-03-09 09:30"), travellers=both),
    )
    alone = replace(VIDEO, id="alone", travellers=(COMPANION,))
    journey = having(*pair, alone, travellers=(make_traveller(), make_companion()))
    assert len(raised("appointment.overlap", journey, TODAY)) == 1
    flight = replace(FLIGHT, travellers=both, departs=at("2027-03-09 09:00"), arrives=at("2027-03-09 11:00"))
    assert len(raised("appointment.overlap", replace(journey, legs=(flight,)), TODAY)) == 3
    assert raised("appointment.overlap", journey, "2027-03-10") == ()


def test_sessions_overlap_with_appointments_while_they_are_to_come() -> None:
    clash = replace(BLOODS, starts=at("2027-04-06 10:30"))
    treated = replace(TREATED, appointments=(clash,))
    (found,) = raised("appointment.overlap", treated, TODAY)
    assert found.subject.id == "bloods"
    given = replace(SESSION, state=FractionState.DELIVERED)
    over = replace(treated, courses=(make_course(id="course", fractions=(given,)),))
    assert raised("appointment.overlap", over, TODAY) == ()
    assert raised("appointment.overlap", replace(treated, travellers=()), TODAY) == ()


def test_a_flight_without_times_excludes_nothing() -> None:
    flight = replace(FLIGHT, departs=at("2027-03-09"), arrives=at("2027-03-09"))
    assert raised("appointment.overlap", replace(JOURNEY, legs=(flight,)), TODAY) == ()


# ---- getting there -----------------------------------------------------------------------------------------


def test_rooms_of_one_house_are_no_way_apart() -> None:
    assert raised("appointment.travel-time", JOURNEY, TODAY) == ()


def test_the_car_back_must_wait_until_everything_is_over() -> None:
    back = replace(CAR, id="back", origin=CENTRE, destination=HOTEL)
    for departs, arrives, count in (("10:19", "10:30", 1), ("10:20", "10:30", 0)):
        leg = replace(back, departs=at(f"2027-03-09 {departs}"), arrives=at(f"2027-03-09 {arrives}"))
        found = raised("appointment.travel-time", replace(JOURNEY, legs=(leg,)), TODAY)
        assert len(found) == count
        assert all("before" in str(one.message) for one in found)


def test_a_car_to_another_door_needs_its_time_too() -> None:
    to_clinic = replace(CAR, destination=CLINIC)
    (said,) = messages("appointment.travel-time", replace(JOURNEY, legs=(to_clinic,)))
    assert "0:20:00 after" in said
    unknown = replace(CAR, destination=None)
    assert raised("appointment.travel-time", replace(JOURNEY, legs=(unknown,)), TODAY) == ()


def test_a_flight_under_way_is_told_as_an_overlap() -> None:
    journey = replace(consultation(starts=at("2027-03-08 05:00")), legs=(FLIGHT,))
    assert raised("appointment.travel-time", journey, TODAY) == ()
    leaving = replace(FLIGHT, origin=AIRPORT, departs=at("2027-03-09 09:45"), arrives=at("2027-03-09 20:00"))
    assert raised("appointment.travel-time", replace(JOURNEY, legs=(leaving,)), TODAY) == ()


def test_calls_and_the_past_need_no_way() -> None:
    call = replace(BLOODS, mode=MeetingMode.VIDEO, starts=at("2027-03-09 10:01"), place=CLINIC)
    assert raised("appointment.travel-time", having(CONSULTATION, call), TODAY) == ()
    tight = having(CONSULTATION, replace(BLOODS, place=CLINIC, starts=at("2027-03-09 10:10")))
    assert len(raised("appointment.travel-time", tight, "2027-03-09")) == 1
    assert raised("appointment.travel-time", tight, "2027-03-10") == ()
    timeless = having(CONSULTATION, replace(BLOODS, place=CLINIC, starts=at("2027-03-09")))
    assert raised("appointment.travel-time", timeless, TODAY) == ()


def test_a_way_is_told_once_for_everybody() -> None:
    both = (PATIENT, COMPANION)
    tight = replace(BLOODS, place=CLINIC, starts=at("2027-03-09 10:10"), travellers=both)
    alone = replace(VIDEO, id="alone", travellers=(COMPANION,))
    journey = having(replace(CONSULTATION, travellers=both), tight, alone)
    journey = replace(journey, travellers=(make_traveller(), make_companion()))
    assert len(raised("appointment.travel-time", journey, TODAY)) == 1


# ---- opening hours and closed days -------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("starts", "zone", "raises"),
    [
        ("2027-03-09 07:59", "Asia/Shanghai", True),
        ("2027-03-09 08:00", "Asia/Shanghai", False),
        ("2027-03-09 12:59", NEW_ZEALAND, True),  # 07:59 at the house
        ("2027-03-09 13:00", NEW_ZEALAND, False),
        ("2027-03-13 10:00", "Asia/Shanghai", True),  # a Saturday
        ("2027-03-13", "Asia/Shanghai", True),
        ("2027-03-12", "Asia/Shanghai", False),
    ],
)
def test_opening_hours_are_read_by_the_clock_of_the_house(starts: str, zone: str, raises: bool) -> None:
    journey = bloods(starts=at(starts, zone))
    assert bool(raised("appointment.outside-hours", journey, TODAY)) is raises


def test_a_house_that_has_confirmed_knows_better() -> None:
    sunday = bloods(starts=at("2027-04-04 07:00"), confirmation=confirmed())
    for code in ("appointment.outside-hours", "appointment.closed-day"):
        assert raised(code, sunday, TODAY) == ()
        assert raised(code, bloods(starts=at("2027-04-04 07:00"), place=None), TODAY) == ()
        assert raised(code, bloods(starts=at("2027-03-07 07:00")), "2027-03-08") == ()


def test_one_that_closes_at_midnight_is_open_all_evening() -> None:
    late = tuple(replace(hours, closes=dt.time(0)) for hours in HOURS)
    places = tuple(replace(one, opening_hours=late) if one.id == CENTRE else one for one in PLACES)
    evening = replace(bloods(starts=at("2027-03-09 23:40")), places=places)
    assert raised("appointment.outside-hours", evening, TODAY) == ()
    zoneless = replace(evening, places=tuple(replace(one, zone="") for one in places))
    assert raised("appointment.outside-hours", zoneless, TODAY) == ()
    assert raised("appointment.outside-hours", bloods(place=CLINIC), TODAY) == (), "no hours are known"


def test_a_closed_day_is_one_by_the_calendar_of_the_house() -> None:
    for zone, moment, count in (
        (NEW_ZEALAND, "2027-04-06 01:00", 1),  # still Monday 5 April at the centre: Qingming
        (NEW_ZEALAND, "2027-04-05 01:00", 0),  # Sunday there, which the opening hours tell
    ):
        assert len(raised("appointment.closed-day", bloods(starts=at(moment, zone)), TODAY)) == count


def test_a_day_the_centre_is_closed_names_reason_and_source() -> None:
    (found,) = raised("appointment.closed-day", bloods(starts=at("2027-04-05 10:00")), TODAY)
    assert found.severity is Severity.WARNING
    assert found.source is not None
    assert found.source.title == CENTRE_DAYS.source
    unsourced = replace(CENTRE_DAYS, source=text(""))
    places = tuple(replace(one, treatment_days=(unsourced,)) if one.id == CENTRE else one for one in PLACES)
    journey = replace(bloods(starts=at("2027-04-05 10:00")), places=places)
    assert raised("appointment.closed-day", journey, TODAY)[0].source is None


def test_a_weekend_is_told_by_the_hours_where_they_are_known() -> None:
    saturday = bloods(starts=at("2027-03-13 10:00"))
    assert raised("appointment.closed-day", saturday, TODAY) == ()
    bare = tuple(replace(one, opening_hours=()) for one in PLACES)
    assert len(raised("appointment.closed-day", replace(saturday, places=bare), TODAY)) == 1
    clinic = bloods(starts=at("2027-03-13 10:00"), place=CLINIC)
    assert severities("appointment.closed-day", clinic) == [Severity.NOTE]
    with_hours = tuple(replace(one, opening_hours=HOURS) for one in PLACES)
    assert raised("appointment.closed-day", replace(clinic, places=with_hours), TODAY) == ()


def test_a_holiday_without_a_name_and_a_place_without_a_country() -> None:
    exception = DayException(date=dt.date(2027, 3, 9), treats=False)
    policy = replace(CENTRE_DAYS, exceptions=(exception,))
    places = tuple(replace(one, treatment_days=(policy,)) if one.id == CENTRE else one for one in PLACES)
    assert len(raised("appointment.closed-day", replace(JOURNEY, places=places), TODAY)) == 2
    nowhere = tuple(replace(one, country="") if one.id == CLINIC else one for one in PLACES)
    sunday = replace(bloods(starts=at("2027-03-14 10:00"), place=CLINIC), places=nowhere)
    assert raised("appointment.closed-day", sunday, TODAY) == ()
    zoneless = tuple(replace(one, zone="") for one in PLACES)
    assert raised("appointment.closed-day", replace(JOURNEY, places=zoneless), TODAY) == ()
    assert raised("appointment.closed-day", bloods(place=HOTEL, starts=at("2027-03-14 10:00")), TODAY) == ()


# ---- what is not known yet ---------------------------------------------------------------------------------


def test_a_place_presses_when_it_is_near() -> None:
    assert severities("appointment.place-unknown", bloods(place=None), "2027-02-22") == [Severity.NOTE]
    assert severities("appointment.place-unknown", bloods(place=None), "2027-02-23") == [Severity.WARNING]
    for facts in ({"mode": MeetingMode.VIDEO}, {"patient_present": False}):
        assert raised("appointment.place-unknown", bloods(place=None, **facts), TODAY) == ()
    assert raised("appointment.place-unknown", bloods(place=None), "2027-03-10") == ()


@pytest.mark.parametrize(
    ("today", "raises"), [("2027-03-01", False), ("2027-03-02", True), ("2027-03-10", False)]
)
def test_a_time_is_asked_for_a_week_ahead(today: str, raises: bool) -> None:
    journey = bloods(starts=at("2027-03-09"))
    assert bool(raised("appointment.time-unknown", journey, today)) is raises
    several = bloods(starts=at("2027-03-09"), ends=at("2027-03-12"))
    assert raised("appointment.time-unknown", several, today) == ()


def test_an_interpreter_presses_when_it_is_near() -> None:
    nobody = consultation(interpreter=None)
    assert severities("appointment.interpreter-missing", nobody, "2027-02-22") == [Severity.NOTE]
    assert severities("appointment.interpreter-missing", nobody, "2027-02-23") == [Severity.WARNING]
    assert raised("appointment.interpreter-missing", nobody, "2027-03-10") == ()
    assert (
        raised(
            "appointment.interpreter-missing", consultation(interpreter=None, patient_present=False), TODAY
        )
        == ()
    )


def test_whether_one_is_needed_is_asked_where_chinese_is_spoken_and_they_do_not() -> None:
    unasked = bloods(needs_interpreter=None)
    assert severities("appointment.interpreter-missing", unasked) == [Severity.NOTE]
    for place in (HOME_CLINIC, None):
        assert (
            raised("appointment.interpreter-missing", bloods(needs_interpreter=None, place=place), TODAY)
            == ()
        )
    speaks = replace(unasked, travellers=(make_traveller(languages=("en", "zh_CN")),))
    assert raised("appointment.interpreter-missing", speaks, TODAY) == ()


def test_languages_that_are_not_entered_are_not_missed() -> None:
    russian = replace(SPEAKS, languages=("ru",))
    others = make_contacts()[::2]
    journey = replace(JOURNEY, contacts=(russian, *others))
    assert len(raised("appointment.interpreter-language", journey, TODAY)) == 1
    twice = replace(journey, appointments=(CONSULTATION, replace(BLOODS, interpreter=INTERPRETER)))
    assert len(raised("appointment.interpreter-language", twice, TODAY)) == 1, "told once"
    for unknown in (
        replace(journey, contacts=(replace(russian, languages=()), *others)),
        replace(journey, travellers=(make_traveller(languages=()),)),
        replace(journey, travellers=()),
    ):
        assert raised("appointment.interpreter-language", unknown, TODAY) == ()
    assert raised("appointment.interpreter-language", journey, "2027-03-10") == ()
    alone = replace(CONSULTATION, travellers=(COMPANION,))
    two = having(alone, contacts=journey.contacts, travellers=(make_traveller(), make_companion()))
    assert "SPECIMEN" in messages("appointment.interpreter-language", two)[0]


# ---- preparations ------------------------------------------------------------------------------------------


def test_hours_of_fasting_that_nobody_has_entered_begin_at_midnight() -> None:
    vague = replace(FASTING, hours_before=None)
    assert len(raised("appointment.preparation-clash", having(WITH_MEAL, asking(vague)), TODAY)) == 1
    before = replace(WITH_MEAL, starts=at("2027-03-08 23:59"))
    assert raised("appointment.preparation-clash", having(before, asking(vague)), TODAY) == ()
    after = replace(WITH_MEAL, starts=at("2027-03-09 10:20"))
    assert raised("appointment.preparation-clash", having(asking(FASTING), after), TODAY) == ()
    timeless = replace(WITH_MEAL, starts=at("2027-03-09"))
    assert raised("appointment.preparation-clash", having(timeless, asking(FASTING)), TODAY) == ()
    someday = asking(FASTING, starts=at("2027-03-09"))
    assert raised("appointment.preparation-clash", having(WITH_MEAL, someday), TODAY) == ()


def test_a_meal_of_somebody_else_is_no_clash() -> None:
    journey = having(replace(WITH_MEAL, travellers=(COMPANION,)), asking(FASTING))
    journey = replace(journey, travellers=(make_traveller(), make_companion()))
    assert raised("appointment.preparation-clash", journey, TODAY) == ()
    assert raised("appointment.preparation-clash", having(WITH_MEAL, asking(FASTING)), "2027-03-10") == ()


@pytest.mark.parametrize("both", [(FASTING, MEAL), (FULL, EMPTY)])
def test_one_appointment_may_contradict_itself(both: tuple[Preparation, ...]) -> None:
    (found,) = raised("appointment.preparation-clash", having(asking(*both)), TODAY)
    assert "exclude each other" in str(found.message)
    assert len(found.fixes) == 1


@pytest.mark.parametrize(
    ("starts", "kind", "raises"), [("11:19", EMPTY, True), ("11:20", EMPTY, False), ("11:19", FULL, False)]
)
def test_a_full_bladder_and_an_empty_one_need_an_hour(starts: str, kind: Preparation, raises: bool) -> None:
    later = asking(kind, id="later", starts=at(f"2027-03-09 {starts}"))
    journey = having(asking(FULL), later)
    assert bool(raised("appointment.preparation-clash", journey, TODAY)) is raises


def test_long_fasts_are_reckoned_for_each_traveller_and_end_with_a_gap() -> None:
    first = asking(FASTING, id="first", starts=at("2027-03-09 08:00"))
    (said,) = messages(
        "appointment.preparation-clash",
        having(first, asking(FASTING, id="second", starts=at("2027-03-09 15:00"))),
    )
    assert "15:20:00 without a meal" in said
    companions = asking(FASTING, id="second", starts=at("2027-03-09 15:00"), travellers=(COMPANION,))
    two = having(first, companions, travellers=(make_traveller(), make_companion()))
    assert raised("appointment.preparation-clash", two, TODAY) == ()
    next_day = asking(FASTING, id="second", starts=at("2027-03-09 20:00"))
    assert raised("appointment.preparation-clash", having(first, next_day), TODAY) == ()


def test_what_begins_at_the_start_needs_no_hours() -> None:
    bare = Preparation(kind=PreparationKind.NO_METAL)
    assert raised("appointment.preparation-unclear", having(asking(bare)), TODAY) == ()
    vague = having(asking(replace(FASTING, hours_before=None)))
    assert severities("appointment.preparation-unclear", vague, "2027-02-22") == [Severity.NOTE]
    assert severities("appointment.preparation-unclear", vague, "2027-02-23") == [Severity.WARNING]
    assert raised("appointment.preparation-unclear", vague, "2027-03-10") == ()


# ---- being there -------------------------------------------------------------------------------------------


def test_all_that_lies_before_the_arrival_is_one_finding() -> None:
    late = replace(JOURNEY, entries=(replace(ENTRY, entered=at("2027-03-12 05:35")),))
    (found,) = raised("appointment.not-in-country", late, TODAY)
    assert found.severity is Severity.BLOCKER
    assert str(found.message).count("{what} ({day})") == 2
    assert raised("appointment.not-in-country", late, "2027-03-10") == ()


def test_by_day_while_a_time_is_not_known() -> None:
    for starts, count in (("2027-03-07", 1), ("2027-03-08", 0)):
        journey = having(replace(CONSULTATION, starts=at(starts)))
        assert len(raised("appointment.not-in-country", journey, TODAY)) == count


def test_a_side_trip_and_the_time_after_leave_their_gaps() -> None:
    trip = (
        replace(ENTRY, exited=at("2027-03-20 09:00")),
        make_entry(id="again", entered=at("2027-03-22 12:00"), exited=at("2027-04-29 01:30")),
    )
    away = having(replace(CONSULTATION, starts=at("2027-03-21 09:30")), entries=trip)
    assert "is out of the country" in messages("appointment.not-in-country", away)[0]
    after = having(replace(CONSULTATION, starts=at("2027-05-03 09:30")))
    assert "planned after that" in messages("appointment.not-in-country", after)[0]
    open_end = replace(away, entries=(replace(trip[0], exited=None), trip[1]))
    assert raised("appointment.not-in-country", open_end, TODAY) == ()
    stays_on = replace(after, entries=(replace(ENTRY, exited=None),))
    assert raised("appointment.not-in-country", stays_on, TODAY) == ()


def test_what_is_told_elsewhere_or_belongs_to_later_is_not_told_here() -> None:
    after = replace(CONSULTATION, starts=at("2027-05-03 09:30"))
    for kind in (KIND.END_REVIEW, KIND.FOLLOW_UP):
        assert raised("appointment.not-in-country", having(replace(after, kind=kind)), TODAY) == ()
    late_session = replace(SESSION, starts=at("2027-05-03 10:20"))
    treated = replace(TREATED, courses=(make_course(id="course", fractions=(late_session,)),))
    assert raised("appointment.not-in-country", treated, TODAY) == ()
    for other in ({"mode": MeetingMode.VIDEO}, {"place": HOME_CLINIC}):
        assert raised("appointment.not-in-country", having(replace(after, **other)), TODAY) == ()
    assert raised("appointment.not-in-country", replace(JOURNEY, entries=()), TODAY) == ()


def test_companions_who_come_later_are_told_apart() -> None:
    both = (PATIENT, COMPANION)
    later = replace(ENTRY, id="later", traveller=COMPANION, entered=at("2027-03-12 05:35"))
    journey = having(
        replace(CONSULTATION, travellers=both),
        travellers=(make_traveller(), make_companion()),
        entries=(ENTRY, later),
    )
    (said,) = messages("appointment.not-in-country", journey)
    assert said.startswith("SPECIMEN")
    together = replace(journey, entries=(replace(ENTRY, entered=at("2027-03-12 05:35")), later))
    assert len(raised("appointment.not-in-country", together, TODAY)) == 1


def test_the_last_leg_says_in_which_town_somebody_is() -> None:
    far = replace(bloods(place=FAR), legs=(FLIGHT,))
    assert len(raised("appointment.other-city", far, TODAY)) == 1
    onward = replace(FLIGHT, id="onward", origin=AIRPORT, destination=FAR, departs=at("2027-03-09 09:45"))
    assert raised("appointment.other-city", replace(far, legs=(FLIGHT, onward)), TODAY) == (), (
        "it leaves in time"
    )
    for legs in (
        (),
        (replace(FLIGHT, destination=None),),
        (replace(FLIGHT, departs=at("2027-03-07", NEW_ZEALAND)),),
        (replace(FLIGHT, destination="home-airport"),),
    ):
        assert raised("appointment.other-city", replace(far, legs=legs), TODAY) == ()
    assert raised("appointment.other-city", far, "2027-03-10") == ()
    abroad = replace(bloods(place=HOME_CLINIC), legs=(FLIGHT,))
    assert raised("appointment.other-city", abroad, TODAY) == ()
    twice = replace(
        far,
        appointments=(
            *far.appointments,
            replace(BLOODS, id="again", place=FAR, starts=at("2027-03-10 10:00")),
        ),
    )
    assert len(raised("appointment.other-city", twice, TODAY)) == 1


@pytest.mark.parametrize(
    ("starts", "raises"),
    [("2027-02-09 01:59", True), ("2027-02-09 02:00", False), ("2027-02-09", False)],
)
def test_night_is_by_the_clock_at_home(starts: str, raises: bool) -> None:
    journey = having(replace(VIDEO, starts=at(starts)))
    assert bool(raised("appointment.night-hours", journey, "2027-02-01")) is raises


def test_in_china_the_clock_at_home_is_of_no_matter() -> None:
    there = having(replace(VIDEO, starts=at("2027-03-09 18:00")))
    assert raised("appointment.night-hours", there, TODAY) == ()
    for open_end in (replace(ENTRY, exited=None),):
        assert raised("appointment.night-hours", replace(there, entries=(open_end,)), TODAY) == ()
    back = having(replace(VIDEO, starts=at("2027-05-09 19:00")))
    assert len(raised("appointment.night-hours", back, TODAY)) == 1
    assert raised("appointment.night-hours", back, "2027-05-10") == ()
    for homeless in (make_traveller(home_zone=""), make_companion()):
        journey = replace(back, travellers=(homeless,))
        assert raised("appointment.night-hours", journey, TODAY) == ()


def test_the_first_that_waits_stands_for_all() -> None:
    assert len(raised("appointment.outcome-missing", JOURNEY, "2027-03-10")) == 1
    done = tuple(replace(one, state=AppointmentState.DONE) for one in JOURNEY.appointments)
    assert raised("appointment.outcome-missing", replace(JOURNEY, appointments=done), "2027-03-10") == ()
    planning = having(replace(CONSULTATION, kind=KIND.PLANNING))
    assert raised("appointment.outcome-missing", planning, "2027-03-10") == ()
    lasting = having(replace(CONSULTATION, ends=at("2027-03-12")))
    assert raised("appointment.outcome-missing", lasting, "2027-03-12") == ()
    assert len(raised("appointment.outcome-missing", lasting, "2027-03-13")) == 1
