"""The sample journey against the worked record it is made from (domain facts 8.1), from the shipped file.

The record stands as on Monday 1 March 2027, six days before departure.
"""

from __future__ import annotations

import datetime as dt
import json
import re
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import fields, is_dataclass
from decimal import Decimal
from itertools import pairwise
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from planner.export.journey_file import write
from planner.imports.journey_file import open_file
from planner.paths import resources_dir
from planner.record.appointment import Appointment, AppointmentKind, PreparationKind
from planner.record.booking import Booking, BookingState, Confirmation
from planner.record.document import Document, DocumentKind, DocumentSource, DocumentState
from planner.record.ids import is_id
from planner.record.journey import Journey
from planner.record.leg import Leg
from planner.record.money import PaymentKind, PaymentState
from planner.record.place import Place
from planner.record.shape import Kind, parts
from planner.record.text import Text
from planner.record.tie import Anchor, DayCounting, Tie
from planner.record.traveller import AllergyStatement
from planner.record.visa import EntryBasis, StayCounting, VisaStepKind
from planner.record.when import When
from planner.reference.region import region_of
from planner.reference.work_calendar import WorkCalendar
from planner.reference.working_days import working_day, working_days
from planner.schedule.lay import lay
from planner.schedule.permitted_stay import permitted_stay
from planner.schedule.treatment_days import TreatmentDays

CHINA, NZ = "Asia/Shanghai", "Pacific/Auckland"
STORY_DATE = dt.date(2027, 3, 1)
FRACTION_DATES = tuple(
    dt.date(2027, 4, day) for day in (6, 7, 8, 9, 12, 13, 14, 15, 16, 19, 20, 21, 22, 23, 26)
)
FILE = resources_dir() / "sample" / "sample.journey.json"


@pytest.fixture(scope="module")
def sample() -> Journey:
    return open_file(FILE).journey


@pytest.fixture(scope="module")
def things(sample: Journey) -> dict[str, Any]:
    return {value.id: value for _, value in values(sample) if hasattr(value, "id")}


def values(value: Any, path: str = "") -> Iterator[tuple[str, Any]]:
    """Every dataclass of the record within ``value``, itself first, with the names that lead to it."""
    if is_dataclass(value):
        yield path, value
        for field in fields(value):
            yield from values(getattr(value, field.name), f"{path}/{field.name}")
    elif isinstance(value, tuple):
        for item in value:
            yield from values(item, f"{path}/{getattr(item, 'id', '')}")


def clock(when: When | None, zone: str) -> str:
    """What a clock and a calendar in ``zone`` show: ``Mon 8 Mar 2027 10:35 NZDT``."""
    assert when is not None
    assert when.instant is not None
    at = when.instant.astimezone(ZoneInfo(zone))
    return f"{at:%a} {at.day} {at:%b %Y %H:%M %Z}"


# ---- the table of domain facts 8.1, row by row ---------------------------------------------------------

