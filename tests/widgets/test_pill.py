"""A pill on the row whose form is open."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from planner.message import N_
from ui.controls.pill import Pill
from ui.desk import Desk
from ui.journey.row import Row, Rows
from ui.journey.row_frame import RowFrame
from ui.journey.section_card import SectionCard
from ui.theme.tokens import Tone

ROWS = tuple(Row(title=name, state=(N_("Given"), Tone.OK), subject=name) for name in ("one", "two"))


def grounds(card: SectionCard) -> dict[str, str]:
    """The colour on which each row's pill is painted, by the row's thing; what is on its way out is not."""
    seen = {}
    for frame in card.findChildren(RowFrame):
        if frame.isVisible():
            picture = frame.findChildren(Pill)[0].grab().toImage()
            seen[frame.subject] = picture.pixelColor(4, picture.height() // 2).name()
    return seen


@pytest.mark.parametrize("look", ["light", "dark"])
def test_the_pill_of_the_row_whose_form_is_open_stands_out_from_it(
    desk: Desk, qtbot: QtBot, look: str
) -> None:
    """On the ground of its tone it would be lost on the ground of the row."""
    desk.theme.choose(look)
    soft, panel = desk.theme.colours.ok_soft, desk.theme.colours.surface
    card = SectionCard(desk, "info", N_("Consent"), N_("Nothing yet"))
    qtbot.addWidget(card)
    card.show_blocks([Rows(rows=ROWS)])
    card.show()
    assert grounds(card) == {"one": soft, "two": soft}
    card.mark("two")
    assert grounds(card) == {"one": soft, "two": panel}
    card.show_blocks([Rows(rows=(ROWS[0], replace(ROWS[1], details=("changed",))))])
    assert grounds(card) == {"one": soft, "two": panel}
    card.mark("one")
    assert grounds(card) == {"one": panel, "two": soft}
    card.mark("")
    assert grounds(card) == {"one": soft, "two": soft}


@pytest.mark.parametrize("look", ["light", "dark"])
@pytest.mark.parametrize("tone", Tone)
def test_a_pill_stays_a_pill_on_the_row_under_the_pointer(
    desk: Desk, qtbot: QtBot, look: str, tone: Tone
) -> None:
    desk.theme.choose(look)
    card = SectionCard(desk, "info", N_("Consent"), N_("Nothing yet"))
    qtbot.addWidget(card)
    card.show_blocks([Rows(rows=tuple(replace(row, state=(N_("Given"), tone)) for row in ROWS))])
    card.show()
    row = next(frame for frame in card.findChildren(RowFrame) if frame.isVisible())
    pill = row.findChildren(Pill)[0]
    beside = (row.width() // 2, row.height() - 4)
    inside = (pill.geometry().left() + 4, pill.geometry().center().y())
    before = row.grab().toImage().pixelColor(*beside).name()
    QTest.mouseMove(card, row.mapTo(card, QPoint(*beside)))
    picture = row.grab().toImage()
    assert picture.pixelColor(*beside).name() == desk.theme.colours.canvas != before
    assert picture.pixelColor(*inside).name() == desk.theme.colours.soft(tone)


def test_a_chosen_pill_takes_on_the_colours_of_another_theme(desk: Desk, qtbot: QtBot) -> None:
    card = SectionCard(desk, "info", N_("Consent"), N_("Nothing yet"))
    qtbot.addWidget(card)
    card.show_blocks([Rows(rows=ROWS)])
    card.show()
    card.mark("one")
    desk.theme.choose("dark")
    assert grounds(card)["one"] == desk.theme.colours.surface
