"""Visas: refused, not there yet, applied for too late, or none at all."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from planner.record.journey import Journey
from planner.record.place import PlaceKind
from planner.record.visa import EntryBasis, VisaState, VisaStep, VisaStepKind
from planner.rules.finding import Severity
from tests.builders import (
    NEW_ZEALAND,
    at,
    day,
    make_entry,
    make_journey,
    make_place,
    make_places,
    make_traveller,
    make_visa,
    text,
)
from tests.unit.rules.harness import Golden, raised

ENTRY = make_entry(id="entry", visa="visa", exited=at("2027-04-29 01:30"))  # 8 March 2027
COLLECT = VisaStep(id="collect", kind=VisaStepKind.COLLECT, planned=at("2027-02-24", NEW_ZEALAND))
REFUSED = VisaStep(id="refused", kind=VisaStepKind.REFUSED, done_on=day("2027-01-18"))
VISA = make_visa(id="visa", state=VisaState.LODGED)
OFFICE = make_place(
    id="office",
    kind=PlaceKind.VISA_CENTRE,
    name=text("Demo Visa Centre", "演示签证中心"),
    country="NZ",
    subdivision="AUK",
    zone=NEW_ZEALAND,
)
JOURNEY = make_journey(id="journey", visas=(VISA,), entries=(ENTRY,), places=(*make_places(), OFFICE))


def with_visa(**facts: Any) -> Journey:
    return replace(JOURNEY, visas=(replace(VISA, **facts),))


def with_entry(**facts: Any) -> Journey:
    return replace(JOURNEY, entries=(replace(ENTRY, **facts),))


def with_step(planned: str, **facts: Any) -> Journey:
    """The visa is to be lodged on that day in Auckland."""
    when = at(planned, NEW_ZEALAND) if planned else None
    step = VisaStep(id="lodge", kind=VisaStepKind.LODGE, planned=when, place="office")
    return with_visa(steps=(replace(step, **facts),))


@pytest.mark.parametrize(
    ("today", "severity"), [("2027-02-21", Severity.WARNING), ("2027-02-22", Severity.BLOCKER)]
)
def test_without_a_ground_to_enter_two_weeks_before_it_is_pressing(today: str, severity: Severity) -> None:
    (found,) = raised("visa.missing", with_entry(visa=None), today)
    assert found.severity is severity


def test_who_needs_no_ground_or_has_left_is_not_asked_for_one() -> None:
    none = with_entry(visa=None)
    assert not raised(
        "visa.missing", replace(none, travellers=(make_traveller(nationality="CN"),)), "2027-03-01"
    )
    assert raised("visa.missing", none, "2027-04-29")
    assert not raised("visa.missing", none, "2027-04-30")
    (found,) = raised("visa.missing", with_entry(visa=None, entered=None), "2027-03-01")
    assert found.severity is Severity.WARNING


def test_a_refusal_says_when_and_what_it_stops() -> None:
    (found,) = raised("visa.refused", with_visa(state=VisaState.REFUSED, steps=(REFUSED,)), "2027-01-19")
    assert str(found.message) == (
        "The visa of ERIKSSON Anna Maria was refused on 2027-01-18; "
        "nothing else allows the entry on 2027-03-08."
    )
    (bare,) = raised("visa.refused", with_visa(state=VisaState.REFUSED), "2027-01-19")
    assert "on which an entry rests, was refused" in str(bare.message)
    (withdrawn,) = raised("visa.refused", with_visa(state=VisaState.WITHDRAWN), "2027-01-19")
    assert "withdrawn" in str(withdrawn.message)


def test_a_refusal_is_over_when_the_person_has_left() -> None:
    refused = with_visa(state=VisaState.REFUSED)
    assert raised("visa.refused", refused, "2027-04-29")
    assert not raised("visa.refused", refused, "2027-04-30")
    assert not raised("visa.refused", with_entry(visa=None), "2027-01-19")


@pytest.mark.parametrize(
    ("today", "severities"),
    [
        ("2027-02-21", []),
        ("2027-02-22", [Severity.WARNING]),
        ("2027-03-04", [Severity.WARNING]),
        ("2027-03-05", [Severity.BLOCKER]),
        ("2027-03-08", [Severity.BLOCKER]),
        ("2027-03-09", []),
    ],
)
def test_a_visa_not_granted_grows_pressing(today: str, severities: list[Severity]) -> None:
    assert [f.severity for f in raised("visa.not-granted", JOURNEY, today)] == severities


@pytest.mark.parametrize(
    "journey",
    [
        with_visa(state=VisaState.GRANTED),
        with_visa(state=VisaState.REFUSED),
        with_visa(basis=EntryBasis.UNILATERAL_VISA_FREE),
        with_entry(visa=None),
        with_entry(entered=None),
    ],
)
def test_a_visa_that_is_there_or_not_needed_is_not_waited_for(journey: Journey) -> None:
    assert not raised("visa.not-granted", journey, "2027-03-05")


@pytest.mark.parametrize(
    ("planned", "severities"),
    [
        ("2027-02-22", []),
        ("2027-02-23", [Severity.WARNING]),
        ("2027-03-07", [Severity.WARNING]),
        ("2027-03-08", [Severity.BLOCKER]),
        ("2027-03-09", [Severity.BLOCKER]),
    ],
)
def test_the_last_step_leaves_two_weeks(planned: str, severities: list[Severity]) -> None:
    journey = with_visa(
        steps=(replace(COLLECT, planned=at(planned)), replace(COLLECT, id="form", planned=None))
    )
    assert [f.severity for f in raised("visa.low-float", journey, "2027-01-19")] == severities


@pytest.mark.parametrize(
    "journey",
    [
        with_visa(state=VisaState.GRANTED, steps=(COLLECT,)),
        with_visa(steps=(replace(COLLECT, done_on=day("2027-02-24")),)),
        replace(with_visa(steps=(COLLECT,)), entries=(replace(ENTRY, entered=None),)),
        with_entry(visa=None),
    ],
)
def test_an_application_without_open_steps_has_no_float(journey: Journey) -> None:
    assert not raised("visa.low-float", journey, "2027-01-19")


@pytest.mark.parametrize(("today", "found"), [("2027-02-02", 0), ("2027-02-03", 0), ("2027-02-04", 1)])
def test_a_step_is_late_the_day_after(today: str, found: int) -> None:
    assert len(raised("visa.step-overdue", with_step("2027-02-03"), today)) == found


def test_a_step_written_in_the_zone_of_home_is_late_when_its_day_there_is_over() -> None:
    """01:00 in Auckland is 20:00 the day before in China; somebody at home goes there on the day it says."""
    assert not raised("visa.step-overdue", with_step("2027-02-03 01:00"), "2027-02-03")
    assert raised("visa.step-overdue", with_step("2027-02-03 01:00"), "2027-02-04")
    assert not raised("visa.step-overdue", with_step("2027-02-03 10:00"), "2027-02-03")


def test_done_steps_and_closed_applications_are_not_late() -> None:
    assert not raised("visa.step-overdue", with_step("2027-02-03", done_on=day("2027-02-03")), "2027-02-10")
    granted = replace(with_step("2027-02-03"), visas=(replace(VISA, state=VisaState.GRANTED),))
    assert not raised("visa.step-overdue", granted, "2027-02-10")
    assert not raised("visa.step-overdue", with_visa(steps=(replace(COLLECT, planned=None),)), "2027-03-10")


@pytest.mark.parametrize(
    ("planned", "why"),
    [
        ("2027-01-29", None),  # a Friday
        ("2027-01-30", "a weekend"),
        ("2027-02-01", "Auckland"),  # its anniversary
        ("2027-02-02", None),
        ("2027-02-05", "Spring Festival"),  # China's, which its posts keep
        ("2027-02-08", "Waitangi"),
    ],
)
def test_offices_are_closed_on_the_holidays_of_both_countries(planned: str, why: str | None) -> None:
    found = raised("visa.step-closed-day", with_step(planned), "2027-01-19")
    assert [finding.severity for finding in found] == [Severity.WARNING] * bool(why)
    assert all(why in str(finding.message) for finding in found if why)


@pytest.mark.parametrize(
    "journey",
    [
        with_step("2027-01-30", place=None),
        with_step(""),
        with_step("2027-01-30", done_on=day("2027-01-29")),
        replace(with_step("2027-01-30"), visas=(replace(VISA, state=VisaState.GRANTED),)),
    ],
)
def test_a_step_without_office_or_day_meets_no_closed_door(journey: Journey) -> None:
    assert not raised("visa.step-closed-day", journey, "2027-01-19")


def test_a_closed_day_that_is_past_no_longer_matters() -> None:
    assert raised("visa.step-closed-day", with_step("2027-01-30"), "2027-01-30")
    assert not raised("visa.step-closed-day", with_step("2027-01-30"), "2027-01-31")


GOLDEN = (
    Golden(
        code="visa.missing",
        hazard="an entry on nothing",
        journey=with_entry(visa=None),
        fine=JOURNEY,
        today="2027-01-19",
    ),
    Golden(
        code="visa.refused",
        hazard="the visa was refused and the entry still stands",
        journey=with_visa(state=VisaState.REFUSED),
        fine=with_visa(state=VisaState.LODGED),
        today="2027-01-19",
    ),
    Golden(
        code="visa.not-granted",
        hazard="two weeks before flying the visa is still lodged",
        journey=JOURNEY,
        fine=with_visa(state=VisaState.GRANTED),
        today="2027-02-22",
    ),
    Golden(
        code="visa.low-float",
        hazard="the passport comes back twelve days before the flight",
        journey=with_visa(steps=(COLLECT,)),
        fine=with_visa(steps=(replace(COLLECT, planned=at("2027-02-22", NEW_ZEALAND)),)),
        today="2027-01-19",
    ),
    Golden(
        code="visa.step-overdue",
        hazard="fingerprints were missed",
        journey=with_step("2027-02-03 10:00"),
        fine=with_step("2027-02-05 10:00"),
        today="2027-02-04",
    ),
    Golden(
        code="visa.step-closed-day",
        hazard="fingerprints on Auckland Anniversary Day",
        journey=with_step("2027-02-01 10:00"),
        fine=with_step("2027-02-03 10:00"),
        today="2027-01-19",
    ),
)