Row = tuple[str, Callable[[Any], When | None], str, str]
TIMES: list[Row] = [
    ("sample-notice-3a", lambda x: x.given, "", "Mon 23 Nov 2026 10:00 NZDT"),
    ("sample-enquiry", lambda x: x.starts, "", "Mon 23 Nov 2026 10:00 NZDT"),
    ("sample-remote-consultation", lambda x: x.starts, "Tue 22 Dec 2026 14:00", "Tue 22 Dec 2026 19:00 NZDT"),
    ("sample-mdt-board", lambda x: x.starts, "Wed 6 Jan 2027 15:00", "Wed 6 Jan 2027 20:00 NZDT"),
    ("sample-leg-akl-tfu", lambda x: x.departs, "Sun 7 Mar 2027 17:00", "Sun 7 Mar 2027 22:00 NZDT"),
    ("sample-leg-akl-tfu", lambda x: x.arrives, "Mon 8 Mar 2027 05:35", "Mon 8 Mar 2027 10:35 NZDT"),
    ("sample-first-consultation", lambda x: x.starts, "Tue 9 Mar 2027 09:30", "Tue 9 Mar 2027 14:30 NZDT"),
    ("sample-fiducials", lambda x: x.starts, "Fri 12 Mar 2027 08:30", "Fri 12 Mar 2027 13:30 NZDT"),
    ("sample-simulation", lambda x: x.starts, "Mon 22 Mar 2027 13:00", "Mon 22 Mar 2027 18:00 NZDT"),
    ("sample-plan-qa", lambda x: x.starts, "Fri 2 Apr 2027 16:00", "Fri 2 Apr 2027 21:00 NZDT"),
    ("sample-weekly-review-1", lambda x: x.starts, "Thu 8 Apr 2027 11:00", "Thu 8 Apr 2027 15:00 NZST"),
    ("sample-weekly-review-2", lambda x: x.starts, "Thu 15 Apr 2027 11:00", "Thu 15 Apr 2027 15:00 NZST"),
    ("sample-weekly-review-3", lambda x: x.starts, "Thu 22 Apr 2027 11:00", "Thu 22 Apr 2027 15:00 NZST"),
    ("sample-end-review", lambda x: x.starts, "Tue 27 Apr 2027 09:00", "Tue 27 Apr 2027 13:00 NZST"),
    ("sample-leg-hotel-tfu", lambda x: x.departs, "Wed 28 Apr 2027 21:30", "Thu 29 Apr 2027 01:30 NZST"),
    ("sample-stay-hotel", lambda x: x.leaves, "Wed 28 Apr 2027 21:30", "Thu 29 Apr 2027 01:30 NZST"),
    ("sample-leg-tfu-akl", lambda x: x.departs, "Thu 29 Apr 2027 01:30", "Thu 29 Apr 2027 05:30 NZST"),
    ("sample-leg-tfu-akl", lambda x: x.arrives, "Thu 29 Apr 2027 13:40", "Thu 29 Apr 2027 17:40 NZST"),
    ("sample-tele-review", lambda x: x.starts, "Wed 4 Aug 2027 10:00", "Wed 4 Aug 2027 14:00 NZST"),
]


@pytest.mark.parametrize(("id", "moment", "china", "new_zealand"), TIMES, ids=[row[0][7:] for row in TIMES])
def test_a_time_of_the_worked_record_stands_in_both_zones(
    things: dict[str, Any], id: str, moment: Callable[[Any], When | None], china: str, new_zealand: str
) -> None:
    when = moment(things[id])
    assert clock(when, NZ) == new_zealand
    if china:
        assert clock(when, CHINA) == f"{china} CST"


DAYS: list[tuple[str, str, str]] = [
    ("sample-consent-hospital", "given_on", "Wed 25 Nov 2026"),
    ("sample-consent-cross-border", "given_on", "Wed 25 Nov 2026"),
    ("sample-doc-acceptance", "received_on", "Mon 11 Jan 2027"),
    ("sample-doc-estimate", "received_on", "Mon 11 Jan 2027"),
    ("sample-doc-invitation-patient", "issued_on", "Fri 15 Jan 2027"),
    ("sample-doc-invitation-patient", "covers_from", "Mon 8 Mar 2027"),
    ("sample-doc-invitation-patient", "covers_to", "Wed 5 May 2027"),
    ("sample-pay-deposit", "paid_on", "Fri 22 Jan 2027"),
    ("sample-visa-patient-form", "done_on", "Mon 25 Jan 2027"),
    ("sample-visa-patient-biometrics", "done_on", "Wed 3 Feb 2027"),
    ("sample-visa-companion-biometrics", "done_on", "Wed 3 Feb 2027"),
    ("sample-visa-patient-collect", "done_on", "Wed 17 Feb 2027"),
    ("sample-visa-companion-collect", "done_on", "Wed 17 Feb 2027"),
    ("sample-visa-patient", "enter_by", "Mon 17 May 2027"),
    ("sample-visa-companion", "enter_by", "Mon 17 May 2027"),
    ("sample-task-clearance-out", "done_on", "Wed 24 Feb 2027"),
    ("sample-doc-arrival-card-patient", "needed_by", "Sat 6 Mar 2027"),
    ("sample-doc-arrival-card-companion", "needed_by", "Sat 6 Mar 2027"),
    ("sample-mri", "starts", "Wed 10 Mar 2027"),
    ("sample-ct", "starts", "Wed 10 Mar 2027"),
    ("sample-mdt-centre", "starts", "Thu 11 Mar 2027"),
    ("sample-informed-consent", "starts", "Thu 11 Mar 2027"),
    ("sample-planning-mri", "starts", "Mon 22 Mar 2027"),
    ("sample-planning", "starts", "Tue 23 Mar 2027"),
    ("sample-planning", "ends", "Thu 1 Apr 2027"),
    ("sample-doc-fit-to-fly", "needed_by", "Tue 27 Apr 2027"),
    ("sample-doc-clearance-return", "needed_by", "Tue 27 Apr 2027"),
    ("sample-discharge", "starts", "Wed 28 Apr 2027"),
    ("sample-doc-fapiao", "needed_by", "Wed 28 Apr 2027"),
    ("sample-doc-discharge", "needed_by", "Wed 28 Apr 2027"),
    ("sample-follow-up-bloods", "starts", "Wed 26 May 2027"),
    ("sample-follow-up-mri", "starts", "Tue 27 Jul 2027"),
]


