"""``medicine.control-unknown``: nobody has checked whether a medicine is controlled."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from planner.message import N_
from planner.record.journey import Journey
from planner.reference.reference import Reference
from planner.rules.finding import Finding, Fix, OpenField, SetField, Severity, Subject
from planner.schedule.names import traveller_name

CODE = "medicine.control-unknown"


def medicine_control_unknown(journey: Journey, reference: Reference, today: dt.date) -> Iterator[Finding]:
    """Controlled medicines have limits at both borders (domain facts 5), so unknown is not the same as no."""
    for traveller in journey.travellers:
        for medicine in traveller.medicines:
            if medicine.controlled is not None:
                continue
            subject = Subject("medicine", medicine.id, "controlled")
            yield Finding(
                CODE,
                Severity.NOTE,
                N_(
                    "Nobody has checked whether {medicine} of {name} is a controlled medicine.",
                    medicine=medicine.name,
                    name=traveller_name(traveller),
                ),
                subject,
                None,
                (
                    Fix(N_("Open the medicine"), OpenField(subject)),
                    Fix(N_("It is not controlled"), SetField(subject, False)),
                    Fix(N_("It is controlled"), SetField(subject, True)),
                ),
            )
