"""Forms of care: MDT meetings, appointments, courses and their sessions."""

from __future__ import annotations

from typing import Any

from planner.message import N_
from planner.record.appointment import Appointment, AppointmentKind
from planner.record.course import Course
from planner.record.fraction import Fraction, FractionState
from planner.record.mdt import MdtMeeting, MeetingMode
from ui.editing.form_spec import FormSpec, Group

_LASTING = (AppointmentKind.PLANNING, AppointmentKind.OTHER)

CARE: dict[Any, FormSpec] = {
    MdtMeeting: FormSpec(
        (
            Group(("hospital", "starts", "mode", "duration_minutes", "interpreter")),
            Group(("attendants",), N_("Attendants")),
            Group(("material_due", "material", "questions"), N_("Before the board")),
            Group(("opinions", "decision", "written_by", "document"), N_("What was said")),
            Group(("confirmation",), N_("Confirmation")),
        )
    ),
    Appointment: FormSpec(
        (
            Group(("kind", "title", "state", "mode", "course")),
            Group(("place", "room"), N_("Where it takes place")),
            Group(("starts", "starts_tie", "duration_minutes", "ends"), N_("When")),
            Group(
                (
                    *("patient_present", "travellers", "people", "needs_interpreter", "interpreter"),
                    "driver",
                ),
                N_("Who comes"),
            ),
            Group(("preparations", "bring"), N_("Preparation and what to bring")),
            Group(("confirmation",), N_("Confirmation")),
        ),
        {
            "ends": lambda held: held["kind"] not in _LASTING,
            "driver": lambda held: held["mode"] is not MeetingMode.IN_PERSON,
        },
    ),
    Course: FormSpec(
        (
            Group(
                (
                    *("site", "modality", "prescribed_on", "dose_per_fraction_gy_rbe"),
                    *("fractions_prescribed", "clinician", "document"),
                ),
                N_("As prescribed"),
            ),
            Group(
                (
                    *("centre", "room", "daily_time", "session_minutes", "weekly_pattern"),
                    "fractions_per_week",
                ),
                N_("How it is given"),
            ),
            Group(
                (
                    *("tolerated_prolongation_days", "interruption_category"),
                    *("tolerance_stated_by", "tolerance_document"),
                ),
                N_("Interruption, as the clinician stated"),
            ),
            Group(("fractions",), N_("Sessions")),
        )
    ),
    Fraction: FormSpec(
        (
            Group(("number", "state", "starts", "duration_minutes", "room")),
            Group(
                ("delivered_at", "dose_delivered_gy_rbe", "missed_reason", "missed_words"),
                N_("How it went"),
            ),
            Group(("interpreter", "driver"), N_("Who comes")),
            Group(("confirmation",), N_("Confirmation")),
            Group(("second_session_clinician",), N_("More"), folded=True),
        ),
        {
            "delivered_at": lambda held: held["state"] is not FractionState.DELIVERED,
            "dose_delivered_gy_rbe": lambda held: held["state"] is not FractionState.DELIVERED,
            "missed_reason": lambda held: held["state"] is not FractionState.MISSED,
            "missed_words": lambda held: held["state"] is not FractionState.MISSED,
        },
    ),
}
