"""The files attached to one thing of the record: added, looked at, renamed, handed out, removed."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices, QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QProgressBar, QVBoxLayout, QWidget

from planner.edits.attaching import detach, rename
from planner.edits.edit import Edit
from planner.errors import InputError, PlannerError
from planner.message import N_, NN_, Message
from planner.record.journey import Journey
from planner.record.lookup import thing
from planner.record.thing import Attachment
from planner.session import Session
from ui.attachments.attachment_row import AttachmentRow
from ui.attachments.bringing import Bringing
from ui.attachments.exporting import Exporting
from ui.attachments.temporary_copies import copies_of
from ui.attachments.viewer import AttachmentViewer
from ui.controls.banner import Banner
from ui.controls.button import Button, IconButton
from ui.controls.eliding_label import ElidingLabel
from ui.controls.words import words
from ui.desk import Desk
from ui.journey.itinerary.hand_form import HandForm
from ui.shell.drop_area import other_files
from ui.shell.error_presenter import ErrorPresenter
from ui.theme.tokens import Tone, space


class AttachmentList(QWidget):
    """Shows the files of one thing; ``show_thing`` says of which.

    Files may be dropped on it. Each change is one edit of the record, undone like any other. ``heading`` is
    what stands above it.

    Signals:
        way_wanted(object): as that of ``JourneyView``.
    """

    way_wanted = Signal(object)

    def __init__(
        self,
        desk: Desk,
        session: Session,
        errors: ErrorPresenter,
        heading: Message | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._desk = desk
        self._session = session
        self._errors = errors
        self._journey: Journey | None = None
        self._thing = ""
        self._shown: tuple[Attachment, ...] | None = None
        self.rows: list[AttachmentRow] = []
        self.setAcceptDrops(True)
        desk.language.say(self, heading or N_("Attached files"), "setAccessibleName")
        self.heading = words(desk, heading or N_("Attached files"), "strong")
        self.add = Button(desk, N_("Attach files…"), kind="inline", icon="paperclip")
        self.add.clicked.connect(self.choose)
        self.banner = Banner(desk, self)
        self.bringing = Bringing(desk, session, self)
        self.bringing.began.connect(self._begin)
        self.bringing.progressed.connect(self._advance)
        self.bringing.refused.connect(self._refuse)
        self.bringing.ended.connect(self._end)
        self.progress = QProgressBar(self)
        self.progress.setRange(0, 1000)
        self.progress.setTextVisible(False)
        self._telling = ElidingLabel(desk, "", "small", parent=self)
        self.cancel = IconButton(desk, N_("Stop attaching"), "x", parent=self)
        self.cancel.clicked.connect(self.bringing.stop)
        self._empty = words(
            desk, N_("No files yet. Drop one here, or choose it with the button."), "small", wrap=True
        )
        self.form = HandForm(desk, self)
        self.form.closed.connect(self.form.hide)
        self.form.hide()
        self.exporting = Exporting(desk, session, errors, self.banner, self)
        self.exporting.way_wanted.connect(self.way_wanted)
        self.form.consent_wanted.connect(self.exporting.go_to_consent)
        self._viewer: AttachmentViewer | None = None
        self._lay_out()
        self._show_busy(False)

    # What it shows

    def show_thing(self, journey: Journey, thing_id: str) -> None:
        """Show the files of this thing as they are in ``journey``."""
        if thing_id != self._thing or self._journey is None or journey.id != self._journey.id:
            self.bringing.stop()
            self.form.hide()
            self.banner.dismiss()
            self._shown = None
        self._journey, self._thing = journey, thing_id
        found = thing(journey, thing_id)
        files = found.attachments if found is not None else ()
        self.setEnabled(found is not None)
        if files != self._shown:
            self._shown = files
            self._fill(files)
            if files:
                self._remind_of_copies()

    def clear(self) -> None:
        """Show nothing of any journey."""
        self.bringing.stop()
        self._journey, self._thing, self._shown = None, "", None
        self._fill(())
        self.close_viewer()

    @property
    def is_busy(self) -> bool:
        """Whether files are being attached."""
        return self.bringing.is_busy

    @property
    def viewer(self) -> AttachmentViewer | None:
        """The sheet on which a file is looked at; ``None`` before the first."""
        return self._viewer

    # What can be done

    def choose(self) -> None:
        """Ask which files."""
        title = self._desk.language.text(N_("Attach files"))
        names, _kind = QFileDialog.getOpenFileNames(self, title)
        self.bring([Path(name) for name in names])

    def bring(self, paths: Sequence[Path]) -> None:
        """Attach these files."""
        if self._journey is not None and paths:
            self.banner.dismiss()
            self.bringing.bring(self._journey.id, self._thing, paths)

    def view(self, attachment: Attachment) -> None:
        """Look at a file, inside the program."""
        if self._viewer is None:
            viewer = self._viewer = AttachmentViewer(self._desk, self._session, self._errors, self.window())
            viewer.elsewhere_wanted.connect(self.open_elsewhere)
            viewer.export_wanted.connect(self._export_from_viewer)
            self.destroyed.connect(viewer.deleteLater)
        self._viewer.show_attachment(attachment, self._focus_back(attachment))

    def close_viewer(self) -> None:
        """Look no longer."""
        if self._viewer is not None and self._viewer.isVisible():
            self._viewer.leave()

    def open_elsewhere(self, attachment: Attachment) -> None:
        """Open a file in another program, by a readable copy that is wiped again."""
        copies = copies_of(self._session)
        banner = self._viewer.banner if self._viewer is not None and self._viewer.isVisible() else self.banner
        try:
            job = self._session.attachments.writing(attachment, copies.place_for(attachment))
        except PlannerError as error:
            self._errors.present(error, banner)
            return

        def done(path: Any) -> None:
            if not copies.are_there:  # wiped while it was written
                Path(path).unlink(missing_ok=True)
                return
            if QDesktopServices.openUrl(QUrl.fromLocalFile(str(path))):
                self._tell_copy(banner, N_("“{name}” was given to another program.", name=attachment.name))
            else:
                copies.wipe()
                banner.tell(
                    N_("No program of this computer opens “{name}”.", name=attachment.name),
                    N_("Export it, and open it where there is one."),
                    Tone.WARNING,
                )

        self._desk.work.start(
            self, job.run, done=done, failed=lambda error: self._errors.present(error, banner)
        )

    def export(self, attachment: Attachment) -> None:
        """Ask who a file is for, then where to."""
        if self._journey is None:
            return
        self.exporting.ask(self.form, self._journey, self._thing, attachment)
        self.form.show()
        self.form.arrive()

    # How

    def _tell_copy(self, banner: Banner, what: Message) -> None:
        banner.tell(
            what,
            N_(
                "A readable copy lies in a private folder of this computer until you remove it, lock the "
                "record or close the program. What the other program saves there is lost."
            ),
            Tone.WARNING,
            offer=(N_("Remove the copy"), partial(self._wipe, banner)),
        )

    def _remind_of_copies(self) -> None:
        """As long as readable copies are there, so is the way to remove them."""
        if copies_of(self._session).are_there:
            self._tell_copy(self.banner, N_("Another program may still have a readable copy."))

    def _wipe(self, banner: Banner) -> None:
        if copies_of(self._session).wipe():
            banner.tell(N_("The readable copies are removed."), tone=Tone.OK)
        else:
            banner.tell(
                N_("Another program still holds a readable copy."),
                N_("Close it there; what is left is removed at the next start."),
                Tone.WARNING,
            )

    def _export_from_viewer(self, attachment: Attachment) -> None:
        self.close_viewer()
        self.export(attachment)

    def _focus_back(self, attachment: Attachment) -> Any:
        def back() -> None:
            for row in self.rows:
                if row.attachment.id == attachment.id:
                    row.open.setFocus()
            self._remind_of_copies()

        return back

    def _run(self, make: Any) -> None:
        """Do the edit that ``make`` makes of the journey as it is now."""
        if self._journey is None:
            return
        self.banner.dismiss()
        with self._errors.told(self.banner):
            journey = self._session.journey(self._journey.id)
            edit: Edit = make(journey)
            self._session.run(edit)
            self._refresh()

    def _remove(self, attachment: Attachment) -> None:
        self._run(lambda journey: detach(journey, self._thing, attachment.id))
        self.banner.tell(
            N_("“{name}” is removed.", name=attachment.name),
            tone=Tone.OK,
            offer=(N_("Undo"), self._undo),
        )
        self.add.setFocus()

    def _undo(self) -> None:
        with self._errors.told(self.banner):
            self._session.undo()
        self._refresh()

    def _refresh(self) -> None:
        """The thing as it is now, where nobody else shows the journey anew after an edit."""
        if self._journey is None:
            return
        try:
            journey = self._session.journey(self._journey.id)
        except InputError:
            self.clear()
            return
        self.show_thing(journey, self._thing)

    def _begin(self, name: str, waiting: int) -> None:
        told = (
            NN_(
                "Attaching {name}; {count} more waits",
                "Attaching {name}; {count} more wait",
                waiting,
                name=name,
            )
            if waiting
            else N_("Attaching {name}", name=name)
        )
        self._telling.put(told)
        self.progress.setValue(0)
        self._show_busy(True)

    def _advance(self, share: float) -> None:
        self.progress.setValue(round(share * self.progress.maximum()))

    def _refuse(self, error: Any) -> None:
        self._errors.present(error, self.banner)

    def _end(self, _count: int) -> None:
        self._show_busy(False)
        self._refresh()

    def _show_busy(self, busy: bool) -> None:
        for widget in (self.progress, self._telling, self.cancel):
            widget.setVisible(busy)

    def _fill(self, files: tuple[Attachment, ...]) -> None:
        for row in self.rows:
            self._list.removeWidget(row)
            row.hide()
            row.deleteLater()
        self.rows = []
        for one in files:
            row = AttachmentRow(self._desk, one, is_here=self._session.attachments.has(one), parent=self)
            row.view_wanted.connect(partial(self.view, one))
            row.export_wanted.connect(partial(self.export, one))
            row.remove_wanted.connect(partial(self._remove, one))
            row.renamed.connect(partial(self._rename, one))
            self.rows.append(row)
            self._list.addWidget(row)
        self._empty.setVisible(not files)

    def _rename(self, attachment: Attachment, name: str) -> None:
        self._run(lambda journey: rename(journey, self._thing, attachment.id, name))
        self._focus_back(attachment)()

    # Dropping

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:  # noqa: N802 - Qt's name
        if self._journey is not None and other_files(event.mimeData()):
            event.setDropAction(Qt.DropAction.CopyAction)
            event.accept()

    def dropEvent(self, event: QDropEvent) -> None:  # noqa: N802 - Qt's name
        if files := other_files(event.mimeData()):
            event.setDropAction(Qt.DropAction.CopyAction)
            event.accept()
            self.bring(files)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(space(2))
        head.addWidget(self.heading, 1)
        head.addWidget(self.add)
        self._list = QVBoxLayout()
        self._list.setSpacing(0)
        going = QHBoxLayout()
        going.setSpacing(space(2))
        going.addWidget(self._telling, 1)
        going.addWidget(self.progress, 1)
        going.addWidget(self.cancel)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(space(1))
        column.addLayout(head)
        column.addWidget(self.banner)
        column.addWidget(self._empty)
        column.addLayout(self._list)
        column.addLayout(going)
        column.addWidget(self.form)
