"""Files were let go over a journey: which of its things do they belong to? Asked in a line, not in a box."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QComboBox, QFrame, QHBoxLayout, QProgressBar, QVBoxLayout, QWidget

from planner.edits.thing_names import kind_name, thing_name
from planner.message import N_, NN_, Message
from planner.record.journey import Journey
from planner.record.lookup import thing
from planner.record.thing import Thing
from planner.session import Session
from planner.session.likely_document import LikelyDocuments, likely_documents
from ui.attachments.attachment_list import AttachmentList
from ui.attachments.bringing import Bringing
from ui.controls.banner import Banner
from ui.controls.button import Button
from ui.controls.choice_box import ChoiceBox
from ui.controls.words import words
from ui.desk import Desk
from ui.fields.told_apart import moment_words, told_apart
from ui.shell.error_presenter import ErrorPresenter
from ui.theme.tokens import space


def things_with_files(journey: Journey) -> Iterator[Thing]:
    """What a file of a journey usually belongs to, documents first."""
    yield from journey.documents
    for traveller in journey.travellers:
        yield traveller
        yield from traveller.passports
        yield from traveller.insurance
    yield from journey.visas
    yield from journey.legs
    yield from journey.stays
    yield from journey.mdt_meetings
    yield from journey.appointments
    yield from journey.courses
    yield from journey.payments
    yield from journey.receipts
    yield from journey.consents


def may_have_files(journey: Journey, thing_id: str) -> bool:
    """Whether files of the thing are shown where it is edited: they usually have some, or it has."""
    if any(one.id == thing_id for one in things_with_files(journey)):
        return True
    found = thing(journey, thing_id)
    return found is not None and bool(found.attachments)


class FileDropForm(QFrame):
    """Which thing, and the progress of attaching.

    Signals:
        closed: attached, or not now.
        attached(str): to the thing of this id.
        calendar_wanted(object): the user rather goes to what the calendar at this path changes.
    """

    closed = Signal()
    attached = Signal(str)
    calendar_wanted = Signal(object)

    def __init__(
        self, desk: Desk, session: Session, errors: ErrorPresenter, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setProperty("kind", "bar")
        self._desk = desk
        self._errors = errors
        self._journey: Journey | None = None
        self._paths: tuple[Path, ...] = ()
        self._calendar: Path | None = None
        self._what = words(desk, "", "strong", wrap=True, parent=self)
        self.see = Button(desk, N_("See what it changes"), kind="primary", icon="calendar-days", parent=self)
        self.see.clicked.connect(self._see)
        self.things = ChoiceBox(desk, N_("What they belong to"), self)
        self.things.setMinimumContentsLength(36)
        self.things.currentIndexChanged.connect(self._allow)
        self.things.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.attach = Button(desk, N_("Attach"), kind="primary", icon="paperclip", parent=self)
        self.attach.clicked.connect(self._attach)
        self.cancel = Button(desk, N_("Cancel"), parent=self)
        self.cancel.clicked.connect(self._leave)
        self.progress = QProgressBar(self)
        self.progress.setProperty("kind", "line")
        self.progress.setRange(0, 1000)
        self.progress.setTextVisible(False)
        self.banner = Banner(desk, self)
        self.bringing = Bringing(desk, session, self)
        self.bringing.progressed.connect(self._advance)
        self.bringing.refused.connect(lambda error: errors.present(error, self.banner))
        self.bringing.ended.connect(self._ended)
        line = QHBoxLayout()
        line.setSpacing(space(2))
        line.addWidget(self._what)
        line.addWidget(self.see)
        line.addWidget(self.things, 1)
        for widget in (self.attach, self.cancel):
            line.addWidget(widget)
        column = QVBoxLayout(self)
        column.setContentsMargins(space(6), space(2), space(6), space(2))
        column.setSpacing(space(2))
        column.addLayout(line)
        column.addWidget(self.banner)
        column.addWidget(self.progress)
        self.progress.hide()
        self.hide()

    def show_files(self, journey: Journey, paths: Sequence[Path], calendar: Path | None = None) -> None:
        """Ask what these belong to; what their names say clearly is chosen, to be changed or agreed to.

        One of them that is a ``calendar`` of public holidays concerns every journey: that it be looked
        through is offered first.
        """
        self._journey, self._paths, self._calendar = journey, tuple(paths), calendar
        self.see.setVisible(calendar is not None)
        self.banner.dismiss()
        likely = likely_documents(journey, [path.name for path in paths])
        self._offer(journey, likely)
        asked = _asked(self._paths, is_guessed=likely.best is not None)
        if calendar is not None:
            asked = N_("“{file}” is a calendar of public holidays.", file=calendar.name)
        self._desk.language.say(self._what, asked)
        hint = N_("Which document is it?") if calendar is None else N_("… or attach it to")
        self._desk.language.say(self.things, hint, "setPlaceholderText")
        self._show_busy(False)
        self.show()
        (self.things if calendar is None else self.see).setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        if event.key() == Qt.Key.Key_Escape:
            self._leave()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._attach() if self._chosen else self.things.showPopup()
        else:
            super().keyPressEvent(event)

    def _see(self) -> None:
        calendar = self._calendar
        self._leave()
        if calendar is not None:
            self.calendar_wanted.emit(calendar)

    def _offer(self, journey: Journey, likely: LikelyDocuments) -> None:
        """What it may belong to, the documents first that have a word of the names."""
        said = self._desk.language.speaker
        place: dict[str, int] = {id: at for at, id in enumerate(likely.fitting)}
        offered: dict[str, str] = {}
        facts: dict[str, tuple[str, ...]] = {}
        self.things.clear()
        for one in sorted(things_with_files(journey), key=lambda one: place.get(one.id, len(place))):
            cls: Any = type(one)
            told: Message = N_("{kind}: {name}", kind=kind_name(cls), name=thing_name(one, journey))
            offered[one.id] = said.text(told)
            facts[one.id] = (moment_words(one, said),)
        apart = told_apart(offered, facts.__getitem__)
        for id, called in offered.items():
            self.things.addItem(apart.get(id, called), id)
        self.things.addItem(self._desk.language.text(N_("The journey as a whole")), journey.id)
        self.things.setCurrentIndex(self.things.findData(likely.best) if likely.best is not None else -1)

    def _allow(self) -> None:
        self.attach.setEnabled(bool(self._chosen) and not self.bringing.is_busy)

    def _attach(self) -> None:
        if self._journey is None or self.bringing.is_busy or thing(self._journey, self._chosen) is None:
            return
        self._show_busy(True)
        self.bringing.bring(self._journey.id, self._chosen, self._paths)

    @property
    def _chosen(self) -> str:
        return str(self.things.currentData() or "")

    def _advance(self, share: float) -> None:
        self.progress.setValue(round(share * self.progress.maximum()))

    def _ended(self, count: int) -> None:
        self._show_busy(False)
        chosen = self._chosen
        if self.banner.isHidden():
            self._leave()
        else:  # something did not come: it stays to be read
            self.attach.setEnabled(False)
        if count:
            self.attached.emit(chosen)

    def _leave(self) -> None:
        self.bringing.stop()
        self._journey = None
        self.hide()
        self.closed.emit()

    def _show_busy(self, busy: bool) -> None:
        self.progress.setValue(0)
        self.progress.setVisible(busy)
        self.things.setEnabled(not busy)
        self.see.setEnabled(not busy)
        self.attach.setEnabled(not busy and bool(self._chosen))


def _asked(paths: Sequence[Path], *, is_guessed: bool) -> Message:
    """What is asked of these files; of a choice that was made by their names, that it was."""
    if len(paths) == 1:
        name = paths[0].name
        if is_guessed:
            return N_("Attach “{file}” to what its name suggests:", file=name)
        return N_("Attach “{file}” to:", file=name)
    if is_guessed:
        return NN_(
            "Attach {count} file to what its name suggests:",
            "Attach {count} files to what their names suggest:",
            len(paths),
        )
    return NN_("Attach {count} file to:", "Attach {count} files to:", len(paths))


def open_list(page: QWidget) -> AttachmentList | None:
    """The list of attached files that is in view on a page: what is dropped there belongs to its thing."""
    return next((one for one in page.findChildren(AttachmentList) if one.isVisible()), None)
