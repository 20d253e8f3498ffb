"""Export: which copies, how, where to; made off the main thread with progress and cancel."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from PySide6.QtCore import QStandardPaths, Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices, QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QProgressBar, QScrollArea, QVBoxLayout, QWidget

from planner.errors import PlannerError, Refused
from planner.i18n import printable_locales
from planner.message import N_, NN_, NP_, Message
from planner.record.consent import Audience
from planner.record.journey import Journey
from planner.rules.finding import EnterNew, OpenField
from planner.session import PrintOptions, Session
from planner.settings import PAPERS
from ui.controls.banner import Banner
from ui.controls.button import Button, IconButton
from ui.controls.check_box import CheckBox
from ui.controls.eliding_label import ElidingLabel
from ui.controls.flow_layout import FlowLayout
from ui.controls.segments import Segments
from ui.controls.sheet import Sheet
from ui.controls.words import words
from ui.desk import Desk
from ui.journey.copies import AUDIENCES, Copy, Task, export, task
from ui.journey.leaving import Leaving
from ui.journey.made_files import MadeFiles
from ui.journey.print_languages import LanguagesBox, named, pairs
from ui.shell.error_presenter import ErrorPresenter
from ui.theme.tokens import Tone, space
from ui.work import IsCancelled, Job, Progress

WIDTH = space(90)

NAMES: dict[Copy, Message] = {
    Copy.PATIENT: N_("Patient’s copy"),
    Copy.COMPANION: N_("Companion’s copy"),
    Copy.HOSPITAL: N_("Hospital’s copy"),
    Copy.DRIVER: N_("Driver’s copy"),
    Copy.HOTEL: N_("Hotel’s copy"),
    Copy.CALENDAR: N_("Calendar file"),
    Copy.FILE: N_("Journey file"),
}
_HINTS: dict[Copy, Message] = {
    Copy.PATIENT: N_("PDF, everything that concerns the patient"),
    Copy.COMPANION: N_("PDF, the companion’s own days"),
    Copy.HOSPITAL: N_("PDF, appointments and sessions, no money"),
    Copy.DRIVER: N_("PDF, rides and addresses, nothing medical"),
    Copy.HOTEL: N_("PDF, nights and guests, nothing medical"),
    Copy.CALENDAR: N_("For the patient’s telephone (.ics)"),
    Copy.FILE: N_("The whole journey, for the agency alone (.journey.json)"),
}
_FILE_WORDS: dict[Copy, Message] = {
    Copy.PATIENT: NP_("file name", "patient"),
    Copy.COMPANION: NP_("file name", "companion"),
    Copy.HOSPITAL: NP_("file name", "hospital"),
    Copy.DRIVER: NP_("file name", "driver"),
    Copy.HOTEL: NP_("file name", "hotel"),
    Copy.CALENDAR: NP_("file name", "calendar"),
    Copy.FILE: NP_("file name", "whole"),
}


class ExportPanel(QFrame):
    """A panel beside the journey.

    Signals:
        closed: the user is done with it.
        way_wanted(object): as that of ``JourneyView``: to where what keeps a copy here is seen to.
    """

    closed = Signal()
    way_wanted = Signal(object)

    def __init__(
        self,
        desk: Desk,
        session: Session,
        errors: ErrorPresenter,
        journey: Journey,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._desk = desk
        self._session = session
        self._errors = errors
        self._journey = journey
        self._job: Job | None = None
        self.setProperty("kind", "panel")
        self.setFixedWidth(WIDTH)
        desk.language.say(self, N_("Export"), "setAccessibleName")
        self.banner = Banner(desk, self)
        self.choices = {copy: CheckBox(desk, NAMES[copy]) for copy in Copy}
        values = desk.preferences.values
        for copy, box in self.choices.items():
            box.setChecked(copy.value in values.export_copies)
        self.languages = LanguagesBox(desk, N_("Print languages"))
        own = printable_locales(journey.languages)
        self.languages.offer([some for some in pairs(own) if some != own], named(own))
        self.languages.choose(values.print_languages)
        self.paper = Segments(desk, N_("Paper"), {paper: paper for paper in PAPERS})
        self.paper.choose(values.paper)
        self.large_print = CheckBox(desk, N_("Large print"))
        self.large_print.setChecked(values.large_print)
        self.folder = Path(values.export_folder) if values.export_folder else _documents()
        self._path = ElidingLabel(desk, str(self.folder), "small", mode=Qt.TextElideMode.ElideMiddle)
        self.change = Button(desk, N_("Change…"), kind="link")
        self.change.clicked.connect(self._browse)
        self.start = Button(desk, N_("Export"), kind="primary", icon="download")
        self.start.clicked.connect(self.begin)
        self.progress = QProgressBar()
        self.progress.setRange(0, 1000)
        self.progress.setTextVisible(False)
        self._telling = words(desk, "", "small", wrap=True)
        self.cancel = Button(desk, N_("Cancel"))
        self.cancel.clicked.connect(self.stop)
        self.made = MadeFiles(desk, self)
        self.made.open_wanted.connect(_open)
        for choice in self.choices.values():
            choice.toggled.connect(self._count)
        desk.language.changed.connect(self._count)
        self._lay_out()
        self._set_busy(False)
        self._count()

    def arrive(self) -> None:
        """Put the focus on the first choice."""
        self.choices[Copy.PATIENT].setFocus()

    @property
    def chosen(self) -> tuple[Copy, ...]:
        """What is ticked, in order."""
        return tuple(copy for copy, box in self.choices.items() if box.isChecked())

    @property
    def is_busy(self) -> bool:
        """Whether files are being made."""
        return self._job is not None

    def choose_folder(self, folder: Path) -> None:
        """Put files there from now on."""
        self.folder = folder
        self._path.put(str(folder))
        self._desk.preferences.change(export_folder=str(folder))

    def begin(self) -> None:
        """Make what is ticked."""
        self.banner.hide()
        self.made.clear()
        try:
            tasks = [self._task(copy) for copy in self.chosen]
            leaving = Leaving(self._session, self._journey.id, tasks)
        except Refused as error:
            self._refuse(error)
            return
        except PlannerError as error:
            self._errors.present(error, self.banner)
            return
        self._set_busy(True)
        folder = self.folder

        def work(progress: Progress, cancelled: IsCancelled) -> list[Path]:
            return export(tasks, folder, progress, cancelled, finished=leaving.left)

        def failed(error: BaseException) -> None:
            self._failed(leaving.settle() or error)

        def cancelled() -> None:
            error = leaving.settle()
            self._failed(error) if error is not None else self._cancelled()

        self._tell(tasks[0].telling)
        self._job = self._desk.work.start(
            self,
            work,
            done=self._done,
            failed=failed,
            cancelled=cancelled,
            progress=lambda share: self._advance(share, tasks),
        )

    def stop(self) -> None:
        """Ask the work to stop."""
        if self._job is not None:
            self._job.cancel()
            self._tell(N_("Stopping…"))

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)

    def _task(self, copy: Copy) -> Task:
        paper, large = self.paper.choice, self.large_print.isChecked()
        audience = AUDIENCES.get(copy, Audience.PATIENT)
        languages = self.languages.choice
        options = PrintOptions(audience=audience, languages=languages, paper=paper, large_print=large)
        file_words = self._desk.language.text(_FILE_WORDS[copy])
        return task(self._session, self._journey, copy, options, NAMES[copy], file_words)

    def _advance(self, share: float, tasks: list[Task]) -> None:
        self.progress.setValue(round(share * self.progress.maximum()))
        current = min(int(share * len(tasks)), len(tasks) - 1)
        if self._job is not None and not self._job.is_cancelled:
            self._tell(tasks[current].telling)

    def _done(self, files: Any) -> None:
        self._finish()
        self.made.show_files(files)
        self.banner.tell(
            NN_("{count} file exported.", "{count} files exported.", len(files)),
            N_("They are not encrypted: keep them as you would keep the papers."),
            Tone.OK,
        )
        self.made.focus_first()

    def _failed(self, error: BaseException) -> None:
        self._finish()
        self._errors.present(error, self.banner)

    def _refuse(self, error: Refused) -> None:
        """Say why a copy stays here, and lead to where that can be seen to."""
        alone = not self._journey.companions and self.choices[Copy.COMPANION].isChecked()
        way = "people" if alone else self._consent_wanted() or "consent"
        name = N_("Go to people") if alone else N_("Go to consent")
        self.banner.tell(
            error.message,
            error.way_on,
            Tone.DANGER,
            offer=(name, lambda: self._go(way)),
        )
        self.banner.offer.setFocus()

    def _go(self, way: str | OpenField | EnterNew) -> None:
        if not isinstance(way, str):  # a form wants the room
            self.closed.emit()
        self.way_wanted.emit(way)

    def _consent_wanted(self) -> OpenField | EnterNew | None:
        """Where the first consent is entered that a copy ticked here lacks."""
        lacking = (
            self._session.disclosures.consent_for_copy(
                self._journey.id, PrintOptions(audience=AUDIENCES[one])
            )
            for one in self.chosen
            if one in AUDIENCES
        )
        return next((way for way in lacking if way is not None), None)

    def _cancelled(self) -> None:
        self._finish()
        self.banner.tell(N_("The export was stopped."), tone=Tone.INFO)

    def _finish(self) -> None:
        self._job = None
        self._set_busy(False)
        self.start.setFocus()

    def _tell(self, message: Message) -> None:
        self._desk.language.say(self._telling, message)

    def _set_busy(self, busy: bool) -> None:
        for widget in (*self.choices.values(), self.languages, self.paper, self.large_print, self.change):
            widget.setEnabled(not busy)
        self.progress.setValue(0)
        for widget in (self.progress, self._telling, self.cancel):
            widget.setVisible(busy)
        self.start.setVisible(not busy)
        if busy:
            self.cancel.setFocus()

    def _count(self) -> None:
        count = len(self.chosen)
        self.start.setEnabled(count > 0)
        name = NN_("Export {count} file", "Export {count} files", count) if count else N_("Export")
        self._desk.language.say(self.start, name)

    def _browse(self) -> None:
        from PySide6.QtWidgets import QFileDialog

        title = self._desk.language.text(N_("Folder for the exported files"))
        chosen = QFileDialog.getExistingDirectory(self, title, str(self.folder))
        if chosen:
            self.choose_folder(Path(chosen))

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.addWidget(words(self._desk, N_("Export"), "title"), 1)
        close = IconButton(self._desk, N_("Close"), "x")
        close.clicked.connect(self.closed)
        head.addWidget(close)
        page = Sheet()
        page.setProperty("kind", "page")
        column = QVBoxLayout(page)
        column.setContentsMargins(space(5), 0, space(4), space(2))
        column.setSpacing(0)
        for copy, box in self.choices.items():
            hint = words(self._desk, _HINTS[copy], "small", wrap=True)
            hint.setContentsMargins(space(7), 0, 0, 0)
            hint.setMinimumHeight(max(hint.minimumHeight(), 1))  # else room for two lines is kept for each
            line = QVBoxLayout()
            line.setSpacing(0)
            line.addWidget(box)
            line.addWidget(hint)
            column.addLayout(line)
        column.addSpacing(space(2))
        tongues = QHBoxLayout()
        tongues.setSpacing(space(3))
        tongues.addWidget(words(self._desk, NP_("heading", "Languages"), "strong"))
        tongues.addWidget(self.languages, 1)
        column.addLayout(tongues)
        column.addSpacing(space(2))
        sheet = FlowLayout(space(1.5), 0)
        for part in (words(self._desk, N_("Paper"), "strong"), self.paper, self.large_print):
            part.setMinimumHeight(self.paper.sizeHint().height())
            sheet.addWidget(part)
        column.addLayout(sheet)
        column.addStretch(1)
        place = QHBoxLayout()
        place.setSpacing(space(2))
        place.addWidget(words(self._desk, N_("Folder"), "strong"))
        place.addWidget(self._path, 1)
        place.addWidget(self.change)
        area = QScrollArea(self)
        area.setProperty("kind", "plain")
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(page)
        foot = QVBoxLayout()
        foot.setContentsMargins(space(5), space(1), space(4), space(3))
        foot.setSpacing(space(2))
        foot.addLayout(place)
        for widget in (self.banner, self.made, self._telling, self.progress, self.cancel, self.start):
            foot.addWidget(widget)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        top = QWidget(self)
        top.setLayout(head)
        head.setContentsMargins(space(5), space(1), space(3), 0)
        layout.addWidget(top)
        layout.addWidget(area, 1)
        layout.addLayout(foot)


def _documents() -> Path:
    return Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation))


def _open(path: Path) -> None:
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))
