"""What an attached file tells by where it is attached, and who of the journey a name stands for."""

from __future__ import annotations

import datetime as dt

import pytest

from planner.imports.journey_file import open_file
from planner.itinerary.disclosure import EVERYTHING, Leaving, why_not
from planner.itinerary.file_leaving import file_leaving, to_known, to_named
from planner.record.consent import Audience, DataCategory, DisclosureKind
from planner.record.journey import Journey
from planner.record.text import Text, same
from planner.record.thing import Thing
from planner.session.importing import sample_file

ON = dt.date(2027, 4, 14)


@pytest.fixture(scope="module")
def journey() -> Journey:
    return open_file(sample_file()).journey


def told(journey: Journey, held: Thing) -> set[str]:
    return {one.value for one in file_leaving(journey, held).categories}


def test_a_file_tells_what_the_thing_tells_that_it_is_attached_to(journey: Journey) -> None:
    patient = journey.patient
    assert patient is not None
    assert told(journey, journey.legs[0]) == {"identity", "travel"}
    assert told(journey, patient.passports[0]) == {"identity", "passport"}
    assert told(journey, journey.payments[0]) == {"identity", "money"}
    assert told(journey, journey.mdt_meetings[0]) == {"identity", "health", "images"}
    assert told(journey, journey.documents[0]) >= {"identity", "health"}
    assert file_leaving(journey, journey).categories == file_leaving(journey, journey.tasks[0]).categories
    assert file_leaving(journey, journey).categories == EVERYTHING


def test_it_tells_about_whom_it_names_else_about_whose_it_is_else_about_everybody(journey: Journey) -> None:
    patient, companion = journey.travellers
    everybody = (patient.id, companion.id)
    assert file_leaving(journey, companion).people == (companion.id,)
    assert file_leaving(journey, companion.passports[0]).people == (companion.id,)
    assert file_leaving(journey, journey.courses[0]).people == (patient.id,)
    assert file_leaving(journey, journey.visas[0]).people == (journey.visas[0].traveller,)
    assert file_leaving(journey, journey.tasks[0]).people == everybody
    assert file_leaving(journey, journey.payments[0]).people == everybody


def test_a_name_is_who_bears_it_in_the_journey(journey: Journey) -> None:
    patient, companion = journey.travellers
    leaving = file_leaving(journey, journey.documents[0])

    def named(name: Text) -> Leaving:
        return to_named(journey, leaving, name)

    assert named(same(patient.full_name)).audience is Audience.PATIENT
    assert named(same(companion.full_name)).traveller == companion.id
    assert patient.name_hanzi
    assert named(same(patient.name_hanzi)).traveller == patient.id
    assert named(journey.agency.case_managers[0].name).audience is Audience.AGENCY
    driver = next(one for one in journey.contacts if one.id == "sample-driver")
    assert (named(driver.name).contact, named(driver.name).audience) == (driver.id, Audience.DRIVER)
    centre = next(one for one in journey.places if one.id == "sample-centre")
    assert (named(centre.name).place, named(centre.name).audience) == (centre.id, Audience.HOSPITAL)
    stranger = named(same("Nobody Known"))
    assert (stranger.name, stranger.audience) == (same("Nobody Known"), None)


def test_who_is_known_by_an_id_is_no_name(journey: Journey) -> None:
    leaving = file_leaving(journey, journey.documents[0])
    office = to_known(
        journey, leaving, place=next(o.id for o in journey.places if o.id == "sample-visa-centre")
    )
    assert (office.place, office.audience, office.name) == ("sample-visa-centre", None, Text())
    interpreter = next(one for one in journey.contacts if one.id == "sample-interpreter")
    assert to_known(journey, leaving, contact=interpreter.id).audience is None
    patient = journey.patient
    assert patient is not None
    assert to_known(journey, leaving, name=same(patient.full_name)).traveller == patient.id


def test_the_patient_may_have_everything_and_a_stranger_nothing(journey: Journey) -> None:
    patient, companion = journey.travellers
    whole = file_leaving(journey, patient, DisclosureKind.EXPORT)
    assert why_not(journey, to_named(journey, whole, same(patient.full_name)), ON) is None
    assert why_not(journey, to_named(journey, whole, same("Nobody Known")), ON) is not None
    reason = why_not(journey, to_named(journey, file_leaving(journey, companion), same("Nobody Known")), ON)
    assert reason is not None
    assert DataCategory.PASSPORT in EVERYTHING
    assert "has not agreed" in reason.msgid
