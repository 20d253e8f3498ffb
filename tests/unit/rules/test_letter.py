"""Invitation letters: the days they vouch for are those of the stay, and a few more."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from planner.record.document import DocumentKind, DocumentState
from planner.record.journey import Journey
from planner.record.visa import VisaState
from planner.rules.finding import Severity
from tests.builders import (
    COMPANION,
    PATIENT,
    at,
    day,
    make_course,
    make_document,
    make_entry,
    make_journey,
    make_visa,
    text,
)
from tests.unit.rules.harness import Golden, raised

CODE = "letter.dates-do-not-cover"
LETTER = make_document(
    id="letter",
    kind=DocumentKind.INVITATION_LETTER,
    title=text("Invitation letter", "邀请函"),
    traveller=PATIENT,
    state=DocumentState.RECEIVED,
    issued_on=day("2027-01-15"),
    covers_from=day("2027-03-08"),
    covers_to=day("2027-05-05"),
)
ENTRY = make_entry(id="entry", visa="visa", exited=at("2027-04-29 01:30"))
JOURNEY = make_journey(
    id="journey",
    visas=(make_visa(id="visa", state=VisaState.PREPARING),),
    entries=(ENTRY,),
    documents=(LETTER,),
)


def with_letter(**facts: Any) -> Journey:
    return replace(JOURNEY, documents=(replace(LETTER, **facts),))


def with_entry(**facts: Any) -> Journey:
    return replace(JOURNEY, entries=(replace(ENTRY, **facts),))


@pytest.mark.parametrize(
    ("leaves", "severities"),
    [
        ("2027-04-29", []),
        ("2027-04-30", []),
        ("2027-05-01", [Severity.NOTE]),
        ("2027-05-05", [Severity.NOTE]),
        ("2027-05-06", [Severity.BLOCKER]),
    ],
)
def test_the_letter_covers_the_stay_and_a_few_days(leaves: str, severities: list[Severity]) -> None:
    assert [f.severity for f in raised(CODE, with_entry(exited=at(leaves)), "2027-01-20")] == severities


@pytest.mark.parametrize(
    ("entered", "found"), [("2027-03-07 23:59", 1), ("2027-03-08 00:01", 0), ("2027-03-09", 0)]
)
def test_the_letter_begins_with_the_entry(entered: str, found: int) -> None:
    assert len(raised(CODE, with_entry(entered=at(entered)), "2027-01-20")) == found


def test_once_the_visa_is_granted_a_short_letter_warns() -> None:
    granted = replace(with_entry(exited=at("2027-05-06")), visas=(make_visa(id="visa"),))
    assert [f.severity for f in raised(CODE, granted, "2027-02-20")] == [Severity.WARNING]


def test_a_course_that_slips_past_the_letter_is_seen() -> None:
    journey = replace(JOURNEY, courses=(make_course(1, first="2027-05-06"),))
    assert raised(CODE, journey, "2027-04-20")


def test_the_latest_letter_counts() -> None:
    newer = replace(LETTER, id="newer", issued_on=day("2027-04-20"), covers_to=day("2027-05-20"))
    journey = replace(with_entry(exited=at("2027-05-06")), documents=(LETTER, newer))
    assert not raised(CODE, journey, "2027-04-21")
    asked = replace(journey, documents=(LETTER, replace(newer, state=DocumentState.REQUESTED)))
    assert raised(CODE, asked, "2027-04-21")


@pytest.mark.parametrize(
    "journey",
    [
        replace(JOURNEY, documents=()),
        with_letter(covers_from=None, covers_to=None),
        with_letter(traveller=None, issued_on=None),
        replace(
            with_entry(entered=None, exited=None), documents=(replace(LETTER, covers_to=day("2026-01-01")),)
        ),
    ],
)
def test_what_is_not_known_is_covered(journey: Journey) -> None:
    assert not raised(CODE, journey, "2027-01-20")


def test_a_letter_of_somebody_else_vouches_for_nobody_else() -> None:
    other = with_letter(traveller=COMPANION, covers_to=day("2027-03-09"))
    other = replace(other, travellers=(*other.travellers, replace(other.travellers[0], id=COMPANION)))
    assert not raised(CODE, other, "2027-01-20")


def test_after_leaving_no_letter_matters() -> None:
    late = with_entry(exited=at("2027-05-06"), visa=None)
    assert [f.source for f in raised(CODE, late, "2027-05-06")] == [None]
    assert not raised(CODE, late, "2027-05-07")


GOLDEN = (
    Golden(
        code=CODE,
        hazard="the letter ends a day before the flight home",
        journey=with_letter(covers_to=day("2027-04-28")),
        fine=JOURNEY,
        today="2027-01-20",
    ),
    Golden(
        code=CODE,
        hazard="the journey begins before the letter does",
        journey=with_letter(covers_from=day("2027-03-09")),
        fine=JOURNEY,
        today="2027-01-20",
    ),
)
