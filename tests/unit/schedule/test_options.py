from __future__ import annotations

from dataclasses import replace

from planner.i18n import translator
from planner.record.fraction import FractionState
from planner.record.treatment_days import MachineDown
from planner.schedule.interruption import Interruption, replan
from planner.schedule.lay import lay
from planner.schedule.options import OptionKind, last_date_with, options
from planner.schedule.session_pattern import SessionPattern
from tests.unit.schedule.centres import D, centre, days_of

COURSE = lay(10, D(2026, 11, 23), centre())
DOWN = Interruption(machine_down=(MachineDown(first=D(2026, 11, 26), last=D(2026, 11, 27)),))
AFTER_DOWN = replan(COURSE, DOWN, centre())
FEVER = Interruption(missed=(D(2026, 12, 1),))
AFTER_FEVER = replan(AFTER_DOWN.fractions, FEVER, centre())


class TestCaseB:
    """Domain facts 8.3, step 3: the ways are listed with what they need, and none is chosen."""

    def test_after_the_fever_a_weekend_or_a_second_session_wins_back_a_day(self) -> None:
        listed = options(AFTER_DOWN.fractions, FEVER, AFTER_FEVER, centre())
        assert [(option.kind, option.last) for option in listed] == [
            (OptionKind.CLOSED_DAY_SESSION, D(2026, 12, 8)),
            (OptionKind.SECOND_SESSION, D(2026, 12, 8)),
        ]
        assert listed[0].dates == (D(2026, 12, 5), D(2026, 12, 6))
        assert listed[1].dates == (
            *(D(2026, 12, 2), D(2026, 12, 3), D(2026, 12, 4)),
            *(D(2026, 12, 7), D(2026, 12, 8)),
        )

    def test_each_says_what_it_needs(self) -> None:
        weekend, second = options(AFTER_DOWN.fractions, FEVER, AFTER_FEVER, centre())
        assert [str(need) for need in weekend.needs] == [
            "The centre opens and staffs the machine that day.",
            "The treating doctor approves it, by name.",
        ]
        assert [str(need) for need in second.needs] == [
            "The two sessions are at least 6 hours apart.",
            "The centre has a slot for it.",
            "The treating doctor approves it, by name.",
        ]

    def test_saturday_and_a_second_session_together_end_on_monday(self) -> None:
        start = D(2026, 12, 1)
        saturday = (D(2026, 12, 5),)
        assert last_date_with(AFTER_FEVER, centre(), start=start, opened=saturday) == D(2026, 12, 8)
        both = last_date_with(AFTER_FEVER, centre(), start=start, opened=saturday, second_sessions=1)
        assert both == D(2026, 12, 7)

    def test_none_is_chosen(self) -> None:
        options(AFTER_DOWN.fractions, FEVER, AFTER_FEVER, centre())
        assert AFTER_FEVER.last == D(2026, 12, 9)
        assert all(one.date.weekday() < 5 for one in AFTER_FEVER.fractions)


def test_a_machine_that_is_down_may_be_replaced_by_another() -> None:
    other, weekend, second = options(COURSE, DOWN, AFTER_DOWN, centre())
    assert (other.kind, other.last) == (OptionKind.OTHER_MACHINE, D(2026, 12, 4))
    assert other.dates == (D(2026, 11, 26), D(2026, 11, 27))
    assert "The medical physicist confirms that the plan may be given there." in map(str, other.needs)
    assert weekend.dates == (D(2026, 11, 28), D(2026, 11, 29), D(2026, 12, 5), D(2026, 12, 6))
    assert second.last == D(2026, 12, 7)


def test_what_is_past_is_not_offered() -> None:
    listed = options(COURSE, DOWN, AFTER_DOWN, centre(), not_before=D(2026, 12, 3))
    assert [option.kind for option in listed] == [
        OptionKind.CLOSED_DAY_SESSION,
        OptionKind.SECOND_SESSION,
    ]
    assert listed[0].dates == (D(2026, 12, 5), D(2026, 12, 6))
    assert options(COURSE, DOWN, AFTER_DOWN, centre(), not_before=D(2026, 12, 9)) == ()


