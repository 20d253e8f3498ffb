"""What keeps a journey from holding together, each by the path to it and what was expected."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given

from planner.record.constraint import CONSTRAINTS
from planner.record.fraction import FractionState
from planner.record.integrity import problems
from planner.record.issue import Issue
from planner.record.journey import Journey
from planner.record.money import DatedRate
from planner.record.place import OpeningHours
from planner.record.text import Text
from planner.record.tie import Anchor, Tie
from planner.record.when import When
from tests.builders import (
    at,
    generated_journeys,
    journeys,
    make_agency,
    make_attachment,
    make_course,
    make_document,
    make_fraction,
    make_journey,
    make_leg,
    make_passport,
    make_payment,
    make_place,
    make_places,
    make_task,
    make_traveller,
    make_visa,
    money,
)


def found(journey: Journey) -> list[tuple[str, str]]:
    return [
        (problem.where.removeprefix("journey › "), str(problem.expected)) for problem in problems(journey)
    ]


@given(journeys(extras=True))
def test_a_random_valid_journey_holds_together(journey: Journey) -> None:
    assert found(journey) == []


def test_a_generated_caseload_holds_together() -> None:
    assert [problem for journey in generated_journeys(20) for problem in found(journey)] == []


def test_a_small_journey_made_for_a_test_holds_together() -> None:
    assert found(make_journey(legs=(make_leg(),), courses=(make_course(),), visas=(make_visa(),))) == []


def when(**fields: object) -> When:
    return replace(at("2027-03-08 05:35"), **fields)


_DAYS = "a day from 1900-01-01 to 2199-12-31"
_LANGUAGE = "a language such as en or zh_CN"
_CURRENCY = "a currency’s three capital letters such as CNY"
_COUNTRY = "a country’s two capital letters such as NZ"

WRONG = {
    "a zone nobody knows": (
        make_journey(legs=(make_leg(departs=when(zone="Mars/Olympus")),)),
        "legs › 1 › departs › zone",
        "the name of a time zone such as Asia/Shanghai",
    ),
    "a zone slightly misspelt": (
        make_journey(zone="asia/shanghai"),
        "zone",
        "the name of a time zone (Asia/Shanghai?)",
    ),
    "no zone at all": (
        make_journey(legs=(make_leg(arrives=when(zone="")),)),
        "legs › 1 › arrives › zone",
        "the name of a time zone such as Asia/Shanghai",
    ),
    "a time with an offset": (
        make_journey(legs=(make_leg(arrives=when(time=dt.time(5, 35, tzinfo=dt.UTC))),)),
        "legs › 1 › arrives › time",
        "a time of day such as 17:00, without a zone",
    ),
    "a fold that is none": (
        make_journey(legs=(make_leg(arrives=when(fold=2)),)),
        "legs › 1 › arrives › fold",
        "a whole number from 0 to 1",
    ),
    "a day before the record's days": (
        make_journey(travellers=(make_traveller(born_on=dt.date(1899, 12, 31)),)),
        "travellers › 1 › born_on",
        _DAYS,
    ),
    "a day after them": (make_journey(opened_on=dt.date(2200, 1, 1)), "opened_on", _DAYS),
    "an id with a space": (
        make_journey(legs=(make_leg(id="leg 1"),)),
        "legs › 1 › id",
        "an id of 1 to 64 letters, digits, - or _",
    ),
    "an id of a place given to a leg": (
        make_journey(legs=(make_leg(id="hotel"),)),
        "legs › 1 › id",
        "an id of its own; hotel is another thing’s",
    ),
    "an origin that is nowhere": (
        make_journey(legs=(make_leg(origin="nowhere"),)),
        "legs › 1 › origin",
        "the id of something under journey › places",
    ),
    "an origin that is a person": (
        make_journey(legs=(make_leg(origin="patient"),)),
        "legs › 1 › origin",
        "the id of something under journey › places",
    ),
    "a passport of nobody's": (
        make_journey(visas=(make_visa(passport="lost"),)),
        "visas › 1 › passport",
        "the id of something under journey › travellers › passports",
    ),
    "a second traveller who is not there": (
        make_journey(legs=(make_leg(travellers=("patient", "ghost")),)),
        "legs › 1 › travellers › 2",
        "the id of something under journey › travellers",
    ),
    "a task about nothing": (
        make_journey(tasks=(make_task(about="nothing"),)),
        "tasks › 1 › about",
        "the id of something in this journey",
    ),
    "a logo that hangs on the journey instead of the agency": (
        make_journey(agency=make_agency(logo="logo"), attachments=(make_attachment(id="logo"),)),
        "agency › logo",
        "the id of one of its own attachments",
    ),
    "a PDF that belongs to another issue": (
        make_journey(
            issues=(
                Issue(id="i1", revision=1, issued=at("2027-03-01"), audience="patient", pdf="pdf"),
                Issue(
                    id="i2",
                    revision=2,
                    issued=at("2027-03-02"),
                    audience="patient",
                    attachments=(make_attachment(id="pdf"),),
                ),
            )
        ),
        "issues › 1 › pdf",
        "the id of one of its own attachments",
    ),
    "a checksum in capitals": (
        make_journey(attachments=(make_attachment(sha256="AB" * 32),)),
        "attachments › 1 › sha256",
        "a SHA-256 of 64 lower-case hexadecimal digits",
    ),
    "an eighth weekday": (
        make_journey(
            places=(
                *make_places(),
                make_place(opening_hours=(OpeningHours(weekday=8, opens=dt.time(9), closes=dt.time(17)),)),
            )
        ),
        "places › 5 › opening_hours › 1 › weekday",
        "a whole number from 1 to 7",
    ),
    "a course on a weekday 0": (
        make_journey(courses=(make_course(weekly_pattern=(1, 0)),)),
        "courses › 1 › weekly_pattern › 2",
        "a whole number from 1 to 7",
    ),
    "money below nothing": (
        make_journey(payments=(make_payment(amount=money("-1")),)),
        "payments › 1 › amount › amount",
        "a number from 0 to 999999999999999",
    ),
    "money that is no number": (
        make_journey(payments=(make_payment(amount=money("NaN")),)),
        "payments › 1 › amount › amount",
        "a number from 0 to 999999999999999",
    ),
    "money in too small pieces": (
        make_journey(payments=(make_payment(amount=money("0.0000001")),)),
        "payments › 1 › amount › amount",
        "at most 6 digits after the decimal point",
    ),
    "a currency by its sign": (
        make_journey(payments=(make_payment(amount=money("1", "¥")),)),
        "payments › 1 › amount › currency",
        _CURRENCY,
    ),
    "a currency in fullwidth letters": (
        make_journey(payments=(make_payment(amount=money("1", "ＣＮＹ")),)),
        "payments › 1 › amount › currency",
        _CURRENCY,
    ),
    "a country by its name": (
        make_journey(travellers=(make_traveller(nationality="New Zealand"),)),
        "travellers › 1 › nationality",
        _COUNTRY,
    ),
    "a language as the web writes it": (make_journey(languages=("en", "zh-CN")), "languages › 2", _LANGUAGE),
    "words in a language that is none": (
        make_journey(agency=make_agency(name=Text({"english": "Agency"}))),
        "agency › name › wording",
        _LANGUAGE,
    ),
    "words with a NUL": (
        make_journey(agency=make_agency(name=Text({"en": "Agen\0cy"}))),
        "agency › name › wording",
        "text without the character NUL",
    ),
    "notes with half a character": (
        make_journey(notes="\ud800"),
        "notes",
        "text without half characters (lone surrogates)",
    ),
    "a dose of nothing like a dose": (
        make_journey(courses=(make_course(dose_per_fraction_gy_rbe=Decimal("-2")),)),
        "courses › 1 › dose_per_fraction_gy_rbe",
        "a number from 0 to 999.999",
    ),
    "a fraction number 0": (
        make_journey(courses=(make_course(fractions=(make_fraction(0),)),)),
        "courses › 1 › fractions › 1 › number",
        "a whole number from 1 to 999",
    ),
    "one fraction planned twice": (
        make_journey(courses=(make_course(fractions=(make_fraction(1), make_fraction(1, "2027-04-07"))),)),
        "courses › 1 › fractions › 2 › number",
        "a number that no other session of the course gives; a missed one is “missed”",
    ),
    "a tie to something unnamed": (
        make_journey(tasks=(make_task(due_tie=Tie(anchor=Anchor.THING)),)),
        "tasks › 1 › due_tie › thing",
        "the id of the thing that the date depends on",
    ),
    "a tie to a fraction without a number": (
        make_journey(tasks=(make_task(due_tie=Tie(anchor=Anchor.FRACTION)),)),
        "tasks › 1 › due_tie › number",
        "the number of the fraction that the date depends on",
    ),
    "a tie to itself": (
        make_journey(tasks=(make_task(id="task", due_tie=Tie(anchor=Anchor.THING, thing="task")),)),
        "tasks › 1 › due_tie › thing",
        "something that does not depend on this thing in turn",
    ),
    "two places each within the other": (
        make_journey(
            places=(*make_places(), make_place(id="a", within="b"), make_place(id="b", within="a"))
        ),
        "places › 5 › within",
        "something that does not depend on this thing in turn",
    ),
    "a document translated from its own translation": (
        make_journey(
            documents=(
                make_document(id="a", translation_of="b"),
                make_document(id="b", translation_of="c"),
                make_document(id="c", translation_of="b"),
            )
        ),
        "documents › 2 › translation_of",
        "something that does not depend on this thing in turn",
    ),
}  # fmt: skip


@pytest.mark.parametrize("case", WRONG)
def test_what_does_not_hold_together_is_found(case: str) -> None:
    journey, where, expected = WRONG[case]
    assert found(journey) == [(where, expected)]


def test_a_missed_fraction_may_be_planned_again_under_its_number() -> None:
    missed = make_fraction(1, state=FractionState.MISSED)
    assert (
        found(make_journey(courses=(make_course(fractions=(missed, make_fraction(1, "2027-04-07"))),))) == []
    )


def test_two_ties_to_the_same_thing_are_no_circle() -> None:
    ties = [Tie(anchor=Anchor.THING, thing="leg"), Tie(anchor=Anchor.THING, thing="first")]
    tasks = (make_task(id="first", due_tie=ties[0]), make_task(due_tie=ties[0]), make_task(due_tie=ties[1]))
    assert found(make_journey(legs=(make_leg(id="leg"),), tasks=tasks)) == []


def test_a_long_chain_of_ties_is_followed_to_its_end() -> None:
    first = make_task(id="task-a0")
    rest = (
        make_task(id=f"task-a{n}", due_tie=Tie(anchor=Anchor.THING, thing=f"task-a{n - 1}"))
        for n in range(1, 3000)
    )
    assert found(make_journey(tasks=(first, *rest))) == []


def test_where_ids_are_in_doubt_references_are_not_judged() -> None:
    """One fault is one sentence, not a sentence for each thing that names the id."""
    passports = (make_passport(id="p"), make_passport(id="p"))
    journey = make_journey(
        travellers=(make_traveller(passports=passports),), visas=(make_visa(passport="q"),)
    )
    assert [where for where, _ in found(journey)] == ["travellers › 1 › passports › 2 › id"]


@pytest.mark.parametrize(
    ("number", "expected"),
    [
        ("0", "a number above zero"),
        ("-1", "a number above zero"),
        ("NaN", "a number above zero"),
        ("1000000000000", "a number of at most 999999999999"),
        ("0.0000000000001", "a number above zero"),
        ("0.24", None),
    ],
)
def test_a_rate_is_above_zero_and_said_so_to_people(number: str, expected: str | None) -> None:
    said = CONSTRAINTS[(DatedRate, "rate")].expected(Decimal(number))
    assert (said and str(said)) == expected
