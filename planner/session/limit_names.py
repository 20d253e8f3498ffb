"""What the limits of the rules are called, what each is for, and its unit, grouped as they are shown."""

from __future__ import annotations

from typing import NamedTuple

from planner.message import N_, Message


class LimitName(NamedTuple):
    """A limit in words. ``unit`` is ``days``, ``hours``, ``minutes``, ``pages`` or ``o'clock``."""

    name: Message
    why: Message
    unit: str


_STAY, _VISA = N_("Spare days of the stay"), N_("Visa in hand before entry")
LIMITS: dict[str, LimitName] = {
    "stay_slack_days": LimitName(
        _STAY, N_("Fewer between the last plan and the last legal day is little."), "days"
    ),
    "stay_alarm_days": LimitName(
        N_("Asking to stay longer"), N_("Brought up this long before the last legal day."), "days"
    ),
    "visa_ready_days": LimitName(_VISA, N_("A visa not in hand this close to the entry is a worry."), "days"),
    "letter_slack_days": LimitName(
        N_("Spare days of the invitation letter"),
        N_("Fewer between the last plan and the end of the letter is little."),
        "days",
    ),
    "arrival_card_days": LimitName(N_("Arrival card"), N_("Brought up this long before an entry."), "days"),
    "blank_pages": LimitName(N_("Blank pages in a passport"), N_("Fewer may be refused."), "pages"),
    "booking_days": LimitName(
        N_("Bookings"), N_("A leg not booked or a night without a bed this close is a worry."), "days"
    ),
    "arrangement_days": LimitName(
        N_("Interpreters, rides, places"), N_("Not known this close is a worry."), "days"
    ),
    "confirmation_days": LimitName(N_("Confirmations"), N_("Things this close must be confirmed."), "days"),
    "free_cancel_days": LimitName(
        N_("Free cancelling"), N_("What could upset the plan is brought up this long before it ends."), "days"
    ),
    "departure_slack_days": LimitName(
        N_("Spare days before departure"),
        N_("Fewer after the last session leave no room for a missed one."),
        "days",
    ),
    "connection_minutes_same_airport": LimitName(
        N_("Connection at one airport"), N_("Between arriving and leaving again."), "minutes"
    ),
    "connection_minutes_border": LimitName(
        N_("Connection with border control"), N_("Between landing and the next departure."), "minutes"
    ),
    "connection_minutes_other_airport": LimitName(
        N_("Connection from another airport"), N_("Between arriving and leaving from another one."), "minutes"
    ),
    "before_departure_minutes": LimitName(
        N_("At the airport, international"), N_("From reaching it to the departure."), "minutes"
    ),
    "before_domestic_departure_minutes": LimitName(
        N_("At the airport or station, domestic"), N_("From reaching it to the departure."), "minutes"
    ),
    "appointment_travel_minutes": LimitName(
        N_("Travel between appointments"), N_("Where no leg says how long it is."), "minutes"
    ),
    "ride_hours": LimitName(
        N_("Rides"), N_("A ride to or from an airport is within this time of the flight."), "hours"
    ),
    "after_midnight_until_hour": LimitName(
        N_("After midnight"),
        N_("A departure until then is easily mistaken for the following night."),
        "o'clock",
    ),
    "retimed_minutes": LimitName(
        N_("A departure moved"), N_("By no more than this, a clearance still stands."), "minutes"
    ),
    "fraction_gap_days": LimitName(
        N_("Days between sessions"), N_("Further apart is a question for the centre."), "days"
    ),
    "fraction_gap_minimum_hours": LimitName(
        N_("Hours between daily sessions"), N_("Closer is a question for the centre."), "hours"
    ),
    "second_session_hours": LimitName(
        N_("Two sessions on a day"), N_("Closer together is a question for the centre."), "hours"
    ),
    "review_gap_days": LimitName(
        N_("Weekly review"), N_("Longer without one under treatment is a missing review."), "days"
    ),
    "marker_wait_days": LimitName(
        N_("From markers to simulation"), N_("Unless the centre says otherwise."), "days"
    ),
    "planning_working_days": LimitName(
        N_("From simulation to the first session"), N_("Working days."), "days"
    ),
    "decision_days": LimitName(
        N_("Decision of the board"), N_("Not written down this long after it met is missing."), "days"
    ),
    "fasting_hours": LimitName(
        N_("Fasting"), N_("Longer without a meal between appointments is a question."), "hours"
    ),
    "night_from_hour": LimitName(
        N_("Night begins"), N_("A call after it gets people out of bed."), "o'clock"
    ),
    "night_until_hour": LimitName(
        N_("Night ends"), N_("A call before it gets people out of bed."), "o'clock"
    ),
    "document_lead_days": LimitName(
        N_("Documents"), N_("One counts as late this long before it is needed."), "days"
    ),
    "translation_days": LimitName(
        N_("Translations"), N_("To be begun this long before the document is needed."), "days"
    ),
    "consent_days": LimitName(
        N_("Consents"), N_("One not given this close to an appointment blocks it."), "days"
    ),
    "notice_days": LimitName(
        N_("Notices"), N_("One of information received from others is late after this."), "days"
    ),
    "deposit_days": LimitName(
        N_("Deposits"), N_("One that lasts fewer days than this must be topped up."), "days"
    ),
    "retention_notice_days": LimitName(
        N_("Retention"), N_("The end of keeping is brought up this long before."), "days"
    ),
}
"""Every limit there is."""
