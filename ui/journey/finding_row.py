"""One finding: what is wrong, by which source; what can be done about it; and accepting it with a reason."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QLabel, QLineEdit, QVBoxLayout, QWidget

from planner.message import N_, Message
from planner.record.acknowledgement import Acknowledgement
from planner.rules.finding import Finding, Fix
from ui.controls.button import Button
from ui.controls.flow_layout import FlowLayout
from ui.controls.picture import Picture
from ui.controls.pill import Pill
from ui.controls.standing import stand
from ui.controls.words import words
from ui.desk import Desk
from ui.findings.severity import SEVERITY_NAMES, SEVERITY_SIGNS
from ui.journey.content_words import ContentWords
from ui.journey.row import Content
from ui.theme.icons import ICON_SIZE
from ui.theme.tokens import Tone, space

_TOP = Qt.AlignmentFlag.AlignTop
_KEEP_AFTER_MS = 250
_ROOM_FOR_PILL = space(100)
#: Narrower than this the name stands below the reason, as in the drawer.
_ROOM_FOR_NAME, _COLUMN_WIDTH = space(120), space(56)

_PADDING = space(1) + 1
"""That of a button between lines, whose words begin where the lines do."""


class _Row(QWidget):
    """The icon on the left, a column to fill, and on the right the severity in words where there is room.

    Where there is none, as in the drawer, the shape of the icon and the tooltip say it.
    """

    def __init__(
        self, desk: Desk, finding: Finding, *, faded: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        icon, tone = SEVERITY_SIGNS[finding.severity]
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, space(1), 0, 0)
        layout.setSpacing(space(2.5) - _PADDING)
        ink = "text_faint" if faded else tone.value
        layout.addWidget(Picture(desk, icon, QSize(ICON_SIZE, ICON_SIZE), ink), 0, _TOP)
        self.column = QVBoxLayout()
        self.column.setSpacing(space(0.5))
        layout.addLayout(self.column, 1)
        layout.addSpacing(space(2))
        self.pill = Pill(desk, SEVERITY_NAMES[finding.severity], Tone.NEUTRAL if faded else tone)
        layout.addWidget(self.pill, 0, _TOP)
        desk.language.say(self, SEVERITY_NAMES[finding.severity], "setToolTip")

    def tell(self, label: QLabel) -> None:
        """Add a line, which begins where the words of the buttons do."""
        label.setContentsMargins(_PADDING, 0, 0, 0)
        self.column.addWidget(label)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        self.pill.setVisible(event.size().width() >= _ROOM_FOR_PILL)
        super().resizeEvent(event)


class FindingRow(_Row):
    """A finding that is open.

    Signals:
        fix_wanted(object): the user wants this fix done.
        acknowledged(str, str): the user accepts it, for this reason, in this name.
        written(str, str): so far this reason, and this name, stand in the form; none once it is left.
    """

    fix_wanted = Signal(object)
    acknowledged = Signal(str, str)
    written = Signal(str, str)

    def __init__(
        self,
        desk: Desk,
        said: ContentWords,
        finding: Finding,
        by: str,
        begun: tuple[str, str] | None = None,
        parent: QWidget | None = None,
    ) -> None:
        """``begun`` are the reason and the name that were being written when the row was last seen."""
        super().__init__(desk, finding, parent=parent)
        self._desk = desk
        self._by = by
        self.finding = finding
        self.tell(words(desk, said.text(finding.message), "medium", wrap=True))
        self.tell(words(desk, said.joined(tuple(_source(finding))), "small", wrap=True))
        self.fixes = [self._fix(fix) for fix in finding.fixes]
        self.accept = Button(desk, N_("Acknowledge…"), kind="inline", parent=self)
        self.accept.clicked.connect(self._ask)
        self._actions = QWidget(self)
        line = FlowLayout(space(2), 0, self._actions)
        for button in (*self.fixes, self.accept):
            line.addWidget(button)
        self.column.addWidget(self._actions)
        self.form: AcknowledgeForm | None = None
        if begun is not None:
            self._open_form(*begun)

    @property
    def first_control(self) -> QWidget:
        """Where the keyboard arrives at this finding."""
        return self.form.reason if self.form is not None else (*self.fixes, self.accept)[0]

    def _fix(self, fix: Fix) -> Button:
        button = Button(self._desk, fix.label, kind="inline", parent=self)
        button.clicked.connect(lambda: self.fix_wanted.emit(fix))
        return button

    def _ask(self) -> None:
        self._open_form("", self._by).reason.setFocus()

    def _open_form(self, reason: str, name: str) -> AcknowledgeForm:
        self._actions.hide()
        form = self.form = AcknowledgeForm(self._desk, reason, name, self)
        form.given.connect(self.acknowledged)
        form.left.connect(self._leave)
        form.written.connect(self.written)
        framed = QHBoxLayout()
        framed.setContentsMargins(_PADDING, space(1), 0, 0)
        framed.addWidget(form)
        self.column.addLayout(framed)
        return form

    def _leave(self) -> None:
        self.written.emit("", "")
        if self.form is not None:
            self.form.hide()
            self.form.deleteLater()
            self.form = None
        self._actions.show()
        self.accept.setFocus()


class AcknowledgeForm(QFrame):
    """Why the plan may stand, and who says so.

    Signals:
        given(str, str): reason and name, neither empty.
        left: nothing is to be accepted after all.
        written(str, str): the reason and the name as they stand, a moment after the last key.
    """

    given = Signal(str, str)
    left = Signal()
    written = Signal(str, str)

    def __init__(self, desk: Desk, reason: str, by: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._waiting = QTimer(self)
        self._waiting.setSingleShot(True)
        self._waiting.timeout.connect(self._tell)
        self.setProperty("kind", "well")
        self._missing = words(desk, N_("Say why, and enter your name."), "small", ink=Tone.DANGER)
        self._missing.hide()
        self.reason, reasons = _field(desk, N_("Why the plan may stand"), reason)
        self.name, names = _field(desk, N_("Your name"), by)
        self.give = Button(desk, N_("Acknowledge"), kind="primary")
        self.give.clicked.connect(self._submit)
        leave = Button(desk, N_("Cancel"), kind="quiet")
        leave.clicked.connect(self._leave)
        for line in (self.reason, self.name):
            line.returnPressed.connect(self._submit)
            line.textEdited.connect(lambda _text: self._waiting.start(_KEEP_AFTER_MS))
        fields = self._fields = QBoxLayout(QBoxLayout.Direction.TopToBottom)
        fields.addLayout(reasons, 3)
        fields.addLayout(names, 1)
        buttons = QHBoxLayout()
        buttons.setSpacing(space(2))
        buttons.addStretch(1)
        buttons.addWidget(leave)
        buttons.addWidget(self.give)
        foot = self._foot = QBoxLayout(QBoxLayout.Direction.TopToBottom)
        foot.setSpacing(space(2))
        foot.addWidget(words(desk, N_("It comes back when its facts change."), "small", wrap=True), 1)
        foot.addLayout(buttons)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(space(3), space(2.5), space(3), space(2.5))
        layout.setSpacing(space(2))
        layout.addLayout(fields)
        layout.addWidget(self._missing)
        layout.addLayout(foot)
        self._stand(beside=False)

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """As narrow as one column, since it becomes one where there is no room for two."""
        least = super().minimumSizeHint()
        return QSize(min(least.width(), _COLUMN_WIDTH), least.height())

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        super().resizeEvent(event)
        self._stand(beside=event.size().width() >= _ROOM_FOR_NAME)

    def _stand(self, *, beside: bool) -> None:
        stand(self._fields, beside=beside)
        self._fields.setSpacing(space(3 if beside else 2))
        stand(self._foot, beside=beside)
        self.updateGeometry()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        if event.key() == Qt.Key.Key_Escape:
            self._leave()
        else:
            super().keyPressEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802 - Qt's name
        if self._waiting.isActive():
            self._tell()
        super().hideEvent(event)

    def _tell(self) -> None:
        self._waiting.stop()
        self.written.emit(self.reason.text(), self.name.text())

    def _leave(self) -> None:
        self._waiting.stop()
        self.left.emit()

    def _submit(self) -> None:
        reason, name = self.reason.text().strip(), self.name.text().strip()
        if reason and name:
            self._tell()
            self.given.emit(reason, name)
            return
        self._missing.show()
        for line, text in ((self.name, name), (self.reason, reason)):
            line.setProperty("wrong", "false" if text else "true")
            line.style().unpolish(line)
            line.style().polish(line)
            if not text:
                line.setFocus()


class AcknowledgedRow(_Row):
    """A finding that somebody has accepted, with who, why and when.

    Signals:
        reopened: the user takes the acceptance back.
    """

    reopened = Signal()

    def __init__(
        self,
        desk: Desk,
        said: ContentWords,
        finding: Finding,
        accepted: Acknowledgement,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(desk, finding, faded=True, parent=parent)
        self.tell(words(desk, said.text(finding.message), "muted", wrap=True))
        self.tell(words(desk, accepted.reason, "body", wrap=True))
        who = N_("{name}, {day}", name=accepted.by, day=accepted.on)
        self.tell(words(desk, said.text(who), "small", wrap=True))
        self.reopen = Button(desk, N_("Open again"), kind="inline", parent=self)
        self.reopen.clicked.connect(self.reopened)
        self.column.addWidget(self.reopen, 0, Qt.AlignmentFlag.AlignLeft)


def _field(desk: Desk, name: Message, text: str) -> tuple[QLineEdit, QVBoxLayout]:
    line = QLineEdit(text)
    desk.language.say(line, name, "setAccessibleName")
    label: QLabel = words(desk, name, "small")
    label.setBuddy(line)
    column = QVBoxLayout()
    column.setSpacing(space(0.5))
    column.addWidget(label)
    column.addWidget(line)
    return line, column


def _source(finding: Finding) -> Iterator[Content]:
    grounds = finding.grounds
    yield grounds.title
    if grounds.checked_on is not None:
        yield N_("checked on {day}", day=grounds.checked_on)