@pytest.mark.parametrize(("id", "field", "day"), DAYS, ids=[f"{row[0][7:]}-{row[1]}" for row in DAYS])
def test_a_day_of_the_worked_record_stands(things: dict[str, Any], id: str, field: str, day: str) -> None:
    value = getattr(things[id], field)
    date = value.date if isinstance(value, When) else value
    assert f"{date:%a} {date.day} {date:%b %Y}" == day


def test_the_fifteen_sessions_stand_on_their_dates_at_10_20_which_is_14_20_at_home(sample: Journey) -> None:
    (course,) = sample.courses
    assert tuple(fraction.starts.date for fraction in course.fractions) == FRACTION_DATES
    assert [fraction.number for fraction in course.fractions] == list(range(1, 16))
    for fraction, date in zip(course.fractions, FRACTION_DATES, strict=True):
        day = f"{date:%a} {date.day} {date:%b %Y}"
        assert clock(fraction.starts, CHINA) == f"{day} 10:20 CST"
        assert clock(fraction.starts, NZ) == f"{day} 14:20 NZST"


def test_the_course_is_58_05_gray_in_15_over_21_days_with_gaps_of_three_at_most(sample: Journey) -> None:
    (course,) = sample.courses
    assert course.fractions_prescribed == 15
    assert course.dose_per_fraction_gy_rbe == Decimal("3.87")
    assert course.dose_per_fraction_gy_rbe * 15 == Decimal("58.05")
    dates = [fraction.starts.date for fraction in course.fractions]
    assert (dates[-1] - dates[0]).days + 1 == 21
    assert max((after - before).days for before, after in pairwise(dates)) == 3


def test_the_centres_own_days_lay_the_course_where_the_record_has_it(
    sample: Journey, things: dict[str, Any]
) -> None:
    centre: Place = things[sample.courses[0].centre]
    days = TreatmentDays(centre.treatment_days, WorkCalendar(region_of(sample.country)))
    laid = lay(15, dt.date(2027, 4, 3), days)
    assert tuple(fraction.date for fraction in laid) == FRACTION_DATES
    assert not days.day(dt.date(2027, 4, 5)).is_open, "Qingming"


def test_packet_is_collected_from_27_november_to_16_december(sample: Journey) -> None:
    packet = [x for x in sample.documents if x.needed_for == "sample-remote-consultation"]
    assert {x.kind for x in packet} >= {
        DocumentKind.SUMMARY,
        DocumentKind.PATHOLOGY,
        DocumentKind.LABORATORY,
        DocumentKind.IMAGING_REPORT,
        DocumentKind.DICOM,
        DocumentKind.MEDICINE_LIST,
    }
    originals = {x.id for x in packet if x.translations_needed}
    assert originals == {x.translation_of for x in packet if x.translation_of}
    steps = [event.on for x in packet for event in x.events if event.state is not DocumentState.ACCEPTED]
    assert (min(steps), max(steps)) == (dt.date(2026, 11, 27), dt.date(2026, 12, 16))


