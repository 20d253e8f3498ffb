"""Files of public holidays: what they announce, and one sentence for whatever else they hold."""

from __future__ import annotations

import datetime as dt
import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planner.errors import InputError
from planner.imports.work_calendar import LARGEST_BYTES, read_work_calendar
from planner.reference.calendar_year import CalendarTrust, CalendarYear, DayKind
from planner.reference.shipped_calendars import shipped_year

D = dt.date
TODAY = D(2026, 11, 23)


def read(data: bytes | str, file: str = "2027.json") -> tuple[CalendarYear, ...]:
    return read_work_calendar(data.encode() if isinstance(data, str) else data, file=file, checked_on=TODAY)


def holiday_cn(year: int = 2027, *, papers: Any = (), days: Any = None) -> str:
    if days is None:
        days = [{"name": "春节", "date": "2027-02-09", "isOffDay": True}]
    return json.dumps({"year": year, "papers": list(papers), "days": days}, ensure_ascii=False)


def ics(*events: tuple[str, str, str]) -> str:
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//test//"]
    for title, first, end in events:
        lines += ["BEGIN:VEVENT", f"SUMMARY:{title}", f"DTSTART;VALUE=DATE:{first}"]
        lines += [f"DTEND;VALUE=DATE:{end}"] if end else []
        lines += [f"UID:{first}/{title}", "END:VEVENT"]
    return "\r\n".join([*lines, "END:VCALENDAR", ""])


def kinds(calendar: CalendarYear) -> dict[D, DayKind]:
    return {day.date: day.kind for day in calendar.days}


class TestHolidayCn:
    def test_a_published_year_is_read_back_whole(self) -> None:
        shipped = shipped_year("CN", 2026)
        assert shipped is not None
        days = [
            {
                "name": day.name,
                "date": day.date.isoformat(),
                "isOffDay": day.kind is not DayKind.MAKEUP_WORKDAY,
            }
            for day in shipped.days
        ]
        url = shipped.notices[0].url
        [calendar] = read(holiday_cn(2026, papers=[url], days=days))
        assert calendar.days == shipped.days  # the statutory ones among them marked as such
        assert (calendar.region, calendar.year) == ("CN", 2026)
        assert (calendar.trust, calendar.checked_on) == (CalendarTrust.OFFICIAL, TODAY)
        assert [notice.url for notice in calendar.notices] == [url]

    def test_statutory_days_it_leaves_out_stay_closed(self) -> None:
        [calendar] = read(holiday_cn())
        assert kinds(calendar)[D(2027, 2, 9)] is DayKind.DAY_OFF
        assert kinds(calendar)[D(2027, 4, 5)] is DayKind.STATUTORY

    def test_a_notice_may_reach_back_into_december(self) -> None:
        [calendar] = read(holiday_cn(days=[{"name": "元旦", "date": "2026-12-27", "isOffDay": False}]))
        assert kinds(calendar)[D(2026, 12, 27)] is DayKind.MAKEUP_WORKDAY

    def test_the_same_day_said_twice_is_one_day(self) -> None:
        day = {"name": "春节", "date": "2027-02-09", "isOffDay": True}
        [calendar] = read(holiday_cn(days=[day, day]))
        assert [one.date for one in calendar.days].count(D(2027, 2, 9)) == 1

    def test_a_byte_order_mark_and_missing_papers_are_no_matter(self) -> None:
        document = json.loads(holiday_cn())
        del document["papers"]
        [calendar] = read(b"\xef\xbb\xbf" + json.dumps(document).encode())
        assert calendar.notices == ()

    @pytest.mark.parametrize(
        ("text", "sentence"),
        [
            ("{", "2027.json is not readable JSON."),
            ('{"year": "\udcff"}'.encode("utf-8", "surrogateescape"), "2027.json is not readable JSON."),
            ("{}", "In 2027.json, at year, a value was expected."),
            (holiday_cn(1066), "In 2027.json, at year, a year such as 2027 was expected."),
            ('{"year": "2027"}', "In 2027.json, at year, a year such as 2027 was expected."),
            ('{"year": 2027}', "In 2027.json, at days, a value was expected."),
            ('{"year": 2027, "days": {}}', "In 2027.json, at days, a list was expected."),
            (holiday_cn(days=[]), "2027.json holds no days: 2027 was not announced yet when it was made."),
            (holiday_cn(days=[3]), "In 2027.json, at days[0].name, a value was expected."),
            (
                holiday_cn(days=[{"name": 3, "date": "2027-02-09", "isOffDay": True}]),
                "In 2027.json, at days[0].name, the holiday’s name was expected.",
            ),
            (
                holiday_cn(days=[{"name": "春节", "date": "2027-02-30", "isOffDay": True}]),
                "In 2027.json, at days[0].date, a date such as 2027-02-05 was expected.",
            ),
            (
                holiday_cn(days=[{"name": "春节", "date": 20270209, "isOffDay": True}]),
                "In 2027.json, at days[0].date, a date such as 2027-02-05 was expected.",
            ),
            (
                holiday_cn(days=[{"name": "春节", "date": "2027-02-09", "isOffDay": "yes"}]),
                "In 2027.json, at days[0].isOffDay, true or false was expected.",
            ),
            (holiday_cn(papers=[1]), "In 2027.json, at papers, a list of addresses was expected."),
            (
                holiday_cn(2028),
                "2027.json names 2027-02-09 in the calendar of 2028; expected dates of that year "
                "or of the December before.",
            ),
            (
                holiday_cn(
                    days=[
                        {"name": "春节", "date": "2027-02-09", "isOffDay": True},
                        {"name": "春节", "date": "2027-02-09", "isOffDay": False},
                    ]
                ),
                "2027.json says of 2027-02-09 both that it is a day off and that it is worked.",
            ),
        ],
    )
    def test_a_wrong_file_gets_one_sentence_that_names_the_place(self, text: str, sentence: str) -> None:
        with pytest.raises(InputError) as wrong:
            read(text)
        assert str(wrong.value) == sentence


