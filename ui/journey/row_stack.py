"""How the parts of a row stand: beside each other, or the day above the title where a list is narrow."""

from __future__ import annotations

from PySide6.QtWidgets import QBoxLayout, QLabel

from ui.theme.tokens import space

DAY_WIDTH = space(46)
_DAY_BEFORE_ANOTHER = space(36)
_ANY_WIDTH = (1 << 24) - 1
#: So much more of the room than what is left free that the day gets all it asks for.
_ALL = 1_000
_BESIDE, _BELOW = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom


class RowStack:
    """``main`` holds ``day`` and ``what``; ``day`` one or two labels; ``end`` an amount and a state.

    Nothing is made, moved or dressed anew when they stand otherwise.
    """

    def __init__(
        self,
        main: QBoxLayout,
        day: QBoxLayout,
        labels: tuple[QLabel, ...],
        what: QBoxLayout,
        end: QBoxLayout | None = None,
    ) -> None:
        self._main, self._day, self._labels, self._what, self._end = main, day, labels, what, end
        self._inset = what.contentsMargins().top()
        self.is_narrow = False
        self._apply()

    @property
    def day_words(self) -> str:
        """What is told of its day, a line for each clock; ``""`` where no day is known."""
        return "\n".join(label.text() for label in self._labels if label.text())

    def stand(self, *, narrow: bool) -> None:
        """The day above the title, or beside it in a column of its own."""
        if narrow != self.is_narrow:
            self.is_narrow = narrow
            self._apply()

    def _apply(self) -> None:
        narrow = self.is_narrow
        for label in self._labels:
            label.setMinimumWidth(0 if narrow else DAY_WIDTH)
            label.setMaximumWidth(_ANY_WIDTH if narrow else DAY_WIDTH)
            label.setIndent(label.indent())  # or Qt goes on with the widths it knows it by
            if not label.text():
                label.setVisible(not narrow)
        has_day = bool(self.day_words)
        if narrow and has_day:
            self._keep_on_one_line(self._labels[0])
        self._day.setStretch(0, _ALL if narrow else 0)
        self._day.setDirection(_BESIDE if narrow else _BELOW)
        self._day.setSpacing(space(2) if narrow else 0)
        self._day.setContentsMargins(0, self._inset if has_day or not narrow else 0, 0, 0)
        self._what.setContentsMargins(0, 0 if narrow and has_day else self._inset, 0, 0)
        self._main.setDirection(_BELOW if narrow else _BESIDE)
        self._main.setSpacing(0 if narrow else space(3))
        if self._end is not None:
            self._end.setDirection(_BELOW if narrow else _BESIDE)
            self._end.setSpacing(space(0.5) if narrow else space(3))

    def _keep_on_one_line(self, day: QLabel) -> None:
        """Where there is room: a label that may wrap asks for less than its words need."""
        day.ensurePolished()
        wanted = day.fontMetrics().horizontalAdvance(day.text()) + 2
        most = DAY_WIDTH if len(self._labels) == 1 else _DAY_BEFORE_ANOTHER
        day.setMinimumWidth(min(wanted, most))
        day.setMaximumWidth(wanted)