def test_planning_takes_eight_working_days(things: dict[str, Any]) -> None:
    planning: Appointment = things["sample-planning"]
    assert planning.starts is not None
    assert planning.ends is not None
    calendar = WorkCalendar(region_of("CN"))
    assert working_days(calendar, planning.starts.date, planning.ends.date) == 8
    assert not planning.patient_present


def test_markers_settle_for_ten_days_before_simulation(things: dict[str, Any]) -> None:
    assert (things["sample-simulation"].starts.date - things["sample-fiducials"].starts.date).days == 10


def test_bloods_and_markers_say_how_to_prepare(things: dict[str, Any]) -> None:
    assert PreparationKind.FASTING in {p.kind for p in things["sample-first-bloods"].preparations}
    assert things["sample-first-bloods"].starts.date == things["sample-first-consultation"].starts.date
    assert {p.kind for p in things["sample-fiducials"].preparations} == {
        PreparationKind.FASTING,
        PreparationKind.NO_ANTICOAGULANT,
    }


def test_the_board_records_who_met_what_was_asked_what_each_said_and_what_was_decided(
    things: dict[str, Any],
) -> None:
    board = things["sample-mdt-board"]
    assert {opinion.contact for opinion in board.opinions} <= {who.contact for who in board.attendants}
    assert len(board.opinions) == 6
    assert board.questions
    assert board.decision.source == "zh_CN"
    assert things[board.document].kind is DocumentKind.MDT_RECORD


# ---- entry and stay --------------------------------------------------------------------------------------


def test_both_travel_on_an_s2_of_one_entry_and_sixty_days(sample: Journey) -> None:
    for visa in sample.visas:
        assert (visa.basis, visa.entries, visa.stay_days) == (EntryBasis.S2, 1, 60)
        assert visa.counting is StayCounting.ENTRY_DAY_IS_DAY_ONE
        assert [step.kind for step in visa.steps if step.kind is VisaStepKind.BIOMETRICS]
    assert {visa.traveller for visa in sample.visas} == {t.id for t in sample.travellers}


def test_53_calendar_days_in_china_end_a_week_before_the_last_legal_day(sample: Journey) -> None:
    visas = {visa.id: visa for visa in sample.visas}
    assert len(sample.entries) == 2
    for entry in sample.entries:
        assert entry.visa is not None
        assert entry.entered is not None
        assert entry.exited is not None
        assert (entry.exited.date - entry.entered.date).days + 1 == 53
        stay = permitted_stay(entry, visas[entry.visa], sample.zone)
        assert stay.last_day == stay.careful_last_day == dt.date(2027, 5, 6)
        assert stay.apply_by == dt.date(2027, 4, 29)
        assert (dt.date(2027, 5, 6) - entry.exited.date).days == 7
        assert stay.register_by is not None
        assert clock(stay.register_by, CHINA) == "Tue 9 Mar 2027 05:35 CST"


def test_entry_and_exit_are_those_of_the_flights(sample: Journey, things: dict[str, Any]) -> None:
    for entry in sample.entries:
        inbound, outbound = things[entry.entry_leg], things[entry.exit_leg]
        assert (entry.entered, entry.entry_port) == (inbound.arrives, inbound.destination)
        assert (entry.exited, entry.exit_port) == (outbound.departs, outbound.origin)


def test_every_passport_name_and_number_written_down_is_that_of_the_passport(sample: Journey) -> None:
    passports = {t.id: t.current_passport for t in sample.travellers}
    names = {t.id: re.sub(r"\W", "", t.full_name).upper() for t in sample.travellers}
    carried = [
        (x.traveller, getattr(x, "name_printed", getattr(x, "name", "")), x.passport_number)
        for _, x in values(sample)
        if hasattr(x, "passport_number") and hasattr(x, "traveller")
    ]
    assert len(carried) > 10
    for traveller, name, number in carried:
        passport = passports[traveller]
        assert passport is not None
        assert number in ("", passport.number)
        assert re.sub(r"\W", "", name) in ("", names[traveller])


