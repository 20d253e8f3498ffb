"""Limits that are judgement, not law: settings of the agency, with the defaults stated here."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """When a rule speaks up. Days are calendar days unless named otherwise; the limit itself is fine."""

    stay_slack_days: int = 7
    """Fewer days than this between the last plan and the last legal day is low slack."""
    stay_alarm_days: int = 14
    """From this long before the last legal day on, asking to stay longer is brought up."""
    visa_ready_days: int = 14
    """A visa not in hand this close to the entry is a worry."""
    letter_slack_days: int = 5
    """Fewer days than this between the last plan and the end of an invitation letter is little."""
    arrival_card_days: int = 3
    """From this long before an entry on, the arrival card is brought up."""
    fraction_gap_days: int = 4
    """Sessions further apart than this are a question for the centre (a long weekend is 4)."""
    fraction_gap_minimum_hours: int = 16
    """Daily sessions closer than this are too close (domain facts 1.3)."""
    second_session_hours: int = 6
    """Two sessions on a day closer than this are never right (domain facts 1.3)."""
    connection_minutes_same_airport: int = 90
    connection_minutes_border: int = 180
    """Between landing and the next departure, where border control lies between."""
    before_departure_minutes: int = 120
    """From reaching the airport to an international departure."""
    before_domestic_departure_minutes: int = 60
    """From reaching the airport or station to a departure within the country."""
    connection_minutes_other_airport: int = 240
    """Between arriving and leaving again from another airport or station of the town."""
    appointment_travel_minutes: int = 30
    """Between appointments in different places, where no leg says how long the way is."""
    after_midnight_until_hour: int = 5
    """A departure from 00:00 to this hour is easily mistaken for the following night."""
    booking_days: int = 21
    """A leg not booked, or a night without a bed, this close is a worry."""
    arrangement_days: int = 14
    """Interpreters, rides and places to go to that are not known this close are a worry."""
    ride_hours: int = 12
    """A ride to or from an airport or station lies within this of the departure or arrival."""
    retimed_minutes: int = 180
    """A departure moved by no more than this on its day is still the one a clearance was made for."""
    free_cancel_days: int = 7
    """From this long before free cancelling ends, what could still upset the plan is brought up."""
    departure_slack_days: int = 2
    """Fewer days than this between the last session and the departure leave no room for a missed one."""
    review_gap_days: int = 9
    """Longer than this under treatment without a review is a missing weekly review."""
    fasting_hours: int = 14
    """Appointments that ask for an empty stomach and leave longer than this without a meal are a question."""
    decision_days: int = 3
    """A board's decision not written down this long after it met is missing."""
    night_from_hour: int = 22
    night_until_hour: int = 7
    """A call between these hours, where the traveller is, gets people out of bed."""
    marker_wait_days: int = 5
    """From fiducial markers to simulation, unless the centre says otherwise (domain 1.1, unconfirmed)."""
    planning_working_days: int = 5
    """From simulation to the first fraction (domain facts 1.1: 3 days to 4 weeks)."""
    confirmation_days: int = 7
    """Things this close must be confirmed."""
    document_lead_days: int = 3
    """A document counts as late this long before it is needed."""
    translation_days: int = 7
    """A translation should be begun this long before its document is needed."""
    consent_days: int = 7
    """A consent not given this close to an appointment with its recipient blocks it."""
    notice_days: int = 14
    """A notice of information received from others is late after this (the law: as soon as practicable)."""
    deposit_days: int = 3
    """A deposit that lasts fewer days than this beyond today must be topped up."""
    blank_pages: int = 2
    retention_notice_days: int = 30
