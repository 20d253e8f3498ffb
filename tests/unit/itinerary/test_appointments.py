"""Appointments and boards as they print: who comes, how to prepare, what to bring, how firm it all is."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from planner.itinerary.item import ItemKind, Standing
from planner.itinerary.labels import APPOINTMENTS, MISSED, SERVICES, VISA_STEPS
from planner.record.appointment import (
    Appointment,
    AppointmentKind,
    AppointmentState,
    Preparation,
    PreparationKind,
)
from planner.record.consent import Audience
from planner.record.contact import ContactRole
from planner.record.document import DocumentState
from planner.record.fraction import MissedReason
from planner.record.journey import Journey
from planner.record.kind_names import CONTACT_ROLES
from planner.record.mdt import Attendant, MeetingMode
from planner.record.visa import VisaStepKind
from tests.builders.make import (
    CENTRE,
    COMPANION,
    DOCTOR,
    DRIVER,
    INTERPRETER,
    NEW_ZEALAND,
    at,
    confirmed,
    day,
    make_appointment,
    make_companion,
    make_document,
    make_journey,
    make_leg,
    make_meeting,
    make_place,
    make_places,
    make_stay,
    make_traveller,
    text,
)
from tests.unit.itinerary.looking import TODAY, facts, item, keys, lists, made
from tests.unit.itinerary.timeline import words


def one(**fields: Any) -> Appointment:
    return make_appointment(**{"id": "a"} | fields)


def with_(*appointments: Appointment, **fields: Any) -> Journey:
    return make_journey(appointments=appointments, **fields)


@pytest.mark.parametrize("kind", AppointmentKind)
def test_every_kind_of_appointment_has_a_name_and_an_icon(kind: AppointmentKind) -> None:
    found = item(with_(one(kind=kind)), "a")
    assert (found.kind, found.title) == APPOINTMENTS[kind]


def test_every_choice_that_prints_has_a_name() -> None:
    assert set(CONTACT_ROLES) == set(ContactRole)
    assert set(MISSED) == set(MissedReason)
    assert set(VISA_STEPS) == set(VisaStepKind)
    assert all("{code}" in label.msgid for label in SERVICES.values())


def test_its_own_title_stands_before_that_of_its_kind() -> None:
    assert words(item(with_(one(title=text("First consultation"))), "a").title) == "First consultation"


def test_who_comes_each_with_their_role_and_each_once() -> None:
    appointment = one(
        people=(DOCTOR, INTERPRETER), interpreter=INTERPRETER, driver=DRIVER, room=text("Room 3")
    )
    found = item(with_(appointment), "a")
    assert [(words(line.role), line.contact) for line in found.people] == [
        ("Radiation oncologist", DOCTOR),
        ("Interpreter", INTERPRETER),
        ("Driver", DRIVER),
    ]
    assert found.place is not None
    assert [words(where) for where in found.place.where] == ["Room 3"]


def test_an_interpreter_needed_and_not_found_is_to_be_confirmed() -> None:
    assert facts(item(with_(one(needs_interpreter=True)), "a")) == {"Interpreter": "to be confirmed"}
    assert facts(item(with_(one(needs_interpreter=True, interpreter=INTERPRETER)), "a")) == {}
    assert facts(item(with_(one(needs_interpreter=None)), "a")) == {}


def test_how_to_prepare_in_the_hospitals_words_or_standard_ones_and_from_when() -> None:
    appointment = one(
        preparations=(
            Preparation(kind=PreparationKind.FASTING, hours_before=8),
            Preparation(kind=PreparationKind.NO_METAL, words=text("Leave your watch at home")),
            Preparation(kind=PreparationKind.FULL_BLADDER, hours_before=0),
        ),
        bring=(text("Passport"),),
    )
    found = item(with_(appointment), "a")
    assert [words(line) for line in found.preparation] == [
        "Nothing to eat before this",
        "That is from Tue 9 Mar 2027, 01:30 on.",
        "Leave your watch at home",
        "Come with a full bladder",
    ]
    assert [words(line) for line in found.bring] == ["Passport"]


def test_without_an_hour_nobody_says_from_when_to_fast() -> None:
    fasting = Preparation(kind=PreparationKind.FASTING, hours_before=8)
    found = item(with_(one(starts=at("2027-03-09"), preparations=(fasting,))), "a")
    assert [words(line) for line in found.preparation] == ["Nothing to eat before this"]
    undated = made(with_(one(starts=None, preparations=(fasting,))))
    assert lists(undated)["Not fixed yet"] == ["Consultation (Day to be confirmed)"]


@pytest.mark.parametrize(
    ("state", "confirmation", "standing"),
    [
        (AppointmentState.PLANNED, None, Standing.TO_BE_CONFIRMED),
        (AppointmentState.PLANNED, confirmed(), Standing.CONFIRMED),
        (AppointmentState.DONE, None, Standing.DONE),
        (AppointmentState.MISSED, confirmed(), Standing.MISSED),
    ],
)
def test_how_firm_it_is(state: AppointmentState, confirmation: Any, standing: Standing) -> None:
    assert item(with_(one(state=state, confirmation=confirmation)), "a").standing is standing


def test_a_cancelled_one_is_told_to_the_agency_alone() -> None:
    journey = with_(one(state=AppointmentState.CANCELLED))
    assert keys(journey) == []
    assert item(journey, "a", Audience.AGENCY).standing is Standing.CANCELLED


def test_only_what_an_announcement_could_still_move_is_provisional() -> None:
    """The calendar of 2026 is announced, that of 2027 is not; what is done or at home does not move."""
    in_nz = make_place(id="gp", country="NZ", zone=NEW_ZEALAND)
    assert item(with_(one()), "a").provisional
    assert not item(with_(one(starts=at("2026-10-20 09:30"))), "a").provisional
    assert not item(with_(one(state=AppointmentState.DONE)), "a").provisional
    at_home = one(place="gp", starts=at("2027-05-26 09:00", NEW_ZEALAND))
    assert not item(with_(at_home, places=(*make_places(), in_nz)), "a").provisional
    assert made(with_(one())).provisional_years == (2027,)
    assert made(with_(one(starts=at("2026-10-20 09:30")))).provisional_years == ()


def test_an_end_is_told_by_the_same_clock_as_the_start() -> None:
    by_video = {"mode": MeetingMode.VIDEO, "starts": at("2026-12-22 14:00")}
    ends = item(with_(one(ends=at("2026-12-22 15:00"), **by_video)), "a").ends
    assert ends == at("2026-12-22 20:00", NEW_ZEALAND)
    assert item(with_(one(ends=at("2026-12-22"), **by_video)), "a").ends == at("2026-12-22")
    timed = item(with_(one(ends=at("2027-03-09 10:15"))), "a")
    assert timed.duration_minutes == 45


def test_what_lasts_several_days_says_until_when_and_misses_no_hour() -> None:
    lasting = one(starts=at("2027-03-23"), ends=at("2027-04-01"))
    found = item(with_(lasting), "a")
    assert (found.on, found.ends, found.misses_time) == (day("2027-03-23"), at("2027-04-01"), False)
    assert facts(found) == {"Until": day("2027-04-01")}
    timed = item(with_(one(starts=at("2027-03-23 09:00"), ends=at("2027-03-25 12:00"))), "a")
    assert (timed.starts, timed.misses_time) == (at("2027-03-23 09:00"), False)
    assert item(with_(one(starts=at("2027-03-23"))), "a").misses_time
    assert item(with_(one(starts=at("2027-03-23"), ends=at("2027-03-23"))), "a").misses_time


def test_by_video_one_reads_the_clock_of_where_one_is() -> None:
    """At home it is the clock at home with the hospital's beside it; once travelling, the clock there."""
    video = one(mode=MeetingMode.VIDEO, starts=at("2027-01-06 15:00"))
    found = item(with_(video), "a")
    assert found.starts == at("2027-01-06 20:00", NEW_ZEALAND)
    assert facts(found) == {"Time at the hospital": at("2027-01-06 15:00")}
    assert words(found.subtitle) == "By video"
    away = item(with_(video, stays=(make_stay(arrives=at("2027-01-05")),)), "a")
    assert (away.starts, facts(away)) == (at("2027-01-06 15:00"), {})
    agencys = item(with_(video), "a", Audience.AGENCY)
    assert (agencys.starts, agencys.home) == (at("2027-01-06 15:00"), at("2027-01-06 20:00", NEW_ZEALAND))
    homeless = make_traveller(home_zone="")
    assert item(with_(video, travellers=(homeless,)), "a").starts == at("2027-01-06 15:00")


