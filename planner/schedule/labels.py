"""What policies and reasons of treatment days are called."""

from __future__ import annotations

from planner.message import N_, NP_, Message
from planner.reference.day_labels import holiday_name
from planner.schedule.treatment_days import DayReason, TreatmentDay

_REASONS = {
    DayReason.USUAL: NP_("treatment day", "usual treatment day"),
    DayReason.MAKEUP_WORKDAY: NP_("treatment day", "make-up workday"),
    DayReason.EXTRA_DAY: NP_("treatment day", "extra day of the centre"),
    DayReason.WEEKDAY: NP_("treatment day", "not a weekday of the centre"),
    DayReason.STATUTORY: NP_("treatment day", "statutory holiday"),
    DayReason.DAY_OFF: NP_("treatment day", "official day off"),
    DayReason.CLOSED_DAY: NP_("treatment day", "closed by the centre"),
    DayReason.SERVICE_DAY: NP_("treatment day", "service day"),
    DayReason.MACHINE_DOWN: NP_("treatment day", "machine down"),
    DayReason.EXCEPTION: NP_("treatment day", "as said for this date"),
}


def day_reason_label(day: TreatmentDay) -> Message:
    """Why the centre treats or does not treat that day; a holiday is named."""
    reason = _REASONS[day.reason]
    if day.status.name and day.reason in (DayReason.MAKEUP_WORKDAY, DayReason.STATUTORY, DayReason.DAY_OFF):
        return N_("{reason}: {holiday}", reason=reason, holiday=holiday_name(day.status.name))
    return reason
