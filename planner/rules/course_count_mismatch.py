"""``course.count-mismatch``: the sessions that stand are not the fractions prescribed, each once."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterator

from planner.message import N_
from planner.record.journey import Journey
from planner.reference.reference import Reference
from planner.rules.finding import Finding, Fix, OpenField, Severity, Subject
from planner.schedule.outline import outline

CODE = "course.count-mismatch"


def course_count_mismatch(journey: Journey, reference: Reference, today: dt.date) -> Iterator[Finding]:
    """Of a course with a prescribed number and a session; which number is right the centre knows."""
    for course in journey.courses:
        prescribed = course.fractions_prescribed
        sessions = outline(journey).sessions(course)
        if prescribed is None or not sessions:
            continue
        if len(sessions) == prescribed and {one.number for one in sessions} == set(range(1, prescribed + 1)):
            continue
        numbers = Counter(session.number for session in sessions)
        missing = tuple(str(number) for number in range(1, prescribed + 1) if number not in numbers)
        extra = tuple(str(number) for number in sorted(numbers) if number > prescribed)
        twice = tuple(str(number) for number in sorted(numbers) if numbers[number] > 1)
        subject = Subject("course", course.id, "fractions")
        fixes = (
            Fix(N_("Look at the sessions"), OpenField(subject)),
            Fix(
                N_("Look at the prescribed number"),
                OpenField(Subject("course", course.id, "fractions_prescribed")),
            ),
        )
        for numbers_wrong, message in (
            (
                missing,
                N_(
                    "{prescribed} fractions are prescribed; without a session: {numbers}.",
                    prescribed=prescribed,
                    numbers=missing,
                ),
            ),
            (
                extra,
                N_(
                    "{prescribed} fractions are prescribed; sessions beyond that: {numbers}.",
                    prescribed=prescribed,
                    numbers=extra,
                ),
            ),
            (twice, N_("Planned or given more than once: fraction {numbers}.", numbers=twice)),
        ):
            if numbers_wrong:
                yield Finding(CODE, Severity.WARNING, message, subject, None, fixes, sessions[0].starts.date)
