"""Tasks: what was due is done."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from planner.record.journey import Journey
from planner.record.text import Text
from planner.rules.finding import SetField
from tests.builders import day, make_journey, make_task, text
from tests.unit.rules.harness import Golden, raised

CODE = "task.overdue"
TASK = make_task(id="task", title=text("Ring the centre", "联系中心"), due_on=day("2027-03-04"))
JOURNEY = make_journey(id="journey", tasks=(TASK,))


def with_task(**facts: Any) -> Journey:
    return replace(JOURNEY, tasks=(replace(TASK, **facts),))


@pytest.mark.parametrize(("today", "found"), [("2027-03-03", 0), ("2027-03-04", 0), ("2027-03-05", 1)])
def test_the_day_it_is_due_is_the_last(today: str, found: int) -> None:
    assert len(raised(CODE, JOURNEY, today)) == found


def test_what_is_done_or_has_no_day_is_not_late() -> None:
    assert not raised(CODE, with_task(done_on=day("2027-03-20")), "2027-03-21")
    assert not raised(CODE, with_task(due_on=None), "2027-03-21")


def test_it_can_be_ticked_off_from_the_finding() -> None:
    (found,) = raised(CODE, with_task(title=Text()), "2027-03-06")
    assert found.fixes[0].action == SetField(found.subject, day("2027-03-06"))
    assert "a task without a title" in str(found.message)


GOLDEN = (
    Golden(
        code=CODE,
        hazard="nobody rang",
        journey=JOURNEY,
        today="2027-03-05",
        fine_today="2027-03-04",
    ),
)
