"""Each stay by itself: the visa's own days, those of each extension, and what is only hoped for."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from planner.record.visa import Entry, ExtensionKind, ExtensionState, StayCounting, StayExtension, Visa
from planner.schedule.permitted_stay import permitted_stay
from planner.schedule.stay_spans import StaySpan, stay_spans
from tests.builders import day, make_entry, make_visa
from tests.builders.make import CHINA
from tests.builders.several_stays import EXTENSION, PERMIT, TREATMENT, several_stays

VISA = make_visa(stay_days=60, counting=StayCounting.ENTRY_DAY_IS_DAY_ONE)  # 8 March to 6 May 2027
GRANTED, PLANNED, REFUSED = ExtensionState.GRANTED, ExtensionState.PLANNED, ExtensionState.REFUSED


def longer(until: str | None, state: ExtensionState = GRANTED, id: str = "x") -> StayExtension:
    kind = ExtensionKind.EXTENSION
    return StayExtension(id=id, kind=kind, state=state, until=day(until) if until else None)


def spans(*extensions: StayExtension, visa: Visa | None = VISA, **fields: object) -> tuple[StaySpan, ...]:
    return stay_spans(make_entry(extensions=extensions, **fields), visa, CHINA)


def days(found: tuple[StaySpan, ...]) -> list[tuple[str, str]]:
    return [(str(one.first or ""), str(one.permitted.last_day)) for one in found]


def test_a_visa_made_longer_twice_is_three_stays_in_order() -> None:
    journey = several_stays()
    entry = next(one for one in journey.entries if one.id == TREATMENT)
    visa = next(one for one in journey.visas if one.id == "visa")
    found = stay_spans(entry, visa, journey.zone)
    assert days(found) == [("", "2027-04-20"), ("2027-04-21", "2027-05-20"), ("2027-05-21", "2027-06-15")]
    assert [one.extension.id if one.extension else "" for one in found] == ["", EXTENSION, PERMIT]
    assert [one.is_granted for one in found] == [True, True, False]
    assert [one.is_extended for one in found] == [True, False, False]
    # Only where one stands in the end is there a day by which to ask for more.
    assert [one.permitted.apply_by for one in found] == [None, day("2027-05-13"), None]


def test_what_is_refused_or_has_no_day_adds_nothing() -> None:
    assert days(spans(longer("2027-06-01", REFUSED), longer(None))) == [("", "2027-05-06")]


def test_what_ends_no_later_adds_nothing() -> None:
    assert days(spans(longer("2027-05-30"), longer("2027-05-20", PLANNED, "y"))) == [
        ("", "2027-05-06"),
        ("2027-05-07", "2027-05-30"),
    ]


def test_an_extension_that_ends_before_the_visa_is_the_last_legal_day_itself() -> None:
    [own] = spans(longer("2027-05-01"))
    assert own.permitted.last_day == day("2027-05-01")
    assert not own.is_extended


def test_where_nobody_knows_the_visa_s_days_a_granted_extension_says_the_end() -> None:
    [own] = spans(longer("2027-06-01"), visa=None)
    assert own.permitted.last_day == day("2027-06-01")
    [alone] = spans(longer("2027-06-01", PLANNED), visa=None)
    assert alone.permitted.last_day is None


def test_a_stamp_is_what_an_extension_makes_longer() -> None:
    found = spans(longer("2027-06-01"), stamped_until=day("2027-04-30"))
    assert days(found) == [("", "2027-04-30"), ("2027-05-01", "2027-06-01")]


EXTENSIONS = st.lists(
    st.builds(
        StayExtension,
        id=st.uuids().map(str),
        kind=st.sampled_from(ExtensionKind),
        state=st.sampled_from(ExtensionState),
        until=st.none() | st.dates(day("2027-03-01"), day("2027-12-31")),
    ),
    max_size=5,
)


@given(EXTENSIONS, st.none() | st.dates(day("2027-03-08"), day("2027-12-31")), st.none() | st.just(VISA))
@settings(max_examples=80)
def test_stays_follow_each_other_and_the_last_that_counts_is_what_is_permitted(
    extensions: list[StayExtension], stamped: object, visa: Visa | None
) -> None:
    entry: Entry = replace(make_entry(), extensions=tuple(extensions), stamped_until=stamped)
    found = stay_spans(entry, visa, CHINA)
    last = None
    for place, span in enumerate(found):
        assert (span.extension is None) == (place == 0)
        if place:
            assert last is not None
            assert span.first is not None
            assert (span.first - last).days == 1
            assert span.permitted.last_day is not None
            assert span.permitted.last_day >= span.first
        last = span.permitted.last_day or span.permitted.safe_last_day
    sure = [one for one in found if one.is_granted]
    whole = permitted_stay(entry, visa, CHINA)
    assert sure[-1].permitted.last_day == whole.last_day
    assert sure[-1].permitted.safe_last_day == whole.safe_last_day
    assert [one.is_extended for one in found] == [one in sure[:-1] for one in found]
