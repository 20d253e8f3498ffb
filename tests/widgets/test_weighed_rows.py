"""What a re-planning brings, changes and settles."""

from __future__ import annotations

import datetime as dt

from planner.message import N_
from planner.rules.finding import Finding, Severity, Subject
from ui.journey.replan.weighed_rows import findings_rows

PERMIT = Subject("permission", "permit")


def finding(code: str, day: int, subject: Subject = PERMIT) -> Finding:
    message = N_("It ends on {date}.", date=dt.date(2027, 4, day))
    return Finding(code, Severity.WARNING, message, subject)


def told(before: list[Finding], after: list[Finding]) -> list[tuple[str, int]]:
    return [
        (str(row.state[0]), row.title.params["date"].day)
        for row in findings_rows(before, after).rows
        if row.state is not None
    ]


def test_a_finding_that_only_names_another_day_has_changed() -> None:
    assert told([finding("stay.ends", 14)], [finding("stay.ends", 16)]) == [("Changed", 16)]


def test_of_another_thing_or_another_kind_it_is_new() -> None:
    other = Subject("permission", "another")
    assert told([finding("stay.ends", 14)], [finding("stay.ends", 14, other)]) == [
        ("New", 14),
        ("Settled", 14),
    ]
    assert told([finding("stay.ends", 14)], [finding("stay.short", 14)]) == [("New", 14), ("Settled", 14)]


def test_one_before_answers_for_one_after() -> None:
    assert told([finding("a", 1)], [finding("a", 2), finding("a", 3)]) == [("Changed", 2), ("New", 3)]
    assert told([finding("a", 1), finding("a", 2)], [finding("a", 3)]) == [("Changed", 3), ("Settled", 2)]


def test_what_stays_as_it_is_is_not_repeated() -> None:
    assert told([finding("a", 1), finding("b", 1)], [finding("b", 1), finding("a", 1)]) == []
