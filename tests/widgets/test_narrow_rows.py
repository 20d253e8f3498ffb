"""Where a list of rows is narrow, as beside a form, the day stands above the title instead of beside it."""

from __future__ import annotations

from decimal import Decimal

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QTextLayout
from PySide6.QtWidgets import QApplication, QLabel, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from planner.itinerary.build import build
from planner.message import N_
from planner.record.consent import Audience
from planner.record.money import Money
from planner.session import Session
from tests.widgets.conftest import NOW
from tests.widgets.words_fit import cut_words, longer_words
from ui.controls.findable import Looked
from ui.desk import Desk
from ui.journey.content_words import ContentWords
from ui.journey.journey_page import JourneyPage
from ui.journey.row import Row, Rows
from ui.journey.row_frame import RowFrame
from ui.journey.rows_view import RowsView
from ui.journey.section_card import SectionCard
from ui.journey.sections import SECTIONS
from ui.theme.tokens import SMALL, Tone

WIDE = 900
NARROW = 466
"""No card is narrower: where less room is left beside a form, the form has the page to itself."""
TODAY = NOW.date()


@pytest.fixture
def cards(desk: Desk, qtbot: QtBot, sample_to_read: Session) -> list[SectionCard]:
    """Every section of the sample, unfolded, each in a window of its own."""
    journey = sample_to_read.journey("sample")
    itinerary = build(journey, Audience.AGENCY, today=TODAY)
    made = []
    for section in SECTIONS:
        card = SectionCard(desk, section.icon, section.name, section.empty)
        qtbot.addWidget(card)
        card.show_blocks(section.blocks(journey, itinerary, TODAY))
        for rows in card.findChildren(RowsView):
            rows.unfold()
        made.append(card)
    qtbot.waitUntil(lambda: all(card.is_complete for card in made))
    return [card for card in made if dated(card)]


def show(card: QWidget, width: int) -> None:
    layout = card.layout()
    assert layout is not None
    card.show()
    for _ in range(4):  # heights that depend on widths settle over several turns
        card.resize(width, layout.totalHeightForWidth(width))
        QApplication.processEvents()
    assert card.width() == width


def dated(card: QWidget) -> list[RowFrame]:
    return [one for one in card.findChildren(RowFrame) if one.stack is not None]


def places(frame: RowFrame) -> list[QRect]:
    """Where the words of a row are, the day first."""
    labels = [one for one in frame.findChildren(QLabel) if one.isVisible() and one.text()]
    return [QRect(one.mapTo(frame, QPoint(0, 0)), one.size()) for one in labels]


@pytest.mark.parametrize("locale", ["en", "zh_CN"])
def test_rows_of_every_section_have_their_day_above_the_title_where_they_are_narrow(
    locale: str, desk: Desk, request: pytest.FixtureRequest
) -> None:
    desk.language.choose(locale)
    cards: list[SectionCard] = request.getfixturevalue("cards")
    seen = 0
    for card in cards:
        show(card, WIDE)
        before = {frame: places(frame) for frame in dated(card)}
        show(card, NARROW)
        for frame in dated(card):
            assert frame.stack is not None
            has_day = frame.stack.day_words != ""
            day, *rest = places(frame)
            if not has_day:
                assert day.top() < 12, frame.accessibleName()  # no empty line stands above it
                continue
            seen += 1
            assert day.height() < 30, frame.accessibleName()  # one line
            title = next(one for one in rest if one.top() >= day.bottom())
            assert title.left() == day.left(), frame.accessibleName()
            assert title.width() > frame.width() // 2, frame.accessibleName()
        show(card, WIDE)
        assert {frame: places(frame) for frame in dated(card)} == before
    assert seen > 100


@pytest.mark.parametrize("locale", ["en", "zh_CN"])
def test_no_words_of_a_narrow_row_are_cut(
    locale: str, desk: Desk, qtbot: QtBot, sample_to_read: Session, request: pytest.FixtureRequest
) -> None:
    with longer_words():
        desk.language.choose(locale)
        made: list[SectionCard] = request.getfixturevalue("cards")
        homes = 0
        for card in made:
            show(card, NARROW)
            assert cut_words(card) == []
            homes += sum(len(frame.stack.day_words.split("\n")) > 1 for frame in dated(card) if frame.stack)
        assert homes > 10  # rows that tell the time at home as well


def test_a_width_between_the_two_changes_nothing(cards: list[SectionCard]) -> None:
    card = next(one for one in cards if dated(one))
    rows = next(one for one in card.findChildren(RowsView) if dated(one))
    show(card, WIDE)
    around = WIDE - rows.width()
    (first, *_) = dated(rows)
    assert first.stack is not None
    told = []
    for width in (570, 559, 570, 583, 584, 570):
        show(card, width + around)
        told.append(first.stack.is_narrow)
    assert told == [False, True, True, True, False, False]


def test_beside_a_form_the_day_goes_above_and_comes_back(page: JourneyPage, qtbot: QtBot) -> None:
    window = page.window()
    window.resize(1280, 720)
    rows = next(one for one in page.cards["appointments"].findChildren(RowsView) if dated(one))
    frame = dated(rows)[0]
    assert frame.stack is not None
    assert not frame.stack.is_narrow
    page.open_thing(frame.subject)
    qtbot.waitUntil(lambda: frame.stack is not None and frame.stack.is_narrow)
    assert frame is dated(rows)[0]  # nothing is made anew
    page.editing.panel.close_all()
    qtbot.waitUntil(lambda: frame.stack is not None and not frame.stack.is_narrow)


def test_long_words_keep_no_list_from_becoming_narrow(desk: Desk, qtbot: QtBot) -> None:
    row = Row(
        title="Donaudampfschifffahrtsgesellschaftskapitän",
        on=TODAY,
        amount=Money(amount=Decimal("999999999999.99"), currency="CNY"),
        state=(N_("Received by the hospital in full"), Tone.OK),
    )
    view = RowsView(desk, ContentWords(desk), Rows(rows=(row,)))
    around = QScrollArea()
    qtbot.addWidget(around)
    around.setWidgetResizable(True)
    around.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    around.setWidget(view)
    around.resize(WIDE, 300)
    around.show()
    QApplication.processEvents()
    assert view.layout().minimumSize().width() > 560  # type: ignore[union-attr]
    around.resize(540, 300)
    for _ in range(4):
        QApplication.processEvents()
    assert view.width() <= 540
    assert cut_words(around) == []


def test_a_chinese_name_or_day_is_not_torn_at_the_end_of_a_line_and_is_found_all_the_same(
    desk: Desk, qtbot: QtBot
) -> None:
    names = ("成都演示质子中心", "乔丹·斯佩西门", "示例丁", "3月8日周一 08:10抵达")
    line = ContentWords(desk).lines(names)
    layout = QTextLayout(line, desk.theme.font(SMALL))
    layout.beginLayout()
    ends = []
    while (part := layout.createLine()).isValid():
        part.setLineWidth(130)
        ends.append(line[part.textStart() : part.textStart() + part.textLength()].rstrip("\u00a0 ·"))
    layout.endLayout()
    assert [end.replace("\u2060", "").replace("\u00a0", " ") for end in ends] == list(names)
    assert Looked("佩西").is_in(line)
