"""Whole records and what is raised of them together, the worst first (domain facts 8.1, 8.3 and 8.4)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import replace

import pytest

from planner.imports.journey_file import open_file
from planner.record.booking import BookedName, Booking, BookingState
from planner.record.document import Document, DocumentKind, DocumentState
from planner.record.fraction import Fraction, FractionState
from planner.record.journey import Journey
from planner.record.leg import MedicalClearance
from planner.record.passport import PassportState
from planner.record.traveller import Insurance
from planner.record.visa import (
    AddressRegistration,
    Entry,
    EntryBasis,
    EntryPurpose,
    EntryState,
    StayCounting,
    Visa,
    VisaState,
    VisaStep,
    VisaStepKind,
)
from planner.rules.check import check
from planner.rules.finding import SEVERITIES, Finding, Severity
from planner.session.importing import sample_file
from tests.builders import (
    AIRPORT,
    COMPANION,
    HOME_AIRPORT,
    HOTEL,
    NEW_ZEALAND,
    PATIENT,
    at,
    day,
    make_companion,
    make_consent,
    make_course,
    make_document,
    make_entry,
    make_fraction,
    make_journey,
    make_leg,
    make_passport,
    make_stay,
    make_traveller,
    make_visa,
    text,
)
from tests.unit.rules.harness import shipped

SYDNEY = "Australia/Sydney"


def codes(found: Iterable[Finding], *severities: Severity) -> list[str]:
    """The codes in the order of the findings, of those severities or all."""
    return [one.code for one in found if one.severity in (severities or SEVERITIES)]


def of_families(found: Iterable[Finding], *families: str) -> list[Finding]:
    return [one for one in found if one.code.partition(".")[0] in families]


# -- 8.1 the sample -----------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def sample() -> Journey:
    return open_file(sample_file()).journey


def test_the_sample_at_its_own_date_raises_only_what_it_should(sample: Journey) -> None:
    """The official calendar of 2027, the insurance that excludes treatment, the flight after midnight."""
    found = check(sample, shipped(), day("2027-03-01"))
    assert [(one.code, one.severity) for one in found] == [
        ("calendar.provisional-year", Severity.WARNING),
        ("insurance.excluded", Severity.WARNING),
        ("travel.after-midnight", Severity.NOTE),
    ]


@pytest.mark.parametrize(
    ("today", "more"),
    [
        ("2027-02-20", {"privacy.notice-due"}),
        ("2027-03-03", {"appointment.time-unknown", "confirmation.missing", "document.missing"}),
        (
            "2027-03-05",
            {"appointment.time-unknown", "confirmation.missing", "document.missing", "task.overdue"},
        ),
    ],
)
def test_as_its_days_go_by_only_what_is_due_comes_up(sample: Journey, today: str, more: set[str]) -> None:
    """In February a notice was to give; in March a CT has no time, arrival cards and a call are waiting."""
    usual = {"calendar.provisional-year", "insurance.excluded", "travel.after-midnight"}
    assert set(codes(check(sample, shipped(), day(today)))) == usual | more


def test_after_three_missed_sessions_the_sample_has_four_days_to_spare(sample: Journey) -> None:
    """13, 14 and 21 April missed: the last session is on 29 April, the next flight on Sunday 2 May (8.1)."""
    entries = tuple(replace(entry, exited=at("2027-05-02 01:30")) for entry in sample.entries)
    found = of_families(check(replace(sample, entries=entries), shipped(), day("2027-04-22")), "stay")
    low = [one for one in found if one.code == "stay.low-slack"]
    assert [one.message.params["spare"].params["count"] for one in low] == [4, 4]
    alarms = [one for one in found if one.code == "stay.extension-apply-by"]
    assert [one.on for one in alarms] == [day("2027-04-29")] * 2


def test_visa_free_the_sample_would_have_died_after_the_second_session(sample: Journey) -> None:
    """Thirty days from the day after 8 March end on 7 April; the policy itself ended with 2026."""
    free = tuple(
        replace(
            visa,
            basis=EntryBasis.UNILATERAL_VISA_FREE,
            stay_days=30,
            counting=StayCounting.DAY_AFTER_ENTRY_IS_DAY_ONE,
        )
        for visa in sample.visas
    )
    found = check(replace(sample, visas=free), shipped(), day("2027-03-01"))
    blockers = of_families(found, "stay", "policy")
    assert set(codes(blockers, Severity.BLOCKER)) == {
        "policy.expired",
        "policy.purpose-not-listed",
        "stay.exceeded",
    }
    exceeded = next(one for one in found if one.code == "stay.exceeded")
    assert exceeded.message.params["last"] == day("2027-04-07")


# -- 8.3 hard case B: a cascade breaks stay and flight ------------------------------------------------------


def sessions(*dates: str, delivered_before: str = "2026-12-01") -> tuple[Fraction, ...]:
    """Sessions 1, 2, 3 … on these days at 10:20."""
    return tuple(
        make_fraction(
            number,
            on,
            id=f"session-{number}",
            state=FractionState.DELIVERED if on < delivered_before else FractionState.PLANNED,
        )
        for number, on in enumerate(dates, start=1)
    )


#: Down on 26 and 27 November, feverish on 1 December: ten sessions end on Wednesday 9 December.
SLIPPED = sessions(
    "2026-11-23",
    "2026-11-24",
    "2026-11-25",
    "2026-11-30",
    "2026-12-02",
    "2026-12-03",
    "2026-12-04",
    "2026-12-07",
    "2026-12-08",
    "2026-12-09",
)


def case_b(fractions: tuple[Fraction, ...]) -> Journey:
    """An Australian, visa-free in China since 9 November 2026, a companion since the 12th; home on 6 Dec."""
    flight = make_leg(
        id="home",
        origin=AIRPORT,
        destination=HOME_AIRPORT,
        travellers=(PATIENT, COMPANION),
        departs=at("2026-12-06 10:00"),
        arrives=at("2026-12-06 23:00", SYDNEY),
        needs_clearance=True,
        clearances=(
            MedicalClearance(
                traveller=PATIENT,
                sent_on=day("2026-11-24"),
                granted_on=day("2026-11-26"),
                for_departure=at("2026-12-06 10:00"),
            ),
        ),
        booking=Booking(state=BookingState.CONFIRMED),
    )
    hotel = make_stay(
        id="hotel",
        travellers=(PATIENT, COMPANION),
        arrives=at("2026-11-09 16:00"),
        leaves=at("2026-12-06 07:00"),
        booking=Booking(state=BookingState.CONFIRMED),
    )

    def entry(id: str, traveller: str, visa: str, entered: str) -> Entry:
        return make_entry(
            id=id,
            traveller=traveller,
            visa=visa,
            state=EntryState.ACTUAL,
            entered=at(entered),
            exited=at("2026-12-06 10:00"),
            exit_leg="home",
            arrival_card_on=day("2026-11-08"),
            registrations=(AddressRegistration(registered=at(entered), place=HOTEL),),
        )

    def free(id: str, traveller: str, purpose: EntryPurpose) -> Visa:
        return make_visa(
            id=id,
            traveller=traveller,
            basis=EntryBasis.UNILATERAL_VISA_FREE,
            purpose=purpose,
            state=VisaState.NOT_NEEDED,
            stay_days=30,
            counting=StayCounting.DAY_AFTER_ENTRY_IS_DAY_ONE,
        )

    passport = make_passport(id="passport", number="PA0000001", issuing_state="AU")
    return make_journey(
        id="case-b",
        travellers=(
            make_traveller(nationality="AU", home_zone=SYDNEY, passports=(passport,)),
            make_companion(
                nationality="AU",
                home_zone=SYDNEY,
                passports=(replace(passport, id="passport-c", number="PA0000002"),),
            ),
        ),
        visas=(
            free("visa", PATIENT, EntryPurpose.TREATMENT),
            free("visa-c", COMPANION, EntryPurpose.FAMILY_VISIT),
        ),
        entries=(
            entry("entry", PATIENT, "visa", "2026-11-09 14:00"),
            entry("entry-c", COMPANION, "visa-c", "2026-11-12 14:00"),
        ),
        legs=(flight,),
        stays=(hotel,),
        consents=(make_consent(id="consent"),),
        courses=(make_course(10, id="course", fractions=fractions),),
    )


def planned_b() -> Journey:
    """As first planned: ten sessions from Monday 23 November to Friday 4 December."""
    first = day("2026-11-23")
    dates = [first + dt.timedelta(offset) for offset in range(14)]
    weekdays = [one.isoformat() for one in dates if one.isoweekday() <= 5]
    return case_b(sessions(*weekdays, delivered_before="2026-11-23"))


def test_case_b_as_planned_has_only_the_wrong_purpose_and_little_slack() -> None:
    found = of_families(
        check(planned_b(), shipped(), day("2026-11-22")), "stay", "policy", "passport", "visa"
    )
    assert [(one.code, one.subject.id) for one in found] == [
        ("policy.purpose-not-listed", "visa"),
        ("stay.low-slack", "entry"),
        ("stay.low-slack", "entry-c"),
    ]
    assert {one.severity for one in found} == {Severity.WARNING}


def test_case_b_slipped_ends_on_the_last_legal_day_and_alarms_the_day_before_it_is_too_late() -> None:
    found = of_families(check(case_b(SLIPPED), shipped(), day("2026-12-01")), "stay", "policy")
    of_patient = {one.code: one for one in found if one.subject.id in ("entry", "visa")}
    assert of_patient["stay.low-slack"].message.params["day"] == day("2026-12-09")
    differs = of_patient["stay.day-count-differs"].message.params
    assert (differs["day"], differs["careful"]) == (day("2026-12-09"), day("2026-12-08"))
    assert of_patient["stay.extension-apply-by"].message.params["by"] == day("2026-12-02")
    assert "a stay permit must be asked for" in str(of_patient["stay.extension-apply-by"].message)
    assert "policy.purpose-not-listed" in of_patient
    assert "stay.exceeded" not in of_patient
    companion = [one for one in found if one.subject.id == "entry-c"]
    assert {one.message.params.get("last") for one in companion} <= {day("2026-12-12")}


def test_case_b_the_chain_comes_in_order_of_severity_then_of_its_days() -> None:
    found = check(case_b(SLIPPED), shipped(), day("2026-12-01"))
    chain = [
        ("travel.before-end-review", "home"),  # the flight of the 6th leaves before four sessions
        ("policy.purpose-not-listed", "visa"),  # treatment is no purpose of visa-free entry
        ("stay.extension-apply-by", "entry"),  # by 2 December, the day after the third miss
        ("stay.day-count-differs", "entry"),  # 8 December, by the careful counting
        ("stay.low-slack", "entry"),  # 9 December, the last legal day
        ("pathway.missing-step", "course"),  # no room for a review at the end
    ]
    told = [(one.code, one.subject.id) for one in found]
    places = [max(at for at, one in enumerate(told) if one == link) for link in chain]
    assert places == sorted(places)
    assert codes(found, Severity.BLOCKER) == ["travel.before-end-review"]


def test_case_b_rebooked_to_the_last_legal_day_needs_a_new_clearance_and_beds() -> None:
    journey = case_b(SLIPPED)
    leaves = at("2026-12-09 22:00")
    flight = replace(journey.legs[0], departs=leaves, arrives=at("2026-12-10 11:00", SYDNEY))
    journey = replace(
        journey,
        legs=(flight,),
        entries=tuple(replace(entry, exited=leaves) for entry in journey.entries),
    )
    found = {one.code for one in check(journey, shipped(), day("2026-12-01"))}
    assert {
        "travel.clearance-after-rebooking",
        "travel.night-uncovered",
        "stay.low-slack",
        "stay.day-count-differs",
    } <= found
    assert "stay.exceeded" not in found
    overnight = replace(flight, departs=at("2026-12-10 00:30"))
    late = replace(
        journey,
        legs=(overnight,),
        entries=tuple(replace(entry, exited=overnight.departs) for entry in journey.entries),
    )
    assert "stay.exceeded" in {one.code for one in check(late, shipped(), day("2026-12-01"))}


def test_case_b_one_more_miss_exceeds_the_stay() -> None:
    later = (*SLIPPED[:-1], make_fraction(10, "2026-12-10", id="session-10"))
    found = check(case_b(later), shipped(), day("2026-12-03"))
    blockers = [one for one in found if one.severity is Severity.BLOCKER]
    stay = [(one.code, one.subject.id) for one in of_families(blockers, "stay")]
    assert stay == [("stay.extension-apply-by", "entry"), ("stay.exceeded", "entry")]


# -- 8.4 hard case C: passport and refusal ------------------------------------------------------------------

OLD = make_passport(id="old", number="L000000X1", expires_on=day("2027-08-14"))
NEW = make_passport(id="new", number="L898902C3", issued_on=day("2027-02-03"), expires_on=day("2037-02-03"))


def carrying(id: str, kind: DocumentKind, title: str, hanzi: str) -> Document:
    return make_document(
        id=id,
        kind=kind,
        title=text(title, hanzi),
        traveller=PATIENT,
        state=DocumentState.RECEIVED,
        passport_number=OLD.number,
        name_printed="ERIKSSON ANNA MARIA",
    )


def case_c() -> Journey:
    """Entry planned for 8 March 2027; S2 lodged on 11 January, refused on the 18th."""
    flight = make_leg(
        id="flight",
        booking=Booking(
            state=BookingState.CONFIRMED,
            names=(BookedName(traveller=PATIENT, name="ERIKSSON/ANNA MARIA", passport_number=OLD.number),),
        ),
    )
    hotel = make_stay(
        id="hotel",
        booking=Booking(
            state=BookingState.CONFIRMED,
            names=(BookedName(traveller=PATIENT, name="ERIKSSON ANNA MARIA", passport_number=OLD.number),),
        ),
    )
    policy = Insurance(id="policy", insurer="Demo Travel Insurance", passport_number=OLD.number)
    refused = make_visa(
        id="visa",
        state=VisaState.REFUSED,
        stay_days=None,
        passport_number=OLD.number,
        steps=(
            VisaStep(id="lodged", kind=VisaStepKind.LODGE, done_on=day("2027-01-11")),
            VisaStep(id="refused", kind=VisaStepKind.REFUSED, done_on=day("2027-01-18")),
        ),
    )
    return make_journey(
        id="case-c",
        travellers=(make_traveller(passports=(OLD,), insurance=(policy,)),),
        visas=(refused,),
        entries=(make_entry(id="entry", visa="visa", exited=at("2027-04-29 01:30")),),
        legs=(flight,),
        stays=(hotel,),
        documents=(
            carrying("letter", DocumentKind.INVITATION_LETTER, "Invitation letter", "邀请函"),
            carrying("form", DocumentKind.VISA_FORM, "Visa form", "签证申请表"),
            carrying("ticket", DocumentKind.TICKET, "Ticket", "机票"),
            carrying("kinship", DocumentKind.KINSHIP_PROOF, "Proof of kinship", "亲属关系证明"),
            carrying("card", DocumentKind.ARRIVAL_CARD, "Arrival card", "入境卡"),
        ),
    )


def test_case_c_the_day_after_the_refusal_nothing_allows_the_entry() -> None:
    found = check(case_c(), shipped(), day("2027-01-19"))
    assert codes(of_families(found, "visa", "passport", "stay", "letter"), Severity.BLOCKER) == [
        "visa.refused",
        "passport.validity-short",
    ]
    short = next(one for one in found if one.code == "passport.validity-short")
    assert short.message.params["wanted"] == day("2027-09-08")


def test_case_c_a_new_passport_leaves_its_old_number_in_eight_places() -> None:
    """Letter, form, ticket, kinship proof, card, flight, hotel and policy; the refused visa is history."""
    patient = replace(case_c().travellers[0], passports=(replace(OLD, state=PassportState.REPLACED), NEW))
    journey = replace(case_c(), travellers=(patient,))
    found = [
        one for one in check(journey, shipped(), day("2027-02-12")) if one.code == "passport.number-mismatch"
    ]
    assert {one.subject.id for one in found if one.severity is Severity.BLOCKER} == {"ticket", "flight"}
    assert {one.subject.id for one in found if one.severity is Severity.WARNING} == {
        "letter",
        "form",
        "kinship",
        "card",
        "hotel",
        "policy",
    }
    severities = [one.severity for one in found]
    assert severities == sorted(severities, key=SEVERITIES.index)
    assert "passport.validity-short" not in codes(check(journey, shipped(), day("2027-02-12")))


def test_case_c_applied_for_again_is_feasible_without_float() -> None:
    """Lodged in mid-February, collected about the 24th: twelve days before the entry."""
    again = make_visa(
        id="again",
        state=VisaState.LODGED,
        steps=(VisaStep(id="collect", kind=VisaStepKind.COLLECT, planned=at("2027-02-24", NEW_ZEALAND)),),
    )
    journey = case_c()
    entry = replace(journey.entries[0], visa="again")
    journey = replace(journey, visas=(*journey.visas, again), entries=(entry,))
    found = of_families(check(journey, shipped(), day("2027-02-16")), "visa")
    assert [(one.code, one.severity) for one in found] == [("visa.low-float", Severity.WARNING)]
    assert found[0].message.params["days"].params["count"] == 12
    slid = replace(journey, entries=(replace(entry, entered=at("2027-03-22 05:35")),))
    assert of_families(check(slid, shipped(), day("2027-02-16")), "visa") == []
