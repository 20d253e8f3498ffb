"""A revision on paper: what changed is listed on the cover, barred in the margin, struck through in words."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from typing import Any

import pytest

from planner.export.pdf.document import PrintOptions, render
from planner.export.pdf.paper import Paper, sheet
from planner.i18n import translator
from planner.imports.journey_file import open_file
from planner.itinerary.build import build
from planner.itinerary.changes import with_changes
from planner.itinerary.item import Item, ItemKind, Itinerary
from planner.message import Message
from planner.paths import resources_dir
from planner.record.consent import Audience
from planner.record.journey import Journey
from tests.builders.hard_journeys import HARD_JOURNEYS, path_of
from tests.builders.hard_world import appointment
from tests.builders.make import COMPANION, PATIENT, at, text
from tests.unit.export.pdf.judging import Copy
from tests.unit.export.pdf.pdf_ua import faults
from tests.unit.export.pdf.reading import ARTIFACT, Line, Node, open_pdf, structure, text_in_order

NAME = "thirty-five-fractions-over-national-day"
TODAY = HARD_JOURNEYS[NAME][1]


@cache
def _journey() -> Journey:
    return open_file(path_of(NAME)).journey


def _revised() -> Journey:
    """Sessions 31 to 35 a day later; a visit moved, one cancelled, one in another room, one new."""
    journey = _journey()
    course = journey.courses[0]
    later = tuple(replace(f, starts=f.starts.moved(1)) if f.number > 30 else f for f in course.fractions)
    changed: list[Any] = []
    for one in journey.appointments:
        if one.id == "first":
            one = replace(one, starts=at("2026-08-27 14:00"))
        elif one.id == "simulation":
            one = replace(one, room=text("Simulation room 5", "定位5室"), interpreter=None)
        if one.id != "review-2026-09-10":
            changed.append(one)
    diet = appointment(
        "diet", "consultation", "2026-09-02 10:00", "Dietitian", "营养科", (PATIENT, COMPANION)
    )
    return replace(journey, courses=(replace(course, fractions=later),), appointments=(*changed, diet))


def itinerary(audience: Audience, journey: Journey | None = None) -> Itinerary:
    old = build(_journey(), audience, today=TODAY, revision=1)
    return with_changes(build(journey or _revised(), audience, today=TODAY, revision=2), old)


@cache
def printed(audience: Audience = Audience.PATIENT, paper: Paper = Paper.A4, large: bool = False) -> Copy:
    options = PrintOptions(paper=paper, large_print=large)
    made_at = dt.datetime.combine(TODAY, dt.time(12), dt.UTC)
    return Copy(render(itinerary(audience), options, made_at=made_at), paper)


def struck(copy: Copy) -> Iterator[tuple[str, list[Line]]]:
    """Each stretch of text that the structure says is struck through, with its lines."""
    drawn: dict[tuple[int, int], list[Line]] = defaultdict(list)
    for number, page in enumerate(copy.pages):
        for line in page.lines:
            if line.mark is not None and line.mark != ARTIFACT:
                drawn[number, line.mark].append(line)
    with open_pdf(copy.data) as pdf:
        for node in structure(pdf).walk():
            if _is_struck(node):
                lines = [line for mark in node.marks() for line in drawn[mark]]
                yield "".join(line.text for line in lines), lines


def _is_struck(node: Node) -> bool:
    attributes = node.raw.get("/A")
    return attributes is not None and str(attributes.get("/TextDecorationType", "")) == "/LineThrough"


def bars(copy: Copy, page: int) -> list[tuple[float, float, float, float]]:
    """The bars in the margin of a page."""
    return [box for box in copy.pages[page].frames if box[2] < sheet(copy.paper).side - 3]


def page_of(copy: Copy, words: str) -> int:
    """The first page behind the cover that says so."""
    pages = list(enumerate(copy.pages))[2:]
    return next(i for i, page in pages if any(words in line.text for line in page.lines))


COPIES = [
    (Audience.PATIENT, Paper.A4, False),
    (Audience.PATIENT, Paper.A5, True),
    (Audience.COMPANION, Paper.LETTER, False),
    (Audience.HOSPITAL, Paper.A4, True),
    (Audience.DRIVER, Paper.A5, False),
    (Audience.AGENCY, Paper.LETTER, True),
]


@pytest.mark.parametrize(("audience", "paper", "large"), COPIES)
def test_a_revision_is_as_well_made_as_a_first_issue(audience: Audience, paper: Paper, large: bool) -> None:
    copy = printed(audience, paper, large)
    assert copy.judge() == []
    assert faults(copy.data) == []
    assert "".join(text_in_order(copy.data)).count("Changed since revision 1") == 1


def test_the_cover_lists_each_change_in_order_in_both_languages() -> None:
    with open_pdf(printed().data) as pdf:
        marks = {mark for mark in structure(pdf).kids[0].marks() if mark[0] == 0}  # type: ignore[union-attr]
    lines = [line.text for line in printed().pages[0].lines if (0, line.mark) in marks]
    said = "\n".join(lines)
    heads = [
        "Changed since revision 1",
        "First visit",
        "Simulation, 4D-CT",
        "Dietitian",
        "Weekly review",
        "Sessions 31–35",
    ]
    assert [head for head in heads if head in said] == heads
    assert sorted(heads, key=said.index) == heads
    for words in ("自第1版以来的变动", "改期", "新增", "已取消", "第31–35次治疗", "有变动"):
        assert words in said, words


def test_sessions_that_moved_alike_are_one_line_with_both_ranges() -> None:
    old = [words for words, _ in struck(printed())]
    assert "23–29 Oct 2026" in old
    assert "24–30 Oct 2026" in "".join(text_in_order(printed().data))


def test_rides_to_one_place_that_moved_alike_are_one_line() -> None:
    sample = open_file(resources_dir() / "sample" / "sample.journey.json").journey
    old = build(sample, Audience.PATIENT, today=dt.date(2027, 3, 1), revision=1)
    rides = [item for day in old.days for item in day.items if item.kind is ItemKind.CAR]
    goal = rides[1].title
    assert isinstance(goal, Message)
    moved = {item.key for item in rides if item.title == goal}
    assert len(moved) > 2
    days = tuple(
        replace(day, items=tuple(_later(item) if item.key in moved else item for item in day.items))
        for day in old.days
    )
    new = with_changes(replace(old, days=days, revision=2), old)
    made = render(new, PrintOptions(), made_at=dt.datetime(2027, 3, 1, 12, tzinfo=dt.UTC))
    cover = "\n".join(text_in_order(made)).split("Leave home")[0]
    assert cover.count(translator("en").text(goal)) == 1
    assert f"{len(moved)} rides" in cover


def _later(item: Item) -> Item:
    assert item.starts
    return replace(item, on=item.on + dt.timedelta(1), starts=item.starts.moved(1))


def test_what_stood_there_is_struck_through_and_said_to_have_been_so() -> None:
    copy = printed()
    found = list(struck(copy))
    words = [said for said, _ in found]
    assert words.count("Wed 26 Aug 2026, 09:30") == 2  # on the cover and beside the visit
    assert "Consulting room 3, level 1" in words
    assert "1层3诊室" in words
    assert "Weekly review, bloods" in words
    for _, lines in found:
        for line in lines:
            through = [
                stroke
                for stroke in copy.pages[line.page].strokes
                if line.y < stroke[1] < line.y + 0.5 * line.size
                and stroke[0] <= line.ink_start + 0.6
                and stroke[2] >= line.ink_end - 0.6
            ]
            assert through, line.text
    told = "".join(text_in_order(copy.data))
    assert "was Wed 26 Aug 2026, 09:30" in told
    assert "原为2026年8月26日周三 09:30" in told
    assert "no longer Shili Xin" in told


def test_a_bar_stands_beside_what_changed_and_beside_nothing_else() -> None:
    copy = printed()
    assert bars(copy, 0)
    assert bars(copy, page_of(copy, "Dietitian"))
    quiet = page_of(copy, "Entry and stay")
    assert not bars(copy, quiet)
    draft = build(_revised(), Audience.PATIENT, today=TODAY)
    plain = Copy(render(draft, PrintOptions(), made_at=dt.datetime(2026, 8, 20, tzinfo=dt.UTC)), Paper.A4)
    assert not any(bars(plain, page) for page in range(len(plain.pages)))
    assert not list(struck(plain))


def test_a_bar_is_as_high_as_the_entry_it_marks() -> None:
    copy = printed()
    number = page_of(copy, "Dietitian")
    words = [line for line in copy.pages[number].lines if line.mark != ARTIFACT]
    first = next(i for i, line in enumerate(words) if "Dietitian" in line.text)
    night = next(i for i, line in enumerate(words) if i > first and "Night:" in line.text)
    for line in words[first:night]:
        if line.size > 9 and line.text.strip():
            assert any(box[1] - 1 <= line.y <= box[3] for box in bars(copy, number)), line.text
    head = next(line for line in reversed(words[:first]) if line.text == "Wednesday")
    for line in (head, words[night]):
        assert not any(box[1] <= line.y <= box[3] for box in bars(copy, number)), line.text


def test_on_its_old_day_a_thing_that_moved_or_fell_away_is_struck_through() -> None:
    days = _days(printed())
    visit, review = days[dt.date(2026, 8, 26)], days[dt.date(2026, 9, 10)]
    assert "Moved to Thu 27 Aug 2026, 14:00" in visit
    assert "改至2026年8月27日周四 14:00" in visit
    assert "Weekly review, bloods" in review
    assert "Cancelled" in review
    assert "Moved to" not in days[dt.date(2026, 8, 27)]


def _days(copy: Copy) -> dict[dt.date, str]:
    """The text of each day, by its date; several free days in a row under the first."""
    drawn: dict[tuple[int, int], str] = defaultdict(str)
    for number, page in enumerate(copy.pages):
        for line in page.lines:
            drawn[number, line.mark or ARTIFACT] += line.text
    days = {day.date: day for day in itinerary(Audience.PATIENT).days}
    found = {}
    with open_pdf(copy.data) as pdf:
        for node in structure(pdf).walk():
            if node.tag == "Sect":
                said = "".join(drawn[mark] for mark in node.marks())
                for date in days:
                    if f"{date.day} {date:%B %Y}" in said and date not in found:
                        found[date] = said
    return found


def test_the_course_says_of_each_session_what_day_it_had() -> None:
    said = "".join(text_in_order(printed().data))
    course = said[said.index("The treatment course") :]
    assert course.count("was 23 Oct") == 1
    assert course.count("Moved") == 5


def test_a_driver_is_told_of_the_rides_and_of_nothing_else() -> None:
    said = "".join(text_in_order(printed(Audience.DRIVER, Paper.A5).data))
    assert "Changed since revision 1" in said
    for word in ("Dietitian", "Simulation", "Weekly review", "Consulting", "Proton session", "质子治疗"):
        assert word not in said, word


def test_where_nothing_changed_it_says_so() -> None:
    made = itinerary(Audience.HOTEL, _journey())
    data = render(made, PrintOptions(), made_at=dt.datetime(2026, 8, 20, tzinfo=dt.UTC))
    said = "".join(text_in_order(data))
    assert "Nothing has changed since revision 1." in said
    assert "与第1版相比没有变动。" in said
