"""Legs that move, and what was made out for the old departure."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from planner.record.booking import Booking, BookingState
from planner.record.document import DocumentKind, DocumentState
from planner.record.leg import LegMode, MedicalClearance, ServiceRequest
from planner.record.text import Text
from planner.reference.reference import Reference
from planner.schedule.slip.consequence import Consequence, ConsequenceKind
from planner.schedule.slip.proposal import propose
from tests.builders.make import (
    COMPANION,
    DRIVER,
    PATIENT,
    at,
    confirmed,
    day,
    make_companion,
    make_contact,
    make_document,
    make_traveller,
    money,
    text,
    tie,
)
from tests.unit.schedule.slip.worked import (
    FEWER,
    LONG_BEFORE,
    MISS,
    by_subject,
    english,
    flight,
    journey,
    moves,
    only,
    proposed,
    said,
    shown,
    slip,
)


class TestLegs:
    @pytest.mark.parametrize(
        ("mode", "number", "kind", "what"),
        [
            (LegMode.FLIGHT, "3U3811", ConsequenceKind.LEG, "Flight 3U3811 to Auckland Airport"),
            (LegMode.TRAIN, "", ConsequenceKind.LEG, "Train to Auckland Airport"),
            (LegMode.CAR, "", ConsequenceKind.RIDE, "Car to Auckland Airport"),
            (LegMode.WALK, "", ConsequenceKind.RIDE, "Walk to Auckland Airport"),
        ],
    )
    def test_are_told_by_how_one_travels(
        self, mode: LegMode, number: str, kind: ConsequenceKind, what: str
    ) -> None:
        one = only(slip(legs=(flight(mode=mode, number=number),)))
        assert (one.kind, english(one.what)) == (kind, what)
        assert bool(one.you_decide) == (kind is ConsequenceKind.LEG), "a car runs when one likes"

    def test_without_a_destination_by_the_number_or_the_way_of_travelling(self) -> None:
        for number, what in (("G89", "Train G89"), ("", "Train")):
            one = only(slip(legs=(flight(mode=LegMode.TRAIN, number=number, destination=None),)))
            assert english(one.what) == what
        assert said(one) == ["The record does not say on which days it runs; ask the carrier."]

    def test_with_the_driver_who_is_booked(self) -> None:
        ride = flight(mode=LegMode.CAR, number="", driver=DRIVER)
        assert english(only(slip(legs=(ride,))).what) == "Car to Auckland Airport, driver Mr Placeholder"
        nobody = (make_contact(id=DRIVER, name=Text()),)
        assert english(only(slip(legs=(ride,), contacts=nobody)).what) == "Car to Auckland Airport"

    @pytest.mark.parametrize(
        ("state", "again"),
        [
            (BookingState.IDEA, False),
            (BookingState.HELD, True),
            (BookingState.BOOKED, True),
            (BookingState.CONFIRMED, True),
            (BookingState.CHANGED, True),
        ],
    )
    def test_what_was_promised_is_booked_anew(self, state: BookingState, again: bool) -> None:
        assert only(slip(legs=(flight(booking=Booking(state=state)),))).needs_rebooking is again

    @pytest.mark.parametrize("state", [BookingState.USED, BookingState.CANCELLED])
    def test_what_was_used_or_called_off_stays(self, state: BookingState) -> None:
        assert slip(legs=(flight(booking=Booking(state=state)),)).consequences == ()

    def test_a_leg_without_a_date_stays(self) -> None:
        assert slip(legs=(flight(departs=None),)).consequences == ()

    def test_a_leg_whose_date_is_said_no_more_takes_nothing_along(self) -> None:
        leg = flight(departs_tie=tie("fraction", number=3), clearances=(MedicalClearance(traveller=PATIENT),))
        assert moves(proposed(journey(legs=(leg,)), FEWER)) == {"leg.departs": "2027-04-09 01:30 → —"}

    @pytest.mark.parametrize(
        ("until", "why"),
        [
            (None, "The record does not say until when it could be cancelled free of charge."),
            (
                at("2027-04-01 12:00"),
                "It can be cancelled free of charge until Thu 1 Apr 2027, 12:00.",
            ),
            (
                at("2026-09-01"),
                "It could be cancelled free of charge until Tue 1 Sept 2026, which has passed.",
            ),
        ],
    )
    def test_what_changing_it_costs_is_for_the_carrier_to_say(self, until: Any, why: str) -> None:
        booking = Booking(state=BookingState.BOOKED, cost=money("2200", "NZD"), free_cancel_until=until)
        cost = by_subject(slip(legs=(flight(booking=booking),)))["leg", "booking.cost"]
        assert (shown(cost.old), shown(cost.new), english(cost.why)) == ("NZD 2200", "—", why)
        assert cost.free_cancel_over is (until == at("2026-09-01"))
        assert said(cost) == ["Ask the carrier what the change costs, and enter it."]

    def test_a_free_cancelling_day_lasts_to_its_end(self) -> None:
        booking = Booking(state=BookingState.BOOKED, free_cancel_until=at("2027-04-05"))
        whole = journey(legs=(flight(booking=booking),))
        evening, morning = (
            proposed(whole, MISS, now=dt.datetime(2027, 4, 5, hour, 30, tzinfo=dt.UTC)) for hour in (15, 16)
        )
        assert not only(evening).free_cancel_over, "23:30 in China"
        assert only(morning).free_cancel_over, "00:30 the day after"


class TestClearances:
    def test_one_that_was_granted_lapses(self) -> None:
        held = MedicalClearance(traveller=PATIENT, granted_on=day("2027-04-02"))
        one = by_subject(slip(legs=(flight(clearances=(held,)),)))["leg", "clearances"]
        assert one.needs_rebooking
        assert (
            english(one.what)
            == "Medical clearance (MEDA) of ERIKSSON Anna Maria for Flight 3U3812 to Auckland Airport"
        )
        assert english(one.why) == (
            "It was for the departure on Fri 9 Apr 2027, 01:30 and lapses with it. 3U takes the form from "
            "14 to 3 days before departure."
        )
        assert (shown(one.old), shown(one.new)) == ("2027-03-26..2027-04-06", "2027-03-27..2027-04-07")

    def test_one_that_was_not_sent_has_other_days(self) -> None:
        waiting = MedicalClearance(traveller=PATIENT)
        one = by_subject(slip(legs=(flight(clearances=(waiting,), carrier_code=""),)))["leg", "clearances"]
        assert not one.needs_rebooking
        assert english(one.why) == "The airline takes the form from 14 to 3 days before departure."

    def test_of_several_the_latest_of_each_passenger(self) -> None:
        held = (
            MedicalClearance(traveller=PATIENT, granted_on=day("2027-03-01"), reference="OLD"),
            MedicalClearance(traveller=PATIENT),
            MedicalClearance(traveller=COMPANION, sent_on=day("2027-03-01")),
        )
        travellers = (make_traveller(), make_companion())
        found = [
            one
            for one in slip(legs=(flight(clearances=held),), travellers=travellers).consequences
            if one.kind is ConsequenceKind.CLEARANCE
        ]
        assert [(one.person, one.needs_rebooking) for one in found] == [(PATIENT, False), (COMPANION, True)]

    def test_too_late_is_for_the_airline_to_say(self) -> None:
        late = dt.datetime(2027, 4, 8, tzinfo=dt.UTC)
        held = (MedicalClearance(traveller=PATIENT),)
        proposal = proposed(journey(legs=(flight(clearances=held),)), MISS, now=late)
        assert said(by_subject(proposal)["leg", "clearances"]) == [
            "The form was due by Wed 7 Apr 2027; ask the airline."
        ]

    def test_without_the_policy_nothing_is_said(self) -> None:
        whole = journey(legs=(flight(clearances=(MedicalClearance(traveller=PATIENT),)),))
        bare = propose(whole, "course", MISS, reference=Reference(policies={}), now=LONG_BEFORE)
        assert {one.kind for one in bare.consequences} == {ConsequenceKind.LEG}


def test_services_that_were_confirmed_were_confirmed_for_the_old_departure() -> None:
    requests = (
        ServiceRequest(traveller=PATIENT, code="WCHR", confirmation=confirmed("Special assistance")),
        ServiceRequest(traveller=PATIENT, code="LSML"),
    )
    proposal = slip(legs=(flight(service_requests=requests),))
    (one,) = (one for one in proposal.consequences if one.kind is ConsequenceKind.SERVICE)
    assert (one.subject.field, one.person, one.needs_rebooking) == ("service_requests/WCHR", PATIENT, True)
    assert english(one.what) == "WCHR for ERIKSSON Anna Maria on Flight 3U3812 to Auckland Airport"
    assert english(one.why) == "Special assistance confirmed it for the old departure."


class TestPapers:
    def paper(self, **fields: Any) -> Any:
        given = {
            "id": "paper",
            "kind": DocumentKind.FIT_TO_FLY,
            "title": text("Fit-to-fly certificate"),
            "state": DocumentState.RECEIVED,
            "needed_for": "leg",
            "needed_by": day("2027-04-08"),
        }
        return make_document(**given | fields)

    def lapsed(self, **fields: Any) -> list[Consequence]:
        proposal = slip(legs=(flight(),), documents=(self.paper(**fields),))
        return [one for one in proposal.consequences if one.kind is ConsequenceKind.DOCUMENT]

    def test_made_out_for_one_departure_are_needed_again(self) -> None:
        (one,) = self.lapsed()
        assert one.subject.field == "state"
        assert one.needs_rebooking
        assert (shown(one.old), shown(one.new)) == ("2027-04-08", "2027-04-10")
        assert english(one.why) == (
            "It was made out for the departure of Flight 3U3812 to Auckland Airport on Fri 9 Apr 2027, "
            "01:30; a new one is needed for Sat 10 Apr 2027, 01:30."
        )

    def test_by_the_day_their_tie_says(self) -> None:
        (one,) = self.lapsed(needed_by_tie=tie("thing", -1, thing="leg"))
        assert shown(one.new) == "2027-04-09"

    def test_not_those_still_to_come_or_good_for_any_departure(self) -> None:
        assert self.lapsed(state=DocumentState.REQUESTED) == []
        assert self.lapsed(kind=DocumentKind.PRESCRIPTION) == []
        assert self.lapsed(needed_for=None) == []
