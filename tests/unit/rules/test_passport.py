"""Passports: there, long enough, with pages, and the same number wherever it stands."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from planner.record.booking import BookedName, Booking, BookingState
from planner.record.document import DocumentKind
from planner.record.journey import Journey
from planner.record.passport import PassportState
from planner.record.traveller import Insurance
from planner.record.visa import EntryState, VisaState
from planner.reference.limits import Limits
from planner.reference.reference import shipped_reference
from planner.rules.finding import Severity
from tests.builders import (
    COMPANION,
    NEW_ZEALAND,
    PATIENT,
    at,
    day,
    make_companion,
    make_course,
    make_document,
    make_entry,
    make_journey,
    make_leg,
    make_passport,
    make_stay,
    make_traveller,
    make_visa,
)
from tests.unit.rules.harness import Golden, raised

PASSPORT = make_passport(id="passport", blank_pages=18)
OLD = make_passport(id="old", number="L000000X1", expires_on=day("2027-08-14"), state=PassportState.REPLACED)
ENTRY = make_entry(id="entry", exited=at("2027-04-29 01:30"))  # entered 8 March 2027
PATIENT_WITH = make_traveller(passports=(OLD, PASSPORT))
JOURNEY = make_journey(id="journey", travellers=(PATIENT_WITH,), entries=(ENTRY,))


def with_passport(journey: Journey = JOURNEY, **facts: Any) -> Journey:
    """The passport in use says otherwise."""
    patient = replace(PATIENT_WITH, passports=(OLD, replace(PASSPORT, **facts)))
    return replace(journey, travellers=(patient, *journey.travellers[1:]))


def with_entry(journey: Journey = JOURNEY, **facts: Any) -> Journey:
    return replace(journey, entries=(replace(ENTRY, **facts),))


# -- there, and long enough ---------------------------------------------------------------------------------


def test_a_passport_is_wanted_until_the_border_is_crossed() -> None:
    none = replace(JOURNEY, travellers=(make_traveller(),))
    assert raised("passport.missing", none, "2027-03-08")
    assert not raised("passport.missing", none, "2027-03-09")
    twice = replace(none, entries=(ENTRY, replace(ENTRY, id="entry-2", entered=at("2027-03-20"))))
    assert len(raised("passport.missing", twice, "2027-03-01")) == 1
    unknown = with_passport(twice, expires_on=None)
    assert [f.subject.kind for f in raised("passport.missing", unknown, "2027-03-01")] == ["passport"]


def test_only_replaced_passports_are_none_in_use() -> None:
    replaced = with_passport(state=PassportState.REPLACED)
    assert raised("passport.missing", replaced, "2027-03-01")
    assert not raised("passport.missing", with_passport(state=PassportState.RENEWING), "2027-03-01")


@pytest.mark.parametrize(
    ("expires", "short"),
    [("2027-04-28", 0), ("2027-04-29", 1), ("2027-09-07", 1), ("2027-09-08", 0), ("2027-09-09", 0)],
)
def test_six_months_are_counted_from_the_entry(expires: str, short: int) -> None:
    """An entry on 8 March needs 8 September; before 29 April the stay itself is too long: another finding."""
    assert (
        len(raised("passport.validity-short", with_passport(expires_on=day(expires)), "2027-01-19")) == short
    )


@pytest.mark.parametrize(
    ("entered", "wanted"),
    [
        ("2027-08-31 10:00", "2028-02-29"),
        ("2027-03-31 10:00", "2027-09-30"),
        ("2027-12-15 10:00", "2028-06-15"),
    ],
)
def test_six_months_end_on_a_day_the_month_has(entered: str, wanted: str) -> None:
    journey = with_entry(entered=at(entered), exited=None)
    before = day(wanted).replace(day=day(wanted).day - 1)
    (found,) = raised("passport.validity-short", with_passport(journey, expires_on=before), "2027-01-19")
    assert found.message.params["wanted"] == day(wanted)
    assert not raised("passport.validity-short", with_passport(journey, expires_on=day(wanted)), "2027-01-19")


def test_the_day_of_entry_is_chinas() -> None:
    """02:00 on 9 March in Auckland is 21:00 on the 8th in China."""
    journey = with_entry(entered=at("2027-03-09 02:00", NEW_ZEALAND))
    assert not raised(
        "passport.validity-short", with_passport(journey, expires_on=day("2027-09-08")), "2027-01-19"
    )


def test_after_the_entry_six_months_no_longer_matter() -> None:
    short = with_passport(expires_on=day("2027-08-14"))
    assert raised("passport.validity-short", short, "2027-03-08")
    assert not raised("passport.validity-short", short, "2027-03-09")


def test_of_several_entries_the_last_decides() -> None:
    second = replace(ENTRY, id="entry-2", entered=at("2027-05-01"), exited=at("2027-05-20"))
    journey = with_passport(replace(JOURNEY, entries=(ENTRY, second)), expires_on=day("2027-08-14"))
    (found,) = raised("passport.validity-short", journey, "2027-01-19")
    assert found.message.params["entry"] == day("2027-05-01")


def test_what_is_not_known_is_not_short() -> None:
    for journey in (
        with_passport(expires_on=None),
        replace(JOURNEY, travellers=(make_traveller(),)),
        with_passport(with_entry(entered=None, exited=None), expires_on=day("2027-08-14")),
        with_passport(replace(with_entry(country="HK"), country="HK"), expires_on=day("2027-08-14")),
    ):
        assert not raised("passport.validity-short", journey, "2027-01-19")


@pytest.mark.parametrize(("expires", "found"), [("2027-04-28", 1), ("2027-04-29", 0), ("2027-04-30", 0)])
def test_a_passport_is_valid_to_the_day_of_leaving(expires: str, found: int) -> None:
    assert len(raised("passport.expired", with_passport(expires_on=day(expires)), "2027-01-19")) == found


@pytest.mark.parametrize(("today", "found"), [("2027-08-14", 0), ("2027-08-15", 1)])
def test_without_an_entry_a_passport_is_compared_with_today(today: str, found: int) -> None:
    journey = with_passport(replace(JOURNEY, entries=()), expires_on=day("2027-08-14"))
    assert len(raised("passport.expired", journey, today)) == found


def test_after_leaving_a_passport_may_expire() -> None:
    expiring = with_passport(expires_on=day("2027-04-20"))
    assert raised("passport.expired", expiring, "2027-04-29")
    assert not raised("passport.expired", expiring, "2027-04-30")
    assert not raised("passport.expired", with_passport(expires_on=None), "2027-04-29")
    nobody = make_entry(id="other", entered=None)
    assert not raised("passport.expired", replace(JOURNEY, entries=(nobody,)), "2027-01-19")


def test_a_stay_that_grows_past_the_passport_is_seen() -> None:
    journey = with_passport(
        replace(JOURNEY, courses=(make_course(1, first="2027-05-04"),)), expires_on=day("2027-05-01")
    )
    (found,) = raised("passport.expired", journey, "2027-04-01")
    assert found.message.params["until"] == day("2027-05-04")


@pytest.mark.parametrize(("pages", "found"), [(None, 0), (0, 1), (1, 1), (2, 0), (3, 0)])
def test_two_blank_pages_are_enough(pages: int | None, found: int) -> None:
    assert len(raised("passport.blank-pages", with_passport(blank_pages=pages), "2027-01-19")) == found


def test_pages_matter_until_the_entry_and_once() -> None:
    few = with_passport(blank_pages=1)
    assert not raised("passport.blank-pages", few, "2027-03-09")
    twice = replace(few, entries=(ENTRY, replace(ENTRY, id="entry-2")))
    assert len(raised("passport.blank-pages", twice, "2027-01-19")) == 1
    strict = shipped_reference(limits=Limits(blank_pages=4))
    assert raised("passport.blank-pages", with_passport(blank_pages=3), "2027-01-19", strict)


# -- the same number everywhere -----------------------------------------------------------------------------

LETTER = make_document(
    id="letter", kind=DocumentKind.INVITATION_LETTER, traveller=PATIENT, passport_number="L000000X1"
)


def booking(number: str, state: BookingState = BookingState.BOOKED) -> Booking:
    return Booking(
        state=state, names=(BookedName(traveller=PATIENT, name="ERIKSSON/ANNA", passport_number=number),)
    )


CARRIERS: dict[str, dict[str, Any]] = {
    "letter": {"documents": (LETTER,)},
    "ticket": {"documents": (replace(LETTER, id="ticket", kind=DocumentKind.TICKET),)},
    "visa": {"visas": (make_visa(id="visa", passport_number="L000000X1"),)},
    "leg": {"legs": (make_leg(id="leg", booking=booking("L000000X1")),)},
    "stay": {"stays": (make_stay(id="stay", booking=booking("L000000X1")),)},
}


@pytest.mark.parametrize(
    ("name", "severity"),
    [
        ("letter", Severity.WARNING),
        ("ticket", Severity.BLOCKER),
        ("visa", Severity.BLOCKER),
        ("leg", Severity.BLOCKER),
        ("stay", Severity.WARNING),
    ],
)
def test_an_old_number_is_found_wherever_it_stands(name: str, severity: Severity) -> None:
    (found,) = raised("passport.number-mismatch", replace(JOURNEY, **CARRIERS[name]), "2027-02-12")
    assert (found.subject.id, found.severity) == (name, severity)
    assert "an old one of ERIKSSON Anna Maria; the one in use is L898902C3" in str(found.message)


def test_a_policy_of_insurance_carries_a_number_too() -> None:
    policy = Insurance(id="policy", insurer="Demo", passport_number="L000000X1", valid_to=day("2027-05-10"))
    journey = replace(JOURNEY, travellers=(replace(PATIENT_WITH, insurance=(policy,)),))
    assert [f.subject.id for f in raised("passport.number-mismatch", journey, "2027-05-10")] == ["policy"]
    assert not raised("passport.number-mismatch", journey, "2027-05-11")


@pytest.mark.parametrize("number", ["L898902C3", "l898902c3", "L 898-902 C3", ""])
def test_case_and_spaces_are_no_other_number(number: str) -> None:
    assert not raised(
        "passport.number-mismatch",
        replace(JOURNEY, documents=(replace(LETTER, passport_number=number),)),
        "2027-02-12",
    )


def test_a_number_of_nobody_is_told_as_it_is() -> None:
    journey = replace(JOURNEY, documents=(replace(LETTER, passport_number="X1"),))
    (found,) = raised("passport.number-mismatch", journey, "2027-02-12")
    assert "the passport of ERIKSSON Anna Maria is L898902C3" in str(found.message)


def test_where_nobody_said_whose_a_document_is_an_old_number_tells() -> None:
    journey = replace(JOURNEY, documents=(replace(LETTER, traveller=None),))
    assert raised("passport.number-mismatch", journey, "2027-02-12")
    unknown = replace(JOURNEY, documents=(replace(LETTER, traveller=None, passport_number="X1"),))
    assert not raised("passport.number-mismatch", unknown, "2027-02-12")


def test_a_new_copy_replaces_the_old_one() -> None:
    fresh = replace(LETTER, id="letter-2", passport_number="L898902C3")
    assert not raised("passport.number-mismatch", replace(JOURNEY, documents=(LETTER, fresh)), "2027-02-12")
    others = replace(fresh, traveller=COMPANION)
    assert raised("passport.number-mismatch", replace(JOURNEY, documents=(LETTER, others)), "2027-02-12")


@pytest.mark.parametrize(
    "facts",
    [
        {"visas": (make_visa(state=VisaState.REFUSED, passport_number="L000000X1"),)},
        {"documents": (replace(LETTER, kind=DocumentKind.REFUSAL),)},
        {"legs": (make_leg(booking=booking("L000000X1", BookingState.CANCELLED)),)},
        {"stays": (make_stay(booking=booking("L000000X1", BookingState.USED)),)},
        {"legs": (make_leg(departs=at("2027-02-11"), booking=booking("L000000X1")),)},
        {"travellers": (make_traveller(passports=(OLD,)),), "documents": (LETTER,)},
    ],
)
def test_what_is_over_or_has_nothing_to_compare_with_is_left_alone(facts: dict[str, Any]) -> None:
    assert not raised("passport.number-mismatch", replace(JOURNEY, **facts), "2027-02-12")


def test_bookings_without_a_day_are_compared() -> None:
    facts = {
        "legs": (make_leg(departs=None, booking=booking("L000000X1")),),
        "stays": (make_stay(arrives=None, booking=booking("L000000X1")),),
    }
    assert len(raised("passport.number-mismatch", replace(JOURNEY, **facts), "2027-02-12")) == 2


def test_somebody_elses_old_number_is_a_mismatch_of_ones_own() -> None:
    companion = make_companion(passports=(make_passport(id="passport-c", number="D23145890"),))
    journey = replace(
        JOURNEY,
        travellers=(PATIENT_WITH, companion),
        documents=(replace(LETTER, traveller=COMPANION),),
        entries=(replace(ENTRY, state=EntryState.ACTUAL),),
    )
    (found,) = raised("passport.number-mismatch", journey, "2027-02-12")
    assert found.message.params["number"] == "D23145890"


GOLDEN = (
    Golden(
        code="passport.missing",
        hazard="nobody entered the passport",
        journey=replace(JOURNEY, travellers=(make_traveller(passports=()),)),
        fine=replace(JOURNEY, travellers=(make_traveller(passports=(PASSPORT,)),)),
        today="2027-01-19",
    ),
    Golden(
        code="passport.missing",
        hazard="nobody entered its last day",
        journey=with_passport(expires_on=None),
        fine=JOURNEY,
        today="2027-01-19",
    ),
    Golden(
        code="passport.expired",
        hazard="the passport ends before the stay does",
        journey=with_passport(expires_on=day("2027-04-28")),
        fine=with_passport(expires_on=day("2027-04-29")),
        today="2027-01-19",
    ),
    Golden(
        code="passport.expired",
        hazard="the passport ended and nobody noticed",
        journey=with_passport(expires_on=day("2027-01-18")),
        fine=JOURNEY,
        today="2027-01-19",
    ),
    Golden(
        code="passport.validity-short",
        hazard="five months and six days after the entry",
        journey=with_passport(expires_on=day("2027-08-14")),
        fine=with_passport(expires_on=day("2027-09-08")),
        today="2027-01-19",
    ),
    Golden(
        code="passport.blank-pages",
        hazard="one page left",
        journey=with_passport(blank_pages=1),
        fine=with_passport(blank_pages=2),
        today="2027-01-19",
    ),
    Golden(
        code="passport.number-mismatch",
        hazard="the invitation letter names the passport that was replaced",
        journey=replace(JOURNEY, documents=(LETTER,)),
        fine=replace(JOURNEY, documents=(replace(LETTER, passport_number="L898902C3"),)),
        today="2027-02-12",
    ),
)
