"""Marking a fact as compared with its source today: by whom, and until when it holds now where it says so."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from planner.message import N_, Message
from ui.controls.banner import Banner
from ui.controls.button import Button
from ui.controls.layout_widgets import clear
from ui.controls.words import words
from ui.desk import Desk
from ui.fields.date_field import DateField
from ui.fields.field import FieldContext
from ui.theme.tokens import Tone, space

if TYPE_CHECKING:
    from planner.session import Session
    from planner.session.world import Review

_NAME_WIDTH = space(50)
_DAY_WIDTH = space(52)


class CheckForm(QWidget):
    """Signals:

    checked(str, object): mark it as checked: by whom, and the last day of validity if one was given.
    withdrawn(object): take this review back.
    """

    checked = Signal(str, object)
    withdrawn = Signal(object)

    def __init__(self, desk: Desk, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.by = QLineEdit(self)
        self.by.setMinimumWidth(_NAME_WIDTH)
        desk.language.say(self.by, N_("Checked by"), "setAccessibleName")
        context = FieldContext(desk, session, lambda: None, session.directory)
        self.until = DateField(context, N_("Holds until now"))
        self.until.setMinimumWidth(_DAY_WIDTH)
        self.mark = Button(desk, N_("Mark as checked today"), kind="primary", icon="check", parent=self)
        self.mark.clicked.connect(self._mark)
        self.by.returnPressed.connect(self._mark)
        self.banner = Banner(desk, self)
        self._until_column = self._column(N_("Last day it holds, if that changed"), self.until)
        row = QHBoxLayout()
        row.setSpacing(space(3))
        row.addWidget(self._column(N_("Checked by"), self.by), 1)
        row.addWidget(self._until_column, 1)
        self._reviews = QVBoxLayout()
        self._reviews.setSpacing(space(1))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(space(3))
        layout.addWidget(self.banner)
        layout.addLayout(row)
        layout.addWidget(self.mark, 0, Qt.AlignmentFlag.AlignLeft)  # beside them is no room
        layout.addLayout(self._reviews)

    def show_reviews(self, reviews: Sequence[Review], name: str, *, may_end: bool) -> None:
        """Show who checked it here, the newest first; ``name`` is who would check it next.

        ``may_end`` says whether a last day can be given.
        """
        self.banner.hide()
        self.by.setText(name)
        self.until.show_value(None)
        self._until_column.setVisible(may_end)
        clear(self._reviews)
        for place, review in enumerate(reviews):
            self._reviews.addWidget(self._row(review, is_newest=place == 0))

    def _row(self, review: Review, *, is_newest: bool) -> QWidget:
        row = QWidget(self)
        layout = QHBoxLayout(row)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(space(2))
        layout.addWidget(words(self._desk, _told(review), "small", wrap=True), 1)
        if is_newest:
            back = Button(self._desk, N_("Withdraw"), kind="inline", parent=row)
            back.clicked.connect(lambda: self.withdrawn.emit(review))
            layout.addWidget(back)
        return row

    def _column(self, name: Message, control: QWidget) -> QWidget:
        column = QWidget(self)
        layout = QVBoxLayout(column)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(space(0.5))
        label = words(self._desk, name, "small")
        label.setBuddy(control)
        layout.addWidget(label)
        layout.addWidget(control)
        return column

    def _mark(self) -> None:
        if not self.by.text().strip():
            self.banner.tell(N_("A check is kept in somebody’s name: enter who made it."), tone=Tone.WARNING)
            self.by.setFocus()
            return
        problem = None if self._until_column.isHidden() else self.until.problem
        if problem is not None:
            self.banner.tell(problem, tone=Tone.WARNING)
            self.until.start()
            return
        until: dt.date | None = None if self._until_column.isHidden() else self.until.value
        self.checked.emit(self.by.text(), until)


def _told(review: Review) -> Message:
    if review.valid_until is not None:
        return N_(
            "Checked on {day} by {name}: it now holds until {until}.",
            day=review.on,
            name=review.by,
            until=review.valid_until,
        )
    return N_("Checked on {day} by {name}.", day=review.on, name=review.by)
