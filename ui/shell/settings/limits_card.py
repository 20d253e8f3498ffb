"""The limits of the rules: what each stands at, its unit, the stated default, and the way back to it."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QLineEdit, QVBoxLayout, QWidget
from shiboken6 import isValid

from planner.message import N_, Message
from planner.session import Limit, Session, unit_name
from ui.controls.button import Button, IconButton
from ui.controls.laid_out_once import laid_out_once
from ui.controls.layout_widgets import widgets_of
from ui.controls.words import words
from ui.desk import Desk
from ui.portions import Portions
from ui.shell.error_presenter import ErrorPresenter
from ui.shell.settings.card import SettingsCard
from ui.theme.tokens import Tone, space

#: Below a limit's name and its reason.
_SAID = 2
#: The column of the box; before it stand the default and the way back, where a limit was changed.
_BOX = 3
#: So many rows are made in one turn: as many as a window shows.
_AT_ONCE = 12


class LimitBox(QLineEdit):
    """A whole number, one more and one less with the arrows; it holds once one is done with it.

    What is no limit stays to be put right; Escape brings the number back.

    Signals:
        given(int): the number is this now.
        told(object): why what was typed is no limit, a ``Message``; ``None`` once it is one.
    """

    given = Signal(int)
    told = Signal(object)

    def __init__(self, desk: Desk, limit: Limit, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._least, self._most = limit.least, limit.most
        self._kept = limit.value
        self.setFixedWidth(space(18))
        self.setAlignment(Qt.AlignmentFlag.AlignRight)
        desk.language.say(self, limit.said.name, "setAccessibleName")
        desk.language.say(self, limit.said.why, "setAccessibleDescription")
        self.editingFinished.connect(self._finish)
        self.show_number(limit.value)

    def show_number(self, number: int) -> None:
        """Show this; tells nobody."""
        self._kept = number
        self.setText(str(number))
        self._tell(None)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        step = {Qt.Key.Key_Up: 1, Qt.Key.Key_Down: -1}.get(Qt.Key(event.key()), 0)
        if step and (number := self._number) is not None:
            self.setText(str(min(max(number + step, self._least), self._most)))
        elif event.key() == Qt.Key.Key_Escape and self.text() != str(self._kept):
            self.show_number(self._kept)
        else:
            super().keyPressEvent(event)

    @property
    def _number(self) -> int | None:
        """The whole number that stands in it, ``None`` where none does."""
        try:
            return int(self.text())
        except ValueError:
            return None

    def _finish(self) -> None:
        number = self._number
        if not self.text().strip():
            self.show_number(self._kept)
        elif number is None or not self._least <= number <= self._most:
            typed, least, most = self.text().strip(), self._least, self._most
            self._tell(
                N_(
                    "“{value}” is no limit here; a whole number from {least} to {most} is.",
                    value=typed,
                    least=least,
                    most=most,
                )
            )
        else:
            changed = number != self._kept
            self.show_number(number)
            if changed:
                self.given.emit(number)

    def _tell(self, why: Message | None) -> None:
        wrong = why is not None
        if wrong is not (self.property("wrong") == "true"):
            self.setProperty("wrong", "true" if wrong else "false")
            self.style().unpolish(self)
            self.style().polish(self)
        self.told.emit(why)


class LimitsCard(SettingsCard):
    """Folded until it is asked for: few ever change any, and there are many."""

    def __init__(
        self, desk: Desk, session: Session, errors: ErrorPresenter, parent: QWidget | None = None
    ) -> None:
        super().__init__(desk, N_("Limits of the rules"), parent)
        self._session = session
        self._errors = errors
        self.boxes: dict[str, LimitBox] = {}
        self.resets: dict[str, IconButton] = {}
        self._defaults: dict[str, QLabel] = {}
        self.unfold = Button(desk, N_("Show the limits"), icon="chevron-down")
        self.unfold.clicked.connect(self._toggle)
        self.add_row(
            N_("When a rule speaks up"),
            N_("Judgement, not law. They hold for this record, for everybody who opens it."),
            self.unfold,
        )
        self._rows: QFrame | None = None
        self._filling = Portions(self)
        desk.language.changed.connect(self.follow)

    def follow(self) -> None:
        """Show every limit as it is now."""
        if self._rows is None:
            return
        for limit in self._session.limits.all():
            box = self.boxes.get(limit.name)
            if box is None:  # its row is not made yet
                continue
            box.show_number(limit.value)
            if limit.is_default:
                self._hide_way_back(limit.name)
            else:
                self._show_way_back(limit)

    def _toggle(self) -> None:
        if self._rows is None:
            self._begin_rows()
            shown = True
        else:
            shown = self._rows.isHidden()
            self._rows.setVisible(shown)
        self.desk.language.say(self.unfold, N_("Hide the limits") if shown else N_("Show the limits"))
        self.desk.theme.give_icon(self.unfold, "chevron-up" if shown else "chevron-down")

    def _begin_rows(self) -> None:
        """What fits into the window at once, the rest in the turns that follow."""
        holder = self._rows = QFrame(self)
        grid = self._grid = QGridLayout(holder)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(space(2.5))
        grid.setVerticalSpacing(space(3))
        grid.setColumnStretch(0, 1)
        limits = list(enumerate(self._session.limits.all()))
        self._add_rows(limits[:_AT_ONCE])
        self.body.addWidget(holder)
        holder.show()
        self._filling.begin(self._later_rows(limits[_AT_ONCE:]))

    def _later_rows(self, limits: list[tuple[int, Limit]]) -> Iterator[None]:
        for at in range(0, len(limits), _AT_ONCE):
            assert self._rows is not None
            with laid_out_once(self._rows):
                self._add_rows(limits[at : at + _AT_ONCE])
            yield

    def _add_rows(self, limits: list[tuple[int, Limit]]) -> None:
        holder, grid = self._rows, self._grid
        for row, limit in limits:
            texts = QVBoxLayout()
            texts.setSpacing(0)
            for said, style in ((limit.said.name, "medium"), (limit.said.why, "small")):
                texts.addWidget(words(self.desk, said, style, wrap=True, parent=holder))
            box = self.boxes[limit.name] = LimitBox(self.desk, limit, holder)
            box.told.connect(partial(self._show_why, texts))
            box.given.connect(partial(self._put, limit.name))
            unit = words(self.desk, _unit(limit), "body", parent=holder)
            grid.addLayout(texts, row, 0)
            grid.addWidget(box, row, _BOX, Qt.AlignmentFlag.AlignVCenter)
            grid.addWidget(unit, row, _BOX + 1, Qt.AlignmentFlag.AlignVCenter)
            if not limit.is_default:
                self._show_way_back(limit)

    def _show_way_back(self, limit: Limit) -> None:
        """What the default is and the way back to it, before the box; made for those that were changed."""
        if limit.name not in self.resets:
            box = self.boxes[limit.name]
            holder = box.parentWidget()
            row = list(self.boxes).index(limit.name)
            default = self._defaults[limit.name] = words(
                self.desk, "", "small", can_be_marked=False, parent=holder
            )
            reset = self.resets[limit.name] = IconButton(
                self.desk,
                N_("Back to the default: {what}", what=limit.said.name),
                "rotate-ccw",
                parent=holder,
            )
            reset.clicked.connect(partial(self._reset, limit.name))
            right = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight
            for column, part in enumerate((default, reset), start=_BOX - 2):
                self._grid.addWidget(part, row, column, right)
            QWidget.setTabOrder(box, reset)
            QWidget.setTabOrder(reset, box)
        said = N_("default {value}", value=unit_name(limit.said.unit, limit.default))
        self.desk.language.say(self._defaults[limit.name], said)
        for part in (self._defaults[limit.name], self.resets[limit.name]):
            part.show()

    def _hide_way_back(self, name: str) -> None:
        if name in self.resets:
            self.resets[name].hide()
            self._defaults[name].hide()

    def _reset(self, name: str) -> None:
        """Back to the default; the button goes, so the box has the focus."""
        self.boxes[name].setFocus()
        self._put(name, None)

    def _show_why(self, texts: QVBoxLayout, why: Message | None) -> None:
        """Under the name of a limit and its reason, why what was typed is none."""
        if not isValid(texts):  # the page goes while somebody is still in the box
            return
        label = next(iter(widgets_of(texts)[_SAID:]), None)
        if label is None and why is not None:
            label = words(self.desk, "", "small", wrap=True, ink=Tone.DANGER)
            texts.addWidget(label)
        if label is not None:
            label.setVisible(why is not None)
            if why is not None:
                self.desk.language.say(label, why)

    def _put(self, name: str, value: int | None) -> None:
        with self._errors.told():
            self._session.limits.put(name, value)
        self.follow()


def _unit(limit: Limit) -> Message:
    """The unit alone, for the number that stands in the box."""
    match limit.said.unit:
        case "days":
            return N_("days")
        case "hours":
            return N_("hours")
        case "minutes":
            return N_("minutes")
        case "pages":
            return N_("pages")
        case _:
            return N_("o’clock")
