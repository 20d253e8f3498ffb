"""Beside an open form, or beside the findings, the views of a journey tell things whole or not at all."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from planner.session import Session
from tests.widgets.conftest import NOW
from ui.controls.banner import Banner
from ui.desk import Desk
from ui.journey.history.history_model import Column
from ui.journey.history.history_view import HistoryView
from ui.journey.itinerary.compare_view import CompareView
from ui.journey.journey_page import JourneyPage
from ui.journey.timeline.timeline_view import TimelineView
from ui.pdf.pdf_view import PdfView
from ui.shell.error_presenter import ErrorPresenter

SAMPLE = "sample"
_BESIDE_A_FORM = 616
"""What a view has beside a form in a window of 1280 pixels."""


@pytest.fixture
def errors(desk: Desk, qtbot: QtBot, tmp_path: Path) -> ErrorPresenter:
    banner = Banner(desk)
    qtbot.addWidget(banner)
    return ErrorPresenter(banner, lambda: NOW, tmp_path / "log")


def show(view: QWidget, qtbot: QtBot, width: int) -> None:
    qtbot.addWidget(view)
    view.resize(width, 600)
    view.show()
    QTest.qWait(1)


def is_whole(button: QWidget) -> bool:
    return button.width() >= button.sizeHint().width()


@pytest.mark.parametrize("width", [_BESIDE_A_FORM, 688, 1080])
def test_the_bar_of_the_timeline_tells_every_span_whole(
    desk: Desk, sample_to_read: Session, errors: ErrorPresenter, qtbot: QtBot, width: int
) -> None:
    view = TimelineView(desk, sample_to_read, errors)
    show(view, qtbot, width)
    bar = view.bar
    assert all(is_whole(bar.spans.button(key)) for key in ("day", "week", "month", "all"))
    shown = [one for one in (bar.out, bar.closer, bar.today, bar.legend, bar.print) if one.isVisible()]
    assert {bar.today, bar.legend, bar.print} <= set(shown)
    assert all(is_whole(one) for one in shown)


def test_a_button_without_its_words_is_still_named(
    desk: Desk, sample_to_read: Session, errors: ErrorPresenter, qtbot: QtBot
) -> None:
    view = TimelineView(desk, sample_to_read, errors)
    show(view, qtbot, 1080)
    view.bar.setFixedWidth(480)
    QTest.qWait(1)
    assert (view.bar.legend.text(), view.bar.legend.accessibleName()) == ("", "Signs")
    assert (view.bar.today.toolTip(), view.bar.print.toolTip()) == ("Today (T)", "Print…")
    desk.language.choose("zh_CN")
    view.bar.setFixedWidth(1080)
    QTest.qWait(1)
    assert view.bar.legend.text() == view.bar.legend.accessibleName() != "Signs"
    assert view.bar.today.toolTip() == "T"


def test_the_line_over_a_paper_keeps_what_there_is_room_for(desk: Desk, qtbot: QtBot) -> None:
    view = PdfView(desk)
    show(view, qtbot, 700)
    assert view.beside.isVisible()
    assert view.whole_size.isVisible()
    view.resize(296, 600)
    QTest.qWait(1)
    assert not view.beside.isVisible()
    shown = (view.list_button, view.smaller, view.larger, view.fit, view.whole_size)
    assert all(is_whole(one) for one in shown if one.isVisible())
    view.resize(700, 600)
    QTest.qWait(1)
    assert view.beside.isVisible()


def test_an_edit_in_full_goes_under_the_table_so_that_one_reads_what_was_done(
    desk: Desk, sample: Session, errors: ErrorPresenter, qtbot: QtBot
) -> None:
    view = HistoryView(desk, sample, errors)
    show(view, qtbot, 1080)
    view.show_journey(sample.journey(SAMPLE))
    assert view.details.x() > view.table.x()
    view.resize(_BESIDE_A_FORM, 600)
    QTest.qWait(1)
    assert view.details.y() > view.table.y()
    assert view.details.width() > _BESIDE_A_FORM - 8
    assert view.table.columnViewportPosition(Column.WHAT) + 72 < view.table.viewport().width()
    view.resize(1080, 600)
    QTest.qWait(1)
    assert view.details.y() == view.table.y()


def test_two_revisions_are_named_whole_and_their_papers_have_room(
    desk: Desk, sample_to_read: Session, errors: ErrorPresenter, qtbot: QtBot
) -> None:
    view = CompareView(desk, sample_to_read, errors)
    view.old.addItem("1 · Driver · Wed 14 Apr, 21:00")
    view.new.addItem("2 · Driver · Wed 14 Apr, 21:00")
    show(view, qtbot, _BESIDE_A_FORM)
    assert is_whole(view.old)
    assert is_whole(view.new)
    assert min(paper.width() for paper in view.pages) > _BESIDE_A_FORM * 0.45
    view.resize(1080, 600)
    QTest.qWait(1)
    assert view.pages[0].mapTo(view, view.pages[0].rect().topLeft()).x() > 200


def test_the_days_to_spare_are_told_whole_beside_the_findings(page: JourneyPage) -> None:
    page.resize(688, 600)
    QTest.qWait(1)
    stay = [one for one in page.header.findChildren(QWidget) if one.accessibleName().endswith("days spare")]
    assert len(stay) == 1
    assert stay[0].text() == stay[0].accessibleName()  # type: ignore[attr-defined]