def test_a_day_the_machine_is_down_is_no_weekend_session() -> None:
    days = centre(machine_down=(MachineDown(first=D(2026, 12, 5), last=D(2026, 12, 6)),))
    listed = options(AFTER_DOWN.fractions, FEVER, AFTER_FEVER, days)
    assert [option.kind for option in listed] == [OptionKind.SECOND_SESSION]


def test_holidays_are_offered_with_how_much_each_wins() -> None:
    course = lay(15, D(2026, 9, 21), centre("official-no-weekends"))
    missed = Interruption(missed=(D(2026, 9, 30),))
    after = replan(course, missed, centre("official-no-weekends"))
    listed = options(course, missed, after, centre("official-no-weekends"))
    assert listed[0].dates[:3] == (D(2026, 10, 1), D(2026, 10, 2), D(2026, 10, 3))
    assert {option.kind for option in listed} == {OptionKind.CLOSED_DAY_SESSION, OptionKind.SECOND_SESSION}


def test_each_way_names_its_days_and_none_stands_twice() -> None:
    calendar = centre("official-no-weekends")
    course = lay(15, D(2026, 9, 21), calendar)
    missed = Interruption(missed=(D(2026, 9, 30),))
    holidays, _second = options(course, missed, replan(course, missed, calendar), calendar)
    assert translator("en").text(holidays.what) == (
        "A session on one of these days, when the centre is closed: Thu 1 Oct 2026 to Wed 7 Oct 2026, "
        "Sat 10 Oct 2026, Sun 11 Oct 2026, Sat 17 Oct 2026 and Sun 18 Oct 2026."
    )


def test_a_full_week_wins_nothing_at_the_weekend() -> None:
    pattern = SessionPattern(per_week=4)
    course = lay(8, D(2026, 11, 2), centre(), pattern)
    missed = Interruption(missed=(D(2026, 11, 4), D(2026, 11, 5)))
    after = replan(course, missed, centre(), pattern)
    assert days_of(one for one in after.fractions if one.stands)[-1] == "11-16"
    weekend, second = options(course, missed, after, centre(), pattern)
    assert weekend.dates == (D(2026, 11, 7), D(2026, 11, 8))  # not 14 and 15, when the week is full
    assert second.last == D(2026, 11, 12)


def test_a_miss_that_its_week_takes_up_needs_no_way_out() -> None:
    pattern = SessionPattern(per_week=4)
    course = lay(8, D(2026, 11, 2), centre(), pattern)
    missed = Interruption(missed=(D(2026, 11, 5),))
    after = replan(course, missed, centre(), pattern)
    assert after.moves
    assert options(course, missed, after, centre(), pattern) == ()


def test_nothing_lost_nothing_offered() -> None:
    unchanged = replan(COURSE, Interruption(), centre())
    assert options(COURSE, Interruption(), unchanged, centre()) == ()
    later = Interruption(new_start=D(2026, 11, 30))
    assert options(COURSE, later, replan(COURSE, later, centre()), centre()) == ()


def test_a_single_session_left_has_no_day_for_a_second() -> None:
    course = [
        *(replace(one, state=FractionState.DELIVERED) for one in COURSE[:9]),
        COURSE[9],
    ]
    missed = Interruption(missed=(D(2026, 12, 4),))
    after = replan(course, missed, centre())
    listed = options(course, missed, after, centre())
    assert [(option.kind, option.last) for option in listed] == [
        (OptionKind.CLOSED_DAY_SESSION, D(2026, 12, 5)),
        (OptionKind.CLOSED_DAY_SESSION, D(2026, 12, 6)),
    ]
    assert [translator("en").text(option.what) for option in listed] == [
        "A session on Sat 5 Dec 2026, when the centre is closed.",
        "A session on Sun 6 Dec 2026, when the centre is closed.",
    ]
    assert last_date_with(after, centre(), start=D(2026, 12, 4), second_sessions=1) is None
