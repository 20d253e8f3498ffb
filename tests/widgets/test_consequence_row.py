"""A consequence reads as what moves; a value that stays as it is stands there once."""

from __future__ import annotations

import datetime as dt

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from planner.message import N_
from planner.record.subject import Subject
from planner.session.replanning import Consequence, ConsequenceKind
from ui.desk import Desk
from ui.journey.content_words import ContentWords
from ui.journey.replan.consequence_row import ConsequenceRow

FRIDAY, SATURDAY = dt.date(2027, 1, 29), dt.date(2027, 1, 30)


@pytest.mark.parametrize(
    ("old", "said"),
    [
        (FRIDAY, ["Sat 30 Jan", "Fri 29 Jan", "→"]),
        (SATURDAY, ["Sat 30 Jan"]),
        (None, ["Sat 30 Jan", "none", "→"]),
    ],
)
def test_an_arrow_stands_only_where_something_moves(
    desk: Desk, qtbot: QtBot, old: dt.date | None, said: list[str]
) -> None:
    asking = Consequence(
        kind=ConsequenceKind.EXTENSION,
        subject=Subject("entry", "entry", "extensions"),
        what=N_("Last day to apply for a stay permit, {name}", name="ERIKSSON Anna Maria"),
        old=old,
        new=SATURDAY,
        why=N_("No day of the permitted stay would be left."),
    )
    row = ConsequenceRow(desk, ContentWords(desk), asking, None)
    qtbot.addWidget(row)
    told = [label.text() for label in row.findChildren(QLabel)]
    assert sorted(one for one in told if one in ("→", "none", "Fri 29 Jan", "Sat 30 Jan")) == sorted(said)
