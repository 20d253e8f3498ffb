"""Entry and stay: passport control, the registration duty, how long each may stay, the last days."""

from __future__ import annotations

from typing import Any

import pytest

from planner.itinerary.item import ItemKind, Standing
from planner.record.booking import Booking, BookingState
from planner.record.consent import Audience
from planner.record.document import DocumentKind
from planner.record.stay import Stay, StayKind
from planner.record.visa import AddressRegistration, EntryBasis, EntryState, StayCounting
from tests.builders.make import (
    CENTRE,
    COMPANION,
    HOTEL,
    NEW_ZEALAND,
    at,
    day,
    make_companion,
    make_document,
    make_entry,
    make_journey,
    make_place,
    make_places,
    make_stay,
    make_traveller,
    make_visa,
    text,
)
from tests.unit.itinerary.looking import facts, item, keys, made
from tests.unit.itinerary.timeline import words

FIRST = StayCounting.ENTRY_DAY_IS_DAY_ONE


def stay(**fields: Any) -> Stay:
    return make_stay(**{"id": "stay", "leaves": at("2027-03-20")} | fields)


def test_a_couple_that_enters_together_is_told_once() -> None:
    journey = make_journey(
        travellers=(make_traveller(), make_companion()),
        entries=(make_entry(id="e1"), make_entry(id="e2", traveller=COMPANION)),
    )
    told = [key for key in keys(journey, Audience.AGENCY)]
    assert told == ["e1:border", "e1:register"]
    assert item(journey, "e1:border", Audience.AGENCY).who == ("Anna Maria", "Test Person")
    assert item(journey, "e2:border", Audience.COMPANION).who == ("Test Person",)


def test_at_passport_control_one_shows_ones_own_papers() -> None:
    letters = [
        make_document(kind=DocumentKind.INVITATION_LETTER, title=text(title), traveller=whose)
        for title, whose in (("Letter for both", None), ("Hers", "patient"), ("His", COMPANION), ("", None))
    ]
    journey = make_journey(
        travellers=(make_traveller(), make_companion()),
        documents=tuple(letters),
        entries=(make_entry(id="e"),),
    )
    assert [words(line) for line in item(journey, "e:border").bring] == [
        "Passport",
        "Arrival card (QR code)",
        "Letter for both",
        "Hers",
    ]


@pytest.mark.parametrize(
    ("registers", "says"),
    [
        ({"registers_foreigners": True}, "They register you at check-in."),
        ({"registers_foreigners": False}, "go to the police station nearby."),
        ({"registers_foreigners": None, "place": "unsure"}, "Ask at check-in whether they register you."),
        ({"registers_foreigners": None, "place": None}, "Ask at check-in whether they register you."),
        ({"registers_foreigners": None}, "They register you at check-in."),
    ],
)
def test_who_registers_the_address_is_said(registers: dict[str, Any], says: str) -> None:
    unsure = make_place(id="unsure", registers_foreigners=None)
    journey = make_journey(
        places=(*make_places(), unsure), entries=(make_entry(id="e"),), stays=(stay(**registers),)
    )
    duty = item(journey, "e:register")
    assert words(duty.title) == "Register your address by Tue 9 Mar 2027, 05:35"
    assert says in words(duty.subtitle)
    assert duty.ends == at("2027-03-09 05:35")
    assert duty.starts is None


def test_without_a_house_and_without_an_hour_the_duty_is_still_told() -> None:
    duty = item(make_journey(entries=(make_entry(id="e", entered=at("2027-03-08")),)), "e:register")
    assert words(duty.title) == "Register your address within 24 hours of arriving"
    assert duty.place is None


def test_a_registration_in_hand_is_done() -> None:
    registered = AddressRegistration(registered=at("2027-03-08 12:00"), place=HOTEL)
    journey = make_journey(entries=(make_entry(id="e", registrations=(registered,)),))
    assert item(journey, "e:register").standing is Standing.DONE


