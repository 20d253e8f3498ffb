"""A list of rows: day and home time, what, and how it stands; folded rows come when they are asked for.

Where the list is narrow, as beside a form, the day stands above the title.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from planner.message import N_, Message
from ui.controls.button import Button
from ui.controls.check_box import CheckBox
from ui.controls.findable import Findable, Marks, go_to_widget
from ui.controls.folding import shown_at_first
from ui.controls.laid_out_once import laid_out_once
from ui.controls.layout_widgets import clear
from ui.controls.picture import Picture
from ui.controls.pill import Pill
from ui.controls.words import words
from ui.desk import Desk
from ui.journey.content_words import ContentWords
from ui.journey.row import Row, Rows
from ui.journey.row_frame import RowFrame
from ui.journey.row_stack import RowStack
from ui.portions import Portions
from ui.theme.icons import ICON_SIZE
from ui.theme.tokens import Tone, space

_FEWEST = 3
#: Rows drawn in one step: some ten milliseconds.
_AT_ONCE = 6
INSET = space(1) + 1
"""How far the words of a row stand in from its edges, which are seen under the pointer."""
_STATE_WIDTH = space(26)
_LOOK_AGAIN_MS = 30
_BESIDE_BOX = 3
"""So much lower stand words beside a box to tick, which is higher than they are."""
_TOP = Qt.AlignmentFlag.AlignTop
_END = _TOP | Qt.AlignmentFlag.AlignRight
#: Narrower than this the day stands above the title; from so much more on, beside it again.
_NARROW, _AND_MORE = space(140), space(6)


def shown_first(rows: Sequence[Row]) -> tuple[Row, ...]:
    """The rows that are not folded; where those are few, folded ones as well, so that no list is bare.

    All of them where a button would hide a single one, which takes no more room than that.
    """
    spare = max(_FEWEST - sum(not row.folded for row in rows), 0)
    shown = []
    for row in rows:
        if not row.folded or spare:
            shown.append(row)
            spare -= row.folded
    return tuple(shown if shown_at_first(len(rows), len(shown)) == len(shown) else rows)


class RowsView(QWidget):
    """A block of rows: the first few at once, the others of a long list in turns of their own.

    Signals:
        opened(str), copy_wanted(str), gone_wanted(str): of the thing with this id.
        ticked(str, bool): it is done, or not done after all.
    """

    opened = Signal(str)
    copy_wanted = Signal(str)
    gone_wanted = Signal(str)
    ticked = Signal(str, bool)

    def __init__(
        self,
        desk: Desk,
        said: ContentWords,
        block: Rows,
        parent: QWidget | None = None,
        *,
        is_flush: bool = False,
    ) -> None:
        """``is_flush`` begins at the very edge: for rows of which none opens anything."""
        super().__init__(parent)
        self._side = 0 if is_flush else space(1)
        self._desk = desk
        self._said = said
        self._block = block
        self.frames: list[RowFrame] = []
        self._drawn: list[Row] = []
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(space(1))
        self._heading = words(desk, block.heading or "", "strong", parent=self)
        self._heading.setContentsMargins(INSET, 0, 0, 0)
        self._heading.setVisible(block.heading is not None)
        self._layout.addWidget(self._heading)
        self._list = QVBoxLayout()
        self._list.setSpacing(0)
        self._layout.addLayout(self._list)
        self.more = Button(desk, N_("Show more"), kind="link", icon="chevron-down")
        self.more.clicked.connect(self._press_more)
        self._layout.addWidget(self.more, 0, Qt.AlignmentFlag.AlignLeft)
        self.is_unfolded = False
        self._portions = Portions(self)
        self._with_icons = self._with_days = False
        self._current = ""
        self._is_narrow = False
        self._take(block)
        self._name_more()
        drawing = self._drawing()
        for _some in drawing:
            if len(self.frames) < len(self._shown):
                self._portions.begin(drawing)
                break

    def show_block(self, block: Rows) -> None:
        """Show these rows instead; those that read the same stay as they stand."""
        self._take(block)
        self._fill()

    def _take(self, block: Rows) -> None:
        icons = any(row.icon for row in block.rows)
        days = any(row.on or row.starts for row in block.rows)
        if (icons, days) != (self._with_icons, self._with_days):
            self._with_icons, self._with_days = icons, days
            self._cut(0)
        self._block = block
        self._shown = shown_first(block.rows)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        super().resizeEvent(event)
        width = event.size().width()
        narrow = width < (_NARROW + _AND_MORE if self._is_narrow else _NARROW)
        if narrow != self._is_narrow:
            self._is_narrow = narrow
            with laid_out_once(self):
                for frame in self.frames:
                    frame.stand(narrow=narrow)

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Days beside titles keep no list wide: where there is no room for them they go above."""
        least = super().minimumSizeHint()
        return QSize(min(least.width(), _NARROW - 1), least.height())

    @property
    def is_complete(self) -> bool:
        """Whether every row that should be seen is drawn."""
        return self._portions.is_complete

    def _press_more(self) -> None:
        self._toggle()
        self.more.setFocus()

    def _toggle(self) -> None:
        self.is_unfolded = not self.is_unfolded
        if self.is_unfolded:
            self._name_more()
            self._portions.begin(self._drawing())
        else:
            self._fill()

    def _fill(self) -> None:
        self._portions.stop()
        with laid_out_once(self):
            for _some in self._drawing():
                pass

    def _drawing(self) -> Iterator[None]:
        """Draw the rows that should be seen and are not, some in each step."""
        rows = self._block.rows if self.is_unfolded else self._shown
        for first in range(0, len(rows), _AT_ONCE):
            with laid_out_once(self):
                for at, row in enumerate(rows[first : first + _AT_ONCE], first):
                    if at >= len(self._drawn) or self._drawn[at] != row:
                        self._draw(at, row)
            yield
        self._cut(len(rows))
        opening = [frame for frame in self.frames if frame.subject]
        for number, frame in enumerate(opening):
            frame.siblings = opening
            frame.setFocusPolicy(Qt.FocusPolicy.ClickFocus if number else Qt.FocusPolicy.StrongFocus)
        self._name_more()

    def _draw(self, at: int, row: Row) -> None:
        """Show a row at its place, instead of what stands there."""
        frame = self._frame(row)
        if self._current and row.subject == self._current:
            frame.mark_current(True)
        if at < len(self._drawn):
            old = self.frames[at]
            had_focus = old.hasFocus()
            self._list.replaceWidget(old, frame)
            old.hide()
            old.deleteLater()
            self.frames[at], self._drawn[at] = frame, row
            if had_focus:
                frame.setFocus()
            return
        if at:
            rule = QFrame(self)
            rule.setProperty("kind", "rule")
            self._list.addWidget(rule)
        self._list.addWidget(frame)
        self.frames.append(frame)
        self._drawn.append(row)

    def _name_more(self) -> None:
        folded = len(self._block.rows) - len(self._shown)
        self.more.setVisible(folded > 0)
        more = self._block.more or N_("{count} more", count=folded)
        name = replace(more, params={**more.params, "count": folded})
        self._desk.language.say(
            self.more, N_("Hide {what}", what=name) if self.is_unfolded else N_("Show {what}", what=name)
        )
        self._desk.theme.give_icon(self.more, "chevron-up" if self.is_unfolded else "chevron-down", "accent")

    def _cut(self, length: int) -> None:
        """Take away what stands after so many rows."""
        clear(self._list, but_first=max(2 * length - 1, 0))
        del self.frames[length:], self._drawn[length:]

    def _frame(self, row: Row) -> RowFrame:
        frame = RowFrame(row.subject, self._said.text(row.title), self)
        frame.opened.connect(self.opened)
        frame.copy_wanted.connect(self.copy_wanted)
        frame.gone_wanted.connect(self.gone_wanted)
        line = QHBoxLayout(frame)
        line.setContentsMargins(self._side, space(1), self._side, space(1))
        line.setSpacing(space(3))
        if row.tick is not None:
            box = CheckBox(self._desk, N_("Done"), words=False, parent=frame)
            box.setChecked(row.tick)
            whole = N_("{do}: {name}", do=N_("Done"), name=frame.accessibleName())
            box.setAccessibleName(self._desk.language.text(whole))
            box.clicked.connect(lambda done: self.ticked.emit(row.subject, done))
            line.addWidget(box, 0, _TOP)
        if self._with_icons:
            ink = row.icon_tone.value if row.icon_tone else "text_faint"
            if row.icon:
                line.addWidget(Picture(self._desk, row.icon, QSize(ICON_SIZE, ICON_SIZE), ink), 0, _TOP)
            else:
                line.addSpacing(ICON_SIZE)
        what, end = self._what(row), self._end(row)
        if self._with_days:
            main = QBoxLayout(QBoxLayout.Direction.LeftToRight)
            day, labels = self._day(row)
            main.addLayout(day)
            main.addLayout(what, 1)
            line.addLayout(main, 1)
            frame.stack = RowStack(main, day, labels, what, end)
            frame.stand(narrow=self._is_narrow)
        else:
            line.addLayout(what, 1)
        if end is not None:
            line.addLayout(end)
            line.setAlignment(end, _TOP)
        for label in frame.findChildren(QLabel):
            label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents, bool(row.subject))
        return frame

    def _end(self, row: Row) -> QBoxLayout | None:
        """At the right: the amount and the state; where rows have both, states stand in a column."""
        if row.amount is None and row.state is None:
            return None
        end = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        end.setSpacing(space(3))
        if row.amount is not None:
            amount = words(self._desk, self._said.text(row.amount), "muted" if row.faded else "medium")
            end.addWidget(amount, 0, _END)
        if row.state is not None:
            pill = Pill(self._desk, *row.state)
            beside = QHBoxLayout()
            if any(one.amount is not None for one in self._block.rows):
                beside.addSpacing(max(_STATE_WIDTH - pill.sizeHint().width(), 0))
            beside.addWidget(pill, 0, _END)
            end.addLayout(beside)
        return end

    def _words(self, content: str, style: str, ink: Tone | None = None) -> QLabel:
        return words(self._desk, content, style, wrap=True, ink=ink, can_be_marked=False)

    def _day(self, row: Row) -> tuple[QBoxLayout, tuple[QLabel, ...]]:
        column = QBoxLayout(QBoxLayout.Direction.TopToBottom)
        labels = [self._words(self._said.row_day(row), "muted" if row.faded else "body")]
        if home := self._said.row_home(row):
            labels.append(self._words(home, "small"))
        for label in labels:
            column.addWidget(label)
        column.addStretch(1)
        return column, tuple(labels)

    def _what(self, row: Row) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setContentsMargins(0, 0 if row.tick is None else _BESIDE_BOX, 0, 0)
        column.setSpacing(space(0.5))
        column.addWidget(self._words(self._said.text(row.title), "muted" if row.faded else "medium"))
        for line in (self._said.lines(row.details), self._said.lines(row.notes)):
            if line:
                column.addWidget(self._words(line, "small"))
        for warning in row.warnings:
            column.addWidget(self._words(self._said.text(warning), "small", Tone.WARNING))
        column.addStretch(1)
        return column

    @property
    def heading(self) -> Message | None:
        """What stands above the rows."""
        return self._block.heading

    def mark(self, subject: str, *, unfold: bool = False) -> QWidget | None:
        """Show that the form of this thing is open (``""`` for none); its row, if it is drawn.

        With ``unfold`` a row that is folded is drawn soon.
        """
        if unfold and subject and self.holds(subject) and self.row_of(subject) is None:
            self.unfold()
        self._current = subject
        for frame in self.frames:
            frame.mark_current(bool(subject) and frame.subject == subject)
        return self.row_of(subject)

    def row_of(self, subject: str) -> QWidget | None:
        """The row of this thing, if it is drawn."""
        return next((frame for frame in self.frames if subject and frame.subject == subject), None)

    def unfold(self) -> None:
        """Show the folded rows too."""
        if not self.is_unfolded:
            self._toggle()

    def findables(self) -> list[Findable]:
        """Every row as it reads, folded ones included, and the way to it."""
        return [
            Findable(self._reads(row), partial(self._find, at)) for at, row in enumerate(self._block.rows)
        ]

    def _reads(self, row: Row) -> str:
        state = row.state[0] if row.state is not None else ""
        contents = (row.title, *row.details, *row.notes, *row.warnings, row.amount or "", state)
        parts = [self._said.row_day(row), self._said.row_home(row), *map(self._said.text, contents)]
        return "\n".join(part for part in parts if part).replace("\u00a0", " ")

    def _find(self, at: int, mark: Marks) -> None:
        """Go to the row at this place among all, once it is drawn."""
        rows = self._block.rows
        if at >= len(rows):
            return
        drawn = self._block.rows if self.is_unfolded else self._shown
        place = next((n for n, row in enumerate(drawn) if row is rows[at]), None)
        if place is None:
            self.unfold()
        if place is not None and place < len(self.frames) and self._portions.is_complete:
            go_to_widget(self.frames[place], mark)
        else:
            QTimer.singleShot(_LOOK_AGAIN_MS, self, partial(self._find, at, mark))

    def holds(self, subject: str) -> bool:
        """Whether a row of this thing is here, folded ones included."""
        return any(row.subject == subject for row in self._block.rows)
