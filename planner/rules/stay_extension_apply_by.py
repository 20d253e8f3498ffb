"""``stay.extension-apply-by``: the stay is, or may be, too short, and there is a day to ask for more by."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from planner.message import N_, NN_, Message
from planner.record.journey import Journey
from planner.record.visa import EntryBasis, ExtensionState
from planner.reference.reference import Reference
from planner.rules.finding import Finding, Fix, MakeTask, OpenField, Severity, Source, Subject
from planner.schedule.outline import EntryStay, outline

CODE = "stay.extension-apply-by"

_VISA_FREE = (
    EntryBasis.UNILATERAL_VISA_FREE,
    EntryBasis.MUTUAL_EXEMPTION,
    EntryBasis.TRANSIT_240H,
    EntryBasis.HAINAN_VISA_FREE,
)


def stay_extension_apply_by(journey: Journey, reference: Reference, today: dt.date) -> Iterator[Finding]:
    """Raised when an extension is planned or the plan passes the last day, and, from two weeks before the
    last day on, when little is to spare. Past the day to apply it is a blocker while the plan needs it.
    """
    policy = reference.policy("stay.extension", journey.country)
    if policy is None:
        return
    seen, limits = outline(journey), reference.limits
    for stay in seen.entries:
        presence = seen.presences.get(stay.entry.id)
        last, by = stay.permitted.last_day or stay.permitted.careful_last_day, stay.permitted.apply_by
        if last is None or by is None or last < today or (presence is not None and presence.on < today):
            continue
        states = {extension.state for extension in stay.entry.extensions}
        if ExtensionState.APPLIED in states:
            continue
        slack = (last - presence.on).days if presence is not None else None
        needed = slack is not None and slack < 0
        planned = ExtensionState.PLANNED in states
        tight = slack is not None and slack < limits.stay_slack_days
        near = (last - today).days <= limits.stay_alarm_days
        if needed or planned or (tight and near):
            missed = today > by
            severity = Severity.BLOCKER if missed and (needed or planned) else Severity.WARNING
            subject = Subject("entry", stay.entry.id, "extensions")
            yield Finding(
                CODE,
                severity,
                _message(stay, by, last, missed),
                subject,
                Source.of(policy),
                (
                    Fix(N_("Enter the application"), OpenField(subject)),
                    Fix(N_("Make a task: apply in time"), MakeTask(subject, _task(stay), by)),
                ),
                by,
            )


def _message(stay: EntryStay, by: dt.date, last: dt.date, missed: bool) -> Message:
    facts = {"name": stay.name, "by": by, "last": last}
    if missed:
        return N_(
            "The day to ask for a longer stay for {name} was {by}, {lead} before the last legal day, "
            "{last}; nothing shows that it was asked for.",
            lead=NN_("{count} day", "{count} days", (last - by).days),
            **facts,
        )
    if stay.visa is not None and stay.visa.basis in _VISA_FREE:
        return N_(
            "If {name} may have to stay beyond {last}, a stay permit must be asked for at the local "
            "exit-entry office by {by}; it is not always granted.",
            **facts,
        )
    return N_(
        "If {name} may have to stay beyond {last}, an extension must be asked for at the local "
        "exit-entry office by {by}; it is not always granted.",
        **facts,
    )


def _task(stay: EntryStay) -> Message:
    return N_("Ask the local exit-entry office for a longer stay for {name}", name=stay.name)
