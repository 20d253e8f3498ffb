"""``medicine.controlled-limit``: a controlled medicine is carried without what customs asks for."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from planner.message import N_, NN_
from planner.record.journey import Journey
from planner.reference.reference import Reference
from planner.reference.whose_law import is_home
from planner.rules.finding import Finding, Fix, OpenField, Severity, Source, Subject
from planner.schedule.names import traveller_name

_DAYS_OF_A_MONTH = 30

CODE = "medicine.controlled-limit"


def medicine_controlled_limit(journey: Journey, reference: Reference, today: dt.date) -> Iterator[Finding]:
    """A prescription in the record, and a supply known to be within a month's where home is New Zealand.

    China asks for prescription and identity and admits what one prescription may hold at most, a figure
    that nobody has confirmed here; so the sentence asks, it does not allow.
    """
    goes_back = is_home(journey, "NZ")
    policy = reference.policies.get("medicine.into-new-zealand") if goes_back else None
    months = policy["controlled_months"] if policy else 1
    for traveller in journey.travellers:
        for medicine in traveller.medicines:
            if not medicine.controlled:
                continue
            days = medicine.days_carried
            subject = Subject(
                "medicine", medicine.id, "prescription" if medicine.prescription is None else "days_carried"
            )
            said = {"medicine": medicine.name, "name": traveller_name(traveller)}
            if medicine.prescription is None:
                message = N_(
                    "{medicine} of {name} is controlled; the prescription customs asks for is missing.",
                    **said,
                )
            elif days is None:
                message = N_(
                    "{medicine} of {name} is controlled; for how many days it is carried is not entered.",
                    **said,
                )
            elif goes_back and days > months * _DAYS_OF_A_MONTH:
                message = N_(
                    "{medicine} of {name} is controlled and carried for {days}; New Zealand admits {months}. "
                    "Ask customs.",
                    **said,
                    days=NN_("{count} day", "{count} days", days),
                    months=NN_("{count} month", "{count} months", months),
                )
            else:
                continue
            yield Finding(
                CODE,
                Severity.WARNING,
                message,
                subject,
                Source.of(policy),
                (Fix(N_("Look at the medicine"), OpenField(subject)),),
            )
