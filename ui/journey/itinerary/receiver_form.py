"""Who receives a copy: the people of the journey to tick, and a line for anybody else.

Why somebody may not be given it stands under the name, before anything is handed out.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QSizePolicy, QVBoxLayout, QWidget

from planner.errors import PlannerError
from planner.message import N_, Message
from planner.record.text import Text, as_typed
from planner.session.receivers import is_same_name
from ui.controls.button import Button, IconButton
from ui.controls.check_box import CheckBox
from ui.controls.words import words
from ui.desk import Desk
from ui.journey.kept_names import KeptNames
from ui.theme.tokens import Tone, space

_KEPT_AFTER_MS = 500
_UNDER_WORDS = space(7)

WhyNot = Callable[[Text], Message | None]
"""Why somebody may not be given it; ``None`` when they may."""


class ReceiverForm(QWidget):
    """Names to tick. The first who may be given it is ticked: the copy is made for them.

    Signals:
        changed: somebody was ticked, added or left out, or may be given it now.
        consent_wanted(object): the user goes to the consent without which this ``Text`` may not be given it.
        unkept(object): the ``PlannerError`` for which names that were typed are not kept as a draft.
    """

    changed = Signal()
    consent_wanted = Signal(object)
    unkept = Signal(object)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._names: list[Text] = []
        self._offered = 0
        self._kept: KeptNames | None = None
        self._why_not: WhyNot = _always
        self._waiting = QTimer(self)
        self._waiting.setSingleShot(True)
        self._waiting.setInterval(_KEPT_AFTER_MS)
        self._waiting.timeout.connect(self._keep)
        self._waiting.timeout.connect(lambda: self._tell_of_line() if self.isVisible() else None)
        self.changed.connect(self._waiting.start)
        self.changed.connect(self._tell)
        self.boxes: list[CheckBox] = []
        self.reasons: list[QLabel] = []
        self._list = QVBoxLayout()
        self._list.setSpacing(space(1))
        self.other = QLineEdit(self)
        desk.language.say(self.other, N_("Somebody else"), "setPlaceholderText")
        desk.language.say(self.other, N_("Somebody else"), "setAccessibleName")
        self.other.returnPressed.connect(self.add)
        self.other.textChanged.connect(self.changed)
        self.line_reason = words(desk, "", "small", wrap=True, ink=Tone.DANGER)
        self._nobody = words(desk, N_("Tick who receives it, or type a name."), "small", wrap=True)
        self.consent = Button(desk, N_("Go to consent"), kind="link", icon="shield-check")
        self.consent.clicked.connect(self._go_to_consent)
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
        for below in (self.line_reason, self._nobody, self.consent):
            column.addWidget(below)
            below.hide()
        column.setAlignment(self.consent, Qt.AlignmentFlag.AlignLeft)

    @property
    def names(self) -> tuple[Text, ...]:
        """Who is ticked, and who stands in the line."""
        ticked = [name for name, box in zip(self._names, self.boxes, strict=True) if box.isChecked()]
        typed = self._typed
        if typed and not any(is_same_name(typed, name) for name in ticked):
            ticked.append(typed)
        return tuple(ticked)

    @property
    def is_fit(self) -> bool:
        """Whether somebody is named, and everybody who is may be given it."""
        return bool(self.names) and not any(self._why_not(name) for name in self.names)

    def offer(
        self, names: Sequence[Text], kept: KeptNames | None = None, why_not: WhyNot | None = None
    ) -> None:
        """Offer these, the first who may be given it ticked, and who was ``kept``; forgets who else was
        added. ``why_not`` says why one of them, or anybody else, may not be given it.
        """
        self._kept, self._why_not = None, why_not or _always
        for old in (*self.boxes, *self.reasons):
            self._list.removeWidget(old)
            old.hide()
            old.deleteLater()
        self._names, self.boxes, self.reasons = [], [], []
        self.other.clear()
        first = next((number for number, name in enumerate(names) if not self._why_not(name)), 0)
        for number, name in enumerate(names):
            self._add(name, ticked=number == first)
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
        name = self._typed
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

    def _go_to_consent(self) -> None:
        """To that of the first who may not be given it."""
        refused = (name for name in self.names if self._why_not(name) is not None)
        self.consent_wanted.emit(next(refused, Text()))

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

    def look_again(self) -> None:
        """The journey is another: who may be given it may be others."""
        self._tell_of_line()
        self.changed.emit()

    def _tell(self) -> None:
        """Under each who is ticked, why they may not be given it."""
        refused = False
        for name, box, reason in zip(self._names, self.boxes, self.reasons, strict=True):
            why = self._why_not(name) if box.isChecked() else None
            self._show_reason(reason, why)
            refused = refused or why is not None
        if not self._typed:
            self.line_reason.hide()
        self._nobody.setVisible(not self.names)
        self.consent.setVisible(refused or not self.line_reason.isHidden())

    def _tell_of_line(self) -> None:
        """Under the line, once it is written to its end."""
        self._show_reason(self.line_reason, self._why_not(self._typed) if self._typed else None)
        self._tell()

    def _show_reason(self, label: QLabel, why: Message | None) -> None:
        label.setVisible(why is not None)
        if why is not None:
            self._desk.language.say(label, why)

    @property
    def _typed(self) -> Text:
        return as_typed(" ".join(self.other.text().split()), self._desk.language.locale)

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
        reason = words(self._desk, "", "small", wrap=True, ink=Tone.DANGER, parent=self)
        reason.setContentsMargins(_UNDER_WORDS, 0, 0, 0)
        reason.hide()
        self.reasons.append(reason)
        self._list.addWidget(reason)


def _always(_name: Text) -> Message | None:
    return None