def test_a_companion_without_a_home_zone_reads_the_clock_of_the_patients_home() -> None:
    people = (make_traveller(), make_companion(home_zone="Nowhere/Unknown"))
    video = one(mode=MeetingMode.VIDEO, starts=at("2027-01-06 15:00"), travellers=(COMPANION,))
    found = item(with_(video, travellers=people), "a", Audience.COMPANION)
    assert found.starts == at("2027-01-06 20:00", NEW_ZEALAND)


def test_what_happens_without_the_patient_says_so_to_each_reader() -> None:
    planning = one(patient_present=False)
    assert words(item(with_(planning), "a").subtitle) == "You need not be there."
    assert words(item(with_(planning), "a", Audience.HOSPITAL).subtitle) == "The patient need not be there."
    errand = one(patient_present=False, travellers=(COMPANION,))
    people = (make_traveller(), make_companion())
    assert item(with_(errand, travellers=people), "a", Audience.COMPANION).subtitle is None


def test_a_companion_still_at_home_is_told_only_of_what_they_take_part_in() -> None:
    people = (make_traveller(), make_companion())
    alone = one(id="alone", starts=at("2026-12-22 14:00"))
    both = one(id="both", starts=at("2026-12-23 14:00"), travellers=("patient", COMPANION))
    during = one(id="during", starts=at("2027-03-10 14:00"))
    journey = with_(alone, both, during, travellers=people, legs=(make_leg(travellers=(COMPANION,)),))
    told = [key for key in keys(journey, Audience.COMPANION) if "leg" not in key]
    assert told == ["both", "during"]


