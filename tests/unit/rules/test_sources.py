"""A finding cites the law of those it is about: no New Zealand code for a patient and agency elsewhere."""

from __future__ import annotations

from dataclasses import replace

import pytest

from planner.record.journey import Journey
from planner.record.leg import LegMode
from planner.reference.reference import Reference
from planner.reference.relevance import policies_of
from planner.rules.check import check
from planner.session.importing import sample_file
from tests.builders import day
from tests.unit.rules.harness import shipped

DAYS = ("2026-12-20", "2027-02-20", "2027-03-05", "2027-04-20", "2040-01-01")


def sample() -> Journey:
    from planner.imports.journey_file import open_file

    return open_file(sample_file()).journey


def elsewhere(journey: Journey) -> Journey:
    """The sample as an agency in Zurich has it, for people of Amman, with another carrier and no consents."""
    people = tuple(
        replace(one, nationality="JO", home_zone="Asia/Amman", home_subdivision="")
        for one in journey.travellers
    )
    legs = tuple(
        replace(leg, carrier_code="RJ", number="RJ182", needs_clearance=None, clearances=())
        if leg.mode is LegMode.FLIGHT
        else leg
        for leg in journey.legs
    )
    agency = replace(journey.agency, zone="Europe/Zurich")
    return replace(
        journey, agency=agency, travellers=people, legs=legs, consents=(), retain_until=day("2039-12-01")
    )


def cited(journey: Journey, reference: Reference) -> set[str]:
    found = [one for on in DAYS for one in check(journey, reference, day(on)) if one.source is not None]
    return {f"{one.code} {one.source.title}" for one in found if one.source is not None}


FOREIGN = ("Privacy Commissioner", "Air New Zealand", "New Zealand Customs")


def test_nobody_elsewhere_is_told_of_the_law_or_the_airline_of_new_zealand() -> None:
    said = cited(elsewhere(sample()), shipped())
    assert [one for one in said if any(name in one for name in FOREIGN)] == []
    assert any("privacy.consent-missing" in one and "Personal Information Protection" in one for one in said)
    assert any("travel.clearance-unasked" in one and "IATA" in one for one in said)
    assert any("privacy.retention-due" in one and "Personal Information Protection" in one for one in said)


@pytest.mark.parametrize("where", ["agency", "patient"])
def test_either_end_in_new_zealand_brings_its_code(where: str) -> None:
    journey = elsewhere(sample())
    if where == "agency":
        journey = replace(journey, agency=replace(journey.agency, zone="Pacific/Auckland"))
    else:
        people = tuple(replace(one, home_zone="Pacific/Auckland") for one in journey.travellers)
        journey = replace(journey, travellers=people)
    assert any(
        "privacy.consent-missing" in one and "HIPC rule 12" in one for one in cited(journey, shipped())
    )


def test_a_flight_of_air_new_zealand_cites_it_and_another_beside_it_does_not() -> None:
    journey = elsewhere(sample())
    flights = [leg.id for leg in journey.legs if leg.mode is LegMode.FLIGHT]
    legs = tuple(
        replace(leg, carrier_code="NZ", number="NZ289") if leg.id == flights[0] else leg
        for leg in journey.legs
    )
    found = check(replace(journey, legs=legs), shipped(), day("2026-12-20"))
    unasked = [one for one in found if one.code == "travel.clearance-unasked"]
    by_leg = {one.subject.id: str(one.source.title) for one in unasked if one.source is not None}
    assert "Air New Zealand" in by_leg.pop(flights[0])
    assert by_leg
    assert all("IATA" in title for title in by_leg.values())


def test_policies_that_do_not_concern_a_journey_are_not_asked_to_be_checked_for_it() -> None:
    ids = {policy.id for policy in policies_of(elsewhere(sample()), shipped())}
    assert not any("new-zealand" in id or id.endswith(".NZ") for id in ids)
    assert "privacy.retention" not in ids
    assert "privacy.health-information" in ids
