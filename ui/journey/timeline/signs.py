"""Which icon stands for a thing of the timeline, and in which tone its standing is shown."""

from __future__ import annotations

from enum import StrEnum

from planner.itinerary.item import Standing
from planner.record.appointment import AppointmentKind
from planner.record.leg import LegMode
from planner.record.visa import VisaStepKind
from planner.rules.finding import SEVERITIES, Severity
from planner.session.timeline import Lane, Mark
from ui.theme.tokens import Tone

LANE_ICONS: dict[Lane, str] = {
    Lane.DOCUMENTS: "file-text",
    Lane.STAY: "stamp",
    Lane.TRAVEL: "plane",
    Lane.APPOINTMENTS: "stethoscope",
    Lane.COURSE: "zap",
    Lane.MONEY: "banknote",
    Lane.TASKS: "list-checks",
}
_KINDS: dict[str, str] = {
    "document": "file-text",
    "passport": "book-user",
    "insurance": "shield",
    "diagnosis": "heart-pulse",
    "consent": "clipboard-pen",
    "notice": "bell",
    "disclosure": "send",
    "issue": "route",
    "visa": "stamp",
    "visa-step": "stamp",
    "entry": "stamp",
    "stay-extension": "clock",
    "longer-stay": "stamp",
    "stay": "bed",
    "mdt-meeting": "users",
    "course": "zap",
    "fraction": "zap",
    "payment": "banknote",
    "deposit": "banknote",
    "estimate-line": "list",
    "receipt": "receipt",
    "task": "square-check",
}
_VARIANTS: dict[type[StrEnum], dict[StrEnum, str]] = {
    LegMode: {
        LegMode.FLIGHT: "plane",
        LegMode.TRAIN: "train-front",
        LegMode.CAR: "car",
        LegMode.COACH: "bus",
        LegMode.FERRY: "ship",
        LegMode.WALK: "footprints",
    },
    AppointmentKind: {
        AppointmentKind.REMOTE_CONSULTATION: "stethoscope",
        AppointmentKind.CONSULTATION: "stethoscope",
        AppointmentKind.BLOODS: "test-tube",
        AppointmentKind.IMAGING: "scan",
        AppointmentKind.INFORMED_CONSENT: "clipboard-pen",
        AppointmentKind.FIDUCIAL_MARKERS: "syringe",
        AppointmentKind.SIMULATION: "target",
        AppointmentKind.PLANNING: "drafting-compass",
        AppointmentKind.PLAN_QA: "drafting-compass",
        AppointmentKind.WEEKLY_REVIEW: "clipboard-check",
        AppointmentKind.END_REVIEW: "clipboard-check",
        AppointmentKind.DISCHARGE: "log-out",
        AppointmentKind.FOLLOW_UP: "stethoscope",
        AppointmentKind.TELE_REVIEW: "stethoscope",
    },
    VisaStepKind: {VisaStepKind.REFUSED: "x", VisaStepKind.FEE: "banknote"},
}
_STANDINGS: dict[Standing, Tone] = {
    Standing.CONFIRMED: Tone.ACCENT,
    Standing.TO_BE_CONFIRMED: Tone.ACCENT,
    Standing.DONE: Tone.NEUTRAL,
    Standing.MISSED: Tone.DANGER,
    Standing.CANCELLED: Tone.NEUTRAL,
}


def icon_of(mark: Mark) -> str:
    """The icon of a thing."""
    by_variant = _VARIANTS.get(type(mark.variant), {}) if mark.variant is not None else {}
    if mark.variant is not None and mark.variant in by_variant:
        return by_variant[mark.variant]
    return _KINDS.get(mark.kind, "calendar")


def tone_of(mark: Mark, late: bool) -> Tone:
    """The tone of a thing; what is late is in that of danger."""
    return Tone.DANGER if late else _STANDINGS[mark.standing]


def worst(severities: list[Severity]) -> Severity | None:
    """The worst of several; ``None`` of none."""
    return min(severities, key=SEVERITIES.index, default=None)
