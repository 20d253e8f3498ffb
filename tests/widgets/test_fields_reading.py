"""What people type: days, times and amounts in both languages, read exactly or not at all."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planner.i18n import translator
from ui.fields.date_reading import read_date
from ui.fields.number_reading import read_number, write_number
from ui.fields.time_reading import read_time, write_time

TODAY = dt.date(2027, 4, 14)  # a Wednesday
TWELFTH_OF_MARCH = dt.date(2027, 3, 12)


@pytest.mark.parametrize(
    "words",
    [
        "12 Mar 2027",
        "12 march 2027",
        "12mar27",
        "Mar 12, 2027",
        "Fri 12 Mar 2027",
        "12th March 2027",
        "12/3/2027",
        "12.3.27",
        "12-03-2027",
        "2027-03-12",
        "2027/3/12",
        "20270312",
        " 2027年3月12日 ",
        "2027年3月12日周五",
        "２０２７－０３－１２",
    ],
)
def test_a_day_is_read_however_it_is_written_in_english(words: str) -> None:
    assert read_date(words, "en", TODAY).day == TWELFTH_OF_MARCH


@pytest.mark.parametrize(
    "words", ["2027年3月12日", "27年3月12号", "2027年3月12日 星期五", "2027-3-12", "3/12/2027", "12 Mar 2027"]
)
def test_a_day_is_read_however_it_is_written_in_chinese(words: str) -> None:
    assert read_date(words, "zh_CN", TODAY).day == TWELFTH_OF_MARCH


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("today", TODAY),
        ("今天", TODAY),
        ("Tomorrow", dt.date(2027, 4, 15)),
        ("昨天", dt.date(2027, 4, 13)),
        ("+3", dt.date(2027, 4, 17)),
        ("-1", dt.date(2027, 4, 13)),
        ("+2w", dt.date(2027, 4, 28)),
        ("fri", dt.date(2027, 4, 16)),
        ("Wednesday", dt.date(2027, 4, 21)),
        ("星期一", dt.date(2027, 4, 19)),
    ],
)
def test_days_are_counted_from_today(words: str, day: dt.date) -> None:
    assert read_date(words, "zh_CN", TODAY).day == day


@pytest.mark.parametrize("words", ["12 Mar", "12/3", "3月12日", "march 12"])
def test_a_year_that_was_not_said_is_never_made_up(words: str) -> None:
    reading = read_date(words, "en" if "月" not in words else "zh_CN", TODAY)
    assert reading.day is None
    assert reading.may_be == (dt.date(2028, 3, 12), dt.date(2029, 3, 12), dt.date(2027, 3, 12))


@pytest.mark.parametrize("words", ["soon", "31 Feb 2027", "12 Mai 2027", "2027", "32/1/2027", "+99999", "12"])
def test_what_is_no_day_is_not_read(words: str) -> None:
    assert read_date(words, "en", TODAY) == read_date("", "en", TODAY)


def test_a_leap_day_without_a_year_offers_leap_years_only() -> None:
    assert {day.year for day in read_date("29 Feb", "en", TODAY).may_be} == {2028, 2032, 2024}


@given(day=st.dates(dt.date(1900, 1, 1), dt.date(2199, 12, 31)), locale=st.sampled_from(("en", "zh_CN")))
def test_a_day_as_it_is_shown_is_read_back(day: dt.date, locale: str) -> None:
    for style in ("medium", "day", "long", "full"):
        assert read_date(translator(locale).date(day, style), locale, TODAY).day == day  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "words",
    ["14:20", "1420", "14.20", "14h20", "2:20 pm", "2.20PM", "下午2:20", "下午2点20分", "14：20", "14:20:00"],
)
def test_a_time_is_read_however_it_is_written(words: str) -> None:
    assert read_time(words) == dt.time(14, 20)


@pytest.mark.parametrize(
    ("words", "time"),
    [
        ("9", dt.time(9)),
        ("9am", dt.time(9)),
        ("12 am", dt.time(0)),
        ("12pm", dt.time(12)),
        ("noon", dt.time(12)),
        ("下午2点半", dt.time(14, 30)),
        ("0030", dt.time(0, 30)),
    ],
)
def test_short_times(words: str, time: dt.time) -> None:
    assert read_time(words) == time


@pytest.mark.parametrize("words", ["25:00", "14:60", "13 pm", "0 am", "about nine", "14:2", "99"])
def test_what_is_no_time_is_not_read(words: str) -> None:
    assert read_time(words) is None


@given(st.times().map(lambda time: time.replace(microsecond=0)))
def test_a_time_as_it_is_shown_is_read_back(time: dt.time) -> None:
    assert read_time(write_time(time)) == time


@pytest.mark.parametrize(
    ("words", "number"),
    [
        ("150000", "150000"),
        ("150,000.00", "150000.00"),
        ("150 000", "150000"),
        ("15万", "150000"),
        ("1.5 万", "15000.0"),
        ("0.2400", "0.2400"),
        ("−5", "-5"),
        (".5", "0.5"),
        ("１２．５", "12.5"),
    ],
)
def test_a_number_is_read_to_its_last_digit(words: str, number: str) -> None:
    assert str(read_number(words, "en")) == number


@pytest.mark.parametrize("words", ["1,5", "1.2.3", "12,34,567", "abc", "1e5", "--1", "NaN", "5万元"])
def test_a_number_that_could_be_two_is_not_read(words: str) -> None:
    assert read_number(words, "en") is None


@given(st.decimals(-(10**15), 10**15, allow_nan=False, places=6))
def test_a_number_as_it_is_shown_is_read_back(number: Decimal) -> None:
    for locale in ("en", "zh_CN"):
        read = read_number(write_number(number, locale), locale)
        assert read is not None
        assert (read, read.as_tuple().exponent) == (number, number.as_tuple().exponent)