def test_moving_house_is_registering_again_but_not_the_ward_nor_the_first_house() -> None:
    journey = make_journey(
        places=(*make_places(), make_place(id="flat"), make_place(id="abroad", country="NZ")),
        entries=(make_entry(id="e"), make_entry(id="unknown", entered=None)),
        stays=(
            stay(id="first"),
            stay(id="flat-stay", place="flat", arrives=at("2027-03-20 14:00"), leaves=at("2027-03-25")),
            stay(id="ward", place=CENTRE, kind=StayKind.WARD, arrives=at("2027-03-21"), leaves=None),
            stay(id="undated", arrives=None, leaves=None),
            stay(id="nz", place="abroad", arrives=at("2027-04-01"), leaves=at("2027-04-02")),
        ),
    )
    duties = [key for key in keys(journey) if key.endswith(":register")]
    assert duties == ["e:register", "flat-stay:register"]
    assert words(item(journey, "flat-stay:register").title) == (
        "Register your address by Sun 21 Mar 2027, 14:00"
    )


def test_moving_house_before_anything_is_known_of_the_entry_makes_no_duty() -> None:
    assert [key for key in keys(make_journey(stays=(stay(),))) if "register" in key] == []


def test_the_first_house_is_the_one_of_the_first_night_not_one_left_or_not_reached_yet() -> None:
    journey = make_journey(
        places=(*make_places(), make_place(id="before"), make_place(id="after")),
        entries=(make_entry(id="e"),),
        stays=(
            stay(id="b", place="before", arrives=at("2027-03-01"), leaves=at("2027-03-05")),
            stay(id="h"),
            stay(id="a", place="after", arrives=at("2027-03-20"), leaves=at("2027-03-25")),
        ),
    )
    place = item(journey, "e:register").place
    assert place is not None
    assert place.place == HOTEL


def test_an_entry_elsewhere_has_a_border_and_its_own_clock_but_no_chinese_duty() -> None:
    transit = make_entry(id="sg", country="SG", visa="v", entered=at("2027-03-08 23:30", "Asia/Singapore"))
    visa = make_visa(id="v", country="SG", basis=EntryBasis.MUTUAL_EXEMPTION, stay_days=30, counting=FIRST)
    journey = make_journey(visas=(visa,), entries=(transit,))
    assert keys(journey) == ["sg:border", "sg:apply", "sg:last-day"]
    assert made(journey).stays[0].last_day == day("2027-04-06")
    assert "Last day you may be in the country" not in facts(made(journey))


def test_a_cancelled_entry_is_not_told() -> None:
    assert keys(make_journey(entries=(make_entry(state=EntryState.CANCELLED),))) == []
    assert made(make_journey(entries=(make_entry(state=EntryState.CANCELLED),))).stays == ()


def test_each_traveller_has_a_line_of_their_own() -> None:
    journey = make_journey(
        travellers=(make_traveller(), make_companion()),
        visas=(
            make_visa(id="v1", number="S1", entries=1, enter_by=day("2027-05-17"), counting=FIRST),
            make_visa(id="v2", number="S2", multiple=True, traveller=COMPANION, stay_days=30),
        ),
        entries=(
            make_entry(visa="v1", state=EntryState.ACTUAL),
            make_entry(visa="v2", traveller=COMPANION, entered=at("2027-03-12 05:35")),
            make_entry(traveller=COMPANION, entered=None),
        ),
    )
    anna, test, unknown = made(journey, Audience.AGENCY).stays
    assert (anna.traveller, words(anna.basis), anna.visa_number) == ("Anna Maria", "S2 visa", "S1")
    assert (anna.last_day, anna.careful_last_day, anna.apply_by) == (
        day("2027-05-06"),
        day("2027-05-06"),
        day("2027-04-29"),
    )
    assert (words(anna.entries), anna.enter_by, anna.planned) == ("1", day("2027-05-17"), False)
    assert (words(test.entries), test.last_day, test.careful_last_day) == (
        "any number",
        None,
        day("2027-04-10"),
    )
    assert (words(unknown.basis), unknown.entered, unknown.entries) == (
        "Basis of entry to be confirmed",
        None,
        None,
    )
    assert [line.traveller for line in made(journey).stays] == ["Anna Maria"]


