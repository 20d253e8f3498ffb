"""What people type: days, times and amounts in both languages, read exactly or not at all."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planner.i18n import translator
from planner.record.directory import Directory
from planner.record.journey import Journey
from planner.record.shape import Kind, classes_within, shape_of
from planner.record.when import When
from ui.fields.currency_signs import without_currency
from ui.fields.date_nature import NATURES, Nature
from ui.fields.date_reading import read_date
from ui.fields.number_reading import read_number, write_number
from ui.fields.time_reading import read_time, write_time
from ui.fields.typed_words import one_line, quoted, seen

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
        "２０２７年３月１２日",
        "2027。3。12",
        "2027–03–12",
        "2027‑03‑12",
        "2027—3—12",
        "12th of March 2027",
    ],
)
def test_a_day_is_read_however_it_is_written_in_english(words: str) -> None:
    assert read_date(words, "en", TODAY).day == TWELFTH_OF_MARCH


@pytest.mark.parametrize(
    "words",
    [
        "2027年3月12日",
        "27年3月12号",
        "2027年3月12日 星期五",
        "2027-3-12",
        "27-3-12",
        "27.03.12",
        "3/12/2027",
        "12 Mar 2027",
    ],
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
        ("下周三", dt.date(2027, 4, 21)),
        ("下个星期天", dt.date(2027, 4, 25)),
        ("本周五", dt.date(2027, 4, 16)),
        ("上周日", dt.date(2027, 4, 11)),
        ("大后天", dt.date(2027, 4, 17)),
    ],
)
def test_days_are_counted_from_today(words: str, day: dt.date) -> None:
    assert read_date(words, "zh_CN", TODAY).day == day


@pytest.mark.parametrize("words", ["12 Mar", "12/3", "3月12日", "march 12"])
def test_a_year_that_was_not_said_is_never_made_up(words: str) -> None:
    reading = read_date(words, "en" if "月" not in words else "zh_CN", TODAY)
    assert reading.day is None
    assert reading.may_be == (dt.date(2028, 3, 12), dt.date(2029, 3, 12), dt.date(2027, 3, 12))


@pytest.mark.parametrize(
    "words",
    ["soon", "31 Feb 2027", "12 Mai 2027", "2027", "32/1/2027", "+99999", "12", "2027年3月", "12 of 2027"],
)
def test_what_is_no_day_is_not_read(words: str) -> None:
    assert read_date(words, "en", TODAY) == read_date("", "en", TODAY)


@pytest.mark.parametrize(
    ("words", "days"),
    [
        ("13/4", (dt.date(2027, 4, 13), dt.date(2026, 4, 13))),
        ("14 apr", (TODAY, dt.date(2026, 4, 14))),
        ("4月15日", (dt.date(2026, 4, 15), dt.date(2025, 4, 15))),
        ("29 feb", (dt.date(2024, 2, 29), dt.date(2020, 2, 29))),
    ],
)
def test_where_days_are_over_the_last_such_day_is_meant(words: str, days: tuple[dt.date, ...]) -> None:
    locale = "zh_CN" if "月" in words else "en"
    assert read_date(words, locale, TODAY, Nature.PAST).may_be == days
    assert read_date("fri", "en", TODAY, Nature.PAST).day == dt.date(2027, 4, 9)
    assert read_date("wed", "en", TODAY, Nature.PAST).day == TODAY


def test_a_year_of_two_digits_is_never_one_to_be_born_in_later() -> None:
    assert read_date("3 feb 31", "en", TODAY, Nature.BIRTH).day == dt.date(1931, 2, 3)
    assert read_date("3 feb 26", "en", TODAY, Nature.BIRTH).day == dt.date(2026, 2, 3)
    assert read_date("3 feb 31", "en", TODAY).day == dt.date(2031, 2, 3)


def test_of_every_day_of_the_record_it_is_said_which_way_it_lies() -> None:
    """Nothing is left out, nothing is left over."""
    classes = set(classes_within(Journey)) | set(classes_within(Directory))
    days = {
        (cls, shape.name)
        for cls in classes - {When}
        for shape in shape_of(cls)
        if shape.kind is Kind.DATE or shape.type is When
    }
    assert set(NATURES) == days


def test_a_leap_day_without_a_year_offers_leap_years_only() -> None:
    assert {day.year for day in read_date("29 Feb", "en", TODAY).may_be} == {2028, 2032, 2024}


@given(day=st.dates(dt.date(1900, 1, 1), dt.date(2199, 12, 31)), locale=st.sampled_from(("en", "zh_CN")))
def test_a_day_as_it_is_shown_is_read_back(day: dt.date, locale: str) -> None:
    for style in ("medium", "day", "long", "full"):
        assert read_date(translator(locale).date(day, style), locale, TODAY).day == day  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "words",
    [
        "14:20",
        "1420",
        "14.20",
        "14h20",
        "2:20 pm",
        "2.20PM",
        "下午2:20",
        "下午2点20分",
        "14：20",
        "14:20:00",
        "１４：２０",
        "１４２０",
        "14。20",
        "14；20",
        "14 : 20",
        "下午14:20",
        "14點20分",
        "下午２點２０分",
    ],
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
        ("9点整", dt.time(9)),
        ("中午12点", dt.time(12)),
        ("中午1点半", dt.time(13, 30)),
        ("中午11:45", dt.time(11, 45)),
        ("凌晨12:30", dt.time(0, 30)),
        ("晚上8:30", dt.time(20, 30)),
        ("晚上0830", dt.time(20, 30)),
        ("晚上20点", dt.time(20)),
    ],
)
def test_short_times(words: str, time: dt.time) -> None:
    assert read_time(words) == time


@pytest.mark.parametrize(
    "words",
    [
        "25:00",
        "14:60",
        "13 pm",
        "0 am",
        "about nine",
        "14:2",
        "99",
        "晚上12点",
        "晚上1点",
        "早上12点",
        "上午14点",
        "下午",
    ],
)
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
        ("１２。５", "12.5"),
        ("１，２５０。００", "1250.00"),
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


@pytest.mark.parametrize(
    ("words", "amount", "codes"),
    [
        ("1200", "1200", set()),
        ("NZD 1,200", "1,200", {"NZD"}),
        ("1,200 nzd", "1,200", {"NZD"}),
        ("rmb1200", "1200", {"CNY"}),
        ("1200人民币", "1200", {"CNY"}),
        ("人民币80,000.00元", "80,000.00", {"CNY"}),
        ("CNY 80,000元", "80,000", {"CNY"}),
        ("900.00新西兰元", "900.00", {"NZD"}),
        ("¥5 USD", "¥5 USD", set()),
        ("NZ$ 1,200", "1,200", {"NZD"}),
        ("€50", "50", {"EUR"}),
        ("8000日元", "8000", {"JPY"}),
        ("￥１２００", "１２００", {"CNY", "JPY"}),
        ("1.5万元", "1.5万", {"AUD", "CAD", "CNY", "HKD", "JPY", "NZD", "SGD", "TWD", "USD"}),
        ("$5", "5", {"AUD", "CAD", "HKD", "NZD", "SGD", "TWD", "USD"}),
        ("abcd", "abcd", set()),
    ],
)
def test_a_currency_beside_an_amount_is_told_apart_from_it(words: str, amount: str, codes: set[str]) -> None:
    assert without_currency(words) == (amount, frozenset(codes))


@given(st.text(max_size=20))
def test_any_words_at_all_are_read_or_not_without_a_fault(words: str) -> None:
    """Nothing that can be typed ends in anything but a value or none."""
    for locale in ("en", "zh_CN"):
        read_date(words, locale, TODAY)
        read_number(words, locale)
    read_time(words)
    without_currency(words)
    assert one_line(one_line(words)) == one_line(words)
    assert not set(one_line(words)) & set("\n\r\t\x00\x1b\u200b\ufeff\u2028")
    assert len(quoted(words * 20)) <= 24


def test_marks_of_direction_stay_only_where_something_is_written_so() -> None:
    assert one_line("\u202a+64 9 000\u202c\u200e") == "+64 9 000"
    arabic = "\u200fاسم\u200f"
    assert one_line(arabic) == arabic
    assert seen("a\n\tb\u200b") == "a\n\tb"
    assert one_line("Ａｎｎａ\r\n  Ｍａｒｉａ　１２３（ｂ）") == "Anna Maria 123（b）"
    assert seen("می\u200cخواهم") == "می\u200cخواهم"  # joins nothing, and is spelt so