def test_the_patient_is_62_on_the_day_of_departure_and_her_policy_excludes_treatment(sample: Journey) -> None:
    patient, (companion,) = sample.patient, sample.companions
    assert patient is not None
    assert patient.born_on == dt.date(1964, 11, 2)
    assert patient.allergy_statement is AllergyStatement.LISTED
    assert [policy.treatment_abroad_excluded for policy in patient.insurance] == [True]
    assert [policy.treatment_abroad_excluded for policy in companion.insurance] == [False]
    assert companion.insurance[0].valid_from == dt.date(2027, 3, 7)


# ---- travel ----------------------------------------------------------------------------------------------


def test_the_flights_are_3u3812_out_and_3u3811_back(things: dict[str, Any]) -> None:
    assert [things[x].number for x in ("sample-leg-akl-tfu", "sample-leg-tfu-akl")] == ["3U3812", "3U3811"]
    assert {x.code for x in things["sample-leg-akl-tfu"].service_requests} >= {"WCHR", "MEDA"}


def test_outbound_clearance_was_sent_within_14_to_3_days_of_the_departure_it_is_for(
    things: dict[str, Any],
) -> None:
    leg: Leg = things["sample-leg-akl-tfu"]
    (clearance,) = leg.clearances
    assert leg.departs is not None
    assert clearance.sent_on == dt.date(2027, 2, 24)
    assert 3 <= (leg.departs.date - clearance.sent_on).days <= 14
    assert clearance.for_departure == leg.departs


def root(things: dict[str, Any], place: str) -> str:
    """The place that ``place`` is part of, itself when it is part of none."""
    within = things[place].within
    return root(things, within) if within else place


def test_each_travellers_legs_join_in_place_and_time(sample: Journey, things: dict[str, Any]) -> None:
    for traveller in sample.travellers:
        legs = [leg for leg in sample.legs if traveller.id in leg.travellers]
        assert legs[0].origin == legs[-1].destination == "sample-home"
        for before, after in pairwise(legs):
            assert root(things, before.destination or "") == root(things, after.origin or ""), after.id
            assert before.arrives is not None
            assert after.departs is not None
            if before.arrives.utc and after.departs.utc:
                assert before.arrives.utc <= after.departs.utc, after.id
            else:
                assert before.arrives.date <= after.departs.date, after.id


def test_there_is_a_ride_there_and_back_for_every_attendance_at_the_centre(
    sample: Journey, things: dict[str, Any]
) -> None:
    centre = sample.courses[0].centre
    at_centre = [fraction.starts for fraction in sample.courses[0].fractions]
    for appointment in sample.appointments:
        in_person = appointment.patient_present and appointment.mode.value == "in-person"
        if in_person and appointment.place and root(things, appointment.place) == centre:
            assert appointment.starts is not None
            at_centre.append(appointment.starts)
    out = {leg.departs.date: leg for leg in sample.legs if leg.destination == centre and leg.departs}
    back = {leg.departs.date: leg for leg in sample.legs if leg.origin == centre and leg.departs}
    assert set(out) == set(back) == {when.date for when in at_centre}
    for when in at_centre:
        if when.utc is not None:
            arrives = out[when.date].arrives
            assert arrives is not None
            assert arrives.utc is not None
            assert arrives.utc < when.utc


def test_every_night_in_china_has_one_bed(sample: Journey) -> None:
    hotel, fallback = sample.stays
    assert fallback.is_fallback
    assert hotel.arrives is not None
    assert hotel.leaves is not None
    assert (hotel.leaves.date - hotel.arrives.date).days == 51
    assert hotel.nightly_rate is not None
    assert hotel.booking.cost is not None
    assert hotel.nightly_rate.amount * 51 == hotel.booking.cost.amount
    assert hotel.registers_foreigners