def test_a_board_names_who_sits_on_it_by_role_and_never_what_was_said() -> None:
    meeting = make_meeting(
        id="m",
        starts=at("2027-03-11 14:00"),
        mode=MeetingMode.PAPERS_ONLY,
        duration_minutes=45,
        attendants=(
            Attendant(role=ContactRole.SURGEON, name=text("Dr Knife")),
            Attendant(role=ContactRole.ONCOLOGIST, contact=DOCTOR),
            Attendant(role=ContactRole.PATHOLOGIST),
            Attendant(role=ContactRole.INTERPRETER, contact=INTERPRETER),
        ),
        interpreter=INTERPRETER,
    )
    journey = make_journey(mdt_meetings=(meeting,), stays=(make_stay(),))
    found = item(journey, "m")
    assert [(words(line.role), words(line.name)) for line in found.people] == [
        ("Surgeon", "Dr Knife"),
        ("Oncologist", "Dr Example"),
        ("Interpreter", "Lin Sample"),
    ]
    assert (found.kind, found.standing, found.provisional) == (
        ItemKind.MDT,
        Standing.TO_BE_CONFIRMED,
        True,
    )
    assert found.ends == at("2027-03-11 14:45")
    assert "need not be there" in words(found.subtitle)


def test_a_board_that_decided_is_over() -> None:
    decided = make_meeting(id="m", decision=text("Proton therapy"), interpreter=INTERPRETER)
    found = item(make_journey(mdt_meetings=(decided,)), "m")
    assert (found.standing, found.provisional, found.ends) == (Standing.DONE, False, None)
    assert [line.contact for line in found.people] == [INTERPRETER]


def test_papers_for_the_board_fall_due_for_the_agency() -> None:
    due = make_meeting(id="m", starts=None, material_due=at("2026-12-30 17:00"))
    journey = make_journey(mdt_meetings=(due,))
    assert keys(journey) == []
    assert lists(made(journey))["Not fixed yet"] == [
        "Meeting of the doctors (MDT board) (Day to be confirmed)"
    ]
    assert item(journey, "m:material", Audience.AGENCY).home == at("2026-12-30 22:00", NEW_ZEALAND)


@pytest.mark.parametrize(
    ("changed", "state", "is_over"),
    [
        ({}, DocumentState.CERTIFIED, False),
        ({}, DocumentState.SENT, True),
        ({"decision": text("Proton therapy")}, DocumentState.NEEDED, True),
        ({"starts": at(str(TODAY - dt.timedelta(1)))}, DocumentState.NEEDED, True),
        ({"starts": at(str(TODAY))}, DocumentState.NEEDED, False),
        ({"material": ()}, DocumentState.SENT, False),
    ],
)
def test_papers_are_not_due_once_they_went_or_the_board_has_met(
    changed: dict[str, Any], state: DocumentState, is_over: bool
) -> None:
    paper = make_document(id="paper", state=state)
    later = at(str(TODAY + dt.timedelta(9)))
    given = {"id": "m", "starts": later, "material_due": at("2026-11-20 17:00"), "material": ("paper",)}
    journey = make_journey(mdt_meetings=(make_meeting(**given | changed),), documents=(paper,))
    assert (item(journey, "m:material", Audience.AGENCY).standing is Standing.DONE) is is_over


def test_a_hospital_is_told_of_its_own_departments_and_of_what_has_no_place_yet() -> None:
    ward = make_place(id="ward", within=CENTRE)
    journey = with_(
        one(id="inside", place="ward"),
        one(id="placeless", place=None),
        one(id="elsewhere", place="hotel"),
        places=(*make_places(), ward),
        mdt_meetings=(make_meeting(id="other-board", hospital="hotel"),),
    )
    assert keys(journey, Audience.HOSPITAL) == ["inside", "placeless"]
    assert keys(journey, Audience.HOSPITAL, recipient=CENTRE) == ["inside"]