class TestIcs:
    def test_the_holiday_cn_form(self) -> None:
        text = ics(
            ("上班(补春节假期)", "20270131", "20270201"),
            ("春节假期", "20270205", "20270212"),
            ("清明节假期", "20270403", "20270406"),
        )
        [calendar] = read(text, "2027.ics")
        found = kinds(calendar)
        assert found[D(2027, 1, 31)] is DayKind.MAKEUP_WORKDAY
        assert found[D(2027, 2, 8)] is DayKind.STATUTORY
        assert found[D(2027, 2, 11)] is DayKind.DAY_OFF
        assert D(2027, 2, 12) not in found  # the end of an event is excluded
        assert {day.name for day in calendar.days if day.date.month == 2} == {"春节"}
        assert {day.name for day in calendar.days if day.date == D(2027, 1, 31)} == {"春节"}
        assert (calendar.trust, calendar.notices[0].title) == (CalendarTrust.OFFICIAL, "2027.ics")

    def test_titles_as_other_calendars_write_them(self) -> None:
        text = ics(
            ("春节（休）", "20270209", ""),
            ("春节（班）", "20270214", ""),
            ("Spring Festival Holiday", "20270210", "20270211"),
            ("Special Working Day", "20270220", "20270221"),
            ("母亲节", "20270509", ""),  # says nothing about work
        )
        [calendar] = read(text)
        found = kinds(calendar)
        assert found[D(2027, 2, 9)] is DayKind.DAY_OFF
        assert found[D(2027, 2, 10)] is DayKind.DAY_OFF
        assert found[D(2027, 2, 14)] is DayKind.MAKEUP_WORKDAY
        assert found[D(2027, 2, 20)] is DayKind.MAKEUP_WORKDAY
        assert D(2027, 5, 9) not in found

    def test_several_years_are_read_and_a_late_december_belongs_to_the_next(self) -> None:
        text = ics(
            ("国庆节假期", "20181001", "20181008"),
            ("上班(补元旦假期)", "20181229", "20181230"),
            ("元旦假期", "20181230", "20190102"),
            ("国庆节假期", "20191001", "20191008"),
            ("元旦假期", "20200101", "20200102"),  # 2020 is only touched, not announced
        )
        first, second = read(text)
        assert (first.year, second.year) == (2018, 2019)
        assert D(2018, 12, 29) not in kinds(first)
        assert kinds(second)[D(2018, 12, 29)] is DayKind.MAKEUP_WORKDAY
        assert kinds(second)[D(2018, 12, 31)] is DayKind.DAY_OFF

    def test_a_time_of_day_counts_as_its_day(self) -> None:
        text = ics(("春节假期", "20270209", "")).replace(";VALUE=DATE:20270209", ":20270209T000000")
        [calendar] = read(text)
        assert kinds(calendar)[D(2027, 2, 9)] is DayKind.DAY_OFF

    @pytest.mark.parametrize(
        "text",
        [
            ics(),
            ics(("母亲节", "20270509", "")),
            ics(("元旦假期", "20270101", "20270104")),  # the feed of a year that is not announced yet
        ],
    )
    def test_a_file_that_announces_no_year_is_refused(self, text: str) -> None:
        with pytest.raises(InputError, match="marks no days off or make-up workdays of a year"):
            read(text, "mine.ics")

    @pytest.mark.parametrize(
        "text", ["BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\n", "BEGIN:VCALENDAR\r\nX\r\nEND:VCALENDAR\r\n"]
    )
    def test_a_broken_file_is_refused(self, text: str) -> None:
        with pytest.raises(InputError) as wrong:
            read(text, "mine.ics")
        assert str(wrong.value) == "mine.ics is not a readable calendar file (.ics)."

    @pytest.mark.parametrize(
        "text",
        [
            ics(("春节假期", "20270209", "")).replace("DTSTART;VALUE=DATE:20270209\r\n", ""),
            ics(("春节假期", "20271345", "")),
            ics(("春节假期", "20270209", "20271345")),
        ],
    )
    def test_an_event_without_a_date_is_named(self, text: str) -> None:
        with pytest.raises(InputError) as wrong:
            read(text, "mine.ics")
        assert str(wrong.value) == "In mine.ics, the event 春节假期 has no readable date."

    def test_a_year_outside_the_law_and_the_lunar_tables_is_refused(self) -> None:
        with pytest.raises(InputError, match="names 9999-12-31, in a year without holidays"):
            read(ics(("元旦假期", "99991231", "")))

    def test_a_holiday_of_a_month_or_one_that_repeats_is_refused(self) -> None:
        sentence = "the event 暑假 repeats or lasts more than 31 days"
        with pytest.raises(InputError, match=sentence):
            read(ics(("暑假", "20270701", "20270901")))
        with pytest.raises(InputError, match=sentence):
            read(ics(("暑假", "20270701", "")).replace("UID", "RRULE:FREQ=YEARLY\r\nUID"))


