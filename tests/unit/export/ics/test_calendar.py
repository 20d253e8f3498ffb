"""The calendar of the sample journey, read back by ``icalendar``, which had no part in writing it."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from icalendar import Calendar, Event

from planner.export.ics import itinerary_ics
from planner.imports.journey_file import open_file
from planner.itinerary.build import build
from planner.itinerary.item import Itinerary
from planner.paths import resources_dir
from planner.record.appointment import AppointmentState
from planner.record.consent import Audience
from planner.record.journey import Journey
from planner.record.when import When

TODAY = dt.date(2027, 3, 1)
STAMPED = dt.datetime(2027, 3, 1, 8, 30, tzinfo=dt.UTC)
CHINA, NZ = ZoneInfo("Asia/Shanghai"), ZoneInfo("Pacific/Auckland")


@pytest.fixture(scope="module")
def sample() -> Journey:
    return open_file(resources_dir() / "sample" / "sample.journey.json").journey


def itinerary(journey: Journey, audience: Audience = Audience.PATIENT, **options: Any) -> Itinerary:
    return build(journey, audience, today=TODAY, **options)


def events(file: bytes) -> dict[str, Event]:
    """The events by what they are called, the last of those that share a name."""
    calendar = Calendar.from_ical(file)
    assert calendar.errors == []
    found = {str(event["SUMMARY"]): event for event in calendar.walk("VEVENT")}
    for event in found.values():
        assert event.errors == []
    return found


def named(file: bytes, words: str) -> Event:
    (event,) = (event for name, event in events(file).items() if words in name)
    return event


@pytest.fixture(scope="module")
def patients(sample: Journey) -> bytes:
    return itinerary_ics(itinerary(sample), stamped=STAMPED)


def shown(moment: dt.datetime, zone: ZoneInfo) -> str:
    return f"{moment.astimezone(zone):%Y-%m-%d %H:%M}"


@pytest.mark.parametrize(
    ("what", "starts_china", "starts_nz", "ends_china", "ends_nz"),
    [
        ("Flight 3U3812", "2027-03-07 17:00", "2027-03-07 22:00", "2027-03-08 05:35", "2027-03-08 10:35"),
        (
            "First consultation",
            "2027-03-09 09:30",
            "2027-03-09 14:30",
            "2027-03-09 10:00",
            "2027-03-09 15:00",
        ),
        ("dry run", "2027-04-02 16:00", "2027-04-02 21:00", "2027-04-02 17:00", "2027-04-02 22:00"),
        ("session 1 of 15", "2027-04-06 10:20", "2027-04-06 14:20", "2027-04-06 10:50", "2027-04-06 14:50"),
        ("session 15 of 15", "2027-04-26 10:20", "2027-04-26 14:20", "2027-04-26 10:50", "2027-04-26 14:50"),
        ("Flight 3U3811", "2027-04-29 01:30", "2027-04-29 05:30", "2027-04-29 13:40", "2027-04-29 17:40"),
        ("Remote review", "2027-08-04 10:00", "2027-08-04 14:00", "2027-08-04 10:30", "2027-08-04 14:30"),
    ],
)
def test_an_event_stands_at_its_time_in_both_zones(
    patients: bytes, what: str, starts_china: str, starts_nz: str, ends_china: str, ends_nz: str
) -> None:
    found = [event for name, event in events(patients).items() if what in name and "Leave in" not in name]
    (event,) = found
    starts, ends = event["DTSTART"].dt, event["DTEND"].dt
    assert (shown(starts, CHINA), shown(starts, NZ)) == (starts_china, starts_nz)
    assert (shown(ends, CHINA), shown(ends, NZ)) == (ends_china, ends_nz)


def test_each_end_of_a_flight_is_in_the_zone_of_its_airport(patients: bytes) -> None:
    event = named(patients, "Flight 3U3812")
    assert event["DTSTART"].params["TZID"] == "Pacific/Auckland"
    assert event["DTEND"].params["TZID"] == "Asia/Shanghai"


def test_a_landing_is_the_end_of_its_flight_and_no_event_of_its_own(patients: bytes) -> None:
    landings = [name for name in events(patients) if name.startswith("Arrive")]
    assert landings == []


def test_every_zone_that_is_used_is_defined_and_no_other(patients: bytes) -> None:
    calendar = Calendar.from_ical(patients)
    used = {
        event[side].params["TZID"]
        for event in calendar.walk("VEVENT")
        for side in ("DTSTART", "DTEND")
        if side in event and "TZID" in event[side].params
    }
    assert {str(zone["TZID"]) for zone in calendar.walk("VTIMEZONE")} == used
    assert used == {"Asia/Shanghai", "Pacific/Auckland"}


def test_the_summary_is_in_both_languages_and_says_what_is_not_confirmed(patients: bytes) -> None:
    names = list(events(patients))
    assert "First consultation at the centre · 首次门诊" in names
    (mri,) = (name for name in names if "Planning MRI" in name)
    assert "治疗体位定位磁共振" in mri
    assert "to be confirmed" in mri
    assert "待确认" in mri
    assert named(patients, "Planning MRI")["STATUS"] == "TENTATIVE"
    assert named(patients, "First consultation")["STATUS"] == "CONFIRMED"


def test_where_it_is_stands_with_the_chinese_address(patients: bytes) -> None:
    event = named(patients, "First consultation")
    assert "四川省成都市演示区演示大道1号" in event["LOCATION"]
    assert "1 Demo Avenue" in event["LOCATION"]
    geo = named(patients, "Flight 3U3812")["GEO"]
    assert (geo.latitude, geo.longitude) == (-37.0081, 174.792)


def test_the_description_tells_how_to_prepare_what_to_bring_and_whom_to_ring(patients: bytes) -> None:
    words = str(named(patients, "Blood tests (fasting)")["DESCRIPTION"])
    assert "Nothing to eat for 8 hours before" in words
    assert "检查前8小时禁食" in words
    assert "– 就诊卡（挂号时领取）" in words
    assert "+86 100 0000 0008" in words


def test_a_day_without_an_hour_is_a_whole_day_still_to_be_confirmed(patients: bytes) -> None:
    event = named(patients, "Multiphase CT")
    assert (event["DTSTART"].dt, event["DTEND"].dt) == (dt.date(2027, 3, 10), dt.date(2027, 3, 11))
    assert event["STATUS"] == "TENTATIVE"


def test_what_lasts_several_days_is_one_event_to_the_end_of_the_last(patients: bytes) -> None:
    event = named(patients, "Treatment planning")
    assert (event["DTSTART"].dt, event["DTEND"].dt) == (dt.date(2027, 3, 23), dt.date(2027, 4, 2))


def test_the_departure_after_midnight_rings_at_six_the_evening_before(patients: bytes) -> None:
    (event,) = (e for name, e in events(patients).items() if name.startswith("Flight 3U3811"))
    (alarm,) = event.walk("VALARM")
    rings = event["DTSTART"].dt + alarm["TRIGGER"].dt
    assert shown(rings, CHINA) == "2027-04-28 18:00"
    assert "28 Apr" in alarm["DESCRIPTION"]
    assert "4月28日" in alarm["DESCRIPTION"]


def test_what_must_be_prepared_for_rings_the_evening_before_and_a_session_does_not(patients: bytes) -> None:
    bloods = named(patients, "Blood tests (fasting)")
    (alarm,) = bloods.walk("VALARM")
    assert shown(bloods["DTSTART"].dt + alarm["TRIGGER"].dt, CHINA) == "2027-03-08 18:00"
    assert named(patients, "session 1 of 15").walk("VALARM") == []


def test_nothing_done_rings(sample: Journey) -> None:
    done = replace(
        sample,
        appointments=tuple(replace(a, state=AppointmentState.DONE) for a in sample.appointments),
    )
    event = named(itinerary_ics(itinerary(done), stamped=STAMPED), "Blood tests (fasting)")
    assert event.walk("VALARM") == []


# ---- identity ----------------------------------------------------------------------------------------------


def ids(file: bytes) -> dict[str, str]:
    calendar = Calendar.from_ical(file)
    uids = {str(event["UID"]): str(event["SUMMARY"]) for event in calendar.walk("VEVENT")}
    assert len(uids) == len(calendar.walk("VEVENT")), "no two events share an id"
    return uids


def test_an_edited_event_keeps_its_id_and_the_later_revision_a_greater_sequence(
    sample: Journey, patients: bytes
) -> None:
    def moved(appointment: Any) -> Any:
        if appointment.id != "sample-first-consultation":
            return appointment
        starts: When = appointment.starts.moved(1)
        return replace(
            appointment, starts=starts, title=replace(appointment.title, wording={"en": "Elsewhere"})
        )

    edited = replace(sample, appointments=tuple(moved(a) for a in sample.appointments))
    later = itinerary_ics(itinerary(edited, revision=3), stamped=STAMPED)
    assert ids(later).keys() == ids(patients).keys()
    before, after = named(patients, "First consultation"), named(later, "Elsewhere")
    assert before["UID"] == after["UID"]
    assert (before["SEQUENCE"], after["SEQUENCE"]) == (0, 3)
    assert after["DTSTART"].dt - before["DTSTART"].dt == dt.timedelta(1)


def test_ids_of_two_journeys_do_not_meet(sample: Journey, patients: bytes) -> None:
    other = replace(itinerary(sample), journey="another")
    assert not ids(itinerary_ics(other, stamped=STAMPED)).keys() & ids(patients).keys()


def test_ids_say_nothing_of_the_record(patients: bytes) -> None:
    assert all("sample" not in uid for uid in ids(patients))


def test_what_no_longer_stands_is_cancelled_for_those_who_had_it(sample: Journey) -> None:
    before = itinerary(sample, revision=1)
    shorter = replace(sample, appointments=sample.appointments[:-1])
    file = itinerary_ics(itinerary(shorter, revision=2), stamped=STAMPED, replaces=before)
    gone = named(file, "Remote review")
    assert gone["STATUS"] == "CANCELLED"
    assert "cancelled" in gone["SUMMARY"]
    assert gone["SEQUENCE"] == 2
    assert ids(file).keys() == ids(itinerary_ics(before, stamped=STAMPED)).keys()


def test_the_same_arguments_give_the_same_bytes(sample: Journey, patients: bytes) -> None:
    assert itinerary_ics(itinerary(sample), stamped=STAMPED) == patients
    elsewhere = STAMPED.astimezone(NZ)
    assert itinerary_ics(itinerary(sample), stamped=elsewhere) == patients
    assert itinerary_ics(itinerary(sample), stamped=STAMPED + dt.timedelta(1)) != patients


def test_a_stamp_without_a_zone_is_refused(sample: Journey) -> None:
    with pytest.raises(ValueError, match="zone-aware"):
        itinerary_ics(itinerary(sample), stamped=dt.datetime(2027, 3, 1))


# ---- who may see what -----------------------------------------------------------------------------------


def plain(file: bytes) -> str:
    """Every word of the file, unfolded and unescaped."""
    calendar = Calendar.from_ical(file)
    return "\n".join(str(value) for part in calendar.walk() for value in part.values())


def test_a_drivers_calendar_tells_of_rides_and_nothing_of_why(sample: Journey, patients: bytes) -> None:
    file = itinerary_ics(itinerary(sample, Audience.DRIVER, recipient="sample-driver"), stamped=STAMPED)
    words, patients_words = plain(file), plain(patients)
    assert "演示大道1号" in words
    secrets = [
        "3.87",
        "58.05",
        "L898902C3",
        "carcinoma",
        "肝",
        "MRI",
        "session",
        "review",
        "CNY",
        "Penicillin",
    ]
    secrets += [a.title.in_("en") for a in sample.appointments]
    secrets += [d.title.in_("en") for d in sample.documents]
    assert [secret for secret in secrets if secret in words] == []
    assert "MRI" in patients_words, "so that the search above can find something"


def test_a_hotels_calendar_holds_the_stay_alone(sample: Journey) -> None:
    file = itinerary_ics(itinerary(sample, Audience.HOTEL, recipient="sample-hotel"), stamped=STAMPED)
    assert len(events(file)) == 2
    assert "Demo Proton" not in plain(file)
    assert "演示花园酒店" in plain(file)


@pytest.mark.parametrize("audience", Audience)
def test_every_event_is_private_to_the_calendars_owner(sample: Journey, audience: Audience) -> None:
    file = itinerary_ics(itinerary(sample, audience), stamped=STAMPED)
    found = Calendar.from_ical(file).walk("VEVENT")
    assert found
    assert {str(event["CLASS"]) for event in found} == {"PRIVATE"}


def test_the_disclaimer_goes_with_the_file(patients: bytes) -> None:
    calendar = Calendar.from_ical(patients)
    assert "not a medical provider" in calendar["DESCRIPTION"]
    assert "不是医疗机构" in calendar["DESCRIPTION"]


def test_an_empty_itinerary_is_still_a_calendar(sample: Journey) -> None:
    empty = replace(itinerary(sample), before=(), days=(), after=())
    calendar = Calendar.from_ical(itinerary_ics(empty, stamped=STAMPED))
    assert calendar.walk("VEVENT") == []
    assert calendar["VERSION"] == "2.0"
