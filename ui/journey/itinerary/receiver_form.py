"""Who receives a copy: the people of the journey to tick, and a line for anybody else."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QSizePolicy, QVBoxLayout, QWidget

from planner.errors import PlannerError
from planner.message import N_, Message
from planner.record.text import Text, same
from planner.session.receivers import is_same_name
from ui.controls.button import IconButton
from ui.controls.check_box import CheckBox
from ui.controls.words import words
from ui.desk import Desk
from ui.journey.kept_names import KeptNames
from ui.theme.tokens import space

_KEPT_AFTER_MS = 500


class ReceiverForm(QWidget):
    """Names to tick. The first is ticked: the copy is made for them.

    Signals:
        changed: somebody was ticked, added or left out.
        unkept(object): the ``PlannerError`` for which names that were typed are not kept as a draft.
    """

    changed = Signal()
    unkept = Signal(object)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._names: list[Text] = []
        self._offered = 0
        self._kept: KeptNames | None = None
        self._waiting = QTimer(self)
        self._waiting.setSingleShot(True)
        self._waiting.setInterval(_KEPT_AFTER_MS)
        self._waiting.timeout.connect(self._keep)
        self.changed.connect(self._waiting.start)
        self.boxes: list[CheckBox] = []
        self._list = QVBoxLayout()
        self._list.setSpacing(space(1))
        self.other = QLineEdit(self)
        desk.language.say(self.other, N_("Somebody else"), "setPlaceholderText")
        desk.language.say(self.other, N_("Somebody else"), "setAccessibleName")
        self.other.returnPressed.connect(self.add)
        self.other.textChanged.connect(self.changed)
        self.plus = IconButton(desk, N_("Add this name"), "plus")
        self.plus.clicked.connect(self.add)
        line = QHBoxLayout()
        line.setSpacing(space(1))
        line.addWidget(self.other, 1)
        line.addWidget(self.plus)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(space(1.5))
        column.addWidget(words(desk, N_("Who receives it"), "strong"))
        column.addLayout(self._list)
        column.addLayout(line)

    @property
    def names(self) -> tuple[Text, ...]:
        """Who is ticked, and who stands in the line."""
        ticked = [name for name, box in zip(self._names, self.boxes, strict=True) if box.isChecked()]
        typed = same(" ".join(self.other.text().split()), self._desk.language.locale)
        if typed and not any(is_same_name(typed, name) for name in ticked):
            ticked.append(typed)
        return tuple(ticked)

    def offer(self, names: Sequence[Text], kept: KeptNames | None = None) -> None:
        """Offer these, the first ticked, and who was ``kept``; forgets who else was added."""
        self._kept = None
        for box in self.boxes:
            self._list.removeWidget(box)
            box.hide()
            box.deleteLater()
        self._names, self.boxes = [], []
        self.other.clear()
        for number, name in enumerate(names):
            self._add(name, ticked=number == 0)
        self._offered, self._kept = len(names), kept
        for typed in kept.get() if kept is not None else ():
            self.other.setText(typed)
            self.add()
        self.changed.emit()

    def forget(self) -> None:
        """They have their copy, or nobody is to have one: nothing is kept of who was added."""
        for box in self.boxes[self._offered :]:
            box.setChecked(False)
        self.other.clear()
        self._keep()

    def add(self) -> None:
        """Take the name in the line onto the list."""
        name = same(" ".join(self.other.text().split()), self._desk.language.locale)
        if not name:
            return
        self.other.clear()
        for known, box in zip(self._names, self.boxes, strict=True):
            if is_same_name(known, name):
                box.setChecked(True)
                break
        else:
            self._add(name, ticked=True)
        self.changed.emit()

    def _keep(self) -> None:
        self._waiting.stop()
        if self._kept is None:
            return
        locale = self._desk.language.locale
        added = zip(self._names[self._offered :], self.boxes[self._offered :], strict=True)
        names = [name.best(locale) for name, box in added if box.isChecked()]
        typed = " ".join(self.other.text().split())
        try:
            self._kept.keep((*names, typed) if typed else tuple(names))
        except PlannerError as error:
            self.unkept.emit(error)

    def start(self) -> None:
        """Put the focus where one begins."""
        (self.boxes[0] if self.boxes else self.other).setFocus(Qt.FocusReason.TabFocusReason)

    def _add(self, name: Text, *, ticked: bool) -> None:
        box = CheckBox(self._desk, Message("{name}", {"name": name}))
        box.setChecked(ticked)
        box.setMinimumWidth(space(20))  # a long name is shortened rather than the column widened
        box.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        box.setToolTip(name.best(self._desk.language.locale))
        box.toggled.connect(self.changed)
        self._names.append(name)
        self.boxes.append(box)
        self._list.addWidget(box)
