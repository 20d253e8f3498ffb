"""One section of the journey page as a card: what it is, how many, and its blocks one under the other."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from planner.message import Message
from ui.controls.laid_out_once import laid_out_once
from ui.controls.layout_widgets import clear, widgets_of
from ui.controls.picture import Picture
from ui.controls.words import words
from ui.desk import Desk
from ui.journey.content_words import ContentWords
from ui.journey.course_view import CourseView
from ui.journey.facts_view import FactsView
from ui.journey.row import Block, Facts, Rows, Sessions
from ui.journey.rows_view import INSET, RowsView
from ui.theme.tokens import space


class SectionCard(QFrame):
    """A titled card. ``show_blocks`` fills it; without any it says what would stand here.

    Signals:
        opened(str), copy_wanted(str), gone_wanted(str): of the thing with this id.
        ticked(str, bool): a task is done, or not done after all.
    """

    opened = Signal(str)
    copy_wanted = Signal(str)
    gone_wanted = Signal(str)
    ticked = Signal(str, bool)

    def __init__(
        self, desk: Desk, icon: str, title: Message, empty: Message, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._desk = desk
        self._empty = empty
        self._shown: tuple[Block, ...] | None = None
        self.setProperty("kind", "card")
        desk.language.say(self, title, "setAccessibleName")
        self._current = ""
        head = self._head = QHBoxLayout()
        head.setContentsMargins(INSET, 0, INSET, 0)
        head.setSpacing(space(2))
        head.addWidget(Picture(desk, icon, QSize(18, 18), "accent", self))
        head.addWidget(words(desk, title, "title"))
        head.addStretch(1)
        self._body = QVBoxLayout()
        self._body.setSpacing(space(4))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(space(5) - INSET, space(4), space(5) - INSET, space(4))
        layout.setSpacing(space(3))
        layout.addLayout(head)
        layout.addLayout(self._body)
        self._layout = layout

    def add_actions(self, actions: QWidget) -> None:
        """Stand ``actions`` between the title and what is shown; they stay whatever is shown."""
        line = QHBoxLayout()
        line.setContentsMargins(INSET, 0, INSET, 0)
        line.addWidget(actions)
        self._layout.insertLayout(1, line)

    def add_to_head(self, widget: QWidget) -> None:
        """Stand ``widget`` at the right of the title."""
        self._head.addWidget(widget)

    @property
    def is_complete(self) -> bool:
        """Whether every row that should be seen is drawn."""
        return all(rows.is_complete for rows in self.findChildren(RowsView))

    def mark(self, subject: str, *, unfold: bool = False) -> QWidget | None:
        """Show that the form of this thing is open (``""`` for none); the row of it, if it is here.

        With ``unfold`` a row that is folded is drawn soon, and there once the card is complete.
        """
        self._current = subject
        found = [view.mark(subject, unfold=unfold) for view in self._views()]
        return next((row for row in found if row is not None), None)

    def holds(self, subject: str) -> bool:
        """Whether this thing has a row here, folded ones included."""
        return any(view.holds(subject) for view in self._views())

    def row_of(self, subject: str) -> QWidget | None:
        """The row of this thing, if it is drawn."""
        return next((row for view in self._views() if (row := view.row_of(subject)) is not None), None)

    @property
    def rows_views(self) -> tuple[RowsView, ...]:
        """The lists in it."""
        return tuple(view for view in self._views() if isinstance(view, RowsView))

    def _views(self) -> Iterator[RowsView | FactsView | CourseView]:
        for view in widgets_of(self._body):
            if isinstance(view, RowsView | FactsView | CourseView):
                yield view

    def clear(self) -> None:
        """Show nothing: what is shown belongs to another journey, or is no longer so."""
        self._shown = None
        clear(self._body)

    def show_blocks(self, blocks: Iterable[Block]) -> None:
        """Show these blocks instead of what is shown; what is shown already stays as it stands."""
        for _block in self.filling(blocks):
            pass

    def filling(self, blocks: Iterable[Block]) -> Iterator[None]:
        """Show these blocks instead of what is shown, one in each step; it may be left at any."""
        wanted = tuple(blocks)
        if wanted == self._shown:
            return
        if not self._shown or len(self._shown) != len(wanted):
            self.clear()
        shown = list(self._shown or ())
        said = ContentWords(self._desk)
        for at, block in enumerate(wanted):
            if at < len(shown) and shown[at] == block:
                continue
            with laid_out_once(self):
                if at < len(shown):
                    self._renew(at, block, said)
                else:
                    self._body.addWidget(self._view(block, said))
            shown[at : at + 1] = [block]
            self._shown = tuple(shown)
            yield
        if not wanted:
            self._shown = ()
            self._body.addWidget(self._nothing())
        if self._current:
            self.mark(self._current)

    def _renew(self, at: int, block: Block, said: ContentWords) -> None:
        """Show another block in the place of one: row by row where both are rows."""
        old = widgets_of(self._body)[at]
        if isinstance(old, RowsView) and isinstance(block, Rows) and old.heading == block.heading:
            old.show_block(block)
            return
        self._body.replaceWidget(old, self._view(block, said))
        old.hide()
        old.deleteLater()

    def _view(self, block: Block, said: ContentWords) -> QWidget:
        match block:
            case Facts():
                facts = FactsView(self._desk, said, block)
                facts.opened.connect(self.opened)
                return facts
            case Rows():
                rows = RowsView(self._desk, said, block)
                rows.opened.connect(self.opened)
                rows.copy_wanted.connect(self.copy_wanted)
                rows.gone_wanted.connect(self.gone_wanted)
                rows.ticked.connect(self.ticked)
                return rows
            case Sessions():
                course = CourseView(self._desk, said, block)
                course.setContentsMargins(0, 0, INSET, 0)
                course.opened.connect(self.opened)
                return course

    def _nothing(self) -> QLabel:
        nothing = words(self._desk, self._empty, "muted", wrap=True)
        nothing.setContentsMargins(INSET, 0, INSET, 0)
        return nothing
