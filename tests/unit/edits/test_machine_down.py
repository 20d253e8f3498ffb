"""A machine that is down is written into every policy in force on a day of it."""

from __future__ import annotations

import pytest

from planner.edits.machine_down import with_machine_down
from planner.record.treatment_days import DatedPolicy, MachineDown, TreatmentDayKind
from tests.builders.make import day

APRIL = MachineDown(first=day("2027-04-08"), last=day("2027-04-12"))


def policy(valid_from: str | None = None, *down: MachineDown) -> DatedPolicy:
    return DatedPolicy(
        valid_from=day(valid_from) if valid_from else None,
        kind=TreatmentDayKind.STATUTORY,
        machine_down=down,
    )


def test_into_the_one_that_holds() -> None:
    assert with_machine_down((policy(),), APRIL) == (policy(None, APRIL),)


def test_beside_what_is_there_and_never_twice() -> None:
    march = MachineDown(first=day("2027-03-01"), last=day("2027-03-02"))
    both = with_machine_down((policy(None, march),), APRIL)
    assert both == (policy(None, march, APRIL),)
    assert with_machine_down(both, APRIL) == both


@pytest.mark.parametrize(
    ("change", "first", "second"),
    [
        ("2027-04-08", False, True),  # the new policy begins with it
        ("2027-04-09", True, True),
        ("2027-04-12", True, True),  # its last day is the new policy's first
        ("2027-04-13", True, False),
    ],
)
def test_into_both_when_the_policy_changes_meanwhile(change: str, first: bool, second: bool) -> None:
    after = with_machine_down((policy(change), policy()), APRIL)
    assert [APRIL in one.machine_down for one in after] == [first, second]
    assert [one.valid_from for one in after] == [None, day(change)]


def test_where_nothing_is_stated_the_offices_days_that_are_assumed_are_written_down() -> None:
    assert with_machine_down((), APRIL) == (DatedPolicy(machine_down=(APRIL,)),)
    later = policy("2027-04-10")
    assert with_machine_down((later,), APRIL) == (
        DatedPolicy(machine_down=(APRIL,)),
        policy("2027-04-10", APRIL),
    )