# ---- ties: what the slip of a plan follows -------------------------------------------------------------


def tied_dates(sample: Journey) -> Iterator[tuple[str, Tie, dt.date]]:
    for path, value in values(sample):
        for name in (field.name for field in fields(value)):
            tie = getattr(value, name)
            if isinstance(tie, Tie):
                stem = name.removesuffix("_tie")
                date = next(
                    got
                    for candidate in (stem, f"{stem}_on", f"{stem}ed")
                    if (got := getattr(value, candidate, None)) is not None
                )
                yield f"{path}/{name}", tie, date.date if isinstance(date, When) else date


def anchor_date(sample: Journey, things: dict[str, Any], tie: Tie) -> dt.date:
    sessions = {fraction.number: fraction.starts.date for fraction in sample.courses[0].fractions}
    flights = {leg.number: leg for leg in sample.legs if leg.number}
    arrival, departure = flights["3U3812"].arrives, flights["3U3811"].departs
    board = sample.mdt_meetings[0].starts
    assert arrival is not None
    assert departure is not None
    assert board is not None
    assert sample.opened_on is not None
    match tie.anchor:
        case Anchor.OPENED:
            return sample.opened_on
        case Anchor.BOARD:
            return board.date
        case Anchor.ARRIVAL:
            return arrival.date
        case Anchor.DEPARTURE:
            return departure.date
        case Anchor.FIRST_FRACTION:
            return sessions[1]
        case Anchor.LAST_FRACTION:
            return sessions[max(sessions)]
        case Anchor.FRACTION:
            assert tie.number is not None
            return sessions[tie.number]
        case Anchor.THING:
            thing = things[tie.thing or ""]
            names = ("starts", "departs", "due_on")
            value = next(got for name in names if (got := getattr(thing, name, None)) is not None)
            return value.date if isinstance(value, When) else value


def test_every_tie_gives_the_date_that_stands_in_the_record(sample: Journey, things: dict[str, Any]) -> None:
    calendar = WorkCalendar(region_of(sample.country))
    ties = list(tied_dates(sample))
    assert Counter(tie.counting for _, tie, _ in ties)[DayCounting.CALENDAR] > 90
    for path, tie, date in ties:
        anchor = anchor_date(sample, things, tie)
        if tie.counting is DayCounting.CALENDAR:
            assert anchor + dt.timedelta(tie.days) == date, path
        else:  # the working days of April 2027 are the centre's treatment days
            assert working_day(calendar, anchor, tie.days).date == date, path


def test_what_follows_the_course_hangs_on_it(things: dict[str, Any]) -> None:
    hangs = {
        "sample-end-review": things["sample-end-review"].starts_tie,
        "sample-doc-fit-to-fly": things["sample-doc-fit-to-fly"].needed_by_tie,
        "sample-leg-tfu-akl": things["sample-leg-tfu-akl"].departs_tie,
        "sample-follow-up-bloods": things["sample-follow-up-bloods"].starts_tie,
        "sample-follow-up-mri": things["sample-follow-up-mri"].starts_tie,
    }
    assert {id: tie.anchor for id, tie in hangs.items()} == dict.fromkeys(hangs, Anchor.LAST_FRACTION)
    assert things["sample-stay-hotel"].leaves_tie == Tie(
        anchor=Anchor.THING, thing="sample-leg-tfu-akl", days=-1
    )
    reviews = [things[f"sample-weekly-review-{week}"].starts_tie for week in (1, 2, 3)]
    assert [(tie.anchor, tie.number) for tie in reviews] == [
        (Anchor.FRACTION, 3),
        (Anchor.FRACTION, 8),
        (Anchor.FRACTION, 13),
    ]


# ---- money -----------------------------------------------------------------------------------------------


