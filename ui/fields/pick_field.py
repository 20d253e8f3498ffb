"""A control in which one thing is picked from those there are, by typing its name or from a list."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

from planner.message import N_, Message
from planner.session.naming import fold
from ui.fields.field import FieldContext
from ui.fields.line_field import LineField
from ui.fields.option import Option
from ui.fields.option_list import OptionList
from ui.fields.ranking import heard_one_by_one
from ui.fields.reading import Unreadable
from ui.fields.typed_words import one_line, quoted
from ui.portions import Portions
from ui.theme.tokens import space

#: What of many is listed; whoever wants another types more of its name.
MOST_LISTED = 50


class PickField(LineField):
    """Picks by typing. A subclass says what there is (``options``) and what a value is called (``write``).

    Arrow down or F4 opens the list of everything; typing narrows it. Enter and Tab take the row that is
    highlighted, Escape closes the list. Leaving with words that name nothing keeps them and says so.
    """

    least_width = space(60)

    def __init__(
        self, context: FieldContext, name: Message, *, required: bool = False, bare: bool = False
    ) -> None:
        self.required = required
        self._list: OptionList | None = None
        self._found: tuple[str, Sequence[Option]] | None = None
        super().__init__(context, name, bare=bare)
        self.line.textEdited.connect(self._open)
        self.box.add_arrow()
        self.line.pressed.connect(self._pressed)
        self._hearing: Portions | None = None
        self.line.arrived.connect(self._hear)

    # What a subclass says

    def options(self, words: str) -> Sequence[Option]:
        """What can be picked whose name holds ``words`` (all of it for ``""``), the best first."""
        raise NotImplementedError

    def spoken(self) -> Iterable[str]:
        """The names of all there is, where they are many: heard before one types pinyin, while none waits."""
        return ()

    def exact(self, words: str) -> Option | None:
        """The option that is called exactly ``words``, in any case; ``None`` if none or several are."""
        wanted = fold(words.strip())
        found = [
            option
            for option in self.search(words.strip())
            if fold(option.label) == wanted and not option.makes
        ]
        return found[0] if len(found) == 1 else None

    def no_such(self, words: str) -> Message:
        """Why ``words`` are no value."""
        return N_("There is no “{words}” to choose here; pick one from the list.", words=quoted(words))

    def take_new(self, words: str) -> None:
        """The row that makes a new thing was taken."""

    # What a line says

    def read(self, words: str) -> Any:
        if not words.strip():
            if self.required:
                raise Unreadable(N_("Choose one from the list."))
            return self.empty
        found = self.exact(words)
        if found is None:
            raise Unreadable(self.no_such(words.strip()))
        return found.value

    # How

    @property
    def listed(self) -> Sequence[Option]:
        """The rows of the open list; none while it is closed."""
        return self._list.model.options if self._list is not None else ()

    @property
    def highlighted(self) -> Option | None:
        """The row that Enter would take."""
        return self._list.highlighted if self._list is not None else None

    def search(self, words: str) -> Sequence[Option]:
        """``options``, looked for once for each key press."""
        if self._found is None or self._found[0] != words:
            self._found = (words, self.options(words))
        return self._found[1]

    def open_list(self) -> None:
        """Show everything there is, at what is chosen now."""
        self._show_list(self.options(""), whole=True)

    def close_list(self) -> None:
        """Close the list if it is open."""
        if self._list is not None:
            self._list.close_up()

    def take_key(self, event: QKeyEvent) -> bool:
        key = Qt.Key(event.key())
        if self._list is None:
            if key in (Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_F4):
                self.open_list()
                return True
            return super().take_key(event)
        if key in (Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_PageDown, Qt.Key.Key_PageUp):
            self._step({Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_PageDown: 7}.get(key, -7))
            return True
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.highlighted is not None:
            self._take(self.highlighted)
            return True
        if key in (Qt.Key.Key_Escape, Qt.Key.Key_F4):
            self.close_list()
            if key == Qt.Key.Key_Escape and self.is_changed:
                self.restore()
                self.line.selectAll()
            return True
        return super().take_key(event)

    def _hear(self) -> None:
        """Have ready how names in hanzi are typed in pinyin, a portion a turn."""
        if self._hearing is None and self.desk.language.locale.startswith("zh"):
            self._hearing = Portions(self)
            self._hearing.begin(heard_one_by_one(self.spoken()))

    def _pressed(self) -> None:
        if self._list is None:
            self.line.selectAll()
            self.open_list()

    def _typed(self, words: str) -> None:
        self._found = None
        super()._typed(words)

    def _open(self, typed: str) -> None:
        if words := one_line(typed).strip():
            self._show_list(self.search(words), whole=False)
        else:
            self.close_list()

    def _show_list(self, options: Sequence[Option], *, whole: bool) -> None:
        if not options:
            self.close_list()
            return
        if self._list is None:
            self._list = OptionList(self.desk, self.box, least_width=self.least_width)
            self._list.taken.connect(lambda row: self._take(self.listed[row]))
            self._list.gone.connect(self._forget_list)
        self._list.chosen, self._list.has_chosen = self._before, self._before != self.empty
        row = 0
        if whole:
            row = next((at for at, one in enumerate(options) if one.value == self._value), -1)
        self._list.show_options(options, row)

    def _forget_list(self) -> None:
        self._list = self._found = None
        self.line.setAccessibleDescription("")

    def _step(self, by: int) -> None:
        assert self._list is not None
        last = len(self.listed) - 1
        row = self._list.row + by
        if self._list.row < 0:
            row = 0 if by > 0 else last
        self._list.go(
            last if row > last and abs(by) == 1 and self._list.row < last else max(0, min(row, last))
        )

    def _take(self, option: Option) -> None:
        words = one_line(self.line.text()).strip()
        self.close_list()
        if option.makes:
            self.take_new("" if self._problem is None else words)
            return
        self.put_value(option.value)
        self.line.selectAll()

    def _left(self, reason: object) -> None:
        row = self.highlighted
        self.close_list()
        by_tab = reason is Qt.FocusReason.TabFocusReason
        if by_tab and row is not None and not row.makes and self._problem is not None and not self._is_blank:
            self.put_value(row.value)
        super()._left(reason)

    @property
    def _is_blank(self) -> bool:
        return not self.line.text().strip()
