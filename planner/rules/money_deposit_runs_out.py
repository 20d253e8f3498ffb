"""``money.deposit-runs-out``: a deposit is drawn down before the treatment it pays for is over."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from planner.message import N_
from planner.record.journey import Journey
from planner.reference.reference import Reference
from planner.rules.finding import Finding, Fix, MakeTask, OpenField, Severity, Subject
from planner.schedule.deposit_balance import deposit_course

CODE = "money.deposit-runs-out"


def money_deposit_runs_out(journey: Journey, reference: Reference, today: dt.date) -> Iterator[Finding]:
    """By the expected draw and every payment planned; a hospital stops orders when it runs out."""
    for deposit in journey.deposits:
        course = deposit_course(journey, deposit)
        empty = course.empty_on if course else None
        if empty is None:
            continue
        subject = Subject("deposit", deposit.id, "balances")
        near = empty <= today + dt.timedelta(reference.limits.deposit_days)
        yield Finding(
            CODE,
            Severity.BLOCKER if near else Severity.WARNING,
            N_(
                "{deposit}: at {draw} a day it runs out before {day}, planned payments included.",
                deposit=deposit.what or N_("The deposit"),
                draw=deposit.daily_draw,
                day=empty,
            ),
            subject,
            None,
            (
                Fix(
                    N_("Make a task: top up the deposit"),
                    MakeTask(
                        subject,
                        N_("Top up the deposit before {day}", day=empty),
                        empty - dt.timedelta(reference.limits.deposit_days),
                    ),
                ),
                Fix(N_("Look at the deposit"), OpenField(subject)),
            ),
            empty,
        )