def test_the_centres_estimate_is_cny_230_000_and_the_deposit_was_100_000(
    sample: Journey, things: dict[str, Any]
) -> None:
    lines = [line.amount for line in sample.estimate if line.payee == "sample-centre"]
    assert {amount.currency for amount in lines} == {"CNY"}
    assert sum(amount.amount for amount in lines) == 230_000
    deposit = things["sample-pay-deposit"]
    assert (deposit.amount.amount, deposit.amount.currency) == (100_000, "CNY")
    assert deposit.method.value == "wire"


def test_the_deposit_lasts_to_the_end_if_it_is_topped_up_as_planned(sample: Journey) -> None:
    (account,) = sample.deposits
    assert account.daily_draw is not None
    assert account.draws_from is not None
    assert account.draws_to is not None
    paid_in = {
        payment.paid_on or payment.due_on: payment.amount.amount
        for payment in sample.payments
        if payment.deposit == account.id and payment.kind is not PaymentKind.REFUND
    }
    balance = Decimal(0)
    low = balance
    day = dt.date(2027, 1, 1)
    while day <= account.draws_to:
        balance += paid_in.get(day, Decimal(0))
        if day >= account.draws_from:
            balance -= account.daily_draw.amount
        low = min(low, balance)
        day += dt.timedelta(1)
    assert low >= 0
    (refund,) = (payment for payment in sample.payments if payment.kind is PaymentKind.REFUND)
    assert balance == refund.amount.amount


def test_everything_paid_has_its_receipt(sample: Journey) -> None:
    paid = {payment.id for payment in sample.payments if payment.state is PaymentState.RECEIVED}
    assert paid == {receipt.payment for receipt in sample.receipts}


# ---- privacy ----------------------------------------------------------------------------------------------


def test_every_document_from_somebody_else_is_told_of_in_a_notice(sample: Journey) -> None:
    own = (DocumentSource.PATIENT, DocumentSource.COMPANION, DocumentSource.AGENCY, None)
    theirs = {(x.id, x.traveller) for x in sample.documents if x.source not in own}
    told = {(document, notice.traveller) for notice in sample.notices for document in notice.documents}
    assert len(theirs) > 10
    assert theirs <= told


def test_nothing_was_sent_without_the_consent_of_the_person_to_that_recipient(
    sample: Journey, things: dict[str, Any]
) -> None:
    sent = [(x, sending) for x in sample.documents for sending in x.sendings]
    assert len(sent) > 25
    for document, sending in sent:
        consent = things[sending.consent]
        assert consent.traveller == document.traveller
        assert consent.recipient_place == sending.to_place
        if sending.to_name:
            assert consent.recipient_name == sending.to_name
        assert consent.given_on <= sending.sent_on
        assert consent.withdrawn_on is None
    listed = {id for disclosure in sample.disclosures for id in disclosure.documents}
    assert {document.id for document, _ in sent} == listed


# ---- the state of the record on its own date -----------------------------------------------------------


def test_the_record_says_the_date_it_stands_at(sample: Journey) -> None:
    assert f"{STORY_DATE:%A} {STORY_DATE.day} {STORY_DATE:%B %Y}" in sample.notes


def test_nothing_in_the_record_happened_after_its_own_date(sample: Journey) -> None:
    happened = (
        "done_on", "paid_on", "received_on", "sent_on", "granted_on", "given_on", "issued_on", "stated_on",
        "booked_on", "prescribed_on", "verified_on", "checked_on", "opened_on", "on",
    )  # fmt: skip
    dates = [
        (f"{path}/{name}", date)
        for path, value in values(sample)
        for name in happened
        if isinstance(date := getattr(value, name, None), dt.date)
    ]
    assert len(dates) > 200
    assert [where for where, date in dates if date > STORY_DATE] == []


def test_no_task_is_overdue_on_that_date(sample: Journey) -> None:
    late = [
        t.id for t in sample.tasks if t.done_on is None and t.due_on is not None and t.due_on < STORY_DATE
    ]
    assert late == []


