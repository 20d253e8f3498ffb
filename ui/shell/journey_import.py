"""Importing a journey file: chosen or dropped, read off the main thread, told in one sentence, undoable."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal

from planner.errors import PlannerError
from planner.message import N_, NN_, Message
from planner.record.journey_document import SUFFIX
from ui.controls.banner import Banner
from ui.desk import Desk
from ui.shell.error_presenter import ErrorPresenter
from ui.theme.tokens import Tone
from ui.work import IsCancelled, Progress

if TYPE_CHECKING:
    from planner.session import Imported, ReadJourney, Session


class JourneyImport(QObject):
    """Takes journey files into the open record.

    Signals:
        imported(str): the journey of this id is in the record now.
    """

    imported = Signal(str)

    def __init__(
        self,
        desk: Desk,
        session: Session,
        banner: Banner,
        errors: ErrorPresenter,
        undo: Callable[[], object],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._desk = desk
        self._session = session
        self._banner = banner
        self._errors = errors
        self._undo = undo
        self._waiting: list[Path] = []
        self.is_busy = False

    def choose(self) -> None:
        """Ask which file."""
        from PySide6.QtWidgets import QApplication, QFileDialog

        said = self._desk.language.text
        kinds = f"{said(N_('Journey files'))} (*{SUFFIX} *.json)"
        title = said(N_("Import a journey file"))
        path, _kind = QFileDialog.getOpenFileName(QApplication.activeWindow(), title, "", kinds)
        if path:
            self.take(Path(path))

    def take(self, *paths: Path) -> None:
        """Import these files, one after the other."""
        self._waiting.extend(paths)
        if not self.is_busy:
            self._next()

    def _next(self) -> None:
        if not self._waiting:
            return
        path = self._waiting.pop(0)
        self.is_busy = True
        self._banner.tell(N_("Reading {file}…", file=path.name), tone=Tone.INFO)
        job = self._session.import_job(path)

        def read(_progress: Progress, _cancelled: IsCancelled) -> ReadJourney:
            return job.run()

        self._desk.work.start(self, read, done=self._keep, failed=self._failed)

    def _keep(self, read: Any) -> None:
        self.is_busy = False
        try:
            imported = self._session.keep(read)
        except PlannerError as error:
            self._errors.present(error, self._banner)
        else:
            self._tell(imported)
            self.imported.emit(imported.journey.id)
        self._next()

    def _failed(self, error: BaseException) -> None:
        self.is_busy = False
        self._errors.present(error, self._banner)
        self._next()

    def _tell(self, imported: Imported) -> None:
        patient = imported.journey.patient
        self._banner.tell(
            N_("The journey of {name} is imported.", name=patient.full_name)
            if patient
            else N_("The journey is imported."),
            _kept(imported),
            Tone.OK,
            offer=(N_("Undo"), self._undo),
        )


def _kept(imported: Imported) -> Message | None:
    """That shared entries stay as they are, by name; ``None`` when the file agrees with the record."""
    if not imported.kept:
        return None
    return NN_(
        "An entry shared with other journeys differs in the file and stays as this record has it: {names}.",
        "{count} entries shared with other journeys differ in the file and stay as this record has them: "
        "{names}.",
        len(imported.kept),
        names=list(imported.kept),
    )
