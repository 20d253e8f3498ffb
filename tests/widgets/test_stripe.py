"""The progress stripe of a row: where its marks lie, and that its words say the same."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QImage, QPainter
from pytestqt.modeltest import ModelTester

from planner.session import Session, StripeMark
from ui.caseload.journeys_model import Column, JourneysModel
from ui.caseload.stripe import NAMES, draw_stripe, places
from ui.desk import Desk
from ui.theme.tokens import DARK, LIGHT, Colours

DAYS = st.dates(dt.date(2026, 1, 1), dt.date(2028, 1, 1))


@given(st.lists(st.tuples(st.sampled_from(sorted(NAMES)), DAYS, st.integers(0, 90)), min_size=1))
def test_every_mark_lies_on_the_line_and_none_vanishes(drawn: list[tuple[str, dt.date, int]]) -> None:
    marks = [StripeMark(kind, first, first + dt.timedelta(days)) for kind, first, days in drawn]
    for _mark, left, width in places(marks, 120):
        assert left >= -0.001
        assert width >= 3
        assert left + width <= 120.001


def test_a_mark_covers_its_share_of_the_days() -> None:
    stay = StripeMark("stay", dt.date(2027, 3, 1), dt.date(2027, 3, 10))
    course = StripeMark("course", dt.date(2027, 3, 6), dt.date(2027, 3, 10))
    assert [(left, width) for _mark, left, width in places((stay, course), 100)] == [(0, 100), (50, 50)]
    assert not list(places((), 100))


def painted(marks: Sequence[StripeMark], colours: Colours, *, chosen: bool = False) -> list[str]:
    """The colours along a stripe of a hundred pixels, without today."""
    picture = QImage(100, 4, QImage.Format.Format_RGB32)
    picture.fill(0)
    painter = QPainter(picture)
    draw_stripe(painter, QRectF(0, 0, 100, 4), marks, dt.date(2026, 1, 1), colours, chosen=chosen)
    painter.end()
    return [picture.pixelColor(x, 1).name() for x in range(100)]


@pytest.mark.parametrize("chosen", [False, True])
@pytest.mark.parametrize("colours", [LIGHT, DARK], ids=["light", "dark"])
def test_the_stay_has_its_full_colour_and_the_sessions_stand_apart_from_it(
    colours: Colours, chosen: bool
) -> None:
    """A hundred days on a hundred pixels: records, a bare stretch, the stay with the sessions within."""
    first = dt.date(2027, 1, 1)
    records, stay, course = (
        StripeMark(kind, first + dt.timedelta(start), first + dt.timedelta(end - 1))
        for kind, start, end in (("records", 0, 20), ("stay", 40, 100), ("course", 60, 90))
    )
    track = colours.accent_track if chosen else colours.pressed
    seen = painted((records, stay, course), colours, chosen=chosen)
    assert [seen[x] for x in (10, 30, 50, 59, 75, 90, 95)] == [
        colours.info,
        track,
        colours.ok,
        track,
        colours.accent,
        track,
        colours.ok,
    ]


def test_the_last_days_of_a_stay_are_not_cut_into_a_splinter() -> None:
    """A stay of a hundred days on a hundred pixels whose sessions end two days before it does."""
    first = dt.date(2027, 1, 1)
    stay = StripeMark("stay", first, first + dt.timedelta(99))
    course = StripeMark("course", first + dt.timedelta(60), first + dt.timedelta(97))
    seen = painted((stay, course), LIGHT)
    assert [seen[x] for x in (59, 96, 98)] == [LIGHT.pressed, LIGHT.accent, LIGHT.ok]


def test_the_stripe_is_said_in_words(desk: Desk, sample_to_read: Session, qtmodeltester: ModelTester) -> None:
    model = JourneysModel(desk)
    model.show(sample_to_read.summaries())
    qtmodeltester.check(model)
    spoken = model.index(0, Column.PHASE).data(Qt.ItemDataRole.AccessibleTextRole)
    assert "Sessions Tue 6 Apr to Mon 26 Apr" in spoken
    assert "Stay Mon 8 Mar to Thu 29 Apr" in spoken