@pytest.mark.parametrize("data", [b"", b"PK\x03\x04", b"[]", b"2027"])
def test_any_other_file_is_refused(data: bytes) -> None:
    with pytest.raises(InputError, match=r"mine\.xlsx is neither a calendar file"):
        read(data, "mine.xlsx")


def test_a_file_far_too_large_is_refused_unread() -> None:
    with pytest.raises(InputError, match=r"mine\.ics is 2 MB; a calendar of public holidays is at most 2 MB"):
        read(b"{" + b" " * LARGEST_BYTES, "mine.ics")


@given(
    start=st.sampled_from(["", "{", "BEGIN:VCALENDAR\r\n", '{"year": 2027, "days": [']),
    middle=st.lists(
        st.one_of(
            st.text(max_size=20),
            st.sampled_from(
                [
                    *("BEGIN:VEVENT\r\n", "END:VEVENT\r\n", "SUMMARY:春节假期\r\n", "END:VCALENDAR\r\n"),
                    *("DTSTART:20270209\r\n", "DTSTART;VALUE=DATE:2027\r\n", "DTEND:20270210T000000Z\r\n"),
                    *("DTSTART;TZID=Nowhere/None:20270209T090000\r\n", "RRULE:\r\n", "SUMMARY;X=:\r\n"),
                    *('{"name": "春节", "date": ', '"2027-02-09"', "}", "]", ",", "1e999", "null", "[" * 50),
                ]
            ),
        ),
        max_size=12,
    ),
)
def test_whatever_a_file_holds_it_is_read_or_refused_in_a_sentence(start: str, middle: list[str]) -> None:
    data = (start + "".join(middle)).encode("utf-8", "surrogatepass")
    sentences = []
    try:
        years = read(data)
    except InputError as refused:
        sentences.append(str(refused))
    assert all("2027.json" in sentence for sentence in sentences)
    assert sentences or all(year.trust is CalendarTrust.OFFICIAL and year.days for year in years)
