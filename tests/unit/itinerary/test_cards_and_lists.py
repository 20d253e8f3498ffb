"""Lists to tick, address cards, emergency cards, phrases, the cover and the month calendars."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest

from planner.itinerary.item import DayMark
from planner.message import Birthday, Country
from planner.record.appointment import AppointmentState
from planner.record.consent import Audience
from planner.record.contact import ContactRole
from planner.record.diagnosis import Diagnosis
from planner.record.document import DocumentKind, DocumentState
from planner.record.fraction import FractionState
from planner.record.place import PlaceKind
from planner.record.traveller import (
    Allergy,
    AllergyStatement,
    EmergencyContact,
    Insurance,
    Medicine,
    Traveller,
)
from planner.record.treatment_days import DatedPolicy, TreatmentDayKind
from planner.reference.work_calendar import WorkCalendar
from tests.builders.make import (
    AIRPORT,
    CENTRE,
    COMPANION,
    HOME_AIRPORT,
    HOTEL,
    NEW_ZEALAND,
    PATIENT,
    at,
    day,
    make_agency,
    make_appointment,
    make_case_manager,
    make_companion,
    make_contact,
    make_course,
    make_document,
    make_entry,
    make_fraction,
    make_journey,
    make_leg,
    make_passport,
    make_payment,
    make_place,
    make_places,
    make_stay,
    make_traveller,
    make_visa,
    text,
)
from tests.unit.itinerary.looking import facts, item, lists, made
from tests.unit.itinerary.timeline import words

CARRIED = {"carried_by_hand": True, "traveller": PATIENT}


def medicine(name: str, **fields: Any) -> Medicine:
    return Medicine(**{"id": name, "name": text(name)} | fields)


def test_papers_are_for_the_way_out_or_for_the_way_home() -> None:
    journey = make_journey(
        travellers=(make_traveller(), make_companion()),
        legs=(make_leg(),),
        documents=(
            make_document(title=text("Letter"), state=DocumentState.ACCEPTED, **CARRIED),
            make_document(title=text("Ticket"), needed_by=day("2027-03-07"), **CARRIED),
            make_document(title=text("Card"), kind=DocumentKind.ARRIVAL_CARD, **CARRIED),
            make_document(title=text("Report"), needed_by=day("2027-04-28"), **CARRIED),
            make_document(title=text("For both"), carried_by_hand=True, state=DocumentState.RECEIVED),
            make_document(title=text("His"), carried_by_hand=True, traveller=COMPANION),
            make_document(title=text("In the file"), traveller=PATIENT),
        ),
    )
    told = lists(made(journey))
    assert told["Papers to carry with you"] == [
        "Passport of Anna Maria",
        "Letter",
        "Ticket (You do not have it yet.)",
        "Card (Fill it in online; keep a picture of its QR code, and print it if you can.)",
        "For both",
    ]
    assert told["Papers to bring home"] == ["Report"]
    assert lists(made(journey, Audience.COMPANION))["Papers to carry with you"] == [
        "Passport of Test Person",
        "His (You do not have it yet.)",
    ]
    undated = make_journey(documents=journey.documents)
    assert "Papers to bring home" not in lists(made(undated))


def test_medicines_say_what_a_controlled_one_needs() -> None:
    carried = (
        medicine("Entecavir", dose=text("One a day")),
        medicine("Morphine", dose=text("One a day."), controlled=True),
        medicine("Codeine", controlled=True),
        medicine("Vitamin"),
    )
    couple = (make_traveller(medicines=carried), make_companion(medicines=(medicine("Statin"),)))
    journey = make_journey(travellers=couple)
    assert lists(made(journey))["Medicines to carry in the cabin bag"] == [
        "Entecavir (One a day)",
        "Morphine (One a day. Controlled: carry the prescription and the original box.)",
        "Codeine (Controlled: carry the prescription and the original box.)",
        "Vitamin",
    ]
    assert lists(made(journey, Audience.AGENCY))["Medicines to carry in the cabin bag"][-2:] == [
        "Vitamin (Anna Maria)",
        "Statin (Test Person)",
    ]
    assert "Medicines to carry in the cabin bag" not in lists(made(make_journey(travellers=())))


def test_what_has_no_day_yet_is_listed_and_what_has_half_a_day_is_not() -> None:
    journey = make_journey(
        legs=(make_leg(departs=None, arrives=None), make_leg(departs=None), make_leg(arrives=None)),
        stays=(
            make_stay(arrives=None, leaves=None),
            make_stay(arrives=None, leaves=None, place=None),
            make_stay(arrives=None),
            make_stay(leaves=None),
        ),
        appointments=(
            make_appointment(starts=None, title=text("Scan")),
            make_appointment(starts=None, state=AppointmentState.CANCELLED),
        ),
    )
    assert lists(made(journey))["Not fixed yet"] == [
        f"{what} (Day to be confirmed)"
        for what in ("Flight 3U3812 to Chengdu Tianfu", "Specimen Hotel", "Where you stay", "Scan")
    ]


def test_everybody_packs_and_strangers_get_no_lists() -> None:
    assert len(lists(made(make_journey()))["To pack"]) >= 10
    for audience in (Audience.HOSPITAL, Audience.DRIVER, Audience.HOTEL):
        assert made(make_journey(), audience).checklists == ()
        assert made(make_journey(), audience).phrases == ()


def test_phrases_come_with_their_pinyin() -> None:
    phrases = made(make_journey()).phrases
    assert all(len(group.phrases) == len(group.pinyin) for group in phrases)
    assert words(phrases[0].title) == "At the hospital"


def card(traveller: Traveller, **fields: Any) -> Any:
    return made(make_journey(travellers=(traveller,), **fields)).emergency_cards[0]


@pytest.mark.parametrize(
    ("statement", "listed", "printed"),
    [
        (AllergyStatement.NOT_STATED, (), None),
        (AllergyStatement.NOT_STATED, ("Penicillin",), ["Penicillin"]),
        (AllergyStatement.NONE_KNOWN, (), ["None known"]),
        (AllergyStatement.NONE_KNOWN, ("Penicillin",), ["Penicillin"]),
        (AllergyStatement.LISTED, ("Penicillin", "Latex"), ["Penicillin", "Latex"]),
        (AllergyStatement.LISTED, (), ["to be confirmed"]),
    ],
)
def test_nobody_asked_is_not_none_known(
    statement: AllergyStatement, listed: tuple[str, ...], printed: list[str] | None
) -> None:
    allergies = tuple(Allergy(substance=text(name)) for name in listed)
    found = card(make_traveller(allergy_statement=statement, allergies=allergies)).allergies
    assert (found and [words(line) for line in found]) == printed


def test_the_wallet_card_says_who_what_whom_to_ring_and_which_door() -> None:
    centre = make_place(
        id=CENTRE, kind=PlaceKind.PROTON_CENTRE, emergency_entrance=text("West gate"), name=text("Centre")
    )
    patient = make_traveller(
        name_hanzi="安娜",
        born_on=day("1964-11-02"),
        passports=(make_passport(),),
        allergy_statement=AllergyStatement.LISTED,
        allergies=(Allergy(substance=text("Penicillin"), reaction=text("rash")),),
        medicines=(medicine("Entecavir", dose=text("one a day")), medicine("Vitamin")),
        emergency_contacts=(
            EmergencyContact(name="Sofia", relationship=text("Daughter"), telephone="+1"),
            EmergencyContact(name="Neighbour"),
        ),
        insurance=(
            Insurance(id="i1", insurer="Specimen Mutual", assistance_telephone="+2"),
            Insurance(id="i2", insurer="Silent Mutual"),
        ),
    )
    found = card(
        patient,
        places=(*make_places()[:3], centre),
        diagnoses=(
            Diagnosis(id="d0", site=text("Old")),
            Diagnosis(id="d1", site=text("Liver"), summary=text("Liver tumour")),
        ),
        courses=(make_course(1),),
    )
    assert (found.traveller, found.name_hanzi, found.born_on) == (
        "ERIKSSON Anna Maria",
        "安娜",
        day("1964-11-02"),
    )
    assert (found.passport_number, words(found.condition)) == ("L898902C3", "Liver tumour")
    assert [words(line) for line in found.allergies] == ["Penicillin (rash)"]
    assert [words(line) for line in found.medicines] == ["Entecavir, one a day", "Vitamin"]
    assert [(words(line.role), words(line.name), line.telephone) for line in found.contacts] == [
        ("Daughter", "Sofia", "+1"),
        ("To ring in an emergency", "Neighbour", ""),
        ("Insurer", "Specimen Mutual", "+2"),
        ("Agency, day and night", "Specimen Concierge", "+64 0 000 0000"),
    ]
    assert (words(found.hospital.name), words(found.emergency_entrance)) == ("Centre", "West gate")
    assert [fact.value for fact in found.numbers] == ["120", "110", "119", "12367"]


def test_without_a_course_the_referring_hospital_is_where_to_be_taken() -> None:
    assert card(make_traveller(), referring_hospital=CENTRE).hospital.place == CENTRE
    found = card(make_traveller(), courses=(make_course(1, centre=None),))
    assert (found.hospital, found.emergency_entrance, found.passport_number) == (None, text(), "")
    assert found.condition is None
    assert card(make_traveller(), diagnoses=(Diagnosis(id="d"),)).condition is None


def test_address_cards_are_the_doors_one_comes_to_in_the_country_each_once() -> None:
    home = make_place(id="home", kind=PlaceKind.HOME)
    department = make_place(id="mri", within=CENTRE, name=text("MRI"))
    journey = make_journey(
        places=(*make_places(), home, department, make_place(id="bank", kind=PlaceKind.OFFICE)),
        legs=(make_leg(), make_leg(origin=AIRPORT, destination="home", departs=at("2027-03-08 07:00"))),
        stays=(make_stay(),),
        appointments=(
            make_appointment(place="mri"),
            make_appointment(),
            make_appointment(starts=at("2026-12-22 14:00"), place="home-airport"),
        ),
        payments=(make_payment(payee="bank", due_on=day("2027-03-09")),),
    )
    assert [line.place for line in made(journey).addresses] == [AIRPORT, HOTEL, CENTRE]
    assert made(journey, Audience.HOTEL).addresses == ()
    assert HOME_AIRPORT not in [line.place for line in made(journey, Audience.AGENCY).addresses]


def test_a_department_is_found_at_the_address_of_the_house_it_is_part_of() -> None:
    house = make_place(
        id="house",
        kind=PlaceKind.HOSPITAL,
        name=text("Great Hospital"),
        address=text("1 Demo Road"),
        entrance=text("East gate"),
        telephone="+86 1",
        latitude_deg=Decimal("30.5"),
        longitude_deg=Decimal("104.1"),
    )
    building = make_place(id="building", within="house", name=text("Building 2"), zone="")
    scanner = make_place(
        id="scanner", within="building", name=text("MRI"), department=text("MRI"), room=text("MRI 2")
    )
    ring = make_place(id="ring", within="ring", name=text("Ring"), latitude_deg=Decimal(1))
    places = (house, building, scanner, ring)
    journey = make_journey(
        places=places,
        appointments=(
            make_appointment(id="a", place="scanner"),
            make_appointment(id="b", place="scanner", room=text("MRI 3")),
            make_appointment(id="c", place="ring"),
        ),
    )
    line = item(journey, "a").place
    assert line is not None
    assert (words(line.name), words(line.address), words(line.entrance)) == (
        "Great Hospital",
        "1 Demo Road",
        "East gate",
    )
    assert [words(where) for where in line.where] == ["MRI", "MRI 2"]
    assert (line.telephone, line.latitude_deg, line.longitude_deg) == (
        "+86 1",
        Decimal("30.5"),
        Decimal("104.1"),
    )
    other = item(journey, "b").place
    assert other is not None
    assert [words(where) for where in other.where] == ["MRI", "MRI 3"]
    own = item(journey, "c").place
    assert own is not None
    assert (words(own.name), own.where, own.latitude_deg) == ("Ring", (), Decimal(1))


def test_the_cover_says_when_where_and_until_when() -> None:
    journey = make_journey(
        travellers=(make_traveller(), make_companion()),
        visas=(make_visa(id="v"),),
        entries=(make_entry(visa="v"),),
        legs=(make_leg(),),
        stays=(make_stay(leaves=at("2027-04-28 21:30")), make_stay(place=None, leaves=None)),
        courses=(make_course(3),),
    )
    itinerary = made(journey)
    assert facts(itinerary) == {
        "Leave home": day("2027-03-07"),
        "Back home": "to be confirmed",
        "Treatment centre": "Demo Proton Centre",
        "Treatment": "Proton therapy",
        "Sessions": 3,
        "First session": day("2027-04-06"),
        "Last session": day("2027-04-08"),
        "Where you stay": "Specimen Hotel",
        "Last day you may be in the country": day("2027-05-06"),
    }
    assert [(words(f.label), f.value) for f in itinerary.travellers] == [
        ("Patient", "ERIKSSON Anna Maria"),
        ("Companion", "SPECIMEN Test Person"),
    ]
    assert (itinerary.initials, itinerary.languages, itinerary.revision) == ("AME", ("en", "zh_CN"), None)
    assert facts(made(make_journey())) == {}
    french = made(journey, Audience.COMPANION, languages=("fr", "zh_CN"), revision=3)
    assert (french.initials, french.languages, french.revision) == ("TPS", ("fr", "zh_CN"), 3)


def test_a_first_session_is_no_day_of_leaving_home() -> None:
    course = make_course(3)
    sessions_alone = facts(made(make_journey(courses=(course,))))
    assert (sessions_alone["Leave home"], sessions_alone["Back home"]) == ("to be confirmed",) * 2
    undated = make_leg(departs=None, arrives=None)
    assert facts(made(make_journey(courses=(course,), legs=(undated,))))["Leave home"] == "to be confirmed"
    landing_alone = make_leg(departs=None)
    assert (
        facts(made(make_journey(courses=(course,), legs=(landing_alone,))))["Leave home"] == "to be confirmed"
    )
    both = (
        make_leg(),
        make_leg(
            origin=AIRPORT,
            destination=HOME_AIRPORT,
            departs=at("2027-04-10 01:30"),
            arrives=at("2027-04-10 18:00", NEW_ZEALAND),
        ),
    )
    known = facts(made(make_journey(courses=(course,), legs=both)))
    assert (known["Leave home"], known["Back home"]) == (day("2027-03-07"), day("2027-04-10"))


def test_the_hospitals_cover_knows_its_patient_as_the_hospital_does() -> None:
    patient = make_traveller(
        name_hanzi="安娜",
        name_at_hospital="安娜 ERIKSSON",
        born_on=day("1964-11-02"),
        passports=(make_passport(),),
        telephone_in_china="+86 100",
    )
    diagnoses = (
        Diagnosis(id="d1", icd10="C22.0", site=text("Liver")),
        Diagnosis(id="d2", summary=text("As stated")),
        Diagnosis(id="d3"),
    )
    journey = make_journey(travellers=(patient,), diagnoses=diagnoses)
    desk = made(journey, Audience.HOSPITAL)
    assert [f.value for f in desk.travellers] == [
        "ERIKSSON Anna Maria",
        "安娜 ERIKSSON",
        Birthday(day("1964-11-02")),
        Country("NZ"),
        "L898902C3",
        "+86 100",
    ]
    assert [words(f.value) for f in desk.key_facts] == ["Liver", "C22.0", "As stated"]
    plain = make_traveller(nationality="")
    assert len(made(make_journey(travellers=(plain,)), Audience.HOSPITAL).travellers) == 1


def test_a_guest_of_whom_little_is_known_is_still_named() -> None:
    guest = make_traveller(nationality="")
    journey = make_journey(travellers=(guest,), stays=(make_stay(travellers=()), make_stay(travellers=())))
    nights = made(journey, Audience.HOTEL)
    assert [f.value for f in nights.travellers] == ["ERIKSSON Anna Maria"]
    half = make_journey(stays=(make_stay(arrives=None), make_stay(leaves=None)))
    assert [words(f.label) for f in made(half, Audience.HOTEL).key_facts] == ["Check out", "Check in"]
    assert made(make_journey(), Audience.HOTEL).recipient == ""


def test_the_agency_is_reached_as_it_says() -> None:
    agency = make_agency(
        telephone_24h="",
        email="desk@specimen.example",
        address=text("1 Specimen Street"),
        disclaimer=text("We treat nobody."),
        case_managers=(make_case_manager(id="m", telephone="+64 1"),),
    )
    journey = make_journey(agency=agency, case_manager="m")
    itinerary = made(journey)
    assert [(words(f.label), words(f.value) or f.value) for f in itinerary.agency_lines] == [
        ("E-mail", "desk@specimen.example"),
        ("Address", "1 Specimen Street"),
    ]
    assert [words(line.role) for line in itinerary.ring] == ["Your case manager", "Interpreter"]
    assert words(itinerary.disclaimer) == "We treat nobody."
    assert "does not provide medical services" in words(made(make_journey()).disclaimer)


def test_a_contact_keeps_everything_one_needs_to_reach_them() -> None:
    contact = make_contact(
        id="c",
        role=ContactRole.COORDINATOR,
        name_pinyin="Lín",
        telephone="+86 2",
        wechat="lin",
        languages=("zh_CN", "en"),
        vehicle=text("White van"),
    )
    (line,) = [one for one in made(make_journey(contacts=(contact,))).contacts if one.contact]
    assert (line.pinyin, line.telephone, line.wechat, line.languages, words(line.vehicle)) == (
        "Lín",
        "+86 2",
        "lin",
        ("zh_CN", "en"),
        "White van",
    )


def test_the_months_mark_travel_appointments_sessions_holidays_and_the_last_legal_day() -> None:
    journey = make_journey(
        visas=(make_visa(id="v"),),
        entries=(make_entry(visa="v"),),
        legs=(make_leg(),),
        stays=(make_stay(leaves=at("2027-04-09 12:00")),),
        appointments=(
            make_appointment(id="a"),
            make_appointment(starts=at("2027-03-10"), state=AppointmentState.MISSED),
        ),
        courses=(
            make_course(
                2,
                fractions=(
                    make_fraction(1, "2027-04-06"),
                    make_fraction(2, "2027-04-06", state=FractionState.CONFIRMED),
                    make_fraction(2, "2027-04-07", state=FractionState.MISSED),
                ),
            ),
        ),
    )
    marked = {one.date.isoformat(): one for one in made(journey).months}
    assert {date: [mark.value for mark in one.marks] for date, one in marked.items()} == {
        "2027-03-07": ["travel"],
        "2027-03-08": ["travel"],
        "2027-03-09": ["appointment"],
        "2027-04-05": ["closed", "holiday"],
        "2027-04-06": ["fraction"],
        "2027-05-06": ["last-legal-day"],
    }
    assert marked["2027-04-06"].fraction == 2
    assert marked["2027-04-05"].provisional
    assert not marked["2027-05-06"].provisional
    assert DayMark.CLOSED in marked["2027-04-05"].marks


def test_a_centre_closed_on_its_own_day_is_said_and_its_weekend_is_not() -> None:
    policy = DatedPolicy(kind=TreatmentDayKind.WEEKDAYS, closed_days=(day("2026-10-21"),))
    centre = make_place(id=CENTRE, kind=PlaceKind.PROTON_CENTRE, treatment_days=(policy,))
    journey = make_journey(
        places=(*make_places()[:3], centre),
        courses=(make_course(5, "2026-10-19"),),
    )
    notes = {page.date.isoformat(): [words(n) for n in page.notes] for page in made(journey).days}
    assert notes["2026-10-21"] == ["The treatment centre is closed."]
    assert notes["2026-10-20"] == []


def test_the_holidays_of_an_announced_year_with_make_up_days_are_notes_of_the_day() -> None:
    journey = make_journey(stays=(make_stay(arrives=at("2026-09-18"), leaves=at("2026-10-11")),))
    pages = {page.date.isoformat(): page for page in made(journey).days}
    assert [words(n) for n in pages["2026-09-20"].notes] == ["A working day, although it is a weekend."]
    assert [words(n) for n in pages["2026-10-01"].notes] == ["Public holiday: National Day."]
    assert not pages["2026-10-01"].provisional


def test_a_holiday_without_a_name_is_still_a_holiday() -> None:
    from planner.reference.calendar_year import CalendarDay, CalendarTrust, CalendarYear, DayKind

    year = CalendarYear(
        region="CN",
        year=2027,
        trust=CalendarTrust.OFFICIAL,
        days=(CalendarDay(date=day("2027-03-09"), kind=DayKind.DAY_OFF),),
    )
    journey = make_journey(appointments=(make_appointment(),))
    itinerary = made(journey, calendar=WorkCalendar("CN", [year]))
    assert [words(n) for n in itinerary.days[0].notes] == ["Public holiday."]
    assert not itinerary.days[0].items[0].provisional


def test_at_home_the_holidays_of_the_country_of_treatment_are_no_notes() -> None:
    journey = make_journey(legs=(make_leg(departs=at("2026-10-01 22:00", "Pacific/Auckland"), arrives=None),))
    assert made(journey).days[0].notes == ()