def test_a_visa_that_does_not_say_how_often_says_nothing() -> None:
    journey = make_journey(visas=(make_visa(id="v"),), entries=(make_entry(visa="v"),))
    assert made(journey).stays[0].entries is None


def test_the_careful_last_day_of_the_latest_entry_stands_on_the_cover() -> None:
    visa = make_visa(id="v", counting=StayCounting.DAY_AFTER_ENTRY_IS_DAY_ONE)
    journey = make_journey(
        visas=(visa,),
        entries=(make_entry(visa="v", entered=at("2027-03-20 09:00")), make_entry(visa="v")),
    )
    assert facts(made(journey))["Last day you may be in the country"] == day("2027-05-18")
    assert [d.date for d in made(journey).months if "last-legal-day" in d.marks] == [day("2027-05-18")]


def test_the_last_days_are_told_to_who_is_still_there() -> None:
    visa = make_visa(id="v", counting=FIRST)
    overdue = make_entry(id="e", visa="v", exited=at("2027-05-06 10:00"))
    journey = make_journey(visas=(visa,), entries=(overdue,))
    assert item(journey, "e:apply").on == day("2027-04-29")
    last = item(journey, "e:last-day")
    assert last.on == day("2027-05-06")
    assert last.kind is ItemKind.NOTICE
    assert [words(line) for line in last.important] == ["Leave the country today, before midnight."]
    in_time = make_entry(id="e", visa="v", exited=at("2027-04-29 01:30"))
    assert keys(make_journey(visas=(visa,), entries=(in_time,))) == ["e:border", "e:register"]


def test_what_everybody_must_know_is_said_once_somebody_enters() -> None:
    assert made(make_journey()).stay_notes == ()
    notes = [words(note) for note in made(make_journey(entries=(make_entry(),))).stay_notes]
    assert any("within 24 hours" in note for note in notes)
    assert any("at least 7 days before" in note for note in notes)


def test_nights_wards_and_fallbacks() -> None:
    cancelled = Booking(state=BookingState.CANCELLED)
    journey = make_journey(
        stays=(
            stay(id="a", room="1203", room_type=text("Twin"), booking=Booking(reference="R1")),
            stay(id="fallback", is_fallback=True, nightly_rate=None),
            stay(id="off", booking=cancelled),
            stay(id="one-sided", arrives=None, leaves=at("2027-03-20 10:00")),
        ),
    )
    assert keys(journey) == ["a:check-in", "one-sided:check-out", "a:check-out"]
    check_in = item(journey, "a:check-in")
    assert words(check_in.subtitle) == "12 nights"
    assert facts(check_in) == {"Room": "Twin", "Booking reference": "R1"}
    assert check_in.place is not None
    assert [words(where) for where in check_in.place.where] == ["1203"]
    assert facts(item(journey, "fallback:check-in", Audience.AGENCY)) == {"Kept as": "fallback"}
    assert item(journey, "off:check-in", Audience.AGENCY).standing is Standing.CANCELLED


def test_a_hotel_left_at_night_still_has_the_night_before() -> None:
    journey = make_journey(stays=(stay(arrives=at("2027-03-18 14:00"), leaves=at("2027-03-20 00:30")),))
    sleeps = {page.date: page.sleeps_at for page in made(journey).days}
    assert sleeps[day("2027-03-19")] is not None
    assert sleeps[day("2027-03-20")] is None


def test_a_stay_that_ends_on_the_day_it_begins_has_no_nights() -> None:
    journey = make_journey(stays=(stay(leaves=at("2027-03-08 20:00")),))
    assert item(journey, "stay:check-in").subtitle is None


def test_an_entry_written_at_home_counts_by_the_calendar_there() -> None:
    entry = make_entry(id="e", entered=at("2027-03-09 03:00", NEW_ZEALAND))
    assert item(make_journey(entries=(entry,)), "e:register").ends == at("2027-03-09 22:00")


def test_a_hospital_is_told_nothing_of_borders_and_nights() -> None:
    journey = make_journey(entries=(make_entry(),), stays=(stay(),))
    assert keys(journey, Audience.HOSPITAL) == []