def test_the_first_week_is_confirmed_and_the_sessions_are_still_to_be(sample: Journey) -> None:
    soon = STORY_DATE + dt.timedelta(7)
    for leg in sample.legs:
        if leg.departs is not None and leg.departs.date <= soon:
            assert leg.booking.state is BookingState.CONFIRMED, leg.id
    for appointment in sample.appointments:
        if appointment.starts is not None and appointment.starts.date <= soon:
            assert appointment.confirmation is not None, appointment.id
    assert not any(fraction.confirmation for fraction in sample.courses[0].fractions)
    assert any(isinstance(value, Confirmation) for _, value in values(sample))
    assert any(isinstance(value, Booking) and value.state is BookingState.HELD for _, value in values(sample))


def test_a_time_nobody_knows_yet_stays_unknown(things: dict[str, Any]) -> None:
    assert things["sample-ct"].starts.time is None
    assert things["sample-leg-imaging-back"].departs.time is None


# ---- the file: whole, bilingual, fictional --------------------------------------------------------------


def test_every_id_is_unique_and_every_reference_resolves(sample: Journey, things: dict[str, Any]) -> None:
    ids = [value.id for _, value in values(sample) if hasattr(value, "id")]
    assert [id for id, count in Counter(ids).items() if count > 1] == []
    assert all(is_id(id) for id in ids)
    loose = {(Document, "needed_for"), (Tie, "thing")}
    missing = []
    for path, value in values(sample):
        for field, held in parts(value):
            if field.kind is Kind.REFERENCE or (type(value), field.name) in loose or field.name == "about":
                for id in held if isinstance(held, tuple) else (held,):
                    if id and id not in things:
                        missing.append(f"{path}/{field.name}: {id}")
    assert missing == []


HANZI = re.compile(r"[\u4e00-\u9fff]")


def test_every_text_is_written_in_both_languages_and_reviewed(sample: Journey) -> None:
    texts = [(path, value) for path, value in values(sample) if isinstance(value, Text) and value]
    assert len(texts) > 500
    for path, text in texts:
        english, chinese = text.in_("en"), text.in_("zh_CN")
        assert english, path
        assert HANZI.search(chinese), (path, chinese)
        assert text.is_reviewed("en"), path
        assert text.is_reviewed("zh_CN"), path
        assert not HANZI.search(english) or "plate" in english, (path, english)
        assert not re.search(r"[,;:?!]\s|[(){}]", chinese), (path, chinese)


def test_every_thing_that_prints_has_a_name_in_both_languages(sample: Journey) -> None:
    for place in sample.places:
        assert place.name, place.id
        assert place.within or place.address, place.id
        if place.country == "CN":
            assert place.name_pinyin, place.id
    for named in (*sample.contacts, *sample.documents, *sample.tasks, *sample.appointments):
        assert getattr(named, "name", None) or getattr(named, "title", None), named.id
    assert len(sample.appointments) == len({a.title.in_("en") for a in sample.appointments})
    assert AppointmentKind.SIMULATION in {a.kind for a in sample.appointments}


def test_no_telephone_number_or_address_on_the_net_could_be_anybodys() -> None:
    text = FILE.read_text("utf-8")
    numbers = re.findall(r'"(\+[^"]+)"', text)
    assert len(numbers) > 25
    assert [x for x in numbers if not re.fullmatch(r"\+(64 [79] 000|86 28 0000|86 100 0000) \d{4}", x)] == []
    assert [x for x in re.findall(r'"[^"\s]+@([^"]+)"', text) if not x.endswith(".example")] == []
    assert [x for x in re.findall(r"https?://([^/\"]+)", text) if not x.endswith(".example")] == []


def test_the_file_is_what_the_program_itself_writes_of_it(sample: Journey) -> None:
    assert sample.extra == (), "no field that this version does not know"
    assert write(sample) == FILE.read_bytes()


def test_the_file_is_the_open_format_readable_by_eye() -> None:
    text = FILE.read_text("utf-8")
    document = json.loads(text)
    assert (document["format"], document["version"]) == ("treatment-journey", 1)
    assert "\\u" not in text, "hanzi are written as such"
    assert text.endswith("}\n")
    assert "null" not in text, "what is not known is left out"
