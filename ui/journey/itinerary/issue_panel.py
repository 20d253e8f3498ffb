"""Issuing a revision: who receives it and what has changed, beside the very paper that is issued."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from planner.message import N_, NN_
from planner.record.journey import Journey
from planner.record.text import Text
from planner.session import IssuedCopy, PrintOptions
from planner.session.receivers import receivers
from ui import labels
from ui.controls.banner import Banner
from ui.controls.button import Button
from ui.controls.words import words
from ui.desk import Desk
from ui.journey.itinerary.change_list import ChangeList
from ui.journey.itinerary.receiver_form import ReceiverForm, WhyNot
from ui.journey.kept_names import KeptNames
from ui.theme.tokens import space

_SOME_CHANGES = space(28)


class IssuePanel(QWidget):
    """Stands where the options stood, until it is issued or left.

    Signals:
        issue_wanted: hand this paper out, to ``names``.
        closed: it was issued, or not now.
        consent_wanted(object): as that of ``ReceiverForm``.
    """

    issue_wanted = Signal()
    consent_wanted = Signal(object)
    closed = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.made: IssuedCopy | None = None
        self.banner = Banner(desk, self)
        self._title = words(desk, N_("Issue a revision"), "title")
        self._what = words(desk, "", "muted", wrap=True)
        self.who = ReceiverForm(desk, self)
        self.who.changed.connect(self._look)
        self.who.consent_wanted.connect(self.consent_wanted)
        self.who.unkept.connect(lambda error: self.banner.tell(error.message, error.way_on))
        self.closed.connect(self.who.forget)
        self._since = words(desk, "", "strong", wrap=True)
        self.changes = ChangeList(desk, self)
        self.issue = Button(desk, N_("Issue"), kind="primary", icon="stamp")
        self.issue.clicked.connect(self.issue_wanted)
        self.cancel = Button(desk, N_("Cancel"))
        self.cancel.clicked.connect(self.closed)
        self._frozen = words(
            desk,
            N_(
                "The paper, its checksum and the journey it was made from are kept as they are now. "
                "The record notes who was given it."
            ),
            "small",
            wrap=True,
        )
        upper = QWidget()
        upper.setProperty("kind", "page")
        column = QVBoxLayout(upper)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(space(2))
        for widget in (self._title, self._what, self.banner):
            column.addWidget(widget)
        for below in (self.who, self._since):
            column.addSpacing(space(2))
            column.addWidget(below)
        self.changes.setMinimumHeight(_SOME_CHANGES)
        column.addWidget(self.changes, 100)
        column.addStretch(1)
        column.addWidget(self._frozen)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, space(1), 0)
        whole.setSpacing(space(2))
        whole.addWidget(_Scrolled(upper, self), 1)
        for last in (self.issue, self.cancel):
            whole.addWidget(last)

    def begin(
        self,
        journey: Journey,
        options: PrintOptions,
        kept: KeptNames | None = None,
        why_not: WhyNot | None = None,
    ) -> None:
        """Ask who receives a copy of ``options``, ``kept`` among them, and say ``why_not`` of those who may
        not; the paper comes with ``show_made``.
        """
        self.made = None
        self.banner.dismiss()
        self.who.offer(receivers(journey, options), kept, why_not)
        self._desk.language.say(
            self._what,
            N_("{audience} copy, {paper}", audience=labels.name(options.audience), paper=options.paper),
        )
        self._desk.language.say(self._since, N_("The paper is being made…"))
        self.changes.hide()
        self._look()

    def show_made(self, made: IssuedCopy) -> None:
        """This is the paper that would be issued."""
        self.made = made
        job, told = made.job, made.itinerary
        self._desk.language.say(self._title, N_("Issue revision {number}", number=job.revision))
        self._desk.language.say(self.issue, N_("Issue revision {number}", number=job.revision))
        if job.replaces is None:
            self._desk.language.say(self._since, N_("This copy has not been issued before."))
        elif told.changed_since is None:
            self._desk.language.say(
                self._since,
                N_(
                    "What revision {number} said is not in the record, so changes cannot be told.",
                    number=job.replaces,
                ),
            )
        else:
            self._desk.language.say(
                self._since,
                NN_(
                    "{count} change since revision {number}",
                    "{count} changes since revision {number}",
                    len(told.changes),
                    number=told.changed_since,
                ),
            )
            empty = N_("Nothing has changed: revision {number} still holds.", number=told.changed_since)
            self.changes.show_changes(told.changes, empty)
        self.changes.setVisible(told.changed_since is not None)
        self._look()

    @property
    def names(self) -> tuple[Text, ...]:
        """Who receives it."""
        return self.who.names

    def arrive(self) -> None:
        """Put the focus where one begins."""
        self.who.start()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)

    def _look(self) -> None:
        self.issue.setEnabled(self.made is not None and self.who.is_fit)


class _Scrolled(QScrollArea):
    """Whatever is long, so that what one presses at last is always in sight."""

    def __init__(self, held: QWidget, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("kind", "plain")
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidget(held)

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """It takes whatever room there is and asks for little, so that nothing around it has to scroll."""
        return QSize(super().sizeHint().width(), self.minimumSizeHint().height())
