"""A copy holds only what its reader may see: nothing else is anywhere in the values it is made of."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from planner.imports.journey_file import read
from planner.itinerary.build import build
from planner.itinerary.item import ItemKind, Itinerary
from planner.message import Country
from planner.record.booking import Booking, BookingState
from planner.record.consent import Audience
from planner.record.contact import ContactRole
from planner.record.diagnosis import Diagnosis
from planner.record.journey import Journey
from planner.record.leg import Leg, LegMode, Seat
from planner.record.money import Money
from planner.record.place import PlaceKind
from planner.record.stay import StayKind
from planner.record.text import Text
from planner.record.traveller import Allergy, AllergyStatement, Medicine
from tests.builders.make import (
    AIRPORT,
    CENTRE,
    COMPANION,
    DOCTOR,
    DRIVER,
    HOTEL,
    INTERPRETER,
    NEW_ZEALAND,
    PATIENT,
    at,
    day,
    make_agency,
    make_appointment,
    make_companion,
    make_contact,
    make_contacts,
    make_course,
    make_document,
    make_entry,
    make_journey,
    make_leg,
    make_meeting,
    make_passport,
    make_payment,
    make_place,
    make_places,
    make_stay,
    make_task,
    make_traveller,
    make_visa,
    money,
    text,
)
from tests.unit.itinerary.looking import facts
from tests.unit.itinerary.tree import leaves, words

TODAY = dt.date(2027, 3, 1)
OTHER_DRIVER, OTHER_HOTEL, NZ_CLINIC, WARD = "driver-2", "hotel-2", "gp", "ward"

#: What must never stand on the paper of somebody who has no business with it.
HEALTH = ("SECRET-CANCER", "SECRET-ALLERGY", "SECRET-PILL", "SECRET-BLOODS", "SECRET-DECISION", "SECRET-ROOM")
BIRTH, PATIENT_PASSPORT, COMPANION_PASSPORT = "1964-11-02", "SECRET-P1", "SECRET-P2"
MONEY = ("987654", "SECRET-PAYMENT", "456.78")
PAPERS = (
    "SECRET-VISA",
    "SECRET-REFERENCE",
    "SECRET-SEAT",
    "SECRET-TASK",
    "SECRET-NOTES",
    "SECRET-PAPER",
    "SECRET-ORDERS",
)


def ride(id: str, driver: str | None, departs: str, **fields: Any) -> Leg:
    given = {
        "id": id,
        "mode": LegMode.CAR,
        "travellers": (PATIENT, COMPANION),
        "origin": AIRPORT,
        "destination": HOTEL,
        "departs": at(departs),
        "arrives": None,
        "number": "",
        "driver": driver,
    }
    return make_leg(**given | fields)


def journey() -> Journey:
    """A journey with a secret in every corner; the names of its places give nothing away."""
    booked = Booking(state=BookingState.CONFIRMED, reference="SECRET-REFERENCE", cost=money("456.78"))
    return make_journey(
        notes="SECRET-NOTES",
        agency=make_agency(telephone_china="+86 0 000 0000"),
        places=(
            *make_places()[:3],
            make_place(id=CENTRE, kind=PlaceKind.HOSPITAL, name=text("East Hospital", "东院")),
            make_place(id=OTHER_HOTEL, name=text("Other Hotel", "另一酒店")),
            make_place(id=NZ_CLINIC, kind=PlaceKind.CLINIC, name=text("Family practice"), country="NZ"),
            make_place(id=WARD, kind=PlaceKind.OTHER, name=text("SECRET-ROOM"), within=CENTRE),
        ),
        contacts=(*make_contacts(), make_contact(id=OTHER_DRIVER, role=ContactRole.DRIVER)),
        travellers=(
            make_traveller(
                born_on=day(BIRTH),
                name_hanzi="安娜",
                passports=(make_passport(number=PATIENT_PASSPORT),),
                allergy_statement=AllergyStatement.LISTED,
                allergies=(Allergy(substance=text("SECRET-ALLERGY"), reaction=text("rash")),),
                medicines=(Medicine(id="pill", name=text("SECRET-PILL"), dose=text("one")),),
            ),
            make_companion(passports=(make_passport(number=COMPANION_PASSPORT),)),
        ),
        diagnoses=(Diagnosis(id="d", icd10="SECRET-CANCER", summary=text("SECRET-CANCER", "SECRET-CANCER")),),
        documents=(
            make_document(title=text("SECRET-PAPER"), needed_by=day("2027-03-05"), carried_by_hand=True),
        ),
        visas=(make_visa(id="visa", number="SECRET-VISA"),),
        entries=(make_entry(visa="visa"), make_entry(traveller=COMPANION)),
        legs=(
            make_leg(
                travellers=(PATIENT, COMPANION),
                booking=booked,
                seats=(Seat(traveller=PATIENT, seat="SECRET-SEAT"),),
            ),
            ride(
                "r1",
                DRIVER,
                "2027-03-08 07:00",
                instructions=text("SECRET-ORDERS"),
                origin_detail=text("Exit 3, sign “ERIKSSON”"),
            ),
            ride("r2", OTHER_DRIVER, "2027-03-09 07:00"),
            ride("r3", DRIVER, "2027-03-10 07:00", destination=WARD, destination_detail=text("SECRET-ROOM")),
        ),
        stays=(
            make_stay(id="s1", travellers=(PATIENT, COMPANION), booking=booked),
            make_stay(
                id="s2",
                place=OTHER_HOTEL,
                travellers=(COMPANION,),
                arrives=at("2027-04-10"),
                leaves=at("2027-04-12"),
            ),
            make_stay(
                id="s3", place=WARD, kind=StayKind.WARD, arrives=at("2027-03-12"), leaves=at("2027-03-13")
            ),
        ),
        mdt_meetings=(make_meeting(decision=text("SECRET-DECISION")),),
        appointments=(
            make_appointment(
                id="bloods",
                title=text("SECRET-BLOODS"),
                room=text("SECRET-ROOM"),
                driver=DRIVER,
                duration_minutes=30,
            ),
            make_appointment(id="at-home", place=NZ_CLINIC, starts=at("2027-05-26 09:00", NEW_ZEALAND)),
            make_appointment(id="errand", travellers=(COMPANION,), starts=at("2027-03-11 09:00")),
        ),
        courses=(replace_fractions(make_course(2, site=text("SECRET-CANCER"), room=text("SECRET-ROOM"))),),
        payments=(
            make_payment(what=text("SECRET-PAYMENT"), amount=money("987654"), due_on=day("2027-03-09")),
        ),
        tasks=(make_task(title=text("SECRET-TASK"), due_on=day("2027-03-09")),),
    )


def replace_fractions(course: Any) -> Any:
    """The course, with the driver who drives to its first session."""
    first, *rest = course.fractions
    return replace(course, fractions=(replace(first, id="first", driver=DRIVER, duration_minutes=20), *rest))


def copy(audience: Audience, **how: Any) -> Itinerary:
    return build(journey(), audience, today=TODAY, **how)


def items(itinerary: Itinerary) -> list[Any]:
    return [*itinerary.before, *(i for day in itinerary.days for i in day.items), *itinerary.after]


def subjects(itinerary: Itinerary) -> list[str]:
    return [item.subject for item in items(itinerary)]


@pytest.mark.parametrize(
    ("audience", "kept_from_it"),
    [
        (Audience.DRIVER, (*HEALTH, *MONEY, *PAPERS, BIRTH, PATIENT_PASSPORT, COMPANION_PASSPORT)),
        (
            Audience.HOTEL,
            (*HEALTH, *MONEY, BIRTH, "SECRET-VISA", "SECRET-TASK", "SECRET-SEAT", "SECRET-NOTES"),
        ),
        (Audience.HOSPITAL, (*MONEY, *PAPERS, COMPANION_PASSPORT, "SPECIMEN Test Person", "SECRET-DECISION")),
        (Audience.COMPANION, (*MONEY, PATIENT_PASSPORT, "SECRET-VISA", "SECRET-TASK", "SECRET-NOTES")),
        (Audience.PATIENT, (COMPANION_PASSPORT, "SECRET-TASK", "SECRET-NOTES", "SECRET-DECISION", "456.78")),
        (Audience.AGENCY, ("SECRET-DECISION",)),
    ],
)
def test_what_a_reader_may_not_see_is_nowhere_in_their_copy(
    audience: Audience, kept_from_it: tuple[str, ...]
) -> None:
    said = words(copy(audience))
    assert not [secret for secret in kept_from_it if secret in said]


@pytest.mark.parametrize("audience", [Audience.DRIVER, Audience.HOTEL, Audience.HOSPITAL])
def test_no_amount_of_money_is_on_the_copies_of_strangers(audience: Audience) -> None:
    assert Money not in list(leaves(copy(audience)))


def test_a_drivers_copy_is_rides_and_nothing_else() -> None:
    rides = copy(Audience.DRIVER)
    assert {item.kind for item in items(rides)} == {ItemKind.CAR}
    assert (rides.courses, rides.stays, rides.emergency_cards, rides.checklists) == ((), (), (), ())
    assert all(not day.home_zone and day.sleeps_at is None for day in rides.days)
    assert not [leaf for leaf in leaves(rides) if isinstance(leaf, Decimal)]


def test_each_driver_is_told_only_their_own_rides() -> None:
    assert subjects(copy(Audience.DRIVER)) == ["r1", "bloods", "r3", "first"]
    assert subjects(copy(Audience.DRIVER, recipient=OTHER_DRIVER)) == ["r2"]
    assert copy(Audience.DRIVER).recipient == DRIVER


def test_a_driver_knows_whom_to_meet_and_when_to_drive_back() -> None:
    first, bloods, third, _ = items(copy(Audience.DRIVER))
    assert facts(first) == {"Passengers": 2, "Meets flight": "3U3812", "Arrives": at("2027-03-08 05:35")}
    assert first.place.where == (text("Exit 3, sign “ERIKSSON”"),)
    assert first.who == ("ERIKSSON Anna Maria", "SPECIMEN Test Person")
    assert [fact.value for fact in bloods.facts][-1] == at("2027-03-09 10:00")
    assert third.to_place.name == text("East Hospital", "东院")
    assert third.to_place.where == ()


def test_a_driver_fetches_from_the_entrance_of_a_hospital_and_learns_nothing_of_its_inside() -> None:
    gate = text("North gate", "北门")
    told = journey()
    places = tuple(replace(one, entrance=gate) if one.id == CENTRE else one for one in told.places)
    back = ride("back", DRIVER, "2027-03-09 11:15")
    back = replace(back, origin=WARD, destination=HOTEL, origin_detail=text("SECRET-ROOM"))
    told = replace(told, places=places, legs=(back,), appointments=(), courses=())
    [item] = items(build(told, Audience.DRIVER, today=TODAY, recipient=DRIVER))
    assert item.place is not None
    assert (item.place.name, item.place.where) == (text("East Hospital", "东院"), (gate,))


def test_a_drivers_copy_without_a_ride_says_that_none_is_entered() -> None:
    def said(told: Journey, recipient: str = "") -> list[tuple[str, str]]:
        made = build(told, Audience.DRIVER, today=TODAY, recipient=recipient)
        assert items(made) == []
        return [(fact.label.msgid, fact.value.msgid) for fact in made.key_facts]

    none = replace(journey(), legs=(), appointments=(), courses=())
    assert said(none) == [("Number of rides", "No ride is entered.")]
    assert said(none, DRIVER) == [("Number of rides", "No ride is entered for this driver.")]
    undated = replace(ride("r", DRIVER, "2027-03-08 07:00"), departs=None, arrives=None)
    others = replace(none, legs=(undated,))
    assert said(others, OTHER_DRIVER) == [("Number of rides", "No ride is entered for this driver.")]
    assert said(others, DRIVER) == [("Number of rides", "A ride is entered, but no day for it yet.")]
    assert len(copy(Audience.DRIVER).key_facts) == 3


def test_a_hotels_copy_without_a_stay_says_that_none_is_entered() -> None:
    none = replace(journey(), stays=())
    for recipient, said in (("", "No stay is entered."), (HOTEL, "No stay is entered in this house.")):
        made = build(none, Audience.HOTEL, today=TODAY, recipient=recipient)
        assert [(fact.label.msgid, fact.value.msgid) for fact in made.key_facts] == [("Nights", said)]


def test_while_no_driver_is_named_the_rides_without_one_are_told() -> None:
    open_rides = replace(journey(), legs=(ride("r", None, "2027-03-08 07:00"),), appointments=(), courses=())
    assert subjects(build(open_rides, Audience.DRIVER, today=TODAY)) == ["r"]


def test_a_hotels_copy_is_nights_names_and_passports() -> None:
    nights = copy(Audience.HOTEL)
    assert subjects(nights) == ["s1", "s1"]
    assert [fact.value for fact in nights.travellers] == [
        "ERIKSSON Anna Maria",
        Country("NZ"),
        PATIENT_PASSPORT,
        "SPECIMEN Test Person",
        Country("NZ"),
        COMPANION_PASSPORT,
    ]
    assert [fact.value for fact in nights.key_facts] == [at("2027-03-08 07:30"), at("2027-04-28 21:30"), 51]


def test_another_hotel_is_told_of_its_own_guests_alone() -> None:
    nights = copy(Audience.HOTEL, recipient=OTHER_HOTEL)
    assert subjects(nights) == ["s2", "s2"]
    assert [fact.value for fact in nights.travellers] == [
        "SPECIMEN Test Person",
        Country("NZ"),
        COMPANION_PASSPORT,
    ]


def test_a_hospital_is_told_of_its_patient_and_not_of_what_is_done_elsewhere() -> None:
    desk = copy(Audience.HOSPITAL)
    assert "bloods" in subjects(desk)
    assert "at-home" not in subjects(desk)
    assert "errand" not in subjects(desk)
    assert {item.kind for item in items(desk)} == {ItemKind.MDT, ItemKind.CONSULTATION, ItemKind.FRACTION}
    assert PATIENT_PASSPORT in words(desk)
    assert BIRTH in words(desk)
    assert copy(Audience.HOSPITAL, recipient=OTHER_HOTEL).days == ()


def test_the_companion_carries_the_patients_card_and_their_own() -> None:
    cards = copy(Audience.COMPANION).emergency_cards
    assert [card.traveller for card in cards] == ["ERIKSSON Anna Maria", "SPECIMEN Test Person"]
    assert [card.passport_number for card in cards] == ["", COMPANION_PASSPORT]
    assert cards[0].condition == text("SECRET-CANCER", "SECRET-CANCER")


def test_the_companions_copy_has_their_own_errand_and_the_patients_has_not() -> None:
    assert "errand" in subjects(copy(Audience.COMPANION))
    assert "errand" not in subjects(copy(Audience.PATIENT))


def test_the_agency_is_told_everything() -> None:
    told = copy(Audience.AGENCY)
    assert {"errand", "bloods", "at-home", "r1", "r2", "s1", "s2", "s3"} <= set(subjects(told))
    assert [card.traveller for card in told.emergency_cards] == [
        "ERIKSSON Anna Maria",
        "SPECIMEN Test Person",
    ]
    assert all(secret in words(told) for secret in ("SECRET-TASK", "456.78", "SECRET-PAPER"))


def test_no_copy_says_what_the_case_manager_noted_for_themselves(project: Path) -> None:
    file = project / "resources" / "sample" / "sample.journey.json"
    sample = read(file.read_bytes(), file=file.name).journey
    notes = {
        leaf.notes
        for kind in ("legs", "stays", "appointments", "documents", "payments", "travellers", "entries")
        for leaf in getattr(sample, kind)
        if len(leaf.notes) > 12
    }
    for audience in Audience:
        said = words(build(sample, audience, today=TODAY))
        assert not [note for note in notes if note in said]


def test_the_samples_driver_is_told_nothing_private(project: Path) -> None:
    file = project / "resources" / "sample" / "sample.journey.json"
    sample = read(file.read_bytes(), file=file.name).journey
    private = set(private_words(sample))
    assert len(private) > 30, "the sample is full of what must not be told"
    for driver in (c.id for c in sample.contacts if c.role is ContactRole.DRIVER):
        said = words(build(sample, Audience.DRIVER, today=TODAY, recipient=driver))
        assert not [secret for secret in private if secret in said]
        assert Money not in list(leaves(build(sample, Audience.DRIVER, today=TODAY, recipient=driver)))


def private_words(sample: Journey) -> list[str]:
    """Diagnoses, birth dates, passport and visa numbers, medicines, allergies, amounts, bookings."""
    texts: list[Text] = []
    codes: list[str] = []
    for diagnosis in sample.diagnoses:
        texts += [diagnosis.summary, diagnosis.site, diagnosis.stage]
        codes.append(diagnosis.icd10)
    for person in sample.travellers:
        codes += [passport.number for passport in person.passports]
        codes.append(str(person.born_on))
        texts += [medicine.name for medicine in person.medicines]
        texts += [allergy.substance for allergy in person.allergies]
    codes += [visa.number for visa in sample.visas]
    codes += [leg.booking.reference for leg in sample.legs]
    codes += [str(payment.amount.amount) for payment in sample.payments]
    texts += [appointment.title for appointment in sample.appointments]
    texts += [course.site for course in sample.courses]
    return [word for word in (*codes, *(w for t in texts for w in t.wording.values())) if len(word) > 2]


def test_a_copy_of_a_journey_without_travellers_or_companion_is_still_made() -> None:
    nobody = make_journey(travellers=())
    for audience in Audience:
        assert build(nobody, audience, today=TODAY).reader == ""


def test_who_interprets_and_who_drives_are_named_with_their_roles() -> None:
    ring = [(str(line.role), line.contact) for line in copy(Audience.PATIENT).ring]
    assert ring == [("Agency, day and night", ""), ("Agency, in China", ""), ("Interpreter", INTERPRETER)]
    contacts = [line.contact for line in copy(Audience.PATIENT).contacts]
    assert contacts == ["", "", INTERPRETER, DRIVER, OTHER_DRIVER, DOCTOR]
    assert [line.contact for line in copy(Audience.HOTEL).contacts] == ["", ""]
