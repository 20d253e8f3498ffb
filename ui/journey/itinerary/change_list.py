"""What is new, moved, changed or gone between two revisions: each with what stood there before."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from planner.itinerary.item import Change, ChangeKind, Difference
from planner.message import N_, NP_, Message
from ui.controls.pill import Pill
from ui.controls.reading_area import ReadingArea
from ui.controls.words import words
from ui.desk import Desk
from ui.journey.content_words import ContentWords
from ui.journey.old_and_new import old_and_new
from ui.theme.tokens import Tone, space

KINDS: dict[ChangeKind, tuple[Message, Tone]] = {
    ChangeKind.NEW: (NP_("change", "New"), Tone.INFO),
    ChangeKind.MOVED: (NP_("change", "Moved"), Tone.WARNING),
    ChangeKind.CHANGED: (NP_("change", "Changed"), Tone.WARNING),
    ChangeKind.CANCELLED: (NP_("change", "Cancelled"), Tone.DANGER),
}
NOTHING = N_("nothing")
_ONE_LINE = space(60)
_A_FEW = space(14)


def difference_words(said: ContentWords, difference: Difference) -> Message:
    """One thing that reads otherwise: what it is, then old and new."""
    return N_(
        "{field}: {old} → {new}",
        field=difference.label,
        old=_side(said, difference.old),
        new=_side(said, difference.new),
    )


def _side(said: ContentWords, value: object) -> str:
    parts = value if isinstance(value, tuple) else () if value is None else (value,)
    return said.listed(said.text(part) for part in parts if part) or said.text(NOTHING)


class ChangeList(ReadingArea):
    """Changes one below the other, in the order in which they come."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, N_("Changes"), parent, sideways=False)
        self._desk = desk
        self._said = ContentWords(desk)
        self._changes: tuple[Change, ...] = ()
        self._empty = N_("Nothing has changed.")
        self.setProperty("kind", "plain")
        self.setMinimumHeight(_A_FEW)
        desk.language.changed.connect(self._fill)

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """A few changes, and whatever room there is: it scrolls itself, so that nothing around it has to."""
        return QSize(super().sizeHint().width(), _A_FEW)

    @property
    def changes(self) -> tuple[Change, ...]:
        """What is shown."""
        return self._changes

    def show_changes(self, changes: Sequence[Change], empty: Message) -> None:
        """Show these; ``empty`` is what is said when there are none."""
        self._changes, self._empty = tuple(changes), empty
        self._fill()

    def lines(self) -> Iterator[str]:
        """What is shown, line by line."""
        for change in self._changes:
            yield self._said.joined((KINDS[change.kind][0], change.item.title))
            for difference in change.differences:
                yield self._said.text(difference_words(self._said, difference))

    def _fill(self) -> None:
        page = QWidget()
        page.setProperty("kind", "page")
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, space(2), 0)
        column.setSpacing(space(2))
        for change in self._changes:
            column.addLayout(self._one(change))
        if not self._changes:
            column.addWidget(words(self._desk, self._empty, "muted", wrap=True))
        column.addStretch(1)
        self.setWidget(page)

    def _one(self, change: Change) -> QVBoxLayout:
        item = change.item
        head = QHBoxLayout()
        head.setSpacing(space(2))
        head.addWidget(Pill(self._desk, *KINDS[change.kind]), 0, Qt.AlignmentFlag.AlignTop)
        head.addWidget(words(self._desk, self._said.text(item.title), "medium", wrap=True), 1)
        lines = QVBoxLayout()
        lines.setSpacing(space(0.5))
        lines.addLayout(head)
        when = self._said.text(item.starts) if item.starts is not None else self._said.text(item.on)
        if change.kind in (ChangeKind.NEW, ChangeKind.CANCELLED):
            lines.addWidget(words(self._desk, when, "small", wrap=True))
        for difference in change.differences:
            lines.addWidget(words(self._desk, self._said.text(difference.label), "caption", wrap=True))
            old, new = (_side(self._said, side) for side in (difference.old, difference.new))
            beside = QHBoxLayout()
            beside.addLayout(old_and_new(self._desk, old, new, _ONE_LINE, styles=("small", "small")))
            beside.addStretch(1)
            lines.addLayout(beside)
        return lines
