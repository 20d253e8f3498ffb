"""Names: what a booking says is what the passport says, as a check-in desk would read it."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from planner.record.booking import BookedName, Booking, BookingState
from planner.record.document import DocumentKind
from planner.record.journey import Journey
from planner.reference.name_likeness import NameLikeness, name_likeness
from planner.rules.finding import Severity
from tests.builders import (
    PATIENT,
    at,
    make_document,
    make_journey,
    make_leg,
    make_stay,
    make_traveller,
    make_visa,
)
from tests.unit.rules.harness import Golden, raised

CODE = "name.mismatch"
SAME, PART, GIVEN, OTHER, UNKNOWN = NameLikeness


@pytest.mark.parametrize(
    ("printed", "surname", "given", "likeness"),
    [
        ("ERIKSSON ANNA MARIA", "ERIKSSON", "Anna Maria", SAME),
        ("ERIKSSON/ANNA MARIA", "ERIKSSON", "Anna Maria", SAME),
        ("ERIKSSON/ANNAMARIA", "ERIKSSON", "Anna Maria", SAME),
        ("eriksson, anna-maria", "ERIKSSON", "Anna Maria", SAME),
        ("Anna Maria Eriksson", "ERIKSSON", "Anna Maria", SAME),
        ("AnnaMaria Eriksson", "ERIKSSON", "Anna Maria", SAME),
        ("ERIKSSON/ANNA MARIA MRS", "ERIKSSON", "Anna Maria", SAME),
        ("ERIKSSON/ANNAMARIAMRS", "ERIKSSON", "Anna Maria", SAME),
        ("MS ERIKSSON ANNA MARIA", "ERIKSSON", "Anna Maria", SAME),
        ("P<UTOERIKSSON<<ANNA<MARIA", "ERIKSSON", "Anna Maria", OTHER),
        ("ERIKSSON<<ANNA<MARIA<<<<", "ERIKSSON", "Anna Maria", SAME),
        ("ERIKSSON ANNA", "ERIKSSON", "Anna Maria", PART),
        ("ERIKSSON", "ERIKSSON", "Anna Maria", PART),
        ("ERIKSSON/MS ANNA", "ERIKSSON", "Anna Maria", PART),
        ("ERIKSSON ANNE MARIA", "ERIKSSON", "Anna Maria", GIVEN),
        ("ERICSSON ANNA MARIA", "ERIKSSON", "Anna Maria", OTHER),
        ("SPECIMEN TEST", "ERIKSSON", "Anna Maria", OTHER),
        ("MÜLLER JÖRG", "MÜLLER", "Jörg", SAME),
        ("MUELLER JOERG", "MÜLLER", "Jörg", SAME),
        ("MULLER JORG", "MÜLLER", "Jörg", SAME),
        ("MÜLLER JÖRG", "MUELLER", "Joerg", SAME),
        ("SORENSEN ASE", "SØRENSEN", "Åse", SAME),
        ("SOERENSEN AASE", "SØRENSEN", "Åse", SAME),
        ("GROSS ANNA", "Groß", "Anna", SAME),
        ("ÞORN EDDA", "THORN", "Edda", SAME),
        ("NUNEZ JOSE", "NÚÑEZ", "José", SAME),
        ("OSPECIMEN TESTER JORG", "O'SPECIMEN-TESTER", "Jörg", SAME),
        ("O’SPECIMEN TESTER JORG", "O'SPECIMEN-TESTER", "Jörg", SAME),
        ("OBRAZETS IVAN", "ОБРАЗЕЦ", "Иван", SAME),
        ("SHCHEGLOVA IULIIA", "Щеглова", "Юлия", SAME),
        ("ОБРАЗЕЦ ИВАН", "OBRAZETS", "IVAN", SAME),
        ("ΔΕΙΓΜΑ ΕΛΕΝΗ", "ΔΕΙΓΜΑ", "Ελένη", UNKNOWN),
        ("ΔΕΙΓΜΑ Ελένη", "ΔΕΙΓΜΑ", "Ελένη", SAME),
        ("DEIGMA ELENI", "ΔΕΙΓΜΑ", "Ελένη", UNKNOWN),
        ("埃里克松", "ERIKSSON", "Anna Maria", UNKNOWN),
        ("样张", "样张", "", SAME),
        ("SPECIMEN", "SPECIMEN", "", SAME),
        ("SPECIMEN", "", "Specimen", SAME),
        ("SPECIMEN TWO", "", "Specimen", OTHER),
        ("MR SPECIMEN", "SPECIMEN", "", SAME),
        ("DR DR", "DR", "", SAME),
        ("...", "ERIKSSON", "Anna", UNKNOWN),
        ("ERIKSSON", "", "", UNKNOWN),
    ],
)
def test_names_are_compared_as_a_desk_would(
    printed: str, surname: str, given: str, likeness: NameLikeness
) -> None:
    assert name_likeness(printed, surname, given) is likeness


NAMED = make_document(
    id="letter", kind=DocumentKind.INVITATION_LETTER, traveller=PATIENT, name_printed="ERIKSSON ANNA MARIA"
)
JOURNEY = make_journey(id="journey", documents=(NAMED,))


def named(name: str, **facts: Any) -> Journey:
    return replace(JOURNEY, documents=(replace(NAMED, name_printed=name, **facts),))


def booked(name: str, state: BookingState = BookingState.BOOKED) -> Booking:
    return Booking(state=state, names=(BookedName(traveller=PATIENT, name=name),))


@pytest.mark.parametrize(
    ("facts", "severity"),
    [
        ({"legs": (make_leg(booking=booked("SPECIMEN TEST")),)}, Severity.BLOCKER),
        ({"legs": (make_leg(booking=booked("ERIKSSON ANNA")),)}, Severity.WARNING),
        ({"stays": (make_stay(booking=booked("SPECIMEN TEST")),)}, Severity.WARNING),
        ({"visas": (make_visa(name_printed="SPECIMEN TEST"),)}, Severity.BLOCKER),
        ({"documents": (replace(NAMED, name_printed="SPECIMEN TEST"),)}, Severity.WARNING),
        (
            {"documents": (replace(NAMED, kind=DocumentKind.TICKET, name_printed="SPECIMEN TEST"),)},
            Severity.BLOCKER,
        ),
    ],
)
def test_who_is_stopped_by_another_name_is_a_blocker(facts: dict[str, Any], severity: Severity) -> None:
    (found,) = raised(CODE, replace(JOURNEY, **{"documents": ()} | facts), "2027-03-01")
    assert found.severity is severity


@pytest.mark.parametrize(("today", "found"), [("2027-03-07", 1), ("2027-03-08", 0)])
def test_after_the_flight_its_name_no_longer_matters(today: str, found: int) -> None:
    flight = make_leg(departs=at("2027-03-07 22:00"), booking=booked("SPECIMEN TEST"))
    assert len(raised(CODE, replace(JOURNEY, legs=(flight,)), today)) == found


def test_a_name_in_characters_is_compared_with_the_characters_kept() -> None:
    patient = make_traveller(
        name_hanzi="安娜·玛丽亚·埃里克松", name_at_hospital="ERIKSSON ANNA 安娜·埃里克松"
    )
    known = replace(named("安娜·埃里克松"), travellers=(patient,))
    assert not raised(CODE, known, "2027-03-01")
    assert not raised(CODE, replace(named("安娜 玛丽亚 埃里克松"), travellers=(patient,)), "2027-03-01")
    assert raised(CODE, replace(named("安娜·埃里松"), travellers=(patient,)), "2027-03-01")
    assert not raised(CODE, named("安娜·埃里松"), "2027-03-01")
    assert not raised(CODE, replace(named("Ελένη"), travellers=(patient,)), "2027-03-01")


@pytest.mark.parametrize(
    "journey",
    [
        named("", passport_number="X"),
        named("SPECIMEN TEST", traveller=None),
        replace(named("SPECIMEN TEST"), travellers=(make_traveller(surname="", given_names=""),)),
    ],
)
def test_without_two_names_there_is_nothing_to_compare(journey: Journey) -> None:
    assert not raised(CODE, journey, "2027-03-01")


GOLDEN = (
    Golden(
        code=CODE,
        hazard="a ticket in another name",
        journey=replace(JOURNEY, legs=(make_leg(id="flight", booking=booked("ERICSSON/ANNA MARIA")),)),
        fine=replace(JOURNEY, legs=(make_leg(id="flight", booking=booked("ERIKSSON/ANNA MARIA")),)),
        today="2027-03-01",
    ),
    Golden(
        code=CODE,
        hazard="a letter without the second given name",
        journey=named("ERIKSSON ANNA"),
        fine=named("Anna Maria ERIKSSON"),
        today="2027-03-01",
    ),
)
