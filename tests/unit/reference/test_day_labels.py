from __future__ import annotations

from planner.reference.calendar_year import CalendarTrust, DayKind
from planner.reference.computed_calendars import statutory_days
from planner.reference.day_labels import day_kind_label, holiday_name, trust_label


def test_chinas_holidays_have_a_name_to_translate() -> None:
    assert str(holiday_name("清明节")) == "Qingming Festival"


def test_two_holidays_in_one_are_both_named() -> None:
    assert str(holiday_name("国庆节、中秋节")) == "National Day and Mid-Autumn Festival"


def test_any_other_name_is_shown_as_its_source_words_it() -> None:
    assert holiday_name("Waitangi Day") == "Waitangi Day"
    assert holiday_name("元旦、某日") == "元旦、某日"
    assert holiday_name("") == ""


def test_every_statutory_day_of_china_can_be_translated() -> None:
    assert not any(isinstance(holiday_name(day.name), str) for day in statutory_days(2028))


def test_every_kind_and_every_trust_has_its_own_words() -> None:
    kinds = [str(day_kind_label(kind)) for kind in (*DayKind, None)]
    assert len(set(kinds)) == len(kinds)
    trusts = [str(trust_label(trust)) for trust in CalendarTrust]
    assert len(set(trusts)) == len(trusts)
