"""The judge sees what is wrong: each fault put into a good copy, and found."""

from __future__ import annotations

import copy
import datetime as dt
from functools import cache

import pytest

from planner.export.pdf.document import PrintOptions, render
from planner.export.pdf.paper import Paper
from planner.imports.journey_file import open_file
from planner.itinerary.build import build
from planner.paths import resources_dir
from planner.record.consent import Audience
from tests.unit.export.pdf.judging import Copy
from tests.unit.export.pdf.reading import ARTIFACT, Line


@cache
def _good() -> Copy:
    journey = open_file(resources_dir() / "sample" / "sample.journey.json").journey
    made = build(journey, Audience.HOTEL, today=dt.date(2027, 3, 1))
    return Copy(render(made, PrintOptions(), made_at=dt.datetime(2027, 3, 1, tzinfo=dt.UTC)), Paper.A4)


@pytest.fixture
def printed() -> Copy:
    """A copy of its own to spoil."""
    good = _good()
    own = Copy(good.data, good.paper)
    own.pages = copy.deepcopy(good.pages)
    own.nodes = list(good.nodes)
    return own


def words(printed: Copy, page: int = 0) -> list[Line]:
    return [line for line in printed.pages[page].lines if line.text.strip() and line.mark != ARTIFACT]


def test_a_good_copy_has_no_fault(printed: Copy) -> None:
    assert printed.judge() == []
    assert len(printed.pages) > 1
    assert any(page.frames for page in printed.pages)


def test_what_leaves_the_margins_is_seen(printed: Copy) -> None:
    words(printed)[0].ink_end = 590.0
    words(printed)[1].y = 4.0
    faults = printed.judge()
    assert any("beyond the side margins" in fault for fault in faults)
    assert any("beyond the head or the foot" in fault for fault in faults)


def test_what_leaves_its_box_is_seen(printed: Copy) -> None:
    number, page, frame = next(
        (i, page, frame)
        for i, page in enumerate(printed.pages, 1)
        for frame in page.frames
        if frame[2] - frame[0] > 100 and frame[3] - frame[1] > 40
    )
    line = next(
        line
        for line in page.lines
        if line.text.strip() and frame[1] < line.y < frame[3] and frame[0] < line.x
    )
    line.ink_end = frame[2] + 1
    assert any(f"page {number}: leaves its box" in fault for fault in printed.judge())


def test_one_line_upon_another_is_seen(printed: Copy) -> None:
    first, second = words(printed)[:2]
    second.x, second.y = first.x, first.y + 2
    second.ink_start, second.ink_end = first.ink_start, first.ink_end
    assert any("one upon the other" in fault for fault in printed.judge())


def test_a_glyph_that_is_not_in_the_file_is_seen(printed: Copy) -> None:
    words(printed)[0].missing.append(7)
    assert any("glyphs that the file does not hold" in fault for fault in printed.judge())


@pytest.mark.parametrize(
    ("before", "after", "fault"),
    [
        ("您好", "，再见", "starts with a mark"),
        ("见（", "附件）", "ends with a mark"),
        ("at 10:", "20 sharp", "parted: 10:20"),
        ("on 6", " Apr 2027", "parted: 6 Apr 2027"),
        ("治疗第1", "2次", "parted: 第12次"),
    ],
)
def test_a_line_that_breaks_wrongly_is_seen(printed: Copy, before: str, after: str, fault: str) -> None:
    paragraph = next(
        [line for line in printed.pages[0].lines if (0, line.mark) in marks]
        for tag, marks in printed.nodes
        if tag == "P" and sum((0, line.mark) in marks for line in printed.pages[0].lines) > 1
    )
    for line in paragraph:
        line.text = ""
    paragraph[0].text, paragraph[-1].text = before, after
    paragraph[-1].y = paragraph[0].y - 12
    assert any(fault in told for told in printed.judge())


def test_a_heading_at_the_end_of_a_page_is_seen(printed: Copy) -> None:
    page = printed.pages[0]
    last = next(line for line in reversed(page.lines) if line.mark is not None and line.mark != ARTIFACT)
    assert last.mark is not None
    printed.nodes.append(("H2", ((0, last.mark),)))
    assert any("a heading is the last thing" in fault for fault in printed.judge())


def test_a_row_over_the_end_of_a_page_is_seen(printed: Copy) -> None:
    printed.nodes.append(("TR", ((0, 1), (1, 0))))
    assert "a TR goes over the end of page 1" in printed.judge()


def test_a_page_without_its_number_is_seen(printed: Copy) -> None:
    for line in printed.pages[1].lines:
        line.text = line.text.replace("2 / ", "")
    assert "page 2: does not say which it is" in printed.judge()
