"""Content lines: ``icalendar`` reads any words back, and no line is longer than RFC 5545 allows."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st
from icalendar import Event

from planner.export.ics.content_lines import component, duration, offset, text, written

WORDS = st.text(
    st.characters(exclude_categories=["Cs"], exclude_characters="\x7f\r" + "".join(map(chr, range(32)))),
    max_size=300,
) | st.text(st.sampled_from('成都, ;:\\"\n演示a—’'), max_size=300)


def event(words: str) -> bytes:
    return written(component("VEVENT", [f"SUMMARY:{text(words)}"]))


@given(WORDS)
def test_words_are_read_back_as_they_were(words: str) -> None:
    assert str(Event.from_ical(event(words))["SUMMARY"]) == words


@given(WORDS)
def test_no_line_is_longer_than_75_octets_and_none_splits_a_character(words: str) -> None:
    lines = event(words).split(b"\r\n")
    assert lines.pop() == b""
    for line in lines:
        assert len(line) <= 75
        line.decode()  # a split character would not decode


@pytest.mark.parametrize("ending", ["\n", "\r\n", "\r"])
def test_every_end_of_a_line_becomes_the_escaped_one(ending: str) -> None:
    assert text(f"a{ending}b") == "a\\nb"


def test_control_characters_are_left_out() -> None:
    assert text("a\x00b\x1bc\x7fd\te") == "abcd\te"


@pytest.mark.parametrize(
    ("minutes", "written_as"),
    [(-450, "-PT7H30M"), (-1680, "-PT28H"), (-20, "-PT20M"), (90, "PT1H30M"), (0, "PT0M")],
)
def test_durations(minutes: int, written_as: str) -> None:
    assert duration(dt.timedelta(minutes=minutes)) == written_as


@pytest.mark.parametrize(
    ("seconds", "written_as"),
    [(13 * 3600, "+1300"), (-3.5 * 3600, "-0330"), (0, "+0000"), (29143, "+080543")],
)
def test_offsets(seconds: float, written_as: str) -> None:
    assert offset(dt.timedelta(seconds=seconds)) == written_as
