"""The stay: how long one may stay in the country, and what to do about it in time."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from planner.record.appointment import AppointmentKind, AppointmentState
from planner.record.booking import Booking, BookingState
from planner.record.document import DocumentKind
from planner.record.journey import Journey
from planner.record.leg import Leg
from planner.record.mdt import MeetingMode
from planner.record.place import PlaceKind
from planner.record.stay import StayKind
from planner.record.visa import (
    AddressRegistration,
    EntryBasis,
    EntryState,
    ExtensionKind,
    ExtensionState,
    StayCounting,
    StayExtension,
    VisaState,
)
from planner.record.when import When
from planner.reference.limits import Limits
from planner.reference.reference import shipped_reference
from planner.rules.finding import MakeTask, OpenField, Severity, Subject
from tests.builders import (
    AIRPORT,
    CHINA,
    COMPANION,
    HOME_AIRPORT,
    HOTEL,
    NEW_ZEALAND,
    PATIENT,
    at,
    day,
    make_appointment,
    make_companion,
    make_course,
    make_document,
    make_entry,
    make_fraction,
    make_journey,
    make_leg,
    make_place,
    make_places,
    make_stay,
    make_traveller,
    make_visa,
    text,
)
from tests.unit.rules.harness import Golden, raised

#: 60 days from 8 March 2027, day of entry day 1: the last legal day is 6 May, to be extended by 29 April.
VISA = make_visa(id="visa", counting=StayCounting.ENTRY_DAY_IS_DAY_ONE, entries=1, enter_by=day("2027-05-17"))
ENTRY = make_entry(id="entry", visa="visa", exited=at("2027-04-29 01:30"), arrival_card_on=day("2027-03-06"))
OUT = make_leg(id="out")
JOURNEY = make_journey(id="journey", visas=(VISA,), entries=(ENTRY,))

#: Thirty visa-free days from 9 November 2026, counted from the day after: 9 December, carefully 8 December.
FREE_VISA = make_visa(
    id="visa",
    basis=EntryBasis.UNILATERAL_VISA_FREE,
    policy="cn-unilateral-visa-free",
    state=VisaState.NOT_NEEDED,
    stay_days=30,
    counting=StayCounting.DAY_AFTER_ENTRY_IS_DAY_ONE,
)
FREE = replace(
    JOURNEY,
    visas=(FREE_VISA,),
    entries=(replace(ENTRY, entered=at("2026-11-09 14:00"), exited=at("2026-12-06 10:00")),),
)

HONG_KONG = make_place(
    id="hong-kong",
    kind=PlaceKind.AIRPORT,
    name=text("Hong Kong Airport", "香港机场"),
    country="HK",
    zone=CHINA,
)
PLACES = (*make_places(), HONG_KONG)
SIDE_TRIP = (
    make_leg(
        id="to-hong-kong",
        origin=AIRPORT,
        destination="hong-kong",
        departs=at("2027-03-13 09:00"),
        arrives=at("2027-03-13 12:00"),
    ),
    make_leg(
        id="from-hong-kong",
        origin="hong-kong",
        destination=AIRPORT,
        departs=at("2027-03-14 19:00"),
        arrives=at("2027-03-14 22:00"),
    ),
)
SECOND_ENTRY = make_entry(id="entry-2", visa="visa", entered=at("2027-03-14 22:00"))

REGISTERED = AddressRegistration(registered=at("2027-03-08 08:30"), place=HOTEL)
PLANNED_EXTENSION = StayExtension(
    id="extension", kind=ExtensionKind.EXTENSION, state=ExtensionState.PLANNED, until=day("2027-05-20")
)


def with_entry(journey: Journey = JOURNEY, **facts: Any) -> Journey:
    """The journey with a first entry that says otherwise."""
    return replace(journey, entries=(replace(journey.entries[0], **facts), *journey.entries[1:]))


def with_visa(journey: Journey = JOURNEY, **facts: Any) -> Journey:
    """The journey with a first visa that says otherwise."""
    return replace(journey, visas=(replace(journey.visas[0], **facts),))


# -- exceeded -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("leaves", "over"),
    [("2027-05-05 23:59", 0), ("2027-05-06 23:59", 0), ("2027-05-07 00:01", 1), ("2027-05-08 12:00", 2)],
)
def test_the_day_of_leaving_is_the_last_legal_day_at_the_latest(leaves: str, over: int) -> None:
    found = raised("stay.exceeded", with_entry(exited=at(leaves)), "2027-03-01")
    assert [finding.severity for finding in found] == [Severity.BLOCKER] * bool(over)
    if over:
        assert found[0].message.params["over"].params["count"] == over


@pytest.mark.parametrize(("leaves", "over"), [("2027-05-07 03:59", 0), ("2027-05-07 04:01", 1)])
def test_a_departure_written_in_the_zone_of_home_counts_as_the_day_in_china(leaves: str, over: int) -> None:
    """New Zealand is four hours ahead in May."""
    found = raised("stay.exceeded", with_entry(exited=at(leaves, NEW_ZEALAND)), "2027-03-01")
    assert len(found) == over


def test_the_day_of_leaving_alone_is_enough() -> None:
    assert not raised("stay.exceeded", with_entry(exited=at("2027-05-06")), "2027-03-01")
    assert raised("stay.exceeded", with_entry(exited=at("2027-05-07")), "2027-03-01")


@pytest.mark.parametrize(
    ("counting", "legal"),
    [
        (StayCounting.ENTRY_DAY_IS_DAY_ONE, "2027-05-06"),
        (StayCounting.DAY_AFTER_ENTRY_IS_DAY_ONE, "2027-05-07"),
    ],
)
def test_the_visa_says_which_day_is_day_one(counting: StayCounting, legal: str) -> None:
    journey = with_visa(counting=counting)
    last = day(legal)
    for offset, expected in ((0, 0), (1, 1)):
        leaves = When(date=last, zone=CHINA).moved(offset)
        assert len(raised("stay.exceeded", with_entry(journey, exited=leaves), "2027-03-01")) == expected


def test_a_session_after_the_exit_keeps_the_patient_there() -> None:
    late = make_course(fractions=(make_fraction(1, "2027-05-07", id="late"),), id="course")
    (found,) = raised("stay.exceeded", replace(JOURNEY, courses=(late,)), "2027-03-01")
    assert str(found.message) == (
        "ERIKSSON Anna Maria is still needed on 2027-05-07, "
        "1 day after the last legal day of the stay, 2027-05-06."
    )
    assert found.fixes[0].action.subject.id == "late"


def test_a_session_keeps_the_patient_alone() -> None:
    companion = make_entry(id="entry-c", traveller=COMPANION, visa="visa-c", exited=at("2027-04-29"))
    journey = replace(
        JOURNEY,
        travellers=(make_traveller(), make_companion()),
        visas=(VISA, replace(VISA, id="visa-c", traveller=COMPANION)),
        entries=(ENTRY, companion),
        courses=(make_course(fractions=(make_fraction(1, "2027-05-07", id="late"),), id="course"),),
    )
    assert [f.subject.id for f in raised("stay.exceeded", journey, "2027-03-01")] == ["entry"]


def test_nights_rides_and_appointments_keep_whoever_they_are_for() -> None:
    late = {
        "stays": (make_stay(leaves=at("2027-05-07 09:00")),),
        "legs": (
            make_leg(
                origin=HOTEL,
                destination=AIRPORT,
                departs=at("2027-05-06 23:30"),
                arrives=at("2027-05-07 00:30"),
            ),
        ),
        "appointments": (make_appointment(starts=at("2027-05-07 09:00")),),
    }
    for name, things in late.items():
        assert raised("stay.exceeded", replace(JOURNEY, **{name: things}), "2027-03-01"), name


@pytest.mark.parametrize(
    "facts",
    [
        {"mode": MeetingMode.VIDEO},
        {"kind": AppointmentKind.FOLLOW_UP},
        {"kind": AppointmentKind.TELE_REVIEW},
        {"patient_present": False},
        {"state": AppointmentState.MISSED},
        {"state": AppointmentState.CANCELLED},
        {"place": HOME_AIRPORT},
        {"place": None, "starts": at("2027-05-26 09:00", NEW_ZEALAND)},
        {"travellers": ()},
    ],
)
def test_what_does_not_need_the_person_there_keeps_nobody(facts: dict[str, Any]) -> None:
    late = make_appointment(**{"starts": at("2027-05-26 09:00")} | facts)
    assert not raised("stay.exceeded", replace(JOURNEY, appointments=(late,)), "2027-03-01")


def test_an_appointment_whose_place_nobody_knows_is_where_its_clock_is() -> None:
    late = make_appointment(place=None, starts=at("2027-05-26 09:00"))
    assert raised("stay.exceeded", replace(JOURNEY, appointments=(late,)), "2027-03-01")


def test_without_an_exit_the_flight_out_is_the_day_of_leaving() -> None:
    flight = make_leg(
        id="home",
        origin=AIRPORT,
        destination=HOME_AIRPORT,
        departs=at("2027-05-07 01:30"),
        arrives=at("2027-05-07 17:40", NEW_ZEALAND),
    )
    (found,) = raised("stay.exceeded", replace(with_entry(exited=None), legs=(flight,)), "2027-03-01")
    assert found.message.params["leaves"] == day("2027-05-07")
    assert found.fixes[0].action.subject.id == "home"


def test_while_the_counting_is_unknown_the_careful_one_warns() -> None:
    found = raised(
        "stay.exceeded", with_entry(with_visa(counting=None), exited=at("2027-05-07")), "2027-03-01"
    )
    assert [finding.severity for finding in found] == [Severity.WARNING]
    assert "has not been entered" in str(found[0].message)


@pytest.mark.parametrize(
    ("leaves", "over"), [("2026-11-19 14:00", 0), ("2026-11-19 14:01", 1), ("2026-11-20", 1)]
)
def test_a_stay_in_hours_is_exceeded_by_the_minute(leaves: str, over: int) -> None:
    transit = replace(FREE_VISA, basis=EntryBasis.TRANSIT_240H, stay_days=10, counting=StayCounting.HOURS)
    journey = with_entry(replace(FREE, visas=(transit,)), exited=at(leaves))
    assert len(raised("stay.exceeded", journey, "2026-11-01")) == over


def test_a_stay_in_hours_from_an_unknown_hour_is_counted_carefully() -> None:
    transit = replace(FREE_VISA, basis=EntryBasis.TRANSIT_240H, stay_days=10, counting=StayCounting.HOURS)
    journey = replace(FREE, visas=(transit,))
    late = with_entry(journey, entered=at("2026-11-09"), exited=at("2026-11-20"))
    assert [f.severity for f in raised("stay.exceeded", late, "2026-11-01")] == [Severity.WARNING]
    assert not raised("stay.exceeded", with_entry(late, exited=at("2026-11-18")), "2026-11-01")


def test_what_companions_do_alone_keeps_them_alone() -> None:
    companion = make_entry(id="entry-c", traveller=COMPANION, visa="visa-c", exited=at("2027-04-29"))
    both = make_appointment(
        travellers=(PATIENT, COMPANION), patient_present=False, starts=at("2027-05-07 09:00")
    )
    journey = replace(
        JOURNEY,
        travellers=(make_traveller(), make_companion()),
        visas=(VISA, replace(VISA, id="visa-c", traveller=COMPANION)),
        entries=(ENTRY, companion),
        appointments=(both,),
    )
    assert [f.subject.id for f in raised("stay.exceeded", journey, "2027-03-01")] == ["entry-c"]
    nobody = replace(journey, travellers=(make_companion(),), entries=(companion,), visas=journey.visas[1:])
    assert raised("stay.exceeded", nobody, "2027-03-01")


def test_a_side_trip_begins_the_count_again() -> None:
    """The first stay ends with the exit; what comes later belongs to the second, which begins on 14 March."""
    journey = replace(
        JOURNEY,
        entries=(
            replace(ENTRY, exited=at("2027-03-13 09:00")),
            replace(SECOND_ENTRY, exited=at("2027-05-12")),
        ),
        courses=(make_course(1, first="2027-05-11"),),
    )
    assert not raised("stay.exceeded", journey, "2027-03-01")
    over = replace(journey, entries=(journey.entries[0], replace(SECOND_ENTRY, exited=at("2027-05-13"))))
    assert [f.subject.id for f in raised("stay.exceeded", over, "2027-03-01")] == ["entry-2"]


def test_a_later_journey_of_which_only_the_flight_is_known_keeps_nobody() -> None:
    back = replace(OUT, departs=at("2027-09-01 22:00", NEW_ZEALAND), arrives=at("2027-09-02 05:35"))
    later = make_appointment(starts=at("2027-09-03 09:00"))
    journey = replace(JOURNEY, legs=(back,), appointments=(later,))
    assert not raised("stay.exceeded", journey, "2027-03-01")


# -- low slack and differing counts -------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("leaves", "spare"),
    [("2027-04-28", None), ("2027-04-29", None), ("2027-04-30", 6), ("2027-05-06", 0), ("2027-05-07", None)],
)
def test_fewer_than_seven_days_to_spare_are_few(leaves: str, spare: int | None) -> None:
    found = raised("stay.low-slack", with_entry(exited=at(leaves)), "2027-03-01")
    assert len(found) == (spare is not None)
    if spare:
        assert found[0].message.params["spare"].params["count"] == spare


def test_how_little_is_little_is_a_setting() -> None:
    generous = shipped_reference(limits=Limits(stay_slack_days=3))
    journey = with_entry(exited=at("2027-05-03"))
    assert raised("stay.low-slack", journey, "2027-03-01")
    assert not raised("stay.low-slack", journey, "2027-03-01", generous)


def test_a_session_uses_up_the_slack_too() -> None:
    journey = replace(JOURNEY, courses=(make_course(1, first="2027-05-04"),))
    (found,) = raised("stay.low-slack", journey, "2027-03-01")
    assert "is needed until" in str(found.message)


@pytest.mark.parametrize("code", ["stay.low-slack", "stay.day-count-differs"])
def test_once_the_person_has_left_nothing_is_tight(code: str) -> None:
    journey = with_entry(FREE, exited=at("2026-12-09 12:00"))
    assert raised(code, journey, "2026-12-09")
    assert not raised(code, journey, "2026-12-10")


@pytest.mark.parametrize(("leaves", "differs"), [("2026-12-08", 0), ("2026-12-09", 1), ("2026-12-10", 0)])
def test_the_two_countings_differ_by_one_day(leaves: str, differs: int) -> None:
    """On the day after, both say that it is too late: that is another finding."""
    found = raised("stay.day-count-differs", with_entry(FREE, exited=at(leaves)), "2026-11-23")
    assert len(found) == differs


# -- longer stays -------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("today", "severities"),
    [
        ("2027-04-28", [Severity.WARNING]),
        ("2027-04-29", [Severity.WARNING]),
        ("2027-04-30", [Severity.BLOCKER]),
        ("2027-05-06", [Severity.BLOCKER]),
        ("2027-05-07", []),
    ],
)
def test_the_day_to_apply_is_the_last(today: str, severities: list[Severity]) -> None:
    found = raised("stay.extension-apply-by", with_entry(exited=at("2027-05-08")), today)
    assert [finding.severity for finding in found] == severities


@pytest.mark.parametrize(("today", "alarms"), [("2027-04-21", 0), ("2027-04-22", 1), ("2027-05-02", 1)])
def test_when_little_is_to_spare_the_alarm_rings_two_weeks_before(today: str, alarms: int) -> None:
    tight = with_entry(exited=at("2027-05-02"))
    assert [f.severity for f in raised("stay.extension-apply-by", tight, today)] == [
        Severity.WARNING
    ] * alarms


def test_with_days_to_spare_no_alarm_rings() -> None:
    assert not raised("stay.extension-apply-by", JOURNEY, "2027-04-28")


@pytest.mark.parametrize(
    ("state", "alarms"),
    [
        (ExtensionState.PLANNED, 1),
        (ExtensionState.APPLIED, 0),
        (ExtensionState.GRANTED, 0),
        (ExtensionState.REFUSED, 0),
    ],
)
def test_a_planned_extension_is_to_be_asked_for(state: ExtensionState, alarms: int) -> None:
    journey = with_entry(extensions=(replace(PLANNED_EXTENSION, state=state),))
    assert len(raised("stay.extension-apply-by", journey, "2027-04-01")) == alarms


def test_visa_free_entrants_ask_for_a_stay_permit() -> None:
    journey = with_entry(FREE, exited=at("2026-12-09"))
    (found,) = raised("stay.extension-apply-by", journey, "2026-12-01")
    assert "a stay permit must be asked for" in str(found.message)
    assert isinstance(found.fixes[1].action, MakeTask)
    assert found.fixes[1].action.due_on == day("2026-12-02")


def test_another_countrys_law_is_not_chinas() -> None:
    hong_kong = replace(
        with_entry(exited=at("2027-05-08"), country="HK"), country="HK", zone="Asia/Hong_Kong"
    )
    for code in ("stay.extension-apply-by", "stay.registration-missing", "stay.arrival-card-missing"):
        assert not raised(code, hong_kong, "2027-03-09")


@pytest.mark.parametrize(("until", "too_long"), [("2027-07-05", 0), ("2027-07-06", 1)])
def test_an_extension_is_no_longer_than_the_stay(until: str, too_long: int) -> None:
    """60 days beyond 6 May is 5 July."""
    asked = replace(PLANNED_EXTENSION, until=day(until))
    found = raised("stay.extension-too-long", with_entry(extensions=(asked,)), "2027-04-01")
    assert len(found) == too_long


@pytest.mark.parametrize(("until", "too_long"), [("2027-06-07", 0), ("2027-06-08", 1)])
def test_a_stay_permit_is_for_half_a_year_at_most(until: str, too_long: int) -> None:
    """180 days beyond 9 December 2026 is 7 June 2027."""
    permit = replace(PLANNED_EXTENSION, kind=ExtensionKind.STAY_PERMIT, until=day(until))
    found = raised("stay.extension-too-long", with_entry(FREE, extensions=(permit,)), "2026-12-01")
    assert len(found) == too_long


def test_what_is_not_known_of_an_extension_is_not_too_long() -> None:
    asked = replace(PLANNED_EXTENSION, until=day("2028-01-01"))
    known = with_entry(extensions=(asked,))
    assert raised("stay.extension-too-long", known, "2027-04-01")
    for unknown in (
        with_visa(known, stay_days=None),
        with_entry(known, visa=None),
        with_entry(known, entered=None),
        with_entry(known, extensions=(replace(asked, until=None),)),
        replace(known, country="HK", entries=(replace(known.entries[0], country="HK"),)),
    ):
        assert not raised("stay.extension-too-long", unknown, "2027-04-01")


# -- exits and entries --------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("today", "severity"), [("2027-04-21", Severity.NOTE), ("2027-04-22", Severity.WARNING)]
)
def test_a_missing_departure_grows_pressing(today: str, severity: Severity) -> None:
    (found,) = raised("stay.exit-unknown", with_entry(exited=None), today)
    assert found.severity is severity


def test_a_flight_out_is_a_departure() -> None:
    flight = make_leg(
        origin=AIRPORT,
        destination=HOME_AIRPORT,
        departs=at("2027-04-29 01:30"),
        arrives=at("2027-04-29 17:40"),
    )
    assert not raised("stay.exit-unknown", replace(with_entry(exited=None), legs=(flight,)), "2027-03-01")


def test_an_entry_without_a_day_says_that_the_last_legal_day_is_not_known() -> None:
    (found,) = raised("stay.entry-day-unknown", with_entry(entered=None), "2027-03-01")
    assert found.severity is Severity.NOTE
    assert found.subject == Subject("entry", "entry", "entered")
    assert [fix.action for fix in found.fixes] == [OpenField(found.subject)]
    assert found.message.params["name"] == make_traveller().full_name
    assert raised("stay.entry-day-unknown", with_entry(entered=None, visa=None), "2027-03-01")


def test_the_day_alone_of_an_entry_is_enough() -> None:
    assert not raised("stay.entry-day-unknown", with_entry(entered=at("2027-03-08")), "2027-03-01")


@pytest.mark.parametrize(
    "leg",
    [
        make_leg(id="in", arrives=None),
        make_leg(id="in", departs=None, arrives=None),
        make_leg(id="in", booking=Booking(state=BookingState.CANCELLED)),
        make_leg(id="another"),
    ],
    ids=["arrival unknown", "no day at all", "cancelled", "another leg"],
)
def test_only_a_leg_that_stands_and_arrives_on_a_day_says_the_day_of_entry(leg: Leg) -> None:
    follows = replace(with_entry(entered=None, entry_leg="in"), legs=(make_leg(id="in"),))
    assert not raised("stay.entry-day-unknown", follows, "2027-03-01")
    assert raised("stay.entry-day-unknown", replace(follows, legs=(leg,)), "2027-03-01")


@pytest.mark.parametrize(
    "facts",
    [
        {"stamped_until": day("2027-05-06")},
        {"state": EntryState.CANCELLED},
        {"exited": at("2027-02-27 01:30")},
        {"country": "HK"},
    ],
    ids=["stamped", "cancelled", "over", "another country"],
)
def test_an_entry_of_which_no_last_legal_day_is_wanted_needs_no_day(facts: dict[str, Any]) -> None:
    assert not raised("stay.entry-day-unknown", with_entry(entered=None, **facts), "2027-03-01")


def test_only_a_stay_that_is_counted_needs_its_day_of_entry() -> None:
    unknown = with_entry(entered=None)
    own = replace(unknown, travellers=(make_traveller(nationality="CN"),))
    assert not raised("stay.entry-day-unknown", own, "2027-03-01")
    resident = with_visa(unknown, basis=EntryBasis.RESIDENCE_PERMIT)
    assert not raised("stay.entry-day-unknown", resident, "2027-03-01")


def test_coming_back_from_hong_kong_needs_an_entry() -> None:
    second = replace(JOURNEY, entries=(ENTRY, SECOND_ENTRY), places=PLACES, legs=SIDE_TRIP)
    (found,) = raised("stay.entries-used-up", second, "2027-03-01")
    assert found.subject.id == "entry-2"
    assert found.message.params["day"] == day("2027-03-14")


def test_a_leg_back_that_nobody_entered_counts() -> None:
    journey = replace(JOURNEY, places=PLACES, legs=(OUT, *SIDE_TRIP))
    (found,) = raised("stay.entries-used-up", journey, "2027-03-01")
    assert found.message.params["day"] == day("2027-03-14")
    assert not raised("stay.entries-used-up", replace(journey, legs=(OUT, SIDE_TRIP[0])), "2027-03-01")


@pytest.mark.parametrize("facts", [{"entries": None}, {"entries": 2}, {"multiple": True}])
def test_enough_entries_are_enough(facts: dict[str, Any]) -> None:
    journey = replace(JOURNEY, entries=(ENTRY, SECOND_ENTRY), visas=(replace(VISA, **facts),))
    assert not raised("stay.entries-used-up", journey, "2027-03-01")


def test_a_second_entry_without_a_day_is_one_too_many() -> None:
    journey = replace(JOURNEY, entries=(ENTRY, replace(SECOND_ENTRY, entered=None)))
    (found,) = raised("stay.entries-used-up", journey, "2027-03-01")
    assert "more often than the visa allows" in str(found.message)


def test_a_cancelled_entry_uses_nothing_up() -> None:
    cancelled = replace(SECOND_ENTRY, state=EntryState.CANCELLED)
    assert not raised("stay.entries-used-up", replace(JOURNEY, entries=(ENTRY, cancelled)), "2027-03-01")


def test_each_side_of_a_side_trip_is_missed() -> None:
    journey = replace(JOURNEY, places=PLACES, legs=(OUT, *SIDE_TRIP))
    found = raised("stay.crossing-unrecorded", journey, "2027-03-01")
    assert [(f.subject.id, f.severity) for f in found] == [
        ("to-hong-kong", Severity.WARNING),
        ("from-hong-kong", Severity.WARNING),
    ]
    entered = replace(
        journey, entries=(replace(ENTRY, exited=at("2027-03-13 09:00")), replace(SECOND_ENTRY, exited=None))
    )
    assert not raised("stay.crossing-unrecorded", entered, "2027-03-01")


def test_while_no_entry_is_made_at_all_a_flight_is_only_a_note() -> None:
    found = raised("stay.crossing-unrecorded", replace(JOURNEY, entries=(), legs=(OUT,)), "2027-03-01")
    assert [finding.severity for finding in found] == [Severity.NOTE]


@pytest.mark.parametrize(
    "leg",
    [
        replace(OUT, origin=None),
        replace(OUT, origin=HOTEL),
        replace(OUT, destination=None),
        replace(OUT, travellers=()),
    ],
)
def test_a_leg_that_may_cross_nothing_is_no_crossing(leg: Any) -> None:
    assert not raised("stay.crossing-unrecorded", replace(JOURNEY, entries=(), legs=(leg,)), "2027-03-01")


def test_the_countrys_own_people_have_no_stay() -> None:
    at_home = replace(JOURNEY, entries=(), legs=(OUT,), travellers=(make_traveller(nationality="CN"),))
    assert not raised("stay.crossing-unrecorded", at_home, "2027-03-01")


def test_an_arrival_whose_hour_is_unknown_is_matched_by_its_departure() -> None:
    leg = replace(OUT, arrives=None, departs=at("2027-03-08 22:00", NEW_ZEALAND))
    assert not raised("stay.crossing-unrecorded", replace(JOURNEY, legs=(leg,)), "2027-03-01")


# -- registration -------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("today", "severities"),
    [
        ("2027-03-07", []),
        ("2027-03-08", [Severity.WARNING]),
        ("2027-03-09", [Severity.WARNING]),
        ("2027-03-10", [Severity.BLOCKER]),
        ("2027-04-29", [Severity.BLOCKER]),
        ("2027-04-30", []),
    ],
)
def test_the_address_is_registered_within_a_day(today: str, severities: list[Severity]) -> None:
    found = raised("stay.registration-missing", JOURNEY, today)
    assert [finding.severity for finding in found] == severities


def test_arriving_late_in_the_zone_of_home_is_another_day_in_china() -> None:
    """03:30 on 9 March in Auckland is 22:30 on the 8th in China."""
    journey = with_entry(entered=at("2027-03-09 03:30", NEW_ZEALAND))
    assert raised("stay.registration-missing", journey, "2027-03-08")
    (found,) = raised("stay.registration-missing", journey, "2027-03-10")
    assert found.message.params["by"] == at("2027-03-09 22:30")


def test_a_registration_before_the_arrival_is_an_earlier_stays() -> None:
    early = replace(REGISTERED, registered=at("2027-03-07 10:00"))
    assert raised("stay.registration-missing", with_entry(registrations=(early,)), "2027-03-09")


def moved(second: str = "flat", kind: StayKind = StayKind.FLAT) -> Journey:
    """From the hotel into a flat on 20 March."""
    flat = make_place(id="flat", kind=PlaceKind.FLAT, name=text("Specimen Flat", "样品公寓"))
    return replace(
        with_entry(registrations=(REGISTERED,)),
        places=(*PLACES, flat),
        stays=(
            make_stay(id="first", leaves=at("2027-03-20 10:00")),
            make_stay(id="second", place=second, kind=kind, arrives=at("2027-03-20 11:00")),
        ),
    )


@pytest.mark.parametrize(
    ("today", "severities"),
    [
        ("2027-03-19", []),
        ("2027-03-20", [Severity.WARNING]),
        ("2027-03-21", [Severity.WARNING]),
        ("2027-03-22", [Severity.BLOCKER]),
    ],
)
def test_moving_house_is_registered_again(today: str, severities: list[Severity]) -> None:
    found = raised("stay.registration-missing", moved(), today)
    assert [finding.severity for finding in found] == severities
    assert all("Specimen Flat" in str(finding.message) for finding in found)


@pytest.mark.parametrize(
    "journey",
    [
        moved(second=HOTEL),
        moved(kind=StayKind.WARD),
        moved(second="hong-kong"),
        with_entry(moved(), exited=at("2027-03-19 10:00")),
        with_entry(
            moved(),
            registrations=(REGISTERED, AddressRegistration(registered=at("2027-03-20 18:00"), place="flat")),
        ),
        with_entry(
            moved(), registrations=(REGISTERED, AddressRegistration(registered=at("2027-03-20 18:00")))
        ),
    ],
)
def test_staying_on_in_the_same_house_or_registered_is_fine(journey: Journey) -> None:
    assert not raised("stay.registration-missing", journey, "2027-03-22")


def test_nights_before_the_entry_are_not_registered() -> None:
    earlier = make_stay(id="earlier", place="flat", arrives=at("2027-03-01"), leaves=at("2027-03-08"))
    journey = moved()
    journey = replace(journey, stays=(earlier, journey.stays[0]))
    assert not raised("stay.registration-missing", journey, "2027-03-22")


# -- the visa's last day of entry, the arrival card ----------------------------------------------------------


@pytest.mark.parametrize(
    ("entered", "zone", "late"),
    [
        ("2027-05-16 23:59", CHINA, 0),
        ("2027-05-17 23:59", CHINA, 0),
        ("2027-05-18 00:01", CHINA, 1),
        ("2027-05-18 03:59", NEW_ZEALAND, 0),
        ("2027-05-18 04:01", NEW_ZEALAND, 1),
    ],
)
def test_a_visa_is_used_by_its_last_day_in_china(entered: str, zone: str, late: int) -> None:
    found = raised("stay.enter-by-passed", with_entry(entered=at(entered, zone), exited=None), "2027-03-01")
    assert len(found) == late


@pytest.mark.parametrize(("today", "found"), [("2027-05-17", 0), ("2027-05-18", 1)])
def test_a_visa_that_ran_out_unused_is_told(today: str, found: int) -> None:
    journey = replace(JOURNEY, entries=())
    assert len(raised("stay.enter-by-passed", journey, today)) == found
    assert not raised("stay.enter-by-passed", with_visa(journey, state=VisaState.LODGED), today)
    assert not raised("stay.enter-by-passed", with_visa(journey, enter_by=None), today)


@pytest.mark.parametrize(
    ("today", "found"), [("2027-03-04", 0), ("2027-03-05", 1), ("2027-03-08", 1), ("2027-03-09", 0)]
)
def test_the_arrival_card_is_asked_for_in_the_last_days(today: str, found: int) -> None:
    assert len(raised("stay.arrival-card-missing", with_entry(arrival_card_on=None), today)) == found


def test_an_arrival_card_kept_as_a_document_is_watched_as_one() -> None:
    card = make_document(kind=DocumentKind.ARRIVAL_CARD, traveller=PATIENT)
    journey = replace(with_entry(arrival_card_on=None), documents=(card,))
    assert not raised("stay.arrival-card-missing", journey, "2027-03-08")


def test_an_entry_without_a_day_needs_nothing_yet() -> None:
    journey = with_entry(with_visa(enter_by=day("2026-01-01")), entered=None, exited=None)
    codes = (
        "stay.exceeded",
        "stay.low-slack",
        "stay.day-count-differs",
        "stay.extension-apply-by",
        "stay.exit-unknown",
        "stay.registration-missing",
        "stay.arrival-card-missing",
    )
    assert [code for code in codes if raised(code, journey, "2027-03-01")] == []


GOLDEN = (
    Golden(
        code="stay.exceeded",
        hazard="leaving after midnight, the day after the last legal day",
        journey=with_entry(exited=at("2027-05-07 00:05")),
        fine=with_entry(exited=at("2027-05-06 23:55")),
        today="2027-03-01",
    ),
    Golden(
        code="stay.low-slack",
        hazard="six days to spare",
        journey=with_entry(exited=at("2027-04-30 01:30")),
        fine=with_entry(exited=at("2027-04-29 01:30")),
        today="2027-03-01",
    ),
    Golden(
        code="stay.day-count-differs",
        hazard="visa-free, leaving on the thirtieth day after entry",
        journey=with_entry(FREE, exited=at("2026-12-09 23:00")),
        fine=with_entry(FREE, exited=at("2026-12-08 23:00")),
        today="2026-11-23",
    ),
    Golden(
        code="stay.extension-apply-by",
        hazard="the plan passes the last legal day",
        journey=with_entry(exited=at("2027-05-08 01:30")),
        fine=with_entry(exited=at("2027-05-06 01:30")),
        today="2027-04-01",
    ),
    Golden(
        code="stay.extension-too-long",
        hazard="an extension a day longer than the stay itself",
        journey=with_entry(extensions=(replace(PLANNED_EXTENSION, until=day("2027-07-06")),)),
        fine=with_entry(extensions=(replace(PLANNED_EXTENSION, until=day("2027-07-05")),)),
        today="2027-04-01",
    ),
    Golden(
        code="stay.entry-day-unknown",
        hazard="an entry planned before anything is booked",
        journey=with_entry(entered=None),
        fine=JOURNEY,
        today="2027-03-01",
    ),
    Golden(
        code="stay.exit-unknown",
        hazard="entered without a way home",
        journey=with_entry(exited=None),
        fine=JOURNEY,
        today="2027-03-01",
    ),
    Golden(
        code="stay.entries-used-up",
        hazard="a weekend in Hong Kong on a single-entry visa",
        journey=replace(JOURNEY, entries=(ENTRY, SECOND_ENTRY)),
        fine=replace(JOURNEY, entries=(ENTRY, SECOND_ENTRY), visas=(replace(VISA, entries=2),)),
        today="2027-03-01",
    ),
    Golden(
        code="stay.crossing-unrecorded",
        hazard="a flight to Hong Kong and no exit",
        journey=replace(JOURNEY, places=PLACES, legs=(OUT, SIDE_TRIP[0])),
        fine=replace(JOURNEY, places=PLACES, legs=(OUT,)),
        today="2027-03-01",
    ),
    Golden(
        code="stay.registration-missing",
        hazard="a day after arriving, nobody has registered",
        journey=JOURNEY,
        fine=with_entry(registrations=(REGISTERED,)),
        today="2027-03-09",
    ),
    Golden(
        code="stay.enter-by-passed",
        hazard="the journey slid past the last day of entry",
        journey=with_visa(enter_by=day("2027-03-07")),
        fine=with_visa(enter_by=day("2027-03-08")),
        today="2027-03-01",
    ),
    Golden(
        code="stay.arrival-card-missing",
        hazard="two days before flying without a code",
        journey=with_entry(arrival_card_on=None),
        fine=JOURNEY,
        today="2027-03-06",
    ),
)
