"""The timeline on paper: lying, a month a band, everything by its name, and whose copy it is."""

from __future__ import annotations

import datetime as dt
from calendar import monthrange
from itertools import pairwise, product
from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6.QtPrintSupport import QPrinter

from planner.edits.edit import NewJourney
from planner.message import N_
from planner.record.journey import Journey
from planner.reference.reference import Calendars
from planner.session import EventKind, Session
from planner.session.timeline import days, timeline
from tests.builders import make_course, make_journey
from ui.desk import Desk
from ui.journey.timeline.layout import Reach
from ui.journey.timeline.paper import bands, pages, paper_colours, paper_dress
from ui.journey.timeline.placed import Form
from ui.journey.timeline.printing import leave_and_print, new_printer, print_timeline
from ui.journey.timeline.scale import Scale
from ui.journey.timeline.sight import Sight
from ui.journey.timeline.special_days import SpecialDays
from ui.journey.timeline.words import TimelineWords
from ui.theme.tokens import CAPTION


def printed(desk: Desk, session: Session, journey: Journey, folder: Path) -> PdfReader:
    printer = new_printer(desk)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    file = folder / "timeline.pdf"
    printer.setOutputFileName(str(file))
    count = print_timeline(printer, desk, session, journey)
    reader = PdfReader(file)
    assert len(reader.pages) == count
    return reader


def test_it_lies_and_says_whose_copy_it_is_on_every_page(
    desk: Desk, sample_to_read: Session, tmp_path: Path
) -> None:
    reader = printed(desk, sample_to_read, sample_to_read.journey("sample"), tmp_path)
    for page in reader.pages:
        box = page.mediabox
        assert box.width > box.height
        words = " ".join(page.extract_text().split()).replace("ʼ", "’")
        assert "The agency’s own copy" in words
        assert "not for handing out" in words
        assert "· page" in words


def test_every_month_in_which_something_happens_is_a_band_and_nothing_is_counted_together(
    desk: Desk, sample_to_read: Session
) -> None:
    line = timeline(sample_to_read.journey("sample"))
    dress = paper_dress(desk)
    several = list(bands(line, TimelineWords(desk, line), dress, 1000.0))
    assert [(band.first.year, band.first.month) for band in several] == [
        *((2026, month) for month in (11, 12)),
        *((2027, month) for month in range(1, 9)),
    ]
    shown: set[str] = set()
    for band in several:
        within = Reach(band.first, band.last)
        for lane in band.stack.lanes:
            for placed in lane.placed:
                assert placed.form is not Form.CLUSTER
                assert placed.mark.first <= within.last
                assert placed.mark.last >= within.first
                shown.add(placed.mark.id)
    assert shown == {mark.id for marks in line.marks.values() for mark in marks if not mark.is_far}


def test_no_band_is_torn_apart(desk: Desk, sample_to_read: Session) -> None:
    line = timeline(sample_to_read.journey("sample"))
    several = list(bands(line, TimelineWords(desk, line), paper_dress(desk), 1000.0))
    laid = pages(several, 640.0)
    assert [band for page in laid for band in page] == several
    for page in laid:
        assert len(page) == 1 or sum(band.height for band in page) <= 640.0


def test_paper_is_grey_so_that_a_copy_loses_nothing() -> None:
    colours = paper_colours()
    for token in ("accent", "danger", "warning", "ok", "info"):
        assert getattr(colours, token) == colours.text
        assert getattr(colours, f"{token}_soft") == colours.hover


def test_a_month_that_is_too_long_for_a_page_still_prints(
    desk: Desk, sample_to_read: Session, tmp_path: Path
) -> None:
    desk.preferences.change(paper="A5")
    journey = sample_to_read.journey("sample")
    assert len(printed(desk, sample_to_read, journey, tmp_path).pages) >= 8


def test_printing_it_is_told_by_the_log_as_the_agency_s_own(
    desk: Desk, sample: Session, tmp_path: Path
) -> None:
    printer = new_printer(desk)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "timeline.pdf"))
    leave_and_print(printer, desk, sample, sample.journey("sample"))
    (event,) = sample.accountability.events(kinds=(EventKind.PRINT,), journey="sample", limit=1)
    assert event.details == {"audience": "agency", "what": "timeline"}


def over(first: str, count: int) -> Journey:
    """A journey with a course of ``count`` sessions from ``first`` on."""
    return make_journey(id=f"over-{first}", courses=(make_course(count=count, first=first),))


@pytest.mark.parametrize("language", ["en", "zh_CN"])
def test_no_holiday_of_a_month_on_paper_is_cut_or_runs_into_another(desk: Desk, language: str) -> None:
    desk.language.choose(language)
    dress, found = paper_dress(desk), 0
    for year, month in product((2024, 2025, 2026, 2027), range(1, 13)):
        first = dt.date(year, month, 1)
        last = first.replace(day=monthrange(year, month)[1])
        of_year = days(make_journey(), Calendars(), first, last)
        scale = Scale(first, 865 / last.day, "Asia/Shanghai")  # A4, lying
        special = SpecialDays(desk, of_year, dress, scale)
        strips = special.strips(first, last)
        told = special.written(strips, Sight(0, 865), ())
        places = []
        for strip, place in zip(strips, told, strict=True):
            if strip[0] < first and place is None:
                continue  # its last day alone: the month before tells it
            assert place is not None, (strip, special.name(strip))
            assert place.width == dress.width(special.name(strip), CAPTION), "not cut"
            places.append(place)
        for one, other in pairwise(sorted(places, key=lambda one: one.x)):
            assert one.right <= other.x
        found += len(places)
    assert found > 24


def test_holidays_that_a_notice_joins_are_told_once_on_paper(
    desk: Desk, empty: Session, tmp_path: Path
) -> None:
    journey = over("2025-09-24", 12)
    empty.run(NewJourney(N_("New journey"), journey))
    reader = printed(desk, empty, journey, tmp_path)
    words = " ".join(" ".join(page.extract_text() for page in reader.pages).split())
    assert words.count("National Day") == words.count("National Day and Mid-Autumn Festival") == 1
    assert words.count("worked") == 2
