"""A task is marked as done on a day, and opened again."""

from __future__ import annotations

from dataclasses import replace

import pytest

from planner.edits.task_marks import complete_task, reopen_task
from planner.errors import InputError
from planner.i18n import translator
from planner.record.journey import Journey
from planner.record.text import Text
from tests.builders import day, make_journey, make_task, text

RING = make_task(id="ring", title=text("Ring the centre"))
BOOK = make_task(id="book", title=text("Book the hotel"), done_on=day("2027-01-10"))
UNNAMED = make_task(id="unnamed", title=Text())


@pytest.fixture
def journey() -> Journey:
    return make_journey(tasks=(RING, BOOK, UNNAMED))


def test_a_task_is_done_on_that_day_and_no_other_is(journey: Journey) -> None:
    edit = complete_task(journey, "ring", day("2027-02-01"))
    after = edit.change(journey)
    assert (translator("en").text(edit.label), edit.journey) == ("Done: Ring the centre", journey.id)
    assert after == replace(journey, tasks=(replace(RING, done_on=day("2027-02-01")), BOOK, UNNAMED))


def test_a_done_task_is_open_again(journey: Journey) -> None:
    edit = reopen_task(journey, "book")
    assert translator("en").text(edit.label) == "Open again: Book the hotel"
    assert edit.change(journey) == replace(journey, tasks=(RING, replace(BOOK, done_on=None), UNNAMED))


def test_a_task_without_a_title_is_named_by_dots_and_stays_without(journey: Journey) -> None:
    edit = complete_task(journey, "unnamed", day("2027-02-01"))
    assert translator("en").text(edit.label) == "Done: …"
    assert edit.change(journey).tasks[2] == replace(UNNAMED, done_on=day("2027-02-01"))


def test_a_task_must_be_there_when_marked_and_when_run(journey: Journey) -> None:
    with pytest.raises(InputError, match="no task"):
        complete_task(journey, "nothing", day("2027-02-01"))
    with pytest.raises(InputError, match="no task"):
        reopen_task(journey, "nothing")
    gone = replace(journey, tasks=(BOOK,))
    with pytest.raises(InputError, match="no task"):
        complete_task(journey, "ring", day("2027-02-01")).change(gone)
